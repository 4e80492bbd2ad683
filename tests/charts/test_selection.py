"""Candidates by criteria: the best first, values on bars, what is chosen named as such."""

import pytest

from app.charts import Style, selection_chart
from app.look import PROJECTOR, tokens
from methodology.selection import selection
from methodology.snapshot import Snapshot
from tests.candidates import candidate, criterion, published, value
from tests.charts.figures import EVIL, SPANISH, STYLE, is_safe, seen, texts

POSTER = Style(STYLE.reader, "light", PROJECTOR + 2)


def drawn(*records, style=STYLE):
    return selection_chart(selection(Snapshot(records or published())), style)


def many(candidates, criteria):
    by = [criterion(f"K{place}", str(place + 1)) for place in range(criteria)]
    of = [candidate(f"C{place}", is_chosen=not place) for place in range(candidates)]
    values = [value(one, each, str(place)) for place, one in enumerate(of) for each in by]
    return [*by, *of, *values]


def heads(figure):
    return [*figure.layout.xaxis.ticktext]


@pytest.mark.parametrize("style", [STYLE, POSTER])
def test_values_stand_under_the_candidates_best_first(style):
    found = drawn(style=style)
    notes = [note.text for note in found.layout.annotations]

    assert heads(found) == ["Café", "Turismo", "Quesos"]
    assert notes[:6] == ["120", "35", "0.62", "3.1", "4", "<b>0.78</b>"]
    assert "<b>0.57</b>" in notes
    assert "<b>0.15</b>" in notes


def test_rows_are_named_with_their_weights_beside_or_above():
    work, poster = seen(drawn()), seen(drawn(style=POSTER))

    assert {"K1 · 25%", "K2 · 20%", "Weighted score"} <= {*work} & {*poster}
    assert drawn().layout.yaxis.ticktext is None


def test_a_long_criterion_goes_on_in_a_second_line_before_the_room():
    by, of = criterion("Especialización de la región", "20"), candidate("Café", is_chosen=True)

    names = drawn(by, of, value(of, by, "3"), style=POSTER).layout.yaxis.ticktext

    assert names[0].replace("<br>", " ").startswith("Especialización de la región · ")


def test_the_figure_speaks_the_reader_s_language():
    assert "Puntaje ponderado" in seen(drawn(style=SPANISH))


def test_bars_are_as_long_as_values_are_high_among_the_candidates():
    bars = [one for one in drawn().layout.shapes if one.type == "rect" and not one.x0 > 0]

    assert [round(one.x1 - one.x0, 3) for one in bars[:2]] == [0.36, 0.9]


def test_the_chosen_one_is_named_and_in_copper():
    found = drawn(*published(is_chosen=True))
    lines = [one.line.color for one in found.layout.shapes if one.type == "line"]

    assert heads(found)[0].endswith("<br>chosen")
    assert lines.count(tokens().copper) == 1
    assert not any("chosen" in text for text in texts(drawn()))


def test_a_criterion_that_tells_nobody_apart_says_so():
    flat = criterion("Flat")
    rows = [flat, *(candidate(name) for name in "AB")]

    found = drawn(*rows, *(value(one, flat, "3") for one in rows[1:]))

    assert "Flat · 100% · all equal" in seen(found)


def test_the_chosen_one_is_kept_where_not_all_have_room():
    found = drawn(*many(9, 2))

    assert heads(found)[:-1] == ["C8", "C7", "C6", "C5"]
    assert heads(found)[-1].endswith("chosen")
    assert len(heads(found)) == 5
    assert len(heads(drawn(*many(9, 2), style=POSTER))) == 4


def test_the_room_sees_the_heaviest_criteria_and_how_many_more_there_are():
    found = seen(drawn(*many(3, 14), style=POSTER))

    assert "K13 · 13.3%" in found  # 14 of 105
    assert not any(text.startswith("K0 ") for text in found)
    assert any(text.startswith("and ") and text.endswith("more criteria") for text in found)


def test_a_value_that_is_not_needed_and_missing_is_a_dash():
    assert "–" in seen(drawn(*published(), criterion("Idle", "0")))


def test_the_values_of_a_criterion_have_the_same_decimals():
    shared = criterion("Share", "1")
    named = [candidate(name) for name in ("Cheese", "Coffee", "Yarn")]
    rows = zip(named, ("2.56", "1.2", "3"), strict=True)

    found = seen(drawn(shared, *named, *(value(one, shared, written) for one, written in rows)))

    assert {"2.56", "1.20", "3.00"} <= {*found}


def test_people_s_words_are_dead_text():
    rows = published()
    first = next(one for one in rows if one.table == "selection_criterion")
    evil = [one.model_copy(update={"name": EVIL}) if one is first else one for one in rows]

    assert is_safe(drawn(*evil))
    assert is_safe(drawn(*published(name=EVIL)))
