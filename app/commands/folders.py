"""Commands on a whole project folder: create, check, back up, put back, hand over, receive."""

import sys
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from app import recent
from app.command_line import called
from app.i18n import Reader
from app.keyboard import known_person
from app.store.checking import Severity, check_folder
from app.store.computer import user_name
from app.store.folder import Folder
from app.store.opening import create_folder, open_folder
from app.store.packing import pack, unpack
from app.store.restoring import restore
from app.store.whose import OtherProject, refuse_other_project
from methodology.project import Project
from methodology.validation import check as validate


def create(_: Reader, chosen: Namespace) -> int:
    """Create a project and say how to open it."""
    given = {name: getattr(chosen, name) for name in ("country", "currency", "language")}
    values = {name: value for name, value in given.items() if value}
    name = chosen.name or chosen.folder.absolute().name
    project = validate(Project, {"id": uuid4(), "name": name, **values})
    folder = create_folder(chosen.folder, project, by=person())
    leave(_, folder)
    recent.remember(folder.path, project.name)
    print(_("Project created: {path}").format(path=folder.path))
    print(_("To open it: {command}").format(command=f'{called()} open "{chosen.folder}"'))
    return 0


def check(_: Reader, chosen: Namespace) -> int:
    """Say what is wrong with a folder; 1 when something is, other than what deserves notice."""
    findings = check_folder(chosen.folder)
    for finding in findings:
        print("-", finding.remark.text(_))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        print(_.many("{count} problem found", "{count} problems found", len(errors)))
        return 1
    print(_("The project is sound."))
    return 0


def back_up(_: Reader, chosen: Namespace) -> int:
    """Make a backup and say where."""
    folder = opened(_, chosen.folder)
    try:
        print(_("Backup made and verified: {path}").format(path=folder.back_up()))
    finally:
        leave(_, folder)
    return 0


def put_back(_: Reader, chosen: Namespace) -> int:
    """Put a backup back and say where the content before was kept.

    A backup of another project needs --yes.
    """
    if not chosen.yes:
        try:
            refuse_other_project(chosen.file, chosen.folder)
        except OtherProject as problem:
            print(problem.text(_), file=sys.stderr)
            print(_("To put it there all the same, add --yes."), file=sys.stderr)
            return 1
    kept = restore(chosen.file, chosen.folder, by=person())
    print(_("Put back: {path}").format(path=chosen.folder))
    if kept:
        print(_("What was there before is kept: {path}").format(path=kept))
    return 0


def hand_over(_: Reader, chosen: Namespace) -> int:
    """Pack a project into one file and say where."""
    print(_("Packed and verified: {path}").format(path=pack(chosen.folder, chosen.file)))
    return 0


def receive(_: Reader, chosen: Namespace) -> int:
    """Unpack a colleague's file into a folder."""
    path = unpack(chosen.file, chosen.folder)
    print(_("Project unpacked: {path}").format(path=path))
    print(_("To open it: {command}").format(command=f'{called()} open "{chosen.folder}"'))
    return 0


def opened(_: Reader, path: Path, *, force: bool = False) -> Folder:
    """Open a project folder and say what the person should know of it.

    `force` opens it although another computer marked it as open there.
    """
    folder = open_folder(path, force=force)
    for notice in folder.notices():
        print(notice.text(_))
    return folder


def leave(_: Reader, folder: Folder) -> None:
    """Close a project folder and say what could not be refreshed in it."""
    notice = folder.close()
    if notice:
        print(notice.text(_), file=sys.stderr)


def person() -> str:
    """Return the name that acts from the command line are recorded under."""
    return known_person() or user_name()


def today() -> date:
    """Return the day it is where this computer is."""
    return datetime.now().astimezone().date()
