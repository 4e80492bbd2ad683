"""Texts of the method: marked here for the catalogues, translated at the edge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

Translate = Callable[[str], str]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a message translated later
    """Mark `message` for extraction and return it unchanged."""
    return message


class Problem(ValueError):
    """Something a person has to know: an English message with named values, translated when shown.

    Subclasses are named for what is wrong. `str()` gives the English text.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.text(str)

    def text(self, translate: Translate) -> str:
        """Return the message in the reader's language; labels among its values follow."""
        return _text(self.message, self.values, translate)


@dataclass(frozen=True)
class Remark:
    """A sentence about the project: an English message with named values, translated when shown."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text(str)

    def text(self, translate: Translate) -> str:
        """Return the sentence in the reader's language; labels among its values follow."""
        return _text(self.message, self.values, translate)


@dataclass(frozen=True)
class Term:
    """A word among the values of a message: translated where it is one of the program's own."""

    label: str


def sentences(*said: Remark) -> Remark:
    """Return sentences one after the other, empty ones left out."""
    kept = {f"part{place}": part for place, part in enumerate(said) if part.message}
    return Remark(" ".join(f"{{{name}}}" for name in kept), kept)


def _text(message: str, values: Mapping[str, object], translate: Translate) -> str:
    spoken = {name: _spoken(value, translate) for name, value in values.items()}
    return translate(message).format(**spoken)


def _spoken(value: object, translate: Translate) -> object:
    label = getattr(value, "label", None)
    if isinstance(label, str):
        return translate(label)
    if isinstance(value, Remark | Problem):
        return value.text(translate)
    if isinstance(value, datetime):
        return _moment(value, translate)
    if isinstance(value, date):
        return _day(value, translate)
    if isinstance(value, Decimal):
        return _number(value, translate)
    if isinstance(value, tuple):
        return ", ".join(str(_spoken(part, translate)) for part in value)
    return value


def _day(day: date, translate: Translate) -> str:
    """Return a date as the reader writes it; a translator that writes none gets it as ISO does."""
    write: Callable[[date], str] | None = getattr(translate, "date", None)
    return write(day) if write else day.isoformat()


def _moment(at: datetime, translate: Translate) -> str:
    """Return a date and time of day as the reader writes them; without one as ISO does."""
    write: Callable[[datetime], str] | None = getattr(translate, "moment", None)
    return write(at) if write else at.astimezone().isoformat(" ", "minutes")[:16]


def _number(number: Decimal, translate: Translate) -> str:
    """Return a number with all its decimals, as the reader writes them."""
    write: Callable[[Decimal, int], str] | None = getattr(translate, "number", None)
    return write(number, max(0, -int(number.as_tuple().exponent))) if write else str(number)
