"""The gate of monitoring: theory, logframe, baselines with a date, levels, risks, the exit."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.action import PlanProject
from methodology.gates import verdicts
from methodology.monitoring import (
    ChangeLink,
    FollowUp,
    Frequency,
    Level,
    LogframeLevel,
    LogframeRow,
    MonitoringIndicator,
    Risk,
    Sustainability,
    TheoryStep,
)
from methodology.project_sheet import Degree, ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.vision import Objective
from tests.cluster import actor, made

DAY = date(2026, 11, 6)
FIRM = actor("Dairy")
STEPS = [made(TheoryStep, link=link, name=f"S {link}") for link in ChangeLink]
ROWS = [
    made(LogframeRow, level=level, name=f"R {level}", means="Survey") for level in LogframeLevel
]
OBJECTIVE = made(
    Objective, statement="Sell", indicator="Share", baseline=Decimal(1), baseline_on=DAY
)
FIRST = made(PlanProject, name="Chamber", is_early=True)
SHEET = made(ProjectIndicator, project=FIRST.id, name="Kilos", baseline=Decimal(0), baseline_on=DAY)
INDICATOR = made(
    MonitoringIndicator, name="Visits", frequency=Frequency.MONTHLY, responsible=FIRM.id
)
DATES = [made(FollowUp, name=f"D {level}", due_on=DAY, level=level) for level in [*Level][1:]]
RISK = made(Risk, name="Late", likelihood=Degree.LOW, damage=Degree.LOW, mitigation="Advance money")
EXIT = made(Sustainability, "exit", path="Fees grow.")
WHOLE = [FIRM, *STEPS, *ROWS, OBJECTIVE, FIRST, SHEET, INDICATOR, *DATES, RISK, EXIT]


def judged(records, key):
    found = verdicts(Snapshot(records), Stage.MONITORING)
    return next(
        (one.is_met, one.detail.text(str)) for one in found if one.check.key == f"monitoring.{key}"
    )


def swap(old, **values):
    return [one for one in WHOLE if one is not old] + [old.model_copy(update=values)]


def test_a_whole_monitoring_meets_its_gate():
    assert all(one.is_met for one in verdicts(Snapshot(WHOLE), Stage.MONITORING))


def test_an_empty_project_meets_none_of_it():
    assert not any(one.is_met for one in verdicts(Snapshot(), Stage.MONITORING))


@pytest.mark.parametrize(
    ("key", "taken", "words"),
    [
        ("theory", STEPS[4], "Links without a statement: Impacts."),
        ("logframe", ROWS[1], "Rows still missing: Purpose."),
        ("objectives", OBJECTIVE, "There are no objectives yet."),
        ("projects", SHEET, "Without a dated baseline: Chamber."),
        ("projects", FIRST, "No project is marked as first yet."),
        ("responsible", INDICATOR, "There are no indicators yet."),
        ("levels", DATES[2], "Levels not followed yet: IV – Evaluation of impact."),
        ("risks", RISK, "There are no risks yet."),
        ("exit", EXIT, "The path of the exit is not written yet."),
    ],
)
def test_without_a_part_its_check_says_which(key, taken, words):
    assert judged([one for one in WHOLE if one is not taken], key) == (False, words)


@pytest.mark.parametrize(
    ("key", "records", "words"),
    [
        ("logframe", swap(ROWS[0], means=""), "Rows that can be verified: 3 of 4."),
        ("objectives", swap(OBJECTIVE, baseline_on=None), "Without a dated baseline: Sell."),
        ("objectives", swap(OBJECTIVE, baseline=None), "Without a dated baseline: Sell."),
        (
            "responsible",
            swap(INDICATOR, frequency=None),
            "Indicators with frequency and responsible: 0 of 1.",
        ),
        ("risks", swap(RISK, mitigation=""), "Risks judged and with mitigation: 0 of 1."),
        ("exit", swap(EXIT, path=""), "The path of the exit is not written yet."),
    ],
)
def test_a_part_that_lacks_something_does_not_count(key, records, words):
    assert judged(records, key) == (False, words)
