"""The project as the phone server reaches it: a few questions, and none about results."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from uuid import UUID

from app.phone.answers import Said, read_answer
from app.store import database as engines
from app.store import voters
from app.store.computer import today
from app.store.database import Session
from app.store.layout import database
from app.store.loading import matching, revision
from app.store.passphrase import REMOTE, is_passphrase, kept
from app.store.sealing import raw
from methodology.ballot import Sheet, sheet
from methodology.project import Project
from methodology.readiness import voters as entitled
from methodology.round_results import RoundResult, RoundText, View
from methodology.rounds import Roll, Round, RoundCriterion, RoundItem, State, VoterCard

REMEMBERED = 256  # different answers to a question


@dataclass(frozen=True)
class Feedback:
    """What the first turn came to for one item on one criterion: told before the second."""

    median: float
    first: float
    third: float


@dataclass(frozen=True)
class Question:
    """An open round, with what a phone may know of it."""

    sheet: Sheet
    cards: frozenset[UUID] = frozenset()
    feedback: dict[str, Feedback] = field(default_factory=dict)
    reasons: dict[int, tuple[str, ...]] = field(default_factory=dict)
    weights: tuple[Decimal, ...] = ()
    _made: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], str]) -> str:
        """Return a part of its page that is alike for every phone: made for the first alone."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    @cached_property
    def round(self) -> Round:
        """The round that asks it."""
        return self.sheet.round

    @cached_property
    def key(self) -> str:
        """The round's id, as the log of ballots names it."""
        return str(self.round.id)

    @cached_property
    def read(self) -> Callable[[Said], str]:
        """What reads a form as the log keeps it: of phones that answer alike, the first alone."""

        @lru_cache(maxsize=REMEMBERED)
        def read(said: Said) -> str:
            return read_answer(self.sheet, {name: told for name, *told in said}).written()

        return read

    @cached_property
    def needs_card(self) -> bool:
        """Whether only those with a card may answer."""
        return self.round.roll is not Roll.OPEN

    @cached_property
    def mark(self) -> str:
        """What tells this turn of this round from all others, short."""
        return f"{self.round.id.hex[:12]}.{self.round.turn}"


@dataclass(frozen=True)
class Board:
    """Everything that phones are told, at one revision of the project."""

    revision: int = 0
    name: str = ""
    questions: tuple[Question, ...] = ()
    rounds: tuple[Round, ...] = ()
    codes: dict[str, VoterCard] = field(default_factory=dict)
    phones: bytes = b""  # the key that seals the names given to phones
    remote: bytes = b""  # what is kept of the remote control's passphrase, empty without one

    def question(self, named: str) -> Question | None:
        """Return the open question that an address names, None when it is not open."""
        return self._by_name.get(named)

    @cached_property
    def _by_name(self) -> dict[str, Question]:
        return {one.round.id.hex: one for one in self.questions}

    @property
    def version(self) -> str:
        """What changes exactly when a question opens or closes, or a countdown is set."""
        told = [f"{one.mark}.{_seconds(one.round.ends_at)}" for one in self.questions]
        return "-".join(told) or "none"


class Desk:
    """A project folder as `app.store.voting` needs it: where it is, and sessions."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = engines.open_engine(database(path))

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Give a session that writes."""
        with engines.writing(self._engine) as session:
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that reads."""
        with engines.reading(self._engine) as session:
            yield session

    def board(self) -> Board:
        """Return what phones are told now."""
        key, phones = self._secret(voters.CARDS), self._secret(voters.PHONES)
        with self.read() as session:
            rounds = tuple(matching(session, Round))
            cards = tuple(matching(session, VoterCard))
            project = next(iter(matching(session, Project)), None)
            asked = [one for one in rounds if one.state is State.OPEN]
            return Board(
                revision=revision(session),
                name=project.name if project else "",
                questions=tuple(_question(session, one, cards) for one in asked),
                rounds=rounds,
                codes={
                    voters.plain_code(voters.code(key, card)): card
                    for card in cards
                    if not card.is_void
                },
                phones=phones,
                remote=kept(raw(session), REMOTE),
            )

    def is_remote_phrase(self, phrase: str) -> bool:
        """Say whether it is the passphrase of the facilitator's own phone."""
        with self.read() as session:
            return is_passphrase(raw(session), REMOTE, phrase)

    def note_presence(self, came: Iterable[tuple[str, UUID | None]]) -> None:
        """Keep who joined today."""
        day = today()
        with self.begin() as session:
            for voter, card in came:
                voters.note_presence(raw(session), voter, card, day)

    def _secret(self, name: str) -> bytes:
        with self.read() as session:
            known = voters.known_secret(raw(session), name)
        if known is not None:
            return known
        with self.begin() as session:
            return voters.secret(raw(session), name)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _question(session: Session, asked: Round, cards: tuple[VoterCard, ...]) -> Question:
    items = matching(session, RoundItem, round=asked.id)
    form = sheet(asked, items, matching(session, RoundCriterion, round=asked.id))
    may_vote = entitled(form, cards)
    allowed, weights = frozenset(card.id for card in may_vote), tuple(c.weight for c in may_vote)
    if asked.turn == 1:
        return Question(form, allowed, weights=weights)
    return Question(form, allowed, _feedback(session, form), _reasons(session, form), weights)


def _feedback(session: Session, form: Sheet) -> dict[str, Feedback]:
    items = {item.id: item.position for item in form.items}
    criteria = {one.id: one.position for one in form.criteria}
    return {
        f"{items[one.item]}.{criteria[one.criterion]}": Feedback(
            float(one.median), float(one.first_quartile), float(one.third_quartile)
        )
        for one in matching(session, RoundResult, round=form.round.id)
        if one.view is View.DECLARED and one.turn == form.round.turn - 1
        if one.criterion in criteria and one.item in items
        if one.median is not None and one.first_quartile is not None
        if one.third_quartile is not None
    }


def _reasons(session: Session, form: Sheet) -> dict[int, tuple[str, ...]]:
    items = {item.id: item.position for item in form.items}
    found: dict[int, tuple[str, ...]] = {}
    for one in matching(session, RoundText, round=form.round.id):
        if one.item in items and one.turn == form.round.turn - 1 and not one.is_hidden:
            found[items[one.item]] = (*found.get(items[one.item], ()), one.text)
    return found


def _seconds(moment: datetime | None) -> str:
    return str(int(moment.timestamp())) if moment else ""
