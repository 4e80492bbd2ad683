"""The figures that pages and projector share: all of them, and how they are drawn on screen."""

from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

import streamlit as st

from app import charts, state
from app.look import PROJECTOR, WORK, Mode
from app.widgets import (
    figures_of_action_plan,
    figures_of_attractiveness,
    figures_of_chain,
    figures_of_characterization,
    figures_of_diamond,
    figures_of_governance,
    figures_of_mapping,
    figures_of_monitoring,
    figures_of_options,
    figures_of_process,
    figures_of_purchase_factors,
    figures_of_scope,
    figures_of_vision,
)
from app.widgets.figure import Figure
from app.widgets.findings import finding
from app.widgets.readings import remembered
from app.words import literal
from methodology.words import words

TALL = 450

FIGURES: dict[str, Figure] = {
    **figures_of_chain.FIGURES,
    **figures_of_process.FIGURES,
    **figures_of_scope.FIGURES,
    **figures_of_mapping.FIGURES,
    **figures_of_characterization.FIGURES,
    **figures_of_attractiveness.FIGURES,
    **figures_of_purchase_factors.FIGURES,
    **figures_of_options.FIGURES,
    **figures_of_diamond.FIGURES,
    **figures_of_vision.FIGURES,
    **figures_of_action_plan.FIGURES,
    **figures_of_governance.FIGURES,
    **figures_of_monitoring.FIGURES,
}


def figure_mode() -> Mode:
    """Return whether figures stand on a light or on a dark page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def figure_title(name: str, about: UUID | None = None) -> str:
    """Return what a figure says: the finding of its stage where it shows that, else its title.

    A figure about one record at a time names it.
    """
    _, snapshot = state.reader(), state.snapshot()
    found = FIGURES[name]
    title = finding(found.stage) if found.is_finding else _(found.title)
    subject = found.subject(snapshot, about)
    return f"{title} · {words(snapshot, subject, _)}" if subject else title


def has_figure(name: str, about: UUID | None = None) -> bool:
    """Say whether a figure has anything to show yet."""
    return _made(name, WORK, about) is not None


def draw(
    name: str,
    *,
    px: int = WORK,
    height: int | None = None,
    note: bool = True,
    about: UUID | None = None,
) -> None:
    """Draw a figure with its source line; the width follows the place it stands in.

    `about` is the record it shows, for a figure that shows one at a time.
    """
    _ = state.reader()
    found, made = _figure(name, about), _made(name, px, about)
    if made is None:
        return
    key = f"figure_{name}_{about}" if about else f"figure_{name}"
    title = f"{_(found.title)}: {finding(found.stage)}"
    with scrolling(FIGURES[name].least if px < PROJECTOR else 0):
        if isinstance(made, dict):
            st.echarts_chart(made, height=height or TALL, theme=None, key=key, alt=title)
        else:
            st.plotly_chart(
                made,
                theme=None,
                config=charts.CONFIG,
                height=height or "content",
                key=key,
                alt=title,
            )
    if note and (source := source_line(name, about)):
        st.caption(literal(source))


def scrolling(least: int) -> AbstractContextManager[object]:
    """Return what a figure is drawn in: a box that scrolls where the page has fewer px; 0: none."""
    return st.grid(1, min_column_width=least, wrap=False) if least else nullcontext()


def source_line(name: str, about: UUID | None = None) -> str:
    """Return the source line of a figure: who, how many, when, which scale."""
    _ = state.reader()
    return remembered(
        f"source {name} {about} {_}", lambda: _figure(name, about).source(state.snapshot(), _)
    )


def _figure(name: str, about: UUID | None) -> Figure:
    return FIGURES[name].about(state.snapshot(), about)


def _made(name: str, px: int, about: UUID | None) -> object:
    _, mode = state.reader(), figure_mode()
    key = f"figure {name} {about} {_} {mode} {px} {state.today()}"
    style = charts.Style(_, mode, px)
    return remembered(key, lambda: _figure(name, about).make(state.snapshot(), style))
