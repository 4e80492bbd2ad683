"""The count of each instrument, on worked cases."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.round_results import Measure
from methodology.rounds import Instrument, Rule, TieBreak, Unit
from methodology.tally import count, decimal
from methodology.votes import weighed
from tests.methodology.test_rankings import FIVE, PROJECTS
from tests.voting import a_sheet, vote


def by_name(found, rule):
    return {line.item.name: line.scores.get(rule) for line in found.lines}


def places(found):
    return {line.item.name: line.place for line in found.lines}


def test_the_best_three_places_of_a_nominal_group_score_as_published():
    """S34: D 6; A, B, G, I 4; H 3; C, E 2; F 1; J 0 of 30, where Borda has A first."""
    asked = a_sheet(Instrument.RANKING, PROJECTS, rule=Rule.BEST_PLACES, amount=3)
    ballots = [vote(order=[PROJECTS.index(one) + 1 for one in order]) for order in FIVE]

    found = count(asked, ballots)
    only_three = count(asked, [vote(order=one.answer.order[:3]) for one in ballots])

    scores = {"D": 6, "A": 4, "B": 4, "G": 4, "I": 4, "H": 3, "C": 2, "E": 2, "F": 1, "J": 0}
    assert by_name(found, Rule.BEST_PLACES) == by_name(only_three, Rule.BEST_PLACES) == scores
    assert (found.winner.name, found.condorcet) == ("D", None)
    assert [places(found)[one] for one in "DAHJ"] == [1, 2, 6, 10]
    assert found.consensus == pytest.approx(0.0768, abs=5e-5)


def test_without_a_valid_ballot_no_place_of_a_nominal_group_is_first():
    asked = a_sheet(Instrument.RANKING, "AB", rule=Rule.BEST_PLACES)

    found = count(asked, [vote(abstains=True)])

    assert (found.winner, found.is_tied) == (None, False)


def test_approval_by_thirty_voters():
    asked = a_sheet(Instrument.APPROVAL)
    wanted = (18, 24, 9, 21)
    votes = [vote(chosen=[n for n, w in enumerate(wanted, 1) if v < w]) for v in range(30)]

    found = count(asked, votes)

    assert [line.share for line in found.lines] == [
        Fraction(60, 100), Fraction(80, 100), Fraction(30, 100), Fraction(70, 100),
    ]  # fmt: skip
    assert places(found) == {"A": 3, "B": 1, "C": 4, "D": 2}
    assert found.winner.name == "B"


def test_shares_are_of_valid_ballots_and_abstentions_are_told():
    asked = a_sheet(items="AB")

    found = count(asked, [vote(chosen=(1,)), vote(abstains=True)])

    assert [(line.share, line.abstained) for line in found.lines] == [(1, 1), (0, 1)]


def hundred_points():
    asked = a_sheet(Instrument.POINTS, amount=100)
    rows = (40, 30, 20, 10), (10, 50, 30, 10), (0, 20, 20, 60)
    weights = Fraction(1), Fraction(3, 4), Fraction(1, 2)
    votes = [
        vote(weight, amounts=dict(enumerate(row, 1)))
        for row, weight in zip(rows, weights, strict=True)
    ]
    return asked, votes


def test_hundred_points_without_weights():
    asked, votes = hundred_points()

    found = count(asked, weighed(votes, Unit.PERSON, is_weighted=False))

    assert by_name(found, Rule.SUM) == {"A": 50, "B": 100, "C": 70, "D": 80}


def test_hundred_points_with_the_weights_of_stakeholders():
    asked, votes = hundred_points()

    found = count(asked, weighed(votes, Unit.PERSON, is_weighted=True))

    assert list(by_name(found, Rule.SUM).values()) == [47.5, 77.5, 52.5, 47.5]
    shares = [float(line.share) * 100 for line in found.lines]
    assert shares == pytest.approx([21.1111, 34.4444, 23.3333, 21.1111], abs=1e-4)
    assert places(found) == {"A": 3, "B": 1, "C": 2, "D": 3}


def test_trap_5_the_rule_fixed_beforehand_decides_and_w_stands_beside():
    ballots = [vote(order=[PROJECTS.index(one) + 1 for one in order]) for order in FIVE]

    borda = count(a_sheet(Instrument.RANKING, PROJECTS, rule=Rule.BORDA), ballots)
    copeland = count(a_sheet(Instrument.RANKING, PROJECTS, rule=Rule.COPELAND), ballots)

    assert (borda.winner.name, copeland.winner.name) == ("A", "D")
    assert borda.measure is Measure.KENDALL
    assert borda.consensus == copeland.consensus == pytest.approx(0.0768, abs=5e-5)
    assert by_name(borda, Rule.COPELAND) == by_name(copeland, Rule.COPELAND)


def test_places_of_a_ranking_are_counted():
    asked = a_sheet(Instrument.RANKING, "ABC")

    found = count(asked, [vote(order=(1, 2)), vote(order=(2, 1, 3))])

    assert [line.counts for line in found.lines] == [(1, 1, 0), (1, 1, 0), (0, 0, 1)]
    assert [line.count for line in found.lines] == [2, 2, 1]
    assert found.is_tied
    assert found.winner is None


def test_a_tie_is_broken_by_the_other_rule_only_where_that_was_fixed():
    orders = [(1, 2, 3), (1, 2, 3), (2, 3, 1), (2, 1, 3)]
    votes = [vote(order=order) for order in [*orders, (1, 2, 3), (3, 2, 1)]]
    room = count(a_sheet(Instrument.RANKING, "ABC", rule=Rule.COPELAND), votes)
    other = count(
        a_sheet(Instrument.RANKING, "ABC", rule=Rule.COPELAND, tie_break=TieBreak.OTHER_RULE),
        votes,
    )

    assert room.is_tied
    assert (other.is_tied, other.winner.name) == (False, "B")


def test_pairs_chosen_one_by_one():
    asked = a_sheet(Instrument.PAIRWISE, "ABC")

    found = count(asked, [vote(wins=((1, 2), (1, 3), (3, 2))), vote(wins=((1, 2),))])

    assert by_name(found, Rule.COPELAND) == {"A": 2, "B": 0, "C": 1}
    assert found.condorcet.name == "A"
    assert found.pairs[1, 2] == 2
    assert [line.count for line in found.lines] == [2, 2, 1]  # ballots that compare it


def test_ratings_on_two_criteria_have_places_of_their_own():
    criteria = (("Importancia", "importance"), ("Desempeño", "performance"))
    asked = a_sheet(Instrument.RATING, "AB", criteria)
    votes = [
        vote(scores={"1.1": 5, "2.1": 3, "1.2": 1, "2.2": 4}),
        vote(scores={"1.1": 4, "2.1": 3}, not_competent=("1.2",)),
        vote(abstains=True),
    ]

    found = count(asked, votes)

    told = [
        (ln.criterion.name, ln.item.name, ln.place, ln.rated.spread.median) for ln in found.lines
    ]
    assert told == [
        ("Importancia", "A", 1, 4.5),
        ("Importancia", "B", 2, 3),
        ("Desempeño", "A", 2, 1),
        ("Desempeño", "B", 1, 4),
    ]
    assert [(ln.count, ln.abstained, ln.not_competent) for ln in found.lines] == [
        (2, 1, 0), (2, 1, 0), (1, 1, 1), (1, 2, 0),
    ]  # fmt: skip
    assert found.winner is None
    assert found.measure is Measure.TASTLE_WIERMAN


def test_a_firm_with_many_people_is_one_score():
    asked = a_sheet(Instrument.RATING, "A", (("Hoy", "level"),), unit=Unit.FIRM)
    votes = [*(vote(firm=1, scores={"1.1": 1}) for _ in range(5)), vote(firm=2, scores={"1.1": 5})]

    found = count(asked, weighed(votes, Unit.FIRM, is_weighted=False))

    assert found.lines[0].rated.spread.median == 3
    assert found.lines[0].counts == (5, 0, 0, 0, 1)


def test_weights_count_where_firms_are_scores_of_their_own():
    """By hand: firm 1 says 2 with three votes, firm 2 says 5 with one, so 2, 2, 2, 5."""
    asked = a_sheet(Instrument.RATING, "A", (("Hoy", "level"),), unit=Unit.FIRM, is_weighted=True)
    votes = [vote(3, firm=1, scores={"1.1": 2}) for _ in range(2)]
    votes += [vote(3, firm=1, abstains=True), vote(1, firm=2, scores={"1.1": 5})]

    weighted, alike = (
        count(asked, weighed(votes, Unit.FIRM, is_weighted=counts)).lines[0].rated
        for counts in (True, False)
    )

    assert (weighted.spread.median, weighted.mean) == (2, 2.75)
    assert (alike.spread.median, alike.mean) == (3.5, 3.5)


def test_dots_stacked_or_not():
    asked = a_sheet(Instrument.MULTIVOTE, "AB", amount=3, can_stack=True)

    found = count(asked, [vote(amounts={1: 3}), vote(amounts={1: 1, 2: 2})])

    assert by_name(found, Rule.DOTS) == {"A": 4, "B": 2}
    assert [line.count for line in found.lines] == [2, 1]


def test_joiners_are_counted_by_head():
    asked = a_sheet(Instrument.COMMITMENT, "AB")

    found = count(asked, [vote(joins={1: "horas"}), vote(joins={1: "", 2: "local"}), vote()])

    assert by_name(found, Rule.JOINED) == {"A": 2, "B": 1}


@pytest.mark.parametrize("instrument", Instrument)
def test_nobody_voted(instrument):
    asked = a_sheet(instrument, criteria=(("Hoy", "level"),), amount=5)

    found = count(asked, [])

    assert found.consensus is None
    assert all(not line.count for line in found.lines)


@pytest.mark.parametrize("instrument", Instrument)
@pytest.mark.parametrize("abstentions", [0, 3])
def test_without_a_valid_ballot_nothing_has_a_place_or_wins_pairs(instrument, abstentions):
    """Counted on, Copeland would give each item half a win for every pair, and all the place 1."""
    asked = a_sheet(instrument, criteria=(("Hoy", "level"),), amount=5)

    found = count(asked, [vote(abstains=True)] * abstentions)

    assert all((line.place, line.share) == (None, None) for line in found.lines)
    assert not any(score for line in found.lines for score in line.scores.values())
    assert (found.winner, found.condorcet, found.is_tied) == (None, None, False)


def test_people_of_one_firm_are_one_score_that_agrees_with_nobody():
    asked = a_sheet(Instrument.RATING, "A", (("Hoy", "level"),), unit=Unit.FIRM)
    votes = [vote(firm=1, scores={"1.1": 1}), vote(firm=1, scores={"1.1": 5})]

    found = count(asked, weighed(votes, Unit.FIRM, is_weighted=False))

    assert (found.lines[0].rated.spread.median, found.lines[0].rated.agreement) == (3, None)
    assert (found.measure, found.consensus) == (None, None)


def test_numbers_are_kept_with_six_decimals():
    assert decimal(Fraction(1, 3)) == Decimal("0.333333")
    assert decimal(47.5) == Decimal("47.5")
    assert decimal(None) is None


ballots = st.lists(st.permutations((1, 2, 3, 4)).map(tuple), max_size=12)


@given(ballots, st.sampled_from([Rule.BORDA, Rule.COPELAND]))
def test_the_order_of_ballots_changes_nothing(orders, rule):
    asked = a_sheet(Instrument.RANKING, rule=rule)
    votes = [vote(order=order) for order in orders]

    assert count(asked, votes) == count(asked, votes[::-1])


@given(st.lists(st.sets(st.integers(1, 4)), max_size=20))
def test_approvals_are_all_counted(chosen):
    found = count(a_sheet(), [vote(chosen=tuple(one)) for one in chosen])

    assert sum(line.scores[Rule.APPROVALS] for line in found.lines) == sum(map(len, chosen))


@pytest.mark.parametrize("items", ["A", "AB"])
def test_nothing_comes_first_that_nobody_approved(items):
    found = count(a_sheet(items=items), [vote(), vote()])

    assert (found.winner, found.is_tied) == (None, False)
    assert {line.place for line in found.lines} == {1}


def test_one_wording_that_somebody_approved_comes_first():
    found = count(a_sheet(items="A"), [vote(chosen=(1,)), vote()])

    assert found.winner.name == "A"
    assert found.lines[0].share == Fraction(1, 2)


def test_nothing_is_joined_by_nobody():
    found = count(a_sheet(Instrument.COMMITMENT, "AB"), [vote(joins={}), vote(joins={})])

    assert (found.winner, found.is_tied) == (None, False)


def test_an_equal_number_of_approvals_is_a_tie():
    found = count(a_sheet(items="AB"), [vote(chosen=(1,)), vote(chosen=(2,))])

    assert (found.winner, found.is_tied) == (None, True)


def test_a_median_of_nought_can_come_first_on_a_scale_that_goes_below():
    asked = a_sheet(Instrument.RATING, "AB", (("Azar", "exposure"),))
    found = count(asked, [vote(scores={"1.1": 0, "2.1": -2})])

    assert found.winner.name == "A"


def test_points_shared_out_evenly_leave_no_first():
    found = count(
        a_sheet(Instrument.POINTS, "AB", amount=100),
        [vote(amounts={1: 60, 2: 40}), vote(amounts={1: 40, 2: 60})],
    )

    assert found.is_tied
    assert [line.share for line in found.lines] == [Fraction(1, 2), Fraction(1, 2)]


@given(st.lists(st.lists(st.integers(0, 25), min_size=4, max_size=4), min_size=1, max_size=8))
def test_points_are_conserved(ballots_):
    asked = a_sheet(Instrument.POINTS, "ABCD", amount=100)
    votes = [vote(amounts=dict(enumerate(row, 1))) for row in ballots_]

    found = count(asked, votes)

    assert sum(by_name(found, Rule.SUM).values()) == sum(map(sum, ballots_))


@given(st.permutations((1, 2, 3, 4)))
def test_one_ballot_alone_decides_and_agrees_with_nobody(order):
    found = count(a_sheet(Instrument.RANKING), [vote(order=tuple(order))])

    assert found.winner.position == order[0]
    assert found.consensus is None


@given(ballots)
def test_weighing_every_ballot_alike_changes_no_place(orders):
    asked = a_sheet(Instrument.RANKING)
    once = count(asked, [vote(order=order) for order in orders])
    thrice = count(asked, [vote(3, order=order) for order in orders])

    assert places(once) == places(thrice)
