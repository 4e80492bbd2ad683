"""What changed in a project since its last exported plan, in the words of the plan."""

from collections import defaultdict
from collections.abc import Iterable

from app.exchange.cells import Names
from app.exchange.telling import called
from app.i18n import Reader
from app.store import Alteration, Folder, difference
from methodology.plan import Section, first_section
from methodology.project import Evidence, Waiver
from methodology.record import Record, key_fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.versions import PlanChange, Since, versions

TOLD_TOO: tuple[type[Record], ...] = (Waiver, Evidence)  # kept by the program, printed


def since_last(folder: Folder, snapshot: Snapshot, _: Reader) -> Since | None:
    """Return what changed since the last exported plan; None before the first."""
    found = versions(snapshot)
    if not found:
        return None
    with folder.read() as session:
        altered = difference(session, found[0].as_of)
    return Since(found[0], plan_changes(altered, snapshot, _))


def plan_changes(
    altered: Iterable[Alteration], snapshot: Snapshot, _: Reader
) -> tuple[PlanChange, ...]:
    """Return alterations table by table, in the order of the plan."""
    names = Names(snapshot, _)
    by_type: dict[type[Record], list[Alteration]] = defaultdict(list)
    for each in altered:
        if not each.cls.is_internal or each.cls in TOLD_TOO:
            by_type[each.cls].append(each)
    order = [*Section]
    made = [_change(cls, by_type[cls], names, _) for cls in record_types() if cls in by_type]
    return tuple(sorted(made, key=lambda one: order.index(one.section)))


def _change(cls: type[Record], altered: list[Alteration], names: Names, _: Reader) -> PlanChange:
    def told(wanted: Iterable[Alteration]) -> tuple[str, ...]:
        if _is_silent(cls):
            return tuple("" for _each in wanted)
        return tuple(called(_, names, each) or _(cls.title) for each in wanted)

    return PlanChange(
        first_section(cls.stage),
        _(cls.title),
        added=told(each for each in altered if each.before is None),
        changed=told(each for each in altered if None not in (each.before, each.after)),
        removed=told(each for each in altered if each.after is None),
    )


def _is_silent(cls: type[Record]) -> bool:
    """Say whether the plan must not name the records of a type: persons, private keys."""
    pointed = (key.target for key in key_fields(cls) if key.target)
    types = {one.table: one for one in record_types()}
    return (
        cls.is_person
        or any(key.is_private for key in key_fields(cls))
        or any(types[table].is_person for table in pointed if table in types)
    )
