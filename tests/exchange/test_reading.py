"""Files as people make them, read into sheets of cells."""

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from xlsxwriter import Workbook as Writer

from app.exchange import reading
from app.exchange.book import (
    EmptyFile,
    FileTooLarge,
    NotASpreadsheet,
    OldSpreadsheet,
    ProtectedFile,
    UnreadableFile,
)
from app.exchange.reading import read_book

HALF_PAST_NINE = datetime(2026, 6, 12, 9, 30, tzinfo=UTC).replace(tzinfo=None)
TABLE = (("Nombre", "Descripción"), ("Ñusta", "Leche; queso"), ("Él", "uno,\ndos"))


def saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def only(data, name="datos.xlsx"):
    (sheet,) = read_book(data, name).sheets
    return sheet


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_is_read_whatever_its_encoding_and_separator(encoding, separator):
    lines = [separator.join(f'"{cell}"' for cell in row) for row in TABLE]

    sheet = only("\r\n".join(lines).encode(encoding), "datos.csv")

    assert sheet.rows == TABLE


def test_commas_in_free_text_do_not_hide_the_semicolons():
    text = "nombre;nota\nA;uno, dos, tres\nB;cuatro, cinco\nC;seis, siete, ocho, nueve\n"

    assert only(text.encode(), "a.csv").rows[1] == ("A", "uno, dos, tres")


def test_decimal_commas_do_not_hide_the_semicolons():
    text = "nombre;ventas;peso\nA;1,5;2,5\nB;2,5;3,5\n"

    assert only(text.encode(), "a.csv").rows[1] == ("A", "1,5", "2,5")


def test_a_declared_separator_is_obeyed():
    assert only(b"sep=|\r\na,x|b\r\n", "a.csv").rows == (("a,x", "b"),)


def test_rows_keep_their_number_through_blank_ones_and_trailing_ones_go():
    assert only(b"a;b\n\n;\nc;d\n;;;\n\n", "a.csv").rows == (
        ("a", "b"),
        (),
        ("", ""),
        ("c", "d"),
    )


def test_a_very_long_cell_is_read_whole():
    text = "ñ" * 300_000

    assert only(f'a,b\n1,"{text}"\n'.encode(), "a.csv").rows[1] == ("1", text)


def test_quotes_that_do_not_close_are_read_and_said_so():
    sheet = only(b'a;b\n1;"dos\n3;4\n', "a.csv")

    assert sheet.rows[0] == ("a", "b")
    assert "do not close" in str(sheet.notes[0])


def test_the_guard_before_a_formula_is_taken_off_and_other_apostrophes_stay():
    assert only(b"a\n'=1+1\n''@x\n'tis\n=2+2\n", "a.csv").rows[1:] == (
        ("=1+1",),
        ("'@x",),
        ("'tis",),
        ("=2+2",),
    )


def test_a_workbook_gives_typed_cells():
    book = Workbook()
    book.active.append(["texto", 12, 2.5, True, None, 0.1 + 0.2])
    book.active.append([date(2026, 6, 12), HALF_PAST_NINE, 0.125, 7])
    book.active["A2"].number_format = "dd/mm/yyyy"
    book.active["C2"].number_format = "0.0%"
    book.active["D2"].number_format = "00000"

    sheet = only(saved(book))

    assert sheet.rows[0] == ("texto", 12, Decimal("2.5"), True, None, Decimal("0.3"))
    assert sheet.rows[1][:4] == (
        date(2026, 6, 12),
        HALF_PAST_NINE,
        Decimal("12.5"),
        "00007",
    )


def test_merged_titles_blank_rows_and_hidden_sheets_are_read():
    book = Workbook()
    book.active.append(["Directorio de actores"])
    book.active.merge_cells("A1:C1")
    book.active.append([])
    book.active.append(["Nombre", "Tipo", "Ventas"])
    hidden = book.create_sheet("listas")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"

    seen, listed = read_book(saved(book), "a.xlsx").sheets

    assert seen.rows[0] == ("Directorio de actores",)
    assert seen.rows[2] == ("Nombre", "Tipo", "Ventas")
    assert (seen.is_hidden, listed.is_hidden) == (False, True)


def test_a_formula_gives_its_stored_value():
    file = BytesIO()
    with Writer(file) as writer:
        writer.add_worksheet("Datos").write_formula(0, 0, "=1+1", None, 2)

    sheet = only(file.getvalue())

    assert sheet.rows == ((2,),)
    assert not sheet.notes


def test_a_formula_without_stored_value_is_empty_and_said_so():
    book = Workbook()
    book.active.append(["a", "=1+1", "=2+2"])

    sheet = only(saved(book))

    assert sheet.rows == (("a",),)
    assert "formulas without a stored value: 2, the first in B1" in str(sheet.notes[0])


def test_text_that_looks_like_a_formula_is_text():
    file = BytesIO()
    with Writer(file) as writer:
        writer.add_worksheet().write_string(0, 0, "=1+1")
        writer.worksheets()[0].write_formula(0, 1, "=1+1", None, 2)

    sheet = only(file.getvalue())

    assert sheet.rows == (("=1+1", 2),)


def test_cells_in_error_are_empty_and_said_so():
    file = BytesIO()
    with Writer(file) as writer:
        writer.add_worksheet().write_formula(1, 1, "=1/0", None, "#DIV/0!")
        writer.worksheets()[0].write_string(0, 0, "a")

    sheet = only(file.getvalue())

    assert sheet.rows == (("a",),)
    assert "the first in B2" in str(sheet.notes[0])


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.csv", EmptyFile),
        (b" \n\n", "a.csv", EmptyFile),
        (b";;;\n;;\n", "a.csv", EmptyFile),
        (saved(Workbook()), "a.xlsx", EmptyFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.xls", OldSpreadsheet),
        (b"<table>", "a.xls", OldSpreadsheet),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            ProtectedFile,
        ),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "a.csv", NotASpreadsheet),
        (b"PK\x03\x04 torn", "a.xlsx", NotASpreadsheet),
        (saved(Workbook())[:3000], "a.xlsx", NotASpreadsheet),
        (b"just words", "a.xlsx", NotASpreadsheet),
    ],
)
def test_what_cannot_be_read_says_why_and_the_way_out(data, name, problem):
    with pytest.raises(problem, match=name) as caught:
        read_book(data, name)

    assert "Nothing was imported." in str(caught.value)


def packed(**parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def test_a_word_document_and_an_open_document_are_told_from_a_workbook():
    with pytest.raises(NotASpreadsheet):
        read_book(packed(word__document_xml="<w/>"), "a.docx")
    with pytest.raises(OldSpreadsheet):
        read_book(packed(content_xml="<office/>"), "a.xlsx")


def test_a_file_that_swells_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(reading, "MEGABYTES", 1)

    with pytest.raises(FileTooLarge):
        read_book(packed(xl__workbook_xml="<w/>", xl__a_xml=b" " * 11_000_000), "a.xlsx")


def test_too_many_rows_or_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "ROWS", 3)

    with pytest.raises(FileTooLarge, match="3 rows"):
        read_book(b"a\n1\n2\n3\n", "a.csv")
    book = Workbook()
    for number in range(5):
        book.active.append([number])
    with pytest.raises(FileTooLarge):
        read_book(saved(book), "a.xlsx")
    monkeypatch.setattr(reading, "MEGABYTES", 0)
    with pytest.raises(FileTooLarge):
        read_book(b"a\n1\n", "a.csv")


def test_reading_leaves_the_file_as_it_was():
    data = saved(Workbook())

    with pytest.raises(EmptyFile):
        read_book(data, "a.xlsx")

    assert load_workbook(BytesIO(data)).sheetnames == ["Sheet"]


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_torn_workbook_is_read_or_refused_but_never_breaks(random):
    data = bytearray(TORN)
    for _ in range(random.randint(1, 8)):
        data[random.randrange(len(data))] = random.randrange(256)

    with suppress(UnreadableFile):
        read_book(bytes(data), "a.xlsx")


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_torn_sheet_is_read_or_refused_but_never_breaks(random):
    name = random.choice(PARTS)
    part = bytearray(PARTS_OF[name])
    place = random.randrange(len(part))
    part[place : place + random.randint(1, 20)] = random.choice([b"", b"<", b"9", b'"', b"</c>"])

    with suppress(UnreadableFile):
        read_book(repacked({**PARTS_OF, name: bytes(part)}), "a.xlsx")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for name in ("a.csv", "a.xlsx", "a.xls", "a"):
        with suppress(UnreadableFile):
            read_book(data, name)


def repacked(parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def filled_workbook():
    book = Workbook()
    for number in range(5):
        book.active.append([f"texto {number}", number, 0.5, date(2026, 6, 12), "=1+1", True])
    return saved(book)


TORN = filled_workbook()
PARTS_OF = {name: ZipFile(BytesIO(TORN)).read(name) for name in ZipFile(BytesIO(TORN)).namelist()}
PARTS = [name for name in PARTS_OF if name.startswith("xl/")]


def test_line_ends_and_tabs_as_a_workbook_keeps_them_are_read():
    book = Workbook()
    book.active.append(["uno_x000D_\ndos_x0009_tres", "_x0041_ _x00e1_", "a_x0007_b_x005F_x000D_"])

    sheet = only(saved(book))

    assert sheet.rows[0] == ("uno\r\ndos\ttres", "_x0041_ _x00e1_", "ab_x000D_")


def test_texts_that_look_like_errors_are_texts():
    book = Workbook()
    for place, text in enumerate(("#N/A", "#REF!", "#DIV/0!"), start=1):
        book.active.cell(1, place, text).data_type = "s"
    data = BytesIO()
    book.save(data)

    (sheet,) = read_book(data.getvalue(), "a.xlsx").sheets

    assert sheet.rows == (("#N/A", "#REF!", "#DIV/0!"),)
    assert sheet.notes == ()


MACS = "Nombre;Tipo\nQuesería Peña;Produção\nJamones Ñuñoa;Función\n"


def test_what_an_old_mac_wrote_keeps_its_accents_and_is_told():
    sheet = only(MACS.encode("mac-roman"), "datos.csv")

    assert sheet.rows[1:] == (("Quesería Peña", "Produção"), ("Jamones Ñuñoa", "Función"))
    assert [str(note) for note in sheet.notes] == [
        "The file looks as old Macs write them and was read so: check accents."
    ]


@pytest.mark.parametrize(
    "text", [MACS, "O’Higgins – farmer’s", "la unión—el gremio", "don’t; it’s"]
)
def test_dashes_and_quotes_of_windows_make_no_old_mac(text):
    sheet = only(text.encode("cp1252"), "datos.csv")

    assert sheet.rows[0][0] == text.splitlines()[0].split(";")[0]
    assert sheet.notes == ()


def test_lost_letters_are_told_with_their_rows():
    sheet = only("Nombre\nPe\ufffda\nUno\nJam\ufffdn\n".encode(), "datos.csv")

    (note,) = sheet.notes
    assert note.values["rows"] == "2, 4"


def test_cells_merged_over_rows_say_the_same_of_each():
    book = Workbook()
    for row in (["Nombre", "Tipo"], ["Uno", "a"], [None, "b"], [None, "c"], ["Dos", "d"]):
        book.active.append(row)
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("A1:B1")

    sheet = only(saved(book))

    assert sheet.merged == ((2, 4, 0),)
    assert [sheet.merged_cell(number, 0) for number in range(1, 6)] == [
        None,
        None,
        "Uno",
        "Uno",
        None,
    ]
