"""Taking a person out of the project everywhere, after a confirmation that names them."""

import streamlit as st

from app import state
from app.exchange.cells import Names
from app.exchange.folding import fold
from app.store.purge import PurgeReport, purge_person
from app.store.short_forms import ShortForm, short_forms
from app.widgets.empty import empty_state
from app.widgets.folder_choice import spoken
from app.widgets.readings import remembered
from app.words import literal
from methodology.record import Record
from methodology.text import N_, Problem


def purge_form() -> None:
    """Draw the persons of the project and the way to take one out."""
    _ = state.reader()
    people = [record for record in state.snapshot() if type(record).is_person]
    if report := state.kept("purged"):
        _tell(report)
        state.keep("purged", None)
    if not people:
        empty_state(
            _("This project holds no persons"),
            _("Team members and contact persons of the actors can be taken out here."),
            icon="person_off",
        )
        return
    names = Names(state.snapshot(), _)
    st.markdown(
        _(
            "A person who withdraws consent is taken out of tables, history, drafts, file names, "
            "readable tables and every backup. It cannot be undone."
        )
    )
    person = st.selectbox(
        _("Person"),
        people,
        format_func=lambda found: f"{names.words(found.id)} ({_(type(found).title)})",
        key="purge_person",
    )
    also = _confirmed_forms(person)
    called = str(getattr(person, "name", "")) or names.words(person.id)
    typed = st.text_input(
        _("To confirm, type the name: {name}").format(name=literal(called)),
        key=f"purge_confirm_{person.id}",
    )
    if st.button(
        _("Take person out"), type="primary", icon=":material/person_remove:", key="purge_go"
    ):
        _purge(person, also, is_confirmed=fold(typed) == fold(called))


def _confirmed_forms(person: Record) -> list[str]:
    """Offer the parts of the name that texts use, one by one; return those that mean the person."""
    _, snapshot = state.reader(), state.snapshot()
    key = f"purge_forms_{person.id}"
    forms = remembered(key, lambda: short_forms(snapshot, person.id))
    if forms:
        st.markdown(_("Texts have parts of the name too. Mark those that mean this person:"))
    return [form.words for form in forms if st.checkbox(_told(form), key=f"{key}_{form.words}")]


def _told(form: ShortForm) -> str:
    """Return a part of a name with how often it stands, where, and who else it could mean."""
    _ = state.reader()
    counted = _.many("{count} text", "{count} texts", form.count)
    told = f"**{literal(form.words)}** · {counted} · «{literal(form.sample)}»"
    if form.others:
        others = ", ".join(form.others)
        told += f" · :red[{_('it could mean {others} too').format(others=literal(others))}]"
    return told


def _purge(person: Record, also: list[str], *, is_confirmed: bool) -> None:
    _ = state.reader()
    if not is_confirmed:
        st.error(
            _("The name typed is another one."),
            title=_("Nobody was taken out"),
            icon=":material/error:",
        )
        return
    try:
        with st.spinner(_("Taking the person out of the project and its backups")):
            report = purge_person(state.folder(), person.id, by=state.person(), also=also)
    except Problem as problem:
        state.tell(problem, N_("The person was not taken out everywhere; repeat it"))
        return
    state.keep("purged", report)
    st.rerun()


def _tell(report: PurgeReport) -> None:
    """Say what was done and what is left to do by hand."""
    _ = state.reader()
    counts = (
        _.many("{count} text rewritten", "{count} texts rewritten", report.cells),
        _.many("{count} backup rewritten", "{count} backups rewritten", report.backups),
    )
    st.success(
        literal(", ".join(counts)),
        title=_("The person was taken out"),
        icon=":material/check_circle:",
    )
    for title, paths in (
        (_("These files still speak of the person: change or delete them"), report.by_hand),
        (_("These files could not be searched: look at them"), report.unread),
    ):
        if paths:
            lines = "\n".join(f"- {literal(spoken(path))}" for path in paths)
            st.warning(lines, title=title, icon=":material/warning:")
    if not report.is_wiped:
        st.warning(
            _(
                "Another program has the project open. Close it and open the project again: old"
                " bytes of the database are wiped then."
            ),
            title=_("One thing is still to be done"),
            icon=":material/warning:",
        )
    if report.namesakes:
        names = ", ".join(str(getattr(one, "name", "")) for one in report.namesakes)
        st.warning(
            literal(names),
            title=_("Others of the same name were left as they are"),
            icon=":material/warning:",
        )
