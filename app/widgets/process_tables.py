"""Tables of the process: people moved, who has gone quiet, decisions, the slippage of stages."""

from datetime import date

from app.i18n import Reader
from methodology.agreements import Decision, decision_way
from methodology.calendar import StageWeeks, against_plan, calendar
from methodology.involvement import gone_quiet, people_moved
from methodology.mapping import Actor
from methodology.process import Meeting
from methodology.snapshot import Snapshot

Rows = tuple[list[dict[str, str]], str]


def moved_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return, by stage, who was involved and what changed in people."""
    rows = [
        {
            _("Stage"): f"{one.stage.number} {_(one.stage.label)}",
            _("Actors that came"): _.number(one.actors),
            _("What changed"): "; ".join(note.name for note in one.changes) or _("Pending"),
            _("How far people came"): _.join(
                [*dict.fromkeys(_(note.step.label) for note in one.changes)]
            ),
            _("Lead entrepreneurs"): _.join([lead.name for lead in one.leads]),
        }
        for one in people_moved(snapshot)
    ]
    return rows, _(
        "Actors on the lists of attendance of the stage's meetings; changes as the team noted them."
    )


def quiet_rows(_: Reader, snapshot: Snapshot, today: date, last: int) -> Rows:
    """Return the actors that came earlier and to none of the last meetings."""
    rows = [
        {
            _("Actor"): one.actor.name,
            _("Type"): _(one.actor.kind.label) if one.actor.kind else _("No type"),
            _("Meetings it came to"): _.number(one.came),
            _("Came last to"): one.last.name,
            _("Missed since"): _.number(one.missed),
        }
        for one in gone_quiet(snapshot, today, last)
    ]
    return rows, _(
        "Workshops, assemblies, validation tables and public presentations with a list of "
        "attendance; working groups and trips are by invitation and do not count."
    )


def decision_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return what was decided, by date: who agreed to what, when and how."""
    found = []
    for decision in snapshot.all(Decision):
        meeting = snapshot.get(Meeting, decision.meeting)
        day = decision.decided_on or (meeting.held_on if meeting else None)
        actors = [snapshot.get(Actor, key) for key in decision.actors]
        found.append((day, decision, meeting, [actor.name for actor in actors if actor]))
    rows = [
        {
            _("Date"): _.date(day, "medium") if day else "",
            _("Meeting"): meeting.name if meeting else "",
            _("Decision"): decision.text,
            _("How it was decided"): decision_way(decision).text(_),
            _("Who agreed"): _.join(actors),
        }
        for day, decision, meeting, actors in sorted(found, key=lambda one: one[0] or date.max)
    ]
    return rows, _("As the minutes of each meeting say; the dates are those of the decision.")


def slippage_rows(_: Reader, snapshot: Snapshot, today: date) -> Rows:
    """Return the weeks of each stage against the plan."""
    rows = [
        {
            _("Stage"): f"{row.stage.number} {_(row.stage.label)}",
            _("Planned weeks"): f"{row.first_week}–{row.last_week}",
            _("Closed on"): _.date(row.closed_on, "medium") if row.closed_on else "",
            _("Against the plan"): _stand(_, row),
        }
        for row in calendar(snapshot, today).stages
    ]
    return rows, _("Deadlines are soft: a stage behind its plan stays open and says by how much.")


def _stand(_: Reader, row: StageWeeks) -> str:
    found = against_plan(row)
    return found.text(_) if found else ""
