"""The firms' pages on the workshop's network: opened, watched and closed by the parent process."""

import sys
from collections.abc import Callable
from contextlib import suppress

from app.i18n import Reader
from app.network import addresses
from app.server import Server, free_port, is_free
from app.switchboard import ANYWHERE, TAKEN, Answer, DoorState, Switchboard, Wish
from methodology.text import N_

HEALTH = "/alive"
Say = Callable[[str], None]
Make = Callable[[Wish, int], Server]

GONE = N_("This computer does not have the address {host} any more: choose another one.")
FULL = N_("No free port was found from {port} on at the address {host}.")
DYING = N_("The firms' pages keep stopping by themselves. The reason is at the end of {log}.")


def phone_server(wish: Wish, port: int) -> Server:
    """Return the server of the firms' pages."""
    command = [sys.executable, "-P", "-m", "app.phone", "--with-parent", "--host", wish.host]
    command += ["--port", str(port), "--language", wish.language]
    if wish.public_url:
        command += ["--public-url", wish.public_url]
    host = "127.0.0.1" if wish.host == ANYWHERE else wish.host
    return Server("phone", [*command, str(wish.folder)], health=f"http://{host}:{port}{HEALTH}")


class Doorkeeper:
    """Does what the pages wish about the firms' pages, and says what became of it."""

    def __init__(
        self, _: Reader, board: Switchboard, say: Say = print, make: Make = phone_server
    ) -> None:
        self._ = _
        self._board, self._say, self._make = board, say, make
        self._wish = Wish(number="", is_open=False)
        self._answer, self._is_told = Answer(), True
        self._server: Server | None = None

    def look(self) -> None:
        """Read the desk and see that the server is as wished: called several times a second."""
        wish = self._board.wish()
        if wish and wish.number != self._wish.number:
            self._follow(wish)
        if not self._is_told:
            self._deliver()
        if self._server is None:
            return
        if not self._server.is_running():
            self._revive(self._server)
        elif self._answer.state is DoorState.STARTING and self._server.is_ready():
            self._tell(state=DoorState.OPEN)
            self._say(self._("The firms' pages: {address}").format(address=self._answer.address))

    def close(self) -> None:
        """End the server, and leave word that it is closed."""
        if self._server is not None:
            self._server.stop()
            self._server = None
        self._tell(state=DoorState.CLOSED, problem="")

    def _follow(self, wish: Wish) -> None:
        self._wish = wish
        if self._server is not None:
            self._server.stop()
            self._server = None
        self._answer = Answer(
            number=wish.number, folder=wish.folder, host=_told(wish), public_url=wish.public_url
        )
        if not wish.is_open:
            self._tell(state=DoorState.CLOSED)
        elif not is_free(0, wish.host):
            self._fail(GONE, host=wish.host)
        elif (port := free_port(wish.port, wish.host)) is None:
            self._fail(FULL, port=wish.port, host=wish.host)
        else:
            if port != wish.port:
                self._say(self._(TAKEN).format(wished=wish.port, port=port))
            self._server = self._make(wish, port)
            self._server.start()
            self._tell(state=DoorState.STARTING, port=port)

    def _revive(self, server: Server) -> None:
        if server.note_death():
            server.stop()
            self._server = None
            self._fail(DYING, log=str(server.log))
            return
        self._say(self._("The firms' pages stopped by themselves and were started again."))
        self._say(self._("Every ballot that was acknowledged is kept."))
        server.start()
        self._tell(state=DoorState.STARTING, restarts=self._answer.restarts + 1)

    def _fail(self, problem: str, **values: str | int) -> None:
        self._say(self._(problem).format(**values))
        self._tell(state=DoorState.FAILED, problem=problem, values=values)

    def _tell(self, **values: object) -> None:
        self._answer, self._is_told = self._answer.model_copy(update=values), False
        self._deliver()

    def _deliver(self) -> None:
        """Leave the answer; tried again at the next look while another program holds the note."""
        with suppress(OSError):
            self._board.say(self._answer)
            self._is_told = True


def _told(wish: Wish) -> str:
    """Return the address people are told: a real one where the server takes every one."""
    if wish.host != ANYWHERE:
        return wish.host
    return next((found.ip for found in addresses()), "127.0.0.1")
