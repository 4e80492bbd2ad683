"""What the room sees: the way in, the rules, turnout and countdown, then what it came to.

Never a result while a round is open: until it is closed nothing of it is even read.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from textwrap import wrap

import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.joining import Joining, qr_svg, remembered, short_address, wifi
from app.widgets.joining_desk import door
from app.widgets.room_words import LINE, PX, draw_page, draw_words, packed
from app.widgets.round_acts import joined, turnout
from app.widgets.round_figures import round_figure
from app.widgets.round_state import on_screen, scene
from app.widgets.round_told import told_rules
from app.words import literal
from methodology.outcomes import items_of, outcome
from methodology.rounds import FREE, Round, State

CODE, CODE_BESIDE, CODE_OF_NETWORK, CODE_FOR_LATE = 440, 370, 280, 250  # px of the QR codes
NETWORK, LONG_NETWORK = 16, 28  # letters of a line with a network's name, large and small
SCREEN, TOP = 712, 84  # px of a screen, and of what is around its words
TITLE = (56, 43)  # letters of a line of the question, and its height in px
LEFT, RIGHT, WIDE = 30, 42, 72  # letters of a line with items, with rules, across the screen
BESIDE, OTHERS = 44, 4  # letters of a line beside the code for late comers, and lines there
INDENT = "\u2003"  # of the lines that a text goes on in
KEYS = ("room_items", "room_rules")


def room_scene(*, is_joining: bool) -> None:
    """Draw what goes on now; a window that was opened for the way in shows nothing else."""
    _ = state.reader()
    asked = None if is_joining else on_screen(state.snapshot())
    st.space(20)
    if asked is None:
        way_in(_)
        return
    match asked.state:
        case State.DRAFT:
            _rules(_, asked)
        case State.OPEN:
            _open(_, asked)
        case State.SEALING | State.CLOSED:
            _closed(_, asked)
        case State.VOID:
            _title(asked)
            st.header(_("This round is void: {reason}").format(reason=literal(asked.void_reason)))
        case _:
            round_figure(asked, scene(), PX)


def way_in(_: Reader) -> None:
    """Draw how to vote with the phone, in letters for the last row."""
    answer, kept = door(), remembered(state.key())
    st.title(_("Vote with the phone"), anchor=False)
    if answer is None:
        st.header(f":gray[{_('The pages for phones are not open yet.')}]", anchor=False)
        return
    if kept.network:
        _two_steps(_, answer.address, kept)
    else:
        code, step = st.columns([470, 630], gap="medium")
        with code:
            _code(_, answer.address, CODE)
        with step:
            address = charts.Words(short_address(answer.address), charts.LARGE, is_asked=True)
            told = charts.Words(f"1  {_('Scan the code or type')}", is_soft=True)
            draw_words("room_steps", [told, address])
    st.header(_.many("{count} phone is in", "{count} phones are in", joined()), anchor=False)


def _two_steps(_: Reader, address: str, kept: Joining) -> None:
    """Draw the network first and the address after it, each beneath what to do with it."""
    network, votes = st.columns([9, 13], gap="medium")
    with network, st.container(gap="xxsmall"):
        draw_words("room_step_1", [charts.Words(f"1  {_('Connect to the Wi-Fi')}", is_soft=True)])
        st.image(
            qr_svg(wifi(kept.network, kept.password)),
            width=CODE_OF_NETWORK,
            alt=_("QR code that joins the Wi-Fi {network}").format(network=kept.network),
        )
        draw_words("room_network", _named(_, kept))
    with votes, st.container(gap="xxsmall"):
        draw_words("room_step_2", [charts.Words(f"2  {_('Scan the code or type')}", is_soft=True)])
        _code(_, address, CODE_BESIDE)
        told = charts.Words(short_address(address), charts.LARGE, is_asked=True)
        draw_words("room_address", [told])


def _named(_: Reader, kept: Joining) -> list[charts.Words]:
    """Return the network's name, as large as it fits, and its password."""
    is_short = len(kept.network) <= NETWORK
    px, letters = (charts.LARGE, NETWORK) if is_short else (charts.SMALL, LONG_NETWORK)
    lines = [charts.Words(line, px) for line in wrap(kept.network, letters)]
    if kept.password:
        told = _("password {password}").format(password=kept.password)
        lines += [charts.Words(line) for line in wrap(told, LONG_NETWORK)]
    return lines


def _code(_: Reader, address: str, width: int) -> None:
    told = _("QR code of {address}").format(address=address)
    st.image(qr_svg(address), width=width, alt=told)


def _title(asked: Round) -> None:
    st.title(literal(asked.question), anchor=False)


def _rules(_: Reader, asked: Round) -> None:
    """Draw what is going to be asked and under which rules, before anybody votes.

    Nothing is cut: what does not fit side by side is shown page after page, over and over.
    """
    _title(asked)
    told = [f"{item.position} {item.name}" for item in items_of(state.snapshot(), asked)]
    ruled = [f"{_(one.about)}: {one.text.text(_)}" for one in told_rules(asked)]
    title = len(charts.in_lines(asked.question, TITLE[0], 99))
    fitting = (SCREEN - TOP - title * TITLE[1]) // LINE
    beside = [*pages(told, LEFT, fitting), *pages(ruled, RIGHT, fitting, is_soft=True)]
    if told and len(beside) == 2:
        for column, lines, key in zip(st.columns([3, 4], gap="medium"), beside, KEYS, strict=True):
            with column:
                draw_words(key, lines)
        return
    first = pages(told, WIDE, fitting - 1) if told else []
    each = [*first, *pages(ruled, WIDE, fitting - 1, is_soft=True)]
    draw_page(KEYS[1], each)


def pages(
    told: Sequence[str], letters: int, fitting: int, *, is_soft: bool = False
) -> list[list[charts.Words]]:
    """Return texts as lines of so many letters, as many to a page as fit, each text whole."""
    return packed((_paragraph(text, letters, is_soft=is_soft) for text in told), fitting)


def _paragraph(text: str, letters: int, *, is_soft: bool) -> list[charts.Words]:
    lines = wrap(text, letters, subsequent_indent=INDENT, break_on_hyphens=False)
    return [charts.Words(line, is_soft=is_soft) for line in lines]


def _open(_: Reader, asked: Round) -> None:
    """Draw turnout and time left while people vote, and how to come in late."""
    _title(asked)
    now = turnout(asked)
    said = _voted(_, now.cast, now.eligible)
    voted, clock = st.columns([3, 1])
    with voted:
        draw_words("room_voted", [charts.Words(said, charts.LARGE)])
    if asked.ends_at:
        with clock:
            draw_words("room_clock", [charts.Words(time_left(asked), charts.LARGE, is_asked=True)])
    if asked.quorum or now.eligible:
        st.plotly_chart(
            charts.turnout_bar(now.cast, now.eligible, asked.quorum, charts.Style(_, "light", PX)),
            theme=None,
            config=charts.CONFIG,
            key="room_turnout",
            alt=said,
        )
    st.header(_(asked.secrecy.label), anchor=False)
    others = _others(_, asked)
    if answer := door():
        with st.container(horizontal=True, vertical_alignment="center"):
            _code(_, answer.address, CODE_FOR_LATE)
            told = charts.Words(short_address(answer.address), charts.LARGE)
            draw_page("room_address", [[told, *page] for page in others])
    elif others[0]:
        draw_page("room_others", others)


def _others(_: Reader, asked: Round) -> list[list[charts.Words]]:
    """Return pages of the other questions that are open: tables work on theirs side by side."""
    running = [
        one for one in state.snapshot().all(Round) if one.state is State.OPEN and one.id != asked.id
    ]
    if not running:
        return [[]]
    rows = []
    for one in sorted(running, key=lambda one: str(one.opened_at)):
        now = turnout(one)
        rows.append(f"{one.question} {_voted(_, now.cast, now.eligible)}")
    head = charts.Words(_("Also open:"))
    return [[head, *page] for page in pages(rows, BESIDE, OTHERS, is_soft=True)]


def _voted(_: Reader, cast: int, eligible: int | None) -> str:
    if not eligible:
        return _.many("{count} has voted", "{count} have voted", cast)
    said = _("{count} of {eligible} have voted")
    return said.format(count=_.number(cast), eligible=_.number(eligible))


def _closed(_: Reader, asked: Round) -> None:
    _title(asked)
    if asked.state is State.SEALING:
        st.header(_("The vote is being sealed…"), anchor=False)
        return
    found = outcome(state.snapshot(), asked)
    count = found.summary.cast if found else 0
    said = _.many("Closed with {count} ballot", "Closed with {count} ballots", count)
    draw_words("room_closed", [charts.Words(said, charts.LARGE)])
    if asked.is_secret and asked.instrument not in FREE:
        st.header(_("Nobody can tell any more who voted what."), anchor=False)


def time_left(asked: Round) -> str:
    """Return the minutes and seconds until the countdown ends, nothing below zero."""
    if asked.ends_at is None:
        return ""
    seconds = max(0, round((asked.ends_at - datetime.now(UTC)).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
