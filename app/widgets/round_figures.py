"""What a round came to, drawn for a screen or for the room: figure, consensus, who took part."""

from collections.abc import Sequence
from uuid import UUID

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

SCREEN, TOP = 712, 95  # px of a projector's screen, and of what stands around the words on it
HEADER, TITLE = (82, 33), (56, 52)  # letters of a line of words, and its height in px
NOTES = 2  # lines of what is told beside a result in the room
SPARE = 6  # letters that a line may be short of, where one more line would not fit
GAP = 12  # px between what is told of one item and the next
JOINT = " · "
PAGE_SECONDS = 10  # that a page of what does not fit on one stays in the room
UNPAGED = (*FREE, Instrument.COMMITMENT)
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
    left = (
        SCREEN
        - TOP
        - sum(
            _height(text, kind)
            for text, kind in ((asked_short, HEADER), (title, TITLE), (notes, HEADER))
        )
    )
    if asked.instrument is Instrument.COMMITMENT:
        _pledges(_, found, left if is_room else None)
        return
    if scene.is_reasons:
        _reasons(found, left if is_room else None)
        return
    style = charts.Style(_, "light" if is_room else figure_mode(), px)
    made = charts.group_bars(groups, style) if groups else _made(found, scene, style, page)
    if made is not None:
        st.plotly_chart(
            made,
            theme=None,
            config=charts.CONFIG,
            height=left if is_room else "content",
            key=f"round_figure_{px}",
            alt=f"{asked.question}: {title}",
        )


def page_now(count: int) -> int:
    """Return which of so many pages the room sees now: one after another, over and over."""
    return int(state.now().timestamp() // PAGE_SECONDS) % count


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


def _made(found: Outcome, scene: Scene, style: charts.Style, page: int | None) -> object:
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
            return charts.rating_shifts(first, found, style, page)
        return charts.rating_spreads(found, style, page)
    if asked.rule in (Rule.BORDA, Rule.COPELAND) and asked.instrument is Instrument.RANKING:
        return charts.ranking_bars(found, style, page)
    return charts.vote_bars(found, style, page)


def _pledges(_: Reader, found: Outcome, left: int | None) -> None:
    """Draw who joins what: names on purpose, the vote was public; `left` px of it in a room."""
    joined = [(item, [one for one in found.pledges if one.item == item.id]) for item in found.items]
    if left is not None:
        named = [(f"{len(own)} {item.name}", own) for item, own in joined]
        whole = [(name, _names(_, own)) for name, own in named]
        is_fitting = sum(_lines(f"{name}  {told}", HEADER) for name, told in whole) <= (
            left // (HEADER[1] + GAP)
        )
        bare = [(name, JOINT.join(one.who for one in own)) for name, own in named]
        _in_room(whole if is_fitting else bare, left)
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
    rows = [(name, "; ".join(texts[:NAMES])) for name, texts in given if texts]
    if left is not None:
        _in_room(rows, left)
        return
    for name, texts in rows:
        st.markdown(f"**{literal(name)}** :gray[{literal(texts)}]")


def _in_room(rows: Sequence[tuple[str, str]], left: int) -> None:
    """Draw names with what belongs to each in the px that are left: as many lines as fit."""
    letters, leading = HEADER[0] - SPARE, HEADER[1]
    for name, words in rows:
        most = max(1, (left // max(1, len(rows)) - GAP) // leading)
        lines = charts.in_lines(f"{name}  {words}", letters, most)
        told = " ".join(lines)[len(name) :]
        st.header(f"{literal(name)} :gray[{literal(told.strip())}]", anchor=False)


def _names(_: Reader, pledges: Sequence[RoundPledge]) -> str:
    names = [
        f"{one.who} ({one.contribution})" if one.contribution else one.who
        for one in pledges[:NAMES]
    ]
    if len(pledges) > NAMES:
        more = len(pledges) - NAMES
        names.append(_.many("and {count} more", "and {count} more", more))
    return " · ".join(names)
