"""Tables of what buyers decide on: all values, gaps to the best rival, seeds, moves."""

from app.i18n import Reader
from app.widgets.forces_tables import Rows, short, stated
from methodology.code_order import titled
from methodology.curves import option_moves
from methodology.purchase import PERFORMANCES, SELF_IMAGE, FactorReading, SegmentReading
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import (
    importance_scale,
    performance_scale,
    segment_source,
    value_line,
)
from methodology.targets import Move


def value_rows(_: Reader, snapshot: Snapshot, reading: SegmentReading) -> Rows:
    """Return the factors with performance by buyers and, apart, the firms' image of themselves."""
    rows = [
        {
            _("Code"): one.factor.code,
            _("Factor"): one.factor.name,
            _("Kind"): _(one.factor.kind.label) if one.factor.kind else "",
            _("Cluster"): stated(_, one.opinions["own"]),
            _("Best rival"): stated(_, one.opinions["rival"]),
            _("Reference"): stated(_, one.opinions["reference"]),
            _("Self-image"): _self_image(_, one),
        }
        for one in reading.factors
    ]
    note = _("Self-image: what firms of the cluster say of themselves; never pooled with buyers.")
    star = _("* median not yet adopted.")
    who = segment_source(snapshot, reading, _, fields=(*PERFORMANCES, SELF_IMAGE))
    return rows, f"{note} {star} {who} {performance_scale(_)}"


def gap_rows(_: Reader, reading: SegmentReading) -> Rows:
    """Return the weighted gaps to the best rival, widest first."""
    rows = [
        {
            _("Factor"): one.factor.name,
            _("Weight"): _.percent(weight, 1),
            _("Gap"): _.number(gap, 2),
        }
        for one, weight, gap in reading.gaps
    ]
    return rows, value_line(reading, _)


def seed_rows(_: Reader, reading: SegmentReading) -> Rows:
    """Return the factors that advanced buyers ask a point more of, the widest shift first."""
    rows = [
        {
            _("Code"): one.factor.code,
            _("Factor"): one.factor.name,
            _("Today"): stated(_, one.opinions["importance_today"]),
            _("Advanced buyers"): stated(_, one.opinions["importance_advanced"]),
            _("Shift"): f"+{short(_, one.shift or 0)}",
        }
        for one in reading.seeds
    ]
    note = _("Seeds of options: importance grows by a point or more towards advanced buyers.")
    return rows, f"{note} {importance_scale(_)}"


def move_rows(_: Reader, snapshot: Snapshot, reading: SegmentReading) -> Rows:
    """Return what each option eliminates, reduces, raises and creates."""
    rows = [
        {
            _("Option"): titled(one.option),
            **{
                _(move.label): _.join([found.factor.name for found in one.factors.get(move, ())])
                for move in Move
            },
        }
        for one in option_moves(snapshot, reading)
    ]
    note = _("Raised or reduced: the target differs by a point or more from the cluster today.")
    return rows, note


def _self_image(_: Reader, one: FactorReading) -> str:
    return "" if one.self_image is None else short(_, one.self_image)
