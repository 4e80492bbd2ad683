"""No word of another language: what two languages share is people's own text, names and numbers."""

import re

import pytest

from methodology.project import Country, Currency, Language
from methodology.snapshot import Snapshot
from tests.report.word import text_of, written
from tests.samples import random_snapshot, sentinels_in

SHARED = {"1 actor", "Actor", "Cluster", "Gini", "HHI", "Ideal", "No", "Sector", "Total"}
SHARED |= {"Agenda", "Material", "0 neutral", "Actual", "Factor", "Idea"}
SHARED |= {"Borda", "Copeland", "GE–McKinsey", "Gale"}
SHARED |= {one.label for one in (*Country, *Currency, *Language)}


def _own_words(data: bytes) -> set[str]:
    """Return the sentences that are the plan's own words, rather than people's or a formula."""
    paragraphs = {one.strip() for one in re.split(r"\n|[.:;·] |\.$", text_of(data))}
    return {
        line
        for line in paragraphs
        if not sentinels_in(line)
        and not re.search(r"[Σ÷&(=]|^[A-Z]{3}\s[\d.,]+$|^\d+ min$", line)
        and re.search(r"[^\W\d_]{3}", line)
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Language.SPANISH, Language.ENGLISH),
        (Language.PORTUGUESE, Language.ENGLISH),
    ],
)
@pytest.mark.parametrize("snapshot", [Snapshot(), random_snapshot(21, sentinels=True)])
def test_nothing_of_english_is_left_in_a_translated_plan(one, other, snapshot):
    shared = _own_words(written(snapshot, one)) & _own_words(written(snapshot, other))
    typed = "\n".join(record.model_dump_json() for record in snapshot)  # a shape may break a name

    assert sorted(words for words in shared - SHARED if words not in typed) == []


def test_spanish_and_portuguese_plans_differ_in_every_sentence():
    snapshot = Snapshot()

    shared = _own_words(written(snapshot)) & _own_words(written(snapshot, Language.PORTUGUESE))

    assert sorted(line for line in shared if len(line.split()) > 4) == []
