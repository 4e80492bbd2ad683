"""Choosing among candidate clusters: concentration of each, and their order by weighted criteria.

What is not defined is None and printed as «n/d», never as 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.concentration import (
    Stars,
    above_expectation,
    location_quotient,
    stars,
    symmetric_quotient,
    weighted_scores,
)
from methodology.record import attribute
from methodology.snapshot import Snapshot, derived
from methodology.text import N_, Remark

VERDICTS = ("business", "mass", "demand", "concentration")  # each with its evidence beside it
DECIMALS = 4  # of a value at most
FINE = 9  # decimals of a score: sums of weights are not exact
NAMED = 4  # authors of values in a source line
NO_STARS = Stars(size=None, specialisation=None, focus=None)
Numbers = tuple[int, int, int, int]


@dataclass(frozen=True)
class Standing:
    """Where one candidate stands.

    `quotient` is the location quotient (1: the share of the country), `symmetric` the same from
    −1 to 1, `above` the jobs beyond what the country's share would give; `score` goes from 0 to 1.
    """

    candidate: CandidateCluster
    quotient: float | None
    symmetric: float | None
    above: float | None
    stars: Stars
    score: float | None


@dataclass(frozen=True)
class Weighed:
    """A criterion with its share of all weights, from 0 to 1, and what each candidate has by it.

    `scaled` sets the compared values from 0 to 1; `is_flat` says that all are equal: the
    criterion tells nobody apart and gives a half to each.
    """

    criterion: SelectionCriterion
    share: float
    values: Mapping[UUID, float]
    scaled: Mapping[UUID, float]

    @property
    def is_flat(self) -> bool:
        """Say whether all that are compared have the same value."""
        return bool(self.scaled) and len({self.values[key] for key in self.scaled}) == 1

    @property
    def decimals(self) -> int:
        """How many decimals its values are written with: all as many as the longest."""
        written = (f"{value:.{DECIMALS}f}".rstrip("0") for value in self.values.values())
        return max((len(text.partition(".")[2]) for text in written), default=0)


@dataclass(frozen=True)
class Selection:
    """All candidates, the best score first and those without one last, by all criteria."""

    standings: tuple[Standing, ...]
    criteria: tuple[Weighed, ...]

    @property
    def compared(self) -> tuple[Standing, ...]:
        """The candidates that have a score."""
        return tuple(one for one in self.standings if one.score is not None)

    @property
    def chosen(self) -> tuple[CandidateCluster, ...]:
        """The candidates that were chosen."""
        return tuple(one.candidate for one in self.standings if one.candidate.is_chosen)


@derived
def selection(snapshot: Snapshot) -> Selection:
    """Return where the candidates stand.

    Score: Σ w·(v − min)/(max − min), weights made to sum to 1. Candidates with a value by every
    criterion that has a weight are compared with each other, from two on; the others have none.
    The score is a house convention; the quotient is that of the Bureau of Labor Statistics, the
    stars are those of the European Cluster Observatory (about 2007).
    """
    candidates = snapshot.all(CandidateCluster)
    criteria = _weighed(snapshot)
    scores = _scores(criteria)
    given = _stars(candidates)
    found = [
        _standing(one, given.get(one.id, NO_STARS), scores.get(str(one.id))) for one in candidates
    ]
    return Selection(
        tuple(sorted(found, key=lambda one: (one.score is None, -(one.score or 0)))),
        criteria,
    )


def numbers(candidate: CandidateCluster) -> Numbers | None:
    """Return the four counts of jobs: cluster, region, activity, country.

    None where one is not known or a part has more jobs than its whole (see `is_contradictory`).
    """
    own, region, activity, country = (
        candidate.cluster_jobs,
        candidate.region_jobs,
        candidate.activity_jobs,
        candidate.country_jobs,
    )
    if own is None or region is None or activity is None or country is None:
        return None
    return None if is_contradictory(candidate) else (own, region, activity, country)


def is_contradictory(candidate: CandidateCluster) -> bool:
    """Say whether a part has more jobs than its whole."""
    own, region = candidate.cluster_jobs, candidate.region_jobs
    activity, country = candidate.activity_jobs, candidate.country_jobs
    pairs = ((own, region), (own, activity), (region, country), (activity, country))
    return any(part is not None and whole is not None and part > whole for part, whole in pairs)


def unjudged(candidate: CandidateCluster) -> tuple[str, ...]:
    """Return the criteria of the method, as messages, without a verdict or without evidence."""
    return tuple(
        attribute(CandidateCluster, name).label
        for name in VERDICTS
        if getattr(candidate, name) is None or not getattr(candidate, f"{name}_evidence")
    )


def notes(found: Selection) -> tuple[Remark, ...]:
    """Return what has to be read beside the scores."""
    waiting = tuple(one.candidate.name for one in found.standings if one.score is None)
    wrong = tuple(one.candidate.name for one in found.standings if is_contradictory(one.candidate))
    flat = tuple(one.criterion.name for one in found.criteria if one.is_flat)
    said = []
    if found.compared:
        said.append(
            Remark(
                N_(
                    "Values are set from 0 for the lowest candidate to 1 for the highest: the "
                    "order can turn round when a candidate is added or taken out."
                )
            )
        )
    if flat:
        said.append(
            Remark(
                N_("Criteria that tell no candidate apart, half the points for each: {criteria}."),
                {"criteria": flat},
            )
        )
    if found.criteria and waiting:
        said.append(
            Remark(
                N_("Not compared, since a value is missing: {candidates}."),
                {"candidates": waiting},
            )
        )
    if wrong:
        said.append(
            Remark(
                N_("No quotient, since a part has more jobs than its whole: {candidates}."),
                {"candidates": wrong},
            )
        )
    return tuple(said)


def stars_told(given: Stars) -> Remark:
    """Return how many of the stars that can be assessed a candidate has."""
    if not given.assessable:
        return Remark(N_("n/d"))
    return Remark(
        N_("{earned} of {assessable} assessable"),
        {"earned": given.earned, "assessable": given.assessable},
    )


def selection_source(snapshot: Snapshot) -> Remark:
    """Return the source line of the scores: who gave the values, for how many, by what."""
    found = selection(snapshot)
    authors = tuple(
        dict.fromkeys(one.given_by for one in snapshot.all(CandidateScore) if one.given_by)
    )
    values = {
        "compared": len(found.compared),
        "count": len(found.standings),
        "criteria": len(found.criteria),
    }
    counted = N_("Candidates compared: {compared} of {count}; criteria: {criteria}.")
    if not authors:
        return Remark(counted, values)
    return Remark(
        N_("{counted} Values given by: {authors}."),
        {"counted": Remark(counted, values), "authors": _few(authors)},
    )


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first names, a sign for the others where there are many."""
    return names if len(names) <= NAMED else (*names[: NAMED - 1], "…")


def _weighed(snapshot: Snapshot) -> tuple[Weighed, ...]:
    given: dict[UUID, dict[UUID, float]] = defaultdict(dict)
    for one in snapshot.all(CandidateScore):
        given[one.criterion][one.candidate] = float(one.value)
    criteria = snapshot.all(SelectionCriterion)
    whole = float(sum(one.weight for one in criteria))
    counting = [given[one.id] for one in criteria if one.weight]
    known = [
        one.id
        for one in snapshot.all(CandidateCluster)
        if counting and all(one.id in values for values in counting)
    ]
    compared = known if len(known) > 1 else []
    return tuple(
        Weighed(
            one,
            float(one.weight) / whole if whole else 0.0,
            given[one.id],
            _scaled({key: given[one.id][key] for key in compared}) if one.weight else {},
        )
        for one in criteria
    )


def _scaled(values: Mapping[UUID, float]) -> Mapping[UUID, float]:
    """Return values set from 0 to 1, all a half where they are equal."""
    alone = weighted_scores({str(key): (value,) for key, value in values.items()}, (1,))
    return {key: alone[str(key)] for key in values}


def _scores(criteria: Iterable[Weighed]) -> Mapping[str, float]:
    """Return the weighted scores of those that are compared, by id."""
    counting = [one for one in criteria if one.scaled]
    if not counting:
        return {}
    found = weighted_scores(
        {str(key): [one.values[key] for one in counting] for key in counting[0].scaled},
        [float(one.criterion.weight) for one in counting],
    )
    return {key: round(score, FINE) for key, score in found.items()}


def _stars(candidates: Iterable[CandidateCluster]) -> Mapping[UUID, Stars]:
    """Return the stars of each, among candidates of the same activity, year and country."""
    alike: dict[tuple[object, ...], list[tuple[UUID, Numbers]]] = defaultdict(list)
    for one in candidates:
        if found := numbers(one):
            group = one.activity.casefold() or one.id, one.year, *found[2:]
            alike[group].append((one.id, found))
    return {
        key: given
        for rows in alike.values()
        for (key, _found), given in zip(
            rows,
            stars([found[:2] for _key, found in rows], *rows[0][1][2:]),
            strict=True,
        )
    }


def _standing(candidate: CandidateCluster, given: Stars, score: float | None) -> Standing:
    found = numbers(candidate)
    quotient = location_quotient(*found) if found else None
    return Standing(
        candidate,
        quotient,
        symmetric_quotient(quotient),
        above_expectation(*found) if found and quotient is not None else None,
        given,
        score,
    )
