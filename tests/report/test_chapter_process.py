"""Section 1: calendar with its dates, meetings with who came, interviews."""

from datetime import date
from uuid import UUID

import pytest

from methodology.agenda import AgendaBlock
from methodology.agreements import ChangeNote, ChangeStep, Decision, DecisionWay
from methodology.mapping import Actor, ActorKind, Contact
from methodology.process import (
    Attendance,
    Interview,
    Meeting,
    MeetingKind,
    StageWindow,
    TeamMember,
    TeamRole,
)
from methodology.project import Country, Currency, Language, Project
from methodology.rounds import State
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests import votes
from tests.report.word import between, charts, headings, outline, tables, text_of, written

EN = Language.ENGLISH
PROJECT = Project(
    id=UUID(int=1),
    name="Cheese",
    country=Country.UNITED_STATES,
    currency=Currency.USD,
    language=EN,
    starts_on=date(2026, 3, 2),
)
FIRM = Actor(id=UUID(int=10), name="Dairy One", kind=ActorKind.PRODUCER)
BANK = Actor(id=UUID(int=11), name="Bank", kind=ActorKind.FINANCE)
PLAIN = Actor(id=UUID(int=12), name="Somebody")
WORKSHOP = Meeting(
    id=UUID(int=20),
    name="Workshop 1",
    kind=MeetingKind.WORKSHOP,
    about_stage=Stage.SCOPE,
    held_on=date(2026, 3, 20),
    place="Town hall",
    minutes="The scope was agreed.",
)


def _calendar(*records):
    return tables(written(Snapshot([PROJECT, *records]), EN))["Weeks of each stage"]


def test_the_calendar_gives_first_and_last_day_of_each_stage():
    rows = _calendar()

    assert rows[0] == ["Stage", "First week", "Last week", "Starts on", "Ends on"]
    assert rows[1] == ["1. Scope of intervention", "1", "3", "Mar 2, 2026", "Mar 22, 2026"]
    assert len(rows) == 1 + 11


def test_a_window_of_the_team_replaces_the_weeks_of_the_method():
    window = StageWindow(
        id=UUID(int=2),
        planned_stage=Stage.SCOPE,
        first_week=2,
        last_week=5,
        closed_on=date(2026, 4, 1),
    )

    rows = _calendar(window)

    assert rows[1] == [
        "1. Scope of intervention",
        "2",
        "5",
        "Mar 9, 2026",
        "Apr 5, 2026",
        "Apr 1, 2026",
        "In time",
    ]


def test_the_process_itself_is_in_the_calendar_only_when_the_team_planned_it():
    window = StageWindow(id=UUID(int=2), planned_stage=Stage.PROCESS, first_week=1, last_week=30)

    assert [row[0] for row in _calendar()][1] == "1. Scope of intervention"
    assert [row[0] for row in _calendar(window)][1] == "Process"


def test_without_a_first_day_the_calendar_has_weeks_alone():
    rows = tables(written(Snapshot(), EN))["Weeks of each stage"]

    assert rows[1] == ["1. Scope of intervention", "1", "3"]


def test_the_drawn_calendar_starts_each_bar_where_the_stage_starts():
    window = StageWindow(
        id=UUID(int=2),
        planned_stage=Stage.MAPPING,
        first_week=3,
        last_week=8,
        closed_on=date(2026, 4, 30),
    )

    [chart] = charts(written(Snapshot([PROJECT, window]), EN))

    names, before, closed, planned, behind = chart.cached
    at = names.index("2. Mapping")
    assert (before[at + 1], closed[at + 1], planned[at + 1]) == (2, 6, None)
    assert (closed[0], planned[0]) == ("Closed", "Planned")
    assert (behind[0], behind[at + 1]) == ("Weeks behind the plan", 1)  # week 9, planned until 8
    first = names.index("1. Scope of intervention")
    assert (before[first + 1], closed[first + 1], planned[first + 1]) == (0, None, 3)


def test_the_initiative_shows_every_setting_that_is_filled():
    rows = dict(tables(written(Snapshot([PROJECT]), EN))["The initiative in short"][1:])

    assert rows == {
        "Project name": "Cheese",
        "Country": "United States",
        "Currency": "United States dollar",
        "First day": "Mar 2, 2026",
    }


def test_the_team_is_a_table_of_names_roles_and_organisations():
    member = TeamMember(
        id=UUID(int=3), name="Ana", role=TeamRole.LEAD, organisation="Agency", email="a@b.c"
    )

    rows = tables(written(Snapshot([PROJECT, member]), EN))["Dynamization team"]

    assert rows == [["Name", "Role", "Organization"], ["Ana", "Team lead", "Agency"]]


def test_a_meeting_has_its_minutes_beneath():
    rows = tables(written(Snapshot([PROJECT, WORKSHOP]), EN))["Meetings"]

    assert rows[1] == [
        "Workshop 1",
        "Workshop",
        "Scope of intervention",
        "Mar 20, 2026",
        "Town hall",
    ]
    assert rows[2] == ["Minutes: The scope was agreed."]


def test_attendance_is_counted_by_type_of_actor():
    came = [
        Attendance(id=UUID(int=30 + place), meeting=WORKSHOP.id, actor=actor.id, people=place)
        for place, actor in enumerate((FIRM, BANK, PLAIN), 1)
    ]

    found = tables(written(Snapshot([PROJECT, FIRM, BANK, PLAIN, WORKSHOP, *came]), EN))

    assert found["Attendance by type of actor"][1:] == [
        ["Workshop 1", "Final producer: 1; Finance: 2; Type not known: 3", "6"]
    ]
    assert found["Who came to which meeting"][1:] == [
        ["Workshop 1", "Bank (2); Dairy One (1); Somebody (3)"]
    ]


def test_where_more_came_than_were_listed_every_meeting_says_how_many_came():
    other = WORKSHOP.model_copy(update={"id": UUID(int=42), "name": "Forum", "people": 9})
    came = [
        Attendance(id=UUID(int=43), meeting=WORKSHOP.id, actor=FIRM.id, people=2),
        Attendance(id=UUID(int=44), meeting=other.id, actor=FIRM.id, people=3),
    ]

    found = tables(written(Snapshot([PROJECT, FIRM, WORKSHOP, other, *came]), EN))

    assert [row[2:] for row in found["Attendance by type of actor"]] == [
        ["People listed", "People present"],
        ["2", "2"],
        ["3", "9"],
    ]


def test_meetings_come_by_date_those_without_one_last():
    meetings = [
        WORKSHOP.model_copy(update={"id": UUID(int=40), "name": "Undated", "held_on": None}),
        WORKSHOP.model_copy(
            update={"id": UUID(int=41), "name": "Second", "held_on": date(2026, 4, 1)}
        ),
        WORKSHOP,
    ]

    rows = tables(written(Snapshot([PROJECT, *meetings]), EN))["Meetings"]

    assert [row[0] for row in rows if len(row) > 1] == [
        "Meeting",
        "Workshop 1",
        "Second",
        "Undated",
    ]


def test_interviews_say_how_many_actors_were_heard():
    heard = Interview(id=UUID(int=50), actor=FIRM.id, held_on=date(2026, 4, 2), findings="Sells")

    data = written(Snapshot([PROJECT, FIRM, BANK, heard]), EN)

    assert "Actors interviewed: 1 of 2." in text_of(data)
    rows = tables(data)["Interviews"]
    assert rows[1:] == [["Dairy One", "Apr 2, 2026"], ["Findings: Sells"]]


@pytest.mark.parametrize("title", ["Meetings", "Interviews", "Dynamization team"])
def test_what_is_not_there_has_no_heading(title):
    assert not any(title in heading for heading in headings(written(Snapshot(), EN), 2))


def test_a_stage_without_its_checks_met_ends_with_what_is_missing():
    lines = between(
        written(Snapshot([PROJECT]), EN), "1. The initiative and the process", "2. Scope"
    )

    waiting = [text for style, text in lines if style == "Pending"]
    assert waiting[0] == "Pending"
    assert any("Name the dynamization team and its lead" in text for text in waiting)


def test_the_calendar_is_referred_to_by_its_number():
    lines = [text for _style, text in outline(written(Snapshot([PROJECT]), EN))]

    assert any("Table 2 gives the weeks planned" in line and "Figure 1" in line for line in lines)


def test_decisions_say_who_agreed_to_what_when_and_how():
    decided = Decision(
        id=UUID(int=60),
        meeting=WORKSHOP.id,
        text="Cheese of the mountain",
        way=DecisionWay.BALLOT,
        actors=(FIRM.id, BANK.id),
        in_favour=12,
        against=3,
        note="Dairy One asked to look again in a year.",
    )

    rows = tables(written(Snapshot([PROJECT, FIRM, BANK, WORKSHOP, decided]), EN))["Decisions"]

    assert rows[1] == [
        "Mar 20, 2026",
        "Workshop 1",
        "Cheese of the mountain",
        "By secret ballot: 12 in favor, 3 against",
    ]
    [beneath] = rows[2]
    assert beneath == (
        "Who agreed: Dairy One and Bank · "
        "Reservations and conditions: Dairy One asked to look again in a year."
    )


def test_people_moved_counts_actors_leads_and_changes_and_names_only_who_consents():
    open_lead, shy = (
        Contact(id=UUID(int=key), name=name, actor=FIRM.id, is_lead=True, consent=name == "Elena")
        for key, name in ((70, "Elena"), (71, "Rosaura"))
    )
    note = ChangeNote(
        id=UUID(int=72),
        name="They opened their books",
        about_stage=Stage.SCOPE,
        step=ChangeStep.OPENED,
        actors=(FIRM.id,),
        leads=(open_lead.id, shy.id),
    )
    came = Attendance(id=UUID(int=73), meeting=WORKSHOP.id, actor=FIRM.id)

    data = written(Snapshot([PROJECT, FIRM, WORKSHOP, came, open_lead, shy, note]), EN)

    assert tables(data)["People moved"][1:] == [["Scope of intervention", "1", "2", "1"]]
    assert "Lead entrepreneurs: Elena" in text_of(data)
    assert "Rosaura" not in text_of(data)


def test_an_agenda_is_printed_by_the_clock():
    start = WORKSHOP.model_copy(update={"starts_at": "09:00"})
    blocks = [
        AgendaBlock(
            id=UUID(int=80 + order),
            meeting=start.id,
            order=order,
            name=f"Block {order}",
            minutes=45,
            leads="Ana",
        )
        for order in (2, 1)
    ]

    rows = tables(written(Snapshot([PROJECT, start, *blocks]), EN))["Agendas of the meetings"]

    assert rows[1:] == [
        ["Workshop 1", "1", "Block 1", "45 min", "Ana", "09:00–09:45"],
        ["Workshop 1", "2", "Block 2", "45 min", "Ana", "09:45–10:30"],
    ]


def test_newcomers_are_a_chart_of_actors_by_meeting():
    later = WORKSHOP.model_copy(
        update={"id": UUID(int=21), "name": "Workshop 2", "held_on": date(2026, 3, 27)}
    )
    came = [
        Attendance(id=UUID(int=90 + place), meeting=meeting.id, actor=actor.id)
        for place, (meeting, actor) in enumerate(((WORKSHOP, FIRM), (later, FIRM), (later, BANK)))
    ]

    found = charts(written(Snapshot([PROJECT, FIRM, BANK, WORKSHOP, later, *came]), EN))

    names, before, first = found[1].cached
    at = names.index("Workshop 2")
    assert (before[0], first[0]) == ("Came before", "For the first time")
    assert (before[at + 1], first[at + 1]) == (1, 1)


def test_what_was_put_to_the_vote_is_listed_with_its_meeting_turnout_and_result():
    of, records = votes.ranking()
    asked = of.model_copy(update={"meeting": WORKSHOP.id})
    kept = [one for one in records if one is not of]
    still, _items = votes.approval()
    running = still.model_copy(update={"state": State.OPEN, "opened_at": None})

    made = written(Snapshot([PROJECT, WORKSHOP, asked, *kept, running]), EN)

    assert tables(made)["Rounds of votes"] == [
        ["Round", "Meeting", "Date", "Ballots", "Entitled to vote", "Result"],
        [asked.name, "Workshop 1", "Mar 20, 2026", "5", "8", "First: Opción A"],
        [running.name, "", "", "", "", "Open to votes"],
    ]
    assert "lists what was put to the vote; Annex A2 has the rules" in text_of(made)


def test_people_listed_add_up_and_the_head_count_stands_beside_where_it_differs():
    counted = WORKSHOP.model_copy(update={"people": 30})
    came = [
        Attendance(id=UUID(int=30), meeting=WORKSHOP.id, actor=FIRM.id, people=3),
        Attendance(id=UUID(int=31), meeting=WORKSHOP.id, actor=BANK.id, people=2),
    ]

    found = tables(written(Snapshot([PROJECT, FIRM, BANK, counted, *came]), EN))

    assert found["Attendance by type of actor"][1] == [
        "Workshop 1", "Final producer: 3; Finance: 2", "5", "30",
    ]  # fmt: skip
    assert "30" in found["Meetings"][1]


def test_the_limits_of_the_process_close_the_section_where_the_team_wrote_them():
    told = PROJECT.model_copy(update={"limits": "No dairy of the south came.\n\nOne year only."})

    said = written(Snapshot([told, FIRM, WORKSHOP]), EN)
    section = between(said, "1. The initiative and the process", "2. Scope of intervention")

    place = next(at for at, (_style, text) in enumerate(section) if "Limits of the" in text)
    assert section[place + 1 : place + 3] == [
        ("Normal", "No dairy of the south came."),
        ("Normal", "One year only."),
    ]
    assert "Limits of the process" not in text_of(written(Snapshot([PROJECT, FIRM]), EN))
