"""The executive summary: two pages from every stage; what is missing says where it will stand."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from methodology.action import FirstTag, PlanProject
from methodology.forces import Challenge
from methodology.governance import Base, Governance, Organ, OrganKind
from methodology.mapping import Actor
from methodology.options import OptionStatus
from methodology.project import Project
from methodology.project_sheet import BudgetItem, MoneySource
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.vision import Objective, VisionVersion
from tests.methodology.thread import THREAD, VOLUME
from tests.report.word import between, source_of, tables, written

FIRST, LAST = "Resumen ejecutivo", "1. "
TITLE = "Proyectos para comenzar"
LEADER = Actor(id=uuid4(), name="Andes Lácteos")
TRUST = PlanProject(id=uuid4(), code="P02", name="Sello", tags=(FirstTag.TRUST,), leader=LEADER.id)
ZERO = PlanProject(id=uuid4(), code="P00", name="Proyecto 0")
MONEY = [
    BudgetItem(id=uuid4(), project=TRUST.id, item="Obra", year=2027, source=source, amount=amount)
    for source, amount in ((MoneySource.PUBLIC, 30_000_00), (MoneySource.FIRMS, 20_000_00))
]


def said(*records):
    data = written(Snapshot([Project(id=uuid4(), name="Quesos"), *records]))
    return between(data, FIRST, LAST)


def texts(*records):
    return [text for _style, text in said(*records)]


def test_an_empty_project_says_of_every_part_where_it_will_stand():
    found = said()

    parts = [text for style, text in found if style == "Heading 2"]
    assert len(parts) == 9
    assert sum(text == "Pendiente" for _style, text in found) == len(parts)
    assert ("Pending", "7. Opciones estratégicas") in found


def test_it_is_composed_from_every_stage():
    found = texts(
        Scope(id=uuid4(), statement="Quesos artesanales de la sierra"),
        Challenge(id=uuid4(), code="R1", statement="Vender con nombre propio"),
        *THREAD,
        VisionVersion(
            id=uuid4(), name="A", text="En 2031, la referencia", adopted_on=date(2026, 9, 30)
        ),
        Objective(
            id=uuid4(),
            code="OE1",
            statement="Crecer",
            indicator="Ventas",
            baseline=Decimal("12.5"),
            target=20,
            unit="millones",
        ),
        Governance(id=uuid4(), base=next(iter(Base)), entity="Asociación"),
        Organ(id=uuid4(), name="Comité", kind=next(iter(OrganKind))),
    )

    for words in (
        "Quesos artesanales de la sierra",
        "Vender con nombre propio",
        "Marca de origen",
        "En 2031, la referencia",
        "Crecer: Ventas, de 12.5 a 20 millones",
        "A4 Talento quesero",
        "Órganos: Comité.",
    ):
        assert words in found


def test_a_discarded_option_is_not_what_the_cluster_chose():
    assert VOLUME.name not in texts(*THREAD)


def test_parallel_options_are_named_after_the_chosen_ones():
    parallel = VOLUME.model_copy(update={"status": OptionStatus.PARALLEL})

    assert any(text.endswith("Volumen.") for text in texts(*THREAD, parallel))


def test_a_draft_of_the_vision_is_not_taken_for_an_adopted_one():
    draft = VisionVersion(id=uuid4(), name="A", text="En 2031")

    assert any("borrador" in text for text in texts(draft))


def test_project_zero_and_the_first_projects_stand_with_their_total():
    data = written(Snapshot([*THREAD, LEADER, ZERO, TRUST, *MONEY]))

    rows = tables(data)[TITLE][1:]
    assert [row[0] for row in rows] == ["P00 Proyecto 0", "P02 Sello", "Total"]
    assert rows[0][1] == "Plan de trabajo de la gerencia"
    assert rows[1][1:3] == ["De confianza", "Andes Lácteos"]
    assert "50" in rows[1][3]
    assert source_of(data, TITLE).startswith("Fuente:")


def test_the_money_is_summed_up_by_who_pays():
    [line] = [text for text in texts(TRUST, LEADER, *MONEY) if "de dinero público" in text]

    assert all(part in line for part in ("50", "30", "20"))


@pytest.mark.parametrize("count", [12])
def test_only_the_leading_projects_are_named(count):
    many = [PlanProject(id=uuid4(), code=f"P{n:02}", name=f"N{n}") for n in range(1, count + 1)]

    assert len(tables(written(Snapshot(many)))["Proyectos del plan por monto"]) == 9
