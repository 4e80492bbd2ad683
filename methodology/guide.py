"""What a guide to a stage holds: purpose, workshop, inputs, outputs and agenda."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One item of an agenda."""

    minutes: int
    what: str


@dataclass(frozen=True)
class Guide:
    """Purpose, inputs and outputs of a stage and the agenda of its workshop, as messages."""

    purpose: str
    workshop: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    agenda: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Return how long the workshop takes, breaks included."""
        return sum(step.minutes for step in self.agenda)
