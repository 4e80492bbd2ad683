"""Annexes: people by consent, method with its sources, files of evidence, open issues."""

from datetime import date
from itertools import combinations
from uuid import UUID

from app.report.chapters.annexes import LISTED_RELATIONS
from methodology.characterization import Statistic
from methodology.gates import checks
from methodology.mapping import Actor, ActorKind, Contact, MapSettings, Tie, TieKind
from methodology.options import PriorityVote, StrategicOption
from methodology.project import Evidence, Language, Waiver
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import made
from tests.report.word import headings, outline, tables, text_of, written

EN = Language.ENGLISH
DAY = date(2026, 5, 4)
FIRM = Actor(id=UUID(int=1), name="Dairy", source="Census", website="https://dairy.example.org/a")


def _written(*records):
    return written(Snapshot(records), EN)


def test_without_actors_the_directory_is_pending():
    found = outline(_written())

    at = found.index(("Heading 1", "Annex A1. Participants"))
    assert found[at + 1 : at + 3] == [
        ("Pending", "Pending"),
        ("Pending", "There are no actors yet."),
    ]


def test_people_stand_with_their_actor_and_position():
    person = Contact(
        id=UUID(int=2), name="Ana", actor=FIRM.id, position="Owner", is_lead=True, consent=True
    )

    assert tables(_written(FIRM, person))["People"][1] == ["Ana", "Dairy", "Owner", "Yes"]


def test_a_website_opens_from_the_directory():
    data = _written(FIRM)

    assert "https://dairy.example.org/a" in text_of(data)


def test_the_settings_of_the_network_are_in_words():
    settings = MapSettings(id=UUID(int=3), kinds=(TieKind.SUPPLY,), keep_isolates=False)

    rows = dict(tables(_written(settings))["Settings of the map"][1:])

    assert rows["Count actors without relations"] == "No"
    assert rows["Relations counted"] == "Buys and sells"
    assert rows["A relation exists when"] == "Reported by either side"


def test_every_formula_names_its_reference():
    rows = tables(_written())["Measures and their formulas"]

    assert ["Density", "2m / (n(n − 1))", "Wasserman & Faust (1994)"] in rows
    assert all(len(row) == 3 and all(row) for row in rows)


def test_sources_count_where_they_are_named():
    figures = [
        Statistic(id=UUID(int=10 + n), indicator="firms", year=2020 + n, value=n, source="Survey")
        for n in range(2)
    ]

    rows = tables(_written(FIRM, *figures))["Sources"]

    assert rows[1:] == [["Census", "Actors (1)"], ["Survey", "Figures (2)"]]


def test_evidence_names_the_file_and_what_it_is_about():
    photo = Evidence(
        id=UUID(int=20),
        name="Photo of the wall",
        file="files/wall.jpg",
        digest="ab12",
        about_table="actor",
        about_id=FIRM.id,
        added_on=DAY,
        note="Taken at T0",
    )

    rows = tables(_written(FIRM, photo))["Evidence"]

    assert rows[1] == ["Photo of the wall", "files/wall.jpg", "May 4, 2026", "Dairy"]
    assert rows[2] == ["Note: Taken at T0"]


def test_evidence_about_something_gone_is_still_listed():
    photo = Evidence(
        id=UUID(int=20), name="Photo", file="files/a.jpg", about_id=UUID(int=99), added_on=DAY
    )

    assert tables(_written(photo))["Evidence"][1][0] == "Photo"


def test_many_relations_are_told_actor_by_actor():
    names = [f"Firm {number:02}" for number in range(24)]
    firms = [
        Actor(id=UUID(int=100 + number), name=name, kind=ActorKind.PRODUCER)
        for number, name in enumerate(names)
    ]
    pairs = [*combinations(firms, 2)][: LISTED_RELATIONS + 1]
    ties = [
        Tie(id=UUID(int=1000 + number), source=one.id, target=other.id, kind=TieKind.SUPPLY)
        for number, (one, other) in enumerate(pairs)
    ]

    few, many = _written(*firms, *ties[:-1]), _written(*firms, *ties)

    assert len(tables(few)["Relations"]) == 1 + LISTED_RELATIONS
    assert "Relations" not in tables(many)
    assert tables(many)["Who is related to whom"][1] == ["Firm 00", "23", "; ".join(names[1:])]
    assert f"The project has {len(ties)} relations" in text_of(many)


def test_every_check_that_is_not_met_is_an_open_issue():
    rows = tables(_written())["Open issues"]

    listed = {row[1] for row in rows[1:]}
    assert {check.label for stage in Stage for check in checks(stage)} >= listed
    assert "The core group accepted the scope sentence" in listed
    assert {row[2] for row in rows[1:]} == {"Pending"}


def test_a_waived_check_is_listed_as_such_and_no_longer_as_missing():
    waiver = Waiver(
        id=UUID(int=30),
        check="scope.rule",
        stage_waived=Stage.SCOPE,
        reason="Written in autumn",
        waived_on=DAY,
        waived_by="Ana",
    )

    data = _written(waiver)

    issues = {row[1]: row[2] for row in tables(data)["Open issues"][1:]}
    assert issues["The rule for inclusion is written"] == "Waived"
    assert tables(data)["Waivers"][1] == [
        "The rule for inclusion is written",
        "Scope of intervention",
        "Written in autumn",
        "May 4, 2026",
        "Ana",
    ]
    waiting = [text for style, text in outline(data) if style == "Pending"]
    assert not any(text.startswith("Write the rule for inclusion") for text in waiting)


def test_a_waiver_of_a_check_that_no_longer_exists_keeps_its_key():
    waiver = Waiver(
        id=UUID(int=30), check="old.check", stage_waived=Stage.SCOPE, reason="x", waived_on=DAY
    )

    assert tables(_written(waiver))["Waivers"][1][0] == "old.check"


def test_votes_are_pending_until_there_are_any():
    found = outline(_written())

    at = found.index(("Heading 1", "Annex A2. Ballots and consensus"))
    assert found[at + 2] == ("Pending", "No round of votes has been held in Dínamo yet.")


def test_a_vote_held_elsewhere_is_told_where_it_stands():
    option = made(StrategicOption, "o", code="O1", name="Lots", rank=1)
    vote = made(PriorityVote, "v", question="Which first?", voted=7)

    found = outline(_written(option, vote))

    at = found.index(("Heading 1", "Annex A2. Ballots and consensus"))
    assert found[at + 1] == (
        "Normal",
        "The priority of the cluster was voted on outside Dínamo: its rule, turnout and result "
        "are in section 7.",
    )


def test_annexes_come_last():
    assert [title.split(".")[0] for title in headings(_written())][-5:] == [
        *("Annex A1", "Annex A2", "Annex A3", "Annex A4", "Annex A5")
    ]
