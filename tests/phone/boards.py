"""Questions as phones see them, without a folder behind them: as short to write as to read."""

import re
from html import unescape
from html.parser import HTMLParser

from app.phone.desk import Board, Feedback, Question
from app.phone.visitor import Visitor
from app.store import voters
from methodology.project import Language
from methodology.rounds import Instrument, VoterCard
from tests.voting import a_sheet, key

DEVICE = voters.device(b"")
CARD = VoterCard(id=key(5), label="Rosa Ñahui")
VOID = {"input", "meta", "use", "path", "br"}
LEVELS = (("Hoy", "level"), ("Horizonte", "level"))


def visitor(language=Language.SPANISH, **values) -> Visitor:
    """Return a phone that speaks a language."""
    return Visitor(DEVICE, language, **values)


def question(
    instrument=Instrument.APPROVAL, items="ABC", criteria=(), cards=(), weights=(), **values
) -> Question:
    """Return an open question; `feedback` and `said` are what its first turn came to."""
    feedback, said = values.pop("feedback", {}), values.pop("said", {})
    judged = criteria or (LEVELS[:1] if instrument is Instrument.RATING else ())
    asked = a_sheet(instrument, items, judged, **{"amount": 3, **values})
    return Question(asked, frozenset(card.id for card in cards), feedback, said, weights)


def board(*questions: Question, name="Quesos de la Sierra Alta", **values) -> Board:
    """Return what phones are told when these questions are open."""
    rounds = tuple(one.round for one in questions)
    return Board(revision=7, name=name, questions=questions, rounds=rounds, **values)


def before(median: float, first: float, third: float) -> Feedback:
    """Return what the first turn came to for one cell."""
    return Feedback(median, first, third)


class Elements(HTMLParser):
    """Reads a page: its elements in order, whether they are well nested, its words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element with its attributes; one without a value has an empty one."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "textarea":
            self.found[-1][1]["value"] = ""
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Note an end that does not belong to the last beginning."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words, not style and script; those of a long field are its value."""
        if self._open[-1:] == ["textarea"]:
            self.found[-1][1]["value"] += data
        if data.strip() and not {"style", "script"} & set(self._open):
            self.words.append(data.strip())

    def of(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of the elements of a kind that have these values."""
        return [
            found
            for name, found in self.found
            if name == tag and all(found.get(one) == value for one, value in wanted.items())
        ]

    @property
    def text(self) -> str:
        """Return all words in one line."""
        return re.sub(r"\s+", " ", unescape(" ".join(self.words)))
