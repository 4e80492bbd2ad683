"""Success factors and diamond on screen: their figures, their source lines and the finding."""

from collections.abc import Callable, Mapping
from uuid import UUID

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, Make, Source, Subjects, drawing
from methodology.adoption import taken_from
from methodology.code_order import titled
from methodology.gaps import OptionDiamond, option_diamonds
from methodology.levels import Reading, levels_line, readings
from methodology.options import OptionStatus, StrategicOption
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success_matrix import present_taken, success_matrix
from methodology.text import N_

DISPUTED = 12  # sub-factors on one figure

Draw = Callable[[OptionDiamond, charts.Style], object]


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    found = [one for one in compared(snapshot) if one.coverage is not None]
    known = {one.option: one.coverage or 0 for one in found}
    if not known:
        return ""
    option = min(known, key=lambda one: known[one])
    name = option.code or option.name
    if len(known) > 1:
        return _("{option} asks most of the environment").format(option=name)
    share = _.percent(known[option])
    return _("{share} of what {option} needs is there").format(share=share, option=name)


def drawn(snapshot: Snapshot) -> tuple[OptionDiamond, ...]:
    """Return the diamonds that have all four axes, option by option."""
    return tuple(one for one in option_diamonds(snapshot) if one.is_drawable)


def compared(snapshot: Snapshot) -> tuple[OptionDiamond, ...]:
    """Return the diamonds side by side: discarded options stand among them only by themselves."""
    found = drawn(snapshot)
    kept = tuple(one for one in found if one.option.status != OptionStatus.DISCARDED)
    return kept or found


def diamonds_source(snapshot: Snapshot, _: Reader) -> str:
    """Return who scored, on which scale, and what the coverage counts."""
    return (
        levels_line(snapshot).text(_)
        + " "
        + _(
            "Ideal: agreed for each option. Scale of Dínamo, 1 to 5: 1 absent, 5 world reference. "
            "Covered is weighted by importance; chance is left out."
        )
    )


def _gaps_source(snapshot: Snapshot, _: Reader) -> str:
    return (
        levels_line(snapshot).text(_)
        + " "
        + _("Priority is weight times points missing; 2 points or more in copper.")
    )


def _success_source(snapshot: Snapshot, _: Reader) -> str:
    told = _(
        "Agreed by the team with the firms. Present level from 1 absent to 5 world reference; in "
        "copper what a chosen option cannot do without and has a level of 2 or less."
    )
    return f"{told} {present_taken(snapshot).text(_)}".strip()


def chance(snapshot: Snapshot) -> tuple[Reading, ...]:
    """Return the exposures to chance that are known."""
    return tuple(
        one for one in readings(snapshot) if one.factor.is_chance and one.value is not None
    )


def _chance_source(snapshot: Snapshot, _: Reader) -> str:
    counts = [one.spread.count for one in chance(snapshot) if one.spread]
    said = _("Exposure from −2 serious threat to 2 strong tailwind; not averaged with the rest.")
    people = _.many("{count} rater.", "{count} raters.", max(counts)) if counts else ""
    origin = taken_from(snapshot, ((one.factor, "exposure") for one in chance(snapshot)))
    return " ".join(filter(None, (said, people, origin.text(_))))


def disputed(snapshot: Snapshot) -> list[Reading]:
    """Return the scored sub-factors by how far raters lie apart, the farthest first."""
    scored = [one for one in readings(snapshot) if one.spread and not one.factor.is_chance]
    return sorted(scored, key=lambda one: -(one.spread.width if one.spread else 0))


def _spread(snapshot: Snapshot, style: charts.Style) -> object:
    rows = [(titled(one.factor), one.spread) for one in disputed(snapshot)[:DISPUTED] if one.spread]
    return charts.spread_ranges(rows, style) if rows else None


def _spread_source(snapshot: Snapshot, _: Reader) -> str:
    return (
        levels_line(snapshot).text(_)
        + " "
        + _(
            "Bars hold the middle half of the scores, the mark their median; in copper what should "
            "be discussed: more than 1 point between quartiles (linear interpolation)."
        )
    )


def _of_option(draw: Draw, key: UUID | None = None) -> Make:
    """Return what draws one option: the one with this id, else the first."""

    def make(snapshot: Snapshot, style: charts.Style) -> object:
        found = [one for one in drawn(snapshot) if key in (None, one.option.id)]
        return draw(found[0], style) if found else None

    return make


def _by_option(title: str, draw: Draw, source: Source, short: str = "") -> Figure:
    """Return a figure that shows one option at a time."""

    def of(option: Record) -> Figure:
        name = str(getattr(option, "name", "")) or title
        return Figure(Stage.DIAMOND, name, _of_option(draw, option.id), source)

    options = Subjects(lambda snapshot: snapshot.all(StrategicOption), of)
    return Figure(
        Stage.DIAMOND, title, _of_option(draw), source, short=short, subjects=options, least=0
    )


FIGURES: Mapping[str, Figure] = {
    "diamonds": Figure(
        Stage.DIAMOND,
        N_("What environment does each option need?"),
        drawing(compared, charts.diamond_poster),
        diamonds_source,
        short=N_("Compare"),
    ),
    "diamond": _by_option(
        N_("Actual and ideal diamond"), charts.diamond_figure, diamonds_source, N_("One option")
    ),
    "determinants": _by_option(
        N_("Points missing by determinant"), charts.determinant_bars, diamonds_source
    ),
    "gaps": _by_option(N_("Gaps by priority"), charts.gap_bars, _gaps_source, N_("Gaps")),
    "success": Figure(
        Stage.DIAMOND,
        N_("Key success factors by option"),
        drawing(success_matrix, charts.success_chart, lambda found: found.rows and found.options),
        _success_source,
        short=N_("Success factors"),
    ),
    "levels": Figure(
        Stage.DIAMOND,
        N_("Where the scores lie apart"),
        _spread,
        _spread_source,
        short=N_("Scores"),
    ),
    "chance": Figure(
        Stage.DIAMOND,
        N_("Exposure to chance"),
        drawing(chance, charts.chance_bars),
        _chance_source,
        short=N_("Chance"),
    ),
}
