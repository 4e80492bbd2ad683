"""How phones come in: the address as QR code and as text, the network, and what is remembered.

What was chosen for a project is kept on this computer, beside the list of projects: it belongs to
the computer's networks and not to the project.
"""

import re
from io import BytesIO

import segno
from pydantic import BaseModel, ConfigDict, TypeAdapter
from segno import helpers

from app.memory import Memory
from app.switchboard import PHONE_PORT

INK, PAPER = "#101923", "#FFFFFF"
QUIET = 4  # modules of white around the code: readers need them
KEPT = 50


class Joining(BaseModel):
    """Where the firms' pages of a project are opened on this computer, and the network's name."""

    model_config = ConfigDict(frozen=True)

    card: str = ""
    ip: str = ""
    port: int = PHONE_PORT
    network: str = ""
    password: str = ""


_MEMORY = Memory[dict[str, Joining]]("joining.json", TypeAdapter(dict[str, Joining]), {})


def remembered(key: str) -> Joining:
    """Return what was chosen last for a project on this computer."""
    return _MEMORY.read().get(key, Joining())


def remember(key: str, joining: Joining) -> None:
    """Keep what was chosen for a project; the file is readable by this account alone."""

    def with_it(known: dict[str, Joining]) -> dict[str, Joining]:
        others = [(name, one) for name, one in known.items() if name != key]
        return dict([*others, (key, joining)][-KEPT:])

    _MEMORY.change(with_it)


def qr_svg(text: str) -> str:
    """Return a QR code as a drawing that fills its place, dark on white whatever the theme."""
    return segno.make(text, error="m", micro=False).svg_inline(
        border=QUIET, dark=INK, light=PAPER, omitsize=True
    )


def qr_png(text: str, scale: int = 12) -> bytes:
    """Return a QR code as a picture."""
    made = BytesIO()
    segno.make(text, error="m", micro=False).save(
        made, kind="png", border=QUIET, dark=INK, light=PAPER, scale=scale
    )
    return made.getvalue()


def wifi(network: str, password: str) -> str:
    """Return what a QR code says for a phone to join a network by itself."""
    return str(
        helpers.make_wifi_data(
            ssid=network, password=password or None, security="WPA" if password else None
        )
    )


def short_address(address: str) -> str:
    """Return an address as people type it: without what the browser adds by itself."""
    return re.sub(r"^http://", "", address).rstrip("/")
