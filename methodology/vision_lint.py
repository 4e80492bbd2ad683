"""What a vision should be: short, about the chosen options, dated, measurable, not boastful.

House conventions, shown beside the text while it is drafted. Words are read without accents or
case; an option counts as named when its code or every longer word of its name is there, whatever
the ending. A code of one letter is also a word: it has to stand after «option» or in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from methodology.choice import Choice
from methodology.options import StrategicOption
from methodology.project import Language
from methodology.text import N_, Remark

MOST_WORDS = 60
MOST_SUPERLATIVES = 1
SHORT_WORD, ENDING, LEAST_STEM = 4, 2, 4  # letters

_WORD = re.compile(r"\w+")
_COUNTED = (  # a plural behind a number, unless it is a name, an article, an adverb or a verb
    r" (?-i:(?![A-ZÁÉÍÓÚÂÊÔÑ]))"
    r"(?!(?:los|las|os|as|sus|seus|suas|mas|menos|mais|nos|tres|seis|unos|unas|todos|todas"
    r"|es|is|was|has|its|this|thus)\b)(?!\w+mos\b)\w+s\b"
)
_UNIT = "kg|km|ha|t|l|m"
_YEAR = re.compile(  # not «2050 ha», unless it is the verb: «en 2050 ha»
    r"\b(?:(?<=en )|(?<=em )|(?<=in ))2[01]\d[1-9]\b"
    rf"|\b(?:(?<=en )|(?<=em )|(?<=in )|(?<=al ))2[01]\d\d\b(?!{_COUNTED})"
    rf"|\b2[01]\d\d\b(?!{_COUNTED}| ?(?:{_UNIT})\b| ?%)",
    re.IGNORECASE,
)
_NUMBER = re.compile(  # no digits of a code: O1, O-1, B2B
    rf"(?<!\w)(?<![^\W\d_][-.])\d+(?:[.,]\d+)*(?=(?:{_UNIT})?\b)"
)


class Rule(Choice):
    """One thing that a vision is held to."""

    SHORT = "short", N_("At most 60 words")
    OPTIONS = "options", N_("Names every chosen option")
    YEAR = "year", N_("Says by which year")
    MEASURABLE = "measurable", N_("Says something that can be measured")
    MODEST = "modest", N_("At most one superlative")


@dataclass(frozen=True)
class Finding:
    """How a text stands under one rule, in numbers or words."""

    rule: Rule
    is_met: bool
    detail: Remark


def lint(
    text: str, chosen: Iterable[StrategicOption], language: Language = Language.SPANISH
) -> tuple[Finding, ...]:
    """Return how a text stands under each rule, in the order of the rules."""
    return (
        _short(text),
        _options(text, chosen),
        _year(text),
        _measurable(text, language),
        _modest(text, language),
    )


def count_words(text: str) -> int:
    """Return how many words a text has: whatever stands between spaces and holds a letter or digit.

    «co-financed» and «2,5» are one word each; a dash between spaces is none.
    """
    return sum(bool(_WORD.search(part)) for part in text.split())


def is_named(option: StrategicOption, text: str) -> bool:
    """Say whether a text names an option: by its code, or by every longer word of its name."""
    if option.code and _code(option.code).search(text):
        return True
    said = set(_WORD.findall(_plain(text)))
    wanted = [word for word in _WORD.findall(_plain(option.name)) if len(word) >= SHORT_WORD]
    if not wanted:
        return _plain(option.name) in _plain(text)
    return all(any(word.startswith(_stem(each)) for word in said) for each in wanted)


def years(text: str) -> tuple[str, ...]:
    """Return the years of this century and the next that a text names."""
    return tuple(_YEAR.findall(text))


def measures(text: str, language: Language = Language.SPANISH) -> tuple[str, ...]:
    """Return what can be measured in a text: numbers that are no years, and words for them."""
    rest = _YEAR.sub(" ", text)
    return (*_NUMBER.findall(rest), *_AMOUNTS[language].findall(_plain(rest)))


def superlatives(text: str, language: Language = Language.SPANISH) -> tuple[str, ...]:
    """Return the superlatives of a text, as they stand in it.

    An article may serve several: «the best and largest» are two.
    """
    said = normalize("NFC", text)
    rest = _LIMITS.sub(lambda limit: ";" * len(limit.group()), _plain(said))
    return tuple(said[first:last] for first, last in _in_rows(rest, language))


def _in_rows(text: str, language: Language) -> Iterator[tuple[int, int]]:
    for first in _SUPERLATIVES[language].finditer(text):
        yield first.span()
        found = _NEXT[language].match(text, first.end())
        while found:
            yield found.span("more")
            found = _NEXT[language].match(text, found.end())


def _short(text: str) -> Finding:
    count = count_words(text)
    return Finding(
        Rule.SHORT, 0 < count <= MOST_WORDS, Remark(N_("Words: {count}."), {"count": count})
    )


def _options(text: str, chosen: Iterable[StrategicOption]) -> Finding:
    wanted = [*chosen]
    if not wanted:
        return Finding(Rule.OPTIONS, False, Remark(N_("No option has been chosen yet.")))
    missing = tuple(option.name for option in wanted if not is_named(option, text))
    if missing:
        return Finding(
            Rule.OPTIONS, False, Remark(N_("Not named: {options}."), {"options": missing})
        )
    return Finding(
        Rule.OPTIONS, True, Remark(N_("Chosen options named: {count}."), {"count": len(wanted)})
    )


def _year(text: str) -> Finding:
    found = years(text)
    if not found:
        return Finding(Rule.YEAR, False, Remark(N_("No year is named.")))
    return Finding(Rule.YEAR, True, Remark(N_("It names {years}."), {"years": found}))


def _measurable(text: str, language: Language) -> Finding:
    found = measures(text, language)
    if not found:
        remark = Remark(N_("There is no number besides the year."))
        return Finding(Rule.MEASURABLE, False, remark)
    return Finding(Rule.MEASURABLE, True, Remark(N_("It says {amounts}."), {"amounts": found}))


def _modest(text: str, language: Language) -> Finding:
    found = superlatives(text, language)
    if not found:
        return Finding(Rule.MODEST, True, Remark(N_("There is none.")))
    return Finding(
        Rule.MODEST,
        len(found) <= MOST_SUPERLATIVES,
        Remark(N_("It says {superlatives}."), {"superlatives": found}),
    )


def _plain(text: str) -> str:
    """Return a text in small letters without accents, letter for letter."""
    return "".join(normalize("NFD", sign.lower())[0] for sign in normalize("NFC", text))


def _code(code: str) -> re.Pattern[str]:
    """Return what finds the code of an option as a whole; one without digits as it is written."""
    if len(code) == 1 and code.isalpha():
        named = r"(?i:opci[oó]n(?:es)?|op[cç](?:[aã]o|[oõ]es)|options?)(?:,? (?:and|\w))*"
        return re.compile(rf"\b{named},? {code}\b|[(«“\"]{code}[)»”\"]")
    has_digit = any(sign.isdigit() for sign in code)
    whole = rf"(?<!\w)(?<![^\W\d_][-.]){re.escape(code)}(?!\w)(?![-.]\d)"
    return re.compile(whole, re.IGNORECASE if has_digit else 0)


def _stem(word: str) -> str:
    return word[: max(LEAST_STEM, len(word) - ENDING)]


def _pattern(*forms: str) -> re.Pattern[str]:
    """Return what finds any of some forms as whole words; forms hold no groups of their own."""
    return re.compile("|".join(rf"\b(?:{form})\b" for form in forms))


_AMOUNTS: Mapping[Language, re.Pattern[str]] = {
    Language.SPANISH: _pattern(
        "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta",
        "cincuenta|cien|cientos|mil|miles|millon|millones|doble|triple|mitad|tercio",
        r"(?:duplic|triplic)(?:ar|a|an|ara|aran|ado|ada|amos|aremos)",
    ),
    Language.PORTUGUESE: _pattern(
        "dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta|quarenta",
        "cinquenta|cem|centenas|mil|milhares|milhao|milhoes|dobro|triplo|metade|terco",
        r"(?:dobr|duplic|triplic)(?:ar|a|am|ara|arao|ado|ada|amos|aremos)",
    ),
    Language.ENGLISH: _pattern(
        "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty",
        "hundreds?|thousands?|millions?|half|third|quarter",
        r"(?:double|triple)[sd]?",
    ),
}
_LIMITS = _pattern(  # they bound an amount and praise nothing
    r"(?:al|a lo|por lo|cuando|ao|pelo) menos|(?:como|no) (?:minimo|maximo)|a lo mas",
    r"(?:mas|menos|mais) (?:de|del|do|da|que)|at (?:least|most)",
)
_NO_SUPERLATIVES = "(?!forest|west|interest|harvest|honest|modest|guest|quest|request|test|contest)"
_SUPERLATIVES: Mapping[Language, re.Pattern[str]] = {
    Language.SPANISH: _pattern(
        r"(?:el|la|lo|los|las|del|al) (?:\w+ ){0,2}?(?:mas|menos|mejor|mejores|mayor|mayores)",
        r"\w{3,}isim[oa]s?",
        r"lider(?:es)?",
        r"(?:numero uno|maxim[oa]s?|inigualables?|insuperables?)",
    ),
    Language.PORTUGUESE: _pattern(
        r"(?:o|a|os|as|do|da|dos|das|ao|no|na) (?:\w+ ){0,2}?"
        r"(?:mais|menos|melhor|melhores|maior|maiores)",
        r"\w{3,}issim[oa]s?",
        r"lider(?:es)?",
        r"(?:numero um|maxim[oa]s?|inigualave(?:l|is)|insuperave(?:l|is))",
    ),
    Language.ENGLISH: _pattern(
        rf"the (?:\w+ )?{_NO_SUPERLATIVES}\w{{2,}}est",
        r"the (?:\w+ ){0,2}?(?:most|least|best|leading|top|greatest)",
        r"(?:number one|leaders?|unrivalled|unmatched)",
    ),
}
_NEXT: Mapping[Language, re.Pattern[str]] = {  # without an article of its own
    Language.SPANISH: re.compile(
        r"(?:(?<=mas)(?: \w+)?|(?<=menos)(?: \w+)?|)(?:,| y| e)"
        r" (?P<more>mas|menos|mejor(?:es)?|mayor(?:es)?)\b"
    ),
    Language.PORTUGUESE: re.compile(
        r"(?:(?<=mais)(?: \w+)?|(?<=menos)(?: \w+)?|)(?:,| e)"
        r" (?P<more>mais|menos|melhor(?:es)?|maior(?:es)?)\b"
    ),
    Language.ENGLISH: re.compile(
        r"(?:(?<=most)(?: \w+)?|(?<=least)(?: \w+)?|)(?:,? and|,)"
        rf" (?P<more>most|best|leading|greatest|{_NO_SUPERLATIVES}\w{{2,}}est)\b"
    ),
}
