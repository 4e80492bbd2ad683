"""The facilitator's pages: the Streamlit server, a child process of `app.serve`."""

import argparse
import contextlib
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import widgets
from app.front_door import FrontDoor
from app.proxy_address import ProxyAddress, proxy_address
from methodology.project import Language

HERE = Path(__file__).parent
HOST = "127.0.0.1"
UPLOAD_MEGABYTES = 50
NAMES = frozenset({HOST, "localhost"})


# Streamlit otherwise looks for its server beside every page's address first, and fails there.
_ADDRESS = b'<script>window.__streamlit={BACKEND_BASE_URL:location.origin+"/"}</script>'

# Streamlit otherwise fetches a table's cell editor at the first keystroke, and loses the next ones.
_SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
_EARLY = "".join(
    f'<link rel="modulepreload" href="/static/js/{script.name}">'
    for script in _SCRIPTS.glob("data-grid-overlay-editor.*.js")
).encode()


class OwnComputerOnly:
    """Refuse every request that another computer or another site's page could have made.

    A foreign name in Host or Origin is how a web page reaches a program on 127.0.0.1.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self.app = app
        self.hosts = {f"{name}:{port}" for name in NAMES}
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 403, or close the websocket, unless the request is this computer's own."""
        if scope["type"] == "lifespan" or self._is_own(Headers(scope=scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            refusal = PlainTextResponse("Only from this computer.", status_code=403)
            await refusal(scope, receive, send)

    def _is_own(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        return headers.get("host") in self.hosts and (origin is None or origin in self.origins)


class PageLanguage:
    """Say in each page's HTML which language it speaks: Streamlit always says English.

    Screen readers pronounce by it and browsers offer translations by it. The language is the
    address's `language`, else the one that the program was started in.
    """

    def __init__(self, app: ASGIApp, language: Language) -> None:
        self.app = app
        self.language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; rewrite the answer when it is a page."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("language", [""])[0]
        language = Language.called(asked) or self.language
        await self.app(_uncached(scope), receive, _Rewriter(send, language))


class KnownPages:
    """Lead an address that is no page to the first one: Streamlit says so in English instead."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.names = {script.stem for script in (HERE / "screens").glob("*.py")} - {"start"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 307 to a page that is not there; pass everything else on."""
        answer = self.app
        if scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
            name = scope["path"].strip("/")
            if name.isidentifier() and not name.startswith("_") and name not in self.names:
                answer = RedirectResponse(f"/?{scope['query_string'].decode('latin-1')}")
        await answer(scope, receive, send)


class _Rewriter:
    """Sends an answer on, holding a page back until it is whole."""

    def __init__(self, send: Send, language: Language) -> None:
        self.send = send
        self.language = language
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if not Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                await self.send(message)
            else:
                self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = self.body.replace(b'<html lang="en"', f'<html lang="{self.language}"'.encode(), 1)
        body = body.replace(b"<head>", b"<head>" + _ADDRESS + _EARLY, 1)
        headers = MutableHeaders(raw=start["headers"])
        headers["content-length"] = str(len(body))
        del headers["etag"], headers["last-modified"]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def _uncached(scope: Scope) -> Scope:
    """Return the request without what would have it answered compressed or by «not modified»."""
    left_out = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    headers = [(name, value) for name, value in scope["headers"] if name not in left_out]
    return {**scope, "headers": headers}


def settings(port: int, address: ProxyAddress | None = None) -> dict[str, object]:
    """Return Streamlit's settings: nothing leaves the computer, nothing changes under the feet."""
    names = NAMES | {address.name} if address else NAMES
    origins = {"server.corsAllowedOrigins": [address.origin]} if address else {}
    return {
        "server.address": HOST,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.allowedHosts": [*sorted(names)],
        **origins,
        "server.maxUploadSize": UPLOAD_MEGABYTES,
        "browser.gatherUsageStats": False,
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,  # they lead to the internet
        "client.showSidebarNavigation": False,
        "logger.hideWelcomeMessage": True,
        "theme.base": str(HERE / "theme.toml"),
    }


def application(port: int, language: Language, address: ProxyAddress | None = None) -> st.App:
    """Return the server of the facilitator's pages, fonts included.

    `address` is where a proxy shows them; there they ask for the passphrase.
    """
    guard = Middleware(OwnComputerOnly, port=port)
    if address:
        guard = Middleware(FrontDoor, port=port, address=address, language=language)
    return st.App(
        HERE / "main.py",
        routes=[Mount("/fonts", StaticFiles(directory=HERE / "assets" / "fonts"))],
        middleware=[guard, Middleware(KnownPages), Middleware(PageLanguage, language=language)],
    )


def stop_with_parent() -> None:
    """Stop this process when the pipe from its parent closes, however the parent ended."""
    sys.stdin.buffer.read()
    signal.raise_signal(signal.SIGINT)


def read_ahead() -> None:
    """Import what pages are made of, while the browser opens: the first page waits for less."""
    for module in iter_modules(widgets.__path__):
        import_module(f"{widgets.__name__}.{module.name}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m app.facilitator")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument(
        "--language", type=Language.called, choices=[*Language], default=Language.SPANISH
    )
    parser.add_argument("--facilitator-url", type=proxy_address)
    parser.add_argument("--with-parent", action="store_true")
    chosen = parser.parse_args(arguments)
    if chosen.with_parent:
        threading.Thread(target=stop_with_parent, daemon=True).start()
    threading.Thread(target=read_ahead, daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        application(chosen.port, chosen.language, chosen.facilitator_url).run(
            config=settings(chosen.port, chosen.facilitator_url)
        )


if __name__ == "__main__":
    main()
