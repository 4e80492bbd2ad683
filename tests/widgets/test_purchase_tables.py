"""Tables of what buyers decide on: values, gaps, seeds, moves; buyers and firms kept apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.widgets.purchase_tables import gap_rows, move_rows, seed_rows, value_rows
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.options import OptionStatus, StrategicOption
from methodology.project import Language
from methodology.purchase import segments
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.targets import Move, OptionTarget
from tests.challenges import BRAND, EVERYTHING, SHOPS, purchase_factor
from tests.cluster import made
from tests.diamonds import rater

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
FULL = Snapshot(EVERYTHING)
SEGMENT = made(BuyerSegment, "S9", code="S9", name="Chefs")
TASTE = made(PurchaseFactor, "F91", code="F91", name="Taste", segment=SEGMENT.id)


def values_of(translate, found):
    return value_rows(translate, FULL, found)


def reading(*records):
    """Return the only segment of some records."""
    [found] = segments(Snapshot(records))
    return found


def said(who, one=TASTE, **values):
    """Return what one person said of a factor."""
    return made(FactorScore, f"{who.name}{one.code}", rater=who.id, factor=one.id, **values)


def factor(code, numbers, **values):
    return purchase_factor(code, f"Factor {code}", numbers, SEGMENT, **values)


def test_a_segment_without_factors_has_no_rows_in_any_table():
    bare = reading(SEGMENT)

    assert values_of(_, bare)[0] == gap_rows(_, bare)[0] == seed_rows(_, bare)[0] == []
    assert move_rows(_, Snapshot([SEGMENT]), bare)[0] == []


def test_a_factor_nobody_judged_is_pending_everywhere():
    rows, _note = values_of(_, reading(SEGMENT, TASTE))

    assert rows == [
        {
            "Code": "F91",
            "Factor": "Taste",
            "Kind": "",
            "Cluster": "Pending",
            "Best rival": "Pending",
            "Reference": "Pending",
            "Self-image": "",
        }
    ]


def test_what_firms_say_of_themselves_never_becomes_the_performance_of_the_cluster():
    firm = rater("Firm")

    [row], _note = values_of(_, reading(SEGMENT, TASTE, firm, said(firm, own=5)))

    assert (row["Cluster"], row["Self-image"]) == ("Pending", "5")


def test_what_buyers_say_is_never_the_self_image():
    buyer = rater("Buyer", Side.BUYER)

    [row], _note = values_of(_, reading(SEGMENT, TASTE, buyer, said(buyer, own=2)))

    assert (row["Cluster"], row["Self-image"]) == ("2*", "")


def test_firms_and_buyers_side_by_side_do_not_move_each_other():
    firms = [rater(f"Firm {place}") for place in range(3)]
    buyers = [rater(f"Buyer {place}", Side.BUYER) for place in range(3)]
    rows = [said(who, own=5) for who in firms] + [said(who, own=2) for who in buyers]

    [row], _note = values_of(_, reading(SEGMENT, TASTE, *firms, *buyers, *rows))

    assert (row["Cluster"], row["Self-image"]) == ("2*", "5")


def test_factors_stand_in_the_order_of_the_axis_whatever_their_codes():
    parts = [factor(code, (3, 3), order=order) for code, order in (("A", 3), ("B", 1), ("C", 2))]

    rows, _note = values_of(_, reading(SEGMENT, *parts))

    assert [row["Code"] for row in rows] == ["B", "C", "A"]


def test_the_note_of_the_values_says_what_a_self_image_is_who_spoke_and_the_scale():
    shops, tourists = segments(FULL)

    assert values_of(_, shops)[1] == (
        "Self-image: what firms of the cluster say of themselves; never pooled with buyers. "
        "* median not yet adopted. Heard of “Shops”: Firm of the cluster: 1, Buyer: 1. Adopted "
        "values: 15. High means that buyers are better served: 1 poor, 2 below what is asked, 3 as "
        "asked, 4 good, 5 among the best."
    )
    assert "Where buyers have not spoken, experts stand in for them." in values_of(_, tourists)[1]
    assert "medians not yet adopted: 2" in values_of(_, tourists)[1]


def test_gaps_are_weighted_and_the_widest_comes_first():
    rows, _note = gap_rows(_, segments(FULL)[0])

    assert rows == [
        {"Factor": "Certificate", "Weight": "26.3%", "Gap": "0.79"},  # 5/19 × (5 − 2)
        {"Factor": "Constant taste", "Weight": "26.3%", "Gap": "0.26"},  # 5/19 × (4 − 3)
        {"Factor": "Low price", "Weight": "21.1%", "Gap": "0.00"},
        {"Factor": "Origin", "Weight": "15.8%", "Gap": "-0.16"},  # the cluster is ahead
        {"Factor": "Variety", "Weight": "10.5%", "Gap": "-0.21"},
    ]


def test_the_line_below_the_gaps_gives_both_means_and_the_relative_value():
    shops, tourists = segments(FULL)

    assert gap_rows(_, shops)[1] == (
        "Weight: the share of a factor in the importance of all today. "
        "Gap: weight × (best rival − cluster); below zero the cluster is ahead and the "
        "priority is none. "
        "Weighted means: cluster 3.32, best rival 4.00. Relative value 89.9 (Gale; 100: equal): "
        "the mean of the ratios factor by factor, which may lie off 100 at equal means."
    )
    assert "Relative value 200.0" in gap_rows(_, tourists)[1]


@given(st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=1, max_size=6))
def test_weights_of_the_gaps_make_one_hundred_and_gaps_fall(numbers):
    parts = [
        factor(f"G{place}", (weight, weight, own, rival))
        for place, (weight, own, rival) in enumerate(numbers)
    ]

    rows, _note = gap_rows(_, reading(SEGMENT, *parts))

    weights = [float(row["Weight"].rstrip("%")) for row in rows]
    gaps = [float(row["Gap"]) for row in rows]
    assert abs(sum(weights) - 100) < 0.1 * len(rows)
    assert gaps == sorted(gaps, reverse=True)
    assert all(-4 <= gap <= 4 for gap in gaps)


def test_a_factor_without_both_levels_has_no_gap():
    whole, half = factor("A", (3, 3, 2, 4)), factor("B", (3, 3, 2))

    rows, _note = gap_rows(_, reading(SEGMENT, whole, half))

    assert [row["Factor"] for row in rows] == ["Factor A"]


@pytest.mark.parametrize(
    ("today", "advanced", "shift"),
    [(3, "4", "+1"), (3, "4.5", "+1.5"), ("2.5", "5", "+2.5"), (1, "5", "+4")],
)
def test_a_point_more_towards_advanced_buyers_is_a_seed(today, advanced, shift):
    [row], _note = seed_rows(_, reading(SEGMENT, factor("A", (today, advanced))))

    assert (row["Today"], row["Shift"]) == (str(today), shift)


@pytest.mark.parametrize(("today", "advanced"), [(3, "3.5"), (3, 3), (5, 1), (4, "4.99")])
def test_less_than_a_point_is_no_seed(today, advanced):
    assert seed_rows(_, reading(SEGMENT, factor("A", (today, advanced))))[0] == []


def test_importance_asked_of_one_side_alone_is_no_seed():
    assert seed_rows(_, reading(SEGMENT, factor("A", (3,))))[0] == []


def test_the_widest_shift_comes_first():
    parts = [factor("A", (3, 4)), factor("B", (2, 5)), factor("C", (1, 3))]

    rows, note = seed_rows(_, reading(SEGMENT, *parts))

    assert [row["Code"] for row in rows] == ["B", "C", "A"]
    assert note.startswith("Seeds of options: importance grows by a point or more")


def test_an_option_says_what_it_raises_and_creates():
    [row], _note = move_rows(_, FULL, segments(FULL)[0])

    assert row == {
        "Option": "O1 Brand of origin",
        "Eliminate": "",
        "Reduce": "",
        "Raise": "Constant taste",
        "Create": "Origin",
    }


def test_a_discarded_option_moves_nothing():
    rows, _note = move_rows(_, FULL, segments(FULL)[0])

    assert not any(row["Option"].startswith("O4") for row in rows)


@pytest.mark.parametrize(
    ("own", "target", "column"),
    [(3, 4, "Raise"), (3, 5, "Raise"), (4, 3, "Reduce"), (5, 1, "Reduce"), (3, 3, None)],
)
def test_raised_and_reduced_follow_from_the_level_of_today(own, target, column):
    part = factor("A", (3, 3, own, 3))
    aim = made(OptionTarget, "o", option=BRAND.id, factor=part.id, target=target)
    records = [SEGMENT, part, BRAND, aim]

    rows, _note = move_rows(_, Snapshot(records), reading(*records))

    told = {name for row in rows for name, text in row.items() if text == "Factor A"}
    assert told == ({column} if column else set())


@pytest.mark.parametrize("move", [*Move])
def test_a_move_that_somebody_declared_counts_as_declared(move):
    part = factor("A", (3, 3, 3, 3))
    aim = made(OptionTarget, "o", option=BRAND.id, factor=part.id, target=3, move=move)
    records = [SEGMENT, part, BRAND, aim]

    [row], _note = move_rows(_, Snapshot(records), reading(*records))

    assert row[_(move.label)] == "Factor A"


def test_options_of_another_segment_have_no_row_here():
    assert move_rows(_, FULL, segments(FULL)[1])[0] == []


def test_several_options_each_have_their_row():
    other = made(StrategicOption, "O2", code="O2", name="Restaurants", status=OptionStatus.PARALLEL)
    parts = [factor("A", (3, 3, 3, 3)), factor("B", (3, 3, 3, 3))]
    aims = [
        made(OptionTarget, f"{one.code}{part.code}", option=one.id, factor=part.id, target=5)
        for one in (BRAND, other)
        for part in parts
    ]
    records = [SEGMENT, *parts, BRAND, other, *aims]

    rows, _note = move_rows(_, Snapshot(records), reading(*records))

    assert [row["Option"] for row in rows] == ["O1 Brand of origin", "O2 Restaurants"]
    assert {row["Raise"] for row in rows} == {"Factor A and Factor B"}


@pytest.mark.parametrize("make", [values_of, gap_rows, seed_rows])
@pytest.mark.parametrize("other", [SPANISH, PORTUGUESE])
def test_tables_of_a_segment_speak_the_language_of_the_reader(make, other):
    tourists = segments(FULL)[1]

    rows, note = make(_, tourists)
    theirs, their_note = make(other, tourists)

    assert len(rows) == len(theirs) == 1
    assert [*rows[0]] != [*theirs[0]]
    assert note != their_note


def test_numbers_are_written_as_the_language_writes_them():
    [english] = seed_rows(_, segments(FULL)[0])[0]
    [portuguese] = seed_rows(PORTUGUESE, segments(FULL)[0])[0]

    assert (english["Advanced buyers"], english["Shift"]) == ("4.5", "+1.5")
    assert (portuguese["Compradores avançados"], portuguese["Mudança"]) == ("4,5", "+1,5")


def test_names_are_kept_letter_by_letter():
    odd = purchase_factor("F99", "Sabor «añejo» <b>ç</b> & más", (3, 5, 2, 4), SEGMENT)
    found = reading(SEGMENT, odd)

    names = {make(_, found)[0][0]["Factor"] for make in (values_of, gap_rows, seed_rows)}

    assert names == {"Sabor «añejo» <b>ç</b> & más"}


def test_two_segments_keep_their_factors_apart():
    shops, tourists = segments(FULL)

    assert {row["Code"][:2] for row in values_of(_, shops)[0]} == {"F1"}
    assert {row["Code"][:2] for row in values_of(_, tourists)[0]} == {"F2"}
    assert shops.segment == SHOPS


def test_the_self_image_is_the_median_of_the_firms():
    firms = [rater(f"Firm {place}") for place in range(4)]
    rows = [said(who, own=value) for who, value in zip(firms, (2, 3, 4, 5), strict=True)]

    [row], _note = values_of(_, reading(SEGMENT, TASTE, *firms, *rows))

    assert row["Self-image"] == "3.5"
    assert Decimal(row["Self-image"]) == Decimal("3.5")
