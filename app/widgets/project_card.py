"""One project of the plan in one place: its state, its form, and every table that belongs to it."""

from collections.abc import Mapping

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.figures import draw, has_figure
from app.widgets.form import record_form
from app.widgets.grid import grid
from app.widgets.project_list import choose_project
from app.widgets.title import project_link
from app.widgets.views import choose_view
from app.words import literal
from methodology.action import PlanProject
from methodology.code_order import titled
from methodology.cofinancing import ProjectMoney, money_of
from methodology.plan_rules import rules_of
from methodology.portfolio import projects, taking_part
from methodology.priority import ProjectRating
from methodology.project_checks import sheet_checks
from methodology.project_sheet import (
    Activity,
    BudgetItem,
    Commitment,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.text import N_
from methodology.timetable import Row, timetable_or_none

SHEET, TIME = "sheet", "time"
PARTS: Mapping[type[Record], str] = {
    Activity: N_("Activities"),
    BudgetItem: N_("Budget"),
    ProjectIndicator: N_("Indicators"),
    ProjectRisk: N_("Risks"),
    Commitment: N_("Commitments"),
    ProjectRating: N_("Scores"),
}


def project_card(project: PlanProject) -> None:
    """Draw the sheet of a project: what it comes to, what it lacks, and the part chosen."""
    _, snapshot = state.reader(), state.snapshot()
    _choose(project, snapshot, _)
    items = [one for one in snapshot.all(BudgetItem) if one.project == project.id]
    amount = money_of(project, items, rules_of(snapshot))
    found = timetable_or_none(snapshot)
    _numbers(project, amount, found.row(project) if found else None, _)
    _lacking(project, amount, snapshot, _)
    names = {SHEET: _("Project sheet"), TIME: _("Timetable")}
    names |= {cls.table: _(label) for cls, label in PARTS.items()}
    view = choose_view(names, key="action_plan_part")
    if view == SHEET:
        record_form(PlanProject, project, key=f"action_plan_sheet_{project.id}")
    elif view == TIME:
        _time(project, _)
    else:
        cls = next(one for one in PARTS if one.table == view)
        grid(cls, key=f"action_plan_{cls.table}_{project.id}", given={"project": project.id})


def _choose(project: PlanProject, snapshot: Snapshot, _: Reader) -> None:
    """Draw the way back and to the neighbours."""
    found = projects(snapshot)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("All projects"),
            icon=":material/arrow_back:",
            key="action_plan_all",
            on_click=choose_project,
            args=(None,),
        )
        chosen = st.selectbox(
            _("Project"),
            found,
            index=[one.id for one in found].index(project.id),
            format_func=titled,
            key=f"action_plan_other_{project.id}",
            label_visibility="collapsed",
        )
    if chosen.id != project.id:
        choose_project(chosen)
        st.rerun()


def _numbers(project: PlanProject, amount: ProjectMoney, row: Row | None, _: Reader) -> None:
    """Say in one line what the project comes to."""
    pending = _("Pending")
    share = _.percent(amount.public / amount.total) if amount.total else pending
    numbers = (
        (_("Amount"), _.money(amount.total) if amount.total else pending),
        (_("Public part"), share),
        (_("Months"), f"{row.start + 1}–{row.finish}" if row else pending),
        (_("Actors"), _.number(len(taking_part(project)))),
    )
    said = (f"{literal(label)} **{literal(value)}**" for label, value in numbers)
    st.markdown(" · ".join(said))


def _lacking(project: PlanProject, amount: ProjectMoney, snapshot: Snapshot, _: Reader) -> None:
    """Say point by point what the sheet has and lacks; nothing to read when all is there."""
    found = sheet_checks(snapshot, project, amount)
    missing = [one.remark.text(_) for one in found if not one.is_met]
    if not missing:
        st.markdown(f":material/check_circle: {_('The sheet is complete.')}")
        return
    said = " · ".join(literal(one) for one in missing)
    met = _("{met} of {total} points").format(
        met=_.number(len(found) - len(missing)), total=_.number(len(found))
    )
    st.markdown(f":material/hourglass_empty: **{met}.** {_('To complete')}: {said}")


def _time(project: PlanProject, _: Reader) -> None:
    if not has_figure("plan_time", project.id):
        st.caption(_("Enter the activities of the project first, each with its months."))
        return
    draw("plan_time", about=project.id)
    project_link(_, "plan_time", project.id)
