"""The map as shapes: one for each box, arrows between neighbours, nothing outside the page."""

import re
from uuid import UUID

import pytest
from lxml import etree

from app.report.markup import declared
from app.report.shapes import Line, Looks, Place, box, group, line
from methodology.mapping import Actor, ActorKind, ChainLink, Tie
from methodology.porter import porter_map
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import parts, written
from tests.samples import large_snapshot

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
SPACES = declared("w", "a", "wps", "wpg")


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:x {SPACES}>{xml}</w:x>")[0]


def _map(data: bytes) -> etree._Element:
    root = etree.fromstring(parts(data)["word/document.xml"])
    return next(root.iter(f"{WPG}wgp"))


def _frames(found: etree._Element) -> list[tuple[int, int, int, int]]:
    frames = []
    for shape in found.iter(f"{WPS}wsp"):
        frame = shape.find(f"{WPS}spPr/{A}xfrm")
        off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
        frames.append(tuple(int(one) for one in (*off.values(), *ext.values())))
    return frames


def test_a_box_has_its_lines_and_theme_colours():
    made = _parsed(box(Place(1, 2, 30, 40), [Line("A & B"), Line("c")], 5, "Caja", Looks()))

    assert "".join(made.itertext()) == "A & Bc"
    assert [one.get("val") for one in made.iter(f"{A}schemeClr")] == ["bg1", "accent1"]
    assert made.find(f"{WPS}cNvPr").get("name") == "Caja"


def test_a_box_without_lines_has_no_text_box():
    assert _parsed(box(Place(0, 0, 1, 1), [], 1, "x", Looks())).find(f"{WPS}txbx") is None


@pytest.mark.parametrize(
    ("start", "end", "is_flipped"),
    [((0, 0), (5, 5), False), ((5, 0), (0, 5), True), ((5, 5), (0, 0), False)],
)
def test_a_line_leans_the_way_it_goes(start, end, is_flipped):
    made = _parsed(line(start, end, 1, "x", Looks()))

    frame = made.find(f"{WPS}spPr/{A}xfrm")
    assert (frame.get("flipH") == "1") is is_flipped
    assert frame.find(f"{A}ext").attrib == {"cx": "5", "cy": "5"}


def test_a_group_is_as_large_as_it_says():
    made = _parsed(group("", 700, 300))

    assert made.find(f".//{A}chExt").attrib == {"cx": "700", "cy": "300"}


def test_every_box_of_the_map_is_named_and_counted():
    snapshot = large_snapshot(120, 300)

    found = _map(written(snapshot, Language.ENGLISH))

    text = "\n".join("".join(shape.itertext()) for shape in found.iter(f"{WPS}wsp"))
    for one in porter_map(snapshot).boxes:
        assert one.title in text
        if not one.missing:
            assert f"{one.count} actor" in text


@pytest.mark.parametrize("links", [1, 2, 7, 14])
def test_shapes_stay_inside_the_page_whatever_the_number_of_links(links):
    chain = [
        ChainLink(id=UUID(int=n), name=f"Eslabón número {n}", order=n) for n in range(1, links + 1)
    ]
    actors = [
        Actor(
            id=UUID(int=100 + n),
            name="Actor de nombre bastante largo " * 3 + str(n),
            kind=kind,
            link=UUID(int=n % links + 1),
        )
        for n, kind in enumerate([*ActorKind] * 3)
    ]

    found = _map(written(Snapshot([*chain, *actors])))

    extent = found.find(f"{WPG}grpSpPr/{A}xfrm/{A}ext")
    for left, top, width, height in _frames(found):
        assert min(left, top, width, height) >= 0
        assert left + width <= int(extent.get("cx"))
        assert top + height <= int(extent.get("cy"))


def test_neighbouring_links_are_joined_by_an_arrow_with_its_number():
    chain = [ChainLink(id=UUID(int=n), name=f"L{n}", order=n) for n in (1, 2)]
    actors = [
        Actor(id=UUID(int=10 + n), name=f"A{n}", kind=ActorKind.PRODUCER, link=UUID(int=n))
        for n in (1, 2)
    ]
    tie = Tie(id=UUID(int=30), source=UUID(int=11), target=UUID(int=12))

    found = _map(written(Snapshot([*chain, *actors, tie])))

    arrows = [
        "".join(shape.itertext())
        for shape in found.iter(f"{WPS}wsp")
        if shape.find(f".//{A}prstGeom").get("prst") == "rightArrow"
    ]
    assert arrows == ["1"]


def test_the_map_declares_what_word_needs_to_draw_it():
    body = parts(written(large_snapshot(20, 30)))["word/document.xml"].decode()

    choice = re.search(r"<mc:Choice [^>]*>", body)[0]
    assert 'Requires="wpg"' in choice
    assert "xmlns:wpg=" in choice
