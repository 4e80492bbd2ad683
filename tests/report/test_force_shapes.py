"""The five forces as shapes: known ones framed, unknown ones dashed, arrows towards the rivals."""

import pytest
from lxml import etree

from app.i18n import Reader
from app.report.force_shapes import ARROWS, CELLS, HEIGHT, draw_forces
from app.report.markup import declared
from app.report.pen import TWIP, Paper, Pen
from methodology.attractiveness import outlook
from methodology.forces import Force
from methodology.project import Country, Currency, Language
from methodology.snapshot import Snapshot
from tests.furniture import furniture

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WIDTH = 9000


def _drawn(snapshot, language=Language.ENGLISH):
    paper = Paper({}, WIDTH, 14000, 9000, 14000, "", "", "")
    pen = Pen(Reader(language, Country.UNITED_STATES, Currency.USD), paper, None)
    draw_forces(pen, outlook(snapshot), ("2026", "2031"))
    return etree.fromstring(f"<x {declared('w', 'wp', 'a', 'wpg', 'wps', 'mc')}>{pen.take()}</x>")


def _boxes(root):
    return {
        one.find(f"{WPS}cNvPr").get("name"): one
        for one in root.iter(f"{WPS}wsp")
        if one.find(f"{WPS}cNvPr").get("name") != "Pressure"
    }


def _arrows(root):
    return [
        one for one in root.iter(f"{WPS}wsp") if one.find(f"{WPS}cNvPr").get("name") == "Pressure"
    ]


def _said(box):
    return ["".join(one.itertext()) for one in box.iter(f"{W}p")]


def _place(shape):
    start, size = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
    return tuple(int(start.get(name)) for name in "xy") + tuple(
        int(size.get(name)) for name in ("cx", "cy")
    )


@pytest.fixture(scope="module")
def full():
    return _drawn(furniture())


@pytest.fixture(scope="module")
def empty():
    return _drawn(Snapshot())


def test_each_force_stands_once_and_the_result_in_a_corner(full):
    assert set(_boxes(full)) == {
        "Threat of entry",
        "Supplier power",
        "Buyer power",
        "Substitutes",
        "Rivalry",
        "Attractiveness, 1 to 5",
    }


def test_a_force_says_its_value_at_both_dates(full):
    assert _said(_boxes(full)["Threat of entry"]) == ["Threat of entry", "2026: 4.0", "2031: 5.0"]


def test_a_force_nobody_has_scored_is_pending_and_dashed(empty):
    box = _boxes(empty)["Rivalry"]

    assert _said(box) == ["Rivalry", "Pending"]
    assert box.find(f".//{A}prstDash").get("val") == "dash"


def test_a_force_with_values_is_framed_without_dashes(full):
    assert all(one.find(f".//{A}prstDash") is None for one in _boxes(full).values())


def test_without_scores_the_attractiveness_is_not_known(empty):
    assert _said(_boxes(empty)["Attractiveness, 1 to 5"])[-1] == "n/d"


def test_four_arrows_press_on_the_rivals(full):
    forms = [one.find(f".//{A}prstGeom").get("prst") for one in _arrows(full)]

    assert forms == list(ARROWS.values())
    assert Force.RIVALRY not in ARROWS


def test_no_arrow_covers_a_force(full):
    boxes = [_place(one) for one in _boxes(full).values()]

    for left, top, wide, tall in map(_place, _arrows(full)):
        for x, y, width, height in boxes:
            apart = left >= x + width or x >= left + wide or top >= y + height or y >= top + tall
            assert apart


def test_everything_stands_on_the_page(full):
    for left, top, wide, tall in (_place(one) for one in full.iter(f"{WPS}wsp")):
        assert left >= 0
        assert top >= 0
        assert left + wide <= WIDTH * TWIP
        assert top + tall <= HEIGHT


def test_the_rivals_stand_in_the_middle():
    assert CELLS[Force.RIVALRY] == (1, 1)
    assert len(set(CELLS.values())) == len(Force)


def test_those_who_cannot_see_it_hear_every_force(empty):
    told = next(empty.iter(f"{WP}docPr")).get("descr")

    assert told.count("n/d → n/d") == len(Force)


def test_the_forces_are_drawn_in_portuguese():
    found = _drawn(furniture(), Language.PORTUGUESE)

    assert not {"Rivalry", "Substitutes", "Pressure"} & set(_boxes(found))
