"""Readings of the open project that are worked out once per revision and shared by every screen."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from app import state
from methodology.gates import StageProgress, StageState, Verdict, next_step, progress, verdicts
from methodology.mapping import MapSettings
from methodology.network import NetworkMeasures, build_graph, kinds_of, measure
from methodology.stage import Stage

T = TypeVar("T")


def remembered(name: str, compute: Callable[[], T]) -> T:
    """Return what `compute` makes of the open project, kept under a name until it changes.

    Whatever else the result depends on (settings, language, light or dark) belongs in the name.
    All sessions get one object: nobody may change it.
    """
    return state.snapshot().recall(name, compute)


def stage_progress() -> Mapping[Stage, StageProgress]:
    """Return how far each stage of the open project is."""
    return {one.stage: one for one in progress(state.snapshot())}


def stage_verdicts(stage: Stage) -> tuple[Verdict, ...]:
    """Return how each check of a stage stands."""
    return verdicts(state.snapshot(), stage)


def coming_step() -> Verdict | None:
    """Return what is missing first, None when nothing is."""
    return next_step(state.snapshot())


def network(settings: MapSettings) -> NetworkMeasures:
    """Return the measures of the network under some settings."""
    return remembered(f"network {settings.model_dump_json()}", lambda: _measured(settings))


def stage_icon(stage: Stage) -> str:
    """Return the icon that says how far a stage is: an empty, filling or ticked ring, a flag."""
    found = stage_progress()[stage]
    match found.state:
        case StageState.DONE:
            return "check_circle"
        case StageState.WAIVED:
            return "flag"
        case StageState.TO_COME:
            return "radio_button_unchecked"
        case _:
            done = 100 * found.settled / max(found.total, 1)
            return f"clock_loader_{min((20, 40, 60, 80, 90), key=lambda part: abs(part - done))}"


def _measured(settings: MapSettings) -> NetworkMeasures:
    graph = build_graph(state.snapshot(), settings)
    return measure(graph, kinds_of(graph))
