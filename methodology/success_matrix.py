"""Key success factors against options: which are needed where, and which are too weak to win."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.action import PlanProject
from methodology.adoption import taken_from
from methodology.code_order import code_order
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot, derived
from methodology.success import Relevance, SuccessFactor, SuccessNeed
from methodology.text import Remark

WEAK = 2  # present level up to which a necessary factor stands in the way


@dataclass(frozen=True)
class SuccessRow:
    """A success factor: what it is to each option, and the projects that serve it."""

    factor: SuccessFactor
    relevance: Mapping[UUID, Relevance]
    projects: tuple[PlanProject, ...]

    @property
    def is_weak(self) -> bool:
        """Say whether there is too little of it today."""
        return self.factor.present is not None and self.factor.present <= WEAK

    def is_necessary(self, options: Iterable[StrategicOption]) -> bool:
        """Say whether one of these options cannot do without it."""
        return any(self.relevance.get(one.id) == Relevance.NECESSARY for one in options)

    @property
    def is_answered(self) -> bool:
        """Say whether a project serves it, or the team said why none does."""
        return bool(self.projects or self.factor.waiver)


@dataclass(frozen=True)
class SuccessMatrix:
    """The success factors by code, against the options by code."""

    rows: tuple[SuccessRow, ...]
    options: tuple[StrategicOption, ...]

    @property
    def chosen(self) -> tuple[StrategicOption, ...]:
        """The options that the cluster builds for."""
        return tuple(one for one in self.options if one.status == OptionStatus.CHOSEN)

    @property
    def critical(self) -> tuple[SuccessRow, ...]:
        """The factors that a chosen option cannot do without and that are weak today."""
        return tuple(row for row in self.rows if row.is_weak and row.is_necessary(self.chosen))

    @property
    def unanswered(self) -> tuple[SuccessRow, ...]:
        """Those of them that no project serves and nobody explained."""
        return tuple(row for row in self.critical if not row.is_answered)


def present_taken(snapshot: Snapshot) -> Remark:
    """Return where the adopted present levels come from; empty where none was adopted."""
    return taken_from(snapshot, ((one, "present") for one in snapshot.all(SuccessFactor)))


@derived
def success_matrix(snapshot: Snapshot) -> SuccessMatrix:
    """Return every success factor against every option."""
    needs = {(one.factor, one.option): one.relevance for one in snapshot.all(SuccessNeed)}
    options = sorted(snapshot.all(StrategicOption), key=code_order)
    rows = []
    for factor in sorted(snapshot.all(SuccessFactor), key=code_order):
        known = ((one.id, needs.get((factor.id, one.id))) for one in options)
        serving = (one for one in snapshot.all(PlanProject) if factor.id in one.success_factors)
        relevance = {key: found for key, found in known if found is not None}
        rows.append(SuccessRow(factor, relevance, tuple(sorted(serving, key=code_order))))
    return SuccessMatrix(tuple(rows), tuple(options))
