"""The addresses at which a proxy shows pages to other computers, and to phones."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from methodology.text import N_, Problem

HTTPS_PORT = 443
USUAL_PORTS = {"https": HTTPS_PORT, "http": 80}
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


class NotAnAddress(Problem):
    """No address that a browser could reach the pages at, encrypted."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            N_(
                "{typed} is no address for the facilitator's pages. It starts with https:// and"
                " is only a name, for example https://dinamo.example.org"
            ),
            typed=typed,
        )


class NotForPhones(Problem):
    """No address at which phones could reach the firms' pages."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            N_(
                "{typed} is no address for the firms' pages. It starts with https:// or http://"
                " and is only a name, for example https://vote.example.org"
            ),
            typed=typed,
        )


@dataclass(frozen=True)
class ProxyAddress:
    """A name, and the port when it is not the usual one."""

    name: str
    port: int = HTTPS_PORT

    @property
    def origin(self) -> str:
        """The address as browsers write it in Origin."""
        return f"https://{self.name}" + ("" if self.port == HTTPS_PORT else f":{self.port}")

    @property
    def hosts(self) -> frozenset[str]:
        """What a proxy may pass on as Host: some leave the port out, some write it always."""
        return frozenset({self.name, f"{self.name}:{self.port}"})

    def page(self, **query: str) -> str:
        """Return the address of the first page; `query` names the project to open."""
        return f"{self.origin}/" + (f"?{urlencode(query)}" if query else "")


def proxy_address(typed: str) -> ProxyAddress:
    """Return the address that was typed, or raise `NotAnAddress`."""
    scheme, name, port = _parts(typed)
    if scheme != "https":
        raise NotAnAddress(typed)
    return ProxyAddress(name, port)


def phones_address(typed: str) -> str:
    """Return the address that phones are told, as browsers write it, or raise `NotForPhones`."""
    scheme, name, port = _parts(typed)
    if not scheme:
        raise NotForPhones(typed)
    return f"{scheme}://{name}" + ("" if port == USUAL_PORTS[scheme] else f":{port}")


def _parts(typed: str) -> tuple[str, str, int]:
    """Return scheme, name and port of an address that is nothing more; no scheme for any other."""
    try:
        parts = urlsplit(typed.strip())
        port = parts.port or USUAL_PORTS.get(parts.scheme, 0)
        name = (parts.hostname or "").encode("idna").decode("ascii").lower()
    except ValueError:
        return "", "", 0
    has_more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in USUAL_PORTS or has_more or not _NAME.fullmatch(name):
        return "", "", 0
    return parts.scheme, name, port
