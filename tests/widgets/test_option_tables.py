"""Tables of the options: scores with their origin and range, means with their third, turns."""

from decimal import Decimal

import pytest

from app.i18n import reader
from app.widgets.option_tables import score_rows, turned_rows
from methodology.options import Axis
from methodology.project import Language
from methodology.robustness import robustness
from methodology.snapshot import Snapshot
from tests.options import ORACLE, axes, criterion, merit, option, published, rater, score

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
FULL = Snapshot(published())
BUSINESS, MEANS = criterion("A1", Axis.ATTRACTIVENESS), criterion("C1", Axis.CAPACITY)


def rows_of(*records, words=_):
    return score_rows(words, Snapshot(records))


def cell(*values):
    """Return what stands in the matrix where people gave these scores."""
    people = [rater(f"R{place}") for place in range(len(values))]
    given = [score(who, option(), BUSINESS, value) for who, value in zip(people, values)]  # noqa: B905
    return rows_of(BUSINESS, option(), *people, *given)[0]["O1"]


def test_without_options_and_criteria_the_means_stand_alone():
    assert rows_of() == [
        {"Criterion": "Weighted mean", "Axis": "Attractiveness", "Weight": ""},
        {"Criterion": "Weighted mean", "Axis": "Capacity", "Weight": ""},
    ]


def test_the_published_matrix_shows_every_score_as_adopted():
    rows = score_rows(_, FULL)

    assert len(rows) == 8 + 2
    assert [[row[code].split(" · ")[0] for row in rows[:8]] for code in ORACLE] == [
        [str(value) for axis in scores for value in axis] for scores in ORACLE.values()
    ]
    assert {row[code].split(" · ")[1] for row in rows[:8] for code in ORACLE} == {"Adopted"}


def test_the_published_means_and_their_thirds():
    attractiveness, capacity = score_rows(_, FULL)[-2:]

    assert attractiveness == {
        "Criterion": "Weighted mean",
        "Axis": "Attractiveness",
        "Weight": "",
        "O1": "2.45 · Middle third",
        "O2": "4.25 · High third",
        "O3": "4.05 · High third",
    }
    assert capacity == {
        "Criterion": "Weighted mean",
        "Axis": "Capacity",
        "Weight": "",
        "O1": "4.10 · High third",
        "O2": "2.75 · Middle third",
        "O3": "3.70 · High third",
    }


def test_criteria_stand_axis_by_axis_with_their_weights():
    rows = score_rows(_, FULL)

    assert [(row["Criterion"], row["Axis"], row["Weight"]) for row in rows[:8]] == [
        (f"{letter}{place} Criterion {letter}{place}", axis, weight)
        for letter, axis in (("A", "Attractiveness"), ("C", "Capacity"))
        for place, weight in enumerate(("0.25", "0.25", "0.2", "0.3"), 1)
    ]


def test_scores_of_people_carry_their_range():
    rows = score_rows(_, Snapshot(published("Ana", "Eva", "Luz")))

    assert rows[0]["O1"] == "2 (range 0)"
    assert rows[-1]["O1"] == "4.10 · High third"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((3,), "3 (range 0)"),
        ((2, 3), "2.5 (range 0.5)"),
        ((2, 3, 4), "3 (range 1)"),
        ((1, 3, 4), "3 (range 1.5) · discuss"),
        ((1, 1, 5, 5), "3 (range 4) · discuss"),
    ],
)
def test_a_median_says_its_range_and_whether_to_discuss_it(values, text):
    assert cell(*values) == text


def test_a_score_nobody_gave_is_pending_and_so_is_the_mean():
    rows = rows_of(BUSINESS, MEANS, option())

    assert [row["O1"] for row in rows] == ["Pending"] * 4


def test_an_option_without_code_is_called_by_its_name():
    nameless = option("O7").model_copy(update={"code": "", "name": "Ruta del queso"})

    rows = rows_of(BUSINESS, nameless, merit(nameless, BUSINESS, "4"))

    assert rows[0]["Ruta del queso"] == "4 · Adopted"


def test_a_criterion_without_code_stands_without_a_gap():
    nameless = BUSINESS.model_copy(update={"code": "", "name": "Market size"})

    assert rows_of(nameless)[0]["Criterion"] == "Market size"


def test_an_adopted_half_is_written_with_its_decimal():
    rows = rows_of(BUSINESS, option(), merit(option(), BUSINESS, "3.5"))

    assert rows[0]["O1"] == "3.5 · Adopted"


@pytest.mark.parametrize(
    ("value", "third"),
    [("1", "Low"), ("2.3", "Low"), ("3", "Middle"), ("3.6", "Middle"), ("3.7", "High"),
     ("5", "High")],
)  # fmt: skip
def test_thirds_divide_the_scale_of_five(value, third):
    rows = rows_of(BUSINESS, option(), merit(option(), BUSINESS, value))

    assert rows[-2]["O1"] == f"{Decimal(value):.2f} · {third} third"


def test_means_are_weighted_and_a_missing_axis_is_pending():
    heavy, light = (
        criterion("A1", Axis.ATTRACTIVENESS, ".9"),
        criterion("A2", Axis.ATTRACTIVENESS, ".1"),
    )
    given = [merit(option(), heavy, "5"), merit(option(), light, "1")]

    rows = rows_of(heavy, light, option(), *given)

    assert [row["O1"] for row in rows[-2:]] == ["4.60 · High third", "Pending"]


@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_the_matrix_is_translated(words):
    english, theirs = score_rows(_, FULL), score_rows(words, FULL)

    assert not {*english[0]} & {*theirs[0]} - {*ORACLE}
    assert english[-1]["O1"] != theirs[-1]["O1"]
    assert all(one["O1"].split()[0] == other["O1"].split()[0]
               for one, other in zip(english[:8], theirs[:8], strict=True))  # fmt: skip


def test_decimals_of_the_means_follow_the_language():
    assert score_rows(_, FULL)[-1]["O1"].startswith("4.10")
    assert score_rows(PORTUGUESE, FULL)[-1]["O1"].startswith("4,10")


def test_an_order_that_nothing_turns_has_no_rows():
    assert turned_rows(_, robustness(FULL)) == []


def test_a_weight_that_turns_the_order_says_which_way_and_who_comes_first():
    close = [criterion("A1", Axis.ATTRACTIVENESS, ".5"), criterion("A2", Axis.ATTRACTIVENESS, ".5")]
    means = criterion("C1", Axis.CAPACITY)
    first, second = option("O1"), option("O2")
    values = {first: ("5", "2.9"), second: ("3", "4.8")}
    given = [
        merit(of, by, value)
        for of, scores in values.items()
        for by, value in zip(close, scores, strict=True)
    ]
    given += [merit(of, means, "3") for of in values]
    found = robustness(Snapshot([*close, means, first, second, *given]))

    rows = turned_rows(_, found)

    assert rows
    assert {row["Comes first"] for row in rows} == {"O2 Option O2"}
    assert {row["Criterion"]: row["Weight"].split()[0] for row in rows} == {
        "A1 Criterion A1": "lowered",
        "A2 Criterion A2": "raised",
    }


def test_both_axes_of_the_oracle_have_four_criteria():
    assert [len(one) for one in axes()] == [4, 4]
