"""The checks of the purchase-decision factors: segments, buyers heard, factors scored."""

from methodology.check import Checks

CHECKS: Checks = {}
