"""What a record is: one declaration from which table, grid, sheet, CSV and messages follow.

A record type is a frozen pydantic class. What the world needs to know of a field stands in its
`Annotated` metadata, with the markers below; `fields(cls)` is the only place that reads them.
"""

import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin
from uuid import UUID

from annotated_types import Ge, Le, MaxLen
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticUndefined

from methodology.choice import Choice
from methodology.scale import Scale
from methodology.stage import Stage
from methodology.text import Translate

SHORT, LONG = 250, 20_000
NOBODY = UUID(int=0)  # the id of records that nobody will keep


@dataclass(frozen=True)
class Label:
    """What the field is called, as an English message."""

    text: str


@dataclass(frozen=True)
class Help:
    """What to write in the field, as an English message."""

    text: str


@dataclass(frozen=True)
class Key:
    """The field is part of what people recognise the record by; unique in its table."""


@dataclass(frozen=True)
class Code:
    """The field is a short stable code; unique in its table where given."""


@dataclass(frozen=True)
class Ref:
    """The field points to one record of `table`."""

    table: str


@dataclass(frozen=True)
class Many:
    """The field points to several records of `table`."""

    table: str


@dataclass(frozen=True)
class Private:
    """Personal or confidential: never in the plan, gone when the person is purged."""


@dataclass(frozen=True)
class Unit:
    """The unit a number is given in, as an English message."""

    text: str


MINOR_DIGITS = 2


@dataclass(frozen=True)
class Amount:
    """An amount of money in integer hundredths of the project's currency, whatever its coins.

    A fixed scale: changing the currency never changes what a stored amount is worth in units.
    """


@dataclass(frozen=True)
class Year:
    """A calendar year: shown without grouping."""


@dataclass(frozen=True)
class Called:
    """Other header names that people's spreadsheets use for the field, in any language."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


class Kind(StrEnum):
    """How a field is stored, shown, typed and parsed."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    CHOICE = "choice"
    CHOICES = "choices"
    REFERENCE = "reference"
    REFERENCES = "references"

    @property
    def is_number(self) -> bool:
        """Say whether values are numbers, which stand at the right."""
        return self in (Kind.INTEGER, Kind.NUMBER, Kind.MONEY)

    @property
    def is_text(self) -> bool:
        """Say whether values are people's own words."""
        return self in (Kind.TEXT, Kind.LONG_TEXT)

    @property
    def is_list(self) -> bool:
        """Say whether a value may be several."""
        return self in (Kind.CHOICES, Kind.REFERENCES)

    @property
    def is_pointer(self) -> bool:
        """Say whether values are ids of other records."""
        return self in (Kind.REFERENCE, Kind.REFERENCES)

    @property
    def is_of_any_length(self) -> bool:
        """Say whether a value can be longer than a cell of a spreadsheet holds."""
        return self.is_text or self.is_list

    @property
    def is_wide(self) -> bool:
        """Say whether values need room: long texts and lists."""
        return self is Kind.LONG_TEXT or self.is_list


@dataclass(frozen=True)
class Attribute:
    """One field of a record type, as every other part of the program sees it."""

    name: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = False
    default: Any = None
    choices: tuple[Choice, ...] = ()
    target: str = ""
    unit: str = ""
    called: tuple[str, ...] = ()
    is_key: bool = False
    is_code: bool = False
    is_private: bool = False
    is_year: bool = False
    least: int | None = None
    most: int | None = None
    decimals: int | None = None
    scale: Scale | None = None

    def explained(self, translate: Translate) -> str:
        """Return what to write in the field, and every step of its scale where it has one."""
        parts = [translate(self.help)] if self.help else []
        if self.scale:
            parts.append(self.scale.explained(translate))
        return ". ".join(parts)


_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\u200b\u2060\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(value: object) -> object:
    """Return text as XML, spreadsheets and SQLite can all hold it; anything else unchanged.

    Line breaks of every origin become a newline; control characters, lone surrogates and signs
    without width go.
    """
    if not isinstance(value, str) or value.isprintable():
        return value
    return _UNPRINTABLE.sub("", re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", value))


def clean_line(value: object) -> object:
    """Return text as `clean` does, on one line."""
    value = clean(value)
    return re.sub(r"\s*\n\s*", " ", value) if isinstance(value, str) and "\n" in value else value


Text = Annotated[str, BeforeValidator(clean_line), Field(max_length=SHORT)]
Name = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=SHORT)]
LongText = Annotated[str, BeforeValidator(clean), Field(max_length=LONG)]
Moment = Annotated[datetime, AwareDatetime]

REGISTRY: dict[str, type["Record"]] = {}


class Record(BaseModel):
    """Base of all record types; a subclass with a `table` is registered as it is defined."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    table: ClassVar[str] = ""
    title: ClassVar[str] = ""  # plural, as a message: heading of the grid, the sheet, the table
    about: ClassVar[str] = ""  # one sentence that says what a row is
    row_called: ClassVar[tuple[str, ...]] = ()  # what people's headings call a row, any language
    stage: ClassVar[Stage] = Stage.PROCESS  # whose screen and chapter show it
    is_single: ClassVar[bool] = False  # one row per project
    is_internal: ClassVar[bool] = False  # kept by the program: in no grid, sheet or file of tables
    has_grid: ClassVar[bool] = True  # edited in a table of its stage, not in a place of its own
    is_person: ClassVar[bool] = False  # a row is a natural person, who can be purged

    id: UUID

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.table:
            REGISTRY[cls.table] = cls


@cache
def fields(cls: type[Record]) -> tuple[Attribute, ...]:
    """Return the fields of a record type, `id` left out, in the order of declaration.

    Those that it shares with other types, by a base without a table, come after its own.
    """
    hints: dict[str, Any] = {}
    for base in cls.__mro__:
        for name, hint in getattr(base, "__annotations__", {}).items():
            hints.setdefault(name, hint)
    return tuple(
        _attribute(name, hint, cls.model_fields[name])
        for name, hint in hints.items()
        if name in cls.model_fields and name != "id"
    )


def attribute(cls: type[Record], name: str) -> Attribute:
    """Return one field by its name; KeyError when the type has no such field."""
    return {found.name: found for found in fields(cls)}[name]


@cache
def key_fields(cls: type[Record]) -> tuple[Attribute, ...]:
    """Return the fields that people recognise a record of this type by."""
    return tuple(found for found in fields(cls) if found.is_key)


def _attribute(name: str, hint: Any, info: Any) -> Attribute:
    base, marks = _unwrap(hint)
    found = {type(mark): mark for mark in marks}
    default = None if info.default is PydanticUndefined else info.default
    made = Attribute(
        name=name,
        kind=_kind(base, found),
        label=found[Label].text,
        help=found[Help].text if Help in found else "",
        required=info.is_required(),
        default=default,
        choices=_choices(base),
        unit=found[Unit].text if Unit in found else "",
        called=found[Called].names if Called in found else (),
        is_key=Key in found,
        is_code=Code in found,
        is_private=Private in found,
        is_year=Year in found,
        least=found[Ge].ge if Ge in found else None,
        most=found[Le].le if Le in found else None,
        decimals=next(
            (mark.decimal_places for mark in marks if hasattr(mark, "decimal_places")), None
        ),
        scale=found.get(Scale),
    )
    pointer = found.get(Ref) or found.get(Many)
    return replace(made, target=pointer.table) if pointer else made


def _unwrap(hint: Any) -> tuple[Any, list[Any]]:
    """Return the bare type behind `Annotated` and `| None`, and all marks found on the way."""
    marks: list[Any] = []
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            for mark in more:
                marks.extend(getattr(mark, "metadata", None) or [mark])
        elif get_origin(hint) in (Union, types.UnionType):
            hint = next(part for part in get_args(hint) if part is not type(None))
        else:
            return hint, marks


def _kind(base: Any, marks: Mapping[type, Any]) -> Kind:
    if Amount in marks:
        return Kind.MONEY
    if get_origin(base) is tuple:
        return Kind.REFERENCES if Many in marks else Kind.CHOICES
    if base is str:
        limit = marks[MaxLen].max_length if MaxLen in marks else SHORT
        return Kind.LONG_TEXT if limit > SHORT else Kind.TEXT
    if issubclass(base, Enum):
        return Kind.CHOICE
    return {
        int: Kind.INTEGER,
        Decimal: Kind.NUMBER,
        bool: Kind.BOOLEAN,
        date: Kind.DATE,
        datetime: Kind.MOMENT,
        UUID: Kind.REFERENCE,
    }[base]


def _choices(base: Any) -> tuple[Choice, ...]:
    inner = get_args(base)[0] if get_origin(base) is tuple else base
    return tuple(inner) if isinstance(inner, type) and issubclass(inner, Choice) else ()
