"""Acts of the history in the reader's words."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.exchange.cells import Names
from app.exchange.telling import called, spoken
from app.i18n import Reader
from app.store import Act, Alteration
from methodology.project import Draft
from methodology.record import attribute, fields
from methodology.snapshot import Snapshot

Row = dict[str, str]


def act_rows(_: Reader, acts: Sequence[Act]) -> list[Row]:
    """Return acts as rows of a table: when, who, what, and where some are undone, which."""
    rows = [{_("When"): _.moment(act.at), _("Who"): act.by, _("What"): act.text(_)} for act in acts]
    if any(act.undone_by for act in acts):
        for row, act in zip(rows, acts, strict=True):
            row[_("State")] = _("Undone") if act.undone_by else ""
    return rows


def detail_rows(_: Reader, snapshot: Snapshot, altered: Sequence[Alteration]) -> list[Row]:
    """Return what an act changed, one row for each field, in the reader's words.

    What is typed and not saved is no part of it. A record that the act removed is still called by
    its name where others pointed to it.
    """
    names = _names(_, snapshot, altered)
    return [
        {
            _("Record"): called(_, names, found) or _(found.cls.title),
            _("Field"): _(attribute(found.cls, field).label),
            _("Before"): spoken(_, names, found.cls, field, (found.before or {}).get(field)),
            _("After"): spoken(_, names, found.cls, field, (found.after or {}).get(field)),
        }
        for found in altered
        if found.cls is not Draft
        for field in _changed(found)
    ]


def _names(_: Reader, snapshot: Snapshot, altered: Sequence[Alteration]) -> Names:
    """Return the names of a project's records and of those that an act removed."""
    known = Names(snapshot, _)
    gone: dict[str, dict[str, UUID]] = {}
    for found in altered:
        if found.after is None and (name := called(_, known, found)):
            gone.setdefault(found.cls.table, {})[name] = found.id
    return Names(snapshot, _, gone)


def _changed(found: Alteration) -> list[str]:
    """Return the fields an act changed, in the order of the declaration, those left empty out."""
    before, after = found.before or {}, found.after or {}
    empty: tuple[Any, ...] = (None, "", [], ())
    return [
        one.name
        for one in fields(found.cls)
        if one.name in found.fields
        and (before.get(one.name) not in empty or after.get(one.name) not in empty)
    ]
