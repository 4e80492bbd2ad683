"""The diamond on the screen: how it begins, options side by side, decisions, adopted medians."""

import json

import pytest

from methodology.diamond import Decision, DiamondFactor, GapDecision
from methodology.options import OptionStatus
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.standard_diamond import STANDARD
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from tests.cluster import made
from tests.diamonds import factor, ideal, option, published, rater, score
from tests.screens.conftest import empty_project, make_folder, show_view, texts

O1, O2 = option("O1"), option("O2", OptionStatus.DISCARDED)
FC1 = factor("FC1")


def opened(open_screen, tmp_path, *records, language="en"):
    rows = [*empty_project(), *records]
    return open_screen("diamond", make_folder(tmp_path / "diamond", Snapshot(rows)), language)


@pytest.fixture
def page(open_screen, tmp_path):
    return opened(open_screen, tmp_path, *published(O1), O2, ideal(FC1, O2, 5))


def view(page, name):
    return show_view(page, "diamond_figure", name)


def inside(look_inside, tmp_path):
    return look_inside(tmp_path / "diamond").snapshot()


def test_the_standard_sub_factors_come_at_one_press_in_the_language_of_the_plan(
    open_screen, tmp_path, look_inside
):
    page = opened(open_screen, tmp_path)
    page.button(key="diamond_standard").click().run()

    found = inside(look_inside, tmp_path).all(DiamondFactor)
    assert not page.exception
    assert [one.code for one in found] == [one.code for one in STANDARD]
    assert found[0].name == "Recursos humanos especializados"


def test_after_the_sub_factors_the_page_asks_for_options_then_ideals_then_scores(
    open_screen, tmp_path
):
    said = [
        texts(opened(open_screen, tmp_path / str(place), *rows))
        for place, rows in enumerate(([FC1], [FC1, O1], [FC1, O1, ideal(FC1, O1, 4)]))
        if (tmp_path / str(place)).mkdir() is None
    ]

    assert "No option has been described yet" in said[0]
    assert "No option has an ideal diamond yet" in said[1]
    assert "No option has actual and ideal on all four axes yet" in said[2]


def test_the_title_names_the_option_that_asks_most(page):
    assert page.title[0].value.replace("\\", "") == "63% of what O1 needs is there"


def test_every_option_has_a_card_with_its_coverage_in_words(page):
    said = texts(page)

    assert "O1 Option O1" in said
    assert "Covered **63%** · :gray[gaps of 2 or more: 6]" in said
    assert "Needs ideal and actual level on all four axes." not in said
    assert len(page.get("plotly_chart")) == 2


def test_the_options_are_compared_in_numbers_too(page):
    table = page.dataframe[0].value

    assert table["Coverage"].tolist() == ["63%", "60%"]
    assert table["Gaps of 2 or more"].tolist() == ["6", "1"]
    assert table["Cost class"].tolist() == ["Pending", "–"]


def test_a_discarded_option_says_so_and_why_and_lacks_nothing(open_screen, tmp_path):
    out = O2.model_copy(update={"status_reason": "Nobody buys it."})
    page = opened(open_screen, tmp_path, *published(O1), out)

    said = texts(page)

    assert "Discarded" in said
    assert "Nobody buys it." in said
    assert "Needs ideal" not in said


def test_one_option_shows_its_gaps_in_the_order_of_decision(page):
    view(page, "diamond")

    table = page.dataframe[0].value
    assert not page.exception
    assert table["Sub-factor"].tolist()[:3] == ["DC2 DC2", "FC2 FC2", "FS2 FS2"]
    assert table["Priority"].tolist()[:3] == [12, 12, 10]
    assert table["Decision"].tolist()[0] == "Pending"


def test_a_decision_is_kept_with_its_reason(page, tmp_path, look_inside):
    view(page, "diamond")
    [chosen] = [one for one in page.get("button_group") if "decide_what" in str(one.proto.id)]
    page.session_state[key_of(page, "decide_what_")] = Decision.NOT_NOW
    page.text_input(key=key_of(page, "decide_why_")).set_value("Too far away")
    page.button[-1].click().run()

    [kept] = inside(look_inside, tmp_path).all(GapDecision)
    assert chosen
    assert (kept.decision, kept.reason) == (Decision.NOT_NOW, "Too far away")
    assert kept.factor == factor("DC2").id
    assert "1 of 6 gaps of 2 or more are decided" in texts(page)


def key_of(page, start):
    return next(key for key in map(str, page.session_state.to_dict()) if key.startswith(start))


def test_a_decision_without_a_reason_is_not_kept(page, tmp_path, look_inside):
    view(page, "diamond")
    page.session_state[key_of(page, "decide_what_")] = Decision.TAKE_ON
    page.button[-1].click().run()

    assert inside(look_inside, tmp_path).all(GapDecision) == ()
    assert [one.value for one in page.error] == ["The plan prints both."]


def test_the_link_to_the_projector_follows_the_view_and_the_option(page):
    def address():
        return next(one.proto.url for one in page.get("link_button"))

    assert "figure=diamonds" in address()
    view(page, "success")
    assert "figure=success" in address()
    view(page, "diamond")
    page.run()
    assert "figure=diamond&" in address()
    assert f"about={O1.id}" in address()


def test_medians_are_adopted_from_the_scores(open_screen, tmp_path, look_inside):
    people = [rater(f"F{place}") for place in range(3)]
    expert = rater("X", Side.EXPERT)
    given = [score(who, FC1, value) for who, value in zip(people, (2, 3, 5), strict=True)]
    page = opened(open_screen, tmp_path, FC1, *people, expert, *given, score(expert, FC1, 1))
    view(page, "levels")

    readings = page.dataframe[0].value
    assert readings["Median"].tolist() == ["3"]
    assert readings["To discuss"].tolist() == ["Yes"]
    assert readings["Other sides"].tolist() == ["Expert: 1 (1)"]
    assert readings["Adopted"].tolist() == ["Pending"]
    page.button(key="diamond_actual_adopt").click().run()
    [kept] = inside(look_inside, tmp_path).all(DiamondFactor)
    assert kept.actual == 3


def test_the_rubric_stands_beside_the_scores(open_screen, tmp_path):
    who = rater("F")
    page = opened(open_screen, tmp_path, FC1, who, score(who, FC1, 2))
    view(page, "levels")

    assert "1 absent, 2 isolated, weak, depends on persons" in texts(page)


def test_necessary_and_weak_success_factors_say_what_answers_them(open_screen, tmp_path):
    taste = made(
        SuccessFactor, "s", code="FE1", name="Taste", level=SuccessLevel.FIRM, present=1,
        waiver="Each firm trains its own",
    )  # fmt: skip
    need = made(
        SuccessNeed, "n", factor=taste.id, option=O1.id, relevance=Relevance.NECESSARY
    )  # fmt: skip
    page = opened(open_screen, tmp_path, O1, taste, need)
    view(page, "success")

    table = page.dataframe[0].value
    assert table["Answered by"].tolist() == ["Each firm trains its own"]


def test_chance_says_that_nobody_judged_it_though_the_levels_are_scored(open_screen, tmp_path):
    rows = (*published(O1), factor("CH1"))
    page = opened(open_screen, tmp_path, *rows)
    view(page, "chance")

    assert "Nobody has judged yet what chance can bring" in texts(page)
    assert "Each rater says how far it threatens or favors, from -2 to 2." in texts(page)


def test_chance_is_shown_apart(open_screen, tmp_path):
    page = opened(open_screen, tmp_path, factor("CH1", exposure=-2))
    view(page, "chance")

    [chart] = page.get("plotly_chart")
    assert json.loads(chart.proto.spec)["data"][0]["x"] == [-2]
    assert "Negative threatens, positive favors" in texts(page)
