"""Section 13: model, organs with names by consent, rules with votes, agreements, money."""

from datetime import date

from methodology.governance import Agreement, GovernanceRole, RoleKind
from methodology.project import Country, Currency, Language, Project
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.governed import FIRMS, GOVERNED
from tests.report.word import between, charts, opened, outline, tables, text_of, written

EN = Language.ENGLISH
PROJECT = made(
    Project, "p", name="Cheese", country=Country.PERU, currency=Currency.PEN, language=EN
)
AGREEMENT = made(
    Agreement,
    name="Laboratory",
    parties=(FIRMS[0].id, FIRMS[1].id),
    subject="One day a week.",
    signed_on=date(2026, 11, 6),
)
ROLE = made(GovernanceRole, role=RoleKind.PROMOTER, actors=(FIRMS[8].id,), task="Keep the dates.")
DATA = written(Snapshot([PROJECT, *GOVERNED, AGREEMENT, ROLE]), EN)
SECTION = between(DATA, "13. Governance", "14. Policies")


def test_what_governance_is_not_is_printed_for_every_cluster_and_this_one():
    bullets = [text for style, text in SECTION if style == "List Bullet"]

    assert len(bullets) == 5
    assert any(text.startswith("A lobby") for text in bullets)
    assert "Not a price club." in [text for _style, text in SECTION]


def test_organs_stand_from_the_top_with_what_they_report_to():
    rows = tables(DATA)["Organs"]

    assert [row[0] for row in rows[1:]] == ["Forum", "Board", "Office"]
    assert rows[0][:2] == ["Organ", "Type"]


def test_members_are_named_by_consent_alone():
    rows = tables(DATA)["Members of the organs"]

    assert ["Board", "Firm 1", "Chair", "Elena"] in [row[:4] for row in rows]
    assert ["Board", "Firm 2", "Secretary", ""] in [row[:4] for row in rows]
    assert "Rosaura" not in text_of(DATA)


def test_rules_say_how_many_votes_they_ask_for():
    rows = tables(DATA)["Rules"]

    found = {row[0]: row[-1] for row in rows[1:] if len(row) > 1}
    assert found == {"Quorum": "18 of 35", "Decisions": "5 of 8", "Admission": "6 of 8"}
    assert "Half plus one: ⌊n ÷ 2⌋ + 1" in text_of(DATA)


def test_the_money_is_a_table_by_source_with_the_public_share_and_a_native_chart():
    rows = tables(DATA)["Operating budget of three years"]

    assert rows[0] == ["Source of the money", "Year 1", "Year 2", "Year 3"]
    assert rows[-1] == ["Public share", "75%", "50%", "0%"]
    assert next(row for row in rows if row[0] == "Total")[1].endswith("8,000")
    names = [chart.cached for chart in charts(DATA)]
    assert any(["Public funds", None, 3000.0, 6000.0] in series for series in names)


def test_the_chart_of_organs_is_editable_shapes_with_their_names():
    xml = opened(DATA).element.xml

    assert xml.count('name="Reports to"') >= 2
    assert 'name="Board"' in xml


def test_agreements_and_roles_are_tables():
    assert tables(DATA)["Agreements"][1][:3] == [
        "Laboratory",
        "Firm 1 and Firm 2",
        "Nov 6, 2026",
    ]
    assert tables(DATA)["Roles in the governance"][1] == ["Promoter", "Firm 9"]


def test_without_anything_the_section_is_pending_with_what_it_waits_for():
    lines = between(written(Snapshot([PROJECT]), EN), "13. Governance", "14. Policies")

    waiting = [text for style, text in lines if style == "Pending"]
    assert waiting[0] == "Pending"
    assert len(waiting) == 7  # what is said of the manager's profile stands with project 0
    assert not [text for style, text in lines if style == "Heading 2"]


def test_every_table_and_figure_of_the_section_has_its_source():
    captions = sum(style == "Caption" for style, _text in SECTION)
    sources = sum(style == "Source" and text.startswith("Source") for style, text in SECTION)

    assert captions == sources
    assert ("Heading 1", "13. Governance") in outline(DATA)
