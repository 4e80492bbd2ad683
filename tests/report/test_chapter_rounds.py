"""Annex A2: each round with its rules, turnout and result; what is hidden stays out."""

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from docx import Document

from app.i18n import reader
from app.report.plan import build
from methodology.process import Meeting, MeetingKind
from methodology.project import Language, Project
from methodology.round_results import RoundPledge, RoundResult, RoundSummary
from methodology.rounds import Instrument, RoundItem, Rule, State
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests import votes
from tests.cluster import made

ENGLISH = reader(Project(id=UUID(int=1), name="Quesos", language=Language.ENGLISH))


def plan(*rounds):
    home = Project(id=UUID(int=1), name="Quesos", language=Language.ENGLISH)
    records = [record for _of, made in rounds for record in made]
    data = build(Snapshot([home, *records]), ENGLISH, on=date(2026, 11, 26), number=1)
    return Document(BytesIO(data))


def rows(document, *heads):
    """Return the rows of the first table with these headings, without its source line."""
    for table in document.tables:
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        if tuple(cells[0]) == heads:
            return cells[1:-1]
    pytest.fail(f"no table with {heads}")


def words(document):
    tables = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *tables])


def test_a_round_is_told_with_its_rules_turnout_and_agreement():
    document = plan(votes.ranking())

    told = dict(rows(document, "Aspect", "What holds"))
    assert told["Secrecy"].startswith("Secret: when the round closes")
    assert told["Rule"].startswith("Borda")
    assert told["Turnout and consensus"] == (
        "No agreement beyond chance, W = 0.08 · Opción D beats every other one to one: the rule"
        " decides the winner · 5 of 8 voted"
    )


def test_the_weights_that_counted_are_printed_whatever_the_cards_weigh_by_now():
    of, records = votes.ranking()
    asked = of.model_copy(update={"is_weighted": True})
    kept = [
        one.model_copy(update={"weights": "1×6 2.5×2"}) if isinstance(one, RoundSummary) else one
        for one in records
        if one is not of
    ]

    told = dict(rows(plan((asked, [asked, *kept])), "Aspect", "What holds"))

    assert told["Weights"] == "1 (cards: 6), 2.5 (cards: 2)"


def test_the_meeting_and_the_turn_that_counts_are_told():
    of, records = votes.rating(turn=2)
    meeting = made(
        Meeting, "T5", name="Taller T5", kind=MeetingKind.WORKSHOP, about_stage=Stage.DIAMOND
    )
    asked = of.model_copy(update={"meeting": meeting.id})
    others = [one for one in records if one is not of]

    told = dict(rows(plan((asked, [meeting, asked, *others])), "Aspect", "What holds"))

    assert (told["Meeting"], told["Round number"]) == ("Taller T5", "2")


def test_a_ranking_is_printed_by_place_with_its_points_and_the_other_rules():
    found = rows(
        plan(votes.ranking()), "Place", "Choice", "Score by the rule", "Copeland", "Number of votes"
    )

    assert found[0] == ["1", "Opción A", "29", "6", "5"]
    assert [row[1][-1] for row in found] == [*"ADGBEICFHJ"]


def test_scores_are_printed_with_median_and_quartiles():
    found = rows(
        plan(votes.rating()),
        "Choice",
        "Median",
        "First quartile",
        "Third quartile",
        "Number of votes",
        "Not competent",
    )

    assert found[0] == ["Mano de obra", "4", "3", "4.25", "12", "0"]


def test_how_many_put_a_choice_first_second_and_third_is_printed_beside_its_place():
    of, records = votes.ranking()
    told = [
        one.model_copy(update={"counts": "3 2 0"}) if isinstance(one, RoundResult) else one
        for one in records
    ]
    heads = "Place", "Choice", "Score by the rule", "Copeland", "Number of votes", "Distribution"

    document = plan((of, told))
    assert rows(document, *heads)[0][-1] == "3 · 2 · 0"
    assert "Distribution: how many put it first, second and so on." in words(document)


def test_a_nominal_group_is_printed_with_its_points_and_borda_beside_them():
    of, records = votes.ranking()
    asked = of.model_copy(update={"rule": Rule.BEST_PLACES, "amount": 3})
    made = asked, [asked if one is of else one for one in records]

    found = rows(plan(made), "Place", "Choice", "Score by the rule", "Borda", "Number of votes")

    assert found[0] == ["1", "Opción A", "29", "29", "5"]
    assert "points by place: 3, 2, 1" in words(plan(made))


def test_approval_is_printed_with_its_shares():
    found = rows(
        plan(votes.approval()), "Place", "Choice", "Score by the rule", "Share", "Number of votes"
    )

    assert found[0] == ["1", "Borrador B", "24", "80.0%", "24"]


def test_ideas_that_were_hidden_are_not_printed():
    said = words(plan(votes.ideas()))

    assert "Marca colectiva" in said
    assert "Insulto" not in said


def test_what_was_written_is_printed_with_its_group_the_most_named_first():
    found = rows(plan(votes.ideas()), "Text", "About", "Mentions")

    assert found[:2] == [["Marca colectiva", "Imagen", "4"], ["Sello de origen", "Imagen", "3"]]


def test_pairs_are_printed_as_a_square_with_who_is_preferred_to_whom():
    of, records = votes.approval()
    items = [one for one in records if isinstance(one, RoundItem)]
    items, wins = items[:3], [[0, 15, 17], [3, 0, 12], [1, 6, 0]]
    kept = [one for one in records if not isinstance(one, RoundItem) or one in items]
    found = rows(plan((of, [*kept, *votes.pairs(of, items, wins)])), "Choice", *"123")

    assert [row[0] for row in found] == [
        f"{place}. {item.name}" for place, item in enumerate(items, 1)
    ]
    assert [row[1:] for row in found] == [["", "15", "17"], ["3", "", "12"], ["1", "6", ""]]


def test_commitments_are_printed_with_who_joins_what_and_with_what():
    of, records = votes.approval()
    item = next(one for one in records if isinstance(one, RoundItem))
    of = of.model_copy(update={"instrument": Instrument.COMMITMENT, "rule": Rule.JOINED})
    pledge = RoundPledge(
        id=UUID(int=9), round=of.id, item=item.id, who="Rosa, Quesería", contribution="Una cava"
    )
    others = [one for one in records if one.id != of.id]

    found = rows(plan((of, [of, *others, pledge])), "Choice", "Who", "Contribution")

    assert found == [[item.name, "Rosa, Quesería", "Una cava"]]


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

    heads = ("Choice", "Final producer (14)", "Buyer (8)", "All the others (8)", "Lie apart")
    found = rows(document, *heads)
    assert found[1] == ["Borrador B", "57.1%", "100.0%", "100.0%", "Yes"]
    assert found[0][-1] == ""
    assert "Kinds of actors do not put the same first" in words(document)
    assert "Share in each group; in brackets, its ballots." in words(document)
