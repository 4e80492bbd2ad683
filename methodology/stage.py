"""The stages of the six months: their order, their weeks and what each is for."""

from methodology.choice import Choice
from methodology.text import N_

WEEKS = 26


class Phase(Choice):
    """The four phases that the eleven stages are grouped in."""

    SITUATION = "situation", N_("Situation")
    CHALLENGES = "challenges", N_("Challenges")
    STRATEGY = "strategy", N_("Strategy")
    ACTION = "action", N_("Action")


class Stage(Choice):
    """A stage of the process; number, phase and the weeks the method plans for it.

    The calendar is a house convention of 26 weeks: first and last week, both included.
    """

    PROCESS = "process", N_("Process"), 0, Phase.SITUATION, (1, 26)
    SCOPE = "scope", N_("Scope of intervention"), 1, Phase.SITUATION, (1, 3)
    MAPPING = "mapping", N_("Mapping"), 2, Phase.SITUATION, (2, 9)
    CHARACTERIZATION = "characterization", N_("Characterization"), 3, Phase.SITUATION, (2, 9)
    ATTRACTIVENESS = "attractiveness", N_("Business attractiveness"), 4, Phase.CHALLENGES, (6, 10)
    PURCHASE_FACTORS = (
        "purchase_factors",
        N_("Purchase-decision factors"),
        5,
        Phase.CHALLENGES,
        (9, 14),
    )
    OPTIONS = "options", N_("Strategic options"), 6, Phase.STRATEGY, (12, 17)
    DIAMOND = "diamond", N_("Key success factors and diamond"), 7, Phase.STRATEGY, (15, 19)
    VISION = "vision", N_("Vision and improvement areas"), 8, Phase.STRATEGY, (17, 20)
    ACTION_PLAN = "action_plan", N_("Action plan"), 9, Phase.ACTION, (19, 24)
    GOVERNANCE = "governance", N_("Governance"), 10, Phase.ACTION, (19, 25)
    MONITORING = "monitoring", N_("Monitoring and evaluation"), 11, Phase.ACTION, (23, 26)

    number: int
    phase: Phase
    weeks: tuple[int, int]
