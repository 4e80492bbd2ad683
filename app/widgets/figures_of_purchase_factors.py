"""What buyers decide on, on screen: one buyer segment at a time, and the finding."""

from collections.abc import Callable, Mapping, Sequence

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, Subjects
from methodology.buyers import BuyerSegment
from methodology.characterization import ReferenceCluster
from methodology.code_order import code_order
from methodology.curves import option_curves
from methodology.purchase import (
    IMPORTANCES,
    PERFORMANCES,
    SegmentReading,
    segment_reading,
    segments,
)
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import (
    importance_scale,
    performance_scale,
    segment_source,
)
from methodology.stage import Stage
from methodology.text import N_

Draw = Callable[[Snapshot, SegmentReading, charts.Style], object]
Say = Callable[[Snapshot, SegmentReading, Reader], str]


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return how many factors advanced buyers ask more of; empty while there are no factors."""
    found = [one for segment in segments(snapshot) for one in segment.factors]
    if not found:
        return ""
    seeds = sum(one.is_seed for one in found)
    if seeds:
        return _("{seeds} of {total} factors gain weight").format(
            seeds=_.number(seeds), total=_.number(len(found))
        )
    return _.many(
        "{count} purchase-decision factor", "{count} purchase-decision factors", len(found)
    )


def _importance(_snapshot: Snapshot, reading: SegmentReading, style: charts.Style) -> object:
    known = any(one.value(field) is not None for one in reading.factors for field in IMPORTANCES)
    return charts.importance_arrows(reading.factors, style) if known else None


def _places(_snapshot: Snapshot, reading: SegmentReading, style: charts.Style) -> object:
    return charts.importance_performance(reading, style) if reading.lines else None


def _curves(snapshot: Snapshot, reading: SegmentReading, style: charts.Style) -> object:
    options = option_curves(snapshot, reading)
    known = any(one.value(field) is not None for one in reading.factors for field in PERFORMANCES)
    if not known and not options:
        return None
    reference = snapshot.get(ReferenceCluster, reading.segment.reference)
    names = (reading.segment.rival, reference.name if reference else "")
    return charts.value_curves(reading, options, names, style)


def _importance_source(snapshot: Snapshot, reading: SegmentReading, _: Reader) -> str:
    return f"{segment_source(snapshot, reading, _, fields=IMPORTANCES)} {importance_scale(_)}"


def _places_source(snapshot: Snapshot, reading: SegmentReading, _: Reader) -> str:
    lines = _("Lines: {mode}; on the line is high.").format(mode=_(reading.segment.crosshair.label))
    who = segment_source(snapshot, reading, _, fields=("importance_today", "own"))
    return f"{lines} {who}"


def _curves_source(snapshot: Snapshot, reading: SegmentReading, _: Reader) -> str:
    who = segment_source(snapshot, reading, _, fields=PERFORMANCES)
    return f"{who} {performance_scale(_)}"


def with_segments(snapshot: Snapshot) -> Sequence[Record]:
    """Return the buyer segments, in the order of their codes."""
    return sorted(snapshot.all(BuyerSegment), key=code_order)


def _figure(title: str, short: str, draw: Draw, say: Say) -> Figure:
    """Return a figure about one segment, and about the first until one is chosen."""

    def about(segment: Record | None) -> Figure:
        def reading(snapshot: Snapshot) -> SegmentReading | None:
            subject = segment or next(iter(with_segments(snapshot)), None)
            return segment_reading(snapshot, subject.id) if subject else None

        def make(snapshot: Snapshot, style: charts.Style) -> object:
            found = reading(snapshot)
            return draw(snapshot, found, style) if found else None

        def source(snapshot: Snapshot, _: Reader) -> str:
            found = reading(snapshot)
            return say(snapshot, found, _) if found else ""

        return Figure(
            Stage.PURCHASE_FACTORS,
            title,
            make,
            source,
            short=short,
            subjects=None if segment else Subjects(with_segments, about),
        )

    return about(None)


FIGURES: Mapping[str, Figure] = {
    "factors": _figure(
        N_("Importance today and tomorrow"),
        N_("Importance"),
        _importance,
        _importance_source,
    ),
    "performance": _figure(
        N_("Importance and performance"), N_("Performance"), _places, _places_source
    ),
    "curves": _figure(N_("Value curves"), N_("Value curves"), _curves, _curves_source),
}
