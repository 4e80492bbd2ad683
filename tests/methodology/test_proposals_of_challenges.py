"""What forces and purchase factors could adopt, and the source lines that say from whom."""

from decimal import Decimal

from methodology.adoption import Basis
from methodology.forces import Force
from methodology.proposals_of_challenges import factor_proposals, force_proposals
from methodology.purchase import segments
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import (
    forces_source,
    meeting_of,
    rounded,
    segment_source,
    value_line,
)
from tests.challenges import (
    BUSINESS,
    EVERYTHING,
    FACTORS,
    SHOPS,
    T1,
    TASTE,
    TOURISTS,
    VISIT,
)

SNAPSHOT = Snapshot(EVERYTHING)


def test_each_sub_factor_offers_the_firms_median_of_both_dates():
    found = force_proposals(SNAPSHOT)

    assert len(found) == 2 * len(Force)
    first = found[0]
    assert (first.record, first.field, first.value) == (
        FACTORS[Force.ENTRY], "today", Decimal("3.5"),
    )  # fmt: skip
    assert (first.basis, first.rule, first.count, first.meeting) == (
        Basis.RATERS, "Median", 2, T1.id,
    )  # fmt: skip
    assert first.unit == Side.FIRM.label
    assert first.before == 4


def test_buyers_values_are_offered_and_never_the_self_image():
    found = {one.field: one for one in factor_proposals(SNAPSHOT, SHOPS.id)}

    assert {one.record for one in found.values()} == {TASTE}
    assert (found["own"].value, found["own"].unit) == (3, Side.BUYER.label)
    assert "rival" not in found


def test_stand_ins_are_offered_as_such():
    found = {one.field: one for one in factor_proposals(SNAPSHOT, TOURISTS.id)}

    assert {one.record for one in found.values()} == {VISIT}
    assert {one.unit for one in found.values()} == {Side.PROXY.label}
    assert found["importance_advanced"].value == 5


def test_nothing_scored_offers_nothing():
    assert force_proposals(Snapshot()) == []
    assert factor_proposals(Snapshot([SHOPS]), SHOPS.id) == []
    assert factor_proposals(Snapshot(), SHOPS.id) == []


def test_source_of_the_forces_counts_firms_and_keeps_others_beside():
    said = forces_source(SNAPSHOT, str)

    assert said.startswith("Scores of 2 raters of 2 firms; others beside: 1. T1, 2026-07-15.")
    assert "Adopted values: 10." in said
    assert said.endswith("5 very strong pressure.")


def test_source_without_a_meeting_says_none():
    bare = [one for one in BUSINESS if one.table not in ("business", "meeting")]

    assert "T1" not in forces_source(Snapshot(bare), str)
    assert meeting_of(Snapshot(bare), T1.id) is None


def test_a_meeting_without_a_date_is_its_name():
    dateless = T1.model_copy(update={"held_on": None})

    assert str(meeting_of(Snapshot([dateless]), T1.id)) == "T1"


def test_source_of_a_segment_names_sides_and_stand_ins():
    shops, tourists = segments(SNAPSHOT)

    said = segment_source(SNAPSHOT, shops, str, fields=("own",))
    marked = segment_source(SNAPSHOT, tourists, str, fields=("own",))

    assert "Firm of the cluster: 1, Buyer: 1" in said
    assert "stand in" not in said
    assert "Where buyers have not spoken, experts stand in for them." in marked
    assert "medians not yet adopted: 1" in marked


def test_value_line_rounds_half_up_and_says_nothing_of_what_is_not_there():
    shops, tourists = segments(Snapshot([SHOPS, TOURISTS, TASTE]))

    said = value_line(shops, str)
    assert "cluster 3.00, best rival 4.00. Relative value 75.0" in said
    assert "Relative value" not in value_line(tourists, str)
    assert rounded(Decimal("0.125"), 2) == Decimal("0.13")
