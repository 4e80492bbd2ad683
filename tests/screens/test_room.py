"""The window for the projector: what the room sees in each state, in letters for the last row."""

import json
import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app import joining, recent, state
from app.store import ChangeSet, Put
from app.switchboard import DESK, Answer, DoorState, Switchboard
from app.widgets.room_words import PAGE_SECONDS
from methodology.mapping import Actor, ActorKind
from methodology.project import Language
from methodology.round_results import RoundPledge, RoundResult, RoundSummary, RoundText, View
from methodology.rounds import (
    Instrument,
    Roll,
    RoundCriterion,
    RoundItem,
    Secrecy,
    State,
    VoterCard,
)
from methodology.snapshot import Snapshot
from tests import votes
from tests.screens.conftest import empty_project, make_folder, texts

LEAST_PX = 20 * 96 / 72  # 20 points
FIRM = Actor(id=UUID(int=90), name="Quesería Norte", kind=ActorKind.PRODUCER)


@pytest.fixture
def folder_with(tmp_path):
    def make(*records):
        return make_folder(tmp_path / "room", Snapshot([*empty_project(), *records]))

    return make


@pytest.fixture
def open_room(open_screen):
    """Give what opens the window on a project: with `join`, the one for the way in alone."""

    def open_page(folder, language="en", **query):
        page = open_screen("", folder, language)
        page.context = {"is_embedded": True, "theme": "light"}
        for name, value in query.items():
            page.query_params[name] = value
        return page.switch_page("screens/room.py").run()

    return open_page


@pytest.fixture
def door(tmp_path, monkeypatch):
    """Have the firms' pages be open for a folder, as the parent process would say it."""
    place = tmp_path / "the-desk"
    place.mkdir()
    monkeypatch.setenv(DESK, str(place))

    def open_for(folder):
        answer = Answer(
            state=DoorState.OPEN, folder=folder.resolve(), host="192.168.1.23", port=8080
        )
        Switchboard(place).say(answer)

    return open_for


@pytest.fixture
def lead(open_screen):
    """Give what has the room see a round from its desk, in one of the views of its result."""

    def show(folder, of, view=""):
        page = open_screen("votes", folder, "en")
        page.session_state["kept_round"] = of.id
        page.run()
        page.button(key="round_show").click().run()
        if view:
            page.selectbox(key=f"round_what_if_{of.id}").set_value(view).run()
        return page

    return show


def in_state(made, state, **values):
    """Return a round with its records in another state."""
    of, records = made
    of = of.model_copy(update={"state": state, **values})
    return of, [of if one.id == of.id else one for one in records]


def sizes(page) -> list[float]:
    """Return every size of text in the figures of a page."""
    found: list[float] = []

    def look(node):
        if isinstance(node, dict):
            for name, value in node.items():
                if name == "font" and isinstance(value, dict) and value.get("size"):
                    found.append(float(value["size"]))
                look(value)
        elif isinstance(node, list):
            for value in node:
                look(value)

    for chart in page.get("plotly_chart"):
        look(json.loads(chart.proto.spec))
    return found


def figures(page) -> str:
    return " ".join(chart.proto.spec for chart in page.get("plotly_chart"))


def alts(page) -> list[str]:
    return [chart.proto.alt for chart in page.get("plotly_chart")]


@pytest.mark.parametrize("language", [*Language])
def test_the_way_in_stands_there_in_large_letters(open_room, folder_with, door, language):
    folder = folder_with()
    door(folder)
    key = recent.remember(folder, folder.name)
    joining.remember(key, joining.Joining(network="Taller-Sierra", password="queso 26"))

    page = open_room(folder, language)

    assert not page.exception
    assert len(page.image) == 2  # the address, and the network that phones join by themselves
    assert "192.168.1.23:8080" in figures(page)
    assert "Taller-Sierra" in figures(page)
    assert "queso 26" in figures(page)
    assert min(sizes(page)) >= LEAST_PX
    assert max(sizes(page)) >= 44


def test_those_who_hear_the_page_are_told_the_same(open_room, folder_with, door):
    folder = folder_with()
    door(folder)

    page = open_room(folder)

    assert alts(page) == ["1  Scan the code or type. 192.168.1.23:8080"]


def test_before_the_pages_are_open_that_is_said(open_room, folder_with):
    page = open_room(folder_with())

    assert "The pages for phones are not open yet." in texts(page)
    assert not page.image


def test_a_window_for_the_way_in_shows_nothing_else(open_room, folder_with, door):
    _of, records = in_state(votes.approval(), State.OPEN, opened_at=datetime.now(UTC))
    folder = folder_with(*records)
    door(folder)

    page = open_room(folder, join="1")

    assert page.title[0].value == "Vote with the phone"


@pytest.mark.parametrize("language", [*Language])
@pytest.mark.parametrize("state", [*State])
def test_every_state_of_a_round_is_drawn(open_room, folder_with, lead, state, language):
    of, records = in_state(votes.approval(), state, void_reason="Se cayó la red", quorum=18)
    folder = folder_with(*records)
    lead(folder, of)

    page = open_room(folder, language)

    assert not page.exception
    assert not page.button
    assert len(page.title) == 1


@pytest.mark.parametrize("state", [State.DRAFT, State.OPEN, State.SEALING, State.CLOSED])
def test_no_result_is_on_the_page_before_it_is_shown(open_room, folder_with, lead, state):
    of, records = in_state(votes.approval(), state, opened_at=datetime.now(UTC))
    folder = folder_with(*records)
    lead(folder, of)

    page = open_room(folder)

    told = texts(page) + figures(page)
    assert "80%" not in told
    assert "First:" not in told
    assert not re.search(r'"text":"[^"]*\b24\b', figures(page))


def test_the_rules_are_read_before_the_vote_opens(open_room, folder_with, lead):
    of, records = in_state(votes.approval(), State.DRAFT, quorum=18)
    folder = folder_with(*records)
    lead(folder, of)

    said = re.sub(r"<[^>]+>|\s+", " ", figures(open_room(folder)))

    assert "18 ballots, abstentions" in said
    assert "Borrador A" in said
    assert "Secret: when the round" in said


def test_an_item_is_written_as_it_is_called_in_letters_of_one_weight(open_room, folder_with, lead):
    of, (_round, item, *rest) = in_state(votes.approval(), State.DRAFT)
    name = "Marca de origen & garantía para las queserías pequeñas de la sierra"
    folder = folder_with(of, item.model_copy(update={"name": name}), *rest)
    lead(folder, of)

    items = open_room(folder).get("plotly_chart")[0]
    lines = [note["text"] for note in json.loads(items.proto.spec)["layout"]["annotations"]]

    assert all(re.fullmatch(r"<b>.*</b>", line) for line in lines)
    said = " ".join(re.sub(r"<[^>]+>", " ", " ".join(lines)).split())
    assert f"1 {name.replace('&', '&amp;')}" in said


def test_many_items_and_rules_come_page_after_page_and_none_is_longer_than_the_screen(
    open_room, folder_with, lead
):
    of, records = in_state(votes.rating(), State.DRAFT, turns=2, seconds=300)
    items = votes.items(of, [f"Elemento {n} con un nombre que ocupa dos líneas" for n in range(20)])
    folder = folder_with(of, *(one for one in records if isinstance(one, RoundCriterion)), *items)
    lead(folder, of)

    (page,) = [
        json.loads(one.proto.spec)["layout"] for one in open_room(folder).get("plotly_chart")
    ]

    lines = [one["text"] for one in page["annotations"]]
    assert len(lines) <= 17
    assert re.fullmatch(r"[12345] / [345]", lines[-1])


def test_turnout_is_told_of_how_many_with_the_quorum_and_the_time(open_room, folder_with, lead):
    now = datetime.now(UTC)
    of, records = in_state(
        votes.approval(),
        State.OPEN,
        roll=Roll.PERSONS,
        quorum=2,
        opened_at=now,
        ends_at=now + timedelta(minutes=5),
    )
    cards = [VoterCard(id=UUID(int=700 + n), label=f"P{n}") for n in range(3)]
    folder = folder_with(*records, *cards)
    lead(folder, of)

    page = open_room(folder)

    told = figures(page)
    assert "0 of 3 have voted" in told
    assert "quorum 2" in told
    assert any(alt.startswith(("4:", "5:")) for alt in alts(page))
    assert min(sizes(page)) >= LEAST_PX


def test_time_that_is_over_stands_at_nought(open_room, folder_with, lead):
    before = datetime.now(UTC) - timedelta(minutes=9)
    of, records = in_state(votes.approval(), State.OPEN, opened_at=before, ends_at=before)
    folder = folder_with(*records)
    lead(folder, of)

    assert "0:00" in alts(open_room(folder))


def test_late_comers_find_the_way_in_while_people_vote(open_room, folder_with, lead, door):
    of, records = in_state(votes.approval(), State.OPEN, opened_at=datetime.now(UTC))
    folder = folder_with(*records)
    lead(folder, of)
    door(folder)

    page = open_room(folder)

    assert len(page.image) == 1
    assert "192.168.1.23:8080" in figures(page)


def test_questions_that_other_tables_vote_on_stand_there_with_their_turnout(
    open_room, folder_with, lead, door
):
    now = datetime.now(UTC)
    of, records = in_state(votes.approval(), State.OPEN, opened_at=now)
    other, more = in_state(votes.ranking(), State.OPEN, opened_at=now)
    alone = folder_with(*records)
    lead(alone, of)
    door(alone)
    assert "Also open" not in figures(open_room(alone))
    folder = make_folder(alone.parent / "tables", Snapshot([*empty_project(), *records, *more]))
    lead(folder, of)
    door(folder)

    page = open_room(folder)

    said = next(alt for alt in alts(page) if "Also open:" in alt)
    assert said.replace(". \u2003", " ").endswith(f"{other.question} 0 have voted")
    assert min(sizes(page)) >= LEAST_PX


def test_once_closed_the_room_reads_how_many_ballots_were_sealed(open_room, folder_with, lead):
    of, records = in_state(votes.approval(), State.CLOSED)
    folder = folder_with(*records)
    lead(folder, of)

    page = open_room(folder)

    assert len(page.title) == 1
    assert alts(page) == ["Closed with 32 ballots"]
    assert "Nobody can tell any more who voted what." in texts(page)


def test_a_void_round_says_why(open_room, folder_with, lead):
    of, records = in_state(votes.approval(), State.VOID, void_reason="Se cayó la red")
    folder = folder_with(*records)
    lead(folder, of)

    assert "This round is void: Se cayó la red" in texts(open_room(folder))


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (votes.approval, "First: Borrador B"),
        (votes.ranking, "First: Opción A"),
        (votes.rating, "To talk about: 2 of 4 scores lie far apart"),
        (votes.ideas, "Contributions: 14"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_it_came_to_is_the_title_and_the_figure_is_large(
    open_room, folder_with, lead, made, title
):
    of, records = made()
    folder = folder_with(*records)
    lead(folder, of)

    page = open_room(folder)

    assert page.title[0].value.replace("\\", "") == title
    assert len(page.get("plotly_chart")) == 1
    assert min(sizes(page)) >= LEAST_PX


def test_a_long_result_comes_page_after_page_and_each_says_which_items_it_shows(
    open_room, folder_with, lead
):
    of, records = votes.approval()
    more = [
        one.model_copy(update={"id": votes.identity("more", n), "position": n, "name": f"Más {n}"})
        for n, one in enumerate([one for one in records if isinstance(one, RoundItem)] * 5, 50)
    ]
    folder = folder_with(*records, *more[:11])
    lead(folder, of)

    page = open_room(folder)

    (told,) = re.findall(r"Items (\d+) to (\d+) of (\d+)", texts(page))
    first, last, count = map(int, told)
    (chart,) = [json.loads(one.proto.spec) for one in page.get("plotly_chart")]
    assert (first, last, count) in {(1, 8, 15), (9, 15, 15)}
    assert len(chart["data"][0]["y"]) == last - first + 1


def test_another_reading_of_the_result_is_named_as_such(open_room, folder_with, lead):
    of, records = votes.approval()
    other = [
        one.model_copy(
            update={"id": votes.identity("without", one.id), "view": View.WITHOUT_FIRM}
            | {"without": FIRM.id}
        )
        for one in records
        if isinstance(one, RoundResult | RoundSummary)
    ]
    folder = folder_with(FIRM, *records, *other)
    lead(folder, of, view=f"without_firm{FIRM.id}")

    said = texts(open_room(folder))

    assert "Without Quesería Norte" in said


def test_the_room_sees_where_kinds_of_actors_lie_apart(open_room, folder_with, lead):
    of, records = votes.approval_by_kind()
    folder = folder_with(*records)
    lead(folder, of, view="groups")

    page = open_room(folder)

    assert page.title[0].value == "Kinds of actors do not put the same first"
    assert "64%" in figures(page)
    assert min(sizes(page)) >= LEAST_PX


def test_how_scores_moved_between_two_turns_can_be_shown(open_room, folder_with, lead):
    _first, one = votes.rating([("A", 4, 3, 4.25), ("B", 2, 1, 3)])
    second, two = votes.rating([("A", 4, 4, 4), ("B", 3, 3, 3)], turn=2)
    known = {record.id for record in two}
    folder = folder_with(*two, *(record for record in one if record.id not in known))
    lead(folder, second, view="shift")

    assert "circle-open" in figures(open_room(folder))


def test_commitments_are_shown_with_their_names(open_room, folder_with, lead):
    of, (_round, item, *_rest) = votes.approval()
    of = of.model_copy(update={"instrument": Instrument.COMMITMENT, "secrecy": Secrecy.NAMED})
    summary = RoundSummary(id=votes.identity("s"), round=of.id, cast=8, valid=8)
    pledges = [
        RoundPledge(
            id=votes.identity("p", n),
            round=of.id,
            item=item.id,
            who=f"Quesería {n}",
            contribution="Leche",
        )
        for n in range(8)
    ]
    folder = folder_with(of, item, summary, *pledges)
    lead(folder, of)

    page = open_room(folder)

    assert texts(page).startswith("Commitments: 8")
    said = whole(page)
    assert f"8 {item.name}" in said
    for n in range(8):
        assert f"Quesería {n} (Leche)" in said


def whole(page) -> str:
    """Return the words of a page's figures in one line, without markup."""
    notes = [
        note["text"]
        for chart in page.get("plotly_chart")
        for note in json.loads(chart.proto.spec)["layout"]["annotations"]
    ]
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(notes)).split())


def test_nobody_who_joins_is_left_out_however_many_they_are(
    open_room, folder_with, lead, monkeypatch
):
    of, (_round, item, *_rest) = votes.approval()
    of = of.model_copy(update={"instrument": Instrument.COMMITMENT, "secrecy": Secrecy.NAMED})
    summary = RoundSummary(id=votes.identity("s"), round=of.id, cast=40, valid=40)
    pledges = [
        RoundPledge(
            id=votes.identity("p", n),
            round=of.id,
            item=item.id,
            who=f"Sociedad quesera número {n} & hijos",
            contribution="Veinte horas al mes",
        )
        for n in range(40)
    ]
    folder = folder_with(of, item, summary, *pledges)
    lead(folder, of)
    start, seen = state.now(), ""

    for page_number in range(6):
        later = start + timedelta(seconds=PAGE_SECONDS * page_number)
        monkeypatch.setattr(state, "now", lambda later=later: later)
        seen += whole(open_room(folder)) + " "

    for n in range(40):
        assert f"número {n} &amp; hijos" in seen


def test_hidden_ideas_never_reach_the_room(open_room, folder_with, lead):
    of, records = votes.ideas()
    folder = folder_with(*records)
    lead(folder, of)

    page = open_room(folder)

    assert "Marca colectiva" in figures(page)
    assert "Insulto" not in figures(page) + texts(page)


def test_hidden_reasons_never_reach_the_room(open_room, folder_with, lead):
    of, records = votes.rating()
    item = next(one for one in records if isinstance(one, RoundItem))
    reasons = [
        RoundText(id=votes.identity(text), round=of.id, item=item.id, text=text, is_hidden=hidden)
        for text, hidden in (("Falta gente", False), ("Insulto", True))
    ]
    folder = folder_with(*records, *reasons)
    lead(folder, of, view="reasons")

    said = figures(open_room(folder))

    assert "Falta gente" in said
    assert "Insulto" not in said


def test_the_room_follows_to_the_next_round_that_opens(open_room, folder_with, look_inside):
    folder = folder_with()
    of, records = in_state(votes.approval(), State.OPEN, opened_at=datetime.now(UTC))
    page = open_room(folder)
    before = page.title[0].value

    inside = look_inside(folder)
    inside.apply(
        ChangeSet("Import {file}", tuple(Put(one) for one in records), {"file": "x"}), by="Ana"
    )
    page.run()

    assert before == "Vote with the phone"
    assert page.title[0].value.replace("\\", "") == of.question
