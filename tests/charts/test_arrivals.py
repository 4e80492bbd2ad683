"""Newcomers: iron came before, outlined in copper came for the first time, both in words."""

from datetime import date

from app.charts import arrival_bars
from app.look import tokens
from methodology.involvement import Arrival
from methodology.process import Meeting, MeetingKind
from methodology.stage import Stage
from tests.charts.figures import EVIL, STYLE, is_safe, seen, texts
from tests.cluster import made


def arrival(name, first, returning):
    meeting = made(
        Meeting,
        name=name,
        kind=MeetingKind.WORKSHOP,
        about_stage=Stage.SCOPE,
        held_on=date(2026, 5, 27),
    )
    return Arrival(meeting, first, returning)


def test_each_meeting_has_both_bars_and_its_numbers_in_words():
    found = arrival_bars([arrival("T0", 9, 0), arrival("T1", 3, 7)], STYLE)

    before, first = found.data
    assert (before.x, first.x) == ((0, 7), (9, 3))
    assert before.marker.color == tokens().iron
    assert first.marker.line.color == tokens().copper
    assert "10 actors, 3 for the first time" in texts(found)


def test_a_meeting_is_named_whole_beside_its_bar():
    name = "Presentación pública III: Acciones"

    assert name in seen(arrival_bars([arrival(name, 1, 1)], STYLE))


def test_peoples_words_stay_dead_and_no_meeting_is_no_fault():
    assert arrival_bars([arrival("T2", 0, 5)], STYLE).data[1].x == (None,)
    assert is_safe(arrival_bars([arrival(EVIL, 1, 1)], STYLE))
    assert arrival_bars([], STYLE).layout.height > 0
