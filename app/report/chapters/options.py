"""Section 7: the strategic options, side by side, in the matrix and in the vote."""

from app.report.chapters.opening import Subheading, close_section, open_section, own_source
from app.report.chapters.option_scores import firmness, matrix
from app.report.chapters.option_sheets import comparison, sheets
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import code_order, titled
from methodology.option_profiles import profile
from methodology.option_sources import intention_source, vote_source
from methodology.option_votes import Ballot, ballot, intentions
from methodology.options import OptionStatus, PriorityVote, StrategicOption
from methodology.plan import Section


def options(pen: Pen, material: Material) -> None:
    """Write the section on the strategic options."""
    _ = pen._
    begun = bool(material.rows(StrategicOption))
    subheading = open_section(pen, material, Section.OPTIONS, new_page=begun)
    if begun:
        subheading(_("Options at a glance"))
        _overview(pen, material)
    if begun and profile(material.snapshot).factors:
        subheading(_("Options against the purchase-decision factors"))
        comparison(pen, material)
    matrix(pen, material, subheading)
    firmness(pen, material, subheading)
    _votes(pen, material, subheading)
    _discarded(pen, material, subheading)
    if begun:
        subheading(_("Sheets of the options"))
        sheets(pen, material)
    close_section(pen, material, Section.OPTIONS, subheading)


def _overview(pen: Pen, material: Material) -> None:
    _ = pen._
    columns = (
        Column(_("Option")),
        Column(_("Definition")),
        Column(_("Status")),
        Column(_("Reason for the status")),
    )
    rows = tuple(
        Row((titled(one), one.definition, _(one.status.label), one.status_reason))
        for one in sorted(material.snapshot.all(StrategicOption), key=code_order)
    )
    share = pen.room // 10
    widths = (2 * share, 3 * share, share + share // 2)
    grid = Grid(
        columns, rows, _("Options and their status"), widths=(*widths, pen.room - sum(widths))
    )
    pen.table(grid, own_source(pen))


def _votes(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    voted, said = ballot(material.snapshot), intentions(material.snapshot)
    if voted is None and not said.answered:
        return
    subheading(_("What firms and cluster chose"))
    pen.text(
        _(
            "Two ballots are kept apart. Each firm says which options it will pursue, several if "
            "it wants; the cluster votes on which one the plan should build for first."
        )
    )
    if voted:
        _priority(pen, material, voted)
    if said.answered:
        source = intention_source(material.snapshot).text(_)
        figure = Figure(
            Shape.BARS,
            [titled(option) for option, _count in said.counts],
            [Series(_("Firms"), [count for _option, count in said.counts])],
        )
        pen.chart(
            figure, _("Firms that will pursue each option"), source,
            height=1.5 + 0.8 * len(said.counts),
        )  # fmt: skip


def _priority(pen: Pen, material: Material, found: Ballot) -> None:
    _ = pen._
    source = vote_source(material.snapshot).text(_)
    label = pen.label("Table")
    pen.sentence(_("{table} gives the result of the vote on the priority."), table=label)
    columns = (
        Column(_("Place"), True),
        Column(_("Option")),
        Column(_("Points"), True),
        Column(_("Status")),
    )
    rows = tuple(
        Row(
            (
                _.number(one.rank) if one.rank is not None else material.pending,
                titled(one.option),
                "" if one.points is None else _.number(one.points, 2, fixed=False),
                _(one.option.status.label),
            )
        )
        for one in found.results
    )
    pen.table(Grid(columns, rows, _("Result of the vote on the priority")), source, label)
    pen.table(_participation(pen, material, found), own_source(pen))
    if found.dissent:
        pen.heading(3, _("Dissent"))
        pen.text(found.dissent)


def _participation(pen: Pen, material: Material, found: Ballot) -> Grid:
    """Return how the vote was held: question, rule, roll, ballots, quorum, consensus."""
    _ = pen._
    turnout = "" if found.turnout is None else f" ({_.percent(found.turnout)})"
    vote = material.snapshot.one(PriorityVote)
    quorum = _("met") if found.has_quorum else _("not met")
    lines = (
        (_("Question"), found.question),
        (_("Rule"), _(found.rule) if found.rule else ""),
        (_("Unit"), _(vote.unit.label) if vote else ""),
        (_("Meeting"), found.meeting.name if found.meeting else ""),
        (_("Date"), material.speaker.day(found.held_on) if found.held_on else ""),
        (_("Entitled to vote"), "" if found.eligible is None else _.number(found.eligible)),
        (_("Ballots cast"), "" if found.voted is None else _.number(found.voted) + turnout),
        (
            _("Quorum"),
            "" if found.needed is None else f"{_.number(found.needed)}: {quorum}",
        ),
        (_("Consensus"), _agreed(pen, found)),
    )
    share = pen.room // 3
    return Grid(
        (Column(_("Item")), Column(_("Content"))),
        tuple(Row(line) for line in lines if line[1]),
        _("How the vote was held"),
        widths=(share, pen.room - share),
    )


def _agreed(pen: Pen, found: Ballot) -> str:
    _ = pen._
    if found.consensus is None:
        return ""
    measure = f"{_(found.consensus_measure)} " if found.consensus_measure else ""
    return f"{measure}{_.number(found.consensus, 2)}"


def _discarded(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    found = [
        one
        for one in sorted(material.snapshot.all(StrategicOption), key=code_order)
        if one.status == OptionStatus.DISCARDED
    ]
    if not found:
        return
    subheading(_("Discarded options and why"))
    for one in found:
        pen.heading(3, titled(one))
        pen.text(one.status_reason or material.pending)
