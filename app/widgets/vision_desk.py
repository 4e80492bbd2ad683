"""Where the vision is worded: its text with the rules beside it, its versions, its adoption."""

from datetime import date
from typing import Literal
from uuid import UUID, uuid4
from zlib import crc32

import streamlit as st

from app import state
from app.store import Change, ChangeSet, Edit, Put
from app.widgets.figures_of_vision import became
from app.words import literal
from methodology.process import Meeting
from methodology.record import LONG
from methodology.text import N_
from methodology.vision import Consent, VisionVersion
from methodology.visions import current, findings, versions

CHOSEN = "vision_version"


def vision_desk() -> None:
    """Draw the chosen version: text and rules side by side, then what becomes of it."""
    _, snapshot = state.reader(), state.snapshot()
    found = versions(snapshot)
    shown = current(snapshot) or found[-1]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        ids = [one.id for one in reversed(found)]
        names = {one.id: one.name for one in found}
        chosen = st.selectbox(
            _("Version"),
            ids,
            index=ids.index(shown.id),
            format_func=lambda key: names[key],
            key=f"{CHOSEN}_{len(ids)}",
            width=340,
        )
        if st.button(_("New version"), icon=":material/add:", key="vision_new"):
            begin_version(_("Version {number}").format(number=len(found) + 1), shown.text)
    version = snapshot.get(VisionVersion, chosen) or shown
    left, right = st.columns([3, 2], gap="large")
    with left:
        typed = _text(version)
    with right:
        _rules(version.model_copy(update={"text": typed}))
    _adoption(version, is_saved=typed == version.text)


def begin_version(name: str, text: str = "") -> None:
    """Write a new version that begins with a text, dated today."""
    made = VisionVersion(id=uuid4(), name=name, text=text, drafted_on=state.today())
    if state.apply(ChangeSet(N_("Begin a version of the vision"), (Put(made),))):
        st.rerun()


def _text(version: VisionVersion) -> str:
    """Draw the text and save it when asked; return what stands in the field."""
    _ = state.reader()
    typed = st.text_area(
        _("Vision"),
        value=version.text,
        height=170,
        max_chars=LONG,
        key=f"vision_{version.id}_{crc32(version.text.encode())}",
        persist_state="session",
        placeholder=_(
            "By which year, where, who the cluster is for whom, with which options, what it "
            "promises and how that is measured."
        ),
    )
    text = typed.strip()
    st.caption(literal(became(state.snapshot(), version, _)))
    is_new = text != version.text
    kind: Literal["primary", "secondary"] = "primary" if is_new else "secondary"
    # Never disabled: what is typed is heard when the field is left, by the click on this button.
    if st.button(_("Save text"), icon=":material/save:", type=kind, key="vision_save") and is_new:
        edit = Edit(VisionVersion, version.id, {"text": text}, seen={"text": version.text})
        _write(N_("Word the vision"), edit)
    return text


def _rules(version: VisionVersion) -> None:
    """Draw how the text stands under each rule, as it is typed."""
    _ = state.reader()
    for found in findings(state.snapshot(), version):
        icon = "check_circle" if found.is_met else "error"
        colour = "green" if found.is_met else "orange"
        st.markdown(
            f":{colour}[:material/{icon}:] **{_(found.rule.label)}** "
            f":gray[{literal(found.detail.text(_))}]"
        )


def _adoption(version: VisionVersion, *, is_saved: bool) -> None:
    """Ask for consent, day and meeting of the adoption; offered once the text is saved."""
    _, snapshot = state.reader(), state.snapshot()
    meetings = {one.id: one.name for one in snapshot.all(Meeting)}
    title = _("Consent and adoption")
    with st.expander(title, icon=":material/task_alt:"), st.form(f"vision_adopt_{version.id}"):
        one, two, three = st.columns(3)
        with one:
            consents: list[Consent | None] = [None, *Consent]
            consent = st.selectbox(
                _("Consent check"),
                consents,
                index=consents.index(version.consent),
                format_func=lambda found: _(found.label) if found else _("Not asked yet"),
            )
        with two:
            day = st.date_input(_("Adopted on"), value=version.adopted_on, format="DD/MM/YYYY")
        with three:
            places: list[UUID | None] = [None, *meetings]
            place = st.selectbox(
                _("Adopted in the meeting"),
                places,
                index=places.index(version.adopted_in) if version.adopted_in in places else 0,
                format_func=lambda key: meetings.get(key, "–") if key else "–",
            )
        sent = st.form_submit_button(_("Save"), disabled=not is_saved)
    if sent:
        adopted_on = day if isinstance(day, date) else None
        values = {"consent": consent, "adopted_on": adopted_on, "adopted_in": place}
        seen = {name: getattr(version, name) for name in values}
        _write(
            N_("Note consent and adoption of the vision"),
            Edit(VisionVersion, version.id, values, seen=seen),
        )


def _write(label: str, change: Change) -> None:
    if state.apply(ChangeSet(label, (change,))):
        st.rerun()
