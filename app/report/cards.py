"""The sheet of voters' cards: ten to a page, each with its code in letters and as a QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.i18n import Reader

COLUMNS, ROWS = 2, 5
WIDE, HIGH, MARGIN = 210, 297, 9  # mm of the page, A4
PICTURE, WORDS, TALL = 40, 56, 55  # mm of a card: its two columns, its height
FONT, CODE = "Arial", "Courier New"


@dataclass(frozen=True)
class Card:
    """One voter's card: who it is for, the code to type, and its QR code as a picture."""

    label: str
    code: str
    picture: bytes


@dataclass(frozen=True)
class Sheet:
    """What every card of a sheet says: the occasion, the address, the network and its password."""

    occasion: str
    address: str
    network: str = ""
    password: str = ""


def card_sheet(cards: Sequence[Card], sheet: Sheet, _: Reader, on: date) -> bytes:
    """Return the cards as a Word file to print and cut, in the order given."""
    document = Document()
    _page(document)
    _describe(document, sheet, _, on)
    each = COLUMNS * ROWS
    for start in range(0, len(cards), each):
        page = cards[start : start + each]
        table = document.add_table(-(-len(page) // COLUMNS), 2 * COLUMNS)
        _dress(table)
        for place, card in enumerate(page):
            row, column = divmod(place, COLUMNS)
            cells = table.rows[row].cells
            _picture(cells[2 * column], card, _)
            _words(cells[2 * column + 1], card, sheet, _)
        is_last = start + each >= len(cards)
        _small(document.add_paragraph(), new_page=not is_last)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDE), Mm(HIGH)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(4)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(9)
    style.paragraph_format.space_after = Pt(2)


def _describe(document: Any, sheet: Sheet, _: Reader, on: date) -> None:
    facts = document.core_properties
    facts.title = _("Voters' cards: {occasion}").format(occasion=sheet.occasion)[:250]
    facts.author = facts.last_modified_by = facts.comments = ""
    facts.language = f"{_.words.language}-{_.words.territory}"
    facts.created = facts.modified = datetime.combine(on, time(), UTC)
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), facts.language)


def _dress(table: Any) -> None:
    """Give the table its measures and the dotted lines to cut along."""
    table.autofit = False
    for place, column in enumerate(table.columns):
        width = Mm(WORDS if place % 2 else PICTURE)
        column.width = width
        for cell in column.cells:
            cell.width = width
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for row in table.rows:
        row.height, row.height_rule = Mm(TALL), WD_ROW_HEIGHT_RULE.EXACTLY
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "dotted"), ("sz", "4"), ("space", "0"), ("color", "8592A0")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    table._tbl.tblPr.append(borders)
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            _leave_open(cell, "left" if place % 2 else "right")


def _leave_open(cell: Any, edge: str) -> None:
    """Leave out the line between picture and words: a card is cut around both."""
    borders = OxmlElement("w:tcBorders")
    side = OxmlElement(f"w:{edge}")
    side.set(qn("w:val"), "nil")
    borders.append(side)
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(1, borders)


def _picture(cell: Any, card: Card, _: Reader) -> None:
    shape = cell.paragraphs[0].add_run().add_picture(BytesIO(card.picture), width=Mm(PICTURE - 4))
    told = _("QR code of the card of {voter}").format(voter=card.label)
    shape._inline.docPr.set("descr", told)


def _words(cell: Any, card: Card, sheet: Sheet, _: Reader) -> None:
    first = cell.paragraphs[0]
    _run(first, sheet.occasion[:70], 8)
    _run(cell.add_paragraph(), card.label[:70], 12, bold=True)
    if sheet.network:
        network = cell.add_paragraph()
        _run(network, _("Wi-Fi: {network}").format(network=sheet.network), 9)
        if sheet.password:
            _run(network, " · " + _("password {password}").format(password=sheet.password), 9)
    _run(cell.add_paragraph(), sheet.address, 10, bold=True)
    _run(cell.add_paragraph(), card.code, 11, bold=True, font=CODE)
    _run(cell.add_paragraph(), _("Whoever has this card casts this vote: keep it."), 8)


def _run(paragraph: Any, text: str, size: int, *, bold: bool = False, font: str = "") -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    if font:
        run.font.name = font


def _small(paragraph: Any, *, new_page: bool) -> None:
    """Make the paragraph that Word asks for after a table as low as it can be."""
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = Pt(1)
    _run(paragraph, "", 1)
    if new_page:
        paragraph.add_run().add_break(WD_BREAK.PAGE)
