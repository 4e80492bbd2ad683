"""A new round: ready from a stage's records, or free."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import ChangeSet, Put
from app.widgets.round_state import choose_round, round_name, tidy
from app.words import literal
from methodology.process import Meeting
from methodology.ready_rounds import Ready, ready_rounds
from methodology.record import Record
from methodology.rounds import RULES, Instrument, Round, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def round_start() -> None:
    """Draw the choice of a stage, its ready rounds, and the way to a free one."""
    _, snapshot = state.reader(), state.snapshot()
    left, right = st.columns([2, 3], gap="large")
    with left:
        meeting = _meeting(_, snapshot)
        stage = _stage(_, snapshot, meeting)
    with right, st.container(gap="small"):
        found = ready_rounds(snapshot, stage) if stage else ()
        if stage and not found:
            st.caption(_("This stage has no records to vote on yet: enter them, or vote freely."))
        for place, ready in enumerate(found):
            _offer(_, ready, meeting, f"ready_{stage}_{place}")
        _free(_, stage or Stage.PROCESS, meeting)


def _meeting(_: Reader, snapshot: Snapshot) -> Meeting | None:
    found = sorted(snapshot.all(Meeting), key=lambda one: (not one.held_on, str(one.held_on)))
    today = [one for one in found if one.held_on == state.today()]
    return st.selectbox(
        _("Meeting"),
        found,
        index=found.index(today[0]) if today else None,
        format_func=lambda one: one.name,
        placeholder=_("Nothing chosen"),
        key="votes_meeting",
        persist_state="session",
    )


def _stage(_: Reader, snapshot: Snapshot, meeting: Meeting | None) -> Stage | None:
    stages = [stage for stage in Stage if stage.number]
    ready = next((stage for stage in stages if ready_rounds(snapshot, stage)), None)
    first = meeting.about_stage if meeting and meeting.about_stage in stages else ready
    return st.selectbox(
        _("Stage"),
        stages,
        index=stages.index(first) if first else None,
        format_func=lambda one: f"{one.number} {_(one.label)}",
        placeholder=_("Nothing chosen"),
        key="votes_stage",
        persist_state="session",
    )


def _offer(_: Reader, ready: Ready, meeting: Meeting | None, key: str) -> None:
    """Draw one ready round: what it asks, how, and the button that prepares it."""
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        count = _.many("{count} item", "{count} items", len(ready.items))
        note = f"{_(ready.instrument.label)} · {count}"
        with st.container(gap=None, width="stretch"):
            st.markdown(f"**{literal(ready.question.text(_))}**")
            st.caption(literal(note))
        if st.button(_("Prepare"), icon=":material/add:", key=key):
            cards = state.snapshot().all(VoterCard)
            made = ready.round(uuid4, _, meeting.id if meeting else None, cards)
            named = made.model_copy(update={"name": round_name(state.snapshot(), made.name)})
            _prepare(ready.records(named, uuid4, _), named)


def _free(_: Reader, stage: Stage, meeting: Meeting | None) -> None:
    """Draw the form of a round about anything else."""
    with st.form("votes_free"):
        question = st.text_input(_("Another question"), key="votes_question", max_chars=250)
        instrument = st.selectbox(
            _("Instrument"),
            [*Instrument],
            format_func=lambda one: _(one.label),
            key="votes_instrument",
        )
        is_sent = st.form_submit_button(_("Prepare"), icon=":material/add:", key="votes_free_go")
    question = tidy(question)
    if is_sent and not question:
        st.error(
            _("Phones and plan show it."),
            title=_("A round needs a question"),
            icon=":material/error:",
        )
    elif is_sent:
        chosen = next(one for one in Instrument if one == instrument)
        made = Round(
            id=uuid4(),
            name=round_name(state.snapshot(), question),
            question=question,
            about_stage=stage,
            meeting=meeting.id if meeting else None,
            instrument=chosen,
            rule=RULES[chosen][0],
            amount=100 if chosen is Instrument.POINTS else 3,
        )
        _prepare((made,), made)


def _prepare(records: tuple[Record, ...], made: Round) -> None:
    changes = tuple(Put(record) for record in records)
    if state.apply(ChangeSet(N_("Prepare round “{round}”"), changes, {"round": made.name})):
        choose_round(made.id)
        st.rerun()
