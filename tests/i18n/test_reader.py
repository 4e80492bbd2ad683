"""A reader: words in one language, numbers, money and dates as the country writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Reader, reader
from methodology.project import Country, Currency, Language, Project

DAY = date(2026, 6, 12)


def made(country=Country.PERU, language=Language.SPANISH, currency=Currency.PEN):
    return Reader(language, country, currency)


@pytest.mark.parametrize(
    ("country", "number", "share"),
    [
        (Country.PERU, "1,234,567.50", "12.5%"),
        (Country.MEXICO, "1,234,567.50", "12.5%"),
        (Country.URUGUAY, "1.234.567,50", "12,5%"),
        (Country.COLOMBIA, "1.234.567,50", "12,5%"),
        (Country.CHILE, "1.234.567,50", "12,5%"),
        (Country.BRAZIL, "1.234.567,50", "12,5%"),
        (Country.SPAIN, "1.234.567,50", "12,5\xa0%"),
        (Country.PORTUGAL, "1\xa0234\xa0567,50", "12,5%"),
        (Country.UNITED_STATES, "1,234,567.50", "12.5%"),
    ],
)
def test_numbers_and_shares_are_written_as_the_country_does(country, number, share):
    _ = made(country)

    assert _.number(Decimal("1234567.5"), 2) == number
    assert _.percent(Decimal("0.125"), 1) == share
    assert _.percent(Decimal("0.125"), 3, fixed=False) == share


def test_a_number_that_nobody_knows_is_said_to_be_missing():
    assert made(language=Language.ENGLISH).number_if_known(None, 2) == "n/d"
    assert made().number_if_known(Decimal("0.5"), 2) == made().number(Decimal("0.5"), 2)


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [("0.002", 2, "0.20%"), ("0", 1, "0.0%"), ("0.3", 1, "30.0%"), ("12.5", 0, "1,250%")],
)
def test_shares_beside_each_other_have_as_many_decimals(share, digits, shown):
    assert made(Country.UNITED_STATES).percent(Decimal(share), digits) == shown


@pytest.mark.parametrize(
    ("shares", "digits", "shown"),
    [
        ([1 / 3, 1 / 3, 1 / 3], 0, ["34%", "33%", "33%"]),
        ([4 / 9, 3 / 9, 2 / 9], 1, ["44.5%", "33.3%", "22.2%"]),  # rounded alone 99.9
        ([0.6, 0.8], 0, ["60%", "80%"]),  # no parts of one whole
        ([], 0, []),
    ],
)
def test_parts_of_a_whole_add_up_as_they_are_printed(shares, digits, shown):
    assert made(Country.UNITED_STATES).parts(shares, digits) == shown


def test_the_signs_are_the_countrys_and_the_words_the_readers():
    _ = made(Country.URUGUAY, Language.ENGLISH, Currency.UYU)

    assert _.number(1234.5, 1) == "1.234,5"
    assert _.date(DAY) == "June 12, 2026"


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.125, 2, "0.13"),
        (1.005, 2, "1.01"),
        (-0.4, 0, "0"),
        (0, 2, "0.00"),
        (12, 0, "12"),
    ],
)
def test_numbers_are_rounded_half_up(value, digits, shown):
    assert made().number(value, digits) == shown


def test_decimals_are_left_out_where_they_may_be():
    _ = made()

    assert _.number(Decimal("2.50"), 4, fixed=False) == "2.5"
    assert _.number(Decimal("2.00"), 4, fixed=False) == "2"


@pytest.mark.parametrize(
    ("country", "currency", "minor", "shown"),
    [
        (Country.PERU, Currency.PEN, 123_456_789, "S/ 1,234,568"),
        (Country.URUGUAY, Currency.UYU, 123_456_789, "$ 1.234.568"),
        (Country.CHILE, Currency.CLP, 1_234_567, "$ 12.346"),
        (Country.SPAIN, Currency.EUR, 1_234_500, "€ 12.345"),
        (Country.BRAZIL, Currency.BRL, 1_234_550, "R$ 12.346"),
        (Country.PERU, Currency.USD, 100, "USD 1"),
        (Country.PERU, Currency.PEN, -40, "S/ 0"),
    ],
)
def test_money_is_written_with_its_currency_and_without_cents(country, currency, minor, shown):
    assert made(country, currency=currency).money(minor) == shown


@given(st.integers(-(10**15), 10**15), st.sampled_from([*Currency]))
def test_minor_units_survive_the_way_to_major_units_and_back(minor, currency):
    _ = made(currency=currency)

    assert _.minor(_.major(minor)) == minor


def test_stored_amounts_are_hundredths_in_every_currency_so_that_changing_it_keeps_their_worth():
    pesos, soles = made(currency=Currency.CLP), made(currency=Currency.PEN)

    assert (pesos.currency_digits, soles.currency_digits) == (0, 2)
    assert pesos.major(120_000) == soles.major(120_000) == 1200
    assert pesos.minor(Decimal("1200.4")) == soles.minor(Decimal("1200.4")) == 120_040


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (Language.SPANISH, "12 de junio de 2026"),
        (Language.ENGLISH, "June 12, 2026"),
        (Language.PORTUGUESE, "12 de junho de 2026"),
    ],
)
def test_dates_are_written_in_the_readers_language(language, written):
    assert reader(None, language).date(DAY) == written


def test_dates_have_short_forms():
    _ = made()

    assert _.date(DAY, "short") == "12/06/26"
    assert "2026" in _.date(DAY, "medium")


def test_a_moment_is_shown_in_the_time_of_the_computer():
    at = datetime(2026, 6, 12, 15, 30, tzinfo=UTC)

    shown = made(Country.UNITED_STATES, Language.ENGLISH).moment(at)

    assert f"{at.astimezone().day}" in shown
    assert f":{at.astimezone().minute:02d}" in shown


@pytest.mark.parametrize(
    ("language", "joined"),
    [
        (Language.SPANISH, "a, b y c"),
        (Language.ENGLISH, "a, b, and c"),
        (Language.PORTUGUESE, "a, b e c"),
    ],
)
def test_lists_are_joined_in_words(language, joined):
    _ = reader(None, language)

    assert _.join(["a", "b", "c"]) == joined
    assert (_.join(["a"]), _.join([])) == ("a", "")


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["España", "Italia"], "España e Italia"),
        (["Diseño", "moda", "Innovación"], "Diseño, moda e Innovación"),
        (["madres", "hijas"], "madres e hijas"),
        (["madres", "«hijas»"], "madres e «hijas»"),
        (["agua", "hielo"], "agua y hielo"),
        (["Perú", "Yemen"], "Perú y Yemen"),
        (["carbón", "hierro"], "carbón y hierro"),
        (["A1", "A2"], "A1 y A2"),
    ],
)
def test_and_is_e_before_the_sound_of_i_in_spanish(words, joined):
    assert reader(None, Language.SPANISH).join(words) == joined


def test_and_stays_e_in_portuguese_and_and_in_english():
    words = ["Espanha", "Itália"]

    assert reader(None, Language.PORTUGUESE).join(words) == "Espanha e Itália"
    assert reader(None, Language.ENGLISH).join(words) == "Espanha and Itália"


def test_items_that_hold_a_list_of_their_own_are_parted_by_semicolons():
    _ = reader(None, Language.SPANISH)

    assert _.join(["Normas y certificación", "Talento"]) == "Normas y certificación; Talento"
    assert _.join(["Precio, plazo", "Sabor"]) == "Precio, plazo; Sabor"
    assert _.join(["Normas y certificación"]) == "Normas y certificación"


def test_the_signs_are_known_to_those_who_parse_what_people_type():
    assert (made(Country.SPAIN).decimal_symbol, made(Country.SPAIN).group_symbol) == (",", ".")
    assert (made(Country.PERU).decimal_symbol, made(Country.PERU).group_symbol) == (".", ",")


def test_a_message_without_translation_stays_english_and_nothing_stays_nothing():
    _ = made()

    assert _("A message that no catalogue has") == "A message that no catalogue has"
    assert _("") == ""


def test_a_count_chooses_singular_or_plural_and_is_written_as_a_number():
    _ = made(Country.UNITED_STATES, Language.ENGLISH)

    assert _.many("{count} thing", "{count} things", 1) == "1 thing"
    assert _.many("{count} thing", "{count} things", 1200) == "1,200 things"


def test_the_reader_of_a_project_follows_its_settings():
    project = Project(
        id=uuid4(),
        name="Quesos",
        country=Country.URUGUAY,
        currency=Currency.UYU,
        language=Language.PORTUGUESE,
    )

    assert reader(project) == Reader(Language.PORTUGUESE, Country.URUGUAY, Currency.UYU)
    assert reader(project, Language.ENGLISH).language is Language.ENGLISH
    assert reader(project, Language.ENGLISH).country is Country.URUGUAY


def test_before_there_is_a_project_the_reader_is_spanish():
    assert reader().language is Language.SPANISH
    assert reader(language=Language.PORTUGUESE).country is Country.BRAZIL


@pytest.mark.parametrize("country", [*Country])
@pytest.mark.parametrize("language", [*Language])
def test_every_country_and_language_can_be_written(country, language):
    _ = Reader(language, country, Currency.PEN)

    shown = (_.number(1234.5, 2), _.percent(0.5), _.money(1_00), _.date(DAY), _.join(["a", "b"]))

    assert all(shown)
    assert _.words.language == language
    assert _.signs.territory == country.value[3:]


def test_a_change_is_that_of_the_numbers_as_they_are_printed():
    _ = made(Country.UNITED_STATES)

    assert _.change(Decimal("2.85"), Decimal("2.34"), 1) == "-0.6"
    assert _.change(Decimal("2.26"), Decimal("2.34"), 1) == "0.0"
    assert _.change(2, 3.25, 1) == "+1.3"


@pytest.mark.parametrize(
    ("country", "unit", "shown"),
    [
        (Country.PERU, "%", "62.5%"),
        (Country.PERU, "% del acopio", "62.5% del acopio"),
        (Country.SPAIN, "%", "62,5\xa0%"),
        (Country.SPAIN, "tiendas", "62,5 tiendas"),
        (Country.PERU, "", "62.5"),
    ],
)
def test_a_percentage_typed_as_a_unit_is_written_as_the_others_are(country, unit, shown):
    assert made(country).measured(Decimal("62.50"), 4, unit) == shown


def test_a_chart_writes_percentages_as_its_country_does():
    assert made(Country.PERU).percent_format == "0%"
    assert made(Country.SPAIN).percent_format == "0 %"
