"""The facilitator's real server as a proxy asks it: every route and the websocket are shut."""

import base64
import http.client
import socket
from urllib.parse import urlencode

import pytest

from app.front_door import COOKIE
from app.proxy_address import ProxyAddress
from app.serve import facilitator
from app.store import own_passphrase
from tests.conftest import any_port, await_server

ADDRESS = ProxyAddress("dinamo.example.org", 8443)
PHRASE = "queso río montaña"
KNOCK = base64.b64encode(b"sixteen bytes ok").decode()


class Proxy:
    """Passes on what a browser asks for, with the headers that a proxy writes."""

    def __init__(self, port):
        self.port = port
        self.cookie = ""

    def ask(self, path="/", method="GET", body=None, **headers):
        """Return status, headers and body of an answer."""
        asked = {"Host": "dinamo.example.org:8443", "X-Forwarded-For": "203.0.113.9", **headers}
        if self.cookie:
            asked["Cookie"] = self.cookie
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, path, body, asked)
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            line.close()

    def enter(self, phrase=PHRASE):
        form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": ADDRESS.origin}
        body = urlencode({"phrase": phrase, "back": "/?language=pt"})
        return self.ask("/enter", "POST", body, **form)

    def knock(self, origin=ADDRESS.origin, host="dinamo.example.org:8443", path="/_stcore/stream"):
        """Return the status that a websocket is answered with: 101 is open."""
        lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Upgrade: websocket"]
        lines += ["Connection: Upgrade", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {KNOCK}"]
        lines += [f"Origin: {origin}"] if origin else []
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
            line.sendall("\r\n".join([*lines, "", ""]).encode())
            return int(line.recv(64).split()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Give the port of a server that was told of a proxy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DINAMO_HOME", str(tmp_path_factory.mktemp("behind")))
        own_passphrase.keep(PHRASE)
        port = any_port()
        server = facilitator(port, "es", outside=ADDRESS)
        server.start()
        try:
            await_server(server)
            yield port
        finally:
            server.stop()


@pytest.fixture(scope="module")
def entered(served):
    """Give a browser that gave the passphrase."""
    proxy = Proxy(served)
    status, headers, _body = proxy.enter()
    assert (status, headers["location"]) == (303, "/?language=pt")
    proxy.cookie = headers["set-cookie"].split(";")[0]
    return proxy


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/votes",
        "/index.html",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/metrics",
        "/media/x.docx",
        "/fonts/archivo-latin.woff2",
        "/static/../main.py",
    ],
)
def test_no_route_answers_without_the_passphrase(served, path):
    assert Proxy(served).ask(path)[0] == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_no_file_is_taken_or_removed_without_the_passphrase(served, method):
    path = "/_stcore/upload_file/session/file"

    assert Proxy(served).ask(path, method, Origin=ADDRESS.origin)[0] in {401, 405, 415}


def test_a_page_is_the_one_that_asks_for_the_passphrase(served):
    status, headers, body = Proxy(served).ask("/?language=en", Accept="text/html")

    assert (status, headers["cache-control"]) == (401, "no-store")
    assert b'<html lang="en">' in body
    assert b'name="phrase"' in body
    assert b"streamlit" not in body.lower()


@pytest.mark.parametrize("path", ["/_stcore/stream", "/stream", "/"])
def test_no_websocket_opens_without_the_passphrase(served, path):
    proxy = Proxy(served)

    before = proxy.knock(path=path)
    proxy.cookie = f"{COOKIE}=1900000000.{'a' * 22}.{'0' * 64}"

    assert (before, proxy.knock(path=path)) == (403, 403)


def test_with_the_passphrase_everything_answers(entered):
    page = entered.ask("/?language=pt", Accept="text/html")

    assert (page[0], b'<html lang="pt"' in page[2]) == (200, True)
    assert entered.ask("/_stcore/health")[0] == 200
    assert entered.ask("/fonts/archivo-latin.woff2")[0] == 200
    assert entered.knock() == 101


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://elsewhere.example", "dinamo.example.org:8443"),
        ("", "dinamo.example.org:8443"),
        (ADDRESS.origin, "rebound.example"),
        (ADDRESS.origin, "127.0.0.1"),
    ],
)
def test_another_sites_page_opens_no_websocket_even_with_the_cookie(entered, origin, host):
    assert entered.knock(origin, host) == 403


def test_a_proxy_that_leaves_the_port_out_of_host_is_understood(entered):
    assert entered.ask(Host="dinamo.example.org")[0] == 200
    assert entered.knock(host="dinamo.example.org") == 101


def test_the_computer_itself_uses_the_address_of_the_proxy_too(served):
    status, _headers, body = Proxy(served).ask(Host=f"127.0.0.1:{served}")

    assert (status, ADDRESS.origin.encode() in body) == (403, True)


def test_a_wrong_passphrase_gives_no_cookie(served):
    status, headers, _body = Proxy(served).enter("otra cosa")

    assert (status, headers["set-cookie"]) == (401, None)
