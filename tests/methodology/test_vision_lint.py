"""The rules for a vision, in three languages."""

from unicodedata import normalize

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
        ("Ser los mejores y más grandes del mundo", ES, 2),
        ("La región más limpia y más conocida", ES, 2),
        ("La más limpia y mejor del país", ES, 2),
        ("La mejor leche y más empleo", ES, 1),
        ("Pagar mejor y más pronto", ES, 0),
        ("Quesos buenísimos", ES, 1),
        ("Ser líderes del país", ES, 1),
        ("Vender más y pagar mejor a los ganaderos", ES, 0),
        ("Una marca de origen con mayor valor", ES, 0),
        ("Ser o cluster mais inovador e a melhor região", PT, 2),
        ("Ser o maior e melhor cluster", PT, 2),
        ("Pagar melhor e mais cedo", PT, 0),
        ("Queijos famosíssimos, líderes", PT, 2),
        ("Vender mais e pagar melhor", PT, 0),
        ("The most innovative region with the finest cheese", EN, 2),
        ("The best cheese of the forest", EN, 1),
        ("The best, largest and most innovative region", EN, 3),
        ("The largest and most innovative region", EN, 2),
        ("The best and honest work", EN, 1),
        ("Sell more in the west and invest", EN, 0),
        ("The leading cluster", EN, 1),
    ],
)
def test_superlatives_are_counted_in_three_languages(text, language, count):
    assert len(superlatives(text, language)) == count


def test_superlatives_are_told_as_they_are_written():
    said = "A lo más 3 sedes para los compradores más exigentes y el Número Uno"

    assert superlatives(said) == ("los compradores más", "Número Uno")
    assert superlatives(normalize("NFD", "El más dulce")) == ("El más",)


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


@pytest.mark.parametrize(
    "text", ["Apostará por O1", "Por O-1 y O.1", "Ventas B2B", "Impresión en 3D", "El 1º del país"]
)
def test_digits_of_a_code_measure_nothing(text):
    assert measures(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"), [("200t", ("200",)), ("25%", ("25",)), ("10-20 %", ("10", "20"))]
)
def test_numbers_with_their_unit_are_measures(text, wanted):
    assert measures(text) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vender en el país al menos 300 quesos", ES),
        ("Llegar a por lo menos 300 tiendas", ES),
        ("La venta de más de 300 toneladas", ES),
        ("Los hogares, como máximo 300", ES),
        ("Chegar ao menos a 300 lojas", PT),
        ("A venda a pelo menos 300 lojas", PT),
        ("A venda de mais de 300 toneladas", PT),
        ("Cheese of the region in at least 300 shops", EN),
    ],
)
def test_a_limit_is_no_superlative(text, language):
    assert superlatives(text, language) == ()


@pytest.mark.parametrize(
    ("text", "dated", "measured"),
    [
        ("Certificar 2050 ha hasta 2035", ("2035",), ("2050",)),
        ("Crecer 2000 %", (), ("2000",)),
        ("En 2030 ha crecido", ("2030",), ()),
        ("Trabajo para 2000 familias", (), ("2000",)),
        ("Vender en 2000 tiendas", (), ("2000",)),
        ("2050 familias en 2031", ("2031",), ("2050",)),
        ("Trabalho para 2000 famílias", (), ("2000",)),
        ("Work for 2000 families by 2031", ("2031",), ("2000",)),
        ("En 2031 los quesos", ("2031",), ()),
        ("En 2031 quesos artesanales", ("2031",), ()),
        ("En 2030 somos y seremos", ("2030",), ()),
        ("En 2031, tiendas", ("2031",), ()),
        ("En 2030 Quesos del Valle será líder", ("2030",), ()),
        ("En 2030 Óleos del Sur exporta", ("2030",), ()),
    ],
)
def test_a_number_of_things_is_no_year(text, dated, measured):
    assert (years(text), measures(text)) == (dated, measured)


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("A", "Vender a las tiendas", False),
        ("A", "A las tiendas", False),
        ("A", "La opción A", True),
        ("B", "Las opciones A y B", True),
        ("A", "Ruta del queso (A)", True),
        ("O", "O cluster vende", False),
        ("O-1", "Primero O-1.", True),
        ("O.1", "Primero O.1, luego", True),
        ("O.1", "Primero O.12", False),
        ("O-1", "Primero O-11", False),
        ("O1", "Primero o1/o3", True),
        ("O3", "De O1-O3", True),
        ("LA", "En la sierra", False),
        ("LA", "Opción LA", True),
    ],
)
def test_a_code_is_found_as_a_whole_and_never_as_a_preposition(code, text, wanted):
    assert is_named(option(code, name="Zumos"), text) is wanted
