"""Options by hand, for tests: the published matrix of three options and its parts."""

from decimal import Decimal
from typing import Any

from methodology.options import (
    Axis,
    OptionCriterion,
    OptionMerit,
    OptionScore,
    OptionStatus,
    StrategicOption,
)
from methodology.raters import Rater, Side
from methodology.record import Record
from tests.cluster import made

WEIGHTS = (".25", ".25", ".20", ".30")
ORACLE = {
    "O1": ((2, 3, 3, 2), (4, 4, 3, 5)),
    "O2": ((4, 5, 4, 4), (3, 2, 3, 3)),
    "O3": ((5, 4, 3, 4), (4, 4, 4, 3)),
}


def option(code: str = "O1", /, **values: Any) -> StrategicOption:
    """Return an option called after its code."""
    return made(StrategicOption, code, **{"code": code, "name": f"Option {code}", **values})


def criterion(code: str, axis: Axis, weight: str = "1", **values: Any) -> OptionCriterion:
    """Return a criterion."""
    given = {"code": code, "name": f"Criterion {code}", "axis": axis, "weight": Decimal(weight)}
    return made(OptionCriterion, code, **{**given, **values})


def rater(name: str, side: Side = Side.FIRM) -> Rater:
    """Return somebody who scores."""
    return made(Rater, name, name=name, side=side)


def score(who: Rater, of: StrategicOption, by: OptionCriterion, value: int) -> OptionScore:
    """Return one person's score of an option."""
    return made(
        OptionScore, f"{who.name}-{of.code}-{by.code}",
        rater=who.id, option=of.id, criterion=by.id, score=value,
    )  # fmt: skip


def merit(of: StrategicOption, by: OptionCriterion, value: str) -> OptionMerit:
    """Return the adopted score of an option."""
    return made(
        OptionMerit, f"{of.code}-{by.code}",
        option=of.id, criterion=by.id, merit=Decimal(value),
    )  # fmt: skip


def axes() -> tuple[list[OptionCriterion], list[OptionCriterion]]:
    """Return the four criteria of attractiveness and the four of capacity of the oracle."""
    return (
        [criterion(f"A{n}", Axis.ATTRACTIVENESS, weight) for n, weight in enumerate(WEIGHTS, 1)],
        [criterion(f"C{n}", Axis.CAPACITY, weight) for n, weight in enumerate(WEIGHTS, 1)],
    )


def published(*names: str, status: OptionStatus = OptionStatus.CANDIDATE) -> list[Record]:
    """Return the oracle of the method: three options by eight criteria, scored by each of `names`.

    Without names the scores are adopted.
    """
    both = axes()
    rows: list[Record] = [*both[0], *both[1], *map(rater, names)]
    for code, scored in ORACLE.items():
        of = option(code, status=status)
        rows.append(of)
        for criteria, values in zip(both, scored, strict=True):
            for by, value in zip(criteria, values, strict=True):
                given = [score(rater(name), of, by, value) for name in names]
                rows += given or [merit(of, by, str(value))]
    return rows
