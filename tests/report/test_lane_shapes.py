"""The network as shapes: every actor a mark, every relation a line, nothing outside the page."""

import re
from uuid import UUID

import pytest
from lxml import etree

from app.report.lane_shapes import MOST_ACTORS, NAMED
from app.report.markup import declared
from app.report.shapes import Looks, Place, circle, colour_fill, drawn_path, polygon
from methodology.mapping import Actor, ActorKind, MapSettings, Tie, TieRule
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import headings, parts, source_of, written
from tests.samples import large_snapshot

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
EN = Language.ENGLISH


def _network(data: bytes):
    root = etree.fromstring(parts(data)["word/document.xml"])
    for inline in root.iter(f"{WP}inline"):
        if inline.find(f"{WP}docPr").get("name") == "Network of the cluster":
            return inline
    return None


def _named(found, name):
    return [one for one in found.iter(f"{WPS}wsp") if one.find(f"{WPS}cNvPr").get("name") == name]


def _firms(count, kind=ActorKind.PRODUCER):
    return [Actor(id=UUID(int=place), name=f"F{place}", kind=kind) for place in range(1, count + 1)]


def _tie(number, one, other):
    return Tie(id=UUID(int=10_000 + number), source=one.id, target=other.id)


def test_every_relation_is_a_line_and_every_actor_a_mark():
    firms = _firms(4)
    ties = [_tie(1, firms[0], firms[1]), _tie(2, firms[1], firms[2])]

    found = _network(written(Snapshot([*firms, *ties]), EN))

    [lines] = _named(found, "Relations")
    marks = _named(found, "Final producer")[0]
    assert len(list(lines.iter(f"{A}moveTo"))) == 2
    assert len(list(marks.iter(f"{A}moveTo"))) == 4


def test_each_type_has_its_own_mark_and_stands_in_the_legend():
    kinds = [*ActorKind]
    actors = [
        Actor(id=UUID(int=place), name=f"A{place}", kind=kind)
        for place, kind in enumerate(kinds, 1)
    ]
    nobody = Actor(id=UUID(int=99), name="Untyped")

    found = _network(written(Snapshot([*actors, nobody, _tie(1, actors[0], nobody)]), EN))

    text = {"".join(one.itertext()) for one in found.iter(f"{WPS}txbx")}
    assert {kind.label for kind in kinds} | {"Type not known"} <= text
    looks = [
        (
            shape.find(f".//{A}schemeClr").get("val"),
            shape.find(f".//{A}arcTo") is not None,
            len(list(shape.iter(f"{A}lnTo"))),
        )
        for kind in kinds
        for shape in _named(found, kind.label)
        if shape.find(f".//{A}custGeom") is not None
    ]
    assert len(set(looks)) == len(kinds)


def test_shapes_stay_inside_the_page():
    found = _network(written(large_snapshot(150, 400), EN))

    extent = found.find(f"{WP}extent")
    wide, tall = int(extent.get("cx")), int(extent.get("cy"))
    for point in found.iter(f"{A}pt"):
        assert 0 <= int(point.get("x")) <= wide
        assert 0 <= int(point.get("y")) <= tall
    for frame in found.iter(f"{A}xfrm"):
        off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
        assert int(off.get("x")) + int(ext.get("cx")) <= wide
        assert int(off.get("y")) + int(ext.get("cy")) <= tall


def test_at_most_so_many_actors_are_named_and_no_name_covers_another():
    snapshot = large_snapshot(150, 400)

    found = _network(written(snapshot, EN))

    names = {actor.name for actor in snapshot.all(Actor)}
    frames = []
    for shape in found.iter(f"{WPS}wsp"):
        if shape.find(f"{WPS}cNvPr").get("name") in names:
            off, ext = (shape.find(f".//{A}{part}") for part in ("off", "ext"))
            frames.append([int(value) for one in (off, ext) for value in one.values()])
    assert 0 < len(frames) <= NAMED
    for place, (left, top, width, height) in enumerate(frames):
        for other_left, other_top, other_width, other_height in frames[place + 1 :]:
            apart = left >= other_left + other_width or other_left >= left + width
            above = top >= other_top + other_height or other_top >= top + height
            assert apart or above


def test_a_network_too_large_for_paper_is_left_to_its_tables():
    firms = _firms(MOST_ACTORS + 1)

    data = written(Snapshot([*firms, _tie(1, firms[0], firms[1])]), EN)

    assert _network(data) is None
    assert any("The network" in heading for heading in headings(data, 2))


@pytest.mark.parametrize(
    "settings",
    [
        MapSettings(id=UUID(int=900), inside_only=True),
        MapSettings(id=UUID(int=900), rule=TieRule.INTERSECTION, keep_isolates=False),
    ],
)
def test_settings_that_leave_nobody_draw_nothing(settings):
    firms = _firms(2)

    data = written(Snapshot([settings, *firms, _tie(1, *firms)]), EN)

    assert _network(data) is None


def test_the_settings_are_printed_under_the_network():
    firms = _firms(2)

    data = written(Snapshot([*firms, _tie(1, *firms)]), EN)

    assert "Actors without relations are counted." in source_of(data, "Network of the cluster")


def test_the_same_project_is_drawn_the_same():
    drawn = [etree.tostring(_network(written(large_snapshot(40, 80), EN))) for _time in range(2)]

    assert drawn[0] == drawn[1]


def _parsed(xml: str):
    return etree.fromstring(f"<w:x {declared('w', 'a', 'wps', 'wpg')}>{xml}</w:x>")


def test_a_path_joins_its_points_and_closes_only_when_it_is_an_outline():
    points = [(0, 0), (4, 0), (4, 3)]

    assert re.findall(r"<a:(\w+)>?", polygon(points, is_closed=False)).count("lnTo") == 2
    assert polygon(points).endswith("<a:close/>")
    assert not polygon(points, is_closed=False).endswith("<a:close/>")


def test_a_circle_starts_at_its_right_and_goes_all_round():
    made = _parsed(circle(10, 20, 5))

    start = made.find(f"{A}moveTo/{A}pt")
    assert (start.get("x"), start.get("y")) == ("15", "20")
    assert made.find(f"{A}arcTo").get("swAng") == "21600000"


def test_a_drawn_path_measures_in_its_own_size():
    made = _parsed(drawn_path(Place(0, 0, 70, 30), polygon([(0, 0), (1, 1)]), 1, "x", Looks()))

    path = made.find(f".//{A}path")
    assert (path.get("w"), path.get("h")) == ("70", "30")


@pytest.mark.parametrize(
    ("colour", "strength", "expected"),
    [
        ("", 100, "<a:noFill/>"),
        ("tx2", 100, '<a:solidFill><a:schemeClr val="tx2"></a:schemeClr></a:solidFill>'),
    ],
)
def test_a_fill_is_a_colour_of_the_theme_or_none(colour, strength, expected):
    assert colour_fill(colour, strength) == expected


def test_a_paler_fill_is_mixed_with_white():
    made = _parsed(colour_fill("tx2", 30))

    assert made.find(f".//{A}lumMod").get("val") == "30000"
    assert made.find(f".//{A}lumOff").get("val") == "70000"
