"""Scales in words: every step has its anchor and every field of a score knows its scale."""

from decimal import Decimal
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from methodology import scale
from methodology.record import fields
from methodology.records import record_types
from methodology.scale import EXPOSURE, INTENSITY, LEVEL, SCALES, Scale, scale_called

FIVE = [one for one in SCALES if one is not EXPOSURE]
ALIASES = ("Intensity", "Importance", "Performance", "Merit", "Level", "Need", "Weight", "Impact")


def test_every_scale_has_a_key_of_its_own():
    assert len({one.key for one in SCALES}) == len(SCALES) == 10
    assert tuple(scale_called(one.key) for one in SCALES) == SCALES


def test_a_scale_that_the_method_does_not_have_is_refused():
    with pytest.raises(KeyError):
        scale_called("beauty")


@pytest.mark.parametrize("one", FIVE, ids=lambda one: one.key)
def test_a_scale_goes_from_one_to_five_with_a_word_for_each(one):
    assert [*one.anchors] == [1, 2, 3, 4, 5]
    assert (one.least, one.most) == (1, 5)
    assert len(set(one.anchors.values())) == 5


def test_exposure_alone_goes_below_nought():
    assert (EXPOSURE.least, EXPOSURE.most) == (-2, 2)
    assert [*EXPOSURE.anchors] == [-2, -1, 0, 1, 2]


def test_trap_2_the_direction_of_the_forces_is_said():
    assert INTENSITY.explained(str) == (
        "High means strong pressure and a less attractive business: 1 weak pressure, "
        "2 some pressure, 3 noticeable pressure, 4 strong pressure, 5 very strong pressure"
    )


def test_a_scale_speaks_the_readers_language():
    spanish = {"absent": "ausente", LEVEL.direction: "Alto significa mejor entorno"}
    said = LEVEL.explained(lambda text: spanish.get(text, text))

    assert said.startswith("Alto significa mejor entorno: 1 ausente, 2 isolated")


@pytest.mark.parametrize("one", SCALES, ids=lambda one: one.key)
def test_every_scale_says_what_a_high_number_means(one):
    assert one.direction.startswith(("High ", "Negative "))


@pytest.mark.parametrize("name", [*ALIASES, "Effort"])
@pytest.mark.parametrize("value", [0, 6, -1, 2.5, "four"])
def test_a_score_off_the_scale_is_refused(name, value):
    with pytest.raises(ValidationError):
        TypeAdapter(getattr(scale, name)).validate_python(value)


@pytest.mark.parametrize("name", [*ALIASES, "Effort"])
@pytest.mark.parametrize("value", [1, 3, 5])
def test_a_score_on_the_scale_is_taken(name, value):
    assert TypeAdapter(getattr(scale, name)).validate_python(value) == value


@pytest.mark.parametrize("value", [-2, 0, 2])
def test_an_exposure_may_threaten_or_favour(value):
    assert TypeAdapter(scale.Exposure).validate_python(value) == value


@pytest.mark.parametrize("value", [-3, 3])
def test_an_exposure_beyond_two_is_refused(value):
    with pytest.raises(ValidationError):
        TypeAdapter(scale.Exposure).validate_python(value)


@pytest.mark.parametrize(
    ("value", "is_valid"),
    [("1", True), ("4.25", True), ("5", True), ("0.99", False), ("5.01", False), ("3.333", False)],
)
def test_the_middle_of_many_scores_has_two_decimals_at_most(value, is_valid):
    adapter = TypeAdapter(scale.Middle)

    if is_valid:
        assert adapter.validate_python(Decimal(value)) == Decimal(value)
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(Decimal(value))


def test_each_alias_carries_its_own_scale():
    for name in (*ALIASES, "Effort", "Exposure"):
        (marked,) = (one for one in get_args(getattr(scale, name)) if isinstance(one, Scale))
        assert marked.key == name.lower()


def test_every_scored_field_of_the_method_is_bounded_by_its_scale():
    scored = [found for cls in record_types() for found in fields(cls) if found.scale]

    assert len(scored) > 20
    assert all(
        (found.least, found.most) == (found.scale.least, found.scale.most) for found in scored
    )


def test_every_scale_but_none_is_used_by_some_record():
    used = {found.scale.key for cls in record_types() for found in fields(cls) if found.scale}

    assert used == {one.key for one in SCALES}
