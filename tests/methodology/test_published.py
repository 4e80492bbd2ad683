"""Codes that a plan went out with are never given away (methodology, trap 20)."""

from datetime import date

import pytest

from methodology.published import PublishedCode, renumbered, to_publish
from methodology.snapshot import Snapshot
from tests import plans
from tests.cluster import made

DAY = date(2026, 11, 13)
FIRST, SECOND = plans.project("P01"), plans.project("P02", name="School")


def noted(code, owner, number=1):
    return made(PublishedCode, code, code=code, about_id=owner.id, number=number, published_on=DAY)


def said(*records):
    return [str(one) for one in renumbered(Snapshot(records))]


def coded(project, code):
    return project.model_copy(update={"code": code})


def test_every_code_of_a_first_plan_is_noted_with_its_document():
    found = to_publish(Snapshot([SECOND, FIRST]), 3, DAY)

    assert [(one.code, one.about_id, one.number, one.published_on) for one in found] == [
        ("P02", SECOND.id, 3, DAY),
        ("P01", FIRST.id, 3, DAY),
    ]


def test_what_was_noted_before_is_not_noted_again():
    found = to_publish(Snapshot([FIRST, SECOND, noted("P01", FIRST)]), 2, DAY)

    assert [one.code for one in found] == ["P02"]


def test_a_project_without_a_code_publishes_none():
    assert to_publish(Snapshot([plans.project("", name="Later")]), 1, DAY) == ()


def test_noting_twice_makes_the_same_records():
    snapshot = Snapshot([FIRST, SECOND])

    assert to_publish(snapshot, 1, DAY) == to_publish(snapshot, 1, DAY)


def test_a_code_taken_over_by_another_project_keeps_the_note_of_the_first():
    taken = coded(SECOND, "P01")

    assert to_publish(Snapshot([taken, noted("P01", FIRST)]), 2, DAY) == ()


def test_codes_that_stand_as_they_did_are_not_spoken_of():
    assert said(FIRST, SECOND, noted("P01", FIRST), noted("P02", SECOND)) == []


def test_a_new_code_for_a_published_project_is_told():
    assert said(coded(FIRST, "P11"), noted("P01", FIRST)) == ["P01 of document 1 is now P11"]


def test_a_published_project_that_lost_its_code_is_told():
    assert said(coded(FIRST, ""), noted("P01", FIRST, 2)) == ["P01 of document 2 is now —"]


def test_a_code_that_was_given_away_is_told_even_when_its_owner_is_gone():
    assert said(coded(SECOND, "P01"), noted("P01", FIRST)) == [
        "P01 was another project in document 1"
    ]


def test_a_project_that_was_dropped_leaves_its_code_free_and_unsaid():
    assert said(SECOND, noted("P01", FIRST)) == []


def test_two_projects_that_changed_codes_are_both_told_by_code():
    swapped = (coded(FIRST, "P02"), coded(SECOND, "P01"))

    assert said(*swapped, noted("P02", SECOND), noted("P01", FIRST)) == [
        "P01 was another project in document 1",
        "P02 was another project in document 1",
    ]


@pytest.mark.parametrize("count", [0, 1, 300])
def test_any_number_of_codes_is_noted_once(count):
    many = [plans.project(f"P{place:03}") for place in range(count)]
    first = to_publish(Snapshot(many), 1, DAY)

    assert len({one.id for one in first}) == count
    assert to_publish(Snapshot([*many, *first]), 2, DAY) == ()
