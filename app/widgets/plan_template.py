"""The team's own Word template: put in, checked, taken out; the program's own by default."""

from pathlib import Path

import streamlit as st

from app import state
from app.report import check_template, default_template
from app.report.anchors import NotATemplate
from app.store.folder import Folder
from app.store.layout import FILES
from app.whole_files import temporary, write
from app.widgets.downloads import WORD
from app.words import problem_text
from methodology.text import N_, Problem

NAME = "plan-template.docx"


def own_template(folder: Folder) -> Path | None:
    """Return the project's own template, None while it uses the program's."""
    path = folder.path / FILES / NAME
    return path if path.is_file() else None


def template_choice() -> None:
    """Draw the template in use, with the ways to restyle, replace and check it."""
    _ = state.reader()
    with st.popover(
        _("Template"), icon=":material/style:", key="template", on_change="rerun"
    ) as popover:
        if popover.open:
            _draw()


def _draw() -> None:
    _, folder = state.reader(), state.folder()
    own = own_template(folder)
    st.markdown(
        _("The project's own template is in use.")
        if own
        else _("The program's template is in use. Restyle it in Word and bring it back here.")
    )
    st.caption(_("Put logos on the cover in place of {anchor}.").format(anchor="[[logo]]"))
    st.download_button(
        _("Download template"),
        (own or default_template()).read_bytes,
        file_name=NAME,
        mime=WORD,
        on_click="ignore",
        icon=":material/download:",
        key="template_download",
    )
    given = st.file_uploader(_("Own template (.docx)"), type=["docx"], key="template_file")
    if given and st.button(_("Use this template"), key="template_use"):
        _take(folder, given.getvalue())
    if own:
        _judge(own)
        if st.button(_("Go back to the program's template"), key="template_drop"):
            own.unlink(missing_ok=True)
            st.rerun()


def _take(folder: Folder, data: bytes) -> None:
    """Keep a template that Word can open; refuse another and keep the one in use."""
    _, path = state.reader(), folder.path / FILES / NAME
    draft = temporary(path).with_suffix(".docx")
    try:
        draft.write_bytes(data)
        found = check_template(draft)
    finally:
        draft.unlink(missing_ok=True)
    if any(isinstance(problem, NotATemplate) for problem in found):
        state.tell(found[0], N_("The template was not changed"))
        return
    try:
        write(path, data)
    except OSError as error:
        state.tell(Problem(N_("{error}"), error=error), N_("The template was not changed"))
        return
    st.rerun()


def _judge(template: Path) -> None:
    """Say what the template lacks or misuses, or that it is in order."""
    _ = state.reader()
    found = check_template(template)
    if not found:
        st.success(_("Every anchor and style is in its place."), icon=":material/check_circle:")
    for problem in found:
        st.warning(problem_text(_, problem), icon=":material/warning:")
