"""Figures of the options: places and areas of the bubbles, marks, ballots, shares."""

from decimal import Decimal
from math import pi

import pytest

from app.charts import (
    Style,
    intention_bars,
    option_matrix,
    order_bars,
    priority_bars,
    profile_matrix,
)
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.option_matrix import positions
from methodology.option_profiles import profile
from methodology.option_votes import Intentions, ballot, intentions
from methodology.robustness import robustness
from methodology.snapshot import Snapshot
from methodology.targets import OptionTarget
from tests.charts.figures import EVIL, STYLE, is_safe, seen, texts
from tests.cluster import made
from tests.options import option, published
from tests.strategy import FACTORS, options

ROWS = Snapshot(options())
POSTER = Style(reader(), "light", PROJECTOR + 2)


def matrix(snapshot=ROWS, style=STYLE):
    return option_matrix(positions(snapshot), style)


def with_option(code, **values):
    """Return the strategy with one option changed."""
    changed = {one.id: one for one in (option(code, **values),)}
    return Snapshot([changed.get(row.id, row) for row in options()])


def test_bubbles_stand_at_capacity_and_attractiveness():
    places = [(round(one.x[0], 2), round(one.y[0], 2)) for one in matrix().data]

    assert places == [(4.1, 2.45), (2.75, 4.25), (3.7, 4.05)]


def test_area_of_a_bubble_goes_with_its_market():
    areas = [pi * (one.marker.size / 2) ** 2 for one in matrix().data]

    assert areas[1] / areas[0] == pytest.approx(2)
    assert areas[2] / areas[0] == pytest.approx(3)


def test_what_the_plan_serves_is_filled_and_what_was_discarded_is_outlined():
    chosen, parallel, discarded = (one.marker.color for one in matrix().data)

    assert (chosen, parallel) == (tokens().copper, tokens().iron)
    assert discarded == tokens().background


def test_a_market_of_unknown_size_is_a_diamond():
    assert matrix(with_option("O1")).data[0].marker.symbol == "diamond"


def test_every_option_is_named_beside_its_bubble_on_the_side_with_room():
    notes = matrix().layout.annotations

    assert sorted(seen(matrix())[:3]) == ["O1 Option O1", "O2 Option O2", "O3 Option O3"]
    assert {note.text[-13:-7]: note.xanchor for note in notes}
    assert [note.xanchor for note in notes] == ["left", "right", "right"]


def test_labels_of_options_that_stand_close_do_not_meet():
    rows = published()
    same = [
        row.model_copy(update={"merit": Decimal(3)}) if hasattr(row, "merit") else row
        for row in rows
    ]

    shifts = [note.yshift for note in matrix(Snapshot(same)).layout.annotations]

    assert shifts == sorted(shifts, reverse=True)
    assert len({*shifts}) == 3


def test_name_of_an_option_goes_on_on_another_line_before_it_is_cut():
    snapshot = with_option("O1", name="Marca de origen en tiendas")
    work, projector = (
        next(text for text in texts(matrix(snapshot, style)) if "Marca" in text)
        for style in (STYLE, POSTER)
    )

    assert (work.count("<br>"), projector.count("<br>")) == (1, 0)
    assert "…" not in work + projector


def test_thirds_are_marked_on_both_axes_and_named():
    found = matrix()

    assert len(found.layout.shapes) == 4
    assert [*found.layout.xaxis.ticktext] == ["low", "middle", "high"]


def test_profile_marks_where_an_option_wants_to_win_with_its_target():
    found = profile_matrix(profile(ROWS), STYLE)
    full, light = found.data

    assert list(zip(full.x, full.y, strict=True)) == [(0, 0), (1, 1), (2, 2)]
    assert [*light.x] == []
    assert [note.text for note in found.layout.annotations] == ["5"]


def test_profile_on_the_projector_leaves_out_what_no_option_wants_to_win_on():
    aimed = made(OptionTarget, "x", option=option("O1").id, factor=FACTORS[3].id, target=3)
    rows = profile(Snapshot([*options(), aimed]))

    work, poster = (profile_matrix(rows, style) for style in (STYLE, POSTER))

    assert "Service" in seen(work)
    assert [text for text in seen(poster) if text.startswith("F")] == [
        "F1 Price",
        "F2 Origin",
        "F3 Variety",
    ]


def test_priority_bars_name_place_and_points_the_first_in_copper():
    found = priority_bars(ballot(ROWS), STYLE)

    assert [*found.data[0].x] == [9, 6, 3]
    assert "place 1 · 9 points" in seen(found)
    assert [colour == tokens().copper for colour in found.data[0].marker.color] == [
        True, False, False,
    ]  # fmt: skip


def test_a_vote_by_places_alone_has_no_lengths():
    ranked = ballot(Snapshot([option("O1", rank=1), option("O2", rank=2)]))

    found = priority_bars(ranked, STYLE)

    assert [*found.data[0].x] == [0, 0]
    assert "place 2" in seen(found)


def test_points_that_are_not_whole_keep_two_decimals():
    found = priority_bars(ballot(Snapshot([option("O1", points=Decimal("1.75"))])), STYLE)

    assert "1.75 points" in seen(found)


def test_intentions_are_counted_and_never_named():
    found = intention_bars(intentions(ROWS), STYLE)

    assert [*found.data[0].x] == [2, 0, 0]
    assert "2 · 100%" in seen(found)
    assert not any("Dairy" in text for text in seen(found))


def test_intentions_of_nobody_are_zero_percent():
    assert "0 · 0%" in seen(intention_bars(Intentions(((option(), 0),), 0, 0), STYLE))


def test_order_bars_add_up_and_mark_today_s_first():
    found = order_bars(robustness(ROWS), STYLE)

    assert sum(found.data[0].x) == pytest.approx(1)
    assert found.data[0].marker.color[0] == tokens().copper
    assert seen(found)[3:] == ["O3 Option O3", "O2 Option O2", "O1 Option O1"]


@pytest.mark.parametrize(
    "draw", [matrix, lambda snapshot: profile_matrix(profile(snapshot), STYLE)]
)
def test_what_people_typed_is_dead_text(draw):
    assert is_safe(draw(with_option("O1", name=EVIL)))
