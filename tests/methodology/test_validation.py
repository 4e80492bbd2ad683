"""Validation in words: every way to be wrong has its message, at its field."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from methodology.characterization import Statistic
from methodology.mapping import Actor, Tie
from methodology.record import REGISTRY, Label, Moment, Name, Record, Ref, fields
from methodology.records import record_types
from methodology.validation import Invalid, check
from tests.samples import random_snapshot


@pytest.fixture(scope="module")
def probe():
    class Probe(Record):
        table = "probe"
        name: Annotated[Name, Label("Name")]
        long: Annotated[str, Field(min_length=3, max_length=5), Label("Long")] = "abc"
        few: Annotated[tuple[str, ...], Field(max_length=1), Label("Few")] = ()
        count: Annotated[int, Field(ge=1, le=9), Label("Count")] = 1
        any_count: Annotated[int | None, Label("Any count")] = None
        weight: Annotated[
            Decimal | None, Field(max_digits=6, decimal_places=2), Label("Weight")
        ] = None
        is_new: Annotated[bool, Label("New")] = False
        made_on: Annotated[date | None, Label("Made on")] = None
        seen_at: Annotated[Moment | None, Label("Seen at")] = None
        subject: Annotated[UUID | None, Label("About"), Ref("actor")] = None

    REGISTRY.pop("probe")
    return Probe


def complaints(cls, **values):
    with pytest.raises(Invalid) as caught:
        check(cls, {"id": uuid4(), **values})
    return [(found.field, str(found.problem)) for found in caught.value.complaints]


def test_sound_values_make_the_record(probe):
    key = uuid4()

    row = check(probe, {"id": key, "name": " A ", "weight": "2.50"})

    assert row == probe(id=key, name="A", weight=Decimal("2.5"))


MISSING = "Something is missing here."
WHOLE = "A whole number goes here."
NUMBER = "A number goes here."
DATE = "A date goes here."
MOMENT = "A date and a time of day go here."
NOTHING = "This points to something that does not exist."


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", MISSING),
        ("name", "  \n ", MISSING),
        ("name", None, MISSING),
        ("name", 3, "A text goes here."),
        ("name", "x" * 251, "At most 250 characters fit here."),
        ("long", "ab", "At least 3 characters go here."),
        ("long", "abcdef", "At most 5 characters fit here."),
        ("count", 0, "The smallest value is 1."),
        ("count", 10, "The largest value is 9."),
        ("count", None, MISSING),
        ("count", "many", WHOLE),
        ("count", 2.5, WHOLE),
        ("count", [1], WHOLE),
        ("count", "9" * 5000, WHOLE),
        ("any_count", 10**18, "The largest value is 999999999999999999."),
        ("any_count", -(10**18), "The smallest value is -999999999999999999."),
        ("weight", "much", NUMBER),
        ("weight", [1], NUMBER),
        ("weight", "NaN", NUMBER),
        ("weight", "0.125", "At most 2 decimals fit here."),
        ("weight", "1234567", "At most 6 digits fit here."),
        ("weight", "12345.5", "At most 4 digits fit before the decimals."),
        ("is_new", "perhaps", "Yes or no goes here."),
        ("is_new", [1], "Yes or no goes here."),
        ("made_on", "yesterday", DATE),
        ("made_on", "2026-02-30", DATE),
        ("made_on", "2026-06-12T10:00:00", DATE),
        ("made_on", [1], DATE),
        ("seen_at", "soon", MOMENT),
        ("seen_at", "2026-06-12T10:00:00", MOMENT),
        ("seen_at", [1], MOMENT),
        ("subject", "nobody", NOTHING),
        ("subject", 3, NOTHING),
        ("colour", "red", "This value cannot be used here."),
    ],
)
def test_every_way_to_be_wrong_has_its_message(probe, field, value, message):
    assert complaints(probe, **{"name": "A", field: value}) == [(field, message)]


def test_a_missing_field_is_named(probe):
    assert complaints(probe) == [("name", MISSING)]


def test_everything_that_is_wrong_is_told_at_once(probe):
    found = complaints(probe, count=0, weight="much")

    assert [field for field, _ in found] == ["name", "count", "weight"]


def test_a_value_that_is_not_in_the_list_is_refused():
    assert complaints(Actor, name="A", kind="wizard") == [
        ("kind", "This is not one of the values to choose from.")
    ]


def test_a_rule_of_the_whole_record_complains_at_no_field_in_its_own_words():
    key = uuid4()

    assert complaints(Tie, source=key, target=key) == [
        ("", "A relation needs two different actors.")
    ]


def test_the_error_speaks_of_its_first_complaint_and_knows_the_record():
    key = uuid4()

    with pytest.raises(Invalid, match="The smallest value is 0") as caught:
        check(Actor, {"id": key, "name": "A", "employees": -1})

    assert (caught.value.record_type, caught.value.id) == (Actor, key)


def test_messages_are_translated_when_they_are_shown():
    with pytest.raises(Invalid) as caught:
        check(Actor, {"id": uuid4(), "name": "A", "export_share": 101})

    spoken = {"The largest value is {le}.": "El valor más alto es {le}."}

    assert caught.value.text(lambda text: spoken[text]) == "El valor más alto es 100."


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.table)
def test_no_field_of_any_record_lacks_a_message(cls):
    row = next(iter(random_snapshot(1, rows=2).all(cls)))

    for found in fields(cls):
        for value in (object(), [object()], "\ud800", float("nan"), 10**5000, "x" * 300_000):
            problems = refusal(cls, {**dict(row), found.name: value})
            assert all(str(problem) for problem in problems)


def refusal(cls, values):
    try:
        check(cls, values)
    except Invalid as error:
        return [found.problem for found in error.complaints]
    return []


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_figure_is_kept_exactly_or_refused(value):
    plain = {"id": uuid4(), "indicator": "firms", "year": 2025, "value": value}

    if not refusal(Statistic, plain):
        assert check(Statistic, plain).value == value
