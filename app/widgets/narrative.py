"""The team's own text for a section of the plan, written here so that every export has it."""

from uuid import uuid4
from zlib import crc32

import streamlit as st

from app import state
from app.store import Change, ChangeSet, Edit, Put, Remove
from methodology.plan import Section
from methodology.project import Narrative
from methodology.record import LONG
from methodology.text import N_


def narrative_of(section: Section) -> Narrative | None:
    """Return what the team wrote for a section, None before it wrote anything."""
    written = state.snapshot().all(Narrative)
    return next((found for found in written if found.section == section), None)


def narrative_editor(section: Section, *, key: str, height: int = 330) -> None:
    """Draw the text of a section and save it when asked.

    What is typed stays until it is saved, on other pages too; when somebody else saved the text
    meanwhile, saving it here is refused and shows both.
    """
    _ = state.reader()
    found = narrative_of(section)
    name = f"{key}_{state.key()}_{section}"
    base = _base(name, found.text if found else "")
    typed = st.text_area(
        _("Text of this section"),
        value=base,
        height=height,
        max_chars=LONG,
        key=_field(name, base),
        persist_state="session",
        placeholder=_("What this section tells about the cluster, in a few paragraphs."),
    )
    st.caption(_("Printed before the tables and figures, one paragraph for each line."))
    if st.button(
        _("Save text"), type="primary", icon=":material/save:", key=f"{key}_{section}_save"
    ) and _save(section, found, base, typed):
        state.keep(name, None)
        st.rerun()


def _base(name: str, saved: str) -> str:
    """Return the text that the typing began with: the saved one while nothing is typed."""
    base: str = state.kept(name, saved)
    if st.session_state.get(_field(name, base), base) == base:
        base = saved
    state.keep(name, base)
    return base


def _field(name: str, base: str) -> str:
    return f"{name}_{crc32(base.encode())}"


def _save(section: Section, found: Narrative | None, base: str, typed: str) -> bool:
    """Write the text, or take it away when it was emptied; say whether it was written."""
    if found is None and not typed.strip():
        return False
    if found is None:
        change: Change = Put(Narrative(id=uuid4(), section=section, text=typed))
    elif typed.strip():
        change = Edit(Narrative, found.id, {"text": typed}, seen={"text": base})
    else:
        change = Remove(Narrative, found.id)
    return state.apply(ChangeSet(N_("Write the text of a section"), (change,))) is not None
