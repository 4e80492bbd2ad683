"""What the stages of the situation are for and how to run their workshops.

Sources: the stage sheets of the method; minutes are a house convention for half-day workshops.
"""

from collections.abc import Mapping

from methodology.guide import Guide, Step
from methodology.stage import Stage
from methodology.text import N_

GUIDES: Mapping[Stage, Guide] = {
    Stage.PROCESS: Guide(
        purpose=N_(
            "Show who drives the process and who was heard, so that the plan can prove it. "
            "Two things move side by side: the analysis, and the people who make it theirs."
        ),
        workshop=N_("Kick-off of the team with promoter and public counterpart, 3 to 8 people"),
        inputs=(N_("Terms of reference"), N_("Names of promoter, team and public counterpart")),
        outputs=(
            N_("Team with roles"),
            N_("Calendar of 26 weeks"),
            N_("Meetings with date, place, attendance and minutes"),
        ),
        agenda=(
            Step(15, N_("What a cluster initiative is, and what the plan will be used for")),
            Step(30, N_("Calendar: workshops, public presentations, holidays")),
            Step(25, N_("Who leads, who decides, who keeps the minutes")),
            Step(20, N_("Core group: whom to call first, and who calls")),
        ),
    ),
    Stage.SCOPE: Guide(
        purpose=N_(
            "Avoid working on a statistical sector: find the segment where similar firms compete "
            "for similar customers and recognize themselves."
        ),
        workshop=N_("Workshop T0 with the core group, 8 to 15 people, half a day"),
        inputs=(N_("List of activities, products and customers"),),
        outputs=(
            N_("Candidate segments with four tests"),
            N_("Scope sentence: segment, territory, orientation, what is left out"),
            N_("Rule for inclusion, applied to every actor"),
        ),
        agenda=(
            Step(15, N_("Sector, segment, option: three levels, with examples")),
            Step(30, N_("Activities, products and customers on the wall")),
            Step(40, N_("Grid of candidate segments: product by customer")),
            Step(15, N_("Break")),
            Step(60, N_("Four tests for each candidate, in tables of 6 to 8")),
            Step(40, N_("Verdicts and orientation, all together")),
            Step(30, N_("Write the sentence and the rule; read them aloud; accept them")),
            Step(10, N_("Who is missing at this table; next date")),
        ),
    ),
    Stage.MAPPING: Guide(
        purpose=N_(
            "Know who there is, where in the chain, and who works with whom; find those who must "
            "not be missing."
        ),
        workshop=N_("Validation table after desk work and interviews, 10 to 20 people"),
        inputs=(
            N_("Directories and registers of firms"),
            N_("Interviews: a quarter of the turnover, every link, buyers and institutions"),
        ),
        outputs=(
            N_("Actors with type and link of the chain"),
            N_("Relations, with who reported them"),
            N_("Map corrected and validated, with minutes and attendance"),
        ),
        agenda=(
            Step(10, N_("How to read the map, and what counts as a relation")),
            Step(30, N_("Link by link: who is missing, who does not belong")),
            Step(40, N_("Tables of 6 to 8 correct actors and relations on paper")),
            Step(40, N_("Corrections on the projected map, table by table")),
            Step(20, N_("Core group: without whom does this not work")),
            Step(10, N_("Minutes read back; attendance; thanks")),
        ),
    ),
    Stage.CHARACTERIZATION: Guide(
        purpose=N_(
            "Give the cluster a public identity: its size and profile in numbers that carry year, "
            "source and quality."
        ),
        workshop=N_("Desk work; a reading of the numbers with the core group, 8 to 15 people"),
        inputs=(
            N_("Statistics of firms, employment, turnover and exports"),
            N_("What actors declared, and who declared it"),
        ),
        outputs=(
            N_("Totals and parts by link of the chain"),
            N_("Size classes, concentration and growth"),
            N_("Comparison with region and reference clusters"),
        ),
        agenda=(
            Step(10, N_("Which numbers, of which year, from whom")),
            Step(30, N_("Totals and parts: what does not add up, and why")),
            Step(30, N_("Region and reference clusters: where this one stands")),
            Step(20, N_("What the numbers say, in three sentences")),
        ),
    ),
}
