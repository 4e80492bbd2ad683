"""How wide words are, so that a figure can leave them room before anybody has drawn it.

Widths are those of Archivo at weight 600, in ems; the faces it falls back to are narrower.
"""

from functools import lru_cache
from unicodedata import normalize

WIDTHS = {
    sign: width
    for width, signs in (
        (0.0, "\u0300\u0301\u0302\u0303\u0308\u0327"),
        (0.28, " ijlI"),
        (0.34, "ft.,:;/'’|()[]-"),
        (0.38, 'r"*'),
        (0.56, "zvykscxa"),
        (0.60, "ehnuJL0123456789bdgpqo"),
        (0.68, "FTZEPSV+–"),
        (0.74, "YKXABCRUDHN&w"),
        (0.98, "OQGMmW@%…—"),
    )
    for sign in signs
}
UNKNOWN = 1.0
VOWELS = frozenset("aeiouy")
TOGETHER = (  # consonants that begin a syllable as one
    "ll", "rr", "ch", "lh", "nh", "tr", "pr", "br", "cr", "dr", "fr", "gr", "bl", "cl", "fl",
    "gl", "pl",
)  # fmt: skip
KEPT = 3  # letters that a part of a word has at least


@lru_cache(maxsize=4096)
def ems(text: str) -> float:
    """Return the width of a line, in ems."""
    return sum(WIDTHS.get(sign, UNKNOWN) for sign in normalize("NFD", text))


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """Return the lines of a text in a width in ems; no word is broken, however long."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and ems(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def parted(word: str, width: float) -> tuple[str, str]:
    """Return the start of a word that fits a width in ems, with a hyphen, and the rest.

    The rest begins as syllables of Spanish and Portuguese do: with a consonant, or two that belong
    together, before a vowel. Both are empty where the word cannot be parted.
    """
    for place in range(len(word) - KEPT, KEPT - 1, -1):
        if ems(f"{word[:place]}-") <= width and _begins_syllable(word, place):
            return f"{word[:place]}-", word[place:]
    return "", ""


def _begins_syllable(word: str, place: int) -> bool:
    near = "".join(normalize("NFD", sign)[0] for sign in word[place - 1 : place + 3].casefold())
    before, begun = near[:2], near[1:3]
    vowel = near[3:4] if begun in TOGETHER else near[2]
    return near.isalpha() and near[1] not in VOWELS and before not in TOGETHER and vowel in VOWELS


@lru_cache(maxsize=4096)
def narrowest(text: str, lines: int) -> float:
    """Return the least width, in ems, in which a text takes no more than so many lines."""
    words = text.split()
    runs = {
        ems(" ".join(words[start:end]))
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    fitting = (width for width in sorted(runs) if len(wrapped(text, width)) <= lines)
    longest = max(map(ems, words), default=0.0)
    return next((width for width in fitting if width >= longest), 0.0)


def shortened(text: str, width: float) -> str:
    """Return a text with as many of its letters as a width in ems has room for."""
    if ems(text) <= width:
        return text
    kept = text
    while kept and ems(f"{kept}…") > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"
