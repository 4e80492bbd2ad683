"""The organ chart and the money: boxes that never overlap, who leads, shares in words."""

import itertools
from dataclasses import replace

import pytest

from app.charts import funding_bars, organ_chart
from app.charts.organ_chart import boxes
from app.look import tokens
from methodology.governance import Fund, Organ, OrganKind
from methodology.organs import OrganNode, operating_years, organ_tree
from methodology.snapshot import Snapshot
from tests.charts.figures import EVIL, STYLE, is_safe, seen
from tests.cluster import made
from tests.governed import BOARD, FORUM, GOVERNED, OFFICE

PROJECT = Snapshot(GOVERNED)


def drawn(*records, chairs=None):
    return organ_chart(organ_tree(Snapshot(records)), chairs or {}, STYLE)


def test_each_organ_is_a_box_with_its_kind_its_votes_and_who_chairs():
    found = organ_chart(organ_tree(PROJECT), {BOARD.id: "Firm 1 · Elena"}, STYLE)

    assert "Forum Assembly or forum 35 members with a vote" in seen(found)
    assert any(
        text.startswith("Board Steering") and text.endswith("8 members with a vote Firm 1 · Elena")
        for text in seen(found)
    )


def test_lines_join_an_organ_with_the_one_it_reports_to():
    found = organ_chart(organ_tree(PROJECT), {}, STYLE)

    assert sum(shape.type == "path" for shape in found.layout.shapes) == 2
    assert sum(shape.type == "rect" for shape in found.layout.shapes) == 3


def test_an_organ_without_members_is_dashed_and_says_so():
    found = drawn(OFFICE)

    [box] = [shape for shape in found.layout.shapes if shape.type == "rect"]
    assert (box.line.dash, box.line.color) == ("dash", tokens().copper)
    assert any(text.endswith("nobody named yet") for text in seen(found))


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_boxes_of_a_level_never_overlap_and_stay_inside(count):
    groups = [
        made(Organ, name=f"Group {number}", kind=OrganKind.THEMATIC, reports_to=FORUM.id)
        for number in range(count)
    ]

    places = boxes(organ_tree(Snapshot([FORUM, *groups])))
    row = sorted((places[one.id] for one in groups), key=lambda box: box.middle)

    assert all(box.middle - box.half >= 0 and box.middle + box.half <= 1 for box in row)
    pairs = itertools.pairwise(row)
    assert all(left.middle + left.half < right.middle - right.half for left, right in pairs)


def voting(count, name):
    """Return organs side by side, each with three votes."""
    return [
        OrganNode(made(Organ, f"{number}", name=name, kind=OrganKind.THEMATIC), 0, None, 3, ())
        for number in range(count)
    ]


@pytest.mark.parametrize("px", [16, 28])
def test_texts_of_an_organ_stay_inside_its_box(px):
    long = "Grupo de certificación de inocuidad, trazabilidad y comercialización conjunta"
    nodes = voting(4, long)
    found = organ_chart(nodes, {nodes[0].organ.id: long}, replace(STYLE, px=px))

    boxes_ = [shape for shape in found.layout.shapes if shape.type == "rect"]
    for box, note in zip(boxes_, found.layout.annotations, strict=True):
        lines = note.text.replace("<b>", "").replace("</b>", "").split("<br>")
        assert max(map(len, lines)) * 0.49 * (px - 1) <= (box.x1 - box.x0) * 1088
        assert len(lines) * 1.3 * (px - 1) <= 0.86 * min(6.4 * px, 540)
        assert "…" not in note.text or long in note.hovertext.replace("<br>", " ")


def test_who_votes_is_said_shortly_where_the_box_is_narrow():
    found = organ_chart(voting(6, "G"), {}, replace(STYLE, px=28))

    assert any("3 with a vote" in text for text in seen(found))
    assert not any("members" in text for text in seen(found))


def test_peoples_words_stay_dead_in_the_chart():
    assert is_safe(drawn(made(Organ, name=EVIL, kind=OrganKind.ADVISORY)))


def test_a_bar_for_each_year_names_its_funds_with_their_shares():
    found = funding_bars(operating_years(PROJECT), STYLE)

    words = seen(found)
    assert "Members' fees 25% · Public funds 75%" in words
    assert any(text.endswith("75% public") for text in words)
    assert [text for text in words if text.startswith("Year")] == ["Year 1", "Year 2", "Year 3"]
    assert [bar.x for bar in found.data] == [(2000.0, 3000.0, 5000.0), (6000.0, 3000.0, 0.0)]


def test_the_funds_of_a_year_take_two_lines_on_the_projector_and_none_is_cut():
    year = operating_years(PROJECT)[0]
    funds = dict.fromkeys(Fund, year.total // 5)
    found = funding_bars([replace(year, by_fund=funds)], replace(STYLE, px=28))

    (lines,) = (note.text for note in found.layout.annotations if "·" in note.text)
    assert lines.count("<br>") == 1
    assert "…" not in lines
    assert lines.count("%") == 5


def test_a_year_without_money_is_pending():
    found = funding_bars(operating_years(Snapshot(GOVERNED[-1:])), STYLE)

    assert seen(found).count("Pending") == 2
