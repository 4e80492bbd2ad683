"""Numbers as people write them: `1.234,5`, `1,234.5`, `2,5`, `S/ 1 200`, `12 %`, `(300)`."""

import re
from decimal import Decimal, InvalidOperation
from functools import cache

from app.exchange.currencies import signs
from app.exchange.problems import CellProblem
from app.i18n import Reader
from methodology.text import N_

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_UNMARKED = re.compile(r"[-+(]?[\d.,' ]*[-)]?", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}")


class NotANumber(CellProblem):
    """Text where a number should be."""


def parse_number(text: str, _: Reader, *, whole: bool = False) -> Decimal:
    """Return the number that `text` means to a reader; NotANumber when it means none.

    One sign followed by three digits separates thousands when the country's signs say so, and
    always when `whole`: nobody counts staff, or money, in thousandths.
    """
    bare = _strip_marks(_SPACES.sub(" ", text).strip())
    negative = bare.startswith(("-", "(")) or bare.endswith("-")
    digits = bare.strip("+-() ")
    if _SCIENTIFIC.fullmatch(bare):
        return _decimal(bare.replace(",", "."), text, _)
    if not digits or not re.fullmatch(r"[\d.,' ]+", digits, re.ASCII):
        raise _not_a_number(text, _)
    whole_part, fraction = _split(digits, _.decimal_symbol, whole=whole)
    if not re.fullmatch(r"\d*|\d{1,3}(?:[.,' ]\d{3})+", whole_part):
        raise _not_a_number(text, _)
    units = re.sub(r"[.,' ]", "", whole_part)
    made = _decimal(f"{units or 0}.{fraction}" if fraction else units, text, _)
    return -made if negative else made


def _split(digits: str, decimal: str, *, whole: bool) -> tuple[str, str]:
    """Return the whole part, thousands still marked, and the digits after the decimal sign."""
    signs = re.findall(r"[.,]", digits)
    if not signs:
        return digits, ""
    last = signs[-1]
    if len(set(signs)) == 1 and not re.search(r"[' ]", digits):
        in_groups = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", digits)
        if in_groups and (len(signs) > 1 or whole or last != decimal):
            return digits, ""
    whole_part, _sign, fraction = digits.rpartition(last)
    return (digits, "") if last in whole_part or not fraction.isdigit() else (whole_part, fraction)


def _strip_marks(text: str) -> str:
    bare = text.replace("−", "-").replace("’", "'")
    if _UNMARKED.fullmatch(bare):
        return bare
    for mark in _marks():
        if bare.casefold().startswith(mark):
            return bare[len(mark) :].strip()
        if bare.casefold().startswith(f"-{mark}"):
            return "-" + bare[len(mark) + 1 :].strip()
        if bare.casefold().endswith(mark):
            return bare[: -len(mark)].strip()
    return bare


@cache
def _marks() -> tuple[str, ...]:
    """Signs and codes of the currencies, and the per cent sign, longest first."""
    return tuple(sorted({*signs(), "%"}, key=lambda mark: (-len(mark), mark)))


def _decimal(digits: str, text: str, _: Reader) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise _not_a_number(text, _) from None


def _not_a_number(text: str, _: Reader) -> NotANumber:
    return NotANumber(
        N_("“{text}” is not a number. Write it like {example}."),
        text=text,
        example=_.number(Decimal("1234.5"), 1),
    )
