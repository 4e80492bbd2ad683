"""Passphrases of the project: only what argon2 makes of them is kept."""

import sqlite3

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.store import voters
from methodology.text import N_, Problem

REMOTE = "remote"  # the facilitator's own phone
FEWEST_SIGNS = 8
_HASHER = PasswordHasher()


class TooShort(Problem):
    """A passphrase that could be guessed."""

    def __init__(self) -> None:
        super().__init__(
            N_("A passphrase needs {count} signs at least. Three words do well."),
            count=FEWEST_SIGNS,
        )


def hashed(phrase: str) -> str:
    """Return what argon2 makes of a passphrase, or raise `TooShort`."""
    if len(phrase.strip()) < FEWEST_SIGNS:
        raise TooShort
    return _HASHER.hash(phrase.strip())


def agrees(made: str, phrase: str) -> bool:
    """Say whether `made` was made of a passphrase; slow on purpose."""
    try:
        return _HASHER.verify(made, phrase.strip())
    except (VerificationError, InvalidHashError, UnicodeError):
        return False


def set_passphrase(connection: sqlite3.Connection, name: str, phrase: str) -> None:
    """Keep what is made of a passphrase, inside a transaction that writes; an empty one takes
    the old one away.
    """
    if not phrase:
        connection.execute("DELETE FROM voting_secret WHERE name = ?", (name,))
        return
    voters.keep_secret(connection, name, hashed(phrase).encode())


def kept(connection: sqlite3.Connection, name: str) -> bytes:
    """Return what was made of a passphrase, empty while none was set: another for each."""
    return voters.known_secret(connection, name) or b""


def has_passphrase(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether a passphrase was set."""
    return bool(kept(connection, name))


def is_passphrase(connection: sqlite3.Connection, name: str, phrase: str) -> bool:
    """Say whether it is the passphrase; slow on purpose, and never true while none was set."""
    return agrees(kept(connection, name).decode("ascii", errors="replace"), phrase)
