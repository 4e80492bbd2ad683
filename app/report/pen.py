"""Write the plan block by block: headings, text, captioned tables and figures, references to them.

What is written collects until `take` hands it over as WordprocessingML for one anchor.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Protocol

from app.i18n import Reader
from app.report.alt_text import alt_text
from app.report.graph import Figure
from app.report.markup import (
    bookmark,
    declared,
    drawing,
    field,
    inline_chart,
    jump,
    paragraph,
    run,
)
from app.report.table import KEEP, Grid, Looks, filled, table_xml

TWIP = 635  # EMU
CENTIMETRE = 567  # twips
BESIDE_A_CHART = 5.2  # centimetres of its page: heading, sentence, caption and source
BULLETS = ("- ", "• ", "* ", "– ")
NEW_PAGE = "<w:pageBreakBefore/>"


class Charts(Protocol):
    """Where finished charts go: the document."""

    def add_chart(self, figure: Figure, language: str) -> str:
        """Keep a chart with its workbook; return its relationship."""


@dataclass(frozen=True)
class Paper:
    """What the template gives: ids of styles, sizes of the page in twips, formats of sections.

    Text is `width` by `high` on an upright page, `wide` by `tall` on a landscape one.
    """

    styles: Mapping[str, str]
    width: int
    wide: int
    tall: int
    high: int
    opening: str
    portrait: str
    landscape: str


@dataclass(frozen=True)
class Entry:
    """A line of the contents or of a list of tables: level, words and where it leads."""

    level: int
    text: str
    mark: str


@dataclass(frozen=True)
class Label:
    """The number of a table or figure, before it is printed: what a reference shows."""

    sequence: str
    word: str
    number: int

    @property
    def mark(self) -> str:
        """The bookmark that references point to."""
        return f"_Ref_{self.sequence}_{self.number}"


class Pen:
    """The hand that writes one plan, in one language, on one template."""

    def __init__(self, _: Reader, paper: Paper, charts: Charts, *, is_final: bool = False) -> None:
        self._ = _
        self.paper = paper
        self.headings: list[Entry] = []
        self.captions: dict[str, list[Entry]] = {"Table": [], "Figure": []}
        self._charts = charts
        self._is_final = is_final
        self._blocks: list[str] = []
        self._made: list[str] = []
        self._numbers = {"Table": 0, "Figure": 0}
        self._amount = re.compile(rf"(?<={re.escape(_.currency_sign)}) (?=\d)")
        self._keys = 100_000  # above what a template may use
        self._is_wide = False
        self.has_turned = False

    @property
    def language(self) -> str:
        """The language tag of the plan, with its country: es-PE."""
        return f"{self._.words.language}-{self._.words.territory}"

    @property
    def outline(self) -> list[Entry]:
        """The headings that the contents show: the first two levels."""
        return [entry for entry in self.headings if entry.level <= 2]

    def take(self) -> str:
        """Return what was written since the last time."""
        made = "".join(self._blocks)
        self._blocks.clear()
        return made

    def remember(self, made: str) -> None:
        """Keep finished blocks, so that it can be asked which words they use."""
        self._made.append(made)

    def has_used(self, word: str) -> bool:
        """Say whether a word of its own stands in the blocks remembered, outside their tags."""
        wanted = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)(?=[^<>]*<)")
        return any(
            wanted.match(made, found.start())
            for made in self._made
            for found in re.finditer(re.escape(word), made)
        )

    def style(self, name: str) -> str:
        """Return the id of a style by its English name; empty when the template lacks it."""
        return self.paper.styles.get(name.lower(), "")

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """Write a heading that the contents list."""
        entry = Entry(level, text, f"_Toc{len(self.headings) + 1:06}")
        self.headings.append(entry)
        marked = bookmark(entry.mark, self.key(), run(text))
        self.put(marked, f"heading {level}", NEW_PAGE if new_page else "")

    def front(self, text: str, *, new_page: bool = False) -> None:
        """Write a heading of the front matter, which the contents leave out."""
        self.put(run(text), "Front Heading", NEW_PAGE if new_page else "")

    def put(self, runs: str, style: str = "", properties: str = "") -> None:
        """Write a paragraph around finished runs."""
        self._blocks.append(paragraph(runs, self.style(style) if style else "", properties))

    def text(self, words: str, style: str = "") -> None:
        """Write people's text: a paragraph for each line, a bullet where the line has one."""
        for line in filter(None, (line.strip() for line in self._bound(words).split("\n"))):
            if line.startswith(BULLETS):
                self.put(run(line[2:].strip()), "List Bullet")
            else:
                self.put(run(line), style)

    def bullets(self, lines: Iterable[str]) -> None:
        """Write a bulleted list."""
        for line in lines:
            self.put(run(line), "List Bullet")

    def sentence(self, message: str, style: str = "", **values: object) -> None:
        """Write a translated message; a label among its values becomes a reference to it.

        Such a sentence stays on the page of the table or figure that follows it.
        """
        runs, kept = [], ""
        for words, name, _spec, _conversion in Formatter().parse(message):
            runs.append(run(words) if words else "")
            if name:
                value = values[name]
                kept = kept or (KEEP if isinstance(value, Label) else "")
                runs.append(
                    self.reference(value)
                    if isinstance(value, Label)
                    else run(self._bound(str(value)))
                )
        self.put("".join(runs), style, kept)

    def _bound(self, words: str) -> str:
        """Return a text whose amounts do not end a line after the sign of their currency."""
        return self._amount.sub("\u00a0", words)

    @property
    def pending_word(self) -> str:
        """The word in a cell that has nothing to show: pending, or in a final plan a dash."""
        return "–" if self._is_final else self._("Pending")

    def pending(self, missing: Iterable[str]) -> None:
        """Write that a part is pending and what it waits for; of a final plan, what it is without.

        A final plan has nothing pending: what it lacks was waived, as the annex says.
        """
        _ = self._
        lines = [*missing]
        title = _("Without content in this version") if self._is_final else _("Pending")
        self.put(run(title, bold=True), "Pending", KEEP if lines else "")
        for place, line in enumerate(lines, 1):
            is_near_end = place == 1 or place == len(lines) - 1
            self.put(run(line), "Pending", KEEP if is_near_end and place < len(lines) else "")

    def label(self, sequence: str) -> Label:
        """Return the next number of a sequence, `Table` or `Figure`."""
        _ = self._
        self._numbers[sequence] += 1
        word = _("Table") if sequence == "Table" else _("Figure")
        return Label(sequence, word, self._numbers[sequence])

    def reference(self, label: Label) -> str:
        """Return runs that name a table or figure and follow its number."""
        return field(f"REF {label.mark} \\h", run(f"{label.word} {label.number}"))

    def table(self, grid: Grid, source: str, label: Label | None = None) -> None:
        """Write a table under its caption, with its source beneath; nothing without rows."""
        if not grid.rows:
            return
        self.caption(label or self.label("Table"), grid.name)
        self.plain_table(grid, self._sourced(source))

    def plain_table(self, grid: Grid, source: str = "") -> None:
        """Write a table without caption, its finished source line beneath where it has one."""
        looks = Looks(
            self.style("Plan Table"),
            self.style("Table Header"),
            self.style("Table Text"),
            self.style("Table Number"),
            self.style("Table Detail"),
            self.style("Source"),
        )
        self._blocks.append(table_xml(filled(grid), looks, self.room, source))

    def chart(
        self, figure: Figure, title: str, source: str, *, height: float, label: Label | None = None
    ) -> None:
        """Write a native chart under its caption; nothing if empty.

        It is `height` centimetres tall, or what its page has; its names are cut where they would
        not fit.
        """
        if figure.is_empty:
            return
        height = min(height, self.depth)
        figure = figure.fitting(height)
        self.caption(label or self.label("Figure"), title)
        relation = self._charts.add_chart(figure, self.language)
        said = alt_text(figure, self._)
        self.figure(inline_chart(relation), title, said, height=int(height * 360_000))
        self.source(source)

    def figure(self, graphic: str, name: str, alt: str, *, height: int) -> None:
        """Write a drawing as wide as the text, `height` in EMU."""
        made = drawing(
            graphic, key=self.key(), name=name, alt=alt, width=self.room * TWIP, height=height
        )
        self.put(f"<w:r>{made}</w:r>", "Figure")

    def shapes(self, graphic: str, name: str, alt: str, height: int) -> None:
        """Write a group of shapes, for programs that draw Word's shapes."""
        made = drawing(
            graphic, key=self.key(), name=name, alt=alt, width=self.room * TWIP, height=height
        )
        chosen = f'<mc:Choice {declared("wpg", "wps")} Requires="wpg">{made}</mc:Choice>'
        spaces = declared("mc", "w")
        self.put(
            f"<w:r><mc:AlternateContent {spaces}>{chosen}</mc:AlternateContent></w:r>", "Figure"
        )

    def raw(self, block: str) -> None:
        """Write a finished block."""
        self._blocks.append(block)

    def source(self, words: str) -> None:
        """Write the source line beneath a table or figure: what it is called stands here alone."""
        self.put(run(self._sourced(words)), "Source")

    def _sourced(self, words: str) -> str:
        """Return a source after what it is called, in small letters: it goes on after a colon."""
        if words[1:2].islower():
            words = words[0].lower() + words[1:]
        return f"{self._('Source')}: {words}"

    @property
    def room(self) -> int:
        """The width of the text on the current page, in twips."""
        return self.paper.wide if self._is_wide else self.paper.width

    @property
    def depth(self) -> float:
        """The height of the tallest chart on the current page, in centimetres."""
        room = self.paper.tall if self._is_wide else self.paper.high
        return room / CENTIMETRE - BESIDE_A_CHART

    def turn(self) -> None:
        """Turn the page: what follows stands on landscape pages, or upright again."""
        first = self.paper.portrait if self.has_turned else self.paper.opening
        ends = self.paper.landscape if self._is_wide else first
        tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        self._blocks.append(
            f'<w:p><w:pPr>{tiny}<w:rPr><w:sz w:val="2"/></w:rPr>{ends}</w:pPr></w:p>'
        )
        self._is_wide = not self._is_wide
        self.has_turned = True

    def key(self) -> int:
        """Return a number for the next bookmark or drawing."""
        self._keys += 1
        return self._keys

    def caption(self, label: Label, title: str) -> None:
        """Write the caption of a table or figure: number, title, and what references point to."""
        entry = Entry(1, f"{label.word} {label.number}. {title}", f"_Toc{label.mark[4:]}")
        self.captions[label.sequence].append(entry)
        number = field(f"SEQ {label.sequence} \\* ARABIC", run(str(label.number)))
        named = bookmark(label.mark, self.key(), run(f"{label.word} ") + number)
        self.put(bookmark(entry.mark, self.key(), named + run(f". {title}")), "caption")

    def contents(self, title: str, instruction: str, entries: list[Entry], style: str) -> None:
        """Write a contents field, filled with its entries; `{}` in `style` takes their level."""
        if not entries:
            return
        self.front(title, new_page=instruction.startswith("TOC \\o"))
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            f' {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        for place, entry in enumerate(entries):
            page = field(f"PAGEREF {entry.mark} \\h", "<w:r><w:t></w:t></w:r>")
            line = jump(entry.mark, f"{run(entry.text)}<w:r><w:tab/></w:r>{page}")
            kept = KEEP if place < 1 or len(entries) - 3 <= place < len(entries) - 1 else ""
            self.put((begin if place == 0 else "") + line, style.format(entry.level), kept)
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        last = self._blocks[-1]
        self._blocks[-1] = last.removesuffix("</w:p>") + end + "</w:p>"
