"""Stage 9: lines and projects, who leads and pays, when, and what comes first."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import FIGURES, draw, has_figure
from app.widgets.findings import finding
from app.widgets.plan_tables import money_line, priority_table
from app.widgets.project_card import project_card
from app.widgets.project_list import chosen_project, project_list
from app.widgets.project_zero import project_zero_plan
from app.widgets.stage_page import stage_page
from app.widgets.views import choose_view, chosen_before, chosen_view
from app.widgets.working_groups import working_groups
from app.words import literal
from methodology.action import ActionLine, PlanProject
from methodology.project_zero import ManagerTask
from methodology.published import renumbered
from methodology.schedule import CircularDependency
from methodology.stage import Stage
from methodology.timetable import timetable

PROJECTS, TREE, TIME, PRIORITY, MONEY = "projects", "tree", "time", "priority", "money"
GROUPS, ZERO = "groups", "zero"
AMOUNTS = ("plan_orientation", "plan_years", "plan_lines")  # the figures of the money

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw the projects, or one of the views of all of them."""
    is_empty = not any(snapshot.all(cls) for cls in (ActionLine, PlanProject, ManagerTask))
    names = {
        PROJECTS: _("Projects"),
        TREE: _("Tree"),
        TIME: _("Timetable"),
        PRIORITY: _("Priority"),
        MONEY: _("Money"),
        GROUPS: _("Groups"),
        ZERO: _("Project 0"),
    }
    if is_empty:
        names = {PROJECTS: names[PROJECTS], ZERO: names[ZERO]}
    view = choose_view(names, key="action_plan_figure")
    warn()
    if view == ZERO:
        project_zero_plan()
    elif not snapshot.all(PlanProject) and view != GROUPS:
        nothing_yet()
    elif view == PROJECTS:
        project = chosen_project()
        if project:
            project_card(project)
        else:
            project_list()
    else:
        {TREE: tree, TIME: time, PRIORITY: priority, MONEY: amounts, GROUPS: working_groups}[view]()


def warn() -> None:
    """Say what would make the plan wrong: circles, and codes that were given away."""
    try:
        timetable(snapshot)
    except CircularDependency as circle:
        st.warning(literal(circle.text(_)), icon=":material/warning:")
    moved = renumbered(snapshot)
    if moved:
        said = " · ".join(literal(one.text(_)) for one in moved)
        st.warning(said, title=_("Published codes were changed"), icon=":material/warning:")


def nothing_yet() -> None:
    """Say what is missing and how it comes about."""
    begin_with(
        PlanProject,
        _("No project has been entered yet"),
        _("Each working group turns an improvement area into projects with leader and actors."),
        icon="account_tree",
    )


def tree() -> None:
    """Draw lines and projects."""
    draw("plan_tree")


def time() -> None:
    """Draw the projects in time."""
    if has_figure("plan_time"):
        draw("plan_time")
    else:
        st.caption(_("Enter activities with their months; circles have to be undone first."))


def priority() -> None:
    """Draw the priority matrix and its table."""
    if has_figure("plan_priority"):
        draw("plan_priority")
        priority_table()
    else:
        st.caption(_("Enter scores of impact and effort, or adopt those of a round."))


def amounts() -> None:
    """Draw the money of the plan by orientation, year or line."""
    shown = [name for name in AMOUNTS if has_figure(name)]
    if not shown:
        st.caption(_("Enter the budget of the projects by item, year and source."))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        labels = {name: _(FIGURES[name].short) for name in shown}
        chosen = choose_view(labels, key="action_plan_money")
        money_line()
    draw(chosen)


PROJECTED = {
    TIME: "plan_time",
    PRIORITY: "plan_priority",
    MONEY: chosen_view(AMOUNTS, key="action_plan_money"),
}
stage_page(
    Stage.ACTION_PLAN,
    finding(Stage.ACTION_PLAN),
    figures,
    figure=PROJECTED.get(chosen_before("action_plan_figure", ""), "plan_tree"),
)
