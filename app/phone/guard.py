"""What every request passes first: only what these pages understand goes through."""

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = frozenset({"GET", "HEAD", "POST"})
LONGEST_PATH, LONGEST_QUERY = 120, 400
LARGEST_BODY = 32_768
BODY_SECONDS = 20.0
FORM = b"application/x-www-form-urlencoded"
SAID = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Guard:
    """Refuse requests that no page of ours makes, and tell browsers what pages may do.

    The body is counted while it streams, so that nobody fills the memory; a POST from another
    site's page is refused by its Origin; `origin` is ours where a proxy stands before the pages,
    which may pass on a Host of its own.
    """

    def __init__(self, app: ASGIApp, policy: str, origin: str = "") -> None:
        self.app, self.origin = app, origin.encode("latin-1")
        said = {**SAID, "content-security-policy": policy}
        self.said = [(name.encode(), value.encode("latin-1")) for name, value in said.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it in a few plain words."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = _refusal(scope, self.origin)
        if refusal is None and scope["method"] == "POST":
            body = await _body(receive)
            if isinstance(body, bytes):
                receive = _again(body, receive)
            else:
                refusal = body
        if refusal is None:
            await self.app(scope, receive, self._saying(send))
        else:
            await refusal(scope, receive, self._saying(send))

    def _saying(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in message["headers"]}
                message["headers"] += [one for one in self.said if one[0] not in names]
            await send(message)

        return sending


def _refusal(scope: Scope, own: bytes) -> PlainTextResponse | None:
    if scope["method"] not in METHODS:
        return _plain(405, {"allow": "GET, HEAD, POST"})
    raw = scope.get("raw_path") or scope["path"].encode()
    if len(raw) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
        return _plain(414)
    if b"%" in raw or b"//" in raw or b"\\" in raw or not scope["path"].isascii():
        return _plain(404)
    is_post = scope["method"] == "POST"
    return _refusal_of_post(dict(scope["headers"]), own) if is_post else None


def _refusal_of_post(headers: dict[bytes, bytes], own: bytes) -> PlainTextResponse | None:
    origin, host = headers.get(b"origin"), headers.get(b"host")
    is_ours = origin is None or origin == (own or None) or origin.split(b"//", 1)[-1] == host
    if not is_ours:
        return _plain(403)
    if headers.get(b"content-type", b"").split(b";")[0].strip().lower() != FORM:
        return _plain(415)
    declared = headers.get(b"content-length", b"0")
    if not declared.isdigit() or int(declared) > LARGEST_BODY:
        return _plain(413)
    return None


async def _body(receive: Receive) -> bytes | PlainTextResponse:
    """Return a body that is neither too large nor too slow, or the refusal; counted as it comes."""
    found = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return _plain(400)
                found += bytes(message.get("body", b""))
                if len(found) > LARGEST_BODY:
                    return _plain(413)
                if not message.get("more_body", False):
                    return found
    except TimeoutError:
        return _plain(408)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a body that was read already, then whatever follows it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receiving() -> Message:
        return waiting.pop() if waiting else await receive()

    return receiving


def _plain(status: int, headers: dict[str, str] | None = None) -> PlainTextResponse:
    said = {404: "Not found.", 405: "Not this way.", 408: "Too slow.", 413: "Too large."}
    found = PlainTextResponse(said.get(status, "No."), status_code=status, headers=headers)
    if status in (408, 413):
        found.headers["connection"] = "close"
    return found
