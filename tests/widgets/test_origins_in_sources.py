"""Under each figure of a stage stands where its adopted numbers come from, in every language."""

from datetime import date
from uuid import UUID

import pytest

from app.i18n import reader
from app.widgets.figures import FIGURES
from methodology.action import PlanProject
from methodology.adoption import Basis, Proposal
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.diamond import Determinant, DiamondFactor
from methodology.forces import Force, ForceFactor
from methodology.options import StrategicOption
from methodology.process import Meeting, MeetingKind
from methodology.project import Language
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import SuccessFactor, SuccessLevel
from methodology.vision import VisionVersion
from tests.cluster import made

ON = date(2026, 9, 9)
MEETING = Meeting(
    id=UUID(int=1), name="Taller T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS
)
SHOPS = made(BuyerSegment, "s", name="Tiendas especializadas")
FLAVOUR = made(PurchaseFactor, "f", name="Sabor", segment=SHOPS.id, own=3, importance_today=4)
COMMON = [MEETING, SHOPS]

CASES = [
    ("forces", made(ForceFactor, "e", force=Force.ENTRY, name="Marcas", today=3), "today"),
    ("factors", FLAVOUR, "importance_today"),
    ("performance", FLAVOUR, "own"),
    ("curves", FLAVOUR, "own"),
    (
        "diamonds",
        made(DiamondFactor, "d", name="Leche", determinant=Determinant.FACTORS, actual=4),
        "actual",
    ),
    (
        "chance",
        made(DiamondFactor, "c", name="Clima", determinant=Determinant.CHANCE, exposure=-1),
        "exposure",
    ),
    (
        "success",
        made(SuccessFactor, "k", name="Marca", level=SuccessLevel.FIRM, present=2),
        "present",
    ),
    ("options_vote", made(StrategicOption, "o", name="Ruta", rank=1), "rank"),
    ("plan_priority", made(PlanProject, "p", name="Cava", contribution=4, cost=2), "contribution"),
    (
        "vision",
        made(VisionVersion, "v", name="V1", text="Ser el queso.", approvals=23),
        "approvals",
    ),
]


def adopted(record, field):
    value = getattr(record, field)
    proposal = Proposal(
        record, field, value, Basis.ROUND, "Median", 23, eligible=35,
        question="¿Cuánto?", meeting=MEETING.id,
    )  # fmt: skip
    return Snapshot([*COMMON, record, proposal.adoption(ON)])


@pytest.mark.parametrize(("figure", "record", "field"), CASES)
def test_the_source_line_tells_the_round(figure, record, field):
    said = FIGURES[figure].source(adopted(record, field), reader(None, Language.ENGLISH))

    assert "Round “¿Cuánto?” of Taller T4, Median, 23 of 35 voted, adopted on " in said
    assert ".." not in said


@pytest.mark.parametrize(("figure", "record", "field"), CASES)
def test_it_tells_it_in_the_reader_s_language(figure, record, field):
    said = FIGURES[figure].source(adopted(record, field), reader(None, Language.SPANISH))

    assert "Ronda «¿Cuánto?» de Taller T4" in said


@pytest.mark.parametrize(("figure", "record", "field"), CASES)
def test_a_number_that_was_typed_tells_of_no_round(figure, record, field):
    snapshot = Snapshot([*COMMON, record])

    said = FIGURES[figure].source(snapshot, reader(None, Language.ENGLISH))

    assert getattr(record, field) is not None
    assert "Round “" not in said
    assert said == said.strip()
