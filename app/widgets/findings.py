"""What each stage has found so far, in the few words of a title."""

from collections.abc import Callable, Mapping

from app import state
from app.i18n import Reader
from app.widgets import (
    figures_of_action_plan,
    figures_of_attractiveness,
    figures_of_characterization,
    figures_of_diamond,
    figures_of_governance,
    figures_of_mapping,
    figures_of_monitoring,
    figures_of_options,
    figures_of_process,
    figures_of_purchase_factors,
    figures_of_scope,
    figures_of_vision,
)
from app.widgets.readings import remembered
from methodology.snapshot import Snapshot
from methodology.stage import Stage


def finding(stage: Stage) -> str:
    """Return the finding of a stage, its name while there is none."""
    _ = state.reader()
    if stage not in _FINDINGS:
        return _(stage.label)
    found = remembered(f"finding {stage} {_}", lambda: _FINDINGS[stage](state.snapshot(), _))
    return found or _(stage.label)


_FINDINGS: Mapping[Stage, Callable[[Snapshot, Reader], str]] = {
    Stage.PROCESS: figures_of_process.finding,
    Stage.SCOPE: figures_of_scope.finding,
    Stage.MAPPING: figures_of_mapping.finding,
    Stage.CHARACTERIZATION: figures_of_characterization.finding,
    Stage.ATTRACTIVENESS: figures_of_attractiveness.finding,
    Stage.PURCHASE_FACTORS: figures_of_purchase_factors.finding,
    Stage.DIAMOND: figures_of_diamond.finding,
    Stage.ACTION_PLAN: figures_of_action_plan.finding,
    Stage.GOVERNANCE: figures_of_governance.finding,
    Stage.MONITORING: figures_of_monitoring.finding,
    Stage.OPTIONS: figures_of_options.finding,
    Stage.VISION: figures_of_vision.finding,
}
