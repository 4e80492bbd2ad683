"""The door behind a proxy: who gets in, for how long, and who is kept out and how."""

import asyncio
from urllib.parse import urlencode

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.front_door import COOKIE, HOURS, FrontDoor
from app.proxy_address import ProxyAddress
from app.store import own_passphrase, passphrase
from methodology.project import Language
from tests.asynchronous import run

PHRASE = "queso río montaña"
ADDRESS = ProxyAddress("dinamo.example.org")
NOW = 1_800_000_000
LEFT = HOURS * 3600


class Door:
    """A front door with a page behind it, a clock that is set by hand and a browser before it."""

    def __init__(self):
        self.now = NOW
        self.reached = []
        self.app = FrontDoor(self.page, 8740, ADDRESS, Language.SPANISH, clock=lambda: self.now)

    async def page(self, scope, receive, send):
        self.reached.append(scope.get("path", scope["type"]))
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            self.reached.append((await receive())["type"])
            await send({"type": "websocket.send", "text": "late"})
        elif scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"inside"})

    def ask(self, path="/", *, kind="http", method="GET", body=b"", query=b"", headers=(), **named):
        """Return the status (or the code a websocket is closed with), headers and text."""
        given_headers = {"host": ADDRESS.name, "accept": "text/html", **named}
        raw = [
            (name.replace("_", "-").encode(), value.encode("latin-1"))
            for name, value in [*given_headers.items(), *headers]
            if value is not None
        ]
        scope = {"type": kind, "path": path, "query_string": query, "headers": raw}
        scope |= {"method": method, "scheme": "http", "server": ("127.0.0.1", 8740)}
        sent = []

        async def receive():
            if kind == "websocket" and sent:
                await asyncio.sleep(3600)
            connect = {"type": "websocket.connect"}
            return connect if kind == "websocket" else {"type": "http.request", "body": body}

        async def send(message):
            sent.append(message)

        run(self.app(scope, receive, send))
        told = "".join(message.get("body", b"").decode() for message in sent)
        last = sent[-1] if kind == "websocket" else sent[0]
        return last.get("status", last.get("code")), dict(last.get("headers", ())), told

    def enter(self, phrase=PHRASE, back="/", path="/enter", **named):
        body = urlencode({"phrase": phrase, "back": back}).encode()
        form = {"content_type": "application/x-www-form-urlencoded"}
        form |= {"content_length": str(len(body)), "origin": ADDRESS.origin}
        return self.ask(path, method="POST", body=body, **{**form, **named})

    def cookie(self):
        told = self.enter()[1][b"set-cookie"].decode()
        return told.split(";")[0]


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "home"))
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passphrase, "_HASHER", quick)
    own_passphrase.keep(PHRASE)


@pytest.fixture
def door():
    return Door()


# -- who gets in


def test_the_passphrase_opens_every_page_for_its_browser(door):
    status, headers, _told = door.enter(back="/votes?project=k")

    cookie = headers[b"set-cookie"].decode()
    assert (status, headers[b"location"]) == (303, b"/votes?project=k")
    assert door.ask("/votes", cookie=cookie.split(";")[0])[2] == "inside"
    assert cookie.split("; ")[1:] == ["HttpOnly", "Path=/", "SameSite=strict", "Secure"]


def test_the_cookie_is_found_among_others_and_in_several_headers(door):
    cookie = door.cookie()

    assert door.ask(cookie=f"a=b; {cookie}; c")[0] == 200
    assert door.ask(headers=[("cookie", "a=b"), ("cookie", cookie)])[0] == 200


@pytest.mark.parametrize("host", ["dinamo.example.org", "DINAMO.example.org:443"])
@pytest.mark.parametrize("origin", [None, "https://dinamo.example.org"])
def test_the_proxy_may_write_the_name_as_proxies_do(door, host, origin):
    assert door.ask(cookie=door.cookie(), host=host, origin=origin)[0] == 200


def test_the_parent_process_may_ask_whether_this_one_lives_and_nothing_else(door):
    local = "127.0.0.1:8740"

    assert door.ask("/_stcore/health", host=local)[0] == 200
    assert door.ask("/_stcore/health", host=local, method="POST")[0] == 403
    assert door.ask("/_stcore/host-config", host=local)[0] == 403
    assert door.ask("/", host=local, cookie=door.cookie())[0] == 403
    assert door.ask("/_stcore/stream", kind="websocket", host=local)[0] == 1008


def test_the_start_of_the_server_is_no_request(door):
    seen = []

    async def send(message):
        seen.append(message)

    run(door.app({"type": "lifespan"}, None, send))

    assert door.reached == ["lifespan"]


# -- who is kept out


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/votes",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/upload_file/1/2",
        "/media/plan.docx",
        "/fonts/archivo-latin.woff2",
        "/static/js/index.js",
        "/enter/",
        "/ENTER",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_reached_without_the_passphrase(door, path, method):
    status, _headers, _told = door.ask(path, method=method)

    assert status in {401, 405}
    assert door.reached == []


def test_a_page_asks_for_the_passphrase_and_all_else_is_refused_in_a_word(door):
    page = door.ask("/votes", query=b"project=k&language=pt")
    other = door.ask("/media/plan.docx", accept="*/*")

    assert 'name="back" value="/votes?project=k&amp;language=pt"' in page[2]
    assert '<html lang="pt">' in page[2]
    assert (other[0], other[2]) == (401, "The passphrase first.")
    assert page[1][b"cache-control"] == b"no-store"
    assert b"frame-ancestors 'none'" in page[1][b"content-security-policy"]


def forged(cookie):
    name, _, value = cookie.partition("=")
    until, nonce, signature = value.split(".")
    later = str(int(until) + 10**6)
    return [
        f"{name}={later}.{nonce}.{signature}",
        f"{name}={until}.{nonce}x.{signature}",
        f"{name}={until}.{nonce}.{'0' * 64}",
        f"{name}={until}.{nonce}.{signature[:-1]}",
        f"{name}={until}.{nonce}.",
        f"{name}={until}.{signature}",
        f"{name}={signature}",
        f"{name}=",
        f"{name}=ñ.ñ.ñ",
        f"{name.lower()}={value}".replace("__host", "dinamo"),
        f"x{name}={value}",
    ]


def test_a_forged_cookie_opens_nothing(door):
    good = door.cookie()

    for cookie in forged(good):
        assert door.ask(cookie=cookie)[0] == 401, cookie
        assert door.ask(kind="websocket", origin=ADDRESS.origin, cookie=cookie)[0] == 1008, cookie
    assert door.reached == []
    assert door.ask(cookie=good)[0] == 200


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(st.characters(max_codepoint=255), max_size=120))
def test_no_cookie_made_up_opens_anything_or_breaks_the_door(door, value):
    assert door.ask(cookie=f"{COOKIE}={value}")[0] == 401
    assert door.reached == []


def test_a_cookie_of_another_run_opens_nothing(door):
    cookie = Door().cookie()

    assert door.ask(cookie=cookie)[0] == 401


def test_a_session_ends_after_hours(door):
    cookie = door.cookie()

    door.now = NOW + LEFT - 1
    before = door.ask(cookie=cookie)[0]
    door.now = NOW + LEFT
    after = door.ask(cookie=cookie)[0]

    assert (before, after) == (200, 401)


def test_a_session_ends_when_the_passphrase_changes(door):
    cookie = door.cookie()

    own_passphrase.keep("otras tres palabras")

    assert door.ask(cookie=cookie)[0] == 401
    assert door.enter()[0] == 401
    assert door.enter("otras tres palabras")[0] == 303


def test_without_a_passphrase_nobody_gets_in(door, tmp_path):
    cookie = door.cookie()

    (tmp_path / "home" / own_passphrase.FILE_NAME).unlink()

    assert door.ask(cookie=cookie)[0] == 401
    assert [door.enter(phrase)[0] for phrase in ("", PHRASE)] == [401, 401]


@pytest.mark.parametrize(
    "headers",
    [
        {"host": None},
        {"host": "rebound.example"},
        {"host": "dinamo.example.org:8740"},
        {"host": "dinamo.example.org.evil.example"},
        {"host": "127.0.0.1:8740"},
        {"origin": "https://elsewhere.example"},
        {"origin": "http://dinamo.example.org"},
        {"origin": "https://dinamo.example.org:8443"},
        {"origin": "null"},
        {"origin": ""},
        {"headers": [("host", "rebound.example")]},
        {"headers": [("origin", ADDRESS.origin), ("origin", "https://elsewhere.example")]},
    ],
)
def test_another_name_or_another_sites_page_is_refused_even_with_the_cookie(door, headers):
    cookie = door.cookie()

    assert door.ask(cookie=cookie, **headers)[0] == 403
    assert door.ask(kind="websocket", cookie=cookie, **headers)[0] == 1008
    assert door.enter(**headers)[0] == 403
    assert door.reached == []


# -- the websocket


def test_a_websocket_needs_the_cookie_and_says_whose_page_it_is(door):
    cookie = door.cookie()

    assert door.ask("/_stcore/stream", kind="websocket", origin=ADDRESS.origin)[0] == 1008
    assert door.ask("/_stcore/stream", kind="websocket", cookie=cookie)[0] == 1008
    assert door.reached == []


def test_a_websocket_is_closed_when_its_session_ends(door):
    cookie = door.cookie()
    door.now = NOW + LEFT - 0.05

    code = door.ask("/_stcore/stream", kind="websocket", origin=ADDRESS.origin, cookie=cookie)[0]

    assert code == 1008
    assert door.reached == ["/_stcore/stream", "websocket.disconnect"]


# -- trying


@pytest.mark.parametrize("phrase", ["", "otra", PHRASE.upper(), PHRASE + "s", "x" * 5000])
def test_what_is_not_the_passphrase_is_told_and_opens_nothing(door, phrase):
    status, headers, told = door.enter(phrase, "/votes?language=en")

    assert (status, b"set-cookie" in headers) == (401, False)
    assert "That is not the passphrase." in told
    assert 'value="/votes?language=en"' in told


def test_few_tries_are_taken_from_one_address_even_the_right_one(door):
    seen = {"x_forwarded_for": "203.0.113.9"}
    tries = [door.enter("otra cosa", "/?language=en", **seen) for _ in range(6)]

    right = door.enter(**seen)

    assert [status for status, _headers, _told in tries] == [401] * 5 + [429]
    assert "Too many tries" in tries[-1][2]
    assert (right[0], b"set-cookie" in right[1]) == (429, False)
    assert door.enter(x_forwarded_for="198.51.100.4")[0] == 303


def test_what_a_client_writes_before_the_proxys_own_word_is_no_new_address(door):
    tries = [door.enter("otra", x_forwarded_for=f"192.0.2.{n}, 203.0.113.9")[0] for n in range(6)]

    assert tries == [401] * 5 + [429]


def test_all_addresses_together_have_few_tries(door):
    tries = [door.enter("corta", x_forwarded_for=f"192.0.2.{n}")[0] for n in range(70)]

    assert tries[0] == 401
    assert tries[-1] == 429


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/enter", ""])
def test_the_way_back_leads_to_no_other_site(door, back):
    assert door.enter(back=back)[1][b"location"] == b"/"


def test_a_form_posted_to_another_page_is_asked_again_and_tries_nothing(door):
    status, headers, _told = door.enter(path="/votes")

    assert (status, b"set-cookie" in headers) == (401, False)


@pytest.mark.parametrize(
    ("named", "status"),
    [
        ({"content_type": "application/json"}, 415),
        ({"content_type": "multipart/form-data; boundary=x"}, 415),
        ({"content_length": "9999999"}, 413),
        ({"content_length": "many"}, 413),
    ],
)
def test_what_is_no_small_form_is_refused(door, named, status):
    assert door.enter(**named)[0] == status


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"phrase", b"&&&=", b"phrase=%zz&back=%"])
def test_a_spoiled_form_opens_and_breaks_nothing(door, body):
    form = {"content_type": "application/x-www-form-urlencoded"}

    assert door.ask("/enter", method="POST", body=body, **form)[0] == 401


def test_too_large_a_body_is_refused_while_it_comes(door):
    form = {"content_type": "application/x-www-form-urlencoded"}

    assert door.ask("/enter", method="POST", body=b"x" * 40_000, **form)[0] == 413
