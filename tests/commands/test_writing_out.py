"""The command that writes a project out: plan, workbook and readable tables."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from app.i18n import reader
from app.store.opening import open_folder
from methodology.mapping import Actor, Contact
from methodology.project import Language, PlanStatus
from methodology.versions import PlanVersion
from tests.commands.conftest import content, write

PEOPLE = "Persona;Actor;Teléfono;Consentimiento\nElena Ríos;La Portada;999 888 777;sí\n"


@pytest.fixture
def filled(run, project, tmp_path):
    """Give a project with an actor and a person."""
    code, said = run("import", project, write(tmp_path / "p.csv", PEOPLE), "--table", "contact")
    assert code == 0, said
    return project


def read(path):
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", [*Language])
def test_tables_are_named_in_the_language_asked_for(run, filled, tmp_path, language):
    _, target = reader(language=language), tmp_path / "tablas"

    code, said = run("export", filled, "--to", target, "--language", language.value)

    assert (code, str(target) in said) == (0, True)
    assert (target / f"{_(Actor.title)}.csv").exists()
    assert "Elena Ríos" in read(target / f"{_(Contact.title)}.csv")


def test_tables_speak_the_projects_language_when_none_is_asked_for(run, filled, tmp_path):
    run("export", filled, "--to", tmp_path / "tablas")

    assert (tmp_path / "tablas" / "Actores.csv").exists()


@pytest.mark.parametrize("ending", [".xlsx", ".XLSX"])
def test_ending_is_known_in_either_case(run, filled, tmp_path, ending):
    target = tmp_path / f"libro{ending}"

    code, _said = run("export", filled, "--to", target, "--language", "en")

    names = load_workbook(BytesIO(target.read_bytes())).sheetnames
    assert code == 0
    assert {"Actors", "People"} <= {*names}


@pytest.mark.parametrize("ending", [".pdf", ".csv", ".doc", ".xls"])
def test_ending_that_is_not_written_makes_no_file(run, filled, tmp_path, ending):
    code, said = run("export", filled, "--to", tmp_path / f"plan{ending}")

    assert (code, f"plan{ending}" in said) == (1, True)
    assert not (tmp_path / f"plan{ending}").exists()


def test_folders_on_the_way_are_made(run, filled, tmp_path):
    target = tmp_path / "a" / "b c" / "libro.xlsx"

    assert run("export", filled, "--to", target)[0] == 0
    assert target.stat().st_size > 0


@pytest.mark.parametrize("target", ["a/libro.xlsx", "a/b/plan.docx", "a", "folder.xlsx"])
def test_file_where_a_folder_should_be_or_the_reverse_is_explained(run, filled, tmp_path, target):
    write(tmp_path / "a", "x")
    (tmp_path / "folder.xlsx").mkdir()

    code, said = run("export", filled, "--to", tmp_path / target)

    assert (code, str(tmp_path / target) in said) == (1, True)
    assert "Choose another name." in said
    assert (tmp_path / "a").read_text() == "x"


def test_nobody_is_left_in_what_is_written_without_people(run, filled, tmp_path):
    run("export", filled, "--to", tmp_path / "libro.xlsx", "--no-people", "--language", "en")
    run("export", filled, "--to", tmp_path / "tablas", "--no-people", "--language", "en")

    book = load_workbook(tmp_path / "libro.xlsx")
    cells = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    written = "".join(read(file) for file in (tmp_path / "tablas").iterdir())
    assert "People" not in book.sheetnames
    assert not {"Elena Ríos", "999 888 777"} & cells
    assert "La Portada" in cells
    assert "Elena" not in written
    assert "La Portada" in written


def test_what_the_team_keeps_for_itself_goes_out_only_with_people(run, filled, tmp_path):
    notes = write(tmp_path / "n.csv", "Nombre;Interés\nLa Portada;Quiere vender\n")
    assert run("import", filled, notes)[0] == 0

    run("export", filled, "--to", tmp_path / "todo", "--language", "en")
    run("export", filled, "--to", tmp_path / "público", "--language", "en", "--no-people")

    assert "Quiere vender" in read(tmp_path / "todo" / "Actors.csv")
    assert "Quiere vender" not in read(tmp_path / "público" / "Actors.csv")
    assert "Interest and position" not in read(tmp_path / "público" / "Actors.csv")


def test_each_plan_has_the_next_number_and_its_copy_stays_in_the_folder(run, filled, tmp_path):
    for _attempt in range(2):
        assert run("export", filled, "--to", tmp_path / "plan.docx", "--language", "es")[0] == 0

    kept = sorted(path for path in filled.rglob("*.docx") if path.is_file())
    text = "\n".join(one.text for one in Document(tmp_path / "plan.docx").paragraphs)
    assert len(kept) == 2
    assert kept[-1].read_bytes() == (tmp_path / "plan.docx").read_bytes()
    assert kept[0].read_bytes() != kept[1].read_bytes()
    assert "Quesos" in text


def test_writing_out_changes_nothing_in_the_project(run, filled, tmp_path):
    before = content(filled)

    for name in ("libro.xlsx", "tablas"):
        assert run("export", filled, "--to", tmp_path / name)[0] == 0

    after = content(filled)
    assert (after.revision, [*after]) == (before.revision, [*before])


def test_workbook_written_over_another_replaces_it_whole(run, filled, tmp_path):
    target = tmp_path / "libro.xlsx"
    target.write_bytes(b"x" * 2_000_000)

    run("export", filled, "--to", target)

    assert target.stat().st_size < 1_000_000
    assert load_workbook(target).sheetnames


def test_project_open_in_this_program_can_be_written_out(run, filled, tmp_path):
    opened = open_folder(filled)
    try:
        code, said = run("export", filled, "--to", tmp_path / "libro.xlsx")
    finally:
        opened.close()

    assert code == 0, said


def test_exporting_a_plan_notes_its_version_and_nothing_else(run, filled, tmp_path):
    before = {record.id: record for record in content(filled)}

    assert run("export", filled, "--to", tmp_path / "plan.docx")[0] == 0

    after = {record.id: record for record in content(filled)}
    assert after.items() >= before.items()
    [version] = [record for key, record in after.items() if key not in before]
    assert (type(version), version.number, version.status) == (PlanVersion, 1, PlanStatus.DRAFT)


def test_a_plan_with_something_pending_is_not_written_as_final(run, filled, tmp_path):
    target = tmp_path / "plan.docx"

    code, said = run("export", filled, "--to", target, "--final")

    assert code == 1
    assert "The plan cannot be final yet" in said
    assert "- Scope of intervention: " in said
    assert not target.exists()
    assert not content(filled).all(PlanVersion)


def test_only_the_plan_can_be_final(run, filled, tmp_path):
    code, said = run("export", filled, "--to", tmp_path / "libro.xlsx", "--final")

    assert (code, "end the name with .docx" in said) == (1, True)
