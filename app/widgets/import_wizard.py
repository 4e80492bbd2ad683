"""The look at an import before anything is written: counts, the button, the parts of the plan."""

from datetime import UTC, datetime

import streamlit as st

from app import state
from app.exchange.importing import import_file
from app.exchange.plan import Outcome, Plan
from app.exchange.planning import renewed
from app.i18n import Reader
from app.widgets.import_columns import show_tabs
from app.widgets.import_names import show_doubts, show_meanings, show_new_names, unknown_words
from app.widgets.import_rows import show_rows
from app.widgets.import_start import desk
from app.widgets.views import choose_view
from app.words import literal
from methodology.text import N_, Problem

COLUMNS, NAMES, ROWS = "columns", "names", "rows"


def import_wizard(plan: Plan) -> None:
    """Draw the plan of an import; every decision makes a new plan."""
    _ = state.reader()
    plan, is_other = _up_to_date(plan)
    if is_other:
        st.warning(
            _(
                "The project changed meanwhile: this is what would become of the rows now. "
                "Nothing was imported."
            ),
            icon=":material/group:",
        )
    _head(plan, _, is_other=is_other)
    for note in (*plan.left_out, *plan.notes):
        st.caption(f":material/info: {literal(note.text(_))}")
    part = choose_view(
        {
            COLUMNS: _("Columns"),
            NAMES: _("Names") + _count(_questions(plan)),
            ROWS: _("Rows") + _count(len(plan.rows)),
        },
        key=f"import_part_{plan.seed}",
        default=_part_to_begin_with(plan),
    )
    changed = plan
    if part == COLUMNS:
        changed = show_tabs(plan, _)
    elif part == NAMES:
        changed = show_meanings(show_doubts(plan, _), _)
        show_new_names(changed, _)
    else:
        changed = show_rows(plan, _)
    if changed is not plan:
        desk().plan = changed
        st.rerun()


def _part_to_begin_with(plan: Plan) -> str:
    """Return the part that needs somebody first."""
    if unknown_words(plan) or plan.doubts:
        return NAMES
    return COLUMNS if plan.is_ready else ROWS


def _questions(plan: Plan) -> int:
    return len(plan.doubts) + len(plan.names) + len(unknown_words(plan))


def _count(number: int) -> str:
    return f" ({number})" if number else ""


def _up_to_date(plan: Plan) -> tuple[Plan, bool]:
    """Return the plan for the project as it is, and whether that makes other things of its rows."""
    snapshot = state.snapshot()
    if snapshot.revision == plan.snapshot.revision:
        return plan, False
    desk().plan = now = renewed(plan, snapshot)
    return now, _outcomes(now) != _outcomes(plan)


def _outcomes(plan: Plan) -> list[tuple[Outcome, object]]:
    return [(row.outcome, row.changes) for row in plan.rows]


def _head(plan: Plan, _: Reader, *, is_other: bool) -> None:
    """Draw what would happen, and the button that makes it happen, once it was seen."""
    writing = plan.counts[Outcome.ADD] + plan.counts[Outcome.CHANGE]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{literal(plan.book.name)}**  \n{_summary(plan, _)}", width="stretch")
        if st.button(_("Leave this file"), key="import_leave"):
            _leave()
        is_sure = st.button(
            _.many("Import {count} row", "Import {count} rows", writing),
            type="primary",
            icon=":material/upload_file:",
            disabled=not plan.is_ready or plan.is_idle,
            key="import_go",
        )
    if is_sure and not is_other:
        _import(plan, _)


def _summary(plan: Plan, _: Reader) -> str:
    counted = [
        f"{_(outcome.label)} **{_.number(count)}**"
        for outcome, count in plan.counts.items()
        if count
    ]
    made = sum(name.record is not None and name.meant is None for name in plan.names)
    if made:
        counted.append(_.many("{count} name created", "{count} names created", made))
    if plan.is_idle and plan.is_ready:
        counted.append(_("There is nothing to import"))
    said = "  ·  ".join(counted)
    if plan.is_ready:
        return said
    return (
        f"{said}  \n:red[:material/error: {_('Correct or leave out the invalid rows to import')}]"
    )


def _leave() -> None:
    desk().plan, desk().original = None, b""
    st.rerun()


def _import(plan: Plan, _: Reader) -> None:
    try:
        with st.spinner(_("Importing"), show_time=True):
            act = import_file(
                state.folder(),
                plan,
                desk().original,
                by=state.person(),
                on=datetime.now(UTC).astimezone().date(),
            )
    except Problem as problem:
        state.tell(problem, N_("Nothing was imported"))
        return
    desk().revision = act.revision if act else 0
    _leave()
