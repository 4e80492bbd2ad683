"""What the project gives away: one workbook with every table, or one table as CSV."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st

from app import state
from app.exchange.csv_tables import write_csv
from app.exchange.sharing import Share
from app.exchange.workbook import write_workbook
from app.i18n import Reader
from app.widgets.downloads import XLSX
from methodology.project import Project
from methodology.record import Record
from methodology.snapshot import Snapshot


def export_panel() -> None:
    """Draw the downloads; each file is made when it is asked for."""
    _ = state.reader()
    snapshot = state.snapshot()
    on = datetime.now(UTC).astimezone().date()
    has_persons = st.toggle(
        _("With persons and confidential notes"),
        value=True,
        key="export_persons",
        help=_("Off: the tables of persons and every private field are left out"),
    )
    share = Share(with_people=has_persons, with_private=has_persons)
    left, right = st.columns(2, gap="large")
    with left:
        _workbook(snapshot, share, on, _)
    with right:
        _table(snapshot, share, on, _)


def _workbook(snapshot: Snapshot, share: Share, on: date, _: Reader) -> None:
    st.subheader(_("Workbook"), anchor=False)
    st.markdown(
        _(
            "One sheet for each table, with lists to choose from. Edited in a spreadsheet program "
            "and imported again, it changes the rows it came from."
        )
    )
    st.download_button(
        _("Download workbook"),
        data=lambda: write_workbook(snapshot, _, on=on, share=share),
        file_name=f"{_stem(snapshot)} {on.isoformat()}.xlsx",
        mime=XLSX,
        type="primary",
        icon=":material/download:",
        key="export_workbook",
        on_click="ignore",
    )


def _table(snapshot: Snapshot, share: Share, on: date, _: Reader) -> None:
    st.subheader(_("One table"), anchor=False)
    types = share.shared_types()
    longest = max(types, key=lambda cls: len(snapshot.all(cls)))
    cls = st.selectbox(
        _("Table"),
        types,
        index=types.index(longest),
        format_func=lambda cls: _titled(cls, snapshot, _),
        key="export_table",
    )
    st.download_button(
        _("Download CSV"),
        data=_maker(cls, snapshot, share, _),
        file_name=f"{_stem(snapshot)} {_(cls.title)} {on.isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        key="export_csv",
        on_click="ignore",
    )


def _maker(cls: type[Record], snapshot: Snapshot, share: Share, _: Reader) -> Callable[[], bytes]:
    return lambda: write_csv(cls, snapshot, _, share=share)


def _titled(cls: type[Record], snapshot: Snapshot, _: Reader) -> str:
    count = _.many("{count} row", "{count} rows", len(snapshot.all(cls)))
    return f"{_(cls.title)} · {count}"


def _stem(snapshot: Snapshot) -> str:
    project = snapshot.one(Project)
    kept = "".join(c if c.isalnum() else " " for c in project.name) if project else ""
    return " ".join(kept.split()) or "Dinamo"
