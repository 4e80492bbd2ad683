"""Read a finished plan back: text, styles, tables, charts with their workbooks, parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree
from openpyxl import load_workbook

from app import report
from app.i18n import Reader, reader
from methodology.project import Language, Project
from methodology.snapshot import Snapshot

ON = date(2026, 6, 12)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def written(
    snapshot: Snapshot, language: Language = Language.SPANISH, *, number: int = 1, **options: Any
) -> bytes:
    """Return the plan of a project as bytes."""
    return report.build(snapshot, speaking(snapshot, language), on=ON, number=number, **options)


def speaking(snapshot: Snapshot, language: Language = Language.SPANISH) -> Reader:
    """Return the reader of a project in one language."""
    return reader(snapshot.one(Project), language)


def opened(data: bytes) -> Any:
    """Return the plan opened by python-docx."""
    return Document(BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    """Return every part of the file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outline(data: bytes) -> list[tuple[str, str]]:
    """Return the paragraphs of the body as (style, text): of tables the source line alone."""
    document = opened(data)
    blocks = (one for block in document.element.body for one in _told(block))
    found = [(one.style.name, one.text) for one in (Paragraph(one, document) for one in blocks)]
    return [(style, text) for style, text in found if text.strip()]


def _told(block: Any) -> Iterator[Any]:
    if block.tag == qn("w:p"):
        yield block
    elif block.tag == qn("w:tbl") and (row := source_row(block)) is not None:
        yield from row.iter(qn("w:p"))


def source_row(table: Any) -> Any:
    """Return the row of a table that holds its source line, None without one."""
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    return table.findall(qn("w:tr"))[-1] if look.get(qn("w:lastRow")) == "1" else None


def headings(data: bytes, level: int = 1) -> list[str]:
    """Return the headings of one level in order."""
    return [text for style, text in outline(data) if style == f"Heading {level}"]


def text_of(data: bytes) -> str:
    """Return everything that can be read: body, shapes, headers, footers and chart caches."""
    pieces: list[str] = []
    for name, content in parts(data).items():
        if not name.endswith(".xml"):
            continue
        root = etree.fromstring(content)
        if name.startswith("word/charts/"):
            pieces += [value.text or "" for value in root.iter(f"{C}v")]
        elif name.startswith("word/"):
            for paragraph in root.iter(qn("w:p")):
                pieces.append("".join(one.text or "" for one in paragraph.iter(qn("w:t"))))
    return "\n".join(pieces)


@dataclass(frozen=True)
class DrawnChart:
    """A chart as its cache shows it and as its workbook holds it."""

    cached: list[list[object]]
    kept: list[list[object]]
    formulas: int


def charts(data: bytes) -> list[DrawnChart]:
    """Return every chart of the plan, cache and workbook side by side, column by column."""
    files = parts(data)
    names = sorted(name for name in files if re.fullmatch(r"word/charts/[^/]+\.xml", name))
    return [_chart(files, name) for name in names]


def _chart(files: dict[str, bytes], name: str) -> DrawnChart:
    root = etree.fromstring(files[name])
    series = list(root.iter(f"{C}ser"))
    cached = _cached(series)
    relations = files[name.replace("charts/", "charts/_rels/") + ".rels"].decode()
    target = re.search(r'Target="\.\./([^"]+)"', relations)
    sheet = load_workbook(BytesIO(files[f"word/{target[1]}"])).active
    columns = [list(column) for column in sheet.iter_cols(values_only=True)]
    formulas = sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    has_heads = len(cached[0]) < len(cached[1])
    kept = [columns[0][1:], *(column[0 if has_heads else 1 :] for column in columns[1:])]
    return DrawnChart(cached, kept, formulas)


def _cached(series: list[Any]) -> list[list[object]]:
    """Return what a chart keeps: categories and values, or names, places and sizes of points."""
    if series[0].find(f"{C}xVal") is None:
        return [
            _points(series[0].find(f"{C}cat"), as_number=False),
            *(
                [one.findtext(f"{C}tx//{C}v"), *_points(one.find(f"{C}val"), as_number=True)]
                for one in series
            ),
        ]
    names = ["".join(one.itertext()) for one in series[0].iter(f"{C}dLbl")]
    places = (series[0].find(f"{C}{name}") for name in ("xVal", "yVal", "bubbleSize"))
    return [names, *(_points(one, as_number=True) for one in places if one is not None)]


def _points(found: Any, *, as_number: bool) -> list[object]:
    size = int(found.find(f".//{C}ptCount").get("val"))
    points: list[object] = [None] * size
    for point in found.iter(f"{C}pt"):
        value = point.findtext(f"{C}v")
        points[int(point.get("idx"))] = float(value) if as_number else value
    return points


def tables(data: bytes) -> dict[str, list[list[str]]]:
    """Return the captioned tables by title (without number): rows of cells, header first.

    The row of the source line is left out.
    """
    found: dict[str, list[list[str]]] = {}
    document = opened(data)
    for table in document.element.body.findall(qn("w:tbl")):
        before = table.getprevious()
        caption = "".join(one.text or "" for one in before.iter(qn("w:t")))
        found[re.sub(r"^\S+ \d+\. ", "", caption)] = [
            [_cell(cell) for cell in row.findall(qn("w:tc"))]
            for row in table.findall(qn("w:tr"))
            if row is not source_row(table)
        ]
    return found


def source_of(data: bytes, title: str) -> str:
    """Return the source line beneath the table or figure of this title."""
    lines = outline(data)
    at = next(
        place
        for place, (style, text) in enumerate(lines)
        if style == "Caption" and text.endswith(f". {title}")
    )
    return next(text for style, text in lines[at:] if style == "Source")


def between(data: bytes, first: str, last: str) -> list[tuple[str, str]]:
    """Return the outline from one heading up to another, the second left out."""
    lines = outline(data)
    starts = [place for place, (style, text) in enumerate(lines) if _heads(style, text, first)]
    ends = [place for place, (style, text) in enumerate(lines) if _heads(style, text, last)]
    return lines[starts[0] : ends[0]]


def _heads(style: str, text: str, words: str) -> bool:
    return style.startswith("Heading") and words in text


def _cell(cell: Any) -> str:
    lines = (
        "".join(one.text or "" for one in line.iter(qn("w:t"))) for line in cell.iter(qn("w:p"))
    )
    return "\n".join(lines)
