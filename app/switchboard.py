"""What the facilitator's pages ask of the parent process, and what it answers: two small files.

The pages cannot start a server themselves: a child of theirs would die with their restart. They
leave a wish on the desk that the parent gave them; the parent looks at it several times a second.
"""

import os
from pathlib import Path
from typing import Self
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.whole_files import OWN, write
from methodology.choice import Choice
from methodology.text import N_

DESK = "DINAMO_DESK"  # names the folder in which a parent and its pages leave each other notes
PHONE_PORT = 8080
ANYWHERE = "0.0.0.0"
TAKEN = N_("Port {wished} is in use by another program, so it is {port}.")


class DoorState(Choice):
    """How far the firms' pages are."""

    CLOSED = "closed", N_("Closed")
    STARTING = "starting", N_("Starting")
    OPEN = "open", N_("Open")
    FAILED = "failed", N_("Not open")


class _Note(BaseModel):
    model_config = ConfigDict(frozen=True)

    def leave(self, file: Path) -> None:
        """Write the note whole, so that nobody reads half of it."""
        write(file, self.model_dump_json().encode(), OWN)

    @classmethod
    def read(cls, file: Path) -> Self | None:
        """Return the note, None while there is none that can be read."""
        try:
            return cls.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return None


class Wish(_Note):
    """Open the firms' pages of a project at an address, or close them; each wish has a number."""

    number: str = Field(default_factory=lambda: uuid4().hex)
    is_open: bool = True
    folder: Path = Path()
    host: str = ""
    port: int = PHONE_PORT
    public_url: str = ""
    language: str = "es"

    def at(self, folder: Path) -> Self:
        """Return the same wish for the project in that folder."""
        return self.model_copy(update={"folder": folder})


class Answer(_Note):
    """What became of a wish: where the pages are, how often they had to be started again.

    `problem` is an English message with `values` in its places, empty while all is well.
    """

    number: str = ""
    state: DoorState = DoorState.CLOSED
    folder: Path = Path()
    host: str = ""
    port: int = 0
    public_url: str = ""
    restarts: int = 0
    problem: str = ""
    values: dict[str, str | int] = Field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address that people are told: one only, another would be another phone."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


class Switchboard:
    """The desk between a parent and its pages."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self._wish, self._answer = desk / "wish.json", desk / "answer.json"

    def wish(self) -> Wish | None:
        """Return what the pages asked for last."""
        return Wish.read(self._wish)

    def ask(self, wish: Wish) -> None:
        """Leave a wish for the parent."""
        wish.leave(self._wish)

    def answer(self) -> Answer:
        """Return what the parent said last; closed while it said nothing."""
        return Answer.read(self._answer) or Answer()

    def say(self, answer: Answer) -> None:
        """Leave an answer for the pages."""
        answer.leave(self._answer)


def switchboard() -> Switchboard | None:
    """Return the desk of these pages; None when no parent watches over them."""
    desk = os.environ.get(DESK)
    return Switchboard(Path(desk)) if desk and Path(desk).is_dir() else None
