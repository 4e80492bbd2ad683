"""The screen of the options: cards, pairs to merge, matrix, scores, votes, firmness."""

import pytest

from methodology.options import OptionCriterion, StrategicOption
from methodology.snapshot import Snapshot
from methodology.standard_criteria import STANDARD
from tests.options import option
from tests.screens.conftest import empty_project, make_folder, show_view, texts
from tests.strategy import options

VIEW = "options_figure"


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "strategy", Snapshot([*empty_project(), *options()]))


@pytest.fixture
def page(open_screen, folder):
    return open_screen("options", folder, "en")


def test_without_options_the_page_says_how_they_come_about(open_screen, empty_folder):
    page = open_screen("options", empty_folder, "en")

    assert "No option has been proposed yet" in texts(page)
    assert [button.label for button in page.button if button.proto.type == "primary"]


def test_the_title_names_what_was_chosen(page):
    assert page.title[0].value.replace("\\", "") == "Chosen: O1"


def test_every_option_has_a_card_with_its_definition(page):
    said = texts(page)

    assert all(f"{code} Option {code}" in said for code in ("O1", "O2", "O3"))
    assert "Sell as O1" in said


def test_an_amount_on_a_card_stays_on_one_line(open_screen, tmp_path):
    sized = option("O9").model_copy(update={"market_size": 4_600_000_000})
    folder = make_folder(tmp_path / "sized", Snapshot([*empty_project(), sized]))

    assert "S/\N{NO-BREAK SPACE}46,000,000" in texts(open_screen("options", folder, "en"))


def test_a_pair_that_is_too_alike_is_named(open_screen, tmp_path):
    rows = [*empty_project(), option("O1"), option("O2")]
    page = open_screen("options", make_folder(tmp_path / "alike", Snapshot(rows)), "en")

    assert "Option O1 and Option O2 differ in 0 purchase factors" in texts(page)


@pytest.mark.parametrize("view", ["factors", "matrix", "order"])
def test_each_figure_shows_with_its_source(page, view):
    show_view(page, VIEW, view)

    assert not page.exception
    assert len(page.get("plotly_chart")) == 1
    assert page.caption


def test_the_matrix_says_who_scored_and_on_which_scale(page):
    show_view(page, VIEW, "matrix")

    assert "Medians of 3 raters (Firm of the cluster)." in texts(page)
    assert "Area of a bubble: market size a year." in texts(page)


def test_both_ballots_stand_apart_with_their_turnout(page):
    show_view(page, VIEW, "votes")
    said = texts(page)

    assert len(page.get("plotly_chart")) == 2
    assert "Ballots cast: 7 of 10 entitled. Quorum: 6. Rule: Borda. Consensus: W 0.61." in said
    assert "Firms that said what they will pursue: 2 of 3; several options each." in said


def test_no_firm_is_named_beside_its_intention(page):
    show_view(page, VIEW, "votes")

    assert "Dairy" not in texts(page)


def test_scores_show_median_range_and_the_sums_of_both_axes(page):
    show_view(page, VIEW, "scores")
    table = page.dataframe[0].value

    assert table["O1"].tolist()[0] == "2 (range 0)"
    assert table["O1"].tolist()[-2:] == ["2.45 · Middle third", "4.10 · High third"]


def test_the_proposed_criteria_are_written_at_one_press(open_screen, tmp_path, look_inside):
    rows = [*empty_project(), option("O1")]
    folder = make_folder(tmp_path / "bare", Snapshot(rows))
    page = open_screen("options", folder, "en")
    show_view(page, VIEW, "matrix")

    page.button(key="option_standard").click().run()

    found = look_inside(folder).snapshot().all(OptionCriterion)
    assert [one.code for one in found] == [one.code for one in STANDARD]
    assert found[0].name == "Tamaño del mercado"
    assert [one.code for one in found if one.is_coverage] == ["C5"]
    assert "No option has a score on both axes yet" in texts(page)


@pytest.mark.parametrize("view", ["factors", "matrix", "scores", "votes", "order"])
def test_every_view_of_a_bare_option_says_what_it_waits_for(open_screen, tmp_path, view):
    folder = make_folder(tmp_path / "bare", Snapshot([*empty_project(), option("O1")]))
    page = open_screen("options", folder, "en")
    show_view(page, VIEW, view)

    assert not page.exception
    assert not page.get("plotly_chart")
    assert texts(page).count("yet") or "stage 5" in texts(page)


def test_an_option_typed_in_a_grid_is_an_option(open_screen, folder, look_inside):
    assert len(look_inside(folder).snapshot().all(StrategicOption)) == 3
