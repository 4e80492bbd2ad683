"""Currencies as people tell them, by code, sign or word: in headings and beside amounts."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import get_currency_symbol

from app.exchange.folding import fold
from methodology.choice import Choice
from methodology.project import Country, Currency, Language

_SIGNS: Mapping[Currency, tuple[str, ...]] = {
    Currency.PEN: ("S/.", "S/"),
    Currency.USD: ("US$", "U$S", "U$D"),
    Currency.UYU: ("$U",),
    Currency.BRL: ("R$",),
    Currency.BOB: ("Bs.", "Bs"),
    Currency.PYG: ("Gs.", "Gs", "₲"),
    Currency.EUR: ("€",),
}
_WORDS: Mapping[Currency, tuple[str, ...]] = {
    Currency.PEN: ("soles",),
    Currency.USD: ("dolar", "dolares", "dollar", "dollars"),
    Currency.EUR: ("euro", "euros"),
    Currency.BRL: ("reais",),
    Currency.BOB: ("bolivianos",),
    Currency.CRC: ("colones",),
    Currency.GTQ: ("quetzales",),
    Currency.HNL: ("lempiras",),
    Currency.NIO: ("cordobas",),
    Currency.PYG: ("guaranies",),
    Currency.GBP: ("libras esterlinas", "pounds"),
}
_PESOS = frozenset(
    {Currency.UYU, Currency.COP, Currency.CLP, Currency.MXN, Currency.ARS, Currency.DOP}
)


class Told(NamedTuple):
    """What a text says of a currency: the sign as a person wrote it, and what that may mean."""

    sign: str
    currencies: frozenset[Currency]

    @property
    def name(self) -> Choice | str:
        """Return the currency, or the sign where several use it."""
        return next(iter(self.currencies)) if len(self.currencies) == 1 else self.sign


@cache
def signs() -> Mapping[str, frozenset[Currency]]:
    """Return codes and signs, capitals aside, with the currencies they stand for; longest first."""
    found: dict[str, set[Currency]] = {}
    for currency in Currency:
        places = (Locale.parse(place, sep="-") for place in (*Language, *Country))
        symbols = {get_currency_symbol(currency, place) for place in places}
        for sign in {*symbols, currency.value, *_SIGNS.get(currency, ())}:
            found.setdefault(sign.casefold(), set()).add(currency)
    ordered = sorted(found.items(), key=lambda one: (-len(one[0]), one[0]))
    return {sign: frozenset(currencies) for sign, currencies in ordered}


@lru_cache(maxsize=4096)
def told_in_heading(heading: str) -> Told | None:
    """Return the currency that a heading names anywhere; of several, whichever may be meant."""
    names = [found[0] for found in _named().finditer(fold(heading))]
    meant = [_meanings()[name] for name in names]
    return Told(names[0], frozenset().union(*meant)) if names else None


def told_in_amount(text: str) -> Told | None:
    """Return the currency whose code or sign stands before or after an amount."""
    bare = text.strip().lstrip("-−(").rstrip(")").strip()
    spoken = bare.casefold()
    for sign, currencies in signs().items():
        if spoken.startswith(sign):
            return Told(bare[: len(sign)], currencies)
        if spoken.endswith(sign):
            return Told(bare[-len(sign) :], currencies)
    return None


def without_currencies(folded: str, mark: str = " ") -> str:
    """Return a folded heading with `mark` where it names currencies."""
    return _named().sub(mark, folded)


@cache
def _meanings() -> Mapping[str, frozenset[Currency]]:
    """Return what headings may say; signs of a single letter mean too much else."""
    told = {sign: meant for sign, meant in signs().items() if len(sign) > 1 or not sign.isalpha()}
    words = {word: frozenset({one}) for one, spoken in _WORDS.items() for word in spoken}
    return {**told, **words, "pesos": _PESOS}


@cache
def _named() -> re.Pattern[str]:
    """Match what names a currency as a word of its own, thousands or millions aside: «MUSD»."""
    longest = sorted(_meanings(), key=lambda name: (-len(name), name))
    return re.compile(
        "|".join(f"{_before(name)}{re.escape(name)}{_after(name)}" for name in longest)
    )


def _before(name: str) -> str:
    return r"(?:(?<![a-z])|(?<=\b[km])|(?<=\bmm))" if name[0].isalpha() else ""


def _after(name: str) -> str:
    return "(?![a-z])" if name[-1].isalpha() or name[-1] in "/." else ""
