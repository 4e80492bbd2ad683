"""The profile of the cluster: headline figures, parts by link, wider shares, comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from methodology import concentration
from methodology.boxes import ordered_links
from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.mapping import ChainLink
from methodology.snapshot import Snapshot

TIE_TOLERANCE = Decimal("0.005")  # parts tie with their total within 0.5 %: published figures round


@dataclass(frozen=True)
class Headline:
    """The latest figure of an indicator for the whole cluster, and its growth since the first.

    `growth` is the compound annual rate (0.05 = 5 %), None with one year alone.
    """

    statistic: Statistic
    growth: float | None
    since: int | None

    @property
    def is_sourced(self) -> bool:
        """Say whether the figure has a source beside its year and quality."""
        return bool(self.statistic.source)


@dataclass(frozen=True)
class Tying:
    """Whether the parts by link of one indicator and year add up to the total."""

    indicator: Indicator
    year: int
    total: Decimal | None
    parts: Decimal

    @property
    def difference(self) -> Decimal | None:
        """Parts minus total, None without a total."""
        return None if self.total is None else self.parts - self.total

    @property
    def ties(self) -> bool:
        """Say whether the difference stays within the tolerance for rounding."""
        if self.total is None:
            return False
        return abs(self.parts - self.total) <= TIE_TOLERANCE * abs(self.total)


@dataclass(frozen=True)
class LinkFigure:
    """One indicator's value in one link; `share` of all links (0 to 1)."""

    link: ChainLink
    value: Decimal
    share: float | None


@dataclass(frozen=True)
class LinkTable:
    """One indicator by link of the chain, in the latest year that has parts."""

    indicator: Indicator
    year: int
    rows: tuple[LinkFigure, ...]


@dataclass(frozen=True)
class WiderShare:
    """The cluster's share of its region or country in one indicator (0 to 1)."""

    indicator: Indicator
    perimeter: Perimeter
    year: int
    share: float


@dataclass(frozen=True)
class Comparison:
    """One indicator here and in a reference cluster, each with its year; `ratio` = own / theirs."""

    indicator: Indicator
    reference: ReferenceCluster
    own: Statistic | None
    theirs: Statistic

    @property
    def ratio(self) -> float | None:
        """How many times the reference cluster this one is."""
        return concentration.ratio(self.own.value if self.own else None, self.theirs.value)


def series(
    snapshot: Snapshot, indicator: Indicator, perimeter: Perimeter, reference: UUID | None = None
) -> list[Statistic]:
    """Return the totals of one indicator, the earliest first."""
    found = [
        one
        for one in snapshot.all(Statistic)
        if one.indicator == indicator
        and one.perimeter == perimeter
        and one.link is None
        and (reference is None or one.reference == reference)
    ]
    return sorted(found, key=lambda one: one.year)


def headlines(snapshot: Snapshot) -> tuple[Headline, ...]:
    """Return the latest total of each indicator of the cluster."""
    found = []
    for indicator in Indicator:
        totals = series(snapshot, indicator, Perimeter.CLUSTER)
        if totals:
            first, last = totals[0], totals[-1]
            rate = concentration.growth(first.value, last.value, last.year - first.year)
            found.append(Headline(last, rate, None if rate is None else first.year))
    return tuple(found)


def tyings(snapshot: Snapshot) -> tuple[Tying, ...]:
    """Return, for each indicator and year with parts by link, whether they tie with the total."""
    parts: dict[tuple[Indicator, int], Decimal] = {}
    totals: dict[tuple[Indicator, int], Decimal] = {}
    for statistic in _own(snapshot):
        key = statistic.indicator, statistic.year
        if statistic.link:
            parts[key] = parts.get(key, Decimal(0)) + statistic.value
        else:
            totals[key] = statistic.value
    indicators = [*Indicator]
    return tuple(
        Tying(indicator, year, totals.get((indicator, year)), parts[indicator, year])
        for indicator, year in sorted(parts, key=lambda key: (indicators.index(key[0]), key[1]))
    )


def link_tables(snapshot: Snapshot) -> tuple[LinkTable, ...]:
    """Return each indicator by link of the chain, in the latest year that has parts."""
    found = []
    for indicator in Indicator:
        given = [one for one in _own(snapshot) if one.link and one.indicator == indicator]
        if given:
            found.append(_link_table(snapshot, indicator, given))
    return tuple(found)


def wider_shares(snapshot: Snapshot) -> tuple[WiderShare, ...]:
    """Return the cluster's shares of region and country, in the latest year that both have.

    Value added is also set against gross domestic product.
    """
    pairs: list[tuple[Indicator, Indicator]] = [
        (indicator, indicator) for indicator in Indicator if indicator != Indicator.GDP
    ]
    pairs.append((Indicator.VALUE_ADDED, Indicator.GDP))
    found = []
    for perimeter in (Perimeter.REGION, Perimeter.COUNTRY):
        for part, whole in pairs:
            own = {one.year: one.value for one in series(snapshot, part, Perimeter.CLUSTER)}
            wide = {one.year: one.value for one in series(snapshot, whole, perimeter)}
            year = max(own.keys() & wide.keys(), default=None)
            share = concentration.ratio(own[year], wide[year]) if year else None
            if year and share is not None:
                found.append(WiderShare(whole, perimeter, year, share))
    return tuple(found)


def comparisons(snapshot: Snapshot) -> tuple[Comparison, ...]:
    """Return the figures of each reference cluster beside the cluster's own of the nearest year."""
    found = []
    for reference in snapshot.all(ReferenceCluster):
        for indicator in Indicator:
            theirs = series(snapshot, indicator, Perimeter.REFERENCE, reference.id)
            if theirs:
                own = series(snapshot, indicator, Perimeter.CLUSTER)
                found.append(
                    Comparison(indicator, reference, _nearest(own, theirs[-1].year), theirs[-1])
                )
    return tuple(found)


def _own(snapshot: Snapshot) -> list[Statistic]:
    return [one for one in snapshot.all(Statistic) if one.perimeter == Perimeter.CLUSTER]


def _nearest(totals: Sequence[Statistic], year: int) -> Statistic | None:
    return min(totals, key=lambda one: (abs(one.year - year), -one.year), default=None)


def _link_table(snapshot: Snapshot, indicator: Indicator, given: list[Statistic]) -> LinkTable:
    year = max(one.year for one in given)
    values = {one.link: one.value for one in given if one.year == year}
    whole = sum(values.values(), Decimal(0))
    rows = tuple(
        LinkFigure(link, values[link.id], concentration.ratio(values[link.id], whole))
        for link in ordered_links(snapshot)
        if link.id in values
    )
    return LinkTable(indicator, year, rows)
