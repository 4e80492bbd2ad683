"""The map in words and numbers: the actors as a table, the measures, the settings behind them."""

from collections.abc import Iterable
from uuid import UUID

import streamlit as st

from app import state
from app.exchange.cells import Names
from app.widgets.form import record_form
from app.widgets.readings import network, remembered
from app.words import literal
from methodology.boxes import boxes
from methodology.brokerage import roles_explained, roles_told
from methodology.mapping import Actor, MapSettings, Tie
from methodology.network import settings_note, settings_of


def actor_table() -> None:
    """Draw the actors with their place in the network, for those who cannot see the map."""
    _ = state.reader()
    rows = remembered(f"actor table {_}", _actor_rows)
    st.dataframe(
        rows,
        hide_index=True,
        height=430,
        row_height=44,
        key="mapping_table",
        column_config={
            _("Betweenness"): st.column_config.TextColumn(alignment="right"),
            _("Closeness"): st.column_config.TextColumn(alignment="right"),
        },
    )
    note = settings_note(settings_of(state.snapshot()), _)
    st.caption(literal(f"{note} {roles_explained().text(_)}"))


def measure_table() -> None:
    """Draw the measures of the network with the settings they depend on, and their form."""
    _, snapshot = state.reader(), state.snapshot()
    left, right = st.columns([3, 2], gap="large")
    with right:
        st.markdown(f"**{_('Settings of the map')}**")
        record_form(MapSettings, snapshot.one(MapSettings), key="map_settings", columns=1)
    settings = settings_of(state.snapshot())
    rows = [{_("Measure"): name, _("Value"): value} for name, value in _measures(settings)]
    with left:
        st.dataframe(rows, hide_index=True, height=418, row_height=38, key="mapping_measures")
        st.caption(literal(settings_note(settings, _)))


def _actor_rows() -> list[dict[str, object]]:
    _, snapshot = state.reader(), state.snapshot()
    names, found = Names(snapshot, _), network(settings_of(snapshot))
    near: dict[object, list[str]] = {}
    for tie in snapshot.all(Tie):
        near.setdefault(tie.source, []).append(names.words(tie.target))
        near.setdefault(tie.target, []).append(names.words(tie.source))
    return [
        {
            _("Name"): actor.name,
            _("Type"): _(actor.kind.label) if actor.kind else _("Pending"),
            _("Link of the chain"): names.words(actor.link) if actor.link else "",
            _("Relations"): measured.degree,
            _("Betweenness"): _.number_if_known(measured.betweenness, 4),
            _("Closeness"): _.number_if_known(measured.closeness, 4),
            _("Role as broker"): roles_told(measured.roles).text(_),
            _("Works with"): "; ".join(dict.fromkeys(near.get(key, []))),
        }
        for key, measured in sorted(found.by_actor.items(), key=lambda item: -item[1].degree)
        if (actor := snapshot.get(Actor, key))
    ]


def _measures(settings: MapSettings) -> list[tuple[str, str]]:
    """Return the measures by name, with the actors they point at."""
    _, snapshot = state.reader(), state.snapshot()
    names, found = Names(snapshot, _), network(settings)

    def called(keys: Iterable[UUID]) -> str:
        actors = (snapshot.find_any(key) for key in keys)
        return "; ".join(names.words(actor.id) for actor in actors if actor)

    missing = [box.title for box in boxes(snapshot) if box.is_missing]
    return [
        (_("Actors"), _.number(found.actors)),
        (_("Related pairs"), _.number(found.relations)),
        (_("Density"), _.number_if_known(found.density, 4)),
        (_("Degree centralization"), _.number_if_known(found.degree_centralisation, 4)),
        (_("Betweenness centralization"), _.number_if_known(found.betweenness_centralisation, 4)),
        (_("Separate pieces"), _.number(len(found.components))),
        (
            _("Without relations"),
            ": ".join(filter(None, (_.number(len(found.isolates)), called(found.isolates)))),
        ),
        (_("Would split the network"), called(found.articulation_points)),
        (_("Communities"), _.number(len(found.communities))),
        (_("Modularity"), _.number_if_known(found.modularity, 4)),
        (_("Transitivity"), _.number_if_known(found.transitivity, 4)),
        (_("Longest path of the main piece"), _.number_if_known(found.diameter)),
        (_("Mean path of the main piece"), _.number_if_known(found.mean_path, 4)),
        (_("E–I index by type"), _.number_if_known(found.ei_index, 4)),
        (_("Missing links"), "; ".join(missing)),
    ]
