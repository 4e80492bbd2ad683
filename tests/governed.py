"""A small governance by hand, for tests: three organs, seven votes in the committee."""

from datetime import date

from methodology.governance import (
    Base,
    Fund,
    Governance,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganKind,
    OrganMember,
    RuleKind,
    Seat,
)
from methodology.majority import Counted, Majority
from methodology.mapping import Contact
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project_zero import ManagerProfile
from methodology.stage import Stage
from tests.cluster import actor, made

DAY = date(2026, 10, 28)
FIRMS = [actor(f"Firm {number}") for number in range(1, 10)]
ELENA = made(Contact, name="Elena", actor=FIRMS[0].id, consent=True)
SHY = made(Contact, name="Rosaura", actor=FIRMS[1].id)
FORUM = made(Organ, name="Forum", kind=OrganKind.ASSEMBLY, members=35)
BOARD = made(Organ, name="Board", kind=OrganKind.COMMITTEE, reports_to=FORUM.id)
OFFICE = made(Organ, name="Office", kind=OrganKind.COORDINATION, reports_to=BOARD.id)
ORGANS = [FORUM, BOARD, OFFICE]


def sits(organ, firm, seat=Seat.MEMBER, person=None):
    """Return the seat of a firm in an organ."""
    return made(
        OrganMember,
        f"{organ.name} {firm.name}",
        organ=organ.id,
        actor=firm.id,
        seat=seat,
        person=person.id if person else None,
    )


SEATS = [
    sits(BOARD, FIRMS[0], Seat.CHAIR, ELENA),
    sits(BOARD, FIRMS[1], Seat.SECRETARY, SHY),
    *(sits(BOARD, firm) for firm in FIRMS[2:8]),
    sits(BOARD, FIRMS[8], Seat.OBSERVER),
    sits(OFFICE, FIRMS[0]),
]
MODEL = made(Governance, "model", base=Base.PRIVATE, adopted_on=DAY, is_not="Not a price club.")
RULES = [
    made(
        GovernanceRule,
        name=name,
        kind=kind,
        organ=organ.id,
        majority=majority,
        counted=Counted.MEMBERS,
        adopted_on=DAY,
    )
    for name, kind, organ, majority in (
        ("Quorum", RuleKind.QUORUM, FORUM, Majority.HALF_PLUS_ONE),
        ("Decisions", RuleKind.DECISION, BOARD, Majority.HALF_PLUS_ONE),
        ("Admission", RuleKind.ADMISSION, BOARD, Majority.TWO_THIRDS),
    )
]
MANAGER = made(ManagerProfile, "m", functions="Visits firms", selection="Open call")
ASSEMBLY = made(
    Meeting,
    name="T7",
    kind=MeetingKind.ASSEMBLY,
    about_stage=Stage.GOVERNANCE,
    held_on=DAY,
    minutes="The rules were adopted.",
)
CAME = made(Attendance, meeting=ASSEMBLY.id, actor=FIRMS[0].id)


def costs(year, fund, amount, payer=None):
    """Return an amount of one year, in hundredths."""
    return made(
        OperatingCost,
        f"{year} {fund}",
        name=f"Manager {fund}",
        year=year,
        fund=fund,
        amount=amount,
        payer=payer.id if payer else None,
    )


MONEY = [
    costs(1, Fund.PUBLIC, 600_000, FIRMS[8]),
    costs(1, Fund.FEES, 200_000),
    costs(2, Fund.PUBLIC, 300_000, FIRMS[8]),
    costs(2, Fund.FEES, 300_000),
    costs(3, Fund.FEES, 500_000),
]
GOVERNED = [
    *FIRMS, ELENA, SHY, *ORGANS, *SEATS, MODEL, *RULES, MANAGER, ASSEMBLY, CAME, *MONEY,
]  # fmt: skip
