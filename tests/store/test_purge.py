import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from app.store import (
    ChangeSet,
    Edit,
    NotAPerson,
    Put,
    Remove,
    UndoRefused,
    attach_file,
    back_up,
    backups,
    check_folder,
    open_folder,
    purge_person,
    restore,
    save_document,
    undo,
)
from app.store.folder_problems import FolderReadOnly
from app.store.scrubbing import GONE
from app.store.sqlite_file import is_sound
from methodology.mapping import Actor, Contact
from methodology.process import Interview, TeamMember, TeamRole
from methodology.project import Draft, Evidence
from methodology.record import key_fields
from tests.samples import random_snapshot

ON = date(2026, 6, 12)
TAMBO = Actor(id=uuid4(), name="Quesería El Tambo", notes="Dirige Rosa Quispe Ñahui desde 2001")
ROSA = Contact(
    id=uuid4(),
    name="Rosa Quispe Ñahui",
    actor=TAMBO.id,
    position="Jefa de cuajada",
    email="rosa.qn@queso.pe",
    phone="976 123 456",
)
INES = TeamMember(
    id=uuid4(), name="Inés Villacorta", role=TeamRole.CONSULTANT, email="ines@cite.pe"
)
VISIT = Interview(
    id=uuid4(), actor=TAMBO.id, held_on=ON, interviewer=INES.id, findings="Inés Villacorta vio el"
)
TRACES = ("Rosa Quispe", "Jefa de cuajada", "rosa.qn@queso.pe", "976 123 456", "976123456")


@pytest.fixture
def folder(make_folder):
    """Return a project where a person has left traces in every corner."""
    folder = make_folder(TAMBO, ROSA, INES, VISIT)
    folder.apply(
        ChangeSet(
            "Import {file}",
            (
                Edit(Contact, ROSA.id, {"email": "rosa.quispe@antiguo.pe"}),
                Put(
                    Draft(
                        id=uuid4(),
                        of_table="contact",
                        cells='{"name": "Rosa Quispe Ñahui", "phone": "(976) 123-456"}',
                    )
                ),
            ),
            {"file": "Rosa Quispe Ñahui.xlsx"},
        ),
        by="Rosa Quispe Ñahui",
    )
    folder.apply(ChangeSet("Edit", (Edit(Contact, ROSA.id, {"email": ROSA.email}),)), by="ana")
    back_up(folder)
    return folder


def bytes_of(*paths):
    return b"".join(path.read_bytes() for path in paths if path.is_file())


def traces_in(data):
    forms = [(trace, trace.encode(code)) for trace in TRACES for code in ("utf-8", "utf-16-le")]
    return {trace for trace, form in forms if form in data}


def everything(folder):
    return [path for path in folder.path.rglob("*") if path.is_file()]


def test_no_byte_of_a_purged_person_is_left_in_what_the_program_keeps(folder):
    assert traces_in(bytes_of(*everything(folder))) == set(TRACES) - {"976123456"}

    report = purge_person(folder, ROSA.id, by="ana")
    folder.close()

    assert traces_in(bytes_of(*everything(folder))) == set()
    assert b"antiguo.pe" not in bytes_of(*everything(folder))
    assert report.cells > 0
    assert report.backups > 0
    assert report.by_hand == ()


def test_the_record_goes_and_texts_about_the_person_keep_the_rest(folder):
    purge_person(folder, ROSA.id, by="ana")

    snapshot = folder.snapshot()

    assert snapshot.all(Contact) == ()
    assert snapshot.get(Actor, TAMBO.id).notes == f"Dirige {GONE} desde 2001"
    assert snapshot.one(Draft).cells == f'{{"name": "{GONE}", "phone": "{GONE}"}}'
    assert snapshot.get(TeamMember, INES.id) == INES


def test_purging_a_team_member_clears_what_pointed_to_her(folder):
    purge_person(folder, INES.id, by="ana")

    interview = folder.snapshot().get(Interview, VISIT.id)

    assert interview.interviewer is None
    assert interview.findings == f"{GONE} vio el"
    assert folder.snapshot().get(Contact, ROSA.id) is not None
    assert b"Villacorta" not in bytes_of(*everything(folder))


def test_the_project_and_its_backups_are_sound_afterwards(folder):
    purge_person(folder, ROSA.id, by="ana")
    folder.close()

    assert all(is_sound(backup.path) for backup in backups(folder.path))
    assert check_folder(folder.path) == []
    restore(backups(folder.path)[-1].path, folder.path)
    again = open_folder(folder.path)
    assert {contact.name for contact in again.snapshot().all(Contact)} <= {GONE}
    again.close()


def test_what_people_put_beside_the_backups_is_searched_too(folder):
    kept = folder.path / "backups"
    (kept / "viejo").mkdir()
    notes = (kept / "notas.txt", kept / "viejo" / "antes.csv")
    for path in notes:
        path.write_text("Rosa Quispe Ñahui", encoding="utf-8")
    (kept / "otra.txt").write_text("Nadie", encoding="utf-8")

    report = purge_person(folder, ROSA.id, by="ana")

    found = {path for path in report.by_hand if kept in path.parents}
    assert found == {*notes}
    assert not [path for path in report.unread if kept in path.parents]


def test_what_is_said_of_an_act_about_a_person_who_is_gone_is_true(folder):
    last = folder.revision()
    purge_person(folder, ROSA.id, by="ana")

    for revision in (last, last + 1):
        with pytest.raises(UndoRefused, match="the person cannot come back"), folder.begin() as at:
            undo(at, revision, by="ana")


def test_undoing_older_acts_does_not_bring_the_person_back(folder):
    last = folder.revision()
    purge_person(folder, ROSA.id, by="ana")

    for revision in range(last + 1, 1, -1):
        try:
            with folder.begin() as session:
                undo(session, revision, by="ana")
        except UndoRefused:
            continue

    folder.close()
    assert traces_in(bytes_of(*everything(folder))) == set()


def test_files_and_documents_that_still_name_the_person_are_listed(folder):
    attach_file(folder, "acta.txt", "Firma: Rosa Quispe Ñahui".encode(), on=ON, by="ana")
    attach_file(folder, "foto.jpg", b"\xff\xd8", on=ON, by="ana")
    named = attach_file(folder, "Rosa Quispe Ñahui.png", b"\x89", on=ON, by="ana")
    about = attach_file(folder, "carta.txt", b"x", on=ON, by="ana", about=ROSA)
    save_document(folder, lambda _: b"not a zip", "Plan", ON)

    report = purge_person(folder, ROSA.id, by="ana")

    assert {path.name for path in report.by_hand} == {"acta.txt", "carta.txt"}
    assert {path.name for path in report.unread} == {
        "foto.jpg",
        f"{GONE}.png",
        "001 Plan 2026-06-12.docx",
    }
    assert folder.snapshot().get(Evidence, named.id).file == f"{GONE}.png"
    assert (folder.path / "files" / f"{GONE}.png").read_bytes() == b"\x89"
    assert folder.snapshot().get(Evidence, about.id).about_id is None
    assert check_folder(folder.path) == []


def test_namesakes_are_left_alone_and_named(folder):
    other = Contact(id=uuid4(), name="rosa quispe ñahui", actor=TAMBO.id, position="Otra")
    folder.apply(ChangeSet("Rename", (Edit(Contact, ROSA.id, {"name": "Rosa Quispe"}),)), by="x")
    folder.apply(ChangeSet("Add", (Put(other),)), by="ana")

    report = purge_person(folder, ROSA.id, by="ana")

    assert report.namesakes == (other,)
    assert folder.snapshot().get(Contact, other.id) == other


def test_words_that_the_program_reads_survive_a_person_called_like_them(make_folder):
    lead = TeamMember(id=uuid4(), name="Lead", role=TeamRole.LEAD)
    other = TeamMember(id=uuid4(), name="Ana", role=TeamRole.LEAD, organisation="Lead S.A.")
    folder = make_folder(lead, other)

    purge_person(folder, lead.id, by="ana")

    assert folder.snapshot().all(TeamMember) == (
        other.model_copy(update={"organisation": f"{GONE} S.A."}),
    )
    assert check_folder(folder.path) == []


@pytest.mark.parametrize("seed", range(3))
def test_any_person_of_any_project_can_be_purged(make_folder, seed):
    sample = random_snapshot(seed, sentinels=True)
    folder = make_folder(*(record for record in sample if record.table != "project"))
    back_up(folder)
    persons = [record for record in sample if type(record).is_person]
    person = Random(seed).choice(persons)

    purge_person(folder, person.id, by="ana")
    folder.close()

    kept = bytes_of(*everything(folder))
    assert getattr(person, key_fields(type(person))[0].name).encode() not in kept
    assert folder.path.joinpath("project.db").exists()
    known = ("evidence", "sealed")  # made up: without a file, without a vote
    found = [str(one) for one in check_folder(folder.path)]
    assert [one for one in found if not any(name in one for name in known)] == []


def test_a_purge_that_was_interrupted_after_the_backups_is_completed_by_repeating(folder):
    backup = backups(folder.path)[0].path
    with closing(sqlite3.connect(backup)) as copy:
        copy.execute("DELETE FROM alteration")
        copy.execute("UPDATE contact SET name = ?", (GONE,))
        copy.commit()

    purge_person(folder, ROSA.id, by="ana")

    folder.close()
    assert traces_in(bytes_of(*everything(folder))) == set()


def test_what_is_no_person_is_not_purged(folder):
    before = set(folder.snapshot())

    for key in (TAMBO.id, uuid4()):
        with pytest.raises(NotAPerson):
            purge_person(folder, key, by="ana")

    assert set(folder.snapshot()) == before


def test_a_person_already_removed_by_hand_is_purged_from_history_and_backups(folder):
    folder.apply(ChangeSet("Remove", (Remove(Contact, ROSA.id),)), by="ana")
    seen = folder.revision()

    purge_person(folder, ROSA.id, by="ana")

    assert folder.revision() > seen
    folder.close()
    assert traces_in(bytes_of(*everything(folder))) == set()


def test_what_was_typed_into_the_persons_row_and_never_stored_goes_too(folder):
    cells = json.dumps({"row": str(ROSA.id), "typed": {"name": "", "actor": "su casa de Celendín"}})
    draft, waiting = (Draft(id=uuid4(), of_table="contact", cells=cells) for _ in range(2))
    other = Draft(id=uuid4(), of_table="actor", cells='{"row": "x", "typed": {"place": "Cutervo"}}')
    folder.apply(ChangeSet("Type", (Put(draft), Put(waiting), Put(other))), by="ana")
    back_up(folder)
    folder.apply(ChangeSet("Type", (Remove(Draft, draft.id),)), by="ana")

    purge_person(folder, ROSA.id, by="ana")

    assert waiting not in folder.snapshot().all(Draft)
    assert other in folder.snapshot().all(Draft)
    folder.close()
    assert b"su casa de Celend" not in bytes_of(*everything(folder))
    assert b"Cutervo" in bytes_of(*everything(folder))


def test_evidence_files_that_lose_the_persons_name_stay_apart(folder):
    names = ("Rosa Quispe Ñahui.pdf", "ROSA QUISPE NAHUI.pdf", "Carta a Rosa Quispe Ñahui .pdf")
    for number, name in enumerate(names):
        attach_file(folder, name, str(number).encode(), on=ON, by="ana", about=TAMBO)

    purge_person(folder, ROSA.id, by="ana")

    evidence = folder.snapshot().all(Evidence)
    assert [found.file for found in evidence] == [
        f"{GONE}.pdf",
        f"{GONE}-2.pdf",
        f"Carta a {GONE}.pdf",
    ]
    assert {path.name for path in (folder.path / "files").iterdir()} == {
        found.file for found in evidence
    }
    assert check_folder(folder.path) == []


def test_a_place_that_bears_a_first_name_keeps_it(make_folder):
    actor = Actor(id=uuid4(), name="Lácteos", place="Santa Ana", notes="Ana es la socia mayor")
    ana = Contact(id=uuid4(), name="Ana", actor=actor.id)
    folder = make_folder(actor, ana)

    report = purge_person(folder, ana.id, by="bea")

    kept = folder.snapshot().get(Actor, actor.id)
    assert (kept.place, kept.notes) == ("Santa Ana", f"{GONE} es la socia mayor")
    assert [path.name for path in report.by_hand] == ["actor.csv"]


def test_a_file_that_is_in_use_keeps_the_person_whole(folder, monkeypatch):
    letter = attach_file(folder, "Carta de Rosa Quispe Ñahui.pdf", b"%PDF", on=ON, by="ana")
    rename = Path.rename

    def refuse(path, target):
        if path.suffix == ".pdf":
            raise PermissionError(13, "in use", str(path))
        return rename(path, target)

    with monkeypatch.context() as held:
        held.setattr(Path, "rename", refuse)
        with pytest.raises(FolderReadOnly):
            purge_person(folder, ROSA.id, by="ana")

    assert folder.snapshot().get(Contact, ROSA.id) == ROSA
    assert (folder.path / "files" / letter.file).is_file()
    purge_person(folder, ROSA.id, by="ana")
    assert check_folder(folder.path) == []
    assert [path.read_bytes() for path in (folder.path / "files").glob("*.pdf")] == [b"%PDF"]


def test_a_power_cut_after_the_renaming_loses_no_file(folder):
    letter = attach_file(folder, "Carta de Rosa Quispe Ñahui.pdf", b"%PDF", on=ON, by="ana")
    kept = folder.path / "files"
    (kept / letter.file).rename(kept / letter.file.replace("Rosa Quispe Ñahui", GONE))

    purge_person(folder, ROSA.id, by="ana")

    assert check_folder(folder.path) == []
    assert len([*kept.glob("*.pdf")]) == 1


def test_bytes_that_a_reader_holds_up_are_wiped_when_the_project_is_opened_again(folder):
    with closing(sqlite3.connect(folder.path / "project.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contact").fetchone()
        report = purge_person(folder, ROSA.id, by="ana")
        (left,) = check_folder(folder.path)
        assert not report.is_wiped
        assert "Old bytes" in left.remark.text(str)
    folder.close()

    open_folder(folder.path).close()

    assert check_folder(folder.path) == []
    assert traces_in(bytes_of(*everything(folder))) == set()
