"""A round in preparation: its rules in a form, its items one to a line, its criteria."""

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put, Remove
from app.widgets.form import record_form
from app.widgets.round_state import tidy
from app.words import literal
from methodology.outcomes import criteria_of, items_of
from methodology.ready_rounds import ON_A_PHONE
from methodology.record import SHORT
from methodology.rounds import FREE, Instrument, Round, RoundCriterion, RoundItem
from methodology.scale import MERIT, SCALES, scale_called
from methodology.text import N_

ASKED = ("question", "explanation", "meeting")
HELD = ("unit", "roll", "secrecy", "rule", "tie_break", "quorum", "seconds")
BY_INSTRUMENT = {
    Instrument.APPROVAL: (),
    Instrument.RANKING: ("amount", "is_partial"),
    Instrument.POINTS: ("amount",),
    Instrument.RATING: ("turns", "asks_reasons", "is_partial"),
    Instrument.MULTIVOTE: ("amount", "can_stack"),
    Instrument.PAIRWISE: (),
    Instrument.IDEAS: ("amount",),
    Instrument.WORDS: ("amount",),
    Instrument.COMMITMENT: (),
}
MOST_CRITERIA = 5  # that a phone shows for each item
APART = " | "  # between an item and the line beneath it


def draft_form(asked: Round) -> None:
    """Draw what can still be changed about a round: nothing of it can once it is open."""
    _ = state.reader()
    left, right = st.columns([3, 2], gap="large")
    with left:
        only = (*ASKED, *HELD, *BY_INSTRUMENT[asked.instrument], "is_weighted")
        record_form(Round, asked, key=f"round_{asked.id}", only=only)
    with right:
        if asked.instrument not in FREE:
            _items_form(_, asked)
        if asked.instrument is Instrument.RATING:
            _criteria_form(_, asked)


def _items_form(_: Reader, asked: Round) -> None:
    """Draw the items, one to a line; a line that stays the same stays tied to its record."""
    found = items_of(state.snapshot(), asked)
    with st.form(f"items_{asked.id}"):
        text = st.text_area(
            _("Items, one to a line"),
            value="\n".join(_line(item) for item in found),
            height=260,
            help=_("After a vertical bar, a line that stands beneath the item"),
            key=f"items_text_{asked.id}_{state.snapshot().revision}",
        )
        is_sent = st.form_submit_button(_("Save items"), icon=":material/save:")
    if len(found) > ON_A_PHONE:
        said = _("More than {count} items tire people on a phone: split the round.")
        st.caption(f":material/info: {said.format(count=ON_A_PHONE)}")
    if is_sent and state.apply(_changed(asked, text)):
        st.rerun()


def _changed(asked: Round, text: str) -> ChangeSet:
    """Return what makes the items those of the text, in its order."""
    found = items_of(state.snapshot(), asked)
    known = {item.name: item for item in found}
    lines = [line.partition(APART.strip()) for line in text.splitlines()]
    wanted = {tidy(name): tidy(note) for name, _bar, note in lines}
    wanted.pop("", None)
    changes: list[Change] = [
        Remove(RoundItem, item.id) for item in found if item.name not in wanted
    ]
    for place, (name, note) in enumerate(wanted.items(), 1):
        if item := known.get(name):
            changes.append(Edit(RoundItem, item.id, {"position": place, "note": note}))
        else:
            made = RoundItem(id=uuid4(), round=asked.id, position=place, name=name, note=note)
            changes.append(Put(made))
    return ChangeSet(N_("Items of round “{round}”"), tuple(changes), {"round": asked.name})


def _line(item: RoundItem) -> str:
    return f"{item.name}{APART}{item.note}" if item.note else item.name


def _criteria_form(_: Reader, asked: Round) -> None:
    """Draw the criteria: those of a ready round as they are, else as lines to name and scale."""
    found = criteria_of(state.snapshot(), asked)
    if any(one.field for one in found):
        for one in found:
            scale = scale_called(one.scale)
            st.markdown(f"**{literal(one.name)}**  \n:gray[{literal(scale.explained(_))}]")
        return
    with st.form(f"criteria_{asked.id}_{state.snapshot().revision}"):
        st.markdown(_("Criteria, each with its scale"))
        typed = [_criterion_line(_, place, one) for place, one in enumerate(found, 1)]
        if len(found) < MOST_CRITERIA:
            typed.append(_criterion_line(_, len(found) + 1, found[-1] if found else None, new=True))
        is_sent = st.form_submit_button(
            _("Save criteria"),
            icon=":material/save:",
            help=_("A line without a name is taken out; a new one appears once this is saved"),
        )
    changes = changed_criteria(asked, found, typed)
    if is_sent and changes.changes and state.apply(changes):
        st.rerun()


def _criterion_line(
    _: Reader, place: int, one: RoundCriterion | None, *, new: bool = False
) -> tuple[str, str]:
    """Draw the fields of a criterion; a new one begins with the scale of the one before."""
    keys = [scale.key for scale in SCALES if scale.least == 1]
    named = _("Criterion {place}").format(place=_.number(place))
    with st.container(gap="xxsmall"):
        name = st.text_input(named, value="" if new or one is None else one.name, max_chars=SHORT)
        scale = st.selectbox(
            _("Scale"),
            keys,
            index=keys.index(one.scale if one else MERIT.key),
            format_func=lambda key: _(scale_called(key).direction),
            key=f"criterion_scale_{place}_{state.snapshot().revision}",
            label_visibility="collapsed",
        )
    return name, scale


def changed_criteria(
    asked: Round, found: Sequence[RoundCriterion], typed: Sequence[tuple[str, str]]
) -> ChangeSet:
    """Return what makes the criteria those typed: over the known ones first, then new ones.

    One without a name goes; of two with the same name the first stays.
    """
    changes: list[Change] = []
    names: set[str] = set()
    for place, (text, scale) in enumerate(typed):
        known, name = (found[place] if place < len(found) else None), tidy(text)
        if not name or name.casefold() in names:
            changes += [Remove(RoundCriterion, known.id)] if known else []
            continue
        names.add(name.casefold())
        values = {"position": len(names), "name": name, "scale": scale}
        if known is None:
            changes.append(Put(RoundCriterion(id=uuid4(), round=asked.id, **values)))
        elif any(getattr(known, field) != value for field, value in values.items()):
            changes.append(Edit(RoundCriterion, known.id, values))
    return ChangeSet(N_("Criterion of round “{round}”"), tuple(changes), {"round": asked.name})
