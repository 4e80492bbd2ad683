"""How a pivot table heads rows and columns: codes and names, a shared first part left out."""

from app.exchange.cells import Names
from app.i18n import reader
from app.widgets.pivot import called, heads, narrow_head
from methodology.mapping import Actor
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.challenges import EVERYTHING, SHOPS, STORY, TASTE, VISIT
from tests.cluster import actor
from tests.options import option

_ = reader(language=Language.ENGLISH)
BUYERS = Names(Snapshot(EVERYTHING), _)


def names(*records):
    return Names(Snapshot(records), _)


def test_a_record_is_called_by_code_and_name():
    one = option("O1")

    assert called(one, names(one)) == "O1 Option O1"


def test_a_record_without_code_is_called_by_its_name():
    dairy = actor("Quesería Ñandú")

    assert called(dairy, names(dairy)) == "Quesería Ñandú"


def test_no_records_have_no_heads():
    assert heads([], names()) == []


def test_heads_stand_in_the_order_of_the_records():
    found = [actor(name) for name in ("B", "A", "C")]

    assert heads(found, names(*found)) == ["B", "A", "C"]


def test_a_segment_that_all_factors_share_is_left_out():
    assert heads([TASTE, STORY], BUYERS) == ["F11 Constant taste", "F14 Origin"]


def test_factors_of_several_segments_keep_their_segment():
    found = heads([TASTE, VISIT], BUYERS)

    assert found == [called(TASTE, BUYERS), called(VISIT, BUYERS)]
    assert SHOPS.name in found[0]


def test_heads_of_three_hundred_actors_are_their_names():
    found = [actor(f"Dairy {place}") for place in range(300)]

    assert heads(found, names(*found)) == [one.name for one in found]
    assert all(isinstance(one, Actor) for one in found)


def test_a_column_is_headed_by_what_tells_it_from_its_neighbours():
    assert [narrow_head(one, BUYERS) for one in (TASTE, STORY)] == [
        "F11 Constant taste",
        "F14 Origin",
    ]
