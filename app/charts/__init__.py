"""Figures: results in, plotly figures out; nothing here opens the store or draws on a screen."""

from app.charts.attendance import attendance_matrix
from app.charts.bars import Bar, actor_bars, bars, comparison_bars, link_bars
from app.charts.calendar import stage_calendar
from app.charts.funnel import scope_funnel
from app.charts.pyramid import size_pyramid, span
from app.charts.template import CONFIG, Style

__all__ = [
    "CONFIG",
    "Bar",
    "Style",
    "actor_bars",
    "attendance_matrix",
    "bars",
    "comparison_bars",
    "link_bars",
    "scope_funnel",
    "size_pyramid",
    "span",
    "stage_calendar",
]
