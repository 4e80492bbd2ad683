"""Section 1: the initiative, its calendar, team, meetings, votes, interviews and limits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from app.report.chapters import process_people
from app.report.chapters.opening import close_section, open_section, own_source
from app.report.chapters.rounds import rounds_in_short
from app.report.graph import Figure, Series, Shape, where
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.agenda import AgendaBlock
from methodology.agreements import ChangeNote, Decision
from methodology.attendance import MeetingAttendance, attendance
from methodology.calendar import against_plan, calendar
from methodology.involvement import people_moved
from methodology.mapping import Actor, ActorKind
from methodology.plan import Section
from methodology.process import Interview, Meeting, StageWindow, TeamMember
from methodology.project import Project
from methodology.raters import Rater
from methodology.record import NOBODY, Kind, Record, attribute
from methodology.rounds import Round
from methodology.sections import held_rounds
from methodology.stage import Stage

UNNAMED = "\u00a0"  # the series that only shifts the bars: nothing in the legend


def process(pen: Pen, material: Material) -> None:
    """Write the section on the initiative and its process."""
    _ = pen._
    subheading = open_section(pen, material, Section.PROCESS)
    if material.project:
        subheading(_("The initiative"))
        facts(pen, material, material.project, _("The initiative in short"), leaving=("language",))
    subheading(_("Calendar"))
    _calendar(pen, material)
    if material.rows(TeamMember):
        subheading(_("Dynamization team"))
        columns = ("name", "role", "organisation")
        pen.table(record_grid(material, TeamMember, columns=columns), own_source(pen))
    if material.rows(Meeting):
        subheading(_("Meetings"))
        _meetings(pen, material)
        process_people.newcomers(pen, material)
    if material.rows(AgendaBlock):
        subheading(_(AgendaBlock.title))
        process_people.agendas(pen, material)
    if material.rows(Decision):
        subheading(_(Decision.title))
        process_people.decisions(pen, material)
    if held_rounds(material.snapshot):
        subheading(_(Round.title))
        rounds_in_short(pen, material)
    if people_moved(material.snapshot):
        subheading(_(ChangeNote.title))
        process_people.moved(pen, material)
    if material.rows(Interview):
        subheading(_("Interviews"))
        _interviews(pen, material)
    if material.rows(Rater):
        subheading(_(Rater.title))
        process_people.raters(pen, material)
    if material.project and material.project.limits:
        subheading(_(attribute(Project, "limits").label))
        pen.text(material.project.limits)
    close_section(pen, material, Section.PROCESS, subheading)


def facts(
    pen: Pen,
    material: Material,
    record: Record | None,
    title: str,
    leaving: Sequence[str] = (),
    more: Sequence[tuple[str, str]] = (),
) -> None:
    """Write the short filled fields of one record as a table of two columns.

    `leaving` names what a reader of the plan has no use for, `more` is what follows from elsewhere.
    """
    _ = pen._
    if record is None:
        return
    filled = material.speaker.filled(record)
    short = [one for one in filled if one.kind is not Kind.LONG_TEXT and one.name not in leaving]
    said = [(_(one.label), material.speaker.say(record, one)) for one in short]
    rows = tuple(map(Row, (*said, *more)))
    share = pen.room // 3
    pen.table(
        Grid(
            (Column(_("Item")), Column(_("Content"))),
            rows,
            title,
            widths=(share, pen.room - share),
        ),
        own_source(pen),
    )


def _calendar(pen: Pen, material: Material) -> None:
    _ = pen._
    planned = _windows(material)
    table, figure = pen.label("Table"), pen.label("Figure")
    pen.sentence(
        _("{table} gives the weeks planned for each stage and {figure} draws them."),
        table=table,
        figure=figure,
    )
    pen.table(_calendar_grid(pen, material, planned), own_source(pen), table)
    first = [window.first_week - 1 for window in planned]
    length = [max(1, window.last_week - window.first_week + 1) for window in planned]
    closed = [window.closed_on is not None for window in planned]
    late = _late(material)
    behind = [late.get(window.planned_stage, 0) if window.closed_on else 0 for window in planned]
    shown = [
        Series(_("Closed"), where(closed, length), 0),
        Series(_("Planned"), where([not each for each in closed], length), 1),
        Series(_("Weeks behind the plan"), [each or None for each in behind], 4),
    ]
    pen.chart(
        Figure(
            Shape.STACKED,
            [_stage(pen, window.planned_stage) for window in planned],
            [
                Series(UNNAMED, first, is_hidden=True),
                *(one for one in shown if any(one.values)),
            ],
            number_format="0",
            axis_title=_("Weeks from the first day"),
            has_axis=True,
            gap=40,
        ),
        _("Calendar of the process"),
        _("the dynamization team's planning; stages not changed follow the method."),
        height=8.5,
        label=figure,
    )


def _late(material: Material) -> dict[Stage, int]:
    """Return how many weeks each stage is behind its plan."""
    found = calendar(material.snapshot, material.on)
    return {row.stage: row.slippage for row in found.stages}


def _windows(material: Material) -> list[StageWindow]:
    stored = {window.planned_stage: window for window in material.snapshot.all(StageWindow)}
    return [
        stored.get(stage)
        or StageWindow(
            id=NOBODY,
            planned_stage=stage,
            first_week=stage.weeks[0],
            last_week=stage.weeks[1],
        )
        for stage in Stage
        if stage.number or stage in stored
    ]


def _calendar_grid(pen: Pen, material: Material, planned: Iterable[StageWindow]) -> Grid:
    _ = pen._
    stands = {
        row.stage: against_plan(row) for row in calendar(material.snapshot, material.on).stages
    }
    stand = {stage: words.text(_) for stage, words in stands.items() if words}
    return Grid(
        (
            Column(_("Stage")),
            Column(_("First week"), True),
            Column(_("Last week"), True),
            Column(_("Starts on"), is_unbroken=True),
            Column(_("Ends on"), is_unbroken=True),
            Column(_("Closed on"), is_unbroken=True),
            Column(_("Against the plan")),
        ),
        tuple(
            Row(
                (
                    _stage(pen, window.planned_stage),
                    str(window.first_week),
                    str(window.last_week),
                    _day(material, window.first_week, 0),
                    _day(material, window.last_week, 6),
                    material.speaker.day(window.closed_on) if window.closed_on else "",
                    stand.get(window.planned_stage, "") if window.closed_on else "",
                )
            )
            for window in planned
        ),
        _("Weeks of each stage"),
    )


def _stage(pen: Pen, stage: Stage) -> str:
    return f"{stage.number}. {pen._(stage.label)}" if stage.number else pen._(stage.label)


def _day(material: Material, week: int, offset: int) -> str:
    starts_on = material.project.starts_on if material.project else None
    if starts_on is None:
        return ""
    return material.speaker.day(starts_on + timedelta(weeks=week - 1, days=offset))


def _meetings(pen: Pen, material: Material) -> None:
    found = attendance(material.snapshot)
    rows = [one.meeting for one in found]
    columns = ("name", "kind", "about_stage", "held_on", "starts_at", "place", "people")
    pen.table(record_grid(material, Meeting, columns=columns, rows=rows), own_source(pen))
    if came := [one for one in found if one.by_kind]:
        _attendance(pen, came)


def _attendance(pen: Pen, came: Sequence[MeetingAttendance]) -> None:
    """Write the people listed by type of actor; the head counts where one is another number."""
    _, label = pen._, pen.label("Table")
    kinds = list(dict.fromkeys(kind for one in came for kind in one.by_kind))
    names = {kind: _(kind.label) if kind else _("Type not known") for kind in kinds}
    pen.sentence(
        _("{table} counts the people listed at each meeting by type of actor."), table=label
    )
    columns = [
        Column(_("Meeting")),
        Column(_("Listed by type of actor")),
        Column(_("People listed"), True),
    ]
    rows = [_attended(pen, one, names) for one in came]
    if any(one.people != sum(one.by_kind.values()) for one in came):
        columns.append(Column(_(attribute(Meeting, "people").label), True))
        rows = [
            Row((*row.cells, _.number_if_known(one.people)))
            for row, one in zip(rows, came, strict=True)
        ]
    grid = Grid(tuple(columns), tuple(rows), _("Attendance by type of actor"))
    pen.table(grid, own_source(pen), label)


def _attended(pen: Pen, one: MeetingAttendance, names: Mapping[ActorKind | None, str]) -> Row:
    _, listed = pen._, sum(one.by_kind.values())
    by_kind = (
        f"{name}: {_.number(one.by_kind[kind])}"
        for kind, name in names.items()
        if kind in one.by_kind
    )
    return Row((one.meeting.name, "; ".join(by_kind), _.number(listed)))


def _interviews(pen: Pen, material: Material) -> None:
    _ = pen._
    rows = material.snapshot.all(Interview)
    heard = {row.actor for row in rows}
    everyone = len(material.snapshot.all(Actor))
    table = pen.label("Table")
    pen.sentence(
        _("Actors interviewed: {heard} of {all}. {table} says when and what was learnt."),
        heard=_.number(len(heard)),
        all=_.number(everyone),
        table=table,
    )
    ordered = sorted(rows, key=lambda row: row.held_on)
    columns = ("actor", "held_on", "interviewer")
    pen.table(
        record_grid(material, Interview, columns=columns, rows=ordered), own_source(pen), table
    )
