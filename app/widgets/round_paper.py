"""Ballots of people without a phone: from paper or a show of hands, marked and counted apart."""

from collections.abc import Callable, Mapping

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.round_acts import enter_ballots
from app.words import literal
from methodology.ballot import Answer, Sheet, cell, pairs, sheet
from methodology.readiness import voters as entitled
from methodology.rounds import (
    Channel,
    Instrument,
    Roll,
    Round,
    RoundCriterion,
    RoundItem,
    VoterCard,
)

UNABLE = "nc"
ENTERED = "paper_entered"  # how many ballots were entered: the form begins anew after each


def paper_desk(asked: Round) -> None:
    """Draw the ballot as on paper, and for approval the number of raised hands as well."""
    _, snapshot = state.reader(), state.snapshot()
    form = sheet(asked, snapshot.all(RoundItem), snapshot.all(RoundCriterion))
    paper, hands = st.columns([3, 2], gap="large")
    with paper:
        st.subheader(_("One paper ballot"), anchor=False)
        _paper(_, form)
    if asked.instrument is Instrument.APPROVAL and asked.roll is Roll.OPEN:
        with hands:
            st.subheader(_("A show of hands"), anchor=False)
            _hands(_, form)


def _paper(_: Reader, form: Sheet) -> None:
    generation = state.kept(ENTERED, 0)
    key = f"paper_{form.round.id}_{generation}"
    with st.form(key):
        card = _card(_, form, key)
        abstains = st.checkbox(_("Abstains"), key=f"{key}_abstains")
        answer = _INPUTS[form.round.instrument](_, form, key)
        is_sent = st.form_submit_button(_("Enter this ballot"), icon=":material/person_add:")
    if is_sent:
        given = Answer(abstains=True) if abstains else answer
        if enter_ballots(form, [given], Channel.PAPER, card.id if card else None):
            state.keep(ENTERED, generation + 1)
            state.say(_("The ballot is in"))
            st.rerun()


def _card(_: Reader, form: Sheet, key: str) -> VoterCard | None:
    """Ask whose ballot it is, where there is a list; whoever has voted by phone can vote anew."""
    if form.round.roll is Roll.OPEN:
        return None
    return st.selectbox(
        _("Voter"),
        [*entitled(form, state.snapshot().all(VoterCard))],
        index=None,
        format_func=lambda one: one.label,
        placeholder=_("Nothing chosen"),
        key=f"{key}_card",
    )


def _hands(_: Reader, form: Sheet) -> None:
    """Ask how many raised their hand for each item, of how many who vote so."""
    with st.form(f"hands_{form.round.id}"):
        people = st.number_input(
            _("People who vote by hand"),
            0,
            500,
            0,
            help=_("Whoever raises no hand supports none of these; leave out those who abstain"),
            key="hands_people",
        )
        raised = {
            item.position: st.number_input(item.name, 0, 500, 0, key=f"hands_{item.id}")
            for item in form.items
        }
        is_sent = st.form_submit_button(_("Enter these hands"), icon=":material/front_hand:")
    if not is_sent:
        return
    if max(raised.values(), default=0) > people or not people:
        st.error(
            _("Nothing was entered: correct the numbers."),
            title=_("More hands than people") if people else _("How many people vote by hand?"),
            icon=":material/error:",
        )
        return
    if enter_ballots(form, by_hands(int(people), raised), Channel.HANDS, None):
        state.say(_.many("{count} ballot is in", "{count} ballots are in", int(people)))
        st.rerun()


def by_hands(people: int, raised: Mapping[int, int]) -> list[Answer]:
    """Return as many ballots as people, that together approve each item as often as raised.

    Who raises none approves none, and is no abstention: shares are of all who vote by hand.
    """
    return [
        Answer(chosen=tuple(number for number, hands in raised.items() if hands > place))
        for place in range(people)
    ]


def _chosen(_: Reader, form: Sheet, key: str) -> Answer:
    picked = _several(_("Approves"), form, key)
    return Answer(chosen=tuple(picked))


def _order(_: Reader, form: Sheet, key: str) -> Answer:
    picked = _several(_("In order, the first one first"), form, key)
    return Answer(order=tuple(picked))


def _several(label: str, form: Sheet, key: str) -> list[int]:
    names = {item.position: item.name for item in form.items}
    return st.multiselect(
        label, [*names], format_func=lambda number: names[number], key=f"{key}_items"
    )


def _amounts(_: Reader, form: Sheet, key: str) -> Answer:
    given = {
        item.position: int(
            st.number_input(item.name, 0, form.round.amount, 0, key=f"{key}_{item.position}")
        )
        for item in form.items
    }
    return Answer(amounts={number: amount for number, amount in given.items() if amount})


def _scores(_: Reader, form: Sheet, key: str) -> Answer:
    scores: dict[str, int] = {}
    unable: list[str] = []
    for item in form.items:
        for criterion in form.criteria:
            name = item.name if len(form.criteria) == 1 else f"{item.name} · {criterion.name}"
            at = cell(item.position, criterion.position)
            steps = [*map(str, form.scale(criterion).anchors), UNABLE]
            picked = st.segmented_control(
                literal(name),
                steps,
                format_func=lambda step: _("Not competent") if step == UNABLE else step,
                key=f"{key}_{at}",
            )
            if picked == UNABLE:
                unable.append(at)
            elif picked:
                scores[at] = int(picked)
    return Answer(scores=scores, not_competent=tuple(unable))


def _wins(_: Reader, form: Sheet, key: str) -> Answer:
    names = {item.position: item.name for item in form.items}
    wins: list[tuple[int, int]] = []
    for one, other in pairs(form.numbers):
        picked = st.segmented_control(
            f"{literal(names[one])} / {literal(names[other])}",
            [one, other],
            format_func=lambda number: names[number],
            key=f"{key}_{one}_{other}",
        )
        if picked:
            wins.append((picked, other if picked == one else one))
    return Answer(wins=tuple(wins))


def _texts(_: Reader, form: Sheet, key: str) -> Answer:
    most = form.round.amount
    label = _.many("{count} line at most", "One to a line, {count} at most", most)
    text = st.text_area(label, key=f"{key}_texts")
    return Answer(texts=tuple(line.strip() for line in text.splitlines() if line.strip()))


def _joins(_: Reader, form: Sheet, key: str) -> Answer:
    who = st.text_input(_("Who"), key=f"{key}_who", max_chars=250)
    picked = _several(_("Joins"), form, key)
    text = st.text_input(_("With what"), key=f"{key}_with", max_chars=250)
    return Answer(joins=dict.fromkeys(picked, text), who=who)


_INPUTS: dict[Instrument, Callable[[Reader, Sheet, str], Answer]] = {
    Instrument.APPROVAL: _chosen,
    Instrument.RANKING: _order,
    Instrument.POINTS: _amounts,
    Instrument.MULTIVOTE: _amounts,
    Instrument.RATING: _scores,
    Instrument.PAIRWISE: _wins,
    Instrument.IDEAS: _texts,
    Instrument.WORDS: _texts,
    Instrument.COMMITMENT: _joins,
}
