"""Stage 2: who there is, where in the chain, who works with whom."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.cluster_map import cluster_map
from app.widgets.empty import empty_state
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.network_tables import actor_table, measure_table
from app.widgets.readings import network
from app.widgets.stage_page import stage_page
from app.widgets.views import choose_view, chosen_view, turn_to
from methodology.mapping import Actor
from methodology.network import counted_actors, settings_of
from methodology.stage import Stage

_ = state.reader()


def figures() -> None:
    """Draw the map, its table, its measures or the chain, as chosen."""
    snapshot = state.snapshot()
    if not snapshot.all(Actor):
        begin_with(
            Actor,
            _("There is no actor on the map yet"),
            _("Import a directory of firms, or enter the actors one by one."),
            icon="hub",
        )
        return
    names = {
        "map": _("Map"),
        "table": _("Table"),
        "measures": _("Measures"),
        "chain": _("Firms by link"),
    }
    row = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    )
    with row:
        view = choose_view(names, key="mapping_figure")
    settings = settings_of(snapshot)
    match view:
        case "measures":
            measure_table()
        case "chain":
            chain()
        case "table" if network(settings).actors:
            actor_table()
        case "map" if counted_actors(snapshot, settings):
            cluster_map(row)
        case _:
            nobody()


def nobody() -> None:
    """Say that the map's settings leave nobody on it, and lead to them."""
    with empty_state(
        _("The settings of the map leave out every actor"),
        _("Count actors without relations, more kinds of relations, or those outside the scope."),
        icon="hub",
    ):
        st.button(
            _("Go to “{table}”").format(table=_("Settings of the map")),
            type="primary",
            icon=":material/arrow_forward:",
            key="mapping_settings",
            on_click=turn_to,
            args=("mapping_figure", "measures"),
        )


def chain() -> None:
    """Draw the firms of each link, or what is missing to count them."""
    if has_figure("chain"):
        draw("chain")
        return
    begin_with(
        Actor,
        _("No actor inside the scope has the type of a firm yet"),
        _("Give the actors their type and their link of the chain: the firms of each are counted."),
        icon="category",
    )


stage_page(
    Stage.MAPPING,
    finding(Stage.MAPPING),
    figures,
    figure=chosen_view(("map", "chain"), key="mapping_figure"),
)
