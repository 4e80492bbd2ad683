"""Pieces of the voting screens that can be tried without a page."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.editing import Editor
from app.i18n import reader
from app.store import Edit, Put, Remove
from app.widgets.card_desk import attendance_of, cards_of, firm_cards, person_cards
from app.widgets.card_table import amendments, fault_lines, is_asked_for
from app.widgets.room import pages
from app.widgets.round_acts import card_address
from app.widgets.round_copies import again, removal
from app.widgets.round_ideas import grouped
from app.widgets.round_paper import by_hands
from app.widgets.round_state import Scene, round_name
from methodology.ballot import refuse_answer, sheet
from methodology.mapping import Actor, ActorKind
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Language
from methodology.round_results import RoundText, View
from methodology.rounds import Instrument, Roll, Round, RoundCriterion, RoundItem, State, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests import votes

MEETING = Meeting(
    id=UUID(int=1), name="Taller T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS
)
FIRMS = [
    Actor(id=UUID(int=10 + n), name=f"Quesería {n}", kind=ActorKind.PRODUCER) for n in range(3)
]
OTHERS = [
    Actor(id=UUID(int=20), name="Universidad", kind=ActorKind.UNIVERSITY),
    Actor(id=UUID(int=21), name="Sin tipo"),
]


def card(number: int, **values) -> VoterCard:
    given = {"id": UUID(int=30 + number), "label": f"Voto {number}", "meeting": MEETING.id}
    return VoterCard(**{**given, **values})


def test_every_firm_gets_a_card_and_nobody_else_does():
    made = firm_cards(Snapshot([MEETING, *FIRMS, *OTHERS]), MEETING.id)

    assert [(one.label, one.actor, one.is_firm) for one in made] == [
        (firm.name, firm.id, True) for firm in FIRMS
    ]
    assert {one.weight for one in made} == {Decimal(1)}


def test_a_firm_with_a_card_for_this_meeting_gets_no_second_one():
    there = card(0, actor=FIRMS[0].id, is_firm=True)
    elsewhere = card(1, actor=FIRMS[1].id, is_firm=True, meeting=None)

    made = firm_cards(Snapshot([MEETING, *FIRMS, there, elsewhere]), MEETING.id)

    assert [one.actor for one in made] == [FIRMS[1].id, FIRMS[2].id]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        (["Ana", "Luis"], ["Ana", "Luis"]),
        ([" Ana ", "", "  "], ["Ana"]),
        (["Ana", "ANA", "ana"], ["Ana"]),
        (["Voto 0", "Nueva"], ["Nueva"]),
        ([], []),
    ],
)
def test_names_are_taken_once_whatever_their_case(typed, labels):
    made = person_cards(Snapshot([MEETING, card(0)]), MEETING.id, typed)

    assert [one.label for one in made] == labels
    assert not any(one.is_firm for one in made)


@given(st.lists(st.text(max_size=300), max_size=20))
def test_whatever_is_typed_makes_cards_that_can_be_stored(typed):
    made = person_cards(Snapshot([MEETING]), MEETING.id, typed)

    labels = [one.label.casefold() for one in made]
    assert len(labels) == len(set(labels))
    assert all(0 < len(one.label) <= 250 for one in made)


def test_cards_of_a_meeting_stand_by_name_and_the_void_ones_last():
    found = cards_of(
        Snapshot([MEETING, card(2), card(0, is_void=True), card(1), card(3, meeting=None)]),
        MEETING.id,
    )

    assert [one.label for one in found] == ["Voto 1", "Voto 2", "Voto 0"]


def typed_over(cards, *cells, records=()):
    snapshot = Snapshot([MEETING, *FIRMS, *cards, *records])
    editor = Editor(VoterCard, snapshot, reader(language=Language.SPANISH))
    return amendments(editor, cards, [{"actor": actor, "weight": text} for actor, text in cells])


def test_firms_and_weights_of_cards_are_typed_and_what_stays_is_not_written():
    cards = [card(0, actor=FIRMS[0].id), card(1), card(2, weight=Decimal(3))]

    made = typed_over(cards, ("Quesería 0", "1"), ("Quesería 2", "1,5"), ("", ""))

    assert [(change.id, dict(change.values)) for one in made for change in one.changes] == [
        (cards[1].id, {"actor": FIRMS[2].id, "weight": Decimal("1.5")}),
        (cards[2].id, {"weight": Decimal(1)}),
    ]


@pytest.mark.parametrize("wrong", ["0", "-1", "1001", "dos"])
def test_a_weight_is_a_number_above_zero_and_whose_is_wrong_is_told(wrong):
    cards = [card(0), card(1)]

    made = typed_over(cards, ("", "2"), ("", wrong))

    (said,) = fault_lines(reader(language=Language.ENGLISH), cards, made)
    assert said.startswith("Voto 1, Weight: ")


@pytest.mark.parametrize(
    ("values", "is_fixed"),
    [
        ({"state": State.OPEN, "roll": Roll.PERSONS}, True),
        ({"state": State.SEALING, "roll": Roll.FIRMS}, True),
        ({"state": State.OPEN, "roll": Roll.OPEN}, False),
        ({"state": State.CLOSED, "roll": Roll.PERSONS}, False),
        ({"state": State.OPEN, "roll": Roll.PERSONS, "meeting": None}, False),
    ],
)
def test_cards_stay_as_they_are_while_a_round_asks_for_them(values, is_fixed):
    of = votes.asked("Voto", **{"meeting": MEETING.id, **values})

    assert is_asked_for(Snapshot([MEETING, of]), MEETING.id) is is_fixed


@given(
    st.lists(st.lists(st.sampled_from(["regla", "voto", "tarjeta"]), min_size=1, max_size=40)),
    st.integers(2, 15),
)
def test_every_word_of_the_rules_is_shown_in_its_order_page_after_page(told, fitting):
    texts = [" ".join(words) for words in told]

    found = pages(texts, 42, fitting)

    shown = [word for page in found for line in page for word in line.text.split()]
    assert shown == " ".join(texts).split()
    for page in found:
        begun = sum(not line.is_soft for line in page)
        assert len(page) <= fitting or begun == 1


def test_who_came_is_counted_by_actor_and_only_once_noted():
    cards = [
        card(0, actor=FIRMS[0].id),
        card(1, actor=FIRMS[0].id),
        card(2, actor=FIRMS[1].id),
        card(3),
    ]
    known = Attendance(id=UUID(int=90), meeting=MEETING.id, actor=FIRMS[1].id, people=4)

    made = attendance_of(Snapshot([MEETING, *FIRMS, known]), MEETING, cards)

    assert [(one.meeting, one.actor, one.people) for one in made] == [(MEETING.id, FIRMS[0].id, 2)]


def test_the_code_in_a_qr_code_has_no_hyphens_to_break_it():
    address = card_address("http://192.168.1.23:8080", "7GJ2-4K0M-AAAA-BBBB")

    assert address == "http://192.168.1.23:8080/c/7GJ24K0MAAAABBBB"


@given(st.integers(0, 60), st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_hands_make_valid_ballots_that_add_up(people, raised):
    of = votes.asked("Manos", Instrument.APPROVAL)
    form = sheet(of, votes.items(of, [f"I{n}" for n in range(len(raised))]))
    counts = {place: min(hands, people) for place, hands in enumerate(raised, 1)}

    ballots = by_hands(people, counts)

    assert len(ballots) == people
    for number, hands in counts.items():
        assert sum(number in one.chosen for one in ballots) == hands
    for one in ballots:
        refuse_answer(form, one)


def test_a_name_that_is_taken_gets_the_next_number():
    rounds = [votes.asked("Voto"), votes.asked("Voto (2)")]

    assert round_name(Snapshot(rounds), "voto") == "voto (3)"
    assert round_name(Snapshot(rounds), "Otro") == "Otro"


@given(st.text(min_size=1, max_size=400).filter(str.strip))
def test_any_name_fits_its_field_even_when_it_is_taken(wanted):
    first = round_name(Snapshot(), wanted)
    try:
        taken = votes.asked("x").model_copy(update={"name": first})
    except ValueError:
        return

    second = round_name(Snapshot([taken]), wanted)

    assert second.casefold() != first.casefold()
    assert max(len(first), len(second)) <= 250


def test_a_copy_is_in_preparation_and_has_parts_of_its_own():
    of, records = votes.rating(turn=2)
    snapshot = Snapshot(records)

    made, parts = again(snapshot, of)

    assert isinstance(made, Round)
    assert (made.state, made.turn, made.opened_at, made.closed_at) == (
        State.DRAFT,
        1,
        None,
        None,
    )
    assert made.question == of.question
    assert {one.round for one in parts} == {made.id}
    assert {one.id for one in parts} & {one.id for one in records} == set()
    kinds = [type(one) for one in parts]
    assert kinds == [*[RoundItem] * 4, RoundCriterion]


def test_taking_a_round_away_takes_what_belongs_to_it_first():
    of, records = votes.rating()
    other = votes.items(votes.asked("Otra"), ["Z"])

    changes = removal(Snapshot([*records, *other]), of).changes

    assert all(isinstance(one, Remove) for one in changes)
    assert changes[-1] == Remove(Round, of.id)
    assert len(changes) == 4 + 1 + 1
    assert other[0].id not in {one.id for one in changes}


def test_grouping_leaves_alone_what_stays_as_it_was():
    of, records = votes.ideas()
    ideas = [one for one in records if isinstance(one, RoundText)]
    same = [(one.group, one.is_hidden) for one in ideas]

    assert grouped(of, ideas, same).changes == ()

    hidden = [(one.group, True) for one in ideas]
    changes = grouped(of, ideas, hidden).changes
    assert len(changes) == sum(not one.is_hidden for one in ideas)
    assert all(isinstance(one, Edit) and one.values["is_hidden"] for one in changes)
    assert not any(isinstance(one, Put) for one in changes)


def test_two_scenes_are_the_same_when_they_show_the_same():
    one = Scene(round_id=UUID(int=1), view=View.PER_FIRM)

    assert one == Scene(round_id=UUID(int=1), view=View.PER_FIRM)
    assert one != Scene(round_id=UUID(int=1))
    assert Scene() == Scene(is_joining=False)
