"""One actor in a few lines: what it is, where it stands in the network, whom it works with."""

from uuid import UUID

import streamlit as st

from app import state
from app.exchange.cells import Names, show
from app.i18n import Reader
from app.widgets.readings import network
from app.words import literal
from methodology.mapping import Actor, Tie
from methodology.network import settings_of
from methodology.record import Attribute, Kind, fields

NEIGHBOURS = 8
LEFT_OUT = frozenset({"name", "notes", "segments", "is_core", "tax_id", "code"})


def actor_card(actor: Actor) -> None:
    """Draw an actor: its fields, its measures and its neighbours; nothing private."""
    _, snapshot = state.reader(), state.snapshot()
    names = Names(snapshot, _)
    lines = [
        f":gray[{literal(_(found.label))}] {literal(text)}"
        for found in fields(Actor)
        if found.name not in LEFT_OUT
        and not found.is_private
        and (text := _text(actor, found, names, _))
    ]
    measured = network(settings_of(snapshot)).by_actor.get(actor.id)
    if measured:
        lines.append(f":gray[{_('Relations')}] {_.number(measured.degree)}")
        if measured.betweenness is not None:
            lines.append(f":gray[{_('Betweenness')}] {_.number(measured.betweenness, 3)}")
    st.markdown("  \n".join(lines))
    near = neighbours(actor.id)
    if near:
        st.markdown(f"**{_('Works with')}**")
        shown = [names.words(key) for key in near[:NEIGHBOURS]]
        more = len(near) - len(shown)
        st.text("\n".join([*shown, *([f"+ {_.number(more)}"] if more else [])]))


def _text(actor: Actor, found: Attribute, names: Names, _: Reader) -> str:
    """Return a field in words, money with its currency and shares with their sign."""
    value = getattr(actor, found.name)
    if found.kind is Kind.MONEY and value is not None:
        return _.money(value)
    text = show(found, value, _, names)
    return f"{text} {_(found.unit)}" if text and found.unit else text


def neighbours(actor: UUID) -> list[UUID]:
    """Return the actors that an actor has a relation with, in the order they were entered."""
    found = [
        tie.target if tie.source == actor else tie.source
        for tie in state.snapshot().all(Tie)
        if actor in (tie.source, tie.target)
    ]
    return list(dict.fromkeys(found))
