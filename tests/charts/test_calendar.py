"""The calendar: iron is done, copper under way, dashes to come; today and the milestones."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.charts import Style, stage_calendar
from app.charts.template import room_of
from app.i18n import reader
from app.look import PROJECTOR, WORK, tokens
from methodology.calendar import calendar, sessions
from methodology.gates import progress
from methodology.mapping import Inclusion
from methodology.process import Meeting, MeetingKind, StageWindow
from methodology.project import Language, Project, Waiver
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.charts.figures import EVIL, STYLE, is_safe, seen, texts
from tests.cluster import actor, made

START = date(2026, 1, 5)
PROJECT = made(Project, "p", name="Quesos", starts_on=START)
DONE = (
    made(Scope, "s", statement="Cheese", rule="Makes it", accepted_on=START),
    actor("Dairy", inclusion=Inclusion.INSIDE),
    made(
        Waiver,
        "w",
        check="scope.selected",
        stage_waived=Stage.SCOPE,
        reason="The cluster was given",
        waived_on=START,
    ),
)


def drawn(*records, week=5, notes=None, style=STYLE):
    snapshot = Snapshot(records)
    today = START + timedelta(weeks=week - 1)
    return stage_calendar(calendar(snapshot, today), progress(snapshot), style, notes)


def bars(figure):
    return [shape for shape in figure.layout.shapes if shape.type == "rect"]


def test_every_stage_has_a_row():
    names = [text for text in seen(drawn(PROJECT)) if text[0].isdigit()]

    assert names[0] == "1 Scope of intervention"
    assert names[-1] == "11 Monitoring and evaluation"
    assert len(names) == 11


def test_stages_to_come_are_dashed_and_empty():
    assert {shape.line.dash for shape in bars(drawn(PROJECT))} == {"dash"}
    assert {shape.fillcolor for shape in bars(drawn(PROJECT))} == {"rgba(0,0,0,0)"}


def test_stage_done_is_iron_and_stage_under_way_copper_as_far_as_it_is_settled():
    scope, outline, filled, *_ = bars(drawn(PROJECT, *DONE))

    assert (scope.fillcolor, scope.x0, scope.x1) == (tokens().iron, 0, 3)
    assert (outline.line.color, outline.x0, outline.x1) == (tokens().copper, 1, 9)
    assert filled.fillcolor == tokens().copper
    assert 1 <= filled.x1 < 9


def test_today_is_a_copper_line_in_its_week():
    found = drawn(PROJECT, week=5)
    (line,) = [one for one in found.layout.shapes if one.line.color == tokens().copper]

    assert (line.x0, line.x1) == (4.5, 4.5)
    assert "today" in seen(found)


def test_before_the_start_and_without_one_there_is_no_today():
    assert "today" not in seen(drawn(PROJECT, week=-3))
    assert "today" not in seen(drawn())


def test_notes_stand_beside_the_bars_as_dead_text():
    found = drawn(PROJECT, notes={Stage.SCOPE: EVIL})

    assert is_safe(found)
    assert any("&lt;a href" in text for text in texts(found))


def test_slippage_is_said_only_of_stages_that_were_begun():
    late = seen(drawn(PROJECT, *DONE, week=11))

    assert late.count("2 weeks late") == 1
    assert "1 week late" in seen(drawn(PROJECT, *DONE, week=10))


def test_stage_closed_late_says_so():
    closed = made(
        StageWindow, "w", planned_stage=Stage.SCOPE, first_week=1, last_week=3,
        closed_on=START + timedelta(weeks=4),
    )  # fmt: skip

    assert "2 weeks late" in seen(drawn(PROJECT, closed, *DONE))


def test_milestones_are_named_and_filled_once_held():
    event = made(
        Meeting, "m", name="Retos", kind=MeetingKind.PUBLIC_EVENT,
        about_stage=Stage.ATTRACTIVENESS, held_on=START,
    )  # fmt: skip

    assert "◇ Milestone 1: challenges" in seen(drawn(PROJECT))
    assert "◆ Milestone 1: challenges" in seen(drawn(PROJECT, event))


def test_milestones_close_together_are_named_on_two_lines():
    found = drawn(PROJECT)
    heights = {note.text: note.y for note in found.layout.annotations if "◇" in note.text}

    assert heights["◇ Milestone 2: strategy"] != heights["◇ Milestone 3: actions"]


@pytest.mark.parametrize("language", [*Language])
@pytest.mark.parametrize("px", [WORK, PROJECTOR + 2])
def test_names_of_milestones_lie_apart(px, language):
    style = Style(reader(language=language), "light", px)
    found = drawn(PROJECT, style=style)

    names = max(room_of(text, px) for text in seen(found)[-len(found.layout.yaxis.ticktext) :])
    week = (1088 - names) / 26
    lines = defaultdict(list)
    for note in found.layout.annotations:
        if "◇" in note.text:
            wide = room_of(note.text, px - 1) / week
            left = note.x - (wide if note.xanchor == "right" else wide / 2)
            lines[note.y].append((left, left + wide))
    assert all(one[1] < other[0] for line in lines.values() for one, other in pairwise(line))


def test_calendar_is_as_long_as_the_plan():
    window = made(StageWindow, "w", planned_stage=Stage.MONITORING, first_week=25, last_week=40)

    assert drawn(PROJECT, window).layout.xaxis.range[1] > 40


def test_weeks_behind_the_plan_follow_the_bar_as_a_dotted_box_and_never_leave_the_calendar():
    window = made(
        StageWindow,
        "late",
        planned_stage=Stage.SCOPE,
        first_week=1,
        last_week=3,
        closed_on=START + timedelta(weeks=4),
    )

    [dotted] = [one for one in bars(drawn(PROJECT, window)) if one.line.dash == "dot"]
    running = [one for one in bars(drawn(PROJECT, *DONE[1:], week=200)) if one.line.dash == "dot"]

    assert (dotted.x0, dotted.x1) == (3, 5)
    assert {one.x1 for one in running} == {26}


def test_meetings_are_points_on_the_row_of_their_stage_filled_with_the_page_once_held():
    days = (START + timedelta(days=2), START + timedelta(weeks=3))
    meetings = [
        made(
            Meeting, f"m{place}", name=f"T{place} {EVIL}", kind=MeetingKind.WORKSHOP,
            about_stage=Stage.MAPPING, held_on=day,
        )
        for place, day in enumerate(days)
    ]  # fmt: skip
    snapshot = Snapshot([PROJECT, *meetings])
    today = START + timedelta(weeks=1)

    found = stage_calendar(
        calendar(snapshot, today), progress(snapshot), STYLE, sessions=sessions(snapshot, today)
    )

    points = found.data[-1]
    assert [*zip(points.x, points.y, strict=True)] == [(0.5, 1), (3.5, 1)]
    assert points.marker.color == (tokens().background, tokens().tint)
    assert is_safe(found)
