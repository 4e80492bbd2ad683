"""The firms of the cluster as they describe themselves: counts, ratios and concentration."""

from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, median
from uuid import UUID

from methodology import concentration
from methodology.boxes import by_name, ordered_links
from methodology.characterization import Indicator, Perimeter
from methodology.mapping import Actor, ChainLink, Inclusion
from methodology.profile import series
from methodology.record import MINOR_DIGITS
from methodology.snapshot import Snapshot, derived
from methodology.text import N_

TOP = (3, 5, 10)


@dataclass(frozen=True)
class LinkCount:
    """What the actors themselves say of a link; `turnover` in minor units; None is the unplaced."""

    link: ChainLink | None
    firms: int
    employees: int | None
    turnover: int | None


@dataclass(frozen=True)
class Ratio:
    """A ratio from totals and from the actors one by one; money in major units, shares from 0 to 1.

    `overall` divides totals of the same year; `mean` and `median` are over `firms` firms. Show
    the median too: a few large firms pull the mean.
    """

    label: str
    is_money: bool
    overall: float | None
    mean: float | None
    median: float | None
    firms: int
    is_share: bool = False


@dataclass(frozen=True)
class Concentration:
    """How unevenly a quantity is spread over the firms that gave it."""

    label: str
    firms: int
    hhi: float | None
    normalised_hhi: float | None
    gini: float | None
    top: tuple[tuple[int, float], ...]


def in_chain(snapshot: Snapshot) -> tuple[Actor, ...]:
    """Return who does business in the chain by name, buyers too; those out of scope left out."""
    return tuple(
        actor
        for actor in sorted(snapshot.all(Actor), key=by_name)
        if actor.kind and actor.kind.is_in_chain and actor.inclusion != Inclusion.OUTSIDE
    )


@derived
def firms(snapshot: Snapshot) -> tuple[Actor, ...]:
    """Return the firms of the cluster by name; its buyers and those out of scope left out."""
    return tuple(actor for actor in in_chain(snapshot) if actor.kind and actor.kind.is_firm)


def link_counts(snapshot: Snapshot) -> tuple[LinkCount, ...]:
    """Return firms, employees and turnover of each link as counted among the actors themselves."""
    by_link: dict[UUID | None, list[Actor]] = {}
    for actor in firms(snapshot):
        by_link.setdefault(actor.link, []).append(actor)
    rows = [_link_count(link, by_link.get(link.id, [])) for link in ordered_links(snapshot)]
    if None in by_link:
        rows.append(_link_count(None, by_link[None]))
    return tuple(rows)


def ratios(snapshot: Snapshot) -> tuple[Ratio, ...]:
    """Return the ratios that say how large and productive a firm is, those known alone."""
    actors = firms(snapshot)
    staff = [float(actor.employees) for actor in actors if actor.employees is not None]
    sales = [_major(actor.turnover) for actor in actors if actor.turnover is not None]
    each = [
        _major(actor.turnover) / actor.employees
        for actor in actors
        if actor.turnover is not None and actor.employees
    ]
    exports = [actor.export_share / 100 for actor in actors if actor.export_share is not None]
    found = (
        _ratio(snapshot, N_("Employees per firm"), Indicator.EMPLOYMENT, Indicator.FIRMS, staff),
        _ratio(snapshot, N_("Turnover per firm"), Indicator.TURNOVER, Indicator.FIRMS, sales),
        _ratio(
            snapshot, N_("Turnover per employee"), Indicator.TURNOVER, Indicator.EMPLOYMENT, each
        ),
        _ratio(
            snapshot,
            N_("Value added per employee"),
            Indicator.VALUE_ADDED,
            Indicator.EMPLOYMENT,
            [],
        ),
        _ratio(
            snapshot, N_("Exports over turnover"), Indicator.EXPORTS, Indicator.TURNOVER, exports
        ),
    )
    return tuple(one for one in found if one.overall is not None or one.firms)


def concentrations(snapshot: Snapshot) -> tuple[Concentration, ...]:
    """Return how concentrated employees and turnover are among the firms that gave them."""
    actors = firms(snapshot)
    quantities = (
        (N_("Employees"), [one.employees for one in actors if one.employees is not None]),
        (N_("Turnover"), [one.turnover for one in actors if one.turnover is not None]),
    )
    return tuple(_concentration(label, values) for label, values in quantities if values)


def _link_count(link: ChainLink | None, actors: list[Actor]) -> LinkCount:
    staff = [actor.employees for actor in actors if actor.employees is not None]
    sales = [actor.turnover for actor in actors if actor.turnover is not None]
    return LinkCount(
        link, len(actors), sum(staff) if staff else None, sum(sales) if sales else None
    )


def _major(minor_units: int) -> float:
    return float(Decimal(minor_units).scaleb(-MINOR_DIGITS))


def _ratio(
    snapshot: Snapshot, label: str, above: Indicator, below: Indicator, each: list[float]
) -> Ratio:
    upper = {one.year: one.value for one in series(snapshot, above, Perimeter.CLUSTER)}
    lower = {one.year: one.value for one in series(snapshot, below, Perimeter.CLUSTER)}
    year = max(upper.keys() & lower.keys(), default=None)
    return Ratio(
        label=label,
        is_money=above.is_money and not below.is_money,
        is_share=above.is_money and below.is_money,
        overall=concentration.ratio(upper[year], lower[year]) if year else None,
        mean=fmean(each) if each else None,
        median=median(each) if each else None,
        firms=len(each),
    )


def _concentration(label: str, values: list[int]) -> Concentration:
    shares = ((count, concentration.top_share(values, count)) for count in TOP)
    return Concentration(
        label=label,
        firms=len(values),
        hhi=concentration.hhi(values),
        normalised_hhi=concentration.normalised_hhi(values),
        gini=concentration.gini(values),
        top=tuple((count, share) for count, share in shares if share is not None),
    )
