"""Adopting values: each written into its stage together with where it comes from, as one act."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put
from methodology.adopting_rounds import priority_vote
from methodology.adoption import Proposal, adoption_of
from methodology.process import Meeting
from methodology.record import Record, fields
from methodology.rounds import Round, State
from methodology.snapshot import Snapshot
from methodology.text import N_
from methodology.words import words


def is_adopted(snapshot: Snapshot, proposal: Proposal) -> bool:
    """Say whether the value stands already, with this very provenance, whenever it was taken."""
    kept = adoption_of(snapshot, proposal.record, proposal.field)
    return kept is not None and kept == proposal.adoption(kept.adopted_on)


def adoption_changes(snapshot: Snapshot, proposals: Iterable[Proposal], on: date) -> ChangeSet:
    """Return the act that adopts these values on a day; what is adopted already stays out.

    A value that another person changed since the proposal was made is a conflict, not overwritten.
    """
    wanted = [one for one in proposals if not is_adopted(snapshot, one)]
    changes: list[Change] = [*_edits(wanted)]
    changes += (_written(snapshot, one.adoption(on)) for one in wanted)
    if len(wanted) != 1:
        return ChangeSet(N_("Adopt {count} values"), tuple(changes), {"count": len(wanted)})
    called = words(snapshot, wanted[0].record)
    return ChangeSet(N_("Adopt a value for “{record}”"), tuple(changes), {"record": called})


def round_adoption(
    _: Reader, snapshot: Snapshot, asked: Round, proposals: Iterable[Proposal], on: date
) -> ChangeSet:
    """Return the act that adopts a round's result: values, where they come from, its state.

    Of the vote on the options it also keeps how it was held, in the reader's words.
    """
    made = adoption_changes(snapshot, proposals, on)
    more: list[Change] = []
    if asked.state is State.REVEALED:
        more.append(Edit(Round, asked.id, {"state": State.ADOPTED}))
    meeting = snapshot.get(Meeting, asked.meeting)
    held_on = meeting.held_on if meeting else None
    if vote := priority_vote(snapshot, asked, uuid4(), held_on or on, _):
        more.append(_written(snapshot, vote))
    title = N_("Adopt the result of “{round}”")
    return replace(made, title=title, values={"round": asked.name}, changes=(*made.changes, *more))


def _edits(proposals: list[Proposal]) -> Iterable[Edit]:
    """Return one edit for each record, with all the values it adopts."""
    by_record: dict[UUID, list[Proposal]] = {}
    for one in proposals:
        by_record.setdefault(one.record.id, []).append(one)
    for group in by_record.values():
        record = group[0].record
        yield Edit(
            type(record),
            record.id,
            {one.field: one.value for one in group},
            {one.field: one.before for one in group},
        )


def _written(snapshot: Snapshot, record: Record) -> Change:
    """Return the change that keeps a record: new, or over what an earlier adoption left."""
    cls = type(record)
    if snapshot.get(cls, record.id) is None:
        return Put(record)
    return Edit(cls, record.id, {each.name: getattr(record, each.name) for each in fields(cls)})
