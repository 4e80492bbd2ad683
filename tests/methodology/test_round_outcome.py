"""The records that a closed round leaves, and what a secret one must not leave."""

from decimal import Decimal
from itertools import count
from uuid import UUID

import pytest

from methodology.mapping import ActorKind
from methodology.round_outcome import outcome
from methodology.round_results import (
    Measure,
    RoundPair,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
)
from methodology.rounds import Channel, Instrument, Roll, Secrecy, Unit
from tests.voting import a_sheet, key, vote

PUBLIC = {"secrecy": Secrecy.NAMED}


def made(asked, votes, eligible=None, weights=()):
    numbers = count(1)
    return outcome(
        asked, votes, eligible=eligible, new_id=lambda: UUID(int=next(numbers)), weights=weights
    )


def kept(found, cls, view=View.DECLARED):
    return [one for one in found if isinstance(one, cls) and getattr(one, "view", view) is view]


def firms(*sizes, chosen=(1,)):
    return [vote(firm=n, chosen=chosen) for n, size in enumerate(sizes, 1) for _ in range(size)]


def test_results_and_summary_of_an_approval():
    asked = a_sheet(items="AB", quorum=3, roll=Roll.PERSONS)
    votes = [vote(chosen=(1,)), vote(chosen=(1,), channel=Channel.PAPER), vote(abstains=True)]

    found = made(asked, votes, eligible=5)

    (summary,) = kept(found, RoundSummary)
    assert (summary.cast, summary.valid, summary.eligible, summary.by_paper) == (3, 2, 5, 1)
    assert (summary.has_quorum, summary.winner, summary.is_tied) == (True, asked.items[0].id, False)
    results = kept(found, RoundResult)
    assert [(one.place, one.score, one.share, one.count) for one in results] == [
        (1, 2, 1, 2),
        (2, 0, 0, 0),
    ]


def test_quorum_counts_abstentions_and_is_not_told_where_none_was_fixed():
    votes = [vote(abstains=True)] * 2

    assert kept(made(a_sheet(quorum=2), votes), RoundSummary)[0].has_quorum is True
    assert kept(made(a_sheet(quorum=3), votes), RoundSummary)[0].has_quorum is False
    assert kept(made(a_sheet(), votes), RoundSummary)[0].has_quorum is None


def test_the_summary_keeps_who_took_part_while_it_is_still_known():
    asked = a_sheet(items="AB", roll=Roll.PERSONS)
    votes = [*firms(2, 1, 1), vote(kind=ActorKind.PUBLIC_BODY, chosen=(1,))]

    (told,) = kept(made(asked, votes), RoundSummary)
    (untold,) = kept(made(asked, votes[:3]), RoundSummary)

    assert (told.kinds, told.largest_share) == (1, Decimal("0.4"))
    assert (untold.kinds, untold.largest_share) == (None, None)


def test_the_summary_keeps_the_weights_of_the_cards_where_they_counted():
    weights = [Decimal("2.0"), Decimal(1), Decimal(10), Decimal("0.5"), Decimal(1)]

    (weighty,) = kept(made(a_sheet(is_weighted=True), [], 5, weights), RoundSummary)
    (equal,) = kept(made(a_sheet(), [], 5, weights), RoundSummary)

    assert weighty.weights == "0.5×1 1×2 2×1 10×1"
    assert weighty.cards_by_weight == {
        Decimal("0.5"): 1, Decimal(1): 2, Decimal(2): 1, Decimal(10): 1,
    }  # fmt: skip
    assert (equal.weights, equal.cards_by_weight) == ("", {})


def test_a_ranking_leaves_both_rules_pairs_and_w():
    asked = a_sheet(Instrument.RANKING, "ABC")

    found = made(asked, [vote(order=(1, 2, 3)), vote(order=(1, 3, 2))])

    first = kept(found, RoundResult)[0]
    assert (first.borda, first.copeland, first.counts) == (4, 2, "2 0 0")
    assert len(kept(found, RoundPair)) == 6
    (summary,) = kept(found, RoundSummary)
    assert (summary.measure, summary.condorcet) == (Measure.KENDALL, asked.items[0].id)


def test_a_rating_leaves_what_it_comes_to():
    asked = a_sheet(Instrument.RATING, "A", (("Hoy", "level"),))

    (result,) = kept(made(asked, [vote(scores={"1.1": s}) for s in (3, 4, 5, 4)]), RoundResult)

    assert (result.criterion, result.median, result.mean) == (asked.criteria[0].id, 4, 4)
    assert (result.first_quartile, result.third_quartile) == (3.75, 4.25)
    assert result.counts == "0 0 1 2 1"
    assert result.within_one == 1


def test_one_score_agrees_with_nobody():
    asked = a_sheet(Instrument.RATING, "A", (("Hoy", "level"),))

    found = made(asked, [vote(scores={"1.1": 3})])

    assert kept(found, RoundResult)[0].agreement is None
    assert kept(found, RoundSummary)[0].measure is None


def test_words_are_counted_whatever_their_capitals_and_say_nothing_of_their_order():
    asked = a_sheet(Instrument.WORDS, "", amount=3)
    votes = [vote(texts=("Zumo", "Leche")), vote(texts=("leche", "")), vote(texts=("Agua", "agua"))]

    found = kept(made(asked, votes), RoundText)

    assert [(one.text, one.count) for one in found] == [("Leche", 2), ("Agua", 1), ("Zumo", 1)]


def test_reasons_stand_with_their_item_and_without_a_name():
    asked = a_sheet(Instrument.RATING, "AB", (("Hoy", "level"),), asks_reasons=True)

    found = made(asked, [vote(scores={"2.1": 1}, reasons={2: "no hay"}, who="Rosa")])

    (text,) = kept(found, RoundText)
    assert (text.item, text.text) == (asked.items[1].id, "no hay")
    assert "Rosa" not in text.model_dump_json()


def test_pledges_are_public_on_purpose():
    asked = a_sheet(Instrument.COMMITMENT, "AB", **PUBLIC)
    votes = [
        vote(firm=1, who="Quesería Ñusta", joins={1: "dos horas", 2: "local"}),
        vote(joins={1: ""}),
    ]

    found = kept(made(asked, votes), RoundPledge)

    assert [(one.who, one.item, one.contribution) for one in found] == [
        ("Quesería Ñusta", asked.items[0].id, "dos horas"),
        ("Quesería Ñusta", asked.items[1].id, "local"),
        ("–", asked.items[0].id, ""),
    ]


def test_a_public_round_shows_what_if():
    found = made(a_sheet(items="AB", **PUBLIC), firms(3, 1, 1))

    assert kept(found, RoundSummary, View.PER_FIRM)[0].cast == 5
    left = {one.without for one in kept(found, RoundSummary, View.WITHOUT_FIRM)}
    assert left == {key(9001), key(9002), key(9003)}


def test_a_public_round_of_firms_shows_what_persons_would_have_decided():
    votes = [*firms(3, chosen=(1,)), vote(firm=2, chosen=(2,)), vote(firm=3, chosen=(2,))]
    asked = a_sheet(items="AB", unit=Unit.FIRM, **PUBLIC)

    found = made(asked, votes)

    assert kept(found, RoundSummary)[0].winner == asked.items[1].id
    assert kept(found, RoundSummary, View.PER_PERSON)[0].winner == asked.items[0].id


@pytest.mark.parametrize("sizes", [(3, 1, 1), (2, 2, 1), (3, 2), (1,) * 9])
def test_a_secret_round_shows_no_view_that_gives_a_firm_away(sizes):
    found = made(a_sheet(items="AB"), firms(*sizes))

    assert [one.view for one in found if isinstance(one, RoundSummary)] == [View.DECLARED]


def test_a_firm_of_four_may_be_left_out_where_four_others_stay():
    found = made(a_sheet(items="AB"), firms(4, 1, 1, 1, 1))

    assert [one.without for one in kept(found, RoundSummary, View.WITHOUT_FIRM)] == [key(9001)]


def test_a_secret_round_shows_views_in_which_firms_hide():
    found = made(a_sheet(items="AB"), firms(3, 2, 1, 1, 1, 1))

    assert kept(found, RoundSummary, View.PER_FIRM)
    assert not kept(found, RoundSummary, View.WITHOUT_FIRM)


def test_a_rare_weight_leaves_a_secret_round_with_places_alone():
    votes = [vote(weight=7, chosen=(2,)), *(vote(chosen=(1,)) for _ in range(5))]

    secret = kept(made(a_sheet(items="AB", is_weighted=True), votes), RoundResult)
    public = kept(made(a_sheet(items="AB", is_weighted=True, **PUBLIC), votes), RoundResult)

    assert [(one.place, one.score, one.count) for one in secret] == [(2, None, 0), (1, None, 0)]
    assert [(one.place, one.score, one.count) for one in public] == [(2, 5, 5), (1, 7, 1)]


def test_shared_votes_of_one_firm_leave_a_secret_round_with_places_alone():
    votes = firms(3, 1, 1, 1, 1)

    results = kept(made(a_sheet(items="AB", unit=Unit.FIRM), votes), RoundResult)

    assert [one.score for one in results] == [None, None]


@pytest.mark.parametrize("instrument", Instrument)
def test_a_round_that_nobody_voted_in_still_leaves_its_summary(instrument):
    asked = a_sheet(instrument, criteria=(("Hoy", "level"),), amount=3)

    (summary,) = kept(made(asked, [], eligible=4), RoundSummary)

    assert (summary.cast, summary.winner, summary.is_tied) == (0, None, False)


def test_all_keys_are_different():
    found = made(a_sheet(Instrument.RANKING, **PUBLIC), [vote(firm=1, order=(1, 2))] * 3)

    marks = [(type(one), one.id) for one in found]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize("instrument", [Instrument.APPROVAL, Instrument.RANKING])
def test_a_room_that_abstains_as_one_has_neither_winner_nor_tie(instrument):
    found = made(a_sheet(instrument, "AB"), [vote(abstains=True)] * 3)

    (summary,) = kept(found, RoundSummary)
    assert (summary.cast, summary.valid) == (3, 0)
    assert (summary.winner, summary.is_tied) == (None, False)


def test_a_wording_that_nobody_supports_is_not_first():
    (summary,) = kept(made(a_sheet(items="A"), [vote(), vote()]), RoundSummary)

    assert (summary.valid, summary.winner, summary.is_tied) == (2, None, False)


def test_each_kind_of_actor_has_its_own_result_where_it_is_large_enough():
    votes = [vote(kind=ActorKind.PRODUCER, chosen=(1,)) for _ in range(3)]
    votes += [vote(kind=ActorKind.PRODUCER, chosen=(2,))]
    votes += [vote(kind=ActorKind.BUYER, chosen=(2,)) for _ in range(5)]
    asked = a_sheet(items="AB")

    found = made(asked, votes)

    summaries = kept(found, RoundSummary, View.GROUP)
    assert [(one.group, one.cast) for one in summaries] == [
        (ActorKind.BUYER, 5),
        (ActorKind.PRODUCER, 4),
    ]
    shares = {(one.group, one.item): one.share for one in kept(found, RoundResult, View.GROUP)}
    first, second = (item.id for item in asked.items)
    assert shares == {
        (ActorKind.BUYER, first): 0,
        (ActorKind.BUYER, second): 1,
        (ActorKind.PRODUCER, first): Decimal("0.75"),
        (ActorKind.PRODUCER, second): Decimal("0.25"),
    }


def test_weights_of_a_secret_round_leave_no_group():
    votes = [vote(kind=kind, chosen=(1,)) for kind in (*ActorKind,) * 5]

    assert kept(made(a_sheet(items="AB"), votes), RoundSummary, View.GROUP)
    weighted = made(a_sheet(items="AB", is_weighted=True), votes)
    assert not kept(weighted, RoundSummary, View.GROUP)
