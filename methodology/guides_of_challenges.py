"""What the stages of the challenges are for and how to run their workshops.

Sources: the stage sheets of the method; minutes are a house convention for half-day workshops.
"""

from collections.abc import Mapping

from methodology.guide import Guide, Step
from methodology.stage import Stage
from methodology.text import N_

GUIDES: Mapping[Stage, Guide] = {
    Stage.ATTRACTIVENESS: Guide(
        purpose=N_(
            "Show whether the present way of competing becomes less attractive: from there comes "
            "the sense of challenge. High scores are strong pressure, never good news."
        ),
        workshop=N_("Workshop T1, 15 to 40 people, 3 hours; public presentation I follows"),
        inputs=(
            N_("Trends with driver, horizon and evidence"),
            N_("One business to score, described in writing, and the year to look ahead to"),
            N_("Two facts or more behind each force"),
        ),
        outputs=(
            N_("Five forces today and at the horizon, each rater's scores kept"),
            N_("Attractiveness and how much it changes"),
            N_("Five challenges at most, validated"),
        ),
        agenda=(
            Step(15, N_("Which business is scored, and until when")),
            Step(40, N_("Trend clinic: what is changing, who feels it, where it shows")),
            Step(15, N_("Five forces on the wall: 5 is very strong pressure")),
            Step(25, N_("Everybody scores alone and in silence: today and the horizon")),
            Step(10, N_("Break, while medians and spreads are computed")),
            Step(35, N_("Talk about the sub-factors marked for discussion, facts in hand")),
            Step(10, N_("Score again what was discussed")),
            Step(25, N_("Write five challenges at most; read them aloud; validate them")),
            Step(5, N_("What will be said in the public presentation")),
        ),
    ),
    Stage.PURCHASE_FACTORS: Guide(
        purpose=N_(
            "Know what buyers decide on, today and tomorrow: strategic options are defined by "
            "these factors. Buyers speak here; what firms believe of themselves stands beside."
        ),
        workshop=N_("Workshop T2, 12 to 30 people, half a day; reference trip before or after"),
        inputs=(
            N_("Buyer segments, and the advanced buyers of each"),
            N_("Interviews with five buyers of each segment, or marked experts standing in"),
            N_("The best rival and the reference cluster of each segment"),
        ),
        outputs=(
            N_("Six to twelve factors for each segment, with importance and performance"),
            N_("Importance and performance, gaps to the best rival, value curves"),
            N_("Factors that advanced buyers ask for: seeds of options"),
        ),
        agenda=(
            Step(15, N_("Whom we ask, and why not ourselves")),
            Step(40, N_("Segment by segment: what do they decide on")),
            Step(35, N_("Buyers score importance and performance; firms fill in their own sheet")),
            Step(15, N_("Break, while medians are computed")),
            Step(40, N_("Where buyers and firms see things differently")),
            Step(35, N_("Gaps to the best rival, and what advanced buyers ask for")),
            Step(20, N_("First ideas of options; which buyers to visit")),
        ),
    ),
}
