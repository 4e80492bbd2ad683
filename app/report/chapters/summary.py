"""The executive summary: two pages from every stage, with what is still pending said so."""

from collections.abc import Sequence

from app.report.chapters.characterization import headline_grid
from app.report.chapters.opening import Subheading, open_section, title_of
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import KEEP, Column, Grid, Row
from methodology.code_order import code_order, code_place, titled
from methodology.cofinancing import ProjectMoney, money, together
from methodology.forces import Challenge
from methodology.governance import Governance, Organ
from methodology.needs import in_areas
from methodology.options import OptionStatus, StrategicOption
from methodology.plan import Section
from methodology.portfolio import first_projects, is_project_zero
from methodology.project_sheet import MoneySource
from methodology.scope import Scope
from methodology.sections import waiting
from methodology.vision import Objective
from methodology.visions import adopted, current

HEADLINES, CHALLENGES, PROJECTS = 5, 5, 8


def summary(pen: Pen, material: Material) -> None:
    """Write the executive summary, as far as there is something to sum up."""
    subheading = open_section(pen, material, Section.SUMMARY)
    for part in (_scope, _figures, _challenges, _options, _vision, _areas, _projects, _governance):
        part(pen, material, subheading)
    lacking = waiting(material.snapshot)
    if lacking and not material.is_final:
        subheading(pen._("What this version still lacks"))
        pen.pending(["; ".join(title_of(section, pen) for section in lacking)])


def _scope(pen: Pen, material: Material, subheading: Subheading) -> None:
    subheading(pen._("What the cluster is"))
    scope = material.snapshot.one(Scope)
    _text_or_pending(pen, scope.statement if scope else "", Section.SCOPE)


def _figures(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("The cluster in figures"))
    grid = headline_grid(pen, material, HEADLINES)
    if grid.rows:
        pen.table(grid, _("as stated in each row."))
    else:
        _to_come(pen, Section.CHARACTERIZATION)


def _challenges(pen: Pen, material: Material, subheading: Subheading) -> None:
    subheading(pen._("What it has to face"))
    found = sorted(
        material.snapshot.all(Challenge), key=lambda one: code_place(one.code, one.statement)
    )
    _list_or_pending(pen, [one.statement for one in found[:CHALLENGES]], Section.BUSINESS)


def _options(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("Where it wants to compete"))
    found = sorted(material.snapshot.all(StrategicOption), key=code_order)
    chosen = [one for one in found if one.status == OptionStatus.CHOSEN]
    parallel = [one.name for one in found if one.status == OptionStatus.PARALLEL]
    if not chosen:
        _to_come(pen, Section.OPTIONS)
        return
    for one in chosen:
        pen.put(run(one.name, bold=True), "", KEEP if one.definition else "")
        pen.text(one.definition)
    if parallel:
        names = _.join(parallel)
        pen.text(_("Some firms will also pursue, in parallel: {options}.").format(options=names))


def _vision(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("What it wants to be"))
    found = current(material.snapshot)
    _text_or_pending(pen, found.text if found else "", Section.VISION)
    if found and adopted(material.snapshot) is None:
        pen.text(_("This wording is a draft: it has not been adopted yet."))
    objectives = sorted(
        material.snapshot.all(Objective), key=lambda one: code_place(one.code, one.statement)
    )
    pen.bullets(_objective(pen, one) for one in objectives)


def _objective(pen: Pen, one: Objective) -> str:
    """Return an objective with where it starts and where it wants to be."""
    _ = pen._
    if one.baseline is None or one.target is None:
        return one.statement
    values = {
        "objective": one.statement,
        "indicator": one.indicator,
        "baseline": _.number(one.baseline, 4, fixed=False),
        "target": _.measured(one.target, 4, one.unit),
    }
    return _("{objective}: {indicator}, from {baseline} to {target}").format(**values)


def _areas(pen: Pen, material: Material, subheading: Subheading) -> None:
    subheading(pen._("What has to improve"))
    found = in_areas(material.snapshot)
    _list_or_pending(pen, [titled(one) for one in found], Section.AREAS)


def _projects(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write what the plan costs, who pays, and what it begins with: project 0, first projects."""
    _ = pen._
    subheading(_("What will be done, and what it costs"))
    found = {one.project.id: one for one in money(material.snapshot)}
    if not found:
        _to_come(pen, Section.ACTION_PLAN)
        return
    whole = together(found.values())
    if whole.total:
        pen.text(_cost(pen, material, [*found.values()]))
    tagged = [found[one.id] for one in first_projects(material.snapshot) if one.id in found]
    zero = [one for one in found.values() if is_project_zero(one.project)]
    source = _("sheets and budgets of the projects.")
    if tagged:
        first = [*{one.project.id: one for one in (*zero, *tagged)}.values()]
        pen.table(_project_grid(pen, material, first), source)
    else:
        pen.table(_largest_grid(pen, material, [*found.values()]), source)


def _cost(pen: Pen, material: Material, found: Sequence[ProjectMoney]) -> str:
    """Return how many projects there are and what each side pays; others only if they pay."""
    _, say = pen._, material.speaker.money
    public, firms, other = (
        sum(getattr(one, source.value) for one in found) for source in MoneySource
    )
    message = (
        _(
            "Projects: {count}, for {total}: {public} of public money, {firms} of firms and "
            "{other} of others."
        )
        if other
        else _("Projects: {count}, for {total}: {public} of public money and {firms} of firms.")
    )
    return message.format(
        count=_.number(len(found)),
        total=say(public + firms + other),
        public=say(public),
        firms=say(firms),
        other=say(other),
    )


def _largest_grid(pen: Pen, material: Material, found: Sequence[ProjectMoney]) -> Grid:
    """Return the projects of most money, for a plan that has not said what it begins with."""
    _, speaker = pen._, material.speaker
    largest = sorted(found, key=lambda one: -one.total)[:PROJECTS]
    rows = tuple(
        Row(
            (
                titled(one.project),
                speaker.name(one.project.leader) or material.pending,
                speaker.money(one.total) if one.total else material.pending,
            )
        )
        for one in largest
    )
    columns = (Column(_("Project")), Column(_("Leader")), Column(_("Amount"), True))
    return Grid(columns, rows, _("Projects of the plan by amount"))


def _reason(pen: Pen, one: ProjectMoney) -> str:
    _, tags = pen._, one.project.tags
    if not tags:
        return _("The manager's work plan")
    return _.join([_(tag.label) for tag in tags])


def _project_grid(pen: Pen, material: Material, shown: Sequence[ProjectMoney]) -> Grid:
    _ = pen._
    speaker = material.speaker
    columns = (
        Column(_("Project")),
        Column(_("First project because")),
        Column(_("Leader")),
        Column(_("Amount"), True),
    )
    rows = tuple(
        Row(
            (
                titled(one.project),
                _reason(pen, one),
                speaker.name(one.project.leader) or material.pending,
                speaker.money(one.total) if one.total else material.pending,
            )
        )
        for one in shown
    )
    total = speaker.money(sum(one.total for one in shown))
    last = Row((_("Total"), "", "", total), is_total=True)
    return Grid(columns, (*rows, last), _("Projects to begin with"))


def _governance(pen: Pen, material: Material, subheading: Subheading) -> None:
    _ = pen._
    subheading(_("Who will lead it"))
    model = material.snapshot.one(Governance)
    organs = [one.name for one in material.snapshot.all(Organ)]
    if not organs and not (model and model.base):
        _to_come(pen, Section.GOVERNANCE)
        return
    if model and model.base:
        entity = f" ({model.entity})" if model.entity else ""
        pen.text(f"{_('Model')}: {_(model.base.label)}{entity}.")
    if organs:
        pen.text(f"{_('Organs')}: {_.join(organs)}.")


def _text_or_pending(pen: Pen, words: str, section: Section) -> None:
    if words:
        pen.text(words)
    else:
        _to_come(pen, section)


def _list_or_pending(pen: Pen, lines: Sequence[str], section: Section) -> None:
    if lines:
        pen.bullets(lines)
    else:
        _to_come(pen, section)


def _to_come(pen: Pen, section: Section) -> None:
    """Write that this is pending, and in which section it will stand."""
    pen.pending([title_of(section, pen)])
