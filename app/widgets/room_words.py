"""Words in the room, in letters for the last row, page after page where there are many."""

from collections.abc import Iterable, Sequence

import streamlit as st

from app import charts, state
from app.look import PROJECTOR

PX = PROJECTOR + 2  # its smallest notes are then 20 points
PAGE_SECONDS = 10  # that a page of what does not fit on one stays in the room
LINE = 35  # px of a line


def draw_words(key: str, lines: Sequence[charts.Words]) -> None:
    """Draw large words, with the same words for those who hear the page."""
    st.plotly_chart(
        charts.poster(lines, charts.Style(state.reader(), "light", PX)),
        theme=None,
        config=charts.CONFIG,
        key=key,
        alt=". ".join(line.text for line in lines if line.text),
    )


def draw_page(key: str, each: Sequence[Sequence[charts.Words]]) -> None:
    """Draw the page that the room sees now, with its number where there are several."""
    _ = state.reader()
    place = page_now(len(each))
    mark = f"{_.number(place + 1)} / {_.number(len(each))}" if len(each) > 1 else ""
    draw_words(key, [*each[place], charts.Words(mark, is_soft=True)])


def page_now(count: int) -> int:
    """Return which of so many pages the room sees now: one after another, over and over."""
    return int(state.now().timestamp() // PAGE_SECONDS) % count


def packed(blocks: Iterable[Sequence[charts.Words]], fitting: int) -> list[list[charts.Words]]:
    """Return blocks of lines as pages of so many lines, each block whole where a page holds it."""
    made: list[list[charts.Words]] = [[]]
    for block in blocks:
        if made[-1] and len(made[-1]) + len(block) > fitting:
            made.append([])
        for line in block:
            if len(made[-1]) >= fitting:
                made.append([])
            made[-1].append(line)
    return made
