"""Section 8: success factors by option, actual and ideal diamonds, gaps with what was decided."""

from datetime import date
from uuid import UUID

import pytest

from app.report.chapters import diamond_of_option
from methodology.action import PlanProject
from methodology.diamond import Cost, Decision, GapCost, GapDecision
from methodology.options import OptionStatus
from methodology.process import Meeting, MeetingKind
from methodology.project import Country, Language, PlanStatus, Project
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from tests.cluster import made
from tests.diamonds import factor, ideal, option, published, rater, score
from tests.report.word import charts, headings, source_of, tables, text_of, written

EN = Language.ENGLISH
PROJECT = Project(id=UUID(int=1), name="Cheese", country=Country.UNITED_STATES, language=EN)
O1, O2 = option("O1"), option("O2", OptionStatus.PARALLEL)
FC1, FS4 = factor("FC1"), factor("FS4")


def plan(*records):
    return written(Snapshot([PROJECT, *records]), EN)


@pytest.fixture(scope="module")
def full():
    """Give the plan of the published diamond with a decision, a cost and a second option."""
    decision = made(
        GapDecision, "d", factor=factor("FC2").id, option=O1.id, decision=Decision.TAKE_ON,
        reason="One laboratory for all",
    )  # fmt: skip
    cost = made(GapCost, "c", option=O1.id, cost=Cost.MEDIUM, reason="Four projects")
    return plan(*published(O1), O2, ideal(FC1, O2, 2, reason="Cooks teach"), decision, cost)


def test_the_diamonds_are_a_native_chart_with_four_axes_clockwise(full):
    radar = next(one for one in charts(full) if one.cached[1][0] == "Actual")

    names, actual, need = radar.cached
    assert names == [
        "Factor conditions", "Demand conditions",
        "Related and supporting industries", "Strategy, structure and rivalry",
    ]  # fmt: skip
    assert actual[1:] == pytest.approx([3, 7 / 3, 8 / 3, 3])
    assert need[1:] == pytest.approx([4.25, 13 / 3, 13 / 3, 4])
    assert need[0] == "Ideal"
    assert radar.cached == radar.kept


def test_the_gaps_are_a_native_chart_by_priority(full):
    bars = next(one for one in charts(full) if one.cached[1][0] == "Priority")

    assert bars.cached[0][-2:] == ["FC2 FC2", "DC2 DC2"]
    assert bars.cached[1][-2:] == [12, 12]


def test_a_chart_of_some_gaps_says_of_how_many(full, monkeypatch):
    assert "The first 2" not in text_of(full)
    monkeypatch.setattr(diamond_of_option, "BARS", 2)

    assert "Priority is weight times points missing. The first 2 of 11." in text_of(
        plan(*published(O1))
    )


def test_the_summary_prints_the_published_index_and_never_an_area(full):
    said = text_of(full)

    assert "63.2% is there (gap index 0.3682), from 13 of 13 sub-factors" in said
    assert "The mean gap is 1.46 points, its root mean square 1.73." in said
    assert "Most is missing in Demand conditions: 2.00 points on average." in said
    assert "0.4225" not in said
    assert "area of the" not in said


def test_the_determinants_have_their_published_means(full):
    rows = tables(full)["Determinants of O1, unweighted means"]

    assert rows[1] == ["Factor conditions", "4", "3.00", "4.25", "1.25", "70.6%"]
    assert rows[2] == ["Demand conditions", "3", "2.33", "4.33", "2.00", "53.8%"]


def test_the_table_of_gaps_is_in_the_order_of_decision_with_reasons(full):
    rows = tables(full)["Gaps of O1 and what was decided"]

    assert rows[1] == ["DC2 DC2", "2", "5", "4", "3", "12", "Pending"]
    assert rows[2] == ["FC2 FC2", "2", "5", "4", "3", "12", "Taken on together"]
    assert "One laboratory for all" in str(rows[3])


def test_strengths_are_told_and_make_up_for_nothing(full):
    said = text_of(full)

    assert "There is more than needed of FC1; that makes up for nothing else." in said
    assert tables(full)["Gaps of O2"][1][:6] == [
        "FC1 FC1", "3", "2", "3", "−1", "0",
    ]  # fmt: skip


def test_options_are_compared_with_the_cost_class_and_the_number_used(full):
    rows = tables(full)["The options side by side"]

    assert rows[1] == [
        "O1 Option O1", "Chosen", "63.2%", "Demand conditions", "6", "13 of 13",
        "Medium: projects with co-financing",
    ]  # fmt: skip
    assert rows[2][0] == "O2 Option O2"
    assert rows[2][5:] == ["1 of 13", "Pending"]


def test_only_chosen_options_wait_for_decisions():
    part = factor("FC1", actual=1)

    rows = tables(plan(part, O2, ideal(part, O2, 5)))["Gaps of O2"]

    assert rows[1] == ["FC1 FC1", "1", "5", "3", "4", "12"]


def test_levels_carry_raters_spread_and_the_other_sides_apart():
    people = [rater(f"F{place}") for place in range(4)]
    expert = rater("X", Side.EXPERT)
    given = [score(who, FS4, value) for who, value in zip(people, (1, 2, 4, 5), strict=True)]

    data = plan(FS4, FC1, *people, expert, *given, score(expert, FS4, 2))
    rows = tables(data)["Actual diamond: levels and evidence"]

    assert rows[1][2:] == ["Pending", "", "", ""]
    assert rows[2][2:] == ["(3)", "4", "3", "2.5, to discuss"]
    assert "Expert: 2 (1 answer)" in str(rows[3])
    brackets = "In brackets, medians that nobody has adopted yet."
    assert brackets in source_of(data, "Actual diamond: levels and evidence")
    assert brackets not in text_of(plan(factor("FC1", actual=2)))


def test_source_says_who_how_many_when_and_on_which_scale():
    table = made(
        Meeting, "t", name="T5", kind=MeetingKind.WORKSHOP, about_stage=Stage.DIAMOND,
        held_on=date(2026, 9, 23),
    )  # fmt: skip
    agreed = factor("FC1", actual=2, agreed_in=table.id)
    people = [rater(f"F{place}") for place in range(8)]

    said = text_of(plan(table, agreed, *people, *(score(who, agreed, 2) for who in people)))

    assert (
        "Source: actual: median of raters (Firm of the cluster: 8), 1 of 1 levels adopted, "
        "settled in T5, September 23, 2026. Scale of Dínamo from 1 to 5."
    ) in said


def test_chance_stands_apart_with_its_own_scale():
    storm = factor("CH1", exposure=-2, evidence="Two droughts in five years")

    rows = tables(plan(storm, FC1))

    assert rows["Exposure to chance"][1][:2] == ["CH1 CH1", "−2"]
    assert "CH1" not in str(rows["Actual diamond: levels and evidence"])


def test_chance_that_nobody_judged_waits_in_a_draft_and_is_left_out_of_a_final_plan():
    project = Snapshot([PROJECT, factor("CH1"), FC1])

    assert "Exposure to chance" in tables(written(project, EN))
    assert "Exposure to chance" not in tables(written(project, EN, status=PlanStatus.FINAL))


def test_success_factors_stand_against_every_option_with_what_answers_them():
    taste = made(
        SuccessFactor, "s", code="FE1", name="Steady taste", level=SuccessLevel.FIRM, present=2,
        subfactors=(FC1.id,), waiver="",
    )  # fmt: skip
    need = made(
        SuccessNeed, "n", factor=taste.id, option=O1.id, relevance=Relevance.NECESSARY
    )  # fmt: skip
    school = made(PlanProject, "p", code="P01", name="School", success_factors=(taste.id,))

    found = tables(plan(O1, O2, FC1, taste, need, school))

    assert found["Key success factors by option"][1] == [
        "FE1 Steady taste", "Firm", "Necessary", "Pending", "2",
    ]  # fmt: skip
    assert found["Necessary in a chosen option, and of level 2 or less"][1] == [
        "FE1 Steady taste", "2", "P01 School",
    ]  # fmt: skip


def test_the_rubric_says_every_step_in_words(full):
    rows = tables(plan(FC1))["What the scores from 1 to 5 mean"]

    assert len(rows) == 6
    assert rows[5] == [
        "5", "world reference, a reason to locate here", "critical, at world level",
        "weighs most",
    ]  # fmt: skip


def test_an_empty_stage_says_what_it_waits_for():
    data = plan()

    assert "8. Key success factors and ideal diamond" in headings(data)
    assert "Have 8 people score every sub-factor. There are no sub-factors yet." in text_of(data)


def test_ideals_and_decisions_without_a_gap_are_printed_all_the_same():
    storm = factor("CH1")
    wanted = ideal(storm, O1, 4, reason="Rain in time")
    decision = made(
        GapDecision, "d", factor=FC1.id, option=O2.id, decision=Decision.NOT_NOW, reason="Later",
    )  # fmt: skip

    found = tables(plan(O1, O2, FC1, storm, wanted, decision))

    assert "Rain in time" in str(found["Other ideals"])
    assert "Later" in str(found["Other decisions"])
