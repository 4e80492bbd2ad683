"""The command that sets the passphrase of the facilitator's pages."""

import sys
from argparse import Namespace
from getpass import getpass

from app.i18n import Reader
from app.store import own_passphrase
from app.store.passphrase import FEWEST_SIGNS
from methodology.text import N_, Problem


class NotTheSame(Problem):
    """A passphrase was typed in two ways."""


def set_passphrase(_: Reader, _chosen: Namespace) -> int:
    """Ask for a passphrase twice and keep what argon2 makes of it."""
    told = _("For the facilitator's pages behind a proxy. {count} signs at least; unseen as typed.")
    print(told.format(count=FEWEST_SIGNS))
    first = _typed(_("Passphrase"))
    if first != _typed(_("The same once more")):
        raise NotTheSame(N_("They were not the same. Nothing was changed."))
    own_passphrase.keep(first)
    print(_("The passphrase was set. Only a hash of it is kept, and it cannot be read back."))
    return 0


def _typed(what: str) -> str:
    """Ask on the keyboard without showing what is typed; without a keyboard take a line."""
    if sys.stdin.isatty():
        return getpass(f"{what}: ")
    return sys.stdin.readline().rstrip("\r\n")
