"""The checks of vision and areas: a text adopted, objectives that can be measured."""

from methodology.check import Checks

CHECKS: Checks = {}
