"""What a request says: which round, in which form, and what orders its ballot."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.phone.answers import Fields, fields
from app.store.voting import moment
from methodology.ballot import BallotInvalid

Endpoint = Callable[[Request], Awaitable[Response]]


class Answering:
    """An endpoint without the net that Starlette puts under each: there is one under all."""

    def __init__(self, act: Endpoint) -> None:
        self.act = act

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self.act(Request(scope, receive))
        await response(scope, receive, send)


def name_of(request: Request) -> str:
    """Return what an address calls a round, whether there is one or not."""
    named: str = request.path_params["key"]
    return named


def round_key(request: Request) -> UUID:
    """Return the round an address names; 404 for anything else."""
    named = name_of(request)
    if len(named) != 32 or not named.isalnum() or (not named.islower() and not named.isdecimal()):
        raise HTTPException(404)
    try:
        return UUID(hex=named)
    except ValueError:
        raise HTTPException(404) from None


def is_script(request: Request) -> bool:
    """Say whether the page's own script asks, and not the browser: it wants no page back."""
    return (b"accept", b"application/json") in request.headers.raw


def order_of(typed: str) -> int:
    """Return what orders the ballots of one voter: never later than now, now where none is told."""
    now = moment()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 15):
        return now
    return min(int(typed), now)


async def body_of(request: Request) -> bytes:
    """Return what was sent, which the guard hands over whole."""
    sent: bytes = (await request.receive())["body"]
    return sent


async def form_of(request: Request) -> Fields:
    """Return the fields that were sent, none where it is not a form."""
    try:
        return fields(await body_of(request))
    except BallotInvalid:
        return {}
