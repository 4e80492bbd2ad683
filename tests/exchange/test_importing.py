"""The import into a real folder: one act, the original kept, all or nothing."""

from datetime import date
from uuid import uuid4

import pytest

from app.exchange.importing import ImportBlocked, import_file
from app.exchange.plan import Place
from app.exchange.planning import exclude_row, map_column, plan_import
from app.exchange.workbook import write_workbook
from app.i18n import reader
from app.store import ChangeSet, Conflict, Edit, Put, acts, create_folder, undo
from methodology.mapping import Actor, Tie
from methodology.project import ColumnMemory, Country, Evidence, Language, Project
from methodology.snapshot import Snapshot
from tests.samples import random_snapshot

TODAY = date(2026, 6, 12)
TIES = b"from,to\nAcciaiuoli,Medici\nMedici,Albizzi\n"


@pytest.fixture
def folder(tmp_path):
    project = Project(id=uuid4(), name="Quesos", country=Country.PERU)
    made = create_folder(tmp_path / "quesos", project, by="Ana")
    yield made
    made.close()


def planned(folder, data, name="lazos.csv"):
    snapshot = folder.snapshot()
    return plan_import(data, name, snapshot, reader(snapshot.one(Project)))


def carry_out(folder, data, name="lazos.csv"):
    return import_file(folder, planned(folder, data, name), data, by="Ana", on=TODAY)


def records(folder):
    return {record.id: record for record in folder.snapshot()}


def test_an_import_is_one_act_with_its_original_and_a_backup(folder):
    before = records(folder)

    act = carry_out(folder, TIES)

    after = folder.snapshot()
    assert [row.name for row in after.all(Actor)] == ["Acciaiuoli", "Medici", "Albizzi"]
    assert len(after.all(Tie)) == 2
    (evidence,) = after.all(Evidence)
    assert (folder.path / "files" / evidence.file).read_bytes() == TIES
    assert any("before-import" in path.name for path in (folder.path / "backups").iterdir())
    assert act.text(reader()) == (
        "Importar lazos.csv; supuesto: Relación: Proyecto conjunto, Reportada por: El equipo"
    )
    assert act.count == 6
    with folder.begin() as session:
        undo(session, act.revision, by="Ana")
    assert records(folder) == before


def test_importing_twice_writes_nothing_the_second_time(folder):
    carry_out(folder, TIES)
    revision, kept = folder.revision(), len(list((folder.path / "files").iterdir()))

    assert carry_out(folder, TIES) is None

    assert folder.revision() == revision
    assert len(list((folder.path / "files").iterdir())) == kept


def test_invalid_rows_stop_the_import_and_nothing_is_kept(folder):
    data = b"Nombre;Trabajadores\nA;1\nB;muchos\nC;2\n"
    plan = planned(folder, data, "a.csv")

    with pytest.raises(ImportBlocked, match="the first is row 3 of “a”"):
        import_file(folder, plan, data, by="Ana", on=TODAY)

    assert not folder.snapshot().all(Actor)
    assert not list((folder.path / "files").iterdir())
    cured = exclude_row(plan, Place("a", 3))
    import_file(folder, cured, data, by="Ana", on=TODAY)
    assert [row.name for row in folder.snapshot().all(Actor)] == ["A", "C"]


def test_an_import_planned_before_somebody_s_change_is_refused_whole(folder):
    actor = Actor(id=uuid4(), name="A", employees=1)
    folder.apply(ChangeSet("Put", (Put(actor),)), by="Ana")
    data = b"Nombre;Trabajadores\nA;2\nB;3\n"
    plan = planned(folder, data, "a.csv")
    folder.apply(ChangeSet("Edit", (Edit(Actor, actor.id, {"employees": 9}),)), by="Eva")

    with pytest.raises(Conflict):
        import_file(folder, plan, data, by="Ana", on=TODAY)

    assert [(row.name, row.employees) for row in folder.snapshot().all(Actor)] == [("A", 9)]
    assert not list((folder.path / "files").iterdir())


def test_columns_corrected_by_hand_are_remembered_in_the_project(folder):
    data = b"Nombre;Sede\nA;Lima\n"
    plan = map_column(planned(folder, data, "a.csv"), "a", 1, "place")

    import_file(folder, plan, data, by="Ana", on=TODAY)

    assert [(m.heading, m.field) for m in folder.snapshot().all(ColumnMemory)] == [
        ("sede", "place")
    ]
    assert planned(folder, data, "a.csv").is_idle


def test_a_whole_project_is_carried_into_an_empty_folder(folder):
    source = random_snapshot(7)
    home = source.one(Project)
    data = write_workbook(source, reader(home, Language.PORTUGUESE), on=TODAY)
    blank = Snapshot(folder.snapshot(), folder.revision())
    plan = plan_import(data, "todo.xlsx", blank, reader(home))

    import_file(folder, plan, data, by="Ana", on=TODAY)

    kept = {r.id: r for r in source if not type(r).is_internal and not isinstance(r, Project)}
    assert kept.items() <= records(folder).items()
    with folder.begin() as session:
        assert len(acts(session)) == 2
