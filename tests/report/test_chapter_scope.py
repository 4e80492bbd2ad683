"""Section 2: the accepted sentence, who is in and who is out, the four tests."""

from datetime import date
from uuid import UUID

from methodology.mapping import Actor, Inclusion
from methodology.process import Meeting, MeetingKind
from methodology.project import Language
from methodology.scope import Answer, Orientation, Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.report.word import headings, outline, tables, written

EN = Language.ENGLISH


def test_the_sentence_is_quoted_and_its_facts_tabled():
    meeting = Meeting(id=UUID(int=2), name="T0", kind=MeetingKind.WORKSHOP, about_stage=Stage.SCOPE)
    scope = Scope(
        id=UUID(int=1),
        sector="Dairy",
        segment="Cheese",
        territory="Cajamarca",
        orientation=Orientation.PRODUCT,
        statement="Cheese makers who sell their own brand.",
        rule="Makes cheese here.",
        left_out="Powdered milk.",
        accepted_on=date(2026, 3, 20),
        accepted_in=meeting.id,
    )

    data = written(Snapshot([scope, meeting]), EN)

    assert ("Quote", "Cheese makers who sell their own brand.") in outline(data)
    facts = dict(tables(data)["From sector to segment"][1:])
    assert (facts["Sector"], facts["Orientation"]) == ("Dairy", "Product or service")
    assert facts["Accepted in"] == "T0"
    assert headings(data, 3)[:2] == ["Rule for inclusion", "What is left out, and why"]


def test_actors_are_counted_by_the_rule():
    flags = [Inclusion.INSIDE, Inclusion.INSIDE, Inclusion.OUTSIDE, None]
    actors = [
        Actor(id=UUID(int=10 + place), name=f"A{place}", inclusion=flag)
        for place, flag in enumerate(flags)
    ]

    rows = tables(written(Snapshot(actors), EN))["Actors by the rule for inclusion"]

    assert rows[1:] == [
        ["Inside", "2", "50%"],
        ["Periphery", "0", "0%"],
        ["Outside", "1", "25%"],
        ["Not decided yet", "1", "25%"],
        ["Total", "4", "100%"],
    ]


def test_shares_of_actors_add_up_to_a_hundred():
    flags = [Inclusion.INSIDE, Inclusion.PERIPHERY, Inclusion.OUTSIDE]
    actors = [
        Actor(id=UUID(int=10 + place), name=f"A{place}", inclusion=flag)
        for place, flag in enumerate(flags)
    ]

    rows = tables(written(Snapshot(actors), EN))["Actors by the rule for inclusion"]

    assert [row[-1] for row in rows[1:]] == ["34%", "33%", "33%", "100%"]


def test_everybody_flagged_leaves_no_row_for_the_undecided():
    actor = Actor(id=UUID(int=10), name="A", inclusion=Inclusion.INSIDE)

    rows = tables(written(Snapshot([actor]), EN))["Actors by the rule for inclusion"]

    assert [row[0] for row in rows] == ["In scope", "Inside", "Periphery", "Outside", "Total"]


def test_segments_show_four_tests_verdict_and_outcome():
    passing = Segment(
        id=UUID(int=1),
        name="Fresh cheese",
        product="Cheese",
        same_customers=Answer.YES,
        same_rivals=Answer.YES,
        own_name=Answer.YES,
        enough_firms=Answer.YES,
        verdict=SegmentVerdict.INSIDE,
    )
    failing = Segment(id=UUID(int=2), name="Butter", same_customers=Answer.NO)

    rows = tables(written(Snapshot([passing, failing]), EN))["Candidate segments"]

    assert len(rows[0]) == 7
    assert rows[1] == [
        "Fresh cheese",
        *["Yes"] * 4,
        "Inside the scope",
        "Passes the four tests",
    ]
    assert rows[2] == ["Product or service: Cheese"]
    assert (rows[3][0], rows[3][-1]) == ("Butter", "Fails a test")


def test_a_project_without_scope_has_the_section_and_what_it_lacks():
    found = outline(written(Snapshot(), EN))

    at = found.index(("Heading 1", "2. Scope of intervention"))
    assert found[at + 1] == ("Pending", "Pending")
