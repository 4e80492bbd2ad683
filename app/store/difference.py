"""What a project's history comes to between two moments: each record once, first against last."""

from typing import Any

from sqlalchemy.orm import Session

from app.store.changes import Alteration
from app.store.history import altered_since


def difference(session: Session, revision: int) -> tuple[Alteration, ...]:
    """Return what changed since a revision: one alteration for each record that is not as it was.

    What was changed and changed back, or made and removed again, is no difference.
    """
    found: dict[Any, Alteration] = {}
    for each in altered_since(session, revision):
        earlier = found.get(each.id)
        found[each.id] = _joined(earlier, each) if earlier else each
    return tuple(kept for each in found.values() if (kept := _essential(each)))


def _joined(first: Alteration, then: Alteration) -> Alteration:
    """Return two alterations of a record, one after the other, as one."""
    before = first.before
    if before is not None:
        missing = {n: v for n, v in (then.before or {}).items() if n not in before}
        before = {**before, **missing}
    elif first.after is None:
        before = then.before
    after = None if then.after is None else {**(first.after or {}), **then.after}
    return Alteration(then.cls, then.id, before, after)


def _essential(each: Alteration) -> Alteration | None:
    """Return an alteration without the fields that are as they were; None when none is left."""
    if each.before is None or each.after is None:
        return None if each.before == each.after else each
    names = [name for name, value in each.after.items() if each.before.get(name) != value]
    if not names:
        return None
    return Alteration(
        each.cls,
        each.id,
        {name: each.before.get(name) for name in names},
        {name: each.after[name] for name in names},
    )
