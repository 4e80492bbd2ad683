"""Figures of votes with few, many, equal and missing results: they draw, and nothing runs out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.ideas import Cluster, clusters, ideas_map, word_cloud
from app.charts.template import Style
from app.charts.turnout import turnout_bar
from app.charts.votes import page_count, ranking_bars, rating_spreads, vote_bars
from app.i18n import reader
from methodology.outcomes import Outcome
from methodology.project import Language
from methodology.round_results import RoundResult, RoundSummary, RoundText
from methodology.rounds import Instrument, RoundCriterion
from tests import votes

STYLE = Style(reader(language=Language.SPANISH), "light", 28)
SCORES = st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=1, max_size=14)
ANY_INSTRUMENT = st.sampled_from(
    [Instrument.APPROVAL, Instrument.POINTS, Instrument.MULTIVOTE, Instrument.PAIRWISE]
)


def outcome_of(instrument: Instrument, scores) -> Outcome:
    """Return a round in which each item has a score, or no result at all."""
    of = votes.asked("Borde", instrument)
    items = tuple(votes.items(of, [f"Elemento {n}" for n in range(len(scores))]))
    order = sorted((score for score in scores if score is not None), reverse=True)
    total = sum(order) or 1
    results = {
        (item.id, None): RoundResult(
            id=votes.identity("edge", item.name),
            round=of.id,
            item=item.id,
            place=order.index(score) + 1,
            score=Decimal(score),
            share=Decimal(score) / total,
            borda=Decimal(score),
            copeland=Decimal(score) / 2,
            count=score,
        )
        for item, score in zip(items, scores, strict=True)
        if score is not None
    }
    summary = RoundSummary(id=votes.identity("edge"), round=of.id, cast=9, valid=9)
    return Outcome(of, 1, items, (), summary, results)


@given(ANY_INSTRUMENT, SCORES)
def test_any_count_of_votes_is_drawn_bar_by_bar(instrument, scores):
    found = outcome_of(instrument, scores)
    whole = vote_bars(found, STYLE)
    pages = [vote_bars(found, STYLE, page) for page in range(page_count(found))]

    assert [len(figure.data[0].x) for figure in pages] == halves(len(scores))
    assert [value for figure in pages for value in figure.data[0].x] == [*whole.data[0].x]
    for figure in (whole, *pages):
        assert len(figure.layout.annotations) == len(figure.layout.yaxis.ticktext)
        assert figure.layout.xaxis.range == whole.layout.xaxis.range
        least, most = figure.layout.xaxis.range
        assert least == 0 < most
        assert all(value <= most for value in figure.data[0].x)


def test_a_result_without_items_is_an_empty_figure():
    figure = vote_bars(outcome_of(Instrument.APPROVAL, []), STYLE)

    assert len(figure.data[0].x) == len(figure.layout.yaxis.ticktext) == 0


def halves(count):
    """Return how many stand on each page: at most ten, and no page shorter by more than one."""
    return [count] if count <= 10 else [count - count // 2, count // 2]


@given(SCORES)
def test_both_rules_are_drawn_for_any_ranking(scores):
    found = outcome_of(Instrument.RANKING, scores)
    figure, last = ranking_bars(found, STYLE), ranking_bars(found, STYLE, page_count(found) - 1)

    borda, copeland = figure.data
    assert len(borda.x) == len(copeland.x) == len(scores)
    assert len(last.data[0].x) == halves(len(scores))[-1]
    assert last.layout.xaxis.range == figure.layout.xaxis.range
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]


def test_numbers_that_would_give_somebody_away_leave_the_places_alone():
    found = outcome_of(Instrument.APPROVAL, [5, 3])
    bare = {
        key: RoundResult(id=one.id, round=one.round, item=one.item, place=one.place)
        for key, one in found.results.items()
    }

    figure = vote_bars(Outcome(found.round, 1, found.items, (), found.summary, bare), STYLE)

    assert [note.text for note in figure.layout.annotations] == ["<b>puesto 1</b>", "puesto 2"]
    assert [*figure.data[0].x] == [2, 1]


@given(
    st.lists(
        st.one_of(st.none(), st.lists(st.integers(1, 5), min_size=3, max_size=3)),
        min_size=1,
        max_size=14,
    ),
    st.integers(1, 3),
)
def test_any_scores_are_drawn_within_the_scale(rows, criteria_count):
    of = votes.asked("Borde", Instrument.RATING)
    items = tuple(votes.items(of, [f"Elemento {n}" for n in range(len(rows))]))
    criteria = tuple(
        RoundCriterion(
            id=votes.identity("c", n), round=of.id, position=n + 1, name=f"C{n}", scale="level"
        )
        for n in range(criteria_count)
    )
    results = {
        (item.id, criterion.id): RoundResult(
            id=votes.identity(item.name, criterion.name),
            round=of.id,
            item=item.id,
            criterion=criterion.id,
            first_quartile=Decimal(min(row)),
            median=Decimal(sorted(row)[1]),
            third_quartile=Decimal(max(row)),
            count=3,
        )
        for item, row in zip(items, rows, strict=True)
        if row
        for criterion in criteria
    }
    summary = RoundSummary(id=votes.identity("edge"), round=of.id, cast=3, valid=3)

    figure = rating_spreads(Outcome(of, 1, items, criteria, summary, results), STYLE)

    values = [value for trace in figure.data for value in trace.x]
    least, most = figure.layout.xaxis.range
    assert all(least <= value <= most for value in values)
    given_rows = sum(row is not None for row in rows)
    assert len(figure.data) == 2 * given_rows * criteria_count


@given(
    st.integers(0, 300),
    st.one_of(st.none(), st.integers(0, 300)),
    st.one_of(st.none(), st.integers(1, 300)),
)
def test_turnout_never_runs_out_of_its_bar(cast, eligible, quorum):
    figure = turnout_bar(cast, eligible, quorum, STYLE)

    _least, most = figure.layout.xaxis.range
    assert all(shape.x1 <= most for shape in figure.layout.shapes)
    assert bool(figure.layout.annotations) == bool(quorum)


@given(st.lists(st.tuples(st.text(max_size=12), st.integers(1, 40), st.booleans()), max_size=25))
def test_no_mention_is_lost_when_ideas_are_grouped(rows):
    texts = [
        RoundText(
            id=votes.identity("idea", place),
            round=votes.identity("round"),
            text=f"idea {place}",
            count=count,
            group=group,
            is_hidden=is_hidden,
        )
        for place, (group, count, is_hidden) in enumerate(rows)
    ]

    found = clusters(texts, "Sin agrupar")

    shown = [one for one in texts if not one.is_hidden]
    assert sum(one.count for one in found) == sum(one.count for one in shown)
    assert sum(len(one.texts) for one in found) == len(shown)
    rest = [one for one in found if one.name == "Sin agrupar"]
    assert rest == found[-1:] or not rest


@pytest.mark.parametrize("groups", [0, 1, 2, 3, 4, 6, 9])
def test_cards_of_ideas_stay_within_the_poster(groups):
    made = [Cluster(f"Grupo {n}", 9 - n, tuple("abcdefghijklmnop")) for n in range(groups)]

    figure = ideas_map(made, STYLE)

    assert len(figure.layout.shapes) == min(groups, 6)
    for shape in figure.layout.shapes:
        assert 0 <= shape.x0 < shape.x1 <= 1100.5
        assert -0.5 <= shape.y0 < shape.y1 <= 540.5
    for note in figure.layout.annotations:
        assert note.y > 0


def test_a_cloud_of_nothing_is_empty():
    assert not word_cloud([], STYLE).layout.annotations
