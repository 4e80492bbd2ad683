"""Stage 2: who there is, where in the chain, who works with whom."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.cluster_map import cluster_map
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.network_tables import actor_table, measure_table
from app.widgets.stage_page import stage_page
from app.widgets.views import choose_view, chosen_view
from methodology.mapping import Actor
from methodology.stage import Stage

_ = state.reader()


def figures() -> None:
    """Draw the map, its table, its measures or the chain, as chosen."""
    if not state.snapshot().all(Actor):
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
    match view:
        case "table":
            actor_table()
        case "measures":
            measure_table()
        case "chain":
            chain()
        case _:
            cluster_map(row)


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
