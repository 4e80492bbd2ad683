"""The checks of the action plan: areas served, projects with actors, leader and money."""

from methodology.check import Checks

CHECKS: Checks = {}
