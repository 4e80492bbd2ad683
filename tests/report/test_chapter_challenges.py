"""Sections 5 and 6: forces and trends, what buyers decide on; sources under everything."""

from uuid import UUID

from methodology.project import Country, Language, Project
from methodology.raters import Rater
from methodology.snapshot import Snapshot
from tests.challenges import BUSINESS, BUYERS, EVERYTHING, SHOPS
from tests.report.word import charts, headings, tables, text_of, written

EN = Language.ENGLISH
PROJECT = Project(id=UUID(int=1), name="Cheese", country=Country.UNITED_STATES, language=EN)


def plan(*records):
    return written(Snapshot([PROJECT, *records]), EN)


RATERS = [one for one in EVERYTHING if isinstance(one, Rater)]
FULL = plan(*EVERYTHING)
TABLES = tables(FULL)


def test_sections_have_their_parts_in_order():
    found = [text for text in headings(FULL) if text[:2] in ("5.", "6.")]

    assert found[0] == "5. The business and its evolution"
    assert "6. What buyers decide on" in found


def test_forces_stand_with_both_dates_and_what_they_come_to():
    rows = TABLES["Pressure of the five forces"]

    assert rows[0] == ["Force", "Weight", "2026", "2031", "Change"]
    assert rows[1] == ["Threat of entry", "1", "4.0", "5.0", "+1.0"]
    assert rows[-2:] == [
        ["Pressure of all forces", "", "3.2", "4.0", "+0.8"],
        ["Attractiveness", "", "2.8", "2.0", "−0.8"],
    ]


def test_attractiveness_is_told_in_a_sentence_with_the_direction_of_its_scale():
    said = (
        "The attractiveness of the business goes from 2.8 (2026) to 2.0 (2031): "
        "−0.8 on a scale from 1 (least) to 5 (most attractive)."
    )

    assert said in text_of(FULL)
    assert "Mature cheese" in text_of(FULL)


def test_sub_factors_show_spread_discussion_and_experts_apart():
    rows = TABLES["Sub-factors of the forces"]

    assert rows[0] == ["Code", "Sub-factor", "2026", "IQR", "2031", "IQR", "Experts", "Verdict"]
    assert rows[2] == ["EN1", "Part entry", "4", "1.5", "5", "0", "1 → 4", "Discuss"]


def test_source_says_who_how_many_when_and_which_scale():
    said = text_of(FULL)

    assert "Scores of 2 raters of 2 firms; others beside: 1. T1, July 15, 2026." in said
    assert "High means strong pressure and a less attractive business: 1 weak pressure" in said


def test_trends_evidence_and_challenges_are_there_with_their_ties():
    assert TABLES["Trends"][1][:3] == ["TE1", "Shops ask for constant lots", "Retail"]
    assert TABLES["Evidence of the forces"][1][:3] == [
        "Threat of entry",
        "Six dairies opened",
        "Register",
    ]
    assert TABLES["Challenges"][1][:2] == ["R1", "The same taste in every lot"]
    assert "Shops leave" in text_of(FULL)


def test_no_rater_is_named():
    named = [one.model_copy(update={"name": f"Zyzzyva {one.name}"}) for one in RATERS]
    others = [one for one in EVERYTHING if not isinstance(one, Rater)]

    assert "Zyzzyva" not in text_of(plan(*others, *named))


def test_importance_stands_with_arrows_two_for_a_point_or_more():
    rows = TABLES["Importance of the factors: Shops"]

    assert rows[0] == ["Code", "Factor", "Kind", "Today", "Advanced buyers", "Shift"]
    shifts = {row[0]: row[5] for row in rows[1:] if len(row) == 6}
    assert (shifts["F11"], shifts["F12"], shifts["F14"]) == ("=", "▼ 1", "▲▲ 1.5")


def test_self_image_stands_beside_the_buyers_and_moves_nothing():
    rows = TABLES["Performance in the factors: Shops"]

    assert rows[1] == ["F11", "Constant taste", "3", "4", "5", "5", "Concentrate here"]
    assert "never pooled with buyers" in text_of(FULL)


def test_medians_not_adopted_have_a_star_and_proxies_are_named_as_such():
    [_heads, row, *_rest] = TABLES["Performance in the factors: Tourists"]

    assert row[:4] == ["F21", "Visit to the dairy", "2*", "1*"]
    assert "experts stand in for them" in text_of(FULL)


def test_gaps_stand_widest_first_with_gales_ratio():
    rows = TABLES["Gaps to the best rival: Shops"]

    assert [row[0] for row in rows[1:3]] == ["F13", "F11"]
    assert rows[1][2:] == ["26.3%", "0.79", "0.79"]
    assert "Relative value" in text_of(FULL)


def test_points_and_curves_are_native_charts():
    found = charts(FULL)
    names = [[column[0] for column in one.kept[1:]] for one in found]

    assert ["Cluster", "Imports", "Alps", "O1 Brand of origin"] in names
    assert not any("O4 Volume" in one for one in names)


def test_what_options_change_is_listed_by_move():
    rows = TABLES["What each option changes: Shops"]

    assert rows == [
        ["Option", "Raise", "Create"],
        ["O1 Brand of origin", "Constant taste", "Origin"],
    ]


def test_seeds_of_all_segments_stand_together():
    rows = TABLES["Factors that advanced buyers ask more of"]

    assert [row[:3] for row in rows[1:]] == [
        ["Shops", "F14", "Origin"],
        ["Tourists", "F21", "Visit to the dairy"],
    ]


def test_segments_say_who_their_advanced_buyers_are():
    assert "Shops with tastings" in text_of(FULL)


def test_without_anything_both_sections_are_pending():
    said = text_of(plan())

    assert "Give every trend its forces and its evidence. There are no trends yet." in said
    assert "There are no buyer segments yet." in said
    assert "Five forces, today and at the horizon" not in said


def test_business_alone_prints_no_empty_table_of_buyers():
    found = tables(plan(*BUSINESS))

    assert "Pressure of the five forces" in found
    assert not any("Shops" in name for name in found)


def test_buyers_alone_print_their_own_section():
    found = tables(plan(*BUYERS, *BUSINESS))

    assert f"Value curves: {SHOPS.name}" in text_of(plan(*BUYERS, *BUSINESS))
    assert "Buyer segments" in found
