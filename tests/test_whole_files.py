import errno
import os
import stat
from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.whole_files import (
    LONGEST_NAME_BYTES,
    OWN,
    digest,
    place,
    portable,
    safe_name,
    unused_name,
    write,
    write_new,
)


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "tabla.csv"
    path.write_bytes(b"a long text that was there before")

    write(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_never_takes_the_place_of_another(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"first")

    with pytest.raises(FileExistsError):
        write_new(path, b"second")

    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_leaves_no_draft(tmp_path):
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "gone" / "tabla.csv", b"x")

    assert list(tmp_path.iterdir()) == []


def test_a_finished_draft_gets_its_name_and_loses_the_old_one(tmp_path):
    draft, target = tmp_path / "draft", tmp_path / "target"
    draft.write_bytes(b"x")

    place(draft, target)

    assert target.read_bytes() == b"x"
    assert not draft.exists()


def test_the_digest_is_the_sha_256_of_the_bytes(tmp_path):
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"abc")

    assert digest(path) == sha256(b"abc").hexdigest()


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("Acta taller 1.docx", "Acta taller 1.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\acta.pdf", "acta.pdf"),
        ('a:b*c?"d.pdf', "a-b-c-d.pdf"),
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("lpt1.tar.gz", "_lpt1.tar.gz"),
        ("   ", "file"),
        ("...", "file"),
        ("informe. ", "informe"),
        ("e\u0301.txt", "é.txt"),
        ("foto\u202egpj.exe", "foto-gpj.exe"),
        ("línea\nuna.txt", "línea-una.txt"),
    ],
)
def test_names_from_people_become_names_that_every_system_holds(given_name, safe):
    assert safe_name(given_name) == safe


@given(st.text(max_size=400))
def test_a_safe_name_stays_in_its_folder_and_stays_as_it_is(name):
    safe = safe_name(name)

    assert 0 < len(safe.encode()) <= LONGEST_NAME_BYTES
    assert not set(safe) & set('/\\:*?"<>|\0')
    assert safe not in (".", "..")
    assert safe_name(safe) == safe


@given(st.text(max_size=50))
def test_a_portable_name_has_none_of_the_forbidden_signs(name):
    assert not set(portable(name)) & set('/\\:*?"<>|\0\n')


def test_a_name_in_use_is_counted_on_even_in_other_case(tmp_path):
    (tmp_path / "Foto.JPG").touch()
    (tmp_path / "foto-2.jpg").touch()

    assert unused_name(tmp_path, "foto.jpg") == "foto-3.jpg"


def test_a_name_that_cannot_be_filled_is_given_free_again(tmp_path, monkeypatch):
    draft, path = tmp_path / "draft", tmp_path / "plan.docx"
    draft.write_bytes(b"plan")
    monkeypatch.setattr(Path, "hardlink_to", _refuse)
    monkeypatch.setattr(Path, "replace", _refuse)

    with pytest.raises(OSError, match="no such thing here"):
        place(draft, path)

    assert not path.exists()
    assert draft.read_bytes() == b"plan"


def _refuse(*_):
    raise OSError("no such thing here")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_file_of_ones_own_is_for_nobody_else(tmp_path):
    write(tmp_path / "own", b"secret", OWN)

    assert (tmp_path / "own").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows is not told of folders")
@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_drive_that_flushes_no_folders_is_no_fault(tmp_path, monkeypatch, number, is_told):
    real = os.fsync

    def flush(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", flush)

    with pytest.raises(OSError, match=os.strerror(number)) if is_told else nullcontext():
        write(tmp_path / "plan.txt", b"whole")

    assert (tmp_path / "plan.txt").read_bytes() == b"whole"
