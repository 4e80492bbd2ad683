"""What is typed into a table reaches the real store once, or stays as typed and says why."""

from uuid import uuid4

import pytest

from app.exchange.editing import Editor
from app.exchange.open_table import OpenTable, View
from app.i18n import Reader
from app.store import ChangeSet, Edit, Folder, Put, Remove, create_folder
from methodology.action import PlanProject
from methodology.mapping import Actor, ActorKind, ChainLink, Contact, Tie
from methodology.project import Country, Currency, Draft, Language, Project
from methodology.project_sheet import BudgetItem, MoneySource

_ = Reader(Language.SPANISH, Country.COLOMBIA, Currency.COP)


@pytest.fixture
def folder(tmp_path):
    project = Project(id=uuid4(), name="Quesos", country=Country.COLOMBIA)
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    yield opened
    opened.close()


@pytest.fixture
def actors(folder):
    rows = [Actor(id=uuid4(), name=name, employees=10) for name in ("Andes", "Bambamarca", "Chota")]
    folder.apply(ChangeSet("Start", tuple(Put(row) for row in rows)), by="Ana")
    return rows


def report(edited=None, added=(), deleted=()):
    return {"edited_rows": edited or {}, "added_rows": list(added), "deleted_rows": list(deleted)}


def sheet_of(folder: Folder, cls=Actor, **view) -> OpenTable:
    return OpenTable(cls, folder.snapshot(), _, View(**view))


def said(sheet: OpenTable) -> list[tuple[int, str, str]]:
    return [
        (sheet.number(row), fault.field, type(fault.problem).__name__)
        for row, faults in sheet.faults.items()
        for fault in faults
    ]


def stored(folder: Folder, cls=Actor) -> list[tuple]:
    return [(row.name, row.employees) for row in folder.snapshot().all(cls)]


def test_typed_cells_are_stored_as_values(folder, actors):
    sheet = sheet_of(folder)

    sheet.take(
        report({0: {"employees": "1.250", "kind": "productor final"}, 2: {"name": "Cutervo"}}),
        folder,
        "Ana",
        _,
    )

    snapshot = folder.snapshot()
    assert snapshot.get(Actor, actors[0].id).employees == 1250
    assert snapshot.get(Actor, actors[0].id).kind is ActorKind.PRODUCER
    assert snapshot.get(Actor, actors[2].id).name == "Cutervo"
    assert said(sheet) == []


@pytest.mark.usefixtures("actors")
def test_one_report_is_one_act_and_the_same_report_is_none(folder):
    sheet = sheet_of(folder)
    before = folder.revision()

    for _again in range(3):
        sheet.take(report({0: {"employees": "11"}, 1: {"employees": "12"}}), folder, "Ana", _)

    assert folder.revision() == before + 1
    assert sheet.revision == folder.revision()


@pytest.mark.usefixtures("actors")
def test_a_cell_put_back_as_it_was_is_put_back_in_the_store(folder):
    sheet = sheet_of(folder)
    sheet.take(report({0: {"employees": "11"}}), folder, "Ana", _)

    sheet.take(report(), folder, "Ana", _)

    assert stored(folder)[0] == ("Andes", 10)


def test_a_wrong_cell_stays_as_typed_and_the_stored_value_stays(folder, actors):
    sheet = sheet_of(folder)

    sheet.take(report({1: {"employees": "doce", "place": "Hualgayoc"}}), folder, "Ana", _)

    kept = folder.snapshot().get(Actor, actors[1].id)
    assert (kept.employees, kept.place) == (10, "Hualgayoc")
    assert [(number, name) for number, name, _kind in said(sheet)] == [(2, "employees")]
    again = sheet_of(folder)
    assert again.first[1]["employees"] == "doce"
    assert [(number, name) for number, name, _kind in said(again)] == [(2, "employees")]


@pytest.mark.usefixtures("actors")
def test_correcting_a_wrong_cell_takes_its_draft_away(folder):
    sheet = sheet_of(folder)
    sheet.take(report({1: {"employees": "doce"}}), folder, "Ana", _)

    sheet.take(report({1: {"employees": "12"}}), folder, "Ana", _)

    assert stored(folder)[1] == ("Bambamarca", 12)
    assert folder.snapshot().all(Draft) == ()
    assert sheet.faults == {}


@pytest.mark.usefixtures("actors")
def test_a_new_row_is_a_draft_until_it_is_complete(folder):
    sheet = sheet_of(folder)

    sheet.take(report(added=[{}]), folder, "Ana", _)
    assert folder.snapshot().all(Draft) == ()
    sheet.take(report(added=[{"employees": "7"}]), folder, "Ana", _)

    assert len(folder.snapshot().all(Draft)) == 1
    assert said(sheet) == [(4, "name", "MissingCell")]
    sheet.take(report(added=[{"employees": "7", "name": "Jaén"}]), folder, "Ana", _)
    assert stored(folder)[3] == ("Jaén", 7)
    assert folder.snapshot().all(Draft) == ()


@pytest.mark.usefixtures("actors")
def test_a_draft_survives_a_reload_and_can_be_completed(folder):
    sheet_of(folder).take(report(added=[{"place": "Jaén"}]), folder, "Ana", _)

    later = sheet_of(folder)
    later.take(report({3: {"name": "Huambos"}}), folder, "Ana", _)

    assert [row.place for row in folder.snapshot().all(Actor)] == ["", "", "", "Jaén"]
    assert folder.snapshot().all(Draft) == ()


@pytest.mark.usefixtures("actors")
def test_a_pasted_block_makes_rows_and_keeps_what_is_wrong(folder):
    folder.apply(ChangeSet("Links", (Put(ChainLink(id=uuid4(), name="Acopio")),)), by="Ana")
    sheet = sheet_of(folder)

    sheet.take(
        report(
            added=[
                {"name": "P1", "kind": "PROVEEDOR", "link": "acopio", "turnover": "1.234,56"},
                {"name": "P2", "kind": "supplier", "link": "Acopio", "turnover": "$ 2.000"},
                {"name": "P3", "kind": "quesero", "link": "Ordeño", "turnover": "2,5"},
            ]
        ),
        folder,
        "Ana",
        _,
    )

    p1, p2, p3 = folder.snapshot().all(Actor)[3:]
    assert (p1.kind, p1.turnover, p2.turnover) == (ActorKind.SUPPLIER, 123456, 200000)
    assert p2.kind is ActorKind.SUPPLIER
    assert (p3.kind, p3.link, p3.turnover) == (None, None, 250)
    assert [(number, name) for number, name, _kind in said(sheet)] == [(6, "kind"), (6, "link")]


@pytest.mark.usefixtures("actors")
def test_the_second_of_two_equal_names_is_refused_and_kept(folder):
    sheet = sheet_of(folder)

    sheet.take(report(added=[{"name": "ANDES"}, {"name": "Nuevo"}]), folder, "Ana", _)

    assert [name for name, _employees in stored(folder)] == [
        "Andes",
        "Bambamarca",
        "Chota",
        "Nuevo",
    ]
    assert said(sheet) == [(4, "name", "Taken")]
    assert sheet_of(folder).first[4]["name"] == "ANDES"


def test_two_people_in_different_fields_of_a_row_merge(folder, actors):
    mine, theirs = sheet_of(folder), sheet_of(folder)

    theirs.take(report({0: {"employees": "45"}}), folder, "Eva", _)
    mine.take(report({0: {"place": "Jaén"}}), folder, "Ana", _)

    kept = folder.snapshot().get(Actor, actors[0].id)
    assert (kept.employees, kept.place) == (45, "Jaén")
    assert mine.is_behind


def test_what_was_not_seen_is_not_taken_for_seen(folder, actors):
    mine, theirs = sheet_of(folder), sheet_of(folder)

    theirs.take(report({0: {"employees": "45"}}), folder, "Eva", _)
    mine.take(report({0: {"place": "Jaén"}}), folder, "Ana", _)
    mine.take(report({0: {"place": "Jaén", "employees": "50"}}), folder, "Ana", _)

    (fault,) = mine.faults[actors[0].id]
    assert fault.problem.values == {"theirs": "45", "mine": "50"}
    assert stored(folder)[0] == ("Andes", 45)


def test_two_people_in_the_same_field_see_both_values(folder, actors):
    mine, theirs = sheet_of(folder), sheet_of(folder)

    theirs.take(report({0: {"employees": "45"}}), folder, "Eva", _)
    mine.take(report({0: {"employees": "50"}}), folder, "Ana", _)

    (fault,) = mine.faults[actors[0].id]
    assert fault.problem.values == {"theirs": "45", "mine": "50"}
    assert stored(folder)[0] == ("Andes", 45)
    mine.insist(actors[0].id, folder, "Ana", _)
    assert stored(folder)[0] == ("Andes", 50)
    assert mine.faults == {}


def test_what_was_typed_can_be_forgotten(folder, actors):
    mine, theirs = sheet_of(folder), sheet_of(folder)
    theirs.take(report({0: {"employees": "45"}}), folder, "Eva", _)
    mine.take(report({0: {"employees": "50"}}), folder, "Ana", _)

    mine.discard(actors[0].id, folder, "Ana", _)

    assert stored(folder)[0] == ("Andes", 45)
    assert folder.snapshot().all(Draft) == ()


@pytest.mark.usefixtures("actors")
def test_typing_twice_into_a_cell_is_no_quarrel_with_oneself(folder):
    sheet = sheet_of(folder)

    sheet.take(report({0: {"employees": "45"}}), folder, "Ana", _)
    sheet.take(report({0: {"employees": "46"}}), folder, "Ana", _)

    assert stored(folder)[0] == ("Andes", 46)
    assert sheet.faults == {}


def test_a_row_deleted_by_another_person_is_kept_as_a_draft(folder, actors):
    sheet = sheet_of(folder)
    folder.apply(ChangeSet("Away", (Remove(Actor, actors[0].id),)), by="Eva")

    sheet.take(report({0: {"place": "Jaén"}}), folder, "Ana", _)

    again = sheet_of(folder)
    assert again.first[2]["name"] == "Andes"
    assert again.first[2]["place"] == "Jaén"


def test_deleted_rows_wait_for_a_yes(folder, actors):
    sheet = sheet_of(folder)

    sheet.take(report({0: {"employees": "11"}}, deleted=[1]), folder, "Ana", _)

    assert sheet.removing == [actors[1].id]
    assert stored(folder) == [("Andes", 11), ("Bambamarca", 10), ("Chota", 10)]


@pytest.mark.usefixtures("actors")
def test_deleting_an_added_row_does_not_shift_the_others(folder):
    sheet = sheet_of(folder)
    sheet.take(report(added=[{"name": "P1"}, {"place": "Jaén"}, {"name": "P3"}]), folder, "Ana", _)
    draft = sheet.rows[4]

    sheet.take(report(added=[{"name": "P1"}, {"name": "P3"}]), folder, "Ana", _)
    sheet.take(report(added=[{"name": "P1"}, {"name": "P3", "place": "Chota"}]), folder, "Ana", _)

    assert sheet.removing == [draft]
    assert [row.place for row in folder.snapshot().all(Actor)][3:] == ["", "Chota"]


def test_filter_and_order_run_over_all_rows(folder, actors):
    folder.apply(
        ChangeSet("Edit", (Edit(Actor, actors[2].id, {"employees": 9, "place": "Jaén"}),)),
        by="Ana",
    )

    by_number = sheet_of(folder, sort="employees")
    backwards = sheet_of(folder, sort="name", is_descending=True)
    found = sheet_of(folder, search="jaen cho")

    assert [row["name"] for row in by_number.first] == ["Chota", "Andes", "Bambamarca"]
    assert [row["name"] for row in backwards.first] == ["Chota", "Bambamarca", "Andes"]
    assert [row["name"] for row in found.first] == ["Chota"]
    assert (len(found.first), found.total) == (1, 3)


@pytest.mark.usefixtures("actors")
def test_a_rule_of_the_whole_row_keeps_the_row_as_typed(folder):
    sheet = sheet_of(folder, Tie)

    sheet.take(report(added=[{"source": "Andes", "target": "Andes"}]), folder, "Ana", _)

    assert folder.snapshot().all(Tie) == ()
    assert said(sheet) == [(1, "", "SelfTie")]
    assert sheet_of(folder, Tie).first[0]["target"] == "Andes"


def test_boxes_and_lists_count_as_their_words(folder, actors):
    sheet = sheet_of(folder, Contact)

    sheet.take(
        report(added=[{"name": "Rosa", "actor": "Chota", "is_lead": True, "consent": False}]),
        folder,
        "Ana",
        _,
    )

    (rosa,) = folder.snapshot().all(Contact)
    assert (rosa.is_lead, rosa.consent, rosa.actor) == (True, False, actors[2].id)


@pytest.mark.usefixtures("actors")
def test_every_text_that_a_row_shows_is_understood_again(folder):
    snapshot = folder.snapshot()
    editor = Editor(Actor, snapshot, _)

    for line in editor.lines():
        assert editor.amend(line, editor.shown(line)).changes == ()


def test_rows_whose_names_differ_by_an_accent_are_both_edited(folder):
    twins = [Actor(id=uuid4(), name="Peña"), Actor(id=uuid4(), name="Pena")]
    folder.apply(ChangeSet("Start", tuple(map(Put, twins))), by="Ana")
    sheet = sheet_of(folder)

    sheet.take(report({0: {"employees": "5"}, 1: {"employees": "6"}}), folder, "Ana", _)

    assert stored(folder) == [("Peña", 5), ("Pena", 6)]
    assert said(sheet) == []


def test_a_name_in_other_capitals_and_encoding_is_the_same_name(folder, actors):
    sheet = sheet_of(folder)

    sheet.take(report({1: {"name": "ANDES\u200b"}}), folder, "Ana", _)

    assert stored(folder)[1] == ("Bambamarca", 10)
    assert said(sheet) == [(2, "name", "Taken")]
    assert len(actors) == 3


def test_rows_written_below_are_counted_once_something_stands_in_them(folder, actors):
    sheet = sheet_of(folder)

    sheet.take(report(added=[{}]), folder, "Ana", _)
    begun = sheet.added
    sheet.take(report(added=[{"name": "Cutervo"}, {"place": "Jaén"}]), folder, "Ana", _)

    assert (begun, sheet.added, sheet.total) == (0, 2, len(actors))


@pytest.fixture
def projects(folder):
    rows = [
        PlanProject(id=uuid4(), name=name, code=code) for code, name in (("P1", "A"), ("P2", "B"))
    ]
    lines = [
        BudgetItem(
            id=uuid4(), project=row.id, item="Staff", year=2027, source=MoneySource.FIRMS, amount=5
        )
        for row in rows
    ]
    folder.apply(ChangeSet("Start", tuple(map(Put, (*rows, *lines)))), by="Ana")
    return rows


def budget_of(folder, project) -> OpenTable:
    return sheet_of(folder, BudgetItem, given=(("project", project.id),))


def test_a_view_of_one_project_shows_its_rows_alone(folder, projects):
    sheet = budget_of(folder, projects[1])

    assert (sheet.total, [texts["project"] for texts in sheet.first]) == (1, ["B"])
    assert sheet.view.hidden == {"project"}


def test_a_new_row_of_a_view_begins_with_its_project(folder, projects):
    sheet = budget_of(folder, projects[1])
    row = {"item": "Rent", "year": "2028", "source": "Empresas", "amount": "70"}

    sheet.take(report(added=[row]), folder, "Ana", _)

    assert [(one.item, one.project, one.amount) for one in folder.snapshot().all(BudgetItem)][
        2:
    ] == [("Rent", projects[1].id, 7_000)]
    assert budget_of(folder, projects[1]).total == 2


def test_an_incomplete_row_of_a_view_stays_with_its_project(folder, projects):
    sheet = budget_of(folder, projects[1])

    sheet.take(report(added=[{"item": "Rent"}]), folder, "Ana", _)

    assert [budget_of(folder, one).total for one in projects] == [1, 2]
    assert len(folder.snapshot().all(Draft)) == 1


def test_a_new_row_of_a_view_that_is_emptied_again_leaves_nothing(folder, projects):
    sheet = budget_of(folder, projects[1])

    sheet.take(report(added=[{"item": "Rent"}]), folder, "Ana", _)
    sheet.take(report(added=[{"item": ""}]), folder, "Ana", _)

    assert folder.snapshot().all(Draft) == ()
