"""What the desk of rounds makes before it is saved: names, cards, hands, groups, copies."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.store import Edit, Remove
from app.widgets.card_desk import (
    attendance_of,
    cards_of,
    firm_cards,
    person_cards,
    quorum_changes,
)
from app.widgets.plan_finality import told
from app.widgets.round_copies import again, removal
from app.widgets.round_ideas import grouped
from app.widgets.round_paper import by_hands
from app.widgets.round_state import round_name, tidy
from app.widgets.working_groups import group_rows
from methodology.action import ActionLine
from methodology.mapping import Actor, Inclusion
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Language
from methodology.round_results import RoundText
from methodology.rounds import Roll, Round, State, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.tally import count
from methodology.votes import Vote
from tests import votes
from tests.cluster import actor, made
from tests.governed import DAY
from tests.voting import a_sheet

_ = reader(language=Language.ENGLISH)
DAIRY, FARM = actor("Dairy", inclusion=Inclusion.INSIDE), actor("Farm", inclusion=Inclusion.INSIDE)
TABLE = made(
    Meeting, "T", name="T3", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS, held_on=DAY
)


def card(label, **values):
    return made(VoterCard, label, label=label, **{"meeting": TABLE.id, **values})


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ana  ", "Ana"),
        ("Ana\nMaría", "Ana María"),
        ("", ""),
        ("   ", ""),
        ("Ñandú & Cía.", "Ñandú & Cía."),
    ],
)
def test_what_is_typed_becomes_one_line(typed, name):
    assert tidy(typed) == name


@given(st.text(max_size=600))
def test_a_tidy_name_stays_tidy_and_short(typed):
    name = tidy(typed)

    assert tidy(name) == name
    assert len(name) <= 250
    assert "\n" not in name


def test_a_round_keeps_its_name_where_it_is_free():
    assert round_name(Snapshot(), "Prioridad") == "Prioridad"


def test_a_taken_name_gets_the_next_free_number():
    taken = [votes.asked("Prioridad"), votes.asked("Prioridad (2)")]

    assert round_name(Snapshot(taken), "Prioridad") == "Prioridad (3)"


def test_names_of_rounds_differ_by_more_than_capitals():
    assert round_name(Snapshot([votes.asked("PRIORIDAD")]), "Prioridad") == "Prioridad (2)"


def test_a_long_name_leaves_room_for_its_number():
    long = "x" * 400
    first = round_name(Snapshot(), long)

    second = round_name(Snapshot([votes.asked(first)]), long)

    assert second.endswith(" (2)")
    assert len(second) <= 250
    assert len(first) < len(second)


@given(st.integers(0, 60), st.dictionaries(st.integers(1, 8), st.integers(0, 60)))
def test_ballots_by_hands_give_each_item_the_hands_that_were_raised(people, raised):
    counted = {item: min(hands, people) for item, hands in raised.items()}

    ballots = by_hands(people, counted)

    assert len(ballots) == people
    assert {item: sum(item in one.chosen for one in ballots) for item in counted} == counted


def test_raised_hands_are_a_share_of_all_who_vote_by_hand():
    """The approval of the method, 18, 24, 9 and 21 of 30: 60, 80, 30 and 70 %."""
    ballots = by_hands(30, dict(enumerate((18, 24, 9, 21), 1)))

    found = count(a_sheet(), [Vote(one) for one in ballots])

    assert [float(line.share) for line in found.lines] == [0.6, 0.8, 0.3, 0.7]


def test_six_hands_of_ten_are_no_unanimity():
    found = count(a_sheet(items="A"), [Vote(one) for one in by_hands(10, {1: 6})])

    assert (found.lines[0].share, found.lines[0].abstained) == (Fraction(3, 5), 0)


def test_nobody_in_the_room_makes_no_ballots():
    assert by_hands(0, {1: 5}) == []


def test_a_round_prepared_again_begins_from_the_start_under_a_name_of_its_own():
    asked, records = votes.ranking()
    snapshot = Snapshot(records)

    anew, parts = again(snapshot, asked)

    assert (anew.name, anew.state, anew.turn) == ("Prioridad del clúster (2)", State.DRAFT, 1)
    assert (anew.opened_at, anew.closed_at, anew.question) == (None, None, asked.question)
    assert anew.id != asked.id
    assert {one.round for one in parts} == {anew.id}


def test_a_round_prepared_again_takes_its_items_and_criteria_but_no_result_along():
    asked, records = votes.rating(criteria=("Nivel hoy", "Nivel ideal"))

    _anew, parts = again(Snapshot(records), asked)

    assert [one.name for one in parts] == [
        "Mano de obra", "Asistencia técnica", "Frío compartido", "Financiación",
        "Nivel hoy", "Nivel ideal",
    ]  # fmt: skip
    assert not {one.id for one in parts} & {one.id for one in records}


def test_taking_a_round_away_removes_its_parts_before_itself():
    asked, records = votes.rating()

    act = removal(Snapshot(records), asked)

    assert all(isinstance(one, Remove) for one in act.changes)
    assert len(act.changes) == 4 + 1 + 1
    assert act.changes[-1] == Remove(Round, asked.id)
    assert act.values == {"round": "Diamante actual"}


def ideas():
    asked, records = votes.ideas()
    return asked, [one for one in records if isinstance(one, RoundText)]


def test_ideas_that_stay_where_they_are_change_nothing():
    asked, texts = ideas()

    act = grouped(asked, texts, [(one.group, one.is_hidden) for one in texts])

    assert act.changes == ()


def test_only_ideas_that_move_are_written():
    asked, texts = ideas()
    rows = [(one.group, one.is_hidden) for one in texts]
    rows[5] = ("  Personas ", False)
    rows[6] = ("", False)

    act = grouped(asked, texts, rows)

    assert act.changes == (
        Edit(RoundText, texts[5].id, {"group": "Personas", "is_hidden": False}),
        Edit(RoundText, texts[6].id, {"group": "", "is_hidden": False}),
    )
    assert act.values == {"round": "Ideas para vender más"}


def test_every_idea_needs_its_row():
    asked, texts = ideas()

    with pytest.raises(ValueError, match="zip"):
        grouped(asked, texts, [])


def test_each_firm_inside_gets_one_card():
    made_cards = firm_cards(Snapshot([TABLE, DAIRY, FARM]), TABLE.id)

    assert [(one.label, one.actor, one.is_firm) for one in made_cards] == [
        ("Dairy", DAIRY.id, True),
        ("Farm", FARM.id, True),
    ]
    assert {one.meeting for one in made_cards} == {TABLE.id}


def test_new_cards_move_the_quorum_of_a_round_that_waits_for_them():
    waiting = votes.asked(roll=Roll.FIRMS, meeting=TABLE.id, state=State.DRAFT)
    snapshot = Snapshot([TABLE, DAIRY, FARM, waiting])

    changes = quorum_changes(snapshot, firm_cards(snapshot, TABLE.id))

    assert changes == (Edit(Round, waiting.id, {"quorum": 2}),)


def test_a_firm_that_has_a_card_gets_no_second_one_for_the_same_meeting():
    snapshot = Snapshot([TABLE, DAIRY, FARM, card("Dairy", actor=DAIRY.id, is_firm=True)])

    assert [one.label for one in firm_cards(snapshot, TABLE.id)] == ["Farm"]
    assert [one.label for one in firm_cards(snapshot, None)] == ["Dairy", "Farm"]


def test_cards_for_names_leave_out_blanks_doubles_and_those_who_have_one():
    snapshot = Snapshot([TABLE, card("Ana")])

    found = person_cards(snapshot, TABLE.id, ["ana", " Eva ", "", "EVA", "Luz", "  "])

    assert [one.label for one in found] == ["Eva", "Luz"]
    assert not any(one.is_firm for one in found)


@given(st.lists(st.sampled_from(["Ana", "ANA", "Eva", " eva", "Luz", "", "Ñusta"]), max_size=12))
def test_no_two_cards_have_the_same_name(names):
    labels = [one.label.casefold() for one in person_cards(Snapshot(), None, names)]

    assert len({*labels}) == len(labels)
    assert {*labels} == {name.strip().casefold() for name in names if name.strip()}


def test_cards_stand_by_name_and_void_ones_last():
    found = [card("eva"), card("Ana", is_void=True), card("Luz"), card("Otra", meeting=None)]
    snapshot = Snapshot([TABLE, *found])

    assert [one.label for one in cards_of(snapshot, TABLE.id)] == ["eva", "Luz", "Ana"]
    assert [one.label for one in cards_of(snapshot, None)] == ["Otra"]


def test_cards_that_came_in_make_the_list_of_attendance():
    cards = [card("One", actor=DAIRY.id), card("Two", actor=DAIRY.id), card("Three", actor=FARM.id)]

    found = attendance_of(Snapshot([TABLE, DAIRY, FARM]), TABLE, [*cards, card("Nobody's")])

    assert [(one.actor, one.people, one.meeting) for one in found] == [
        (DAIRY.id, 2, TABLE.id),
        (FARM.id, 1, TABLE.id),
    ]


def test_who_is_on_the_list_already_is_not_put_there_again():
    listed = made(Attendance, "a", meeting=TABLE.id, actor=DAIRY.id, people=5)
    snapshot = Snapshot([TABLE, DAIRY, FARM, listed])

    assert attendance_of(snapshot, TABLE, [card("One", actor=DAIRY.id)]) == ()


LINE = made(ActionLine, "L1", code="L1", name="Quality")


def line(members, meetings=0):
    """Return the row of a line with so many members and meetings."""
    people = [actor(f"Member {place}") for place in range(members)]
    held = [
        made(Meeting, f"G{place}", name=f"G{place}", kind=MeetingKind.WORKING_GROUP,
             about_stage=Stage.ACTION_PLAN, held_on=DAY if place else None)
        for place in range(meetings)
    ]  # fmt: skip
    told_of = LINE.model_copy(
        update={
            "group": tuple(one.id for one in people),
            "meetings": tuple(one.id for one in held),
        }
    )
    [row] = group_rows(Snapshot([*people, *held, told_of]), _)
    return row


@pytest.mark.parametrize(
    ("members", "meetings", "state"),
    [
        (0, 0, "Members missing: 6"),
        (5, 3, "Members missing: 1"),
        (6, 0, "Meetings missing: 2"),
        (6, 1, "Meetings missing: 1"),
        (6, 2, "Complete"),
        (12, 3, "Complete"),
        (13, 3, "More than 12 members"),
    ],
)
def test_a_working_group_has_six_to_twelve_members_that_meet_twice(members, meetings, state):
    assert line(members, meetings)["State"] == state


def test_a_line_names_members_and_the_days_its_group_met():
    row = line(2, 2)

    assert row["Working group"] == "Member 0, Member 1"
    assert row["Meetings"] == "Oct 28, 2026"
    assert row["Action line"] == "L1 Quality"


def test_meetings_without_a_day_are_counted():
    assert line(6, 1)["Meetings"] == "1"


def test_without_lines_there_are_no_groups():
    assert group_rows(Snapshot(), _) == []


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "1: A"),
        (["A", "B"], "2: A, B"),
        (["", ""], "2"),
        (["", "B"], "2: B, …"),
    ],
)
def test_what_changed_since_the_last_plan_is_counted_and_named(names, text):
    assert told(names, _) == text


def test_of_many_changes_only_the_first_are_named():
    found = told([f"N{place}" for place in range(1200)], _)

    assert found.startswith("1,200: N0, N1")
    assert found.endswith(", …")
    assert len(found) < 120


def test_cards_of_a_large_cluster_are_made_at_once():
    firms = [
        made(Actor, str(place), name=f"Quesería {place}", kind=DAIRY.kind,
             inclusion=Inclusion.INSIDE)
        for place in range(300)
    ]  # fmt: skip

    assert len({one.id for one in firm_cards(Snapshot(firms), None)}) == 300
