"""A small strategic thread, whole from trend to project, for tests to tear at."""

from uuid import UUID

from methodology.action import ActionLine, PlanProject
from methodology.areas import ImprovementArea
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.diamond import Determinant, DiamondFactor, Ideal
from methodology.forces import Trend
from methodology.options import OptionStatus, StrategicOption
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed


def key(number: int) -> UUID:
    """Return the id of an element of the thread."""
    return UUID(int=10_000 + number)


SHOPS = BuyerSegment(id=key(1), name="Tiendas")
TREND = Trend(id=key(10), code="TE1", statement="Los compradores piden origen")
FACTOR = PurchaseFactor(
    id=key(20), code="F11", name="Sabor constante", segment=SHOPS.id, trends=(TREND.id,)
)
BRAND = StrategicOption(
    id=key(30),
    code="O1",
    name="Marca de origen",
    status=OptionStatus.CHOSEN,
    purchase_factors=(FACTOR.id,),
)
VOLUME = StrategicOption(
    id=key(31),
    code="O4",
    name="Volumen",
    status=OptionStatus.DISCARDED,
    purchase_factors=(key(20),),
)
PEOPLE = DiamondFactor(
    id=key(40), code="FC1", name="Personas", determinant=Determinant.FACTORS, actual=2
)
MILK = DiamondFactor(
    id=key(41), code="RS1", name="Leche", determinant=Determinant.RELATED, actual=4
)
SUCCESS = SuccessFactor(
    id=key(50),
    code="FE1",
    name="Maestros queseros",
    level=SuccessLevel.CLUSTER,
    subfactors=(PEOPLE.id,),
    present=2,
)
NEED = SuccessNeed(id=key(55), factor=SUCCESS.id, option=BRAND.id, relevance=Relevance.NECESSARY)
IDEALS = (
    Ideal(id=key(56), factor=PEOPLE.id, option=BRAND.id, need=5, weight=4),
    Ideal(id=key(57), factor=MILK.id, option=BRAND.id, need=4, weight=5),
)
AREA = ImprovementArea(
    id=key(60),
    code="A4",
    name="Talento quesero",
    gaps=(PEOPLE.id,),
    options=(BRAND.id,),
    success_factors=(SUCCESS.id,),
)
LINE = ActionLine(id=key(70), code="L3", name="Personas", areas=(AREA.id,))
SCHOOL = PlanProject(id=key(80), code="P01", name="Escuela quesera", line=LINE.id)
THREAD: tuple[Record, ...] = (
    SHOPS,
    TREND,
    FACTOR,
    BRAND,
    VOLUME,
    PEOPLE,
    MILK,
    SUCCESS,
    NEED,
    *IDEALS,
    AREA,
    LINE,
    SCHOOL,
)


def torn(*records: Record, without: tuple[Record, ...] = ()) -> Snapshot:
    """Return the thread with some records in place of those with their ids, others taken out."""
    rows = {row.id: row for row in THREAD}
    rows |= {row.id: row for row in records}
    for row in without:
        del rows[row.id]
    return Snapshot(rows.values())
