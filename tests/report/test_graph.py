"""Native charts: valid for Word, equal to their workbook, coloured by the theme, nothing alive."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from app.report.chart import chart_xml
from app.report.chart_pieces import column
from app.report.graph import Figure, Point, Series, Shape
from app.report.workbook import workbook_bytes

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FIGURE = Figure(Shape.BARS, ["Uno", "Dos"], [Series("Firmas", [3, 5])])
numbers = st.one_of(st.none(), st.floats(), st.integers(-(10**9), 10**9))


def _root(figure: Figure) -> etree._Element:
    return etree.fromstring(chart_xml(figure.plotted, "es-PE", "rId1"))


def _cells(figure: Figure) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(workbook_bytes(figure.plotted))).active
    return list(sheet.iter_rows(values_only=True))


def test_the_workbook_has_categories_first_and_a_column_for_each_series():
    figure = Figure(Shape.STACKED, ["Uno", "Dos"], [Series("A", [1, None]), Series("B", [2, 3])])

    assert _cells(figure) == [(None, "A", "B"), ("Dos", None, 3), ("Uno", 1, 2)]


@pytest.mark.parametrize("shape", list(Shape))
def test_what_microsofts_validator_complains_about_is_mended(shape):
    root = _root(
        Figure(
            shape,
            ["Uno", "Dos", "Tres"],
            [Series("A", [1, 2, 3]), Series("B", [2, 3, 4])],
            points=[Point("P", 1, 2)],
        )
    )

    axes = [one.get("val") for one in root.iter(f"{C}axId", f"{C}crossAx")]
    assert bool(axes) is (shape is not Shape.DOUGHNUT)
    assert all(int(axis) >= 0 for axis in axes)
    assert [one.tag for one in root][:3] == [f"{C}date1904", f"{C}lang", f"{C}roundedCorners"]
    assert root.find(f"{C}chart").getnext().tag == f"{C}spPr"
    assert [one.tag for one in root][-1] == f"{C}externalData"


def test_series_follow_the_theme():
    root = _root(Figure(Shape.BARS, ["Uno"], [Series("A", [1]), Series("B", [2])]))

    fills = [
        one.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for one in root.iter(f"{C}ser")
    ]

    assert fills == ["accent1", "accent2"]


def test_a_hidden_series_has_neither_fill_nor_line():
    root = _root(
        Figure(Shape.STACKED, ["Uno"], [Series("A", [1], is_hidden=True), Series("B", [2])])
    )

    hidden = next(root.iter(f"{C}ser")).find(f"{C}spPr")
    assert hidden.find(f"{A}noFill") is not None
    assert hidden.find(f"{A}ln/{A}noFill") is not None


def test_one_series_has_labels_and_no_legend():
    root = _root(FIGURE)

    assert root.find(f".//{C}legend") is None
    assert root.find(f".//{C}dLbls/{C}showVal").get("val") == "1"


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x")', "@SUM(A1)", "+1", "http://x.pe"]
)
def test_a_text_stays_a_text_in_the_workbook(text):
    sheet = load_workbook(
        BytesIO(workbook_bytes(Figure(Shape.BARS, [text], [Series(text, [1])]).plotted))
    ).active

    assert [(cell.data_type, cell.value) for cell in (sheet["A2"], sheet["B1"])] == [
        ("s", text)
    ] * 2
    assert sheet["A2"].hyperlink is None


def test_equal_charts_have_equal_workbooks():
    assert workbook_bytes(FIGURE) == workbook_bytes(FIGURE)


def test_bars_are_plotted_from_the_bottom_up_so_that_the_first_stands_on_top():
    plotted = Figure(Shape.BARS, ["Uno", "Dos"], [Series("A", [1, 2])]).plotted

    assert plotted.categories == ["Dos", "Uno"]
    assert plotted.series == [Series("A", [2, 1])]


def test_lines_keep_their_order():
    lines = Figure(Shape.LINES, ["2020", "2021"], [Series("A", [1, 2])])

    assert lines.plotted == lines


@pytest.mark.parametrize(
    ("values", "is_empty"), [([], True), ([None, None], True), ([0, 0], True), ([None, 2], False)]
)
def test_a_figure_without_values_is_empty(values, is_empty):
    figure = Figure(Shape.BARS, ["x"] * len(values), [Series("A", values)])

    assert figure.is_empty is is_empty


@example(Shape.RADAR, [("", None, None)] * 3)
@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([shape for shape in Shape if shape is not Shape.POINTS]),
    st.lists(st.tuples(st.text(max_size=300), numbers, numbers), min_size=1, max_size=6),
)
def test_any_texts_and_numbers_give_a_chart_that_equals_its_workbook(shape, rows):
    names = [name for name, _one, _other in rows]
    figure = Figure(
        shape,
        names,
        [
            Series("A", [one for _n, one, _o in rows]),
            Series("B", [other for _n, _o, other in rows]),
        ],
    )

    root = _root(figure)

    kept = [row[1] for row in _cells(figure)[1:]]
    cached: list[float | None] = [None] * len(rows)
    for point in next(root.iter(f"{C}ser")).find(f"{C}val").iter(f"{C}pt"):
        cached[int(point.get("idx"))] = float(point.findtext(f"{C}v"))
    kept += [None] * (len(cached) - len(kept))
    assert cached == [pytest.approx(one) if one is not None else None for one in kept]


def test_a_radar_keeps_its_order_and_superposes_its_series():
    figure = Figure(
        Shape.RADAR,
        ["FC", "DC", "RS", "FS"],
        [Series("Actual", [3, 2, 3, 3]), Series("Ideal", [4, 4, 4, 4])],
        y_range=(0, 5),
    )

    root = _root(figure)

    assert figure.plotted.categories == ["FC", "DC", "RS", "FS"]
    assert [one.get("val") for one in root.findall(f".//{C}valAx/{C}scaling/*")] == [
        "minMax",
        "5",
        "0",
    ]
    assert root.find(f".//{C}legend") is not None


def test_series_of_a_radar_differ_without_colour_too():
    root = _root(Figure(Shape.RADAR, list("abc"), [Series("A", [1, 2, 3]), Series("B", [3, 2, 1])]))

    symbols = [one.get("val") for one in root.iter(f"{C}symbol")]
    dashes = [one.get("val") for one in root.iter(f"{A}prstDash")]
    assert (symbols, dashes) == (["circle", "square"], ["solid", "dash"])


def test_a_radar_of_two_categories_is_drawn_as_bars():
    assert Figure(Shape.RADAR, ["a", "b"], [Series("A", [1, 2])]).plotted.shape is Shape.BARS


def test_a_doughnut_shows_shares_and_names_its_parts():
    root = _root(Figure(Shape.DOUGHNUT, ["Mercados", "Personas"], [Series("Monto", [30, 10])]))

    assert root.find(f".//{C}dLbls/{C}showPercent").get("val") == "1"
    assert root.find(f".//{C}legend") is not None
    assert [one.find(f".//{A}schemeClr").get("val") for one in root.iter(f"{C}dPt")] == [
        "accent1",
        "accent2",
    ]


def test_trap_1_a_doughnut_says_the_percentages_that_its_table_adds_up_to_a_hundred():
    amounts = [23_983, 477_692, 579_857, 838_259, 1_039_072, 2_825_786]
    ring = Figure(Shape.DOUGHNUT, [*"abcdef"], [Series("Monto", amounts)], share_format="0 %")
    root = _root(replace(ring, percents=[0, 8, 10, 15, 18, 49]))

    own = {one.find(f"{C}idx").get("val"): one for one in root.iter(f"{C}dLbl")}
    assert [*own] == ["3"]  # 14.49 %: what rounding down leaves goes there
    assert "".join(own["3"].itertext()) == "15 %"
    assert [*_root(ring).iter(f"{C}dLbl")] == []


@pytest.mark.parametrize("value", [0, -5, float("nan")])
def test_a_doughnut_has_no_part_for_what_is_not_there(value):
    plotted = Figure(Shape.DOUGHNUT, ["a", "b"], [Series("A", [value, 2])]).plotted

    assert plotted.series[0].values == [None, 2]


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_a_spreadsheet(place, letters):
    assert column(place) == letters


LONG = "Federación de Productores Artesanales y Comercializadores Asociados del Altiplano"


@pytest.mark.parametrize(("count", "height", "is_cut"), [(4, 6, False), (18, 9.4, True)])
def test_names_beside_bars_are_cut_where_they_have_no_room(count, height, is_cut):
    names = [f"{number} {LONG}" for number in range(count)]
    figure = Figure(Shape.BARS, names, [Series("A", [1] * count)])

    fitted = figure.fitting(height)

    assert (fitted is not figure) == is_cut
    assert all(name.endswith("…") == is_cut for name in fitted.categories)


def test_names_under_lines_and_in_a_legend_leave_room_for_the_lines():
    figure = Figure(Shape.LINES, [LONG] * 8, [Series(LONG, [1] * 8)])

    fitted = figure.fitting(7.5)

    assert {len(name) for name in fitted.categories} <= {*range(30, 36)}
    assert fitted.series[0].name == LONG[:59].rstrip() + "…"
    assert fitted.rows[1][0] == fitted.categories[0]


def test_an_axis_in_bands_has_a_line_between_each_two():
    points = [Point("P", 2, 4)]
    root = _root(Figure(Shape.POINTS, points=points, x_range=(1, 5), y_range=(1, 5), bands=3))

    assert [one.get("val") for one in root.iter(f"{C}majorUnit")] == [repr(4 / 3)] * 2
    assert len([*root.iter(f"{C}majorGridlines")]) == 2
