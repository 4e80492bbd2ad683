"""Every country a project can be in: what its people write, and that it is read back there."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.days import day_pattern, parse_day, show_day
from app.exchange.numerals import parse_number
from app.i18n import Reader
from app.i18n.reader import home_currency
from methodology.project import Country, Currency, Language

SEPTEMBER = date(2026, 9, 7)
COMMA, POINT, SPACE = ("1,234,567.50", "12.5%"), ("1.234.567,50", "12,5%"), "1\xa0234\xa0567,50"


@dataclass(frozen=True)
class Habits:
    """What people of a country write: a number, a share, their money, and a day of September."""

    number: str
    share: str
    money: str
    day: str
    long_day: str
    pattern: str = "dd/MM/yyyy"


HABITS = {
    Country.PERU: Habits(*COMMA, "S/ 1,235", "07/09/2026", "7 de setiembre de 2026"),
    Country.URUGUAY: Habits(*POINT, "$ 1.235", "07/09/2026", "7 de setiembre de 2026"),
    Country.COLOMBIA: Habits(*POINT, "$ 1.235", "07/09/2026", "7 de septiembre de 2026"),
    Country.CHILE: Habits(
        *POINT, "$ 1.235", "07-09-2026", "7 de septiembre de 2026", pattern="dd-MM-yyyy"
    ),
    Country.MEXICO: Habits(*COMMA, "$ 1,235", "07/09/2026", "7 de septiembre de 2026"),
    Country.SPAIN: Habits(
        "1.234.567,50", "12,5\xa0%", "€ 1.235", "07/09/2026", "7 de septiembre de 2026"
    ),
    Country.ARGENTINA: Habits(*POINT, "$ 1.235", "07/09/2026", "7 de septiembre de 2026"),
    Country.BOLIVIA: Habits(*POINT, "Bs 1.235", "07/09/2026", "7 de septiembre de 2026"),
    Country.COSTA_RICA: Habits(
        SPACE, "12,5%", "₡ 1\xa0235", "07/09/2026", "7 de septiembre de 2026"
    ),
    Country.DOMINICAN_REPUBLIC: Habits(
        *COMMA, "RD$ 1,235", "07/09/2026", "7 de septiembre de 2026"
    ),
    Country.ECUADOR: Habits(*POINT, "$ 1.235", "07/09/2026", "7 de septiembre de 2026"),
    Country.EL_SALVADOR: Habits(*COMMA, "$ 1,235", "07/09/2026", "7 de septiembre de 2026"),
    Country.GUATEMALA: Habits(*COMMA, "Q 1,235", "07/09/2026", "7 de septiembre de 2026"),
    Country.HONDURAS: Habits(*COMMA, "L 1,235", "07/09/2026", "07 de septiembre de 2026"),
    Country.NICARAGUA: Habits(*COMMA, "C$ 1,235", "07/09/2026", "7 de septiembre de 2026"),
    Country.PANAMA: Habits(
        *COMMA, "USD 1,235", "09/07/2026", "7 de septiembre de 2026", pattern="MM/dd/yyyy"
    ),
    Country.PARAGUAY: Habits(*POINT, "Gs. 1.235", "07/09/2026", "7 de septiembre de 2026"),
    Country.BRAZIL: Habits(*POINT, "R$ 1.235", "07/09/2026", "7 de setembro de 2026"),
    Country.PORTUGAL: Habits(SPACE, "12,5%", "€ 1\xa0235", "07/09/2026", "7 de setembro de 2026"),
    Country.UNITED_STATES: Habits(
        *COMMA, "$ 1,235", "09/07/2026", "September 7, 2026", pattern="MM/dd/yyyy"
    ),
    Country.UNITED_KINGDOM: Habits(*COMMA, "£ 1,235", "07/09/2026", "7 September 2026"),
}
MONEY = {
    Country.PERU: Currency.PEN,
    Country.URUGUAY: Currency.UYU,
    Country.COLOMBIA: Currency.COP,
    Country.CHILE: Currency.CLP,
    Country.MEXICO: Currency.MXN,
    Country.SPAIN: Currency.EUR,
    Country.ARGENTINA: Currency.ARS,
    Country.BOLIVIA: Currency.BOB,
    Country.COSTA_RICA: Currency.CRC,
    Country.DOMINICAN_REPUBLIC: Currency.DOP,
    Country.ECUADOR: Currency.USD,
    Country.EL_SALVADOR: Currency.USD,
    Country.GUATEMALA: Currency.GTQ,
    Country.HONDURAS: Currency.HNL,
    Country.NICARAGUA: Currency.NIO,
    Country.PANAMA: Currency.USD,
    Country.PARAGUAY: Currency.PYG,
    Country.BRAZIL: Currency.BRL,
    Country.PORTUGAL: Currency.EUR,
    Country.UNITED_STATES: Currency.USD,
    Country.UNITED_KINGDOM: Currency.GBP,
}
everywhere = pytest.mark.parametrize("country", [*Country])
countries = st.sampled_from([*Country])


def at_home(country):
    """Return a reader who speaks the country's language and counts in its money."""
    return Reader(Language(country.value[:2]), country, MONEY[country])


def test_every_country_has_its_habits_written_down():
    assert {*HABITS} == {*MONEY} == {*Country}


@everywhere
def test_the_money_offered_first_is_what_people_pay_with(country):
    assert home_currency(country) is MONEY[country]


@everywhere
def test_a_number_is_grouped_and_cut_by_the_signs_of_the_country(country):
    assert at_home(country).number(Decimal("1234567.5"), 2) == HABITS[country].number


@everywhere
def test_a_share_is_a_percentage_as_the_country_writes_it(country):
    assert at_home(country).percent(Decimal("0.125"), 1) == HABITS[country].share


@everywhere
def test_an_amount_has_the_sign_of_the_money_before_it_and_no_cents(country):
    written = at_home(country).money(123_456)

    assert written.replace("\xa0", " ") == HABITS[country].money.replace("\xa0", " ")


@everywhere
def test_a_debt_has_its_sign_before_that_of_the_money(country):
    _ = at_home(country)

    assert _.money(-123_456) == "-" + _.money(123_456)


@everywhere
def test_a_day_in_digits_stands_in_the_order_of_the_country(country):
    _ = at_home(country)

    assert (day_pattern(_), show_day(SEPTEMBER, _)) == (
        HABITS[country].pattern,
        HABITS[country].day,
    )


@everywhere
def test_a_day_in_words_is_said_as_the_country_says_it(country):
    assert at_home(country).date(SEPTEMBER) == HABITS[country].long_day


@everywhere
def test_a_day_in_words_is_read_back(country):
    _ = at_home(country)

    assert parse_day(_.date(SEPTEMBER), _) == SEPTEMBER


@everywhere
@pytest.mark.parametrize("language", [*Language])
def test_the_words_are_the_readers_wherever_the_cluster_is(country, language):
    month = {Language.SPANISH: "tiembre", Language.ENGLISH: "September"}.get(language, "setembro")

    written = Reader(language, country, MONEY[country]).date(SEPTEMBER)

    assert month in written


@everywhere
@pytest.mark.parametrize("language", [*Language])
def test_the_signs_are_the_countrys_whatever_the_language(country, language):
    _ = Reader(language, country, MONEY[country])

    assert _.number(Decimal("1234567.5"), 2) == HABITS[country].number
    assert _.percent(Decimal("0.125"), 1) == HABITS[country].share
    assert show_day(SEPTEMBER, _) == HABITS[country].day


@everywhere
def test_the_sign_of_decimals_is_not_that_of_thousands(country):
    _ = at_home(country)

    assert {_.decimal_symbol} & {_.group_symbol, ""} == set()
    assert HABITS[country].number[-3] == _.decimal_symbol
    assert HABITS[country].number[1] == _.group_symbol


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    ),
    countries,
)
def test_a_number_written_is_read_back(value, country):
    _ = at_home(country)

    assert parse_number(_.number(value, 3), _) == value


@given(st.integers(-(10**10), 10**10), countries)
def test_an_amount_written_with_its_currency_is_read_back(units, country):
    _ = at_home(country)

    assert parse_number(_.amount(Decimal(units)), _, whole=True) == units


@given(st.integers(-(10**12), 10**12), countries)
def test_an_amount_with_cents_is_read_back_to_the_cent(minor, country):
    _ = at_home(country)

    assert _.minor(parse_number(_.amount(_.major(minor), 2), _)) == minor


@given(st.integers(-9999, 9999), countries)
def test_a_percentage_written_is_read_back_as_the_hundred_it_is_of(thousandths, country):
    _ = at_home(country)
    share = Decimal(thousandths).scaleb(-3)

    assert parse_number(_.percent(share, 1), _) == share * 100


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), countries)
def test_a_day_written_is_read_back_short_or_long(day, country):
    _ = at_home(country)

    written = {style: _.date(day, style) for style in ("short", "medium", "long")}

    assert {style: parse_day(text, _) for style, text in written.items()} == dict.fromkeys(
        written, day
    )


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**6))
def test_rounding_is_half_up_and_never_more_than_half_a_unit(value):
    _ = at_home(Country.UNITED_STATES)

    shown = Decimal(_.number(value, 2).replace(",", ""))

    assert abs(shown - value) <= Decimal("0.005")
    assert shown >= value - Decimal("0.004999999")


@everywhere
def test_the_smallest_debt_that_rounds_away_is_written_without_a_sign(country):
    _ = at_home(country)

    assert _.number(Decimal("-0.4")) == "0"
    assert _.percent(Decimal("-0.0001")).rstrip("%\xa0") == "0"
    assert "-" not in _.money(-49)
    assert "-" in _.money(-50)


@pytest.mark.parametrize(
    ("country", "symbol", "other"),
    [
        (Country.PERU, "S/", "USD"),
        (Country.URUGUAY, "$", "USD"),
        (Country.MEXICO, "$", "USD"),
        (Country.CHILE, "$", "USD"),
        (Country.ARGENTINA, "$", "USD"),
    ],
)
def test_dollars_are_told_from_the_countrys_own_pesos(country, symbol, other):
    own, dollars = at_home(country), Reader(Language.SPANISH, country, Currency.USD)

    assert own.money(100).split()[0] == symbol
    assert dollars.money(100).split()[0] in {other, "US$"}
