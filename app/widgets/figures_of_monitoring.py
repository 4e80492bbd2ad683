"""The monitoring on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts, state
from app.i18n import Reader
from app.widgets.figure import WHOLE, Figure
from methodology.follow_up import risk_scores, standings
from methodology.monitoring import TheoryStep
from methodology.progress import Light
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

SHOWN = 14  # indicators in one figure: more cannot be read from the last row


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    rows = standings(snapshot, state.today())
    if not rows:
        return ""
    good = sum(row.light in (Light.GREEN, Light.MET) for row in rows)
    measured = sum(row.last is not None for row in rows)
    return (
        _("{good} of {measured} indicators on course").format(
            good=_.number(good), measured=_.number(measured)
        )
        if measured
        else _.many("{count} indicator", "{count} indicators", len(rows))
    )


def _progress(snapshot: Snapshot, style: charts.Style) -> object:
    rows = standings(snapshot, state.today())
    return charts.progress_bars(rows[:SHOWN], style) if rows else None


def _progress_source(snapshot: Snapshot, _: Reader) -> str:
    rows = standings(snapshot, state.today())
    text = _(
        "Last measured value of each indicator until {day}: share of the way from baseline to "
        "target; the tick is the share of time gone."
    ).format(day=_.date(state.today()))
    if len(rows) <= SHOWN:
        return text
    more = _("First {count} of {total} indicators.").format(count=SHOWN, total=_.number(len(rows)))
    return f"{text} {more}"


def _theory(snapshot: Snapshot, style: charts.Style) -> object:
    steps = snapshot.all(TheoryStep)
    return charts.theory_chain(steps, style) if steps else None


def _theory_source(snapshot: Snapshot, _: Reader) -> str:
    return _("Statements as the team noted them: {count}.").format(
        count=_.number(len(snapshot.all(TheoryStep)))
    )


def _risks(snapshot: Snapshot, style: charts.Style) -> object:
    rows = [row for row in risk_scores(snapshot) if row.score]
    return charts.risk_matrix(rows, style) if rows else None


def _risks_source(snapshot: Snapshot, _: Reader) -> str:
    rows = risk_scores(snapshot)
    return _(
        "{count} of {total} risks judged; the number is likelihood by damage, low 1, medium 2, "
        "high 3."
    ).format(count=_.number(sum(bool(row.score) for row in rows)), total=_.number(len(rows)))


FIGURES: Mapping[str, Figure] = {
    "progress": Figure(
        Stage.MONITORING,
        N_("Progress of the indicators"),
        _progress,
        _progress_source,
        True,
        N_("Indicators"),
        least=720,
    ),
    "theory": Figure(
        Stage.MONITORING,
        N_("Theory of change"),
        _theory,
        _theory_source,
        short=N_("Theory of change"),
        least=WHOLE,
    ),
    "risks": Figure(
        Stage.MONITORING, N_("Risks of the plan"), _risks, _risks_source, short=N_("Risks")
    ),
}
