"""The checks of what buyers decide on: segments, respondents, factors, proxies marked."""

from collections.abc import Callable

from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.check import Check, Checks, Judgement
from methodology.mapping import Actor, ActorKind
from methodology.purchase import FactorReading, SegmentReading, segments
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

SEGMENTS = 2
RESPONDENTS = 5
FEWEST, MOST = 6, 12  # factors of a segment
WORKED_WITH = ("importance_today", "importance_advanced", "own", "rival")
CUSTOMERS = frozenset({ActorKind.BUYER, ActorKind.DISTRIBUTOR})


def segmented(snapshot: Snapshot) -> Judgement:
    """Judge whether buyers are told apart in two segments or more."""
    count = len(snapshot.all(BuyerSegment))
    return count >= SEGMENTS, Remark(N_("Buyer segments: {count}."), {"count": count})


def heard(snapshot: Snapshot) -> Judgement:
    """Judge whether enough buyers or stand-ins scored in each segment."""
    return _each(
        snapshot,
        lambda one: one.respondents,
        lambda one: one.respondents >= RESPONDENTS,
        N_("Buyers or stand-ins by segment: {segments}."),
    )


def listed(snapshot: Snapshot) -> Judgement:
    """Judge whether each segment has six to twelve factors."""
    return _each(
        snapshot,
        lambda one: len(one.factors),
        lambda one: FEWEST <= len(one.factors) <= MOST,
        N_("Factors by segment: {segments}."),
    )


def marked(snapshot: Snapshot) -> Judgement:
    """Judge whether whoever scores as a buyer is one, and experts standing in are marked."""
    scoring = {one.rater for one in snapshot.all(FactorScore)}
    if not scoring:
        return False, Remark(N_("Nobody has scored the factors yet."))
    raters = [one for one in snapshot.all(Rater) if one.id in scoring]
    doubtful = sum(_is_doubtful(snapshot, one) for one in raters)
    proxies = sum(one.side is Side.PROXY for one in raters)
    if doubtful:
        return False, Remark(
            N_("Raters that score as buyers but speak for an actor that does not buy: {count}."),
            {"count": doubtful},
        )
    return True, Remark(N_("Experts standing in for buyers, marked: {count}."), {"count": proxies})


def apart(snapshot: Snapshot) -> Judgement:
    """Judge whether every value comes from the buyers' side, the firms' own beside it."""
    factors = [one for segment in segments(snapshot) for one in segment.factors]
    if not factors:
        return False, Remark(N_("There are no purchase-decision factors yet."))
    count = sum(_is_known(one) for one in factors)
    return count == len(factors), Remark(
        N_("Factors with the buyers' values: {count} of {total}; firms' self-image beside: {own}."),
        {
            "count": count,
            "total": len(factors),
            "own": sum(one.self_image is not None for one in factors),
        },
    )


def _each(
    snapshot: Snapshot,
    number: Callable[[SegmentReading], int],
    is_met: Callable[[SegmentReading], bool],
    message: str,
) -> Judgement:
    """Judge each segment; the remark says the number of each."""
    found = segments(snapshot)
    if not found:
        return False, Remark(N_("There are no buyer segments yet."))
    told = tuple(
        Remark(N_("{segment} {number}"), {"segment": one.segment.name, "number": number(one)})
        for one in found
    )
    return all(map(is_met, found)), Remark(message, {"segments": told})


def _is_known(one: FactorReading) -> bool:
    return all(one.value(field) is not None for field in WORKED_WITH)


def _is_doubtful(snapshot: Snapshot, rater: Rater) -> bool:
    actor = snapshot.get(Actor, rater.actor)
    is_buying = rater.side in (Side.BUYER, Side.ADVANCED_BUYER)
    return is_buying and actor is not None and actor.kind not in CUSTOMERS


CHECKS: Checks = {
    Check(
        "purchase_factors.segments",
        Stage.PURCHASE_FACTORS,
        N_("Two buyer segments or more"),
        N_("Tell buyers apart in two segments or more"),
        BuyerSegment,
    ): segmented,
    Check(
        "purchase_factors.respondents",
        Stage.PURCHASE_FACTORS,
        N_("Five buyers or experts standing in for them scored in each segment"),
        N_("Have five buyers or stand-ins score the factors of each segment"),
        FactorScore,
    ): heard,
    Check(
        "purchase_factors.factors",
        Stage.PURCHASE_FACTORS,
        N_("Six to twelve factors in each segment"),
        N_("Give each segment six to twelve factors"),
        PurchaseFactor,
    ): listed,
    Check(
        "purchase_factors.proxies",
        Stage.PURCHASE_FACTORS,
        N_("Experts standing in for buyers are marked as such"),
        N_("Mark raters that do not buy as experts standing in for a buyer"),
        Rater,
    ): marked,
    Check(
        "purchase_factors.apart",
        Stage.PURCHASE_FACTORS,
        N_("Importance and performance come from buyers, apart from the firms' self-image"),
        N_("Complete importance and performance with what buyers say"),
        FactorScore,
    ): apart,
}
