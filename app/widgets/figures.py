"""The figures that pages and projector share: what each shows, its source line, how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.look import WORK, Mode
from app.widgets.findings import finding
from app.widgets.map_view import map_option, projected, stored_view
from app.widgets.readings import network, shared
from app.widgets.words import literal
from methodology.attendance import attendance
from methodology.calendar import calendar
from methodology.firms import firms, link_counts
from methodology.gates import progress
from methodology.mapping import Actor
from methodology.network import settings_note, settings_of
from methodology.profile import comparisons, link_tables
from methodology.project import Project
from methodology.segments import funnel
from methodology.sizes import pyramid
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

TALL = 450
MEETINGS = 8  # meetings in one figure: more cannot be read from the last row

Make = Callable[[Snapshot, charts.Style], object]
Source = Callable[[Snapshot, Reader], str]


@dataclass(frozen=True)
class Figure:
    """A figure by its name in the address; `make` gives None while there is nothing to show.

    `is_finding` says that the finding of the stage is what the figure shows; `short` is its name
    in a choice of views.
    """

    stage: Stage
    title: str
    make: Make
    source: Source
    is_finding: bool = False
    short: str = ""


def figure_mode() -> Mode:
    """Return whether figures stand on a light or on a dark page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def figure_title(name: str) -> str:
    """Return what a figure says: the finding of its stage where it shows that, else its title."""
    found = FIGURES[name]
    return finding(found.stage) if found.is_finding else state.reader()(found.title)


def has_figure(name: str) -> bool:
    """Say whether a figure has anything to show yet."""
    return _made(name, WORK) is not None


def draw(name: str, *, px: int = WORK, height: int | None = None, note: bool = True) -> None:
    """Draw a figure with its source line; the width follows the place it stands in."""
    _ = state.reader()
    found, made = FIGURES[name], _made(name, px)
    if made is None:
        return
    title = f"{_(found.title)}: {finding(found.stage)}"
    if isinstance(made, dict):
        st.echarts_chart(made, height=height or TALL, theme=None, key=f"figure_{name}", alt=title)
    else:
        st.plotly_chart(
            made,
            theme=None,
            config=charts.CONFIG,
            height=height or "content",
            key=f"figure_{name}",
            alt=title,
        )
    if note and (source := found.source(state.snapshot(), _)):
        st.caption(literal(source))


def _made(name: str, px: int) -> object:
    _, mode = state.reader(), figure_mode()
    key = f"figure {name} {_} {mode} {px} {state.today()}"
    style = charts.Style(_, mode, px)
    return shared(key, lambda: FIGURES[name].make(state.snapshot(), style))


def _calendar(snapshot: Snapshot, style: charts.Style) -> object:
    found = calendar(snapshot, state.today())
    return charts.stage_calendar(found, progress(snapshot), style)


def _attendance(snapshot: Snapshot, style: charts.Style) -> object:
    rows = [row for row in attendance(snapshot) if row.by_kind]
    return charts.attendance_matrix(rows[-MEETINGS:], style) if rows else None


def _funnel(snapshot: Snapshot, style: charts.Style) -> object:
    found = funnel(snapshot)
    is_begun = found.sector or found.segment or found.considered
    return charts.scope_funnel(found, style) if is_begun else None


def _map(snapshot: Snapshot, style: charts.Style) -> object:
    if not snapshot.all(Actor):
        return None
    measures = network(settings_of(snapshot))
    return map_option(snapshot, measures, projected(stored_view(snapshot)), style)


def _chain(snapshot: Snapshot, style: charts.Style) -> object:
    counts = link_counts(snapshot)
    return charts.actor_bars(counts, style) if counts else None


def _pyramid(snapshot: Snapshot, style: charts.Style) -> object:
    found = pyramid(firms(snapshot))
    return charts.size_pyramid(found, style) if found.firms else None


def _links(place: int) -> Make:
    def make(snapshot: Snapshot, style: charts.Style) -> object:
        tables = link_tables(snapshot)
        return charts.link_bars(tables[place], style) if place < len(tables) else None

    return make


def _comparison(snapshot: Snapshot, style: charts.Style) -> object:
    found = comparisons(snapshot)
    return charts.comparison_bars(found, style) if found else None


def _plan_of_weeks(snapshot: Snapshot, _: Reader) -> str:
    project = snapshot.one(Project)
    if project is None or project.starts_on is None:
        return _("Weeks of the method; they get dates once the first day is set.")
    return ""


def _meetings_source(snapshot: Snapshot, _: Reader) -> str:
    rows = [row for row in attendance(snapshot) if row.by_kind]
    if len(rows) > MEETINGS:
        return _("Last {count} meetings with a list of attendance, of {total}.").format(
            count=MEETINGS, total=_.number(len(rows))
        )
    return _("Lists of attendance of the meetings; actors not on a list are left out.")


def _tests_source(snapshot: Snapshot, _: Reader) -> str:  # noqa: ARG001 - one shape for all
    return _("Core group, workshop T0. A segment passes with four times yes.")


def _actors_source(snapshot: Snapshot, _: Reader) -> str:
    found = firms(snapshot)
    known = sum(actor.employees is not None for actor in found)
    return _("{firms} firms of the base inside the scope; {known} gave their employees.").format(
        firms=_.number(len(found)), known=_.number(known)
    )


def _links_source(place: int) -> Source:
    def source(snapshot: Snapshot, _: Reader) -> str:
        table = link_tables(snapshot)[place]
        return _(
            "{indicator}, {year}, by link of the chain; sources in the table of figures."
        ).format(indicator=_(table.indicator.label), year=table.year)

    return source


def _comparison_source(snapshot: Snapshot, _: Reader) -> str:  # noqa: ARG001
    return _("This cluster in percent of each reference cluster; the line is the reference.")


FIGURES: dict[str, Figure] = {
    "calendar": Figure(Stage.PROCESS, N_("Calendar of the 26 weeks"), _calendar, _plan_of_weeks),
    "attendance": Figure(
        Stage.PROCESS,
        N_("Attendance by type of actor"),
        _attendance,
        _meetings_source,
        is_finding=True,
    ),
    "funnel": Figure(
        Stage.SCOPE, N_("From the sector to the segment"), _funnel, _tests_source, True
    ),
    "map": Figure(
        Stage.MAPPING,
        N_("Map of the cluster"),
        _map,
        lambda snapshot, _: settings_note(settings_of(snapshot), _),
        is_finding=True,
    ),
    "chain": Figure(Stage.MAPPING, N_("Firms by link of the chain"), _chain, _actors_source),
    "sizes": Figure(
        Stage.CHARACTERIZATION,
        N_("Firms and employees by size"),
        _pyramid,
        _actors_source,
        short=N_("Sizes"),
    ),
    "links": Figure(
        Stage.CHARACTERIZATION,
        N_("By link of the chain"),
        _links(0),
        _links_source(0),
        short=N_("By link"),
    ),
    "comparison": Figure(
        Stage.CHARACTERIZATION,
        N_("Beside the reference clusters"),
        _comparison,
        _comparison_source,
        short=N_("References"),
    ),
}
