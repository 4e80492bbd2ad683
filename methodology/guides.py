"""What each stage is for and how to run its workshop: read on the screen, not stored."""

from collections.abc import Mapping

from methodology import (
    guides_of_action,
    guides_of_challenges,
    guides_of_situation,
    guides_of_strategy,
)
from methodology.guide import Guide
from methodology.stage import Stage

GUIDES: Mapping[Stage, Guide] = {
    **guides_of_situation.GUIDES,
    **guides_of_challenges.GUIDES,
    **guides_of_strategy.GUIDES,
    **guides_of_action.GUIDES,
}
