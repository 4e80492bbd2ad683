"""Start: the next step, what is missing to close its stage, and where the 26 weeks stand."""

import streamlit as st

from app import state
from app.widgets.closing import stage_check_lines
from app.widgets.figures import draw
from app.widgets.person import person_question
from app.widgets.plan_finality import last_plan
from app.widgets.readings import coming_step, stage_progress
from app.widgets.thread import loose_note
from app.widgets.title import title_row
from app.widgets.ways import CLOSING, lead_to_table, show
from app.words import literal
from methodology.calendar import Calendar, calendar
from methodology.gates import Verdict
from methodology.monitoring import Measurement
from methodology.project import PlanStatus, Project
from methodology.stage import WEEKS, Stage

LINES = 4
_ = state.reader()
snapshot = state.snapshot()
project = snapshot.one(Project)


def week(found: Calendar) -> str:
    """Return in words where today stands in the 26 weeks."""
    if found.week is None or found.starts_on is None:
        return ""
    if found.week < 1:
        return _("starts on {day}").format(day=_.date(found.starts_on))
    if found.week > WEEKS:
        return _("{weeks} + {late} weeks").format(weeks=WEEKS, late=found.week - WEEKS)
    return _("week {week} of {weeks}").format(week=found.week, weeks=WEEKS)


def step_card(step: Verdict) -> None:
    """Draw the next step with its two ways on, and what its stage still lacks."""
    stage = step.check.stage
    found = stage_progress()[stage]
    with st.container(border=True):
        now, missing = st.columns([7, 5], gap="medium")
        with now, st.container(gap="xsmall"):
            head()
            st.header(_(step.check.action), anchor=False)
            st.markdown(literal(step.detail.text(_)))
            buttons(step)
        with missing, st.container(gap="xsmall"):
            closing = _("To close stage {name}: {settled} of {total}").format(
                name=name(stage), settled=found.settled, total=found.total
            )
            st.markdown(f"**{closing}**")
            st.markdown("  \n".join(stage_check_lines(stage, LINES)))
            ways_to_close(stage, found.total)


def head() -> None:
    """Draw what the card is, and beside it who works here while nobody has said so."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(f":orange[**{_('Next step')}**]", width="content")
        person_question("start")


def buttons(step: Verdict) -> None:
    """Draw the two ways on from the next step."""
    with st.container(horizontal=True):
        lead_to_table(step.check.where, "start_go", is_first=True)
        if st.button(_("Import a spreadsheet"), icon=":material/upload:", key="start_import"):
            st.switch_page("screens/exchange.py")


def ways_to_close(stage: Stage, total: int) -> None:
    """Draw the way to all checks of a stage, and beside it the loose ends of the chain."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(
            _.many("See the {count} check", "See all {count} checks", total),
            type="tertiary",
            icon=":material/arrow_forward:",
            key="start_closing",
        ):
            show(stage, CLOSING)
            st.switch_page(f"screens/{stage}.py")
        loose_note()


def closed_card() -> None:
    """Draw what is left when every check of the stages at hand is settled."""
    with st.container(border=True, gap="xsmall"):
        head()
        last = last_plan()
        if last and last.version.status is PlanStatus.FINAL and not last.changes:
            st.header(_("Carry out the plan and note what is measured"), anchor=False)
            told = _("The plan is final in its version {number} of {day}.")
            day = _.date(last.version.made_on)
            st.markdown(told.format(number=_.number(last.version.number), day=day))
            lead_to_table(Measurement, "start_measure", is_first=True)
            return
        st.header(_("Export the plan and have it read"), anchor=False)
        st.markdown(_("Every check of the stages at hand is settled."))
        with st.container(horizontal=True):
            if st.button(_("Go to the plan"), type="primary", icon=":material/description:"):
                st.switch_page("screens/document.py")
            loose_note()


def name(stage: Stage) -> str:
    """Return number and name of a stage."""
    return f"{stage.number} {_(stage.label)}"


title_row(
    project.name if project else state.folder().path.name,
    week(calendar(snapshot, state.today())),
    figure="calendar",
)
for notice in state.folder().notices():
    state.warn(notice)
step = coming_step()
if step:
    step_card(step)
else:
    closed_card()
draw("calendar", height=276)
