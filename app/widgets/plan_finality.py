"""What keeps the plan from being final, and what changed since the last one."""

from collections.abc import Sequence

import streamlit as st

from app import state
from app.exchange.since import since_last
from app.i18n import Reader
from app.widgets.readings import remembered
from app.widgets.table import show_rows, table_height
from app.widgets.ways import lead_to_checks, lead_to_table
from app.words import literal
from methodology.finality import NotFinal, Obstacle, obstacles
from methodology.plan import printed_number
from methodology.versions import Since

FEW = 4  # records named in one cell


def show_obstacles(problem: NotFinal) -> None:
    """Say that no final plan was made, and list what is pending."""
    _ = state.reader()
    st.error(
        literal(problem.text(_)),
        title=_("No final plan was made; a draft can be exported at any time"),
        icon=":material/error:",
    )
    obstacle_list("document_refused")


def obstacle_count() -> int:
    """Return how many things are pending and not waived."""
    return len(obstacles(state.snapshot()))


def obstacle_list(key: str = "document_obstacles") -> None:
    """Draw everything that is pending and not waived, stage by stage."""
    _ = state.reader()
    found = obstacles(state.snapshot())
    rows = [
        {
            _("Stage"): _(one.stage.label),
            _("To do"): one.action.text(_),
            _("Detail"): one.detail.text(_),
        }
        for one in found
    ]
    chosen = st.dataframe(
        rows,
        hide_index=True,
        height=table_height(len(rows), 420, 40),
        row_height=40,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        column_config={_("Stage"): st.column_config.TextColumn(width=190)},
    )
    if chosen.selection.rows and chosen.selection.rows[0] < len(found):
        _way_on(found[chosen.selection.rows[0]], key)
    else:
        st.caption(_("Choosing a row shows all of it and the way there."))


def _way_on(obstacle: Obstacle, key: str) -> None:
    """Say of one thing all that is pending, and lead to where it is done or waived."""
    _ = state.reader()
    st.markdown(literal(obstacle.detail.text(_)))
    with st.container(horizontal=True):
        lead_to_table(obstacle.where, f"{key}_go", is_first=True)
        lead_to_checks(obstacle.stage, f"{key}_checks")


def last_plan() -> Since | None:
    """Return the last exported plan and what changed since; None before the first."""
    _ = state.reader()
    return remembered(f"since last {_}", lambda: _since(_))


def changes_since_last() -> None:
    """Draw what changed since the last exported plan, section by section."""
    _, found = state.reader(), last_plan()
    if found is None:
        return
    day = _.date(found.version.made_on)
    title = _("Changed since version {number} of {day}").format(
        number=found.version.number, day=day
    )
    st.markdown(f"**{literal(title)}**")
    if not found.changes:
        st.caption(_("Nothing has changed since."))
        return
    rows = [
        {
            _("Section"): f"{printed_number(one.section, _)} {_(one.section.label)}",
            _("Table"): one.table,
            _("Records added"): told(one.added, _),
            _("Records changed"): told(one.changed, _),
            _("Records removed"): told(one.removed, _),
        }
        for one in found.changes
    ]
    show_rows(rows, key="document_since", row=40, most=300)


def told(names: Sequence[str], _: Reader) -> str:
    """Return how many records, and the names of the first ones."""
    if not names:
        return ""
    shown = [name for name in names[:FEW] if name]
    more = ["…"] if shown and len(names) > len(shown) else []
    listed = ", ".join([*shown, *more])
    return f"{_.number(len(names))}: {listed}" if listed else _.number(len(names))


def _since(_: Reader) -> Since | None:
    return since_last(state.folder(), state.snapshot(), _)
