"""Adopting values: each written into its stage together with where it comes from, as one act."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.store import Change, ChangeSet, Edit, Put
from methodology.adoption import Adoption, Proposal, adoption_of
from methodology.record import Record, fields
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
    changes += (_kept(snapshot, one.adoption(on)) for one in wanted)
    if len(wanted) != 1:
        return ChangeSet(N_("Adopt {count} values"), tuple(changes), {"count": len(wanted)})
    called = words(snapshot, wanted[0].record)
    return ChangeSet(N_("Adopt a value for “{record}”"), tuple(changes), {"record": called})


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


def _kept(snapshot: Snapshot, adoption: Adoption) -> Change:
    """Return the change that keeps a provenance: new, or over that of an earlier adoption."""
    before: Record | None = snapshot.get(Adoption, adoption.id)
    if before is None:
        return Put(adoption)
    values = {each.name: getattr(adoption, each.name) for each in fields(Adoption)}
    return Edit(Adoption, adoption.id, values)
