"""Publishing a plan: the codes of its projects are noted, so that nobody gives them away later."""

from datetime import date

from app.store import ChangeSet, Folder, Put
from methodology.published import to_publish
from methodology.text import N_


def publish_codes(folder: Folder, number: int, *, by: str, on: date) -> None:
    """Note the codes of the projects that a plan with this number was exported with."""
    snapshot = folder.snapshot()
    found = to_publish(snapshot, number, on)
    if found:
        changes = ChangeSet(
            N_("Export the plan, number {number}"),
            tuple(map(Put, found)),
            {"number": number},
        )
        folder.apply(changes, by=by)
