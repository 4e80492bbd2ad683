"""Lists of the action plan: projects by code with what they lack, the matrix in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.widgets.plan_tables import priority_rows
from app.widgets.project_list import project_rows
from methodology.action import Readiness
from methodology.priority import ProjectRating
from methodology.priority_matrix import EFFORTS, IMPACTS
from methodology.project import Country, Currency, Language, Project
from methodology.project_sheet import MoneySource
from methodology.raters import Side
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.diamonds import rater
from tests.plans import ACTORS, BRAND, LABORATORY, MARKETS, QUALITY, budget, plan, project

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)


def judged(code, impact, effort, **values):
    """Return a project whose eight adopted values are two numbers."""
    scores = dict.fromkeys(IMPACTS, impact) | dict.fromkeys(EFFORTS, effort)
    return project(code, **scores, **values)


def rated(of, who, impact, effort):
    """Return what one person says of a project."""
    scores = dict.fromkeys(IMPACTS, impact) | dict.fromkeys(EFFORTS, effort)
    return made(ProjectRating, f"{of.code}{who.name}", project=of.id, rater=who.id, **scores)


def matrix(*records, words=_):
    return priority_rows(Snapshot([*ACTORS, QUALITY, MARKETS, *records]), words)


def test_a_plan_without_projects_has_neither_list_nor_matrix():
    assert project_rows(Snapshot(), _) == []
    assert priority_rows(Snapshot(), _) == []


def test_projects_stand_by_code_with_line_leader_actors_and_money():
    rows = project_rows(plan(), _)

    assert [
        (row["Code"], row["Line"], row["Readiness"], row["Leader"], row["Actors"], row["Amount"])
        for row in rows
    ] == [
        ("P00", "", "Idea", "Guild", "3", "PEN 1,000"),
        ("P01", "L1", "Ready to apply", "Dairy", "3", "PEN 1,000"),
        ("P02", "L1", "Idea", "Guild", "3", "PEN 1,000"),
        ("P10", "L2", "Ready to apply", "Dairy", "3", "PEN 1,000"),
    ]


def test_a_bare_project_is_pending_where_it_lacks_something():
    bare = project("P05", line=None, leader=None, actors=(), areas=())

    [row] = project_rows(Snapshot([bare]), _)

    assert (row["Line"], row["Leader"], row["Actors"], row["Amount"]) == (
        "", "Pending", "0", "Pending",
    )  # fmt: skip
    assert int(row["To complete"]) > 4


def test_a_line_without_code_is_shown_by_its_name():
    nameless = QUALITY.model_copy(update={"code": ""})

    rows = project_rows(Snapshot([*ACTORS, nameless, project("P05")]), _)

    assert rows[0]["Line"] == "Quality"


def test_the_leader_counts_among_the_actors_once():
    twice = project("P05", leader=ACTORS[0].id, actors=(ACTORS[0].id, ACTORS[1].id))

    assert project_rows(Snapshot([*ACTORS, QUALITY, twice]), _)[0]["Actors"] == "2"


def test_the_tenth_project_stands_after_the_ninth():
    found = [project(code) for code in ("P10", "P9", "P100", "P1")]

    rows = project_rows(Snapshot([*ACTORS, QUALITY, *found]), _)

    assert [row["Code"] for row in rows] == ["P1", "P9", "P10", "P100"]


@pytest.mark.parametrize("readiness", [*Readiness])
@pytest.mark.parametrize("words", [_, SPANISH, PORTUGUESE])
def test_readiness_is_said_in_words_of_the_language(readiness, words):
    [row] = project_rows(Snapshot([project("P05", readiness=readiness)]), words)

    assert [*row.values()][3] == words(readiness.label)


def test_amounts_carry_the_currency_of_the_project():
    home = made(Project, "p", name="Queijos", country=Country.BRAZIL, currency=Currency.BRL)
    money = budget(LABORATORY, MoneySource.PUBLIC, 123_456_700, 2030)
    words = reader(home, Language.PORTUGUESE)

    rows = project_rows(plan(home, money), words)

    assert rows[1]["Valor"].split() == ["R$", "1.235.567"]


def test_what_is_complete_says_so_in_place_of_a_number():
    rows = project_rows(plan(), _)

    assert all(row["To complete"].isdigit() or row["To complete"] == "Complete" for row in rows)
    assert [row["To complete"] for row in rows] == ["5", "4", "5", "4"]


def test_a_project_nobody_judged_is_not_in_the_matrix():
    assert matrix(project("P05")) == []


def test_an_adopted_project_shows_its_place():
    assert matrix(judged("P05", 4, 2)) == [
        {
            "Project": "P05 Project P05",
            "Verdict": "Quick win",
            "Impact": "4.00",
            "Effort": "2.00",
            "Raters": "0",
            "Value": "Adopted",
            "To discuss": "",
        }
    ]


@pytest.mark.parametrize(
    ("impact", "effort", "verdict"),
    [
        (3, 2, "Quick win"),  # exactly 3 is high
        (5, 1, "Quick win"),
        (3, 3, "Major project"),
        (5, 5, "Major project"),
        (2, 2, "Fill-in"),
        (1, 1, "Fill-in"),
        (2, 3, "Low priority: review"),
        (1, 5, "Low priority: review"),
    ],
)
def test_the_verdict_cuts_at_three_with_ties_to_the_high_side(impact, effort, verdict):
    assert matrix(judged("P05", impact, effort))[0]["Verdict"] == verdict


def test_what_to_do_first_stands_on_top():
    found = [judged("P1", 1, 5), judged("P2", 1, 1), judged("P3", 5, 5), judged("P4", 5, 1)]

    assert [row["Verdict"] for row in matrix(*found)] == [
        "Quick win", "Major project", "Fill-in", "Low priority: review",
    ]  # fmt: skip


def test_in_one_quadrant_more_impact_then_less_effort_comes_first():
    found = [judged("P1", 4, 2), judged("P2", 5, 2), judged("P3", 4, 1)]

    assert [row["Project"][:2] for row in matrix(*found)] == ["P2", "P3", "P1"]


def test_medians_stand_in_until_values_are_adopted():
    one, people = project("P05"), [rater(f"Firm {place}") for place in range(3)]
    said = [rated(one, who, value, 2) for who, value in zip(people, (3, 4, 4), strict=True)]

    [row] = matrix(one, *people, *said)

    assert (row["Impact"], row["Effort"], row["Raters"]) == ("4.00", "2.00", "3")
    assert (row["Value"], row["To discuss"]) == ("Median", "")


def test_raters_that_lie_far_apart_are_to_discuss_until_somebody_adopts():
    people = [rater(f"Firm {place}") for place in range(4)]
    open_one, settled = project("P05"), judged("P06", 4, 4)
    said = [
        rated(one, who, value, 2)
        for one in (open_one, settled)
        for who, value in zip(people, (1, 1, 5, 5), strict=True)
    ]

    rows = {row["Project"][:3]: row for row in matrix(open_one, settled, *people, *said)}

    assert rows["P05"]["To discuss"] == "Yes"
    assert (rows["P06"]["To discuss"], rows["P06"]["Value"]) == ("", "Adopted")


def test_sides_are_not_pooled_in_the_matrix():
    one = project("P05")
    firms = [rater(f"Firm {place}") for place in range(3)]
    experts = [rater("Expert", Side.EXPERT)]
    said = [rated(one, who, 2, 2) for who in firms] + [rated(one, who, 5, 5) for who in experts]

    [row] = matrix(one, *firms, *experts, *said)

    assert (row["Impact"], row["Effort"], row["Raters"]) == ("2.00", "2.00", "3")


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=8))
def test_every_judged_project_has_one_row_with_numbers_on_the_scale(numbers):
    found = [judged(f"P{place}", *pair) for place, pair in enumerate(numbers)]

    rows = matrix(*found)

    assert {row["Project"] for row in rows} == {f"{one.code} {one.name}" for one in found}
    assert all(1 <= float(row[axis]) <= 5 for row in rows for axis in ("Impact", "Effort"))


@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_both_lists_are_translated(words):
    english, theirs = project_rows(plan(), _), project_rows(plan(), words)
    one = judged("P05", 4, 2)

    assert len(english) == len(theirs) == 4
    assert not {*english[0]} & {*theirs[0]}
    assert not {*matrix(one)[0]} & {*matrix(one, words=words)[0]}
    assert BRAND.name in {[*row.values()][1] for row in theirs}
