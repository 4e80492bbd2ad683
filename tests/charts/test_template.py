"""What all figures share: colours of the mode, escaped texts, sizes that follow the text."""

import pytest

from app.charts.template import (
    Style,
    coloured,
    figure,
    in_lines,
    plain,
    stretch,
    template,
    width_of,
)
from app.i18n import reader
from app.look import tokens
from methodology.project import Country, Currency, Project
from tests.charts.figures import STYLE
from tests.cluster import made


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("px", [16, 26])
def test_template_has_the_ink_and_the_size_asked_for(mode, px):
    found = template(Style(STYLE.reader, mode, px)).layout

    assert (found.font.size, found.font.color) == (px, tokens(mode).ink)
    assert found.colorway == tokens(mode).categorical
    assert found.showlegend is False


def test_figures_are_transparent_and_cannot_be_dragged():
    made_one = figure(STYLE, 120.4)

    assert made_one.layout.height == 120
    assert made_one.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert made_one.layout.template.layout.dragmode is False
    assert made_one.layout.template.layout.xaxis.fixedrange is True


@pytest.mark.parametrize(
    ("country", "separators"),
    [(Country.PERU, ".,"), (Country.COLOMBIA, ",."), (Country.BRAZIL, ",.")],
)
def test_separators_are_the_countrys(country, separators):
    project = made(Project, "p", name="P", country=country, currency=Currency.USD)

    assert template(Style(reader(project))).layout.separators == separators


def test_markup_that_people_type_is_dead():
    assert plain('<a href="x">A & B</a>') == '&lt;a href="x"&gt;A &amp; B&lt;/a&gt;'


def test_text_that_is_too_long_is_cut_before_it_is_escaped():
    assert plain("a & b & c", 6) == "a &amp; b…"
    assert plain("abc", 3) == "abc"


def test_tick_in_another_colour_keeps_its_text():
    assert coloured("7 Diamond", "#B84A06") == '<span style="color:#B84A06">7 Diamond</span>'
    assert "<b>7</b>" in coloured("7", "#B84A06", bold=True)


def test_longer_texts_need_longer_axes_up_to_a_limit():
    short, long = stretch(["1"], STYLE, 700), stretch(["1,234,567 · 45%"], STYLE, 700)

    assert 1 < short < long
    assert stretch(["x" * 500], STYLE, 700) == pytest.approx(2.5)
    assert stretch([], STYLE, 700) >= 1


def test_width_grows_with_the_size_of_the_text():
    assert width_of("abc", 26) > width_of("abc", 16) > 0


def test_words_take_as_many_lines_as_there_are_and_only_the_rest_is_cut():
    assert in_lines("Marca de origen en tiendas", 16, 2) == ["Marca de origen", "en tiendas"]
    assert in_lines("Marca de origen en tiendas", 9, 2) == ["Marca de", "origen e…"]
    assert in_lines("", 9, 2) == [""]
    assert in_lines("<b> & more", 20, 2) == ["&lt;b&gt; &amp; more"]
