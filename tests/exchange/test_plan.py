"""What a plan tells before anything is written: counts, doubts, notes, names to come."""

from uuid import uuid4

import pytest

from app.exchange.plan import Outcome, Place
from app.exchange.planning import (
    confirm_match,
    exclude_row,
    map_column,
    plan_import,
    settle_name,
)
from app.i18n import reader
from methodology.mapping import Actor, Tie
from methodology.project import Country, Currency, Language, Project
from methodology.snapshot import Snapshot

PROJECT = Project(id=uuid4(), name="Quesos", country=Country.SPAIN, currency=Currency.EUR)
SPANISH = reader(PROJECT)
ENGLISH = reader(PROJECT, Language.ENGLISH)
CHUGUR = Actor(id=uuid4(), name="Lácteos Chugur", employees=4)


def planned(text, *records, cls=None, _=SPANISH):
    return plan_import(text.encode(), "datos.csv", Snapshot((PROJECT, *records)), _, cls=cls)


def test_every_row_is_counted_once_under_its_outcome():
    made = planned("Nombre;Trabajadores\nLácteos Chugur;4\nA;1\nB;dos\n;;\nC;3\nTotal;8\n", CHUGUR)

    assert made.counts == {
        Outcome.ADD: 2,
        Outcome.CHANGE: 0,
        Outcome.UNCHANGED: 1,
        Outcome.SKIPPED: 2,
        Outcome.INVALID: 1,
    }
    assert sum(made.counts.values()) == len(made.rows)
    assert not made.is_ready


def test_a_file_that_says_what_is_known_is_idle_and_ready():
    made = planned("Nombre;Trabajadores\nLÁCTEOS CHUGUR;4\n", CHUGUR)

    assert (made.is_ready, made.is_idle) == (True, True)


def test_an_invalid_row_says_where_what_was_typed_and_how_to_write_it():
    row, *_rest = planned("Nombre;Trabajadores\nA;muchos\nB;2\nC;3\n").rows

    (complaint,) = row.complaints
    assert row.place == Place("datos", 2)
    assert (complaint.column, complaint.heading) == ("B", "Trabajadores")
    assert (complaint.field, complaint.typed) == ("employees", "muchos")
    assert "“muchos”" in complaint.problem.text(ENGLISH)
    assert "1.234,5" in complaint.problem.text(ENGLISH)


def test_what_looks_like_a_known_record_is_a_doubt_until_a_person_decides():
    made = planned("Nombre;Trabajadores\nLacteos Chugurr SAC;5\n", CHUGUR)

    (doubt,) = made.doubts
    (candidate,) = doubt.candidates
    assert (candidate.id, candidate.words) == (CHUGUR.id, "Lácteos Chugur")

    same = confirm_match(made, doubt.place, CHUGUR.id)
    other = confirm_match(made, doubt.place, None)

    assert (same.doubts, other.doubts) == ((), ())
    assert [row.outcome for row in (*same.rows, *other.rows)] == [Outcome.CHANGE, Outcome.ADD]
    assert [change.attribute.name for change in same.rows[0].changes] == ["employees"]


def test_a_name_in_references_is_a_doubt_until_it_is_settled():
    made = planned("De;A\nLácteos Chugurr;Otra\n", CHUGUR, cls=Tie)

    (doubt,) = made.doubts
    settled = settle_name(made, "actor", doubt.name, CHUGUR.id)
    created = settle_name(made, "actor", doubt.name, None)

    assert settled.rows[0].record.source == CHUGUR.id
    assert created.rows[0].record.source != CHUGUR.id
    assert (settled.doubts, created.doubts) == ((), ())


def test_decisions_are_kept_through_later_ones():
    made = planned("Nombre;Nota;Trabajadores\nA;x;1\nLacteos Chugurr;y;2\nB;z;tres\n", CHUGUR)
    decided = confirm_match(made, Place("datos", 3), CHUGUR.id)
    decided = exclude_row(decided, Place("datos", 4))
    decided = map_column(decided, "datos", 1, "notes")

    assert [row.outcome for row in decided.rows] == [Outcome.ADD, Outcome.CHANGE, Outcome.SKIPPED]
    assert decided.rows[1].record.notes == "y"
    assert made.rows[1].outcome is Outcome.ADD


def test_references_to_what_the_file_adds_are_shown_by_name():
    made = planned("De;A\nA nueva;B nueva\n", cls=Tie)

    record = made.rows[0].record
    assert made.after.words(record.source) == "A nueva"
    assert made.rows[0].words.startswith("A nueva · B nueva")


@pytest.mark.parametrize(
    ("heading", "scale"), [("Ventas (miles €)", 1_000), ("Ventas (millones)", 1_000_000)]
)
def test_what_is_multiplied_is_said(heading, scale):
    made = planned(f"Nombre;{heading}\nA;1,5\n")

    (note,) = made.notes
    assert note.values == {"heading": heading, "scale": scale}
    assert made.rows[0].record.turnover == 150 * scale


def test_the_same_file_makes_the_same_plan_in_every_language():
    text = "Nombre;Tipo;Ventas\nA;Proveedor;1.234,50\n"

    spanish, english = planned(text), planned(text, _=ENGLISH)

    found, same = (plan.rows[0].record for plan in (spanish, english))
    assert found.model_copy(update={"id": same.id}) == same


def test_a_sheet_that_is_not_there_has_no_tab():
    with pytest.raises(KeyError):
        planned("Nombre\nA\n").tab("Hoja 2")
