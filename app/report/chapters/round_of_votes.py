"""One round of votes as the plan tells it: question, rules, who took part, what it came to."""

from collections.abc import Sequence
from decimal import Decimal

from app.report.chapters.opening import Subheading
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import name_place
from methodology.group_outcomes import (
    group_headline,
    group_name,
    group_outcomes,
    group_rows,
    is_shared,
)
from methodology.outcomes import Outcome, criteria_of, items_of, outcome, result_notes
from methodology.process import Meeting
from methodology.round_results import RoundResult
from methodology.round_rules import rules
from methodology.rounds import FREE, Instrument, Round, RoundCriterion, RoundItem, Rule, State
from methodology.scale import find_scale

CHART = 1.3, 0.75  # centimetres: what a chart takes anyway, and for each item
NUMBER = "#,##0.##"
OTHER_RULE = {  # told beside the one that decides: its name, and the field it is in
    Rule.BORDA: ("Copeland", "copeland"),
    Rule.COPELAND: ("Borda", "borda"),
    Rule.BEST_PLACES: ("Borda", "borda"),
}
Known = Sequence[tuple[RoundItem, RoundResult]]


def round_of_votes(pen: Pen, material: Material, asked: Round, subheading: Subheading) -> None:
    """Write a round: its rules as they were fixed, and its last turn's result where it has one."""
    _ = pen._
    subheading(asked.name)
    pen.text(asked.question)
    pen.text(asked.explanation)
    if asked.state is State.VOID:
        pen.text(_("This round is void: {reason}").format(reason=asked.void_reason))
    found = outcome(material.snapshot, asked)
    label = pen.label("Table")
    source = _source(pen, material, asked)
    pen.table(_rules(pen, material, asked, found), source, label)
    for grid in (_choices(pen, material, asked), _criteria(pen, material, asked)):
        pen.table(grid, source)
    if found is None:
        return
    if asked.instrument not in FREE and asked.instrument is not Instrument.COMMITMENT:
        for criterion in found.criteria or (None,):
            _result(pen, material, found, criterion)
        _groups(pen, material, found)
    for grid in (_pairs(pen, found), _texts(pen, found), _pledges(pen, found)):
        pen.table(grid, source)


def _rules(pen: Pen, material: Material, asked: Round, found: Outcome | None) -> Grid:
    _ = pen._
    eligible = found.summary.eligible if found else None
    weights = found.summary.cards_by_weight if found else {}
    fixed = rules(asked, eligible, weights=weights)
    told = {_("Meeting"): material.speaker.name(asked.meeting)}
    told |= {_(one.about): one.text.text(_) for one in fixed}
    if asked.opened_at:
        at = asked.opened_at.astimezone()
        told[_("Opened")] = f"{material.speaker.day(at.date())}, {at:%H:%M}"
    if found and asked.turns > 1:
        told[_("Round number")] = _.number(found.turn)
    if found:
        said = " · ".join(note.text(_) for note in result_notes(found))
        told[_("Turnout and consensus")] = said[:1].upper() + said[1:]
    name = _("Rules of the round “{round}”").format(round=asked.name)
    rows = tuple(Row(pair) for pair in told.items() if pair[1])
    return Grid((Column(_("Aspect")), Column(_("What holds"))), rows, name)


def _choices(pen: Pen, material: Material, asked: Round) -> Grid:
    """Return what could be chosen as voters read it, where that is more than names."""
    _, items = pen._, items_of(material.snapshot, asked)
    rows = tuple(Row((item.name, item.note)) for item in items if any(one.note for one in items))
    columns = (Column(_("Choice")), Column(_("Note")))
    return Grid(columns, rows, _("What could be chosen in “{round}”").format(round=asked.name))


def _criteria(pen: Pen, material: Material, asked: Round) -> Grid:
    """Return what was scored and with which words."""
    _ = pen._
    rows = tuple(
        Row((one.name, _anchors(pen, one.scale))) for one in criteria_of(material.snapshot, asked)
    )
    columns = (Column(_("Criterion")), Column(_("Scale")))
    return Grid(columns, rows, _("What was scored in “{round}”").format(round=asked.name))


def _anchors(pen: Pen, key: str) -> str:
    scale = find_scale(key)
    anchors = scale.anchors.items() if scale else ()
    return "; ".join(f"{step} {pen._(told)}" for step, told in anchors)


def _result(pen: Pen, material: Material, found: Outcome, criterion: RoundCriterion | None) -> None:
    _ = pen._
    name = _("Result of the round “{round}”").format(round=found.round.name)
    if criterion and len(found.criteria) > 1:
        name = f"{name}: {criterion.name}"
    items = found.ranked(criterion)
    results = [(item, found.result(item, criterion)) for item in items]
    known = [(item, result) for item, result in results if result]
    if not known:
        return
    source = _source(pen, material, found.round)
    values = [_value(result, found) for _item, result in known]
    if any(value is not None for value in values):
        series = Series(_(found.round.rule.label), values, accent=0)
        chart = Figure(
            Shape.BARS, [item.name for item, _result in known], [series], number_format=NUMBER
        )
        least, each = CHART
        pen.chart(chart, name, source, height=least + each * len(known))
    grid = _grid(pen, found, known, name)
    if any(_distribution(one) for _item, one in known):
        source = f"{source} {_distribution_told(pen, found.round)}"
    pen.table(grid, source)


def _groups(pen: Pen, material: Material, found: Outcome) -> None:
    """Write what each kind of actor came to, where that may be shown."""
    _, groups = pen._, group_outcomes(material.snapshot, found.round)
    if not groups:
        return
    has_shares = is_shared(groups)
    heads = [f"{_(group_name(one).label)} ({_.number(one.summary.cast)})" for one in groups]
    rows = tuple(
        Row(
            (
                one.name,
                *(_said(pen, value, is_share=has_shares) for value in one.values),
                _("Yes") if one.is_apart else "",
            )
        )
        for one in group_rows(groups)
    )
    columns = (Column(_("Choice")), *(Column(head, True) for head in heads), Column(_("Lie apart")))
    name = _("Result of the round “{round}” by kind of actor").format(round=found.round.name)
    pen.text(group_headline(groups).text(_))
    is_rating = found.round.instrument is Instrument.RATING
    value = _("Median") if is_rating else _("Share") if has_shares else _("Place")
    told = _("{value} in each group; in brackets, its ballots.").format(value=value)
    pen.table(Grid(columns, rows, name), f"{_source(pen, material, found.round)} {told}")


def _said(pen: Pen, value: Decimal | None, *, is_share: bool) -> str:
    return pen._.percent(value, 1) if is_share and value is not None else _number(pen, value)


def _grid(pen: Pen, found: Outcome, known: Known, name: str) -> Grid:
    if found.round.instrument is Instrument.RATING:
        return _scores(pen, known, name)
    return _places(pen, found.round.rule, known, name)


def _scores(pen: Pen, known: Known, name: str) -> Grid:
    _ = pen._
    heads = (
        _("Median"),
        _("First quartile"),
        _("Third quartile"),
        _("Number of votes"),
        _("Not competent"),
    )
    rows = tuple(
        Row(
            (
                item.name,
                _number(pen, one.median),
                _number(pen, one.first_quartile),
                _number(pen, one.third_quartile),
                _.number(one.count),
                _.number(one.not_competent),
                _distribution(one),
            )
        )
        for item, one in known
    )
    columns = (
        Column(_("Choice")),
        *(Column(head, True) for head in heads),
        Column(_("Distribution")),
    )
    return Grid(columns, rows, name)


def _places(pen: Pen, rule: Rule, known: Known, name: str) -> Grid:
    """Return places with what they rest on; a column that no item fills is left out."""
    _ = pen._
    columns = [Column(_("Place"), True), Column(_("Choice")), Column(_("Score by the rule"), True)]
    has_shares = any(one.share is not None for _item, one in known)
    columns += [Column(_("Share"), True)] if has_shares else []
    other, field = OTHER_RULE.get(rule, ("", ""))
    columns += [Column(other, True)] if other else []
    rows = []
    for item, one in known:
        cells = ["" if one.place is None else _.number(one.place), item.name]
        cells.append(_number(pen, one.score))
        if has_shares:
            cells.append("" if one.share is None else _.percent(one.share, 1))
        if other:
            cells.append(_number(pen, getattr(one, field)))
        rows.append(Row((*cells, _.number(one.count), _distribution(one))))
    columns += [Column(_("Number of votes"), True), Column(_("Distribution"))]
    return Grid(tuple(columns), tuple(rows), name)


def _distribution(found: RoundResult) -> str:
    """Return the votes for each step of the scale, or for each place, from the first."""
    return " · ".join(found.counts.split())


def _distribution_told(pen: Pen, asked: Round) -> str:
    """Say what the numbers of a distribution count."""
    _ = pen._
    if asked.instrument is Instrument.RANKING:
        return _("Distribution: how many put it first, second and so on.")
    return _("Distribution: how many gave each step of the scale, from the lowest.")


def _pairs(pen: Pen, found: Outcome) -> Grid:
    """Return how many prefer each choice to each other one; the columns have the rows' numbers."""
    _ = pen._
    counts = {(one.item, one.other): one.votes for one in found.pairs}
    items = found.items if counts else ()
    rows = tuple(
        Row(
            (
                f"{place}. {item.name}",
                *(_number(pen, counts.get((item.id, other.id))) for other in items),
            )
        )
        for place, item in enumerate(items, 1)
    )
    heads = (Column(_("Choice")), *(Column(f"{place}", True) for place in range(1, len(rows) + 1)))
    name = _("How many prefer the choice of the row to that of the column, in “{round}”")
    return Grid(heads, rows, name.format(round=found.round.name))


def _texts(pen: Pen, found: Outcome) -> Grid:
    """Return what was written, the most named first; what the facilitator hid stays out."""
    _ = pen._
    shown = (one for one in found.texts if not one.is_hidden)
    names = {item.id: item.name for item in found.items}
    rows = tuple(
        Row((one.text, one.group or (names[one.item] if one.item else ""), _.number(one.count)))
        for one in sorted(shown, key=lambda one: (-one.count, name_place(one.text)))
    )
    columns = (Column(_("Text")), Column(_("About")), Column(_("Mentions"), True))
    return Grid(columns, rows, _("What was written in “{round}”").format(round=found.round.name))


def _pledges(pen: Pen, found: Outcome) -> Grid:
    """Return who joins what, and with what."""
    _ = pen._
    names = {item.id: item.name for item in found.items}
    rows = tuple(Row((names[one.item], one.who, one.contribution)) for one in found.pledges)
    columns = (Column(_("Choice")), Column(_("Who")), Column(_("Contribution")))
    name = _("Commitments of “{round}”").format(round=found.round.name)
    return Grid(columns, tuple(sorted(rows, key=lambda row: name_place(row.cells[0]))), name)


def _value(result: RoundResult, found: Outcome) -> float | None:
    value = result.median if found.round.instrument is Instrument.RATING else result.score
    return None if value is None else float(value)


def _number(pen: Pen, value: Decimal | None) -> str:
    return "" if value is None else pen._.number(value, 2, fixed=False)


def _source(pen: Pen, material: Material, asked: Round) -> str:
    _ = pen._
    meeting = material.snapshot.get(Meeting, asked.meeting)
    if meeting is None:
        return _("ballots of the round.")
    return _("ballots of the round, {meeting}.").format(meeting=meeting.name)
