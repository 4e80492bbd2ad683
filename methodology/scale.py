"""The scales that people score on: every number in words, and what a high number means.

House conventions of this program: the sources draw these instruments without printing a numeric
scale, so each is shown to users with its anchors and never as «the method».
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from methodology.text import N_, Remark, Translate


@dataclass(frozen=True)
class Scale:
    """A scale of whole numbers; marks a field of a record as a score on it.

    `anchors` says each number in a few words, `direction` what a high number means: messages.
    """

    key: str
    direction: str
    anchors: Mapping[int, str] = field(hash=False)

    @property
    def least(self) -> int:
        """The lowest score."""
        return min(self.anchors)

    @property
    def most(self) -> int:
        """The highest score."""
        return max(self.anchors)

    def explained(self, translate: Translate) -> str:
        """Return direction and anchors in one line, in the reader's language."""
        steps = (
            Remark(N_("{number} {words}"), {"number": number, "words": translate(words)})
            for number, words in self.anchors.items()
        )
        return f"{translate(self.direction)}: {', '.join(step.text(translate) for step in steps)}"


INTENSITY = Scale(
    "intensity",
    N_("High means strong pressure and a less attractive business"),
    {
        1: N_("weak pressure"),
        2: N_("some pressure"),
        3: N_("noticeable pressure"),
        4: N_("strong pressure"),
        5: N_("very strong pressure"),
    },
)
IMPORTANCE = Scale(
    "importance",
    N_("High means that buyers decide by it"),
    {
        1: N_("does not matter"),
        2: N_("matters little"),
        3: N_("matters"),
        4: N_("matters much"),
        5: N_("decides the purchase"),
    },
)
PERFORMANCE = Scale(
    "performance",
    N_("High means that buyers are better served"),
    {
        1: N_("poor"),
        2: N_("below what is asked"),
        3: N_("as asked"),
        4: N_("good"),
        5: N_("among the best"),
    },
)
MERIT = Scale(
    "merit",
    N_("High speaks for the option"),
    {
        1: N_("very low"),
        2: N_("low"),
        3: N_("middling"),
        4: N_("high"),
        5: N_("very high"),
    },
)
LEVEL = Scale(
    "level",
    N_("High means a better environment today"),
    {
        1: N_("absent"),
        2: N_("isolated, weak, depends on persons"),
        3: N_("exists but generic or uneven"),
        4: N_("specialized and accessible to most firms"),
        5: N_("world reference, a reason to locate here"),
    },
)
NEED = Scale(
    "need",
    N_("High means that the option needs more of it"),
    {
        1: N_("irrelevant"),
        2: N_("helps a little"),
        3: N_("needed at a usual level"),
        4: N_("needed, specialized"),
        5: N_("critical, at world level"),
    },
)
WEIGHT = Scale(
    "weight",
    N_("High means that it weighs more in the option"),
    {
        1: N_("hardly weighs"),
        2: N_("weighs little"),
        3: N_("weighs"),
        4: N_("weighs much"),
        5: N_("weighs most"),
    },
)
EXPOSURE = Scale(
    "exposure",
    N_("Negative threatens, positive favors"),
    {
        -2: N_("serious threat"),
        -1: N_("threat"),
        0: N_("neutral"),
        1: N_("tailwind"),
        2: N_("strong tailwind"),
    },
)
IMPACT = Scale(
    "impact",
    N_("High means more impact"),
    {
        1: N_("hardly any"),
        2: N_("little"),
        3: N_("some"),
        4: N_("much"),
        5: N_("decisive"),
    },
)
EFFORT = Scale(
    "effort",
    N_("High means more effort"),
    {
        1: N_("almost none"),
        2: N_("little"),
        3: N_("some"),
        4: N_("much"),
        5: N_("very much"),
    },
)

SCALES = (
    INTENSITY,
    IMPORTANCE,
    PERFORMANCE,
    MERIT,
    LEVEL,
    NEED,
    WEIGHT,
    EXPOSURE,
    IMPACT,
    EFFORT,
)
_BY_KEY = {scale.key: scale for scale in SCALES}


def scale_called(key: str) -> Scale:
    """Return the scale with a key; KeyError when the method has none."""
    return _BY_KEY[key]


def find_scale(key: str) -> Scale | None:
    """Return the scale with a key, None when the method has none."""
    return _BY_KEY.get(key)


Score = Annotated[int, Field(ge=1, le=5)]
Middle = Annotated[Decimal, Field(ge=1, le=5, max_digits=3, decimal_places=2)]  # of many scores
Exposure = Annotated[int, Field(ge=-2, le=2), EXPOSURE]
Intensity = Annotated[Score, INTENSITY]
Importance = Annotated[Score, IMPORTANCE]
Performance = Annotated[Score, PERFORMANCE]
Merit = Annotated[Score, MERIT]
Level = Annotated[Score, LEVEL]
Need = Annotated[Score, NEED]
Weight = Annotated[Score, WEIGHT]
Impact = Annotated[Score, IMPACT]
Effort = Annotated[Score, EFFORT]
