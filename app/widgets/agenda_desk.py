"""The run sheet of a meeting, live: clock against plan, and one click from a block to its round."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put
from app.widgets.empty import empty_state
from app.widgets.round_state import choose_round
from app.widgets.ways import choose_data
from app.words import literal
from methodology.agenda import AgendaBlock, AgendaRound, Slot, agenda
from methodology.process import Meeting
from methodology.rounds import Round
from methodology.run_sheet import Line, Running, run_sheet
from methodology.text import N_


def agenda_desk() -> None:
    """Draw the run sheet of the meeting chosen, with the block that is on."""
    _, snapshot = state.reader(), state.snapshot()
    with_blocks = {block.meeting for block in snapshot.all(AgendaBlock)}
    meetings = [one for one in snapshot.all(Meeting) if one.id in with_blocks]
    if not meetings:
        _empty(_)
        return
    today = next((one for one in meetings if one.held_on == state.today()), None)
    meeting = st.selectbox(
        _("Meeting"),
        meetings,
        index=meetings.index(today) if today else 0,
        format_func=lambda one: one.name,
        key="agenda_meeting",
        persist_state="session",
    )
    _sheet(meeting.id)


@st.fragment(run_every="10s")
def _sheet(key: UUID) -> None:
    """Draw the blocks as they are expected now: anew every few seconds, the clock runs."""
    _, snapshot = state.reader(), state.snapshot()
    meeting = snapshot.get(Meeting, key)
    slots = agenda(snapshot, meeting) if meeting else ()
    made = run_sheet(slots, _begun().get(key), _minute())
    clock, late, end = st.columns(3)
    clock.metric(_("Now"), datetime.now().astimezone().strftime("%H:%M"))
    if made.late is not None:
        late.metric(
            _("Behind the plan") if made.late > 0 else _("Ahead of the plan"),
            _("{count} min").format(count=_.number(abs(made.late))),
        )
    if made.ends:
        end.metric(_("Ends at"), made.ends)
    for place, line in enumerate(made.lines):
        _row(_, key, place, line, slots)


def _row(_: Reader, meeting: UUID, place: int, line: Line, slots: Sequence[Slot]) -> None:
    block = line.slot.block
    with st.container(border=line.is_now):
        when, what, act = st.columns([2, 6, 4], vertical_alignment="center")
        with when:
            time = f"{line.begins}–{line.ends}" if line.begins else ""
            length = _("{count} min").format(count=_.number(block.minutes))
            st.markdown(f"**{time}**  \n:gray[{length}]" if time else length)
        with what, st.container(gap=None):
            st.markdown(_marked(_, line))
            notes = [text for text in (block.leads, block.material) if text]
            if notes:
                st.caption(literal(" · ".join(" ".join(text.split()) for text in notes)))
        with act, st.container(horizontal=True, horizontal_alignment="right"):
            _round_of(_, line.slot)
            if (
                not line.is_now
                and not line.is_past
                and st.button(
                    _("Begin"), icon=":material/play_arrow:", key=f"agenda_begin_{block.id}"
                )
            ):
                _begun()[meeting] = Running(place, _minute())
                st.rerun(scope="app")
            is_last = place == len(slots) - 1
            if (
                line.is_now
                and is_last
                and st.button(_("End"), icon=":material/stop:", key="agenda_end")
            ):
                _begun().pop(meeting, None)
                st.rerun(scope="app")


def _marked(_: Reader, line: Line) -> str:
    name = literal(line.slot.block.name)
    if line.is_past:
        return f":gray[:material/check: {name}]"
    if not line.is_now:
        return name
    if line.left >= 0:
        left = _.many("{count} minute left", "{count} minutes left", line.left)
    else:
        left = _.many("{count} minute over", "{count} minutes over", -line.left)
    return f":orange[**{name} · {left}**]"


def _round_of(_: Reader, slot: Slot) -> None:
    """Offer the way to the round of a block, or the choice of one."""
    found = state.snapshot().get(Round, slot.round_id)
    if found:
        if st.button(
            _("Go to the round"), icon=":material/how_to_vote:", key=f"agenda_go_{slot.block.id}"
        ):
            choose_round(found.id)
            st.rerun(scope="app")
        return
    rounds = state.snapshot().all(Round)
    if not rounds:
        return
    with st.popover(_("Round"), icon=":material/add:", key=f"agenda_round_{slot.block.id}"):
        picked = st.selectbox(
            _("Round"),
            [*rounds],
            index=None,
            format_func=lambda one: one.name,
            placeholder=_("Nothing chosen"),
            key=f"agenda_pick_{slot.block.id}",
        )
        label = _("Run it in this block")
        is_sent = picked and st.button(label, key=f"agenda_set_{slot.block.id}")
        if picked and is_sent and state.apply(with_round(slot.block, picked)):
            st.rerun(scope="app")


def with_round(block: AgendaBlock, asked: Round) -> ChangeSet:
    """Return the act that has a block of the agenda run a round."""
    kept = next((one for one in state.snapshot().all(AgendaRound) if one.block == block.id), None)
    change: Change = (
        Edit(AgendaRound, kept.id, {"round_id": asked.id})
        if kept
        else Put(AgendaRound(id=uuid4(), block=block.id, round_id=asked.id))
    )
    return ChangeSet(N_("Run round “{round}” in a block"), (change,), {"round": asked.name})


def _empty(_: Reader) -> None:
    with empty_state(
        _("No run sheet yet"),
        _("Write the blocks of a meeting with their minutes: the clock does the rest."),
        icon="schedule",
    ):
        if st.button(
            _("Enter “{table}”").format(table=_(AgendaBlock.title)),
            type="primary",
            icon=":material/edit:",
            key="agenda_enter",
        ):
            choose_data(AgendaBlock)
            st.switch_page(f"screens/{AgendaBlock.stage}.py")


def _minute() -> int:
    now = datetime.now(UTC).astimezone()
    return 60 * now.hour + now.minute


@st.cache_resource(show_spinner=False)
def _begun() -> dict[UUID, Running]:
    """The block that each meeting is at: shared by the windows of this computer, not kept."""
    return {}
