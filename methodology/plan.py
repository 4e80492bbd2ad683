"""The strategic plan (PRC): its sections, in order, and the stage each comes from."""

from methodology.choice import Choice
from methodology.stage import Stage
from methodology.text import N_, Translate


class Section(Choice):
    """A section of the plan; number as printed, empty before and after the numbered ones."""

    SUMMARY = "summary", N_("Executive summary"), "", Stage.PROCESS
    PROCESS = "process", N_("The initiative and the process"), "1", Stage.PROCESS
    SCOPE = "scope", N_("Scope of intervention"), "2", Stage.SCOPE
    MAPPING = "mapping", N_("The cluster today: mapping"), "3", Stage.MAPPING
    CHARACTERIZATION = "characterization", N_("Characterization"), "4", Stage.CHARACTERIZATION
    BUSINESS = "business", N_("The business and its evolution"), "5", Stage.ATTRACTIVENESS
    BUYERS = "buyers", N_("What buyers decide on"), "6", Stage.PURCHASE_FACTORS
    OPTIONS = "options", N_("Strategic options"), "7", Stage.OPTIONS
    DIAMOND = "diamond", N_("Key success factors and ideal diamond"), "8", Stage.DIAMOND
    VISION = "vision", N_("Vision and strategic objectives"), "9", Stage.VISION
    AREAS = "areas", N_("Improvement areas"), "10", Stage.VISION
    ACTION_PLAN = "action_plan", N_("Action plan"), "11", Stage.ACTION_PLAN
    PROJECT_ZERO = "project_zero", N_("Project 0"), "12", Stage.ACTION_PLAN
    GOVERNANCE = "governance", N_("Governance"), "13", Stage.GOVERNANCE
    POLICIES = "policies", N_("Policies and coordination"), "14", Stage.ACTION_PLAN
    MONITORING = "monitoring", N_("Monitoring and evaluation"), "15", Stage.MONITORING
    RISKS = "risks", N_("Risks and sustainability"), "16", Stage.MONITORING
    PARTICIPANTS = "participants", N_("Participants"), "A1", Stage.PROCESS
    BALLOTS = "ballots", N_("Ballots and consensus"), "A2", Stage.PROCESS
    METHOD = "method", N_("Method and scales"), "A3", Stage.PROCESS
    SOURCES = "sources", N_("Sources"), "A4", Stage.PROCESS
    OPEN_ISSUES = "open_issues", N_("Open issues and waivers"), "A5", Stage.PROCESS

    number: str
    stage: Stage

    @property
    def is_annex(self) -> bool:
        """Say whether the section stands behind the numbered chapters."""
        return self.number.startswith("A")


def printed_number(section: Section, translate: Translate) -> str:
    """Return the number as printed: an annex with its word, for A1 alone may be a team's code."""
    if section.is_annex:
        return translate(N_("Annex {number}")).format(number=section.number)
    return section.number


def first_section(stage: Stage) -> Section:
    """Return the first numbered section that a stage fills."""
    return next(one for one in Section if one.stage == stage and one.number)
