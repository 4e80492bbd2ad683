"""The screen of vision and areas: the text with its rules, adoption, objectives, gaps, sheets."""

from datetime import date

import pytest

from methodology.areas import ImprovementArea
from methodology.snapshot import Snapshot
from methodology.vision import Consent, VisionVersion
from tests.cluster import made
from tests.diamonds import factor
from tests.diamonds import published as diamond
from tests.screens.conftest import empty_project, make_folder, show_view, texts
from tests.strategy import TEXT, strategy

VIEW = "vision_figure"
DRAFT = made(VisionVersion, "A", name="Draft A", text="Be good.", drafted_on=date(2026, 9, 1))


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "strategy", Snapshot([*empty_project(), *strategy()]))


@pytest.fixture
def page(open_screen, folder):
    return open_screen("vision", folder, "en")


@pytest.fixture
def draft(tmp_path):
    return make_folder(tmp_path / "draft", Snapshot([*empty_project(), DRAFT]))


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("vision", "The vision has not been drafted yet"),
        ("objectives", "There are no objectives yet"),
        ("gaps", "No gap is kept yet"),
        ("areas", "There are no improvement areas yet"),
    ],
)
def test_an_empty_view_says_what_it_waits_for(open_screen, empty_folder, view, words):
    page = open_screen("vision", empty_folder, "en")
    show_view(page, VIEW, view)

    assert words in texts(page)
    assert not page.exception


def test_the_adopted_text_shows_with_every_rule_beside_it(page):
    assert page.text_area[0].value == TEXT
    assert "Adopted on September 9, 2026 in T4" in texts(page)
    assert texts(page).count(":material/check_circle:") == 5


def test_rules_follow_the_text_as_it_is_typed(open_screen, draft):
    page = open_screen("vision", draft, "en")
    before = texts(page).count(":material/error:")

    page.text_area[0].set_value("By 2031 we sell 30 tons.").run()

    assert texts(page).count(":material/error:") == before - 2
    assert "It names 2031." in texts(page)


def test_a_typed_text_is_saved_as_one_act(open_screen, draft, look_inside):
    page = open_screen("vision", draft, "en")
    page.text_area[0].set_value("By 2031 we sell 30 tons.").run()
    page.button(key="vision_save").click().run()

    [found] = look_inside(draft).snapshot().all(VisionVersion)
    assert found.text == "By 2031 we sell 30 tons."


def test_saving_a_text_that_nobody_changed_writes_nothing(open_screen, draft, look_inside):
    before = look_inside(draft).snapshot().revision
    page = open_screen("vision", draft, "en")
    page.button(key="vision_save").click().run()

    assert look_inside(draft).snapshot().revision == before


def test_a_new_version_begins_with_the_text_that_shows(open_screen, draft, look_inside):
    page = open_screen("vision", draft, "en")
    page.button(key="vision_new").click().run()

    found = look_inside(draft).snapshot().all(VisionVersion)
    assert [(one.name, one.text) for one in found] == [
        ("Draft A", "Be good."),
        ("Version 2", "Be good."),
    ]


def test_consent_and_adoption_are_noted_together(open_screen, draft, look_inside):
    page = open_screen("vision", draft, "en")
    page.selectbox[1].set_value(Consent.CONSENT)
    page.date_input[0].set_value(date(2026, 9, 30))
    next(button for button in page.button if button.label == "Save").click().run()

    [found] = look_inside(draft).snapshot().all(VisionVersion)
    assert (found.consent, found.adopted_on) == (Consent.CONSENT, date(2026, 9, 30))
    assert page.title[0].value == "Vision adopted"


def test_objectives_go_from_baseline_to_target(page):
    show_view(page, VIEW, "objectives")

    assert [one.value for one in page.metric] == ["0", "30"]
    assert "OE1 Sell with a name" in texts(page)


def test_gaps_show_by_areas_with_the_rule_that_kept_them(page):
    show_view(page, VIEW, "gaps")

    assert len(page.get("plotly_chart")) == 1
    assert "Gaps of 1 or more with priority 6 or more" in texts(page)


def test_an_area_is_made_of_gaps_that_belong_together(open_screen, tmp_path, look_inside):
    folder = make_folder(tmp_path / "gaps", Snapshot([*empty_project(), *diamond()]))
    page = open_screen("vision", folder, "en")
    show_view(page, VIEW, "gaps")

    page.button(key="area_of_DC").click().run()
    show_view(page, VIEW, "gaps")

    [found] = look_inside(folder).snapshot().all(ImprovementArea)
    assert found.name == "Condiciones de la demanda"
    assert {*found.gaps} == {factor("DC1").id, factor("DC2").id}
    assert len(found.options) == 1
    assert "area_of_DC" not in {button.key for button in page.button}


def test_an_area_has_a_sheet_with_gaps_and_baseline(page):
    show_view(page, VIEW, "areas")
    said = texts(page)

    assert "A1 Shared lab" in said
    assert "FC2 FC2 (priority 12)" in said
    assert "Labs: 0 labs (Sep 9, 2026)" in said
    assert "Below the rule for gaps: FC3" in said
