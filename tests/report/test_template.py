"""The template the program makes: small, clean, in step with the committed file."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from app import report
from app.report.styles import STYLES, style_ids
from app.report.template import main, template_bytes
from app.report.template_theme import ACCENTS, theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_committed_template_is_what_the_builder_makes():
    assert _parts(report.default_template().read_bytes()) == _parts(template_bytes())


def test_the_template_is_made_the_same_each_time():
    assert template_bytes() == template_bytes()


def test_the_builder_writes_where_it_is_told(tmp_path):
    main([str(tmp_path / "otra.docx")])

    assert (tmp_path / "otra.docx").read_bytes() == template_bytes()


def test_the_template_is_small():
    assert len(template_bytes()) < 25_000


def test_every_style_of_the_plan_is_in_it_under_its_english_name():
    found = style_ids(Document(BytesIO(template_bytes())))

    assert [name for name in STYLES if name.lower() not in found] == []


def test_the_theme_has_the_colours_of_the_house():
    root = etree.fromstring(theme())

    accents = [root.find(f".//{A}accent{place}/{A}srgbClr").get("val") for place in range(1, 7)]

    assert accents == list(ACCENTS)
    assert ACCENTS == ("26394D", "B84A06", "238ECB", "206B5F", "B28F47", "8A3A64")
    assert root.find(f".//{A}dk2/{A}srgbClr").get("val") == "101923"
    assert root.find(f".//{A}lt2/{A}srgbClr").get("val") == "F1F4F8"


def test_the_footer_counts_pages():
    footer = Document(BytesIO(template_bytes())).sections[0].footer

    instructions = [one.text.strip() for one in footer._element.iter(qn("w:instrText"))]

    assert instructions == ["PAGE", "NUMPAGES"]


def test_the_cover_keeps_a_place_for_logos_and_no_page_number():
    section = Document(BytesIO(template_bytes())).sections[0]

    assert section.different_first_page_header_footer
    assert [one.text for one in section.first_page_header.paragraphs] == ["[[logo]]"]
    assert [one.text for one in section.first_page_footer.paragraphs] == [""]


def test_styles_that_consultants_restyle_are_in_it():
    found = style_ids(Document(BytesIO(template_bytes())))

    levels = [f"list {kind}{level}" for kind in ("bullet", "number") for level in ("", " 2", " 3")]
    others = ["intense quote", "table grid", "toc heading", "strong", "followedhyperlink"]
    assert [name for name in (*levels, *others, "heading 6") if name not in found] == []


def test_only_styles_of_our_own_are_marked_so():
    root = etree.fromstring(_parts(template_bytes())["word/styles.xml"])

    own = {
        one.find(qn("w:name")).get(qn("w:val"))
        for one in root.iter(qn("w:style"))
        if one.get(qn("w:customStyle"))
    }

    assert own == {
        *("Cover Text", "Cover Data", "Front Heading", "Source", "Figure", "Pending"),
        *("Plan Table", "Table Text", "Table Number", "Table Header", "Table Detail"),
    }


def test_every_style_word_knows_has_its_place_in_the_gallery():
    root = etree.fromstring(_parts(template_bytes())["word/styles.xml"])
    names = [one.get(qn("w:name")) for one in root.iter(qn("w:lsdException"))]

    assert len(names) == len(set(names)) == int(root[1].get(qn("w:count")))


def test_headings_keep_with_what_follows_and_have_their_level():
    styles = Document(BytesIO(template_bytes())).styles

    for level in (1, 2, 3):
        style = styles[f"Heading {level}"]
        assert style.paragraph_format.keep_with_next
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
