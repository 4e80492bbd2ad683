"""Values of records inside messages: references in words, figures as the reader's country does."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, runtime_checkable
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Attribute, Kind
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark, Translate
from methodology.words import called

_DECIMALS = 4


def shown(snapshot: Snapshot, found: Attribute, value: Any) -> object:
    """Return the value of a field as a message can hold it."""
    if isinstance(value, tuple):
        return tuple(shown(snapshot, found, part) for part in value)
    if isinstance(value, UUID):
        target = snapshot.find_any(value)
        return called(snapshot, target) if target else ""
    if isinstance(value, bool):
        return Remark(N_("Yes") if value else N_("No"))
    if value is None or isinstance(value, Choice | str):
        return value or ""
    return Figure(str(value), found=found, value=value)


@dataclass(frozen=True)
class Figure(Remark):
    """An amount, a number or a date in a message: written by the reader, or plainly without one."""

    found: Attribute = field(kw_only=True)
    value: Any = field(kw_only=True)

    def text(self, translate: Translate) -> str:
        """Return the value with the signs of the reader's country."""
        if not isinstance(translate, Writes) or self.found.is_year:
            return self.message
        match self.found.kind:
            case Kind.MONEY:
                return translate.amount(translate.major(self.value), translate.currency_digits)
            case Kind.DATE:
                return translate.date(self.value, "medium")
            case Kind.INTEGER | Kind.NUMBER:
                return translate.number(self.value, _DECIMALS, fixed=False)
        return self.message


@runtime_checkable
class Writes(Protocol):
    """A translator that also knows how its country writes figures."""

    @property
    def currency_digits(self) -> int: ...
    def major(self, minor_units: int) -> Decimal: ...
    def amount(self, major_units: Decimal, digits: int = 0) -> str: ...
    def number(self, value: Decimal | float, digits: int = 0, *, fixed: bool = True) -> str: ...
    def date(self, day: date, style: str = "long") -> str: ...
