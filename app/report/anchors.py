"""Anchors of the Word template: `[[name]]` says where a value or a block of the plan goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from app.report.styles import STYLES, style_ids
from methodology.plan import Section
from methodology.text import N_, Problem

VALUES = ("title", "project", "cluster", "territory", "version", "date", "status", "logo")
FRONT = ("promoters", "presentation", "acknowledgements", "acronyms")
LISTS = ("contents", "figures", "tables")
BLOCKS = (*FRONT, *LISTS, *(section.value for section in Section))
PATTERN = re.compile(r"\[\[\s*([^\[\]]+?)\s*\]\]")


class NotATemplate(Problem):
    """The chosen file cannot be opened as a Word document."""


class UnknownAnchor(Problem):
    """An anchor that no part of the plan answers to."""


class RepeatedAnchor(Problem):
    """A block that is asked for twice."""


class CrowdedAnchor(Problem):
    """The anchor of a block that shares its paragraph with other text."""


class MissingAnchor(Problem):
    """A block of the plan that the template leaves out."""


class MissingStyle(Problem):
    """A style that the plan is set in and the template lacks."""


@dataclass(frozen=True)
class Found:
    """An anchor where it stands: its paragraph's number in the body, counted from 1."""

    name: str
    number: int
    is_alone: bool
    paragraph: Any


def open_template(path: Path) -> WordDocument:
    """Return the template opened; NotATemplate when it is no Word document."""
    try:
        return Document(str(path))
    except Exception as error:
        raise NotATemplate(
            N_("“{file}” cannot be opened as a Word document. The plan was not written."),
            file=path.name,
        ) from error


def missing_anchors(template: Path) -> list[str]:
    """Return the names of the blocks that the template has no anchor for, in order."""
    present = {found.name for found in anchors(open_template(template))}
    return [name for name in BLOCKS if name not in present]


def check_template(template: Path) -> list[Problem]:
    """Return what the team should know about a template before they use it."""
    try:
        document = open_template(template)
    except NotATemplate as problem:
        return [problem]
    present = set(style_ids(document))
    return [
        *_misused(list(anchors(document))),
        *(
            MissingAnchor(N_("The template has no [[{name}]]: that part is left out."), name=name)
            for name in missing_anchors(template)
        ),
        *(
            MissingStyle(N_("The template has no style “{name}”."), name=name)
            for name in STYLES
            if name.lower() not in present
        ),
    ]


def anchors(document: WordDocument) -> Iterator[Found]:
    """Yield the anchors of the body in order."""
    for number, paragraph in enumerate(document.element.body.iter(qn("w:p")), 1):
        text = text_of(paragraph)
        for match in PATTERN.finditer(text):
            yield Found(match[1], number, match[0] == text.strip(), paragraph)


def text_of(paragraph: Any) -> str:
    """Return the text of a paragraph, whatever runs Word has cut it into."""
    return "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def fill(paragraph: Any, values: dict[str, str]) -> None:
    """Write values over their anchors; an anchor cut into several runs takes the first's looks."""
    pieces = [piece for piece in paragraph.iter(qn("w:t")) if piece.text]
    text = "".join(piece.text for piece in pieces)
    filled = _filled(text, values)
    if filled == text:
        return
    apart = [_filled(piece.text, values) for piece in pieces]
    if "".join(apart) != filled:
        apart = [filled, *("" for _ in pieces[1:])]
    for piece, words in zip(pieces, apart, strict=True):
        piece.text = words


def _filled(text: str, values: dict[str, str]) -> str:
    return PATTERN.sub(lambda match: values.get(match[1], match[0]), text)


def _misused(found: list[Found]) -> Iterator[Problem]:
    seen: set[str] = set()
    for anchor in found:
        facts = {"name": anchor.name, "number": anchor.number}
        if anchor.name not in BLOCKS and anchor.name not in VALUES:
            yield UnknownAnchor(N_("Paragraph {number}: there is no [[{name}]]."), **facts)
        elif anchor.name in BLOCKS and not anchor.is_alone:
            yield CrowdedAnchor(
                N_("Paragraph {number}: [[{name}]] needs a paragraph of its own."), **facts
            )
        elif anchor.name in BLOCKS and anchor.name in seen:
            yield RepeatedAnchor(N_("Paragraph {number}: [[{name}]] stands twice."), **facts)
        seen.add(anchor.name)
