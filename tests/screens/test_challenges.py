"""The screens of business and buyers: what they begin with, show, and hand on to the options."""

from uuid import UUID

import pytest

from app.i18n import reader
from app.widgets.beginnings import drafted_option
from app.widgets.forces_tables import challenge_rows, factor_rows, trend_rows
from app.widgets.purchase_tables import gap_rows, move_rows, seed_rows, value_rows
from methodology.buyers import BuyerSegment
from methodology.forces import ForceFactor
from methodology.options import OptionStatus, StrategicOption
from methodology.project import Language, Project
from methodology.purchase import segments
from methodology.snapshot import Snapshot
from tests.challenges import BRAND, EVERYTHING, SHOPS, STORY, TASTE, TOURISTS
from tests.screens.conftest import make_folder, show_view, texts

_ = reader(language=Language.ENGLISH)
SNAPSHOT = Snapshot(EVERYTHING)
HOME = Project(id=UUID(int=1), name="Quesos")


@pytest.fixture
def full_folder(tmp_path):
    return make_folder(tmp_path / "full", Snapshot([HOME, *EVERYTHING]))


@pytest.mark.parametrize("language", [*Language])
def test_shipped_sub_factors_come_by_one_button_in_the_language_of_the_plan(
    open_screen, tmp_path, look_inside, language
):
    home = HOME.model_copy(update={"language": language})
    folder = make_folder(tmp_path / "empty", Snapshot([home]))
    page = open_screen("attractiveness", folder, "es")

    page.button(key="attractiveness_begin").click().run()

    assert not page.exception
    found = look_inside(folder).snapshot().all(ForceFactor)
    assert len(found) == 24
    assert {one.name for one in found if one.code == "PR5"} == {
        reader(language=language)("Skilled labor is scarce")
    }


def test_the_button_is_gone_once_there_are_sub_factors(open_screen, full_folder):
    page = open_screen("attractiveness", full_folder)

    assert "attractiveness_begin" not in {button.key for button in page.button}


def test_title_says_how_attractive_the_business_is(open_screen, full_folder):
    page = open_screen("attractiveness", full_folder, "en")

    assert "Attractiveness from 2.8 to 2.0" in texts(page)
    assert "less attractive business" in texts(page)


def test_scores_are_entered_in_a_sheet_of_raters_by_date(open_screen, full_folder):
    page = open_screen("attractiveness", full_folder, "en")

    show_view(page, "attractiveness_figure", "score")

    assert not page.exception
    assert "1 weak pressure" in texts(page)


def test_adopting_takes_over_the_medians(open_screen, full_folder, look_inside):
    page = open_screen("attractiveness", full_folder, "en")
    show_view(page, "attractiveness_figure", "adopt")

    page.button(key="attractiveness_adopt").click().run()

    assert not page.exception
    found = look_inside(full_folder).snapshot().all(ForceFactor)
    assert {str(one.today) for one in found} == {"3.5"}


def test_seeds_become_a_draft_option_that_carries_them(open_screen, full_folder, look_inside):
    page = open_screen("purchase_factors", full_folder, "en")
    show_view(page, "purchase_factors_figure", "seeds")

    page.button(key=f"option_{SHOPS.id}").click().run()

    assert not page.exception
    found = look_inside(full_folder).snapshot().all(StrategicOption)
    [made] = [one for one in found if one.code == "O2"]
    assert made.purchase_factors == (STORY.id,)
    assert (made.segments, made.status) == ((SHOPS.id,), OptionStatus.CANDIDATE)


def test_the_segment_chosen_is_the_one_that_is_projected(open_screen, full_folder):
    page = open_screen("purchase_factors", full_folder, "en")

    page.selectbox(key="purchase_factors_about").set_value(TOURISTS.id).run()

    assert not page.exception
    [link] = page.get("link_button")
    assert f"about={TOURISTS.id}" in link.proto.url
    assert "Heard of “Tourists”" in texts(page)


def test_a_projected_figure_names_its_segment(open_screen, full_folder):
    page = open_screen("", full_folder, "en")
    page.query_params["figure"] = "curves"
    page.query_params["about"] = str(TOURISTS.id)

    page.switch_page("screens/projector.py").run()

    assert page.title[0].value.replace("\\", "") == "Value curves · Tourists"


def test_drafted_option_takes_a_free_code_and_a_free_name():
    first = drafted_option(SNAPSHOT, SHOPS, [TASTE.id], "Brand of origin")
    second = drafted_option(Snapshot([]), SHOPS, [TASTE.id], "x" * 400)

    assert (first.code, first.name) == ("O2", "Brand of origin (O2)")
    assert (second.code, len(second.name)) == ("O1", 240)


def test_table_of_sub_factors_flags_what_to_discuss_and_keeps_experts_apart():
    rows, note = factor_rows(_, SNAPSHOT)

    assert rows[0] == {
        "Code": "EN1", "Sub-factor": "Part entry", "Today": "4", "IQR": "1.5", "Horizon": "5",
        "IQR, horizon": "0", "Experts": "1 → 4", "Verdict": "Discuss",
    }  # fmt: skip
    assert "linear" in note


def test_tables_of_trends_and_challenges_say_their_ties():
    [trend], _note = trend_rows(_, SNAPSHOT)
    [challenge], _same = challenge_rows(_, SNAPSHOT)

    assert (trend["Presses on ▲"], trend["Relieves ▼"]) == ("Buyer power", "Threat of entry")
    assert challenge["Causes"] == "TE1, Buyer power"
    assert challenge["Validated in"] == "T1, July 15, 2026"


def test_tables_of_a_segment():
    shops, tourists = segments(SNAPSHOT)

    assert [row["Gap"] for row in gap_rows(_, shops)[0]][:2] == ["0.79", "0.26"]
    assert value_rows(_, SNAPSHOT, shops)[0][0]["Self-image"] == "5"
    assert seed_rows(_, tourists)[0] == [
        {
            "Code": "F21", "Factor": "Visit to the dairy", "Today": "3*", "Advanced buyers": "5*",
            "Shift": "+2",
        }
    ]  # fmt: skip
    assert move_rows(_, SNAPSHOT, shops)[0][0]["Create"] == "Origin"


def test_nothing_known_makes_no_rows():
    bare = segments(Snapshot([SHOPS]))[0]

    assert gap_rows(_, bare)[0] == seed_rows(_, bare)[0] == value_rows(_, SNAPSHOT, bare)[0] == []
    assert move_rows(_, Snapshot([SHOPS, BRAND]), bare)[0] == []
    assert isinstance(bare.segment, BuyerSegment)
