"""The diamond of the open project, computed once for each state of it and shared by all pages."""

from app import state
from app.widgets.readings import shared
from methodology.gaps import OptionDiamond, option_diamonds
from methodology.levels import Reading, readings
from methodology.success_matrix import SuccessMatrix, success_matrix


def diamonds() -> tuple[OptionDiamond, ...]:
    """Return the diamonds of all options."""
    return shared("diamonds", lambda: option_diamonds(state.snapshot()))


def scores() -> tuple[Reading, ...]:
    """Return what the raters say of every sub-factor."""
    return shared("scores of the diamond", lambda: readings(state.snapshot()))


def matrix() -> SuccessMatrix:
    """Return the success factors against the options."""
    return shared("success factors", lambda: success_matrix(state.snapshot()))
