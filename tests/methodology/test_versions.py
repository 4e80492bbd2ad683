"""The exported plans, the newest first."""

from datetime import date

import pytest
from pydantic import ValidationError

from methodology.project import PlanStatus
from methodology.snapshot import Snapshot
from methodology.versions import PlanVersion, versions
from tests.cluster import made

DAY = date(2026, 11, 13)
STATUS = next(iter(PlanStatus))


def exported(number, **values):
    given = {"made_on": DAY, "status": STATUS, "document": f"plan-{number}.docx"}
    return made(PlanVersion, str(number), number=number, **{**given, "as_of": 7, **values})


def test_a_project_that_never_exported_has_no_versions():
    assert versions(Snapshot()) == []


def test_the_newest_comes_first_by_number_and_not_by_word():
    found = versions(Snapshot([exported(2), exported(10), exported(1)]))

    assert [one.number for one in found] == [10, 2, 1]


def test_two_exports_of_a_day_are_told_apart_by_their_number():
    found = versions(Snapshot([exported(1), exported(2)]))

    assert [one.made_on for one in found] == [DAY, DAY]
    assert [one.document for one in found] == ["plan-2.docx", "plan-1.docx"]


@pytest.mark.parametrize("values", [{"number": 0}, {"as_of": -1}, {"document": ""}])
def test_what_no_export_can_be_is_refused(values):
    given = {"number": 1, "made_on": DAY, "status": STATUS, "document": "a", "as_of": 0}

    with pytest.raises(ValidationError, match=next(iter(values))):
        made(PlanVersion, "v", **{**given, **values})
