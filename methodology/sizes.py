"""Firms by size: classes by employees and the pyramid they make."""

from collections.abc import Iterable
from dataclasses import dataclass

from methodology.choice import Choice
from methodology.mapping import Actor
from methodology.text import N_


class SizeClass(Choice):
    """A class of firms by employees, with its first number: a house convention, changed here."""

    MICRO = "micro", N_("Micro"), 0
    SMALL = "small", N_("Small"), 10
    MEDIUM = "medium", N_("Medium"), 50
    LARGE = "large", N_("Large"), 250

    least: int

    @property
    def most(self) -> int | None:
        """The largest number of employees in the class, None for the last one."""
        above = [other.least for other in SizeClass if other.least > self.least]
        return min(above) - 1 if above else None


@dataclass(frozen=True)
class SizeBand:
    """Firms and employees of one class of size."""

    size: SizeClass
    firms: int
    employees: int


@dataclass(frozen=True)
class Pyramid:
    """Firms by size, the smallest class first; `unknown` firms have not said their employees."""

    bands: tuple[SizeBand, ...]
    unknown: int

    @property
    def firms(self) -> int:
        """How many firms are in the classes."""
        return sum(band.firms for band in self.bands)


def pyramid(actors: Iterable[Actor]) -> Pyramid:
    """Return firms by class of size, from the employees of each."""
    everyone = [*actors]
    known = [actor.employees for actor in everyone if actor.employees is not None]
    bands = []
    for size in SizeClass:
        inside = [staff for staff in known if size_of(staff) == size]
        bands.append(SizeBand(size, len(inside), sum(inside)))
    return Pyramid(tuple(bands), len(everyone) - len(known))


def size_of(employees: int) -> SizeClass:
    """Return the class of a firm with so many employees."""
    return max((size for size in SizeClass if size.least <= employees), key=lambda size: size.least)
