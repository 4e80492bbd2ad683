"""The figures of the action plan: tree, time, priority, money; names that lie over none other."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts import (
    Style,
    line_stacks,
    orientation_ring,
    plan_gantt,
    priority_matrix,
    project_gantt,
    project_tree,
    year_stacks,
)
from app.charts.money import GAP, HALF, _apart
from app.charts.priority import LEAST, MOST, TALL, WIDTH, named
from app.charts.project_tree import ROWS_PROJECTED
from app.charts.template import width_of
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.action import Orientation, Readiness
from methodology.portfolio import by_line, by_year, line_money, mix, mix_of
from methodology.priority_matrix import EFFORTS, IMPACTS, priorities
from methodology.project_sheet import MoneySource
from methodology.snapshot import Snapshot
from methodology.timetable import timetable
from tests.charts.figures import EVIL, STYLE, is_safe, seen, texts
from tests.plans import BRAND, LABORATORY, activity, budget, plan, project

POSTER = Style(reader(), px=PROJECTOR + 2)
WRONG = BRAND.model_copy(update={"name": EVIL})
AMOUNTS = st.dictionaries(st.sampled_from([*Orientation]), st.integers(1, 10**9), min_size=1)


def placed(*places):
    """Return projects at places of the matrix, as (effort, impact)."""
    rows = [
        project(f"P{number:02d}", **dict.fromkeys(EFFORTS, x), **dict.fromkeys(IMPACTS, y))
        for number, (x, y) in enumerate(places, 1)
    ]
    return priorities(Snapshot(rows))


def test_tree_has_every_line_and_project_once():
    said = seen(project_tree(by_line(plan()), {}, STYLE))

    assert [one for one in said if one.startswith(("L", "P", "For"))] == [
        "For all lines",
        "P00 Project P00",
        "L1 Quality",
        "P01 Project P01 ◆",
        "P02 Project P02",
        "L2 Markets",
        "P10 Project P10 ◆",
    ]


def test_tree_says_who_leads_where_there_is_room():
    said = seen(project_tree(by_line(plan()), {BRAND.id: "Dairy"}, STYLE))

    assert "P10 Project P10 ◆   Dairy" in said


def test_tree_tells_readiness_by_its_sign():
    idea = LABORATORY.model_copy(update={"readiness": Readiness.IDEA})

    assert seen(project_tree(by_line(Snapshot([LABORATORY])), {}, STYLE)).count("●") == 1
    assert seen(project_tree(by_line(Snapshot([idea])), {}, STYLE)).count("○") == 1


@pytest.mark.parametrize("count", [5, 9, 40])
def test_tree_on_the_projector_has_columns_that_the_last_row_can_read(count):
    rows = [project(f"P{place:02d}") for place in range(count)]
    figure = project_tree(by_line(plan(*rows)), {}, POSTER)

    levels = [note.y for note in figure.layout.annotations[:-1]]
    named = [one for one in seen(figure) if re.match(r"P\d\d ", one)]
    assert max(levels) < ROWS_PROJECTED
    assert len(named) == len({*(row.code for row in rows), "P00", "P01", "P02", "P10"})


def test_long_names_of_the_tree_take_two_lines_on_the_projector():
    long = [
        project(f"P{place:02d}").model_copy(update={"name": "Pago de la leche por su calidad"})
        for place in range(20, 27)
    ]
    figure = project_tree(by_line(plan(*long)), {}, POSTER)

    told = [note.text for note in figure.layout.annotations if "Pago" in note.text]
    assert len(told) == len(long)
    assert all("<br>" in text and "…" not in text for text in told)
    assert len({note.x for note in figure.layout.annotations if "Pago" in note.text}) <= 2


def test_gantt_shows_what_decides_the_end_in_copper():
    late = activity(BRAND, "P10.2", 40)
    figure = plan_gantt(timetable(plan(late)), by_line(plan(late)), STYLE)
    copper = tokens("light").copper

    boxes = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert [(box.x0, box.x1) for box in boxes if box.fillcolor == copper] == [(0, 40)]
    assert "1–40" in seen(figure)
    assert any("critical path" in one for one in seen(figure))


def test_gantt_of_many_projects_is_by_line_on_the_projector():
    rows = [project(f"P{place}") for place in range(20, 40)]
    work = [activity(row, f"{row.code}.1", 3) for row in rows]
    snapshot = plan(*rows, *work)

    figure = plan_gantt(timetable(snapshot), by_line(snapshot), POSTER)

    assert len(figure.layout.yaxis.ticktext) == 3
    assert len(seen(plan_gantt(timetable(snapshot), by_line(snapshot), STYLE))) > 40


def test_gantt_of_one_project_has_its_activities():
    second = activity(LABORATORY, "P01.9", 2, start_month=5)
    row = timetable(plan(second)).row(LABORATORY)

    assert "5–6" in seen(project_gantt(row, 12, STYLE))
    assert "P01.9 Activity P01.9" in seen(project_gantt(row, 12, STYLE))


def test_projects_at_one_place_are_named_together():
    assert [spot.text for spot in named(placed((2, 4), (2, 4), (4, 4)), STYLE)] == [
        "P01, P02",
        "P03",
    ]


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=12, unique=True)
)
def test_no_name_of_the_matrix_lies_over_another(places):
    spots = named(placed(*places), STYLE)
    across, up = (MOST - LEAST) / WIDTH, (MOST - LEAST) / (TALL * STYLE.px)
    boxes = []
    for spot in spots:
        x, y = spot.x / across + spot.shift[0], spot.y / up + spot.shift[1]
        wide = width_of(spot.text, STYLE.px) / 2
        boxes.append((x - wide, y - 8, x + wide, y + 8))

    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_matrix_names_the_quadrants_and_marks_the_quick_wins():
    said = seen(priority_matrix(placed((2, 4), (4, 2)), STYLE))

    assert {"Quick win", "Major project", "Fill-in", "Low priority: review", "P01", "P02"} <= {
        *said
    }
    assert "Priority" not in said


def test_ring_prints_percentages_that_add_up():
    amounts = dict(
        zip(Orientation, (23_983, 477_692, 579_857, 838_259, 1_039_072, 2_825_786), strict=True)
    )

    said = " ".join(seen(orientation_ring(mix_of(amounts), STYLE)))

    for part in ("49% Markets", "18% Organization", "15% Human resources", "0% ICT"):
        assert part in said


@given(AMOUNTS)
def test_names_around_the_ring_keep_their_distance(amounts):
    figure = orientation_ring(mix_of(amounts), STYLE)
    notes = [note for note in figure.layout.annotations if "%" in note.text]

    for side in ("left", "right"):
        levels = sorted(note.y for note in notes if note.xanchor == side)
        assert all(upper - lower >= GAP - 1e-9 for lower, upper in pairwise(levels))
        assert all(-HALF <= level <= HALF for level in levels)


def test_levels_that_are_apart_stay_as_they_are():
    assert _apart([0.8, 0.1, -0.7]) == [0.8, 0.1, -0.7]
    assert _apart([]) == []


def test_bars_have_their_totals_and_name_the_sources():
    said = seen(year_stacks(by_year(plan()), STYLE))

    assert "PEN 4,000" in said
    assert any("Public" in one and "Firms" in one for one in said)
    assert not any("Others" in one for one in said)


def test_bars_by_line_name_what_belongs_to_none():
    ticks = line_stacks(line_money(plan()), STYLE).layout.yaxis.ticktext

    assert [*ticks] == ["For all lines", "L1 Quality", "L2 Markets"]


def test_third_source_is_named_once_it_pays():
    other = budget(BRAND, MoneySource.OTHER, 9)

    assert any("Others" in one for one in seen(year_stacks(by_year(plan(other)), STYLE)))


@pytest.mark.parametrize("style", [STYLE, POSTER, Style(reader(), "dark")])
def test_people_s_words_are_dead_and_large_enough(style):
    snapshot = plan(WRONG)
    found = timetable(snapshot)
    scored = [one.model_copy(update={"name": EVIL, "code": ""}) for one in [WRONG]]
    figures = [
        project_tree(by_line(snapshot), {WRONG.id: EVIL}, style),
        plan_gantt(found, by_line(snapshot), style),
        project_gantt(found.row(WRONG), 12, style),
        priority_matrix(
            priorities(
                Snapshot(
                    [
                        scored[0].model_copy(
                            update={**dict.fromkeys(EFFORTS, 2), **dict.fromkeys(IMPACTS, 4)}
                        )
                    ]
                )
            ),
            style,
        ),
        orientation_ring(mix(snapshot), style),
        year_stacks(by_year(snapshot), style),
        line_stacks(line_money(snapshot), style),
    ]

    for figure in figures:
        assert is_safe(figure), texts(figure)
        sizes = [note.font.size or style.px for note in figure.layout.annotations]
        assert all(size >= style.px - 1 for size in sizes)
