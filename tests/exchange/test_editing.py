"""Typing into one row: what it comes to, against a project that may have moved on."""

import json
from uuid import uuid4

import pytest

from app.exchange.editing import (
    Editor,
    Line,
    Overtaken,
    Taken,
    Vanished,
    Waiting,
    draft_id,
    likely,
)
from app.i18n import reader
from app.store import Edit, Put, Remove
from methodology.mapping import Actor, ActorKind, ChainLink, SelfTie, Tie
from methodology.project import Country, Draft, Language, Project
from methodology.record import attribute
from methodology.snapshot import Snapshot

PROJECT = Project(id=uuid4(), name="Quesos", country=Country.PERU)
SPANISH = reader(PROJECT)
LINKS = [ChainLink(id=uuid4(), name=name) for name in ("Acopio", "Acabado", "Venta")]
CHOTA = Actor(id=uuid4(), name="Chota", employees=4, link=LINKS[0].id)


def editor(*records, cls=Actor):
    return Editor(cls, Snapshot((PROJECT, *LINKS, *records)), SPANISH)


def with_values(record, **values):
    return record.model_copy(update=values)


def test_an_edit_names_its_row_and_what_stood_there():
    table = editor(CHOTA)

    amended = table.amend(Line(CHOTA.id, CHOTA), {"employees": "1,250"})

    assert amended.changes == (Edit(Actor, CHOTA.id, {"employees": 1250}, {"employees": 4}),)
    assert amended.line.record == with_values(CHOTA, employees=1250)
    assert table.change_set([amended]).values == {"record": "Chota", "table": SPANISH("Actors")}


def test_the_beginning_of_one_word_will_do_and_of_several_will_not():
    table = editor(CHOTA)

    one = table.amend(Line(CHOTA.id, CHOTA), {"link": "ven"})
    several = table.amend(Line(CHOTA.id, CHOTA), {"link": "ac"})

    assert one.line.record.link == LINKS[2].id
    assert several.changes[0].record.of_table == "actor"
    assert [fault.field for fault in several.faults] == ["link"]
    assert several.line.record == CHOTA


def test_what_another_person_wrote_in_the_same_cell_is_not_written_over():
    now = with_values(CHOTA, employees=9, place="Lajas")
    table = editor(now)

    amended = table.amend(Line(CHOTA.id, CHOTA), {"employees": "7", "place": "Lajas"})
    insisted = table.amend(amended.line, {}, insist=True)

    (fault,) = amended.faults
    assert isinstance(fault.problem, Overtaken)
    assert (fault.problem.values["theirs"], fault.problem.values["mine"]) == ("9", "7")
    assert not any(isinstance(change, Edit) for change in amended.changes)
    assert amended.line.typed == {"employees": "7"}
    assert insisted.changes[0] == Edit(Actor, CHOTA.id, {"employees": 7}, {"employees": 9})
    assert insisted.faults == ()


def test_a_row_that_another_person_deleted_keeps_all_its_cells_as_a_draft():
    amended = editor().amend(Line(CHOTA.id, CHOTA), {"place": "Lajas"})

    (put,) = amended.changes
    typed = json.loads(put.record.cells)["typed"]
    assert isinstance(amended.faults[0].problem, Vanished)
    assert (typed["name"], typed["employees"], typed["place"]) == ("Chota", "4", "Lajas")
    assert typed["link"] == "Acopio"


def test_a_new_row_waits_for_what_it_needs_and_then_leaves_no_draft():
    row = uuid4()
    first = editor().amend(Line(row), {"employees": "3"})
    (put,) = first.changes

    later = editor(put.record)
    (waiting,) = later.lines()
    second = later.amend(waiting, {"name": "Lajas"})

    assert (put.record.id, waiting.typed) == (draft_id(Actor, row), {"employees": "3"})
    assert second.changes == (
        Put(Actor(id=row, name="Lajas", employees=3)),
        Remove(Draft, put.record.id),
    )


def test_a_row_with_nothing_in_it_says_what_it_lacks():
    table = editor(CHOTA)

    assert [fault.field for fault in table.lacks(Line(uuid4()))] == ["name"]
    assert table.lacks(Line(CHOTA.id, CHOTA)) == ()


def test_the_second_of_two_rows_with_one_name_is_told_even_in_one_paste():
    table = editor()

    first = table.amend(Line(uuid4()), {"name": "Lajas"})
    second = table.amend(Line(uuid4()), {"name": " LAJAS"})

    assert isinstance(first.changes[0], Put)
    assert [type(fault.problem) for fault in second.faults] == [Taken]
    assert second.line.record is None


def test_a_name_given_up_in_one_row_is_free_for_the_next():
    lajas = Actor(id=uuid4(), name="Lajas")
    table = editor(CHOTA, lajas)

    table.amend(Line(CHOTA.id, CHOTA), {"name": "Cutervo"})
    taken_over = table.amend(Line(lajas.id, lajas), {"name": "Chota"})

    assert taken_over.faults == ()
    assert taken_over.line.record.name == "Chota"


def test_a_rule_of_the_whole_row_keeps_all_that_was_typed():
    other = Actor(id=uuid4(), name="Lajas")
    tie = Tie(id=uuid4(), source=CHOTA.id, target=other.id)
    table = editor(CHOTA, other, tie, cls=Tie)

    amended = table.amend(Line(tie.id, tie), {"target": "Chota"})

    assert isinstance(amended.faults[0].problem, SelfTie)
    assert amended.line.typed == {"target": "Chota"}
    assert amended.line.record == tie


def test_what_waits_though_nothing_stands_against_it_any_more_is_told():
    line = Line(CHOTA.id, CHOTA, {"employees": "7"})

    (fault,) = editor(CHOTA).doubts(line)

    assert isinstance(fault.problem, Waiting)
    assert fault.problem.values == {"mine": "7"}


def test_discarding_shows_the_row_as_it_is_stored_now():
    now = with_values(CHOTA, employees=9)
    cells = json.dumps({"row": str(CHOTA.id), "typed": {"employees": "siete"}})
    draft = Draft(id=draft_id(Actor, CHOTA.id), of_table="actor", cells=cells)

    amended = editor(now, draft).discard(Line(CHOTA.id, CHOTA, {"employees": "siete"}))

    assert amended.line == Line(CHOTA.id, now)
    assert amended.changes == (Remove(Draft, draft.id),)


@pytest.mark.parametrize("cells", ["[]", '"x"', '{"name": "A"}', "null"])
def test_drafts_of_another_shape_are_left_alone(cells):
    stray = Draft(id=uuid4(), of_table="actor", cells=cells)

    assert [line.record for line in editor(CHOTA, stray).lines()] == [CHOTA]


def test_words_to_choose_from_are_the_readers_own():
    portuguese = Editor(Actor, Snapshot((PROJECT, *LINKS)), reader(PROJECT, Language.PORTUGUESE))
    offered = {field.name: portuguese.words(field) for field in _fields("kind", "link", "name")}

    assert offered["link"] == ["Acopio", "Acabado", "Venta"]
    assert offered["name"] == []
    assert len(offered["kind"]) == len(ActorKind)
    assert offered["kind"] != [kind.label for kind in ActorKind]


def _fields(*names):
    return [attribute(Actor, name) for name in names]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("univ", "Universidad o centro de I+D"),
        ("formación", "Centro de formación"),
        ("de", ""),
        ("cent", "Centro de formación"),
        ("x", ""),
        ("org", ""),
    ],
)
def test_the_only_word_that_a_text_can_be_is_likely(text, meant):
    words = ("Universidad o centro de I+D", "Centro de formación", "Organismo A", "Organismo B")

    assert likely(words, text, is_part_enough=True) == meant


def test_where_parts_are_not_enough_only_beginnings_count():
    assert likely(("Coop. Florida", "Agro Satipo"), "florida", is_part_enough=False) == ""
