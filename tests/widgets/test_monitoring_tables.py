"""Tables of the monitoring: indicators as they stand on a day, dates, risks; one day for all."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.i18n import reader
from app.widgets.monitoring_tables import date_rows, indicator_rows, risk_rows
from methodology.monitoring import (
    FollowUp,
    Frequency,
    Level,
    Measurement,
    MonitoringIndicator,
    Risk,
)
from methodology.project import Language
from methodology.project_sheet import Degree
from methodology.snapshot import Snapshot
from methodology.vision import Objective
from tests.cluster import actor, made

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
START, END = date(2026, 1, 1), date(2027, 1, 1)
MIDYEAR = date(2026, 7, 2)  # 182 of 365 days
GUILD = actor("Gremio de Queserías")


def indicator(label="I1", **values):
    """Return an indicator that goes from 10 to 20 in a year."""
    given = {
        "code": label,
        "name": f"Visits {label}",
        "unit": "visits",
        "baseline": Decimal(10),
        "baseline_on": START,
        "target": Decimal(20),
        "target_on": END,
    }
    return made(MonitoringIndicator, label, **{**given, **values})


def value(of, number, on=MIDYEAR):
    return made(Measurement, indicator=of.id, measured_on=on, value=Decimal(str(number)))


def row_of(*records, today=MIDYEAR, words=_):
    [row], _note = indicator_rows(words, Snapshot(records), today)
    return row


def risk(name, likelihood=None, damage=None, **values):
    return made(Risk, name, name=name, likelihood=likelihood, damage=damage, **values)


def test_nothing_to_follow_makes_no_rows():
    empty = Snapshot()

    assert indicator_rows(_, empty, MIDYEAR)[0] == []
    assert date_rows(_, empty, MIDYEAR) == (
        [],
        "Dates that are not marked as done; the overdue ones stand first.",
    )
    assert risk_rows(_, empty) == (
        [],
        "Likelihood by damage, low 1, medium 2, high 3: from 1 to 9.",
    )


def test_an_indicator_shows_its_way_its_last_value_and_what_it_stands_at():
    visits = indicator(frequency=Frequency.QUARTERLY)

    assert row_of(visits, value(visits, 16)) == {
        "Code": "I1",
        "Indicator": "Visits I1",
        "Baseline": "10 visits (1/1/26)",
        "Last value": "16 visits (7/2/26)",
        "Target": "20 visits (1/1/27)",
        "State": "● On course",
        "Next reading": "Oct 2, 2026",
    }


def test_an_indicator_without_numbers_is_pending_three_times():
    bare = made(MonitoringIndicator, "I", name="Visits")

    assert row_of(bare) == {
        "Code": "",
        "Indicator": "Visits",
        "Baseline": "Pending",
        "Last value": "Pending",
        "Target": "Pending",
        "State": "– Baseline or target missing",
        "Next reading": "",
    }


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (20, "● On course"),
        (15, "● On course"),  # half of the way, 182 of 365 days
        ("14.9", "◐ Somewhat behind"),
        (14, "◐ Somewhat behind"),
        ("13.8", "◐ Somewhat behind"),  # three quarters of the time gone are 3.74 points
        ("13.7", "○ Behind"),
        (10, "○ Behind"),
        (5, "○ Behind"),
    ],
)
def test_the_state_follows_from_progress_and_the_time_gone(number, state):
    visits = indicator()

    assert row_of(visits, value(visits, number))["State"] == state


@pytest.mark.parametrize(("number", "state"), [(10, "● Kept"), (11, "○ Not kept")])
def test_what_is_to_be_kept_is_kept_or_not(number, state):
    steady = indicator(target=Decimal(10))

    assert row_of(steady, value(steady, number))["State"] == state


def test_nothing_measured_is_not_behind_but_not_measured():
    assert row_of(indicator())["State"] == "– Not measured yet"


def test_the_latest_value_until_the_day_is_the_last():
    visits = indicator()
    rows = [
        value(visits, 12, date(2026, 3, 1)),
        value(visits, 14, date(2026, 5, 1)),
        value(visits, 19, date(2026, 9, 1)),
    ]

    assert row_of(visits, *rows)["Last value"] == "14 visits (5/1/26)"
    assert row_of(visits, *rows, today=date(2026, 2, 1))["Last value"] == "Pending"
    assert row_of(visits, *rows, today=date(2026, 9, 1))["Last value"] == "19 visits (9/1/26)"


@pytest.mark.parametrize(
    ("frequency", "day"),
    [
        (Frequency.MONTHLY, "Feb 1, 2026"),
        (Frequency.QUARTERLY, "Apr 1, 2026"),
        (Frequency.HALF_YEARLY, "Jul 1, 2026"),
        (Frequency.YEARLY, "Jan 1, 2027"),
    ],
)
def test_the_next_reading_counts_from_the_baseline_while_nothing_is_measured(frequency, day):
    found = row_of(indicator(frequency=frequency), today=START)

    assert found["Next reading"] == day


def test_a_reading_that_is_due_before_today_is_overdue():
    visits = indicator(frequency=Frequency.MONTHLY)

    assert row_of(visits)["Next reading"].endswith(", overdue")
    assert not row_of(visits, value(visits, 15))["Next reading"].endswith(", overdue")


def test_a_baseline_older_than_a_year_asks_for_a_new_one():
    late = START + timedelta(days=366)

    assert row_of(indicator(), today=late)["Next reading"] == (
        "Baseline older than a year: measure again"
    )
    assert row_of(indicator(), today=late - timedelta(days=1))["Next reading"] == ""


def test_a_value_without_unit_or_day_stands_alone():
    plain = indicator(unit="", baseline_on=None)

    assert row_of(plain)["Baseline"] == "10"


def test_decimals_are_kept_as_far_as_two_and_money_by_its_unit():
    exact = indicator(unit="S/", baseline=Decimal("1234.5000"), target=Decimal("2500.1250"))
    found = row_of(exact)

    assert found["Baseline"] == "1,234.5 S/ (1/1/26)"
    assert found["Target"] in ("2,500.12 S/ (1/1/27)", "2,500.13 S/ (1/1/27)")


def test_an_indicator_that_follows_an_objective_shows_its_numbers():
    objective = made(
        Objective, "OE1", code="OE1", statement="Sell with a name", unit="%", baseline=Decimal(12),
        baseline_on=START, target=Decimal(30), target_on=END,
    )  # fmt: skip
    follows = made(MonitoringIndicator, "I1", code="I1", name="Share", objective=objective.id)

    found = row_of(objective, follows)

    assert (found["Baseline"], found["Target"]) == ("12% (1/1/26)", "30% (1/1/27)")


def test_numbers_and_days_are_written_as_the_language_writes_them():
    exact = indicator(baseline=Decimal("1234.5"))

    assert row_of(exact, words=SPANISH)["Línea de base"].startswith("1,234.5 visits (")
    assert row_of(exact, words=PORTUGUESE)["Linha de base"].startswith("1.234,5 visits (")


@pytest.mark.parametrize("words", [_, SPANISH, PORTUGUESE])
def test_the_state_is_told_by_a_sign_and_by_words_in_every_language(words):
    visits = indicator()

    found = {
        [*row_of(visits, value(visits, number), words=words).values()][5] for number in (20, 14, 10)
    }

    assert {text[0] for text in found} == {"●", "◐", "○"}
    assert all(len(text) > 5 for text in found)


def follow_up(name, on, **values):
    return made(FollowUp, name, name=name, due_on=on, **values)


def test_overdue_dates_stand_first_and_the_rest_by_day():
    dates = [
        follow_up("Next year", date(2027, 1, 1)),
        follow_up("Late", date(2026, 7, 1)),
        follow_up("Later still", date(2026, 2, 1)),
        follow_up("Soon", date(2026, 7, 3)),
    ]

    rows, _note = date_rows(_, Snapshot(dates), MIDYEAR)

    assert [(row["What is done"], row["State"]) for row in rows] == [
        ("Later still", "Overdue"),
        ("Late", "Overdue"),
        ("Soon", "To come"),
        ("Next year", "To come"),
    ]


def test_what_is_due_today_is_not_overdue():
    [row], _note = date_rows(_, Snapshot([follow_up("Today", MIDYEAR)]), MIDYEAR)

    assert row["State"] == "To come"


def test_what_is_done_leaves_the_table():
    done = follow_up("Done", date(2026, 3, 1), done_on=date(2026, 3, 2))

    assert date_rows(_, Snapshot([done]), MIDYEAR)[0] == []


def test_a_date_says_who_answers_for_it_and_on_which_level():
    dates = [
        follow_up("Survey", date(2026, 8, 1), responsible=GUILD.id, level=Level.IMPACT),
        follow_up("Report", date(2026, 9, 1), level=Level.LESSONS),
    ]

    rows, _note = date_rows(_, Snapshot([GUILD, *dates]), MIDYEAR)

    assert rows == [
        {
            "Date": "Aug 1, 2026",
            "What is done": "Survey",
            "Level": "IV – Evaluation of impact",
            "Responsible": "Gremio de Queserías",
            "State": "To come",
        },
        {
            "Date": "Sep 1, 2026",
            "What is done": "Report",
            "Level": "III – Lessons and recommendations",
            "Responsible": "Pending",
            "State": "To come",
        },
    ]


@pytest.mark.parametrize(
    ("likelihood", "damage", "product"),
    [
        (Degree.LOW, Degree.LOW, "1"),
        (Degree.LOW, Degree.HIGH, "3"),
        (Degree.MEDIUM, Degree.MEDIUM, "4"),
        (Degree.HIGH, Degree.MEDIUM, "6"),
        (Degree.HIGH, Degree.HIGH, "9"),
        (Degree.HIGH, None, "n/d"),
        (None, Degree.HIGH, "n/d"),
        (None, None, "n/d"),
    ],
)
def test_the_product_of_a_risk_needs_both_its_parts(likelihood, damage, product):
    [row], _note = risk_rows(_, Snapshot([risk("Drought", likelihood, damage)]))

    assert row["Product"] == product
    assert (row["Likelihood"] == "Pending") == (likelihood is None)
    assert (row["Damage"] == "Pending") == (damage is None)


def test_risks_stand_by_product_then_by_code():
    risks = [
        risk("Open", code="X1"),
        risk("Middle b", Degree.MEDIUM, Degree.MEDIUM, code="X3"),
        risk("Middle a", Degree.MEDIUM, Degree.MEDIUM, code="X2"),
        risk("Grave", Degree.HIGH, Degree.HIGH, code="X4"),
    ]

    rows, _note = risk_rows(_, Snapshot(risks))

    assert [row["Code"] for row in rows] == ["X4", "X2", "X3", "X1"]


def test_a_risk_without_an_answer_is_pending():
    answered = risk("Drought", mitigation="Irrigation")

    assert risk_rows(_, Snapshot([answered]))[0][0]["Mitigation"] == "Irrigation"
    assert risk_rows(_, Snapshot([risk("Frost")]))[0][0]["Mitigation"] == "Pending"


def test_fifty_indicators_make_fifty_rows_with_one_note():
    many = [indicator(f"I{place}") for place in range(50)]

    rows, note = indicator_rows(_, Snapshot(many), MIDYEAR)

    assert len(rows) == 50
    assert note == (
        "What is empty in an indicator follows its objective or its project. On course: progress "
        "reaches the share of time gone; somewhat behind: three quarters of it."
    )


@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_headings_of_every_table_are_translated(words):
    visits = indicator()
    snapshot = Snapshot([visits, follow_up("Survey", MIDYEAR), risk("Drought")])
    tables = [
        (indicator_rows(one, snapshot, MIDYEAR), date_rows(one, snapshot, MIDYEAR),
         risk_rows(one, snapshot))
        for one in (_, words)
    ]  # fmt: skip

    for (rows, note), (theirs, their_note) in zip(*tables, strict=True):
        assert len(rows[0]) == len(theirs[0])
        assert not {*rows[0]} & {*theirs[0]}
        assert note != their_note
