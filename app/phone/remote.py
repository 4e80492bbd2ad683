"""The facilitator's own phone as a remote control: open, close, show, hide, and nothing else."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from uuid import UUID

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.i18n import Reader
from app.phone.answers import Fields, first
from app.phone.desk import Desk
from app.phone.pages import Page
from app.phone.room import Room
from app.phone.visitor import Visitor
from app.store import ChangeSet, Edit, apply
from app.store.voters import vouched
from app.store.voting import close_round, open_round
from methodology.rounds import Round, State
from methodology.text import N_, Problem

COOKIE, VOUCHED = "f", "v"  # what lets in now; what says that this phone was let in before
HOURS = 12
MOST_SESSIONS = 20
MOST_WAITING = 4  # strangers whose passphrase is being looked at: it takes time on purpose
YEAR = 365 * 24 * 3600
OFTEN = N_("Too many tries. Wait a minute.")
WRONG = N_("That is not the passphrase.")

Act = Callable[[Desk, UUID, str], object]


def _edit(values: dict[str, object], title: str) -> Act:
    def act(desk: Desk, key: UUID, by: str) -> None:
        with desk.begin() as session:
            change = Edit(Round, key, values)
            apply(session, ChangeSet(title, (change,)), by=by)

    return act


_ACTS: dict[str, Act] = {
    "open": lambda desk, key, by: open_round(desk, key, by=by),
    "close": lambda desk, key, by: close_round(desk, key, by=by),
    "show": _edit({"state": State.REVEALED}, N_("Show a result")),
    "hide": _edit({"state": State.CLOSED}, N_("Hide a result again")),
}
_STEPS = {  # in each state, in the order shown: what can be done, and what the button says
    State.OPEN: (("close", N_("Close")),),
    State.SEALING: (),
    State.CLOSED: (("show", N_("Show the result")),),
    State.DRAFT: (("open", N_("Open")),),
    State.REVEALED: (("hide", N_("Hide the result")),),
}
_SEEN = {
    State.OPEN: N_("The room sees how many have voted, never what."),
    State.CLOSED: N_("The room does not see the result yet."),
    State.DRAFT: N_("Phones do not see it yet."),
    State.REVEALED: N_("Its result can be shown in the room."),
}
_NEXT_TURN = ("open", N_("Open the second round"))


class Remote:
    """Who has given the passphrase, and what they may do."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._sessions: dict[str, tuple[datetime, bytes]] = {}
        self._strangers, self._own = asyncio.Lock(), asyncio.Lock()
        self._waiting = 0

    def is_known(self, request: Request) -> bool:
        """Say whether this phone gave the passphrase of now within the last hours."""
        found = self._sessions.get(_hidden(request.cookies.get(COOKIE, "")))
        if found is None:
            return False
        until, phrase = found
        return phrase == self._room.board.remote and datetime.now(UTC) < until

    async def enter(self, given: Fields, found: Visitor, *, is_secure: bool) -> Response | str:
        """Let a phone in that knows the passphrase; else return why not, as a message.

        One guess at a time and few for each phone: guessing takes longer than any workshop. Of
        strangers few may wait; a phone that was let in before waits for none of them.
        """
        key = self._room.board.phones
        is_own = found.cookies.get(VOUCHED, "") == vouched(key, found.device)
        if not self._room.phrases.takes(found.device) or not (is_own or self._has_place()):
            return OFTEN
        if not await self._is_right(first(given, "phrase")[:200], is_own=is_own):
            return WRONG
        token = secrets.token_urlsafe(32)
        self._sessions[_hidden(token)] = _until(), self._room.board.remote
        while len(self._sessions) > MOST_SESSIONS:
            self._sessions.pop(next(iter(self._sessions)))
        response = RedirectResponse("/remote", status_code=303)
        for name, value, seconds in (
            (COOKIE, token, HOURS * 3600),
            (VOUCHED, vouched(key, found.device), YEAR),
        ):
            response.set_cookie(
                name, value, max_age=seconds, httponly=True, samesite="strict", secure=is_secure
            )
        return response

    def _has_place(self) -> bool:
        """Say whether one more stranger may wait."""
        return self._waiting < MOST_WAITING and self._room.all_phrases.takes("")

    async def _is_right(self, phrase: str, *, is_own: bool) -> bool:
        if is_own:
            async with self._own:
                return await asyncio.to_thread(self._room.desk.is_remote_phrase, phrase)
        self._waiting += 1
        try:
            async with self._strangers:
                return await asyncio.to_thread(self._room.desk.is_remote_phrase, phrase)
        finally:
            self._waiting -= 1

    async def act(self, name: str, key: UUID, _: Reader) -> str:
        """Do one step with a round; return what stands against it, empty when done."""
        if name not in _ACTS:
            raise HTTPException(404)
        try:
            await asyncio.to_thread(_ACTS[name], self._room.desk, key, _("Remote control"))
        except Problem as problem:
            return problem.text(_)
        await self._room.look_again()
        return ""


def enter_page(found: Visitor, error: str = "") -> Page:
    """Return the page that asks for the passphrase."""
    _ = found.reader
    told = f'<p class="box bad" role="alert">{escape(_(error))}</p>' if error else ""
    body = (
        f'<h1>{escape(_("Remote control"))}</h1>{told}<form method="post" action="/remote">'
        f'<label class="note">{escape(_("Passphrase"))}<input type="password" name="phrase"'
        f' required autocomplete="current-password"></label>'
        f'<div class="send"><button class="go">{escape(_("Enter"))}</button></div></form>'
    )
    return Page(_("Remote control"), body, "remote")


def control_page(room: Room, found: Visitor, error: str = "") -> Page:
    """Return the rounds that are prepared, running or over, with a button for each step."""
    _ = found.reader
    told = f'<p class="box bad" role="alert">{escape(error)}</p>' if error else ""
    places = {state: place for place, state in enumerate(_STEPS)}
    shown = [one for one in room.board.rounds if one.state in places]
    shown.sort(key=lambda one: places[one.state])
    rows = "".join(_row(one, _) for one in shown if one.state is not State.REVEALED)
    over = "".join(_row(one, _) for one in shown if one.state is State.REVEALED)
    if not rows:
        rows = f"<p>{escape(_('There is no round to open or close.'))}</p>"
    if over:
        rows += f"<details><summary>{escape(_('Results that are shown'))}</summary>{over}</details>"
    return Page(
        _("Remote control"), f"<h1>{escape(_('Remote control'))}</h1>{told}{rows}", "remote"
    )


def _row(asked: Round, _: Reader) -> str:
    steps = [*_STEPS[asked.state]]
    if asked.is_over and asked.turn < asked.turns:
        steps.append(_NEXT_TURN)
    buttons = "".join(
        f'<form method="post" action="/remote/{name}/{asked.id.hex}">'
        f'<button class="{"go" if is_forward else "less"}">{escape(_(label))}</button></form>'
        for name, label in steps
        for is_forward in (name != "hide" and (name, label) != _NEXT_TURN,)
    )
    seen = _SEEN.get(asked.state, "")
    return (
        f"<section><h2>{escape(asked.name)}</h2>"
        f'<p class="soft">{escape(_(asked.state.label))}. {escape(_(seen) if seen else "")}</p>'
        f"{buttons}</section>"
    )


def _hidden(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _until() -> datetime:
    return datetime.fromtimestamp(datetime.now(UTC).timestamp() + HOURS * 3600, UTC)
