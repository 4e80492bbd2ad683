from datetime import date
from hashlib import sha256
from uuid import uuid4

import pytest

from app.store import (
    acts,
    attach_file,
    evidence_about,
    evidence_path,
    undo,
)
from app.store.evidence import Fault, faulty_evidence
from methodology.mapping import Actor
from methodology.project import Evidence
from methodology.validation import Invalid

ON = date(2026, 6, 12)
TAMBO = Actor(id=uuid4(), name="Quesería El Tambo")


def attach(folder, name="foto.jpg", data=b"photo", **options):
    return attach_file(folder, name, data, on=ON, by="ana", **options)


def test_an_attached_file_is_kept_and_recorded_as_one_act(make_folder):
    folder = make_folder(TAMBO)

    evidence = attach(folder, about=TAMBO, title="Fachada")

    assert evidence_path(folder.path, evidence).read_bytes() == b"photo"
    assert evidence.digest == sha256(b"photo").hexdigest()
    assert (evidence.name, evidence.about_table, evidence.added_on) == ("Fachada", "actor", ON)
    assert evidence_about(folder.snapshot(), TAMBO) == (evidence,)
    with folder.read() as session:
        assert acts(session)[0].text(str) == "Attach foto.jpg"


def test_files_of_one_name_are_kept_side_by_side(make_folder):
    folder = make_folder()

    names = [attach(folder, data=bytes([number])).file for number in range(3)]

    assert names == ["foto.jpg", "foto-2.jpg", "foto-3.jpg"]
    assert [(folder.path / "files" / name).read_bytes() for name in names] == [
        b"\0",
        b"\1",
        b"\2",
    ]


@pytest.mark.parametrize("name", ["../../outside.txt", "/etc/outside.txt", "C:\\x\\outside.txt"])
def test_a_file_never_leaves_the_folder_files(make_folder, tmp_path, name):
    folder = make_folder()

    evidence = attach(folder, name)

    assert evidence.file == "outside.txt"
    assert list(tmp_path.rglob("outside.txt")) == [folder.path / "files" / "outside.txt"]


def test_a_refused_record_leaves_no_file_behind(make_folder):
    folder = make_folder()

    with pytest.raises(Invalid):
        attach_file(folder, "foto.jpg", b"x", on="no date", by="ana")

    assert list((folder.path / "files").iterdir()) == []
    assert folder.snapshot().all(Evidence) == ()


def test_a_very_long_name_is_shortened_and_keeps_its_ending(make_folder):
    evidence = attach(make_folder(), "ñ" * 500 + ".pdf")

    assert evidence.file.endswith(".pdf")
    assert len(evidence.file.encode()) <= 160


def test_missing_and_changed_files_are_found(make_folder):
    folder = make_folder()
    kept, missing, changed = (attach(folder, f"{name}.txt") for name in "abc")
    evidence_path(folder.path, missing).unlink()
    evidence_path(folder.path, changed).write_bytes(b"other")

    found = {
        faulty.evidence: faulty.fault for faulty in faulty_evidence(folder.path, folder.snapshot())
    }

    assert found == {missing: Fault.MISSING, changed: Fault.CHANGED}
    assert kept not in found


def test_undoing_the_attachment_keeps_the_file(make_folder):
    folder = make_folder()
    evidence = attach(folder)

    with folder.begin() as session:
        undo(session, folder.snapshot().revision, by="ana")

    assert folder.snapshot().all(Evidence) == ()
    assert evidence_path(folder.path, evidence).exists()
