"""The sheet of voters' cards, read back from the file."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from app.i18n import reader
from app.joining import qr_png
from app.report.cards import Card, Sheet, card_sheet
from methodology.project import Language

ENGLISH = reader(language=Language.ENGLISH)
ON = date(2026, 9, 9)
SHEET = Sheet("Taller T4: elección de opciones", "192.168.1.23:8080", "Taller", "queso 26")


def cards(count: int) -> list[Card]:
    picture = qr_png("http://192.168.1.23:8080/c/ABCD", scale=4)
    return [
        Card(f"Quesería {number} & <Cía>", f"ABCD{number:012}", picture) for number in range(count)
    ]


def read(content: bytes):
    return Document(BytesIO(content))


def words(document) -> list[str]:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [cell.text for cell in cells if cell.text]


def test_every_card_says_who_where_and_the_code_in_groups():
    document = read(card_sheet(cards(1), SHEET, ENGLISH, ON))

    (said,) = words(document)
    assert said.split("\n") == [
        "Taller T4: elección de opciones",
        "Quesería 0 & <Cía>",
        "Wi-Fi: Taller · password queso 26",
        "192.168.1.23:8080",
        "ABCD000000000000",
        "Whoever has this card casts this vote: keep it.",
    ]
    assert len(document.inline_shapes) == 1


def test_without_a_network_nothing_is_said_of_one():
    document = read(card_sheet(cards(1), Sheet("T4", "10.0.0.1:8080"), ENGLISH, ON))

    assert "Wi-Fi" not in words(document)[0]


@pytest.mark.parametrize(("count", "tables"), [(0, 0), (1, 1), (10, 1), (11, 2), (35, 4)])
def test_ten_cards_stand_on_a_page(count, tables):
    document = read(card_sheet(cards(count), SHEET, ENGLISH, ON))

    assert len(document.tables) == tables
    assert len(words(document)) == count


def test_pictures_are_told_to_those_who_do_not_see_them():
    document = read(card_sheet(cards(2), SHEET, ENGLISH, ON))

    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [f"QR code of the card of Quesería {number} & <Cía>" for number in range(2)]


def test_the_file_names_nobody_and_speaks_the_language_of_the_cards():
    spanish = reader(language=Language.SPANISH)
    facts = read(card_sheet(cards(1), SHEET, spanish, ON)).core_properties

    assert (facts.author, facts.last_modified_by) == ("", "")
    assert facts.language == "es-PE"
    assert facts.created.date() == ON


@pytest.mark.office
def test_thirty_five_cards_print_on_four_pages(soffice, tmp_path):
    file = tmp_path / "cards.docx"
    file.write_bytes(card_sheet(cards(35), SHEET, ENGLISH, ON))

    made = soffice(file, "pdf").read_bytes()

    assert (
        made.count(b"/Type/Page/") + made.count(b"/Type/Page\n") + made.count(b"/Type /Page\n") == 4
    )
