"""Write the strategic plan: the sections in the order of the template, then the finished file."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.i18n import Reader
from app.report.chapters import annexes, front
from app.report.chapters.action_plan import action_plan, policies, project_zero
from app.report.chapters.areas import areas
from app.report.chapters.business import business
from app.report.chapters.buyers import buyers
from app.report.chapters.characterization import characterization
from app.report.chapters.diamond import diamond
from app.report.chapters.governance import governance
from app.report.chapters.later import later
from app.report.chapters.mapping import mapping
from app.report.chapters.method import method
from app.report.chapters.monitoring import monitoring
from app.report.chapters.options import options
from app.report.chapters.process import process
from app.report.chapters.risks import risks
from app.report.chapters.scope import scope
from app.report.chapters.summary import summary
from app.report.chapters.vision import vision
from app.report.document import Book
from app.report.material import Material
from app.report.pen import Pen
from methodology.plan import Section
from methodology.project import PlanStatus
from methodology.snapshot import Snapshot
from methodology.versions import Since

Chapter = Callable[[Pen, Material], None]
Notify = Callable[[float, str], None]
HERE = Path(__file__).resolve()
TEMPLATES = (HERE.parents[1] / "templates", HERE.parents[2] / "templates")

CHAPTERS: Mapping[str, Chapter] = {
    "promoters": front.promoters,
    "presentation": front.presentation,
    "acknowledgements": front.acknowledgements,
    "acronyms": front.acronyms,
    Section.SUMMARY: summary,
    Section.PROCESS: process,
    Section.SCOPE: scope,
    Section.MAPPING: mapping,
    Section.CHARACTERIZATION: characterization,
    Section.GOVERNANCE: governance,
    Section.MONITORING: monitoring,
    Section.RISKS: risks,
    Section.OPTIONS: options,
    Section.VISION: vision,
    Section.AREAS: areas,
    Section.DIAMOND: diamond,
    Section.BUSINESS: business,
    Section.BUYERS: buyers,
    Section.ACTION_PLAN: action_plan,
    Section.PROJECT_ZERO: project_zero,
    Section.POLICIES: policies,
    Section.PARTICIPANTS: annexes.participants,
    Section.BALLOTS: annexes.ballots,
    Section.METHOD: method,
    Section.SOURCES: annexes.sources,
    Section.OPEN_ISSUES: annexes.open_issues,
}
LAST = "acronyms"  # for it says what the others use
LISTS: Mapping[str, Callable[[Pen], None]] = {
    "contents": lambda pen: pen.contents(
        pen._("Contents"), 'TOC \\o "1-2" \\h \\z \\u', pen.outline, "toc {}"
    ),
    "tables": lambda pen: pen.contents(
        pen._("List of tables"),
        'TOC \\h \\z \\c "Table"',
        pen.captions["Table"],
        "table of figures",
    ),
    "figures": lambda pen: pen.contents(
        pen._("List of figures"),
        'TOC \\h \\z \\c "Figure"',
        pen.captions["Figure"],
        "table of figures",
    ),
}


def default_template() -> Path:
    """Return the template that comes with the program."""
    return next(folder for folder in TEMPLATES if folder.is_dir()) / "plan.docx"


def build(
    snapshot: Snapshot,
    _: Reader,
    *,
    on: date,
    number: int,
    status: PlanStatus = PlanStatus.DRAFT,
    since: Since | None = None,
    template: Path | None = None,
    notify: Notify | None = None,
) -> bytes:
    """Return the plan as a Word file, in the reader's language; equal input gives equal bytes.

    `on` is the date on the cover, `number` the version, `since` what changed since the one before;
    `notify` hears the share done (0 to 1) and what is being written. NotATemplate when the
    template cannot be opened.
    """
    book = Book(template or default_template())
    material = Material(snapshot, _, on, number, status, since)
    pen = Pen(_, book.paper(), book, is_final=material.is_final)
    places = book.places()
    values = front.cover_values(material)
    book.fill_values(values)
    chapters = [place for place in places if place.name not in LISTS]
    for done, place in enumerate(sorted(chapters, key=lambda place: place.name == LAST)):
        if notify:
            notify(done / len(places), _heard(place.name, _))
        _write(pen, material, place.name)
        made = pen.take()
        if place.name != Section.METHOD:  # which explains every measure, used or not
            pen.remember(made)
        book.insert(place, made)
    for place in places:
        if place.name in LISTS:
            LISTS[place.name](pen)
            book.insert(place, pen.take())
    if pen.has_turned:
        book.end_upright()
    if notify:
        notify(1.0, _("Strategic plan"))
    return book.finish(
        title=f"{values['title']}: {values['project']}",
        author=(material.project.executing_entity if material.project else "") or "Dínamo",
        language=pen.language,
        on=on,
    )


def _write(pen: Pen, material: Material, name: str) -> None:
    if name in CHAPTERS:
        CHAPTERS[name](pen, material)
    else:
        later(pen, material, next(one for one in Section if one == name))


def _heard(name: str, _: Reader) -> str:
    found = next((section for section in Section if section == name), None)
    return _(found.label) if found else _("Strategic plan")
