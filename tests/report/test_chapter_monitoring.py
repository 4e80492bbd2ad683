"""Sections 15 and 16: theory, logframe, indicators on the day of the plan, risks, the exit."""

from datetime import date
from decimal import Decimal

from methodology.monitoring import (
    ChangeLink,
    FollowUp,
    Frequency,
    Lesson,
    Level,
    LogframeLevel,
    LogframeRow,
    Measurement,
    MonitoringIndicator,
    Risk,
    Sustainability,
    TheoryStep,
)
from methodology.project import Country, Currency, Language, Project
from methodology.project_sheet import Degree
from methodology.snapshot import Snapshot
from methodology.vision import Objective
from tests.cluster import actor, made
from tests.governed import MONEY
from tests.report.word import between, charts, tables, text_of, written

EN = Language.ENGLISH
PROJECT = made(
    Project, "p", name="Cheese", country=Country.PERU, currency=Currency.PEN, language=EN
)
DAIRY = actor("Dairy")
OBJECTIVE = made(
    Objective,
    statement="Sell with a name",
    unit="%",
    baseline=Decimal(12),
    baseline_on=date(2024, 1, 1),
    target=Decimal(20),
    target_on=date(2028, 1, 1),
)
INDICATOR = made(
    MonitoringIndicator,
    code="I1",
    name="Sold with a name",
    level=Level.IMPACT,
    objective=OBJECTIVE.id,
    frequency=Frequency.YEARLY,
    responsible=DAIRY.id,
    formula="kilos with a label ÷ kilos",
)
VALUE = made(Measurement, indicator=INDICATOR.id, measured_on=date(2026, 1, 5), value=Decimal(17))
STEPS = [
    made(TheoryStep, link=link, name=f"Step {link.label}", assumption=f"If {link.label}")
    for link in reversed(ChangeLink)
]
ROWS = [
    made(LogframeRow, level=level, name=f"Row {level.label}", indicators=(INDICATOR.id,))
    for level in reversed(LogframeLevel)
]
DATES = [
    made(FollowUp, name=name, due_on=day, responsible=DAIRY.id)
    for name, day in (("Review", date(2027, 5, 15)), ("First report", date(2020, 2, 15)))
]
LESSON = made(Lesson, name="Travel first", recommendation="Go before options.")
RISKS = [
    made(Risk, code="R1", name="Small", likelihood=Degree.LOW, damage=Degree.LOW),
    made(
        Risk,
        code="R2",
        name="Grave",
        likelihood=Degree.HIGH,
        damage=Degree.HIGH,
        mitigation="Advance money.",
        watched_by=DAIRY.id,
    ),
]
EXIT = made(
    Sustainability, "e", path="Fees grow.", what_remains="The panel goes on.", public_share=25
)
EVERYTHING = [
    PROJECT, DAIRY, OBJECTIVE, INDICATOR, VALUE, *STEPS, *ROWS, *DATES, LESSON, *RISKS, EXIT,
    *MONEY,
]  # fmt: skip
DATA = written(Snapshot(EVERYTHING), EN)


def test_the_theory_runs_from_inputs_to_impacts_whatever_the_order_it_was_typed_in():
    rows = tables(DATA)["Theory of change"]

    assert [row[0] for row in rows[1:]] == [
        "Inputs",
        "Activities",
        "Products",
        "Results",
        "Impacts",
    ]
    assert rows[1] == ["Inputs", "Step Inputs", "If Inputs"]


def test_the_logframe_runs_from_the_goal_down_with_its_indicators():
    rows = tables(DATA)["Logical framework"]

    assert [row[0] for row in rows[1:]] == ["Goal", "Purpose", "Outputs", "Activities"]
    assert "Sold with a name" in rows[1][2]


def test_an_indicator_shows_what_it_follows_and_its_state_in_words():
    row, beneath = tables(DATA)["Indicators"][1:]

    assert row[:4] == ["I1", "Sold with a name", "Every year", "Dairy"]
    assert row[4].startswith("12%")
    assert row[5].startswith("20%")
    assert row[6].endswith("(63%)")
    assert "kilos with a label" in beneath[0]


def test_progress_is_a_native_chart_beside_the_time_gone():
    [chart] = [one for one in charts(DATA) if any("Progress" in series for series in one.cached)]

    names, done, gone = chart.cached
    assert names[-1] == "I1 Sold with a name"
    assert done == ["Progress", 0.625]
    assert (gone[0], 0 < gone[1] < 1) == ("Time gone", True)


def test_indicators_are_counted_level_by_level():
    lines = between(DATA, "15. Monitoring", "16. Risks")

    [told] = [text for _style, text in lines if text.startswith("Indicators by level: ")]
    assert told.endswith("; IV – Evaluation of impact: 1.")
    assert told.count(";") == 3


def test_overdue_dates_are_said_before_the_calendar():
    assert "1 date is overdue." in text_of(DATA)
    assert [row[0] for row in tables(DATA)["Calendar of monitoring"][1:]] == [
        "First report",
        "Review",
    ]


def test_values_and_lessons_are_tables():
    assert tables(DATA)["Measured values"][1][0] == "Sold with a name"
    assert tables(DATA)["Lessons"][1][0] == "Travel first"


def test_risks_stand_gravest_first_with_their_product():
    rows = [row for row in tables(DATA)["Risks of the plan"][1:] if len(row) > 1]

    assert [(row[0], row[-1]) for row in rows] == [("R2", "9"), ("R1", "1")]


def test_the_exit_shows_public_money_year_by_year_beside_what_is_aimed_at():
    rows = tables(DATA)["Public money year by year"]

    assert [row[-1] for row in rows[1:]] == ["75%", "50%", "0%"]
    assert "Public share aimed at in the third year: 25%" in text_of(DATA)
    assert "The panel goes on." in text_of(DATA)


def test_without_anything_both_sections_are_pending():
    data = written(Snapshot([PROJECT]), EN)
    one = between(data, "15. Monitoring", "16. Risks")
    other = between(data, "16. Risks", "A1.")

    assert next(text for style, text in one if style == "Pending") == "Pending"
    assert len([text for style, text in other if style == "Pending"]) == 3


def test_a_section_of_risks_is_pending_while_one_has_no_mitigation():
    lines = between(DATA, "16. Risks", "A1.")

    assert [text for style, text in lines if style == "Pending"] == [
        "Pending",
        "Judge the risks of the plan and write what is done. "
        "Risks judged and with mitigation: 1 of 2.",
    ]
