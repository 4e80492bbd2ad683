"""What one plan is written from: the project at one moment, and what follows from it, once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from app.i18n import Reader
from app.report.values import Speaker
from methodology.chain import Chain, chain
from methodology.gates import Verdict, verdicts
from methodology.mapping import MapSettings
from methodology.network import NetworkMeasures, build_graph, kinds_of, measure, settings_of
from methodology.plan import Section
from methodology.project import Narrative, PlanStatus, Project
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.versions import Since


@dataclass(frozen=True)
class Material:
    """A project's records, the reader of the plan, its date, number and status.

    `since` is what changed since an earlier version, where there is one.
    """

    snapshot: Snapshot
    reader: Reader
    on: date
    number: int
    status: PlanStatus = PlanStatus.DRAFT
    since: Since | None = None

    @property
    def is_final(self) -> bool:
        """Say whether nothing of it is pending but what was waived."""
        return self.status is PlanStatus.FINAL

    @property
    def pending(self) -> str:
        """The word in a cell that has nothing to show: pending, or in a final plan a dash."""
        _ = self.reader
        return "–" if self.is_final else _("Pending")

    @cached_property
    def speaker(self) -> Speaker:
        """Says values in the reader's words."""
        return Speaker(self.snapshot, self.reader)

    @cached_property
    def project(self) -> Project | None:
        """The project's own record."""
        return self.snapshot.one(Project)

    @cached_property
    def settings(self) -> MapSettings:
        """The choices that the network depends on."""
        return settings_of(self.snapshot)

    @cached_property
    def graph(self) -> Any:
        """The network of the stored settings; networkx carries no types."""
        return build_graph(self.snapshot, self.settings)

    @cached_property
    def measures(self) -> NetworkMeasures:
        """The network in numbers."""
        return measure(self.graph, kinds_of(self.graph))

    @cached_property
    def thread(self) -> Chain:
        """From every trend to the projects that answer it, and back."""
        return chain(self.snapshot)

    def verdicts(self, stage: Stage) -> tuple[Verdict, ...]:
        """Return how the checks of a stage stand."""
        return verdicts(self.snapshot, stage)

    def narrative(self, section: Section) -> str:
        """Return the team's own text for a section, empty when there is none."""
        found = (one.text for one in self.snapshot.all(Narrative) if one.section == section)
        return next(found, "")

    def rows(self, cls: type[Record]) -> tuple[Record, ...]:
        """Return the records of a type that the plan may show: people only by their consent."""
        rows = self.snapshot.all(cls)
        if not cls.is_person:
            return rows
        return tuple(row for row in rows if getattr(row, "consent", True))
