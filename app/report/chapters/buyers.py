"""Section 6: what the buyers of each segment decide on, beside rivals and tomorrow's buyers."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor

from app.report.chapters.business import stated
from app.report.chapters.opening import close_section, open_section, own_source
from app.report.graph import Figure, Point, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.buyers import BuyerSegment
from methodology.characterization import ReferenceCluster
from methodology.code_order import titled
from methodology.curves import option_curves, option_moves
from methodology.importance import Quadrant
from methodology.plan import Section
from methodology.purchase import (
    IMPORTANCES,
    PERFORMANCES,
    SELF_IMAGE,
    FactorReading,
    SegmentReading,
    segments,
)
from methodology.scale import PERFORMANCE, Scale
from methodology.sources_of_challenges import (
    importance_scale,
    performance_scale,
    segment_source,
    value_line,
)
from methodology.targets import Move
from methodology.text import N_


def buyers(pen: Pen, material: Material) -> None:
    """Write the section on what buyers decide on, segment by segment."""
    _ = pen._
    found = segments(material.snapshot)
    subheading = open_section(pen, material, Section.BUYERS, new_page=bool(found))
    if found:
        subheading(_("Buyer segments"))
        columns = ("code", "name", "rival", "reference")
        pen.table(record_grid(material, BuyerSegment, columns=columns), own_source(pen))
    for reading in found:
        if reading.factors:
            subheading(reading.segment.name)
            _segment(pen, material, reading)
    seeds = [(reading, one) for reading in found for one in reading.seeds]
    if seeds:
        subheading(_("What advanced buyers ask more of"))
        pen.table(_seed_grid(pen, seeds), _seed_note(pen))
    close_section(pen, material, Section.BUYERS, subheading)


def _segment(pen: Pen, material: Material, reading: SegmentReading) -> None:
    _ = pen._
    who = segment_source(material.snapshot, reading, _, fields=IMPORTANCES)
    pen.table(
        _importance_grid(pen, material, reading),
        f"{own_source(pen)} {who} {importance_scale(_)} {_arrows(pen)}",
    )
    who = segment_source(material.snapshot, reading, _, fields=(*PERFORMANCES, SELF_IMAGE))
    apart = _("Self-image: what firms of the cluster say of themselves; never pooled with buyers.")
    pen.table(
        _performance_grid(pen, reading), f"{own_source(pen)} {who} {apart} {performance_scale(_)}"
    )
    _places(pen, reading)
    if reading.gaps:
        pen.table(_gap_grid(pen, reading), f"{own_source(pen)} {value_line(reading, _)}")
    _curves(pen, material, reading)


def _of(pen: Pen, message: str, reading: SegmentReading) -> str:
    return pen._(message).format(segment=reading.segment.name)


def _importance_grid(pen: Pen, material: Material, reading: SegmentReading) -> Grid:
    _ = pen._
    columns = (
        Column(_("Code")),
        Column(_("Factor")),
        Column(_("Kind")),
        *_importance_columns(pen),
    )
    rows = tuple(
        Row(
            (
                one.factor.code,
                one.factor.name,
                _(one.factor.kind.label) if one.factor.kind else "",
                *_importance(pen, one),
            ),
            _trends(pen, material, one),
        )
        for one in reading.factors
    )
    return Grid(columns, rows, _of(pen, N_("Importance of the factors: {segment}"), reading))


def _importance_columns(pen: Pen) -> tuple[Column, ...]:
    _ = pen._
    return Column(_("Today"), True), Column(_("Advanced buyers"), True), Column(_("Shift"), True)


def _importance(pen: Pen, one: FactorReading) -> tuple[str, ...]:
    """Return how much a factor matters to today's and to advanced buyers, and the shift."""
    return (*(stated(pen, one.opinions[field]) for field in IMPORTANCES), arrow(pen, one))


def arrow(pen: Pen, one: FactorReading) -> str:
    """Return the shift of importance with an arrow; a double one from a point up."""
    if one.shift is None:
        return ""
    if not one.shift:
        return "="
    said = pen._.number(abs(one.shift), 2, fixed=False)
    return f"{'▲' * (2 if one.is_seed else 1) if one.shift > 0 else '▼'} {said}"


def _arrows(pen: Pen) -> str:
    return pen._("Shift towards advanced buyers: ▲▲ a point or more up, ▲ less, ▼ down, = none.")


def _trends(pen: Pen, material: Material, one: FactorReading) -> tuple[tuple[str, str], ...]:
    names = [name for name in map(material.speaker.name, one.factor.trends) if name]
    return ((pen._("Trends"), "; ".join(names)),) if names else ()


def _performance_grid(pen: Pen, reading: SegmentReading) -> Grid:
    _ = pen._
    kinds = {one.factor.id: kind for one, kind in reading.quadrants}
    columns = (
        Column(_("Code")),
        Column(_("Factor")),
        Column(_("Cluster"), True),
        Column(_("Best rival"), True),
        Column(_("Reference"), True),
        Column(_("Self-image"), True),
        Column(_("Verdict")),
    )
    rows = tuple(
        Row(
            (
                one.factor.code,
                one.factor.name,
                *(stated(pen, one.opinions[field]) for field in PERFORMANCES),
                "" if one.self_image is None else _.number(one.self_image, 2, fixed=False),
                _(kinds[one.factor.id].label) if one.factor.id in kinds else "",
            )
        )
        for one in reading.factors
    )
    return Grid(columns, rows, _of(pen, N_("Performance in the factors: {segment}"), reading))


def _places(pen: Pen, reading: SegmentReading) -> None:
    """Write importance beside performance, with the stored lines between high and low."""
    _, lines = pen._, reading.lines
    if lines is None:
        return
    points = [
        Point(
            one.factor.code or one.factor.name,
            float(one.place[1]),
            float(one.place[0]),
            accent=1 if kind is Quadrant.CONCENTRATE else 0,
        )
        for one, kind in reading.quadrants
        if one.place
    ]
    figure = Figure(
        Shape.POINTS,
        points=points,
        number_format="0",
        x_title=f"{_('Performance of the cluster')} ({_ends(pen, PERFORMANCE)})",
        y_title=_("Importance today"),
        x_range=_around([one.x for one in points]),
        y_range=_around([one.y for one in points]),
        crosshair=(float(lines.performance), float(lines.importance)),
    )
    note = _("Lines: {mode}; on the line is high.").format(mode=_(reading.segment.crosshair.label))
    corners = _(
        "Above left: concentrate here; above right: keep it up; below left: low priority; "
        "below right: possible overkill. Codes, votes and scale as in the tables above."
    )
    title = _of(pen, N_("Importance and performance: {segment}"), reading)
    pen.chart(figure, title, f"{own_source(pen)} {corners} {note}", height=7.5)


def _ends(pen: Pen, scale: Scale) -> str:
    words = (f"{score} {pen._(scale.anchors[score])}" for score in (scale.least, scale.most))
    return " – ".join(words)


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Return the whole scores around the outermost factors, where the scale has any beyond them.

    So the steps of an axis stand at scores, and a factor seldom on the frame.
    """
    first = min(max(ceil(min(values)) - 1, PERFORMANCE.least), PERFORMANCE.most - 2)
    last = max(min(floor(max(values)) + 1, PERFORMANCE.most), first + 2)
    return float(first), float(last)


def _gap_grid(pen: Pen, reading: SegmentReading) -> Grid:
    _ = pen._
    columns = (
        Column(_("Code")),
        Column(_("Factor")),
        Column(_("Weight"), True),
        Column(_("Weighted gap"), True),
        Column(_("Priority"), True),
    )
    rows = tuple(
        Row(
            (
                one.factor.code,
                one.factor.name,
                _.percent(weight, 1),
                _.number(gap, 2),
                _.number(max(Decimal(0), gap), 2),
            )
        )
        for one, weight, gap in reading.gaps
    )
    return Grid(columns, rows, _of(pen, N_("Gaps to the best rival: {segment}"), reading))


def _curves(pen: Pen, material: Material, reading: SegmentReading) -> None:
    """Write the value curves as a chart, and what each option does with the factors."""
    _, snapshot = pen._, material.snapshot
    reference = snapshot.get(ReferenceCluster, reading.segment.reference)
    names = (
        ("own", _("Cluster")),
        ("rival", reading.segment.rival or _("Best rival")),
        ("reference", reference.name if reference else _("Reference cluster")),
    )
    series = [
        Series(name, [_plain(one.value(field)) for one in reading.factors]) for field, name in names
    ]
    series += [
        Series(titled(one.option), [*map(_plain, one.levels)])
        for one in option_curves(snapshot, reading)
    ]
    figure = Figure(
        Shape.LINES,
        [one.factor.name for one in reading.factors],
        [one for one in series if any(one.values)],
        number_format="0",
        has_axis=True,
        y_range=(float(PERFORMANCE.least), float(PERFORMANCE.most)),
    )
    note = _("Only the levels mean something: the order of the factors is a choice.")
    title = _of(pen, N_("Value curves: {segment}"), reading)
    pen.chart(figure, title, f"{own_source(pen)} {note}", height=7.5)
    pen.table(_move_grid(pen, material, reading), _move_note(pen))


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _move_grid(pen: Pen, material: Material, reading: SegmentReading) -> Grid:
    _ = pen._
    columns = (Column(_("Option")), *(Column(_(move.label)) for move in Move))
    rows = tuple(
        Row(
            (
                titled(one.option),
                *("; ".join(f.factor.name for f in one.factors.get(move, ())) for move in Move),
            )
        )
        for one in option_moves(material.snapshot, reading)
    )
    return Grid(columns, rows, _of(pen, N_("What each option changes: {segment}"), reading))


def _move_note(pen: Pen) -> str:
    _ = pen._
    note = _("Raised or reduced: the target differs by a point or more from the cluster today.")
    return f"{own_source(pen)} {note}"


def _seed_grid(pen: Pen, seeds: Sequence[tuple[SegmentReading, FactorReading]]) -> Grid:
    _ = pen._
    columns = (
        Column(_("Buyer segment")),
        Column(_("Code")),
        Column(_("Factor")),
        *_importance_columns(pen),
    )
    rows = tuple(
        Row(
            (
                reading.segment.name,
                one.factor.code,
                one.factor.name,
                *_importance(pen, one),
            )
        )
        for reading, one in seeds
    )
    return Grid(columns, rows, _("Factors that advanced buyers ask more of"))


def _seed_note(pen: Pen) -> str:
    _ = pen._
    note = _("Their importance grows by a point or more towards advanced buyers.")
    return f"{own_source(pen)} {note} {importance_scale(_)}"
