"""Tables of the process: people moved, who has gone quiet, decisions, weeks against the plan."""

from datetime import date, timedelta

import pytest

from app.i18n import reader
from app.widgets.process_tables import decision_rows, moved_rows, quiet_rows, slippage_rows
from methodology.agreements import ChangeNote, ChangeStep, Decision, DecisionWay
from methodology.mapping import Contact
from methodology.process import Attendance, Meeting, MeetingKind, StageWindow
from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
START, TODAY = date(2026, 5, 18), date(2026, 11, 15)
DAIRY, FARM, BANK = actor("Dairy"), actor("Farm"), actor("Bank", None)
ANA = made(Contact, name="Ana", actor=DAIRY.id, is_lead=True)
HOME = made(Project, "p", name="Quesos", starts_on=START)


def meeting(place, kind=MeetingKind.WORKSHOP, stage=Stage.MAPPING, **values):
    """Return the meeting of a place in a row, a week after the one before."""
    given = {"name": f"T{place}", "held_on": START + timedelta(weeks=place), **values}
    return made(Meeting, f"T{place}", kind=kind, about_stage=stage, **given)


def came(to, who):
    return made(Attendance, f"{to.name}{who.name}", meeting=to.id, actor=who.id)


def note(name, step, stage=Stage.MAPPING, **values):
    return made(ChangeNote, name, name=name, step=step, about_stage=stage, **values)


def decision(text, about, **values):
    return made(Decision, text, text=text, meeting=about.id, **values)


def window(stage, first, last, closed=None):
    return made(
        StageWindow, stage, planned_stage=stage, first_week=first, last_week=last, closed_on=closed
    )


def stands(*records, today=TODAY, stage=Stage.SCOPE):
    """Return how one stage stands against its plan."""
    rows, _note = slippage_rows(_, Snapshot(records), today)
    found = next(row for row in rows if row["Stage"].startswith(f"{stage.number} "))
    return found["Against the plan"]


def test_nobody_moved_in_an_empty_project():
    assert moved_rows(_, Snapshot()) == (
        [],
        "Actors on the lists of attendance of the stage's meetings; changes as the team noted "
        "them.",
    )


def test_a_stage_says_who_came_what_changed_how_far_and_who_led():
    first = meeting(1)
    rows, _note = moved_rows(
        _,
        Snapshot(
            [
                DAIRY, FARM, ANA, first, came(first, DAIRY), came(first, FARM),
                note("Rivals talk", ChangeStep.OPENED), note("Two lead", ChangeStep.INVOLVED),
            ]
        ),
    )  # fmt: skip

    assert rows == [
        {
            "Stage": "2 Mapping",
            "Actors that came": "2",
            "What changed": "Rivals talk; Two lead",
            "How far people came": "Minds opened, clichés of the sector broke; "
            "Leaders got involved",
            "Lead entrepreneurs": "Ana",
        }
    ]


def test_an_actor_that_came_twice_counts_once():
    first, second = meeting(1), meeting(2)

    rows, _note = moved_rows(
        _, Snapshot([DAIRY, first, second, came(first, DAIRY), came(second, DAIRY)])
    )

    assert rows[0]["Actors that came"] == "1"


def test_the_same_step_twice_is_said_once():
    steps = [note(name, ChangeStep.WAYS_OUT) for name in ("One", "Two")]

    rows, _note = moved_rows(_, Snapshot(steps))

    assert rows[0]["How far people came"] == "Ways out were seen"
    assert rows[0]["Actors that came"] == "0"


def test_a_stage_where_nothing_changed_yet_is_pending():
    first = meeting(1)

    rows, _note = moved_rows(_, Snapshot([DAIRY, first, came(first, DAIRY)]))

    assert (rows[0]["What changed"], rows[0]["How far people came"]) == ("Pending", "")


def test_stages_stand_in_their_order():
    notes = [
        note("Late", ChangeStep.RESPONSIBLE, Stage.GOVERNANCE),
        note("Early", ChangeStep.INVOLVED, Stage.SCOPE),
    ]

    rows, _note = moved_rows(_, Snapshot(notes))

    assert [row["Stage"] for row in rows] == ["1 Scope of intervention", "10 Governance"]


def quiet(*records, last=2, today=TODAY):
    return quiet_rows(_, Snapshot([DAIRY, FARM, BANK, *records]), today, last)[0]


def test_nobody_is_quiet_before_there_are_more_meetings_than_asked_about():
    held = [meeting(place) for place in (1, 2)]

    assert quiet(*held, *(came(one, FARM) for one in held)) == []


def test_who_missed_the_last_meetings_is_quiet_and_says_when_it_came_last():
    held = [meeting(place) for place in (1, 2, 3, 4)]
    lists = [came(one, DAIRY) for one in held] + [came(held[0], FARM), came(held[1], FARM)]

    assert quiet(*held, *lists) == [
        {
            "Actor": "Farm",
            "Type": "Final producer",
            "Meetings it came to": "2",
            "Came last to": "T2",
            "Missed since": "2",
        }
    ]


def test_who_came_to_one_of_the_last_meetings_is_not_quiet():
    held = [meeting(place) for place in (1, 2, 3)]
    lists = [came(one, DAIRY) for one in held] + [came(held[0], FARM), came(held[1], FARM)]

    assert quiet(*held, *lists) == []


def test_who_never_came_is_not_quiet():
    held = [meeting(place) for place in (1, 2, 3)]

    assert quiet(*held, *(came(one, DAIRY) for one in held)) == []


def test_an_actor_without_type_says_so():
    held = [meeting(place) for place in (1, 2, 3)]
    lists = [came(one, DAIRY) for one in held] + [came(held[0], BANK)]

    [row] = quiet(*held, *lists)

    assert (row["Actor"], row["Type"], row["Missed since"]) == ("Bank", "No type", "2")


@pytest.mark.parametrize("kind", [MeetingKind.WORKING_GROUP, MeetingKind.REFERENCE_TRIP])
def test_missing_what_is_by_invitation_says_nothing(kind):
    held = [meeting(1), meeting(2, kind), meeting(3, kind)]
    lists = [came(held[0], FARM), came(held[1], DAIRY), came(held[2], DAIRY)]

    assert quiet(*held, *lists) == []


def test_meetings_still_to_come_do_not_count():
    held = [meeting(place) for place in (1, 2, 3)]
    lists = [came(held[0], FARM), came(held[1], DAIRY), came(held[2], DAIRY)]

    assert quiet(*held, *lists, today=held[1].held_on) == []
    assert [row["Actor"] for row in quiet(*held, *lists)] == ["Farm"]


def test_those_that_came_most_often_stand_first():
    held = [meeting(place) for place in (1, 2, 3, 4)]
    lists = [came(held[0], FARM), came(held[0], BANK), came(held[1], BANK)]
    lists += [came(one, DAIRY) for one in held]

    assert [row["Actor"] for row in quiet(*held, *lists)] == ["Bank", "Farm"]


def test_decisions_stand_by_day_and_those_without_one_last():
    undated, early, late = meeting(9, held_on=None), meeting(1), meeting(5)
    taken = [decision("Some day", undated), decision("Second", late), decision("First", early)]

    rows, _note = decision_rows(_, Snapshot([undated, early, late, *taken]))

    assert [(row["Decision"], row["Date"]) for row in rows] == [
        ("First", "May 25, 2026"),
        ("Second", "Jun 22, 2026"),
        ("Some day", ""),
    ]


def test_the_day_of_a_decision_wins_over_the_day_of_its_meeting():
    early = meeting(1)
    taken = decision("By mail", early, decided_on=date(2026, 6, 1))

    [row], _note = decision_rows(_, Snapshot([early, taken]))

    assert (row["Date"], row["Meeting"]) == ("Jun 1, 2026", "T1")


@pytest.mark.parametrize("way", [*DecisionWay])
def test_a_decision_without_votes_says_how_it_was_taken(way):
    early = meeting(1)

    [row], _note = decision_rows(_, Snapshot([early, decision("Go on", early, way=way)]))

    assert row["How it was decided"] == _(way.label)


def test_votes_are_told_with_the_way_and_actors_are_joined():
    early = meeting(1)
    taken = decision(
        "Go on", early, way=DecisionWay.MAJORITY, in_favour=12, against=3,
        actors=(DAIRY.id, FARM.id, BANK.id),
    )  # fmt: skip

    [row], note_below = decision_rows(_, Snapshot([DAIRY, FARM, BANK, early, taken]))

    assert row["How it was decided"] == "By simple majority: 12 in favor, 3 against"
    assert row["Who agreed"] == "Dairy, Farm, and Bank"
    assert note_below == (
        "As the minutes of each meeting say; the dates are those of the decision."
    )


def test_an_empty_project_shows_the_planned_weeks_of_the_method():
    rows, note_below = slippage_rows(_, Snapshot(), TODAY)

    assert [(row["Stage"], row["Planned weeks"]) for row in rows] == [
        ("1 Scope of intervention", "1–3"),
        ("2 Mapping", "2–9"),
        ("3 Characterization", "2–9"),
        ("4 Business attractiveness", "6–10"),
        ("5 Purchase-decision factors", "9–14"),
        ("6 Strategic options", "12–17"),
        ("7 Key success factors and diamond", "15–19"),
        ("8 Vision and improvement areas", "17–20"),
        ("9 Action plan", "19–24"),
        ("10 Governance", "19–25"),
        ("11 Monitoring and evaluation", "23–26"),
    ]
    assert {row["Closed on"] for row in rows} == {row["Against the plan"] for row in rows} == {""}
    assert note_below == (
        "Deadlines are soft: a stage behind its plan stays open and says by how much."
    )


@pytest.mark.parametrize(
    ("closed", "text"),
    [
        (date(2026, 5, 18), "Weeks early: 2"),  # week 1 of a stage planned until week 3
        (date(2026, 5, 31), "Weeks early: 1"),
        (date(2026, 6, 7), "In time"),  # the last day of week 3
        (date(2026, 6, 8), "Weeks late: 1"),
        (date(2026, 6, 22), "Weeks late: 3"),
    ],
)
def test_a_closed_stage_is_early_in_time_or_late(closed, text):
    assert stands(HOME, window(Stage.SCOPE, 1, 3, closed)) == text


def test_an_open_stage_is_late_from_the_week_after_its_last():
    planned = window(Stage.SCOPE, 1, 3)

    assert stands(HOME, planned, today=date(2026, 6, 7)) == ""
    assert stands(HOME, planned, today=date(2026, 6, 8)) == "Weeks late: 1"
    assert stands(HOME, planned, today=date(2026, 7, 6)) == "Weeks late: 5"


def test_own_weeks_of_a_project_replace_those_of_the_method():
    rows, _note = slippage_rows(_, Snapshot([HOME, window(Stage.MAPPING, 4, 12)]), START)

    assert rows[1] == {
        "Stage": "2 Mapping",
        "Planned weeks": "4–12",
        "Closed on": "",
        "Against the plan": "",
    }


def test_a_closed_stage_says_its_day():
    closed = window(Stage.SCOPE, 1, 3, date(2026, 6, 5))

    assert slippage_rows(_, Snapshot([HOME, closed]), TODAY)[0][0]["Closed on"] == "Jun 5, 2026"


@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_every_table_of_the_process_is_translated(words):
    held = [meeting(place) for place in (1, 2, 3, 4)]
    lists = [came(one, DAIRY) for one in held] + [came(held[0], FARM)]
    snapshot = Snapshot([HOME, DAIRY, FARM, *held, *lists, decision("Go on", held[0])])
    tables = [
        (
            moved_rows(one, snapshot),
            quiet_rows(one, snapshot, TODAY, 2),
            decision_rows(one, snapshot),
            slippage_rows(one, snapshot, TODAY),
        )
        for one in (_, words)
    ]

    for (rows, said), (theirs, their_words) in zip(*tables, strict=True):
        assert len(rows) == len(theirs) > 0
        assert not {*rows[0]} & {*theirs[0]} - {"Actor"}
        assert said != their_words
