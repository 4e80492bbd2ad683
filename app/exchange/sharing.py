"""What of a project goes into a file that others get: persons and private fields, or not."""

from dataclasses import dataclass

from app.exchange.guessing import importable_types
from methodology.record import REGISTRY, Attribute, Record, fields


@dataclass(frozen=True)
class Share:
    """The record types to export, None for all; with or without persons and private fields."""

    types: tuple[type[Record], ...] | None = None
    with_people: bool = True
    with_private: bool = True

    def shared_types(self) -> tuple[type[Record], ...]:
        """Return the types that go out, in the order of the process.

        Rows that are nothing without what stays behind, such as one person's scores, stay too.
        """
        wanted = importable_types() if self.types is None else self.types
        return tuple(
            cls
            for cls in wanted
            if (self.with_people or not cls.is_person)
            and all(self._is_shared(found) for found in fields(cls) if found.required)
        )

    def shared_fields(self, cls: type[Record]) -> tuple[Attribute, ...]:
        """Return the fields that go out; what points to persons goes with them."""
        return tuple(found for found in fields(cls) if self._is_shared(found))

    def _is_shared(self, found: Attribute) -> bool:
        if found.is_private and not self.with_private:
            return False
        points_to_people = bool(found.target) and REGISTRY[found.target].is_person
        return self.with_people or not points_to_people
