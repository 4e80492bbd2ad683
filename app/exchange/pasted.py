"""Blocks pasted into one open cell of a table: they belong in the cells right of it and below."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

Report = Mapping[str, Any]


def spread(report: Report, columns: Sequence[str], rows: int) -> Report | None:
    """Return a report of the browser with such blocks spread; None when it has none.

    `rows` is how many the table has. A click on the empty row below them opens its cell, and what
    is pasted there comes as one text: with tabs between its cells, and lines for its rows.
    """
    cells = {int(place): dict(row) for place, row in report["edited_rows"].items()}
    cells |= {rows + place: dict(row) for place, row in enumerate(report["added_rows"])}
    blocks = [*_blocks(cells, rows)]
    for place, name, text in blocks:
        over = columns[columns.index(name) :]
        for down, line in enumerate(csv.reader(StringIO(text, newline=""), delimiter="\t")):
            cells.setdefault(place + down, {}).update(zip(over, line, strict=False))
    if not blocks:
        return None
    return {
        **report,
        "edited_rows": {place: row for place, row in cells.items() if place < rows},
        "added_rows": [cells.get(place, {}) for place in range(rows, max(cells) + 1)],
    }


def _blocks(cells: Mapping[int, Mapping[str, Any]], rows: int) -> Iterator[tuple[int, str, str]]:
    """Yield row, column and text of the blocks; in a row there was, lines alone are none."""
    for place, row in cells.items():
        for name, text in row.items():
            if isinstance(text, str) and ("\t" in text or (place >= rows and "\n" in text.strip())):
                yield place, name, text
