"""What judged rows come to: an outcome for each, and one change set for all."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID, uuid5

from app.exchange.drafts import Draft
from app.exchange.folding import fold_title
from app.exchange.identity import marks
from app.exchange.judging import Judge
from app.exchange.plan import FieldChange, Outcome, Plan, RowPlan, Tab, assumed, shortened
from app.exchange.problems import MissingColumn
from app.store.changes import Change, ChangeSet, Edit, Put
from methodology.project import ColumnMemory
from methodology.record import SHORT, Record, fields, key_fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem, Remark
from methodology.validation import Invalid, check
from methodology.words import words

TITLES = {  # by whether columns were left out, and whether anything was assumed
    (False, False): N_("Import {file}"),
    (True, False): N_("Import {file}; columns left out: {columns}"),
    (False, True): N_("Import {file}; assumed: {assumed}"),
    (True, True): N_("Import {file}; columns left out: {columns}; assumed: {assumed}"),
}


def weigh(judge: Judge) -> tuple[RowPlan, ...]:
    """Return the outcome of every row that a judge has judged, in the order of the file."""
    followers: dict[int, list[Draft]] = {}
    for draft in judge.drafts:
        if draft.same_as:
            followers.setdefault(id(draft.same_as), []).append(draft)
    found: dict[int, RowPlan] = {}
    for draft in judge.drafts:
        if not draft.same_as:
            repeats = followers.get(id(draft), [])
            found.update({id(one): row for one, row in _repeats(draft, repeats)})
            found[id(draft)] = _row(draft)
    _refuse_doubles(judge, found)
    return _called(judge, found)


def change_set(plan: Plan, memory: tuple[Change, ...]) -> ChangeSet:
    """Return the one act that an import is: new names first, then rows, then the memory."""
    created = [Put(name.record) for name in plan.names if name.record]
    changes: list[Change] = []
    for row in plan.rows:
        if row.outcome is Outcome.ADD and row.record:
            changes.append(Put(row.record))
        elif row.outcome is Outcome.CHANGE and row.record:
            new = {change.attribute.name: change.after for change in row.changes}
            changes.append(Edit(row.cls, row.record.id, new))
    title, values = _title(plan)
    return ChangeSet(title, (*created, *changes, *memory), values)


def _title(plan: Plan) -> tuple[str, dict[str, str]]:
    """Return how the act is called, with what goes into its places.

    It says which columns were left out and what was assumed, in the project's language.
    """
    read = [tab for tab in plan.tabs if tab.cls]
    columns = [heading for tab in read for heading in tab.headings_left_out]
    guessed = [
        f"{plan.reader(each.label)}: {plan.reader(each.default.label)}"
        for tab in read
        for each in assumed(tab, plan.rows)
    ]
    values = {"file": plan.book.name}
    if columns:
        values["columns"] = shortened(columns)
    if guessed:
        values["assumed"] = ", ".join(guessed)
    return TITLES[bool(columns), bool(guessed)], values


def memories(tabs: tuple[Tab, ...], snapshot: Snapshot, seed: UUID) -> tuple[Change, ...]:
    """Return the changes that remember the columns assigned by hand."""
    return tuple(change for tab in tabs for change in _memories(tab, snapshot, seed))


def _memories(tab: Tab, snapshot: Snapshot, seed: UUID) -> Iterator[Change]:
    known = {(row.of_table, row.heading): row for row in snapshot.all(ColumnMemory)}
    for place, name in tab.by_hand.items() if tab.cls else ():
        table = tab.cls.table if tab.cls else ""
        heading = fold_title(tab.sheet.heading(tab.header, place))[:SHORT]
        old = known.get((table, heading))
        if old and old.field != name:
            yield Edit(ColumnMemory, old.id, {"field": name})
        elif heading and not old:
            key = uuid5(seed, f"{table}/{heading}")
            yield Put(ColumnMemory(id=key, of_table=table, heading=heading, field=name))


def _repeats(first: Draft, others: list[Draft]) -> Iterator[tuple[Draft, RowPlan]]:
    """Let later rows of the same record fill what the first left empty, and contradict nothing."""
    keys = {key.name for key in key_fields(first.cls)}
    for draft in others:
        against = [
            name
            for name, value in draft.values.items()
            if name not in keys and first.values.get(name, value) != value
        ]
        for name in against:
            draft.complain(
                name,
                Problem(
                    N_(
                        "Row {row} is the same record and says something else here. "
                        "Exclude one of the two rows, or correct one."
                    ),
                    row=first.raw.place.row,
                ),
            )
        if draft.complaints or draft.skipped:
            yield draft, _refused(draft)
            continue
        first.values = {**draft.values, **first.values}
        reason = Remark(N_("The same record as row {row}."), {"row": first.raw.place.row})
        yield (
            draft,
            RowPlan(
                draft.raw.place,
                draft.cls,
                Outcome.SKIPPED,
                reason=reason,
                candidates=draft.candidates,
            ),
        )


def _row(draft: Draft) -> RowPlan:
    if draft.skipped or draft.complaints:
        _check_the_rest(draft)
        return _refused(draft)
    try:
        made = check(draft.cls, draft.complete())
    except Invalid as invalid:
        _complain(draft, invalid)
        return _refused(draft)
    changes = tuple(_changes(draft.existing, made)) if draft.existing else ()
    settled = Outcome.CHANGE if changes else Outcome.UNCHANGED
    return RowPlan(
        draft.raw.place,
        draft.cls,
        settled if draft.existing else Outcome.ADD,
        record=made,
        changes=changes,
        candidates=draft.candidates,
    )


def _refused(draft: Draft) -> RowPlan:
    return RowPlan(
        draft.raw.place,
        draft.cls,
        Outcome.SKIPPED if draft.skipped else Outcome.INVALID,
        complaints=() if draft.skipped else tuple(draft.complaints),
        reason=draft.skipped,
        candidates=draft.candidates,
    )


def _check_the_rest(draft: Draft) -> None:
    """Say what is wrong with the other cells too, so that a row is mended in one go."""
    if draft.skipped:
        return
    try:
        check(draft.cls, draft.complete())
    except Invalid as invalid:
        _complain(draft, invalid)


def _complain(draft: Draft, invalid: Invalid) -> None:
    named = {complaint.field for complaint in draft.complaints}
    lacking = {
        found.name: found.label
        for found in fields(draft.cls)
        if found.required and found.name not in draft.raw.cells
    }
    for complaint in invalid.complaints:
        if complaint.field in lacking and not draft.values.get(complaint.field):
            draft.complain(complaint.field, MissingColumn(lacking[complaint.field]))
        elif complaint.field not in named:
            cell = draft.raw.cells.get(complaint.field)
            draft.complain(complaint.field, complaint.problem, "" if cell is None else str(cell))


def _changes(before: Record, after: Record) -> Iterator[FieldChange]:
    for found in fields(type(after)):
        old, new = getattr(before, found.name), getattr(after, found.name)
        if old != new:
            yield FieldChange(found, old, new)


def _refuse_doubles(judge: Judge, rows: dict[int, RowPlan]) -> None:
    """Refuse the rows that would make a second record with the same key or code."""
    changed = {row.record.id: row.record for row in rows.values() if row.record and row.changes}
    added = [row.record for row in rows.values() if row.record and row.outcome is Outcome.ADD]
    types = {draft.cls for draft in judge.drafts}
    known = (record for cls in types for record in judge.snapshot.all(cls))
    untouched = [record for record in known if record.id not in changed]
    owners: dict[tuple[object, ...], UUID] = {}
    for record in (*untouched, *changed.values(), *added):
        for _field, mark in marks(record):
            owners.setdefault(mark, record.id)
    for draft in judge.drafts:
        row = rows[id(draft)]
        for name, mark in marks(row.record) if row.record else ():
            if owners[mark] != draft.id:
                draft.complain(name, Problem(N_("Another record is called like this already.")))
                rows[id(draft)] = _refused(draft)


def _called(judge: Judge, rows: dict[int, RowPlan]) -> tuple[RowPlan, ...]:
    """Give every row the words that people know it by."""
    made = (row.record for row in rows.values() if row.record)
    created = (name.record for name in judge.names.created.values() if name.record)
    around = Snapshot((*judge.snapshot, *created, *made))
    return tuple(
        replace(
            rows[id(draft)],
            words=words(around, draft.sketch(), judge.reader)
            if draft.has_key
            else draft.first_text,
        )
        for draft in judge.drafts
    )
