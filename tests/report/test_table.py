"""Word tables: widths that add up, headers that repeat, details beneath their row."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.report.markup import declared
from app.report.table import KEPT, Column, Grid, Looks, Row, column_widths, filled, table_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOKS = Looks("PlanTable", "Head", "Text", "Number", "Detail", "Source")
WIDTH = 9070
cells = st.text(max_size=60)


def _parsed(grid: Grid, width: int = WIDTH) -> etree._Element:
    return etree.fromstring(f"<w:x {declared('w')}>{table_xml(grid, LOOKS, width)}</w:x>")[0]


def _texts(row: etree._Element) -> list[str]:
    return ["".join(one.text or "" for one in cell.iter(f"{W}t")) for cell in row.findall(f"{W}tc")]


@given(
    st.integers(1, 7).flatmap(
        lambda size: st.tuples(
            st.lists(cells, min_size=size, max_size=size),
            st.lists(st.lists(cells, min_size=size, max_size=size), max_size=5),
        )
    )
)
def test_widths_fill_the_page_exactly_and_none_is_lost(table):
    labels, rows = table
    grid = Grid(tuple(map(Column, labels)), tuple(Row(tuple(row)) for row in rows))

    widths = column_widths(grid, WIDTH)

    assert sum(widths) == WIDTH
    assert len(widths) == len(labels)
    assert min(widths) > 0


def test_a_column_of_long_texts_gets_more_room_than_one_of_short_ones():
    rows = tuple(Row(("1", "una descripción bastante larga del asunto")) for _ in range(5))

    narrow, wide = column_widths(Grid((Column("N"), Column("Texto")), rows), WIDTH)

    assert wide > 2 * narrow


def test_numbers_and_dates_are_not_broken_where_they_fit():
    columns = (Column("Valor", True), Column("Fecha", is_unbroken=True), Column("Nota"))
    rows = (Row(("S/ 12,345,678", "23 mar. 2026", "palabra " * 30)),)

    number, day, _note = column_widths(Grid(columns, rows), WIDTH)

    assert number >= 100 * len("S/ 12,345,678")
    assert day >= 100 * len("23 mar. 2026")


def test_dates_take_two_lines_before_a_word_is_broken():
    dates = tuple(Column(name, is_unbroken=True) for name in ("Começa em", "Termina em", "Fim"))
    columns = (Column("Etapa"), *dates, Column("Em relação ao plano"), Column("Lugar"))
    row = Row(("Acompanhamento", *("18 de mai. de 2026",) * 3, "Semanas de atraso", "Auditório"))

    widths = column_widths(Grid(columns, (row,)), 8_000)

    assert sum(widths) == 8_000
    assert widths[0] >= 210 + 94 * len("Acompanhamento")
    assert min(widths[1:4]) >= 210 + 94 * len("Termina")


def test_the_header_repeats_and_rows_do_not_split():
    grid = Grid((Column("A"), Column("B", True)), (Row(("x", "1")),), "Nombre", "Qué es")

    found = _parsed(grid)

    header, row = found.findall(f"{W}tr")
    assert header.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert found.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
    assert found.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Nombre"
    assert found.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == "Qué es"
    assert (_texts(header), _texts(row)) == (["A", "B"], ["x", "1"])


def test_details_stand_beneath_their_row_across_the_whole_table():
    grid = Grid(
        (Column("A"), Column("B")),
        (Row(("x", "y"), (("Nota", "corta"), ("Más", "también"), ("Larga", "z" * 200))),),
    )

    main, detail = _parsed(grid).findall(f"{W}tr")[1:]

    lines = ["".join(one.itertext()) for one in detail.iter(f"{W}p")]
    assert detail.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val") == "2"
    assert lines == ["Nota: corta · Más: también", "Larga: " + "z" * 200]
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in main.iter(f"{W}p"))


def test_a_row_longer_than_a_page_may_split():
    grid = Grid((Column("A"),), (Row(("x",), (("Acta", "palabra " * 2000),)),))

    _header, main, detail = _parsed(grid).findall(f"{W}tr")

    assert main.find(f"{W}trPr/{W}cantSplit") is not None
    assert detail.find(f"{W}trPr") is None


def test_a_long_row_of_few_lines_does_not_leave_one_of_them_behind():
    columns = (Column("Reunión"), Column("Actores"))
    grid = Grid(columns, (Row(("Taller", "Quesería " * 130)),), widths=(2_000, 12_000))

    _header, main = _parsed(grid).findall(f"{W}tr")

    assert main.find(f"{W}trPr/{W}cantSplit") is not None


def test_numbers_take_the_style_of_numbers():
    grid = Grid((Column("A"), Column("B", True)), (Row(("x", "1")),))

    styles = [one.get(f"{W}val") for one in _parsed(grid).iter(f"{W}pStyle")]

    assert styles == ["Head", "Head", "Text", "Number"]


def test_a_total_is_bold():
    grid = Grid((Column("A"),), (Row(("x",), is_total=True),))

    row = _parsed(grid).findall(f"{W}tr")[1]

    assert row.find(f".//{W}b") is not None


@given(st.text(max_size=300))
def test_no_cell_can_break_the_table(text):
    grid = Grid((Column(text),), (Row((text,), ((text, text),)),), text, text)

    assert len(_parsed(grid).findall(f"{W}tr")) == 3


def _kept(grid: Grid, width: int = WIDTH) -> list[bool]:
    """Say for each row beneath the header whether it stays with what follows."""
    rows = _parsed(grid, width).findall(f"{W}tr")[1:]
    return [row.find(f".//{W}keepNext") is not None for row in rows]


def test_a_short_table_stays_on_one_page_and_a_long_one_leaves_no_row_alone_at_its_ends():
    short = Grid((Column("A"),), tuple(Row(("x",)) for _ in range(KEPT)))
    long = Grid((Column("A"),), tuple(Row(("x",)) for _ in range(KEPT + 1)))
    wordy = Grid((Column("A"),), tuple(Row(("palabra " * 20,)) for _ in range(7)))

    assert _kept(short) == [True] * KEPT
    assert _kept(long) == [True] * 2 + [False] * (KEPT - 4) + [True] * 3
    assert _kept(wordy) == [True, True, False, False, True, True, True]


def test_what_stands_beneath_the_last_row_stays_with_the_source_too():
    grid = Grid((Column("A"),), (Row(("x",), (("Nota", "z"),)),))

    assert _kept(grid) == [True, True]


def test_the_source_line_is_the_last_row_and_the_rows_before_stay_with_it():
    grid = Grid((Column("A"), Column("B")), tuple(Row((str(one), "x")) for one in range(40)))
    root = etree.fromstring(
        f"<w:x {declared('w')}>{table_xml(grid, LOOKS, 9000, 'Fuente: propia.')}</w:x>"
    )[0]

    *_rows, near, last = root.findall(f"{W}tr")
    assert "".join(last.itertext()) == "Fuente: propia."
    assert last.find(f".//{W}pStyle").get(f"{W}val") == "Source"
    assert last.find(f".//{W}gridSpan").get(f"{W}val") == "2"
    assert near.find(f".//{W}keepNext") is not None
    assert root.find(f".//{W}tblLook").get(f"{W}lastRow") == "1"


def test_a_column_that_no_row_fills_is_left_out_unless_it_is_the_first():
    columns = (Column("A"), Column("B"), Column("C", True))

    found = filled(Grid(columns, (Row(("", "", "1")), Row(("", "", "2"), (("N", "z"),)))))

    assert [column.label for column in found.columns] == ["A", "C"]
    assert [row.cells for row in found.rows] == [("", "1"), ("", "2")]
    assert found.rows[1].details == (("N", "z"),)


def test_a_table_of_fixed_widths_keeps_its_columns():
    grid = Grid((Column("A"), Column("B")), (Row(("x", "")),), widths=(1000, 2000))

    assert filled(grid) is grid


def test_a_long_heading_takes_three_lines_at_most():
    question = "¿Las empresas se reconocen como parte de él?"
    others = tuple(Column(f"C{place}") for place in range(6))
    grid = Grid((Column(question), *others), (Row(("Sí", *("palabras " * 9,) * 6)),))

    assert column_widths(grid, WIDTH)[0] >= 90 * len(question) // 3


def test_tall_rows_need_no_company_at_the_ends_of_a_table():
    """Three rows of a third of a page each would leave the page before them half empty."""
    tall = Grid((Column("A"),), tuple(Row(("palabra " * 60,)) for _ in range(5)))
    noted = Grid((Column("A"),), tuple(Row(("x",), (("Nota", "palabra " * 40),)) for _ in range(5)))
    few = Grid((Column("A"), Column("B")), tuple(Row(("palabra " * 8, "x")) for _ in range(9)))

    assert _kept(tall) == [False, False, False, False, True]
    assert _kept(noted)[::2] == [True] * 5
    assert _kept(noted)[1::2] == [True, False, False, True, True]
    assert _kept(few, 4_000) == [True] * 2 + [False] * 4 + [True] * 3
