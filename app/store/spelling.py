"""Keys and codes as they are compared: what no reader sees makes no difference."""

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def spelling(text: str) -> str:
    """Return a text without capitals, doubled spaces and invisible signs, its accents composed."""
    seen = INVISIBLE.sub("", unicodedata.normalize("NFC", text)).casefold()
    return " ".join(unicodedata.normalize("NFC", seen).split())
