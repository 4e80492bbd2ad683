"""What a round came to, drawn for a screen or for the room: figure, consensus, who took part."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.look import PROJECTOR, WORK
from app.widgets.figures import figure_mode, scrolling
from app.widgets.room_words import LINE, draw_page, packed, page_now
from app.widgets.round_state import Scene
from app.words import literal
from methodology.group_outcomes import group_headline, group_outcomes
from methodology.lettering import wrapped
from methodology.mapping import Actor
from methodology.outcomes import Outcome, headline, outcome, result_notes
from methodology.round_results import RoundPledge, View
from methodology.rounds import FREE, Instrument, Round, Rule
from methodology.text import N_

SCREEN, TOP = 712, 95  # px of a projector's screen, and of what stands around the words on it
HEADER, TITLE = (82, 33), (56, 52)  # letters of a line of words, and its height in px
NOTES = 2  # lines of what is told beside a result in the room
BOLD, SOFT = 38.0, 40.0  # ems of a line of names, and of what is told beneath them
JOINT = " · "
LEAST = 560  # px that a figure is wide on the desk: narrower, it scrolls
UNPAGED = (*FREE, Instrument.COMMITMENT)


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
    asked_short = _one_line(asked.question)
    groups = group_outcomes(state.snapshot(), asked) if scene.is_groups else ()
    title = (group_headline(groups) if groups else headline(found)).text(_)
    if is_room:
        st.header(f":gray[{literal(asked_short)}]", anchor=False)
        st.title(literal(title), anchor=False)
    elif groups:
        st.markdown(f"**{literal(title)}**")
    page = _page(found, scene) if is_room else None
    notes = _notes(_, found, scene, is_room=is_room, page=page)
    around = ((asked_short, HEADER), (title, TITLE), (notes, HEADER))
    left = SCREEN - TOP - sum(_height(text, kind) for text, kind in around)
    tall = left if is_room else None
    if asked.instrument is Instrument.COMMITMENT:
        _pledges(found, tall)
        return
    if scene.is_reasons:
        _reasons(found, tall)
        return
    style = charts.Style(_, "light" if is_room else figure_mode(), px)
    made = charts.group_bars(groups, style) if groups else _made(found, scene, style, page, tall)
    if made is None:
        return
    with scrolling(0 if is_room else LEAST):
        st.plotly_chart(
            made,
            theme=None,
            config=charts.CONFIG,
            height=tall or "content",
            key=f"round_figure_{px}",
            alt=f"{asked.question}: {title}",
        )


def _page(found: Outcome, scene: Scene) -> int | None:
    """Return the page of items that the room sees; None where they all stand on one."""
    is_whole = scene.is_groups or scene.is_reasons or found.round.instrument in UNPAGED
    count = charts.page_count(found)
    return None if is_whole or count == 1 else page_now(count)


def _notes(_: Reader, found: Outcome, scene: Scene, *, is_room: bool, page: int | None) -> str:
    """Draw what has to be said beside a result and return it; in a room as much as fits."""
    said = [note.text(_) for note in result_notes(found)]
    if scene.view is not View.DECLARED:
        said.insert(0, view_words(_, scene.view, scene.without))
    if page is not None:
        places, count = charts.on_page(found, page), len(found.items)
        told = _("Items {first} to {last} of {count}")
        numbers = (places[0] + 1, places[-1] + 1, count)
        first, last, whole = map(_.number, numbers)
        said.insert(0, told.format(first=first, last=last, count=whole))
    while is_room and len(said) > 1 and _lines(JOINT.join(said), HEADER) > NOTES:
        said.pop()
    text = JOINT.join(said)
    text = text[:1].upper() + text[1:]
    if is_room:
        st.header(literal(text), anchor=False)
    else:
        st.markdown(literal(text))
    return text


def _one_line(text: str) -> str:
    """Return as much of a question as one line of the room holds: it was read while voting."""
    return charts.in_lines(text, HEADER[0], 1)[0]


def _lines(text: str, kind: tuple[int, int]) -> int:
    return len(charts.in_lines(text, kind[0], 99))


def _height(text: str, kind: tuple[int, int]) -> int:
    """Return the px that a text takes in the room."""
    return _lines(text, kind) * kind[1]


def view_words(_: Reader, view: View, without: UUID | None = None) -> str:
    """Return whose votes a view counts, with the firm that is left out."""
    if view is View.WITHOUT_FIRM:
        actor = state.snapshot().get(Actor, without)
        return _("Without {firm}").format(firm=actor.name if actor else _("one firm"))
    return _(view.label)


def _made(
    found: Outcome, scene: Scene, style: charts.Style, page: int | None, tall: float | None
) -> object:
    asked = found.round
    if asked.instrument in FREE:
        if not found.texts:
            return None
        if asked.instrument is Instrument.WORDS:
            return charts.word_cloud(found.texts, style, tall)
        return charts.ideas_map(
            charts.clusters(found.texts, style.reader(N_("Not grouped"))), style
        )
    if asked.instrument is Instrument.RATING:
        first = outcome(state.snapshot(), asked, turn=1) if scene.is_shift else None
        if first and found.turn > 1:
            return charts.rating_shifts(first, found, style, page, tall)
        return charts.rating_spreads(found, style, page, tall)
    if asked.rule in (Rule.BORDA, Rule.COPELAND) and asked.instrument is Instrument.RANKING:
        return charts.ranking_bars(found, style, page, tall)
    return charts.vote_bars(found, style, page, tall)


def _pledges(found: Outcome, left: int | None) -> None:
    """Draw who joins what: names on purpose, the vote was public; `left` px of it in a room."""
    joined = [(item, [one for one in found.pledges if one.item == item.id]) for item in found.items]
    if left is not None:
        told = [(f"{len(own)} {item.name}", [JOINT.join(map(_told, own))]) for item, own in joined]
        _in_room(told, left)
        return
    for item, own in joined:
        st.markdown(f"**{len(own)} {literal(item.name)}**")
        for one in own:
            given = f": {one.contribution}" if one.contribution else ""
            st.markdown(f"- {literal(one.who)}:gray[{literal(given)}]")


def _reasons(found: Outcome, left: int | None) -> None:
    """Draw why people scored as they did, item by item and without names."""
    given = [
        (item.name, [one.text for one in found.texts if one.item == item.id and not one.is_hidden])
        for item in found.items
    ]
    rows = [(name, texts) for name, texts in given if texts]
    if left is not None:
        _in_room([(name, [f"– {text}" for text in texts]) for name, texts in rows], left)
        return
    for name, texts in rows:
        st.markdown(f"**{literal(name)}**")
        st.markdown("\n".join(f"- {literal(text)}" for text in texts))


def _in_room(rows: Sequence[tuple[str, Sequence[str]]], left: int) -> None:
    """Draw names with what belongs to each in the px that are left: nobody is left out."""
    blocks = [
        [
            *(charts.Words(line) for line in wrapped(name, BOLD)),
            *(charts.Words(line, is_soft=True) for text in texts for line in wrapped(text, SOFT)),
        ]
        for name, texts in rows
    ]
    draw_page("room_told", packed(blocks, left // LINE - 1))


def _told(one: RoundPledge) -> str:
    return f"{one.who} ({one.contribution})" if one.contribution else one.who
