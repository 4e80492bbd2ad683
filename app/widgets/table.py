"""Tables that end where their rows end."""

from collections.abc import Mapping, Sequence

import streamlit as st

HEAD = 42  # px of the heading and the border
ROW = 44  # px of a row that can be read from the last seat


def show_rows(
    rows: Sequence[Mapping[str, object]],
    *,
    key: str,
    row: int = ROW,
    most: int | None = None,
    widths: Mapping[str, int] | None = None,
    note: str = "",
) -> None:
    """Draw rows of words as a table to read: `row` px each, at most `most` px in all.

    `widths` are those of some columns, in px, by their heading; `note` is the source line beneath.
    """
    wide = {head: st.column_config.TextColumn(width=px) for head, px in (widths or {}).items()}
    st.dataframe(
        rows,
        hide_index=True,
        row_height=row,
        height=table_height(len(rows), most, row) if most else "auto",
        key=key,
        column_config=wide,
    )
    if note:
        st.caption(note)


def table_height(rows: int, most: int, row: int = ROW) -> int:
    """Return the height in px for so many rows of `row` px, at most `most`."""
    return min(most, HEAD + max(1, rows) * row)
