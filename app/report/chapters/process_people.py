"""Section 1, the people: agendas, newcomers, decisions, what changed in them, who scores."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.report.chapters.opening import own_source
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.agenda import AgendaBlock, agenda
from methodology.agreements import ChangeNote, Decision, decision_way
from methodology.attendance import attendance
from methodology.involvement import arrivals, people_moved
from methodology.process import Meeting
from methodology.raters import Rater, Side
from methodology.record import attribute

HEAD, ROW = 2.2, 0.4  # cm of axis and legend, and of a meeting, in the chart


def newcomers(pen: Pen, material: Material) -> None:
    """Write how many actors came back to each meeting, and how many came for the first time."""
    _ = pen._
    rows = arrivals(material.snapshot)
    if not rows:
        return
    figure = pen.label("Figure")
    pen.sentence(
        _("{figure} counts the actors that came before and those that came for the first time."),
        figure=figure,
    )
    pen.chart(
        Figure(
            Shape.STACKED,
            [row.meeting.name for row in rows],
            [
                Series(_("Came before"), [row.returning or None for row in rows], 0),
                Series(_("For the first time"), [row.first or None for row in rows], 1),
            ],
            number_format="0",
            axis_title=_("Actors"),
            gap=40,
        ),
        _("Who came for the first time"),
        _("lists of attendance of {count} dated meetings.").format(count=_.number(len(rows))),
        height=HEAD + ROW * len(rows),
        label=figure,
    )


def agendas(pen: Pen, material: Material) -> None:
    """Write the run sheets of the meetings that have one, block by block."""
    _ = pen._
    meetings = [one.meeting for one in attendance(material.snapshot)]
    slots = [slot for meeting in meetings for slot in agenda(material.snapshot, meeting)]
    times = {slot.block.id: f"{slot.begins}–{slot.ends}" for slot in slots if slot.begins}
    columns = ("meeting", "order", "name", "minutes", "leads")
    clock = Extra(Column(_("Time of day"), is_unbroken=True), lambda block: times.get(block.id, ""))
    blocks = [slot.block for slot in slots]
    pen.table(
        record_grid(material, AgendaBlock, columns=columns, extra=[clock], rows=blocks),
        own_source(pen),
    )


def decisions(pen: Pen, material: Material) -> None:
    """Write who agreed to what, when and how, in the order of the days."""
    _ = pen._
    table = pen.label("Table")
    pen.sentence(
        _("{table} says who agreed to what, when and how: the agreement this plan rests on."),
        table=table,
    )
    found = [(_day(material, one), one) for one in material.snapshot.all(Decision)]
    rows = [
        Row(
            (
                material.speaker.day(day) if day else "",
                material.speaker.name(one.meeting),
                one.text,
                decision_way(one).text(_),
            ),
            tuple(
                (_(field.label), words)
                for field, words in material.speaker.told(
                    one, (attribute(Decision, "actors"), attribute(Decision, "note"))
                )
            ),
        )
        for day, one in sorted(found, key=lambda pair: (pair[0] is None, pair[0] or material.on))
    ]
    columns = (
        Column(_("Date"), is_unbroken=True),
        Column(_("Meeting")),
        Column(_("Decision")),
        Column(_("How it was decided")),
    )
    pen.table(Grid(columns, tuple(rows), _(Decision.title)), own_source(pen), table)


def _day(material: Material, decision: Decision) -> date | None:
    meeting = material.snapshot.get(Meeting, decision.meeting)
    return decision.decided_on or (meeting.held_on if meeting else None)


def moved(pen: Pen, material: Material) -> None:
    """Write the second checklist: stage by stage, who was involved and what changed in people."""
    _ = pen._
    table = pen.label("Table")
    pen.sentence(
        _("Beside the analysis, people moved: {table} says who was involved and what changed."),
        table=table,
    )
    rows = tuple(
        Row(
            (
                _(one.stage.label),
                _.number(one.actors),
                _.number(len(one.leads)),
                _.number(len(one.changes)),
            )
        )
        for one in people_moved(material.snapshot)
    )
    columns = (
        Column(_("Stage")),
        Column(_("Actors that came"), True),
        Column(_("Lead entrepreneurs"), True),
        Column(_("Changes noted"), True),
    )
    pen.table(Grid(columns, rows, _(ChangeNote.title)), own_source(pen), table)
    if notes := material.rows(ChangeNote):
        columns_of_notes = ("name", "about_stage", "step", "noted_on")
        pen.table(
            record_grid(
                material, ChangeNote, columns=columns_of_notes, rows=notes, name=_("What changed")
            ),
            own_source(pen),
        )


def raters(pen: Pen, material: Material) -> None:
    """Write how many score from each side, and for which actors: never who."""
    _ = pen._
    columns = (Column(_("Scores as")), Column(_("Raters"), True), Column(_("Actors")))
    sides = {
        side: [one for one in material.snapshot.all(Rater) if one.side == side] for side in Side
    }
    rows = tuple(
        Row((_(side.label), _.number(len(found)), _spoken_for(pen, material, found)))
        for side, found in sides.items()
        if found
    )
    pen.table(Grid(columns, rows, _(Rater.title)), own_source(pen))


def _spoken_for(pen: Pen, material: Material, found: Sequence[Rater]) -> str:
    """Name the actors that raters speak for, each once; how many, where it is more than one."""
    _ = pen._
    counts = Counter(one.actor for one in found)
    alone = counts.pop(None, 0)
    named = [
        material.speaker.name(actor) + (f" ({_.number(count)})" if count > 1 else "")
        for actor, count in counts.items()
    ]
    rest = _.many("{count} without an actor", "{count} without an actor", alone) if alone else ""
    return "; ".join(filter(None, (*named, rest)))
