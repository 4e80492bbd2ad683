"""Annexes: who took part, ballots, sources, open issues."""

from collections import Counter, defaultdict

from app.report.chapters.adopted import adopted_values
from app.report.chapters.mapping import DIRECTORY
from app.report.chapters.opening import Subheading, open_section, own_source, write_lacks
from app.report.chapters.rounds import rounds_of_votes
from app.report.chapters.thread import strategic_thread
from app.report.chapters.versions import plan_versions
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import KEEP, Column, Grid, Row
from methodology.code_order import name_place
from methodology.gates import Verdict
from methodology.mapping import Actor, Contact, Tie
from methodology.plan import Section
from methodology.process import Attendance, Meeting
from methodology.project import Evidence, Waiver
from methodology.record import Record, attribute
from methodology.sources import SOURCE, kept_files, sourced_types
from methodology.stage import Stage

LISTED_RELATIONS = 40  # more are told actor by actor
OWN_AFFAIRS = (  # what a firm told in trust: the plan has it only in sums
    "employees",
    "turnover",
    "export_share",
    "figures_year",
    "source",
)


def participants(pen: Pen, material: Material) -> None:
    """Write annex A1: the directory of actors, people who consent, attendance, relations."""
    _ = pen._
    if not material.rows(Actor):
        open_section(pen, material, Section.PARTICIPANTS)
        write_lacks(pen, material, Section.PARTICIPANTS)
        return
    pen.turn()
    subheading = open_section(pen, material, Section.PARTICIPANTS, new_page=False)
    _directory(pen, material, subheading)
    if material.rows(Contact):
        _people(pen, material, subheading)
    if material.rows(Attendance):
        subheading(_("Attendance"))
        pen.table(_attendance(pen, material), own_source(pen))
    if material.rows(Tie):
        subheading(_("Relations between actors"))
        _relations(pen, material)
    pen.turn()


def _directory(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("Directory of actors"))
    rows = sorted(material.snapshot.all(Actor), key=lambda actor: name_place(actor.name))
    grid = record_grid(
        material,
        Actor,
        columns=DIRECTORY,
        rows=rows,
        name=_("Actors of the cluster and around it"),
        leaving=OWN_AFFAIRS,
        link_style=pen.style("Hyperlink"),
    )
    pen.table(grid, own_source(pen))


def _people(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("People"))
    pen.put(run(_("Only people who agreed to be named appear here.")), "", KEEP)
    columns = ("name", "actor", "position", "is_lead")
    pen.table(
        record_grid(material, Contact, columns=columns, leaving=("consent",)), own_source(pen)
    )


def _relations(pen: Pen, material: Material) -> None:
    """Write every relation in a row of its own; so many that nobody reads them, actor by actor."""
    _ = pen._
    found = material.snapshot.all(Tie)
    if len(found) <= LISTED_RELATIONS:
        ties = ("source", "target", "kind", "intensity", "reported_by", "reported_on")
        pen.table(record_grid(material, Tie, columns=ties), own_source(pen))
        return
    said = _("The project has {count} relations; its workbook has each with all its data.")
    pen.put(run(said.format(count=_.number(len(found)))), "", KEEP)
    partners: dict[str, set[str]] = {}
    for tie in found:
        one, other = material.speaker.name(tie.source), material.speaker.name(tie.target)
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    rows = tuple(
        Row(
            (name, _.number(len(partners[name])), "; ".join(sorted(partners[name], key=name_place)))
        )
        for name, beside in sorted(partners.items(), key=lambda pair: name_place(pair[0]))
    )
    columns = (Column(_("Actor")), Column(_("Number"), True), Column(_("Related to")))
    share = pen.room // 4
    widths = (share, share // 4, pen.room - share - share // 4)
    pen.table(Grid(columns, rows, _("Who is related to whom"), widths=widths), own_source(pen))


def _attendance(pen: Pen, material: Material) -> Grid:
    _, speaker = pen._, material.speaker
    came: dict[object, list[str]] = {}
    for row in material.snapshot.all(Attendance):
        came.setdefault(row.meeting, []).append(
            f"{speaker.name(row.actor)} ({_.number(row.people)})"
        )
    rows = tuple(
        Row((meeting.name, "; ".join(sorted(came[meeting.id], key=name_place))))
        for meeting in material.snapshot.all(Meeting)
        if meeting.id in came
    )
    share = pen.room // 4
    return Grid(
        (Column(_("Meeting")), Column(_("Actors and number of people"))),
        rows,
        _("Who came to which meeting"),
        widths=(share, pen.room - share),
    )


def ballots(pen: Pen, material: Material) -> None:
    """Write annex A2: votes, as far as there were any, and where adopted values come from."""
    subheading = open_section(pen, material, Section.BALLOTS, new_page=False)
    rounds_of_votes(pen, material, subheading)
    adopted_values(pen, material, subheading)


def sources(pen: Pen, material: Material) -> None:
    """Write annex A4: the sources named in figures and actors, and the files kept as evidence."""
    _ = pen._
    named = _named_sources(material)
    kept = kept_files(material.snapshot)
    subheading = open_section(pen, material, Section.SOURCES, new_page=False)
    write_lacks(pen, material, Section.SOURCES)
    if named:
        subheading(_("Sources of the figures"))
        rows = tuple(Row((source, _used(pen, counts))) for source, counts in named)
        columns = (Column(_("Source")), Column(_("Where it is named, and how often")))
        pen.table(Grid(columns, rows, _("Sources")), own_source(pen))
    if kept:
        subheading(_("Files kept as evidence"))
        pen.table(_evidence(pen, material), own_source(pen))


def _named_sources(material: Material) -> list[tuple[str, Counter[str]]]:
    """Return every source that a table names, with how often each table names it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for cls in sourced_types():
        for record in material.rows(cls):
            if said := getattr(record, SOURCE):
                found[said][cls.title] += 1
    return sorted(found.items(), key=lambda pair: name_place(pair[0]))


def _used(pen: Pen, counts: Counter[str]) -> str:
    _ = pen._
    return "; ".join(f"{_(title)} ({_.number(count)})" for title, count in counts.items())


def _evidence(pen: Pen, material: Material) -> Grid:
    _ = pen._
    heads = ("name", "file", "added_on")
    columns = (
        *(Column(_(attribute(Evidence, name).label)) for name in heads),
        Column(_("About")),
    )
    rows = tuple(
        Row(
            (one.name, one.file, material.speaker.day(one.added_on), _about(material, one)),
            tuple(
                (_(attribute(Evidence, name).label), words)
                for name in ("note",)
                if (words := getattr(one, name))
            ),
        )
        for one in kept_files(material.snapshot)
    )
    return Grid(columns, rows, _("Evidence"))


def _about(material: Material, evidence: Evidence) -> str:
    about: Record | None = (
        material.snapshot.find_any(evidence.about_id) if evidence.about_id else None
    )
    if about is None or (type(about).is_person and about not in material.rows(type(about))):
        return ""
    return material.speaker.name(about.id)


def open_issues(pen: Pen, material: Material) -> None:
    """Write annex A5: every check that is not met, and every one that was waived, with reasons."""
    _ = pen._
    subheading = open_section(pen, material, Section.OPEN_ISSUES, new_page=False)
    found = [
        verdict
        for stage in Stage
        for verdict in material.verdicts(stage)
        if not verdict.is_met or verdict.waiver
    ]
    subheading(_("Checks not met"))
    if found:
        columns = (Column(_("Stage")), Column(_("Check")), Column(_("State")), Column(_("Detail")))
        rows = tuple(_issue(pen, verdict) for verdict in found)
        pen.table(Grid(columns, rows, _("Open issues")), _checked(pen, material))
    else:
        pen.put(run(_("Every check of the stages worked on is met.")))
    if material.snapshot.all(Waiver):
        subheading(_("Waivers"))
        pen.table(_waivers(pen, material), own_source(pen))
    strategic_thread(pen, material, subheading)
    plan_versions(pen, material, subheading)


def _issue(pen: Pen, verdict: Verdict) -> Row:
    _ = pen._
    state = _("Met") if verdict.is_met else _("Waived") if verdict.waiver else _("Pending")
    check = verdict.check
    return Row((_(check.stage.label), _(check.label), state, verdict.detail.text(_)))


def _checked(pen: Pen, material: Material) -> str:
    _ = pen._
    return _("checks of the method as of {date}.").format(date=_.date(material.on))


def _waivers(pen: Pen, material: Material) -> Grid:
    _ = pen._
    labels = {
        verdict.check.key: _(verdict.check.label)
        for stage in Stage
        for verdict in material.verdicts(stage)
    }
    heads = ("check", "stage_waived", "reason", "waived_on", "waived_by")
    rows = tuple(
        Row(
            (
                labels.get(one.check, one.check),
                *(material.speaker.say(one, attribute(Waiver, name)) for name in heads[1:]),
            )
        )
        for one in material.snapshot.all(Waiver)
    )
    return Grid(
        tuple(Column(_(attribute(Waiver, name).label)) for name in heads), rows, _("Waivers")
    )
