"""Votes: rounds made ready, edited, opened, shown, adopted; the way in, cards and the run sheet."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from app.store import ChangeSet, Edit
from app.store.ballots import cast
from app.store.computer import today
from app.store.passphrase import REMOTE, is_passphrase
from app.store.sealing import close_round, raw
from app.store.voters import note_presence, of_card
from app.switchboard import DESK, Answer, DoorState, Switchboard, Wish
from app.widgets.round_ideas import grouped
from app.widgets.round_paper import by_hands
from methodology.adoption import Adoption
from methodology.agenda import AgendaBlock, AgendaRound
from methodology.ballot import Sheet
from methodology.mapping import Actor, ActorKind
from methodology.options import Intention, PriorityVote, StrategicOption
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Language
from methodology.round_results import RoundChoice, RoundResult, RoundSummary, RoundText
from methodology.rounds import (
    FREE,
    Instrument,
    Roll,
    Round,
    RoundCriterion,
    RoundItem,
    Secrecy,
    State,
    TieBreak,
    Unit,
    VoterCard,
)
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests import votes
from tests.screens.conftest import empty_project, make_folder, texts
from tests.store.balloting import a_cast, put_open

MEETING = Meeting(
    id=UUID(int=400), name="Taller T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS
)
OPTIONS = [
    StrategicOption(id=UUID(int=410), code="O1", name="Marca de origen"),
    StrategicOption(id=UUID(int=411), code="O2", name="Ruta del queso"),
    StrategicOption(id=UUID(int=412), code="O3", name="Restaurantes"),
]


@pytest.fixture
def folder_with(tmp_path):
    def make(*records):
        return make_folder(tmp_path / "votes", Snapshot([*empty_project(), *records]))

    return make


@pytest.fixture
def stored(look_inside):
    """Give what reads records of a type from a folder."""
    opened = {}

    def read(folder, cls):
        opened.setdefault(folder, look_inside(folder))
        return opened[folder].snapshot().all(cls)

    return read


def at_round(open_screen, folder, of, language="en", view=""):
    page = open_screen("votes", folder, language)
    page.session_state["kept_round"] = of.id
    if view:
        page.session_state["round_view"] = view
    return page.run()


def draft(instrument=Instrument.APPROVAL, names=("Uno", "Dos"), **values):
    of = votes.asked("Prueba", instrument, state=State.DRAFT, **values)
    of = of.model_copy(update={"opened_at": None, "closed_at": None})
    return of, votes.items(of, names)


def test_without_rounds_the_screen_says_how_they_come_about(open_screen, empty_folder):
    page = open_screen("votes", empty_folder, "en")

    assert "No round of votes yet" in texts(page)
    page.button(key="votes_new").click().run()
    assert not page.exception
    assert page.text_input(key="votes_question")


def test_a_round_is_made_ready_from_the_records_of_a_stage(open_screen, folder_with, stored):
    folder = folder_with(*OPTIONS, MEETING)
    page = open_screen("votes", folder, "en")
    page.session_state["votes_view"] = "start"
    page.run()
    page.selectbox(key="votes_meeting").set_value(MEETING).run()

    page.button(key="ready_options_1").click().run()

    assert not page.exception
    (made,) = stored(folder, Round)
    assert (made.question, made.instrument, made.meeting) == (
        "Which option should the plan build for first?",
        Instrument.RANKING,
        MEETING.id,
    )
    items = sorted(stored(folder, RoundItem), key=lambda one: one.position)
    assert [item.about_id for item in items] == [one.id for one in OPTIONS]
    assert page.title[0].value.startswith("Priority of the cluster")


def test_the_same_round_can_be_prepared_twice_under_another_name(open_screen, folder_with, stored):
    folder = folder_with(*OPTIONS)
    for _time in range(2):
        page = open_screen("votes", folder, "en")
        page.session_state["votes_view"] = "start"
        page.session_state["votes_stage"] = Stage.OPTIONS
        page.run()
        page.button(key="ready_options_0").click().run()

    assert sorted(one.name for one in stored(folder, Round)) == [
        "Intention of the firms",
        "Intention of the firms (2)",
    ]


def test_a_free_round_asks_anything(open_screen, empty_folder, stored):
    page = open_screen("votes", empty_folder, "en")
    page.session_state["votes_view"] = "start"
    page.run()
    page.text_input(key="votes_question").set_value("What next?")
    page.selectbox(key="votes_instrument").set_value(Instrument.POINTS)

    page.button(key="votes_free_go").click().run()

    (made,) = stored(empty_folder, Round)
    assert (made.question, made.instrument, made.amount) == ("What next?", Instrument.POINTS, 100)


def test_a_free_round_without_a_question_is_asked_for_one(open_screen, empty_folder, stored):
    page = open_screen("votes", empty_folder, "en")
    page.session_state["votes_view"] = "start"
    page.run()

    page.button(key="votes_free_go").click().run()

    assert "A round needs a question" in page.error[0].proto.title
    assert not stored(empty_folder, Round)


def test_items_are_written_one_to_a_line_and_stay_tied_to_their_records(
    open_screen, folder_with, stored
):
    of, items = draft(names=("Uno", "Dos"))
    tied = items[0].model_copy(update={"about_table": "actor", "about_id": UUID(int=5)})
    folder = folder_with(of, tied, items[1])
    page = at_round(open_screen, folder, of, view="rules")

    area = next(one for one in page.text_area if one.label == "Items, one to a line")
    area.set_value("Tres | con nota\nUno\n\n")
    next(one for one in page.button if one.label == "Save items").click().run()

    found = sorted(stored(folder, RoundItem), key=lambda one: one.position)
    assert [(one.position, one.name, one.note) for one in found] == [
        (1, "Tres", "con nota"),
        (2, "Uno", ""),
    ]
    assert found[1].about_id == UUID(int=5)


def test_more_items_than_a_phone_shows_well_are_noted(open_screen, folder_with):
    of, items = draft(names=[f"I{n}" for n in range(12)])

    page = at_round(open_screen, folder_with(of, *items), of, view="rules")

    assert "More than 10 items" in texts(page)


def test_criteria_of_a_free_rating_are_named_each_with_its_scale(open_screen, folder_with, stored):
    of, items = draft(Instrument.RATING)
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of, view="rules")

    def save(label, name, place, scale):
        next(one for one in page.text_input if one.label == label).set_value(name)
        box = next(b for b in page.selectbox if str(b.key).startswith(f"criterion_scale_{place}_"))
        box.set_value(scale)
        next(one for one in page.button if one.label == "Save criteria").click().run()

    save("Criterion 1", "Urgencia", 1, "intensity")
    save("Criterion 2", "Esfuerzo", 2, "effort")

    def criteria():
        found = sorted(stored(folder, RoundCriterion), key=lambda one: one.position)
        return [(one.position, one.name, one.scale) for one in found]

    both = criteria()
    save("Criterion 1", " ", 2, "level")

    assert not page.exception
    assert both == [(1, "Urgencia", "intensity"), (2, "Esfuerzo", "effort")]
    assert criteria() == [(1, "Esfuerzo", "level")]


def test_everything_that_will_be_fixed_is_shown_before_opening(open_screen, folder_with):
    of, items = draft(quorum=18)

    page = at_round(open_screen, folder_with(of, *items), of)

    said = texts(page)
    assert "18 ballots, abstentions included" in said
    assert "Secret: when the round closes" in said
    assert "Uno" in said


def test_opening_fixes_the_round_and_shows_turnout_alone(open_screen, folder_with, stored):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)

    page.button(key="round_step").click().run()

    (made,) = stored(folder, Round)
    assert (made.state, made.turn) == (State.OPEN, 1)
    assert made.opened_at is not None
    assert [one.label for one in page.metric] == ["Have voted"]
    assert not page.get("plotly_chart")


def test_far_more_ballots_than_phones_are_told_while_any_phone_may_vote(
    open_screen, folder_with, stored, look_inside
):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()
    assert not page.warning
    (made,) = stored(folder, Round)
    asked = Sheet(made, tuple(items))
    with look_inside(folder).begin() as session:
        cast(raw(session), [a_cast(asked, f"{n}", n, chosen=(1,)) for n in range(12)])

    page.run()

    assert "Far more ballots came from phones" in page.warning[0].value


def keys_of(page):
    found = [one for one in page.button if one.key in ("round_step", "round_next")]
    return [(one.label, one.proto.shortcut) for one in found]


def test_every_step_has_a_key_of_its_own_and_tells_it(open_screen, folder_with):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    told, shown = page.button(key="round_step").help, []

    for _step in range(3):
        shown += keys_of(page)
        page.button(key="round_step").click().run()
    shown += keys_of(page)

    assert told == "Key F2 (open F2, close F4, show F8, next round F9)"
    assert shown == [
        ("Open the vote", "f2"),
        ("Close the vote", "f4"),
        ("Show the result", "f8"),
        ("Next round", "f9"),
    ]


def test_the_countdown_begins_as_the_vote_opens(open_screen, folder_with, stored):
    of, items = draft(seconds=120)
    folder = folder_with(of, *items)

    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()

    (made,) = stored(folder, Round)
    assert (made.ends_at - made.opened_at).total_seconds() == 120
    assert "Time left" in [one.label for one in page.metric]


def test_a_round_without_items_cannot_be_opened(open_screen, folder_with):
    of, _items = draft()

    page = at_round(open_screen, folder_with(of), of)

    assert page.button(key="round_step").disabled


def test_nobody_having_voted_it_goes_back_to_preparation(open_screen, folder_with, stored):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()

    page.button(key="round_undo").click().run()

    assert stored(folder, Round)[0].state == State.DRAFT


def test_a_void_round_needs_its_reason(open_screen, folder_with, stored):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)

    next(one for one in page.button if one.label == "Declare this round void").click().run()
    without = stored(folder, Round)[0].state
    page.text_input(key="round_reason").set_value("Se cayó la red")
    next(one for one in page.button if one.label == "Declare this round void").click().run()

    assert without == State.DRAFT
    assert stored(folder, Round)[0].state == State.VOID
    assert "Se cayó la red" in texts(page)


def test_a_closed_round_is_shown_and_taken_off_again(open_screen, folder_with, stored):
    of, records = votes.approval()
    closed = of.model_copy(update={"state": State.CLOSED})
    folder = folder_with(*(closed if one.id == of.id else one for one in records))
    page = at_round(open_screen, folder, of)

    page.button(key="round_step").click().run()
    shown = stored(folder, Round)[0].state
    page.button(key="round_undo").click().run()

    assert (shown, stored(folder, Round)[0].state) == (State.REVEALED, State.CLOSED)


@pytest.mark.parametrize(
    "made", [votes.approval, votes.ranking, votes.rating, votes.ideas], ids=lambda one: one.__name__
)
@pytest.mark.parametrize("language", [*Language])
def test_every_result_is_drawn_with_its_figure_and_who_took_part(
    open_screen, folder_with, made, language
):
    of, records = made()

    page = at_round(open_screen, folder_with(*records), of, language)

    assert not page.exception
    assert len(page.get("plotly_chart")) == 1


def test_the_winner_stands_beside_the_agreement_and_the_other_rule(open_screen, folder_with):
    of, records = votes.ranking()

    said = texts(at_round(open_screen, folder_with(*records), of))

    assert "No agreement beyond chance, W = 0.08" in said
    assert "Opción D beats every other one to one" in said
    assert "5 of 8 voted" in said


def adoptable():
    of, records = votes.ranking()
    of = of.model_copy(
        update={
            "feeds_table": "strategic_option",
            "feeds_field": "rank",
            "meeting": MEETING.id,
        }
    )
    waiting = iter(OPTIONS)
    made = []
    for one in records:
        if isinstance(one, RoundItem) and (option := next(waiting, None)):
            one = one.model_copy(update={"about_table": "strategic_option", "about_id": option.id})
        made.append(of if one.id == of.id else one)
    return of, [*made, *OPTIONS, MEETING]


def test_a_result_goes_into_its_stage_with_before_and_after_as_one_act(
    open_screen, folder_with, stored, look_inside
):
    of, records = adoptable()
    folder = folder_with(*records)
    page = at_round(open_screen, folder, of, view="adopt")

    page.button(key="round_adopt").click().run()

    assert not page.exception
    found = {one.code: (one.rank, one.points) for one in stored(folder, StrategicOption)}
    assert found == {"O1": (1, 29), "O2": (4, 24), "O3": (7, 21)}
    assert stored(folder, Round)[0].state == State.ADOPTED
    (vote,) = stored(folder, PriorityVote)
    assert (vote.voted, vote.eligible) == (5, 8)
    assert "6 values are adopted" in texts(page)


def test_an_adoption_is_undone_as_one_whatever_else_was_done_since(
    open_screen, folder_with, stored, look_inside
):
    of, records = adoptable()
    folder = folder_with(*records)
    page = at_round(open_screen, folder, of, view="adopt")
    page.button(key="round_adopt").click().run()
    other = Edit(Meeting, MEETING.id, {"name": "Taller cinco"})
    look_inside(folder).apply(ChangeSet("Rename", (other,)), by="Luis")

    page.run()
    page.button(key="round_unadopt_all").click().run()

    assert not page.exception
    assert {(one.rank, one.points) for one in stored(folder, StrategicOption)} == {(None, None)}
    assert stored(folder, Round)[0].state == State.REVEALED
    assert (stored(folder, Adoption), stored(folder, PriorityVote)) == ((), ())
    assert stored(folder, Meeting)[0].name == "Taller cinco"
    page.button(key="round_adopt").click().run()
    assert stored(folder, Round)[0].state == State.ADOPTED


def test_an_adoption_whose_value_was_changed_since_is_not_undone_and_says_whose(
    open_screen, folder_with, stored, look_inside
):
    of, records = adoptable()
    folder = folder_with(*records)
    page = at_round(open_screen, folder, of, view="adopt")
    page.button(key="round_adopt").click().run()
    other = Edit(StrategicOption, OPTIONS[0].id, {"rank": 9})
    look_inside(folder).apply(ChangeSet("Reorder", (other,)), by="Luis")

    page.session_state["round_view"] = "lead"
    page.run()
    page.button(key="round_unadopt").click().run()

    assert "Luis changed “Place in the vote”" in page.error[0].value
    assert stored(folder, Round)[0].state == State.ADOPTED
    assert sorted(one.rank for one in stored(folder, StrategicOption)) == [4, 7, 9]


def test_a_result_that_came_in_adopted_says_that_it_cannot_be_undone(open_screen, folder_with):
    of, records = adoptable()
    adopted = of.model_copy(update={"state": State.ADOPTED})
    folder = folder_with(*(adopted if one.id == of.id else one for one in records))

    page = at_round(open_screen, folder, of)
    page.button(key="round_unadopt").click().run()

    assert "The history does not hold how this result was adopted" in page.error[0].value


def test_a_result_nobody_has_seen_is_not_adopted(open_screen, folder_with):
    of, records = adoptable()
    closed = of.model_copy(update={"state": State.CLOSED})

    page = at_round(
        open_screen,
        folder_with(*(closed if one.id == of.id else one for one in records)),
        closed,
        view="adopt",
    )

    assert "A result is adopted once the room has seen it." in texts(page)
    assert not [one for one in page.button if one.key == "round_adopt"]


def test_ideas_become_a_vote_on_their_groups(open_screen, folder_with, stored):
    of, records = votes.ideas()
    folder = folder_with(*records)
    page = at_round(open_screen, folder, of, view="ideas")

    page.button(key="ideas_vote").click().run()

    made = next(one for one in stored(folder, Round) if one.id != of.id)
    items = sorted(
        (one for one in stored(folder, RoundItem) if one.round == made.id),
        key=lambda one: one.position,
    )
    assert made.instrument == Instrument.MULTIVOTE
    assert [item.name for item in items] == ["Imagen", "Frío", "Curso de cata"]
    assert items[0].note == "Marca colectiva; Sello de origen; Feria del queso"


def test_cards_are_made_for_every_firm_and_replaced_when_lost(open_screen, folder_with, stored):
    firms = [
        Actor(id=UUID(int=500 + n), name=f"Quesería {n}", kind=ActorKind.PRODUCER) for n in range(3)
    ]
    folder = folder_with(*firms)
    page = open_screen("votes", folder, "en")
    page.session_state["votes_view"] = "cards"
    page.run()

    page.button(key="cards_firms").click().run()
    made = stored(folder, VoterCard)
    page.selectbox(key="cards_lost").set_value(made[0]).run()
    page.button(key="cards_replace").click().run()

    assert sorted(one.label for one in made) == ["Quesería 0", "Quesería 1", "Quesería 2"]
    assert {one.is_firm for one in made} == {True}
    assert sorted(one.issue for one in stored(folder, VoterCard)) == [1, 1, 2]


def test_cards_for_persons_are_made_once_a_name(open_screen, empty_folder, stored):
    page = open_screen("votes", empty_folder, "en")
    page.session_state["votes_view"] = "cards"
    page.run()

    page.text_area(key="cards_names").set_value("Ana\nLuis\n\nana")
    next(one for one in page.button if one.label == "Make these cards").click().run()
    page.text_area(key="cards_names").set_value("Luis")
    next(one for one in page.button if one.label == "Make these cards").click().run()

    assert sorted(one.label for one in stored(empty_folder, VoterCard)) == ["Ana", "Luis"]


BLOCKS = [
    AgendaBlock(id=UUID(int=420), meeting=MEETING.id, order=1, name="Apertura", minutes=15),
    AgendaBlock(id=UUID(int=421), meeting=MEETING.id, order=2, name="Voto", minutes=20),
]


def test_the_run_sheet_leads_from_a_block_to_its_round(open_screen, folder_with):
    of, items = draft()
    run = AgendaRound(id=UUID(int=430), block=BLOCKS[1].id, round_id=of.id)
    folder = folder_with(MEETING, *BLOCKS, of, *items, run)
    page = open_screen("votes", folder, "en")
    page.session_state["votes_view"] = "agenda"
    page.run()

    page.button(key=f"agenda_begin_{BLOCKS[0].id}").click().run()
    said = texts(page)
    page.button(key=f"agenda_go_{BLOCKS[1].id}").click().run()

    assert "Apertura · 15 minutes left" in said
    assert page.title[0].value == "Prueba"


def test_without_a_run_sheet_it_says_where_to_write_it(open_screen, empty_folder):
    page = open_screen("votes", empty_folder, "en")
    page.session_state["votes_view"] = "agenda"
    page.run()

    assert "No run sheet yet" in texts(page)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Stand in for the parent process: the desk on which pages leave their wishes."""
    place = tmp_path / "the-desk"
    place.mkdir()
    monkeypatch.setenv(DESK, str(place))
    return Switchboard(place)


def way_in(open_screen, folder, language="en"):
    page = open_screen("votes", folder, language)
    page.session_state["votes_view"] = "joining"
    return page.run()


def test_without_a_parent_the_pages_cannot_be_opened_and_that_is_said(open_screen, empty_folder):
    page = way_in(open_screen, empty_folder)

    assert "dinamo open" in texts(page)


def test_opening_leaves_a_wish_for_this_project_at_the_address_chosen(
    open_screen, empty_folder, desk
):
    page = way_in(open_screen, empty_folder)

    page.button(key="joining_open").click().run()

    wish = desk.wish()
    assert wish.folder == empty_folder.resolve()
    assert wish.host == page.selectbox(key="joining_address").value.ip
    assert wish.is_open is True


def test_once_open_the_code_and_the_address_are_shown(open_screen, empty_folder, desk):
    desk.ask(Wish(folder=empty_folder.resolve(), host="192.168.1.23", port=8080))
    desk.say(
        Answer(state=DoorState.OPEN, folder=empty_folder.resolve(), host="192.168.1.23", port=8081)
    )

    page = way_in(open_screen, empty_folder)

    said = texts(page)
    assert "192.168.1.23:8081" in said
    assert "Port 8080 is in use by another program, so it is 8081." in said
    assert [one.label for one in page.metric] == ["Phones that came in today"]
    assert page.image


def test_behind_a_proxy_the_pages_close_and_open_where_it_looks_for_them(
    open_screen, empty_folder, desk
):
    place = {"host": "127.0.0.1", "port": 8090, "public_url": "https://vote.example.org"}
    opened = {"state": DoorState.OPEN, "folder": empty_folder.resolve(), **place}
    desk.ask(Wish(folder=empty_folder.resolve(), **place))
    desk.say(Answer(**opened))

    page = way_in(open_screen, empty_folder)
    assert "vote.example.org" in texts(page)
    assert [one.key for one in page.button if one.key in ("joining_open", "joining_close")] == [
        "joining_close"
    ]
    page.button(key="joining_close").click().run()
    assert desk.wish().is_open is False
    desk.say(Answer(folder=empty_folder.resolve()))
    page.run()
    page.button(key="joining_open").click().run()

    wish = desk.wish()
    assert (wish.is_open, wish.host, wish.port, wish.public_url) == (True, *place.values())


def test_what_failed_is_explained(open_screen, empty_folder, desk):
    desk.say(
        Answer(
            state=DoorState.FAILED,
            folder=empty_folder.resolve(),
            problem="This computer does not have the address {host} any more: choose another one.",
            values={"host": "10.0.0.9"},
        )
    )

    assert "10.0.0.9" in texts(way_in(open_screen, empty_folder))


def test_pages_of_another_project_are_not_taken_for_ours(open_screen, empty_folder, desk, tmp_path):
    desk.say(Answer(state=DoorState.OPEN, folder=tmp_path / "other", host="10.0.0.9", port=8080))

    assert "open for another project" in texts(way_in(open_screen, empty_folder))


def room(open_screen, folder, **query):
    page = open_screen("", folder, "en")
    page.context = {"is_embedded": True, "theme": "light"}
    for name, value in query.items():
        page.query_params[name] = value
    return page.switch_page("screens/room.py").run()


def test_the_room_sees_the_way_in_while_nothing_is_open(open_screen, empty_folder, desk):
    desk.say(
        Answer(state=DoorState.OPEN, folder=empty_folder.resolve(), host="192.168.1.23", port=8080)
    )

    page = room(open_screen, empty_folder)

    assert page.title[0].value == "Vote with the phone"
    assert "0 phones are in" in texts(page)
    assert page.image


def test_the_room_follows_the_round_that_is_open_and_sees_no_result(open_screen, folder_with):
    of, records = votes.approval()
    open_one = of.model_copy(
        update={"state": State.OPEN, "opened_at": datetime.now(UTC), "closed_at": None}
    )
    folder = folder_with(*(open_one if one.id == of.id else one for one in records))

    page = room(open_screen, folder)

    said = texts(page)
    assert page.title[0].value.replace("\\", "") == "¿Redacción de la visión?"
    assert "80%" not in said
    specs = [chart.proto.spec for chart in page.get("plotly_chart")]
    assert all("Borrador" not in spec for spec in specs)


def test_the_room_follows_the_steps_that_are_done_on_the_remote_control(
    open_screen, empty_folder, look_inside
):
    opened = look_inside(empty_folder)
    first, _second = put_open(opened, items="ABC"), put_open(opened, items="XYZ")
    page = room(open_screen, empty_folder)

    def step(state):
        change = Edit(Round, first.round.id, {"state": state})
        opened.apply(ChangeSet("Step", (change,)), by="Remote control")
        page.run()
        return texts(page), len(page.get("plotly_chart"))

    assert "when the round closes" in texts(page)
    close_round(opened, first.round.id, by="Remote control")
    page.run()
    assert "Nobody can tell" in texts(page)
    said, charts = step(State.REVEALED)
    assert "Nobody can tell" not in said
    assert charts == 1
    step(State.CLOSED)
    assert "Nobody can tell" in texts(page)


def test_nothing_but_the_scene_is_on_the_projector(open_screen, folder_with):
    of, items = draft()

    page = room(open_screen, folder_with(of, *items))

    assert not page.exception
    assert not page.button
    assert not page.get("link_button")


def test_people_s_words_stay_words(open_screen, folder_with):
    of, _items = draft()
    of = of.model_copy(update={"question": "**x** [a](http://b.c) <b>y</b>"})
    items = votes.items(of, [":red[z]", "http://x.y"])

    said = texts(at_round(open_screen, folder_with(of, *items), of))

    assert "[a](" in said
    assert ":red[z]" in said.replace("\u2060", "")


def test_grouping_writes_only_what_changed():
    of, records = votes.ideas()
    ideas = [one for one in records if isinstance(one, RoundText)]
    rows = [(one.group, one.is_hidden) for one in ideas]
    rows[5] = (" Formación ", False)

    change_set = grouped(of, ideas, rows)

    assert change_set.changes == (
        Edit(RoundText, ideas[5].id, {"group": "Formación", "is_hidden": False}),
    )


def test_paper_by_hands_keeps_the_number_of_hands_for_each_item():
    ballots = by_hands(5, {1: 3, 2: 5, 3: 0})

    assert [one.chosen for one in ballots] == [(1, 2), (1, 2), (1, 2), (2,), (2,)]
    assert len(by_hands(2, {1: 0})) == 2
    assert {one.abstains for one in by_hands(2, {1: 0})} == {False}


def test_ballots_on_paper_are_counted_apart_and_the_result_waits_for_its_moment(
    open_screen, folder_with, stored
):
    of, items = draft(quorum=2)
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()

    for chosen in ([1], [1, 2]):
        page.session_state["round_view"] = "paper"
        page.run()
        box = next(one for one in page.multiselect if one.label == "Approves")
        box.set_value(chosen)
        next(one for one in page.button if one.label == "Enter this ballot").click().run()
        assert not page.exception
    page.session_state["round_view"] = "lead"
    page.run()
    voted = [(one.label, one.value) for one in page.metric]
    open_said = texts(page)
    page.button(key="round_step").click().run()
    closed = stored(folder, Round)[0].state
    page.button(key="round_step").click().run()

    assert voted == [("Have voted", "2")]
    assert "The quorum is there" in open_said
    assert (closed, stored(folder, Round)[0].state) == (State.CLOSED, State.REVEALED)
    said = texts(page)
    assert "2 on paper or by show of hands" in said
    assert len(page.get("plotly_chart")) == 1


def test_raised_hands_are_entered_as_so_many_ballots(open_screen, folder_with, stored):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()
    page.session_state["round_view"] = "paper"
    page.run()

    page.number_input(key=f"hands_{items[0].id}").set_value(5)
    next(one for one in page.button if one.label == "Enter these hands").click().run()
    of_nobody = page.error[0].proto.title
    page.number_input(key="hands_people").set_value(7)
    page.number_input(key=f"hands_{items[1].id}").set_value(9)
    next(one for one in page.button if one.label == "Enter these hands").click().run()
    too_many = texts(page)
    page.number_input(key=f"hands_{items[1].id}").set_value(2)
    next(one for one in page.button if one.label == "Enter these hands").click().run()
    page.session_state["round_view"] = "lead"
    page.run()
    page.button(key="round_step").click().run()

    assert of_nobody == "How many people vote by hand?"
    assert "Nothing was entered" in too_many
    found = {one.item: (one.count, one.share) for one in stored(folder, RoundResult)}
    five, two = Decimal("0.714286"), Decimal("0.285714")  # of all seven
    assert found == {items[0].id: (5, five), items[1].id: (2, two)}


def test_what_a_round_lacks_is_said_before_it_can_be_opened(open_screen, folder_with, stored):
    of, items = draft(roll=Roll.FIRMS, unit=Unit.FIRM)
    folder = folder_with(of, *items)

    page = at_round(open_screen, folder, of)

    assert "there is no card for this meeting yet" in texts(page)
    assert page.button(key="round_step").disabled
    assert stored(folder, Round)[0].state == State.DRAFT


def test_a_ballot_on_paper_belongs_to_a_card_where_there_is_a_list(
    open_screen, folder_with, stored
):
    of, items = draft(roll=Roll.PERSONS)
    cards = [VoterCard(id=UUID(int=600 + n), label=f"Persona {n}") for n in range(4)]
    folder = folder_with(of, *items, *cards)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()

    for card in cards[:3]:
        page.session_state["round_view"] = "paper"
        page.run()
        next(one for one in page.selectbox if one.label == "Voter").set_value(card)
        next(one for one in page.multiselect if one.label == "Approves").set_value([2])
        next(one for one in page.button if one.label == "Enter this ballot").click().run()
        page.session_state["round_view"] = "roll"
        page.run()
        lists = len(page.dataframe)
        said = texts(page)

    assert "Who has voted is shown from three ballots on." not in said
    assert lists == 1
    assert page.dataframe[0].value["Has voted"].tolist() == ["Yes", "Yes", "Yes", "No"]


@pytest.mark.parametrize("instrument", [*Instrument])
def test_every_instrument_has_its_paper_ballot(open_screen, folder_with, instrument):
    public = instrument == Instrument.COMMITMENT
    of, items = draft(instrument, amount=1, secrecy=Secrecy.NAMED if public else Secrecy.SECRET)
    criterion = RoundCriterion(
        id=UUID(int=700), round=of.id, position=1, name="Nivel", scale="level"
    )
    own = [] if instrument in FREE else items
    page = at_round(open_screen, folder_with(of, *own, criterion), of)
    page.button(key="round_step").click().run()
    page.session_state["round_view"] = "paper"
    page.run()

    next(one for one in page.checkbox if one.label == "Abstains").check()
    next(one for one in page.button if one.label == "Enter this ballot").click().run()
    page.session_state["round_view"] = "lead"
    page.run()

    assert not page.exception
    assert page.metric[0].value == "1"


def test_a_countdown_can_be_started_while_people_vote(open_screen, folder_with, stored):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    page.button(key="round_step").click().run()

    page.button(key="round_clock_2").click().run()

    (made,) = stored(folder, Round)
    left = (made.ends_at - datetime.now(UTC)).total_seconds()
    assert 60 < left <= 120
    assert "Time left" in [one.label for one in page.metric]


def test_reasons_are_shown_without_names(open_screen, folder_with):
    of, records = votes.rating()
    item = next(one for one in records if isinstance(one, RoundItem))
    reason = RoundText(id=UUID(int=800), round=of.id, item=item.id, text="Faltan maestros queseros")
    page = at_round(open_screen, folder_with(*records, reason), of)
    page.button(key="round_show").click().run()

    page.selectbox(key=f"round_what_if_{of.id}").set_value("reasons").run()
    page.run()

    assert "Faltan maestros queseros" in texts(page)


def test_the_remote_control_is_let_in_by_a_passphrase_alone(
    open_screen, empty_folder, desk, look_inside
):
    page = way_in(open_screen, empty_folder)

    page.text_input(key="remote_phrase").set_value("corto")
    next(one for one in page.button if one.label == "Keep this passphrase").click().run()
    refused = texts(page)
    page.text_input(key="remote_phrase").set_value("queso sierra alta")
    next(one for one in page.button if one.label == "Keep this passphrase").click().run()

    with look_inside(empty_folder).read() as session:
        kept = is_passphrase(raw(session), REMOTE, "queso sierra alta")
    assert "needs 8 signs" in refused
    assert kept is True
    page.button(key="remote_off").click().run()
    assert not [one for one in page.button if one.key == "remote_off"]


def test_who_joined_is_noted_as_present_once(open_screen, folder_with, stored, look_inside):
    firms = [
        Actor(id=UUID(int=500 + n), name=f"Quesería {n}", kind=ActorKind.PRODUCER) for n in range(3)
    ]
    cards = [
        VoterCard(
            id=UUID(int=610 + n),
            label=firm.name,
            meeting=MEETING.id,
            is_firm=True,
            actor=firm.id,
        )
        for n, firm in enumerate(firms)
    ]
    folder = folder_with(MEETING, *firms, *cards)
    with look_inside(folder).begin() as session:
        for card in cards[:2]:
            note_presence(raw(session), of_card(card.id), card.id, today())
    page = open_screen("votes", folder, "en")
    page.session_state["votes_view"] = "cards"
    page.run()
    page.selectbox(key="cards_meeting").set_value(MEETING).run()

    page.button(key="cards_attendance").click().run()

    found = {(one.meeting, one.actor, one.people) for one in stored(folder, Attendance)}
    assert found == {(MEETING.id, firms[0].id, 1), (MEETING.id, firms[1].id, 1)}
    assert not [one for one in page.button if one.key == "cards_attendance"]


def test_cards_are_printed_with_their_codes_once_the_pages_are_open(open_screen, folder_with, desk):
    card = VoterCard(id=UUID(int=620), label="Quesería 0", is_firm=True)
    folder = folder_with(card)
    page = open_screen("votes", folder, "en")
    page.session_state["votes_view"] = "cards"
    page.run()
    before = texts(page)
    desk.say(Answer(state=DoorState.OPEN, folder=folder.resolve(), host="192.168.1.23", port=8080))
    page.run()

    assert "Open the firms' pages first" in before
    assert [one.label for one in page.get("download_button")] == ["Print 1 card"]


def test_a_void_round_is_prepared_again_under_another_name(open_screen, folder_with, stored):
    of, records = votes.rating()
    void = of.model_copy(update={"state": State.VOID, "void_reason": "Se cayó la red"})
    folder = folder_with(*(void if one.id == of.id else one for one in records))

    page = at_round(open_screen, folder, of)
    page.button(key="round_again").click().run()

    made = next(one for one in stored(folder, Round) if one.id != of.id)
    assert (made.name, made.state, made.turn) == ("Diamante actual (2)", State.DRAFT, 1)
    assert (made.opened_at, made.void_reason) == (None, "")
    items = [one.name for one in stored(folder, RoundItem) if one.round == made.id]
    assert items == [one.name for one in records if isinstance(one, RoundItem)]
    assert [one.scale for one in stored(folder, RoundCriterion) if one.round == made.id] == [
        "level"
    ]
    assert page.title[0].value.replace("\\", "") == "Diamante actual (2)"


def test_a_round_in_preparation_is_taken_away_whole(open_screen, folder_with, stored):
    of, items = draft()
    other = votes.asked("Otra", Instrument.APPROVAL, state=State.DRAFT)
    others = votes.items(other, ["Tres"])
    folder = folder_with(of, *items, other, *others)

    page = at_round(open_screen, folder, of)
    page.button(key="round_remove").click().run()

    assert not page.exception
    assert [one.name for one in stored(folder, Round)] == ["Otra"]
    assert [one.name for one in stored(folder, RoundItem)] == ["Tres"]
    assert page.title[0].value == "Votes"


def test_an_open_round_is_neither_copied_nor_taken_away(open_screen, folder_with):
    of, items = draft()
    page = at_round(open_screen, folder_with(of, *items), of)
    page.button(key="round_step").click().run()

    keys = [one.key for one in page.button]
    assert "round_again" not in keys
    assert "round_remove" not in keys


def test_whoever_opens_a_vote_is_told_when_no_phone_could_come_in(open_screen, folder_with, desk):
    of, items = draft()
    folder = folder_with(of, *items)
    page = at_round(open_screen, folder, of)
    before = texts(page)
    desk.say(Answer(state=DoorState.OPEN, folder=folder.resolve(), host="192.168.1.23", port=8080))
    page.run()

    assert "Phones cannot come in yet" in before
    assert "Phones cannot come in yet" not in texts(page)


def intention_round(secrecy=Secrecy.TEAM, state=State.REVEALED):
    """Return a round in which two firms said what they will pursue, with all its records."""
    firms = [
        Actor(id=UUID(int=450 + n), name=f"Quesería {n}", kind=ActorKind.PRODUCER) for n in (1, 2)
    ]
    of = votes.asked(
        "Intención", Instrument.APPROVAL, roll=Roll.FIRMS, unit=Unit.FIRM, state=state,
        secrecy=secrecy, feeds_table="intention",
    )  # fmt: skip
    items = [
        item.model_copy(update={"about_table": option.table, "about_id": option.id})
        for item, option in zip(votes.items(of, "ABC"), OPTIONS, strict=True)
    ]
    summary = RoundSummary(id=UUID(int=460), round=of.id, cast=2, valid=2, eligible=2)
    said = [
        RoundChoice(id=UUID(int=470 + n), round=of.id, firm=firm.id, item=items[0].id)
        for n, firm in enumerate(firms)
    ]
    kept = said if secrecy is Secrecy.TEAM else []
    return of, [*OPTIONS, *firms, of, *items, summary, *kept]


def test_intentions_are_adopted_firm_by_firm_and_undone_as_one(open_screen, folder_with, stored):
    of, records = intention_round()
    folder = folder_with(*records)
    page = at_round(open_screen, folder, of, view="adopt")

    page.button(key="round_adopt").click().run()

    assert {(one.firm.int, one.option.int) for one in stored(folder, Intention)} == {
        (451, 410),
        (452, 410),
    }
    assert stored(folder, Round)[0].state == State.ADOPTED
    assert "Quesería" not in texts(page)
    page.button(key="round_unadopt_all").click().run()
    assert (stored(folder, Intention), stored(folder, Round)[0].state) == ((), State.REVEALED)


def test_a_secret_round_of_intentions_has_nothing_to_adopt(open_screen, folder_with):
    of, records = intention_round(Secrecy.SECRET)

    page = at_round(open_screen, folder_with(*records), of, view="adopt")

    assert "A secret round leaves only how many" in texts(page)
    assert not [one for one in page.button if one.key == "round_adopt"]


def test_a_tie_leads_with_one_click_to_the_second_vote_and_back_to_it(
    open_screen, folder_with, stored
):
    of, records = votes.approval()
    of = of.model_copy(update={"tie_break": TieBreak.RUNOFF})
    records = [of if one.id == of.id else one for one in records]
    first = {1: 1, 2: 1, 3: 3, 4: 4}
    names = {one.id: one.position for one in records if isinstance(one, RoundItem)}
    tied = [
        one.model_copy(update={"place": first[names[one.item]]})
        if isinstance(one, RoundResult)
        else one.model_copy(update={"is_tied": True, "winner": None})
        if isinstance(one, RoundSummary)
        else one
        for one in records
    ]
    folder = folder_with(*tied)
    page = at_round(open_screen, folder, of)

    said = texts(page)
    page.button(key="round_second").click().run()

    made = next(one for one in stored(folder, Round) if one.id != of.id)
    items = [one.name for one in stored(folder, RoundItem) if one.round == made.id]
    assert "the second vote is still to come" in said
    assert (made.state, items) == (State.DRAFT, ["Borrador A", "Borrador B"])
    assert page.title[0].value.startswith("Second vote\\: Redacción")
    again = at_round(open_screen, folder, of)
    assert again.button(key="round_second").label == "Go to the second vote"


def test_intentions_wait_until_the_room_has_seen_how_many(open_screen, folder_with):
    of, records = intention_round(state=State.CLOSED)

    page = at_round(open_screen, folder_with(*records), of, view="adopt")

    assert "once the room has seen it" in texts(page)
