"""What a figure is: what it shows, its source line, how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from app import charts
from app.i18n import Reader
from methodology.snapshot import Snapshot
from methodology.stage import Stage

Make = Callable[[Snapshot, charts.Style], object]
Source = Callable[[Snapshot, Reader], str]


@dataclass(frozen=True)
class Figure:
    """A figure by its name in the address; `make` gives None while there is nothing to show.

    `is_finding` says that the finding of the stage is what the figure shows; `short` is its name
    in a choice of views.
    """

    stage: Stage
    title: str
    make: Make
    source: Source
    is_finding: bool = False
    short: str = ""
