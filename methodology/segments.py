"""The four tests of a candidate segment, and the funnel from sector to options."""

from dataclasses import dataclass

from methodology.choice import Choice
from methodology.mapping import Actor, Inclusion
from methodology.options import OptionStatus, StrategicOption
from methodology.scope import Answer, Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.text import N_

TESTS = ("same_customers", "same_rivals", "own_name", "enough_firms")


class Outcome(Choice):
    """What the four tests say of a candidate segment."""

    PASSES = "passes", N_("Passes the four tests")
    FAILS = "fails", N_("Fails a test")
    DOUBTFUL = "doubtful", N_("In doubt")
    PENDING = "pending", N_("Tests to answer")


@dataclass(frozen=True)
class Funnel:
    """From the statistical sector to the options; `firms` by inclusion.

    Options are those chosen, all that are not discarded while none is.
    """

    sector: str
    segment: str
    territory: str
    considered: tuple[str, ...]
    inside: tuple[str, ...]
    options: tuple[str, ...]
    firms: dict[Inclusion, int]


def outcome(segment: Segment) -> Outcome:
    """Return what the tests say: a segment passes with four times yes, one no is enough to fail."""
    answers = [getattr(segment, test) for test in TESTS]
    if Answer.NO in answers:
        return Outcome.FAILS
    if None in answers:
        return Outcome.PENDING
    return Outcome.DOUBTFUL if Answer.DOUBT in answers else Outcome.PASSES


def funnel(snapshot: Snapshot) -> Funnel:
    """Return the funnel of the scope, as far as it is known."""
    scope = snapshot.one(Scope)
    segments = snapshot.all(Segment)
    options = [o for o in snapshot.all(StrategicOption) if o.status != OptionStatus.DISCARDED]
    chosen = [option for option in options if option.status == OptionStatus.CHOSEN]
    flags = [actor.inclusion for actor in snapshot.all(Actor)]
    return Funnel(
        sector=scope.sector if scope else "",
        segment=scope.segment if scope else "",
        territory=scope.territory if scope else "",
        considered=tuple(segment.name for segment in segments),
        inside=tuple(one.name for one in segments if one.verdict == SegmentVerdict.INSIDE),
        options=tuple(option.name for option in chosen or options),
        firms={flag: flags.count(flag) for flag in Inclusion if flag in flags},
    )
