"""Codes and names as people read them: both together, FC2 before FC10, Ébano before Fresno."""

import re
from functools import lru_cache
from typing import Protocol
from unicodedata import combining, normalize

REMEMBERED = 10_000  # codes and names already placed: the same ones are sorted again and again

_DIGITS = re.compile(r"(\d+)")


class Coded(Protocol):
    """Whatever has a code, which may be empty, and a name."""

    @property
    def code(self) -> str:
        """The short stable code."""

    @property
    def name(self) -> str:
        """What it is called."""


Place = tuple[bool, tuple[tuple[str, int], ...], str]


def titled(record: Coded) -> str:
    """Return code and name, as a list calls it; the name alone where it has no code."""
    return f"{record.code} {record.name}".strip()


def code_order(record: Coded) -> Place:
    """Return where a record stands among its kind: by its code, those without one by name, last."""
    return code_place(record.code, record.name)


@lru_cache(maxsize=REMEMBERED)
def code_place(code: str, name: str = "") -> Place:
    """Return where something with this code stands, with this name where it has no other."""
    parts = _DIGITS.split(code.casefold())
    pairs = zip(parts[::2], [*parts[1::2], "-1"], strict=True)
    return not code, tuple((word, int(number)) for word, number in pairs), name


@lru_cache(maxsize=REMEMBERED)
def name_place(name: str) -> tuple[str, str]:
    """Return where a name stands in a list: capitals and accents aside, Ébano before Fresno."""
    plain = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return plain.casefold(), name
