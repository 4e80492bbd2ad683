"""What a stage begins with: sub-factors of forces and diamond, criteria of options."""

from itertools import count
from uuid import UUID

import pytest

from methodology import standard_criteria, standard_diamond
from methodology.diamond import AXES, Determinant
from methodology.force_factors import PREFIXES, SHIPPED, shipped_factors
from methodology.forces import Force
from methodology.options import Axis
from methodology.standard_diamond import STANDARD, standard_factors


def ids():
    return (UUID(int=number) for number in count(1))


def new_ids():
    given = ids()
    return lambda: next(given)


def test_every_force_ships_three_to_six_sub_factors():
    assert {force: len(names) for force, names in SHIPPED.items()} == {
        Force.ENTRY: 6,
        Force.SUPPLIERS: 5,
        Force.BUYERS: 5,
        Force.SUBSTITUTES: 3,
        Force.RIVALRY: 5,
    }


def test_shipped_sub_factors_have_stable_codes_and_the_language_of_the_project():
    found = [*shipped_factors(lambda text: text.upper(), new_ids())]

    assert len(found) == 24
    assert [one.code for one in found[:7]] == ["EN1", "EN2", "EN3", "EN4", "EN5", "EN6", "PR1"]
    assert found[0].name == "ONE CAN START SMALL: SCALE MATTERS LITTLE"
    assert len({one.id for one in found}) == len({one.code for one in found}) == 24


def test_shipped_sub_factors_bring_no_scores():
    found = [*shipped_factors(str, new_ids())]

    assert all(one.today is None and one.later is None for one in found)


def test_every_force_has_a_prefix_of_its_own():
    assert {*PREFIXES} == {*Force}
    assert len({*PREFIXES.values()}) == len(Force)


def test_the_diamond_starts_from_the_codes_of_the_method():
    counts = dict.fromkeys(Determinant, 0)
    for one in STANDARD:
        counts[one.determinant] += 1

    assert counts == {
        Determinant.FACTORS: 7,
        Determinant.DEMAND: 6,
        Determinant.RELATED: 5,
        Determinant.STRATEGY: 6,
        Determinant.GOVERNMENT: 4,
        Determinant.CHANCE: 3,
    }


@pytest.mark.parametrize("group", [*Determinant])
def test_codes_of_a_determinant_are_numbered_without_a_hole(group):
    codes = [one.code for one in STANDARD if one.determinant is group]

    assert codes == [f"{group.value}{number}" for number in range(1, len(codes) + 1)]


def test_standard_sub_factors_become_records_in_one_language():
    found = standard_factors(ids(), lambda text: f"es {text}")

    assert len(found) == len(STANDARD) == 31
    assert found[0].name == "es Specialized human resources"
    assert [one.is_chance for one in found].count(True) == 3
    assert len({one.name for one in found}) == 31


def test_only_as_many_records_as_ids_are_made():
    assert len(standard_factors([UUID(int=1), UUID(int=2)], str)) == 2
    assert standard_factors([], str) == ()


def test_four_determinants_are_axes_and_all_six_have_a_short_word():
    assert {*AXES} == {*Determinant} - {Determinant.GOVERNMENT, Determinant.CHANCE}
    assert all(one.short and " " not in one.short for one in Determinant)


def test_criteria_stand_on_both_axes_with_a_question_each():
    found = standard_criteria.STANDARD

    assert [one.code for one in found if one.axis is Axis.ATTRACTIVENESS] == [
        "A1", "A2", "A3", "A4", "A5", "A6", "A7",
    ]  # fmt: skip
    assert [one.code for one in found if one.axis is Axis.CAPACITY] == [
        "C1", "C2", "C3", "C4", "C5",
    ]  # fmt: skip
    assert all(one.question.endswith("?") for one in found)


def test_one_criterion_alone_is_taken_from_the_diamond():
    assert [one.code for one in standard_criteria.STANDARD if one.is_coverage] == ["C5"]


def test_names_of_the_standards_are_never_twice_the_same():
    for told in (
        [one.name for one in standard_criteria.STANDARD],
        [one.name for one in standard_diamond.STANDARD],
        [name for names in SHIPPED.values() for name in names],
    ):
        assert len(set(told)) == len(told)
