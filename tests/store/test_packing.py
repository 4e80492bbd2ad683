import json
import stat
import zipfile
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.i18n import reader
from app.store import (
    ChangeSet,
    FileMissing,
    FolderExists,
    NewerVersion,
    NotAProject,
    PackDamaged,
    Put,
    attach_file,
    back_up,
    migrations,
    open_folder,
    pack,
    packing,
    save_document,
    unpack,
)
from app.store.folder_problems import FileUnreadable
from app.store.packing import NotReplaced
from methodology.mapping import Actor
from methodology.project import Language
from tests.rights import few_rights
from tests.samples import random_snapshot

ON = date(2026, 6, 12)


@pytest.fixture(scope="module")
def packed(make_shared_folder, tmp_path_factory):
    """Return an open project with something in every part, and its packed file."""
    sample = [record for record in random_snapshot(2, rows=2) if record.table != "project"]
    folder = make_shared_folder(*sample)
    attach_file(folder, "Acta del taller nº 1.pdf", b"%PDF minutes", on=ON, by="ana")
    save_document(folder, lambda _: b"PK plan", "Plan de quesos", ON)
    back_up(folder)
    return folder, pack(folder.path, tmp_path_factory.mktemp("packed") / "entrega")


def listed(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("files", "documents", "tables", "backups")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }


def rewritten(source, target, change):
    """Copy a packed file, its members changed by `change(name, data)` (None leaves one out)."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.infolist():
            data = change(member.filename, old.read(member))
            if data is not None:
                new.writestr(member.filename, data)
    return target


def with_member(source, target, name, mode=0):
    """Copy a packed file with one more member, which the manifest knows."""
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    def change(member, data):
        if member != packing.MANIFEST:
            return data
        told = json.loads(data)
        told["sha256"][name] = digest
        return json.dumps(told)

    rewritten(source, target, change)
    with zipfile.ZipFile(target, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, b"")
    return target


def test_a_packed_project_comes_out_whole_on_another_computer(packed, tmp_path):
    folder, file = packed

    unpack(file, tmp_path / "otra computadora" / "quesos")

    copy = open_folder(tmp_path / "otra computadora" / "quesos")
    assert file.name == "entrega.dinamo"
    assert set(copy.snapshot()) == set(folder.snapshot())
    assert listed(copy.path).items() >= listed(folder.path).items()
    assert copy.notices() == ()
    copy.close()


def test_a_packed_file_bears_the_name_it_was_given(packed, tmp_path):
    folder, _ = packed

    for name, expected in (("a", "a.dinamo"), ("b.dinamo", "b.dinamo"), ("c.zip", "c.zip")):
        assert pack(folder.path, tmp_path / name) == tmp_path / expected
        assert (tmp_path / expected).is_file()


def test_locks_and_journals_stay_behind(packed):
    _, file = packed

    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()

    assert not [name for name in names if name.endswith((".lock", "-wal", "-shm", ".tmp"))]
    assert "project.db" in names


def test_packing_an_open_project_takes_what_was_just_entered(make_folder, tmp_path):
    folder = make_folder()
    late = Actor(id=uuid4(), name="Recién llegada")
    folder.apply(ChangeSet("Add", (Put(late),)), by="ana")

    unpack(pack(folder.path, tmp_path / "b.dinamo"), tmp_path / "copia")

    copy = open_folder(tmp_path / "copia")
    assert copy.snapshot().get(Actor, late.id) == late
    copy.close()


def test_a_project_is_never_unpacked_over_something(packed, tmp_path):
    folder, file = packed
    before = listed(folder.path)

    with pytest.raises(FolderExists):
        unpack(file, folder.path)

    assert listed(folder.path) == before


def test_an_empty_folder_can_be_unpacked_into(packed, tmp_path):
    _, file = packed
    (tmp_path / "vacía").mkdir()
    (tmp_path / "vacía" / ".DS_Store").touch()

    assert unpack(file, tmp_path / "vacía") == tmp_path / "vacía"

    assert (tmp_path / "vacía" / "project.db").is_file()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "files/../../outside.txt",
        "/etc/outside.txt",
        "C:/outside.txt",
        "files\\..\\..\\outside.txt",
        "files/C:outside.txt",
        "project.db-wal",
        "other/outside.txt",
        "files",
        "files/",
    ],
)
def test_nothing_is_written_outside_the_parts_of_a_project(packed, tmp_path, name):
    file = with_member(packed[1], tmp_path / "bad.dinamo", name)

    with pytest.raises(PackDamaged):
        unpack(file, tmp_path / "copia")

    assert not (tmp_path / "copia").exists()
    assert not list(tmp_path.rglob("outside.txt"))
    assert not list(tmp_path.glob(".unpacking-*"))


def test_links_are_not_unpacked(packed, tmp_path):
    link = with_member(packed[1], tmp_path / "bad.dinamo", "files/a", stat.S_IFLNK | 0o777)

    with pytest.raises(PackDamaged):
        unpack(link, tmp_path / "copia")


def test_names_that_differ_only_by_case_are_refused(packed, tmp_path):
    file = with_member(packed[1], tmp_path / "a.dinamo", "files/foto.jpg")
    file = with_member(file, tmp_path / "b.dinamo", "files/FOTO.jpg")

    with pytest.raises(PackDamaged):
        unpack(file, tmp_path / "copia")


def test_a_changed_member_is_noticed(packed, tmp_path):
    file = rewritten(
        packed[1],
        tmp_path / "bad.dinamo",
        lambda name, data: b"other" if name.startswith("documents/") else data,
    )

    with pytest.raises(PackDamaged, match="001 Plan de quesos"):
        unpack(file, tmp_path / "copia")


@pytest.mark.parametrize("missing", ["project.db", "dinamo.json", "documents/"])
def test_a_pack_that_lacks_something_is_refused(packed, tmp_path, missing):
    file = rewritten(
        packed[1],
        tmp_path / "bad.dinamo",
        lambda name, data: None if name.startswith(missing) else data,
    )

    with pytest.raises(PackDamaged):
        unpack(file, tmp_path / "copia")


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_pack_cut_short_is_refused(packed, tmp_path, share):
    whole = packed[1].read_bytes()
    cut = tmp_path / "cut.dinamo"
    cut.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(PackDamaged, match=r"cut\.dinamo"):
        unpack(cut, tmp_path / "copia")

    assert not (tmp_path / "copia").exists()


def test_a_manifest_of_another_shape_is_refused(packed, tmp_path):
    for text in ("[]", "{}", "null", '{"schema": "x", "sha256": {}}', '{"schema": 1, "sha256": 5}'):
        file = rewritten(
            packed[1],
            tmp_path / "bad.dinamo",
            lambda name, data, text=text: text if name == packing.MANIFEST else data,
        )
        with pytest.raises(PackDamaged):
            unpack(file, tmp_path / "copia")


def test_more_than_a_project_can_hold_is_refused_before_it_is_unpacked(
    packed, tmp_path, monkeypatch
):
    monkeypatch.setattr(packing, "MOST_BYTES", 1000)

    with pytest.raises(PackDamaged):
        unpack(packed[1], tmp_path / "copia")


def test_a_pack_of_a_newer_version_says_so(packed, tmp_path, monkeypatch):
    folder, _ = packed
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, print))
        file = pack(folder.path, tmp_path / "newer.dinamo")

    with pytest.raises(NewerVersion):
        unpack(file, tmp_path / "copia")


def test_names_that_only_this_system_allows_are_made_portable(make_folder, tmp_path):
    folder = make_folder()
    odd = folder.path / "files" / "acta 10:30.txt"
    odd.write_text("x")

    unpack(pack(folder.path, tmp_path / "b"), tmp_path / "copia")

    assert (tmp_path / "copia" / "files" / "acta 10-30.txt").read_text() == "x"


def test_what_is_not_there_cannot_be_packed_nor_unpacked(tmp_path):
    with pytest.raises(NotAProject):
        pack(tmp_path, tmp_path / "x")
    with pytest.raises(FileMissing):
        unpack(tmp_path / "none.dinamo", tmp_path / "copia")

    assert list(tmp_path.iterdir()) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 0.999), byte=st.integers(0, 255))
def test_one_wrong_byte_anywhere_is_noticed_or_harmless(packed, tmp_path, place, byte):
    folder, file = packed
    data = bytearray(file.read_bytes())
    data[int(len(data) * place)] = byte
    spoiled = tmp_path / "spoiled.dinamo"
    spoiled.write_bytes(bytes(data))
    target = tmp_path / uuid4().hex

    try:
        unpack(spoiled, target)
    except (PackDamaged, NewerVersion):
        assert not target.exists()
    else:
        assert listed(target).keys() == listed(folder.path).keys()


def test_a_pack_beside_the_documents_does_not_hold_itself(make_folder):
    folder = make_folder()
    save_document(folder, lambda _: b"PK plan", "Plan", ON)

    first = pack(folder.path, folder.path / "documents" / "entrega")
    again = pack(folder.path, folder.path / "documents" / "entrega")

    assert again == first
    with zipfile.ZipFile(again) as archive:
        names = archive.namelist()
    assert [name for name in names if not name.startswith("backups/")] == [
        "project.db",
        "documents/001 Plan 2026-06-12.docx",
        "dinamo.json",
    ]


def test_a_file_of_somebody_s_own_is_never_replaced(packed, tmp_path):
    for name, content in (("mine.csv", b"a;b\n"), ("mine.zip", b"PK\x03\x04 other")):
        (tmp_path / name).write_bytes(content)

        with pytest.raises(NotReplaced, match=name):
            pack(packed[0].path, tmp_path / name)

        assert (tmp_path / name).read_bytes() == content


def test_an_earlier_packed_file_is_replaced(packed, tmp_path):
    first = pack(packed[0].path, tmp_path / "entrega")

    assert pack(packed[0].path, first) == first


def test_a_packed_file_can_go_into_a_folder_that_is_not_there_yet(packed, tmp_path):
    assert pack(packed[0].path, tmp_path / "no" / "such" / "p.dinamo").is_file()


@pytest.mark.parametrize("name", ["files", "files/inner", "files/inner/acta.txt"])
def test_what_may_not_be_read_is_named_instead_of_left_out(make_folder, tmp_path, name):
    folder = make_folder()
    (folder.path / "files" / "inner").mkdir()
    (folder.path / "files" / "inner" / "acta.txt").write_text("x")
    kept = folder.path / name
    kept.chmod(0)

    try:
        with few_rights(), pytest.raises(FileUnreadable, match=kept.name):
            pack(folder.path, tmp_path / "b")
    finally:
        kept.chmod(0o700)

    assert not (tmp_path / "b.dinamo").exists()


def test_a_packed_file_that_may_not_be_read_is_named(packed, tmp_path):
    file = tmp_path / "b.dinamo"
    file.write_bytes(packed[1].read_bytes())
    file.chmod(0)

    with few_rights(), pytest.raises(FileUnreadable, match=file.name):
        unpack(file, tmp_path / "copia")


def test_a_zip_of_something_else_is_refused_in_the_reader_s_language(tmp_path):
    with zipfile.ZipFile(tmp_path / "o.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "x")

    with pytest.raises(PackDamaged) as refused:
        unpack(tmp_path / "o.xlsx", tmp_path / "copia")

    spoken = refused.value.text(reader(language=Language.SPANISH))
    assert "dinamo.json" in spoken
    assert "There is no" not in spoken


def test_a_project_can_be_unpacked_where_empty_parts_were_left(packed, tmp_path):
    (tmp_path / "copia" / "files").mkdir(parents=True)

    assert unpack(packed[1], tmp_path / "copia").is_dir()


def test_a_place_that_was_named_from_where_one_stands_is_named_whole(packed, tmp_path, monkeypatch):
    folder, file = packed
    monkeypatch.chdir(tmp_path)

    assert pack(folder.path, Path("a.dinamo")) == tmp_path / "a.dinamo"
    assert unpack(file, Path("otro")) == tmp_path / "otro"
