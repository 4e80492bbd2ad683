"""Adopting values through the one writer: value and provenance in one act, undone as one."""

from datetime import date
from uuid import uuid4

import pytest

from app.exchange.adopting import adoption_changes, is_adopted
from app.store import ChangeSet, Edit, Put, create_folder, undo, with_consequences
from app.store.changes import Remove
from methodology.adoption import Adoption, Basis, Proposal, adoption_of
from methodology.options import OptionStatus, StrategicOption
from methodology.project import Project
from methodology.text import Problem

ON, LATER = date(2026, 9, 9), date(2026, 9, 30)
OPTIONS = tuple(StrategicOption(id=uuid4(), name=name) for name in ("Marca", "Ruta", "Volumen"))


@pytest.fixture
def folder(tmp_path):
    found = create_folder(tmp_path / "p", Project(id=uuid4(), name="Quesos"), by="Ana")
    found.apply(ChangeSet("Add", tuple(map(Put, OPTIONS))), by="Ana")
    yield found
    found.close()


def choose(record, **values) -> Proposal:
    base = {"basis": Basis.ROUND, "rule": "Borda", "count": 23, "question": "¿Cuál?"}
    return Proposal(record, "status", OptionStatus.CHOSEN, **{**base, **values})


def adopt(folder, *proposals, on=ON):
    return folder.apply(adoption_changes(folder.snapshot(), proposals, on), by="Ana")


def test_value_and_provenance_are_written_as_one_act(folder):
    act = adopt(folder, *map(choose, OPTIONS))

    snapshot = folder.snapshot()
    assert {one.status for one in snapshot.all(StrategicOption)} == {OptionStatus.CHOSEN}
    assert all(adoption_of(snapshot, one, "status") for one in snapshot.all(StrategicOption))
    assert (act.count, act.text(str)) == (6, "Adopt 3 values")


def test_the_act_names_the_only_record(folder):
    assert adopt(folder, choose(OPTIONS[0])).text(str) == "Adopt a value for “Marca”"


def test_it_is_undone_as_one(folder):
    before = {record.id: record for record in folder.snapshot()}
    act = adopt(folder, *map(choose, OPTIONS))

    with folder.begin() as session:
        undo(session, act.revision, by="Eva")

    assert {record.id: record for record in folder.snapshot()} == before


def test_adopting_again_replaces_the_provenance(folder):
    adopt(folder, choose(OPTIONS[0]))
    now = folder.snapshot().get(StrategicOption, OPTIONS[0].id)

    adopt(folder, choose(now, count=31), on=LATER)

    [kept] = folder.snapshot().all(Adoption)
    assert (kept.count, kept.adopted_on) == (31, LATER)


def test_what_is_adopted_already_is_left_alone(folder):
    adopt(folder, choose(OPTIONS[0]))
    snapshot = folder.snapshot()
    again = choose(snapshot.get(StrategicOption, OPTIONS[0].id))

    assert is_adopted(snapshot, again)
    assert adoption_changes(snapshot, [again], LATER).changes == ()


def test_several_fields_of_a_record_are_adopted_together(folder):
    reason = Proposal(OPTIONS[0], "status_reason", "Gana", Basis.MEETING, "Consensus", 12)

    adopt(folder, choose(OPTIONS[0]), reason)

    found = folder.snapshot().get(StrategicOption, OPTIONS[0].id)
    assert (found.status, found.status_reason) == (OptionStatus.CHOSEN, "Gana")
    assert len(folder.snapshot().all(Adoption)) == 2


def test_a_value_that_another_person_changed_meanwhile_is_not_overwritten(folder):
    changes = adoption_changes(folder.snapshot(), [choose(OPTIONS[0])], ON)
    edit = Edit(StrategicOption, OPTIONS[0].id, {"status": OptionStatus.DISCARDED})
    folder.apply(ChangeSet("Edit", (edit,)), by="Eva")

    with pytest.raises(Problem):
        folder.apply(changes, by="Ana")

    found = folder.snapshot().get(StrategicOption, OPTIONS[0].id)
    assert found.status == OptionStatus.DISCARDED
    assert not folder.snapshot().all(Adoption)


def test_provenance_goes_with_the_record_it_is_about(folder):
    adopt(folder, *map(choose, OPTIONS))
    snapshot = folder.snapshot()
    removal = ChangeSet("Delete", (Remove(StrategicOption, OPTIONS[0].id),))

    folder.apply(with_consequences(snapshot, removal), by="Ana")

    assert {one.about_id for one in folder.snapshot().all(Adoption)} == {
        OPTIONS[1].id,
        OPTIONS[2].id,
    }
