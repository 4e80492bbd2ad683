"""The screen of the scope: the choice of the cluster folded away above the segments."""

import pytest

from methodology.snapshot import Snapshot
from tests.candidates import JUDGED, candidate, criterion, published, value
from tests.screens.conftest import empty_project, make_folder, texts

PART = "scope_selection"


@pytest.fixture
def unfold(open_screen, tmp_path):
    """Return what opens the page of a project with some records, the part unfolded."""

    def opened(*records):
        rows = Snapshot([*empty_project(), *records])
        page = open_screen("scope", make_folder(tmp_path / "chosen", rows), "en")
        page.session_state[PART] = True
        return page.run()

    return opened


def titles(page):
    return [part.label.replace("\\", "") for part in page.expander]


def test_the_part_is_folded_away_and_names_what_was_chosen(open_screen, tmp_path):
    rows = Snapshot([*empty_project(), *published(is_chosen=True)])
    page = open_screen("scope", make_folder(tmp_path / "chosen", rows), "en")

    assert titles(page) == ["Selection of the cluster: Café"]
    assert not page.get("plotly_chart")


def test_without_candidates_it_says_what_to_do_and_that_the_check_can_be_waived(unfold):
    page = unfold()

    assert not page.exception
    assert titles(page) == ["Selection of the cluster"]
    assert "waive its check" in texts(page)
    assert not page.get("plotly_chart")


def test_unfolded_it_shows_the_scores_their_source_and_the_warning(unfold):
    page = unfold(*published())
    said = texts(page)

    assert not page.exception
    assert titles(page) == ["Selection of the cluster: 3 candidates"]
    assert len(page.get("plotly_chart")) == 1
    assert "Values given by: Panel." in said
    assert "can turn round when a candidate is added or taken out" in said


def test_what_is_not_defined_is_said_to_be_so(unfold):
    page = unfold(
        candidate("Quesos", 4_200, 120_000, 60_000, 5_000_000, **JUDGED), candidate("Café")
    )
    cheese, coffee = page.dataframe[0].value.to_dict("records")

    assert not page.get("plotly_chart")
    assert [*cheese.values()] == ["Quesos", *["Yes"] * 4, "2.92", "2,760", "1 of 1 assessable"]
    assert [*coffee.values()] == ["Café", *["Pending"] * 4, "n/d", "n/d", "n/d"]


def test_a_criterion_that_tells_nobody_apart_is_flagged(unfold):
    flat, one, two = criterion("Flat"), candidate("One"), candidate("Two")
    page = unfold(flat, one, two, value(one, flat, "3"), value(two, flat, "3"))

    assert "half the points for each: Flat" in texts(page)


def test_the_ways_on_lead_to_the_tables(unfold):
    page = unfold(*published())

    page.button(key="begin_candidate_score").click().run()

    assert not page.exception
    assert page.session_state["scope_view"] == "data"
    assert page.session_state["scope_table"] == "candidate_score"


def test_the_part_that_is_unfolded_is_what_is_projected(unfold):
    page = unfold(*published())

    assert "figure=selection" in page.get("link_button")[0].proto.url
