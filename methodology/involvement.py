"""People moved, the second checklist: who is involved, who is new, who has gone quiet.

Counted on the lists of attendance of meetings that are open to all actors; working groups and
trips are by invitation, so staying away from them says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from methodology.agreements import ChangeNote
from methodology.boxes import by_name
from methodology.mapping import Actor, Contact
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.snapshot import Snapshot, derived
from methodology.stage import Stage

OPEN_TO_ALL = frozenset(
    {
        MeetingKind.WORKSHOP,
        MeetingKind.PUBLIC_EVENT,
        MeetingKind.VALIDATION,
        MeetingKind.ASSEMBLY,
    }
)
LAST = 3  # meetings in a row that make an actor quiet: a house convention


@dataclass(frozen=True)
class Arrival:
    """How many actors came to a meeting for the first time, and how many had come before."""

    meeting: Meeting
    first: int
    returning: int


@dataclass(frozen=True)
class Quiet:
    """An actor that came earlier and to none of the last meetings."""

    actor: Actor
    last: Meeting
    came: int
    missed: int


@dataclass(frozen=True)
class StagePeople:
    """Who a stage involved: actors that came to its meetings, lead entrepreneurs, what changed."""

    stage: Stage
    actors: int
    leads: tuple[Contact, ...]
    changes: tuple[ChangeNote, ...]


def arrivals(snapshot: Snapshot) -> tuple[Arrival, ...]:
    """Return newcomers and returning actors of every dated meeting with a list, by date."""
    known: set[UUID] = set()
    found = []
    for meeting, came in _lists(snapshot, [*MeetingKind]):
        found.append(Arrival(meeting, len(came - known), len(came & known)))
        known |= came
    return tuple(found)


def gone_quiet(snapshot: Snapshot, today: date, last: int = LAST) -> tuple[Quiet, ...]:
    """Return the actors that came before and to none of the `last` meetings held until today.

    Those that came most often stand first; nobody is quiet before there are more meetings.
    """
    held = [
        (meeting, came)
        for meeting, came in _lists(snapshot, OPEN_TO_ALL)
        if meeting.held_on and meeting.held_on <= today
    ]
    if len(held) <= last:
        return ()
    recent: set[UUID] = set().union(*(came for _, came in held[-last:]))
    found = []
    for actor in sorted(snapshot.all(Actor), key=by_name):
        at = [place for place, (_, came) in enumerate(held) if actor.id in came]
        if at and actor.id not in recent:
            missed = len(held) - 1 - at[-1]
            found.append(Quiet(actor, held[at[-1]][0], len(at), missed))
    return tuple(sorted(found, key=lambda one: -one.came))


@derived
def people_moved(snapshot: Snapshot) -> tuple[StagePeople, ...]:
    """Return, stage by stage, who was involved and what changed; stages without either left out."""
    contacts = snapshot.all(Contact)
    found = []
    for stage in Stage:
        meetings = {one.id for one in snapshot.all(Meeting) if one.about_stage == stage}
        came = {row.actor for row in snapshot.all(Attendance) if row.meeting in meetings}
        changes = tuple(one for one in snapshot.all(ChangeNote) if one.about_stage == stage)
        named = {key for note in changes for key in note.leads}
        leads = tuple(
            one for one in contacts if one.id in named or (one.is_lead and one.actor in came)
        )
        if came or changes:
            found.append(StagePeople(stage, len(came), leads, changes))
    return tuple(found)


def _lists(snapshot: Snapshot, kinds: Iterable[MeetingKind]) -> list[tuple[Meeting, set[UUID]]]:
    """Return the dated meetings that have a list of attendance, by date, with who came."""
    wanted = frozenset(kinds)
    came: dict[UUID, set[UUID]] = {}
    for row in snapshot.all(Attendance):
        came.setdefault(row.meeting, set()).add(row.actor)
    dated = [
        (meeting.held_on, meeting)
        for meeting in snapshot.all(Meeting)
        if meeting.held_on and meeting.kind in wanted and meeting.id in came
    ]
    return [(meeting, came[meeting.id]) for _, meeting in sorted(dated, key=lambda one: one[0])]
