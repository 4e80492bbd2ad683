"""The medians that business and purchase factors could adopt, each from the side that speaks."""

from collections.abc import Iterator
from uuid import UUID

from methodology.adoption import MEDIAN, Basis, Proposal
from methodology.attractiveness import outlook
from methodology.forces import Business
from methodology.panel import Opinion
from methodology.purchase import segment_reading
from methodology.record import Record, attribute
from methodology.snapshot import Snapshot


def force_proposals(snapshot: Snapshot) -> list[Proposal]:
    """Return the medians of the firms' scores for each sub-factor, today and at the horizon."""
    about = snapshot.one(Business)
    meeting = about.scored_in if about else None
    return [
        *_proposals(
            (one.factor, field, opinion, meeting)
            for one in outlook(snapshot).factors
            for field, opinion in (("today", one.today), ("later", one.later))
        )
    ]


def factor_proposals(snapshot: Snapshot, segment: UUID) -> list[Proposal]:
    """Return the medians of the buyers of a segment, of stand-ins where buyers have not said."""
    reading = segment_reading(snapshot, segment)
    return [
        *_proposals(
            (one.factor, field, opinion, None)
            for one in (reading.factors if reading else ())
            for field, opinion in one.opinions.items()
        )
    ]


Offered = tuple[Record, str, Opinion, UUID | None]


def _proposals(offered: Iterator[Offered]) -> Iterator[Proposal]:
    for record, field, opinion, meeting in offered:
        if opinion.spread and opinion.speaker:
            yield Proposal(
                record,
                field,
                opinion.median,
                Basis.RATERS,
                MEDIAN,
                opinion.spread.count,
                unit=opinion.speaker.label,
                question=attribute(type(record), field).label,
                meeting=meeting,
            )
