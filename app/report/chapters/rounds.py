"""Rounds of votes: told in short in the section on the process, whole in annex A2."""

from app.report.chapters.opening import Subheading, own_source, write_lacks
from app.report.chapters.round_of_votes import round_of_votes
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.outcomes import headline, outcome
from methodology.plan import Section, printed_number
from methodology.process import Meeting
from methodology.record import attribute
from methodology.round_results import RoundSummary
from methodology.rounds import Round
from methodology.sections import held_rounds, is_voted_elsewhere


def rounds_of_votes(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write all rounds that were opened, or that there were none."""
    write_lacks(pen, material, Section.BALLOTS)
    asked_here = held_rounds(material.snapshot)
    if not asked_here and is_voted_elsewhere(material.snapshot):
        pen.text(
            pen._(
                "The priority of the cluster was voted on outside Dínamo: its rule, turnout and "
                "result are in section {number}."
            ).format(number=Section.OPTIONS.number)
        )
    for asked in asked_here:
        round_of_votes(pen, material, asked, subheading)


def rounds_in_short(pen: Pen, material: Material) -> None:
    """Write what was put to the vote, in which meeting, by how many and with what result."""
    _, table = pen._, pen.label("Table")
    pen.sentence(
        _("{table} lists what was put to the vote; {annex} has the rules and the results."),
        table=table,
        annex=printed_number(Section.BALLOTS, _),
    )
    columns = (
        Column(_(attribute(Round, "name").label)),
        Column(_("Meeting")),
        Column(_("Date"), is_unbroken=True),
        *(Column(_(attribute(RoundSummary, name).label), True) for name in ("cast", "eligible")),
        Column(_("Result")),
    )
    rows = tuple(_in_short(pen, material, asked) for asked in held_rounds(material.snapshot))
    pen.table(Grid(columns, rows, _(Round.title)), own_source(pen), table)


def _in_short(pen: Pen, material: Material, asked: Round) -> Row:
    _, found = pen._, outcome(material.snapshot, asked)
    meeting = material.snapshot.get(Meeting, asked.meeting)
    day = asked.opened_at.astimezone().date() if asked.opened_at else None
    held_on = meeting.held_on if meeting and meeting.held_on else day
    counts = (found.summary.cast, found.summary.eligible) if found else (None, None)
    return Row(
        (
            asked.name,
            meeting.name if meeting else "",
            material.speaker.day(held_on) if held_on else "",
            *("" if count is None else _.number(count) for count in counts),
            headline(found).text(_) if found else _(asked.state.label),
        )
    )
