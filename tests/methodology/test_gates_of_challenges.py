"""The checks of business and purchase factors: each condition met, and missed by one."""

from datetime import date

import pytest

from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.forces import (
    Business,
    Challenge,
    Force,
    ForceEvidence,
    ForceFactor,
    ForceScore,
    Trend,
)
from methodology.gates import checks, verdicts
from methodology.guides import GUIDES
from methodology.mapping import ActorKind
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made

DAY = date(2026, 7, 24)
FACTORS = [made(ForceFactor, force, name=force, force=force) for force in Force]


def judged(key, *records):
    """Return whether a check is met, and the sentence behind it."""
    stage = Stage(key.split(".")[0])
    (found,) = [one for one in verdicts(Snapshot(records), stage) if one.check.key == key]
    return found.is_met, str(found.detail)


def panel(people, firms, *, side=Side.FIRM, dates=("today", "later"), forces=Force):
    """Return raters from so many firms, and a score of each for each force and date."""
    owners = [actor(f"Firm {place}") for place in range(firms)]
    raters = [
        made(Rater, f"r{place}", name=f"r{place}", side=side, actor=owners[place % firms].id)
        for place in range(people)
    ]
    scores = [
        made(
            ForceScore, one.name + factor.name, rater=one.id, factor=factor.id,
            **dict.fromkeys(dates, 3),
        )
        for one in raters
        for factor in FACTORS
        if factor.force in forces
    ]  # fmt: skip
    return [*FACTORS, *owners, *raters, *scores]


@pytest.mark.parametrize(
    ("records", "is_met"),
    [
        (panel(8, 5), True),
        (panel(7, 5), False),
        (panel(8, 4), False),
        (panel(8, 5, dates=["today"]), False),
        (panel(8, 5, side=Side.EXPERT), False),
        (panel(8, 5, forces=[*Force][:4]), False),
        (FACTORS, False),
    ],
    ids=["met", "seven", "four firms", "one date", "experts", "four forces", "nobody"],
)
def test_five_forces_on_two_dates_need_eight_raters_from_five_firms(records, is_met):
    assert judged("attractiveness.scores", *records)[0] is is_met


def test_the_sentence_names_the_force_that_lacks_scores():
    detail = judged("attractiveness.scores", *panel(8, 5, forces=[*Force][:4]))[1]

    assert detail == "Raters from firms: 0 at least, from 0 firms; too few in: Rivalry."


@pytest.mark.parametrize(
    ("values", "is_met"),
    [
        ({"what": "Cheese", "year": 2026, "horizon": 2031}, True),
        ({"what": "Cheese", "year": 2026, "horizon": 2029}, True),
        ({"what": "Cheese", "year": 2026, "horizon": 2028}, False),
        ({"what": "Cheese", "year": 2026, "horizon": 2037}, False),
        ({"what": "Cheese", "year": 2026}, False),
        ({"year": 2026, "horizon": 2031}, False),
    ],
)
def test_the_business_is_described_and_the_horizon_three_to_ten_years_away(values, is_met):
    assert judged("attractiveness.business", made(Business, "b", **values))[0] is is_met


def test_a_trend_needs_a_force_on_either_side_and_evidence():
    good = made(Trend, "a", statement="a", relieves=(Force.ENTRY,), evidence="Census 2025")
    bare = made(Trend, "b", statement="b", forces=(Force.ENTRY,))

    assert judged("attractiveness.trends", good)[0] is True
    assert judged("attractiveness.trends", good, bare) == (
        False,
        "Trends with a force and evidence: 1 of 2.",
    )
    assert judged("attractiveness.trends")[0] is False


def test_two_facts_stand_behind_each_force():
    facts = [
        made(ForceEvidence, f"{force}{n}", force=force, statement=f"{n}")
        for force in Force
        for n in (1, 2)
    ]

    assert judged("attractiveness.evidence", *facts) == (True, "Facts behind the forces: 10.")
    assert judged("attractiveness.evidence", *facts[1:])[0] is False


def challenge(name, **values):
    given = {"forces": (Force.BUYERS,), "validated_on": DAY, **values}
    return made(Challenge, name, statement=name, **given)


def test_one_to_five_challenges_all_validated_and_tied():
    five = [challenge(str(place)) for place in range(5)]

    assert judged("attractiveness.challenges", *five)[0] is True
    assert judged("attractiveness.challenges", *five, challenge("6"))[0] is False
    assert judged("attractiveness.challenges", challenge("a", validated_on=None))[0] is False
    assert judged("attractiveness.challenges", challenge("a", forces=()))[0] is False
    assert judged("attractiveness.challenges")[0] is False


def segment(name, factors=6, buyers=5, side=Side.BUYER, speaks_for=None):
    """Return a segment with its factors, and raters that scored the first of them."""
    one = made(BuyerSegment, name, name=name, code=name)
    rows = [
        made(PurchaseFactor, f"{name}{place}", name=str(place), segment=one.id)
        for place in range(factors)
    ]
    raters = [
        made(Rater, f"{name}r{place}", name=f"{name}{place}", side=side, actor=speaks_for)
        for place in range(buyers)
    ]
    scores = [
        made(
            FactorScore, f"{name}{rater.name}{row.name}", rater=rater.id, factor=row.id,
            importance_today=3, own=3, rival=3, importance_advanced=4,
        )
        for rater in raters
        for row in rows
    ]  # fmt: skip
    return [one, *rows, *raters, *scores]


def test_two_segments_with_five_respondents_and_six_factors_each():
    found = [*segment("S1"), *segment("S2", buyers=6, side=Side.PROXY)]

    assert judged("purchase_factors.segments", *found) == (True, "Buyer segments: 2.")
    assert judged("purchase_factors.respondents", *found) == (
        True,
        "Buyers or stand-ins by segment: S1 5, S2 6.",
    )
    assert judged("purchase_factors.factors", *found) == (True, "Factors by segment: S1 6, S2 6.")
    assert judged("purchase_factors.proxies", *found) == (
        True,
        "Experts standing in for buyers, marked: 6.",
    )


def test_one_segment_four_respondents_or_five_factors_are_not_enough():
    assert judged("purchase_factors.segments", *segment("S1"))[0] is False
    assert judged("purchase_factors.respondents", *segment("S1", buyers=4))[0] is False
    assert judged("purchase_factors.factors", *segment("S1", factors=5))[0] is False
    assert judged("purchase_factors.factors", *segment("S1", factors=13))[0] is False


def test_a_segment_that_has_enough_makes_up_for_no_other():
    whole = segment("S1")

    for lacking in (segment("S2", buyers=4), segment("S2", factors=5)):
        keys = ("purchase_factors.respondents", "purchase_factors.factors")
        assert [judged(key, *whole, *lacking)[0] for key in keys].count(False) == 1


def test_firms_are_no_respondents():
    assert judged("purchase_factors.respondents", *segment("S1", side=Side.FIRM))[0] is False


def test_a_firm_of_the_cluster_that_scores_as_a_buyer_is_found_out():
    dairy, shop = actor("Dairy"), actor("Shop", ActorKind.BUYER)

    assert judged("purchase_factors.proxies", shop, *segment("S1", speaks_for=shop.id))[0] is True
    assert judged("purchase_factors.proxies", dairy, *segment("S1", speaks_for=dairy.id)) == (
        False,
        "Raters that score as buyers but speak for an actor that does not buy: 5.",
    )


def test_values_have_to_come_from_the_buyers_side():
    proxies, firms = segment("S1", side=Side.PROXY), segment("S1", side=Side.FIRM)

    assert judged("purchase_factors.apart", *proxies)[0] is True
    assert judged("purchase_factors.apart", *firms) == (
        False,
        "Factors with the buyers' values: 0 of 6; firms' self-image beside: 6.",
    )


@pytest.mark.parametrize("stage", [Stage.ATTRACTIVENESS, Stage.PURCHASE_FACTORS])
def test_an_empty_project_meets_nothing_and_says_so(stage):
    found = verdicts(Snapshot(), stage)

    assert len(found) == len(checks(stage)) == 5
    assert not any(one.is_met for one in found)
    assert all(str(one.detail) for one in found)


def test_workshop_t1_takes_three_hours():
    assert GUIDES[Stage.ATTRACTIVENESS].minutes == 180
