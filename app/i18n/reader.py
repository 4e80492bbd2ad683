"""A reader: one language for the words, one country for numbers, money and dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
    get_territory_currencies,
)

from app.i18n.catalogue import translations
from app.i18n.lists import join
from methodology.project import Country, Currency, Language, Project
from methodology.record import MINOR_DIGITS
from methodology.shares import adding_up
from methodology.text import N_

REMEMBERED = 10_000  # numbers, amounts and dates already written: Babel takes 40 µs for each


@dataclass(frozen=True)
class Reader:
    """Speaks `language` and writes numbers as people in `country` do.

    Called with a message it translates; used under the name `_` so that messages are extracted.
    """

    language: Language
    country: Country
    currency: Currency

    def __call__(self, message: str) -> str:
        return translations(self.language).gettext(message) if message else ""

    def many(self, singular: str, plural: str, count: int) -> str:
        """Translate a message that depends on a count, with `{count}` written as a number."""
        found = translations(self.language).ngettext(singular, plural, count)
        return found.format(count=self.number(count))

    def number(self, value: Decimal | float, digits: int = 0, *, fixed: bool = True) -> str:
        """Write a number, rounded half up to `digits` decimals (exactly so many when `fixed`)."""
        pattern = "#,##0" + ("." + ("0" if fixed else "#") * digits if digits else "")
        return _decimal(_rounded(value, digits), pattern, self.country)

    def number_if_known(self, value: Decimal | float | None, digits: int = 0) -> str:
        """Write a number as `number` does, or n/d where there is none."""
        return self(N_("n/d")) if value is None else self.number(value, digits)

    def percent(self, share: Decimal | float, digits: int = 0, *, fixed: bool = True) -> str:
        """Write a share (0.5) as a percentage, rounded half up to `digits` decimals as `number`."""
        decimals = ("0" if fixed else "#") * digits
        return _percent(_rounded(share, digits + 2), decimals, self.country)

    def measured(self, value: Decimal | float, digits: int, unit: str) -> str:
        """Write a number of so many decimals or fewer with its unit, percentages as `percent`."""
        number = self.number(value, digits, fixed=False)
        before = _before_percent(self.country) if unit.startswith("%") else " "
        return f"{number}{before}{unit}" if unit else number

    @property
    def percent_format(self) -> str:
        """How a spreadsheet writes a share as this reader's percentage."""
        return "0 %" if _before_percent(self.country) else "0%"

    def parts(self, shares: Sequence[float | Fraction | Decimal], digits: int = 0) -> list[str]:
        """Write shares of one whole as percentages that add up to 100 as they are printed."""
        return [self.percent(float(one), digits) for one in adding_up(shares, digits)]

    def change(self, before: Decimal | float, after: Decimal | float, digits: int = 0) -> str:
        """Write how far a number moved, with its sign: the difference of both as they are printed.

        From 2.9 to 2.3 is −0.6 for whoever reads it, even where 2.85 became 2.34.
        """
        moved = _rounded(after, digits) - _rounded(before, digits)
        return ("+" if moved > 0 else "") + self.number(moved, digits)

    def money(self, minor_units: int) -> str:
        """Write an amount given in hundredths, with its currency, without cents."""
        return self.amount(self.major(minor_units))

    def amount(self, major_units: Decimal, digits: int = 0) -> str:
        """Write an amount given in major units, with its currency, rounded half up."""
        pattern = "¤ #,##0" + ("." + "0" * digits if digits else "")
        return _amount(_rounded(major_units, digits), pattern, self.currency, self.country)

    def major(self, minor_units: int) -> Decimal:
        """Return an amount given in hundredths in major units of the currency."""
        return Decimal(minor_units).scaleb(-MINOR_DIGITS)

    def minor(self, major_units: Decimal) -> int:
        """Return an amount in hundredths of the currency, rounded half up."""
        return int(_rounded(major_units.scaleb(MINOR_DIGITS), 0))

    def date(self, day: date, style: str = "long") -> str:
        """Write a date: `short` (12/6/26), `medium`, `long` (12 de junio de 2026) or `full`."""
        return _day(day, style, self.words)

    def moment(self, at: datetime) -> str:
        """Write a date and time of day to the minute, in the computer's time zone."""
        here = at.astimezone()
        return f"{self.date(here, 'medium')}, {format_time(here, 'short', locale=self.words)}"

    def join(self, words: list[str]) -> str:
        """Write a list in words: «a, b y c», so that no item can be taken for two."""
        return join(words, self.words)

    @property
    def words(self) -> Locale:
        """The conventions for dates and lists, in the reader's language."""
        return _words(self.language, self.country)

    @property
    def signs(self) -> Locale:
        """The conventions for numbers and money, the country's."""
        return _signs(self.country)

    @property
    def decimal_symbol(self) -> str:
        """The sign between whole units and decimals."""
        return get_decimal_symbol(self.signs)

    @property
    def group_symbol(self) -> str:
        """The sign between thousands."""
        return get_group_symbol(self.signs)

    @property
    def currency_sign(self) -> str:
        """How the currency is written before an amount: S/."""
        return get_currency_symbol(self.currency, self.signs)

    @property
    def currency_digits(self) -> int:
        """How many decimals the currency is written with: none for Chilean pesos."""
        return get_currency_precision(self.currency)


def reader(project: Project | None = None, language: Language | None = None) -> Reader:
    """Return the reader of a project; `language` when the person chose another for the screen."""
    if project is None:
        spoken = language or Language.SPANISH
        return Reader(spoken, _home(spoken), Currency.PEN)
    return Reader(language or project.language, project.country, project.currency)


def home_currency(country: Country) -> Currency:
    """Return the currency that people in a country use, dollars where the list has none of it."""
    territory = _signs(country).territory or ""
    known = {found.value: found for found in Currency}
    used = [known[code] for code in get_territory_currencies(territory) if code in known]
    return used[0] if used else Currency.USD


def _home(language: Language) -> Country:
    return {
        Language.SPANISH: Country.PERU,
        Language.ENGLISH: Country.UNITED_STATES,
        Language.PORTUGUESE: Country.BRAZIL,
    }[language]


@lru_cache(maxsize=REMEMBERED, typed=True)
def _rounded(value: Decimal | float, digits: int) -> Decimal:
    """Round half up to so many decimals, without the sign of a negative zero."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)


@cache
def _words(language: Language, country: Country) -> Locale:
    """The locale for names of months and lists: the country's where it speaks the language."""
    home = Locale.parse(country.value, sep="-")
    return home if home.language == language else Locale.parse(_home(language), sep="-")


@cache
def _signs(country: Country) -> Locale:
    """The locale for decimal signs, thousands and currency: always the country's."""
    return Locale.parse(country.value, sep="-")


@lru_cache(maxsize=REMEMBERED)
def _decimal(value: Decimal, pattern: str, country: Country) -> str:
    return format_decimal(value, pattern, locale=_signs(country))


@cache
def _before_percent(country: Country) -> str:
    """Return what stands between a number and the sign of percent: a fixed space, or nothing."""
    pattern = _signs(country).percent_formats[None].pattern
    return str(pattern.partition("%")[0].lstrip("#,0"))


@lru_cache(maxsize=REMEMBERED)
def _percent(share: Decimal, decimals: str, country: Country) -> str:
    signs = _signs(country)
    pattern = signs.percent_formats[None].pattern
    if decimals:
        pattern = pattern.replace("0", f"0.{decimals}")
    return format_percent(share, pattern, locale=signs)


@lru_cache(maxsize=REMEMBERED)
def _amount(value: Decimal, pattern: str, currency: Currency, country: Country) -> str:
    signs = _signs(country)
    return format_currency(value, currency, pattern, locale=signs, currency_digits=False)


@lru_cache(maxsize=REMEMBERED)
def _day(day: date, style: str, words: Locale) -> str:
    return format_date(day, style, locale=words)
