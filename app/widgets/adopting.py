"""The panel where a stage takes over values: before and after, from where, adopted as one act."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app import state
from app.exchange.adopting import adoption_changes, is_adopted
from app.exchange.cells import Names, show
from app.i18n import Reader
from app.widgets.readings import remembered
from app.widgets.table import table_height
from methodology.adoption import Proposal, origin
from methodology.record import attribute
from methodology.snapshot import Snapshot

TALLEST, ROW = 330, 38


def adoption_panel(proposals: Sequence[Proposal], key: str) -> None:
    """Draw what could be adopted, beside what stands now; all of it, or the rows chosen."""
    _, snapshot = state.reader(), state.snapshot()
    open_ones = [one for one in proposals if not is_adopted(snapshot, one)]
    if not proposals:
        st.caption(_("There is nothing to adopt yet."))
        return
    if not open_ones:
        say_adopted(len(proposals))
        return
    news = [one for one in open_ones if one.value != one.before]
    if news:
        _offer(news, key)
    else:
        said = _.many(
            "{count} value stands as proposed", "{count} values stand as proposed", len(open_ones)
        )
        st.markdown(f":material/task_alt: {said}")
    if same := [one for one in open_ones if one.value == one.before]:
        _offer_origins(same, key)


def _offer(open_ones: list[Proposal], key: str) -> None:
    """Draw the values that would change, and the button that adopts all or those chosen."""
    _, snapshot, today = state.reader(), state.snapshot(), state.today()
    chosen = st.dataframe(
        remembered(f"{key} adopting {_} {today}", lambda: _table(open_ones, snapshot, _)),
        hide_index=True,
        height=table_height(len(open_ones), TALLEST, ROW),
        on_select="rerun",
        selection_mode="multi-row",
        key=f"{key}_adopting",
        alt=_("Values that can be adopted"),
    )
    places = [place for place in chosen.selection.rows if place < len(open_ones)]
    wanted = [open_ones[place] for place in places] or open_ones
    label = _.many("Adopt {count} value", "Adopt {count} values", len(wanted))
    if st.button(label, type="primary", icon=":material/task_alt:", key=f"{key}_adopt"):
        _adopt(wanted)
    if len(open_ones) > 1 and not places:
        st.caption(_("Choose rows to adopt only some of them."))


def say_adopted(count: int) -> None:
    """Say that nothing is left to adopt."""
    said = state.reader().many("{count} value is adopted", "{count} values are adopted", count)
    st.markdown(f":material/task_alt: {said}")


def _offer_origins(same: list[Proposal], key: str) -> None:
    """Offer to note where values come from that stand already as proposed: nothing changes."""
    _ = state.reader()
    label = _.many(
        "Note where {count} value comes from", "Note where {count} values come from", len(same)
    )
    advice = _("They stand as proposed and stay so; the plan then says where they come from.")
    if st.button(label, icon=":material/link:", key=f"{key}_note", help=advice):
        _adopt(same)


def rows(proposals: Sequence[Proposal], snapshot: Snapshot, _: Reader) -> list[dict[str, str]]:
    """Return each proposal in words: what it is about, the value now and proposed, from where."""
    names = Names(snapshot, _)
    today = state.today()
    made = []
    for one in proposals:
        field = attribute(type(one.record), one.field)
        made.append(
            {
                _("Record"): names.words(one.record.id),
                _("Field"): _(field.label),
                _("Now"): show(field, one.before, _, names) or "–",
                _("Proposed"): show(field, one.value, _, names),
                _("Taken from"): origin(one.adoption(today), snapshot).text(_),
            }
        )
    return made


def _table(proposals: Sequence[Proposal], snapshot: Snapshot, _: Reader) -> pd.DataFrame:
    return pd.DataFrame(rows(proposals, snapshot, _))


def _adopt(proposals: Sequence[Proposal]) -> None:
    """Write the chosen values as one act."""
    changes = adoption_changes(state.snapshot(), proposals, state.today())
    if state.apply(changes):
        st.rerun()
