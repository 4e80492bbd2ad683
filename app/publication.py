"""Publishing a plan: written, numbered, kept, and noted with the moment it was written from."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from app.exchange.since import since_last
from app.i18n import Reader
from app.report import build, number_pages
from app.store import ChangeSet, Folder, Put
from app.store.documents import number_of, save_document
from methodology.finality import NotFinal, obstacles
from methodology.project import PlanStatus
from methodology.published import to_publish
from methodology.snapshot import Snapshot
from methodology.text import N_
from methodology.versions import PlanVersion

STEM = N_("Strategic plan")
Notify = Callable[[float, str], None]


def publish(
    folder: Folder,
    _: Reader,
    *,
    on: date,
    by: str,
    status: PlanStatus = PlanStatus.DRAFT,
    template: Path | None = None,
    notify: Notify | None = None,
) -> Path:
    """Write the plan in the reader's language under the next number and return where it is kept.

    The project notes number, status and the act it was written from, so that the next plan says
    what changed since. NotFinal when it is to be final and something is pending and not waived.
    """
    snapshot = folder.snapshot()
    if status is PlanStatus.FINAL and (found := obstacles(snapshot)):
        raise NotFinal(found)

    def written(number: int) -> bytes:
        data = build(
            snapshot,
            _,
            on=on,
            number=number,
            status=status,
            since=since_last(folder, snapshot, _),
            template=template,
            notify=notify,
        )
        return number_pages(data, _, notify)

    made = save_document(folder, written, _(STEM), on)
    try:
        _note(folder, snapshot, made, on, status, by)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def _note(
    folder: Folder, snapshot: Snapshot, made: Path, on: date, status: PlanStatus, by: str
) -> None:
    """Keep in the project which plan was written, and from what."""
    version = PlanVersion(
        id=uuid4(),
        number=number_of(made),
        made_on=on,
        status=status,
        document=made.name,
        as_of=snapshot.revision,
    )
    now = folder.snapshot()  # another export may have noted the same codes meanwhile
    codes = (one for one in to_publish(snapshot, version.number, on) if not now.find_any(one.id))
    records = (version, *codes)
    title = N_("Export the plan, number {number}")
    changes = ChangeSet(title, tuple(map(Put, records)), {"number": version.number})
    folder.apply(changes, by=by)
