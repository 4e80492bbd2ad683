"""Business and buyers of the believable cluster: forces scored by many, factors by buyers."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from app.i18n import reader
from methodology.buyers import BuyerSegment, FactorKind, FactorScore, PurchaseFactor
from methodology.force_factors import shipped_factors
from methodology.forces import Business, Challenge, Force, ForceEvidence, ForceScore, Trend
from methodology.raters import Rater, Side
from methodology.record import Record

TRENDS = (
    ("Las tiendas piden lotes constantes", (Force.BUYERS,), ()),
    ("Crece el consumo de quesos con origen", (), (Force.SUBSTITUTES, Force.RIVALRY)),
    ("Entran quesos importados a menor precio", (Force.SUBSTITUTES, Force.RIVALRY), ()),
    ("La leche escasea en la estación seca", (Force.SUPPLIERS,), ()),
)
SEGMENTS = ("Tiendas de queso", "Restaurantes de la costa")
FACTORS = (
    ("Sabor constante entre lotes", FactorKind.QUALITY),
    ("Origen e historia", FactorKind.BRAND),
    ("Precio", FactorKind.PRICE),
    ("Plazo y puntualidad de entrega", FactorKind.LEAD_TIME),
    ("Certificación sanitaria", FactorKind.CERTIFICATION),
    ("Variedad", FactorKind.VARIETY),
    ("Presentación y etiqueta", FactorKind.BRAND),
)
Made = Callable[..., Any]


def challenge_records(made: Made, rng: Random) -> Iterator[Record]:
    """Yield trends, forces and purchase factors, all scored; `made` gives each record its id."""
    yield from _business(made, rng)
    for place, name in enumerate(SEGMENTS, 1):
        yield from _segment(made, rng, place, name)


def _business(made: Made, rng: Random) -> Iterator[Record]:
    yield made(Business, what="Quesos madurados de la región.", year=2026, horizon=2031)
    trends = [
        made(Trend, code=f"TE{place}", statement=said, forces=forces, relieves=relieves,
             horizon=2030, driver="Mercado", evidence="Entrevistas de marzo de 2026.")
        for place, (said, forces, relieves) in enumerate(TRENDS, 1)
    ]  # fmt: skip
    yield from trends
    yield made(
        Challenge, code="R1", statement="Vender queso que sabe igual", trends=(trends[0].id,)
    )
    raters = [made(Rater, name=f"Mesa {place:02}", side=Side.FIRM) for place in range(1, 10)]
    yield from raters
    for force in Force:
        for number in (1, 2):
            yield made(
                ForceEvidence, force=force, statement=f"Hecho {number}", source="Entrevistas"
            )
    for factor in shipped_factors(reader(), lambda: UUID(int=rng.getrandbits(128), version=4)):
        yield factor
        today = rng.randint(2, 4)
        for rater in raters:
            yield made(
                ForceScore, rater=rater.id, factor=factor.id,
                today=_near(rng, today), later=_near(rng, today + 1),
            )  # fmt: skip


def _segment(made: Made, rng: Random, place: int, name: str) -> Iterator[Record]:
    segment = made(BuyerSegment, code=f"S{place}", name=name, rival="Queso importado")
    sides = (Side.BUYER,) * 4 + (Side.ADVANCED_BUYER,) * 2 + (Side.PROXY,) + (Side.FIRM,) * 3
    raters = [
        made(Rater, name=f"Voz {place}{number:02}", side=side)
        for number, side in enumerate(sides, 1)
    ]
    yield from (segment, *raters)
    for order, (called, kind) in enumerate(FACTORS, 1):
        factor = made(
            PurchaseFactor, code=f"F{place}{order}", name=called, kind=kind, order=order,
            segment=segment.id, own=Decimal(rng.randint(2, 4)),
        )  # fmt: skip
        yield factor
        level = rng.randint(2, 4)
        for rater in raters:
            is_advanced = rater.side is Side.ADVANCED_BUYER
            yield made(
                FactorScore, rater=rater.id, factor=factor.id,
                importance_today=None if is_advanced else _near(rng, level),
                importance_advanced=_near(rng, level + 1) if is_advanced else None,
                own=_near(rng, 3), rival=_near(rng, 4), reference=_near(rng, 4),
            )  # fmt: skip


def _near(rng: Random, level: int) -> int:
    return min(5, max(1, level + rng.choice((-1, 0, 0, 0, 1))))
