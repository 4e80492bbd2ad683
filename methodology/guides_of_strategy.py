"""What the stages of the strategy are for and how to run their workshops.

Sources: the stage sheets of the method; minutes are a house convention for half-day workshops.
"""

from collections.abc import Mapping

from methodology.guide import Guide, Step
from methodology.stage import Stage
from methodology.text import N_

GUIDES: Mapping[Stage, Guide] = {
    Stage.OPTIONS: Guide(
        purpose=N_(
            "Find distinct ways of competing in the segment. Each firm chooses for itself which "
            "to pursue; the cluster chooses which environment to build first."
        ),
        workshop=N_("Workshops T3 (options) and T4 (choice), 15 to 40 firms, half a day each"),
        inputs=(
            N_("Challenges, and the factors that buyers decide on"),
            N_("Sheets drafted by the team, with market figures and who plays it today"),
            N_("Roll of those entitled to vote; rule and quorum announced"),
        ),
        outputs=(
            N_("Three to five options, each with its sheet, no two alike"),
            N_("Place of each in the matrix of attractiveness and capacity"),
            N_("What firms will pursue, and the vote on the priority, kept apart"),
            N_("Status of every option with its reason; dissent"),
        ),
        agenda=(
            Step(15, N_("What an option is: buyers, factors, chain, what it gives up")),
            Step(35, N_("Tables: one sheet each; what it would take, what stops")),
            Step(20, N_("Sheets side by side: merge what wins on the same factors")),
            Step(30, N_("Criteria and weights first, then silent scores")),
            Step(15, N_("Break")),
            Step(30, N_("The matrix: where scores lie apart, hear reasons, score again")),
            Step(15, N_("Which options will my firm pursue? For the team, without names")),
            Step(10, N_("Rule, roll, quorum and tie-break on the wall")),
            Step(20, N_("Secret vote: which should the plan build for first?")),
            Step(35, N_("Result, turnout, consensus; dissent; status and reason of each")),
            Step(15, N_("Minutes read back; who prepares the diamond of which option")),
        ),
    ),
    Stage.DIAMOND: Guide(
        purpose=N_(
            "For each option: what it takes to win, which environment would make that easy, what "
            "of it is there, and what is missing. The environment is what firms can build together."
        ),
        workshop=N_("Workshop T5, 15 to 30 people in tables of 6 to 8, half a day"),
        inputs=(
            N_("Chosen options with their sheets"),
            N_("Sub-factors of the environment, each with its evidence"),
            N_("Ideal diamond of each option, proposed by experts from the success factors"),
        ),
        outputs=(
            N_("Success factors by option, with their present level"),
            N_("Actual diamond, scored once for the whole cluster"),
            N_("Gaps by priority, each of 2 or more with a decision"),
        ),
        agenda=(
            Step(15, N_("The options again, and what winning means in each")),
            Step(35, N_("Tables: what it takes to win; necessary or important")),
            Step(15, N_("The environment in parts; the scale from 1 to 5, read aloud")),
            Step(25, N_("Silent scoring of the actual level, one answer each")),
            Step(15, N_("Break")),
            Step(35, N_("Where the scores lie apart: reasons, evidence, second scoring")),
            Step(35, N_("Ideal of each option: what experts propose, what firms say")),
            Step(50, N_("Gaps of 2 or more: together, each firm, or not now; and why")),
            Step(15, N_("Minutes read back; what goes into the improvement areas")),
        ),
    ),
    Stage.VISION: Guide(
        purpose=N_(
            "Say in one text where the cluster wants to be and how it will know, and name the "
            "needs that firms share and would not meet each on its own."
        ),
        workshop=N_("Workshop T6, 15 to 40 people; then the second public presentation"),
        inputs=(
            N_("Chosen options and their gaps by priority"),
            N_("Success factors; what firms themselves can do about each gap"),
            N_("Baselines of the indicators that objectives could use"),
        ),
        outputs=(
            N_("Vision adopted with date and meeting, its earlier versions kept"),
            N_("Two to four objectives with indicator, baseline and target"),
            N_("Four to seven improvement areas, each named as a need"),
        ),
        agenda=(
            Step(15, N_("What was chosen, and what it lacks: the gaps on one page")),
            Step(25, N_("Tables write key words: horizon, place, promise, measure")),
            Step(20, N_("The team drafts two or three versions; a walk along the wall")),
            Step(10, N_("Approval vote: every version one could live with")),
            Step(20, N_("One round of editing, all together")),
            Step(10, N_("Consent: does anybody object with a reason?")),
            Step(15, N_("Break")),
            Step(25, N_("Objectives: indicator, value today, value to reach, by when")),
            Step(40, N_("Gaps into areas: name the need, not the solution")),
            Step(30, N_("Collective or individual? Only what nobody does alone stays")),
            Step(15, N_("Who says it at the public presentation; minutes read back")),
        ),
    ),
}
