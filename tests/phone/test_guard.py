"""What every request passes first, asked without a network in between."""

import asyncio
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from app.phone import guard
from app.phone.guard import FORM, LARGEST_BODY, LONGEST_PATH, LONGEST_QUERY, SAID, Guard
from tests.asynchronous import run

POLICY = "default-src 'none'"


async def _echo(scope, receive, send):
    body = (await receive()).get("body", b"") if scope["method"] == "POST" else b""
    await PlainTextResponse(b"got " + body)(scope, receive, send)


def asked(method="GET", path="/", *, app=_echo, make=Guard, parts=(), **values):
    """Return status, headers and body that a request gets; `parts` is how its body comes in."""
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
        **values,
    }
    coming = [
        {"type": "http.request", "body": part, "more_body": place < len(parts)}
        for place, part in enumerate(parts or (b"",), start=1)
    ]
    return run(_run(make(app, POLICY), scope, coming))


async def _run(app, scope, coming):
    told = []

    async def receive():
        return coming.pop(0) if coming else {"type": "http.disconnect"}

    async def send(message):
        told.append(message)

    await app(scope, receive, send)
    if not told:
        return None
    headers = {name.decode(): value.decode() for name, value in told[0]["headers"]}
    return told[0]["status"], headers, b"".join(one.get("body", b"") for one in told[1:])


def headers(**values):
    """Return headers of a form, and others with dashes for low lines."""
    given_headers = {"content_type": FORM.decode(), **values}
    return [(name.replace("_", "-").encode(), str(v).encode()) for name, v in given_headers.items()]


def status(*words, **values):
    return asked(*words, **values)[0]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_reads_passes(method):
    assert status(method) == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_other_methods_hear_which_there_are(method):
    code, said, body = asked(method)

    assert (code, said["allow"], body) == (405, "GET, HEAD, POST", b"Not this way.")


def test_every_answer_says_what_browsers_may_do_refusals_too():
    for found in (asked(), asked("PUT"), asked(path="//")):
        told = found[1]

        assert told["content-security-policy"] == POLICY
        assert {name: told[name] for name in SAID} == SAID


def test_what_a_page_says_itself_is_not_said_twice():
    async def page(scope, receive, send):
        await PlainTextResponse("", headers={"cache-control": "no-cache"})(scope, receive, send)

    assert asked(app=page)[1]["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("length", "expected"), [(1, 200), (LONGEST_PATH, 200), (LONGEST_PATH + 1, 414)]
)
def test_a_path_is_as_long_as_pages_need(length, expected):
    assert status(path="/" + "a" * (length - 1)) == expected


@pytest.mark.parametrize(
    ("length", "expected"), [(0, 200), (LONGEST_QUERY, 200), (LONGEST_QUERY + 1, 414)]
)
def test_a_query_is_as_long_as_pages_need(length, expected):
    assert status(query_string=b"l" * length) == expected


@pytest.mark.parametrize("path", ["/%2e%2e/x", "//", "/a//b", "/..\\x", "/%", "/r/%00"])
def test_addresses_that_mean_something_else_are_not_found(path):
    assert status(path=path) == 404


@pytest.mark.parametrize("path", ["/ñ", "/日本", "/\u202e"])
def test_addresses_with_other_letters_are_not_found(path):
    assert status(path=path) == 404
    assert status(path=path, raw_path=None) == 404


def test_a_form_arrives_whole_in_however_many_parts():
    whole = asked("POST", parts=(b"i=1&", b"", b"i=2"), headers=headers())

    assert whole[0::2] == (200, b"got i=1&i=2")


def test_an_empty_form_is_a_form():
    assert asked("POST", headers=headers())[0::2] == (200, b"got ")


@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=utf-8"],
)
def test_a_form_is_known_by_its_kind_in_any_spelling(kind):
    assert status("POST", headers=headers(content_type=kind)) == 200


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/form-data", "x"])
def test_other_kinds_of_bodies_are_refused(kind):
    assert status("POST", headers=headers(content_type=kind)) == 415


def test_a_post_without_any_header_is_refused():
    assert status("POST") == 415


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://sala.local:8600", 200),
        ("https://sala.local:8600", 200),
        ("http://sala.local", 403),
        ("http://sala.local:8601", 403),
        ("http://mala.example", 403),
        ("http://sala.local:8600.mala.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_a_form_of_another_site_is_refused(origin, expected):
    told = headers(host="sala.local:8600", origin=origin)

    assert status("POST", headers=told) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("https://vote.example.org", 200),
        ("http://127.0.0.1:8080", 200),
        ("http://vote.example.org", 403),
        ("https://vote.example.org.mala.example", 403),
        ("", 403),
    ],
)
def test_behind_a_proxy_that_passes_no_host_on_the_public_address_is_ours(origin, expected):
    behind = partial(Guard, origin="https://vote.example.org")
    told = headers(host="127.0.0.1:8080", origin=origin)

    assert asked("POST", headers=told, make=behind)[0] == expected


def test_a_browser_that_names_no_origin_is_believed():
    assert status("POST", headers=headers(host="sala.local")) == 200


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("0", 200),
        (LARGEST_BODY, 200),
        (LARGEST_BODY + 1, 413),
        ("9" * 40, 413),
        ("-1", 413),
        ("1e3", 413),
        ("", 413),
    ],
)
def test_a_body_declared_too_large_is_not_even_read(declared, expected):
    assert status("POST", headers=headers(content_length=declared)) == expected


@pytest.mark.parametrize(("extra", "expected"), [(0, 200), (1, 413)])
def test_a_body_is_counted_as_it_comes_whatever_it_declared(extra, expected):
    parts = (b"a" * (LARGEST_BODY - 1), b"a" * (1 + extra))

    code, said, _body = asked("POST", parts=parts, headers=headers(content_length=5))

    assert code == expected
    assert said.get("connection") == ("close" if extra else None)


def test_a_phone_that_goes_in_the_middle_is_not_waited_for():
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": headers(),
    }
    coming = [{"type": "http.request", "body": b"i=", "more_body": True}]

    assert run(_run(Guard(_echo, POLICY), scope, coming))[0] == 400


def test_a_body_that_never_comes_is_given_up(monkeypatch):
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.0)

    async def post():
        told = []

        async def receive():
            await asyncio.Event().wait()

        async def send(message):
            told.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/",
            "query_string": b"",
            "headers": headers(),
        }
        await Guard(_echo, POLICY)(scope, receive, send)
        return told[0]["status"], told[1]["body"]

    assert run(post()) == (408, b"Too slow.")


def test_a_websocket_hears_nothing_and_reaches_nobody():
    async def never(_scope, _receive, _send):
        pytest.fail("the page was reached")

    scope = {"type": "websocket", "path": "/", "headers": []}

    assert run(_run(Guard(never, POLICY), scope, [])) is None


def test_the_program_s_own_beginning_and_end_pass():
    reached = []

    async def app(scope, _receive, _send):
        reached.append(scope["type"])

    run(_run(Guard(app, POLICY), {"type": "lifespan"}, []))

    assert reached == ["lifespan"]


@settings(max_examples=60)
@given(st.text(max_size=30), st.sampled_from(["GET", "POST", "PUT"]), st.binary(max_size=60))
def test_whatever_is_asked_gets_an_answer_of_these_few(path, method, body):
    raw = path.encode("utf-8", "replace")
    found = asked(method, path, raw_path=raw, parts=(body,), headers=headers())

    assert found[0] in (200, 400, 404, 405, 414)
