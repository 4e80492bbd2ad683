"""Purchase factors: sides apart, buyers' values used, seeds, curves and moves of the options."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.adoption import Basis, Proposal
from methodology.buyers import BuyerSegment, Crosshair, FactorScore, PurchaseFactor
from methodology.curves import move, option_curves, option_moves
from methodology.importance import Quadrant
from methodology.options import OptionStatus, StrategicOption
from methodology.purchase import segment_reading, segments
from methodology.raters import Rater, Side
from methodology.rounds import Unit
from methodology.snapshot import Snapshot
from methodology.targets import Move, OptionTarget
from tests.cluster import made

SHOPS = made(BuyerSegment, "shops", name="Shops", code="S1", rival="Imported")


def factor(name, segment=SHOPS, **values):
    numbers = {
        key: Decimal(str(found)) if key not in ("order", "code") else found
        for key, found in values.items()
    }
    return made(PurchaseFactor, name, name=name, segment=segment.id, **numbers)


def rater(name, side):
    return made(Rater, name, name=name, side=side)


def score(one, about, **values):
    return made(FactorScore, one.name + about.name, rater=one.id, factor=about.id, **values)


def read(*records):
    return segments(Snapshot([SHOPS, *records]))[0]


TASTE = factor("Taste")
BUYER, OTHER = rater("Buyer", Side.BUYER), rater("Other", Side.BUYER)
ADVANCED = rater("Advanced", Side.ADVANCED_BUYER)
PROXY, FIRM = rater("Proxy", Side.PROXY), rater("Firm", Side.FIRM)


def test_scores_of_firms_and_buyers_are_never_pooled():
    """The trap of the self-image: one firm that flatters itself must move nothing."""
    without = read(TASTE, BUYER, OTHER, score(BUYER, TASTE, own=2), score(OTHER, TASTE, own=3))
    flattered = read(
        TASTE, BUYER, OTHER, FIRM,
        score(BUYER, TASTE, own=2), score(OTHER, TASTE, own=3), score(FIRM, TASTE, own=5),
    )  # fmt: skip

    assert flattered.factors[0].value("own") == without.factors[0].value("own") == Decimal("2.5")
    assert flattered.factors[0].self_image == 5
    assert without.factors[0].self_image is None


def test_what_only_firms_say_is_no_value():
    found = read(TASTE, FIRM, score(FIRM, TASTE, own=5, importance_today=5, rival=1))

    assert found.factors[0].value("own") is None
    assert found.factors[0].place is None
    assert (found.respondents, dict(found.heard)) == (0, {Side.FIRM: 1})


def test_proxies_speak_marked_and_only_where_buyers_have_not():
    told = (score(PROXY, TASTE, importance_today=2, importance_advanced=5, own=3),)
    alone = read(TASTE, PROXY, *told).factors[0]
    beside = read(TASTE, PROXY, BUYER, *told, score(BUYER, TASTE, importance_today=4)).factors[0]

    assert (alone.value("importance_today"), dict(alone.stand_ins)) == (
        2,
        dict.fromkeys(("importance_today", "importance_advanced", "own"), Basis.RATERS),
    )
    assert beside.value("importance_today") == 4
    assert beside.opinions["importance_today"].sides[Side.PROXY].median == 2
    assert beside.value("importance_advanced") == 5


def test_advanced_buyers_say_what_will_matter_and_not_what_matters_today():
    found = read(
        TASTE, BUYER, ADVANCED,
        score(BUYER, TASTE, importance_today=2, importance_advanced=1),
        score(ADVANCED, TASTE, importance_today=5, importance_advanced=4),
    ).factors[0]  # fmt: skip

    assert (found.value("importance_today"), found.value("importance_advanced")) == (2, 4)
    assert found.shift == 2


def test_an_adopted_value_stands_before_any_median():
    adopted = TASTE.model_copy(update={"own": Decimal(4)})

    found = read(adopted, BUYER, score(BUYER, TASTE, own=1)).factors[0]

    assert found.value("own") == 4
    assert not found.opinions["own"].is_provisional


def test_respondents_are_people_and_not_scores():
    price = factor("Price")

    found = read(
        TASTE, price, BUYER, PROXY, FIRM,
        score(BUYER, TASTE, own=1), score(BUYER, price, own=1), score(PROXY, TASTE, own=1),
        score(FIRM, TASTE, own=1),
    )  # fmt: skip

    assert found.respondents == 2
    assert dict(found.heard) == {Side.BUYER: 1, Side.PROXY: 1, Side.FIRM: 1}


def test_an_empty_sheet_is_nobody():
    assert read(TASTE, BUYER, score(BUYER, TASTE)).respondents == 0


def test_factors_stand_in_their_stored_order_and_those_without_at_the_end():
    found = read(factor("c", code="F3"), factor("b", order=2), factor("a", order=1))

    assert [one.factor.name for one in found.factors] == ["a", "b", "c"]


def test_seeds_are_shifts_of_a_point_or_more_widest_first():
    found = read(
        factor("Same", importance_today=3, importance_advanced="3.5"),
        factor("One", importance_today=3, importance_advanced=4),
        factor("Two", importance_today=2, importance_advanced=4),
        factor("Less", importance_today=5, importance_advanced=1),
        factor("Unknown", importance_today=5),
    )

    assert [one.factor.name for one in found.seeds] == ["Two", "One"]


def test_quadrants_follow_the_stored_lines():
    factors = [
        factor("a", order=1, importance_today=4, own=2),
        factor("b", order=2, importance_today=2, own=4),
    ]
    fixed = SHOPS.model_copy(
        update={
            "crosshair": Crosshair.FIXED,
            "line_importance": Decimal(1),
            "line_performance": Decimal(1),
        }
    )

    by_means = read(*factors).quadrants
    by_hand = segments(Snapshot([fixed, *factors]))[0].quadrants

    assert [kind for _one, kind in by_means] == [Quadrant.CONCENTRATE, Quadrant.OVERKILL]
    assert [kind for _one, kind in by_hand] == [Quadrant.KEEP, Quadrant.KEEP]


def test_gaps_stand_widest_first_and_leave_out_what_cannot_be_compared():
    found = read(
        factor("Better", importance_today=3, own=5, rival=3),
        factor("Worse", importance_today=3, own=2, rival=5),
        factor("Alone", importance_today=3, own=2),
    )

    assert [one.factor.name for one, _weight, _gap in found.gaps] == ["Worse", "Better"]
    assert [gap for *_rest, gap in found.gaps] == [Decimal("1.5"), Decimal(-1)]


def test_nothing_to_compare_is_no_value():
    found = read(TASTE)

    assert (found.value, found.gaps, found.lines, found.quadrants) == (None, (), None, ())


def test_a_segment_is_found_by_its_id():
    snapshot = Snapshot([SHOPS, TASTE])

    assert segment_reading(snapshot, SHOPS.id) == segments(snapshot)[0]
    assert segment_reading(snapshot, TASTE.id) is None


def option(name, **values):
    return made(StrategicOption, name, name=name, code=name, **values)


def target(one, about, level, **values):
    return made(
        OptionTarget, one.name + about.name, option=one.id, factor=about.id, target=level, **values
    )


BRAND, VOLUME = option("O1"), option("O4", status=OptionStatus.DISCARDED)
PRICE = factor("Price", order=1, own=4)
ORIGIN = factor("Origin", order=2, own=2)


def test_a_curve_follows_the_order_of_the_axis_and_breaks_where_nothing_is_said():
    told = (target(BRAND, ORIGIN, 5), target(VOLUME, PRICE, 5))
    snapshot = Snapshot([SHOPS, ORIGIN, PRICE, BRAND, VOLUME, *told])

    found = option_curves(snapshot, segments(snapshot)[0])

    assert [(one.option, one.levels) for one in found] == [(BRAND, (None, Decimal(5)))]


def test_moves_follow_from_target_and_performance_unless_they_are_stored():
    kept = factor("Kept", order=3, own="3.5")
    new = factor("New", order=4)
    told = (
        target(BRAND, PRICE, 3),
        target(BRAND, ORIGIN, 5),
        target(BRAND, kept, 4),
        target(BRAND, new, 4, move=Move.CREATE),
    )
    snapshot = Snapshot([SHOPS, PRICE, ORIGIN, kept, new, BRAND, *told])

    [found] = option_moves(snapshot, segments(snapshot)[0])

    named = {kind: [one.factor.name for one in rows] for kind, rows in found.factors.items()}
    assert named == {Move.REDUCE: ["Price"], Move.RAISE: ["Origin"], Move.CREATE: ["New"]}


@given(st.integers(1, 5), st.decimals(1, 5, places=1))
def test_raising_and_reducing_need_a_whole_point(level, own):
    found = move(target(BRAND, PRICE, level), own)

    assert (found is Move.RAISE) == (level >= own + 1)
    assert (found is Move.REDUCE) == (level <= own - 1)


def test_options_without_targets_in_a_segment_have_no_curve_there():
    snapshot = Snapshot([SHOPS, PRICE, BRAND])

    assert option_curves(snapshot, segments(snapshot)[0]) == ()
    assert option_moves(snapshot, segments(snapshot)[0]) == ()


def test_what_firms_vote_of_themselves_stands_beside_and_moves_nothing():
    """The trap of the self-image again: here it comes from a round of votes."""
    heard = (BUYER, score(BUYER, TASTE, own=2, rival=4, importance_today=5))
    voted = TASTE.model_copy(update={"self_image": Decimal(5)})

    alone, beside = read(TASTE, *heard), read(voted, *heard)

    assert beside.factors[0].self_image == 5
    assert alone.factors[0].self_image is None
    assert beside.factors[0].value("own") == alone.factors[0].value("own") == 2
    assert [gap for _one, _weight, gap in beside.gaps] == [2]


def test_raters_of_the_firms_say_their_image_before_a_round_does():
    voted = TASTE.model_copy(update={"self_image": Decimal(5)})

    assert read(voted, FIRM, score(FIRM, TASTE, own=3)).factors[0].self_image == 3


ON = date(2026, 7, 15)


def adopted(about, name, **provenance):
    """Return the factor with a value of 4 in a field, and where that value came from."""
    found = about.model_copy(update={name: Decimal(4)})
    given = {"basis": Basis.RATERS, "rule": "Median", "count": 5, **provenance}
    return found, Proposal(found, name, Decimal(4), **given).adoption(ON)


@pytest.mark.parametrize(
    ("provenance", "stand_ins"),
    [
        ({"unit": Side.PROXY.label}, {"importance_today": Basis.RATERS}),
        ({"unit": Side.BUYER.label}, {}),
        ({"basis": Basis.ROUND, "unit": Unit.PERSON.label}, {"importance_today": Basis.ROUND}),
    ],
)
def test_who_spoke_is_told_of_an_adopted_value(provenance, stand_ins):
    """A median of stand-ins does not become the buyers' by being adopted; nor does a vote."""
    found = read(*adopted(TASTE, "importance_today", **provenance)).factors[0]

    assert found.stand_ins == stand_ins


def test_stand_ins_stay_marked_when_buyers_speak_after_the_value_was_adopted():
    one, made_of = adopted(TASTE, "own", unit=Side.PROXY.label)
    later = (PROXY, BUYER, score(PROXY, TASTE, own=4), score(BUYER, TASTE, own=1))

    found = read(one, made_of, *later).factors[0]

    assert (found.value("own"), found.stand_ins) == (4, {"own": Basis.RATERS})


def test_a_value_changed_by_hand_is_whoever_speaks_of_it_now():
    one, made_of = adopted(TASTE, "own", unit=Side.BUYER.label)
    typed = one.model_copy(update={"own": Decimal(3)})

    alone = read(typed, made_of).factors[0]
    scored = read(typed, made_of, PROXY, score(PROXY, TASTE, own=3)).factors[0]

    assert (alone.stand_ins, scored.stand_ins) == ({}, {"own": Basis.RATERS})
