"""A small business with its buyers, by hand: what tests of figures, tables and chapters share."""

from datetime import date
from decimal import Decimal

from methodology.buyers import BuyerSegment, FactorKind, FactorScore, PurchaseFactor
from methodology.characterization import ReferenceCluster
from methodology.force_factors import PREFIXES
from methodology.forces import (
    Business,
    Challenge,
    Force,
    ForceEvidence,
    ForceFactor,
    ForceScore,
    ForceWeight,
    Trend,
)
from methodology.options import OptionStatus, StrategicOption
from methodology.process import Meeting, MeetingKind
from methodology.raters import Rater, Side
from methodology.stage import Stage
from methodology.targets import Move, OptionTarget
from tests.cluster import actor, made

HELD = date(2026, 7, 15)
ORACLE = {
    Force.ENTRY: (4, 5),
    Force.SUPPLIERS: (3, 4),
    Force.BUYERS: (4, 4),
    Force.SUBSTITUTES: (2, 3),
    Force.RIVALRY: (3, 4),
}
DAIRY, CREAMERY = actor("Dairy"), actor("Creamery")
T1 = made(
    Meeting, "T1", name="T1", kind=MeetingKind.WORKSHOP,
    about_stage=Stage.ATTRACTIVENESS, held_on=HELD,
)  # fmt: skip
FIRMS = [
    made(Rater, f"f{place}", name=f"Firm {place}", side=Side.FIRM, actor=owner.id)
    for place, owner in enumerate((DAIRY, CREAMERY))
]
EXPERT = made(Rater, "e", name="Expert", side=Side.EXPERT)
BUYER = made(Rater, "b", name="Buyer", side=Side.BUYER)
PROXY = made(Rater, "p", name="Proxy", side=Side.PROXY)
FACTORS = {
    force: made(
        ForceFactor, force, code=f"{PREFIXES[force]}1", force=force, name=f"Part {force}",
        today=Decimal(today), later=Decimal(later),
    )
    for force, (today, later) in ORACLE.items()
}  # fmt: skip
PRESSING = made(
    Trend, "TE1", code="TE1", statement="Shops ask for constant lots", forces=(Force.BUYERS,),
    relieves=(Force.ENTRY,), driver="Retail", horizon=2030, evidence="Interviews 2026",
)  # fmt: skip
BUSINESS = [
    DAIRY, CREAMERY, T1, *FIRMS, EXPERT, *FACTORS.values(), PRESSING,
    made(Business, "b", what="Mature cheese", year=2026, horizon=2031, scored_in=T1.id),
    made(ForceWeight, "w", force=Force.ENTRY, reason="Equal to the others"),
    made(ForceEvidence, "v", force=Force.ENTRY, statement="Six dairies opened", source="Register"),
    made(
        Challenge, "R1", code="R1", statement="The same taste in every lot", why="Shops leave",
        trends=(PRESSING.id,), forces=(Force.BUYERS,), validated_on=HELD, validated_in=T1.id,
    ),
    *(
        made(ForceScore, f"{one.name}{force}", rater=one.id, factor=part.id, today=today, later=4)
        for one, today in ((FIRMS[0], 2), (FIRMS[1], 5), (EXPERT, 1))
        for force, part in FACTORS.items()
    ),
]  # fmt: skip

ALPS = made(ReferenceCluster, "alps", name="Alps", country="Austria")
SHOPS = made(
    BuyerSegment, "S1", code="S1", name="Shops", rival="Imports", reference=ALPS.id,
    description="In the capital", advanced="Shops with tastings",
)  # fmt: skip
TOURISTS = made(BuyerSegment, "S2", code="S2", name="Tourists")
BRAND = made(StrategicOption, "O1", code="O1", name="Brand of origin")
DROPPED = made(
    StrategicOption, "O4", code="O4", name="Volume", status=OptionStatus.DISCARDED
)  # fmt: skip


def purchase_factor(code, name, numbers, segment=SHOPS, **values):
    """Return a factor with importance today and advanced, performance own, rival and reference."""
    fields = ("importance_today", "importance_advanced", "own", "rival", "reference")
    given = zip(fields, numbers, strict=False)
    return made(
        PurchaseFactor, code, code=code, name=name, segment=segment.id,
        **{field: Decimal(str(number)) for field, number in given}, **values,
    )  # fmt: skip


TASTE = purchase_factor(
    "F11", "Constant taste", (5, 5, 3, 4, 5), order=1, kind=FactorKind.QUALITY,
    trends=(PRESSING.id,),
)  # fmt: skip
PRICE = purchase_factor("F12", "Low price", (4, 3, 4, 4, 2), order=2, kind=FactorKind.PRICE)
LABEL = purchase_factor("F13", "Certificate", (5, 5, 2, 5, 5), order=3)
STORY = purchase_factor("F14", "Origin", (3, "4.5", 4, 3, 5), order=4)
VARIETY = purchase_factor("F15", "Variety", (2, 2, 5, 3, 4), order=5)
VISIT = purchase_factor("F21", "Visit to the dairy", (), TOURISTS)
BUYERS = [
    ALPS, SHOPS, TOURISTS, BRAND, DROPPED, TASTE, PRICE, LABEL, STORY, VARIETY, VISIT,
    BUYER, PROXY,
    made(FactorScore, "1", rater=FIRMS[0].id, factor=TASTE.id, own=5),
    made(FactorScore, "2", rater=BUYER.id, factor=TASTE.id, own=3, importance_today=5),
    made(
        FactorScore, "3", rater=PROXY.id, factor=VISIT.id, own=2, rival=1,
        importance_today=3, importance_advanced=5,
    ),
    made(OptionTarget, "1", option=BRAND.id, factor=TASTE.id, target=5),
    made(OptionTarget, "2", option=BRAND.id, factor=STORY.id, target=5, move=Move.CREATE),
    made(OptionTarget, "3", option=DROPPED.id, factor=PRICE.id, target=5),
]  # fmt: skip
EVERYTHING = [*BUSINESS, *BUYERS]
