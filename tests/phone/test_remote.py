"""The facilitator's own phone: it opens, closes, shows and hides, behind its passphrase."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest

from app.phone.desk import Desk
from app.phone.remote import MOST_WAITING
from app.store.passphrase import REMOTE, set_passphrase
from app.store.sealing import raw, seal_round
from methodology.round_results import RoundSummary
from methodology.rounds import Round, State
from tests.browsing import eventually
from tests.phone.test_server import settle, text_of
from tests.store.balloting import put_open, put_round

PHRASE = "queso maduro azul"


@pytest.fixture
def control(folder, phones):
    """Give phones that ask a server with a passphrase."""
    return phones


def enter(client, phrase=PHRASE):
    return client.post("/remote", data={"phrase": phrase})


def keep(folder, phrase):
    with folder.begin() as session:
        set_passphrase(raw(session), REMOTE, phrase)


def state_of(folder, asked):
    return folder.snapshot().get(Round, asked.round.id).state


@pytest.fixture(autouse=True)
def prepared(folder, request):
    """Set the passphrase before the server looks for the first time."""
    if "control" in request.fixturenames:
        keep(folder, PHRASE)


def test_without_a_passphrase_there_is_no_remote_control(phones):
    client = phones()

    assert client.get("/remote").status_code == 404
    assert enter(client, "").status_code == 404
    assert client.post(f"/remote/open/{'0' * 32}", data={"a": "1"}).status_code == 404


def test_a_passphrase_that_is_set_changed_or_taken_away_counts_at_once(folder, phones):
    own, new = phones(), "cuajo fresco verde"

    keep(folder, PHRASE)
    eventually(lambda: own.get("/remote").status_code, 200)
    assert "Contraseña" not in text_of(enter(own))
    keep(folder, new)
    eventually(lambda: "Contraseña" in text_of(own.get("/remote")), True)
    assert "Contraseña" not in text_of(enter(own, new))
    keep(folder, "")
    eventually(lambda: own.get("/remote").status_code, 404)


def test_a_round_is_opened_closed_shown_and_hidden(folder, control):
    asked = put_round(folder)
    client = control()
    client.get("/remote")
    assert "Control remoto" in text_of(enter(client))

    for name, state in (
        ("open", State.OPEN),
        ("close", State.CLOSED),
        ("show", State.REVEALED),
        ("hide", State.CLOSED),
    ):
        found = client.post(f"/remote/{name}/{asked.round.id.hex}", data={"a": "1"})
        assert found.status_code == 200
        assert state_of(folder, asked) is state

    assert folder.snapshot().one(RoundSummary).cast == 0


def test_what_stands_against_a_step_is_said(folder, control):
    asked = put_round(folder, items="")
    client = control()
    enter(client)

    found = client.post(f"/remote/open/{asked.round.id.hex}", data={"a": "1"})

    assert found.status_code == 409
    assert "no hay nada que votar" in text_of(found)


def test_nobody_steps_without_the_passphrase(folder, control):
    asked = put_open(folder)
    client = control()
    settle(client, asked)

    assert "Contraseña" in text_of(client.get("/remote"))
    wrong = enter(client, "queso maduro")
    assert (wrong.status_code, "no es la contraseña" in text_of(wrong)) == (403, True)
    for name in ("close", "show", "void", "adopt"):
        address = f"/remote/{name}/{asked.round.id.hex}"
        assert client.post(address, data={"a": "1"}).status_code == 404
    client.cookies.set("f", "guessed")
    address = f"/remote/close/{asked.round.id.hex}"
    assert client.post(address, data={"a": "1"}).status_code == 404
    assert state_of(folder, asked) is State.OPEN


def test_whoever_knows_the_passphrase_can_do_four_things_and_no_other(folder, control):
    asked = put_open(folder)
    client = control()
    settle(client, asked)
    enter(client)

    for name in ("void", "adopt", "delete", "OPEN", "open2"):
        found = client.post(f"/remote/{name}/{asked.round.id.hex}", data={"a": "1"})
        assert found.status_code == 404


def test_guessing_is_slow_for_each_phone(control):
    client = control()
    client.get("/remote")

    found = [enter(client, f"intento numero {number}") for number in range(7)]

    assert "Demasiados intentos" in text_of(found[-1])
    assert "Demasiados" not in text_of(found[0])
    other = control()
    other.get("/remote")
    assert "Control remoto" in text_of(enter(other))


def test_strangers_in_a_queue_are_sent_away_at_once_and_keep_nobody_out(control, monkeypatch):
    own = control()
    own.get("/remote")
    enter(own)
    own.cookies.delete("f")
    may_answer, is_phrase = threading.Event(), Desk.is_remote_phrase

    def slow(desk, phrase):
        assert phrase == PHRASE or may_answer.wait(20)
        return is_phrase(desk, phrase)

    monkeypatch.setattr(Desk, "is_remote_phrase", slow)
    with ThreadPoolExecutor(12) as crowd:
        tries = [crowd.submit(enter, control(), f"intento {n}") for n in range(12)]
        refused = next(as_completed(tries)).result()
        entered = enter(own)
        may_answer.set()
        codes = Counter(one.result().status_code for one in tries)

    assert refused.status_code == 429
    assert codes == {403: MOST_WAITING, 429: 12 - MOST_WAITING}
    assert "Control remoto" in text_of(entered)
    assert "Demasiados" not in text_of(entered)


def test_a_flood_that_uses_up_every_try_leaves_the_facilitator_s_phone_its_own(
    control, monkeypatch
):
    monkeypatch.setattr(Desk, "is_remote_phrase", lambda _, phrase: phrase == PHRASE)
    own = control()
    own.get("/remote")
    enter(own)
    own.cookies.delete("f")
    flood = [enter(control(), "") for _ in range(70)]

    entered = enter(own)

    assert flood[-1].status_code == 429
    assert "Contraseña" not in text_of(entered)


def test_what_runs_stands_first_and_what_is_shown_is_folded(folder, control):
    made = [put_round(folder) for _ in range(3)]
    client = control()
    enter(client)
    for asked, names in zip(made[1:], (("open",), ("open", "close", "show")), strict=True):
        for name in names:
            page = client.post(f"/remote/{name}/{asked.round.id.hex}", data={"a": "1"})

    told, folded = page.text.split("<details>")
    places = [page.text.index(made[place].round.name) for place in (1, 0, 2)]
    assert places == sorted(places)
    assert made[2].round.name in folded
    assert told.count('class="go"') == 2
    assert 'class="go"' not in folded
    assert "Su resultado se puede ver en la sala" in text_of(page)
    assert "La sala ve cuántos votaron" in text_of(page)


def test_the_way_in_is_for_this_phone_alone_and_not_for_scripts(control):
    client = control()

    client.get("/remote")
    entered = client.post("/remote", data={"phrase": PHRASE}, follow_redirects=False)

    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert PHRASE not in cookie
    assert "Contraseña" in text_of(control().get("/remote"))


def test_a_round_whose_sealing_is_held_up_is_told_and_looked_at_again(folder, control):
    asked = put_open(folder)
    client = control()
    enter(client)
    with folder.read() as session:
        raw(session).execute("SELECT count(*) FROM ballot").fetchone()
        page = client.post(f"/remote/close/{asked.round.id.hex}", data={"a": "1"})

    assert asked.round.name in text_of(page)
    assert "Sellándose" in text_of(page)
    assert page.headers["refresh"] == "2"
    eventually(lambda: seal_round(folder, asked.round.id, by="ana"), True)
    eventually(lambda: "refresh" in client.get("/remote").headers, False)


def test_no_result_is_on_the_remote_control(folder, control):
    asked = put_round(folder)
    client = control()
    enter(client)
    for name in ("open", "close"):
        page = client.post(f"/remote/{name}/{asked.round.id.hex}", data={"a": "1"})

    assert "Opción A" not in text_of(page)
    assert asked.round.name in text_of(page)
