"""What every section shares: its heading, the team's text, leftover records, what is pending."""

from collections.abc import Callable

from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from methodology.action import ActionLine, PlanProject
from methodology.agenda import AgendaBlock
from methodology.agreements import ChangeNote, Decision
from methodology.areas import AreaRule, ImprovementArea
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.characterization import ReferenceCluster, Statistic
from methodology.diamond import DiamondFactor, DiamondScore, GapCost, GapDecision, Ideal
from methodology.forces import (
    Business,
    Challenge,
    ForceEvidence,
    ForceFactor,
    ForceScore,
    ForceWeight,
    Trend,
)
from methodology.governance import (
    Agreement,
    Governance,
    GovernanceRole,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganMember,
)
from methodology.mapping import Actor, ChainLink, Contact, Service, Tie
from methodology.monitoring import (
    FollowUp,
    Lesson,
    LogframeRow,
    Measurement,
    MonitoringIndicator,
    Risk,
    Sustainability,
    TheoryStep,
)
from methodology.options import (
    Intention,
    OptionCriterion,
    OptionMerit,
    OptionScore,
    OptionSettings,
    PriorityVote,
    StrategicOption,
)
from methodology.plan import Section, first_section, printed_number
from methodology.plan_rules import PlanRules
from methodology.policies import PolicyRequest
from methodology.priority import ProjectRating
from methodology.process import Attendance, Interview, Meeting, StageWindow, TeamMember
from methodology.project import Project
from methodology.project_sheet import (
    Activity,
    BudgetItem,
    Commitment,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.raters import Rater
from methodology.record import Record
from methodology.records import record_types
from methodology.scope import Scope, Segment
from methodology.sections import lacks
from methodology.success import SuccessFactor, SuccessNeed
from methodology.targets import OptionTarget
from methodology.vision import Objective, VisionVersion

SHOWN_BY_THEIR_CHAPTER: frozenset[type[Record]] = frozenset(
    {
        Project,
        TeamMember,
        StageWindow,
        Meeting,
        Attendance,
        Interview,
        Rater,
        AgendaBlock,
        Decision,
        ChangeNote,
        CandidateCluster,
        SelectionCriterion,
        CandidateScore,
        Scope,
        Segment,
        ChainLink,
        Actor,
        Contact,
        Tie,
        Service,
        ReferenceCluster,
        Statistic,
        Governance,
        GovernanceRole,
        Organ,
        OrganMember,
        GovernanceRule,
        Agreement,
        OperatingCost,
        TheoryStep,
        LogframeRow,
        MonitoringIndicator,
        Measurement,
        FollowUp,
        Lesson,
        Risk,
        Sustainability,
        StrategicOption,
        OptionTarget,
        OptionCriterion,
        OptionScore,
        OptionMerit,
        OptionSettings,
        Intention,
        PriorityVote,
        VisionVersion,
        Objective,
        AreaRule,
        ImprovementArea,
        DiamondFactor,
        DiamondScore,
        Ideal,
        GapDecision,
        GapCost,
        SuccessFactor,
        SuccessNeed,
        Business,
        Trend,
        ForceWeight,
        ForceFactor,
        ForceScore,
        ForceEvidence,
        Challenge,
        BuyerSegment,
        PurchaseFactor,
        FactorScore,
        ActionLine,
        PlanProject,
        Activity,
        BudgetItem,
        ProjectIndicator,
        ProjectRisk,
        Commitment,
        ManagerTask,
        ManagerProfile,
        PolicyRequest,
        ProjectRating,
        PlanRules,
    }
)
Subheading = Callable[[str], None]


def title_of(section: Section, pen: Pen) -> str:
    """Return the heading of a section with its number."""
    words = pen._(section.label)
    number = printed_number(section, pen._)
    return f"{number}. {words}" if number else words


def open_section(
    pen: Pen, material: Material, section: Section, *, new_page: bool = True
) -> Subheading:
    """Write heading and text of a section; return what writes its numbered subheadings."""
    pen.heading(1, title_of(section, pen), new_page=new_page)
    pen.text(material.narrative(section))
    count = 0

    def subheading(text: str) -> None:
        nonlocal count
        count += 1
        prefix = f"{section.number}.{count} " if section.number else ""
        pen.heading(2, prefix + text)

    return subheading


def close_section(pen: Pen, material: Material, section: Section, subheading: Subheading) -> None:
    """Write the tables that no chapter gives a form of its own, and what the stage still lacks."""
    for cls in other_types(section):
        if material.rows(cls):
            subheading(pen._(cls.title))
            pen.table(record_grid(material, cls), own_source(pen))
    write_lacks(pen, material, section)


def write_lacks(pen: Pen, material: Material, section: Section) -> None:
    """Write what a section still lacks; nothing when it is complete."""
    found = lacks(material.snapshot, section)
    if found:
        pen.pending(one.sentence.text(pen._) for one in found)


def other_types(section: Section) -> list[type[Record]]:
    """Return the record types that appear in this section in the general form."""
    if section != first_section(section.stage):
        return []
    return [
        cls
        for cls in record_types()
        if cls.stage == section.stage and not cls.is_internal and cls not in SHOWN_BY_THEIR_CHAPTER
    ]


def own_source(pen: Pen) -> str:
    """Return the source line of what the team itself collected."""
    _ = pen._
    return _("the dynamization team's records.")
