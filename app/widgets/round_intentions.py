"""Taking over which options firms will pursue: firm by firm for the team, as one act."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put, Remove
from app.widgets.earlier import undo_adopting
from methodology.adopting_intentions import NewIntentions, new_intentions
from methodology.code_order import code_order, titled
from methodology.options import Intention, StrategicOption
from methodology.rounds import Round, State
from methodology.snapshot import Snapshot
from methodology.text import N_


def adopting_intentions(asked: Round) -> None:
    """Draw how many firms pursue each option before and after, and the button that adopts it."""
    _, snapshot = state.reader(), state.snapshot()
    found = new_intentions(snapshot, asked, uuid4)
    if found is None and asked.is_secret:
        st.caption(_("A secret round leaves only how many: no firm's intention can be adopted."))
    elif found is None:
        st.caption(_("No firm has answered: nothing to adopt."))
    elif found.is_adopted:
        firms = len(found.firms)
        said = _.many("{count} firm is adopted", "{count} firms are adopted", firms)
        st.markdown(f":material/task_alt: {said}")
        undo_adopting(asked, "round_unadopt_all")
    else:
        _offer(_, snapshot, asked, found)


def _offer(_: Reader, snapshot: Snapshot, asked: Round, found: NewIntentions) -> None:
    st.dataframe(
        intention_rows(_, snapshot, found),
        hide_index=True,
        key="round_intentions",
        alt=_("Values that can be adopted"),
    )
    st.caption(_("The team keeps which firm said what; screens and plan show only how many."))
    if not asked.is_revealed:
        st.caption(_("A result is adopted once the room has seen it."))
        return
    label = _.many(
        "Adopt what {count} firm said", "Adopt what {count} firms said", len(found.firms)
    )
    is_sent = st.button(label, type="primary", icon=":material/task_alt:", key="round_adopt")
    if is_sent and state.apply(intention_changes(asked, found)):
        st.rerun()


def intention_rows(_: Reader, snapshot: Snapshot, found: NewIntentions) -> list[dict[str, object]]:
    """Return for each option how many firms pursue it now, and how many once this is adopted."""
    before = snapshot.all(Intention)
    gone = {one.id for one in found.dropped}
    after = [*(one for one in before if one.id not in gone), *found.added]
    return [
        {
            _("Option"): titled(option),
            _("Now"): sum(one.option == option.id for one in before),
            _("Proposed"): sum(one.option == option.id for one in after),
        }
        for option in sorted(snapshot.all(StrategicOption), key=code_order)
    ]


def intention_changes(asked: Round, found: NewIntentions) -> ChangeSet:
    """Return the act that adopts what firms said: undone as one, like any other."""
    changes: list[Change] = [Remove(Intention, one.id) for one in found.dropped]
    changes += [Put(one) for one in found.added]
    if asked.state is State.REVEALED:
        changes.append(Edit(Round, asked.id, {"state": State.ADOPTED}))
    return ChangeSet(N_("Adopt the result of “{round}”"), tuple(changes), {"round": asked.name})
