"""The map of the cluster: filters, the figure, the card of the actor that was clicked."""

from typing import TypeVar
from zlib import crc32

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import state
from app.charts import Style
from app.widgets.actor_card import actor_card
from app.widgets.figures import figure_mode, scrolling
from app.widgets.map_view import TALL, WIDTH, MapView, map_option, shown_actors, stored_view
from app.widgets.readings import network, remembered
from app.words import literal
from methodology.choice import Choice
from methodology.mapping import Actor, ActorKind, Measure, Tie, TieKind
from methodology.network import settings_note, settings_of

C = TypeVar("C", bound=Choice)

FILTER = 205  # px of a filter's width: three stand beside the choice of views
TURN = "map_turn"  # how often a card was closed: the map then forgets who was clicked


def cluster_map(row: DeltaGenerator) -> None:
    """Draw the map with its filters in a row; the card of a clicked actor opens over it."""
    _, snapshot = state.reader(), state.snapshot()
    with row, st.container(horizontal=True, width="content", gap="xsmall"):
        view = _filters(stored_view(snapshot))
    chosen = _figure(view)
    hint = _("Click an actor to see its card.")
    st.caption(literal(f"{settings_note(settings_of(snapshot), _)} {hint}"))
    if chosen:
        _open_card(chosen)


def _open_card(actor: Actor) -> None:
    """Open the card of an actor at the right; the map is as before once it is closed."""
    dialog = st.dialog(literal(actor.name), position="right", on_dismiss=_forget)
    dialog(actor_card)(actor)


def _forget() -> None:
    state.keep(TURN, state.kept(TURN, 0) + 1)


def _narrowed(label: str, everything: str, options: list[C], key: str) -> list[C]:
    """Draw one filter; nothing chosen means everything."""
    _ = state.reader()
    return st.multiselect(
        label,
        options,
        format_func=lambda option: _(option.label),
        placeholder=everything,
        key=key,
        label_visibility="collapsed",
        width=FILTER,
        persist_state="session",
    )


def _filters(stored: MapView) -> MapView:
    """Draw the filters, each empty until somebody narrows the map."""
    _, snapshot = state.reader(), state.snapshot()
    present = {actor.kind for actor in snapshot.all(Actor)}
    flowing = {tie.kind for tie in snapshot.all(Tie)}
    kinds = _narrowed(
        _("Types"), _("All types"), [kind for kind in ActorKind if kind in present], "map_kinds"
    )
    ties = _narrowed(
        _("Relations"),
        _("All relations"),
        [kind for kind in TieKind if kind in flowing],
        "map_ties",
    )
    size_by = st.selectbox(
        _("Size by"),
        [*Measure],
        index=[*Measure].index(stored.size_by),
        format_func=lambda found: _("Size: {measure}").format(measure=_(found.label)),
        key=f"map_size_{stored.size_by}",
        label_visibility="collapsed",
        width=FILTER,
        persist_state="session",
    )
    return MapView(tuple(kinds), tuple(ties), size_by)


def _figure(view: MapView) -> Actor | None:
    """Draw the map; return the actor that was clicked."""
    _, snapshot, mode = state.reader(), state.snapshot(), figure_mode()
    measures = network(settings_of(snapshot))
    option = remembered(
        f"map {view} {_} {mode}", lambda: map_option(snapshot, measures, view, Style(_, mode))
    )
    with scrolling(int(WIDTH)):
        event = st.echarts_chart(
            option,
            width=int(WIDTH),
            height=int(TALL),
            theme=None,
            on_select="rerun",
            key=f"map_{crc32(repr((view, state.kept(TURN, 0))).encode())}",
            alt=_("Map of the cluster: who works with whom, by link of the chain"),
        )
    actors = shown_actors(snapshot, view)
    places = [
        int(place)
        for group in event["selection"].get("selected", [])
        if group.get("data_type") == "node"
        for place in group.get("data_indices", [])
    ]
    return next((actors[place] for place in places if place < len(actors)), None)
