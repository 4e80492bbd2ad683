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
    result_notes,
    shifts,
    width_of,
)
from methodology.round_results import (
    Measure,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
)
from methodology.rounds import Instrument, State
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
    assert str(headline(found(votes.ideas()))) == "Contributions: 14"


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


def changed(made, **values):
    of, records = made
    return of, [
        one.model_copy(update=values) if isinstance(one, RoundSummary) else one for one in records
    ]


def said(made):
    return [str(one) for one in result_notes(found(made))]


def test_a_round_without_a_winner_has_no_result():
    assert str(headline(found(changed(votes.approval(), winner=None)))) == "No result"


def test_scores_close_together_are_said_so():
    close = votes.rating([("A", 4, 3.5, 4.5), ("B", 4, 4, 4)])

    assert str(headline(found(close))) == "The scores lie close together"


def test_scores_on_two_criteria_are_counted_each():
    two = votes.rating([("A", 4, 2, 5), ("B", 4, 4, 4)], criteria=("Hoy", "Horizonte"))

    assert str(headline(found(two))) == "To talk about: 2 of 4 scores lie far apart"


def test_commitments_are_counted_by_those_who_joined():
    of = votes.asked("Compromisos", Instrument.COMMITMENT)
    made = votes.items(of, ["P01", "P02"])
    pledges = [
        RoundPledge(id=votes.identity("pledge", who), round=of.id, item=made[0].id, who=who)
        for who in ("Dairy", "Farm", "Guild")
    ]
    total = RoundSummary(id=votes.identity("summary"), round=of.id, cast=3, valid=3)

    one = found((of, [of, *made, *pledges, total]))

    assert str(headline(one)) == "Commitments: 3"
    assert one.pledges == tuple(pledges)


def test_words_are_contributions_too():
    assert str(headline(found(votes.ideas(Instrument.WORDS)))) == "Contributions: 14"


def test_notes_beside_a_ranking_tell_agreement_the_other_winner_and_turnout():
    assert said(votes.ranking()) == [
        "no agreement beyond chance, W = 0.08",
        "Opción D beats every other one to one: the rule decides the winner",
        "5 of 8 voted",
    ]


def test_notes_beside_an_approval_tell_turnout_and_what_came_on_paper():
    assert said(votes.approval()) == ["32 of 40 voted", "3 on paper or by show of hands"]


def test_hands_and_paper_are_told_together():
    both = changed(votes.approval(), by_paper=2, by_hands=5)

    assert said(both)[-1] == "7 on paper or by show of hands"


def test_on_an_open_roll_ballots_are_counted_and_compared_with_nothing():
    assert said(changed(votes.approval(), eligible=None, by_paper=0)) == [
        "Ballots: 32",
        "Open roll: types of actors and share of a firm are not known",
    ]


def test_who_took_part_is_told_beside_a_result():
    broad = changed(votes.approval(), kinds=4, largest_share=Decimal("0.15625"), by_paper=0)
    narrow = changed(votes.approval(), kinds=1, largest_share=Decimal("0.3"), by_paper=0)

    assert said(broad)[1:] == ["Types of actors: 4", "Largest firm: 15.6% of the votes"]
    assert said(narrow)[-1] == "Too narrow for a public ballot: three types, no firm above 20%"


def test_a_tie_says_what_was_agreed_for_it():
    tied = changed(votes.approval(), is_tied=True, winner=None, by_paper=0)

    assert said(tied) == [
        "Tie in the first place: The room talks and decides",
        "32 of 40 voted",
    ]


def test_a_missed_quorum_says_how_many_were_needed():
    of, records = votes.approval()
    asked = of.model_copy(update={"quorum": 35})
    short = changed((asked, [asked, *records[1:]]), has_quorum=False, by_paper=0)

    assert said(short) == ["32 of 40 voted", "No quorum: 35 were needed"]


@pytest.mark.parametrize("has_quorum", [True, None])
def test_a_quorum_met_or_never_set_needs_no_note(has_quorum):
    assert said(changed(votes.approval(), has_quorum=has_quorum, by_paper=0)) == ["32 of 40 voted"]


def test_where_both_rules_agree_nothing_is_split():
    of, records = votes.ranking()
    agreed = changed((of, records), condorcet=records[1].id)

    assert is_split(found(agreed)) is False


@pytest.mark.parametrize("values", [{"condorcet": None}, {"winner": None}])
def test_without_both_winners_nothing_can_be_split(values):
    assert is_split(found(changed(votes.ranking(), **values))) is False


@pytest.mark.parametrize(
    ("first", "third", "width", "apart"),
    [("3", "4", "1", False), ("3", "4.01", "1.01", True), (None, "4", None, False)],
)
def test_a_width_needs_both_quartiles_and_more_than_a_point_is_a_dispute(
    first, third, width, apart
):
    result = RoundResult(
        id=votes.identity("w"),
        round=votes.identity("r"),
        item=votes.identity("i"),
        first_quartile=None if first is None else Decimal(first),
        third_quartile=Decimal(third),
    )

    assert width_of(result) == (None if width is None else Decimal(width))
    assert is_disputed(result) is apart


def test_nobody_scored_has_no_width():
    assert width_of(None) is None


def test_an_item_without_a_place_stands_last():
    of, records = votes.approval()
    gone = [
        one.model_copy(update={"place": None})
        if isinstance(one, RoundResult) and one.place == 1
        else one
        for one in records
    ]

    assert [item.name[-1] for item in found((of, gone)).ranked()] == ["D", "A", "C", "B"]


def test_a_turn_that_was_never_closed_came_to_nothing():
    assert found(votes.approval(), turn=2) is None


def test_views_stand_in_the_order_of_the_method():
    of, records = votes.approval()
    (declared,) = (one for one in records if isinstance(one, RoundSummary))
    firm = votes.identity("firm")
    others = [
        declared.model_copy(update={"id": votes.identity(name), "view": view, "without": left})
        for name, view, left in (
            ("x", View.WITHOUT_FIRM, firm),
            ("y", View.PER_FIRM, None),
        )
    ]
    earlier = others[1].model_copy(update={"id": votes.identity("z"), "turn": 2})

    views = other_views(Snapshot([*records, *others, earlier]), of)

    assert [one.view for one in views] == sorted(
        (View.PER_FIRM, View.WITHOUT_FIRM), key=[*View].index
    )


def test_a_result_in_another_view_is_no_result_of_the_declared_one():
    of, records = votes.approval()
    odd = [
        one.model_copy(update={"view": View.PER_FIRM}) if isinstance(one, RoundResult) else one
        for one in records
    ]

    assert found((of, odd)).results == {}
    assert str(headline(found((of, odd)))) == "First: Borrador B"


def test_a_criterion_asks_for_its_own_result():
    one = found(votes.rating([("A", 4, 4, 4)], criteria=("Hoy", "Horizonte")))
    now, later = one.criteria

    assert one.result(one.items[0], now) != one.result(one.items[0], later)
    assert one.result(one.items[0]) is None


def test_a_shift_needs_scores_on_both_turns():
    _first, one = votes.rating([("A", 4, 3, 4.25)])
    second, two = votes.rating([("A", 4, 4, 4), ("B", 3, 3, 3)], turn=2)
    known = {record.id for record in two}
    both = Snapshot([*two, *(record for record in one if record.id not in known)])

    moved = shifts(outcome(both, second, turn=1), outcome(both, second))

    assert [each.item.name for each in moved] == ["A"]
