"""Validation in words: what is wrong with a record, field by field, as messages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from methodology.record import Kind, Record, fields
from methodology.text import N_, Problem

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Complaint:
    """One thing wrong with one field; `field` is empty when it is the record as a whole."""

    field: str
    problem: Problem


class Invalid(Problem):
    """A record that cannot be kept as it is; `complaints` says why, `id` which one where known."""

    def __init__(
        self, cls: type[Record], complaints: tuple[Complaint, ...], key: UUID | None = None
    ) -> None:
        super().__init__(complaints[0].problem.message, **complaints[0].problem.values)
        self.record_type = cls
        self.complaints = complaints
        self.id = key


_MISSING = N_("Something is missing here.")
_TOO_SHORT = N_("At least {min_length} characters go here.")
_TOO_LONG = N_("At most {max_length} characters fit here.")
_TEXT = N_("A text goes here.")
_WHOLE_NUMBER = N_("A whole number goes here.")
_NUMBER = N_("A number goes here.")
_YES_OR_NO = N_("Yes or no goes here.")
_DATE = N_("A date goes here.")
_MOMENT = N_("A date and a time of day go here.")
NOTHING_THERE = N_("This points to something that does not exist.")
_SMALLEST = N_("The smallest value is {ge}.")
_LARGEST = N_("The largest value is {le}.")

_MESSAGES = {
    "missing": _MISSING,
    "string_too_short": _TOO_SHORT,
    "too_short": _TOO_SHORT,
    "string_too_long": _TOO_LONG,
    "too_long": _TOO_LONG,
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "greater_than_equal": _SMALLEST,
    "less_than_equal": _LARGEST,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_max_places": N_("At most {decimal_places} decimals fit here."),
    "decimal_max_digits": N_("At most {max_digits} digits fit here."),
    "decimal_whole_digits": N_("At most {whole_digits} digits fit before the decimals."),
    "enum": N_("This is not one of the values to choose from."),
    "bool_parsing": _YES_OR_NO,
    "bool_type": _YES_OR_NO,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "uuid_parsing": NOTHING_THERE,
    "uuid_type": NOTHING_THERE,
}
_FALLBACK = N_("This value cannot be used here.")

_WIDEST = 10**18 - 1  # what a database can hold in a whole number


def check(cls: type[R], values: Mapping[str, Any]) -> R:
    """Return the record that `values` make, `id` included; Invalid says what is wrong."""
    try:
        record = cls.model_validate(dict(values))
    except ValidationError as error:
        complaints = tuple(_complaint(detail) for detail in error.errors())
        raise Invalid(cls, complaints, _id(values)) from error
    if too_wide := tuple(_too_wide(record)):
        raise Invalid(cls, too_wide, record.id)
    return record


def _id(values: Mapping[str, Any]) -> UUID | None:
    key = values.get("id")
    return key if isinstance(key, UUID) else None


def _too_wide(record: Record) -> Iterator[Complaint]:
    for found in fields(type(record)):
        if found.kind in (Kind.INTEGER, Kind.MONEY):
            value = getattr(record, found.name) or 0
            if value > _WIDEST:
                yield Complaint(found.name, Problem(_LARGEST, le=_WIDEST))
            if value < -_WIDEST:
                yield Complaint(found.name, Problem(_SMALLEST, ge=-_WIDEST))


def _complaint(detail: ErrorDetails) -> Complaint:
    field = str(detail["loc"][0]) if detail["loc"] else ""
    context = detail.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Problem):
        return Complaint(field, cause)
    if detail["input"] is None or context.get("min_length") == 1:
        return Complaint(field, Problem(_MISSING))
    message = _MESSAGES.get(detail["type"], _FALLBACK)
    return Complaint(field, Problem(message, **context))
