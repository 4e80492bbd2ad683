"""The checks of success factors and diamond: ideal and actual, a decision for each wide gap."""

from methodology.check import Checks

CHECKS: Checks = {}
