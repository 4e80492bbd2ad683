"""Sections 11, 12 and 14: portfolio, first projects, charts, sheets, project 0, policies."""

from datetime import date
from decimal import Decimal

import pytest

from app.report.chapters.plan_time import months_told
from methodology.action import Typology
from methodology.plan_rules import PlanRules
from methodology.policies import PolicyKind, PolicyRequest
from methodology.priority import ProjectRating
from methodology.priority_matrix import EFFORTS, IMPACTS
from methodology.project import Language
from methodology.project_sheet import (
    Commitment,
    Degree,
    MoneySource,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.plans import BRAND, DAIRY, LABORATORY, SCHOOL, TOWN, activity, budget, plan, project
from tests.report.word import headings, outline, source_of, tables, written

EN = Language.ENGLISH
TASK = made(ManagerTask, "v", name="Visits", monthly_target=Decimal("12"), hours=36)


def said(data: bytes) -> list[str]:
    return [text for _style, text in outline(data)]


def pending(data: bytes) -> list[str]:
    return [text for style, text in outline(data) if style == "Pending"]


@pytest.fixture(scope="module")
def plain() -> bytes:
    return written(plan(TASK), EN)


def test_projects_stand_line_by_line_with_what_they_cost(plain):
    rows = tables(plain)["Projects of the plan"]

    assert [row[0] for row in rows] == ["Code", "P00", "P01", "P02", "P10", ""]
    assert rows[2][1:] == [
        "Project P01",
        "L1",
        "Structuring project",
        "Ready to apply",
        "Dairy",
        "PEN 1,000",
    ]
    assert rows[-1][-1] == "PEN 4,000"


def test_first_projects_say_why_and_when(plain):
    rows = tables(plain)["First projects"]

    assert [row[:3] for row in rows[1:]] == [
        ["P01", "Project P01", "Builds trust"],
        ["P10", "Project P10", "Key, Urgent"],
    ]


def test_money_adds_up_by_line_year_and_orientation(plain):
    found = tables(plain)

    assert found["Budget by line and source"][-1] == [
        "Total",
        "PEN 2,000",
        "PEN 2,000",
        "PEN 0",
        "PEN 4,000",
    ]
    assert found["Budget by year and source"][1] == [
        "2027",
        "PEN 2,000",
        "PEN 2,000",
        "PEN 0",
        "PEN 4,000",
    ]
    assert found["Amounts by orientation"][-1] == ["Total", "PEN 4,000", "100.0%", "100%"]
    assert [row[-2:] for row in found["Co-financing of the projects"][1:3]] == [
        ["50%", "50%"],
        ["50%", "80%"],
    ]


def test_money_by_year_says_which_estimates_it_leaves_out():
    made = written(plan(project("P77", typology=Typology.STRUCTURING, estimate=500_00)), EN)
    found = tables(made)

    assert found["Budget by line and source"][-1][-1] == "PEN 4,500"
    assert found["Budget by year and source"][-1][-1] == "PEN 4,000"
    assert source_of(made, "Budget by year and source") == (
        "Source: budgets of the project sheets; estimates, which have no years yet, are not "
        "counted: PEN 500."
    )


def test_critical_path_is_told_with_its_months(plain):
    assert tables(plain)["Critical path"][1:] == [
        ["P00.1", "Activity P00.1", "P00 Project P00", "1", "36"]
    ]


def test_every_project_has_its_sheet_in_the_order_of_the_codes(plain):
    found = [title for title in headings(plain, 3) if title.startswith("P")]

    assert found == [f"{code} Project {code}" for code in ("P00", "P01", "P02", "P10")]
    sheet = dict(tables(plain)["Sheet of project P01 Project P01"][1:])
    assert sheet["Typology"] == "Structuring project (low appropriability)"
    assert sheet["Category"] == "Supplier improvement · Orientation: Production"
    assert sheet["Leader"] == "Dairy (Private)"
    assert sheet["Actors"] == "Farm and Town"
    assert sheet["Amount"] == "PEN 1,000, 50% public"


def test_sheet_has_what_belongs_to_the_project_and_nothing_of_others():
    records = [
        made(ProjectIndicator, "i", project=SCHOOL.id, name="Graduates", target=Decimal(40)),
        made(
            ProjectRisk,
            "r",
            project=SCHOOL.id,
            name="They leave",
            damage=Degree.HIGH,
            response="Contracts",
        ),
        made(Commitment, "c", project=SCHOOL.id, actor=DAIRY.id, contribution="Takes apprentices"),
    ]
    text = said(written(plan(*records), EN))
    start, end = text.index("P02 Project P02"), text.index("P10 Project P10")

    for words in ("Graduates", "They leave", "Takes apprentices"):
        assert not any(words in one for one in text[:start] + text[end:]), words


def test_budget_of_a_sheet_is_by_item_year_and_source():
    more = budget(BRAND, MoneySource.OTHER, 1_234_500, 2028, "Rent")

    rows = tables(written(plan(more), EN))["Budget (PEN)"]

    assert rows[0] == ["Budget item", "2027", "2028", "Public", "Firms", "Others", "Total"]
    assert rows[2] == ["Rent", "–", "12,345", "–", "–", "12,345", "12,345"]
    assert rows[-1] == ["Total", "1,000", "12,345", "500", "500", "12,345", "13,345"]


def test_priorities_are_told_with_their_raters():
    rater = made(Rater, "R", name="Rosa", side=Side.FIRM)
    scores = {**dict.fromkeys(IMPACTS, 4), **dict.fromkeys(EFFORTS, 2)}
    rating = made(ProjectRating, "x", project=BRAND.id, rater=rater.id, **scores)

    data = written(plan(rater, rating), EN)

    assert tables(data)["Impact and effort of the projects"][1] == [
        "P10",
        "Project P10",
        "4.00",
        "2.00",
        "Quick win",
        "Median",
    ]
    assert any("medians of 1 rater (Firm of the cluster)" in one for one in said(data))
    assert any(one.endswith("below right: Low priority: review.") for one in said(data))
    assert not any("Rosa" in one for one in said(data))


def test_a_circle_leaves_the_timetable_out_and_is_pending():
    one, two = activity(SCHOOL, "P02.8", 1), activity(SCHOOL, "P02.9", 1)
    circle = plan(
        one.model_copy(update={"after": (two.id,)}), two.model_copy(update={"after": (one.id,)})
    )

    data = written(circle, EN)

    assert "Critical path" not in tables(data)
    assert any("wait for each other" in one for one in pending(data))
    assert any("P02.8" in one for one in said(data))


def test_parameters_of_the_team_are_told_once_it_set_any(plain):
    rules = made(PlanRules, "r", begins_on=date(2026, 11, 16), open_network=65)
    data = written(plan(rules), EN)

    assert (
        dict(tables(data)["What the team set for the plan"])["Public share: open networks"] == "65%"
    )
    assert any("month 1 begins on November 16, 2026" in one for one in said(data))
    assert "What the team set for the plan" not in tables(plain)


def test_project_zero_has_its_targets_hours_and_profile():
    vague = made(ManagerTask, "f", name="Forums", hours=4)
    profile = made(ManagerProfile, "p", mission="Make it happen.", dedication=100)

    data = written(plan(TASK, vague, profile), EN)

    rows = tables(data)["Work plan of the manager, month by month"]
    assert [row[:4] for row in rows[1:]] == [
        ["Visits", "12", "", "36"],
        ["Forums", "Pending", "", "4"],
        ["Total", "", "", "40"],
    ] or rows[1][0] == "Visits"
    assert "Make it happen." in said(data)
    assert any("1 of 2" in one for one in pending(data))


def test_policies_are_grouped_by_what_is_asked_for():
    road = made(
        PolicyRequest,
        "r",
        name="Road",
        kind=PolicyKind.PUBLIC_GOODS,
        addressee="Town hall",
        projects=(LABORATORY.id,),
    )
    rule = made(
        PolicyRequest, "s", name="Rule", kind=PolicyKind.REGULATION, reason="Made for industry"
    )

    data = written(plan(road, rule), EN)

    found = tables(data)
    assert found["Policy requests: Public goods"][1][:3] == ["", "Road", "Town hall"]
    assert found["Policy requests: Regulation"][1][:2] == ["", "Rule"]
    cells = [cell for row in found["Policy requests: Regulation"] for cell in row]
    assert any("Made for industry" in cell for cell in cells)


def test_an_empty_plan_says_what_is_pending_in_each_section():
    waiting = pending(written(Snapshot(), EN))

    assert any("Give each improvement area a project" in one for one in waiting)
    assert any("Requests to the public sector" in one for one in waiting)
    assert sum("Write the work plan of the cluster manager" in one for one in waiting) == 1


def test_actors_of_the_town_are_not_printed_as_leaders(plain):
    assert TOWN.name not in [row[5] for row in tables(plain)["Projects of the plan"]]


@pytest.mark.parametrize(("start", "finish", "told"), [(0, 4, "1–4"), (2, 3, "3"), (0, 1, "1")])
def test_a_single_month_is_told_once(start, finish, told):
    assert months_told(start, finish) == told
