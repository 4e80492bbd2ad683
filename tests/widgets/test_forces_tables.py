"""Tables of the business: trends by code, sub-factors with their spread, challenges and causes."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.widgets.forces_tables import (
    challenge_rows,
    factor_rows,
    ranged,
    short,
    stated,
    trend_rows,
)
from methodology.attractiveness import outlook
from methodology.force_factors import PREFIXES
from methodology.forces import Challenge, Force, ForceFactor, ForceScore, Trend
from methodology.project import Language
from methodology.raters import Side
from methodology.snapshot import Snapshot
from tests.challenges import BUSINESS, EXPERT, FIRMS, HELD, PRESSING, T1
from tests.cluster import made
from tests.diamonds import rater

_ = reader(language=Language.ENGLISH)
TRIO = [(_, reader(language=other)) for other in (Language.SPANISH, Language.PORTUGUESE)]
PART = made(ForceFactor, "EN1", code="EN1", force=Force.ENTRY, name="Little capital is needed")


def scored(*values, part=PART, side=Side.FIRM, field="today"):
    """Return a sub-factor with one score of each person of a side."""
    people = [rater(f"{side} {place}", side) for place in range(len(values))]
    scores = [
        made(ForceScore, f"{who.name}{part.code}{field}", rater=who.id, factor=part.id,
             **{field: value})
        for who, value in zip(people, values, strict=True)
    ]  # fmt: skip
    return [part, *people, *scores]


def row_of(*records):
    [row], _note = factor_rows(_, Snapshot(records))
    return row


def test_nothing_known_makes_no_rows_but_says_how_to_read_them():
    assert trend_rows(_, Snapshot()) == (
        [],
        "▲ presses on the force: less attractive; ▼ relieves it: more attractive.",
    )
    assert factor_rows(_, Snapshot())[0] == []
    assert challenge_rows(_, Snapshot()) == (
        [],
        "Five challenges at most; each follows from trends or forces.",
    )


@pytest.mark.parametrize("order", [*permutations(("TE3", "TE1", "TE2"))])
def test_trends_stand_by_code_whatever_order_they_came_in(order):
    found = [made(Trend, code, code=code, statement=f"Trend {code}") for code in order]

    rows, _note = trend_rows(_, Snapshot(found))

    assert [row["Code"] for row in rows] == ["TE1", "TE2", "TE3"]


def test_the_tenth_trend_comes_after_the_ninth_and_one_without_code_last():
    found = [made(Trend, code or "x", code=code, statement=f"T{code}") for code in
             ("", "TE10", "TE9", "TE1")]  # fmt: skip

    rows, _note = trend_rows(_, Snapshot(found))

    assert [row["Code"] for row in rows] == ["TE1", "TE9", "TE10", ""]


def test_a_trend_that_says_little_leaves_its_cells_empty():
    [row], _note = trend_rows(_, Snapshot([made(Trend, "T", statement="Young people leave")]))

    assert row == {
        "Code": "",
        "Trend": "Young people leave",
        "Presses on ▲": "",
        "Relieves ▼": "",
        "Felt by": "",
        "Driver": "",
    }


def test_several_forces_are_joined_in_words_of_the_language():
    trend = made(
        Trend, "T", statement="Buyers join", forces=(Force.BUYERS, Force.RIVALRY, Force.ENTRY)
    )

    [english], _note = trend_rows(_, Snapshot([trend]))
    [spanish], _note = trend_rows(reader(language=Language.SPANISH), Snapshot([trend]))

    assert english["Presses on ▲"] == "Buyer power, Rivalry, and Threat of entry"
    assert spanish["Refuerza ▲"] == (
        "Poder de los compradores, Rivalidad y Amenaza de nuevos entrantes"
    )


def test_the_year_of_a_trend_is_a_year_and_no_amount():
    trend = made(Trend, "T", statement="Rules change", horizon=2031)

    assert trend_rows(_, Snapshot([trend]))[0][0]["Felt by"] == "2031"


@pytest.mark.parametrize(("english", "other"), TRIO)
@pytest.mark.parametrize("make", [trend_rows, factor_rows, challenge_rows])
def test_headings_and_notes_are_said_in_the_language_of_the_reader(make, english, other):
    snapshot = Snapshot(BUSINESS)

    (rows, note), (theirs, their_note) = make(english, snapshot), make(other, snapshot)

    assert len(rows) == len(theirs)
    assert len(rows[0]) == len(theirs[0])
    assert note != their_note
    assert {*rows[0]} - {*theirs[0]} >= {next(key for key in rows[0] if key != "Code")}


def test_a_sub_factor_without_scores_is_pending_and_has_no_spread():
    assert row_of(PART) == {
        "Code": "EN1",
        "Sub-factor": "Little capital is needed",
        "Today": "Pending",
        "IQR": "",
        "Horizon": "Pending",
        "IQR, horizon": "",
        "Experts": "",
        "Verdict": "",
    }


def test_a_median_nobody_adopted_carries_a_star():
    row = row_of(*scored(2, 3, 5))

    assert (row["Today"], row["IQR"], row["Verdict"]) == ("3*", "1.5", "Discuss")


def test_an_adopted_value_stands_without_a_star_beside_the_spread_of_the_scores():
    adopted = PART.model_copy(update={"today": Decimal("3.5")})

    row = row_of(*scored(2, 3, 5, part=adopted))

    assert (row["Today"], row["IQR"]) == ("3.5", "1.5")


@pytest.mark.parametrize(
    ("values", "width", "verdict"),
    [
        ((3, 3, 3), "0", ""),
        ((2, 3), "0.5", ""),
        ((2, 3, 4), "1", ""),  # exactly 1 is still agreement
        ((1, 3, 4), "1.5", "Discuss"),
        ((1, 5), "2", "Discuss"),
    ],
)
def test_only_a_range_above_one_is_to_be_discussed(values, width, verdict):
    row = row_of(*scored(*values))

    assert (row["IQR"], row["Verdict"]) == (width, verdict)


def test_the_horizon_alone_can_be_in_dispute():
    row = row_of(*scored(1, 5, field="later"))

    assert (row["Today"], row["Horizon"]) == ("Pending", "3*")
    assert (row["IQR"], row["IQR, horizon"], row["Verdict"]) == ("", "2", "Discuss")


def test_experts_are_never_pooled_with_firms():
    firms, experts = scored(2, 2), scored(5, 5, side=Side.EXPERT)

    row = row_of(*firms, *experts[1:])

    assert (row["Today"], row["IQR"], row["Experts"]) == ("2*", "0", "5 → –")


def test_experts_that_only_spoke_of_the_horizon_leave_today_open():
    row = row_of(*scored(2, 2), *scored(4, side=Side.EXPERT, field="later")[1:])

    assert row["Experts"] == "– → 4"


def test_sub_factors_stand_force_by_force():
    parts = [
        made(ForceFactor, force, code=f"{PREFIXES[force]}1", force=force, name=f"Part {force}")
        for force in reversed(Force)
    ]

    rows, _note = factor_rows(_, Snapshot(parts))

    assert [row["Code"] for row in rows] == ["EN1", "PR1", "CO1", "SU1", "RI1"]


def test_the_note_of_the_sub_factors_says_rule_star_people_and_scale():
    _rows, note = factor_rows(_, Snapshot(BUSINESS))

    assert note == (
        "Discuss: interquartile range above 1, by linear quartiles. * median not yet adopted. "
        "Scores of 2 raters of 2 firms; others beside: 1. T1, July 15, 2026. Adopted values: 10. "
        "High means strong pressure and a less attractive business: 1 weak pressure, 2 some "
        "pressure, 3 noticeable pressure, 4 strong pressure, 5 very strong pressure."
    )


def test_a_challenge_nobody_validated_is_pending():
    [row], _note = challenge_rows(_, Snapshot([made(Challenge, "R", statement="Same taste")]))

    assert row == {
        "Code": "",
        "Challenge": "Same taste",
        "Causes": "",
        "Validated on": "Pending",
        "Validated in": "",
    }


def test_a_challenge_names_trends_by_code_and_without_code_by_their_words():
    nameless = made(Trend, "n", statement="Young people leave")
    challenge = made(
        Challenge, "R", statement="Nobody follows", trends=(PRESSING.id, nameless.id),
        forces=(Force.SUPPLIERS,),
    )  # fmt: skip

    [row], _note = challenge_rows(_, Snapshot([PRESSING, nameless, challenge]))

    assert row["Causes"] == "TE1, Young people leave, Supplier power"


def test_a_trend_that_is_gone_is_no_cause():
    challenge = made(Challenge, "R", statement="Same taste", trends=(PRESSING.id,))

    [row], _note = challenge_rows(_, Snapshot([challenge]))

    assert row["Causes"] == ""


def test_a_challenge_says_when_and_where_it_was_validated():
    challenge = made(
        Challenge, "R", statement="Same taste", validated_on=HELD, validated_in=T1.id
    )  # fmt: skip

    [row], _note = challenge_rows(_, Snapshot([T1, challenge]))

    assert (row["Validated on"], row["Validated in"]) == ("July 15, 2026", "T1, July 15, 2026")


def test_challenges_stand_by_code():
    found = [made(Challenge, code, code=code, statement=code) for code in ("R2", "R10", "R1")]

    rows, _note = challenge_rows(_, Snapshot(found))

    assert [row["Code"] for row in rows] == ["R1", "R2", "R10"]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=9))
def test_the_median_of_a_scale_stays_on_it_and_ignores_the_order(values):
    one, other = row_of(*scored(*values)), row_of(*scored(*reversed(values)))

    assert one["Today"] == other["Today"]
    assert 1 <= float(one["Today"].rstrip("*")) <= 5
    assert 0 <= float(one["IQR"]) <= 4


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal(3), "3"), (Decimal("3.50"), "3.5"), (Decimal("2.25"), "2.25"), (2.3333, "2.33")],
)
def test_a_value_of_a_scale_has_as_many_decimals_as_it_needs(value, text):
    assert short(_, value) == text


def test_a_value_is_written_with_the_comma_of_the_language():
    assert short(reader(language=Language.PORTUGUESE), Decimal("2.5")) == "2,5"


def test_what_is_said_of_an_opinion_follows_from_its_value_and_its_spread():
    [adopted] = [one for one in outlook(Snapshot(BUSINESS)).factors if one.factor.code == "EN1"]
    [empty] = outlook(Snapshot([PART])).factors

    assert (stated(_, adopted.today), ranged(_, adopted.today)) == ("4", "1.5")
    assert (stated(_, empty.today), ranged(_, empty.today)) == ("Pending", "")


def test_a_hundred_sub_factors_make_a_hundred_rows():
    parts = [
        made(ForceFactor, str(number), code=f"EN{number}", force=Force.ENTRY, name=f"Part {number}")
        for number in range(100)
    ]

    assert len(factor_rows(_, Snapshot([*parts, *FIRMS, EXPERT]))[0]) == 100
