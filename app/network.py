"""The addresses of this computer that phones in the room could reach, the likeliest first.

Neither the operating system's own idea of «the» address nor the name of the computer is enough:
with a private tunnel open both name an address that no phone in the room reaches.
"""

import re
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

import ifaddr

from methodology.choice import Choice
from methodology.text import N_

ELSEWHERE = ("192.0.2.1", 9)  # an address that nobody has (RFC 5737): asked for the way, not sent
CARRIER = IPv4Network("100.64.0.0/10")  # tunnels and telephone companies, never a room's network
HOTSPOTS = (  # the networks that Windows, macOS, Linux and Android give their own hotspot
    IPv4Network("192.168.137.0/24"),
    IPv4Network("192.168.2.0/24"),
    IPv4Network("10.42.0.0/24"),
    IPv4Network("192.168.43.0/24"),
)
_UNREAL = re.compile(
    r"docker|veth|^br-|virbr|vmnet|vmware|vbox|virtualbox|^vEthernet|hyper-v|^tun|^tap|tap-|utun"
    r"|^wg|wireguard|tailscale|^zt|zerotier|hamachi|openvpn|nordlynx|vpn|^ppp|npcap|lxc|^cni",
    re.IGNORECASE,
)
_WIRELESS = re.compile(r"^wl|wi-?fi|wlan|wireless|inal[aá]mbric|sem fio|^ap\d|^bridge1", re.I)


class Reach(Choice):
    """How likely phones in the room reach an address."""

    ROOM = "room", N_("network of this place")
    HOTSPOT = "hotspot", N_("hotspot of this computer")
    UNLIKELY = "unlikely", N_("tunnel or virtual network: phones do not reach it")
    PUBLIC = "public", N_("open to the internet")


@dataclass(frozen=True)
class Address:
    """One address of this computer, with the network card that has it."""

    card: str
    ip: str
    reach: Reach

    @property
    def is_likely(self) -> bool:
        """Say whether phones in the room could reach it."""
        return self.reach is not Reach.UNLIKELY


def addresses() -> tuple[Address, ...]:
    """Return the addresses that phones could be told, the likeliest first."""
    cards = [
        (adapter.nice_name, str(ip.ip))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    return ranked(cards, way_out())


def ranked(cards: Iterable[tuple[str, str]], way: str) -> tuple[Address, ...]:
    """Return the addresses of network cards, `(name, address)`, the likeliest first.

    `way` is the address by which the computer would leave its network, empty when by none.
    """
    found = [
        Address(card, ip, _reach(card, IPv4Address(ip)))
        for card, ip in cards
        if not (IPv4Address(ip).is_loopback or IPv4Address(ip).is_link_local)
    ]
    order = (Reach.HOTSPOT, Reach.ROOM, Reach.PUBLIC, Reach.UNLIKELY)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                order.index(one.reach),
                one.ip != way,
                not _WIRELESS.search(one.card),
                IPv4Address(one.ip),
                one.card,
            ),
        )
    )


def chosen(found: Sequence[Address], ip: str, card: str) -> Address | None:
    """Return the address that was chosen before, on its card when that has another one today.

    The likeliest where neither is there; None when phones in the room would reach none.
    """
    same = [one for one in found if one.ip == ip] or [one for one in found if one.card == card]
    likely = [one for one in found if one.is_likely]
    return next(iter([*same, *likely]), None)


def way_out() -> str:
    """Return the address by which this computer would leave its network; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _reach(card: str, ip: IPv4Address) -> Reach:
    if any(ip in network for network in HOTSPOTS) and ip.packed[-1] == 1:
        return Reach.HOTSPOT
    if _UNREAL.search(card) or ip in CARRIER:
        return Reach.UNLIKELY
    return Reach.PUBLIC if ip.is_global else Reach.ROOM
