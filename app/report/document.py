"""The Word file around the plan: template in, blocks at their anchors, finished bytes out."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from app.report.anchors import BLOCKS, Found, anchors, fill, open_template
from app.report.chart import chart_xml
from app.report.graph import Figure
from app.report.package import packed
from app.report.pen import Paper
from app.report.styles import style_ids
from app.report.workbook import workbook_bytes

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SPLICE = "plan"  # the processing instruction that keeps a place for blocks
AFTER_UPDATE = ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids")


class Book:
    """A document being filled: the template's parts, charts and finished file."""

    def __init__(self, template: Path) -> None:
        self._document: WordDocument = open_template(template)
        self._body = self._document.element.body
        self._charts = 0
        self._blocks: dict[str, str] = {}

    def places(self) -> list[Found]:
        """Return the anchors of blocks in the order of the template, each block once."""
        found: dict[str, Found] = {}
        for anchor in anchors(self._document):
            if anchor.name in BLOCKS and anchor.is_alone:
                found.setdefault(anchor.name, anchor)
        return list(found.values())

    def paper(self) -> Paper:
        """Return the page and the styles that the template gives."""
        section = self._body.sectPr if self._body.sectPr is not None else self._added_section()
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        across, along = (int(size.get(qn(f"w:{side}"))) for side in "wh")
        left, right, top, bottom = (
            int(margins.get(qn(f"w:{side}"))) for side in ("left", "right", "top", "bottom")
        )
        return Paper(
            styles=style_ids(self._document),
            width=across - left - right,
            wide=along - left - right,
            tall=across - top - bottom,
            high=along - top - bottom,
            opening=_text(section),
            portrait=_text(_following(section)),
            landscape=_text(_turned(_following(section))),
        )

    def add_chart(self, figure: Figure, language: str) -> str:
        """Keep a chart with its workbook in the package; return its relationship."""
        self._charts += 1
        package = self._document.part.package
        book = Part(
            PackURI(f"/word/embeddings/plan{self._charts}.xlsx"),
            WORKBOOK,
            workbook_bytes(figure.plotted),
            package,
        )
        name = PackURI(f"/word/charts/plan{self._charts}.xml")
        chart = Part(name, CHART, chart_xml(figure.plotted, language, "rId1"), package)
        chart.relate_to(book, RELATION.PACKAGE)
        return self._document.part.relate_to(chart, RELATION.CHART)

    def insert(self, place: Found, blocks: str) -> None:
        """Put finished blocks where an anchor stands; the anchor goes.

        They are spliced into the file's text at the end: moving them as nodes is 30 times slower.
        """
        anchor = place.paragraph
        self._blocks[place.name] = blocks
        anchor.addprevious(etree.ProcessingInstruction(SPLICE, place.name))
        if anchor.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            anchor.getparent().remove(anchor)
        else:
            for old in anchor.findall(qn("w:r")):
                anchor.remove(old)

    def fill_values(self, values: dict[str, str]) -> None:
        """Write the values of cover, headers and footers over their anchors."""
        for root in self._roots():
            for paragraph in root.iter(qn("w:p")):
                fill(paragraph, values)

    def end_upright(self) -> None:
        """Let the last section go on from those before it: the plan has turned its pages."""
        self._body.replace(self._body.sectPr, _following(self._body.sectPr))

    def finish(self, *, title: str, author: str, language: str, on: date) -> bytes:
        """Return the file: numbered anew, marked with its language, with the clock kept out."""
        self._number()
        self._speak(language)
        self._ask_for_update()
        self._describe(title, author, language, on)
        part = self._document.part
        return packed(part.package, _with_blocks(part.blob, self._blocks))

    def _roots(self) -> Iterator[Any]:
        yield self._body
        for relation in self._document.part.rels.values():
            if relation.reltype in (RELATION.HEADER, RELATION.FOOTER):
                yield relation.target_part.element

    def _added_section(self) -> Any:
        section = OxmlElement("w:sectPr")
        for name, values in (
            ("w:pgSz", {"w": "11906", "h": "16838"}),
            ("w:pgMar", dict.fromkeys(("top", "right", "bottom", "left"), "1418")),
        ):
            part = OxmlElement(name)
            for key, value in values.items():
                part.set(qn(f"w:{key}"), value)
            section.append(part)
        self._body.append(section)
        return section

    def _number(self) -> None:
        """Give every drawing and bookmark a number of its own, the template's included."""
        drawings = [found for root in self._roots() for found in root.iter(qn("wp:docPr"))]
        for number, found in enumerate(drawings, 1):
            found.set("id", str(number))
        numbers = count(1)
        open_marks: dict[str, str] = {}
        for root in self._roots():
            for found in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
                old = found.get(qn("w:id"))
                if found.tag == qn("w:bookmarkStart"):
                    open_marks[old] = str(next(numbers))
                found.set(qn("w:id"), open_marks.get(old, old))

    def _speak(self, language: str) -> None:
        styles = self._document.styles.element
        for found in styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
            found.set(qn("w:val"), language)
        for found in self._document.settings.element.iter(qn("w:themeFontLang")):
            found.set(qn("w:val"), language)

    def _ask_for_update(self) -> None:
        settings = self._document.settings.element
        for old in settings.findall(qn("w:updateFields")):
            settings.remove(old)
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        after = [found for name in AFTER_UPDATE for found in settings.findall(qn(f"w:{name}"))]
        first = min(after, key=settings.index, default=None)
        if first is None:
            settings.append(update)
        else:
            first.addprevious(update)

    def _describe(self, title: str, author: str, language: str, on: date) -> None:
        facts = self._document.core_properties
        facts.title, facts.author, facts.language = title[:250], author[:250], language
        facts.last_modified_by = author[:250]
        facts.revision = 1
        facts.created = facts.modified = datetime.combine(on, time(), UTC)


def _following(section: Any) -> Any:
    """Return a section's format without what belongs to its first page alone."""
    copy = deepcopy(section)
    for name in ("w:titlePg", "w:pgNumType"):
        for found in copy.findall(qn(name)):
            copy.remove(found)
    return copy


def _text(section: Any) -> str:
    return str(etree.tostring(section, encoding="unicode"))


def _turned(section: Any) -> Any:
    turned = deepcopy(section)
    size = turned.find(qn("w:pgSz"))
    across, along = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), along)
    size.set(qn("w:h"), across)
    size.set(qn("w:orient"), "landscape")
    return turned


def _with_blocks(text: bytes, blocks: dict[str, str]) -> bytes:
    """Return the text of the main document with its blocks in place."""
    pieces = re.split(rb"<\?%s (\w+)\?>" % SPLICE.encode(), text)
    pieces[1::2] = [blocks[name.decode()].encode() for name in pieces[1::2]]
    return b"".join(pieces)
