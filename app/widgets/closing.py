"""Closing a stage: its checks, what each still lacks, and waiving one with a reason."""

from uuid import uuid4

import streamlit as st

from app import state
from app.exchange.cells import Names
from app.store import ChangeSet, Put, Remove
from app.widgets.readings import stage_verdicts
from app.widgets.table import show_rows
from app.words import literal
from methodology.gates import Verdict
from methodology.project import Evidence, Waiver
from methodology.record import REGISTRY
from methodology.stage import Stage
from methodology.text import N_

LETTERS = 44  # of a check on one line of the first page


def closing_list(stage: Stage) -> None:
    """Draw the checks of a stage, each with what is missing and the way to waive it."""
    for verdict in stage_verdicts(stage):
        about, act = st.columns([4, 1], vertical_alignment="center")
        with about, st.container(gap=None):
            st.markdown(f"{check_mark(verdict)} **{literal(_label(verdict))}**")
            st.caption(_standing(verdict))
        with act:
            _waiving(verdict)


def check_mark(verdict: Verdict) -> str:
    """Return the icon of a check: met in green, waived as a flag, open as an empty ring."""
    if verdict.is_met:
        return ":green[:material/check_circle:]"
    return ":material/flag:" if verdict.waiver else ":gray[:material/radio_button_unchecked:]"


def _label(verdict: Verdict) -> str:
    return state.reader()(verdict.check.label)


def _standing(verdict: Verdict) -> str:
    """Return in one line how the check stands, and who waived it and why."""
    _ = state.reader()
    detail = literal(verdict.detail.text(_))
    if verdict.waiver is None or verdict.is_met:
        return detail
    waived = _("Waived by {person} on {day}: {reason}").format(
        person=literal(verdict.waiver.waived_by),
        day=_.date(verdict.waiver.waived_on),
        reason=literal(verdict.waiver.reason),
    )
    return f"{detail} · {waived}"


def _waiving(verdict: Verdict) -> None:
    """Offer to waive an unmet check with a reason, or to take the waiver back."""
    _ = state.reader()
    key = verdict.check.key.replace(".", "_")
    if verdict.waiver:
        if st.button(_("Take waiver back"), key=f"unwaive_{key}", icon=":material/undo:"):
            removed = Remove(Waiver, verdict.waiver.id)
            if state.apply(ChangeSet(N_("Take a waiver back"), (removed,))):
                st.rerun()
        return
    if verdict.is_met:
        return
    with st.popover(
        _("Waive"), icon=":material/flag:", key=f"waive_{key}", on_change="rerun"
    ) as popover:
        if popover.open:
            _waiver_form(verdict, key)


def _waiver_form(verdict: Verdict, key: str) -> None:
    _ = state.reader()
    with st.form(f"waive_form_{key}", border=False):
        reason = st.text_input(
            _("Reason"),
            key=f"waive_reason_{key}",
            help=_("Printed in the plan, among the open issues"),
        )
        if st.form_submit_button(_("Waive this check"), key=f"waive_go_{key}"):
            _waive(verdict, reason)


def _waive(verdict: Verdict, reason: str) -> None:
    _ = state.reader()
    if not reason.strip():
        st.error(
            _("The plan prints it."), title=_("A waiver needs a reason"), icon=":material/error:"
        )
        return
    waiver = Waiver(
        id=uuid4(),
        check=verdict.check.key,
        stage_waived=verdict.check.stage,
        reason=reason,
        waived_on=state.today(),
        waived_by=state.person(),
    )
    if state.apply(ChangeSet(N_("Waive a check"), (Put(waiver),))):
        st.rerun()


def stage_check_lines(stage: Stage, limit: int) -> list[str]:
    """Return checks of a stage as Markdown, the open ones first, in about `limit` lines."""
    _ = state.reader()
    lines: list[str] = []
    left = limit
    for verdict in sorted(stage_verdicts(stage), key=lambda verdict: verdict.is_settled):
        text = _(verdict.check.label)
        left -= -(-len(text) // LETTERS)
        if left < 0:
            break
        lines.append(f"{check_mark(verdict)} {literal(text)}")
    return lines


def evidence_list(stage: Stage) -> None:
    """Draw the files attached to the records of a stage."""
    _ = state.reader()
    snapshot = state.snapshot()
    names = Names(snapshot, _)
    rows = [
        {
            _("Evidence"): found.name,
            _("Attached to"): names.words(found.about_id),
            _("File"): found.file,
            _("Date"): _.date(found.added_on, "medium"),
        }
        for found in snapshot.all(Evidence)
        if found.about_id and _is_of(found, stage)
    ]
    if rows:
        st.subheader(_("Evidence"), anchor=False)
        show_rows(rows, key=f"{stage}_evidence")
    else:
        st.caption(_("No file is attached to a record of this stage yet."))


def _is_of(evidence: Evidence, stage: Stage) -> bool:
    about = REGISTRY.get(evidence.about_table)
    return about is not None and about.stage == stage
