"""The pen: headings, people's text, references to numbers, contents, pages turned."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from app.i18n import Reader
from app.report.graph import Figure, Series, Shape
from app.report.markup import declared
from app.report.pen import Paper, Pen
from app.report.table import Column, Grid, Row
from methodology.project import Country, Currency, Language

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NAMES = ("heading 1", "heading 2", "List Bullet", "Pending", "caption", "Source", "toc 1", "toc 2")
GRID = Grid((Column("A"),), (Row(("x",)),), "Things")
FIGURE = Figure(Shape.BARS, ["x"], [Series("A", [1])])


class Shelf:
    """Where charts go in these tests: a list."""

    def __init__(self):
        self.kept = []

    def add_chart(self, figure, language):
        self.kept.append((figure, language))
        return f"rId{len(self.kept)}"


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def pen(shelf):
    paper = Paper(
        styles={name.lower(): name.title().replace(" ", "") for name in NAMES},
        width=9000,
        wide=14000,
        tall=9000,
        high=13800,
        opening="<w:sectPr><w:titlePg/></w:sectPr>",
        portrait="<w:sectPr/>",
        landscape='<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>',
    )
    return Pen(Reader(Language.ENGLISH, Country.UNITED_STATES, Currency.USD), paper, shelf)


def _read(pen):
    root = etree.fromstring(f"<w:x {declared('w', 'r', 'wp', 'a', 'c')}>{pen.take()}</w:x>")
    return [
        (
            one.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            if one.find(f"{W}pPr/{W}pStyle") is not None
            else "",
            "".join(piece.text or "" for piece in one.iter(f"{W}t")),
        )
        for one in root.iter(f"{W}p")
    ]


def test_taking_hands_everything_over_once(pen):
    pen.text("one")

    assert _read(pen) == [("", "one")]
    assert pen.take() == ""


def test_peoples_text_becomes_paragraphs_and_bullets(pen):
    pen.text("First line\n\n- a point\n• another\n  \nLast: 3 - 2 = 1")

    assert _read(pen) == [
        ("", "First line"),
        ("ListBullet", "a point"),
        ("ListBullet", "another"),
        ("", "Last: 3 - 2 = 1"),
    ]


def test_headings_are_kept_for_the_contents(pen):
    pen.heading(1, "One")
    pen.heading(2, "Two")
    pen.heading(3, "Three")

    assert [(entry.level, entry.text) for entry in pen.headings][2] == (3, "Three")
    assert [entry.text for entry in pen.outline] == ["One", "Two"]
    assert len({entry.mark for entry in pen.headings}) == 3


def test_a_sentence_refers_to_a_table_by_its_number(pen):
    label = pen.label("Table")
    pen.sentence("{table} has {count} rows.", table=label, count="3")

    made = pen.take()
    assert "REF _Ref_Table_1 \\h" in made
    assert re.sub(r"<w:instrText.*?</w:instrText>|<[^>]+>", "", made) == "Table 1 has 3 rows."


def test_values_of_a_sentence_are_text(pen):
    pen.sentence("{name} & co", name="<b>{x}</b>")

    assert _read(pen) == [("", "<b>{x}</b> & co")]


def test_an_amount_does_not_end_a_line_after_its_currency(pen):
    pen.text("They pay $ 5 of $ 1,000; 3 firms")
    pen.sentence("It costs {amount}.", amount="$ 20")

    assert [text for _style, text in _read(pen)] == [
        "They pay $\u00a05 of $\u00a01,000; 3 firms",
        "It costs $\u00a020.",
    ]


def test_tables_and_figures_count_apart(pen):
    pen.table(GRID, "Source: us.")
    pen.chart(FIGURE, "Bars", "Source: us.", height=5)
    pen.table(GRID, "Source: us.")

    captions = [text for style, text in _read(pen) if style == "Caption"]
    assert captions == ["Table 1. Things", "Figure 1. Bars", "Table 2. Things"]


def test_a_table_without_rows_and_a_figure_without_values_leave_nothing(pen, shelf):
    pen.table(Grid((Column("A"),), (), "Nothing"), "Source")
    pen.chart(Figure(Shape.BARS, ["x"], [Series("A", [None])]), "Nothing", "Source", height=5)

    assert pen.take() == ""
    assert shelf.kept == []
    assert pen.captions == {"Table": [], "Figure": []}


def test_a_chart_speaks_the_language_of_the_plan(pen, shelf):
    pen.chart(FIGURE, "Bars", "Source", height=5)

    assert shelf.kept == [(FIGURE, "en-US")]
    assert 'r:id="rId1"' in pen.take()


def test_a_chart_too_tall_for_its_page_fits_it_with_names_of_one_line(pen, shelf):
    long = "A name of a project that takes more than one line beside its bar"
    many = replace(FIGURE, categories=[long] * 60, series=[Series("A", [1] * 60)])
    pen.chart(many, "Bars", "Source", height=40)

    (drawn, _language) = shelf.kept[0]
    assert {*drawn.categories} == {"A name of a project that takes more tha…"}
    extent = etree.fromstring(f"<w:x {declared('w', 'r', 'wp', 'a', 'c')}>{pen.take()}</w:x>")
    height = int(next(extent.iter(f"{WP}extent")).get("cy"))
    assert height / 360_000 == pytest.approx(13800 / 567 - 5.2, abs=0.01)


def test_tables_are_as_wide_as_the_page_is_turned(pen):
    pen.table(GRID, "Source")
    upright = pen.take()
    pen.turn()
    pen.table(GRID, "Source")
    wide = pen.take()

    assert 'w:tblW w:w="9000"' in upright
    assert 'w:tblW w:w="14000"' in wide


def test_turning_closes_the_section_before_in_its_own_format(pen):
    for _turn in range(4):
        pen.turn()

    made = re.findall(r"<w:sectPr.*?(?:/>|</w:sectPr>)(?=</w:pPr>)", pen.take())
    assert ["titlePg" in made[0], "landscape" in made[1]] == [True, True]
    assert made[2] == "<w:sectPr/>"
    assert pen.has_turned


def test_the_contents_span_one_field_and_lead_to_their_headings(pen):
    pen.heading(1, "One")
    pen.heading(2, "Two")
    pen.take()
    pen.contents("Contents", 'TOC \\o "1-2"', pen.outline, "toc {}")

    made = pen.take()
    root = etree.fromstring(f"<w:x {declared('w')}>{made}</w:x>")
    kinds = [one.get(f"{W}fldCharType") for one in root.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end") == 3
    assert [one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")] == [
        "_Toc000001",
        "_Toc000002",
    ]


def test_contents_without_entries_are_left_out(pen):
    pen.contents("Contents", "TOC", [], "toc {}")

    assert pen.take() == ""


def test_pending_says_what_it_waits_for(pen):
    pen.pending(["a vote", "a plan"])

    assert _read(pen) == [("Pending", "Pending"), ("Pending", "a vote"), ("Pending", "a plan")]


def test_a_style_the_template_lacks_falls_back_to_plain_text(pen):
    pen.put("", "Quote")

    assert _read(pen) == [("", "")]


def test_every_key_is_given_once(pen):
    keys = [pen.key() for _place in range(5)]

    assert len(set(keys)) == 5
    assert min(keys) > 100_000


def test_a_chart_says_its_values_to_whoever_cannot_see_it(pen):
    pen.chart(FIGURE, "Things", "nobody", height=5)

    drawn = next(etree.fromstring(f"<x {declared('w')}>{pen.take()}</x>").iter(f"{WP}docPr"))
    assert (drawn.get("title"), drawn.get("descr")) == ("Things", "x: 1")


@pytest.mark.parametrize(
    ("source", "shown"),
    [("Medians of 12 raters.", "medians of 12 raters."), ("HHI of the mix.", "HHI of the mix.")],
)
def test_a_source_goes_on_after_its_colon(pen, source, shown):
    pen.source(source)

    assert f"Source: {shown}" in pen.take()
