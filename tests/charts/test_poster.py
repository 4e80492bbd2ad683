from app.charts.poster import HUGE, LARGE, SMALL, Words, poster
from app.charts.template import Style
from app.i18n import reader
from app.look import tokens
from methodology.project import Language

STYLE = Style(reader(language=Language.ENGLISH), "light", 28)


def test_lines_stand_one_beneath_the_other_in_their_sizes():
    figure = poster([Words("1 Wi-Fi", SMALL, is_soft=True), Words("Taller", LARGE)], STYLE)

    first, second = figure.layout.annotations
    assert (first.font.size, second.font.size) == (28, 44)
    assert first.y - second.y == 28 * 1.25
    assert figure.layout.height == round((28 + 44) * 1.25)


def test_what_is_asked_for_is_copper_and_what_explains_is_soft():
    figure = poster([Words("2:05", HUGE, is_asked=True), Words("nota", is_soft=True)], STYLE)

    asked, soft = figure.layout.annotations
    assert (asked.font.color, asked.text) == (tokens().copper_text, "<b>2:05</b>")
    assert (soft.font.color, soft.text) == (tokens().soft, "nota")


def test_names_of_networks_are_never_markup():
    (note,) = poster([Words("<b>Hotel</b>")], STYLE).layout.annotations

    assert note.text == "<b>&lt;b&gt;Hotel&lt;/b&gt;</b>"
