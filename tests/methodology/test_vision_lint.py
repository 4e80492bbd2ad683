"""The rules for a vision, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.project import Language
from methodology.vision_lint import (
    Rule,
    count_words,
    is_named,
    lint,
    measures,
    superlatives,
    years,
)
from tests.options import option

BRAND = option("O1", name="Marca de origen en tiendas")
GOOD = (
    "En 2031 los quesos de la Sierra Alta se venden con una marca de origen en 200 tiendas "
    "especializadas del país, con la misma calidad en cada lote."
)
ES, EN, PT = Language.SPANISH, Language.ENGLISH, Language.PORTUGUESE


def failed(text, chosen=(BRAND,), language=ES):
    return [one.rule for one in lint(text, chosen, language) if not one.is_met]


def test_a_good_vision_passes_every_rule():
    assert failed(GOOD) == []
    assert [one.rule for one in lint(GOOD, [BRAND])] == [*Rule]


def test_an_empty_text_fails_all_but_modesty():
    assert failed("") == [Rule.SHORT, Rule.OPTIONS, Rule.YEAR, Rule.MEASURABLE]


@pytest.mark.parametrize(("count", "wanted"), [(59, []), (60, []), (61, [Rule.SHORT])])
def test_sixty_words_are_allowed_and_sixty_one_are_not(count, wanted):
    text = " ".join([*["queso"] * (count - 6), "O1", "2031", "200", "tiendas", "más", "menos"])

    assert failed(text) == wanted


@given(st.lists(st.text("abcñé", min_size=1), min_size=1, max_size=90))
def test_words_are_counted_whatever_spaces_and_dashes_stand_between(words):
    assert count_words(" ".join(words)) == len(words)
    assert count_words("\n — ".join(words)) == len(words)


def test_a_number_and_a_compound_are_one_word_each():
    assert count_words("co-financed by 2,5 %") == 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vender en tiendas con marca y origen", True),
        ("VENDER EN TIENDA CON MARCAS DE ORIGEN", True),
        ("La opción O1 primero", True),
        ("Vender en tiendas con marca", False),
        ("O11 primero", False),
        ("", False),
    ],
)
def test_an_option_is_named_by_code_or_by_the_longer_words_of_its_name(text, wanted):
    assert is_named(BRAND, text) is wanted


def test_an_option_of_short_words_is_named_as_a_whole():
    assert is_named(option("O9", name="Pan y té"), "Pan y té para todos")
    assert not is_named(option("O9", name="Pan y té"), "Pan con mantequilla")


def test_every_chosen_option_is_wanted_and_the_missing_one_is_said():
    route = option("O3", name="Ruta del queso")

    [found] = [one for one in lint(GOOD, [BRAND, route]) if one.rule == Rule.OPTIONS]

    assert not found.is_met
    assert "Ruta del queso" in str(found.detail)
    assert "Marca" not in str(found.detail)


def test_without_a_choice_nothing_can_be_named():
    assert failed(GOOD, chosen=()) == [Rule.OPTIONS]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("En 2031", ("2031",)), ("de 1998", ()), ("20311", ()), ("2030-2035", ("2030", "2035"))],
)
def test_a_year_is_of_this_century_or_the_next(text, wanted):
    assert years(text) == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("En 2031 vender 200 toneladas", ES, ("200",)),
        ("Crecer 2,5 % hasta 2031", ES, ("2,5",)),
        ("Duplicar las ventas", ES, ("duplicar",)),
        ("Llegar a mil hogares", ES, ("mil",)),
        ("Crecer mucho hasta 2031", ES, ()),
        ("Um dos melhores", PT, ()),
        ("Dobrar as vendas em três anos", PT, ("tres", "dobrar")),
        ("Double sales in 2031", EN, ("double",)),
        ("Grow a lot by 2031", EN, ()),
    ],
)
def test_what_can_be_measured_is_a_number_that_is_no_year(text, language, wanted):
    assert sorted(measures(text, language)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Ser el clúster más innovador y la mejor región", ES, 2),
        ("Quesos buenísimos", ES, 1),
        ("Ser líderes del país", ES, 1),
        ("Vender más y pagar mejor a los ganaderos", ES, 0),
        ("Una marca de origen con mayor valor", ES, 0),
        ("Ser o cluster mais inovador e a melhor região", PT, 2),
        ("Queijos famosíssimos, líderes", PT, 2),
        ("Vender mais e pagar melhor", PT, 0),
        ("The most innovative region with the finest cheese", EN, 2),
        ("The best cheese of the forest", EN, 1),
        ("Sell more in the west and invest", EN, 0),
        ("The leading cluster", EN, 1),
    ],
)
def test_superlatives_are_counted_in_three_languages(text, language, count):
    assert len(superlatives(text, language)) == count


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Ser los mejores", []), ("Ser los mejores y los más grandes", [Rule.MODEST])],
)
def test_one_superlative_is_borne_and_two_are_not(text, wanted):
    assert [rule for rule in failed(text) if rule == Rule.MODEST] == wanted


@given(st.text(max_size=200))
def test_any_text_is_judged_under_every_rule(text):
    for language in Language:
        assert [one.rule for one in lint(text, [BRAND], language)] == [*Rule]


@given(st.text(max_size=80), st.text(max_size=80))
def test_more_text_never_takes_a_superlative_away(one, other):
    both = f"{one} . {other}"

    assert len(superlatives(both)) >= len(superlatives(one))
