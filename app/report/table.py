"""Word tables as one string: fixed widths, repeated header, details beneath a row, alt text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import floordiv

from app.report.markup import Runs, escape, paragraph, run

LETTER = 94  # twips that a character of a table takes, on average
PADDING = 210
MOST_LETTERS = 60
HEADING_LINES = 3
LONGEST_WORD = 16  # letters; a longer word may be broken
KEPT = 8  # rows: a table up to here stays on one page
KEPT_LETTERS = 700  # and up to here
KEPT_LINES = 16  # and up to here
TOGETHER = 3  # rows that a longer table leaves at least on its first page and on its last,
ENOUGH = 6  # or lines, where its rows are tall
SHORT_DETAIL = 110
UNSPLIT = 900  # a row with more letters than this may break across pages,
UNSPLIT_LINES = 15  # and with more lines than this

LOOK = 'w:val="0420" w:lastRow="0"'
LOOK_OF_SOURCED = 'w:val="0460" w:lastRow="1"'  # the style's last row is the source line

KEEP = "<w:keepNext/>"
BORDERLESS_TOP = '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
BORDERLESS_BOTTOM = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'
FLUSH_LEFT = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'


@dataclass(frozen=True)
class Looks:
    """Style ids a table is set in."""

    table: str
    header: str
    text: str
    number: str
    detail: str
    source: str


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand to the right, dates are not broken."""

    label: str
    is_number: bool = False
    is_unbroken: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether each cell stays on one line: numbers and dates do."""
        return self.is_number or self.is_unbroken


@dataclass(frozen=True)
class Row:
    """One row: its cells in words, and what stands beneath it as (label, words)."""

    cells: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()
    is_total: bool = False


@dataclass(frozen=True)
class Grid:
    """A whole table before it is set: columns, rows, name and description for a screen reader."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    alt: str = ""
    widths: tuple[int, ...] = field(default=())


def table_xml(grid: Grid, looks: Looks, width: int, source: str = "") -> str:
    """Return the table as WordprocessingML, `width` twips wide.

    Its source line is the last row, where there is one: LibreOffice keeps rows together across
    pages, but not a table with the paragraph after it.
    """
    widths = grid.widths or column_widths(grid, width)
    head = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{looks.table}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {LOOK_OF_SOURCED if source else LOOK} w:firstRow="1" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(grid.name)}"/>'
        f'<w:tblDescription w:val="{escape(grid.alt or grid.name)}"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        + "</w:tblGrid>"
    )
    frame = _Frame(grid.columns, widths, looks)
    kept = _kept(grid, widths)
    rows = "".join(_row(row, frame, is_kept=place in kept) for place, row in enumerate(grid.rows))
    beneath = _source(source, frame) if source else ""
    return f"{head}{_header(grid.columns, widths, looks)}{rows}{beneath}</w:tbl>"


def _kept(grid: Grid, widths: Sequence[int]) -> set[int]:
    """Return the places of the rows that stay with the next: all of a short table, else its ends.

    A page is not left half empty for three rows that are tall.
    """
    rows, room = grid.rows, _room(widths)
    if _is_short(grid) and sum(_lines(row, room) for row in rows) <= KEPT_LINES:
        return {*range(len(rows))}
    first, last = _company(rows, room), _company(rows[: -TOGETHER - 1 : -1], room)
    return {*range(first - 1), *range(max(0, len(rows) - last), len(rows))}


def _room(widths: Sequence[int]) -> list[int]:
    """Return about how many letters a line of each column has room for."""
    return [max(1, (width - PADDING) // LETTER) for width in widths]


def _company(rows: Sequence[Row], room: Sequence[int]) -> int:
    """Return how many rows from an end of a table are enough to stand on a page by themselves."""
    lines = 0
    for count, row in enumerate(rows[:TOGETHER], 1):
        lines += _lines(row, room)
        if lines >= ENOUGH:
            return count
    return min(TOGETHER, len(rows))


def _lines(row: Row, room: Sequence[int]) -> int:
    """Return about how many lines a row takes, where its cells have room for so many letters."""
    lines: int = 1 + max(map(floordiv, map(len, row.cells), room))
    if row.details:
        beneath = sum(len(label) + len(words) for label, words in row.details)
        lines += 1 + beneath // sum(room)
    return lines


def _is_short(grid: Grid) -> bool:
    """Say whether a table has few rows and not much in them."""
    if len(grid.rows) > KEPT:
        return False
    cells = sum(len(text) for row in grid.rows for text in row.cells)
    return cells + sum(len(words) for row in grid.rows for _, words in row.details) < KEPT_LETTERS


def filled(grid: Grid) -> Grid:
    """Return a table without the columns that no row fills; the first one stays."""
    kept = [
        place
        for place in range(len(grid.columns))
        if place == 0 or any(row.cells[place] for row in grid.rows)
    ]
    if grid.widths or len(kept) == len(grid.columns):
        return grid
    return replace(
        grid,
        columns=tuple(grid.columns[place] for place in kept),
        rows=tuple(
            replace(row, cells=tuple(row.cells[place] for place in kept)) for row in grid.rows
        ),
    )


def column_widths(grid: Grid, width: int) -> tuple[int, ...]:
    """Share the width out by what the columns hold; no word of a header is broken if it fits.

    Where there is no room for dates on one line, they take two before a word is broken.
    """
    cells = [[row.cells[place] for row in grid.rows] for place in range(len(grid.columns))]
    columns = grid.columns
    least = [_least(column, texts) for column, texts in zip(columns, cells, strict=True)]
    if sum(least) >= width:
        columns = tuple(replace(column, is_unbroken=False) for column in columns)
        least = [_least(column, texts) for column, texts in zip(columns, cells, strict=True)]
    wanted = [
        max(small, PADDING + LETTER * _letters(texts))
        for small, texts in zip(least, cells, strict=True)
    ]
    if sum(least) >= width:
        return _exact([width * small // sum(least) for small in least], width)
    spare, wish = width - sum(least), sum(wanted) - sum(least)
    shares = [
        small + (spare * (want - small) // wish if wish else spare // len(least))
        for small, want in zip(least, wanted, strict=True)
    ]
    return _exact(shares, width)


def _least(column: Column, cells: Sequence[str]) -> int:
    """Return what the longest word needs; a number is one word, whatever spaces it has."""
    words = cells if column.is_whole else " ".join(cells).split()
    longest = max(map(len, words), default=0)
    whole = len(column.label) // HEADING_LINES + 2
    heading = max(whole, 1 + max(map(len, column.label.split()), default=0))
    return PADDING + LETTER * max(4, heading, min(longest, LONGEST_WORD))


def _letters(cells: Sequence[str]) -> int:
    lengths = sorted(map(len, cells))
    return min(MOST_LETTERS, lengths[len(lengths) * 9 // 10] if lengths else 0)


def _exact(shares: list[int], width: int) -> tuple[int, ...]:
    widest = max(range(len(shares)), key=shares.__getitem__)
    shares[widest] += width - sum(shares)
    return tuple(shares)


def _header(columns: Sequence[Column], widths: Sequence[int], looks: Looks) -> str:
    cells = "".join(
        _cell(
            paragraph(
                run(column.label),
                looks.header,
                KEEP + ('<w:jc w:val="right"/>' if column.is_number else ""),
            ),
            width,
        )
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


class _Frame:
    """What the cells of a table begin with, made once for all its rows."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[int], looks: Looks) -> None:
        self.looks, self.width, self.span = looks, sum(widths), len(widths)
        self.room = _room(widths)
        self._columns = [
            (width, looks.number if column.is_number else looks.text)
            for column, width in zip(columns, widths, strict=True)
        ]
        self._starts: dict[tuple[str, str], list[str]] = {}

    def starts(self, borders: str, follow: str) -> list[str]:
        """Return the start of each cell of a row, up to its runs."""
        if (borders, follow) not in self._starts:
            self._starts[borders, follow] = [
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{follow}</w:pPr>'
                for width, style in self._columns
            ]
        return self._starts[borders, follow]


def _row(row: Row, frame: _Frame, *, is_kept: bool) -> str:
    follow = KEEP if row.details or is_kept else ""
    starts = frame.starts(BORDERLESS_BOTTOM if row.details else "", follow)
    cells = "".join(
        [
            f"{start}{run(text, bold=row.is_total) if text else ''}</w:p></w:tc>"
            for start, text in zip(starts, row.cells, strict=True)
        ]
    )
    made = f"<w:tr>{_unsplit(row.cells, frame.room)}{cells}</w:tr>"
    return made + _details(row, frame, is_kept=is_kept) if row.details else made


def _details(row: Row, frame: _Frame, *, is_kept: bool) -> str:
    follow = KEEP if is_kept else ""
    texts = "".join(paragraph(runs, frame.looks.detail, follow) for runs in _gathered(row.details))
    beneath = " ".join(words for _, words in row.details)
    unsplit = _unsplit([beneath], [sum(frame.room)])
    return f"<w:tr>{unsplit}{_cell(texts, frame.width, frame.span, BORDERLESS_TOP)}</w:tr>"


def _source(words: str, frame: _Frame) -> str:
    text = paragraph(run(words), frame.looks.source)
    cell = _cell(text, frame.width, frame.span, FLUSH_LEFT)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _unsplit(texts: Sequence[str], room: Sequence[int]) -> str:
    """Return what keeps a row on one page, unless it is so tall that it would leave much empty."""
    letters = sum(map(len, texts))
    if letters >= UNSPLIT and max(map(floordiv, map(len, texts), room)) >= UNSPLIT_LINES:
        return ""
    return "<w:trPr><w:cantSplit/></w:trPr>"


def _gathered(details: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the paragraphs of a detail: short ones share a line, a long text has its own."""
    line: list[str] = []
    for label, words in details:
        runs = run(f"{label}: ", bold=True) + run(words)
        if len(words) <= SHORT_DETAIL or isinstance(words, Runs):
            line.append(runs)
            continue
        if line:
            yield run(" · ").join(line)
            line = []
        yield runs
    if line:
        yield run(" · ").join(line)


def _cell(content: str, width: int, span: int = 1, borders: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{borders}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
