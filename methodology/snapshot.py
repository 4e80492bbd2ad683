"""A project at one moment: all its records, as calculations, screens and documents read them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from methodology.record import REGISTRY, Record

R = TypeVar("R", bound=Record)
P = ParamSpec("P")
T = TypeVar("T")


class Snapshot:
    """Records by type, in the order they were entered; never changes.

    `revision` is the number of the last change it holds, 0 for a project without any.
    """

    def __init__(self, records: Iterable[Record] = (), revision: int = 0) -> None:
        self.revision = revision
        grouped: dict[type[Record], list[Record]] = {}
        for record in records:
            grouped.setdefault(type(record), []).append(record)
        self._by_type: Mapping[type[Record], tuple[Record, ...]] = {
            cls: tuple(rows) for cls, rows in grouped.items()
        }
        self._derived: dict[Hashable, Any] = {}

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """Return every record of a type."""
        return self._by_type.get(cls, ())  # type: ignore[return-value]  # grouped by type above

    def one(self, cls: type[R]) -> R | None:
        """Return the record of a type that has one row per project, None before it is written."""
        return next(iter(self.all(cls)), None)

    def get(self, cls: type[R], key: UUID | None) -> R | None:
        """Return the record of a type with this id."""
        found = self._by_id.get(key) if key else None
        return found if isinstance(found, cls) else None

    def find(self, table: str, key: UUID | None) -> Record | None:
        """Return the record of a table with this id."""
        return self.get(REGISTRY[table], key)

    def find_any(self, key: UUID) -> Record | None:
        """Return the record with this id, whatever its type."""
        return self._by_id.get(key)

    def recall(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return what is kept under a key as long as this snapshot is, worked out the first time.

        Everybody who asks gets the same object: it is not to be changed.
        """
        if key not in self._derived:
            self._derived[key] = work_out()
        found: T = self._derived[key]
        return found

    def __iter__(self) -> Iterator[Record]:
        for rows in self._by_type.values():
            yield from rows

    @cached_property
    def _by_id(self) -> dict[UUID, Record]:
        return {record.id: record for rows in self._by_type.values() for record in rows}


def derived(
    work_out: Callable[Concatenate[Snapshot, P], T],
) -> Callable[Concatenate[Snapshot, P], T]:
    """Have what a function makes of a snapshot be worked out once for that snapshot.

    For functions of the snapshot and hashable arguments alone; see `Snapshot.recall`.
    """

    def recalled(snapshot: Snapshot, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = work_out, args, tuple(sorted(kwargs.items()))
        return snapshot.recall(key, lambda: work_out(snapshot, *args, **kwargs))

    update_wrapper(recalled, work_out)
    return recalled
