"""What the room sees: the way in, the rules, turnout and countdown, then what it came to.

Never a result while a round is open: until it is closed nothing of it is even read.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.joining import Joining, qr_svg, remembered, short_address, wifi
from app.look import PROJECTOR
from app.widgets.joining_desk import door
from app.widgets.round_acts import joined, turnout
from app.widgets.round_figures import page_now, round_figure
from app.widgets.round_state import on_screen, scene
from app.widgets.round_told import told_rules
from app.words import literal
from methodology.outcomes import items_of, outcome
from methodology.rounds import FREE, Round, State

PX = PROJECTOR + 2  # its smallest notes are then 20 points
CODE, CODE_OF_NETWORK = 440, 200  # px of the QR codes
SCREEN, TOP, LINE = 712, 84, 35  # px of a screen, of what is around its words, of a line of rules
TITLE = (56, 43)  # letters of a line of the question, and its height in px
LEFT, RIGHT, WIDE = 30, 42, 72  # letters of a line with items, with rules, across the screen
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
    code, steps = st.columns([470, 630], gap="medium")
    with code:
        told = _("QR code of {address}").format(address=answer.address)
        st.image(qr_svg(answer.address), width=CODE, alt=told)
    with steps:
        address = short_address(answer.address)
        _words("room_steps", _steps(_, address, kept))
        if kept.network:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.image(
                    qr_svg(wifi(kept.network, kept.password)),
                    width=CODE_OF_NETWORK,
                    alt=_("QR code that joins the Wi-Fi {network}").format(network=kept.network),
                )
                st.header(f":gray[{_('Step 1: this code joins the Wi-Fi')}]", anchor=False)
    st.header(_.many("{count} phone is in", "{count} phones are in", joined()), anchor=False)


def _steps(_: Reader, address: str, kept: Joining) -> list[charts.Words]:
    """Return what to do, step by step, each with what to look for or type."""
    lines: list[charts.Words] = []
    if kept.network:
        lines.append(charts.Words(f"1  {_('Connect to the Wi-Fi')}", is_soft=True))
        lines.append(charts.Words(kept.network, charts.LARGE))
        if kept.password:
            lines.append(charts.Words(_("password {password}").format(password=kept.password)))
    number = 2 if kept.network else 1
    lines.append(charts.Words(f"{number}  {_('Scan the code or type')}", is_soft=True))
    lines.append(charts.Words(address, charts.LARGE, is_asked=True))
    return lines


def _words(key: str, lines: list[charts.Words]) -> None:
    """Draw large words, with the same words for those who hear the page."""
    _ = state.reader()
    st.plotly_chart(
        charts.poster(lines, charts.Style(_, "light", PX)),
        theme=None,
        config=charts.CONFIG,
        key=key,
        alt=". ".join(line.text for line in lines),
    )


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
    beside = [*pages(told, LEFT, fitting), *pages(ruled, RIGHT, fitting)]
    if told and len(beside) == 2:
        for column, lines, key in zip(st.columns([3, 4], gap="medium"), beside, KEYS, strict=True):
            with column:
                _words(key, lines)
        return
    each = [*(pages(told, WIDE, fitting - 1) if told else ()), *pages(ruled, WIDE, fitting - 1)]
    place = page_now(len(each))
    mark = f"{_.number(place + 1)} / {_.number(len(each))}" if len(each) > 1 else ""
    _words(KEYS[1], [*each[place], charts.Words(mark, is_soft=True)])


def pages(told: Sequence[str], letters: int, fitting: int) -> list[list[charts.Words]]:
    """Return texts as lines of so many letters, as many to a page as fit, each text whole."""
    made: list[list[charts.Words]] = [[]]
    for text in told:
        lines = [
            charts.Words(line if place == 0 else f"   {line}", is_soft=place > 0)
            for place, line in enumerate(charts.in_lines(text, letters, 99))
        ]
        if made[-1] and len(made[-1]) + len(lines) > fitting:
            made.append([])
        made[-1] += lines
    return made


def _open(_: Reader, asked: Round) -> None:
    """Draw turnout and time left while people vote, and how to come in late."""
    _title(asked)
    now = turnout(asked)
    said = _voted(_, now.cast, now.eligible)
    voted, clock = st.columns([3, 1])
    with voted:
        _words("room_voted", [charts.Words(said, charts.LARGE)])
    if asked.ends_at:
        with clock:
            _words("room_clock", [charts.Words(time_left(asked), charts.LARGE, is_asked=True)])
    if asked.quorum or now.eligible:
        st.plotly_chart(
            charts.turnout_bar(now.cast, now.eligible, asked.quorum, charts.Style(_, "light", PX)),
            theme=None,
            config=charts.CONFIG,
            key="room_turnout",
            alt=said,
        )
    st.header(_(asked.secrecy.label), anchor=False)
    if answer := door():
        with st.container(horizontal=True, vertical_alignment="center"):
            told = _("QR code of {address}").format(address=answer.address)
            st.image(qr_svg(answer.address), width=CODE_OF_NETWORK, alt=told)
            _words("room_address", [charts.Words(short_address(answer.address), charts.LARGE)])


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
    _words("room_closed", [charts.Words(said, charts.LARGE)])
    if asked.is_secret and asked.instrument not in FREE:
        st.header(_("Nobody can tell any more who voted what."), anchor=False)


def time_left(asked: Round) -> str:
    """Return the minutes and seconds until the countdown ends, nothing below zero."""
    if asked.ends_at is None:
        return ""
    seconds = max(0, round((asked.ends_at - datetime.now(UTC)).total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02d}"
