"""The passphrase of the facilitator's pages: what is kept of it, and who may read that."""

import os
import sys

import pytest
from argon2 import PasswordHasher

from app.home import home
from app.store import own_passphrase, passphrase
from app.store.passphrase import TooShort

PHRASE = "queso río montaña"


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "home"))
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passphrase, "_HASHER", quick)


def place():
    return home() / own_passphrase.FILE_NAME


def test_nothing_is_the_passphrase_while_none_was_set():
    assert own_passphrase.kept() == ""
    assert own_passphrase.is_own_passphrase("") is False
    assert own_passphrase.is_own_passphrase(PHRASE) is False


def test_only_the_passphrase_is_the_passphrase():
    own_passphrase.keep(PHRASE)

    tries = (PHRASE, f" {PHRASE}\n", PHRASE.upper(), "queso rio montaña", "", PHRASE * 20)
    assert [own_passphrase.is_own_passphrase(one) for one in tries] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_only_what_argon2_makes_of_it_is_kept():
    own_passphrase.keep(PHRASE)

    assert own_passphrase.kept().startswith("$argon2id$")
    assert [file.name for file in home().iterdir()] == [own_passphrase.FILE_NAME]
    assert b"queso" not in place().read_bytes()


def test_the_same_passphrase_is_kept_otherwise_each_time():
    own_passphrase.keep(PHRASE)
    before = own_passphrase.kept()

    own_passphrase.keep(PHRASE)

    assert own_passphrase.kept() != before


def test_a_new_passphrase_takes_the_place_of_the_old_one():
    own_passphrase.keep(PHRASE)
    own_passphrase.keep("otras tres palabras")

    assert own_passphrase.is_own_passphrase(PHRASE) is False
    assert own_passphrase.is_own_passphrase("otras tres palabras") is True


@pytest.mark.parametrize("phrase", ["", "corta", "1234567", "   a   b   "])
def test_a_short_one_is_refused_and_the_old_one_stays(phrase):
    own_passphrase.keep(PHRASE)

    with pytest.raises(TooShort, match="8 signs"):
        own_passphrase.keep(phrase)

    assert own_passphrase.is_own_passphrase(PHRASE) is True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_the_file_is_for_its_owner_alone():
    before = os.umask(0)
    try:
        own_passphrase.keep(PHRASE)
    finally:
        os.umask(before)

    assert place().stat().st_mode & 0o777 == 0o600


def test_what_an_interrupted_command_left_is_in_nobodys_way():
    own_passphrase.keep(PHRASE)
    place().with_name(f"{own_passphrase.FILE_NAME}.new").write_text("half")

    own_passphrase.keep("otras tres palabras")

    assert own_passphrase.is_own_passphrase("otras tres palabras") is True


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe\x00", b"$argon2id$v=19$broken"])
def test_a_damaged_file_lets_nobody_in(damage):
    place().write_bytes(damage)

    assert own_passphrase.is_own_passphrase(PHRASE) is False
    assert own_passphrase.is_own_passphrase("") is False
