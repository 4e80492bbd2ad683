"""Plans of an import: make one from a file, then change what it decided.

Every function returns a new plan; nothing is written before `importing.import_file`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from app.exchange.book import Book
from app.exchange.folding import fold
from app.exchange.guessing import Guess, guess_sheet, remembered
from app.exchange.judging import Judge
from app.exchange.naming import Names
from app.exchange.plan import Outcome, Place, Plan, Tab
from app.exchange.reading import read_book
from app.exchange.weighing import change_set, memories, weigh
from app.i18n import Reader
from methodology.record import Kind, Record, fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark


def plan_import(
    data: bytes,
    name: str,
    snapshot: Snapshot,
    _: Reader,
    *,
    cls: type[Record] | None = None,
    seed: UUID | None = None,
) -> Plan:
    """Return the plan of importing a file: every sheet that people see and that says something.

    With `cls` the first such sheet is read as records of that type. `seed` decides the ids of new
    records. UnreadableFile says why there is no plan.
    """
    book = read_book(data, name)
    seen = [sheet for sheet in book.sheets if not sheet.is_hidden] or list(book.sheets)
    wanted = dict.fromkeys((sheet.name for sheet in seen if sheet.rows), cls)
    if cls:
        wanted = dict(list(wanted.items())[:1])
    return plan_book(book, wanted, snapshot, _, seed=seed)


def plan_book(
    book: Book,
    wanted: Mapping[str, type[Record] | None],
    snapshot: Snapshot,
    _: Reader,
    *,
    seed: UUID | None = None,
) -> Plan:
    """Return the plan of importing the wanted sheets of a book, each by its type where known."""
    names, memory = Names(snapshot, _), remembered(snapshot)
    tabs = []
    for sheet in book.sheets:
        known = sheet.name in wanted
        guess = guess_sheet(sheet, names, memory, wanted.get(sheet.name)) if known else Guess()
        tabs.append(Tab(sheet, guess.cls, guess.header, guess.columns, guess.left_out))
    return _judged(Plan(book, snapshot, _, seed or uuid4(), tuple(tabs)))


def renewed(plan: Plan, snapshot: Snapshot) -> Plan:
    """Return what a plan says of a project that changed since it was made, decisions kept."""
    return _judged(replace(plan, snapshot=snapshot))


def choose_type(plan: Plan, sheet: str, cls: type[Record] | None) -> Plan:
    """Read a sheet as records of another type; None leaves it out."""
    tab = plan.tab(sheet)
    if cls is None:
        return _with_tab(plan, replace(tab, cls=None, columns={}, left_out={}, by_hand={}))
    guess = guess_sheet(tab.sheet, *_known(plan), cls)
    return _with_tab(plan, _guessed(tab, guess))


def choose_header(plan: Plan, sheet: str, number: int) -> Plan:
    """Take another row of a sheet for its header."""
    tab = plan.tab(sheet)
    return _with_tab(plan, _guessed(tab, guess_sheet(tab.sheet, *_known(plan), tab.cls, number)))


def map_column(plan: Plan, sheet: str, place: int, field: str | None) -> Plan:
    """Assign a column (counted from 0) to a field; None leaves the column out.

    A field has one column, and loses the one it had, unless it holds long texts: these are joined.
    What is assigned is remembered with the import.
    """
    tab = plan.tab(sheet)
    shared = field if tab.cls and _holds_long_text(tab.cls, field) else None
    columns = {
        at: name
        for at, name in tab.columns.items()
        if at != place and (name != field or name == shared)
    }
    if field:
        columns[place] = field
    freed = dict.fromkeys(
        (at for at in tab.columns if at not in columns), Remark(N_("Left out by hand."))
    )
    joined = {at: name for at, name in columns.items() if name == shared}
    kept_out = {at: why for at, why in tab.left_out.items() if at != place}
    return _with_tab(
        plan,
        replace(
            tab,
            columns=dict(sorted(columns.items())),
            left_out={**kept_out, **freed},
            by_hand={**tab.by_hand, **joined, place: field or ""},
        ),
    )


def exclude_row(plan: Plan, place: Place) -> Plan:
    """Leave a row out of the import."""
    decisions = plan.decisions
    return _decided(
        plan,
        excluded=decisions.excluded | {place},
        included=decisions.included - {place},
    )


def without_invalid(plan: Plan) -> Plan:
    """Leave every invalid row out; a row that only repeated one of them may be the next."""
    while not plan.is_ready:
        why = {
            row.place: row.complaints[0].problem
            for row in plan.rows
            if row.outcome is Outcome.INVALID
        }
        plan = _decided(plan, refused={**plan.decisions.refused, **why})
    return plan


def include_row(plan: Plan, place: Place) -> Plan:
    """Take a row in that was left out, by hand or by its looks."""
    decisions = plan.decisions
    return _decided(
        plan,
        excluded=decisions.excluded - {place},
        included=decisions.included | {place},
    )


def confirm_match(plan: Plan, place: Place, key: UUID | None) -> Plan:
    """Say which record a row is; None says that it is a new one."""
    return _decided(plan, same={**plan.decisions.same, place: key})


def settle_name(plan: Plan, table: str, name: str, key: UUID | None) -> Plan:
    """Say which record an unknown name in references means; None creates one of this name."""
    return _decided(plan, names={**plan.decisions.names, (table, fold(name)): key})


def give_meaning(plan: Plan, table: str, field: str, typed: str, words: str) -> Plan:
    """Read `words` wherever a column says `typed`: people's own categories and the method's."""
    key = (table, field, fold(typed))
    return _decided(plan, meanings={**plan.decisions.meanings, key: words})


def _holds_long_text(cls: type[Record], field: str | None) -> bool:
    return any(found.name == field and found.kind is Kind.LONG_TEXT for found in fields(cls))


def _known(plan: Plan) -> tuple[Names, Mapping[tuple[str, str], str]]:
    return Names(plan.snapshot, plan.reader), remembered(plan.snapshot)


def _guessed(tab: Tab, guess: Guess) -> Tab:
    return Tab(tab.sheet, guess.cls, guess.header, guess.columns, guess.left_out)


def _with_tab(plan: Plan, tab: Tab) -> Plan:
    tabs = tuple(tab if old.sheet.name == tab.sheet.name else old for old in plan.tabs)
    return _judged(replace(plan, tabs=tabs))


def _decided(plan: Plan, **decided: Any) -> Plan:
    return _judged(replace(plan, decisions=replace(plan.decisions, **decided)))


def _judged(plan: Plan) -> Plan:
    judge = Judge(plan.snapshot, plan.reader, plan.seed, plan.tabs, plan.decisions)
    judge.judge()
    rows, names = weigh(judge), judge.names.with_candidates()
    memory = memories(plan.tabs, plan.snapshot, plan.seed)
    judged = replace(plan, rows=rows, names=names, guessed=judge.guessed)
    return replace(judged, change_set=change_set(judged, memory))
