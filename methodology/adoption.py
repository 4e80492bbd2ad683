"""Where an adopted value comes from: raters, a round of votes or an agreement in a meeting.

A stage keeps the scores of each rater and, beside them, the value it works with. An adoption says
of that value what it was, when it was taken over, and from whom.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID, uuid5

from pydantic import Field

from methodology.choice import Choice
from methodology.record import Label, LongText, Name, Record, Ref, Text
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark, Term, sentences
from methodology.words import called

MEDIAN = N_("Median")  # the rule of every stage whose raters score on a scale
MOST_ORIGINS = 3  # that the line under a figure or table tells


class Basis(Choice):
    """What an adopted value was taken from."""

    RATERS = "raters", N_("Scores of raters")
    ROUND = "round", N_("Round of votes")
    MEETING = "meeting", N_("Agreement in a meeting")


class Adoption(Record):
    """The provenance of one adopted value: one field of one record."""

    table = "adoption"
    title = N_("Adopted values")
    about = N_("Where each adopted value comes from: question, rule, number of votes, consensus.")
    stage = Stage.PROCESS
    is_internal = True

    about_table: Annotated[Name, Label(N_("Table"))]
    about_id: Annotated[UUID, Label(N_("Record"))]
    field: Annotated[Name, Label(N_("Field"))]
    value: Annotated[Text, Label(N_("Adopted value"))]
    basis: Annotated[Basis, Label(N_("Taken from"))]
    adopted_on: Annotated[date, Label(N_("Date"))]
    meeting: Annotated[UUID | None, Label(N_("Meeting")), Ref("meeting")] = None
    round_id: Annotated[UUID | None, Label(N_("Round"))] = None
    question: Annotated[LongText, Label(N_("Question"))] = ""
    instrument: Annotated[Text, Label(N_("Instrument"))] = ""
    unit: Annotated[Text, Label(N_("Unit"))] = ""
    rule: Annotated[Text, Label(N_("Rule"))] = ""
    count: Annotated[int, Field(ge=0), Label(N_("Number of votes"))] = 0
    eligible: Annotated[int | None, Field(ge=0), Label(N_("Entitled to vote"))] = None
    turn: Annotated[int, Field(ge=1), Label(N_("Round number"))] = 1
    consensus_measure: Annotated[Text, Label(N_("Measure of consensus"))] = ""
    consensus: Annotated[Decimal | None, Label(N_("Consensus"))] = None


@dataclass(frozen=True)
class Proposal:
    """A value that a stage could adopt for one field of a record, as it was seen, and from where.

    `rule` says how many opinions became one value; it is a message, as `unit` and `instrument`.
    """

    record: Record
    field: str
    value: Any
    basis: Basis
    rule: str
    count: int
    eligible: int | None = None
    unit: str = ""
    question: str = ""
    instrument: str = ""
    turn: int = 1
    meeting: UUID | None = None
    round_id: UUID | None = None
    consensus_measure: str = ""
    consensus: Decimal | None = None

    @property
    def before(self) -> Any:
        """The value that stands in the field now."""
        return getattr(self.record, self.field)

    def adoption(self, on: date) -> Adoption:
        """Return the provenance that goes with the value; one for each field of a record."""
        return Adoption(
            id=uuid5(self.record.id, f"{self.record.table}.{self.field}"),
            about_table=self.record.table,
            about_id=self.record.id,
            field=self.field,
            value=written(self.value),
            basis=self.basis,
            adopted_on=on,
            meeting=self.meeting,
            round_id=self.round_id,
            question=self.question,
            instrument=self.instrument,
            unit=self.unit,
            rule=self.rule,
            count=self.count,
            eligible=self.eligible,
            turn=self.turn,
            consensus_measure=self.consensus_measure,
            consensus=self.consensus,
        )


def adoption_of(snapshot: Snapshot, record: Record, field: str) -> Adoption | None:
    """Return where a value comes from; None when it was typed, or changed since it was adopted."""
    found = next(
        (
            one
            for one in snapshot.all(Adoption)
            if (one.about_id, one.field, one.about_table) == (record.id, field, record.table)
        ),
        None,
    )
    return found if found and found.value == written(getattr(record, field)) else None


def provenance(adoption: Adoption, snapshot: Snapshot) -> Remark:
    """Return in one sentence where an adopted value comes from, when, and from how many."""
    return _told([adoption], snapshot)


def taken_from(snapshot: Snapshot, values: Iterable[tuple[Record, str]]) -> Remark:
    """Return where these fields of records come from: a sentence for each origin, most used first.

    Values of one round, or of as many raters on one day, share a sentence. Empty where none of the
    values was adopted, or all were changed since.
    """
    kept = {(one.about_table, one.about_id, one.field): one for one in snapshot.all(Adoption)}
    groups: dict[object, list[Adoption]] = defaultdict(list)
    for record, name in values if kept else ():
        found = kept.get((record.table, record.id, name))
        if found and found.value == written(getattr(record, name)):
            groups[_source(found)].append(found)
    ordered = sorted(groups.values(), key=len, reverse=True)
    said = [
        Remark("{origin}.", {"origin": _told(group, snapshot)}) for group in ordered[:MOST_ORIGINS]
    ]
    if more := len(ordered) - len(said):
        said.append(
            Remark(N_("Further origins, in the annex of the plan: {count}."), {"count": more})
        )
    return sentences(*said)


def origin(adoption: Adoption, snapshot: Snapshot) -> Remark:
    """Return where a value comes from, without the day it was adopted."""
    return _origin([adoption], snapshot)


def _origin(alike: Sequence[Adoption], snapshot: Snapshot) -> Remark:
    parts = (_basis(alike, snapshot), *_particulars(alike))
    return Remark("{parts}", {"parts": parts})


def _told(alike: Sequence[Adoption], snapshot: Snapshot) -> Remark:
    values = {"origin": _origin(alike, snapshot), "date": alike[0].adopted_on}
    return Remark(N_("{origin}, adopted on {date}"), values)


def _source(one: Adoption) -> object:
    """Return what values share that are told in one sentence."""
    if one.basis is Basis.ROUND:
        return one.round_id or one.question, one.meeting, one.turn, one.adopted_on
    return one.basis, one.meeting, one.rule, one.unit, one.adopted_on


def _count(alike: Sequence[Adoption]) -> int | str:
    """Return how many opinions each value rests on, as a range where they differ."""
    counts = [one.count for one in alike]
    return counts[0] if len({*counts}) == 1 else f"{min(counts)}–{max(counts)}"


def written(value: Any) -> str:
    """Return a value as an adoption keeps it, to tell later whether it was changed by hand."""
    return "" if value is None else str(value)


def _basis(alike: Sequence[Adoption], snapshot: Snapshot) -> Remark:
    adoption = alike[0]
    meeting = snapshot.find_any(adoption.meeting) if adoption.meeting else None
    place = called(snapshot, meeting) if meeting else None
    match adoption.basis:
        case Basis.RATERS:
            heard = _heard(alike)
            side = {"heard": heard, "side": Term(adoption.unit)}
            return Remark("{heard} ({side})", side) if adoption.unit else heard
        case Basis.ROUND:
            asked = _asked(adoption, snapshot)
            if place:
                values = {"question": asked, "meeting": place}
                return Remark(N_("Round “{question}” of {meeting}"), values)
            return Remark(N_("Round “{question}”"), {"question": asked})
        case Basis.MEETING:
            if place:
                return Remark(N_("Agreed in {meeting}"), {"meeting": place})
            return Remark(N_("Agreed in a meeting"))


def _heard(alike: Sequence[Adoption]) -> Remark:
    rule = Term(alike[0].rule) if alike[0].rule else Basis.RATERS
    if (count := _count(alike)) == 1:
        return Remark(N_("{rule} of one rater"), {"rule": rule})
    return Remark(N_("{rule} of {count} raters"), {"rule": rule, "count": count})


def _asked(adoption: Adoption, snapshot: Snapshot) -> object:
    """Return how the round is called: its own name, else what it asked."""
    found = snapshot.find_any(adoption.round_id) if adoption.round_id else None
    return called(snapshot, found) if found else adoption.question or Basis.ROUND


def _particulars(alike: Sequence[Adoption]) -> Iterator[object]:
    """Yield how the votes became a value, as far as it is known and the same for all."""
    adoption = alike[0]
    if adoption.turn > 1:
        yield Remark(N_("round number {turn}"), {"turn": adoption.turn})
    if adoption.instrument:
        yield Term(adoption.instrument)
    if adoption.basis is not Basis.RATERS:
        yield from (Term(rule) for rule in dict.fromkeys(one.rule for one in alike) if rule)
        yield from _voted(alike)
    measures = {(one.consensus_measure, one.consensus) for one in alike}
    if len(measures) == 1 and adoption.consensus_measure and adoption.consensus is not None:
        values = {"measure": Term(adoption.consensus_measure), "value": adoption.consensus}
        yield Remark(N_("{measure} {value}"), values)


def _voted(alike: Sequence[Adoption]) -> Iterator[object]:
    count = _count(alike)
    if alike[0].eligible:
        values: dict[str, object] = {"count": count, "eligible": alike[0].eligible}
        yield Remark(N_("{count} of {eligible} voted"), values)
    elif count:
        yield Remark(N_("votes: {count}"), {"count": count})
