"""The plan of the furniture makers in three languages: other words, the same numbers."""

import re

import pytest

from methodology.project import Language, PlanStatus
from tests.report.furnished import all_charts, all_tables, lines, words

LANGUAGES = (Language.SPANISH, Language.PORTUGUESE, Language.ENGLISH)
OTHERS = (Language.SPANISH, Language.PORTUGUESE)
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
FIRST = {
    Language.SPANISH: "Resumen ejecutivo",
    Language.PORTUGUESE: "Resumo executivo",
    Language.ENGLISH: "Executive summary",
}


def _styles(language):
    return [style for style, _text in lines(language) if not style.startswith("toc")]


def _money(language):
    return [
        number
        for rows in all_tables(language).values()
        for row in rows
        for cell in row
        if "US$" in cell
        for number in NUMBER.findall(cell)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_begins_with_its_summary(language):
    first = next(text for style, text in lines(language) if style == "Heading 1")

    assert first == FIRST[language]


@pytest.mark.parametrize("language", OTHERS)
def test_the_plan_has_the_same_shape_in_every_language(language):
    assert _styles(language) == _styles(Language.ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_money_is_the_same_in_every_language(language):
    assert _money(language) == _money(Language.ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_tables_have_as_many_rows_in_every_language(language):
    mine, english = all_tables(language), all_tables(Language.ENGLISH)

    assert [len(rows) for rows in mine.values()] == [len(rows) for rows in english.values()]


@pytest.mark.parametrize("language", OTHERS)
def test_headings_of_tables_are_translated(language):
    mine, english = all_tables(language), all_tables(Language.ENGLISH)

    kept = [
        one[0]
        for one, other in zip(mine.values(), english.values(), strict=True)
        if len(one[0]) > 2 and one[0] == other[0]
    ]
    assert kept == []


@pytest.mark.parametrize("language", OTHERS)
def test_charts_draw_the_same_values_in_every_language(language):
    def values(spoken):
        return [
            [[one for one in column if not isinstance(one, str)] for column in chart.cached]
            for chart in all_charts(spoken)
        ]

    assert values(language) == values(Language.ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_keep_what_they_draw_and_no_formula(language):
    found = all_charts(language)

    assert len(found) == 24
    assert all(chart.cached == chart.kept for chart in found)
    assert sum(chart.formulas for chart in found) == 0


@pytest.mark.parametrize(
    ("language", "english"),
    [
        (language, phrase)
        for language in OTHERS
        for phrase in (
            "Source:",
            "Pending",
            "Quick win",
            "Final producer",
            "Threat of entry",
            "Improvement area",
            "Members' fees",
            "Strategic plan",
            "Draft",
            "High means",
        )
    ],
)
def test_nothing_english_is_left(language, english):
    assert english not in words(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_final_plan_has_a_word_for_it_and_another_for_a_draft(language):
    draft = [text for style, text in lines(language) if style == "Cover Text"][-1]
    final = [text for style, text in lines(language, PlanStatus.FINAL) if style == "Cover Text"][-1]

    assert draft.split(" · ")[:2] == final.split(" · ")[:2]
    assert draft.split(" · ")[2] != final.split(" · ")[2]


def test_nothing_is_pending_in_a_final_plan():
    found = [text for _style, text in lines(status=PlanStatus.FINAL)]

    assert "Pending" not in found


def test_a_final_plan_leaves_out_empty_front_matter_and_says_what_else_has_no_content():
    found = lines(status=PlanStatus.FINAL)

    empty = [
        found[place - 1][1]
        for place, (_style, text) in enumerate(found)
        if text == "Without content in this version"
    ]
    assert empty == ["Presentation", "14. Policies and coordination"]
    assert ("Front Heading", "Acknowledgements") not in found


def test_a_final_plan_has_the_tables_of_the_draft():
    draft, final = all_tables(), all_tables(status=PlanStatus.FINAL)

    assert list(final) == list(draft)


def test_cells_of_a_final_plan_differ_from_the_draft_by_a_dash_alone():
    draft, final = all_tables(), all_tables(status=PlanStatus.FINAL)

    changed = {
        (one, other)
        for title in draft
        for rows in zip(draft[title], final[title], strict=True)
        for one, other in zip(*rows, strict=True)
        if one != other
    }
    assert changed == {("Pending", "–"), ("Draft", "Final")}
