"""What rounds came to, in records and in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.outcomes import (
    consensus,
    headline,
    is_disputed,
    is_split,
    other_views,
    outcome,
    shifts,
)
from methodology.rounds import Instrument, Measure, RoundSummary, RoundText, State, View
from methodology.snapshot import Snapshot
from tests import votes


def found(made, **values):
    of, _records = made
    return outcome(votes.snapshot_of(made), of, **values)


def summary(measure=Measure.KENDALL, value="0.46", probability="0.001"):
    return RoundSummary(
        id=votes.identity("s"),
        round=votes.identity("r"),
        measure=measure,
        consensus=Decimal(value),
        probability=Decimal(probability),
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0.1", "very weak agreement, W = 0.10"),
        ("0.3", "weak agreement, W = 0.30"),
        ("0.46", "moderate agreement, W = 0.46"),
        ("0.5", "moderate agreement, W = 0.50"),
        ("0.7", "strong agreement, W = 0.70"),
        ("0.793939", "strong agreement, W = 0.79"),
        ("0.918129", "unusually strong agreement, W = 0.92"),
    ],
)
def test_agreement_is_said_in_schmidts_words_with_its_number(value, words):
    assert str(consensus(summary(value=value))) == words


def test_agreement_that_chance_explains_is_called_none():
    of, records = votes.ranking()

    said = consensus(found((of, records)).summary)

    assert str(said) == "no agreement beyond chance, W = 0.08"


def test_agreement_of_ratings_is_a_number_out_of_one():
    said = consensus(summary(Measure.TASTLE_WIERMAN, "0.5607"))

    assert str(said) == "Agreement (Tastle & Wierman): 0.56 of 1"


def test_nothing_measured_nothing_said():
    assert consensus(RoundSummary(id=votes.identity("s"), round=votes.identity("r"))) is None


@given(st.decimals(0, 1, places=4), st.decimals(0, 1, places=4))
def test_stronger_agreement_never_sounds_weaker(one, other):
    bands = ["very weak", "weak", "moderate", "strong", "unusually strong"]

    def band(value):
        said = str(consensus(summary(value=str(value))))
        return bands.index(said.split(" agreement")[0])

    low, high = sorted([one, other])
    assert band(low) <= band(high)


def test_items_stand_by_their_place_and_ties_keep_their_order():
    of, records = votes.ranking()

    ranked = [item.name for item in found((of, records)).ranked()]

    assert ranked == [f"Opción {letter}" for letter in "ADGBEICFHJ"]


def test_two_rules_with_two_winners_are_noticed():
    assert is_split(found(votes.ranking())) is True
    assert is_split(found(votes.approval())) is False


def test_a_round_names_its_winner_its_ties_or_what_to_talk_about():
    of, records = votes.ranking()
    tied = [
        one.model_copy(update={"is_tied": True, "winner": None})
        if isinstance(one, RoundSummary)
        else one
        for one in records
    ]

    assert str(headline(found((of, records)))) == "First: Opción A"
    assert str(headline(outcome(Snapshot(tied), of))) == "Tie: Opción A"
    assert str(headline(found(votes.rating()))) == ("To talk about: 2 of 4 scores lie far apart")
    assert str(headline(found(votes.ideas()))) == "14 contributions"


def test_scores_within_one_point_are_no_dispute():
    of, records = votes.rating([("A", 4, 3.5, 4.5), ("B", 4, 3, 4.25)])
    one = found((of, records))

    assert [item.name for item, _criterion in one.disputed()] == ["B"]
    assert is_disputed(None) is False


def test_nothing_is_told_while_a_round_is_open():
    of, records = votes.ranking()
    open_one = of.model_copy(update={"state": State.OPEN})

    assert outcome(Snapshot(records), open_one) is None


def test_a_first_turn_can_be_seen_while_the_second_is_open():
    of, records = votes.rating()
    second = of.model_copy(update={"state": State.OPEN, "turn": 2})

    assert outcome(Snapshot(records), second) is None
    assert outcome(Snapshot(records), second, turn=1) is not None


def test_shifts_pair_the_two_turns_item_by_item():
    _first, one = votes.rating([("A", 4, 3, 4.25), ("B", 2, 1, 3)])
    second, two = votes.rating([("A", 4, 4, 4), ("B", 3, 3, 3)], turn=2)
    known = {record.id for record in two}
    both = Snapshot([*two, *(record for record in one if record.id not in known)])

    moved = shifts(outcome(both, second, turn=1), outcome(both, second))

    assert [(one.item.name, one.before.median, one.after.median) for one in moved] == [
        ("A", 4, 4),
        ("B", 2, 3),
    ]


def test_what_would_be_otherwise_is_listed_apart_from_what_was_declared():
    of, records = votes.approval()
    made = next(one for one in records if isinstance(one, RoundSummary))
    other = made.model_copy(update={"id": votes.identity("w"), "view": View.PER_FIRM})

    views = other_views(Snapshot([*records, other]), of)

    assert [one.view for one in views] == [View.PER_FIRM]
    assert outcome(Snapshot([*records, other]), of, view=View.PER_FIRM).summary == other


def test_rounds_without_items_bring_their_texts():
    one = found(votes.ideas(Instrument.WORDS))

    assert all(isinstance(text, RoundText) for text in one.texts)
    assert len(one.texts) == 7
