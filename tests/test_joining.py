import stat
import sys

import pytest

from app import joining
from app.home import home
from app.joining import Joining, qr_png, qr_svg, remember, remembered, short_address, wifi


@pytest.fixture(autouse=True)
def own_desk(tmp_path, monkeypatch):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path))


def test_what_was_chosen_is_found_again_project_by_project():
    chosen = Joining(card="wlan0", ip="192.168.1.23", network="Taller", password="queso 2026")

    remember("a", chosen)
    remember("b", Joining(ip="10.0.0.5"))

    assert (remembered("a"), remembered("b").ip) == (chosen, "10.0.0.5")
    assert remembered("never") == Joining()


def test_the_oldest_choices_are_forgotten(monkeypatch):
    monkeypatch.setattr(joining, "KEPT", 2)

    for name in "abc":
        remember(name, Joining(ip="10.0.0.1"))

    assert [remembered(name).ip for name in "abc"] == ["", "10.0.0.1", "10.0.0.1"]


def test_a_spoiled_file_counts_as_none():
    (home() / "joining.json").write_text("{", encoding="utf-8")

    assert remembered("a") == Joining()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_others_on_the_computer_cannot_read_the_network_s_password():
    remember("a", Joining(password="secreto"))

    assert stat.S_IMODE((home() / "joining.json").stat().st_mode) == 0o600


def test_codes_are_dark_on_white_with_their_quiet_edge():
    made = qr_svg("http://192.168.1.23:8080")

    assert made.startswith("<svg")
    assert 'viewBox="0 0 33 33"' in made  # version 2 has 25 modules, and 4 of white at each side
    assert "#101923" in made
    assert "#fff" in made.lower()


def test_pictures_of_codes_are_png():
    assert qr_png("http://192.168.1.23:8080").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("network", "password", "said"),
    [
        ("Taller", "clave", "WIFI:T:WPA;S:Taller;P:clave;;"),
        ("Hotel;Sala:1", "a;b", r"WIFI:T:WPA;S:Hotel\;Sala\:1;P:a\;b;;"),
        ("Abierta", "", "WIFI:S:Abierta;;"),
    ],
)
def test_a_network_is_told_to_phones_in_their_own_words(network, password, said):
    assert wifi(network, password) == said


def test_addresses_are_shown_as_people_type_them():
    assert short_address("http://192.168.1.23:8080") == "192.168.1.23:8080"
    assert short_address("https://votar.example.org/") == "https://votar.example.org"
