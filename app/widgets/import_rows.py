"""Row by row, what an import would do and why; rows are left out and taken in one by one."""

from typing import Any

import pandas as pd
import streamlit as st

from app.exchange.cells import Names, show
from app.exchange.plan import CellComplaint, Outcome, Plan, RowPlan
from app.exchange.planning import exclude_row, include_row
from app.i18n import Reader
from methodology.record import Record, fields

ROW, TWO_LINES, HEAD, TALLEST = 35, 76, 41, 391  # Streamlit wraps words above four rem
LONGEST = 48  # letters of a detail that one line shows; longer ones get two
TOLD = 6
ICONS = {
    Outcome.ADD: "add",
    Outcome.CHANGE: "edit",
    Outcome.UNCHANGED: "check",
    Outcome.SKIPPED: "block",
    Outcome.INVALID: "error",
}


def show_rows(plan: Plan, _: Reader) -> Plan:
    """Draw the rows of one outcome or all; return the plan with rows left out or taken in."""
    found = [outcome for outcome in Outcome if plan.counts[outcome]]
    chosen = _outcome(plan, found, _) if len(found) > 1 else None
    rows = [row for row in plan.rows if chosen is None or row.outcome == chosen]
    if not rows:
        return plan
    return _table(plan, rows, f"import_rows_{chosen}", _)


def _outcome(plan: Plan, found: list[Outcome], _: Reader) -> Outcome | None:
    return st.segmented_control(
        _("Show"),
        found,
        format_func=lambda outcome: (
            f":material/{ICONS[outcome]}: {_(outcome.label)} {plan.counts[outcome]}"
        ),
        default=Outcome.INVALID if Outcome.INVALID in found else None,
        key="import_outcome",
        persist_state="session",
        label_visibility="collapsed",
    )


def _table(plan: Plan, rows: list[RowPlan], key: str, _: Reader) -> Plan:
    """Draw the rows with a box to take each or leave it out."""
    has_sheets = len({row.place.sheet for row in plan.rows}) > 1
    table = pd.DataFrame([_cells(plan, row, _, has_sheets=has_sheets) for row in rows])
    key = f"{key}_{len(rows)}_{rows[0].place.row}_{rows[-1].place.row}"
    tall = TWO_LINES if table["why"].map(len).max() > LONGEST else ROW
    st.data_editor(
        table,
        key=key,
        hide_index=True,
        num_rows="fixed",
        row_height=tall,
        height=min(TALLEST, HEAD + tall * len(table)),
        alt=_("Rows of the file"),
        column_config={
            "taken": st.column_config.CheckboxColumn(_("Take"), width="small"),
            "sheet": st.column_config.TextColumn(_("Sheet"), disabled=True),
            "row": st.column_config.NumberColumn(_("Row"), disabled=True, width="small"),
            "outcome": st.column_config.TextColumn(_("What happens"), disabled=True),
            "words": st.column_config.TextColumn(_("Name"), disabled=True, width="medium"),
            "why": st.column_config.TextColumn(_("Details"), disabled=True, width="large"),
        },
    )
    for place, cells in st.session_state[key]["edited_rows"].items():
        row = rows[int(place)]
        if "taken" in cells and cells["taken"] != is_taken(plan, row):
            plan = (include_row if cells["taken"] else exclude_row)(plan, row.place)
    return plan


def is_taken(plan: Plan, row: RowPlan) -> bool:
    """Say whether a row takes part in the import."""
    return row.outcome is not Outcome.SKIPPED and row.place not in plan.decisions.excluded


def _cells(plan: Plan, row: RowPlan, _: Reader, *, has_sheets: bool) -> dict[str, Any]:
    cells: dict[str, Any] = {"taken": is_taken(plan, row)}
    if has_sheets:
        cells["sheet"] = row.place.sheet
    return {
        **cells,
        "row": row.place.row,
        "outcome": _(row.outcome.label),
        "words": row.words,
        "why": details(plan, row, _),
    }


def details(plan: Plan, row: RowPlan, _: Reader) -> str:
    """Return in words why a row is not imported, or what it changes."""
    if row.complaints:
        return "  ".join(_complaint(each, _) for each in row.complaints)
    if row.reason:
        return row.reason.text(_)
    names = plan.after
    if row.outcome is Outcome.ADD and row.record:
        return _filled(row.record, names, _)
    return "; ".join(
        _("{field}: {before} → {after}").format(
            field=_(each.attribute.label),
            before=show(each.attribute, each.before, _, names) or "—",
            after=show(each.attribute, each.after, _, names) or "—",
        )
        for each in row.changes
    )


def _filled(record: Record, names: Names, _: Reader) -> str:
    """Return the first filled fields of a new record, those of its name left out."""
    told = []
    for each in fields(type(record)):
        value = getattr(record, each.name)
        if not each.is_key and value not in (each.default, None, "", ()):
            told.append(f"{_(each.label)}: {show(each, value, _, names)}")
    return "; ".join(told[:TOLD]) + (" …" if len(told) > TOLD else "")


def _complaint(complaint: CellComplaint, _: Reader) -> str:
    text = complaint.problem.text(_)
    if not complaint.column:
        return text
    return _("Column {column} ({heading}): {problem}").format(
        column=complaint.column, heading=complaint.heading, problem=text
    )
