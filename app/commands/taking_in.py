"""The command that takes a spreadsheet in."""

from argparse import Namespace
from collections.abc import Iterable

from app.commands.folders import leave, opened, person, today
from app.exchange.folding import fold_title
from app.exchange.guessing import importable_types
from app.exchange.headings import is_aside
from app.exchange.importing import import_file
from app.exchange.plan import Outcome, Plan, RowPlan, Tab
from app.exchange.planning import map_column, plan_import, without_invalid
from app.exchange.problems import MissingColumn
from app.exchange.rows import column_at
from app.i18n import Reader, reader
from app.store.folder import Folder
from app.store.folder_problems import FileMissing, readable
from methodology.project import Project
from methodology.record import Record
from methodology.text import N_, Problem

MOST_SHOWN = 20


class NoSuchTable(Problem):
    """Nothing of that name can be imported."""


class NoSuchColumn(Problem):
    """No column of the file has this heading."""


class NoTableRecognised(Problem):
    """A file whose headings are those of no table."""


def take_in(_: Reader, chosen: Namespace) -> int:
    """Import a file whole or not at all; 1 when invalid rows stop it."""
    if not chosen.file.is_file():
        raise FileMissing(chosen.file)
    cls = _table(_, chosen.table) if chosen.table else None
    folder = opened(_, chosen.folder)
    try:
        return _take_in(_, chosen, folder, cls)
    finally:
        leave(_, folder)


def _take_in(_: Reader, chosen: Namespace, folder: Folder, cls: type[Record] | None) -> int:
    with readable(chosen.file):
        data = chosen.file.read_bytes()
    snapshot = folder.snapshot()
    spoken = reader(snapshot.one(Project))
    plan = plan_import(data, chosen.file.name, snapshot, spoken, cls=cls)
    _refuse_unknown(_, plan)
    for heading in chosen.leave_out:
        plan = _without_column(plan, heading)
    if chosen.skip_invalid:
        plan = without_invalid(plan)
    _tell(_, plan)
    if not plan.is_ready:
        print(
            _(
                "Nothing was imported. Correct the file, leave columns out with --leave-out, "
                "or rows with --skip-invalid."
            )
        )
        return 1
    if chosen.dry_run:
        print(_("This was only a trial: nothing was imported."))
        return 0
    if import_file(folder, plan, data, by=person(), on=today()) is None:
        print(_("The file brings nothing new: nothing was changed."))
        return 0
    print(_("Imported. The file itself is kept in the folder “files” of the project."))
    return 0


def _refuse_unknown(_: Reader, plan: Plan) -> None:
    unread = _unread(plan)
    if not unread or any(tab.cls for tab in plan.tabs):
        return
    tab = unread[0]
    headings = (tab.sheet.heading(tab.header, place) for place in range(tab.sheet.width))
    raise NoTableRecognised(
        N_(
            "No table is known by these headings: {headings}. Nothing was imported. "
            "Say which table the rows belong to with --table; there are: {tables}."
        ),
        headings=", ".join(f"“{heading}”" for heading in headings if heading),
        tables=", ".join(sorted(cls.table for cls in importable_types())),
    )


def _unread(plan: Plan) -> list[Tab]:
    """Return the sheets with rows that hold no known table; hidden ones and our guide never do."""
    seen = [tab for tab in plan.tabs if tab.sheet.rows and not tab.sheet.is_hidden]
    return [tab for tab in seen if not (tab.cls or is_aside(map(str, tab.sheet.rows[0])))]


def _table(_: Reader, name: str) -> type[Record]:
    """Return the record type called so, by its own name or by its title."""
    types = {cls.table: cls for cls in importable_types()}
    titles = {_(cls.title).casefold(): cls for cls in types.values()}
    found = types.get(name) or titles.get(name.casefold())
    if found is None:
        raise NoSuchTable(
            N_("There is no table {name}. There are: {tables}."),
            name=name,
            tables=", ".join(sorted(types)),
        )
    return found


def _without_column(plan: Plan, heading: str) -> Plan:
    """Leave out the columns of this heading on every sheet."""
    wanted, found = fold_title(heading), False
    for tab in plan.tabs:
        for place in range(tab.sheet.width) if tab.cls else ():
            if fold_title(tab.sheet.heading(tab.header, place)) == wanted:
                plan, found = map_column(plan, tab.sheet.name, place, None), True
    if not found:
        raise NoSuchColumn(N_("No column is called “{heading}” in this file."), heading=heading)
    return plan


def _tell(_: Reader, plan: Plan) -> None:
    """Say what becomes of the rows, and of each row that needs a person's eye, why."""
    for outcome, count in plan.counts.items():
        if count:
            print(f"{_(outcome.label)}: {_.number(count)}")
    for note in plan.notes:
        print("-", note.text(_))
    unread = N_("Sheet “{sheet}”: no table is known by its headings; it is not read.")
    _list(_, [f"- {_(unread).format(sheet=tab.sheet.name)}" for tab in _unread(plan)])
    _list(_, [line for tab in plan.tabs if tab.cls for line in _left_out(_, tab)])
    invalid = [row for row in plan.rows if row.outcome is Outcome.INVALID]
    _list(_, [*dict.fromkeys(line for row in invalid for line in _complaints(_, row))])
    _list(_, [_skipped(_, row) for row in plan.rows if row.reason])
    for new in plan.names:
        print(_("New name, created: {name}").format(name=new.name))
    if doubts := len(plan.doubts):
        told = _.many(
            "{count} name looks like a known one", "{count} names look like known ones", doubts
        )
        print(told, _("(the import on screen shows which)"))


def _list(_: Reader, lines: list[str]) -> None:
    print(*lines[:MOST_SHOWN], sep="\n", end="\n" if lines else "")
    if len(lines) > MOST_SHOWN:
        print(_("… and {count} more").format(count=_.number(len(lines) - MOST_SHOWN)))


def _left_out(_: Reader, tab: Tab) -> Iterable[str]:
    """Say which filled columns are not read, and why."""
    for at, why in tab.left_out.items():
        place = _place(_, tab.sheet.name, tab.header, *column_at(tab, at))
        yield f"- {place}: {why.text(_)}"


def _complaints(_: Reader, row: RowPlan) -> Iterable[str]:
    for complaint in row.complaints:
        place = _place(_, *row.place, complaint.column, complaint.heading)
        if isinstance(complaint.problem, MissingColumn):
            place = row.place.sheet
        yield f"- {place}: {complaint.problem.text(_)}"


def _place(_: Reader, sheet: str, row: int, column: str, heading: str) -> str:
    """Say where a cell stands: sheet, row, letter and heading of its column."""
    called = " ".join(filter(None, (column, heading))) or "–"
    return _("{sheet}, row {row}, column {column}").format(sheet=sheet, row=row, column=called)


def _skipped(_: Reader, row: RowPlan) -> str:
    place = _("{sheet}, row {row}").format(sheet=row.place.sheet, row=row.place.row)
    return f"- {place}: {row.reason.text(_) if row.reason else ''}"
