"""What a computer remembers and leaves between its programs, at the edges."""

import json
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.joining import Joining, qr_svg, short_address, wifi
from app.network import HOTSPOTS, Address, Reach, chosen, ranked
from app.recent import KEPT, find, forget, recent, remember
from app.switchboard import Answer, DoorState, Switchboard, Wish


@pytest.fixture(autouse=True)
def own_desk(monkeypatch, tmp_path):
    """Give each test a home of its own."""
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "desk"))


def room(ip, card="wlan0"):
    return Address(card, ip, Reach.ROOM)


@pytest.mark.parametrize("network", HOTSPOTS, ids=str)
def test_only_the_first_address_of_a_hotspot_s_network_is_the_hotspot(network):
    first = str(network.network_address + 1)
    guest = str(network.network_address + 17)

    found = {one.ip: one.reach for one in ranked([("a", first), ("b", guest)], "")}

    assert found == {first: Reach.HOTSPOT, guest: Reach.ROOM}


@pytest.mark.parametrize(
    ("ip", "reach"),
    [
        ("10.0.0.5", Reach.ROOM),
        ("172.16.0.1", Reach.ROOM),
        ("192.168.1.20", Reach.ROOM),
        ("100.63.255.255", Reach.PUBLIC),
        ("100.64.0.0", Reach.UNLIKELY),
        ("100.127.255.255", Reach.UNLIKELY),
        ("100.128.0.0", Reach.PUBLIC),
        ("8.8.8.8", Reach.PUBLIC),
    ],
)
def test_networks_end_exactly_where_they_end(ip, reach):
    [found] = ranked([("eth0", ip)], "")

    assert found.reach is reach
    assert found.is_likely is (reach is not Reach.UNLIKELY)


@pytest.mark.parametrize("ip", ["127.0.0.1", "127.255.255.255", "169.254.0.1", "169.254.255.255"])
def test_addresses_that_nobody_else_reaches_are_not_offered(ip):
    assert ranked([("eth0", ip)], ip) == ()


def test_addresses_of_one_kind_are_ordered_as_numbers():
    cards = [("eth0", f"192.168.1.{last}") for last in (100, 20, 3)]

    assert [one.ip for one in ranked(cards, "")] == ["192.168.1.3", "192.168.1.20", "192.168.1.100"]


@given(st.lists(st.ip_addresses(v=4).map(str), unique=True, max_size=8), st.data())
def test_likely_addresses_always_stand_before_unlikely_ones(found, data):
    names = st.sampled_from(["wlan0", "eth0", "docker0", "tun0"])
    cards = [(data.draw(names), ip) for ip in found]

    order = [one.is_likely for one in ranked(cards, "")]

    assert order == sorted(order, reverse=True)
    assert len(order) == sum(
        not (IPv4Address(ip).is_loopback or IPv4Address(ip).is_link_local) for ip in found
    )


def test_a_choice_made_before_is_found_even_when_it_is_unlikely():
    tunnel = Address("tun0", "10.8.0.2", Reach.UNLIKELY)

    assert chosen([room("10.0.0.5"), tunnel], "10.8.0.2", "") == tunnel
    assert chosen([room("10.0.0.5"), tunnel], "", "tun0") == tunnel
    assert chosen([room("10.0.0.5"), tunnel], "1.2.3.4", "gone") == room("10.0.0.5")
    assert chosen([tunnel], "", "") is None
    assert chosen([], "10.0.0.5", "wlan0") is None


def test_the_address_comes_before_the_card():
    one, other = room("10.0.0.5", "wlan0"), room("10.0.0.6", "eth0")

    assert chosen([one, other], "10.0.0.6", "wlan0") == other


def test_the_project_opened_last_stands_first_and_once(tmp_path):
    for name in ("uno", "dos", "uno"):
        remember(tmp_path / name, name.title())

    assert [one.name for one in recent()] == ["Uno", "Dos"]


def test_a_folder_has_one_key_however_it_is_named(tmp_path):
    (tmp_path / "quesos").mkdir()

    key = remember(tmp_path / "quesos", "Quesos")

    assert remember(tmp_path / "quesos" / ".." / "quesos", "Quesos de altura") == key
    assert [one.name for one in recent()] == ["Quesos de altura"]


def test_the_list_keeps_the_latest_only(tmp_path):
    for number in range(KEPT + 5):
        remember(tmp_path / str(number), str(number))

    assert len(recent()) == KEPT
    assert recent()[0].name == str(KEPT + 4)
    assert recent()[-1].name == "5"


def test_a_project_is_found_by_its_key_until_it_is_forgotten(tmp_path):
    key = remember(tmp_path / "quesos", "Quesos de la Ñusta")
    assert find(key).name == "Quesos de la Ñusta"

    forget(key)
    forget("never there")

    assert find(key) is None
    assert recent() == ()


@pytest.mark.parametrize("spoiled", ["", "{", "[1]", '{"key": 1}', "null"])
def test_a_spoiled_list_counts_as_empty_and_is_written_anew(tmp_path, spoiled):
    remember(tmp_path / "uno", "Uno")
    (tmp_path / "desk" / "recent.json").write_text(spoiled, encoding="utf-8")

    assert recent() == ()
    remember(tmp_path / "dos", "Dos")

    assert [one.name for one in recent()] == ["Dos"]


def test_the_list_is_readable_by_people_and_leaves_nothing_beside_it(tmp_path):
    remember(tmp_path / "ñ", "Ñandú")

    told = (tmp_path / "desk" / "recent.json").read_text("utf-8")

    assert [row["name"] for row in json.loads(told)] == ["Ñandú"]
    assert "Ñandú" in told
    assert [*(tmp_path / "desk").glob("*.tmp")] == []


@pytest.mark.parametrize("note", ["", "{", "[]", '{"state": "ajar"}', '{"port": "many"}'])
def test_a_note_that_cannot_be_read_is_a_closed_door(tmp_path, note):
    (tmp_path / "answer.json").write_text(note, encoding="utf-8")

    assert Switchboard(tmp_path).answer() == Answer()
    assert Answer().state is DoorState.CLOSED


def test_the_last_wish_is_the_one_that_counts(tmp_path):
    board = Switchboard(tmp_path)
    first, second = Wish(host="10.0.0.5"), Wish(is_open=False)

    board.ask(first)
    board.ask(second)

    assert board.wish() == second
    assert first.number != second.number


@pytest.mark.parametrize(
    ("host", "port", "public", "told"),
    [
        ("10.0.0.5", 8080, "", "http://10.0.0.5:8080"),
        ("10.0.0.5", 8080, "https://voto.example/", "https://voto.example"),
        ("10.0.0.5", 8080, "/", "http://10.0.0.5:8080"),
    ],
)
def test_people_are_told_one_address(host, port, public, told):
    assert Answer(host=host, port=port, public_url=public).address == told


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://10.0.0.5:8080/", "10.0.0.5:8080"),
        ("https://voto.example/", "https://voto.example"),
        ("10.0.0.5", "10.0.0.5"),
        ("", ""),
    ],
)
def test_an_address_is_as_short_as_it_can_be_typed(address, told):
    assert short_address(address) == told


def test_signs_of_a_network_s_name_do_not_end_it():
    told = wifi("Sala; 1: \\ altura", "clave;")

    assert "\\;" in told
    assert "\\:" in told
    assert told.startswith("WIFI:")


def test_a_longer_address_makes_a_finer_code():
    short, long = qr_svg("http://10.0.0.5:8080"), qr_svg("https://voto.example/" + "a" * 200)

    assert len(long) > len(short)
    assert "<svg" in short


def test_nothing_chosen_yet_is_the_usual_port_and_no_network():
    assert Joining() == Joining(card="", ip="", port=8080, network="", password="")
