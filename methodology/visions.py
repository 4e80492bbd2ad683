"""Where the vision stands: the adopted text or the latest draft, and what its objectives lack."""

from collections.abc import Iterable
from datetime import date

from methodology.adoption import taken_from
from methodology.code_order import code_order, code_place
from methodology.options import OptionStatus, StrategicOption
from methodology.project import Language, Project
from methodology.record import Attribute, attribute
from methodology.snapshot import Snapshot
from methodology.text import Remark
from methodology.vision import Objective, VisionVersion
from methodology.vision_lint import Finding, lint

MEASURED_BY = ("indicator", "baseline", "baseline_on", "target", "target_on", "source")


def versions(snapshot: Snapshot) -> tuple[VisionVersion, ...]:
    """Return the wordings of the vision, the latest last; those without a date come first."""
    return tuple(
        sorted(
            snapshot.all(VisionVersion),
            key=lambda one: one.adopted_on or one.drafted_on or date.min,
        )
    )


def adopted(snapshot: Snapshot) -> VisionVersion | None:
    """Return the wording in force: the one adopted last, a vision being revised periodically."""
    found = [one for one in snapshot.all(VisionVersion) if one.adopted_on]
    return max(found, key=lambda one: one.adopted_on or date.min, default=None)


def current(snapshot: Snapshot) -> VisionVersion | None:
    """Return the wording to show: the adopted one, before that the latest draft with a text."""
    written = [one for one in versions(snapshot) if one.text]
    return adopted(snapshot) or (written[-1] if written else None)


def support_taken(snapshot: Snapshot, wordings: Iterable[VisionVersion]) -> Remark:
    """Return where the adopted approvals of wordings come from; empty where none was adopted."""
    names = ("approvals", "voters")
    return taken_from(snapshot, ((one, name) for one in wordings for name in names))


def chosen_options(snapshot: Snapshot) -> tuple[StrategicOption, ...]:
    """Return the options that the cluster builds for, by their codes."""
    found = (one for one in snapshot.all(StrategicOption) if one.status == OptionStatus.CHOSEN)
    return tuple(sorted(found, key=code_order))


def findings(snapshot: Snapshot, version: VisionVersion) -> tuple[Finding, ...]:
    """Return how a wording stands under the rules, in the language of the plan."""
    project = snapshot.one(Project)
    language = project.language if project else Language.SPANISH
    return lint(version.text, chosen_options(snapshot), language)


def objectives(snapshot: Snapshot) -> tuple[Objective, ...]:
    """Return the strategic objectives by their codes."""
    return tuple(
        sorted(snapshot.all(Objective), key=lambda one: code_place(one.code, one.statement))
    )


def lacking(objective: Objective) -> tuple[Attribute, ...]:
    """Return what an objective still needs before it can be measured."""
    return tuple(
        attribute(Objective, name) for name in MEASURED_BY if getattr(objective, name) in (None, "")
    )
