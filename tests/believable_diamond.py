"""The diamond of the believable cluster: options, raters, every standard sub-factor, all scored."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from methodology.diamond import (
    Cost,
    Decision,
    DiamondFactor,
    DiamondScore,
    GapCost,
    GapDecision,
    Ideal,
)
from methodology.options import OptionStatus, StrategicOption
from methodology.raters import Rater, Side
from methodology.record import Record
from methodology.standard_diamond import STANDARD
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed

OPTIONS = (
    ("Marca de origen en tiendas", OptionStatus.CHOSEN),
    ("Queso para restaurantes", OptionStatus.PARALLEL),
    ("Ruta del queso", OptionStatus.PARALLEL),
    ("Volumen en supermercados", OptionStatus.DISCARDED),
)
FACTORS = (
    "Sabor constante entre lotes",
    "Leche pagada por su calidad",
    "Cava de maduración compartida",
    "Marca de origen reconocida",
)
Made = Callable[..., Any]


def diamond_records(made: Made, rng: Random) -> Iterator[Record]:
    """Yield options, raters and the whole diamond; `made` gives each record its id."""
    options = [
        made(StrategicOption, code=f"O{place}", name=name, status=status)
        for place, (name, status) in enumerate(OPTIONS, 1)
    ]
    raters = [
        made(Rater, name=f"Evaluador {place:02}", side=Side.EXPERT if place > 9 else Side.FIRM)
        for place in range(1, 13)
    ]
    factors = [
        made(DiamondFactor, code=one.code, name=one.name, determinant=one.determinant,
             evidence="Entrevistas de marzo de 2026.")
        for one in STANDARD
    ]  # fmt: skip
    yield from (*options, *raters, *factors)
    for factor in factors:
        yield from _scores(made, rng, factor, raters)
        if not factor.is_chance:
            yield from _ideals(made, rng, factor, options)
    yield from (made(GapCost, option=one.id, cost=rng.choice([*Cost])) for one in options)
    yield from _success(made, rng, factors, options)


def _scores(made: Made, rng: Random, factor: Any, raters: list[Any]) -> Iterator[Record]:
    middle = rng.randint(2, 3)
    for rater in raters:
        if factor.is_chance:
            value = {"exposure": rng.randint(-2, 1)}
        else:
            value = {"level": max(1, middle + rng.choice((-1, 0, 0, 1)))}
        yield made(DiamondScore, rater=rater.id, factor=factor.id, **value)


def _ideals(made: Made, rng: Random, factor: Any, options: list[Any]) -> Iterator[Record]:
    for option in options:
        ids = {"factor": factor.id, "option": option.id}
        yield made(Ideal, need=rng.randint(2, 5), weight=rng.randint(1, 5), **ids)
        yield made(
            GapDecision, decision=rng.choice([*Decision]), reason="Acordado en el taller", **ids
        )


def _success(made: Made, rng: Random, factors: list[Any], options: list[Any]) -> Iterator[Record]:
    for place, name in enumerate(FACTORS, 1):
        found = made(
            SuccessFactor,
            code=f"FE{place}",
            name=name,
            level=rng.choice([*SuccessLevel]),
            subfactors=(rng.choice(factors).id,),
            present=rng.randint(1, 4),
        )
        yield found
        for option in options:
            relevance = rng.choice([*Relevance])
            yield made(SuccessNeed, factor=found.id, option=option.id, relevance=relevance)
