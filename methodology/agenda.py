"""The run sheet of a meeting: blocks by the minute, the clock time each begins, what each needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.clock import minute_of, time_of
from methodology.process import Meeting
from methodology.record import Called, Help, Key, Label, LongText, Name, Record, Ref, Text, Unit
from methodology.snapshot import Snapshot
from methodology.text import N_
from methodology.usual_fields import MeetingKey


class AgendaBlock(Record):
    """A block of a meeting's run sheet."""

    table = "agenda_block"
    title = N_("Agendas of the meetings")
    about = N_("The run sheet of each meeting: what happens when, who leads, what it needs.")

    meeting: MeetingKey
    order: Annotated[
        int, Field(ge=1, le=99), Label(N_("Order")), Key(), Called("orden", "ordem", "n.º")
    ]
    name: Annotated[
        Name, Label(N_("What happens")), Called("bloque", "bloco", "qué se hace", "tema")
    ]
    minutes: Annotated[
        int,
        Field(ge=1, le=600),
        Label(N_("Duration")),
        Unit(N_("min")),
        Called("minutos", "duración", "duração"),
    ]
    leads: Annotated[
        Text, Label(N_("Who leads")), Called("conduce", "responsable", "quem conduz")
    ] = ""
    material: Annotated[
        LongText,
        Label(N_("Material")),
        Help(N_("What has to lie ready: forms, cards, figures, phones")),
        Called("materiales", "materiais"),
    ] = ""


class AgendaRound(Record):
    """The round of votes that a block of the agenda runs."""

    table = "agenda_round"
    title = N_("Rounds of the agenda")
    about = N_("Which round of votes is run in which block of a meeting.")
    is_internal = True

    block: Annotated[UUID, Label(N_("Agenda")), Ref("agenda_block"), Key()]
    round_id: Annotated[UUID | None, Label(N_("Round"))] = None


@dataclass(frozen=True)
class Slot:
    """A block with the minute of the meeting it begins at, and the clock time where one is set."""

    block: AgendaBlock
    minute: int
    begins: str
    ends: str
    round_id: UUID | None


def agenda(snapshot: Snapshot, meeting: Meeting) -> tuple[Slot, ...]:
    """Return the run sheet of a meeting in order; clock times are empty while no start is set."""
    blocks = sorted(
        (block for block in snapshot.all(AgendaBlock) if block.meeting == meeting.id),
        key=lambda block: block.order,
    )
    rounds = {row.block: row.round_id for row in snapshot.all(AgendaRound)}
    start, found, minute = minute_of(meeting.starts_at), [], 0
    for block in blocks:
        after = minute + block.minutes
        found.append(
            Slot(block, minute, _clock(start, minute), _clock(start, after), rounds.get(block.id))
        )
        minute = after
    return tuple(found)


def minutes_of(slots: Iterable[Slot]) -> int:
    """Return how long a run sheet takes."""
    return sum(slot.block.minutes for slot in slots)


def _clock(start: int | None, minute: int) -> str:
    return "" if start is None else time_of(start + minute)
