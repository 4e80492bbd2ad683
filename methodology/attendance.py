"""Who came to the meetings: people by type of actor, and who keeps coming."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from methodology.boxes import by_name
from methodology.mapping import Actor, ActorKind
from methodology.process import Attendance, Meeting
from methodology.snapshot import Snapshot


@dataclass(frozen=True)
class MeetingAttendance:
    """People at one meeting; `by_kind` counts those of listed actors, None being without type.

    `people` is the head count where given, else the sum of the list; `actors` how many are listed.
    """

    meeting: Meeting
    people: int
    actors: int
    by_kind: Mapping[ActorKind | None, int]


@dataclass(frozen=True)
class Recurrence:
    """An actor and the number of meetings it came to."""

    actor: Actor
    meetings: int


def attendance(snapshot: Snapshot) -> tuple[MeetingAttendance, ...]:
    """Return the attendance of every meeting, by date; meetings without a date come last."""
    listed: dict[object, list[Attendance]] = {}
    for row in snapshot.all(Attendance):
        listed.setdefault(row.meeting, []).append(row)
    meetings = sorted(snapshot.all(Meeting), key=lambda one: one.held_on or date.max)
    return tuple(_at(snapshot, one, listed.get(one.id, [])) for one in meetings)


def recurrence(snapshot: Snapshot) -> tuple[Recurrence, ...]:
    """Return the actors that came to a meeting, those that came most often first."""
    counted = Counter(row.actor for row in snapshot.all(Attendance))
    found = [
        Recurrence(actor, counted[actor.id])
        for actor in sorted(snapshot.all(Actor), key=by_name)
        if counted[actor.id]
    ]
    return tuple(sorted(found, key=lambda one: -one.meetings))


def recurrent_share(snapshot: Snapshot) -> float | None:
    """Return the share of actors that came at least twice among those that came at all."""
    found = recurrence(snapshot)
    return sum(one.meetings > 1 for one in found) / len(found) if found else None


def _at(snapshot: Snapshot, meeting: Meeting, rows: list[Attendance]) -> MeetingAttendance:
    counted: Counter[ActorKind | None] = Counter()
    for row in rows:
        actor = snapshot.get(Actor, row.actor)
        counted[actor.kind if actor else None] += row.people
    by_kind = {kind: counted[kind] for kind in (*ActorKind, None) if counted[kind]}
    people = sum(counted.values()) if meeting.people is None else meeting.people
    return MeetingAttendance(meeting, people, len(rows), by_kind)
