"""How the plan writes a field's value: in the reader's words, with unit and currency, exactly."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from app.i18n import Reader
from methodology.characterization import Indicator, Statistic
from methodology.choice import Choice
from methodology.mapping import Contact
from methodology.raters import Rater
from methodology.record import Attribute, Kind, Record, fields, key_fields
from methodology.snapshot import Snapshot

PERCENT, YEARS = "%", "years"  # units that are more than a word after the number
CENTS = 2  # decimals of an amount that is not whole


class Speaker:
    """Says the values of one project's records; remembers how records are called."""

    def __init__(self, snapshot: Snapshot, _: Reader) -> None:
        self._snapshot = snapshot
        self._reader = _
        self._names: dict[UUID, str] = {}
        self._numbers: dict[Decimal | int, str] = {}
        self._days: dict[date, str] = {}
        self._labels: dict[str, str] = {}

    def name(self, key: UUID | None) -> str:
        """Return how a record is called; empty for a person who does not consent to be named.

        Raters stay unnamed: the side that one speaks for stands in its place.
        """
        if key is None:
            return ""
        if key not in self._names:
            record = self._snapshot.find_any(key)
            if isinstance(record, Contact) and not record.consent:
                record = None
            self._names[key] = (
                self.label(record.side.label)
                if isinstance(record, Rater)
                else self._called(record)
                if record
                else ""
            )
        return self._names[key]

    def _called(self, record: Record) -> str:
        """Return the key fields of a record in words; what it points to follows the same rules."""
        found = (getattr(record, key.name) for key in key_fields(type(record)))
        parts = (
            self.name(value)
            if isinstance(value, UUID)
            else self.label(value.label)
            if isinstance(value, Choice)
            else str(value)
            for value in found
            if value is not None
        )
        return " · ".join(filter(None, parts)) or self.label(type(record).title)

    def say(self, record: Record, attribute: Attribute) -> str:
        """Return a field of a record in words; empty when it is not filled."""
        value = getattr(record, attribute.name)
        if value is None or value in ("", ()):
            return ""
        if isinstance(record, Statistic) and attribute.name == "value":
            return self.figure(record)
        return _SAY[attribute.kind](self, attribute, value)

    def figure(self, statistic: Statistic) -> str:
        """Return the value of a statistic, with currency where it is money."""
        return self.quantity(statistic.indicator, statistic.value)

    def quantity(self, indicator: Indicator, value: Decimal) -> str:
        """Return a value of an indicator, with currency where it is money, nothing rounded."""
        if indicator.is_money:
            return self._reader.amount(value, _decimals(value))
        return self._exact(value)

    def money(self, minor_units: int) -> str:
        """Return an amount with its currency, with cents only where there are any."""
        major = self._reader.major(minor_units)
        whole = major == major.to_integral_value()
        return self._reader.amount(major, 0 if whole else CENTS)

    def day(self, day: date) -> str:
        """Return a date as tables write it."""
        if day not in self._days:
            self._days[day] = self._reader.date(day, "medium")
        return self._days[day]

    def told(
        self, record: Record, attributes: Iterable[Attribute]
    ) -> Iterator[tuple[Attribute, str]]:
        """Yield the filled ones of some fields with their words; an unticked box is not filled."""
        for attribute in attributes:
            value = getattr(record, attribute.name)
            if value is None or value is False:
                continue
            if words := self.say(record, attribute):
                yield attribute, words

    def filled(self, record: Record) -> list[Attribute]:
        """Return the filled public fields of a record; an unticked box is not filled."""
        public = (one for one in fields(type(record)) if not one.is_private)
        return [attribute for attribute, _words in self.told(record, public)]

    def label(self, message: str) -> str:
        """Return a label translated, asking for each once."""
        if message not in self._labels:
            self._labels[message] = self._reader(message)
        return self._labels[message]

    def _exact(self, value: Decimal | int) -> str:
        if value not in self._numbers:
            self._numbers[value] = self._reader.number(value, _decimals(Decimal(value)))
        return self._numbers[value]

    def _whole(self, attribute: Attribute, value: int) -> str:
        if attribute.is_year:
            return str(value)
        return self._with_unit(attribute, value)

    def _number(self, attribute: Attribute, value: Decimal) -> str:
        return self._with_unit(attribute, value)

    def _with_unit(self, attribute: Attribute, value: Decimal | int) -> str:
        """Write a number with its unit: a percentage as the country does, one year as one."""
        if attribute.unit == PERCENT:
            exact = Decimal(value)
            return self._reader.percent(exact / 100, _decimals(exact))
        number = self._exact(value)
        if attribute.unit == YEARS and value == 1:
            return self._reader.many("{count} year", "{count} years", 1)
        unit = self.label(attribute.unit)
        return self._reader.measured(value, _decimals(Decimal(value)), unit) if unit else number

    def _truth(self, _attribute: Attribute, value: bool) -> str:
        _ = self._reader
        return _("Yes") if value else _("No")

    def _choices(self, _attribute: Attribute, value: tuple[Any, ...]) -> str:
        return self._reader.join([self.label(one.label) for one in value])

    def _names_of(self, _attribute: Attribute, value: tuple[UUID, ...]) -> str:
        return self._reader.join([name for name in map(self.name, value) if name])


_SAY: dict[Kind, Callable[[Speaker, Attribute, Any], str]] = {
    Kind.TEXT: lambda _by, _attribute, value: str(value),
    Kind.LONG_TEXT: lambda _by, _attribute, value: str(value),
    Kind.INTEGER: Speaker._whole,
    Kind.NUMBER: Speaker._number,
    Kind.MONEY: lambda by, _attribute, value: by.money(value),
    Kind.BOOLEAN: Speaker._truth,
    Kind.DATE: lambda by, _attribute, value: by.day(value),
    Kind.MOMENT: lambda by, _attribute, value: by._reader.moment(value),
    Kind.CHOICE: lambda by, _attribute, value: by.label(value.label),
    Kind.CHOICES: Speaker._choices,
    Kind.REFERENCE: lambda by, _attribute, value: by.name(value),
    Kind.REFERENCES: Speaker._names_of,
}


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
