"""What one sheet lacks: told point by point, nothing asked of project 0 that it cannot have."""

from methodology.action import ActionLine, Readiness
from methodology.cofinancing import money
from methodology.project_checks import sheet_checks
from methodology.project_sheet import Commitment, MoneySource, ProjectIndicator, ProjectRisk
from tests.cluster import made
from tests.plans import DAIRY, LABORATORY, SCHOOL, ZERO, budget, plan, project


def lacking(owner, *more):
    snapshot = plan(owner, *more)
    (amount,) = [row for row in money(snapshot) if row.project.id == owner.id]
    return [str(one.remark) for one in sheet_checks(snapshot, owner, amount) if not one.is_met]


def complete(owner):
    return [
        made(Commitment, "c", project=owner.id, actor=DAIRY.id),
        made(ProjectIndicator, "i", project=owner.id, name="Graduates"),
        made(ProjectRisk, "r", project=owner.id, name="They leave"),
    ]


def written(owner, **values):
    texts = {"objective": "o", "description": "d", "deliverables": "e"}
    return owner.model_copy(update={**texts, **values})


def test_a_complete_sheet_lacks_nothing():
    assert lacking(written(LABORATORY), *complete(LABORATORY)) == []


def test_a_sheet_in_progress_says_what_it_lacks():
    assert lacking(SCHOOL) == [
        "Objective, description and deliverables",
        "Commitments: 0",
        "Indicators: 0",
        "Risks: 0",
        "Ready to apply",
    ]


def test_project_zero_needs_neither_line_nor_area():
    bare = written(ZERO, areas=(), readiness=Readiness.READY)

    assert lacking(bare, *complete(ZERO)) == []


def test_early_lane_needs_no_area():
    unserved = made(ActionLine, "L1", code="L1", name="Quality")
    early = written(LABORATORY, areas=(), is_early=True)

    assert lacking(early, unserved, *complete(LABORATORY)) == []
    assert lacking(written(LABORATORY, areas=()), unserved, *complete(LABORATORY)) == [
        "Improvement area served"
    ]


def test_areas_of_the_line_are_served_by_a_project_that_names_none():
    assert lacking(written(LABORATORY, areas=()), *complete(LABORATORY)) == []


def test_actors_of_one_type_are_told():
    alone = written(LABORATORY, actors=(), leader=DAIRY.id)

    assert lacking(alone, *complete(LABORATORY)) == [
        "Actors: 1 of 3",
        "Types of actors: 1 of 2",
    ]


def test_an_estimate_is_no_budget():
    idea = written(project("P33"), estimate=100, readiness=Readiness.READY)

    assert "Budget by item, year and source" in lacking(idea)
    assert "Co-financing" not in lacking(idea)


def test_too_much_public_money_is_told():
    more = budget(LABORATORY, MoneySource.PUBLIC, 900_000)

    assert lacking(written(LABORATORY), *complete(LABORATORY), more) == [
        "Public money within its typology"
    ]
