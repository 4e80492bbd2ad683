"""The checks of the business: forces and trends scored by many, challenges agreed."""

from methodology.check import Checks

CHECKS: Checks = {}
