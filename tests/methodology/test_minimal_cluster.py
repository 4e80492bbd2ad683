"""The smallest whole cluster of the method (section 4.7): its published numbers in one project."""

from collections import Counter
from decimal import Decimal
from itertools import count
from uuid import UUID

import pytest

from methodology.action import Typology
from methodology.attractiveness import outlook
from methodology.cofinancing import by_typology
from methodology.gaps import chosen_diamonds
from methodology.network import build_graph, measure, settings_of
from methodology.option_matrix import Band, in_order, positions
from methodology.portfolio import mix
from methodology.project_sheet import MoneySource
from methodology.purchase import segments
from methodology.round_outcome import outcome
from methodology.round_results import RoundResult, RoundSummary
from methodology.rounds import Instrument
from methodology.snapshot import Snapshot
from tests import challenges, diamonds, options
from tests.cluster import florence
from tests.plans import SEED_AMOUNTS, budget, project
from tests.voting import a_sheet, vote

FIVE = ("DIBCAFEJHG", "ACEFGJDHIB", "HGEDBIJACF", "DIFAEGBCHJ", "BGAJHCFEID")
TENNESSEE = ((42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM"))
FACTORS = ((5, 3, 4), (4, 4, 4), (5, 2, 5), (3, 4, 3), (2, 5, 3))  # importance, own, best
TYPED = (
    ("P1", Typology.STRUCTURING, 200_000),
    ("P2", Typology.OPEN_NETWORK, 90_000),
    ("P3", Typology.CLOSED_NETWORK, 150_000),
    ("P4", Typology.INTER_CLUSTER, 60_000),
)


def purchase_factors():
    for place, (importance, own, best) in enumerate(FACTORS, 1):
        numbers = (importance, importance, own, best)
        yield challenges.purchase_factor(f"F{place}", f"Factor {place}", numbers, order=place)


def own_projects():
    return [
        project(code, typology=typology, estimate=100 * amount, line=None)
        for code, typology, amount in TYPED
    ]


def imported_projects():
    """Return the seed's portfolio: a project for each orientation, its money in a budget."""
    for place, (orientation, amount) in enumerate(SEED_AMOUNTS.items(), 1):
        one = project(f"S{place}", orientation=orientation, typology=None, line=None)
        yield from (one, budget(one, MoneySource.FIRMS, 100 * amount))


def cluster(*more):
    families, marriages = florence()
    records = [
        *families,
        *marriages,
        *challenges.FACTORS.values(),
        challenges.SHOPS,
        *purchase_factors(),
        *options.published(),
        *diamonds.published(),  # of the first of the options, which is chosen here
        *more,
    ]
    return Snapshot({one.id: one for one in records}.values())


def test_five_forces_make_the_business_less_attractive():
    found = outlook(cluster())

    assert (found.pressure_today, found.today) == (Decimal("3.2"), Decimal("2.8"))
    assert (found.pressure_later, found.later) == (Decimal("4.0"), Decimal("2.0"))
    assert found.change == Decimal("-0.8")


def test_buyers_ask_most_where_the_rival_is_farthest_ahead():
    (found,) = segments(cluster())

    assert (f"{found.value.own:.4f}", found.value.best) == ("3.3158", 4)
    assert f"{found.value.ratio:.4f}" == "0.8289"
    assert [(one.factor.code, f"{gap:.4f}") for one, _weight, gap in found.gaps] == [
        ("F3", "0.7895"),
        ("F1", "0.2632"),
        ("F2", "0.0000"),
        ("F4", "-0.1579"),
        ("F5", "-0.2105"),
    ]


def test_options_stand_in_their_bands_and_in_their_order():
    found = positions(cluster())

    assert [(one.attractiveness, one.capacity) for one in found] == [
        pytest.approx(pair) for pair in ((2.45, 4.10), (4.25, 2.75), (4.05, 3.70))
    ]
    assert [one.bands for one in found] == [
        (Band.MEDIUM, Band.HIGH),
        (Band.HIGH, Band.MEDIUM),
        (Band.HIGH, Band.HIGH),
    ]
    assert [one.option.code for one in in_order(found)] == ["O3", "O2", "O1"]


def test_the_diamond_of_the_chosen_option_lacks_knowledge_and_foresight_first():
    (found,) = chosen_diamonds(cluster())

    assert [(gap.factor.code, gap.priority) for gap in found.ranked[:4]] == [
        ("DC2", 12),
        ("FC2", 12),
        ("FS2", 10),
        ("RS1", 10),
    ]
    assert (found.index, found.coverage) == pytest.approx((74 / 201, 127 / 201))
    assert (found.mean_gap, found.rms_gap) == pytest.approx((1.4615, 1.7321), abs=1e-4)


def counted(names, ballots):
    """Return what a secret ranking leaves: its summary, and borda and copeland by item."""
    asked = a_sheet(Instrument.RANKING, names)
    votes = [vote(order=tuple(names.index(name) + 1 for name in order)) for order in ballots]
    numbers = count(1)
    found = outcome(asked, votes, eligible=None, new_id=lambda: UUID(int=next(numbers)))
    called = {one.id: name for one, name in zip(asked.items, names, strict=True)}
    results = {called[one.item]: one for one in found if isinstance(one, RoundResult)}
    (summary,) = (one for one in found if isinstance(one, RoundSummary))
    return called.get(summary.winner), called.get(summary.condorcet), summary, results


def test_a_hundred_voters_put_the_option_first_that_beats_every_other():
    ballots = [order for number, order in TENNESSEE for _ in range(number)]

    winner, condorcet, summary, results = counted("MNCK", ballots)

    assert (winner, condorcet, summary.cast) == ("N", "N", 100)
    assert {name: one.borda for name, one in results.items()} == {
        "M": 126, "N": 194, "C": 173, "K": 107,
    }  # fmt: skip
    assert {name: one.copeland for name, one in results.items()} == {"M": 0, "N": 3, "C": 2, "K": 1}


def test_five_voters_have_a_winner_by_the_rule_and_no_agreement():
    winner, _condorcet, summary, results = counted("ABCDEFGHIJ", FIVE)

    assert winner == "A"
    assert max(results, key=lambda name: results[name].copeland) == "D"
    assert round(summary.consensus, 4) == Decimal("0.0768")
    assert round(summary.chi_square, 2) == Decimal("3.46")
    assert round(summary.probability, 2) == Decimal("0.94")


def test_four_projects_bring_private_money_to_public_money():
    found = by_typology(cluster(*own_projects()))

    assert (found.total, found.public, found.private) == (500_000_00, 322_000_00, 178_000_00)
    assert found.leverage == pytest.approx(0.5528, abs=5e-5)


def test_the_imported_portfolio_adds_up_to_a_hundred_percent():
    found = mix(cluster(*imported_projects()))

    assert found.total == 5_784_649_00
    assert [one.percent for one in found.slices] == [0, 8, 10, 15, 18, 49]
    assert found.slices[-1].share == pytest.approx(0.488497, abs=5e-7)
    assert found.hhi == pytest.approx(3087.79, abs=0.005)


def test_sixteen_families_and_the_one_that_married_nobody():
    snapshot = cluster()
    found = measure(build_graph(snapshot, settings_of(snapshot)))

    assert (found.actors, found.relations, len(found.isolates), len(found.components)) == (
        16,
        20,
        1,
        2,
    )
    assert found.density == pytest.approx(0.166667, abs=1e-6)
    assert found.degree_centralisation == pytest.approx(0.266667, abs=1e-6)
    assert found.betweenness_centralisation == pytest.approx(0.383492, abs=1e-6)
    assert Counter(map(len, found.communities))[1] == 1
