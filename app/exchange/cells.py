"""Between values and the words people read and type: the grid, workbooks and CSV all pass here."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any
from uuid import UUID

from app.exchange.currencies import told_in_amount
from app.exchange.days import day_of_serial, parse_day, parse_moment, show_day
from app.exchange.everyday import everyday_words, singular
from app.exchange.folding import fold
from app.exchange.naming import Names
from app.exchange.numerals import parse_number
from app.exchange.problems import CellProblem, MissingCell, OtherCurrency, UnknownName
from app.i18n import Reader
from methodology.choice import Choice
from methodology.project import Language
from methodology.record import REGISTRY, Attribute, Kind
from methodology.text import N_, Remark

__all__ = ["CellProblem", "MissingCell", "Names", "UnknownName", "parse", "read", "show"]

SEPARATOR = ";"
SHORTEST = 3  # letters of a word that is shortened
EXAMPLE_YEAR = 1_998
LAST_YEAR = 2_200  # a lesser number in a column of dates is a year alone, no day of 1906
_NAME = re.compile(r'\s*(?:"(?:[^"]|"")*"(?=\s*(?:[;\n]|$))|[^;\n]+)')
_TRUE = frozenset(
    ("si", "yes", "sim", "s", "y", "x", "1", "v", "true", "verdadero", "verdadeiro", "✓", "✔")
)
_FALSE = frozenset(("no", "nao", "n", "0", "f", "-", "false", "falso", "✗", "✘"))
_UNKNOWN = frozenset(
    (
        *("n/d", "n.d.", "n.d", "nd", "s/d", "s.d.", "s.d", "sd", "n/a", "n.a.", "n.a", "na"),
        *("-", "--", "–", "—", "?", "sindato", "sindatos", "sininformacion", "nodisponible"),
        *("s/i", "s.i.", "s.i", "ns/nc", "noaplica", "naoaplica", "naoseaplica", "noseaplica"),
        *("semdados", "seminformacao", "naodisponivel", "nodata", "notavailable", "unknown"),
    )
)
_WHOLE = frozenset({Kind.INTEGER, Kind.MONEY})
OTHER_GENDER = {"a": "o", "o": "a"}  # in Spanish and Portuguese


def show(attribute: Attribute, value: Any, _: Reader, names: Names) -> str:
    """Return a value in the reader's words; empty for nothing."""
    if value is None:
        return ""
    return _SHOW[attribute.kind](attribute, value, _, names)


def parse(attribute: Attribute, text: str, _: Reader, names: Names) -> Any:
    """Return the value that typed `text` means; CellProblem says what is wrong with it.

    An empty cell gives the field's default; MissingCell where the record needs something.
    UnknownName when a reference names a record that does not exist.
    """
    if not text.strip():
        return _empty(attribute)
    return _PARSE[attribute.kind](attribute, text.strip(), _, names)


def read(attribute: Attribute, cell: object, _: Reader, names: Names) -> Any:
    """Return the value of a spreadsheet's cell, typed or text; CellProblem as `parse`."""
    if (share := rounded_share(attribute, cell, _)) is not None:
        return share
    if isinstance(cell, str) or cell is None:
        return parse(attribute, cell or "", _, names)
    if isinstance(cell, datetime):
        return _read_moment(attribute, cell, _, names)
    if isinstance(cell, date):
        return _read_day(attribute, cell, _, names)
    if isinstance(cell, bool):
        text = str(cell) if attribute.kind is Kind.BOOLEAN else _yes_or_no(cell, _)
        return parse(attribute, text, _, names)
    return _read_number(attribute, Decimal(str(cell)), _, names)


def rounded_share(attribute: Attribute, cell: object, _: Reader) -> int | None:
    """Return the whole per cent of a share with decimals, as formulas give them; None of others.

    Less than one per cent may be a share of one, and is not rounded.
    """
    is_share = attribute.kind is Kind.INTEGER and "%" in attribute.unit
    if not is_share or not isinstance(cell, str | float | Decimal):
        return None
    try:
        number = parse_number(cell, _) if isinstance(cell, str) else Decimal(str(cell))
    except CellProblem:
        return None
    if abs(number) < 1 or number == number.to_integral_value():
        return None
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def is_unknown(attribute: Attribute, text: str) -> bool:
    """Say whether a cell says that what is optional is not known: «n/d», a dash; no text does."""
    said = fold(text).replace(" ", "")
    if attribute.kind is Kind.BOOLEAN and said in _FALSE:
        return False
    assumed = attribute.kind is Kind.CHOICE and attribute.default is not None
    is_known = attribute.required or assumed or attribute.kind.is_text
    return not is_known and said in _UNKNOWN


def split_names(text: str) -> list[str]:
    """Return the names in a cell, separated by semicolons or lines; quoted where they hold one."""
    found = (match[0].strip() for match in _NAME.finditer(text))
    return [name for name in map(_unquoted, found) if name]


def join_names(names: list[str]) -> str:
    """Write names in one cell, so that `split_names` gives them back."""
    return f"{SEPARATOR} ".join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    doubtful = SEPARATOR in name or name.startswith('"') or "\n" in name
    return '"' + name.replace('"', '""') + '"' if doubtful else name


def _unquoted(name: str) -> str:
    quoted = len(name) > 1 and name.startswith('"') and name.endswith('"')
    return name[1:-1].replace('""', '"').strip() if quoted else name


def _empty(attribute: Attribute) -> Any:
    if attribute.required:
        raise MissingCell(N_("Something is missing here."))
    if attribute.kind.is_text:
        return ""
    return () if attribute.kind.is_list else attribute.default


def _read_moment(attribute: Attribute, cell: datetime, _: Reader, names: Names) -> Any:
    if attribute.kind is Kind.DATE:
        return cell.date()
    if attribute.kind is Kind.MOMENT:
        return cell.replace(tzinfo=UTC) if cell.tzinfo is None else cell.astimezone(UTC)
    if attribute.is_year:
        return cell.year
    return parse(attribute, cell.isoformat(sep=" "), _, names)


def _read_day(attribute: Attribute, cell: date, _: Reader, names: Names) -> Any:
    if attribute.kind is Kind.DATE:
        return cell
    return cell.year if attribute.is_year else parse(attribute, str(cell), _, names)


def _read_number(attribute: Attribute, number: Decimal, _: Reader, names: Names) -> Any:
    if attribute.kind is Kind.NUMBER:
        return _rounded(number, attribute.decimals)
    if attribute.kind is Kind.MONEY:
        return _.minor(number)
    if attribute.kind is Kind.DATE and LAST_YEAR < number < 2_958_466:
        return day_of_serial(int(number))
    text = f"{number.normalize():f}"
    if attribute.kind is Kind.INTEGER:
        return _whole(number, text, _)
    return parse(attribute, text, _, names)


def _rounded(number: Decimal, decimals: int | None) -> Decimal:
    """Round what a formula computed to the decimals that the field keeps."""
    least = Decimal(1).scaleb(-decimals) if decimals is not None else number
    exponent = int(number.as_tuple().exponent)
    return number.quantize(least) if decimals is not None and exponent < -decimals else number


def _whole(number: Decimal, text: str, _: Reader) -> int:
    if number != number.to_integral_value():
        raise CellProblem(N_("“{text}” is not a whole number."), text=text)
    return int(number)


def _yes_or_no(value: bool, _: Reader) -> str:
    return _("Yes") if value else _("No")


def _show_number(attribute: Attribute, value: Any, _: Reader, _names: Names) -> str:
    if attribute.is_year:
        return str(value)
    number = _.major(value) if attribute.kind is Kind.MONEY else Decimal(value)
    exact = number if number != number.to_integral_value() else number.quantize(Decimal(1))
    return _.number(exact, max(0, -int(exact.as_tuple().exponent)))


def _show_many(attribute: Attribute, value: Any, _: Reader, names: Names) -> str:
    one = Kind.CHOICE if attribute.kind is Kind.CHOICES else Kind.REFERENCE
    return join_names([_SHOW[one](attribute, part, _, names) for part in value])


_SHOW: dict[Kind, Callable[[Attribute, Any, Reader, Names], str]] = {
    Kind.TEXT: lambda _attribute, value, _, _names: str(value),
    Kind.LONG_TEXT: lambda _attribute, value, _, _names: str(value),
    Kind.INTEGER: _show_number,
    Kind.NUMBER: _show_number,
    Kind.MONEY: _show_number,
    Kind.BOOLEAN: lambda _attribute, value, _, _names: _yes_or_no(value, _),
    Kind.DATE: lambda _attribute, value, _, _names: show_day(value, _),
    Kind.MOMENT: lambda _attribute, value, _, _names: value.isoformat(sep=" "),
    Kind.CHOICE: lambda _attribute, value, _, _names: _(value.label),
    Kind.CHOICES: _show_many,
    Kind.REFERENCE: lambda _attribute, value, _, names: names.words(value),
    Kind.REFERENCES: _show_many,
}


def _parse_number(attribute: Attribute, text: str, _: Reader, _names: Names) -> Any:
    if attribute.is_year:
        return _parse_year(text, _)
    number = parse_number(text, _, whole=attribute.kind in _WHOLE)
    if attribute.kind is Kind.MONEY:
        _refuse_foreign(text, _)
        return _.minor(number)
    return number if attribute.kind is Kind.NUMBER else _whole(number, text, _)


def _parse_year(text: str, _: Reader) -> int:
    """Read a year, or that of a date."""
    with suppress(CellProblem):
        return _whole(parse_number(text, _, whole=True), text, _)
    with suppress(CellProblem):
        return parse_day(text, _).year
    raise CellProblem(
        N_("“{text}” is not a year. Write it like {example}."), text=text, example=str(EXAMPLE_YEAR)
    )


def _refuse_foreign(text: str, _: Reader) -> None:
    told = told_in_amount(text)
    if told and _.currency not in told.currencies:
        raise OtherCurrency(
            N_(
                "“{text}” is in another currency than the project ({currency}). "
                "Convert it and write the amount alone, or leave the cell empty."
            ),
            text=text,
            currency=_.currency.value,
        )


def _parse_boolean(_attribute: Attribute, text: str, _: Reader, _names: Names) -> bool:
    folded = fold(text)
    if folded in _TRUE or folded == fold(_("Yes")):
        return True
    if folded in _FALSE or folded == fold(_("No")):
        return False
    raise CellProblem(N_("“{text}” is neither yes nor no."), text=text)


def _parse_choice(attribute: Attribute, text: str, _: Reader, _names: Names) -> Choice:
    members, typed = _members(type(attribute.choices[0]), _), fold(text)
    found = members.get(typed) or members.get(singular(typed))
    if found is None:
        raise CellProblem(
            N_("“{text}” is not one of these: {choices}."),
            text=text,
            choices=attribute.choices,
        )
    return found


def guess_choice(attribute: Attribute, text: str, _: Reader) -> Choice | None:
    """Return the only member that a shorter or a longer text means; None for several.

    «Prov.» and «proveedor de leche» begin like the words of one member, or with all of them.
    """
    typed = fold(text).rstrip(". ")
    found = {
        member
        for word, member in _members(type(attribute.choices[0]), _).items()
        if min(len(typed), len(word)) >= SHORTEST
        and (word.startswith(typed) or typed.startswith(f"{word} "))
    }
    return found.pop() if len(found) == 1 else None


@cache
def _members(choices: type[Choice], _: Reader) -> dict[str, Choice]:
    """Index a closed list by its words: the reader's, then other languages', then values.

    Last comes each word in its other gender: «alto» for a likelihood that is «alta».
    """
    found: dict[str, Choice] = {}
    readers = (_, *(replace(_, language=language) for language in Language))
    for speaker in readers:
        for member in choices:
            found.setdefault(fold(speaker(member.label)), member)
    for member in choices:
        found.setdefault(fold(member.label), member)
        found.setdefault(fold(member.value), member)
    for member in choices:
        for name in everyday_words(member):
            found.setdefault(fold(name), member)
    for word, member in [*found.items()]:
        if word[-1] in OTHER_GENDER:
            found.setdefault(word[:-1] + OTHER_GENDER[word[-1]], member)
    return _singulars(found) | found


def _singulars(named: dict[str, Choice]) -> dict[str, Choice]:
    """Return members by words without plural ending, where no two members share them."""
    stems: dict[str, set[Choice]] = {}
    for name, member in named.items():
        stems.setdefault(singular(name), set()).add(member)
    return {stem: members.pop() for stem, members in stems.items() if len(members) == 1}


def _parse_choices(attribute: Attribute, text: str, _: Reader, names: Names) -> tuple[Choice, ...]:
    parts = [_parse_choice(attribute, part, _, names) for part in split_names(text)]
    return tuple(dict.fromkeys(parts))


def _parse_reference(attribute: Attribute, text: str, _: Reader, names: Names) -> UUID:
    found = names.find(attribute.target, text)
    if found is None and len(wholes := names.wholes(attribute.target, text)) > 1:
        raise CellProblem(
            N_("“{name}” may be any of these; write it whole: {choices}."),
            name=text,
            choices=tuple(wholes),
        )
    if found is None:
        raise UnknownName(
            N_("“{name}” is not in the table “{table}”."),
            name=text,
            table=Remark(REGISTRY[attribute.target].title),
        )
    return found


def _parse_one(attribute: Attribute, text: str, _: Reader, names: Names) -> UUID:
    """Read the only name of a cell; of several names no one record is made."""
    if len(split_names(text)) > 1 and not names.knows(attribute.target, text):
        message = N_("“{name}” names several, and one goes here. Write a row for each of them.")
        raise UnknownName(message, name=text)
    return _parse_reference(attribute, text, _, names)


def _parse_references(attribute: Attribute, text: str, _: Reader, names: Names) -> tuple[UUID, ...]:
    parts = split_names(text)
    if len(parts) == 1 and not names.knows(attribute.target, parts[0]):
        by_comma = [part.strip() for part in parts[0].split(",") if part.strip()]
        if all(names.knows(attribute.target, part) for part in by_comma):
            parts = by_comma
    return tuple(dict.fromkeys(_parse_reference(attribute, part, _, names) for part in parts))


_PARSE: dict[Kind, Callable[[Attribute, str, Reader, Names], Any]] = {
    Kind.TEXT: lambda _attribute, text, _, _names: text,
    Kind.LONG_TEXT: lambda _attribute, text, _, _names: text,
    Kind.INTEGER: _parse_number,
    Kind.NUMBER: _parse_number,
    Kind.MONEY: _parse_number,
    Kind.BOOLEAN: _parse_boolean,
    Kind.DATE: lambda _attribute, text, _, _names: parse_day(text, _),
    Kind.MOMENT: lambda _attribute, text, _, _names: parse_moment(text, _),
    Kind.CHOICE: _parse_choice,
    Kind.CHOICES: _parse_choices,
    Kind.REFERENCE: _parse_one,
    Kind.REFERENCES: _parse_references,
}
