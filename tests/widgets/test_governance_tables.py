"""Tables of the governance: rules with the votes they ask for, any number of voters tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.widgets.governance_tables import rule_rows, trial_rows
from methodology.governance import GovernanceRule, Organ, OrganKind, RuleKind
from methodology.majority import Counted, Majority
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.governed import DAY, GOVERNED

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
FORUM = made(Organ, name="Forum", kind=OrganKind.ASSEMBLY, members=35)


def rule(**values):
    return made(GovernanceRule, "r", **{"name": "Rule", "kind": RuleKind.OTHER, **values})


def row_of(*records):
    [row], _note = rule_rows(_, Snapshot(records))
    return row


def votes(majority, count):
    """Return what the table says a majority asks for, of a number of voters."""
    rows, _note = trial_rows(_, count)
    return next(int(row["Votes needed"]) for row in rows if row["Majority"] == _(majority.label))


def test_without_rules_there_are_no_rows():
    rows, note = rule_rows(_, Snapshot())

    assert rows == []
    assert note == (
        "Votes needed when every member with a vote is there; half plus one is the smallest whole "
        "number above the half."
    )


def test_every_rule_of_the_governance_says_organ_majority_votes_and_day():
    rows, _note = rule_rows(_, Snapshot(GOVERNED))

    assert [[*row.values()] for row in rows] == [
        ["Quorum", "Quorum", "Forum", "Half plus one · Of the members", "18 of 35", "Oct 28, 2026"],
        ["Decisions", "Decisions", "Board", "Half plus one · Of the members", "5 of 8",
         "Oct 28, 2026"],
        ["Admission", "Admission of members", "Board", "Two thirds · Of the members", "6 of 8",
         "Oct 28, 2026"],
    ]  # fmt: skip


def test_observers_have_no_vote_in_the_board():
    decisions = rule_rows(_, Snapshot(GOVERNED))[0][1]

    assert decisions["Votes needed"] == "5 of 8"  # nine seats, one of them an observer's


def test_a_rule_in_words_alone_asks_for_no_votes():
    assert row_of(rule(text="Meetings every month")) == {
        "Rule": "Rule",
        "What it settles": "Other rule",
        "Organ": "",
        "Majority": "",
        "Votes needed": "",
        "Adopted on": "Pending",
    }


def test_a_rule_not_adopted_is_pending_and_an_adopted_one_has_its_day():
    assert row_of(rule())["Adopted on"] == "Pending"
    assert row_of(rule(adopted_on=DAY))["Adopted on"] == "Oct 28, 2026"


@pytest.mark.parametrize("majority", [*Majority])
@pytest.mark.parametrize("counted", [*Counted])
def test_majority_and_those_counted_are_said_in_words(majority, counted):
    row = row_of(FORUM, rule(organ=FORUM.id, majority=majority, counted=counted))

    assert row["Majority"] == f"{_(majority.label)} · {_(counted.label)}"


def test_those_counted_alone_are_said_without_a_dot():
    assert row_of(rule(counted=Counted.MEMBERS))["Majority"] == "Of the members"
    assert row_of(rule(majority=Majority.UNANIMITY))["Majority"] == "All of them"


@pytest.mark.parametrize(
    ("majority", "text"),
    [
        (Majority.HALF_PLUS_ONE, "18 of 35"),
        (Majority.TWO_THIRDS, "24 of 35"),
        (Majority.THREE_QUARTERS, "27 of 35"),
        (Majority.ONE_THIRD, "12 of 35"),
        (Majority.UNANIMITY, "35 of 35"),
    ],
)
def test_votes_of_thirty_five_members(majority, text):
    found = rule(organ=FORUM.id, majority=majority, counted=Counted.MEMBERS)

    assert row_of(FORUM, found)["Votes needed"] == text


def test_an_organ_that_is_gone_leaves_the_cell_empty():
    lost = rule(majority=Majority.HALF_PLUS_ONE, counted=Counted.MEMBERS)

    assert row_of(lost)["Organ"] == ""


@pytest.mark.parametrize(
    ("count", "half", "literal", "thirds", "quarters", "third"),
    [
        (1, 1, 1, 1, 1, 1),
        (2, 2, 2, 2, 2, 1),
        (3, 2, 3, 2, 3, 1),
        (4, 3, 3, 3, 3, 2),
        (7, 4, 5, 5, 6, 3),
        (8, 5, 5, 6, 6, 3),
        (9, 5, 6, 6, 7, 3),
        (12, 7, 7, 8, 9, 4),
        (35, 18, 19, 24, 27, 12),
        (100, 51, 51, 67, 75, 34),
    ],
)
def test_votes_by_number_of_voters_worked_by_hand(count, half, literal, thirds, quarters, third):
    found = [votes(one, count) for one in Majority]

    assert found == [half, literal, thirds, quarters, third, count]


def test_each_majority_shows_its_formula():
    rows, note = trial_rows(_, 7)

    assert [row["Formula"] for row in rows] == [one.formula for one in Majority]
    assert note == "n is the number of those counted; ⌊ ⌋ rounds down, ⌈ ⌉ rounds up."


@given(st.integers(1, 5000))
def test_half_plus_one_is_the_smallest_whole_number_above_the_half(count):
    [row, *_rest], _note = trial_rows(_, count)
    needed = int(row["Votes needed"].replace(",", ""))

    assert needed > count / 2 >= needed - 1


@given(st.integers(1, 900))
def test_a_heavier_majority_never_asks_for_fewer_votes(count):
    third, half, thirds, quarters, everybody = (
        votes(one, count)
        for one in (
            Majority.ONE_THIRD,
            Majority.HALF_PLUS_ONE,
            Majority.TWO_THIRDS,
            Majority.THREE_QUARTERS,
            Majority.UNANIMITY,
        )
    )

    assert third <= half <= everybody == count
    assert third <= thirds <= quarters <= everybody


def test_two_of_two_is_asked_for_by_half_plus_one_and_by_two_thirds():
    assert votes(Majority.HALF_PLUS_ONE, 2) == votes(Majority.TWO_THIRDS, 2) == 2


def test_rules_are_said_in_spanish():
    rows, note = rule_rows(SPANISH, Snapshot(GOVERNED))

    assert rows[2] == {
        "Regla": "Admission",
        "Qué regula": "Admisión de miembros",
        "Órgano": "Board",
        "Mayoría": "Dos tercios · De los miembros",
        "Votos necesarios": "6 de 8",
        "Adoptada el": "28 oct. 2026",
    }
    assert note == (
        "Votos necesarios cuando están todos los miembros con voto; mitad más uno es el menor "
        "entero mayor que la mitad."
    )


def test_rules_are_said_in_portuguese():
    rows, note = rule_rows(PORTUGUESE, Snapshot(GOVERNED))

    assert rows[2] == {
        "Regra": "Admission",
        "O que regula": "Admissão de membros",
        "Órgão": "Board",
        "Maioria": "Dois terços · Dos membros",
        "Votos necessários": "6 de 8",
        "Adotada em": "28 de out. de 2026",
    }
    assert note == (
        "Votos necessários quando estão todos os membros com voto; metade mais um é o menor "
        "inteiro maior que a metade."
    )


def test_a_trial_is_said_in_spanish_and_portuguese():
    spanish, _note = trial_rows(SPANISH, 7)
    portuguese, _note = trial_rows(PORTUGUESE, 7)

    assert [row["Mayoría"] for row in spanish] == [
        "Mitad más uno", "Mitad más uno, al pie de la letra", "Dos tercios",
        "Tres cuartos", "Un tercio", "Todos",
    ]  # fmt: skip
    assert [row["Maioria"] for row in portuguese] == [
        "Metade mais um", "Metade mais um, ao pé da letra", "Dois terços",
        "Três quartos", "Um terço", "Todos",
    ]  # fmt: skip
    assert [row["Votos necesarios"] for row in spanish] == ["4", "5", "5", "6", "3", "7"]
