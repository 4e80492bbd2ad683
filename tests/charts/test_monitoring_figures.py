"""Progress, risks and theory of change: readable without colour, people's words dead."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.charts import Style, progress_bars, risk_matrix, theory_chain
from app.look import PROJECTOR, WORK, tokens
from methodology.follow_up import risk_scores, standings
from methodology.monitoring import (
    ChangeLink,
    Measurement,
    MonitoringIndicator,
    Risk,
    TheoryStep,
)
from methodology.project_sheet import Degree
from methodology.snapshot import Snapshot
from tests.charts.figures import EVIL, STYLE, is_safe, seen
from tests.cluster import made

POSTER = Style(STYLE.reader, "light", PROJECTOR + 2)
START, END, TODAY = date(2026, 1, 1), date(2027, 1, 1), date(2026, 7, 2)


def indicator(code, name="Visits", target=20):
    return made(
        MonitoringIndicator,
        code,
        code=code,
        name=f"{name} {code}",
        baseline=Decimal(10),
        baseline_on=START,
        target=Decimal(target),
        target_on=END,
    )


def value(of, number):
    return made(Measurement, indicator=of.id, measured_on=TODAY, value=Decimal(str(number)))


def progress(*records, px=16):
    return progress_bars(standings(Snapshot(records), TODAY), replace(STYLE, px=px))


def test_each_bar_says_its_share_and_its_light_in_words_with_a_mark():
    good, slow, bad = (indicator(code) for code in ("A", "B", "C"))

    found = progress(good, slow, bad, value(good, 16), value(slow, 14), value(bad, 11))

    assert {"● 60% · On course", "◐ 40% · Somewhat behind", "○ 10% · Behind"} <= {*seen(found)}
    assert found.data[0].x == (0.6, 0.4, 0.1)
    assert found.data[0].marker.color == (tokens().iron, tokens().copper, tokens().copper)


def test_what_lies_beyond_the_edges_stops_there_and_says_its_number():
    far, back = indicator("A"), indicator("B")

    found = progress(far, back, value(far, 60), value(back, -10))

    assert found.data[0].x == (1.25, -0.25)
    assert "● 500% · On course" in seen(found)


def test_without_a_value_there_is_an_empty_frame_and_the_words():
    found = progress(indicator("A"))

    assert found.data[0].x == (0.0,)
    assert "– Not measured yet" in seen(found)


def test_the_time_gone_is_a_line_on_every_row_with_dates():
    found = progress(indicator("A"), indicator("B").model_copy(update={"target_on": None}))

    ticks = [shape for shape in found.layout.shapes if shape.type == "line"]
    assert [round(tick.x0, 3) for tick in ticks] == [0.499]


LONG = "Productores que venden con certificación de inocuidad y comercialización en la capital"


@pytest.mark.parametrize("px", [16, 28])
def test_words_of_the_light_stand_in_a_margin_wide_enough_for_them(px):
    rows = [indicator(f"A{number}", LONG) for number in range(11)]
    found = progress(*rows, *(value(row, 11) for row in rows), px=px)

    words = [note for note in found.layout.annotations if note.text == "<b>○ 10% · Behind</b>"]
    assert {(note.xref, note.x, note.xanchor) for note in words} == {("paper", 1, "left")}
    assert len(words) == 11
    assert found.layout.margin.r >= len("○ 10% · Behind") * 0.5 * px + words[0].xshift
    assert found.layout.margin.l + found.layout.margin.r <= 1088 - 240


def test_a_long_name_takes_two_lines_and_is_told_whole_when_pointed_at():
    (name,) = (
        note
        for note in progress(indicator("A", f"{LONG} {LONG}")).layout.annotations
        if note.text.startswith("A ")
    )

    assert name.text.count("<br>") == 1
    assert name.text.endswith("…")
    assert name.hovertext.replace("<br>", " ") == f"A {LONG} {LONG} A"


def test_many_rows_on_the_projector_keep_their_names_on_one_line():
    rows = [indicator(f"A{number}", LONG) for number in range(11)]

    assert not any("<br>" in note.text for note in progress(*rows, px=28).layout.annotations)


def test_a_value_that_is_kept_fills_its_bar():
    keep = indicator("A", target=10)

    assert progress(keep, value(keep, 10)).data[0].x == (1.0,)


def risk(code, likelihood, damage, name="Late"):
    return made(Risk, code, code=code, name=name, likelihood=likelihood, damage=damage)


def test_risks_stand_in_their_field_with_its_product():
    rows = risk_scores(
        Snapshot(
            [
                risk("R1", Degree.HIGH, Degree.MEDIUM, "No manager"),
                *(risk(f"S{n}", Degree.LOW, Degree.LOW, f"Small {n}") for n in range(6)),
            ]
        )
    )

    found = risk_matrix(rows, STYLE)

    assert "R1 No manager" in seen(found)
    assert any(text.endswith("… and 2 more") for text in seen(found))
    graves = [shape for shape in found.layout.shapes if shape.line.color == tokens().copper]
    assert len(graves) == 3  # 6, 6 and 9


@pytest.mark.parametrize("style", [STYLE, POSTER])
def test_the_only_risk_of_a_field_is_named_whole(style):
    name = "Una empresa usa el nombre de origen sin pasar por el panel"

    found = risk_matrix(risk_scores(Snapshot([risk("R1", *[Degree.HIGH] * 2, name)])), style)

    assert f"R1 {name}" in [" ".join(text.split("<br>")) for text in seen(found)]
    assert "Likelihood" in seen(found)
    assert found.layout.yaxis.title.text is None


def test_the_chain_shows_each_link_and_says_what_is_pending():
    steps = [
        made(TheoryStep, link=ChangeLink.INPUTS, name=f"Team number {number}")
        for number in range(5)
    ]

    found = theory_chain(steps, STYLE)

    words = seen(found)
    assert [text for text in words if text in ("Inputs", "Products", "Impacts")] == [
        "Inputs",
        "Products",
        "Impacts",
    ]
    assert words.count("Pending") == 4
    assert any(text.endswith("… and 1 more") for text in words)
    assert sum(shape.line.dash == "dash" for shape in found.layout.shapes) == 4


@pytest.mark.parametrize("px", [WORK, PROJECTOR + 2])
def test_a_long_statement_alone_in_its_link_is_whole(px):
    name = "Menos distancia entre queserías, ganaderos e instituciones de los tres distritos"
    steps = [made(TheoryStep, link=ChangeLink.RESULTS, name=name)]

    assert name in seen(theory_chain(steps, Style(STYLE.reader, "light", px)))


def test_peoples_words_stay_dead_in_all_of_them():
    evil = indicator("A", name=EVIL)

    assert is_safe(progress(evil, value(evil, 12)))
    assert is_safe(risk_matrix(risk_scores(Snapshot([risk("R", *[Degree.LOW] * 2, EVIL)])), STYLE))
    assert is_safe(theory_chain([made(TheoryStep, link=ChangeLink.IMPACTS, name=EVIL)], STYLE))
