"""Key success factors against options: which are critical, and which nobody answers."""

import pytest

from methodology.action import PlanProject
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from methodology.success_matrix import success_matrix
from tests.cluster import made


def option(code, status=OptionStatus.CHOSEN):
    return made(StrategicOption, code, code=code, name=f"Option {code}", status=status)


def factor(code="FE1", present=2, **values):
    given = {"name": f"Factor {code}", "level": SuccessLevel.CLUSTER, **values}
    return made(SuccessFactor, code, code=code, present=present, **given)


def need(of, to, relevance=Relevance.NECESSARY):
    return made(SuccessNeed, f"{of.code}{to.code}", factor=of.id, option=to.id, relevance=relevance)


def serving(code, *factors):
    ids = tuple(one.id for one in factors)
    return made(PlanProject, code, code=code, name=code, success_factors=ids)


BRAND, ROUTE = option("O1"), option("O3", OptionStatus.PARALLEL)


def codes(rows):
    return [row.factor.code for row in rows]


def matrix(*records):
    return success_matrix(Snapshot(records))


def test_an_empty_project_has_an_empty_matrix():
    found = matrix()

    assert (found.rows, found.options, found.chosen) == ((), (), ())
    assert (found.critical, found.unanswered) == ((), ())


def test_rows_columns_and_projects_stand_by_their_codes():
    ten, two = factor("FE10"), factor("FE2")
    found = matrix(ten, two, ROUTE, BRAND, serving("P10", two), serving("P02", two))

    assert codes(found.rows) == ["FE2", "FE10"]
    assert [one.code for one in found.options] == ["O1", "O3"]
    assert [one.code for one in found.rows[0].projects] == ["P02", "P10"]


def test_only_what_somebody_said_stands_in_a_cell():
    one = factor()
    found = matrix(one, BRAND, ROUTE, need(one, ROUTE, Relevance.NOT_RELEVANT))

    assert found.rows[0].relevance == {ROUTE.id: Relevance.NOT_RELEVANT}


@pytest.mark.parametrize(
    ("present", "is_weak"), [(1, True), (2, True), (3, False), (5, False), (None, False)]
)
def test_two_is_weak_and_three_is_not(present, is_weak):
    assert matrix(factor(present=present)).rows[0].is_weak is is_weak


@pytest.mark.parametrize("relevance", [*Relevance])
@pytest.mark.parametrize("status", [*OptionStatus])
def test_critical_is_what_a_chosen_option_cannot_do_without(relevance, status):
    one, to = factor(), option("O1", status)
    found = matrix(one, to, need(one, to, relevance))

    is_critical = relevance is Relevance.NECESSARY and status is OptionStatus.CHOSEN
    assert codes(found.critical) == (["FE1"] if is_critical else [])


def test_what_is_strong_is_not_critical_however_necessary():
    one = factor(present=4)

    assert matrix(one, BRAND, need(one, BRAND)).critical == ()


def test_a_project_or_a_reason_answers_a_critical_factor():
    bare, served, waived = (
        factor("FE1"),
        factor("FE2"),
        factor("FE3", waiver="Each firm trains its own"),
    )
    needs = [need(one, BRAND) for one in (bare, served, waived)]
    found = matrix(bare, served, waived, BRAND, *needs, serving("P01", served))

    assert codes(found.critical) == ["FE1", "FE2", "FE3"]
    assert codes(found.unanswered) == ["FE1"]


def test_one_project_can_serve_several_factors():
    one, two = factor("FE1"), factor("FE2")
    found = matrix(one, two, serving("P01", one, two))

    assert [len(row.projects) for row in found.rows] == [1, 1]


def test_a_factor_is_necessary_where_any_of_the_options_needs_it():
    one = factor()
    row = matrix(one, BRAND, ROUTE, need(one, ROUTE)).rows[0]

    assert row.is_necessary([BRAND, ROUTE])
    assert not row.is_necessary([BRAND])
    assert not row.is_necessary([])
