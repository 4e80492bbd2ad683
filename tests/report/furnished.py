"""The furniture makers' plan, written once for all who read it back."""

from functools import cache

from docx.oxml.ns import qn
from lxml import etree

from methodology.project import Language, PlanStatus
from tests.furniture import furniture
from tests.report.word import (
    DrawnChart,
    charts,
    opened,
    outline,
    parts,
    tables,
    text_of,
    written,
)


@cache
def plan(language: Language = Language.ENGLISH, status: PlanStatus = PlanStatus.DRAFT) -> bytes:
    """Return the plan of the furniture makers as bytes."""
    return written(furniture(), language, status=status)


@cache
def lines(
    language: Language = Language.ENGLISH, status: PlanStatus = PlanStatus.DRAFT
) -> tuple[tuple[str, str], ...]:
    """Return its paragraphs as (style, text): of tables the source line alone."""
    return tuple(outline(plan(language, status)))


@cache
def all_tables(
    language: Language = Language.ENGLISH, status: PlanStatus = PlanStatus.DRAFT
) -> dict[str, list[list[str]]]:
    """Return its tables by title."""
    return tables(plan(language, status))


def table(title: str) -> list[list[str]]:
    """Return one table of the English plan, header first."""
    return all_tables()[title]


@cache
def all_charts(language: Language = Language.ENGLISH) -> tuple[DrawnChart, ...]:
    """Return its charts in the order they stand in."""
    drawn = charts(plan(language))
    names = sorted(name for name in parts(plan(language)) if name.startswith("word/charts/plan"))
    numbered = dict(zip(names, drawn, strict=True))
    return tuple(numbered[name] for name in sorted(names, key=_number))


@cache
def words(language: Language = Language.ENGLISH, status: PlanStatus = PlanStatus.DRAFT) -> str:
    """Return everything that can be read in it."""
    return text_of(plan(language, status))


def section(start: str) -> list[tuple[str, str]]:
    """Return what stands from a heading up to the next of its level or above."""
    found = lines()
    at = next(
        place
        for place, (style, text) in enumerate(found)
        if style.startswith("Heading") and text == start
    )
    level = found[at][0]
    ends = (
        place
        for place, (style, _text) in enumerate(found[at + 1 :], at + 1)
        if style.startswith("Heading") and style <= level
    )
    return list(found[at + 1 : next(ends, len(found))])


def source(title: str) -> str:
    """Return the source line beneath a captioned table or figure of the English plan."""
    found = lines()
    at = next(
        place
        for place, (style, text) in enumerate(found)
        if style == "Caption" and text.split(". ", 1)[1] == title
    )
    return next(text for style, text in found[at:] if style == "Source")


@cache
def alternatives() -> dict[str, str]:
    """Return what each drawing of the English plan tells those who cannot see it, by its name."""
    body = opened(plan()).element.body
    return {one.get("name"): one.get("descr") for one in body.iter(qn("wp:docPr"))}


@cache
def drawings() -> tuple[str, ...]:
    """Return each group of shapes of the English plan as text."""
    root = etree.fromstring(parts(plan())["word/document.xml"])
    group = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp"
    return tuple("\n".join(one.itertext()) for one in root.iter(group))


def _number(name: str) -> int:
    return int("".join(letter for letter in name if letter.isdigit()))
