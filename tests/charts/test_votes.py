"""Figures of votes: what they show, what they leave out, and that nobody's words come alive."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from app.charts.groups import group_bars
from app.charts.ideas import clusters, ideas_map, word_cloud
from app.charts.template import Style, room_of
from app.charts.turnout import turnout_bar
from app.charts.votes import ranking_bars, rating_shifts, rating_spreads, vote_bars
from app.i18n import reader
from app.look import tokens
from methodology.group_outcomes import group_outcomes
from methodology.outcomes import outcome
from methodology.project import Language
from methodology.rounds import Instrument, Round
from methodology.snapshot import Snapshot
from tests import votes

STYLE = Style(reader(language=Language.ENGLISH), "light", 28)
LOOK = tokens()


def found(made):
    return outcome(votes.snapshot_of(made), made[0])


def said(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_approval_is_said_in_shares_and_numbers_the_first_one_in_copper():
    figure = vote_bars(found(votes.approval()), STYLE)

    assert said(figure) == ["<b>80% · 24</b>", "70% · 21", "60% · 18", "30% · 9"]
    assert [*figure.data[0].marker.color] == [LOOK.copper, *[LOOK.iron] * 3]
    assert "Borrador B" in figure.layout.yaxis.ticktext[0]


def test_kinds_of_actors_stand_side_by_side_where_they_lie_apart_first():
    of, made = votes.approval_by_kind()
    figure = group_bars(group_outcomes(votes.snapshot_of((of, made)), of), STYLE)

    told = str(figure.to_dict()).replace("<br>", " ")
    places = [told.index(name) for name in ("Borrador B", "Borrador C", "Borrador A")]
    assert places == sorted(places)
    for words in ("Final producer (14)", "Buyer (8)", "All the others (8)", "64%", "100%"):
        assert words in told


def test_two_rules_stand_side_by_side_each_with_its_own_winner():
    figure = ranking_bars(found(votes.ranking()), STYLE)

    borda, copeland = figure.data
    assert [*borda.x] == [29, 27, 25, 24, 24, 22, 21, 20, 18, 15]
    assert [*copeland.x] == [6, 7, 6, 5, 6, 5, 4, 4, 1, 1]
    assert borda.marker.color[0] == copeland.marker.color[1] == LOOK.copper
    assert "<b>Borda, points</b>" in said(figure)
    assert "<b>Copeland, pairs</b>" in said(figure)


def test_a_page_shows_what_fits_the_screen_and_the_desk_all():
    of = votes.asked("Muchas", Instrument.MULTIVOTE)
    made = votes.items(of, [f"I{number}" for number in range(15)])
    summary = votes.approval()[1][-1].model_copy(update={"round": of.id})

    many = found((of, [of, *made, summary]))
    drawn = [vote_bars(many, STYLE, page) for page in (None, 0, 1)]

    assert [len(figure.layout.yaxis.ticktext) for figure in drawn] == [15, 8, 7]


def test_scores_show_median_and_middle_half_and_copper_where_to_talk():
    figure = rating_spreads(found(votes.rating()), STYLE)

    lines = [trace for trace in figure.data if trace.mode == "lines"]
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [tuple(line.x) for line in lines] == [(3, 4.25), (1.5, 2.25), (1, 2), (2, 4.5)]
    assert [mark.x[0] for mark in marks] == [4, 2, 1.5, 3]
    assert [line.line.color for line in lines] == [
        LOOK.copper,
        LOOK.iron,
        LOOK.iron,
        LOOK.copper,
    ]
    told = {" ".join(text.split("<br>")) for text in said(figure)}
    assert {"absent", "world reference, a reason to locate here"} <= told


LONG = "Marca colectiva con indicación geográfica «Queso de la Sierra Norte»"


@pytest.mark.parametrize(("tall", "lines"), [(None, 2), (500, 3), (230, 2), (120, 1)])
def test_names_take_as_many_lines_as_their_rows_are_tall(tall, lines):
    of = votes.asked("Larga", Instrument.RATING)
    made = votes.items(of, [f"{LONG} y de sus valles vecinos {n}" for n in range(3)])
    summary = votes.approval()[1][-1].model_copy(update={"round": of.id})

    figure = vote_bars(found((of, [of, *made, summary])), STYLE, tall=tall)

    assert {text.count("<br>") + 1 for text in figure.layout.yaxis.ticktext} == {lines}


def test_rows_with_names_of_two_lines_are_taller_on_the_desk():
    desk = Style(STYLE.reader, "light", 16)
    short, long = (
        vote_bars(found(votes.rating([(name, 4, 3, 4), ("B", 2, 1, 3)])), desk).layout
        for name in ("A", LONG)
    )

    assert "<br>" in long.yaxis.ticktext[0]
    assert long.height >= short.height + 2 * 0.7 * desk.px - 1


def test_a_name_of_two_lines_is_not_cut_beside_bars_or_medians():
    of, made = votes.rating([(LONG, 4, 3, 4), ("B", 2, 1, 3), ("C", 2, 1, 3)])

    for figure in (
        vote_bars(found((of, made)), STYLE, tall=430),
        rating_spreads(found((of, made)), STYLE, tall=430),
    ):
        [name] = [text for text in figure.layout.yaxis.ticktext if "Marca" in text]
        assert re.sub(r"<[^>]+>", " ", name).split() == LONG.split()


def test_a_criterion_is_named_whole_above_its_column():
    names = ("Impacto en la estrategia", "Esfuerzo")

    figure = rating_spreads(found(votes.rating(criteria=names, scale="effort")), STYLE)

    told = [re.sub(r"<[^>]+>", " ", text) for text in said(figure)]
    assert {" ".join(text.split()) for text in told} >= set(names)
    assert figure.layout.margin.t >= 2 * STYLE.px


def test_each_criterion_has_a_named_column_of_its_own():
    made = votes.rating(criteria=("Today", "Horizon"), scale="intensity")

    figure = rating_spreads(found(made), STYLE)

    assert {trace.xaxis for trace in figure.data} == {"x", "x2"}
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]
    assert [text for text in said(figure) if text in ("<b>Today</b>", "<b>Horizon</b>")] == [
        "<b>Today</b>",
        "<b>Horizon</b>",
    ]


def test_shifts_lead_from_the_hollow_mark_to_the_full_one():
    _first, one = votes.rating([("A", 4, 3, 4.25), ("B", 2, 1, 3)])
    second, two = votes.rating([("A", 4, 4, 4), ("B", 3, 2, 4)], turn=2)
    known = {record.id for record in two}
    both = Snapshot([*two, *(r for r in one if not isinstance(r, Round) and r.id not in known)])

    figure = rating_shifts(outcome(both, second, turn=1), outcome(both, second), STYLE)

    assert [tuple(trace.x) for trace in figure.data] == [(4, 4), (2, 3)]
    assert [*figure.data[0].marker.symbol] == ["circle-open", "circle"]
    assert LOOK.copper_text in figure.layout.yaxis.ticktext[1]
    assert LOOK.copper_text not in figure.layout.yaxis.ticktext[0]


@pytest.mark.parametrize(
    ("cast", "eligible", "quorum", "ends"),
    [(23, 35, 18, {35, 23, 18}), (5, None, 18, {18, 5}), (20, None, 18, {20, 18})],
)
def test_turnout_shows_how_many_of_how_many_and_the_quorum(cast, eligible, quorum, ends):
    figure = turnout_bar(cast, eligible, quorum, STYLE)

    assert {shape.x1 for shape in figure.layout.shapes} == ends
    assert said(figure) == ["quorum 18"]


def test_turnout_without_roll_or_quorum_draws_no_whole():
    figure = turnout_bar(5, None, None, STYLE)

    assert (figure.layout.shapes, said(figure)) == ((), [])


def test_ideas_are_grouped_most_mentioned_first_and_the_hidden_ones_left_out():
    made = clusters(found(votes.ideas()).texts, "Not grouped")

    assert [(one.name, one.count) for one in made] == [
        ("Imagen", 9),
        ("Frío", 3),
        ("Not grouped", 1),
    ]
    assert made[0].texts == ("Marca colectiva", "Sello de origen", "Feria del queso")


def test_a_long_idea_goes_on_in_a_second_line_of_its_card():
    of, records = votes.ideas()
    idea = "Que el camión refrigerado pase por las comunidades de arriba"
    texts = [one for one in found((of, records)).texts if not one.is_hidden]
    longer = texts[0].model_copy(update={"text": idea})

    figure = ideas_map(clusters([longer, *texts[1:]], "Not grouped"), STYLE)

    assert idea in " ".join(said(figure))
    assert idea not in said(figure)


def test_the_map_of_ideas_has_a_card_for_each_group():
    figure = ideas_map(clusters(found(votes.ideas()).texts, "Not grouped"), STYLE)

    assert len(figure.layout.shapes) == 3
    assert "<b>9 Imagen</b>" in said(figure)
    assert "Insulto" not in " ".join(said(figure))


def test_words_are_larger_the_more_often_they_were_said():
    figure = word_cloud(found(votes.ideas(Instrument.WORDS)).texts, STYLE)

    sizes = {note.text: note.font.size for note in figure.layout.annotations}
    assert sizes["<b>Marca colectiva</b>"] > sizes["Sello de origen"] > sizes["Curso de cata"] >= 28
    assert "Insulto" not in sizes


def cloud(many, style=STYLE, tall=None):
    """Return a cloud of so many words."""
    _of, records = votes.ideas()
    texts = [
        records[1].model_copy(
            update={"id": votes.identity(n), "text": f"palabra {n}", "count": n + 1}
        )
        for n in range(many)
    ]
    return word_cloud(texts, style, tall)


@pytest.mark.parametrize("many", [1, 7, 40])
def test_any_number_of_words_stays_within_the_poster(many):
    figure = cloud(many)

    assert all(0 <= note.x <= 1100 and 0 <= note.y <= 540 for note in figure.layout.annotations)


@pytest.mark.parametrize(("style", "wide"), [(STYLE, 1100), (replace(STYLE, px=16), 560)])
def test_no_word_lies_on_another_in_the_room_or_on_the_desk(style, wide):
    notes = cloud(20, style).layout.annotations

    edges = [
        (one.y, one.x - half, one.x + half)
        for one in notes
        for half in [room_of(one.text.strip("</b>"), one.font.size, is_bold=True) / 2]
    ]
    assert all(left >= 0 and right <= wide for _y, left, right in edges)
    beside = [(a, b) for a, b in pairwise(edges) if a[0] == b[0]]
    assert beside
    assert all(a[2] <= b[1] for a, b in beside)


@pytest.mark.parametrize("many", [3, 6, 12])
def test_few_words_fill_the_wall_and_no_less_than_half_of_it(many):
    notes = cloud(many, tall=480).layout.annotations

    lowest = min(note.y - 0.625 * note.font.size for note in notes)
    assert 0 <= lowest <= 240


def test_the_longest_word_is_no_wider_than_the_wall():
    _of, records = votes.ideas()
    longest = records[1].model_copy(update={"text": "m" * 40, "count": 9})

    [note] = word_cloud([longest], STYLE).layout.annotations

    assert room_of(longest.text, note.font.size, is_bold=True) <= 1100


def test_cards_of_ideas_are_as_wide_as_the_desk_shows_them():
    figure = ideas_map(clusters(found(votes.ideas()).texts, "Not grouped"), replace(STYLE, px=16))

    assert len(figure.layout.shapes) == 3
    assert max(shape.x1 for shape in figure.layout.shapes) == figure.layout.xaxis.range[1] == 560


def test_words_of_people_are_never_markup():
    of = votes.asked("X", Instrument.APPROVAL)
    made = votes.items(of, ["<b>negrita</b> <a href='x'>y</a>", "B"])
    summary = votes.approval()[1][-1].model_copy(update={"round": of.id})

    figure = vote_bars(found((of, [of, *made, summary])), STYLE)

    assert "<a" not in figure.layout.yaxis.ticktext[0]
    assert "&lt;b&gt;" in figure.layout.yaxis.ticktext[0]


def test_every_letter_is_large_enough_for_the_last_row():
    figures = [
        vote_bars(found(votes.approval()), STYLE),
        ranking_bars(found(votes.ranking()), STYLE),
        rating_spreads(found(votes.rating()), STYLE),
        turnout_bar(3, 9, 5, STYLE),
        ideas_map(clusters(found(votes.ideas()).texts, "-"), STYLE),
    ]

    sizes = [
        float(Decimal(str(note.font.size or STYLE.px)))
        for figure in figures
        for note in figure.layout.annotations
    ]
    assert min(sizes) >= 20 * 96 / 72
