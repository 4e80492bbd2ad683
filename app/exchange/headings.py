"""Headings: what a field may be called in people's spreadsheets, in three languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz import fuzz

from app.exchange.folding import fold, fold_title
from app.exchange.scales import without_scales
from app.i18n import reader
from methodology.project import Language
from methodology.record import Attribute, Record, fields
from methodology.text import Translate

ID = "id"
NEAR = 84.0
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMING = re.compile(
    r"^(?:nombres?|nomes?|names?) (?:(?:de|del|da|do|of) )?(?:(?:la|el|las|los|the) )?(?=.)| name$"
)
_CONTINUED = re.compile(r"^(.+) \((\d+)\)$", re.DOTALL)


def id_heading(cls: type[Record]) -> str:
    """Return the heading of the column that holds the ids of a record type."""
    return f"{ID}:{cls.table}"


def is_aside(headings: Iterable[str]) -> bool:
    """Say whether a sheet is one of ours that holds no records, such as the guide to the others."""
    return f"{ID}:" in headings


def field_called(cls: type[Record], heading: str) -> str | None:
    """Return the field that a heading names exactly, asides in brackets and a year left out."""
    if heading.strip() == id_heading(cls):
        return ID
    return _named(cls, heading) or _named_by_all(cls, heading)


def _named(cls: type[Record], heading: str) -> str | None:
    index, titles = title_index(cls), _titles(heading)
    told = (*titles, *_about_a_row(cls, titles), *map(_without_name, titles))
    return next((index[title] for title in told if title in index), None)


def _named_by_all(cls: type[Record], heading: str) -> str | None:
    """Return the field that every part of «Nombre o razón social» names."""
    parts = re.split(r"\s*/\s*|\s+(?:o|u|y|ou|e|or|and)\s+", _ASIDE.sub("", heading))
    found = {_named(cls, part) for part in parts} if len(parts) > 1 else set()
    return found.pop() if len(found) == 1 else None


def _about_a_row(cls: type[Record], titles: tuple[str, ...]) -> Iterator[str]:
    """Yield titles without what a row is: of a firm, «Tipo de la empresa» is its type."""
    for title in titles if cls.row_called else ():
        yield _of_a_row(cls).sub("", title)


@cache
def _of_a_row(cls: type[Record]) -> re.Pattern[str]:
    words = "|".join(sorted(map(fold_title, cls.row_called)))
    article = "(?:(?:de|del|da|do|das|dos|of)(?: (?:la|el|las|los|the|each|cada))? )?"
    return re.compile(f" {article}(?:{words})$|^(?:{words}) (?=.)")


def _without_name(title: str) -> str:
    """Return what a title says is named: «Nombre del proyecto», «Project name»."""
    return _NAMING.sub("", title)


@lru_cache(maxsize=4096)
def _titles(heading: str) -> tuple[str, ...]:
    """Return what a heading may say, folded: every record type is asked for it."""
    bare = _ASIDE.sub("", heading)
    dateless = _YEAR.sub("", bare)
    uncounted = without_scales(fold(dateless))
    return tuple(fold_title(text) for text in (heading, bare, dateless, uncounted) if text)


def year_of(heading: str) -> int:
    """Return the year that a heading gives, 0 for none."""
    found = _YEAR.search(heading)
    return int(found[0]) if found else 0


def is_continued(heading: str) -> bool:
    """Say whether a column goes on with the texts of the column before: «Description (2)»."""
    found = _CONTINUED.match(heading.strip())
    return bool(found and int(found[2]) > 1)


def nearness(cls: type[Record], field: str, heading: str) -> float:
    """Return how near a heading comes to a name of the field, 0 to 100."""
    folded = fold_title(_ASIDE.sub("", heading))
    if len(folded) < 3:
        return 0.0
    titles = (title for title, name in title_index(cls).items() if name == field)
    return max((_alike(folded, title) for title in titles), default=0.0)


def names_table(cls: type[Record], sheet: str) -> bool:
    """Say whether a sheet's name is the title of a record type, in any language or cut short."""
    folded = fold_title(sheet)
    return bool(folded) and any(
        title == folded or (len(sheet) > 25 and title.startswith(folded))
        for title in _table_titles(cls)
    )


@cache
def _table_titles(cls: type[Record]) -> frozenset[str]:
    return frozenset(fold_title(speak(cls.title)) for speak in _speakers())


@cache
def title_index(cls: type[Record]) -> Mapping[str, str]:
    """Return field by folded title: labels of the three languages first, then other names."""
    found: dict[str, str] = {}
    for attribute in fields(cls):
        for speak in _speakers():
            found.setdefault(fold_title(speak(attribute.label)), attribute.name)
    for attribute in fields(cls):
        for name in (*attribute.called, attribute.name):
            found.setdefault(fold_title(name), attribute.name)
    return found


def heading_of(attribute: Attribute, label: str, unit: str) -> str:
    """Return the heading an export writes: label, unit in brackets, a star where required."""
    named = f"{label} ({unit})" if unit else label
    return f"{named} *" if attribute.required else named


def _speakers() -> tuple[Translate, ...]:
    """Return what says a message in English and in each of the three languages."""
    return (str, *(replace(reader(), language=language) for language in Language))


def _alike(heading: str, title: str) -> float:
    """Compare whole headings, and headings that say a longer title's words and some more."""
    whole = fuzz.ratio(heading, title)
    held = fuzz.token_set_ratio(heading, title) if len(title) >= 8 or " " in title else 0.0
    shorter = min(len(title), len(heading)) / max(len(title), len(heading))
    return max(whole, held * (0.84 + 0.16 * shorter))
