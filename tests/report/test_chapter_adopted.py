"""The table of adopted values in annex A2."""

from datetime import date
from uuid import uuid4

from methodology.adoption import Basis, Proposal
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot
from tests.report.word import source_of, tables, written

ON = date(2026, 9, 9)
ROUTE, BRAND = (
    StrategicOption(id=uuid4(), name=name, status=OptionStatus.CHOSEN) for name in ("Ruta", "Marca")
)


def adopted(record, value=OptionStatus.CHOSEN, **values):
    base = {"basis": Basis.RATERS, "rule": "Median", "count": 12}
    return Proposal(record, "status", value, **{**base, **values}).adoption(ON)


def table(*records):
    return tables(written(Snapshot(records)))["Valores adoptados"][1:]


def test_values_of_one_origin_share_a_row():
    rows = table(ROUTE, BRAND, adopted(ROUTE), adopted(BRAND))

    assert len(rows) == 1
    assert rows[0][0] == "Opciones estratégicas: Estado"
    assert rows[0][1] == "Ruta: Elegida; Marca: Elegida"
    assert rows[0][2].startswith("Mediana de 12 evaluadores")


def test_other_numbers_of_raters_have_rows_of_their_own():
    assert len(table(ROUTE, BRAND, adopted(ROUTE), adopted(BRAND, count=11))) == 2


def test_a_value_changed_since_is_shown_with_the_one_that_stands():
    [row] = table(ROUTE, adopted(ROUTE, OptionStatus.DISCARDED))

    assert row[1] == "Ruta: discarded, ahora Elegida"


def test_the_table_has_its_source():
    data = written(Snapshot([ROUTE, adopted(ROUTE)]))

    assert source_of(data, "Valores adoptados").startswith("Fuente:")


def test_without_adopted_values_there_is_no_table():
    assert "Valores adoptados" not in tables(written(Snapshot([ROUTE])))
