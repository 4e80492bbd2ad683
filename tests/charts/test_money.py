"""Money drawn: rings that close, stacks that add up, names that do not lie over each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts import Style
from app.charts.money import GAP, HALF, Stack, orientation_ring, stacks
from app.i18n import reader
from app.look import tokens
from methodology.action import Orientation
from methodology.portfolio import mix_of
from methodology.project import Country, Project
from methodology.project_sheet import MoneySource
from tests.charts.figures import EVIL, SPANISH, STYLE, is_safe, seen
from tests.cluster import made

amounts = st.dictionaries(
    st.sampled_from([*Orientation, None]), st.integers(1, 10**12), min_size=1, max_size=7
)
budgets = st.lists(st.tuples(*[st.integers(0, 10**12)] * 3), max_size=6)


def stack(name, *values):
    return Stack(name, dict(zip(MoneySource, values, strict=True)))


def names_of(made):
    """Return the names beside a ring: those at its sides."""
    return [note for note in made.layout.annotations if note.x]


def test_a_stack_is_the_sum_of_its_parts():
    assert stack("2027", 100, 20, 3).total == 123


def test_no_rows_are_drawn_without_failing():
    made = stacks([], STYLE)

    assert len(made.data) == 0
    assert made.layout.xaxis.range[1] > 0


def test_only_sources_that_pay_are_drawn_and_named():
    made = stacks([stack("2027", 100, 0, 0), stack("2028", 50, 0, 0)], STYLE)

    assert len(made.data) == 1
    assert [*made.data[0].x] == [100, 50]
    assert made.data[0].marker.color == tokens().iron


def test_totals_stand_at_the_ends_of_their_rows_and_rows_from_the_top():
    made = stacks([stack("2027", 100_00, 50_00, 0), stack("2028", 30_00, 0, 20_00)], STYLE)

    first, second, _key = made.layout.annotations
    assert [(note.x, note.y) for note in (first, second)] == [(150_00, 0), (50_00, 1)]
    assert [*made.layout.yaxis.ticktext] == ["2027", "2028"]
    assert made.layout.yaxis.range[0] > made.layout.yaxis.range[1]


def test_money_is_written_in_the_currency_of_the_reader():
    row = [stack("2027", 150_000_00, 0, 0)]

    assert "PEN 150,000" in seen(stacks(row, STYLE))[0].replace("\xa0", " ")
    assert seen(stacks(row, SPANISH))[0].startswith("S/")


def test_names_of_rows_are_dead_text_and_cut_when_long():
    made = stacks([stack(EVIL, 1, 2, 3), stack("Línea " * 20, 1, 0, 0)], STYLE)

    assert is_safe(made)
    assert made.layout.yaxis.ticktext[1].endswith("…")


@given(budgets)
def test_parts_of_every_row_add_up_to_what_stands_at_its_end(rows):
    made = stacks([stack(str(place), *row) for place, row in enumerate(rows)], STYLE)

    drawn = [sum(bar.x[place] for bar in made.data) for place in range(len(rows))]
    assert drawn == [sum(row) for row in rows]
    assert [note.x for note in made.layout.annotations][: len(rows)] == drawn
    assert made.layout.xaxis.range[1] >= max(drawn, default=0)


@given(amounts)
def test_percentages_of_a_ring_make_one_hundred(money):
    made = orientation_ring(mix_of(money), STYLE)

    told = [int(text.split("%")[0]) for text in seen(made) if "%" in text]
    assert sum(told) == 100
    assert len(told) == len(money)


@given(amounts)
def test_names_beside_a_ring_lie_apart_and_inside_the_figure(money):
    notes = names_of(orientation_ring(mix_of(money), STYLE))

    for anchor in ("left", "right"):
        levels = sorted(note.y for note in notes if note.xanchor == anchor)
        gaps = [high - low for low, high in pairwise(levels)]
        assert all(gap >= GAP - 1e-9 for gap in gaps)
        assert all(-HALF <= level <= HALF for level in levels)


@given(amounts)
def test_names_stand_on_the_side_of_their_part(money):
    for note in names_of(orientation_ring(mix_of(money), STYLE)):
        assert (note.x > 0) == (note.xanchor == "left")


def test_percentages_of_a_ring_are_written_as_the_country_writes_them():
    spain = Style(reader(made(Project, name="Uno", country=Country.SPAIN)))

    assert seen(orientation_ring(mix_of({Orientation.ICT: 500_00}), SPANISH))[0][:4] == "100%"
    assert seen(orientation_ring(mix_of({Orientation.ICT: 500_00}), spain))[0][:5] == "100\xa0%"


def test_one_orientation_is_a_whole_ring():
    made = orientation_ring(mix_of({Orientation.ICT: 500_00}), STYLE)
    part = made.data[0]

    assert max(part.x) == pytest.approx(1, abs=0.01)
    assert min(part.x) == pytest.approx(-1, abs=0.01)
    assert seen(made)[0].startswith("100% ICT")


def test_money_without_orientation_says_so():
    made = orientation_ring(mix_of({None: 100, Orientation.PEOPLE: 300}), STYLE)

    assert any("Not stated" in text for text in seen(made))


def test_the_whole_stands_in_the_middle():
    made = orientation_ring(mix_of({Orientation.ICT: 100_00, Orientation.PEOPLE: 300_00}), STYLE)
    centre = [note for note in made.layout.annotations if note.x == 0]

    assert [note.y for note in centre] == [0.1, -0.1]
    assert "400" in centre[0].text
