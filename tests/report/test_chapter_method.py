"""Annex A3: every scale with all its steps, the rules of calculation, formulas with references."""

import pytest

from app.i18n import reader
from methodology.project import Language
from methodology.record import fields
from methodology.records import record_types
from methodology.scale import SCALES
from methodology.snapshot import Snapshot
from tests.report.word import source_of, tables, text_of, written

_ = reader(language=Language.SPANISH)
EMPTY = written(Snapshot())
STEPS = "Escalas con sus pasos"


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.key)
def test_every_scale_in_use_stands_with_every_step_in_words(scale):
    rows = tables(EMPTY)[STEPS][1:]

    [row] = [row for row in rows if row[1] == _(scale.direction) and _(scale.anchors[1]) in row[2]]
    for number, words in scale.anchors.items():
        assert f"{number} {_(words)}".replace("-", "−", 1 if number < 0 else 0) in row[2]


def test_every_scored_field_is_named_beside_its_scale():
    used = "; ".join(row[0] for row in tables(EMPTY)[STEPS][1:])

    for cls in record_types():
        for one in fields(cls):
            if one.scale:
                assert _(one.label) in used


def test_the_scales_are_marked_as_conventions_of_the_house():
    assert "son una convención de Dínamo" in text_of(EMPTY)
    assert "convenciones de Dínamo" in source_of(EMPTY, STEPS)


@pytest.mark.parametrize(
    "said",
    [
        "interpolación lineal (tipo 7, QUARTILE.INC",
        "nunca se mezclan",
        "mayores restos",
        "queda fuera de ambas sumas",
        "el área de un diamante dibujado",
    ],
)
def test_the_rules_of_calculation_are_told(said):
    assert said in text_of(EMPTY)


def test_every_formula_has_a_reference_or_is_marked_as_the_program_s_own():
    rows = tables(EMPTY)["Medidas y sus fórmulas"][1:]

    assert len(rows) >= 25
    assert all(all(cell for cell in row) for row in rows)
