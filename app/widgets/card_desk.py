"""Voters' cards: one for each firm or person of a meeting, printed, replaced, taken back."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID, uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.joining import qr_png, remembered, short_address
from app.report.cards import Card, Sheet, card_sheet
from app.store import Change, ChangeSet, Edit, Put
from app.widgets.card_table import card_table
from app.widgets.downloads import WORD
from app.widgets.joining_desk import door
from app.widgets.round_acts import came, card_address, card_codes
from app.widgets.round_state import tidy
from methodology.firms import firms
from methodology.process import Attendance, Meeting
from methodology.project import Project
from methodology.quorums import quorums_after
from methodology.rounds import Round, VoterCard
from methodology.snapshot import Snapshot
from methodology.text import N_

PRINTED = 6  # px of a module in the printed codes


def card_desk() -> None:
    """Draw the cards of a meeting and what can be done with them."""
    _, snapshot = state.reader(), state.snapshot()
    meeting = st.selectbox(
        _("Meeting"),
        [*snapshot.all(Meeting)],
        index=None,
        format_func=lambda one: one.name,
        placeholder=_("Every meeting of the project"),
        key="cards_meeting",
        persist_state="session",
    )
    found = cards_of(snapshot, meeting.id if meeting else None)
    left, right = st.columns([3, 2], gap="large")
    with right:
        _make(_, snapshot, meeting, found)
    with left:
        if not found:
            st.caption(_("No cards yet. Without cards a round is open to any phone that joins."))
            return
        _print(_, found, meeting)
        card_table(found)
        _replace(_, found, meeting)
        if meeting:
            _attendance(_, found, meeting)


def attendance_of(
    snapshot: Snapshot, meeting: Meeting, cards: Iterable[VoterCard]
) -> tuple[Attendance, ...]:
    """Return the attendance of each actor whose card came in, those already listed left out."""
    known = {one.actor for one in snapshot.all(Attendance) if one.meeting == meeting.id}
    counted = Counter(card.actor for card in cards if card.actor)
    return tuple(
        Attendance(id=uuid4(), meeting=meeting.id, actor=actor, people=people)
        for actor, people in counted.items()
        if actor not in known
    )


def _attendance(_: Reader, found: Sequence[VoterCard], meeting: Meeting) -> None:
    """Offer to note the actors whose cards came in today as present at the meeting."""
    present = came()
    made = attendance_of(state.snapshot(), meeting, (card for card in found if card.id in present))
    if not made:
        return
    label = _.many("Note {count} actor as present", "Note {count} actors as present", len(made))
    if st.button(label, icon=":material/groups:", key="cards_attendance"):
        title = N_("Note who joined “{meeting}”")
        changes = tuple(Put(one) for one in made)
        if state.apply(ChangeSet(title, changes, {"meeting": meeting.name})):
            st.rerun()


def cards_of(snapshot: Snapshot, meeting: UUID | None) -> list[VoterCard]:
    """Return the cards of a meeting, void ones included, by their voters' names."""
    own = (one for one in snapshot.all(VoterCard) if one.meeting == meeting)
    return sorted(own, key=lambda one: (one.is_void, one.label.casefold()))


def firm_cards(snapshot: Snapshot, meeting: UUID | None) -> tuple[VoterCard, ...]:
    """Return a card for each firm that has none yet for this meeting."""
    taken = {one.actor for one in snapshot.all(VoterCard) if one.meeting == meeting}
    return tuple(
        VoterCard(id=uuid4(), label=firm.name, meeting=meeting, is_firm=True, actor=firm.id)
        for firm in firms(snapshot)
        if firm.id not in taken
    )


def person_cards(
    snapshot: Snapshot, meeting: UUID | None, names: Sequence[str]
) -> tuple[VoterCard, ...]:
    """Return a card for each name that has none yet for this meeting."""
    taken = {one.label.casefold() for one in snapshot.all(VoterCard) if one.meeting == meeting}
    typed = [tidy(name) for name in names]
    wanted = {name.casefold(): name for name in reversed(typed)}
    return tuple(
        VoterCard(id=uuid4(), label=name, meeting=meeting)
        for folded, name in reversed(wanted.items())
        if name and folded not in taken
    )


def quorum_changes(snapshot: Snapshot, made: Sequence[VoterCard]) -> tuple[Edit, ...]:
    """Return what cards that are new, or changed, do to the quorum of rounds in preparation."""
    before = snapshot.all(VoterCard)
    new = {card.id for card in made}
    after = (*(card for card in before if card.id not in new), *made)
    found = quorums_after(snapshot.all(Round), before, after)
    return tuple(Edit(Round, key, {"quorum": quorum}) for key, quorum in found)


def _make(
    _: Reader, snapshot: Snapshot, meeting: Meeting | None, found: Sequence[VoterCard]
) -> None:
    key = meeting.id if meeting else None
    made = firm_cards(snapshot, key)
    if made:
        label = _.many("Card for {count} firm", "Cards for {count} firms", len(made))
        if st.button(label, icon=":material/add:", key="cards_firms"):
            _put(made, found)
    with st.form("cards_persons", clear_on_submit=True):
        names = st.text_area(
            _("Cards for persons, one name or number to a line"), height=120, key="cards_names"
        )
        if st.form_submit_button(_("Make these cards"), icon=":material/add:"):
            _put(person_cards(snapshot, key, names.splitlines()), found)


def _put(made: Sequence[VoterCard], found: Sequence[VoterCard]) -> None:
    if not made:
        return
    changes: list[Change] = [Put(card) for card in made]
    changes += quorum_changes(state.snapshot(), made)
    count = len(made) + sum(not card.is_void for card in found)
    if state.apply(ChangeSet(N_("Make voters' cards: {count}"), tuple(changes), {"count": count})):
        st.rerun()


def _print(_: Reader, found: Sequence[VoterCard], meeting: Meeting | None) -> None:
    """Offer the sheet in Word: only at an address that phones can be told."""
    valid = [card for card in found if not card.is_void]
    if door() is None:
        said = _("Open the firms' pages first, under “Way in”: the cards carry their address.")
        st.caption(f":material/info: {said}")
        return
    st.download_button(
        _.many("Print {count} card", "Print {count} cards", len(valid)),
        data=sheet_maker(valid, meeting),
        file_name=f"{_('cards')}.docx",
        mime=WORD,
        type="primary",
        icon=":material/print:",
        key="cards_print",
    )


def sheet_maker(cards: Sequence[VoterCard], meeting: Meeting | None) -> Callable[[], bytes]:
    """Return what writes the cards as a Word file, with address and network as they are now."""
    _, answer, kept = state.reader(), door(), remembered(state.key())
    address, codes, today = answer.address if answer else "", card_codes(cards), state.today()
    project = state.snapshot().one(Project)
    occasion = meeting.name if meeting else (project.name if project else "")
    sheet = Sheet(occasion, short_address(address), kept.network, kept.password)
    named = [(one.label, codes[one.id]) for one in cards]

    def make() -> bytes:
        return card_sheet(
            [
                Card(label, code, qr_png(card_address(address, code), PRINTED))
                for label, code in named
            ],
            sheet,
            _,
            today,
        )

    return make


def _replace(_: Reader, found: Sequence[VoterCard], meeting: Meeting | None) -> None:
    """Offer a new card for a lost one, whose code is void from then on; or take one back."""
    picked = st.selectbox(
        _("A card that was lost or is to be taken back"),
        [*found],
        index=None,
        format_func=lambda one: one.label,
        placeholder=_("Nothing chosen"),
        key="cards_lost",
    )
    if picked is None:
        return
    with st.container(horizontal=True):
        if st.button(_("Replace it"), icon=":material/sync:", key="cards_replace"):
            values = {"issue": picked.issue + 1, "is_void": False}
            _edit(picked, values, N_("Replace the card of “{voter}”"))
        if not picked.is_void and st.button(
            _("Declare it void"), icon=":material/block:", key="cards_void"
        ):
            _edit(picked, {"is_void": True}, N_("Declare the card of “{voter}” void"))
        if not picked.is_void and door():
            st.download_button(
                _("Print this one"),
                data=sheet_maker([picked], meeting),
                file_name=f"{_('card')}.docx",
                mime=WORD,
                icon=":material/print:",
                key="cards_one",
            )


def _edit(card: VoterCard, values: Mapping[str, object], title: str) -> None:
    after = card.model_copy(update=dict(values))
    changes = (Edit(VoterCard, card.id, values), *quorum_changes(state.snapshot(), [after]))
    if state.apply(ChangeSet(title, changes, {"voter": card.label})):
        st.rerun()
