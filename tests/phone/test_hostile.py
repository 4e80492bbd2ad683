"""Requests that no page of ours makes: refused in plain words, and nothing breaks or leaks."""

import json
import re
import socket
import time
from urllib.parse import quote
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.phone.guard import LARGEST_BODY, LONGEST_PATH
from app.store import create_folder
from app.store.sealing import votes_of
from methodology.project import Project
from methodology.rounds import Round, State
from tests.phone.conftest import serving
from tests.store.balloting import put_open

FORM = "application/x-www-form-urlencoded"
ADDRESSES = ("/", "/card", "/remote", "/state", f"/r/{'0' * 32}", f"/r/{'0' * 32}/done")


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """Serve one folder with an open round for all tests of the module."""
    folder = create_folder(
        tmp_path_factory.mktemp("hostile") / "quesos", Project(id=uuid4(), name="Quesos"), by="ana"
    )
    asked = put_open(folder)
    with serving(folder.path) as (server, address):
        yield server, int(address.rsplit(":", 1)[1]), asked, folder
    folder.close()


def say(port, data, *, pause=0.0, parts=1, patience=5.0):
    """Send raw bytes, in parts if asked, and return what comes back before the other side ends."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
        size = max(1, len(data) // parts)
        try:
            for start in range(0, len(data), size):
                connection.sendall(data[start : start + size])
                time.sleep(pause)
        except OSError:
            pass
        found = b""
        try:
            while part := connection.recv(65_536):
                found += part
        except OSError:
            pass
        return found


def request(method, path, body=b"", **headers):
    told = {"host": "sala", "connection": "close", **headers}
    if body or method == "POST":
        told = {"content-type": FORM, "content-length": str(len(body)), **told}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + body


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def is_well(target):
    server, port, _asked, _folder = target
    return server.is_running() and status(say(port, request("GET", "/alive"))) == 200


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/_stcore/health", 404),
        ("/_stcore/stream", 404),
        ("/static/js/index.js", 404),
        ("/docs", 404),
        ("/openapi.json", 404),
        ("/project.db", 404),
        ("/../project.db", 404),
        ("/r/../../etc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("//etc/passwd", 404),
        ("/r/" + "a" * 32 + "%00", 404),
        ("/r/..%5c..", 404),
        ("/r/" + "z" * 32, 404),
        ("/r/" + "A" * 32, 404),
        ("/r/{" + "0" * 32 + "}", 404),
        ("/c/" + quote("<script>"), 404),
        ("/" + "a" * LONGEST_PATH, 414),
        ("/?" + "a" * 500, 414),
    ],
)
def test_there_is_nothing_else_there(target, path, expected):
    found = say(target[1], request("GET", path))

    assert status(found) in (expected, 404)
    assert b"Traceback" not in found
    assert b"<script>alert" not in found


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "BREW"]
)
def test_other_methods_are_refused(target, method):
    assert status(say(target[1], request(method, "/"))) in (400, 404, 405)
    assert is_well(target)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"content_type": "application/json"}, 415),
        ({"content_type": "multipart/form-data; boundary=x"}, 415),
        ({"content_type": "text/plain"}, 415),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_forms_of_other_sites_and_other_kinds_are_refused(target, headers, expected):
    asked = target[2]
    made = request(
        "POST",
        f"/r/{asked.round.id.hex}",
        b"turn=1&i=1",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    )

    assert status(say(target[1], made)) == expected


def test_our_own_page_s_form_is_taken(target):
    port, path = target[1], f"/r/{target[2].round.id.hex}"
    device = re.search(rb'name="d" value="([^"]+)"', say(port, request("GET", path)))[1]
    made = request("POST", path, b"turn=1&i=1&d=" + device, origin="http://sala")

    assert status(say(port, made)) == 303


def test_a_large_body_is_cut_off_whether_it_says_so_or_not(target):
    declared = request("POST", "/card", b"x" * (LARGEST_BODY + 1))
    hidden = (
        f"POST /card HTTP/1.1\r\nhost: sala\r\ncontent-type: {FORM}\r\n"
        "transfer-encoding: chunked\r\n\r\n"
    ).encode() + (b"4000\r\n" + b"x" * 0x4000 + b"\r\n") * 8

    assert status(say(target[1], declared)) == 413
    assert status(say(target[1], hidden)) == 413
    assert is_well(target)


def test_a_head_without_end_is_cut_off(target):
    endless = b"GET / HTTP/1.1\r\n" + b"".join(b"x-%d: y\r\n" % n for n in range(20_000))

    assert say(target[1], endless, parts=40) == b""
    assert is_well(target)


def test_whoever_sends_a_letter_at_a_time_keeps_nobody_waiting(target):
    port = target[1]
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
    try:
        for connection in slow:
            connection.sendall(b"GET / HT")
        assert is_well(target)
    finally:
        for connection in slow:
            connection.close()


def test_a_body_that_never_ends_blocks_nobody(target):
    port = target[1]
    head = (
        f"POST /card HTTP/1.1\r\nhost: sala\r\ncontent-type: {FORM}\r\ncontent-length: 100\r\n\r\n"
    )
    waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    try:
        for connection in waiting:
            connection.sendall(head.encode() + b"code=")
        assert is_well(target)
    finally:
        for connection in waiting:
            connection.close()


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"\r\n" * 5000,
        b"\x00" * 5000,
    ],
)
def test_what_is_no_request_gets_no_page(target, data):
    found = say(target[1], data, patience=1.0)

    assert status(found) in (0, 400, 403, 404, 411, 413, 415, 505)
    assert is_well(target)


def test_a_websocket_is_not_spoken(target):
    made = request(
        "GET",
        "/live",
        connection="upgrade",
        upgrade="websocket",
        sec_websocket_version="13",
        sec_websocket_key="x" * 24,
    )

    assert status(say(target[1], made, patience=1.0)) != 101


def test_guessing_codes_finds_nothing(target):
    for number in range(40):
        found = say(target[1], request("GET", f"/c/{number:016d}"))
        assert status(found) == 404


def test_errors_say_nothing_of_the_program(target):
    for path in ("/nothing", "/r/x", "/remote/open/x"):
        found = say(target[1], request("GET", path)).lower()
        for word in (
            b"traceback",
            b"starlette",
            b"uvicorn",
            b"python",
            b"sqlite",
            b"/home",
            b"/tmp",
        ):
            assert word not in found


headers = st.dictionaries(
    st.sampled_from(["cookie", "accept", "accept-language", "origin", "range", "if-none-match"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=80).map(str.strip),
    max_size=4,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["GET", "POST", "HEAD"]),
    st.sampled_from(ADDRESSES),
    headers,
    st.binary(max_size=400),
)
def test_no_request_at_all_is_an_error_of_ours(target, method, path, told, body):
    asked = target[2]
    used = path.replace("0" * 32, asked.round.id.hex)

    found = say(target[1], request(method, used, body if method == "POST" else b"", **told))

    assert 200 <= status(found) < 500
    assert b"Traceback" not in found


def test_after_all_that_the_round_is_open_and_its_ballots_are_whole(target):
    _server, _port, asked, folder = target

    assert is_well(target)
    assert folder.snapshot().get(Round, asked.round.id).state is State.OPEN
    with folder.read() as session:
        for vote in votes_of(session, asked):
            assert json.loads(vote.answer.written()) is not None
