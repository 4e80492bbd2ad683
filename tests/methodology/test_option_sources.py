"""What stands under the figures of the options: who, how many, when, on which scale."""

from decimal import Decimal

import pytest

from app.i18n import reader
from methodology.option_sources import (
    intention_source,
    left_out,
    matrix_source,
    order_source,
    scores_source,
    vote_source,
)
from methodology.options import Axis, PriorityVote
from methodology.project import Country, Currency, Language, Project
from methodology.raters import Side
from methodology.robustness import robustness
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.options import criterion, merit, option, published, rater, score
from tests.strategy import options

ROWS = Snapshot(options())


def test_the_matrix_names_raters_scale_bands_and_bubbles():
    assert str(matrix_source(ROWS)) == (
        "Medians of 3 raters (Firm of the cluster). Scale from 1 to 5: a high score speaks for the "
        "option; axes are weighted means, bands are thirds. Area of a bubble: market size a year."
    )


def test_the_matrix_says_how_many_scored_from_another_side():
    by = criterion("A1", Axis.ATTRACTIVENESS)
    of, firms, expert = option(), [rater("Ana"), rater("Eva")], rater("Leo", Side.EXPERT)
    given = [score(who, of, by, 4) for who in (*firms, expert)]

    said = str(matrix_source(Snapshot([by, of, *firms, expert, *given])))

    assert said.startswith(
        "Medians of 2 raters (Firm of the cluster). "
        "Raters of other sides, whose scores do not count here: 1."
    )


def test_adopted_scores_are_counted_and_raters_left_out_when_none_of_theirs_stand():
    said = str(scores_source(Snapshot(published())))

    assert said.startswith("Scores adopted: 24 of 24.")
    assert "Medians" not in said


def test_adopted_scores_beside_medians_are_both_named():
    by = [criterion("A1", Axis.ATTRACTIVENESS), criterion("C1", Axis.CAPACITY)]
    one, of = rater("Ana", Side.EXPERT), option()
    rows = [*by, one, of, score(one, of, by[0], 4), merit(of, by[1], "3")]

    said = str(matrix_source(Snapshot(rows)))

    assert said.startswith("Medians of 1 raters (Expert). Scores adopted: 1 of 2.")


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, ""),
        ({"voted": 7}, "Ballots cast: 7."),
        ({"eligible": 9}, "Quorum: 5."),
        ({"eligible": 9, "voted": 7}, "Ballots cast: 7 of 9 entitled. Quorum: 5."),
        ({"quorum": 3, "rule": "Borda"}, "Quorum: 3. Rule: Borda."),
        (
            {"consensus": Decimal("0.5"), "consensus_measure": "W"},
            "Consensus: W 0.50.",
        ),
    ],
)
def test_the_vote_says_what_is_known_of_it(values, wanted):
    assert str(vote_source(Snapshot([made(PriorityVote, "v", **values)]))) == wanted


def test_the_vote_names_meeting_and_day_last():
    assert str(vote_source(ROWS)).endswith("T4, 2026-09-09.")


def test_without_a_vote_there_is_nothing_to_say():
    assert str(vote_source(Snapshot())) == ""


def test_numbers_and_days_are_written_as_the_reader_does():
    project = made(
        Project, "p", name="P", country=Country.COLOMBIA, currency=Currency.COP,
        language=Language.SPANISH,
    )  # fmt: skip

    said = vote_source(ROWS).text(reader(project))

    assert "W 0,61" in said
    assert "9 de septiembre de 2026" in said


def test_intentions_are_counted_among_the_firms_of_the_scope():
    assert str(intention_source(ROWS)) == (
        "Firms that said what they will pursue: 2 of 3; several options each."
    )


def test_the_order_says_how_hard_it_was_shaken():
    found = robustness(ROWS)

    said = str(order_source(ROWS, found))

    assert said.startswith("Share of 1000 sets of weights")
    assert "the first stays first in 16 of 16 changes" in said
    assert said.endswith(str(left_out(found)))


def test_an_order_of_adopted_scores_leaves_no_rater_out():
    rows = Snapshot(published())

    said = str(order_source(rows, robustness(rows)))

    assert "rater left out" not in said
    assert said.endswith("Scores adopted: 24 of 24.")
