"""What charts are put together from: columns, colours, cached cells, axes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.report.chart_pieces import (
    DASHES,
    MANY_STEPS,
    SYMBOLS,
    accent,
    column,
    labels,
    line_looks,
    numbers,
    scaling,
    steps,
    texts,
    title,
)
from app.report.markup import declared

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _parsed(piece: str) -> etree._Element:
    return etree.fromstring(f"<x {declared('c', 'a')}>{piece}</x>")


@pytest.mark.parametrize(
    ("place", "letters"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ")],
)
def test_columns_are_lettered_as_a_spreadsheet_letters_them(place, letters):
    assert column(place) == letters


@given(st.integers(0, 800), st.integers(0, 800))
def test_no_two_columns_share_their_letters(one, other):
    assert (column(one) == column(other)) is (one == other)


@pytest.mark.parametrize(
    ("chosen", "place", "colour"),
    [
        (None, 0, "accent1"),
        (None, 5, "accent6"),
        (None, 6, "accent1"),
        (2, 0, "accent3"),
        (0, 4, "accent1"),
        (7, 0, "accent2"),
    ],
)
def test_a_colour_is_the_chosen_one_or_that_of_the_place(chosen, place, colour):
    assert accent(chosen, place) == colour


def test_cells_of_text_are_counted_and_numbered():
    found = _parsed(texts("Sheet1!$A$2:$A$3", ["Uno & dos", "<tres>"]))

    assert found.findtext(f".//{C}f") == "Sheet1!$A$2:$A$3"
    assert found.find(f".//{C}ptCount").get("val") == "2"
    assert [(one.get("idx"), one.findtext(f"{C}v")) for one in found.iter(f"{C}pt")] == [
        ("0", "Uno & dos"),
        ("1", "<tres>"),
    ]


def test_an_empty_cell_of_numbers_is_counted_and_left_out():
    found = _parsed(numbers("Sheet1!$B$2:$B$4", [1.5, None, 3.0], '0.0 "m"'))

    assert found.find(f".//{C}ptCount").get("val") == "3"
    assert [(one.get("idx"), one.findtext(f"{C}v")) for one in found.iter(f"{C}pt")] == [
        ("0", "1.5"),
        ("2", "3.0"),
    ]
    assert found.findtext(f".//{C}formatCode") == '0.0 "m"'


@given(st.lists(st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))))
def test_a_number_in_the_cache_is_exactly_the_one_given(values):
    found = _parsed(numbers("Sheet1!$B$2", values, "General"))

    kept = {int(one.get("idx")): float(one.findtext(f"{C}v")) for one in found.iter(f"{C}pt")}
    assert kept == {place: value for place, value in enumerate(values) if value is not None}


def test_labels_show_what_they_are_asked_for_and_nothing_else():
    found = _parsed(labels("0", "outEnd", "tx2", "Val", "CatName"))

    shown = {
        one.tag.removeprefix(f"{C}show"): one.get("val")
        for one in found[0]
        if one.tag.startswith(f"{C}show")
    }
    assert shown == {
        "LegendKey": "0",
        "Val": "1",
        "CatName": "1",
        "SerName": "0",
        "Percent": "0",
        "BubbleSize": "0",
    }
    assert found.find(f".//{C}dLblPos").get("val") == "outEnd"


def test_labels_without_a_place_leave_it_to_word():
    found = _parsed(labels("0", "", "bg1", "Percent"))

    assert found.find(f".//{C}dLblPos") is None


def test_lines_differ_by_more_than_their_colour():
    looks = {
        (
            _parsed(line_looks("accent1", place)).find(f".//{C}symbol").get("val"),
            line_looks("accent1", place).split('prstDash val="')[1].split('"')[0],
        )
        for place in range(6)
    }

    assert looks == set(zip(SYMBOLS, DASHES, strict=True))


def test_an_axis_without_limits_is_left_to_word():
    found = _parsed(scaling(None))[0]

    assert [one.tag for one in found] == [f"{C}orientation"]


def test_an_axis_with_limits_has_both_the_larger_first_as_the_schema_asks():
    found = _parsed(scaling((1.0, 5.0)))[0]

    assert [(one.tag.removeprefix(C), one.get("val")) for one in found] == [
        ("orientation", "minMax"),
        ("max", "5.0"),
        ("min", "1.0"),
    ]


@pytest.mark.parametrize(
    ("limits", "has_steps"),
    [
        (None, False),
        ((0.0, 1.0), False),
        ((1.0, 5.0), True),
        ((0.0, float(MANY_STEPS)), True),
        ((0.0, MANY_STEPS + 0.5), False),
    ],
)
def test_short_axes_go_up_one_by_one(limits, has_steps):
    assert bool(steps(limits)) is has_steps


def test_a_title_without_words_is_none():
    assert title("") == ""
    assert "".join(_parsed(title("Importancia <hoy>")).itertext()) == "Importancia <hoy>"
