"""The firms' pages as a Starlette application: parse, act, redirect."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic_core import to_json
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from app.phone import live, pages
from app.phone.answers import Fields, fields, first, said
from app.phone.asking import (
    Answering,
    Endpoint,
    body_of,
    form_of,
    is_script,
    name_of,
    order_of,
    round_key,
)
from app.phone.desk import Question
from app.phone.guard import Guard
from app.phone.packing import is_taken
from app.phone.remote import OFTEN, Remote, control_page, enter_page
from app.phone.room import Room
from app.phone.visitor import Visitor, remember, visitor, with_card, with_device
from app.store import voters
from app.store.ballots import Cast, Kept
from methodology.ballot import BallotInvalid
from methodology.project import Language
from methodology.round_steps import NotOpen, RoundClosed
from methodology.rounds import State
from methodology.text import N_, Problem

_SEALING_SECONDS = "2"  # after which the remote control looks again how a sealing goes
_BUSY = N_("The answer could not be kept at this moment. Send it again.")
_OFTEN = N_("Too many answers in a short time. Wait a moment.")
_NO_CARD = N_("This question is for people with a card that counts here.")
_STRANGER = N_("This page is not good any more. Open the question again, then send.")
_NO_CODE = N_("No card has this code. Look at it again, letter by letter.")
_NOTHING: Fields = {}

Page = pages.Page


def application(folder: Path, *, language: Language, public_url: str = "") -> Starlette:
    """Return the firms' pages of a project folder; `public_url` is where a proxy shows them."""
    phones = _Phones(Room(folder), language, public_url)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await phones.room.start()
        try:
            yield
        finally:
            await phones.room.stop()

    return Starlette(
        routes=phones.routes(),
        middleware=[Middleware(Guard, policy=pages.POLICY, origin=public_url)],
        exception_handlers={404: phones.unknown},
        lifespan=lifespan,
    )


class _Phones:
    """The routes, closed over the room they serve."""

    def __init__(self, room: Room, language: Language, public_url: str) -> None:
        self.room, self.language = room, language
        self.is_secure, self.has_proxy = public_url.startswith("https:"), bool(public_url)
        self.remote = Remote(room)

    def routes(self) -> list[Route]:
        """Return every address there is, the busiest first: all others are a 404."""
        found: list[tuple[str, str, Endpoint]] = [
            ("POST", "/r/{key}", self.cast),
            ("GET", "/r/{key}", self.ask),
            ("GET", "/live", self.live),
            ("GET", "/r/{key}/done", self.receipt),
            ("GET", "/state", self.state),
            ("GET", "/", self.home),
            ("GET", "/c/{code}", self.scanned),
            ("GET", "/card", self.card),
            ("POST", "/card", self.typed),
            ("POST", "/card/away", self.put_away),
            ("GET", "/alive", self.alive),
            ("GET", "/remote", self.control),
            ("POST", "/remote", self.enter),
            ("POST", "/remote/{name}/{key}", self.step),
        ]
        return [Route(path, Answering(act), methods=[method]) for method, path, act in found]

    async def home(self, request: Request) -> Response:
        """Lead to the one question that waits for an answer, or list them, or have them wait."""
        found, board = self._visitor(request), self.room.board
        own = [one for one in board.questions if found.voter(one) is not None]
        waiting = [one for one in own if not found.receipt(one)]
        if len(waiting) == 1 and "all" not in request.query_params:
            return self._to(f"/r/{waiting[0].round.id.hex}", found)
        if own:
            return self._page(pages.list_page(own, found), found, request)
        if board.questions and found.card is None:
            return self._page(pages.card_page(found), found, request)
        note = found.reader(_NO_CARD) if board.questions else ""
        return self._page(pages.waiting_page(found, note), found, request)

    async def ask(self, request: Request) -> Response:
        """Show the ballot of an open question."""
        found = self._visitor(request)
        question = self.room.board.question(name_of(request))
        if question is None:
            return self._closed(request, found)
        if found.voter(question) is None:
            note = found.reader(_NO_CARD)
            return self._page(pages.card_page(found, note), found, request, 403)
        return self._page(self._ballot(question, found, {}), found, request)

    async def cast(self, request: Request) -> Response:
        """Record one ballot; answer 303 so that a reload cannot vote twice."""
        found, named = self._visitor(request), name_of(request)
        question, given = self.room.board.question(named), _NOTHING
        try:
            given = fields(await body_of(request))
            found = with_device(found, self.room.board, first(given, "d"))
            voting = with_card(found, self.room.board, first(given, "k"))
            if question is None or first(given, "turn") != str(question.round.turn):
                raise RoundClosed
            kept = await self._keep(question, voting, given)
        except (BallotInvalid, NotOpen, _Refused) as problem:
            return self._refused(request, found, question, given, problem)
        after = found.having_answered(question, kept.code, voting)
        there = f"/r/{named}/done"
        if is_script(request):
            told = to_json({"receipt": kept.code, "next": there})
            made = Response(told, media_type="application/json")
            return remember(made, after, is_secure=self.is_secure)
        return self._to(there, after)

    async def receipt(self, request: Request) -> Response:
        """Show that an answer was received."""
        found, board = self._visitor(request), self.room.board
        question, is_on = board.question(name_of(request)), "on" in request.query_params
        if question is None:
            return self._to("/", found) if is_on else self._closed(request, found)
        if not found.receipt(question):
            return self._to(f"/r/{question.round.id.hex}", found)
        own = [one for one in board.questions if found.voter(one) and not found.receipt(one)]
        if own and is_on:
            return self._to("/", found)
        return self._page(pages.receipt_page(question, found, len(own)), found, request)

    async def card(self, request: Request) -> Response:
        """Ask for the code of a card."""
        found = self._visitor(request)
        return self._page(pages.card_page(found), found, request)

    async def scanned(self, request: Request) -> Response:
        """Take a card in whose QR code was scanned."""
        return self._take(request, request.path_params["code"])

    async def typed(self, request: Request) -> Response:
        """Take a card in whose code was typed."""
        return self._take(request, first(await form_of(request), "code"))

    async def put_away(self, request: Request) -> Response:
        """Forget the card: somebody else will use the phone."""
        found = self._visitor(request)
        response = self._to("/", found._replace(card=None, code=""))
        response.delete_cookie("k")
        return response

    async def unknown(self, request: Request, _problem: Exception) -> Response:
        """Lead people back from an address that is none; a program gets a plain 404."""
        if request.method != "GET" or "text/html" not in request.headers.get("accept", ""):
            return PlainTextResponse("Not Found", 404)
        found = self._visitor(request)
        _ = found.reader
        told = _("Look at the address on the room's screen, or go on to what is asked now.")
        page = pages.message_page(_("There is no such page"), told, found)
        return self._page(page, found, request, 404)

    async def live(self, request: Request) -> Response:
        """Tell of every change as it happens."""
        self._welcome(request)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return live.stream(self.room)

    async def state(self, request: Request) -> Response:
        """Tell what is asked now."""
        self._welcome(request)
        return live.state(self.room, request)

    async def alive(self, _: Request) -> Response:
        """Say that the server answers, and that ballots are written."""
        is_well = self.room.is_writing
        return Response("ok" if is_well else "", 200 if is_well else 503, media_type="text/plain")

    async def control(self, request: Request) -> Response:
        """Show the remote control to whoever gave the passphrase."""
        found = self._remote_visitor(request)
        if not self.remote.is_known(request):
            return self._page(enter_page(found), found, request)
        response = self._page(control_page(self.room, found), found, request)
        if any(one.state is State.SEALING for one in self.room.board.rounds):
            response.headers["refresh"] = _SEALING_SECONDS
        return response

    async def enter(self, request: Request) -> Response:
        """Let the facilitator's own phone in."""
        found = self._remote_visitor(request)
        given = await form_of(request)
        told = await self.remote.enter(given, found, is_secure=self.is_secure)
        if isinstance(told, str):
            status = 429 if told == OFTEN else 403
            return self._page(enter_page(found, told), found, request, status)
        return remember(told, found, is_secure=self.is_secure)

    async def step(self, request: Request) -> Response:
        """Do one step with a round, for whoever gave the passphrase."""
        found = self._remote_visitor(request)
        if not self.remote.is_known(request):
            raise HTTPException(404)
        told = await self.remote.act(request.path_params["name"], round_key(request), found.reader)
        if told:
            return self._page(control_page(self.room, found, told), found, request, 409)
        return RedirectResponse("/remote", status_code=303)

    async def _keep(self, question: Question, found: Visitor, given: Fields) -> Kept:
        """Have a valid answer written; nothing is said before it is on the disk."""
        voter = found.voter(question)
        if voter is None:
            raise _Refused(_NO_CARD, 403)
        if found.is_new and not question.needs_card:
            raise _Refused(_STRANGER, 403)
        if not self.room.answers.takes(voter + found.device):
            raise _Refused(_OFTEN, 429)
        written = question.read(said(given))
        card = found.card if question.needs_card else None
        given_cast = Cast(
            question.key,
            question.round.turn,
            voter,
            order_of(first(given, "seq")),
            written,
            card.id if card else None,
        )
        outcome = await self.room.cast(given_cast)  # the writer gives up by itself
        if isinstance(outcome, Kept):
            return outcome
        if isinstance(outcome, NotOpen):
            raise outcome
        raise _Refused(_BUSY, 503)

    def _refused(
        self,
        request: Request,
        found: Visitor,
        question: Question | None,
        given: Fields,
        problem: Problem,
    ) -> Response:
        """Say why an answer was not kept; what was typed stays."""
        text = problem.text(found.reader)
        status = 410 if isinstance(problem, NotOpen) else getattr(problem, "status", 422)
        if is_script(request):
            told = self._told_late(request, found) if status == 410 else ""
            return JSONResponse({"error": told or text}, status_code=status)
        if question is None or status == 410:
            return self._closed(request, found)
        voting = with_card(found, self.room.board, first(given, "k"))
        page = self._ballot(question, voting, given, text)
        return self._page(page, found, request, status)

    def _told_late(self, request: Request, found: Visitor) -> str:
        """Return what is said of an answer that came too late, by name: it may be read later."""
        named, _ = name_of(request), found.reader
        late = _(
            "Your answer to “{question}” arrived after the close: it does not count. If there was"
            " one before, that one counts."
        )
        rounds = (one for one in self.room.board.rounds if one.id.hex == named)
        return next((late.format(question=one.question) for one in rounds), "")

    def _ballot(self, question: Question, found: Visitor, given: Fields, error: str = "") -> Page:
        action = f"/r/{question.round.id.hex}"
        return pages.ballot_page(question, found, given, error, action=action)

    def _closed(self, request: Request, found: Visitor) -> Response:
        named = name_of(request)
        if all(one.id.hex != named for one in self.room.board.rounds):
            raise HTTPException(404)
        _ = found.reader
        page = pages.message_page(_("This question is closed"), RoundClosed().text(_), found)
        return self._page(page, found, request, 410)

    def _take(self, request: Request, typed: str) -> Response:
        found = self._visitor(request)
        code = voters.plain_code(typed)
        card = self.room.board.codes.get(code)
        if card is None:
            is_soon = self.room.codes.takes(found.device)
            note, status = (_NO_CODE, 404) if is_soon else (OFTEN, 429)
            page = pages.card_page(found, found.reader(note), typed[:40])
            return self._page(page, found, request, status)
        known = found._replace(card=card, code=code)
        self.room.welcome(known)
        return self._to("/", known)

    def _visitor(self, request: Request) -> Visitor:
        asked = request.query_params.get("l", "") if request.scope["query_string"] else ""
        return visitor(request.headers, self.room.board, asked, self.language)

    def _remote_visitor(self, request: Request) -> Visitor:
        if not self.room.board.remote:
            raise HTTPException(404)
        return self._visitor(request)

    def _welcome(self, request: Request, found: Visitor | None = None) -> None:
        """Note who comes; this very computer is no phone, whoever tries its pages there."""
        client, own = request.scope.get("client"), request.scope.get("server")
        is_here = bool(client and own and client[0] == own[0]) and not self.has_proxy
        if found is None and "cookie" in request.headers and not is_here:
            found = self._visitor(request)
        if found is not None and (found.card is not None or not is_here):
            self.room.welcome(found)

    def _page(self, page: Page, found: Visitor, request: Request, status: int = 200) -> Response:
        self._welcome(request, found)
        path = request.url.path if request.method == "GET" else "/"
        whole, headers = pages.html(page, self.room.board, found, path), {"vary": "accept-encoding"}
        made = HTMLResponse(whole, status, headers)
        if is_taken(request.headers.get("accept-encoding", "")):
            headers["content-encoding"] = "gzip"
            made = HTMLResponse(pages.PACKED(whole), status, headers)
        return remember(made, found, is_secure=self.is_secure)

    def _to(self, path: str, found: Visitor) -> Response:
        made = Response(status_code=303)
        made.raw_headers.append((b"location", path.encode("ascii")))
        return remember(made, found, is_secure=self.is_secure)


class _Refused(Problem):
    """An answer that is not kept for a reason of its own, with the status that says so."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status
