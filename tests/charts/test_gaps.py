"""What an option lacks in bars, chance on its own axis, and who should talk first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.charts import (
    Style,
    chance_bars,
    determinant_bars,
    gap_bars,
    spread_ranges,
    success_chart,
)
from app.charts.gaps import GAPS
from app.look import PROJECTOR, WORK, tokens
from methodology.levels import readings
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from methodology.spread import spread
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from methodology.success_matrix import success_matrix
from tests.charts.figures import STYLE, seen
from tests.cluster import made
from tests.diamonds import GROUPS, diamond_of, factor, ideal, option, published

ONE = diamond_of(*published())
COPPER = tokens().copper


def test_bars_of_determinants_say_the_mean_that_is_missing():
    found = determinant_bars(ONE, STYLE)

    assert [*found.layout.yaxis.ticktext][3].endswith("<b>Rivalry</b></span>")
    assert seen(found)[:4] == ["1.3", "2.0", "1.7", "1.0"]
    assert [*found.data[0].marker.color] == [COPPER] * 4


def test_bars_of_several_options_share_one_scale():
    one, part = option(), factor("FC1", actual=3)
    small = diamond_of(one, part, ideal(part, one, 4))

    ends = [determinant_bars(found, STYLE).layout.xaxis.range[1] for found in (ONE, small)]

    assert ends[0] == ends[1]


def test_government_has_a_bar_when_it_has_scores():
    rows = published()
    law = factor("GOV1", actual=4)

    found = determinant_bars(diamond_of(*rows, law, ideal(law, rows[0], 4)), STYLE)

    assert [*found.layout.yaxis.ticktext][-1] == "Government"
    assert found.data[0].marker.color[-1] == tokens().faint


def test_gaps_come_by_priority_with_the_sum_behind_each():
    found = gap_bars(ONE, STYLE)

    assert seen(found)[:4] == ["DC2 DC2", "12 = 4 × 3", "FC2 FC2", "12 = 4 × 3"]
    assert len(found.data[0].x) == min(GAPS, len(ONE.ranked))
    wide = [gap.is_wide for gap in ONE.ranked[:GAPS]]
    assert [colour == COPPER for colour in found.data[0].marker.color] == wide


@pytest.mark.parametrize("px", [PROJECTOR + 2, WORK])
def test_names_and_sums_of_gaps_lie_apart_before_the_room_too(px):
    one = option()
    parts = [factor(code, actual=2) for code in GROUPS]
    needs = [ideal(part, one, 5) for part in parts]

    found = gap_bars(diamond_of(one, *parts, *needs), Style(STYLE.reader, "light", px))

    tall = (540 if px > WORK else found.layout.height) / (len(found.data[0].x) + 0.15)
    places = sorted(note.y for note in found.layout.annotations)
    assert all(low - high >= 1.08 * px / tall for high, low in pairwise(places))


@pytest.mark.parametrize(("px", "is_whole"), [(PROJECTOR + 2, True), (WORK, False)])
def test_the_room_reads_the_whole_name_of_what_is_missing(px, is_whole):
    [first, *_rest] = ONE.ranked
    name = "Proveedores especializados de insumos y de maquinaria quesera"
    longer = replace(first, factor=first.factor.model_copy(update={"name": name}))

    found = gap_bars(replace(ONE, gaps=(longer,)), Style(STYLE.reader, "light", px))

    assert seen(found)[0].endswith(name) is is_whole


def test_threats_grow_to_the_left_in_copper_and_tailwinds_to_the_right():
    rows = [factor("CH1", exposure=-2), factor("CH2", exposure=1)]

    found = chance_bars(readings(Snapshot(rows)), STYLE)

    assert [*found.data[0].x] == [-2, 1]
    assert [*found.data[0].marker.color] == [COPPER, tokens().iron]
    assert {"threat", "tailwind"} <= set(seen(found))


def test_scores_that_lie_apart_stand_out():
    rows = [("Trust", spread([1, 2, 4, 5])), ("Roads", spread([2, 2, 3, 3]))]

    found = spread_ranges(rows, STYLE)

    assert [trace.line.color for trace in found.data[:2]] == [COPPER, tokens().iron]
    assert [*found.data[2].x] == [3, 2.5]
    assert "<b>Trust</b>" in found.layout.yaxis.ticktext[0]


def test_matrix_tells_necessary_important_and_the_rest_apart_without_colour():
    chosen, other = option("O1"), option("O2", OptionStatus.PARALLEL)
    weak = made(SuccessFactor, "w", code="FE1", name="Taste", level=SuccessLevel.FIRM, present=2)
    strong = made(SuccessFactor, "s", code="FE2", name="Milk", level=SuccessLevel.FIRM, present=4)
    needs = [
        made(SuccessNeed, f"{one.code}{to.code}", factor=one.id, option=to.id, relevance=what)
        for one, to, what in (
            (weak, chosen, Relevance.NECESSARY),
            (weak, other, Relevance.IMPORTANT),
            (strong, chosen, Relevance.NECESSARY),
            (strong, other, Relevance.NOT_RELEVANT),
        )
    ]
    snapshot = Snapshot([chosen, other, weak, strong, *needs])

    found = success_chart(success_matrix(snapshot), STYLE)

    marks = {trace.marker.size: [*zip(trace.x, trace.y, strict=True)] for trace in found.data}
    assert sorted(marks.values()) == [[(0, 0), (0, 1)], [(1, 0)], [(1, 1)]]
    assert len(marks) == 3
    assert "FE1 Taste" in found.layout.yaxis.ticktext[0]
    assert COPPER != tokens().copper_text in found.layout.yaxis.ticktext[0]
    assert found.layout.yaxis.ticktext[1] == "FE2 Milk"
