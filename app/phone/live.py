"""News for phones that wait: server-sent events, and short answers where networks buffer them."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from app.phone.room import Room

MOST_LISTENERS = 5_000
RETRY_MS = 1_000
STREAM = {"cache-control": "no-store, no-transform", "x-accel-buffering": "no"}


def stream(room: Room) -> Response:
    """Return a stream of what is asked: the whole of it on every connect, then each change.

    The same is said again now and then, so that a phone notices a dead connection. Too many at
    once are told to come for it instead of waiting.
    """
    if room.listeners >= MOST_LISTENERS:
        return PlainTextResponse("", status_code=204)
    return _Stream(room)


class _Stream(Response):
    """An answer that goes on; Starlette's own starts three tasks for each phone instead of one."""

    def __init__(self, room: Room) -> None:
        super().__init__(headers={**STREAM, "content-type": "text/event-stream; charset=utf-8"})
        del self.headers["content-length"]
        self._room = room

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Tell what is asked until the phone is gone."""
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        await send(start)
        gone = asyncio.ensure_future(_gone(receive))
        self._room.listeners += 1
        try:
            await send(_part(f"retry: {RETRY_MS}\n".encode() + _event(self._room)))
            while not gone.done():
                news = self._room.next_news
                await asyncio.wait((gone, news), return_when=asyncio.FIRST_COMPLETED)
                if news.done():
                    await send(_part(_event(self._room)))
        finally:
            self._room.listeners -= 1
            gone.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _part(told: bytes) -> Message:
    return {"type": "http.response.body", "body": told, "more_body": True}


def state(room: Room, request: Request) -> Response:
    """Return what is asked, in a word; 304 when the phone has it already."""
    tag = f'"{room.board.version}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag, "cache-control": "no-cache"})
    return PlainTextResponse(room.board.version, headers={"etag": tag, "cache-control": "no-cache"})


def _event(room: Room) -> bytes:
    return f"id: {room.board.revision}\ndata: {room.board.version}\n\n".encode()
