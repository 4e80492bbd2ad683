"""Words taken out of texts: a person's name, addresses and numbers, however they are written."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

GONE = "[…]"
LEAST_DIGITS = 6
_LOCAL_DIGITS = 9
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_BETWEEN = r"[\s_.,\-]+"  # «Juan Pérez», «Pérez, Juan», «juan_perez»
_MARKS = "[\u0300-\u036f]"
_FIXED = re.compile(r"[0-9a-fA-F-]{32,}|\d{4}-\d\d-\d\d([T ].*)?")


_PLACES = ("San", "Santa", "Santo", "São", "La", "El", "Los", "Las", "Villa", "Puerto", "Río")
_NO_PLACE = "".join(rf"(?<!\b{place} )" for place in _PLACES)  # «Santa Ana», «La Victoria»


class Scrubber:
    """Takes the given words out of any text; whole words only, in any case and spacing.

    A first name alone goes where it is written as a name and is not part of a place's: «luz» and
    «Santa Ana» stay. `finds` tells of those too, so that a person can look.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted({word.strip() for word in words if word.strip()}))
        found = sorted((_pattern(word) for word in self.words), key=len, reverse=True)
        self._pattern = re.compile("|".join(found) or r"(?!)", re.IGNORECASE)
        careful = [pattern for word in self.words for pattern in _careful(word)]
        careful.sort(key=len, reverse=True)
        self._careful = re.compile("|".join(careful) or r"(?!)", re.IGNORECASE)

    def finds(self, text: str) -> bool:
        """Say whether one of the words stands in the text."""
        return self.place(text) is not None

    def place(self, text: str) -> int | None:
        """Return where the first of the words begins in the text, None without any."""
        found = None if _FIXED.fullmatch(text) else self._pattern.search(text)
        return found.start() if found else None

    def scrub(self, text: str) -> str:
        """Return the text with a sign in place of each of the words.

        JSON stays JSON: its strings are scrubbed one by one. Dates and ids stay as they are.
        """
        if text[:1] in ("{", "[", '"'):
            try:
                value = json.loads(text)
            except ValueError:
                return self._scrub(text)
            scrubbed = self.scrub_value(value)
            return text if scrubbed == value else _dumped(scrubbed, text)
        return self._scrub(text)

    def scrub_value(self, value: Any) -> Any:
        """Return a JSON value with every string in it scrubbed; keys that are one word stay."""
        if isinstance(value, str):
            return self.scrub(value)
        if isinstance(value, list):
            return [self.scrub_value(part) for part in value]
        if isinstance(value, dict):
            return {self._scrub_key(key): self.scrub_value(part) for key, part in value.items()}
        return value

    def _scrub_key(self, key: str) -> str:
        return self._scrub(key) if " " in key or "@" in key else key

    def _scrub(self, text: str) -> str:
        return text if _FIXED.fullmatch(text) else self._careful.sub(GONE, text)


def _dumped(value: Any, like: str) -> str:
    """Write JSON in the manner of an existing text."""
    compact = (",", ":") if '": ' not in like else None
    return json.dumps(value, ensure_ascii=like.isascii(), separators=compact)


def _pattern(word: str) -> str:
    digits = re.sub(r"\D", "", word)
    if len(digits) >= LEAST_DIGITS and not re.search(r"[^\W\d_]", word):
        return _number(digits)
    parts = [_spelling(part) for part in word.split()]
    orders = (parts[place:] + parts[:place] for place in range(len(parts)))
    return _START + "(?:" + "|".join(_BETWEEN.join(order) for order in orders) + ")" + _END


def _careful(word: str) -> tuple[str, ...]:
    """Return the patterns that take a word out and leave what only looks like it."""
    whole = _pattern(word)
    if not word.isalpha():
        return (whole,)
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    forms = {*(f(form) for f in (str, str.title, str.upper) for form in (word, bare))}
    named = "|".join(re.escape(form) for form in sorted(forms - {word.lower(), bare.lower()}))
    return rf"\A\s*{whole}\s*\Z", rf"{_NO_PLACE}{_START}(?-i:{named}){_END}"


def _number(digits: str) -> str:
    """Match a telephone number with or without signs between digits and country code."""
    gap = r"[\s().\-/]*"
    code, local = digits[:-_LOCAL_DIGITS], digits[-_LOCAL_DIGITS:]
    prefix = rf"(?:\+?{gap.join(code)}{gap})?" if code else ""
    return rf"{_START}\(?(?:\+\d{{1,3}}{gap})?{prefix}{gap.join(local)}{_END}"


def _spelling(part: str) -> str:
    """Match a word with or without its accents, composed or not."""
    bases = unicodedata.normalize("NFD", part)
    letters = (char for char in bases if not unicodedata.combining(char))
    return "".join(f"[{_VARIANTS.get(char.lower(), re.escape(char))}]{_MARKS}*" for char in letters)


def _variants() -> dict[str, str]:
    found: dict[str, str] = {}
    for char in map(chr, range(0x61, 0x180)):
        base = unicodedata.normalize("NFD", char)[0].lower()
        if char.isalpha() and base.isascii() and base.isalpha():
            found[base] = found.get(base, "") + char
    return found


_VARIANTS = _variants()
