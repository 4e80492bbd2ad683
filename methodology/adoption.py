"""Where an adopted value comes from: raters, a round of votes or an agreement in a meeting.

A stage keeps the scores of each rater and, beside them, the value it works with. An adoption says
of that value what it was, when it was taken over, and from whom.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import Label, LongText, Name, Record, Ref, Text
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


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


def written(value: Any) -> str:
    """Return a value as an adoption keeps it, to tell later whether it was changed by hand."""
    return "" if value is None else str(value)
