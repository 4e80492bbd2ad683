"""What the stages of the action are for and how to run their workshops.

Sources: the stage sheets of the method; minutes are a house convention for half-day workshops.
"""

from collections.abc import Mapping

from methodology.guide import Guide, Step
from methodology.stage import Stage
from methodology.text import N_

GUIDES: Mapping[Stage, Guide] = {
    Stage.ACTION_PLAN: Guide(
        purpose=N_(
            "Turn improvement areas into projects that somebody leads, three actors or more join "
            "and several pay for; firms take the lead, and the first projects build trust."
        ),
        workshop=N_("One working group for each line, 6 to 12 people, 2 or 3 meetings each"),
        inputs=(
            N_("Improvement areas with their gaps"),
            N_("Funds and calls that are open, with their rules"),
            N_("Ideas of projects that came up since the first interviews"),
        ),
        outputs=(
            N_("Lines of action and project sheets with actors and leader"),
            N_("Activities with months, and the critical path"),
            N_("Budget by item, year and source; letters of commitment"),
            N_("Priority of projects, first projects, project 0"),
        ),
        agenda=(
            Step(10, N_("The area and its gaps: what has to be different in three years")),
            Step(25, N_("Ideas one by one, each with who would join it")),
            Step(20, N_("Which three or four, and what kind of project each is")),
            Step(15, N_("Break")),
            Step(50, N_("One sheet for each project: objective, products, actors, leader")),
            Step(30, N_("Activities, months, what waits for what; who pays for what")),
            Step(20, N_("Impact and effort, each on their own; then talk about what differs")),
            Step(10, N_("Who commits to what until the next meeting; date")),
        ),
    ),
    Stage.GOVERNANCE: Guide(
        purpose=N_(
            "Settle who decides, with which rules and which money, before the plan is signed: "
            "governance starts while the plan is still being written, so that somebody carries it."
        ),
        workshop=N_("Workshop T7, assembly on governance, with firms and public counterpart"),
        inputs=(
            N_("Lines of action and their leaders"),
            N_("Statutes of associations that exist"),
            N_("Who came to every meeting, and who has gone quiet"),
        ),
        outputs=(
            N_("Model, organs with names, roles"),
            N_("Rules as formulas, with the votes they ask for"),
            N_("Profile of the manager and way of hiring"),
            N_("Operating budget of three years, the first with its sources"),
        ),
        agenda=(
            Step(20, N_("What governance is, and what it is not")),
            Step(30, N_("Two models: private base, public–private base; who has tried which")),
            Step(30, N_("Quorum and majorities with numbers: how many votes, of how many")),
            Step(15, N_("Break")),
            Step(30, N_("Who sits in the committee: areas, sizes and districts in balance")),
            Step(25, N_("The manager: what is asked, who hires, who pays the first year")),
            Step(15, N_("Minutes read aloud and signed")),
        ),
    ),
    Stage.MONITORING: Guide(
        purpose=N_(
            "Agree on what will be looked at, from which value to which, and who looks; take the "
            "baselines now, because effects show after years and cannot be measured backwards."
        ),
        workshop=N_("Workshop T8, validation of the plan, 15 to 40 people"),
        inputs=(
            N_("Vision with its objectives"),
            N_("First projects with their products"),
            N_("Risks that came up in the working groups"),
        ),
        outputs=(
            N_("Theory of change and logical framework"),
            N_("Indicators with dated baseline, target, frequency and responsible"),
            N_("Calendar of monitoring on four levels"),
            N_("Risks with mitigation, and the exit from public funding"),
        ),
        agenda=(
            Step(10, N_("How the plan will be read today")),
            Step(30, N_("If we do this, then what: the theory of change on one wall")),
            Step(40, N_("Objective by objective: indicator, today's value, target, who measures")),
            Step(15, N_("Break")),
            Step(35, N_("Risks: how likely, how grave, what is done, who watches")),
            Step(20, N_("When public money ends: what goes on in any case")),
            Step(20, N_("First ninety days: who does what")),
        ),
    ),
}
