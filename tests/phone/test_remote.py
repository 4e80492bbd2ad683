"""The facilitator's own phone: it opens, closes, shows and hides, behind its passphrase."""

import time

import pytest

from app.store.passphrase import REMOTE, set_passphrase
from app.store.sealing import raw, seal_round
from methodology.round_results import RoundSummary
from methodology.rounds import Round, State
from tests.phone.test_server import settle, text_of
from tests.store.balloting import put_open, put_round

PHRASE = "queso maduro azul"


@pytest.fixture
def control(folder, phones):
    """Give phones that ask a server with a passphrase."""
    return phones


def enter(client, phrase=PHRASE):
    return client.post("/remote", data={"phrase": phrase})


def state_of(folder, asked):
    return folder.snapshot().get(Round, asked.round.id).state


@pytest.fixture(autouse=True)
def prepared(folder, request):
    """Set the passphrase before the server looks for the first time."""
    if "control" in request.fixturenames:
        with folder.begin() as session:
            set_passphrase(raw(session), REMOTE, PHRASE)


def test_without_a_passphrase_there_is_no_remote_control(phones):
    client = phones()

    assert client.get("/remote").status_code == 404
    assert enter(client, "").status_code == 404
    assert client.post(f"/remote/open/{'0' * 32}", data={"a": "1"}).status_code == 404


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
    assert seal_round(folder, asked.round.id, by="ana")
    await_closed(client)


def await_closed(client):
    """Return once the remote control has heard that the round is sealed."""
    until = time.monotonic() + 10
    while "refresh" in client.get("/remote").headers:
        assert time.monotonic() < until, "the round is being sealed for ever"
        time.sleep(0.02)


def test_no_result_is_on_the_remote_control(folder, control):
    asked = put_round(folder)
    client = control()
    enter(client)
    for name in ("open", "close"):
        page = client.post(f"/remote/{name}/{asked.round.id.hex}", data={"a": "1"})

    assert "Opción A" not in text_of(page)
    assert asked.round.name in text_of(page)
