"""Judged rows, whatever people send: nothing raises, nothing is lost, nothing is doubled."""

from collections import Counter
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.guessing import importable_types
from app.exchange.identity import marks
from app.exchange.planning import plan_import, without_invalid
from app.i18n import reader
from app.store.changes import Edit, Put
from methodology.action import PlanProject
from methodology.mapping import Actor, Tie
from methodology.project import Project
from methodology.project_sheet import Activity
from methodology.record import fields
from methodology.snapshot import Snapshot

PROJECT = Project(id=uuid4(), name="P")
SPANISH = reader(PROJECT)

cells = st.sampled_from(
    [
        "",
        "A",
        "a",
        "B",
        "B;C",
        "=1+1",
        "Total",
        "12",
        "1,5",
        "x" * 300,
        "sí",
        "2026-06-12",
        "Á",
        "#N/A",
    ]
)


def planned(text, snapshot, cls=None):
    return plan_import(text.encode(), "t.csv", snapshot, SPANISH, cls=cls)


def applied(plan):
    kept = {record.id: record for record in plan.snapshot}
    for change in plan.change_set.changes:
        if isinstance(change, Put):
            kept[change.record.id] = change.record
        elif isinstance(change, Edit):
            kept[change.id] = kept[change.id].model_copy(update=dict(change.values))
    return Snapshot(kept.values())


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_table_is_planned_and_what_is_planned_can_be_kept(data):
    cls = data.draw(st.sampled_from(importable_types()))
    chosen = data.draw(st.lists(st.sampled_from(fields(cls)), min_size=1, max_size=4, unique=True))
    size = st.lists(cells, min_size=len(chosen), max_size=len(chosen))
    body = data.draw(st.lists(size, max_size=5))
    quoted = [[f'"{cell}"' for cell in row] for row in body]
    text = "\n".join(";".join(row) for row in ([found.name for found in chosen], *quoted))
    snapshot = Snapshot([PROJECT, *(Actor(id=uuid4(), name=name) for name in ("A", "Bé"))])

    plan = without_invalid(planned(text, snapshot, cls))

    after = applied(plan)
    assert plan.is_ready
    first = plan.tabs[0].header + 1  # «A» heads a column of relations
    assert [row.place.row for row in plan.rows] == [*range(first, first + len(plan.rows))]
    doubles = Counter(mark for record in after for _field, mark in marks(record))
    assert max(doubles.values(), default=1) == 1
    for record in after:
        for found in fields(type(record)):
            value = getattr(record, found.name)
            pointed = value if isinstance(value, tuple) else (value,)
            if found.target and type(record) is cls:
                assert all(one is None or after.find(found.target, one) for one in pointed)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("ABCDEF")] * 2), min_size=1, max_size=12))
def test_importing_any_relations_twice_changes_nothing(pairs):
    text = "from,to\n" + "".join(f"{one},{two}\n" for one, two in pairs)

    plan = without_invalid(planned(text, Snapshot([PROJECT])))
    after = applied(plan)

    assert len(after.all(Tie)) == len({pair for pair in pairs if pair[0] != pair[1]})
    assert without_invalid(planned(text, after)).is_idle


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter_to_what_is_added(seed):
    names = [f"Firma {letter}" for letter in "ABCDEFGH"]
    Random(seed).shuffle(names)

    after = applied(planned("Nombre;Web\n" + "".join(f"{n};{n}.pe\n" for n in names), Snapshot()))

    assert {(row.name, row.website) for row in after.all(Actor)} == {
        (name, f"{name}.pe") for name in names
    }


def test_a_plan_leaves_the_project_it_was_made_for_as_it_was():
    actor = Actor(id=uuid4(), name="A", employees=1)
    snapshot = Snapshot([PROJECT, actor])

    plan = planned("Nombre;Empleados\nA;2\n", snapshot, Actor)

    assert snapshot.all(Actor) == (actor,)
    assert applied(plan).all(Actor)[0].employees == 2


def test_everything_wrong_with_a_row_is_told_at_once():
    good = "".join(f"{name};1;10;1990\n" for name in "ABC")

    plan = planned(f"Nombre;employees;export_share;founded\n{good};x;101;1492\n", Snapshot(), Actor)

    row = plan.rows[-1]
    assert sorted(found.field for found in row.complaints) == [
        "employees",
        "export_share",
        "founded",
        "name",
    ]


def test_what_a_row_changes_is_shown_in_words_of_the_project_as_it_will_be():
    plan = planned("Nombre;Eslabón\nA;Acopio\n", Snapshot([Actor(id=uuid4(), name="A")]), Actor)

    (change,) = plan.rows[0].changes

    assert (change.before, plan.after.words(change.after)) == (None, "Acopio")


def test_rows_name_other_rows_of_their_own_table_by_code_and_by_words():
    school = PlanProject(id=uuid4(), name="Escuela", code="P01")
    sheet = (
        "Proyecto;Código;Actividad;Meses;Espera a\n"
        "P01;P01.1;Aulas;3;\n"
        "P01;P01.2;Cursos;6;P01.1\n"
        "P01;P01.3;Examen;1;Escuela · Cursos\n"
    )

    plan = planned(sheet, Snapshot([PROJECT, school]), Activity)
    rooms, courses, exam = applied(plan).all(Activity)

    assert plan.is_ready
    assert (rooms.after, courses.after, exam.after) == ((), (rooms.id,), (courses.id,))
