"""Deciding what becomes of a gap of 2 or more: together, each firm, or not now, and why."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put
from methodology.code_order import titled
from methodology.diamond import Decision, GapDecision
from methodology.gaps import Gap, OptionDiamond, decisions, undecided
from methodology.text import N_


def decide(diamond: OptionDiamond) -> None:
    """Draw the form for the wide gaps of an option, those without a decision first."""
    _, snapshot = state.reader(), state.snapshot()
    if not diamond.wide:
        return
    left = undecided(snapshot, diamond)
    told = _("{count} of {total} gaps of 2 or more are decided").format(
        count=_.number(len(diamond.wide) - len(left)), total=_.number(len(diamond.wide))
    )
    st.markdown(f"**{told}**")
    order = [*left, *(gap for gap in diamond.wide if gap not in left)]
    gaps = {gap.factor.id: gap for gap in order}
    names = {key: titled(gap.factor) for key, gap in gaps.items()}
    about = st.selectbox(
        _("Gap"),
        [*gaps],
        format_func=lambda key: names[key],
        key=f"decide_gap_{diamond.option.id}",
        width=420,
    )
    _form(diamond, gaps[about], _)


def _form(diamond: OptionDiamond, gap: Gap, _: Reader) -> None:
    kept = decisions(state.snapshot()).get((diamond.option.id, gap.factor.id))
    key = f"{diamond.option.id}_{gap.factor.id}"
    with st.form(f"decide_{key}", border=False):
        chosen = st.segmented_control(
            _("Decision"),
            [*Decision],
            default=kept.decision if kept else None,
            format_func=lambda one: _(one.label),
            key=f"decide_what_{key}",
        )
        reason = st.text_input(
            _("Reason"), value=kept.reason if kept else "", key=f"decide_why_{key}"
        )
        if st.form_submit_button(_("Save decision"), icon=":material/gavel:"):
            _save(diamond, gap, kept, chosen, reason)


def _save(
    diamond: OptionDiamond,
    gap: Gap,
    kept: GapDecision | None,
    chosen: Decision | None,
    reason: str,
) -> None:
    _ = state.reader()
    if chosen is None or not reason.strip():
        st.error(
            _("The plan prints both."),
            title=_("A decision needs a choice and a reason"),
            icon=":material/error:",
        )
        return
    values = {"decision": chosen, "reason": reason}
    change: Change
    if kept:
        change = Edit(GapDecision, kept.id, values)
    else:
        ids = {"id": uuid4(), "factor": gap.factor.id, "option": diamond.option.id}
        change = Put(GapDecision(**ids, **values))
    if state.apply(ChangeSet(N_("Decide about a gap"), (change,))):
        st.rerun()
