"""One condition for closing a stage, and how it is judged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import Remark


@dataclass(frozen=True)
class Check:
    """One condition for closing a stage; `key` is stored with waivers and never renamed.

    `label` says what must be true, `action` what to do about it: both are messages. `where` is the
    record type whose table meets it.
    """

    key: str
    stage: Stage
    label: str
    action: str
    where: type[Record]


Judgement = tuple[bool, Remark]
Checks = Mapping[Check, Callable[[Snapshot], Judgement]]
