"""A small strategy by hand, for tests of figures, screens and chapters: options to areas."""

from datetime import date
from decimal import Decimal

from methodology.areas import Failure, ImprovementArea
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.options import Intention, OptionStatus, PriorityVote
from methodology.process import Meeting, MeetingKind
from methodology.record import Record
from methodology.stage import Stage
from methodology.success import SuccessFactor, SuccessLevel
from methodology.targets import OptionTarget
from methodology.vision import Consent, Objective, VisionVersion
from tests.cluster import actor, made
from tests.diamonds import factor
from tests.diamonds import published as diamond
from tests.options import ORACLE, axes, option, rater, score

DAY = date(2026, 9, 9)
SHOPS = made(BuyerSegment, "s", code="S1", name="Shops")
FACTORS = [
    made(PurchaseFactor, name, code=f"F{n}", name=name, segment=SHOPS.id)
    for n, name in enumerate(("Price", "Origin", "Variety", "Service"), 1)
]
TABLE = made(
    Meeting, "t", name="T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS, held_on=DAY
)
FIRMS = [actor(f"Dairy {n}") for n in (1, 2, 3)]
PEOPLE = [rater(name) for name in ("Ana", "Eva", "Luz")]
STATUSES = (OptionStatus.CHOSEN, OptionStatus.PARALLEL, OptionStatus.DISCARDED)
TEXT = "By 2031 O1 sells in 30 shops."


def options() -> list[Record]:
    """Return three options with sheets, scores of three raters, both ballots and targets."""
    both = axes()
    rows: list[Record] = [SHOPS, *FACTORS, TABLE, *FIRMS, *PEOPLE, *both[0], *both[1]]
    for place, (code, scored) in enumerate(ORACLE.items()):
        of = option(
            code,
            definition=f"Sell as {code}",
            segments=(SHOPS.id,),
            purchase_factors=(FACTORS[place].id,),
            market_size=(place + 1) * 100_000,
            rank=place + 1,
            points=Decimal(9 - 3 * place),
            status=STATUSES[place],
            status_reason=f"Because {code}",
        )
        rows.append(of)
        for criteria, values in zip(both, scored, strict=True):
            for by, value in zip(criteria, values, strict=True):
                rows += [score(who, of, by, value) for who in PEOPLE]
    aimed = {"option": option("O1").id, "factor": FACTORS[0].id, "target": 5}
    rows.append(made(OptionTarget, "o", **aimed))
    rows += [
        made(Intention, f"i{n}", firm=firm.id, option=option("O1").id)
        for n, firm in enumerate(FIRMS[:2])
    ]
    vote = made(
        PriorityVote, "v", question="Which first?", rule="Borda", eligible=10, voted=7,
        consensus_measure="W", consensus=Decimal("0.61"), meeting=TABLE.id, dissent="One waited.",
    )  # fmt: skip
    return [*rows, vote]


def strategy() -> list[Record]:
    """Return the options, the diamond of the first, a vision adopted, one objective, one area."""
    chosen = option("O1")
    drawn = [row for row in diamond(chosen) if row.id != chosen.id]
    need = made(SuccessFactor, "k", code="FE1", name="Lab", level=SuccessLevel.CLUSTER)
    first = made(VisionVersion, "A", name="Draft A", text="Be the best.", drafted_on=DAY)
    adopted = made(
        VisionVersion, "B", name="Text B", text=TEXT, drafted_on=DAY, consent=Consent.CONSENT,
        adopted_on=DAY, adopted_in=TABLE.id,
    )  # fmt: skip
    objective = made(
        Objective, "OE", code="OE1", statement="Sell with a name", indicator="Shops", unit="shops",
        baseline=Decimal(0), baseline_on=DAY, target=Decimal(30), target_on=DAY, source="Register",
        options=(chosen.id,),
    )  # fmt: skip
    area = made(
        ImprovementArea, "A1", code="A1", name="Shared lab", need="No lab is near",
        gaps=(factor("FC2").id, factor("FC3").id), options=(chosen.id,),
        success_factors=(need.id,), failure=Failure.CLUB_GOOD, failure_reason="Too dear for one",
        indicator="Labs", unit="labs", baseline=Decimal(0), baseline_on=DAY, source="Count",
    )  # fmt: skip
    return [*options(), *drawn, need, first, adopted, objective, area]
