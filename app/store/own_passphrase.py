"""The passphrase of the facilitator's pages: this computer's, not a project's."""

from pathlib import Path

from app.home import home
from app.store.passphrase import agrees, hashed
from app.whole_files import OWN, write

FILE_NAME = "facilitator.passphrase"


def keep(phrase: str) -> None:
    """Keep what is made of a passphrase, in a file for this person's eyes; refuse a short one."""
    write(_place(), hashed(phrase).encode(), OWN)


def kept() -> str:
    """Return what was made of the passphrase; empty while none was set."""
    try:
        return _place().read_text("ascii", errors="replace").strip()
    except FileNotFoundError:
        return ""


def is_own_passphrase(phrase: str) -> bool:
    """Say whether it is the passphrase; slow on purpose, and never true while none was set."""
    made = kept()
    return bool(made) and agrees(made, phrase)


def _place() -> Path:
    return home() / FILE_NAME
