"""The workbook behind a chart: what Excel opens when Word's "Edit data" is chosen."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.report.graph import Figure, Series, Shape
from app.report.workbook import workbook_bytes

texts = st.text(max_size=40)


def _sheet(figure: Figure):
    return load_workbook(BytesIO(workbook_bytes(figure.plotted))).active


def test_the_sheet_is_called_as_the_chart_refers_to_it():
    assert _sheet(Figure(Shape.LINES, ["x"], [Series("A", [1])])).title == "Sheet1"


def test_gaps_stay_empty():
    sheet = _sheet(Figure(Shape.LINES, ["x", "y"], [Series("A", [None, 2])]))

    assert [row[1] for row in sheet.iter_rows(values_only=True)] == ["A", None, 2]


@pytest.mark.parametrize("value", [0, -3, 2.5, 1e15, 1e-9])
def test_numbers_are_numbers(value):
    sheet = _sheet(Figure(Shape.LINES, ["x"], [Series("A", [value])]))

    assert sheet["B2"].data_type == "n"
    assert sheet["B2"].value == pytest.approx(value)


def test_what_is_no_number_leaves_a_gap():
    sheet = _sheet(
        Figure(Shape.LINES, ["x", "y", "z"], [Series("A", [float("nan"), float("inf"), 1])])
    )

    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)][-1] == 1
    assert sheet["B2"].value is None


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=1, max_size=6), texts)
def test_texts_come_back_and_none_is_a_formula(names, title):
    figure = Figure(Shape.LINES, names, [Series(title, [1.0] * len(names))]).plotted

    sheet = _sheet(figure)

    kept = [sheet.cell(place, 1) for place in range(2, len(names) + 2)]
    assert [cell.value or "" for cell in kept] == list(figure.categories)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_it_holds_six_small_parts_and_no_clock():
    with ZipFile(
        BytesIO(workbook_bytes(Figure(Shape.BARS, ["x"], [Series("A", [1])]).plotted))
    ) as it:
        entries = it.infolist()

    assert len(entries) == 6
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
