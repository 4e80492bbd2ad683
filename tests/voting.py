"""Rounds, ballots and voters for tests, as short to write as to read."""

from fractions import Fraction
from uuid import UUID

from methodology.ballot import Answer, Sheet, sheet
from methodology.rounds import (
    RULES,
    Channel,
    Instrument,
    Round,
    RoundCriterion,
    RoundItem,
)
from methodology.votes import Vote


def key(number: int) -> UUID:
    """Return an id."""
    return UUID(int=number, version=4)


def a_round(instrument=Instrument.APPROVAL, number=1, **values) -> Round:
    """Return a round in preparation."""
    given = {"rule": RULES[instrument][0], "question": "¿Qué opción primero?", **values}
    return Round(
        **{"id": key(number), "name": f"Votación {number}", "instrument": instrument, **given}
    )


def a_sheet(instrument=Instrument.APPROVAL, items="ABCD", criteria=(), number=1, **values) -> Sheet:
    """Return a round with its items, one for each name, and criteria as (name, scale) pairs."""
    asked = a_round(instrument, number, **values)
    named = [
        RoundItem(id=key(number * 1000 + place), round=asked.id, position=place, name=name)
        for place, name in enumerate(items, start=1)
    ]
    judged = [
        RoundCriterion(
            id=key(number * 1000 + 500 + place),
            round=asked.id,
            position=place,
            name=name,
            scale=scale,
        )
        for place, (name, scale) in enumerate(criteria, start=1)
    ]
    return sheet(asked, named, judged)


def vote(weight=1, firm=None, channel=Channel.PHONE, who="", kind=None, **answer) -> Vote:
    """Return one ballot; `firm` is a number."""
    whose = key(9000 + firm) if firm else None
    return Vote(Answer(**answer), Fraction(weight), whose, channel, who, kind)
