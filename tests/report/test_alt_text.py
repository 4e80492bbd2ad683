"""What a chart says to whoever cannot see it."""

import pytest

from app.i18n import Reader
from app.report.alt_text import MOST_LETTERS, alt_text
from app.report.graph import Figure, Point, Series, Shape
from methodology.project import Country, Currency, Language

_ = Reader(Language.SPANISH, Country.PERU, Currency.PEN)
AB = ["a", "b"]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(Shape.BARS, AB, [Series("N", [1_200, 0.125])]), "a: 1,200; b: 0.13"),
        (Figure(Shape.BARS, AB, [Series("N", [0.72, None])], number_format="0%"), "a: 72%"),
        (
            Figure(Shape.LINES, AB, [Series("X", [1, 2]), Series("Y", [3, None])]),
            "a: X 1, Y 3; b: X 2",
        ),
        (
            Figure(
                Shape.STACKED,
                AB,
                [
                    Series("", [0, 4], is_hidden=True),
                    Series("Plan", [3, 2]),
                    Series("Atraso", [None, 1]),
                ],
            ),
            "a: 1–3; b: 5–7",
        ),
        (
            Figure(
                Shape.POINTS,
                points=[Point("P1", 2, 4.5)],
                x_title="Esfuerzo (1 poco – 5 mucho)",
                y_title="Impacto",
            ),
            "P1: Esfuerzo 2, Impacto 4.5",
        ),
    ],
)
def test_a_figure_is_told_in_its_values(figure, said):
    assert alt_text(figure, _) == said


def test_a_figure_of_many_values_is_cut():
    many = [f"Actor {number}" for number in range(500)]

    said = alt_text(Figure(Shape.BARS, many, [Series("N", [1] * 500)]), _)

    assert said.startswith("Actor 0: 1; Actor 1: 1")
    assert len(said) <= MOST_LETTERS
