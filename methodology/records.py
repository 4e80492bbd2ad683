"""Every record type of the method, in the order of the process: import this to have them all."""

from methodology import adoption, characterization, mapping, process, project, raters, scope
from methodology.record import REGISTRY, Record

SUBJECTS = (project, process, raters, adoption, scope, mapping, characterization)
_ORDER = {module.__name__: place for place, module in enumerate(SUBJECTS)}


def record_types() -> tuple[type[Record], ...]:
    """Return every registered record type, subject by subject, in the order of declaration."""
    return tuple(sorted(REGISTRY.values(), key=lambda cls: _ORDER.get(cls.__module__, len(_ORDER))))
