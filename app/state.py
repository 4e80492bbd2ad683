"""What one browser session remembers; the only module that names session-state keys.

The project and the language stand in the address too (`?project=KEY&language=en`), so that a
reload, a second tab and the projector's window find them.
"""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import streamlit as st

from app import recent
from app.i18n import Reader
from app.i18n import reader as make_reader
from app.keyboard import known_person, remember_person
from app.store import Act, ChangeSet, Moved, computer, move_folder
from app.store.computer import user_name
from app.store.folder import Folder
from app.store.opening import open_folder
from app.words import problem_text
from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem

PROJECT = "project"  # key of the open project, as in the address
LANGUAGE = "language"  # language chosen for the screens, as in the address
PERSON = "person"  # name of the person at the keyboard
SHOWN = "shown_revision"  # what the person was looking at when they acted
DRAWN = "drawn_revision"  # what the script is drawing now
FRESH = "fresh"  # the project as last read, for a moment
ARRIVED = "arrived"  # whether a project was opened just now
SAID = "said"  # what is told in passing once the page is drawn
LEFT = "left"  # what could not be done when a project was left
TROUBLE = "trouble"  # why the project in the address did not open


MOMENT_SECONDS = 0.05
BRIEFLY = 2  # seconds that what was done is told


@dataclass(frozen=True)
class _Read:
    """A project as it was read, and when."""

    key: str
    folder: Folder
    writings: int
    snapshot: Snapshot
    at: float

    def is_stale(self) -> bool:
        """Say whether the project may have changed since."""
        is_old = monotonic() - self.at > MOMENT_SECONDS
        return is_old or self.writings != self.folder.writings


class NoProject(Problem):
    """The project in the address is not on the list of this computer."""


def begin() -> None:
    """Take project and language from the address, or put them back after a change of page."""
    st.session_state[FRESH] = None
    for name in (PROJECT, LANGUAGE):
        if st.query_params.get(name):
            st.session_state[name] = st.query_params[name]
        elif st.session_state.get(name):
            st.query_params[name] = st.session_state[name]


def end() -> None:
    """Note that the person has seen what was drawn: their next act answers to that.

    What was done is told here: a page that draws itself anew at once would take it back.
    """
    st.session_state[SHOWN] = st.session_state.get(DRAWN)
    if said := st.session_state.pop(SAID, ""):
        tell_done(said)


def tell_done(said: str, icon: str = "check_circle") -> None:
    """Tell for a moment what was done: it lies over the ways on beside the title."""
    st.toast(said, icon=f":material/{icon}:", duration=BRIEFLY)


def is_open() -> bool:
    """Say whether a project is open; when the address names one that fails, `trouble` says why."""
    st.session_state[TROUBLE] = None
    try:
        return bool(key()) and _fresh() is not None
    except Problem as problem:
        st.session_state[TROUBLE] = problem
        return False


def trouble() -> Problem | None:
    """Return why the project in the address did not open."""
    found: Problem | None = st.session_state.get(TROUBLE)
    return found


def key() -> str:
    """Return the key of the project in the address, empty when there is none."""
    return str(st.session_state.get(PROJECT) or "")


def open_project(path: Path, *, force: bool = False) -> None:
    """Open the project in a folder and put it in the address; Problems of `open_folder`.

    `force` opens it although another computer marked it as open there.
    """
    place = path.expanduser().resolve()
    if force:
        open_folder(place, force=True).close()
    folder = _open(str(place))
    enter(recent.remember(folder.path, _name(folder)))


def move_project(target: Path) -> Moved:
    """Move the open project's folder and go on there; Problems of `move_folder`.

    Every page of this program lets go of the folder first; it opens anew where it then is.
    """
    left, source = key(), folder().path
    _open.clear(str(source))
    st.session_state[FRESH] = None
    moved = move_folder(source, target)
    open_project(moved.path)
    recent.forget(left)
    return moved


def leave() -> None:
    """Go back to the list of projects; other pages may still have this one open.

    Its backup and readable tables follow now, while there is somebody to hear if they cannot.
    """
    keep(LEFT, folder().refresh())
    enter("")


def tell_left() -> None:
    """Say, once, what could not be done when a project was left."""
    notice: Problem | None = kept(LEFT)
    if notice:
        keep(LEFT, None)
        warn(notice)


def has_arrived() -> bool:
    """Say, once, that a project was opened just now: its first page is to show."""
    return bool(st.session_state.pop(ARRIVED, False))


def enter(project: str) -> None:
    """Put a project in the address; an empty key leaves the one that was there."""
    st.session_state[PROJECT] = project
    st.session_state[ARRIVED] = bool(project)
    st.session_state[DRAWN] = st.session_state[SHOWN] = None
    if project:
        st.query_params[PROJECT] = project
    else:
        st.query_params.pop(PROJECT, None)


def folder() -> Folder:
    """Return the open project's folder; Problems of `open_folder`."""
    return _fresh().folder


def snapshot() -> Snapshot:
    """Return the open project as it is now, and note that this is what is being drawn."""
    found = _fresh().snapshot
    st.session_state[DRAWN] = found.revision
    return found


def project() -> Project | None:
    """Return the settings of the open project, None when no project is open."""
    if not key() or trouble():
        return None
    return _fresh().snapshot.one(Project)


def reader() -> Reader:
    """Return the reader: the language of the screens, the numbers of the project's country."""
    return make_reader(project(), language())


def language() -> Language:
    """Return the language of the screens: chosen here, else the program's, else Spanish."""
    chosen, asked = st.session_state.get(LANGUAGE), os.environ.get("DINAMO_LANGUAGE")
    return Language.called(chosen) or Language.called(asked) or Language.SPANISH


def choose_language(chosen: Language) -> None:
    """Speak another language on the screens of this session."""
    st.session_state[LANGUAGE] = str(chosen)
    st.query_params[LANGUAGE] = str(chosen)


def person() -> str:
    """Return the name that acts are recorded under; the computer's account before one is given."""
    return str(st.session_state.get(PERSON) or known_person() or user_name())


def today() -> date:
    """Return the day it is where the computer stands."""
    return computer.today()


def now() -> datetime:
    """Return this moment, in coordinated universal time."""
    return datetime.now(UTC)


def is_person_known() -> bool:
    """Say whether somebody gave a name at this computer."""
    return bool(st.session_state.get(PERSON) or known_person())


def name_person(name: str) -> None:
    """Record acts of this session under a name, and offer it the next time."""
    st.session_state[PERSON] = remember_person(name)


def apply(change_set: ChangeSet, *, expected: int | None = None) -> Act | None:
    """Write one act of the person; say what stopped it and return None when it was refused.

    `expected` is the revision they were looking at, by default the last one drawn.
    """
    seen = expected if expected is not None else st.session_state.get(SHOWN)
    try:
        act = folder().apply(change_set, by=person(), expected=seen)
    except Problem as problem:
        tell(problem)
        return None
    st.session_state[SHOWN] = act.revision
    say(reader()(N_("Saved")))
    return act


def say(text: str) -> None:
    """Tell in passing, once the page is drawn whole, that something was done."""
    st.session_state[SAID] = text


def tell(problem: Problem, title: str = N_("Nothing was changed; everything is as it was")) -> None:
    """Show what stopped, and under it why and what mends it."""
    _ = reader()
    st.error(problem_text(_, problem), title=_(title), icon=":material/error:")


def kept(name: str, default: Any = None) -> Any:
    """Return what a screen put aside under a name until the next run."""
    return st.session_state.get(f"kept_{name}", default)


def keep(name: str, value: Any) -> None:
    """Put something aside for the next runs of this session; None forgets it."""
    if value is None:
        st.session_state.pop(f"kept_{name}", None)
    else:
        st.session_state[f"kept_{name}"] = value


def warn(problem: Problem) -> None:
    """Show something the person should know that stops nothing."""
    st.warning(problem_text(reader(), problem), icon=":material/warning:")


def _fresh() -> _Read:
    """Return the project as read a moment ago; read anew after that, and after any writing.

    One run of a page asks dozens of times; the database is asked only as often as needed.
    """
    found: _Read | None = st.session_state.get(FRESH)
    if found is None or found.key != key() or found.is_stale():
        opened = _folder(key())
        found = _Read(key(), opened, opened.writings, opened.snapshot(), monotonic())
        st.session_state[FRESH] = found
    return found


def _folder(project_key: str) -> Folder:
    found = recent.find(project_key)
    if found is None:
        raise NoProject(
            N_("This address names a project that is not on this computer's list. Open its folder.")
        )
    return _open(str(found.path))


def _name(folder: Folder) -> str:
    found = folder.snapshot().one(Project)
    return found.name if found else folder.path.name


def _release(folder: Folder) -> None:
    folder.close()


@st.cache_resource(show_spinner=False, on_release=_release)
def _open(path: str) -> Folder:
    return open_folder(Path(path))
