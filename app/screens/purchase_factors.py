"""Stage 5: what the buyers of each segment decide on, today and tomorrow."""

import streamlit as st

from app import state
from app.widgets.adopting import adoption_panel
from app.widgets.begin import begin_with
from app.widgets.beginnings import offer_option
from app.widgets.figures import draw, has_figure
from app.widgets.figures_of_purchase_factors import with_segments
from app.widgets.findings import finding
from app.widgets.pivot import pivot
from app.widgets.purchase_tables import gap_rows, move_rows, seed_rows, value_rows
from app.widgets.stage_page import stage_page
from app.widgets.subject import choose_subject, chosen_subject
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_view
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.proposals_of_challenges import factor_proposals
from methodology.purchase import ASKED, SegmentReading, segment_reading
from methodology.raters import Rater, Side
from methodology.record import attribute
from methodology.stage import Stage

VIEW, ABOUT = "purchase_factors_figure", "purchase_factors_about"
ASKED_SIDES = (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY, Side.FIRM)

_ = state.reader()
snapshot = state.snapshot()
segments = [one for one in with_segments(snapshot) if isinstance(one, BuyerSegment)]
segment = chosen_subject(segments, key=ABOUT)
names = {
    "factors": _("Importance"),
    "performance": _("Performance"),
    "curves": _("Value curves"),
    "seeds": _("Seeds"),
    "score": _("Scoring"),
    "adopt": _("Adopt"),
}


def figures() -> None:
    """Draw the figure, the tables or the sheet for scores that is chosen, of one segment."""
    reading = segment_reading(snapshot, segment.id) if segment else None
    if reading is None or segment is None:
        begin_with(
            BuyerSegment,
            _("There are no buyer segments yet"),
            _("Name the groups of buyers that decide alike, then what each decides on."),
            icon="shopping_basket",
        )
        return
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        view = choose_view(names, key=VIEW)
        choose_subject(segments, _("Buyer segment"), key=ABOUT)
    match view:
        case "seeds":
            seeds(reading)
        case "score":
            scores(reading)
        case "adopt":
            adoption_panel(factor_proposals(snapshot, segment.id), key=f"factors_{segment.id}")
        case _:
            drawn(view, reading)


def drawn(view: str, reading: SegmentReading) -> None:
    """Draw a figure, beside it the table it is read with; say what is missing without values."""
    if not has_figure(view, reading.segment.id):
        begin_with(
            PurchaseFactor if not reading.factors else FactorScore,
            _("Nobody has said yet what these buyers decide on"),
            _("List six to twelve factors; buyers or marked stand-ins score each of them."),
            icon="shopping_basket",
        )
    elif view == "performance":
        beside(view, reading)
    else:
        draw(view, about=reading.segment.id)
        if view == "curves":
            table(*value_rows(_, snapshot, reading), key="values")
            table(*move_rows(_, snapshot, reading), key="moves")


def beside(view: str, reading: SegmentReading) -> None:
    """Draw importance and performance with the ranking of the gaps at its side."""
    left, right = st.columns([8, 5], gap="medium")
    with left:
        draw(view, about=reading.segment.id)
    with right:
        table(*gap_rows(_, reading), key="gaps")


def seeds(reading: SegmentReading) -> None:
    """Draw what advanced buyers ask more of, and make a draft option of it."""
    rows, note = seed_rows(_, reading)
    if not rows:
        st.info(_("No factor matters a point more to advanced buyers than to today's."))
        return
    table(rows, note, key="seeds")
    offer_option(reading.segment, reading.seeds, key=f"option_{reading.segment.id}")


def scores(reading: SegmentReading) -> None:
    """Draw the sheet of one question: a row for each factor, a column for each rater."""
    questions = {field: _(attribute(FactorScore, field).label) for field in ASKED}
    question = st.selectbox(
        _("Question"),
        [*questions],
        format_func=lambda field: questions[field],
        key="purchase_factors_question",
        persist_state="session",
        label_visibility="collapsed",
        width=480,
    )
    asked = [one for one in snapshot.all(Rater) if one.side in ASKED_SIDES]
    raters = sorted(asked, key=lambda one: (ASKED_SIDES.index(one.side), one.name))
    pivot(
        FactorScore,
        row="factor",
        column="rater",
        value=question,
        key=f"purchase_scores_{question}_{reading.segment.id}",
        rows=[one.factor for one in reading.factors],
        columns=raters,
    )


def table(rows: list[dict[str, str]], note: str, *, key: str) -> None:
    """Draw a table with its source line; nothing without rows."""
    if rows:
        show_rows(rows, key=f"purchase_factors_{key}", note=note)


shown = chosen_view(names, key=VIEW)
stage_page(
    Stage.PURCHASE_FACTORS,
    finding(Stage.PURCHASE_FACTORS),
    figures,
    figure=shown if shown in ("factors", "performance", "curves") else "factors",
    about=segment.id if segment else None,
)
