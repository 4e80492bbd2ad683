"""Every record type of the method, in the order of the process: import this to have them all."""

from functools import lru_cache

from methodology import (
    action,
    adoption,
    agenda,
    agreements,
    areas,
    buyers,
    candidates,
    characterization,
    diamond,
    forces,
    governance,
    mapping,
    monitoring,
    options,
    plan_rules,
    policies,
    priority,
    process,
    project,
    project_sheet,
    project_zero,
    published,
    raters,
    round_results,
    rounds,
    scope,
    success,
    targets,
    versions,
    vision,
)
from methodology.record import REGISTRY, Record
from methodology.stage import Stage

SUBJECTS = (
    project,
    process,
    agenda,
    agreements,
    raters,
    adoption,
    scope,
    candidates,
    mapping,
    characterization,
    forces,
    buyers,
    options,
    targets,
    diamond,
    success,
    vision,
    areas,
    action,
    project_sheet,
    priority,
    project_zero,
    policies,
    plan_rules,
    published,
    rounds,
    round_results,
    governance,
    monitoring,
    versions,
)
_ORDER = {module.__name__: place for place, module in enumerate(SUBJECTS)}


def is_of_the_method(cls: type[Record]) -> bool:
    """Say whether a record type is one of the method's, rather than added to them elsewhere."""
    return cls.__module__ in _ORDER


def record_types() -> tuple[type[Record], ...]:
    """Return every registered record type, subject by subject, in the order of declaration."""
    return _in_order(tuple(REGISTRY.values()))


def stage_types(stage: Stage) -> tuple[type[Record], ...]:
    """Return the record types that people edit in the tables of a stage."""
    return tuple(
        cls for cls in record_types() if cls.stage == stage and cls.has_grid and not cls.is_internal
    )


@lru_cache(maxsize=8)
def _in_order(types: tuple[type[Record], ...]) -> tuple[type[Record], ...]:
    return tuple(sorted(types, key=lambda cls: _ORDER.get(cls.__module__, len(_ORDER))))
