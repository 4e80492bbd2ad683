"""Choosing among candidates, on the published and hand-worked cases of the method."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.concentration import Stars
from methodology.scope import Answer
from methodology.selection import (
    is_contradictory,
    notes,
    selection,
    selection_source,
    stars_told,
    unjudged,
)
from methodology.snapshot import Snapshot
from tests.candidates import (
    ACTIVITY,
    COUNTRY,
    JUDGED,
    candidate,
    criterion,
    published,
    regions,
    value,
)

FIRMS, GROWTH = criterion("Firms"), criterion("Growth")
ONE, TWO, THREE = candidate("One"), candidate("Two"), candidate("Three")


def stood(*records):
    return {one.candidate.name: one for one in selection(Snapshot(records)).standings}


def scores(*records):
    return {
        name: None if one.score is None else round(one.score, 4)
        for name, one in stood(*records).items()
    }


def told(*records):
    return [str(note) for note in notes(selection(Snapshot(records)))]


def test_concentration_of_the_published_region():
    found = stood(candidate("Quesos", 4_200, 120_000, ACTIVITY, COUNTRY))["Quesos"]

    assert found.quotient == pytest.approx(2.9166667)
    assert found.symmetric == pytest.approx(0.4894, abs=5e-5)
    assert found.above == pytest.approx(2_760)


@pytest.mark.parametrize(
    "jobs",
    [
        (),
        (4_200, 120_000, ACTIVITY),
        (None, 120_000, ACTIVITY, COUNTRY),
        (0, 0, ACTIVITY, COUNTRY),
        (0, 120_000, 0, COUNTRY),
        (0, 0, 0, 0),
    ],
)
def test_what_is_not_known_or_has_no_denominator_is_not_defined(jobs):
    found = stood(candidate("Quesos", *jobs))["Quesos"]

    assert (found.quotient, found.symmetric, found.above) == (None, None, None)


def test_a_region_without_the_activity_has_a_quotient_of_zero():
    found = stood(candidate("Quesos", 0, 120_000, ACTIVITY, COUNTRY))["Quesos"]

    assert (found.quotient, found.symmetric, found.above) == (0, -1, pytest.approx(-1_440))


@pytest.mark.parametrize(
    "jobs",
    [
        (130_000, 120_000, 200_000, COUNTRY),
        (61_000, 120_000, ACTIVITY, COUNTRY),
        (10, 6_000_000, ACTIVITY, COUNTRY),
        (10, 100, 6_000_000, COUNTRY),
    ],
)
def test_a_part_with_more_jobs_than_its_whole_gives_no_quotient_and_is_named(jobs):
    wrong = candidate("Quesos", *jobs)

    assert is_contradictory(wrong)
    assert stood(wrong)["Quesos"].quotient is None
    assert told(wrong) == ["No quotient, since a part has more jobs than its whole: Quesos."]


def test_stars_of_the_ten_published_regions():
    found = stood(*regions())

    assert [found[f"Region {place}"].stars.earned for place in range(1, 11)] == [
        1, 1, 0, 1, 1, 0, 2, 0, 1, 0,
    ]  # fmt: skip
    assert {one.stars.assessable for one in found.values()} == {3}
    assert found["Region 1"].stars == Stars(size=True, specialisation=False, focus=False)
    assert found["Region 7"].stars == Stars(size=False, specialisation=True, focus=True)


def test_a_candidate_alone_in_its_activity_has_one_assessable_star():
    alone = candidate("Quesos", 4_200, 120_000, ACTIVITY, COUNTRY)
    other = candidate("Café", 4_200, 120_000, ACTIVITY, COUNTRY)

    for found in stood(alone, other).values():
        assert str(stars_told(found.stars)) == "1 of 1 assessable"


def test_candidates_of_another_year_or_with_gaps_are_not_compared_for_stars():
    late = candidate("Late", 4_200, 120_000, ACTIVITY, COUNTRY, activity="Cheese", year=2019)
    bare = candidate("Bare", activity="Cheese", year=2025)

    found = stood(*regions(), late, bare)

    assert found["Late"].stars.assessable == 1
    assert str(stars_told(found["Bare"].stars)) == "n/d"
    assert str(stars_told(found["Region 7"].stars)) == "2 of 3 assessable"


def test_scores_of_the_three_published_candidates_best_first():
    assert [*scores(*published()).items()] == [
        ("Café", 0.7750),
        ("Turismo", 0.5697),
        ("Quesos", 0.1500),
    ]


def test_weights_count_by_their_share():
    rows = [
        one.model_copy(update={"weight": one.weight * 40})
        if isinstance(one, SelectionCriterion)
        else one
        for one in published()
    ]

    found = selection(Snapshot(rows))

    assert scores(*rows) == scores(*published())
    assert [round(one.share, 4) for one in found.criteria] == [0.25, 0.2, 0.2, 0.2, 0.15]


def test_the_least_by_every_criterion_stands_before_those_without_a_score_alone():
    rows = [FIRMS, THREE, ONE, TWO, value(ONE, FIRMS, "1"), value(TWO, FIRMS, "9")]

    told = [(one.candidate.name, one.score) for one in selection(Snapshot(rows)).standings]

    assert told == [("Two", 1), ("One", 0), ("Three", None)]


def test_the_order_can_turn_round_when_a_candidate_is_added():
    def rows(**given):
        return [
            value(of, by, number)
            for of, numbers in ((ONE, given["one"]), (TWO, given["two"]), (THREE, given["three"]))
            for by, number in zip((FIRMS, GROWTH), numbers, strict=False)
        ]

    two = rows(one=("10", "4"), two=("8", "5"), three=())
    three = rows(one=("10", "4"), two=("8", "5"), three=("0", "4.9"))
    heavy = FIRMS.model_copy(update={"weight": Decimal("1.1")})

    assert [*scores(heavy, GROWTH, ONE, TWO, *two)] == ["One", "Two"]
    assert [*scores(heavy, GROWTH, ONE, TWO, THREE, *three)] == ["Two", "One", "Three"]


def test_a_criterion_that_tells_nobody_apart_gives_a_half_and_is_flagged():
    rows = [
        FIRMS, GROWTH, ONE, TWO,
        value(ONE, FIRMS, "3"), value(TWO, FIRMS, "3"),
        value(ONE, GROWTH, "1"), value(TWO, GROWTH, "2"),
    ]  # fmt: skip

    assert scores(*rows) == {"Two": 0.75, "One": 0.25}
    assert [one.is_flat for one in selection(Snapshot(rows)).criteria] == [True, False]
    assert told(*rows)[1:] == [
        "Criteria that tell no candidate apart, half the points for each: Firms."
    ]


def test_a_candidate_without_a_value_is_not_compared_and_moves_nobody():
    rows = published()
    odd = candidate("Odd")
    by = next(one for one in rows if isinstance(one, SelectionCriterion))

    assert scores(*rows, odd, value(odd, by, "9000")) == {**scores(*rows), "Odd": None}
    assert told(*rows, odd)[-1] == "Not compared, since a value is missing: Odd."


def test_a_criterion_without_weight_needs_no_value():
    idle = criterion("Idle", "0")

    found = selection(Snapshot([*published(), idle]))

    assert scores(*published(), idle) == scores(*published())
    assert (found.criteria[-1].share, found.criteria[-1].is_flat) == (0, False)


@pytest.mark.parametrize("weight", ["0", "1"])
def test_one_candidate_alone_has_no_score_nor_have_criteria_without_weight(weight):
    firms = criterion("Firms", weight)
    rows = [firms, ONE, value(ONE, firms, "3")]
    rows += [TWO, value(TWO, firms, "4")] if weight == "0" else []

    assert set(scores(*rows).values()) == {None}


def test_nothing_at_all_stands_nowhere():
    found = selection(Snapshot())

    assert (found.standings, found.criteria, found.compared, found.chosen) == ((), (), (), ())
    assert notes(found) == ()


def test_the_warning_that_ranks_can_reverse_stands_with_every_score():
    assert "can turn round when a candidate is added or taken out" in told(*published())[0]
    assert told(ONE) == []


def test_criteria_of_the_method_are_open_without_verdict_or_without_evidence():
    labels = (
        "Business segment",
        "Critical mass",
        "Demand not only local",
        "Geographic concentration",
    )

    assert unjudged(candidate()) == labels
    assert unjudged(candidate(**JUDGED)) == ()
    assert unjudged(candidate(**JUDGED | {"mass_evidence": " "})) == labels[1:2]
    assert unjudged(candidate(**JUDGED | {"demand": None})) == labels[2:3]
    assert unjudged(candidate(**JUDGED | {"demand": Answer.DOUBT})) == ()


def test_the_source_line_tells_who_gave_the_values():
    assert str(selection_source(Snapshot(published()))) == (
        "Candidates compared: 3 of 3; criteria: 5. Values given by: Panel."
    )
    assert str(selection_source(Snapshot([ONE]))) == "Candidates compared: 0 of 1; criteria: 0."


def test_the_source_line_names_a_few_authors_and_says_that_there_are_more():
    many = [value(candidate(f"C{n}"), FIRMS, "1", given_by=f"Panel {n}") for n in range(6)]

    assert str(selection_source(Snapshot([FIRMS, *many]))).endswith(
        "Values given by: Panel 0, Panel 1, Panel 2, …."
    )


numbers = st.decimals(-1000, 1000, places=2)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=6))
def test_scores_lie_between_none_and_all_and_do_not_depend_on_the_order(rows):
    given = [FIRMS, GROWTH]
    for place, pair in enumerate(rows):
        of = candidate(f"C{place}")
        given.append(of)
        given += [value(of, by, str(n)) for by, n in zip((FIRMS, GROWTH), pair, strict=True)]

    found = scores(*given)

    assert all(-1e-9 <= score <= 1 + 1e-9 for score in found.values())
    assert found == scores(*reversed(given))


def test_records_of_the_selection_are_those_of_the_scope():
    for cls in (CandidateCluster, SelectionCriterion, CandidateScore):
        assert (cls.stage.value, cls.is_internal, cls.is_person) == ("scope", False, False)
