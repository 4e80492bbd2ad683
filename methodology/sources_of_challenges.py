"""The source lines under figures and tables of the challenges: who, how many, when, which scale."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from methodology.adoption import Basis, taken_from
from methodology.attractiveness import outlook
from methodology.forces import Business, ForceScore
from methodology.panel import Opinion, raters_by_id
from methodology.process import Meeting
from methodology.purchase import SegmentReading
from methodology.raters import Side
from methodology.scale import IMPORTANCE, INTENSITY, PERFORMANCE
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark, Translate, sentences

STAND_INS = {
    Basis.RATERS: N_("Where buyers have not spoken, experts stand in for them."),
    Basis.ROUND: N_("Voted in a round, values stand in for what buyers say."),
}


def forces_source(snapshot: Snapshot, translate: Translate) -> str:
    """Return who scored the forces, how many, when, how far adopted, and on which scale."""
    everybody, scores = raters_by_id(snapshot), snapshot.all(ForceScore)
    heard = [everybody[key] for key in dict.fromkeys(one.rater for one in scores)]
    firms = [one for one in heard if one.side is Side.FIRM]
    factors = outlook(snapshot).factors
    values = [one for factor in factors for one in (factor.today, factor.later)]
    adopted = ((one.factor, name) for one in factors for name in ("today", "later"))
    parts = [
        Remark(
            N_("Scores of {raters} raters of {firms} firms; others beside: {others}."),
            {
                "raters": len(firms),
                "firms": len({one.actor for one in firms} - {None}),
                "others": len(heard) - len(firms),
            },
        ),
        *_meeting(snapshot),
        standing(values),
        taken_from(snapshot, adopted),
    ]
    return f"{sentences(*parts).text(translate)} {scale_line(translate)}"


def scale_line(translate: Translate) -> str:
    """Return which way the scale of the forces reads, with its ends in words."""
    return f"{INTENSITY.explained(translate)}."


def segment_source(
    snapshot: Snapshot, reading: SegmentReading, translate: Translate, *, fields: Sequence[str]
) -> str:
    """Return who was heard of a segment, by side, how far values are adopted and from where."""
    heard = tuple(
        Remark(N_("{side}: {count}"), {"side": side, "count": count})
        for side, count in reading.heard.items()
    )
    opinions = [
        one.opinions[field] for one in reading.factors for field in fields if field in one.opinions
    ]
    parts = []
    if heard:
        parts.append(Remark(N_("Heard of “{segment}”: {heard}."), _named(reading, heard)))
    standing_in = {one.stand_ins.get(field) for one in reading.factors for field in fields}
    parts += [Remark(words) for basis, words in STAND_INS.items() if basis in standing_in]
    parts.append(standing(opinions))
    adopted = ((one.factor, name) for one in reading.factors for name in fields)
    parts.append(taken_from(snapshot, adopted))
    return sentences(*parts).text(translate)


def _named(reading: SegmentReading, heard: tuple[Remark, ...]) -> dict[str, object]:
    return {"segment": reading.segment.name, "heard": heard}


def importance_scale(translate: Translate) -> str:
    """Return which way the scale of importance reads."""
    return f"{IMPORTANCE.explained(translate)}."


def performance_scale(translate: Translate) -> str:
    """Return which way the scale of performance reads."""
    return f"{PERFORMANCE.explained(translate)}."


def value_line(reading: SegmentReading, translate: Translate) -> str:
    """Return how gaps are counted, and what the factors come to against the best rival."""
    how = Remark(
        N_(
            "Weight: the share of a factor in the importance of all today. Gap: weight × (best "
            "rival − cluster); below zero the cluster is ahead and the priority is none."
        )
    )
    found = reading.value
    if found is None or found.relative is None:
        return how.text(translate)
    said = Remark(
        N_(
            "Weighted means: cluster {own}, best rival {best}. Relative value {relative} (Gale; "
            "100: equal): the mean of the ratios factor by factor, which may lie off 100 at equal "
            "means."
        ),
        {
            "own": rounded(found.own, 2),
            "best": rounded(found.best, 2),
            "relative": rounded(100 * found.relative, 1),
        },
    )
    return f"{how.text(translate)} {said.text(translate)}"


def rounded(value: Decimal, digits: int) -> Decimal:
    """Return a number rounded half up, as it is printed."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def standing(opinions: Iterable[Opinion]) -> Remark:
    """Return how many values are adopted and how many are medians that nobody has adopted."""
    known = [one for one in opinions if one.value is not None]
    adopted = sum(one.adopted is not None for one in known)
    if adopted == len(known):
        return Remark(N_("Adopted values: {count}."), {"count": adopted})
    return Remark(
        N_("Adopted values: {count}; medians not yet adopted: {open}."),
        {"count": adopted, "open": len(known) - adopted},
    )


def meeting_of(snapshot: Snapshot, key: UUID | None) -> Remark | None:
    """Return name and date of a meeting, None when there is none."""
    found = snapshot.get(Meeting, key)
    if found is None:
        return None
    if found.held_on is None:
        return Remark("{meeting}", {"meeting": found.name})
    return Remark(N_("{meeting}, {date}"), {"meeting": found.name, "date": found.held_on})


def _meeting(snapshot: Snapshot) -> list[Remark]:
    about = snapshot.one(Business)
    found = meeting_of(snapshot, about.scored_in if about else None)
    return [Remark(N_("{meeting}."), {"meeting": found})] if found else []
