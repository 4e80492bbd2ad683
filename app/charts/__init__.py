"""Figures: results in, plotly figures out; nothing here opens the store or draws on a screen."""

from app.charts.arrivals import arrival_bars
from app.charts.attendance import attendance_matrix
from app.charts.bars import Bar, actor_bars, bars, comparison_bars, link_bars
from app.charts.calendar import stage_calendar
from app.charts.curves import value_curves
from app.charts.diamonds import diamond_card, diamond_figure, diamond_poster, option_poster
from app.charts.dots import Dot, Head, Line, dot_matrix
from app.charts.forces import five_forces, trend_list
from app.charts.funding import funding_bars
from app.charts.funnel import scope_funnel
from app.charts.gantt import plan_gantt, project_gantt
from app.charts.gaps import chance_bars, determinant_bars, gap_bars, spread_ranges
from app.charts.groups import group_bars
from app.charts.ideas import clusters, ideas_map, word_cloud
from app.charts.importance import importance_arrows, importance_performance
from app.charts.money import line_stacks, orientation_ring, year_stacks
from app.charts.options import (
    intention_bars,
    option_matrix,
    order_bars,
    priority_bars,
    profile_matrix,
)
from app.charts.organ_chart import organ_chart
from app.charts.poster import LARGE, SMALL, Words, poster
from app.charts.priority import priority_matrix
from app.charts.progress_bars import progress_bars
from app.charts.project_tree import project_tree
from app.charts.pyramid import size_pyramid, span
from app.charts.risk_matrix import risk_matrix
from app.charts.selection import selection_chart
from app.charts.success import success_chart
from app.charts.template import CONFIG, Style, in_lines
from app.charts.theory_chain import theory_chain
from app.charts.thread import thread_figure
from app.charts.turnout import turnout_bar
from app.charts.visions import area_matrix, vision_poster
from app.charts.votes import (
    on_page,
    page_count,
    ranking_bars,
    rating_shifts,
    rating_spreads,
    vote_bars,
)

__all__ = [
    "CONFIG",
    "LARGE",
    "SMALL",
    "Bar",
    "Dot",
    "Head",
    "Line",
    "Style",
    "Words",
    "actor_bars",
    "area_matrix",
    "arrival_bars",
    "attendance_matrix",
    "bars",
    "chance_bars",
    "clusters",
    "comparison_bars",
    "determinant_bars",
    "diamond_card",
    "diamond_figure",
    "diamond_poster",
    "dot_matrix",
    "five_forces",
    "funding_bars",
    "gap_bars",
    "group_bars",
    "ideas_map",
    "importance_arrows",
    "importance_performance",
    "in_lines",
    "intention_bars",
    "line_stacks",
    "link_bars",
    "on_page",
    "option_matrix",
    "option_poster",
    "order_bars",
    "organ_chart",
    "orientation_ring",
    "page_count",
    "plan_gantt",
    "poster",
    "priority_bars",
    "priority_matrix",
    "profile_matrix",
    "progress_bars",
    "project_gantt",
    "project_tree",
    "ranking_bars",
    "rating_shifts",
    "rating_spreads",
    "risk_matrix",
    "scope_funnel",
    "selection_chart",
    "size_pyramid",
    "span",
    "spread_ranges",
    "stage_calendar",
    "success_chart",
    "theory_chain",
    "thread_figure",
    "trend_list",
    "turnout_bar",
    "value_curves",
    "vision_poster",
    "vote_bars",
    "word_cloud",
    "year_stacks",
]
