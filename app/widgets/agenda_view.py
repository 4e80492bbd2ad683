"""The run sheet of a meeting on screen, by the clock, and as a sheet to print."""

import streamlit as st

from app import state
from app.report.run_sheet import run_sheet
from app.widgets.begin import begin_with
from app.widgets.downloads import WORD
from app.widgets.table import show_rows
from app.words import literal
from methodology.agenda import AgendaBlock, Slot, agenda, minutes_of
from methodology.process import Meeting


def agenda_view() -> None:
    """Draw the choice of a meeting, its run sheet and the sheet to print."""
    _, snapshot = state.reader(), state.snapshot()
    planned = {block.meeting for block in snapshot.all(AgendaBlock)}
    meetings = sorted(
        (one for one in snapshot.all(Meeting) if one.id in planned),
        key=lambda one: (one.held_on is None, one.held_on, one.name),
    )
    if not meetings:
        begin_with(
            AgendaBlock if snapshot.all(Meeting) else Meeting,
            _("No meeting has an agenda yet"),
            _("Write what happens, for how many minutes, who leads and what has to lie ready."),
            icon="checklist",
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        meeting = st.selectbox(
            _("Meeting"), meetings, format_func=lambda one: one.name, key="process_agenda"
        )
        slots = agenda(snapshot, meeting)
        st.download_button(
            _("Sheet to print"),
            lambda: run_sheet(meeting, slots, _),
            file_name=f"{meeting.name}.docx".replace("/", "-"),
            mime=WORD,
            icon=":material/download:",
            key="process_agenda_sheet",
        )
    show_rows([_row(slot) for slot in slots], key="agenda_rows")
    total = _("{minutes} minutes in all").format(minutes=_.number(minutes_of(slots)))
    start = "" if meeting.starts_at else _("Clock times appear once the meeting has a start.")
    st.caption(literal(" · ".join(filter(None, (total, start)))))


def _row(slot: Slot) -> dict[str, str]:
    _ = state.reader()
    return {
        _("Time of day"): f"{slot.begins}–{slot.ends}" if slot.begins else _.number(slot.minute),
        _("Duration"): _("{count} min").format(count=_.number(slot.block.minutes)),
        _("What happens"): slot.block.name,
        _("Who leads"): slot.block.leads,
        _("Material"): " ".join(slot.block.material.split()),
    }
