"""The desk of a round: open, close, show, adopt; turnout alone while it runs.

Each step has a key of its own, so that a hand stays free for the microphone and pressing one twice
does not do the step after it as well.
"""

from uuid import UUID

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.earlier import undo_adopting
from app.widgets.joining_desk import door
from app.widgets.room import time_left
from app.widgets.room_links import room_address
from app.widgets.round_acts import (
    close_voting,
    count_down,
    go_on_sealing,
    is_crowded,
    open_voting,
    reveal,
    roll_of,
    step_back,
    turnout,
    void_round,
)
from app.widgets.round_adopting import adopting
from app.widgets.round_copies import copies
from app.widgets.round_draft import draft_form
from app.widgets.round_figures import round_figure
from app.widgets.round_ideas import idea_desk
from app.widgets.round_intentions import adopting_intentions
from app.widgets.round_list import state_badge
from app.widgets.round_paper import paper_desk
from app.widgets.round_state import Scene, choose_round, scene, set_scene, show_round
from app.widgets.round_told import told_rules
from app.widgets.round_views import view_choice
from app.widgets.table import show_rows
from app.widgets.views import choose_view
from app.words import literal
from methodology.adopting_intentions import asks_intentions
from methodology.ballot import sheet
from methodology.outcomes import items_of
from methodology.readiness import missing_in
from methodology.rounds import FREE, Round, RoundCriterion, RoundItem, State, VoterCard

MINUTES = (1, 2, 5)  # of a countdown that is started while people vote
OPEN, CLOSE, SHOW, NEXT = "F2", "F4", "F8", "F9"  # keys that browsers leave alone
LEAD, RULES, PAPER, ROLL, IDEAS, ADOPT = "lead", "rules", "paper", "roll", "ideas", "adopt"


def round_desk(asked: Round) -> None:
    """Draw one round: where it is, the next step, and what else can be done with it."""
    _ = state.reader()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("All rounds"),
            type="tertiary",
            icon=":material/arrow_back:",
            key="round_back",
            on_click=choose_round,
            args=(None,),
        )
        st.markdown(state_badge(_, asked), width="stretch")
        view = choose_view(_views(_, asked), key="round_view")
    match view:
        case "rules":
            _rules(_, asked)
        case "paper":
            paper_desk(asked)
        case "roll":
            _roll(_, asked)
        case "ideas":
            idea_desk(asked)
        case "adopt":
            adopting_intentions(asked) if asks_intentions(asked) else adopting(asked)
        case _:
            _lead(_, asked)


def _views(_: Reader, asked: Round) -> dict[str, str]:
    """Return what there is to see of a round in its state."""
    views = {LEAD: _("Lead"), RULES: _("Question and rules")}
    if asked.state is State.OPEN:
        views[PAPER] = _("Without phone")
    if asked.state is not State.DRAFT:
        views[ROLL] = _("Who took part")
    if asked.is_over and asked.instrument in FREE:
        views[IDEAS] = _("Group the ideas")
    if asked.is_over and asked.feeds_table:
        views[ADOPT] = _("Adopt")
    return views


def _lead(_: Reader, asked: Round) -> None:
    left, right = st.columns([7, 4], gap="large")
    with right, st.container(border=True):
        _next_step(_, asked)
        _project(_, asked)
        _others(_, asked)
    with left:
        match asked.state:
            case State.DRAFT:
                _told(_, asked)
            case State.OPEN | State.SEALING:
                _running(asked.id)
            case State.VOID:
                st.markdown(literal(asked.void_reason))
            case _:
                view_choice(asked)
                round_figure(asked, scene() if scene().round_id == asked.id else Scene())


def _next_step(_: Reader, asked: Round) -> None:
    """Draw the one copper button: what comes next in the order."""
    steps = {
        State.DRAFT: (_("Open the vote"), "lock_open", OPEN, open_voting),
        State.OPEN: (_("Close the vote"), "lock", CLOSE, close_voting),
        State.CLOSED: (_("Show the result"), "visibility", SHOW, reveal),
    }
    if asked.state is State.REVEALED and asked.turn < asked.turns:
        steps[State.REVEALED] = (_("Open the second round"), "lock_open", OPEN, open_voting)
    if asked.state not in steps:
        if asked.state is not State.SEALING:
            st.button(
                _("Next round"),
                type="primary",
                icon=":material/arrow_forward:",
                key="round_next",
                shortcut=NEXT,
                help=_help(_, NEXT),
                on_click=choose_round,
                args=(None,),
            )
        return
    label, icon, shortcut, act = steps[asked.state]
    lacking = _lacking(_, asked)
    is_sent = st.button(
        label,
        type="primary",
        icon=f":material/{icon}:",
        key="round_step",
        shortcut=shortcut,
        help=_help(_, shortcut),
        disabled=bool(lacking),
    )
    if is_sent and act(asked):
        show_round(asked)
        st.rerun()
    for line in lacking:
        st.caption(f":material/info: {literal(line)}")
    if asked.state in (State.DRAFT, State.OPEN) and door() is None:
        said = _("Phones cannot come in yet: open their pages under “Way in”.")
        st.caption(f":material/wifi_off: {literal(said)}")


def _help(_: Reader, shortcut: str) -> str:
    """Return what tells of the key of a step, and of those of the others."""
    keys = {"key": shortcut, "open": OPEN, "close": CLOSE, "show": SHOW, "next": NEXT}
    return _("Key {key} (open {open}, close {close}, show {show}, next round {next})").format(
        **keys
    )


def _lacking(_: Reader, asked: Round) -> list[str]:
    """Return what keeps a round in preparation from opening, in words."""
    if asked.state is not State.DRAFT:
        return []
    snapshot = state.snapshot()
    form = sheet(asked, snapshot.all(RoundItem), snapshot.all(RoundCriterion))
    cards = [one for one in snapshot.all(VoterCard) if one.meeting == asked.meeting]
    return [remark.text(_) for remark in missing_in(form, cards)]


def _project(_: Reader, asked: Round) -> None:
    if scene().round_id == asked.id:
        st.markdown(f":green[:material/cast: {_('The room sees this round')}]")
    elif st.button(_("Have the room see it"), icon=":material/cast:", key="round_show"):
        show_round(asked)
        st.rerun()
    with st.container(horizontal=True):
        st.link_button(_("Window for the projector"), room_address(), icon=":material/open_in_new:")
        if st.button(_("Show the way in"), icon=":material/qr_code_2:", key="round_join"):
            set_scene(Scene(is_joining=True))
            st.rerun()


def _others(_: Reader, asked: Round) -> None:
    """Draw the ways back, and the way out with a reason."""
    back = {
        State.OPEN: _("Back to preparation"),
        State.REVEALED: _("Take the result off the screen"),
    }
    is_back = asked.state in back and st.button(
        back[asked.state], type="tertiary", icon=":material/undo:", key="round_undo"
    )
    if is_back and step_back(asked):
        st.rerun()
    undo_adopting(asked, "round_unadopt")
    if asked.state is State.OPEN:
        _countdown(_, asked)
    copies(_, asked)
    if asked.state in (State.ADOPTED, State.VOID, State.SEALING):
        return
    with (
        st.popover(_("Declare void"), icon=":material/block:", type="tertiary", key="round_void"),
        st.form("round_void_form", border=False),
    ):
        reason = st.text_input(_("Reason"), help=_("Printed in the plan"), key="round_reason")
        if st.form_submit_button(_("Declare this round void")) and void_round(asked, reason):
            st.rerun()


def _countdown(_: Reader, asked: Round) -> None:
    """Offer to have the room see how much time is left: the vote is closed by hand all the same."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for minutes in MINUTES:
            label = _("{count} min").format(count=_.number(minutes))
            is_sent = st.button(
                label, type="tertiary", icon=":material/timer:", key=f"round_clock_{minutes}"
            )
            if is_sent and count_down(asked, 60 * minutes):
                st.rerun()


def _told(_: Reader, asked: Round) -> None:
    """Draw everything that is fixed once the vote opens, as voters will read it."""
    st.subheader(literal(asked.question), anchor=False)
    if asked.explanation:
        st.markdown(literal(asked.explanation))
    for item in items_of(state.snapshot(), asked):
        note = f"  \n:gray[{literal(item.note)}]" if item.note else ""
        st.markdown(f"{item.position}. {literal(item.name)}{note}")
    _rule_lines(_, asked)


def _rule_lines(_: Reader, asked: Round) -> None:
    for told in told_rules(asked):
        st.markdown(f":gray[{literal(_(told.about))}:] {literal(told.text.text(_))}")


def _rules(_: Reader, asked: Round) -> None:
    if asked.state is State.DRAFT:
        draft_form(asked)
    else:
        _told(_, asked)


@st.fragment(run_every="1s")
def _running(key: UUID) -> None:
    """Say how many have voted and how much time is left; nothing of what they voted."""
    _ = state.reader()
    asked = state.snapshot().get(Round, key)
    if asked is None:
        return
    now = turnout(asked)
    voted, left = st.columns(2)
    with voted:
        of = f" / {_.number(now.eligible)}" if now.eligible else ""
        st.metric(_("Have voted"), f"{_.number(now.cast)}{of}")
        if asked.quorum:
            missing = max(0, asked.quorum - now.cast)
            st.caption(
                _.many("{count} missing for the quorum", "{count} missing for the quorum", missing)
                if missing
                else _("The quorum is there")
            )
    with left:
        if asked.ends_at:
            st.metric(_("Time left"), time_left(asked))
    if asked.state is State.OPEN and is_crowded(asked):
        st.warning(
            _(
                "Far more ballots came from phones than phones came in: one device may be"
                " sending many. Where it matters, give out cards and vote again."
            ),
            icon=":material/group_add:",
        )
    if asked.state is State.SEALING:
        st.caption(_("Being sealed: something else is still reading. It goes on by itself."))
        if go_on_sealing(asked):
            st.rerun(scope="app")
    elif asked.state is not State.OPEN:
        st.rerun(scope="app")


def _roll(_: Reader, asked: Round) -> None:
    """Draw who has voted and who has not, never what; nothing of it under three ballots."""
    entries = roll_of(asked)
    if entries is None:
        st.caption(
            _("There is no list: any phone may vote.")
            if turnout(asked).eligible is None
            else _("Who has voted is shown from three ballots on.")
        )
        return
    rows = [
        {_("Voter"): entry.label, _("Has voted"): _("Yes") if entry.has_voted else _("No")}
        for entry in entries
    ]
    show_rows(rows, key="round_roll", row=38)
