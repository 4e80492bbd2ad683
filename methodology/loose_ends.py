"""Loose ends of the strategic thread: what rests on nothing, and what nothing follows from.

An end counts as loose only once the stage that would take it up has begun: before there are
options no purchase factor is unused.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.action import PlanProject
from methodology.areas import ImprovementArea
from methodology.chain import Element, Rung, chain
from methodology.choice import Choice
from methodology.forces import Challenge
from methodology.needs import Outcome, left_open, outcome
from methodology.options import OptionStatus, StrategicOption
from methodology.portfolio import is_project_zero
from methodology.priority_matrix import low_priority
from methodology.project_sheet import BudgetItem
from methodology.snapshot import Snapshot, derived
from methodology.success import Relevance, SuccessFactor, SuccessNeed
from methodology.text import N_
from methodology.timetable import last_years

ENOUGH = 3  # the present level from which a necessary success factor needs no project

Finder = Callable[[Snapshot], Iterator[UUID]]


class LooseEnd(Choice):
    """What is loose about an element; `rung` is its kind."""

    TREND = "trend", N_("Trends that no purchase factor and no challenge takes up"), Rung.TREND
    FACTOR = (
        "factor",
        N_("Purchase factors that no option wants to win on, or only a discarded one"),
        Rung.FACTOR,
    )
    OPTION = "option", N_("Options that rest on no purchase factor"), Rung.OPTION
    CHOSEN_SUCCESS = (
        "chosen_success",
        N_("Chosen options without a key success factor"),
        Rung.OPTION,
    )
    CHOSEN_AREA = "chosen_area", N_("Chosen options that no improvement area serves"), Rung.OPTION
    SUCCESS = "success", N_("Key success factors that no option needs"), Rung.SUCCESS
    UNSERVED = (
        "unserved",
        N_("Necessary success factors at a low level that no area or project takes on"),
        Rung.SUCCESS,
    )
    GAP = "gap", N_("Gaps of the chosen options that no area takes up"), Rung.GAP
    AREA = "area", N_("Improvement areas that rest on no gap or success factor"), Rung.AREA
    IDLE_AREA = "idle_area", N_("Improvement areas that no project serves"), Rung.AREA
    PROJECT = (
        "project",
        N_("Projects that rest on no area, gap or success factor"),
        Rung.PROJECT,
    )
    LOW = "low", N_("Projects of low priority that stay in the plan"), Rung.PROJECT
    LATE = "late", N_("Projects with money in a year after they end"), Rung.PROJECT

    rung: Rung


@dataclass(frozen=True)
class Loose:
    """The elements that are loose in one way, by their codes."""

    end: LooseEnd
    elements: tuple[Element, ...]


@derived
def loose_ends(snapshot: Snapshot) -> tuple[Loose, ...]:
    """Return what is loose, from the trends on; nothing of stages that nobody began."""
    made = (Loose(end, _elements(snapshot, end)) for end in LooseEnd)
    return tuple(one for one in made if one.elements)


def _elements(snapshot: Snapshot, end: LooseEnd) -> tuple[Element, ...]:
    thread = chain(snapshot)
    if not thread.on(WAITS_FOR[end]):
        return ()
    keys = {*FINDERS[end](snapshot)}
    return tuple(one for one in thread.on(end.rung) if one.id in keys)


def _idle(rung: Rung) -> Finder:
    """Return what finds the elements of a kind that nothing follows from."""

    def find(snapshot: Snapshot) -> Iterator[UUID]:
        thread = chain(snapshot)
        yield from (one.id for one in thread.on(rung) if not thread.after.get(one.id))

    return find


def _baseless(rung: Rung) -> Finder:
    """Return what finds the elements of a kind that rest on nothing."""

    def find(snapshot: Snapshot) -> Iterator[UUID]:
        thread = chain(snapshot)
        yield from (one.id for one in thread.on(rung) if not thread.before.get(one.id))

    return find


def _trends(snapshot: Snapshot) -> Iterator[UUID]:
    taken = {key for one in snapshot.all(Challenge) for key in one.trends}
    yield from (key for key in _idle(Rung.TREND)(snapshot) if key not in taken)


def _chosen_without(rung: Rung) -> Finder:
    """Return what finds the chosen options that no element of a kind directly follows from."""

    def find(snapshot: Snapshot) -> Iterator[UUID]:
        thread = chain(snapshot)
        for option in snapshot.all(StrategicOption):
            after = thread.after.get(option.id, ())
            reached = any(thread.elements[key].rung is rung for key in after)
            if option.status == OptionStatus.CHOSEN and not reached:
                yield option.id

    return find


def _unserved(snapshot: Snapshot) -> Iterator[UUID]:
    """Yield the necessary factors of low or unknown level that no area, project or waiver has."""
    thread = chain(snapshot)
    necessary = {
        one.factor
        for one in snapshot.all(SuccessNeed)
        if one.relevance == Relevance.NECESSARY and one.option in thread.elements
    }
    for factor in snapshot.all(SuccessFactor):
        is_low = factor.present is None or factor.present < ENOUGH
        after = (thread.elements[key].rung for key in thread.after.get(factor.id, ()))
        is_served = any(rung in (Rung.AREA, Rung.PROJECT) for rung in after)
        if factor.id in necessary and is_low and not factor.waiver and not is_served:
            yield factor.id


def _gaps(snapshot: Snapshot) -> Iterator[UUID]:
    yield from (need.factor.id for need in left_open(snapshot))


def _areas(snapshot: Snapshot) -> Iterator[UUID]:
    thread = chain(snapshot)
    for area in thread.on(Rung.AREA):
        before = (thread.elements[key].rung for key in thread.before.get(area.id, ()))
        if not any(rung in (Rung.GAP, Rung.SUCCESS) for rung in before):
            yield area.id


def _idle_areas(snapshot: Snapshot) -> Iterator[UUID]:
    """Yield the areas without a project, those that stay with each firm left out."""
    for key in _idle(Rung.AREA)(snapshot):
        area = snapshot.get(ImprovementArea, key)
        if area and outcome(area) is not Outcome.INDIVIDUAL:
            yield key


def _projects(snapshot: Snapshot) -> Iterator[UUID]:
    """Yield the projects that rest on nothing; project 0 serves them all."""
    for key in _baseless(Rung.PROJECT)(snapshot):
        project = snapshot.get(PlanProject, key)
        if project and not is_project_zero(project):
            yield key


def _low(snapshot: Snapshot) -> Iterator[UUID]:
    yield from (project.id for project in low_priority(snapshot) if not is_project_zero(project))


def _late(snapshot: Snapshot) -> Iterator[UUID]:
    ends = last_years(snapshot)
    for item in snapshot.all(BudgetItem):
        if item.amount and item.year > ends.get(item.project, item.year):
            yield item.project


WAITS_FOR: Mapping[LooseEnd, Rung] = {
    LooseEnd.TREND: Rung.FACTOR,
    LooseEnd.FACTOR: Rung.OPTION,
    LooseEnd.OPTION: Rung.FACTOR,
    LooseEnd.CHOSEN_SUCCESS: Rung.SUCCESS,
    LooseEnd.CHOSEN_AREA: Rung.AREA,
    LooseEnd.SUCCESS: Rung.OPTION,
    LooseEnd.UNSERVED: Rung.AREA,
    LooseEnd.GAP: Rung.AREA,
    LooseEnd.AREA: Rung.GAP,
    LooseEnd.IDLE_AREA: Rung.PROJECT,
    LooseEnd.PROJECT: Rung.AREA,
    LooseEnd.LOW: Rung.PROJECT,
    LooseEnd.LATE: Rung.PROJECT,
}
FINDERS: Mapping[LooseEnd, Finder] = {
    LooseEnd.TREND: _trends,
    LooseEnd.FACTOR: _idle(Rung.FACTOR),
    LooseEnd.OPTION: _baseless(Rung.OPTION),
    LooseEnd.CHOSEN_SUCCESS: _chosen_without(Rung.SUCCESS),
    LooseEnd.CHOSEN_AREA: _chosen_without(Rung.AREA),
    LooseEnd.SUCCESS: _baseless(Rung.SUCCESS),
    LooseEnd.UNSERVED: _unserved,
    LooseEnd.GAP: _gaps,
    LooseEnd.AREA: _areas,
    LooseEnd.IDLE_AREA: _idle_areas,
    LooseEnd.PROJECT: _projects,
    LooseEnd.LOW: _low,
    LooseEnd.LATE: _late,
}
