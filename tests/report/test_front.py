"""Front matter: cover, letter, acknowledgements, acronyms; what is missing says pending."""

from uuid import UUID

import pytest

from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from tests.report.word import opened, outline, parts, text_of, written

EN = Language.ENGLISH


def _project(**values):
    return Snapshot([Project(id=UUID(int=1), name="Cheese", **values)])


def test_the_cover_names_project_cluster_territory_version_date_and_status():
    snapshot = _project(cluster="Cheese cluster", territory="Cajamarca")

    lines = outline(written(snapshot, EN, number=7))

    assert lines[:5] == [
        ("Title", "Strategic plan"),
        ("Subtitle", "Cheese"),
        ("Cover Text", "Cheese cluster"),
        ("Cover Text", "Cajamarca"),
        ("Cover Text", "Version 7 · June 12, 2026 · Draft"),
    ]


def test_the_cover_says_who_pays_who_works_and_who_stands_for_the_state():
    snapshot = _project(promoter="Agency", executing_entity="Consultants")

    lines = [text for style, text in outline(written(snapshot, EN)) if style == "Cover Data"]

    assert lines == [
        "Promoter: Agency",
        "Executing entity: Consultants",
        "Public counterpart: Pending",
    ]


@pytest.mark.parametrize(
    ("field", "title"),
    [("presentation", "Presentation"), ("acknowledgements", "Acknowledgements")],
)
def test_letters_are_printed_or_pending(field, title):
    given, missing = (
        outline(written(snapshot, EN))
        for snapshot in (_project(**{field: "Dear\nall"}), _project())
    )

    assert given[given.index(("Front Heading", title)) :][1:3] == [
        ("Normal", "Dear"),
        ("Normal", "all"),
    ]
    assert missing[missing.index(("Front Heading", title)) + 1] == ("Pending", "Pending")


def test_acronyms_are_a_table_of_two_columns():
    snapshot = _project(acronyms="PRC: Plan: the plan\n\nSNA")

    table = opened(written(snapshot, EN)).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Acronym", "Meaning"],
        ["PRC", "Plan: the plan"],
        ["SNA", ""],
    ]


def test_the_file_carries_title_author_and_date_but_no_clock():
    facts = opened(written(_project(executing_entity="Consultants"), EN)).core_properties

    assert facts.title == "Strategic plan: Cheese"
    assert (facts.author, facts.last_modified_by) == ("Consultants", "Consultants")
    assert facts.created.isoformat() == facts.modified.isoformat()
    assert str(facts.created.date()) == "2026-06-12"


def test_word_is_asked_to_compute_its_fields_on_opening():
    settings = parts(written(Snapshot(), EN))["word/settings.xml"].decode()

    assert settings.count("<w:updateFields") == 1
    assert settings.index("<w:updateFields") < settings.index("<w:footnotePr")


def test_contents_tables_and_figures_are_listed_before_the_first_section():
    lines = outline(written(_project(), EN))

    styles = [style for style, _text in lines]
    first = lines.index(("Heading 1", "Executive summary"))
    assert styles.index("toc 1") < styles.index("table of figures") < first
    listed = [text for style, text in lines if style == "table of figures"]
    assert any(text.startswith("Figure 1. Calendar of the process") for text in listed)


def test_a_very_long_name_does_not_stop_the_export():
    data = written(Snapshot([Project(id=UUID(int=1), name="N" * 250)]), EN)

    assert len(opened(data).core_properties.title) == 250
    assert "N" * 250 in text_of(data)


def test_the_place_for_logos_is_empty_in_a_plan_until_the_template_has_them():
    cover = opened(written(Snapshot())).sections[0]

    assert [one.text for one in cover.first_page_header.paragraphs] == [""]
