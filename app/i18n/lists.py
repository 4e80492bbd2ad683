"""Lists in words, as each language writes them: «a, b y c», «España e Italia», «a y b; c y d»."""

import re

from babel import Locale
from babel.lists import format_list

AND = re.compile(r" (?:y|e|o|u|and|or|&|ou) |[,;]")
LIKE_I = re.compile(r"[\W_]*(?:[ií]|h[ií](?![aeáéoó])|y(?![aeiouáéíóú]))", re.IGNORECASE)


def join(words: list[str], locale: Locale) -> str:
    """Write a list; semicolons part its items where one of them holds a list of its own."""
    if len(words) > 1 and any(map(AND.search, words)):
        return "; ".join(words)
    told = format_list(words, locale=locale)
    if locale.language == "es" and len(words) > 1 and LIKE_I.match(words[-1]):
        return f"{told[: -len(words[-1])].removesuffix(' y ')} e {words[-1]}"
    return told
