"""Who votes: codes of cards, and the keyed hashes under which ballots are kept.

A card's code is derived from a secret of the project, the card and its issue, and is stored
nowhere. The key of a ballot is derived from a secret of its turn, forgotten when that is sealed.
"""

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from methodology.rounds import VoterCard

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none looks like another
CODE_SIGNS = 16  # of 5 bits: 80 bits
KEY_BYTES = 16
SECRET_BYTES = 32
RECEIPT_SIGNS = 6
CARDS, DEVICES, PHONES = "cards", "devices", "phones"
CHANCE_BYTES, CHANCE_SIGNS = 9, 12  # of a phone's name, which its seal follows
SEAL_SIGNS = 10  # of 5 bits
_READ_AS = str.maketrans("OIL", "011")
_BYTE_SIGNS = SIGNS.encode("ascii") * (256 // len(SIGNS))  # a sign for each byte, all as often


def secret(connection: sqlite3.Connection, name: str) -> bytes:
    """Return a secret of the project, made at its first use: inside a transaction that writes."""
    made = secrets.token_bytes(SECRET_BYTES)
    connection.execute("INSERT OR IGNORE INTO voting_secret VALUES (?, ?)", (name, made))
    return known_secret(connection, name) or made


def known_secret(connection: sqlite3.Connection, name: str) -> bytes | None:
    """Return a secret of the project, None before its first use."""
    row = connection.execute("SELECT value FROM voting_secret WHERE name = ?", (name,)).fetchone()
    return bytes(row[0]) if row else None


def keep_secret(connection: sqlite3.Connection, name: str, value: bytes) -> None:
    """Put a value in the place of a secret."""
    connection.execute("INSERT OR REPLACE INTO voting_secret VALUES (?, ?)", (name, value))


def codes(key: bytes, cards: Iterable[VoterCard]) -> dict[UUID, str]:
    """Return the code printed on each card that is not void, by the card's id."""
    return {card.id: code(key, card) for card in cards if not card.is_void}


def code(key: bytes, card: VoterCard) -> str:
    """Return the code of a card in four groups: `7GJ2-4K0M-…`; another issue has another code."""
    told = _signs(_digest(key, f"{card.id}:{card.issue}"), CODE_SIGNS)
    return "-".join(told[place : place + 4] for place in range(0, CODE_SIGNS, 4))


def plain_code(typed: str) -> str:
    """Return a code as typed by a person in the one form that codes are compared in."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return kept.translate(_READ_AS)[: CODE_SIGNS * 2]


def device(key: bytes) -> str:
    """Return a name for a new phone, sealed: whoever has one has been given it here."""
    made = secrets.token_urlsafe(CHANCE_BYTES)
    return made + _seal(key, made)


def is_device(key: bytes, name: str) -> bool:
    """Say whether a name was given to a phone here, and not made up."""
    return hmac.compare_digest(name[CHANCE_SIGNS:], _seal(key, name[:CHANCE_SIGNS]))


def vouched(key: bytes, device: str) -> str:
    """Return what a phone keeps once it gave the facilitator's passphrase: good for it alone."""
    return _seal(key, f"facilitator:{device}")


def of_card(card: UUID) -> str:
    """Return what names the voter with a card, whichever phone it is used on."""
    return f"c:{card}"


def of_device(device: str) -> str:
    """Return what names the voter on a phone, where no cards are asked for."""
    return f"d:{device}"


def turn_key(connection: sqlite3.Connection, asked: str, turn: int) -> bytes:
    """Return the secret of a turn, made at its first use: inside a transaction that writes."""
    if known := known_turn_key(connection, asked, turn):
        return known
    made = secrets.token_bytes(SECRET_BYTES)
    connection.execute("INSERT INTO ballot_key VALUES (?, ?, ?)", (asked, turn, made))
    return made


def known_turn_key(connection: sqlite3.Connection, asked: str, turn: int) -> bytes | None:
    """Return the secret of a turn, None before the first ballot and once it is forgotten."""
    chosen = "SELECT key FROM ballot_key WHERE round = ? AND turn = ?"
    row = connection.execute(chosen, (asked, turn)).fetchone()
    return bytes(row[0]) if row else None


def voter_key(key: bytes, voter: str) -> bytes:
    """Return the key that a voter's ballot of a turn is kept under."""
    return _keyed(key, voter)[:KEY_BYTES]


def key_and_receipt(key: bytes, voter: str, seq: int) -> tuple[bytes, str]:
    """Return the key of a voter's ballot, and the short code that says the ballot was kept.

    It is the same one for the same ballot; it comes from the half of the hash that is kept nowhere.
    """
    found = _keyed(key, voter)
    return found[:KEY_BYTES], _told(found[KEY_BYTES:], b"%d" % seq, RECEIPT_SIGNS)


def note_presence(connection: sqlite3.Connection, voter: str, card: UUID | None, day: date) -> None:
    """Keep that somebody joined on a day, once however often they come back."""
    kept = voter_key(secret(connection, DEVICES), voter)
    row = (day.isoformat(), kept, str(card) if card else None)
    connection.execute("INSERT OR IGNORE INTO presence VALUES (?, ?, ?)", row)


def _seal(key: bytes, made: str) -> str:
    return _told(key, made.encode(), SEAL_SIGNS)


def _told(key: bytes, found: bytes, count: int) -> str:
    """Return a keyed hash in so many signs of 5 bits."""
    told = hashlib.blake2b(found, key=key, digest_size=count).digest()
    return told.translate(_BYTE_SIGNS).decode("ascii")


def _keyed(key: bytes, voter: str) -> bytes:
    """Return the keyed hash of a voter; BLAKE2 waits for no lock that another thread holds."""
    return hashlib.blake2b(voter.encode(), key=key, digest_size=2 * KEY_BYTES).digest()


def _digest(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), hashlib.sha256)


def _signs(digest: bytes, count: int) -> str:
    number = int.from_bytes(digest[-count:], "big")
    return "".join([SIGNS[(number >> (5 * place)) & 31] for place in range(count)])
