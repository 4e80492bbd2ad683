"""The strategic thread in annex A5: what each project rests on, and the loose ends."""

import pytest

from methodology.snapshot import Snapshot
from tests.methodology.thread import AREA, SCHOOL, THREAD, torn
from tests.report.word import headings, source_of, tables, text_of, written

BASIS, LOOSE = "En qué se apoya cada proyecto", "Cabos sueltos del hilo estratégico"


def test_each_project_is_led_back_to_the_market():
    data = written(Snapshot(THREAD))

    head, *rows = tables(data)[BASIS]
    assert head[0] == "Proyectos"
    assert rows == [["P01 Escuela quesera", "A4", "FC1", "FE1", "O1", "F11", "TE1"]]
    assert source_of(data, BASIS).startswith("Fuente:")


def test_a_project_that_rests_on_nothing_shows_dashes():
    alone = SCHOOL.model_copy(update={"line": None})

    assert tables(written(torn(alone)))[BASIS][1][1:] == ["–"] * 6


def test_loose_ends_are_named():
    data = written(torn(AREA.model_copy(update={"success_factors": ()})))

    [row] = tables(data)[LOOSE][1:]
    assert row[1:] == ["1", "FE1 Maestros queseros"]


def test_a_whole_thread_says_so():
    data = written(Snapshot(THREAD))

    assert LOOSE not in tables(data)
    assert "se apoya en algo" in text_of(data)


@pytest.mark.parametrize("snapshot", [Snapshot()])
def test_without_elements_there_is_no_section(snapshot):
    assert not any("Hilo" in heading for heading in headings(written(snapshot), 2))
