"""The choice of the cluster, folded away above the scope: candidates, criteria, values."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.figures import draw, has_figure
from app.widgets.table import show_rows
from app.widgets.ways import choose_data
from app.words import literal
from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.record import Record
from methodology.selection import VERDICTS, Selection, Standing, notes, selection, stars_told

OPEN = "scope_selection"
TABLES: tuple[type[Record], ...] = (CandidateCluster, SelectionCriterion, CandidateScore)


def is_selection_open() -> bool:
    """Say whether the part is unfolded and has its figure: then that is what is projected."""
    return bool(st.session_state.get(OPEN, False)) and has_figure("selection")


def selection_view() -> None:
    """Draw the part: what the choice came to, the figure, the table, and ways to the data."""
    _ = state.reader()
    found = selection(state.snapshot())
    part = st.expander(
        literal(_title(found, _)), icon=":material/rule:", key=OPEN, on_change="rerun"
    )
    if not part.open:
        return
    with part:
        if not found.standings:
            st.markdown(
                _(
                    "Note the clusters that could be worked on and judge each by four criteria. "
                    "If the cluster was given, leave this empty and waive its check when closing."
                )
            )
        draw("selection")
        if found.standings:
            _table(found, _)
        for note in notes(found):
            st.caption(literal(note.text(_)))
        _ways_on(_)


def _title(found: Selection, _: Reader) -> str:
    """Return the title of the part with what was chosen, or among how many it will be."""
    title = _("Selection of the cluster")
    if found.chosen:
        return f"{title}: {_.join([one.name for one in found.chosen])}"
    count = len(found.standings)
    if not count:
        return title
    return f"{title}: {_.many('{count} candidate', '{count} candidates', count)}"


def _table(found: Selection, _: Reader) -> None:
    rows = [_row(one, _) for one in found.standings]
    show_rows(rows, key="selection_table", row=38, most=270)
    st.caption(
        _(
            "Quotient: share of the activity here to that in the country. Jobs beyond: above what "
            "the country's share would give. Stars: of the European Cluster Observatory."
        )
    )


def _row(one: Standing, _: Reader) -> dict[str, str]:
    """Return a candidate as a row: verdicts, quotient, jobs above expectation, stars."""
    verdicts = {head: _verdict(one, name, _) for name, head in _heads(_).items()}
    return {
        _("Candidate cluster"): one.candidate.name,
        **verdicts,
        _("Quotient"): _number(one.quotient, _, 2),
        _("Jobs beyond"): _number(one.above, _),
        _("Stars"): stars_told(one.stars).text(_),
    }


def _heads(_: Reader) -> dict[str, str]:
    """Return the four criteria in a word each: their names stand in the data view."""
    words = (_("Segment"), _("Mass"), _("Demand"), _("Concentration"))
    return dict(zip(VERDICTS, words, strict=True))


def _number(value: float | None, _: Reader, digits: int = 0) -> str:
    """Return a number, «n/d» where it is not defined."""
    return _("n/d") if value is None else _.number(value, digits)


def _verdict(one: Standing, name: str, _: Reader) -> str:
    answer = getattr(one.candidate, name)
    return _(answer.label) if answer else _("Pending")


def _ways_on(_: Reader) -> None:
    with st.container(horizontal=True):
        for cls in TABLES:
            st.button(
                _("Enter “{table}”").format(table=_(cls.title)),
                icon=":material/edit:",
                key=f"begin_{cls.table}",
                on_click=choose_data,
                args=(cls,),
            )
