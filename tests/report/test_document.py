"""The Word file around the plan: what the consultant's template holds is kept and numbered anew."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from app.report.document import Book
from app.report.graph import Figure, Series, Shape
from app.report.template import template_bytes
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import charts, opened, parts, text_of, written
from tests.samples import large_snapshot

FIGURE = Figure(Shape.BARS, ["Uno", "Dos"], [Series("A", [1, 2])])
FACTS = {"title": "Plan", "author": "Team", "language": "es-PE", "on": date(2026, 6, 12)}


@pytest.fixture
def template(tmp_path) -> Path:
    path = tmp_path / "plantilla.docx"
    path.write_bytes(template_bytes())
    return path


def _edited(path: Path, change) -> Path:
    document = Document(str(path))
    change(document)
    document.save(str(path))
    return path


def _logo() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (20, 10), "#B84A06").save(file, "PNG")
    file.seek(0)
    return file


def test_blocks_stand_where_their_anchor_stood(template):
    book = Book(template)
    place = next(one for one in book.places() if one.name == "scope")

    book.insert(place, "<w:p><w:r><w:t>Aquí</w:t></w:r></w:p>")

    lines = [one.text for one in opened(book.finish(**FACTS)).paragraphs]
    at = lines.index("Aquí")
    assert lines[at - 1 : at + 2] == ["[[process]]", "Aquí", "[[mapping]]"]


def test_an_anchor_without_blocks_goes(template):
    book = Book(template)
    for place in book.places():
        book.insert(place, "")

    assert "[[scope]]" not in text_of(book.finish(**FACTS))


def test_the_paper_is_the_templates(template):
    paper = Book(template).paper()

    assert (paper.width, paper.wide) == (11906 - 2 * 1418, 16838 - 2 * 1418)
    assert paper.styles["heading 1"] == "Heading1"
    assert "w:titlePg" in paper.opening
    assert "w:titlePg" not in paper.portrait
    assert 'w:orient="landscape"' in paper.landscape


def test_a_template_without_a_section_gets_a_page(tmp_path):
    path = tmp_path / "sin.docx"
    path.write_bytes(template_bytes())
    _edited(path, lambda document: document.element.body.remove(document.element.body.sectPr))

    assert Book(path).paper().width == 11906 - 2 * 1418
    assert written(Snapshot(), template=path)


def test_charts_are_parts_with_their_workbook(template):
    book = Book(template)
    keys = [book.add_chart(FIGURE, "es-PE") for _place in range(2)]

    data = book.finish(**FACTS)

    assert len(set(keys)) == 2
    assert [chart.cached for chart in charts(data)] == [
        [["Dos", "Uno"], ["A", 2.0, 1.0]],
    ] * 2
    names = set(parts(data))
    assert {"word/charts/plan1.xml", "word/embeddings/plan2.xlsx"} <= names


def test_a_logo_in_header_and_body_keeps_apart_from_our_drawings(template):
    def change(document):
        document.sections[0].header.paragraphs[0].add_run().add_picture(_logo())
        document.paragraphs[0].insert_paragraph_before().add_run().add_picture(_logo())

    _edited(template, change)

    found = parts(written(large_snapshot(20, 30), template=template))

    keys = [
        key
        for name, content in found.items()
        if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
        for key in re.findall(rb'<wp:docPr id="(\d+)"', content)
    ]
    assert len(keys) > 4
    assert len(keys) == len(set(keys))


def test_a_bookmark_of_the_template_keeps_its_name(template):
    def change(document):
        for name, tag in (("w:bookmarkStart", True), ("w:bookmarkEnd", False)):
            mark = OxmlElement(name)
            mark.set(qn("w:id"), "4711")
            if tag:
                mark.set(qn("w:name"), "portada")
            document.paragraphs[0]._p.append(mark)

    _edited(template, change)

    body = parts(written(large_snapshot(20, 30), template=template))["word/document.xml"].decode()

    starts = re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', body)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"', body)
    assert 'w:name="portada"' in body
    assert sorted(starts) == sorted(ends)
    assert len(starts) == len(set(starts))


def test_a_restyled_template_keeps_its_colours_and_fonts(template):
    def change(document):
        document.styles["Heading 1"].font.name = "Georgia"

    _edited(template, change)

    styles = opened(written(Snapshot(), template=template)).styles

    assert styles["Heading 1"].font.name == "Georgia"


def test_another_theme_recolours_charts_without_a_change_in_them(template):
    found = parts(written(large_snapshot(20, 30)))

    chart = found["word/charts/plan1.xml"].decode()
    assert "schemeClr" in chart
    assert "srgbClr" not in chart


def test_text_in_a_table_of_the_template_can_hold_values(template):
    def change(document):
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "[[title]]: [[date]]"

    _edited(template, change)

    text = text_of(written(Snapshot(), Language.ENGLISH, template=template))

    assert "Strategic plan: June 12, 2026" in text


def test_the_file_keeps_no_clock_of_the_computer():
    with ZipFile(BytesIO(written(Snapshot()))) as archive:
        moments = {entry.date_time for entry in archive.infolist()}

    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_an_update_that_the_template_already_asks_for_is_asked_once(template):
    def change(document):
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "false")
        document.settings.element.append(update)

    _edited(template, change)

    settings = parts(written(Snapshot(), template=template))["word/settings.xml"].decode()

    assert re.findall(r"<w:updateFields [^>]*>", settings) == ['<w:updateFields w:val="true"/>']


def test_a_template_with_pages_counted_from_one_is_counted_once(template):
    def change(document):
        count = OxmlElement("w:pgNumType")
        count.set(qn("w:start"), "1")
        document.element.body.sectPr.insert(4, count)

    _edited(template, change)

    data = written(large_snapshot(20, 30), template=template)

    body = parts(data)["word/document.xml"].decode()
    assert body.count("<w:pgNumType") == 1


def test_the_template_file_itself_is_not_touched(template):
    before = template.read_bytes()

    written(Snapshot(), template=template)

    assert template.read_bytes() == before
