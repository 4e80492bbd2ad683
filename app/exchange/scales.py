"""Thousands and millions in headings: «Ventas (miles S/)», «Facturación en miles», «M€»."""

import re
from functools import cache

from app.exchange.currencies import without_currencies
from app.exchange.folding import fold
from methodology.record import Attribute

_ASIDE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORDS = (  # the longest first: «miles de millones» are no thousands
    (1_000_000_000, r"mil(?:es)? (?:de )?millones|mil milhoes|bilhoes|billions?|bn"),
    (1_000_000, r"millon(?:es)?|millions?|milhoes|mill|mm|mln"),
    (1_000, r"miles|mil|thousands?|milhares|000s?"),
)
_LETTERS = ((1_000_000, "mm|m"), (1_000, "k"))  # before a currency alone: «k€», «MUSD»
_OF_EACH = r"(?<!por )(?<!per )(?<!cada )"  # a rate is no scale: «por mil habitantes»
_CHILEAN = re.compile(r"\bm ?\$")  # there M$ are thousands of pesos and MM$ millions
_CURRENCY = "¤"


def is_counted(attribute: Attribute) -> bool:
    """Say whether a field holds numbers that a heading may give in thousands."""
    return attribute.kind.is_number and not attribute.is_year


@cache
def scale_of(heading: str) -> int:
    """Return what the numbers below a heading count in, 1 where it does not say.

    In brackets a word is enough; outside it has to follow what is counted, so that «Miles de
    ventas» are not thousands.
    """
    folded = fold(heading)
    if _CHILEAN.search(folded):
        return 1_000
    asides = " ; ".join(one or other for one, other in _ASIDE.findall(folded))
    outside = re.sub(r"^\W*\w+", "", _ASIDE.sub(" ", folded))
    marked = _marked(f"{asides} ; {outside}")
    for scale, pattern in _patterns():
        if pattern.search(marked):
            return scale
    return 1


def without_scales(folded: str) -> str:
    """Return a folded heading without the words that say what it counts in, and currencies."""
    first, space, rest = folded.partition(" ")
    marked = _marked(f"{space}{rest}")
    for _scale, pattern in _patterns():
        marked = pattern.sub(" ", marked)
    bare = without_currencies(first) + marked.replace(_CURRENCY, " ")
    return re.sub(r"(?:\s(?:en|em|in|de|of|a))+\s*$", "", " ".join(bare.split()))


def _marked(folded: str) -> str:
    return re.sub(r"\s+", " ", without_currencies(folded, _CURRENCY))


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    words = [(scale, rf"\b{_OF_EACH}(?:{told})\b") for scale, told in _WORDS]
    letters = [(scale, rf"\b(?:{told}) ?(?={_CURRENCY})") for scale, told in _LETTERS]
    return tuple((scale, re.compile(pattern)) for scale, pattern in (*words, *letters))
