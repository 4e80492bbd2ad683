"""The team's own template: anchors found, misused ones named with their paragraph."""

from copy import deepcopy
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document

from app import report
from app.report.anchors import (
    BLOCKS,
    VALUES,
    CrowdedAnchor,
    MissingAnchor,
    MissingStyle,
    NotATemplate,
    RepeatedAnchor,
    UnknownAnchor,
    anchors,
    fill,
)
from app.report.anchors import (
    text_of as text_of_paragraph,
)
from app.report.template import template_bytes
from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from tests.report.word import headings, opened, outline, parts, text_of, written

PROJECT = Project(id=UUID(int=1), name="Quesos de Cajamarca", cluster="Quesos")


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


def _at(document, name):
    return next(one for one in document.paragraphs if one.text == f"[[{name}]]")


def test_the_template_that_comes_with_the_program_has_nothing_to_complain_about(template):
    assert report.check_template(template) == []
    assert report.check_template(report.default_template()) == []
    assert report.missing_anchors(template) == []


def test_every_anchor_of_the_template_is_known(template):
    names = {found.name for found in anchors(Document(str(template)))}

    assert names == {*BLOCKS, *VALUES} - {"logo"}  # which stands in the header of the cover


def test_an_unknown_anchor_is_named_with_its_paragraph(template):
    _edited(template, lambda document: document.paragraphs[0].insert_paragraph_before("[[quesos]]"))

    [problem] = report.check_template(template)

    assert isinstance(problem, UnknownAnchor)
    assert problem.values == {"name": "quesos", "number": 1}


def test_a_missing_anchor_is_listed_and_its_section_left_out(template):
    _edited(
        template,
        lambda document: _at(document, "risks")._p.getparent().remove(_at(document, "risks")._p),
    )

    [problem] = report.check_template(template)

    assert isinstance(problem, MissingAnchor)
    assert problem.values == {"name": "risks"}
    assert report.missing_anchors(template) == ["risks"]
    found = headings(written(Snapshot(), Language.ENGLISH, template=template))
    assert "16. Risks and sustainability" not in found


def test_a_block_beside_other_text_is_complained_about_and_kept_as_text(template):
    _edited(template, lambda document: _at(document, "risks").add_run(" y más"))

    problems = report.check_template(template)

    assert [type(problem) for problem in problems] == [CrowdedAnchor]


def test_a_block_asked_for_twice_is_complained_about_and_written_once(template):
    _edited(template, lambda document: document.add_paragraph("[[scope]]"))

    problems = report.check_template(template)

    assert [type(problem) for problem in problems] == [RepeatedAnchor]
    found = headings(written(Snapshot(), Language.ENGLISH, template=template))
    assert found.count("2. Scope of intervention") == 1


def test_a_missing_style_is_named(template):
    def change(document):
        document.styles["Pending"].element.getparent().remove(document.styles["Pending"].element)

    _edited(template, change)

    [problem] = report.check_template(template)

    assert isinstance(problem, MissingStyle)
    assert problem.values == {"name": "Pending"}
    assert written(Snapshot(), template=template)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_word_document_is_refused_in_words(tmp_path, content):
    path = tmp_path / "foto.docx"
    path.write_bytes(content)

    with pytest.raises(NotATemplate) as refused:
        written(Snapshot(), template=path)

    assert "foto.docx" in str(refused.value)
    assert [type(one) for one in report.check_template(path)] == [NotATemplate]


def test_styles_are_found_by_name_when_word_has_translated_their_ids(template):
    def change(document):
        for style in document.styles.element.iter():
            key = style.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId")
            if key and key.startswith("Heading"):
                style.set(
                    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId",
                    key.replace("Heading", "Ttulo"),
                )

    _edited(template, change)

    found = outline(written(Snapshot(), Language.ENGLISH, template=template))

    assert ("Heading 1", "2. Scope of intervention") in found


def test_the_teams_own_text_between_blocks_stays_where_it_stands(template):
    _edited(
        template,
        lambda document: _at(document, "mapping").insert_paragraph_before("Palabras del equipo"),
    )

    found = outline(written(Snapshot(), Language.ENGLISH, template=template))

    at = found.index(("Heading 1", "3. The cluster today: mapping"))
    assert found[at - 1] == ("Normal", "Palabras del equipo")


def test_sections_follow_the_order_of_the_template_and_numbers_of_tables_follow_them(template):
    def change(document):
        _at(document, "summary")._p.addprevious(_at(document, "open_issues")._p)

    _edited(template, change)

    found = outline(written(Snapshot([PROJECT]), Language.ENGLISH, template=template))

    captions = [text for style, text in found if style == "Caption"]
    assert captions[0].startswith("Table 1. Open issues")


def test_an_anchor_cut_into_runs_is_filled_with_the_looks_of_the_first():
    paragraph = Document().add_paragraph()
    paragraph.add_run("Plan [[pro").bold = True
    paragraph.add_run("ject]] 2026")

    fill(paragraph._p, {"project": "Quesos"})

    assert text_of_paragraph(paragraph._p) == "Plan Quesos 2026"
    assert paragraph.runs[0].bold


def test_values_stand_on_the_cover_and_in_the_header():
    data = written(Snapshot([PROJECT]), Language.ENGLISH, number=4)

    found = [text for _style, text in outline(data)]
    assert found[:3] == ["Strategic plan", "Quesos de Cajamarca", "Quesos"]
    assert "Quesos de Cajamarca · Strategic plan · Version 4" in text_of(data)


def test_a_letter_format_page_gives_tables_of_its_own_width(template):
    def change(document):
        section = document.sections[-1]
        section.page_width, section.left_margin = 12240 * 635, 1440 * 635
        section.right_margin = 1440 * 635

    _edited(template, change)

    data = written(Snapshot([PROJECT]), template=template)

    assert 'w:tblW w:w="9360"' in _body(data)


def test_a_section_that_ends_in_an_anchors_paragraph_is_kept(template):
    def change(document):
        section = deepcopy(document.element.body.sectPr)
        _at(document, "summary")._p.get_or_add_pPr().append(section)

    _edited(template, change)

    data = written(Snapshot([PROJECT]), Language.ENGLISH, template=template)

    assert len(opened(data).sections) == 2
    assert "[[" not in text_of(data)
    assert "Executive summary" in headings(data)


def _body(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()
