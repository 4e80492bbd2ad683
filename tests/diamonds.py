"""The published diamond by hand, for tests: thirteen sub-factors of one option."""

from typing import Any

from methodology.diamond import DiamondFactor, DiamondScore, Ideal
from methodology.gaps import OptionDiamond, option_diamonds
from methodology.options import OptionStatus, StrategicOption
from methodology.raters import Rater, Side
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.standard_diamond import STANDARD
from tests.cluster import made

ORACLE = """
FC1 3 4 5; FC2 2 5 4; FC3 4 4 3; FC4 3 4 2; DC1 2 4 3; DC2 2 5 4; DC3 3 4 2; RS1 3 5 5; RS2 3 4 3;
RS4 2 4 4; FS1 4 4 3; FS2 2 4 5; FS4 3 4 4
"""
GROUPS = {one.code: one.determinant for one in STANDARD}


def factor(code: str, **values: Any) -> DiamondFactor:
    """Return a sub-factor of the group that its code says."""
    return made(
        DiamondFactor, code, **{"code": code, "name": code, "determinant": GROUPS[code], **values}
    )


def option(code: str = "O1", status: OptionStatus = OptionStatus.CHOSEN) -> StrategicOption:
    """Return an option, a chosen one unless said otherwise."""
    return made(StrategicOption, code, code=code, name=f"Option {code}", status=status)


def ideal(
    one: DiamondFactor, of: StrategicOption, need: int, weight: int = 3, **values: Any
) -> Any:
    """Return what an option needs of a sub-factor."""
    return made(
        Ideal, f"{one.code}-{of.code}", factor=one.id, option=of.id, need=need, weight=weight,
        **values,
    )  # fmt: skip


def rater(name: str, side: Side = Side.FIRM) -> Rater:
    """Return somebody who scores."""
    return made(Rater, name, name=name, side=side)


def score(who: Rater, one: DiamondFactor, value: int) -> DiamondScore:
    """Return a score: a level, of chance an exposure."""
    field = "exposure" if one.is_chance else "level"
    key = f"{who.name}-{one.code}"
    return made(DiamondScore, key, rater=who.id, factor=one.id, **{field: value})


def published(of: StrategicOption | None = None) -> list[Record]:
    """Return option, sub-factors and ideals of the published diamond."""
    found = of or option()
    rows: list[Record] = [found]
    for line in ORACLE.replace("\n", " ").split(";"):
        code, actual, need, weight = line.split()
        one = factor(code, actual=int(actual))
        rows += [one, ideal(one, found, int(need), int(weight))]
    return rows


def diamond_of(*records: Record) -> OptionDiamond:
    """Return the diamond of the only option among some records."""
    (found,) = option_diamonds(Snapshot(records))
    return found
