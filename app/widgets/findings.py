"""What each stage has found so far, in the few words of a title."""

from collections.abc import Callable, Mapping

from app import state
from app.i18n import Reader
from methodology.attendance import attendance
from methodology.mapping import Actor, Tie
from methodology.profile import headlines
from methodology.scope import Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.stage import Stage


def finding(stage: Stage) -> str:
    """Return the finding of a stage, its name while there is none."""
    _ = state.reader()
    found = _FINDINGS[stage](state.snapshot(), _) if stage in _FINDINGS else ""
    return found or _(stage.label)


def _process(snapshot: Snapshot, _: Reader) -> str:
    rows = [row for row in attendance(snapshot) if row.people]
    if not rows:
        return ""
    people = sum(row.people for row in rows)
    return ", ".join(
        (
            _.many("{count} meeting", "{count} meetings", len(rows)),
            _.many("{count} attendance", "{count} attendances", people),
        )
    )


def _scope(snapshot: Snapshot, _: Reader) -> str:
    scope, segments = snapshot.one(Scope), snapshot.all(Segment)
    if scope and scope.accepted_on:
        return _("Scope accepted")
    inside = sum(segment.verdict == SegmentVerdict.INSIDE for segment in segments)
    if not segments:
        return ""
    return _("{inside} of {total} segments inside").format(
        inside=_.number(inside), total=_.number(len(segments))
    )


def _mapping(snapshot: Snapshot, _: Reader) -> str:
    actors, ties = len(snapshot.all(Actor)), len(snapshot.all(Tie))
    if not actors:
        return ""
    return ", ".join(
        (
            _.many("{count} actor", "{count} actors", actors),
            _.many("{count} relation", "{count} relations", ties),
        )
    )


def _characterization(snapshot: Snapshot, _: Reader) -> str:
    found = headlines(snapshot)
    if not found:
        return ""
    sourced = sum(headline.is_sourced for headline in found)
    return _("{sourced} of {total} figures with source").format(
        sourced=_.number(sourced), total=_.number(len(found))
    )


_FINDINGS: Mapping[Stage, Callable[[Snapshot, Reader], str]] = {
    Stage.PROCESS: _process,
    Stage.SCOPE: _scope,
    Stage.MAPPING: _mapping,
    Stage.CHARACTERIZATION: _characterization,
}
