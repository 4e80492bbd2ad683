"""Every shape of chart in one Word file, for validators, and beside its own workbook."""

from datetime import date

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from app import report
from app.report.document import Book
from app.report.graph import Figure, Point, Series, Shape
from app.report.pen import Pen
from methodology.snapshot import Snapshot
from tests.report.word import charts, speaking

NAMES = ["Factores", "Demanda", "Apoyo", "Estrategia"]
TODAY = Series("Actual", [3, 2.3333, None, 3])
IDEAL = Series("Ideal", [4.25, 4.3333, 4.3333, 4])
FIGURES = {
    "bars": Figure(Shape.BARS, NAMES, [TODAY, IDEAL]),
    "ranged bars": Figure(Shape.BARS, NAMES, [TODAY], y_range=(0, 5), has_axis=True),
    "stacked": Figure(Shape.STACKED, NAMES, [Series("", [0, 1, 2, 3], is_hidden=True), IDEAL]),
    "lines": Figure(Shape.LINES, NAMES, [TODAY, IDEAL]),
    "radar": Figure(Shape.RADAR, NAMES, [TODAY, IDEAL], y_range=(0, 5)),
    "wide radar": Figure(Shape.RADAR, NAMES * 5, [Series("Actual", [1, 2, 3, 4] * 5)]),
    "flat radar": Figure(Shape.RADAR, NAMES[:2], [Series("Actual", [1, 2])]),
    "doughnut": Figure(Shape.DOUGHNUT, NAMES, [Series("Monto", [5, 0, 2, None])]),
    "added up": Figure(
        Shape.DOUGHNUT, NAMES, [Series("Monto", [2, 2, 2, 0])], percents=[34, 33, 33, 0]
    ),
    "points": Figure(Shape.POINTS, points=[Point("=1+1", 1, 2), Point("B", 3, 4, accent=2)]),
    "bubbles": Figure(
        Shape.POINTS,
        points=[Point("A", 1, 2, 9, accent=1), Point("B", 3, 4, 1)],
        x_title="Capacidad",
        y_title="Atractivo",
        size_title="Mercado",
        x_range=(1, 5),
        y_range=(1, 5),
        crosshair=(7 / 3, 11 / 3),
    ),
    "many series": Figure(Shape.LINES, NAMES, [Series(f"S{n}", [n] * 4) for n in range(30)]),
}


def _written(figures: dict[str, Figure]) -> bytes:
    book = Book(report.default_template())
    pen = Pen(speaking(Snapshot()), book.paper(), book)
    for name, figure in figures.items():
        pen.chart(figure, name, "Fuente: prueba", height=6)
    first, *others = book.places()
    book.insert(first, pen.take())
    for place in others:
        book.insert(place, "")
    return book.finish(title="x", author="y", language="es-PE", on=date(2026, 6, 12))


@pytest.fixture(scope="module")
def drawn():
    return _written(FIGURES)


def test_every_shape_follows_the_schemas_of_word(drawn, tmp_path):
    path = tmp_path / "shapes.docx"
    path.write_bytes(drawn)

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(path))] == []


def test_every_shape_shows_what_its_workbook_holds(drawn):
    found = charts(drawn)

    assert len(found) == len(FIGURES)
    for chart in found:
        assert chart.formulas == 0
        assert len(chart.kept) == len(chart.cached)
        for kept, cached in zip(chart.kept, chart.cached, strict=True):
            assert [one or None for one in cached] == [one or None for one in kept]
