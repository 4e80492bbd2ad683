"""The organ chart as shapes: level by level, joined by straight lines, nothing off the page."""

from itertools import pairwise

import pytest
from lxml import etree

from app.i18n import Reader
from app.report.markup import declared
from app.report.organ_shapes import BOX, ROW, WIDEST, draw_organs
from app.report.pen import TWIP, Paper, Pen
from methodology.governance import Organ, OrganKind
from methodology.organs import OrganNode
from methodology.project import Country, Currency, Language
from tests.cluster import made

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WIDTH = 9000


def _organ(name, kind=OrganKind.COMMITTEE):
    return made(Organ, name, name=name, kind=kind)


def _node(organ, level=0, parent=None, votes=3):
    return OrganNode(
        organ=organ, level=level, parent=parent.id if parent else None, members=(), votes=votes
    )


def _drawn(nodes, chairs=None):
    paper = Paper({}, WIDTH, 14000, 9000, 14000, "", "", "")
    pen = Pen(Reader(Language.ENGLISH, Country.UNITED_STATES, Currency.USD), paper, None)
    draw_organs(pen, nodes, chairs or {})
    return etree.fromstring(f"<x {declared('w', 'wp', 'a', 'wpg', 'wps', 'mc')}>{pen.take()}</x>")


def _shapes(root, *, lines):
    found = root.iter(f"{WPS}wsp")
    return [one for one in found if (one.find(f"{WPS}cNvCnPr") is not None) is lines]


def _said(box):
    return ["".join(one.itertext()) for one in box.iter(f"{W}p")]


def _place(shape):
    start, size = shape.find(f".//{A}off"), shape.find(f".//{A}ext")
    return (
        int(start.get("x")),
        int(start.get("y")),
        int(size.get("cx")),
        int(size.get("cy")),
    )


TOP = _organ("Assembly", OrganKind.ASSEMBLY)
BOARD = _organ("Board")


def test_one_organ_is_one_box_without_lines():
    found = _drawn([_node(TOP)])

    assert [_said(one) for one in _shapes(found, lines=False)] == [
        ["Assembly", "Assembly or forum", "3 members with a vote"]
    ]
    assert _shapes(found, lines=True) == []


def test_an_organ_is_never_wider_than_it_needs():
    (box,) = _shapes(_drawn([_node(TOP)]), lines=False)

    assert _place(box)[2] == WIDEST


def test_an_organ_straight_beneath_another_is_joined_by_one_upright_line_in_pieces():
    found = _drawn([_node(TOP), _node(BOARD, 1, TOP)])

    lines = [_place(one) for one in _shapes(found, lines=True)]
    assert {width for _x, _y, width, _tall in lines} == {0}
    assert sum(tall for *_rest, tall in lines) == ROW - BOX


def test_organs_side_by_side_are_joined_around_the_corner():
    nodes = [_node(TOP), _node(BOARD, 1, TOP), _node(_organ("Table"), 1, TOP)]

    found = _drawn(nodes)

    assert len(_shapes(found, lines=True)) == 6


@pytest.mark.parametrize(("votes", "words"), [(1, "1 member with a vote"), (0, "nobody named yet")])
def test_votes_are_counted_in_words(votes, words):
    (box,) = _shapes(_drawn([_node(TOP, votes=votes)]), lines=False)

    assert _said(box)[2] == words


def test_an_organ_with_nobody_in_it_is_dashed():
    (box,) = _shapes(_drawn([_node(TOP, votes=0)]), lines=False)

    assert box.find(f".//{A}prstDash").get("val") == "dash"


def test_the_chair_stands_last():
    (box,) = _shapes(_drawn([_node(TOP)], {TOP.id: "Ana Ñandú"}), lines=False)

    assert _said(box)[-1] == "Ana Ñandú"


def test_a_long_name_is_cut_with_a_sign_of_it():
    (box,) = _shapes(_drawn([_node(_organ("Comité " * 30))]), lines=False)

    assert _said(box)[0].endswith("…")
    assert len(_said(box)[0]) < 120


@pytest.mark.parametrize("count", [1, 2, 3, 7, 12])
def test_a_row_of_any_length_stays_on_the_page_and_apart(count):
    nodes = [_node(TOP), *(_node(_organ(f"Group {n}"), 1, TOP) for n in range(count))]

    found = _drawn(nodes)

    row = sorted(_place(one) for one in _shapes(found, lines=False)[1:])
    assert row[0][0] >= 0
    assert row[-1][0] + row[-1][2] <= WIDTH * TWIP
    assert all(one[0] + one[2] <= other[0] for one, other in pairwise(row))


def test_a_third_level_stands_beneath_the_second():
    group = _organ("Group")

    found = _drawn([_node(TOP), _node(BOARD, 1, TOP), _node(group, 2, BOARD)])

    assert [_place(one)[1] for one in _shapes(found, lines=False)] == [0, ROW, 2 * ROW]


def test_those_who_cannot_see_it_hear_every_organ():
    found = _drawn([_node(TOP), _node(BOARD, 1, TOP, votes=1)])

    assert next(found.iter(f"{WP}docPr")).get("descr") == (
        "Assembly: 3 members with a vote; Board: 1 member with a vote"
    )
