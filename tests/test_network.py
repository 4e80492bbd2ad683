"""Which of a computer's addresses the room is told, with network cards as they really are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.network import Address, Reach, addresses, chosen, ranked

ROOM = ("wlan0", "192.168.1.23")


def ips(cards, way=""):
    return [found.ip for found in ranked(cards, way)]


def test_the_room_comes_before_containers_and_tunnels_even_when_a_tunnel_is_the_way_out():
    cards = [("docker0", "172.17.0.1"), ("tun0", "10.8.0.2"), ROOM, ("lo", "127.0.0.1")]

    assert ips(cards, way="10.8.0.2") == ["192.168.1.23", "10.8.0.2", "172.17.0.1"]
    assert [found.is_likely for found in ranked(cards, "")] == [True, False, False]


@pytest.mark.parametrize(
    "card",
    [
        "docker0",
        "br-1a2b3c",
        "virbr0",
        "vmnet8",
        "vEthernet (WSL)",
        "VirtualBox Host-Only Ethernet Adapter",
        "VMware Virtual Ethernet Adapter for VMnet1",
        "utun3",
        "wg0",
        "Tailscale",
        "TAP-Windows Adapter V9",
        "ppp0",
    ],
)
def test_cards_without_a_room_behind_them_are_unlikely(card):
    (found,) = ranked([(card, "10.1.2.3")], "10.1.2.3")

    assert found == Address(card, "10.1.2.3", Reach.UNLIKELY)


@pytest.mark.parametrize(
    ("card", "ip"),
    [
        ("Microsoft Wi-Fi Direct Virtual Adapter", "192.168.137.1"),
        ("bridge100", "192.168.2.1"),
        ("wlan0", "10.42.0.1"),
        ("ap0", "192.168.43.1"),
    ],
)
def test_the_computer_s_own_hotspot_comes_first(card, ip):
    cards = [("Wi-Fi", "192.168.1.23"), (card, ip)]

    (first, _second) = ranked(cards, "192.168.1.23")

    assert (first.ip, first.reach) == (ip, Reach.HOTSPOT)


def test_a_guest_of_such_a_hotspot_is_not_the_hotspot():
    (found,) = ranked([("Wi-Fi", "192.168.137.55")], "")

    assert found.reach is Reach.ROOM


def test_the_way_out_decides_between_two_rooms_and_the_wireless_card_without_one():
    cards = [("eth0", "10.0.0.5"), ROOM]

    assert ips(cards, way="10.0.0.5") == ["10.0.0.5", "192.168.1.23"]
    assert ips(cards) == ["192.168.1.23", "10.0.0.5"]


def test_own_and_makeshift_addresses_are_nobody_s():
    assert ips([("lo", "127.0.0.1"), ("wlan0", "169.254.9.9")]) == []


def test_addresses_of_telephone_companies_and_tunnels_are_unlikely():
    (found,) = ranked([("wlan0", "100.101.102.103")], "")

    assert found.is_likely is False


def test_an_address_open_to_the_internet_is_said_to_be_so():
    (found,) = ranked([("eth0", "8.8.8.8")], "8.8.8.8")

    assert (found.reach, found.is_likely) == (Reach.PUBLIC, True)


def test_what_was_chosen_is_found_again_by_its_address_then_by_its_card():
    found = ranked([ROOM, ("eth0", "10.0.0.5"), ("tun0", "10.8.0.2")], "")

    assert chosen(found, "10.8.0.2", "gone").ip == "10.8.0.2"
    assert chosen(found, "192.168.9.9", "eth0").ip == "10.0.0.5"
    assert chosen(found, "", "").ip == "192.168.1.23"


def test_with_tunnels_alone_there_is_no_workshop_network():
    assert chosen(ranked([("tun0", "10.8.0.2")], "10.8.0.2"), "", "") is None


def test_this_computer_s_own_addresses_are_found_without_asking_anybody():
    assert all(isinstance(found, Address) for found in addresses())


@given(
    st.lists(st.tuples(st.sampled_from(["wlan0", "tun0", "eth1"]), st.ip_addresses(v=4).map(str)))
)
def test_order_never_depends_on_the_order_of_the_cards(cards):
    unique = [*dict.fromkeys(cards)]

    assert ranked(unique, "") == ranked([*reversed(unique)], "")
    assert {found.ip for found in ranked(unique, "")} <= {ip for _card, ip in unique}
