"""Publishing: numbered, kept, noted; final only when nothing is pending; changes told."""

from datetime import date
from uuid import uuid4

import pytest

from app.i18n import reader
from app.publication import publish
from app.store import ChangeSet, Edit, Put, create_folder, saved_documents
from app.store.folder_problems import DiskFull
from methodology.action import PlanProject
from methodology.finality import FRONT, NotFinal
from methodology.gates import checks
from methodology.mapping import Actor
from methodology.project import Language, PlanStatus, Project, Waiver
from methodology.published import PublishedCode
from methodology.stage import Stage
from methodology.versions import PlanVersion, versions
from tests.report.word import tables, text_of

ON = date(2026, 11, 13)
_ = reader(None, Language.SPANISH)
ANDES = Actor(id=uuid4(), name="Andes")


@pytest.fixture
def folder(tmp_path):
    opened = create_folder(tmp_path / "p", Project(id=uuid4(), name="Quesos"), by="Ana")
    write(opened, Put(ANDES))
    yield opened
    opened.close()


@pytest.fixture
def settled(folder):
    """Give a project in which everything that is not met is waived."""
    project = folder.snapshot().one(Project)
    waivers = [
        Waiver(id=uuid4(), check=one.key, stage_waived=stage, reason="No aplica", waived_on=ON)
        for stage in Stage
        for one in checks(stage)
    ]
    write(folder, Edit(Project, project.id, dict.fromkeys(FRONT, "Sierra")), *map(Put, waivers))
    return folder


def write(folder, *changes):
    folder.apply(ChangeSet("Edit", changes), by="Ana")


def plan(folder, status=PlanStatus.DRAFT):
    return publish(folder, _, on=ON, by="Ana", status=status).read_bytes()


def test_each_plan_is_noted_with_the_moment_it_was_written_from(folder):
    begin = folder.revision()

    plan(folder)

    [kept] = folder.snapshot().all(PlanVersion)
    assert (kept.number, kept.status, kept.as_of) == (1, PlanStatus.DRAFT, begin)
    assert kept.document == f"001 {_('Strategic plan')} 2026-11-13.docx"


def test_codes_of_projects_are_noted_in_the_same_act(folder):
    write(folder, Put(PlanProject(id=uuid4(), code="P01", name="Escuela")))
    before = folder.revision()

    plan(folder)

    assert folder.revision() == before + 1
    assert [one.code for one in folder.snapshot().all(PublishedCode)] == ["P01"]


def test_two_plans_written_at_the_same_time_are_both_kept(folder):
    write(folder, Put(PlanProject(id=uuid4(), code="P01", name="Escuela")))
    others = [lambda: publish(folder, _, on=ON, by="José")]

    def meanwhile(_share, _what):
        if others:
            others.pop()()

    publish(folder, _, on=ON, by="Ana", notify=meanwhile)

    found = folder.snapshot()
    assert sorted(one.number for one in found.all(PlanVersion)) == [1, 2]
    assert [(one.code, one.number) for one in found.all(PublishedCode)] == [("P01", 1)]


def test_the_second_plan_says_what_changed_since_the_first(folder):
    plan(folder)
    write(folder, Put(Actor(id=uuid4(), name="Chota")), Edit(Actor, ANDES.id, {"employees": 7}))

    data = plan(folder)

    [row] = tables(data)["Cambios desde la versión 1"][1:]
    assert row[1:] == ["Actores", "1: Chota", "1: Andes", "–"]
    assert [row[:3] for row in tables(data)["Versiones del plan"][1:]] == [
        ["2", "13 nov. 2026", "Borrador"],
        ["1", "13 nov. 2026", "Borrador"],
    ]


def test_a_plan_like_the_one_before_says_that_nothing_changed(folder):
    plan(folder)

    assert "Nada ha cambiado desde la versión 1" in text_of(plan(folder))


def test_a_plan_with_something_pending_cannot_be_final_and_leaves_nothing_behind(folder):
    with pytest.raises(NotFinal) as refused:
        plan(folder, PlanStatus.FINAL)

    assert refused.value.obstacles
    assert not folder.snapshot().all(PlanVersion)
    assert not [*(folder.path / "documents").glob("*.docx")]


def test_a_final_plan_says_so_and_nothing_in_it_is_pending(settled):
    text = text_of(plan(settled, PlanStatus.FINAL))

    assert "Definitivo" in text
    assert "Borrador" not in text
    assert "Pendiente" not in text.replace("Pendientes", "")
    assert "No aplica" in text
    assert versions(settled.snapshot())[0].status is PlanStatus.FINAL


def test_a_draft_says_so_on_cover_and_in_the_header(folder):
    assert text_of(plan(folder)).count("Borrador") >= 3


def test_a_plan_that_could_not_be_noted_does_not_stay(folder, monkeypatch):
    def refuse(*_, **__):
        raise DiskFull(folder.path)

    monkeypatch.setattr(folder, "apply", refuse)

    with pytest.raises(DiskFull):
        plan(folder)

    assert saved_documents(folder) == ()
