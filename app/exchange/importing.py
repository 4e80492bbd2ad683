"""The import itself: backup, original, and one act for everything that a plan says."""

from datetime import date

from app.exchange.plan import Outcome, Plan
from app.store import Act, Folder, Put, Reason, keep_file
from app.store.changes import ChangeSet
from methodology.text import N_, Problem


class ImportBlocked(Problem):
    """An import with invalid rows that nobody excluded."""

    def __init__(self, plan: Plan) -> None:
        rows = [row for row in plan.rows if row.outcome is Outcome.INVALID]
        super().__init__(
            N_(
                "Rows that cannot be read stop the import: {count}, the first is row {row} of "
                "“{sheet}”. Correct them in the file, leave out their column or exclude them. "
                "Nothing was imported."
            ),
            count=len(rows),
            row=rows[0].place.row,
            sheet=rows[0].place.sheet,
        )
        self.rows = tuple(rows)


def import_file(folder: Folder, plan: Plan, original: bytes, *, by: str, on: date) -> Act | None:
    """Write what a plan says as one act, the original file kept in `files`; back up before.

    None when there is nothing to write. ImportBlocked while rows are invalid, Conflict when
    somebody changed the same records since the plan was made.
    """
    if not plan.is_ready:
        raise ImportBlocked(plan)
    if plan.is_idle:
        return None
    folder.back_up(Reason.IMPORT)
    planned = plan.change_set
    with keep_file(folder, plan.book.name, original, on=on) as evidence:
        changes = (*planned.changes, Put(evidence))
        return folder.apply(
            ChangeSet(planned.title, changes, planned.values),
            by=by,
            expected=plan.snapshot.revision,
        )
