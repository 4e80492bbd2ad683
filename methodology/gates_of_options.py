"""The checks of the strategic options: a vote with quorum, a status for each."""

from methodology.check import Checks

CHECKS: Checks = {}
