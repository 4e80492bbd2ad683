"""News for phones that wait: server-sent events, and short answers where networks buffer them."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

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
    return StreamingResponse(_events(room), media_type="text/event-stream", headers=STREAM)


async def _events(room: Room) -> AsyncIterator[bytes]:
    room.listeners += 1
    try:
        yield f"retry: {RETRY_MS}\n".encode() + _event(room)
        while True:
            await room.news()
            yield _event(room)
    finally:
        room.listeners -= 1


def state(room: Room, request: Request) -> Response:
    """Return what is asked, in a word; 304 when the phone has it already."""
    tag = f'"{room.board.version}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag, "cache-control": "no-cache"})
    return PlainTextResponse(room.board.version, headers={"etag": tag, "cache-control": "no-cache"})


def _event(room: Room) -> bytes:
    return f"id: {room.board.revision}\ndata: {room.board.version}\n\n".encode()
