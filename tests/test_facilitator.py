import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from app.facilitator import KnownPages, OwnComputerOnly, PageLanguage, settings
from app.proxy_address import ProxyAddress
from methodology.project import Language
from tests.asynchronous import run

ROOT = Path(__file__).resolve().parent.parent
PAGE = b'<!DOCTYPE html><html lang="en"><head></head></html>'


async def page(scope, receive, send):
    """A stand-in for the inner server: a page in two pieces, with what Streamlit sends."""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"etag", b'"1"')]
    headers.append((b"content-length", str(len(PAGE)).encode()))
    if any(name == b"accept-encoding" for name, _value in scope["headers"]):
        headers.append((b"content-encoding", b"gzip"))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": PAGE[:20], "more_body": True})
    await send({"type": "http.response.body", "body": PAGE[20:]})


async def style_sheet(scope, receive, send):
    headers = [(b"content-type", b"text/css")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b'<html lang="en">'})


def ask(app, query=b"", kind="http", path="/", **headers):
    """Return status (or the code a websocket is closed with), headers and body of an answer."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "path": path, "query_string": query, "headers": raw}
    sent = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    run(app({**scope, "method": "GET"}, receive, send))
    start = sent[0]
    body = b"".join(message.get("body", b"") for message in sent)
    return start.get("status", start.get("code")), dict(start.get("headers", ())), body


@pytest.mark.parametrize(
    ("query", "language"),
    [(b"", "pt"), (b"language=en", "en"), (b"project=x&language=es", "es"), (b"language=fr", "pt")],
)
def test_a_page_says_which_language_it_speaks(query, language):
    app = PageLanguage(page, Language.PORTUGUESE)

    status, headers, body = ask(app, query, accept="text/html", accept_encoding="gzip")

    script = b"<script>window.__streamlit={BACKEND_BASE_URL:"
    assert (status, body.split(b"<head>")[0]) == (
        200,
        PAGE.replace(b'"en"', f'"{language}"'.encode()).split(b"<head>")[0],
    )
    assert body.split(b"<head>")[1].startswith(script)
    assert headers[b"content-length"] == str(len(body)).encode()
    assert not {b"etag", b"content-encoding"} & set(headers)


def test_what_is_no_page_is_left_alone():
    app = PageLanguage(style_sheet, Language.SPANISH)

    assert ask(app, accept="text/html")[2] == b'<html lang="en">'
    assert ask(app, accept="text/css")[2] == b'<html lang="en">'


@pytest.mark.parametrize("path", ["/start", "/foo", "/ñandú/"])
def test_an_address_that_is_no_page_leads_to_the_first_one(path):
    status, headers, _body = ask(KnownPages(page), b"project=x", path=path, accept="text/html")

    assert (status, headers[b"location"]) == (307, b"/?project=x")


@pytest.mark.parametrize("path", ["/", "/mapping", "/_stcore/health", "/fonts/a.woff2"])
def test_pages_and_what_belongs_to_them_are_answered(path):
    assert ask(KnownPages(page), path=path, accept="text/html")[0] == 200
    assert ask(KnownPages(page), path="/foo", accept="*/*")[0] == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost:8700"])
@pytest.mark.parametrize("origin", [{}, {"origin": "http://127.0.0.1:8700"}])
def test_this_computer_is_answered(host, origin):
    assert ask(OwnComputerOnly(page, 8700), host=host, **origin)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": "192.168.1.7:8700"},
        {"host": "rebound.example:8700"},
        {"host": "127.0.0.1:9000"},
        {"host": "127.0.0.1:8700", "origin": "http://elsewhere.example"},
        {"host": "127.0.0.1:8700", "origin": "null"},
    ],
)
def test_other_computers_and_other_sites_pages_are_refused(headers):
    app = OwnComputerOnly(page, 8700)

    assert ask(app, **headers)[0] == 403
    assert ask(app, kind="websocket", **headers)[0] == 1008


def test_nothing_is_told_to_anybody_outside():
    chosen = settings(8700)

    assert chosen["browser.gatherUsageStats"] is False
    assert chosen["server.address"] == "127.0.0.1"


@pytest.fixture
def get(running_app):
    def ask_for(path="", **headers):
        request = urllib.request.Request(f"{running_app.address()}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, "", b""

    return ask_for


def test_the_served_page_speaks_spanish_and_brings_its_own_fonts(get):
    assert b'<html lang="es"' in get(Accept="text/html")[2]
    assert get("fonts/archivo-latin.woff2")[:2] == (200, "font/woff2")


def test_the_server_refuses_a_rebound_name(get, running_app):
    assert get(Host=f"rebound.example:{running_app.port}")[0] == 403
    assert get(Host=f"localhost:{running_app.port}")[0] == 200


def test_the_server_tells_the_page_to_count_nothing(get):
    told = json.loads(get("_stcore/host-config")[2])

    assert "metricsUrl" not in told or not told["metricsUrl"]


def test_only_the_loopback_address_listens(running_app):
    with socket.socket() as other:
        other.settimeout(2)

        assert other.connect_ex(("127.0.0.2", running_app.port)) != 0


def test_streamlit_itself_knows_another_name_only_behind_a_proxy():
    address = ProxyAddress("dinamo.example.org", 8443)

    plain, behind = settings(8700), settings(8700, address)

    assert plain["server.allowedHosts"] == ["127.0.0.1", "localhost"]
    assert "server.corsAllowedOrigins" not in plain
    assert behind["server.allowedHosts"] == ["127.0.0.1", "dinamo.example.org", "localhost"]
    assert behind["server.corsAllowedOrigins"] == ["https://dinamo.example.org:8443"]
    assert behind["server.address"] == "127.0.0.1"


def test_without_a_proxy_no_passphrase_is_asked_for(get):
    page_shown = get(Accept="text/html")

    assert page_shown[0] == 200
    assert b'name="phrase"' not in page_shown[2]


def test_what_pages_are_made_of_is_read_ahead_without_a_session():
    told = "from app.facilitator import read_ahead; read_ahead(); import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", told], cwd=ROOT, capture_output=True, text=True
    )

    assert done.stderr == ""
    assert {"app.widgets.grid", "app.widgets.figures_of_process"} <= {*done.stdout.split()}
