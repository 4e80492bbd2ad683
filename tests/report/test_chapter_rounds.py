"""Annex A2: each round with its rules, turnout and result; what is hidden stays out."""

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from docx import Document

from app.i18n import reader
from app.report.plan import build
from methodology.project import Language, Project
from methodology.rounds import State
from methodology.snapshot import Snapshot
from tests import votes

ENGLISH = reader(Project(id=UUID(int=1), name="Quesos", language=Language.ENGLISH))


def plan(*rounds):
    home = Project(id=UUID(int=1), name="Quesos", language=Language.ENGLISH)
    records = [record for _of, made in rounds for record in made]
    data = build(Snapshot([home, *records]), ENGLISH, on=date(2026, 11, 26), number=1)
    return Document(BytesIO(data))


def rows(document, *heads):
    """Return the rows of the first table with these headings."""
    for table in document.tables:
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        if tuple(cells[0]) == heads:
            return cells[1:]
    pytest.fail(f"no table with {heads}")


def words(document):
    tables = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *tables])


def test_a_round_is_told_with_its_rules_turnout_and_agreement():
    document = plan(votes.ranking())

    told = dict(rows(document, "Rule", "What holds"))
    assert told["Secrecy"].startswith("Secret: when the round closes")
    assert told["Rule"].startswith("Borda")
    assert told["Turnout and consensus"] == (
        "no agreement beyond chance, W = 0.08 · Opción D beats every other one to one: the rule"
        " decides the winner · 5 of 8 voted"
    )


def test_a_ranking_is_printed_by_place_with_its_points():
    found = rows(plan(votes.ranking()), "Place", "Item", "Score by the rule", "Votes")

    assert found[0] == ["1", "Opción A", "29", "5"]
    assert [row[1][-1] for row in found] == [*"ADGBEICFHJ"]


def test_scores_are_printed_with_median_and_quartiles():
    found = rows(
        plan(votes.rating()),
        "Item",
        "Median",
        "First quartile",
        "Third quartile",
        "Votes",
        "Not competent",
    )

    assert found[0] == ["Mano de obra", "4", "3", "4.25", "12", "0"]


def test_approval_is_printed_with_its_shares():
    found = rows(plan(votes.approval()), "Place", "Item", "Score by the rule", "Share", "Votes")

    assert found[0] == ["1", "Borrador B", "24", "80.0%", "24"]


def test_ideas_that_were_hidden_are_not_printed():
    said = words(plan(votes.ideas()))

    assert "Marca colectiva" in said
    assert "Insulto" not in said


def test_a_void_round_is_printed_with_its_reason():
    of, _records = votes.approval()
    void = of.model_copy(update={"state": State.VOID, "void_reason": "Se cayó la red"})

    assert "This round is void: Se cayó la red" in words(plan((void, [void])))


def test_a_round_in_preparation_has_no_section_of_its_own():
    of, _records = votes.approval()
    draft = of.model_copy(update={"state": State.DRAFT, "opened_at": None})

    document = plan((draft, [draft]))

    assert not [table for table in document.tables if table.rows[0].cells[-1].text == "What holds"]


def test_every_result_has_a_native_chart():
    data = plan(votes.approval(), votes.ranking())

    charts = [part for part in data.part.package.iter_parts() if "chart" in str(part.partname)]
    assert len(charts) >= 2


def test_kinds_of_actors_are_printed_side_by_side():
    document = plan(votes.approval_by_kind())

    heads = ("Item", "Final producer (14)", "Buyer (8)", "All the others (8)", "Lie apart")
    found = rows(document, *heads)
    assert found[1] == ["Borrador B", "57.1%", "100.0%", "100.0%", "Yes"]
    assert found[0][-1] == ""
    assert "Kinds of actors do not put the same first" in words(document)
