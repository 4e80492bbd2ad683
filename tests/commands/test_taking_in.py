"""The command that takes a spreadsheet in: what it says, what it leaves out, where it stops."""

import re

import pytest
from openpyxl import Workbook

from app.commands.taking_in import MOST_SHOWN
from methodology.mapping import Actor, ChainLink, Tie, TieKind
from methodology.process import Meeting
from tests.commands.conftest import content, write

HEAD = "Nombre;Tipo;Empleados;Ventas\n"


def actors(folder):
    return [(one.name, one.employees, one.turnover) for one in content(folder).all(Actor)]


def test_numbers_are_read_by_the_signs_of_the_projects_country(run, project, tmp_path):
    file = write(tmp_path / "a.csv", HEAD + "Lácteos;Productor final;1.200;$ 1.234,50\n")

    code, said = run("import", project, file)

    assert (code, "Added: 1" in said) == (0, True)
    assert actors(project) == [("Lácteos", 1200, 123_450)]


def test_complaints_beyond_the_first_are_counted(run, project, tmp_path):
    wrong = MOST_SHOWN + 5
    rows = "".join(f"F{number};Panadero;3;\n" for number in range(wrong))
    rows += "".join(f"G{number};Proveedor;3;\n" for number in range(4 * wrong))

    code, said = run("import", project, write(tmp_path / "a.csv", HEAD + rows))

    assert code == 1
    assert len(re.findall(r"row \d+, column B", said)) == MOST_SHOWN
    assert "… and 5 more" in said
    assert "Nothing was imported" in said
    assert actors(project) == []


def test_each_complaint_names_row_column_and_reason(run, project, tmp_path):
    rows = "Uno;Proveedor;3;\nDos;Panadero;3;\nTres;Proveedor;-4;\n"

    _code, said = run("import", project, write(tmp_path / "a.csv", HEAD + rows))

    lines = [line for line in said.splitlines() if line.startswith("- a, row")]
    assert [re.findall(r"row (\d+), column (\w)", line)[0] for line in lines] == [
        ("3", "B"),
        ("4", "C"),
    ]
    assert "“Panadero” is not one of these" in lines[0]
    assert "smallest value is 0" in lines[1]


def test_rows_left_out_do_not_hold_back_the_rest(run, project, tmp_path):
    rows = "Uno;Panadero;3;\nDos;Proveedor;cuatro;\nTres;Proveedor;5;10\n"

    code, said = run("import", project, write(tmp_path / "a.csv", HEAD + rows), "--skip-invalid")

    assert (code, actors(project)) == (0, [("Tres", 5, 1000)])
    assert "Added: 1" in said


def test_file_of_invalid_rows_alone_leaves_nothing_to_import(run, project, tmp_path):
    file = write(tmp_path / "a.csv", HEAD + "Uno;Panadero;x;\n")

    code, said = run("import", project, file, "--skip-invalid")

    assert (code, actors(project)) == (0, [])
    assert "nothing was changed" in said


def test_second_file_changes_what_is_new_in_it_and_says_so(run, project, tmp_path):
    run("import", project, write(tmp_path / "a.csv", HEAD + "Uno;Proveedor;3;\nDos;Proveedor;4;\n"))

    code, said = run("import", project, write(tmp_path / "b.csv", HEAD + "UNO;Proveedor;30;\n"))

    assert code == 0
    assert "Changed: 1" in said
    assert sorted(actors(project)) == [("Dos", 4, None), ("Uno", 30, None)]


@pytest.mark.parametrize(
    ("language", "table"), [("en", "meeting"), ("en", "Meetings"), ("es", "Reuniones")]
)
def test_table_is_named_by_its_own_name_or_its_title(
    run, project, tmp_path, monkeypatch, language, table
):
    monkeypatch.setenv("DINAMO_LANGUAGE", language)
    file = write(tmp_path / "m.csv", "Reunión;Tipo;Etapa\nMesa 1;Taller;Mapeo\n")

    code, said = run("import", project, file, "--table", table, "--skip-invalid")

    assert code == 0, said
    assert {one.name for one in content(project).all(Meeting)} <= {"Mesa 1"}


def test_unknown_table_lists_those_there_are(run, project, tmp_path):
    file = write(tmp_path / "a.csv", HEAD)

    code, said = run("import", project, file, "--table", "planets")

    assert code == 1
    assert {"actor", "chain_link", "tie", "meeting"} <= {*re.findall(r"\w+", said)}


def test_relations_create_actors_and_links_that_they_name(run, project, tmp_path):
    links = write(tmp_path / "l.csv", "Nombre;Tipo;Eslabón\nUno;Proveedor;Acopio\n")
    ties = write(tmp_path / "t.csv", "Desde;Hacia;Relación\nUno;Dos;Compraventa\n")

    first, second = run("import", project, links), run("import", project, ties, "--table", "tie")

    snapshot = content(project)
    assert (first[0], second[0]) == (0, 0)
    assert "New name, created: Acopio" in first[1]
    assert "New name, created: Dos" in second[1]
    assert [one.name for one in snapshot.all(ChainLink)] == ["Acopio"]
    (tie,) = snapshot.all(Tie)
    assert tie.kind is TieKind.SUPPLY
    assert [snapshot.get(Actor, end).name for end in (tie.source, tie.target)] == ["Uno", "Dos"]


def test_name_that_looks_like_a_known_one_is_pointed_out(run, project, tmp_path):
    run("import", project, write(tmp_path / "a.csv", HEAD + "Quesería La Portada;Proveedor;1;\n"))
    ties = write(tmp_path / "t.csv", "Desde;Hacia\nQueseria La Portda;Banco\n")

    _code, said = run("import", project, ties, "--table", "tie", "--dry-run")

    assert "1 name looks like a known one (the import on screen shows which)" in said


def test_trial_leaves_no_file_and_no_act_behind(run, project, tmp_path):
    before = content(project).revision

    code, said = run(
        "import", project, write(tmp_path / "a.csv", HEAD + "Uno;Proveedor;1;\n"), "--dry-run"
    )

    assert (code, "only a trial" in said) == (0, True)
    assert content(project).revision == before
    assert not [*(project / "files").glob("*")]


def test_file_imported_is_kept_byte_for_byte(run, project, tmp_path):
    file = tmp_path / "ñandú.csv"
    file.write_bytes((HEAD + "Ñandú;Proveedor;1;\n").encode("utf-16"))

    code, _said = run("import", project, file)

    assert code == 0
    assert [path.read_bytes() for path in (project / "files").iterdir()] == [file.read_bytes()]
    assert actors(project) == [("Ñandú", 1, None)]


@pytest.mark.parametrize("data", [b"", b"\n\n ;\n", b"\x00\x01\x02" * 50, b"PK\x03\x04 torn"])
def test_file_that_holds_no_table_stops_with_its_name(run, project, tmp_path, data):
    file = tmp_path / "raro.xlsx"
    file.write_bytes(data)

    code, said = run("import", project, file)

    assert code == 1
    assert "raro.xlsx" in said
    assert "Traceback" not in said


def test_folder_instead_of_a_file_is_explained(run, project, tmp_path):
    code, said = run("import", project, tmp_path)

    assert code == 1
    assert str(tmp_path) in said


def test_import_into_what_is_no_project_touches_nothing(run, tmp_path):
    file = write(tmp_path / "a.csv", HEAD + "Uno;Proveedor;1;\n")
    empty = tmp_path / "vacía"
    empty.mkdir()

    code, said = run("import", empty, file)

    assert (code, str(empty) in said) == (1, True)
    assert [*empty.iterdir()] == []


def test_column_that_is_not_read_is_named_with_its_reason(run, project, tmp_path):
    rows = "".join(f"F{number};Proveedor;muchos;sí\n" for number in range(5))
    file = write(tmp_path / "a.csv", "Nombre;Tipo;Empleados;Socio del año\n" + rows)

    code, said = run("import", project, file)

    assert code == 0
    assert "a, row 1, column C Empleados: Called like “Employees”" in said
    assert "a, row 1, column D Socio del año: No field is called like this." in said
    assert {staff for _name, staff, _sales in actors(project)} == {None}


def test_file_whose_headings_are_of_no_table_is_refused_with_what_to_do(run, project, tmp_path):
    file = write(tmp_path / "a.csv", "Alfa;Beta\nx;1\n")

    code, said = run("import", project, file)

    assert code == 1
    assert all(word in said for word in ("“Alfa”", "“Beta”", "--table", "actor"))


def test_column_that_every_row_lacks_is_told_once(run, project, tmp_path):
    file = write(tmp_path / "a.csv", "Reunión;Lugar\nUno;Lima\nDos;Lima\n")

    code, said = run("import", project, file, "--table", "meeting")

    assert code == 1
    assert said.count("The column “Type” is missing, and every row needs it.") == 1
    assert "Something is missing here" not in said


def test_columns_are_left_out_by_their_heading(run, project, tmp_path):
    file = write(tmp_path / "a.csv", HEAD + "Uno;Panadero;3;\nDos;Herrero;4;\n")

    code, said = run("import", project, file, "--leave-out", "TIPO", "--leave-out", "ventas")

    assert (code, "Added: 2" in said) == (0, True)
    assert actors(project) == [("Uno", 3, None), ("Dos", 4, None)]


def test_column_to_leave_out_that_is_not_there_is_refused(run, project, tmp_path):
    file = write(tmp_path / "a.csv", HEAD + "Uno;Proveedor;3;\n")

    code, said = run("import", project, file, "--leave-out", "Tipp")

    assert (code, "“Tipp”" in said, actors(project)) == (1, True, [])


def test_a_sheet_that_is_not_read_beside_one_that_is_has_its_name_said(run, project, tmp_path):
    book = Workbook()
    book.active.title = "Actores"
    notes = book.create_sheet("Apuntes")
    for sheet, rows in (
        (book.active, (("Nombre", "Tipo"), ("Uno", "Proveedor"))),
        (notes, (("alfa", "beta"), ("1", "2"))),
    ):
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "libro.xlsx")

    code, said = run("import", project, tmp_path / "libro.xlsx")

    assert (code, actors(project)) == (0, [("Uno", None, None)])
    assert "Sheet “Apuntes”: no table is known by its headings; it is not read." in said


def test_our_own_workbook_has_no_sheet_that_is_not_read(run, project, tmp_path):
    run("import", project, write(tmp_path / "a.csv", HEAD + "Uno;Proveedor;3;\n"))
    run("export", project, "--to", tmp_path / "libro.xlsx")

    code, said = run("import", project, tmp_path / "libro.xlsx")

    assert (code, "it is not read" in said) == (0, False)
