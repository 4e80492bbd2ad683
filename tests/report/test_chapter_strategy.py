"""Sections 7, 9 and 10: options with their vote, vision with its objectives, areas from gaps."""

from uuid import UUID

import pytest

from methodology.options import Axis, OptionStatus
from methodology.project import Country, Currency, Language, Project
from methodology.snapshot import Snapshot
from tests.diamonds import factor, ideal
from tests.options import criterion, option
from tests.report.word import charts, headings, source_of, tables, text_of, written
from tests.strategy import options, strategy

EN = Language.ENGLISH
PROJECT = Project(
    id=UUID(int=1), name="Cheese", country=Country.UNITED_STATES, currency=Currency.USD, language=EN
)


@pytest.fixture(scope="module")
def plan():
    return written(Snapshot([PROJECT, *strategy()]), EN)


@pytest.fixture(scope="module")
def found(plan):
    return tables(plan)


def test_options_stand_side_by_side_with_status_and_reason(found):
    assert found["Options and their status"][1:] == [
        ["O1 Option O1", "Sell as O1", "Chosen", "Because O1"],
        ["O2 Option O2", "Sell as O2", "Parallel", "Because O2"],
        ["O3 Option O3", "Sell as O3", "Discarded", "Because O3"],
    ]


def test_options_are_compared_by_the_factors_they_have_to_do_with(plan, found):
    assert found["Options against the purchase-decision factors"][1:] == [
        ["Shops", "F1 Price", "● 5", "", ""],
        ["Shops", "F2 Origin", "", "●", ""],
        ["Shops", "F3 Variety", "", "", "●"],
    ]
    source = source_of(plan, "Options against the purchase-decision factors")
    assert "Factors that no option has to do with are left out: 1." in source


def test_options_too_alike_are_said_to_be():
    alike = [option("O1"), option("O2")]
    from_shops = [row for row in options() if row.table in ("buyer_segment", "purchase_factor")]

    said = text_of(written(Snapshot([PROJECT, *from_shops, *alike]), EN))

    assert "Option O1 and Option O2 differ in 0 purchase factors; 2 are needed." in said


def test_the_matrix_gives_the_published_places(found):
    name = "Place of the options; bands begin at 2.33 and 3.67"

    assert found[name][1:] == [
        ["O1 Option O1", "2.45", "Middle third", "4.10", "High third", "3.28"],
        ["O2 Option O2", "4.25", "High third", "2.75", "Middle third", "3.50"],
        ["O3 Option O3", "4.05", "High third", "3.70", "High third", "3.88"],
    ]


def test_matrix_and_votes_are_native_charts_with_sources(plan):
    titles = "Attractiveness and capacity of the options", "Firms that will pursue each option"

    assert len(charts(plan)) >= 3
    assert "medians of 3 raters (Firm of the cluster)." in source_of(plan, titles[0])
    assert "2 of 3" in source_of(plan, titles[1])


def test_criteria_with_a_question_say_it_and_who_scores_them():
    asked = criterion("A1", Axis.ATTRACTIVENESS).model_copy(update={"question": "How large?"})
    rows = [row for row in strategy() if row.id != asked.id]

    found = tables(written(Snapshot([PROJECT, *rows, asked]), EN))

    assert found["What each criterion asks"][1] == ["A1 Criterion A1", "How large?", "Raters"]


def test_scores_stand_by_criterion_with_their_range(found):
    rows = found["Scores by criterion; in brackets the interquartile range"]

    assert rows[1] == ["A1 Criterion A1", "Attractiveness", "0.25", "2 (0)", "4 (0)", "5 (0)"]
    assert len(rows) == 9


def test_a_coverage_has_its_decimals_even_where_nothing_is_missing():
    by, one = criterion("C1", Axis.CAPACITY, is_coverage=True), option("O1")
    there = factor("FC1", actual=4)

    rows = tables(written(Snapshot([PROJECT, by, one, there, ideal(there, one, 4)]), EN))

    assert rows["Scores by criterion; in brackets the interquartile range"][1][-1] == "5.00"


def test_the_order_is_said_to_hold_or_not(plan):
    said = text_of(plan)

    assert "O3 Option O3 comes first by the mean of both axes" in said
    assert "No change of a single weight puts another option first." in said
    assert "One rater left out: the first stays first in 3 of 3 cases." in said


def test_the_vote_has_result_turnout_quorum_and_consensus(plan, found):
    assert found["Result of the vote on the priority"][1] == ["1", "O1 Option O1", "9", "Chosen"]
    held = dict(row for row in found["How the vote was held"][1:])
    assert held["Ballots cast"] == "7 (70%)"
    assert held["Quorum"] == "6: met"
    assert held["Consensus"] == "W 0.61"
    assert "One waited." in text_of(plan)


def test_no_firm_is_named_by_its_intention():
    rows = [row for row in options() if row.table != "actor"]
    named = written(Snapshot([PROJECT, *options()]), EN)
    without = written(Snapshot([PROJECT, *rows]), EN)

    assert text_of(named).count("Dairy 1") - text_of(without).count("Dairy 1") <= 2
    assert "Dairy" not in str(tables(named)["Result of the vote on the priority"])


def test_discarded_options_have_their_reason(plan):
    assert "7.6 Discarded options and why" in headings(plan, 2)
    assert "Because O3" in text_of(plan)


def test_every_option_has_its_sheet_with_factors_by_name(found):
    sheet = dict(found["Sheet of option O1 Option O1"][1:])

    assert sheet["Purchase-decision factors"] == "F1 Price"
    assert "Place in the vote" not in sheet
    assert sheet["Market"].replace("\xa0", " ") == "Market size a year: $ 1,000"
    assert "Sheet of option O3 Option O3" in found


def test_the_vision_stands_with_its_adoption_and_its_rules(plan, found):
    assert "Adopted on September 9, 2026 in T4." in text_of(plan)
    assert {row[1] for row in found["The vision against its rules"][1:]} == {"Yes"}


def test_a_draft_is_said_to_be_pending():
    rows = [
        row.model_copy(update={"adopted_on": None}) if row.table == "vision_version" else row
        for row in strategy()
    ]

    said = text_of(written(Snapshot([PROJECT, *rows]), EN))

    assert "Pending: this wording has not been adopted yet." in said


def test_objectives_go_from_baseline_to_target(found):
    rows = found["Objectives with baseline and target"]

    assert rows[1] == [
        "OE1 Sell with a name", "Shops", "shops", "0", "Sep 9, 2026", "30", "Sep 9, 2026",
    ]  # fmt: skip
    assert rows[2] == ["Options served: Option O1 · Source: Register"]


def test_gaps_lead_to_areas(found):
    rows = found["Gaps that are kept, and the areas that take them up"]

    assert rows[1] == ["DC2 DC2", "O1", "3", "12", "none"]
    assert rows[2] == ["FC2 FC2", "O1", "3", "12", "A1"]


def test_an_area_says_why_together_and_where_it_starts(found):
    [row] = found["Improvement areas and the test “collective or individual?”"][1:]
    sheet = dict(found["Sheet of area A1 Shared lab"][1:])

    assert row == ["A1 Shared lab", "Club good", "Collective: goes into the plan", "Option O1"]
    assert sheet["Gaps it closes"] == "FC2 FC2 (priority 12) and FC3 FC3"
    assert sheet["Baseline"] == "0 labs (Sep 9, 2026)"


def test_what_areas_lack_is_said_in_their_section_and_not_in_that_of_the_vision(plan):
    said = text_of(plan)
    vision, areas = said.index("9. Vision and strategic"), said.rindex("10. Improvement areas")
    lack = "Group the gaps into four to seven improvement areas"

    assert lack in said[areas:]
    assert lack not in said[said.rindex("9. Vision and strategic") : areas]
    assert vision >= 0


def test_an_empty_project_has_all_three_sections_pending():
    said = text_of(written(Snapshot([PROJECT]), EN))

    for action in (
        "Propose three to five options",
        "Have the vision adopted and note date and meeting",
        "Group the gaps into four to seven improvement areas",
    ):
        assert action in said


def test_a_candidate_without_scores_gets_no_empty_matrix():
    lone = Snapshot([PROJECT, option("O1", status=OptionStatus.CANDIDATE)])

    assert "Attractiveness and capacity of the options" not in text_of(written(lone, EN))
