"""What the stages of the strategy are for and how to run their workshops.

Sources: the stage sheets of the method; minutes are a house convention for half-day workshops.
"""

from collections.abc import Mapping

from methodology.guide import Guide
from methodology.stage import Stage

GUIDES: Mapping[Stage, Guide] = {}
