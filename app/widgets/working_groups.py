"""The working groups of the plan: one for each line, who is in it and how often it met."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.table import show_rows
from app.widgets.ways import choose_data
from methodology.action import ActionLine
from methodology.code_order import titled
from methodology.mapping import Actor
from methodology.portfolio import LineProjects, by_line
from methodology.process import Meeting
from methodology.snapshot import Snapshot

MEMBERS, MEETINGS = (6, 12), 2  # house convention: members of a group, meetings at least


def working_groups() -> None:
    """Draw each line with its group, its meetings and the projects that came out of it."""
    _, snapshot = state.reader(), state.snapshot()
    rows = group_rows(snapshot, _)
    if not rows:
        st.caption(_("There are no action lines yet."))
    else:
        show_rows(rows, key="action_plan_groups", most=400)
        said = _("One group for each line: {least} to {most} members, {meetings} or 3 meetings.")
        st.caption(said.format(least=MEMBERS[0], most=MEMBERS[1], meetings=MEETINGS))
    st.button(
        _("Edit lines and groups"),
        icon=":material/edit:",
        key="action_plan_lines",
        on_click=choose_data,
        args=(ActionLine,),
    )


def group_rows(snapshot: Snapshot, _: Reader) -> list[dict[str, str]]:
    """Return each line as a row of words: its members, meetings, projects and what is missing."""
    return [_row(found, found.line, snapshot, _) for found in by_line(snapshot) if found.line]


def _row(found: LineProjects, line: ActionLine, snapshot: Snapshot, _: Reader) -> dict[str, str]:
    members = [one.name for one in (snapshot.get(Actor, key) for key in line.group) if one]
    met = [one for one in (snapshot.get(Meeting, key) for key in line.meetings) if one]
    days = [_.date(one.held_on, "medium") for one in met if one.held_on]
    return {
        _("Action line"): titled(line),
        _("State"): _state(len(members), len(met), _),
        _("Members"): _.number(len(members)),
        _("Meetings"): ", ".join(days) or _.number(len(met)),
        _("Projects"): ", ".join(one.code or one.name for one in found.projects),
        _("Working group"): ", ".join(members),
    }


def _state(members: int, meetings: int, _: Reader) -> str:
    if members < MEMBERS[0]:
        return _("Members missing: {count}").format(count=MEMBERS[0] - members)
    if members > MEMBERS[1]:
        return _("More than {most} members").format(most=MEMBERS[1])
    if meetings < MEETINGS:
        return _("Meetings missing: {count}").format(count=MEETINGS - meetings)
    return _("Complete")
