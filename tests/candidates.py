"""Candidate clusters by hand, for tests: the published cases of the method as records."""

from decimal import Decimal
from typing import Any

from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.record import Record
from methodology.scope import Answer
from methodology.selection import VERDICTS
from tests.cluster import made

JOBS = ("cluster_jobs", "region_jobs", "activity_jobs", "country_jobs")
ACTIVITY, COUNTRY = 60_000, 5_000_000
REGIONS = (
    (12000, 900000), (9500, 250000), (7000, 400000), (4200, 120000), (3900, 60000),
    (2500, 300000), (1800, 20000), (1500, 150000), (1200, 30000), (900, 45000),
)  # fmt: skip
WEIGHTS = (".25", ".20", ".20", ".20", ".15")
ORACLE = {
    "Café": ("120", "35", ".62", "3.1", "4"),
    "Quesos": ("60", "12", ".20", "1.8", "5"),
    "Turismo": ("210", "28", ".45", "2.2", "3"),
}
JUDGED = dict.fromkeys(VERDICTS, Answer.YES) | {
    f"{name}_evidence": f"Evidence of {name}" for name in VERDICTS
}


def candidate(name: str = "Quesos", /, *jobs: int | None, **values: Any) -> CandidateCluster:
    """Return a candidate with its jobs: cluster, region, activity, country."""
    given = dict(zip(JOBS, jobs, strict=False))
    return made(CandidateCluster, name, **{"name": name, **given, **values})


def criterion(name: str, weight: str = "1", **values: Any) -> SelectionCriterion:
    """Return a criterion of prioritisation."""
    return made(SelectionCriterion, name, **{"name": name, "weight": Decimal(weight), **values})


def value(of: Record, by: Record, number: str, **values: Any) -> CandidateScore:
    """Return what a candidate has by a criterion."""
    return made(
        CandidateScore, f"{of.name}-{by.name}",
        candidate=of.id, criterion=by.id, value=Decimal(number), **values,
    )  # fmt: skip


def regions() -> list[CandidateCluster]:
    """Return one activity in the ten regions of the published stars."""
    return [
        candidate(f"Region {place}", *jobs, ACTIVITY, COUNTRY, activity="Cheese", year=2025)
        for place, jobs in enumerate(REGIONS, 1)
    ]


def published(**of_first: Any) -> list[Record]:
    """Return three candidates by five weighted criteria; `of_first` goes to the first of them."""
    by = [criterion(f"K{place}", weight) for place, weight in enumerate(WEIGHTS, 1)]
    rows: list[Record] = [*by]
    for place, (name, given) in enumerate(ORACLE.items()):
        of = candidate(name, **({} if place else of_first))
        rows.append(of)
        rows += [
            value(of, one, number, given_by="Panel") for one, number in zip(by, given, strict=True)
        ]
    return rows
