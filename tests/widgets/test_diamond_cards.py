"""The words on the card of an option: how much is covered, how many gaps need a decision."""

import pytest

from app.i18n import reader
from app.widgets.diamond_cards import covered_words
from methodology.gaps import option_diamond
from methodology.project import Language
from tests.diamonds import diamond_of, factor, ideal, option, published

_ = reader(language=Language.ENGLISH)
SPANISH, PORTUGUESE = reader(language=Language.SPANISH), reader(language=Language.PORTUGUESE)
PART = factor("FC1", actual=3)


@pytest.mark.parametrize("words", [_, SPANISH, PORTUGUESE])
def test_nothing_scored_is_pending_in_every_language(words):
    bare = option_diamond(option(), [], {}, [])

    assert covered_words(bare, words) == f":gray[{words('Pending')}]"


def test_the_published_diamond_says_its_share_and_its_wide_gaps():
    found = diamond_of(*published())

    assert covered_words(found, _) == (
        f"Covered **63%** · :gray[gaps of 2 or more: {len(found.wide)}]"
    )


@pytest.mark.parametrize(
    ("actual", "need", "wide"),
    [(5, 5, 0), (4, 5, 0), (3, 5, 1), (1, 5, 1), (5, 1, 0)],
)
def test_a_gap_counts_from_two_points(actual, need, wide):
    part = factor("FC1", actual=actual)

    said = covered_words(diamond_of(option(), part, ideal(part, option(), need)), _)

    assert said.endswith(f":gray[gaps of 2 or more: {wide}]")


def test_what_is_there_and_more_is_covered_whole():
    said = covered_words(diamond_of(option(), PART, ideal(PART, option(), 2)), _)

    assert said.startswith("Covered **100%**")


@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_the_card_is_translated(words):
    found = diamond_of(*published())

    assert "63" in covered_words(found, words)
    assert covered_words(found, words) != covered_words(found, _)
