"""Codes are noted when a plan goes out: once, as an act that can be seen in the history."""

from datetime import date
from uuid import uuid4

import pytest
from app.exchange.publishing import publish_codes

from app.store import ChangeSet, Edit, Put, acts, create_folder
from methodology.action import PlanProject
from methodology.project import Project
from methodology.published import PublishedCode, renumbered

DAY = date(2026, 11, 13)


@pytest.fixture
def folder(tmp_path):
    opened = create_folder(tmp_path / "p", Project(id=uuid4(), name="Quesos"), by="Ana")
    rows = [PlanProject(id=uuid4(), name=f"Project {code}", code=code) for code in ("P00", "P01")]
    opened.apply(ChangeSet("Start", tuple(map(Put, rows))), by="Ana")
    yield opened
    opened.close()


def noted(folder):
    return [(one.code, one.number) for one in folder.snapshot().all(PublishedCode)]


def test_codes_are_noted_with_the_number_of_the_document(folder):
    publish_codes(folder, 3, by="Ana", on=DAY)

    assert noted(folder) == [("P00", 3), ("P01", 3)]
    with folder.begin() as session:
        assert acts(session)[0].text(str) == "Export the plan, number 3"


def test_a_second_export_without_new_codes_is_no_act(folder):
    publish_codes(folder, 3, by="Ana", on=DAY)
    revision = folder.revision()
    publish_codes(folder, 4, by="Ana", on=DAY)

    assert folder.revision() == revision


def test_a_renumbered_project_is_told_after_publication(folder):
    publish_codes(folder, 1, by="Ana", on=DAY)
    second = next(one for one in folder.snapshot().all(PlanProject) if one.code == "P01")
    folder.apply(ChangeSet("x", (Edit(PlanProject, second.id, {"code": "P02"}),)), by="Ana")

    assert [str(one) for one in renumbered(folder.snapshot())] == ["P01 of document 1 is now P02"]
