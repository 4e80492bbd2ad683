import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from app.__main__ import build_parser, main
from app.command_line import COMMANDS
from app.commands import pages
from app.commands.folders import opened
from app.i18n import reader
from app.store.documents import saved_documents
from app.store.layout import LOCK_SUFFIX
from app.store.opening import open_folder
from methodology.mapping import Actor, Contact, Tie
from methodology.project import Country, Currency, Language, Project

ROOT = Path(__file__).resolve().parent.parent
ACTORS = "Nombre;Tipo;Empleados\nQuesería Ñandú;Productor final;14\n=CMD();Proveedor;3\n"
BAD = "Nombre;Empleados\nQuesería Ñandú;catorce\nMolino;3\n"


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    """Run a command and return its exit code and everything it said."""

    def run_command(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_command


@pytest.fixture
def project(run, tmp_path):
    """A new project in a folder with a space and an accent."""
    folder = tmp_path / "quesos de montaña"
    assert run("new", folder, "--name", "Quesos", "--country", "es-UY", "--currency", "UYU")[0] == 0
    return folder


@pytest.fixture
def actors(tmp_path):
    file = tmp_path / "actores.csv"
    file.write_text(ACTORS, encoding="utf-8")
    return file


def snapshot(folder):
    opened = open_folder(folder)
    try:
        return opened.snapshot()
    finally:
        opened.close()


def names(folder):
    return [actor.name for actor in snapshot(folder).all(Actor)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself_in_every_language(command, language, monkeypatch, capsys):
    monkeypatch.setenv("DINAMO_LANGUAGE", language.value)
    _ = reader(language=language)

    code = main([command, "--help"])

    said = capsys.readouterr().out
    about = next(one.about for one in COMMANDS if one.name == command)
    assert code == 0
    assert said.startswith(_("Usage:"))
    assert _(about).split()[0] in said


@pytest.mark.parametrize("words", [(), ("--no-browser",)])
def test_without_a_command_it_opens(run, monkeypatch, words):
    asked = []
    monkeypatch.setattr(pages, "serve", lambda _, **given: asked.append(given["browser"]) or 0)

    assert run(*words) == (0, "")
    assert asked == [not words]


def test_an_unknown_option_without_a_command_is_named(run):
    code, said = run("--version")

    assert code == 2
    assert "--version" in said


def test_help_is_asked_for_in_the_way_the_command_was_called(run, monkeypatch):
    monkeypatch.setenv("DINAMO_COMMAND", "python3 start.py")

    assert run("export")[1].rstrip().endswith("Help: python3 start.py export --help")


@pytest.mark.parametrize(
    "words", [("export", "x"), ("fly",), ("open", "a", "b"), ("new", "x", "--country", "xx")]
)
def test_wrong_use_says_where_help_is(run, words):
    code, said = run(*words)

    assert code == 2
    assert "--help" in said


def test_the_help_names_every_command():
    help_text = build_parser(reader(language=Language.ENGLISH)).format_help()

    assert [command.name for command in COMMANDS if command.name not in help_text] == []


def test_the_readme_names_every_command_and_option():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ends = {command.name: " " if command.arguments else "`" for command in COMMANDS}
    named = [f"`{name}{end}" for name, end in ends.items() if name != "demo"]
    options = {one.name for command in COMMANDS for one in command.arguments if "--" in one.name}

    assert [name for name in (*named, *options) if name not in readme] == []


def test_a_new_project_has_the_name_country_and_currency_it_was_given(project):
    made = snapshot(project).one(Project)

    assert (made.name, made.country, made.currency) == ("Quesos", "es-UY", "UYU")


def test_a_folder_with_something_in_it_is_not_made_a_project(run, project):
    code, said = run("new", project)

    assert code == 1
    assert "not empty" in said


def test_an_import_adds_the_rows_and_keeps_the_file(run, project, actors):
    code, said = run("import", project, actors)

    assert (code, names(project)) == (0, ["Quesería Ñandú", "=CMD()"])
    assert "Added: 2" in said
    assert [path.name for path in (project / "files").iterdir()] == ["actores.csv"]


def test_importing_again_changes_nothing(run, project, actors):
    run("import", project, actors)

    code, said = run("import", project, actors)

    assert code == 0
    assert "nothing new" in said
    assert len(names(project)) == 2


def test_a_trial_says_what_would_happen_and_writes_nothing(run, project, actors):
    code, said = run("import", project, actors, "--dry-run")

    assert code == 0
    assert "Added: 2" in said
    assert names(project) == []


def test_an_invalid_row_stops_the_import_and_is_named(run, project, tmp_path):
    file = tmp_path / "mal.csv"
    file.write_text(BAD, encoding="utf-8")

    code, said = run("import", project, file)

    assert (code, names(project)) == (1, [])
    assert re.search(r"row 2, column B", said)


def test_invalid_rows_can_be_left_out(run, project, tmp_path):
    file = tmp_path / "mal.csv"
    file.write_text(BAD, encoding="utf-8")

    code, said = run("import", project, file, "--skip-invalid")

    assert (code, names(project)) == (0, ["Molino"])
    assert "row 2: Left out, for it is not valid: “" in said
    assert "by hand" not in said


def test_relations_bring_the_actors_they_name(run, project, tmp_path):
    file = tmp_path / "pares.csv"
    file.write_text("origen,destino\nMedici,Strozzi\nMedici,Albizzi\n", encoding="utf-8")

    code, said = run("import", project, file, "--table", "tie")

    found = snapshot(project)
    assert (code, len(found.all(Tie)), len(found.all(Actor))) == (0, 2, 3)
    assert "New name, created: Medici" in said


@pytest.mark.parametrize("words", [("nowhere.csv",), ("actores.csv", "--table", "planets")])
def test_what_cannot_be_imported_is_explained(run, project, actors, words):
    code, said = run("import", project, *words)

    assert code == 1
    assert words[-1] in said
    assert "Traceback" not in said


def test_the_workbook_holds_what_was_imported_and_nothing_alive(run, project, actors, tmp_path):
    run("import", project, actors)

    code, _said = run("export", project, "--to", tmp_path / "libro.xlsx", "--language", "es")

    cells = [
        cell
        for sheet in load_workbook(tmp_path / "libro.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert code == 0
    assert "Quesería Ñandú" in {cell.value for cell in cells}
    assert [cell.value for cell in cells if cell.data_type == "f" and "CMD" in cell.value] == []


def test_the_tables_can_be_imported_into_another_project(run, project, actors, tmp_path):
    run("import", project, actors)
    run("export", project, "--to", tmp_path / "tablas", "--language", "en")
    run("new", tmp_path / "otro")

    code, _said = run("import", tmp_path / "otro", tmp_path / "tablas" / "Actors.csv")

    assert code == 0
    assert names(tmp_path / "otro") == names(project)


def test_the_plan_is_written_and_a_numbered_copy_kept(run, project, actors, tmp_path):
    run("import", project, actors)

    code, _said = run("export", project, "--to", tmp_path / "salida" / "plan.docx")

    text = "\n".join(one.text for one in Document(tmp_path / "salida" / "plan.docx").paragraphs)
    opened = open_folder(project)
    kept = saved_documents(opened)
    opened.close()
    assert code == 0
    assert "Quesos" in text
    assert [path.read_bytes() for path in kept] == [
        (tmp_path / "salida" / "plan.docx").read_bytes()
    ]


def test_an_ending_that_is_not_written_is_named(run, project):
    code, said = run("export", project, "--to", "plan.pdf")

    assert code == 1
    assert ".docx" in said


def test_people_can_be_left_out_of_an_export(run, project, tmp_path):
    add_person(run, project, tmp_path)

    run("export", project, "--to", tmp_path / "todo", "--language", "en")
    run("export", project, "--to", tmp_path / "público", "--language", "en", "--no-people")

    assert (tmp_path / "todo" / "People.csv").exists()
    assert "Elena" not in "".join(
        file.read_text(encoding="utf-8") for file in (tmp_path / "público").iterdir()
    )


def test_a_sound_project_passes_the_check_and_a_damaged_one_does_not(run, project):
    sound = run("check", project)
    database = project / "project.db"
    database.write_bytes(database.read_bytes()[:5000])
    damaged = run("check", project)

    assert (sound[0], damaged[0]) == (0, 1)
    assert "problem" in damaged[1]


def test_what_is_no_project_is_said_to_be_none(run, tmp_path):
    for command in ("check", "backup"):
        code, said = run(command, tmp_path)
        assert code == 1
        assert str(tmp_path) in said


def test_a_folder_open_on_another_computer_is_refused_and_opened_when_forced(run, project):
    told = {"computer": "otra", "key": "otra", "pid": 1, "user": "Ana"}
    mark = project / f"open-on-otra{LOCK_SUFFIX}"
    mark.write_text(json.dumps({**told, "seen_at": datetime.now(UTC).isoformat()}), "utf-8")

    code, said = run("backup", project)
    opened(reader(), project, force=True).close()

    assert (code, "otra (Ana)" in said) == (1, True)
    assert run("backup", project)[0] == 0


def test_a_backup_can_be_put_back_into_a_new_folder(run, project, actors, tmp_path):
    run("import", project, actors)
    code, said = run("backup", project)
    backup = Path(said.split(": ", 1)[1].strip())

    restored = run("restore", backup, tmp_path / "vuelto")

    assert (code, restored[0]) == (0, 0)
    assert names(tmp_path / "vuelto") == names(project)


def test_restoring_over_a_project_keeps_what_was_there(run, project, actors):
    said = run("backup", project)[1]
    run("import", project, actors)

    code, told = run("restore", said.split(": ", 1)[1].strip(), project)

    kept = Path(told.rsplit(": ", 1)[1].strip())
    assert (code, names(project)) == (0, [])
    assert kept.exists()


def test_a_packed_project_is_unpacked_on_another_computer(run, project, actors, tmp_path):
    run("import", project, actors)

    packed = run("pack", project, tmp_path / "entrega.dinamo")
    unpacked = run("unpack", tmp_path / "entrega.dinamo", tmp_path / "colega")

    assert (packed[0], unpacked[0]) == (0, 0)
    assert names(tmp_path / "colega") == names(project)


def test_a_torn_packed_file_is_refused(run, tmp_path):
    (tmp_path / "roto.dinamo").write_bytes(b"PK\x03\x04 torn")

    code, said = run("unpack", tmp_path / "roto.dinamo", tmp_path / "colega")

    assert code == 1
    assert "roto.dinamo" in said
    assert not (tmp_path / "colega").exists()


def add_person(run, project, tmp_path):
    file = tmp_path / "personas.csv"
    file.write_text(
        "Persona;Actor;Teléfono\nElena Ríos;La Portada;999 888 777\nEva Ríos;Molino;\n",
        encoding="utf-8",
    )
    assert run("import", project, file, "--table", "contact")[0] == 0


def people(project):
    return [contact.name for contact in snapshot(project).all(Contact)]


def test_a_person_is_taken_out_when_it_is_sure(run, project, tmp_path):
    add_person(run, project, tmp_path)

    code, said = run("purge", project, "elena rios", "--yes")

    assert (code, people(project)) == (0, ["Eva Ríos"])
    assert "personas.csv" in said


def test_nobody_is_taken_out_without_an_answer(run, project, tmp_path, monkeypatch):
    add_person(run, project, tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO(""))

    code, said = run("purge", project, "Elena")

    assert (code, len(people(project))) == (1, 2)
    assert "cannot be undone" in said


@pytest.mark.parametrize("name", ["Ríos", "Nobody"])
def test_a_name_that_fits_several_people_or_nobody_takes_nobody_out(run, project, tmp_path, name):
    add_person(run, project, tmp_path)

    code, said = run("purge", project, name, "--yes")

    assert (code, len(people(project))) == (1, 2)
    assert "nothing was changed" in said.lower()


def test_the_command_works_from_any_folder_and_says_letters_a_window_cannot_show(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    environment["DINAMO_LANGUAGE"] = "es"

    done = subprocess.run(
        [sys.executable, "-P", "-m", "app", "check", "ninguno"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 1
    assert "ninguno" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new",), ("CARPETA",)),
        (("fly",), ("«fly»", "open, demo, new")),
        (("new", "x", "--country", "xx-YY"), ("--country", "«xx-YY»", "es-PE, ")),
        (("new", "x", "--currency", "ZZZ"), ("--currency", "«ZZZ»", "PEN, ")),
        (("open", "a", "b"), ("b.",)),
        (("open", "--port", "abc"), ("--port", "«abc»", "65535")),
        (("open", "--port", "99999"), ("--port", "«99999»", "65535")),
        (("open", "--port"), ("--port",)),
        (("open", "--p", "1"), ("--port, --phone-port",)),
        (("open", "--force=1"), ("--force", "«1»")),
    ],
)
def test_wrong_use_is_named_in_the_reader_s_language(run, monkeypatch, words, told):
    monkeypatch.setenv("DINAMO_LANGUAGE", "es")

    code, said = run(*words)

    assert code == 2
    assert said.startswith("Uso:")
    assert [word for word in told if word not in said] == []
    assert "not complete" not in said
    assert not re.search(r"no está completa|choose from|invalid|required", said)


def test_the_help_lists_the_codes_of_countries_and_currencies(run):
    said = re.sub(r"\s+", " ", run("new", "--help")[1])

    assert [code for code in (*Country, *Currency) if code not in said] == []
