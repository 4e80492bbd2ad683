"""The checks of governance: organs with names, rules adopted, a budget for the first year."""

from methodology.check import Checks

CHECKS: Checks = {}
