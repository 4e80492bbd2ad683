"""The strategic thread: from a trend to the projects that answer it, and back from any of them.

An element rests on what stands before it and is followed by what stands after it. Only references
that people declared make a step, and only these:

- a trend, on the purchase factors that name it;
- a purchase factor, on the options that want to win on it;
- an option, on the success factors that are necessary or important to it, on the sub-factors of
  the diamond of which it needs more than there is, and on the areas that serve it;
- a success factor, on the sub-factors it depends on and on the areas and projects that take it on;
- a gap (a sub-factor of the diamond), on the areas and projects that close it;
- an area, on its projects: those that name it, and those of its line that name no area.

What an element names itself goes before what other elements would lead to: an area that says which
options it serves rests on these alone, though others may miss the same sub-factor; only where it
names none, on those that do. So with the success factors of an area.

Discarded options are no part of it: nothing is built for them. A buyer segment is no step: which
of its factors an option wants to win on is what the option's sheet says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from methodology.action import ActionLine, PlanProject
from methodology.areas import ImprovementArea
from methodology.buyers import PurchaseFactor
from methodology.choice import Choice
from methodology.code_order import code_order, titled
from methodology.diamond import DiamondFactor
from methodology.forces import Trend
from methodology.gaps import option_diamonds
from methodology.options import OptionStatus, StrategicOption
from methodology.record import Record
from methodology.snapshot import Snapshot, derived
from methodology.success import Relevance, SuccessFactor, SuccessNeed
from methodology.text import N_

Step = tuple[UUID, UUID]  # from what is rested on, to what rests on it


class Rung(Choice):
    """The kinds of elements of the thread, from the market to the projects."""

    TREND = "trend", N_("Trends"), Trend
    FACTOR = "factor", N_("Purchase factors"), PurchaseFactor
    OPTION = "option", N_("Options"), StrategicOption
    SUCCESS = "success", N_("Success factors"), SuccessFactor
    GAP = "gap", N_("Gaps"), DiamondFactor
    AREA = "area", N_("Areas"), ImprovementArea
    PROJECT = "project", N_("Projects"), PlanProject

    cls: type[Record]  # of its elements


@dataclass(frozen=True)
class Element:
    """One element of the thread: its kind, short code and name."""

    id: UUID
    rung: Rung
    code: str
    name: str

    @property
    def title(self) -> str:
        """Code and name, as it is called."""
        return titled(self)

    @property
    def short(self) -> str:
        """The code, the name where there is none."""
        return self.code or self.name


@dataclass(frozen=True)
class Chain:
    """Every element with what it directly rests on and what directly follows from it."""

    elements: Mapping[UUID, Element]
    before: Mapping[UUID, tuple[UUID, ...]]
    after: Mapping[UUID, tuple[UUID, ...]]

    def on(self, rung: Rung) -> list[Element]:
        """Return the elements of one kind, by their codes."""
        return [one for one in self.elements.values() if one.rung is rung]

    def rests_on(self, key: UUID) -> list[Element]:
        """Return everything an element rests on, directly or not, from the trends on."""
        found = self._bases.get(key, frozenset())
        return [one for one in self.elements.values() if one.id in found]

    def follows(self, key: UUID) -> list[Element]:
        """Return everything that follows from an element, directly or not, up to the projects."""
        return [one for one in self.elements.values() if key in self._bases[one.id]]

    def steps(self, keys: Iterable[UUID]) -> list[Step]:
        """Return the direct steps among some elements."""
        known = {*keys}
        return [
            (one, other)
            for one in self.elements
            if one in known
            for other in self.after.get(one, ())
            if other in known
        ]

    def essential(self, keys: Iterable[UUID]) -> list[Step]:
        """Return the direct steps among some elements that no longer way among them tells too."""
        steps = self.steps(keys)
        onward: dict[UUID, set[UUID]] = defaultdict(set)
        for one, other in reversed(steps):
            onward[one] |= {other, *onward[other]}
        near: dict[UUID, list[UUID]] = defaultdict(list)
        for one, other in steps:
            near[one].append(other)
        return [
            (one, other)
            for one, other in steps
            if not any(other in onward[between] for between in near[one])
        ]

    @cached_property
    def _bases(self) -> Mapping[UUID, frozenset[UUID]]:
        """What each element rests on; those of earlier kinds are known before the later ones."""
        found: dict[UUID, frozenset[UUID]] = {}
        for one in self.elements.values():
            found[one.id] = self._basis(one, found)
        return found

    def _basis(self, one: Element, known: Mapping[UUID, frozenset[UUID]]) -> frozenset[UUID]:
        """Return what an element rests on: what it names itself, else what that leads to."""
        if one.rung in (Rung.TREND, Rung.FACTOR, Rung.OPTION, Rung.SUCCESS):
            return self._with_bases(self.before.get(one.id, ()), known)
        areas = self._direct(one.id, Rung.AREA)
        gaps, named = self._direct(one.id, Rung.GAP), self._direct(one.id, Rung.SUCCESS)
        options = self._direct(one.id, Rung.OPTION)
        successes = named or [key for gap in gaps for key in self._direct(gap, Rung.SUCCESS)]
        if not options and not areas:
            options = [key for each in (*gaps, *named) for key in self._direct(each, Rung.OPTION)]
        serving = {*options, *(key for area in areas for key in known[area])}
        if not named:
            successes = [key for key in successes if serving & {*self._direct(key, Rung.OPTION)}]
        return frozenset((*gaps, *successes)) | self._with_bases((*options, *areas), known)

    def _direct(self, key: UUID, rung: Rung) -> list[UUID]:
        return [one for one in self.before.get(key, ()) if self.elements[one].rung is rung]

    def _with_bases(
        self, keys: Iterable[UUID], known: Mapping[UUID, frozenset[UUID]]
    ) -> frozenset[UUID]:
        found = frozenset(keys)
        return found.union(*(known[key] for key in found))


@derived
def chain(snapshot: Snapshot) -> Chain:
    """Return the thread of a project as it is declared."""
    elements = {one.id: one for rung in Rung for one in _elements(snapshot, rung)}
    before: dict[UUID, list[UUID]] = defaultdict(list)
    after: dict[UUID, list[UUID]] = defaultdict(list)
    for one, other in dict.fromkeys(_steps(snapshot)):
        if one in elements and other in elements:
            after[one].append(other)
            before[other].append(one)
    return Chain(
        elements,
        {key: tuple(found) for key, found in before.items()},
        {key: tuple(found) for key, found in after.items()},
    )


def areas_of(snapshot: Snapshot, project: PlanProject) -> tuple[UUID, ...]:
    """Return the areas a project serves: its own, those of its line where it names none."""
    line = snapshot.get(ActionLine, project.line)
    return project.areas or (line.areas if line else ())


def element(record: Record) -> Element:
    """Return a record as an element of the thread; ValueError when it is of no such kind."""
    rung = next((rung for rung in Rung if isinstance(record, rung.cls)), None)
    match record:
        case Trend() if rung:
            return Element(record.id, rung, record.code, record.statement)
        case (
            PurchaseFactor()
            | StrategicOption()
            | SuccessFactor()
            | DiamondFactor()
            | ImprovementArea()
            | PlanProject()
        ) if rung:
            return Element(record.id, rung, record.code, record.name)
    raise ValueError(record)


def _elements(snapshot: Snapshot, rung: Rung) -> list[Element]:
    found = (
        element(record)
        for record in snapshot.all(rung.cls)
        if not (isinstance(record, StrategicOption) and record.status == OptionStatus.DISCARDED)
    )
    return sorted(found, key=code_order)


def _steps(snapshot: Snapshot) -> Iterator[Step]:
    """Yield every declared step, those to elements that are no part of it included."""
    for factor in snapshot.all(PurchaseFactor):
        yield from ((trend, factor.id) for trend in factor.trends)
    for option in snapshot.all(StrategicOption):
        yield from ((factor, option.id) for factor in option.purchase_factors)
    for need in snapshot.all(SuccessNeed):
        if need.relevance != Relevance.NOT_RELEVANT:
            yield need.option, need.factor
    for diamond in option_diamonds(snapshot):
        yield from ((diamond.option.id, gap.factor.id) for gap in diamond.ranked)
    for success in snapshot.all(SuccessFactor):
        yield from ((success.id, part) for part in success.subfactors)
    yield from _steps_to_action(snapshot)


def _steps_to_action(snapshot: Snapshot) -> Iterator[Step]:
    for area in snapshot.all(ImprovementArea):
        for key in (*area.options, *area.success_factors, *area.gaps):
            yield key, area.id
    for project in snapshot.all(PlanProject):
        served = areas_of(snapshot, project)
        for key in (*project.success_factors, *project.gaps, *served):
            yield key, project.id
