"""The command that takes a person out of a project."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from app.commands.folders import leave, opened, person
from app.exchange.folding import fold
from app.i18n import Reader
from app.store.folder import Folder
from app.store.purge import PurgeReport, purge_person
from app.store.short_forms import ShortForm, short_forms
from methodology.record import Record
from methodology.text import N_, Problem
from methodology.words import words


class UnknownPerson(Problem):
    """Nobody of the project is called so."""


class SeveralPeople(Problem):
    """More than one person of the project is called so."""


def purge(_: Reader, chosen: Namespace) -> int:
    """Take the person of that name out, once that is confirmed; say what is left by hand."""
    folder = opened(_, chosen.folder)
    try:
        found = _find(folder, chosen.person)
        if not chosen.yes and not _confirmed(_, words(folder.snapshot(), found)):
            print(_("Nothing was changed."))
            return 1
        forms = short_forms(folder.snapshot(), found.id)
        also = [one.words for one in forms if _is_also(_, one, chosen)]
        done = _tell(_, purge_person(folder, found.id, by=person(), also=also))
        left = [f"{one.words}: {one.sample}" for one in forms if one.words not in also]
        _list(_("Parts of the name that stay in texts; take them out with --also:"), left)
        return done
    finally:
        leave(_, folder)


def _is_also(_: Reader, form: ShortForm, chosen: Namespace) -> bool:
    """Say whether a part of the name means the person: as told beforehand, else as answered."""
    if chosen.yes or chosen.also:
        return any(fold(told) == fold(form.words) for told in chosen.also)
    print(f"{form.words}: {form.sample}")
    if form.others:
        print(_("it could mean {others} too").format(others=", ".join(form.others)))
    return _is_agreed(_)


def _find(folder: Folder, name: str) -> Record:
    """Return the only person whose words hold `name`."""
    snapshot = folder.snapshot()
    people = [record for record in snapshot if type(record).is_person]
    found = [one for one in people if fold(name) in fold(words(snapshot, one))]
    exact = [one for one in found if fold(name) == fold(words(snapshot, one))]
    if not found:
        raise UnknownPerson(
            N_("Nobody in this project is called {name}. Nothing was changed."), name=name
        )
    if len(exact or found) > 1:
        raise SeveralPeople(
            N_("Several people are called so: {names}. Give one whole name; nothing was changed."),
            names="; ".join(words(snapshot, one) for one in exact or found),
        )
    return (exact or found)[0]


def _confirmed(_: Reader, name: str) -> bool:
    """Ask on the keyboard; without one the answer is no."""
    print(_("{name} will be taken out everywhere. It cannot be undone.").format(name=name))
    return _is_agreed(_)


def _is_agreed(_: Reader) -> bool:
    word = _("yes")
    print(_("To go on, type {word}:").format(word=word), end=" ", flush=True)
    return fold(sys.stdin.readline()) == fold(word)


def _tell(_: Reader, report: PurgeReport) -> int:
    print(_.many("{count} backup rewritten", "{count} backups rewritten", report.backups))
    _list(_("These files still speak of the person; change or delete them:"), report.by_hand)
    _list(_("These files could not be searched; look at them:"), report.unread)
    print(_("The person was taken out."))
    if not report.is_wiped:
        print(
            _(
                "Another program has the project open. Close it and open the project again: old"
                " bytes of the database are wiped then."
            )
        )
    return 0


def _list(title: str, found: Iterable[Path | str]) -> None:
    lines = [f"  {one}" for one in found]
    if lines:
        print(title, *lines, sep="\n")
