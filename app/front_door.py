"""The door of the facilitator's pages behind a proxy: nothing without the passphrase."""

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.login_page import ENTER, POLICY, login_page, spoken, way_back
from app.phone.answers import Fields, fields, first
from app.phone.guard import Guard
from app.phone.limits import Budget
from app.proxy_address import ProxyAddress
from app.store import own_passphrase
from methodology.project import Language
from methodology.text import N_, Problem

COOKIE = "__Host-dinamo"  # browsers take this name only encrypted, for this host alone
HOURS = 8
HEALTH = "/_stcore/health"
LONGEST_PHRASE = 200
LONGEST_COOKIES = 16_384
WRONG = N_("That is not the passphrase.")
TOO_MANY = N_("Too many tries. Wait a minute.")


class FrontDoor:
    """Answer only at the proxy's address, and only to whoever gave the passphrase.

    A session is a moment at which it ends, signed with a key of this process and with what is
    kept of the passphrase: it ends then, with the process, or when the passphrase changes.
    """

    def __init__(
        self,
        app: ASGIApp,
        port: int,
        address: ProxyAddress,
        language: Language,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.app, self.address, self.language, self.clock = app, address, language, clock
        self._own = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self._key = secrets.token_bytes(32)
        self._login = Guard(self._answer, POLICY)
        self._one_at_a_time = asyncio.Lock()
        self._tries = Budget(5, 30)
        self._all_tries = Budget(60, 2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on when it may go in; else ask for the passphrase, or refuse it."""
        headers = Headers(scope=scope) if scope["type"] != "lifespan" else None
        if headers is None or self._is_supervision(scope, headers):
            await self.app(scope, receive, send)
        elif not self._is_from_here(scope, headers):
            refusal = f"Only at {self.address.origin}: the proxy has to pass Host and Origin on."
            await _refuse(refusal, scope, receive, send)
        elif until := self._session(headers):
            await self._let_in(until, scope, receive, send)
        elif scope["type"] == "websocket":
            await _refuse("", scope, receive, send)
        else:
            await self._login(scope, receive, send)

    def _is_supervision(self, scope: Scope, headers: Headers) -> bool:
        """Say whether the parent process asks if this one lives: all that goes without."""
        is_health = (scope["type"], scope["path"]) == ("http", HEALTH)
        return is_health and scope["method"] == "GET" and headers.get("host") in self._own

    def _is_from_here(self, scope: Scope, headers: Headers) -> bool:
        """Say whether a page of ours asks; a websocket has to say so, as browsers always do."""
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or hosts[0].lower() not in self.address.hosts:
            return False
        if not origins:
            return bool(scope["type"] == "http")
        return origins == [self.address.origin]

    def _session(self, headers: Headers) -> int:
        """Return when the session of a request ends; 0 without one."""
        cookies = ";".join(headers.getlist("cookie"))[:LONGEST_COOKIES]
        for part in cookies.split(";"):
            name, _, value = part.strip().partition("=")
            if name == COOKIE and (until := self._signed(value)) > self.clock():
                return until
        return 0

    def _signed(self, value: str) -> int:
        """Return the moment that a cookie names, if it was signed here; otherwise 0."""
        told, _, signature = value.rpartition(".")
        made = own_passphrase.kept()
        is_ours = made and hmac.compare_digest(
            self._signature(told, made).encode(), signature.encode("utf-8", "replace")
        )
        return int(told.partition(".")[0]) if is_ours else 0

    def _signature(self, told: str, made: str) -> str:
        said = f"{told}\n{made}".encode("utf-8", "replace")
        return hmac.digest(self._key, said, "sha256").hex()

    async def _let_in(self, until: int, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            receive, send = _ending(until - self.clock(), receive, send)
        await self.app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method == "POST":
            response = await self._enter(request)
        elif "text/html" in request.headers.get("accept", ""):
            response = self._page(request, way_back(request.url.path, request.url.query), "", 401)
        else:
            response = PlainTextResponse("The passphrase first.", status_code=401)
        await response(scope, receive, send)

    async def _enter(self, request: Request) -> Response:
        """Let a person in who knows the passphrase: one guess at a time, and few of them."""
        try:
            given: Fields = fields(await request.body())
        except Problem:
            given = {}
        path, _, query = first(given, "back").partition("?")
        back = way_back(path, query)
        if request.url.path != ENTER:
            return self._page(request, back, "", 401)
        if not (self._tries.takes(_who(request.headers)) and self._all_tries.takes("")):
            return self._page(request, back, TOO_MANY, 429)
        phrase = first(given, "phrase")[:LONGEST_PHRASE]
        async with self._one_at_a_time:
            is_right = await asyncio.to_thread(own_passphrase.is_own_passphrase, phrase)
        return self._welcome(back) if is_right else self._page(request, back, WRONG, 401)

    def _welcome(self, back: str) -> Response:
        told = f"{int(self.clock()) + HOURS * 3600}.{secrets.token_urlsafe(16)}"
        value = f"{told}.{self._signature(told, own_passphrase.kept())}"
        response = RedirectResponse(back, status_code=303)
        response.set_cookie(COOKIE, value, secure=True, httponly=True, samesite="strict")
        return response

    def _page(self, request: Request, back: str, error: str, status: int) -> Response:
        language = spoken(request.headers, back, self.language)
        return HTMLResponse(login_page(language, back, error, HOURS), status_code=status)


def _who(headers: Headers) -> str:
    """Return the address that the proxy saw: what stands before it anybody can write."""
    told = ",".join(headers.getlist("x-forwarded-for"))
    return told.rpartition(",")[2].strip()[:64]


async def _refuse(text: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await PlainTextResponse(text, status_code=403)(scope, receive, send)


def _ending(seconds: float, receive: Receive, send: Send) -> tuple[Receive, Send]:
    """Return a websocket's two ways, both shut once its session is over."""
    end = time.monotonic() + seconds
    is_over = False

    async def receiving() -> Message:
        nonlocal is_over
        try:
            async with asyncio.timeout(max(0.0, end - time.monotonic())):
                return await receive()
        except TimeoutError:
            is_over = True
            await send({"type": "websocket.close", "code": 1008})
            return {"type": "websocket.disconnect", "code": 1008}

    async def sending(message: Message) -> None:
        if not is_over:
            await send(message)

    return receiving, sending
