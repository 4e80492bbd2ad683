"""The process on screen: agendas by the clock, people moved, decisions, what may begin early."""

from datetime import date

import pytest

from methodology.agenda import AgendaBlock
from methodology.agreements import ChangeNote, ChangeStep, Decision
from methodology.mapping import Contact
from methodology.process import Attendance, Meeting, MeetingKind, StageWindow
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made
from tests.screens.conftest import empty_project, make_folder, show_view, texts

START = date(2026, 1, 5)
DAIRY, FARM = actor("Lechería"), actor("Granja")
MEETINGS = [
    made(
        Meeting,
        f"T{number}",
        name=f"Taller {number}",
        kind=MeetingKind.WORKSHOP,
        about_stage=Stage.SCOPE,
        held_on=date(2026, 1, 5 + number),
        starts_at="09:00",
    )
    for number in range(1, 5)
]
WHOLE = [
    made(Project, "p", name="Quesos", starts_on=START),
    DAIRY,
    FARM,
    *MEETINGS,
    *(made(Attendance, meeting=one.id, actor=DAIRY.id) for one in MEETINGS),
    made(Attendance, meeting=MEETINGS[0].id, actor=FARM.id),
    made(AgendaBlock, meeting=MEETINGS[0].id, order=1, name="Apertura", minutes=20),
    made(AgendaBlock, meeting=MEETINGS[0].id, order=2, name="Mesas", minutes=45, leads="Ana"),
    made(Decision, meeting=MEETINGS[0].id, text="Queso de montaña", actors=(DAIRY.id,)),
    made(Contact, name="Elena", actor=DAIRY.id, is_lead=True),
    made(ChangeNote, name="Se hablan", about_stage=Stage.SCOPE, step=ChangeStep.INVOLVED),
    made(
        StageWindow,
        planned_stage=Stage.SCOPE,
        first_week=1,
        last_week=3,
        closed_on=date(2026, 2, 10),
    ),
]


@pytest.fixture
def page(open_screen, tmp_path):
    return open_screen("process", make_folder(tmp_path / "whole", Snapshot(WHOLE)))


def table(page, place=0):
    return page.dataframe[place].value


def test_an_agenda_shows_the_clock_and_offers_a_sheet_to_print(page):
    show_view(page, "process_figure", "agenda")

    rows = table(page)
    assert rows.iloc[:, 0].tolist() == ["09:00–09:20", "09:20–10:05"]
    assert "65 minutos en total" in texts(page)
    assert not page.exception


def test_people_moved_by_stage_and_who_has_gone_quiet(page):
    show_view(page, "process_figure", "moved")

    moved, quiet = table(page), table(page, 1)
    assert moved.iloc[0].tolist()[1:3] == ["2", "Se hablan"]
    assert moved.iloc[0].tolist()[-1] == "Elena"
    assert quiet.iloc[0, 0] == "Granja"
    assert "1 actor se ha ido quedando en silencio" in texts(page)


def test_decisions_say_who_agreed(page):
    show_view(page, "process_figure", "decided")

    assert table(page).iloc[0].tolist()[1:] == [
        "Taller 1",
        "Queso de montaña",
        "Por consenso",
        "Lechería",
    ]


def test_the_calendar_says_how_late_a_stage_closed_and_what_may_begin_early(page):
    show_view(page, "process_figure", "weeks")

    assert table(page).iloc[0].tolist()[-1] == "Semanas de atraso: 3"
    assert "desde la semana 2" in texts(page)


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("agenda", "Todavía ninguna reunión tiene agenda"),
        ("moved", "Todavía no hay nada anotado"),
        ("decided", "Todavía no hay nada anotado"),
        ("arrivals", "Todavía no hay ninguna reunión con lista de asistencia"),
    ],
)
def test_an_empty_view_says_what_is_missing(open_screen, tmp_path, view, words):
    page = open_screen("process", make_folder(tmp_path / "empty", empty_project()))
    show_view(page, "process_figure", view)

    assert words in texts(page)
    assert not page.exception
