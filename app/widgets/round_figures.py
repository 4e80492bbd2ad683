"""What a round came to, drawn for a screen or for the room: figure, consensus, who took part."""

from collections.abc import Sequence

import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.look import PROJECTOR, WORK
from app.widgets.figures import figure_mode
from app.widgets.round_state import Scene
from app.words import literal
from methodology.group_outcomes import group_headline, group_outcomes
from methodology.mapping import Actor
from methodology.outcomes import Outcome, headline, outcome, result_notes
from methodology.round_results import RoundPledge, View
from methodology.rounds import FREE, Instrument, Round, Rule
from methodology.text import N_

TALL = 470  # px that question, title and words leave of a screen of 720
NAMES = 6  # of those who join, on one line


def round_figure(asked: Round, scene: Scene, px: int = WORK) -> None:
    """Draw the result of a round in the view that the facilitator chose."""
    _ = state.reader()
    found = outcome(state.snapshot(), asked, view=scene.view, without=scene.without)
    if found is None:
        st.title(literal(asked.question), anchor=False)
        return
    is_room = px >= PROJECTOR
    if is_room:
        with st.container(gap="xxsmall"):
            _drawn(_, asked, found, scene, px)
    else:
        _drawn(_, asked, found, scene, px)


def _drawn(_: Reader, asked: Round, found: Outcome, scene: Scene, px: int) -> None:
    is_room = px >= PROJECTOR
    groups = group_outcomes(state.snapshot(), asked) if scene.is_groups else ()
    title = (group_headline(groups) if groups else headline(found)).text(_)
    if is_room:
        st.header(f":gray[{literal(asked.question)}]", anchor=False)
        st.title(literal(title), anchor=False)
    elif groups:
        st.markdown(f"**{literal(title)}**")
    _notes(_, found, scene, is_room=is_room)
    if asked.instrument is Instrument.COMMITMENT:
        _pledges(_, found, is_room=is_room)
        return
    if scene.is_reasons:
        _reasons(_, found, is_room=is_room)
        return
    style = charts.Style(_, "light" if is_room else figure_mode(), px)
    made = charts.group_bars(groups, style) if groups else _made(found, scene, style)
    if made is not None:
        st.plotly_chart(
            made,
            theme=None,
            config=charts.CONFIG,
            height=TALL if is_room else "content",
            key=f"round_figure_{px}",
            alt=f"{asked.question}: {title}",
        )


def _notes(_: Reader, found: Outcome, scene: Scene, *, is_room: bool) -> None:
    said = [note.text(_) for note in result_notes(found)]
    if scene.view is not View.DECLARED:
        said.insert(0, view_words(_, scene.view, scene.without))
    text = literal(" · ".join(said))
    if is_room:
        st.header(text, anchor=False)
    else:
        st.markdown(text)


def view_words(_: Reader, view: View, without: object = None) -> str:
    """Return whose votes a view counts, with the firm that is left out."""
    if view is View.WITHOUT_FIRM:
        actor = state.snapshot().get(Actor, without)  # type: ignore[arg-type]  # an id or None
        return _("Without {firm}").format(firm=actor.name if actor else _("one firm"))
    return _(view.label)


def _made(found: Outcome, scene: Scene, style: charts.Style) -> object:
    asked = found.round
    if asked.instrument in FREE:
        if not found.texts:
            return None
        if asked.instrument is Instrument.WORDS:
            return charts.word_cloud(found.texts, style)
        return charts.ideas_map(
            charts.clusters(found.texts, style.reader(N_("Not grouped"))), style
        )
    if asked.instrument is Instrument.RATING:
        first = outcome(state.snapshot(), asked, turn=1) if scene.is_shift else None
        if first and found.turn > 1:
            return charts.rating_shifts(first, found, style)
        return charts.rating_spreads(found, style)
    if asked.rule in (Rule.BORDA, Rule.COPELAND) and asked.instrument is Instrument.RANKING:
        return charts.ranking_bars(found, style)
    return charts.vote_bars(found, style)


def _pledges(_: Reader, found: Outcome, *, is_room: bool) -> None:
    """Draw who joins what: names on purpose, the vote was public."""
    for item in found.items:
        joined = [one for one in found.pledges if one.item == item.id]
        if is_room:
            words = f"{len(joined)} {literal(item.name)} :gray[{literal(_names(_, joined))}]"
            st.header(words, anchor=False)
            continue
        st.markdown(f"**{len(joined)} {literal(item.name)}**")
        for one in joined:
            given = f": {one.contribution}" if one.contribution else ""
            st.markdown(f"- {literal(one.who)}:gray[{literal(given)}]")


def _reasons(_: Reader, found: Outcome, *, is_room: bool) -> None:
    """Draw why people scored as they did, item by item and without names."""
    for item in found.items:
        given = [one.text for one in found.texts if one.item == item.id and not one.is_hidden]
        if given:
            words = f"**{literal(item.name)}** :gray[{literal('; '.join(given[:NAMES]))}]"
            if is_room:
                st.header(words, anchor=False)
            else:
                st.markdown(words)


def _names(_: Reader, pledges: Sequence[RoundPledge]) -> str:
    names = [
        f"{one.who} ({one.contribution})" if one.contribution else one.who
        for one in pledges[:NAMES]
    ]
    if len(pledges) > NAMES:
        more = len(pledges) - NAMES
        names.append(_.many("and {count} more", "and {count} more", more))
    return " · ".join(names)
