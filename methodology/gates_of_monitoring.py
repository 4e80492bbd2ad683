"""The checks of monitoring: an indicator with baseline for each objective and first project."""

from methodology.check import Checks

CHECKS: Checks = {}
