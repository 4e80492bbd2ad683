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
}
