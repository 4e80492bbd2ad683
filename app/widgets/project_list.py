"""The projects of the plan as a list: how far each is, and the way to its sheet."""

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.form import record_form
from app.widgets.readings import remembered
from methodology.action import ActionLine, PlanProject
from methodology.cofinancing import ProjectMoney, money
from methodology.mapping import Actor
from methodology.portfolio import projects, taking_part
from methodology.project_checks import sheet_checks
from methodology.snapshot import Snapshot

CHOSEN = "plan_project"
BEGUN = ("code", "name", "line", "category", "typology", "leader", "actors", "areas")
ROW, TALL = 38, 420


def chosen_project() -> PlanProject | None:
    """Return the project whose sheet is open."""
    key: UUID | None = state.kept(CHOSEN)
    return state.snapshot().get(PlanProject, key)


def choose_project(project: PlanProject | None) -> None:
    """Open the sheet of a project, or the list of all with None."""
    state.keep(CHOSEN, project.id if project else None)


def project_list() -> None:
    """Draw every project in the order of the codes; a chosen row opens its sheet."""
    _, snapshot = state.reader(), state.snapshot()
    found = projects(snapshot)
    rows = remembered(f"project list {_}", lambda: project_rows(snapshot, _))
    chosen = st.dataframe(
        rows,
        hide_index=True,
        row_height=ROW,
        height=min(TALL, ROW * (len(rows) + 1) + 4),
        on_select="rerun",
        selection_mode="single-row",
        key=f"action_plan_projects_{state.kept('plan_lists', 0)}",
        column_config={
            _("Code"): st.column_config.TextColumn(width=66, pinned=True),
            _("Project"): st.column_config.TextColumn(width=275),
            _("Line"): st.column_config.TextColumn(width=58),
            _("Readiness"): st.column_config.TextColumn(width=142),
            _("Leader"): st.column_config.TextColumn(width=210),
            _("Actors"): st.column_config.TextColumn(width=76, alignment="right"),
            _("Amount"): st.column_config.TextColumn(width=122, alignment="right"),
            _("To complete"): st.column_config.TextColumn(width=115, alignment="right"),
        },
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(_("New project"), icon=":material/add:", key="action_plan_new"):
            new_project()
        st.caption(_("Choosing a row opens the sheet of the project."))
    if chosen.selection.rows:
        state.keep("plan_lists", state.kept("plan_lists", 0) + 1)
        choose_project(found[chosen.selection.rows[0]])
        st.rerun()


def new_project() -> None:
    """Open the dialog that begins a project with what makes it one."""
    _ = state.reader()
    dialog = st.dialog(_("New project"), width="medium", position="right", on_dismiss="rerun")
    dialog(_begin)()


def _begin() -> None:
    record_form(PlanProject, None, key="action_plan_begun", only=BEGUN)


def project_rows(snapshot: Snapshot, _: Reader) -> list[dict[str, str]]:
    """Return each project as a row of words."""
    amounts: Mapping[UUID, ProjectMoney] = {row.project.id: row for row in money(snapshot)}
    return [_row(one, amounts[one.id], snapshot, _) for one in projects(snapshot)]


def _row(
    project: PlanProject, amount: ProjectMoney, snapshot: Snapshot, _: Reader
) -> dict[str, str]:
    line = snapshot.get(ActionLine, project.line)
    leader = snapshot.get(Actor, project.leader)
    checks = sheet_checks(snapshot, project, amount)
    missing = sum(not one.is_met for one in checks)
    return {
        _("Code"): project.code,
        _("Project"): project.name,
        _("Line"): (line.code or line.name) if line else "",
        _("Readiness"): _(project.readiness.label),
        _("Leader"): leader.name if leader else _("Pending"),
        _("Actors"): _.number(len(taking_part(project))),
        _("Amount"): _.money(amount.total) if amount.total else _("Pending"),
        _("To complete"): _.number(missing) if missing else _("Complete"),
    }
