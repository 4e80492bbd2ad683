"""Letting phones in: which address, under which network, whether they reach it, what if not."""

from collections.abc import Sequence

import streamlit as st

from app import state
from app.i18n import Reader
from app.joining import Joining, qr_svg, remember, remembered, short_address
from app.network import Address, addresses, chosen
from app.switchboard import TAKEN, Answer, DoorState, Switchboard, Wish, switchboard
from app.widgets.room_links import room_address
from app.widgets.round_acts import has_remote, joined, set_remote
from app.words import literal

QR = 230  # px on the facilitator's own screen


def joining_desk() -> None:
    """Draw where the firms' pages are open, the choice of the address, and the proof it works."""
    _, board = state.reader(), switchboard()
    if board is None:
        st.error(
            _("Start Dínamo with the command “dinamo open” or with start.py, and come back."),
            title=_("The firms' pages cannot be opened from here"),
            icon=":material/error:",
        )
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        _place(_, board)
    with right:
        _door(_)


def door() -> Answer | None:
    """Return where the firms' pages of this project are; None while they are not open."""
    board = switchboard()
    answer = board.answer() if board else Answer()
    is_ours = answer.folder == state.folder().path
    return answer if is_ours and answer.state is DoorState.OPEN else None


def _place(_: Reader, board: Switchboard) -> None:
    """Ask for the address and the network; open, move or close the pages."""
    found, kept, opened = addresses(), remembered(state.key()), door()
    first = chosen(found, opened.host if opened else kept.ip, kept.card)
    if first is None:
        _no_network(_)
    if not found:
        return
    wish = board.wish()
    picked = first if wish and wish.public_url else _picked(_, found, first)
    network, password = st.columns(2)
    with network:
        name = st.text_input(_("Name of the Wi-Fi"), value=kept.network, key="joining_network")
    with password:
        word = st.text_input(_("Its password"), value=kept.password, key="joining_password")
    wanted = kept.model_copy(update={"network": name, "password": word})
    if picked:
        wanted = wanted.model_copy(update={"card": picked.card, "ip": picked.ip})
    if wanted != kept:
        remember(state.key(), wanted)
    _open_or_close(_, board, wanted)
    _self_test(_, found)
    _remote(_)


def _picked(_: Reader, found: Sequence[Address], first: Address | None) -> Address:
    return st.selectbox(
        _("Address that phones are told"),
        [*found],
        index=found.index(first) if first else 0,
        format_func=lambda one: f"{one.ip} · {one.card} · {_(one.reach.label)}",
        help=_("The room's network card, not a tunnel. One address only: another is another phone"),
        key="joining_address",
    )


def _no_network(_: Reader) -> None:
    st.warning(
        _("Connect the computer to the room's Wi-Fi, or make a hotspot of it or of a phone."),
        title=_("There is no workshop network"),
        icon=":material/wifi_off:",
    )


def _open_or_close(_: Reader, board: Switchboard, wanted: Joining) -> None:
    answer, wish = board.answer(), _wish(wanted, board.wish())
    is_ours = answer.folder == state.folder().path
    is_open = is_ours and answer.state in (DoorState.OPEN, DoorState.STARTING)
    is_moved = is_open and not wish.public_url and answer.host != wish.host
    with st.container(horizontal=True):
        if (not is_open or is_moved) and st.button(
            _("Move to this address") if is_moved else _("Open the firms' pages"),
            type="secondary" if is_moved else "primary",
            icon=":material/wifi_tethering:",
            key="joining_open",
        ):
            board.ask(wish)
            st.rerun()
        if is_open and st.button(
            _("Close the firms' pages"), icon=":material/lock:", key="joining_close"
        ):
            board.ask(wish.model_copy(update={"is_open": False}))
            st.rerun()


def _wish(wanted: Joining, last: Wish | None) -> Wish:
    """Return the wish for pages at an address; a proxy looks for them where they were before."""
    place = last if last and last.public_url else Wish(host=wanted.ip, port=wanted.port)
    return Wish(
        folder=state.folder().path,
        host=place.host,
        port=place.port,
        public_url=place.public_url,
        language=str(state.language()),
    )


@st.fragment(run_every="1s")
def _door(_: Reader) -> None:
    """Say where the pages are and how many phones have come in, second by second."""
    board = switchboard()
    answer = board.answer() if board else Answer()
    if answer.folder != state.folder().path and answer.state is DoorState.OPEN:
        st.warning(
            _("The firms' pages are open for another project: {folder}").format(
                folder=literal(answer.folder.name)
            ),
            icon=":material/warning:",
        )
        return
    match answer.state:
        case DoorState.OPEN:
            _open(_, answer, board)
        case DoorState.STARTING:
            st.info(_("Opening the firms' pages…"), icon=":material/hourglass_empty:")
        case DoorState.FAILED:
            problem = _(answer.problem).format(**answer.values)
            title = _("The firms' pages are not open")
            st.error(literal(problem), title=title, icon=":material/error:")
        case _:
            st.markdown(f":gray[:material/lock: {_('The firms’ pages are closed.')}]")


def _open(_: Reader, answer: Answer, board: Switchboard | None) -> None:
    st.image(
        qr_svg(answer.address),
        width=QR,
        alt=_("QR code of {address}").format(address=answer.address),
    )
    st.markdown(f"### {literal(short_address(answer.address))}")
    wish = board.wish() if board else None
    if wish and wish.port != answer.port:
        st.caption(_(TAKEN).format(wished=wish.port, port=answer.port))
    if answer.restarts:
        told = _.many("Started again {count} time", "Started again {count} times", answer.restarts)
        st.caption(f"{told}. {_('Every ballot that was acknowledged is kept.')}")
    here = joined()
    st.metric(_("Phones that came in today"), _.number(here))
    st.link_button(
        _("Project the way in"), room_address(is_joining=True), icon=":material/qr_code_2:"
    )


def _self_test(_: Reader, found: Sequence[Address]) -> None:
    """Say step by step how to see whether phones come through, and what to do when they do not."""
    answer = door()
    with st.expander(_("Can phones reach this computer?"), icon=":material/network_check:"):
        if answer:
            st.link_button(
                _("Open that page on this computer"), answer.address, icon=":material/open_in_new:"
            )
        steps = [
            _("Open the page on this computer with the button above: it has to show."),
            _("Open it with one phone on the same Wi-Fi, without mobile data."),
            _("The number of phones that came in goes up by one: everybody else can."),
            _("This computer itself is not counted."),
        ]
        st.markdown("\n".join(f"{number}. {literal(step)}" for number, step in enumerate(steps, 1)))
        st.markdown(f"**{_('It shows here but not on the phone')}**")
        st.markdown("\n".join(f"- {literal(line)}" for line in _remedies(_, len(found))))


def _remote(_: Reader) -> None:
    """Let the facilitator's own phone open, close, show and step: behind a passphrase."""
    with st.expander(_("Remote control on your own phone"), icon=":material/settings_remote:"):
        answer = door()
        if has_remote():
            said = _("Open {address} on that phone and give the passphrase.")
            address = f"{short_address(answer.address)}/remote" if answer else "…/remote"
            st.markdown(literal(said.format(address=address)))
        with st.form("remote_form", border=False, clear_on_submit=True):
            phrase = st.text_input(
                _("New passphrase"),
                type="password",
                help=_("Three words do well; only a fingerprint of it is kept"),
                key="remote_phrase",
            )
            is_sent = st.form_submit_button(_("Keep this passphrase"), icon=":material/key:")
        if is_sent and phrase.strip() and set_remote(phrase):
            st.rerun()
        if has_remote():
            is_off = st.button(
                _("Turn the remote control off"),
                type="tertiary",
                icon=":material/block:",
                key="remote_off",
            )
            if is_off and set_remote(""):
                st.rerun()


def _remedies(_: Reader, cards: int) -> list[str]:
    made = [
        _(
            "Windows asks once whether Python may be reached: allow it on private networks."
            " Later: Settings, Firewall, Allow an app."
        ),
        _(
            "Hotels often keep guests apart from each other. Then make a network of your own:"
            " a phone's hotspot with mobile data on, or a small travel router."
        ),
        _(
            "Windows: Settings, Network, Mobile hotspot. Mac: Settings, General, Sharing,"
            " Internet sharing. Then choose its address here and move to it."
        ),
        _(
            "Phones leave a Wi-Fi without internet by themselves: say “stay connected”, or turn"
            " mobile data off for a while."
        ),
        _("Nothing helps: enter paper ballots or a show of hands at the round's desk."),
    ]
    if cards > 1:
        made.insert(
            0, _("Another address of the list may be the room's: choose it and move to it.")
        )
    return made
