"""The versions of the plan: each with its number, what changed, and the codes as published."""

from datetime import date

import pytest

from methodology.action import PlanProject
from methodology.plan import Section
from methodology.project import Language, PlanStatus
from methodology.published import to_publish
from methodology.snapshot import Snapshot
from methodology.versions import PlanChange, PlanVersion, Since
from tests.cluster import made
from tests.report.word import outline, tables, written

FIRST = made(
    PlanVersion,
    "1",
    number=1,
    made_on=date(2026, 5, 1),
    status=PlanStatus.DRAFT,
    document="plan-1.docx",
    as_of=10,
)
SCHOOL = made(PlanProject, "P01", code="P01", name="School")


def _plan(*records, **options):
    return written(Snapshot(records), Language.ENGLISH, number=2, **options)


def _since(*changes):
    return Since(FIRST, changes)


CHANGED = _since(
    PlanChange(Section.MAPPING, "Actors", added=("Uno", "Dos"), removed=("Tres",)),
    PlanChange(Section.MAPPING, "Relations", added=("", "")),
    PlanChange(Section.OPTIONS, "Options", changed=tuple(f"O{n}" for n in range(1, 9))),
)


@pytest.fixture(scope="module")
def changed():
    return tables(_plan(FIRST, since=CHANGED))["Changes since version 1"]


def test_this_version_stands_above_those_before_it():
    assert tables(_plan(FIRST))["Versions of the plan"] == [
        ["Version", "Date", "Status", "File"],
        ["2", "Jun 12, 2026", "Draft", "This document"],
        ["1", "May 1, 2026", "Draft", "plan-1.docx"],
    ]


def test_a_final_version_says_so():
    found = tables(_plan(FIRST, status=PlanStatus.FINAL))["Versions of the plan"]

    assert [row[2] for row in found[1:]] == ["Final", "Draft"]


def test_records_are_counted_and_named_by_what_happened_to_them(changed):
    assert changed[1][1:] == ["Actors", "2: Uno; Dos", "–", "1: Tres"]


def test_names_that_may_not_be_printed_are_counted_all_the_same(changed):
    assert changed[2][1:] == ["Relations", "2", "–", "–"]


def test_six_names_are_enough_and_the_rest_is_a_sign(changed):
    assert changed[3][3] == "8: O1; O2; O3; O4; O5; O6; …"


def test_changes_stand_by_the_section_they_are_printed_in(changed):
    assert [row[0].split(".")[0] for row in changed[1:]] == ["3", "3", "7"]


def test_a_plan_like_the_last_one_says_that_nothing_changed():
    found = outline(_plan(FIRST, since=_since()))

    assert ("Normal", "Nothing has changed since version 1 of May 1, 2026.") in found


def test_published_codes_stand_with_the_version_they_were_first_in():
    codes = to_publish(Snapshot([SCHOOL]), 1, date(2026, 5, 1))

    found = tables(_plan(FIRST, SCHOOL, *codes))["Published codes"]

    assert [row[0] for row in found] == ["Code", "P01"]
    assert "School" in found[1][1]
    assert found[1][2] == "1"


def test_the_code_of_a_project_that_is_gone_is_kept():
    codes = to_publish(Snapshot([SCHOOL]), 1, date(2026, 5, 1))

    found = tables(_plan(FIRST, *codes))["Published codes"]

    assert found[1] == ["P01", "–", "1"]
