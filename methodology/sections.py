"""What each section of the plan still lacks, and which table meets it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from methodology.areas import ImprovementArea
from methodology.characterization import Statistic
from methodology.check import Check
from methodology.gates import Verdict, verdicts
from methodology.mapping import Actor
from methodology.monitoring import Risk, Sustainability
from methodology.option_votes import ballot
from methodology.plan import Section, first_section
from methodology.policies import PolicyRequest
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.record import Record
from methodology.rounds import Round, State
from methodology.snapshot import Snapshot, derived
from methodology.sources import has_sources
from methodology.stage import Stage
from methodology.text import N_, Remark

SECTIONS: Mapping[type[Record], Section] = {  # where a table is, when not in its stage's first
    ImprovementArea: Section.AREAS,
    ManagerTask: Section.PROJECT_ZERO,
    ManagerProfile: Section.PROJECT_ZERO,
    PolicyRequest: Section.POLICIES,
    Risk: Section.RISKS,
    Sustainability: Section.RISKS,
}
SUMMED_UP = tuple(section for section in Section if section.number and not section.is_annex)


@dataclass(frozen=True)
class Lack:
    """One thing a section waits for: in short, how it stands, and the table that meets it.

    `where` is None when no table does.
    """

    told: Remark
    detail: Remark | None = None
    where: type[Record] | None = None

    @property
    def sentence(self) -> Remark:
        """Return what is lacking with how it stands."""
        if self.detail is None:
            return self.told
        return Remark("{told}. {detail}", {"told": self.told, "detail": self.detail})


def section_of(check: Check) -> Section:
    """Return the section that shows what a check looks at."""
    return SECTIONS.get(check.where, first_section(check.stage))


@derived
def lacks(snapshot: Snapshot, section: Section) -> tuple[Lack, ...]:
    """Return what a section still lacks, its checks first; empty when it is complete."""
    if section is Section.SUMMARY:
        return _waits_for_others(snapshot)
    return (*map(_lack, _open_checks(snapshot, section)), *_nothing_to_show(snapshot, section))


def waiting(snapshot: Snapshot) -> list[Section]:
    """Return the numbered chapters that are not complete."""
    return [section for section in SUMMED_UP if lacks(snapshot, section)]


def _waits_for_others(snapshot: Snapshot) -> tuple[Lack, ...]:
    if not waiting(snapshot):
        return ()
    return (Lack(Remark(N_("Sums up the other sections, once they are complete"))),)


def _open_checks(snapshot: Snapshot, section: Section) -> Iterator[Verdict]:
    for stage in Stage:
        for verdict in verdicts(snapshot, stage):
            if not verdict.is_settled and section_of(verdict.check) is section:
                yield verdict


def _lack(verdict: Verdict) -> Lack:
    return Lack(Remark(verdict.check.action), verdict.detail, verdict.check.where)


def _nothing_to_show(snapshot: Snapshot, section: Section) -> Iterator[Lack]:
    """Return why a section without a check of its own stays empty."""
    match section:
        case Section.POLICIES if not snapshot.all(PolicyRequest):
            yield Lack(
                Remark(N_("Requests to the public sector: rules, public goods, instruments.")),
                where=PolicyRequest,
            )
        case Section.PARTICIPANTS if not snapshot.all(Actor):
            yield Lack(Remark(N_("There are no actors yet.")), where=Actor)
        case Section.BALLOTS if not (held_rounds(snapshot) or is_voted_elsewhere(snapshot)):
            yield Lack(Remark(N_("No round of votes has been held in Dínamo yet.")))
        case Section.SOURCES if not has_sources(snapshot):
            yield Lack(Remark(N_("Nothing names its source yet.")), where=Statistic)


def is_voted_elsewhere(snapshot: Snapshot) -> bool:
    """Say whether the team wrote down a vote on the options that no round in Dínamo asked."""
    found = ballot(snapshot)
    return found is not None and not found.is_adopted and found.has_result


def held_rounds(snapshot: Snapshot) -> list[Round]:
    """Return the rounds of votes that were opened, whatever became of them."""
    return [one for one in snapshot.all(Round) if one.state is not State.DRAFT]
