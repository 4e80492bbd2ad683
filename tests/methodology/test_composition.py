"""Who took part in a vote: types of actors, the largest firm, and whether that is broad enough."""

from decimal import Decimal
from fractions import Fraction

import pytest

from methodology.composition import Composition, composition, composition_notes
from methodology.mapping import ActorKind
from methodology.round_results import RoundSummary
from methodology.rounds import FREE, Instrument, Roll, Secrecy, Unit
from tests.voting import a_round, key, vote

PRODUCER, SUPPLIER = ActorKind.PRODUCER, ActorKind.SUPPLIER
PUBLIC_BODY = ActorKind.PUBLIC_BODY
PERSONS = {"roll": Roll.PERSONS}
CAST = [
    *(vote(firm=1, kind=PRODUCER, chosen=(1,)) for _ in range(3)),
    vote(firm=2, kind=PRODUCER, chosen=(2,)),
    vote(firm=3, kind=SUPPLIER, chosen=(2,)),
    vote(kind=PUBLIC_BODY, chosen=(2,)),
]


def notes(**values):
    given = {key: values.pop(key) for key in ("kinds", "largest_share") if key in values}
    asked = a_round(**{**PERSONS, **values})
    eligible = None if asked.roll is Roll.OPEN else 20
    summary = RoundSummary(id=key(1), round=key(1), cast=12, eligible=eligible, **given)
    return [str(one) for one in composition_notes(asked, summary)]


def test_types_are_counted_and_the_largest_firm_has_half_the_ballots():
    assert composition(a_round(**PERSONS), CAST) == Composition(3, Fraction(1, 2))


def test_where_firms_count_each_has_one_vote_however_many_came():
    asked = a_round(roll=Roll.FIRMS, unit=Unit.FIRM)

    assert composition(asked, CAST) == Composition(3, Fraction(1, 4))


def test_of_fewer_than_four_secret_ballots_nothing_is_told():
    shown = a_round(secrecy=Secrecy.NAMED, **PERSONS)

    assert composition(a_round(**PERSONS), CAST[:3]) == Composition()
    assert composition(shown, CAST[:3]) == Composition(1, Fraction(1))


def test_of_phones_that_nobody_knows_nothing_is_known():
    assert composition(a_round(), [vote(chosen=(1,))] * 9) == Composition()


@pytest.mark.parametrize(
    ("kinds", "share", "is_narrow"),
    [(3, "0.2", False), (2, "0.2", True), (3, "0.200001", True), (None, "0.1", False)],
)
def test_a_public_ballot_asks_for_three_types_and_no_firm_above_a_fifth(kinds, share, is_narrow):
    said = notes(kinds=kinds, largest_share=Decimal(share))

    assert any(one.startswith("Too narrow for a public ballot") for one in said) is is_narrow


def test_who_took_part_is_told_in_numbers():
    assert notes(kinds=4, largest_share=Decimal("0.166667")) == [
        "Types of actors: 4",
        "Largest firm: 16.7% of the votes",
    ]


@pytest.mark.parametrize(
    ("share", "told"),
    [("0.204082", "20.4"), ("0.2", "20"), ("0.166667", "16.7"), ("0.19996", "20"), ("0.25", "25")],
)
def test_a_share_above_a_fifth_is_never_told_as_a_fifth(share, told):
    """Ten ballots of 49 are more than the 20 % that the next sentence speaks of."""
    assert notes(kinds=3, largest_share=Decimal(share))[1] == f"Largest firm: {told}% of the votes"


def test_a_ballot_with_a_quorum_is_judged_by_that_alone():
    said = notes(kinds=1, largest_share=Decimal("0.5"), quorum=7)

    assert said == ["Types of actors: 1", "Largest firm: 50% of the votes"]


def test_of_an_open_roll_it_is_said_that_nobody_knows():
    assert notes(roll=Roll.OPEN) == ["Open roll: types of actors and share of a firm are not known"]


@pytest.mark.parametrize("instrument", [*FREE, Instrument.COMMITMENT])
def test_what_decides_nothing_is_not_judged(instrument):
    assert notes(instrument=instrument, roll=Roll.OPEN) == []
