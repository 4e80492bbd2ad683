"""The ways a project comes to this computer: created, opened, handed over, restored, shown."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import streamlit as st

from app import state
from app.demonstration import build_demonstration
from app.home import home
from app.i18n import Reader
from app.i18n.reader import home_currency
from app.store.folder_problems import FolderLocked
from app.store.layout import is_project
from app.store.opening import create_folder
from app.store.packing import pack, unpack
from app.store.restoring import restore
from app.store.synchronised import service
from app.store.whose import refuse_other_project
from app.whole_files import safe_name
from app.widgets.folder_choice import choose_folder, spoken
from app.widgets.person import person_field
from app.words import literal
from methodology.project import Country, Currency, Project
from methodology.text import N_, Problem
from methodology.validation import check

NOTHING_MADE = N_("No project was created")
NOTHING_OPENED = N_("The project was not opened; its folder is as it was")


def create_form() -> None:
    """Ask what a new project needs and create its folder."""
    _ = state.reader()
    first, second = st.columns(2, gap="medium")
    with first:
        values = _about_project()
    with second:
        values["starts_on"] = st.date_input(
            _("First day"),
            value=_next_monday(),
            format="DD/MM/YYYY",
            key="create_starts_on",
            help=_("Week 1 of the 26 begins on this day"),
        )
        around = choose_folder(_("Keep it in"), key="create", start=usual_place())
        person_field("create")
    name = str(values["name"])
    target = around / (safe_name(name) if name.strip() else _("name of the project"))
    st.caption(_("Its folder will be {path}").format(path=literal(spoken(target))))
    warn_of_synchronisation(around)
    if st.button(
        _("Create project"), type="primary", icon=":material/add:", key="create_go"
    ) and _is_named(_, name):
        _attempt(lambda: _create(target, values), NOTHING_MADE)


def _about_project() -> dict[str, object]:
    """Ask for name, country and currency of a new project; return what a project begins with."""
    _ = state.reader()
    name = st.text_input(
        _("Project name"), key="create_name", placeholder=_("For example: cheese of Cajamarca")
    )
    country = st.selectbox(
        _("Country"),
        [*Country],
        format_func=lambda found: _(found.label),
        key="create_country",
        help=_("Decides how numbers and dates are written"),
    )
    currency = st.selectbox(
        _("Currency"),
        [*Currency],
        index=[*Currency].index(home_currency(country)),
        format_func=lambda found: f"{_(found.label)} ({found})",
        key=f"create_currency_{country}",
    )
    language = state.language()
    return {"name": name, "country": country, "currency": currency, "language": language}


def open_example() -> None:
    """Make the example on this computer unless it is there already, and open it."""
    place = home() / "example"
    try:
        found = next((path for path in place.glob("*") if is_project(path)), None)
        if found is None:
            with st.spinner(state.reader()(N_("Making the example"))):
                made = build_demonstration(place, state.today())
            found = made.path
            made.close()
    except Problem as problem:
        state.tell(problem, NOTHING_MADE)
    else:
        open_project(found)


def open_form() -> None:
    """Ask for the folder of a project and open it."""
    _ = state.reader()
    path = choose_folder(_("Folder of the project"), key="open", start=usual_place())
    st.caption(_("The folder that holds the file project.db"))
    warn_of_synchronisation(path)
    if st.button(_("Open project"), type="primary", icon=":material/folder_open:", key="open_go"):
        open_project(path)
    if state.kept("locked") == str(path) and st.button(
        _("Open it here all the same"), icon=":material/lock_open:", key="open_force"
    ):
        open_project(path, force=True)


def receive_form() -> None:
    """Take in a project that a colleague packed, or a backup copy, as a new folder."""
    _ = state.reader()
    given = st.file_uploader(
        _("Packed project (.zip) or backup copy (.db)"), type=["zip", "db"], key="receive_file"
    )
    around = choose_folder(_("Keep it in"), key="receive", start=usual_place())
    if given is None:
        st.caption(_("A colleague makes the file with “Hand over” on this page."))
        return
    name = st.text_input(_("Name of the new folder"), value=Path(given.name).stem)
    target = around / safe_name(name)
    warn_of_synchronisation(around)
    if st.button(
        _("Take in project"), type="primary", icon=":material/download:", key="receive_go"
    ):
        _attempt(lambda: _receive(given.name, given.getvalue(), target), NOTHING_MADE)


def open_project(path: Path, *, force: bool = False) -> None:
    """Open a project and go to its first page; say what stopped it."""
    state.keep("locked", None)
    try:
        state.open_project(path, force=force)
    except FolderLocked as problem:
        state.keep("locked", str(path))
        state.tell(problem, NOTHING_OPENED)
    except Problem as problem:
        state.tell(problem, NOTHING_OPENED)
    else:
        st.rerun()


def hand_over(path: Path, name: str, *, key: str, is_aside: bool = False) -> None:
    """Draw the button that packs a project folder into one file, when somebody presses it."""
    _ = state.reader()

    def make() -> bytes:
        with tempfile.TemporaryDirectory() as around:
            file = Path(around) / "project.zip"
            pack(path, file)
            return file.read_bytes()

    st.download_button(
        _("Hand over"),
        make,
        file_name=f"{safe_name(name)}.zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        type="tertiary" if is_aside else "secondary",
        key=key,
        help=_("The whole folder as one file, for a colleague's computer"),
    )


def move_project(target: Path) -> None:
    """Move the open project into a folder of its own, evidence and documents included."""
    _attempt(lambda: _move(target), N_("The project was not moved; it is where it was"))


def _move(target: Path) -> None:
    _ = state.reader()
    moved = state.move_project(target)
    if moved.left:
        said = _("Moved. What could not be taken away is still in {path}")
        state.say(literal(said.format(path=spoken(moved.left))))


def usual_place() -> Path:
    """Return where projects are kept unless people say otherwise."""
    documents = [Path.home() / name for name in ("Documents", "Documentos")]
    return next((path for path in documents if path.is_dir()), Path.home())


def warn_of_synchronisation(path: Path) -> None:
    """Say when a folder lies on a synchronised drive, and where it would be safer."""
    _ = state.reader()
    if found := service(path):
        st.warning(
            _(
                "Work on one computer at a time and let {service} finish before opening the "
                "project on another. Safer: a folder outside it, handed over as one file."
            ).format(service=found),
            title=_("{service} synchronises this folder").format(service=found),
            icon=":material/warning:",
        )


def _create(target: Path, values: dict[str, object]) -> None:
    project = check(Project, {"id": uuid4(), **values})
    create_folder(target, project, by=state.person()).close()
    state.open_project(target)


def _receive(name: str, data: bytes, target: Path) -> None:
    with tempfile.TemporaryDirectory() as around:
        file = Path(around) / safe_name(name)
        file.write_bytes(data)
        if file.suffix == ".zip":
            unpack(file, target)
        else:
            refuse_other_project(file, target)
            restore(file, target)
    state.open_project(target)


def _attempt(act: Callable[[], None], title: str) -> None:
    try:
        act()
    except Problem as problem:
        state.tell(problem, title)
    else:
        st.rerun()


def _is_named(_: Reader, name: str) -> bool:
    if name.strip():
        return True
    st.error(
        _("The folder is called by it."),
        title=_("The project needs a name"),
        icon=":material/error:",
    )
    return False


def _next_monday() -> date:
    today = state.today()
    return today + timedelta(days=-today.weekday() % 7)
