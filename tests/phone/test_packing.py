"""Pages on their way: the same page as before, in fewer bytes."""

import gzip
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.phone import pages
from app.phone.desk import Question
from app.phone.packing import Packing, is_taken
from methodology.ballot import sheet
from methodology.project import Language
from methodology.ready_rounds import ready_rounds
from methodology.rounds import RoundCriterion, RoundItem
from methodology.stage import Stage
from tests.benchmarks.cases import CROWD
from tests.phone.boards import board, visitor
from tests.samples import random_snapshot

LARGEST = 20_000


@given(st.text(), st.text(), st.text())
def test_a_page_comes_out_as_it_went_in(before, between, after):
    packed = Packing("{style}" * 50, "{script}" * 50)

    for page in (before, f"{before}{'{style}' * 50}{between}{'{script}' * 50}{after}"):
        assert gzip.decompress(packed(page)).decode() == page


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, GZIP ; q=0.8", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0, deflate", False),
        ("x-gzipped", False),
    ],
)
def test_only_phones_that_take_it_get_it_packed(accepted, expected):
    assert is_taken(accepted) is expected


def test_a_packed_page_says_so_and_a_plain_one_does_not(phones):
    client = phones()

    packed = client.get("/", headers={"accept-encoding": "gzip"})
    plain = client.get("/", headers={"accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert pages.SCRIPT in packed.text


def crowded():
    """Yield each ready-made round of a crowded project as phones are asked it."""
    snapshot, numbers = random_snapshot(sizes=CROWD), count(1)
    _ = reader(language=Language.SPANISH)
    for stage in Stage:
        for ready in ready_rounds(snapshot, stage):
            asked = ready.round(lambda: UUID(int=next(numbers) << 96), _)
            found = ready.records(asked, lambda: UUID(int=next(numbers) << 96), _)
            items = [one for one in found if isinstance(one, RoundItem)]
            criteria = [one for one in found if isinstance(one, RoundCriterion)]
            yield Question(sheet(asked, items, criteria))


def test_every_ready_made_round_of_a_crowded_project_is_small_on_its_way():
    sizes = {}
    for asked in crowded():
        found = visitor()
        page = pages.ballot_page(asked, found, {}, action=f"/r/{asked.round.id.hex}")
        whole = pages.html(page, board(asked), found, "/")
        sizes[asked.round.name] = len(pages.PACKED(whole))

    assert len(sizes) > 10
    assert {name: size for name, size in sizes.items() if size >= LARGEST} == {}
