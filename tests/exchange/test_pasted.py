"""Blocks pasted into one cell, as the browser reports them."""

from app.exchange.pasted import spread

COLUMNS = [":open", ":number", "name", "code", "kind"]


def report(edited=(), added=(), deleted=()):
    return {"edited_rows": dict(edited), "added_rows": [*added], "deleted_rows": [*deleted]}


def test_a_report_without_blocks_has_nothing_to_spread():
    typed = report({0: {"name": "Norte\nSur"}}, [{"name": "Uno", "code": None, "open": True}])

    assert spread(typed, COLUMNS, 2) is None


def test_a_block_in_the_row_below_becomes_rows():
    typed = report(added=[{"name": "Uno\tU1\tComprador\nDos\tD2\t\n", "kind": ""}], deleted=[0])

    assert spread(typed, COLUMNS, 2) == report(
        added=[
            {"name": "Uno", "code": "U1", "kind": "Comprador"},
            {"name": "Dos", "code": "D2", "kind": ""},
        ],
        deleted=[0],
    )


def test_lines_alone_become_rows_below_and_stay_in_a_row_there_was():
    typed = report({1: {"code": "1\n2"}}, [{"name": "Uno\r\nDos\r\nTres"}])

    assert spread(typed, COLUMNS, 2) == report(
        {1: {"code": "1\n2"}}, [{"name": "Uno"}, {"name": "Dos"}, {"name": "Tres"}]
    )


def test_a_block_in_a_row_runs_on_below_the_table_and_no_wider_than_it():
    typed = report({1: {"code": "A\tx\ty\nB\tz"}}, [{"name": "Dos"}])

    assert spread(typed, COLUMNS, 2) == report(
        {1: {"code": "A", "kind": "x"}}, [{"name": "Dos", "code": "B", "kind": "z"}]
    )


def test_a_quoted_cell_of_a_block_keeps_its_lines():
    typed = report(added=[{"name": 'Uno\t"a\nb"\tc'}])

    assert spread(typed, COLUMNS, 0)["added_rows"] == [{"name": "Uno", "code": "a\nb", "kind": "c"}]
