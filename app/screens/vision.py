"""Stage 8: where the cluster wants to be, and the needs that it takes on together."""

from app import state
from app.widgets.area_cards import area_cards, proposal_list
from app.widgets.begin import begin_with
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.objective_cards import objective_cards
from app.widgets.stage_page import stage_page
from app.widgets.views import choose_view, chosen_before
from app.widgets.vision_desk import vision_desk
from methodology.areas import ImprovementArea
from methodology.stage import Stage
from methodology.vision import Objective, VisionVersion

VIEW = "vision_figure"

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw vision, objectives, gaps or areas, as chosen."""
    views = {
        "vision": (_("Vision"), wording),
        "objectives": (_("Objectives"), objectives),
        "gaps": (_("Gaps and areas"), gaps),
        "areas": (_("Improvement areas"), areas),
    }
    chosen = choose_view({name: label for name, (label, _draw) in views.items()}, key=VIEW)
    views[chosen][1]()


def wording() -> None:
    """Draw the versions of the vision with the rules beside the text."""
    if snapshot.all(VisionVersion):
        vision_desk()
        return
    begin_with(
        VisionVersion,
        _("The vision has not been drafted yet"),
        _("In workshop T6 tables write key words; the team drafts two or three versions."),
        icon="visibility",
    )


def objectives() -> None:
    """Draw the objectives: where each starts and where it goes."""
    if snapshot.all(Objective):
        objective_cards()
        return
    begin_with(
        Objective,
        _("There are no objectives yet"),
        _("Two to four, each with an indicator, its value today and the value to reach."),
        icon="flag",
    )


def gaps() -> None:
    """Draw which area takes up which gap, and what could become one."""
    if not has_figure("vision_areas"):
        begin_with(
            ImprovementArea,
            _("No gap is kept yet"),
            _("Areas come from the gaps of the chosen options: the diamond of stage 7 shows them."),
            icon="grid_on",
        )
        return
    draw("vision_areas")
    proposal_list()


def areas() -> None:
    """Draw the sheets of the improvement areas."""
    if snapshot.all(ImprovementArea):
        area_cards()
        return
    begin_with(
        ImprovementArea,
        _("There are no improvement areas yet"),
        _("Group gaps into four to seven needs; the view of the gaps proposes them."),
        icon="dashboard",
    )


stage_page(
    Stage.VISION,
    finding(Stage.VISION),
    figures,
    figure="vision_areas" if chosen_before(VIEW) in ("gaps", "areas") else "vision",
)
