"""The firms' pages, asked as a browser without a script asks."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.phone.pages import SCRIPT, STYLE
from app.phone.server import application
from app.store import ChangeSet, Edit, Put
from app.store.computer import today
from app.store.sealing import close_round
from app.store.voting import card_codes, open_round, presence, turnout
from methodology.ballot import Answer, Sheet
from methodology.project import Language
from methodology.rounds import Instrument, Roll, Round, RoundCriterion, Secrecy, State, VoterCard
from tests.browsing import eventually
from tests.store.balloting import put_cards, put_open, put_round
from tests.voting import key

KILOBYTE = 1024


def address(asked):
    return f"/r/{asked.round.id.hex}"


def text_of(response):
    body = re.sub(r"<(script|style)>.*?</\1>", " ", response.text, flags=re.S)
    return unescape(re.sub(r"<[^>]+>", " ", body))


def form(asked, **values):
    return {"turn": str(asked.round.turn), **values}


def test_nothing_is_asked_yet(phones):
    found = phones().get("/")

    assert found.status_code == 200
    assert "Un momento" in text_of(found)


def test_the_one_open_question_comes_by_itself(folder, phones):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)

    found = client.get("/")

    assert found.url.path == address(asked)
    assert "¿Qué opción primero?" in text_of(found)


def settle(client, asked, state="open"):
    """Wait until the server has noticed what the facilitator did."""
    name = asked.round.id.hex[:12]
    eventually(lambda: name in client.get("/state").text, state == "open")


def test_an_answer_is_kept_and_a_reload_does_not_double_it(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get(address(asked))

    sent = client.post(address(asked), data=form(asked, i=["1", "3"]), follow_redirects=False)

    assert (sent.status_code, sent.headers["location"]) == (303, f"{address(asked)}/done")
    done = client.get(sent.headers["location"])
    assert "Recibido" in text_of(done)
    assert re.search(r'class="code">[0-9A-Z]{6}<', done.text)
    assert votes(asked) == [Answer(chosen=(1, 3))]


def test_an_answer_can_be_changed_until_the_close(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get("/")
    for item in ("1", "2"):
        client.post(address(asked), data=form(asked, i=item))

    assert votes(asked) == [Answer(chosen=(2,))]


def test_each_phone_is_a_voter(folder, phones, votes):
    asked = put_open(folder)
    settle(phones(), asked)
    for item in "123":
        client = phones()
        client.get("/")
        client.post(address(asked), data=form(asked, i=item))

    assert len(votes(asked)) == 3


def test_a_phone_that_never_asked_the_question_has_no_vote(folder, phones, votes):
    asked = put_open(folder)
    settle(phones(), asked)
    for number in range(30):
        names = {"": {}, "made up": {"d": f"{number:022d}"}}["made up" if number % 2 else ""]
        found = phones().post(address(asked), data=form(asked, i="1", **names))
        assert found.status_code == 403

    assert votes(asked) == []
    assert "Abrir la pregunta otra vez" in text_of(found)
    assert 'value="1" checked' in found.text


def test_a_browser_that_keeps_no_cookies_votes_once(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    page = client.get(address(asked)).text
    device = re.search(r'name="d" value="([^"]+)"', page)[1]
    for item in ("1", "2"):
        client.cookies.clear()
        client.post(address(asked), data=form(asked, i=item, d=device))

    assert votes(asked) == [Answer(chosen=(2,))]


def test_a_script_gets_its_receipt_and_an_old_retry_changes_nothing(folder, phones, votes):
    asked = put_open(folder)
    client = phones(accept="application/json")
    settle(client, asked)
    client.get("/")

    first = client.post(address(asked), data=form(asked, i="1", seq="1000"))
    second = client.post(address(asked), data=form(asked, i="2", seq="2000"))
    late = client.post(address(asked), data=form(asked, i="1", seq="1000"))

    assert first.json() == late.json() != second.json()
    assert first.json()["next"] == f"{address(asked)}/done"
    assert votes(asked) == [Answer(chosen=(2,))]


def test_a_number_from_the_future_does_not_lock_a_ballot(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get("/")
    client.post(address(asked), data=form(asked, i="1", seq="9" * 15))
    client.post(address(asked), data=form(asked, i="2"))

    assert votes(asked) in ([Answer(chosen=(2,))], [Answer(chosen=(1,))])
    client.post(address(asked), data=form(asked, i="3"))
    assert votes(asked) == [Answer(chosen=(3,))]


def test_what_was_given_stays_after_a_mistake(folder, phones):
    asked = put_open(folder, Instrument.POINTS, amount=10)
    client = phones()
    settle(client, asked)
    client.get(address(asked))

    found = client.post(address(asked), data=form(asked, n1="4", n2="5"))

    assert found.status_code == 422
    assert "Los puntos tienen que sumar 10; estos suman 9." in text_of(found)
    assert 'name="n1" value="4"' in found.text


def test_a_closed_question_says_so_and_one_that_never_was_is_not_found(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get("/")
    close_round(folder, asked.round.id, by="ana")
    settle(client, asked, "closed")

    assert client.get(address(asked)).status_code == 410
    late = client.post(address(asked), data=form(asked, i="1"))
    assert (late.status_code, "está cerrada" in text_of(late)) == (410, True)
    script = client.post(
        address(asked), data=form(asked, i="1"), headers={"accept": "application/json"}
    )
    assert script.status_code == 410
    assert script.json()["error"] == (
        "La respuesta a «¿Qué opción primero?» llegó después del cierre: no cuenta."
        " Si hubo una anterior, cuenta esa."
    )
    assert client.get(f"/r/{key(7).hex}").status_code == 404


def test_a_ballot_that_arrives_while_the_close_is_not_noticed_yet_is_refused(folder, phones, votes):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get("/")
    close_round(folder, asked.round.id, by="ana")

    found = client.post(address(asked), data=form(asked, i="1"))

    assert found.status_code == 410


def test_the_first_turn_s_form_does_not_count_in_the_second(folder, phones):
    asked = put_open(folder, turns=2)
    client = phones()
    settle(client, asked)
    close_round(folder, asked.round.id, by="ana")
    second = Sheet(open_round(folder, asked.round.id, by="ana"), asked.items)
    eventually(lambda: ".2." in client.get("/state").text, True)

    assert client.post(address(asked), data=form(asked, i="1")).status_code == 410
    assert "Segunda ronda" in text_of(client.get(address(asked)))
    assert client.post(address(asked), data=form(second, i="1")).status_code == 200


def rating(folder, **values):
    asked = put_round(folder, Instrument.RATING, "A", **values)
    judged = RoundCriterion(
        id=key(901), round=asked.round.id, position=1, name="Hoy", scale="level"
    )
    folder.apply(ChangeSet("Ask", (Put(judged),)), by="ana")
    return Sheet(open_round(folder, asked.round.id, by="ana"), asked.items, (judged,))


def test_the_second_round_tells_median_quartiles_and_reasons_of_the_first(folder, phones):
    asked = rating(folder, turns=2, asks_reasons=True)
    settle(phones(), asked)
    for score in ("2", "4", "4", "5"):
        client = phones()
        client.get("/")
        client.post(address(asked), data={"turn": "1", "s1.1": score, "q1": "hay <escuela>"})
    close_round(folder, asked.round.id, by="ana")
    open_round(folder, asked.round.id, by="ana")
    client = phones()
    eventually(lambda: ".2." in client.get("/state").text, True)

    found = client.get(address(asked))

    assert "Primera ronda: mediana 4, la mitad entre 3.5 y 4.25" in text_of(found)
    assert "hay <escuela>" in text_of(found)
    assert "<escuela>" not in found.text


@pytest.mark.parametrize("instrument", [one for one in Instrument if one is not Instrument.RATING])
def test_every_instrument_has_a_page_that_is_small_and_says_what_it_promises(
    folder, phones, instrument
):
    secrecy = Secrecy.NAMED if instrument is Instrument.COMMITMENT else Secrecy.SECRET
    asked = put_open(folder, instrument, "ABCD", amount=3, secrecy=secrecy)
    client = phones()
    settle(client, asked)

    found = client.get(address(asked))

    assert len(found.content) < 20 * KILOBYTE
    assert ("secreto" if secrecy is Secrecy.SECRET else "Público") in text_of(found)
    assert "computadora" in text_of(found) or secrecy is Secrecy.NAMED


def test_what_is_kept_for_the_team_alone_is_called_neither_secret_nor_public(folder, phones):
    asked = put_open(folder, Instrument.APPROVAL, "AB", secrecy=Secrecy.TEAM)
    client = phones()
    settle(client, asked)

    told = text_of(client.get(address(asked)))

    assert "Para el equipo: nunca se muestra con nombre." in told
    assert "pantallas y plan muestran únicamente cuántos" in told
    assert "Público" not in told


def test_every_rule_that_was_fixed_is_on_the_phone(folder, phones):
    cards = put_cards(folder, "Rosa", "Luis", "Ana")
    asked = put_open(
        folder, Instrument.RANKING, roll=Roll.PERSONS, meeting=cards[0].meeting, quorum=2
    )
    client = phones()
    settle(client, asked)
    client.get(f"/c/{card_codes(folder, cards)[cards[0].id]}")

    told = text_of(client.get(address(asked)))

    for rule in ("Borda", "Quórum: 2", "En caso de empate", "Una persona, un voto", ": 3"):
        assert rule in told


def test_a_rating_says_its_steps_in_words_and_offers_not_to_answer(folder, phones):
    asked = rating(folder)
    client = phones()
    settle(client, asked)

    found = client.get(address(asked))

    assert "referente mundial, razón" in text_of(found) or "mundial" in text_of(found)
    assert {"No puedo opinar", "Sin respuesta"} <= set(map(str.strip, text_of(found).split("  ")))
    assert len(found.content) < 20 * KILOBYTE


def test_the_order_of_items_is_each_phone_s_own_and_stays(folder, phones):
    asked = put_open(folder, items="ABCDEFGH")
    settle(phones(), asked)

    def order(client):
        return re.findall(r'name="i" value="(\d)"', client.get(address(asked)).text)

    client = phones()
    assert order(client) == order(client)
    assert len({tuple(order(phones())) for _ in range(8)}) > 1


def test_several_questions_are_listed_and_answered_one_by_one(folder, phones):
    one, other = put_open(folder), put_open(folder)
    client = phones()
    settle(client, one)
    settle(client, other)

    assert text_of(client.get("/")).count("¿Qué opción primero?") == 2
    client.post(address(one), data=form(one, i="1"))
    assert client.get("/").url.path == address(other)
    assert "Siguiente pregunta" in text_of(client.get(f"{address(one)}/done"))


def test_a_receipt_that_is_looked_at_again_leads_on_by_itself(folder, phones):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    client.get("/")
    client.post(address(asked), data=form(asked, i="1"))
    again = re.search(r'content="10;url=(.*?)"', client.get(f"{address(asked)}/done").text)[1]
    assert "Recibido" in text_of(client.get(again))

    other = put_open(folder)
    settle(client, other)
    assert client.get(again).url.path == address(other)
    for one in (asked, other):
        close_round(folder, one.round.id, by="ana")
        settle(client, one, "closed")
    assert "Un momento" in text_of(client.get(again))


def test_a_card_is_asked_for_typed_or_scanned_and_put_away(folder, phones, votes):
    cards = put_cards(folder, "Rosa <i>", "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    codes = card_codes(folder, cards)
    client = phones()
    settle(client, asked)

    asked_for = text_of(client.get("/"))
    assert "Código de la tarjeta" in asked_for
    assert "¿Sin tarjeta? Pedir una a quien facilita." in asked_for
    assert client.get(address(asked)).status_code == 403
    assert client.post("/card", data={"code": "AAAA-BBBB"}).status_code == 404
    assert client.post(address(asked), data=form(asked, i="1")).status_code == 403

    typed = client.post("/card", data={"code": codes[cards[0].id].lower().replace("-", " ")})
    assert typed.url.path == address(asked)
    client.post(address(asked), data=form(asked, i="1"))

    other = phones()
    other.get(f"/c/{codes[cards[0].id]}")
    other.post(address(asked), data=form(asked, i="2"))
    assert votes(asked) == [Answer(chosen=(2,))]
    assert "Rosa <i>" in text_of(other.get("/?all=1"))
    other.post("/card/away", data={"sent": "1"})
    assert "Código de la tarjeta" in text_of(other.get("/"))


def test_each_card_on_one_phone_has_answers_of_its_own(folder, phones, votes):
    cards = put_cards(folder, "Rosa", "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    codes = [card_codes(folder, cards)[card.id] for card in cards]
    client = phones()
    settle(client, asked)
    client.get(f"/c/{codes[0]}")
    client.post(address(asked), data=form(asked, i="1"))

    second = client.get(f"/c/{codes[1]}")

    assert second.url.path == address(asked)
    assert "Ya respondida" not in text_of(second)
    client.post(address(asked), data=form(asked, i="2"))
    client.get(f"/c/{codes[0]}")
    assert "Ya respondida" in text_of(client.get(address(asked)))
    assert votes(asked) == [Answer(chosen=(1,)), Answer(chosen=(2,))]


def test_a_ballot_counts_for_the_card_it_was_shown_for(folder, phones, votes):
    cards = put_cards(folder, "Rosa", "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    codes = [card_codes(folder, cards)[card.id] for card in cards]
    client = phones()
    settle(client, asked)
    page = client.get(f"/c/{codes[0]}").text
    shown = re.search(r'name="k" value="([^"]+)"', page)[1]
    client.get(f"/c/{codes[1]}")

    client.post(address(asked), data=form(asked, i="1", k=shown))

    assert "Luis" in text_of(client.get("/?all=1"))
    assert "Ya respondida" not in text_of(client.get(address(asked)))
    client.post(address(asked), data=form(asked, i="2"))
    assert votes(asked) == [Answer(chosen=(1,)), Answer(chosen=(2,))]


def test_a_replaced_or_void_card_does_not_open_any_more(folder, phones):
    cards = put_cards(folder, "Rosa", "Luis", "Ana")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    codes = card_codes(folder, cards)
    edits = (
        Edit(VoterCard, cards[0].id, {"issue": 2}),
        Edit(VoterCard, cards[1].id, {"is_void": True}),
    )
    client = phones()
    settle(client, asked)
    folder.apply(ChangeSet("Lost", edits), by="ana")
    eventually(lambda: phones().get(f"/c/{codes[cards[0].id]}").status_code, 404)

    found = [client.get(f"/c/{codes[card.id]}").status_code for card in cards]

    assert found == [404, 404, 200]


def test_a_card_of_another_meeting_does_not_vote_here(folder, phones):
    (card,) = put_cards(folder, "Rosa")
    (stranger,) = put_cards(folder, "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=card.meeting)
    client = phones()
    settle(client, asked)
    client.get(f"/c/{card_codes(folder, [stranger])[stranger.id]}")

    assert client.post(address(asked), data=form(asked, i="1")).status_code == 403
    assert "tarjeta que vale aquí" in text_of(client.get("/"))


def test_the_language_can_be_switched_and_stays(folder, phones):
    client = phones(**{"accept-language": "pt-BR"})

    assert '<html lang="pt">' in client.get("/").text
    assert '<html lang="en">' in client.get("/?l=en").text
    assert "Wait a moment" in text_of(client.get("/"))


def test_nothing_people_wrote_comes_alive(folder, phones):
    asked = put_open(
        folder,
        items=["<script>alert(1)</script>"],
        explanation='"><img src=x onerror=alert(1)>',
    )
    client = phones()
    settle(client, asked)

    page = client.get(address(asked)).text

    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "<b>" not in page.replace("<b></b>", "").split("<main>")[0]


def test_pages_allow_only_their_own_script_and_style(phones):
    found = phones().get("/")

    policy = found.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert found.text.count(SCRIPT) == found.text.count(STYLE) == 1
    assert "style=" not in found.text
    assert not re.search(r"\son\w+=", found.text.split("<script>")[0])
    assert "http://" not in found.text.replace("http://www.w3.org", "")


def test_no_result_and_no_turnout_leaves_the_server_while_open(folder, phones):
    asked = put_open(folder)
    settle(phones(), asked)
    before = [phones().get(path).text for path in ("/state", "/")]
    for item in "1111":
        client = phones()
        client.get("/")
        client.post(address(asked), data=form(asked, i=item))
    with folder.read() as session:
        assert turnout(session, asked.round).cast == 4

    after = [phones().get(path).text for path in ("/state", "/")]

    assert before[0] == after[0]
    assert strip(before[1]) == strip(after[1])


def strip(page):
    """Take out what differs from phone to phone."""
    page = re.sub(r'data-now="\d+"|name="d" value="[^"]+"|data-mark="[^"]+"', "", page)
    return sorted(re.split("[<>]", page.split("<script>")[0]))


def test_who_joined_is_noted_once_the_phone_comes_back_as_itself(folder, phones):
    for _ in range(3):
        phones().get("/")
        phones().head("/")
        phones(cookie=f"d={'A' * 22}").get("/")
    client, listening = phones(), phones()
    for path in ("/", "/"):
        client.get(path)
    for path in ("/", "/state"):
        listening.get(path)

    def count():
        with folder.read() as session:
            return presence(session, today()).count

    eventually(count, 2)


@pytest.mark.parametrize(("public_url", "expected"), [("", 0), ("http://vote.example.org", 1)])
def test_the_computer_s_own_look_at_the_pages_is_no_phone(folder, public_url, expected):
    made = application(folder.path, language=Language.SPANISH, public_url=public_url)
    with TestClient(made, base_url="http://10.0.0.7", client=("10.0.0.7", 50_000)) as client:
        for _ in range(2):
            client.get("/")

    with folder.read() as session:
        assert presence(session, today()).count == expected


def test_behind_a_proxy_a_form_of_the_public_address_is_taken_and_cookies_stay_encrypted(folder):
    asked = put_open(folder)
    address = "https://vote.example.org"
    made = application(folder.path, language=Language.SPANISH, public_url=address)
    with TestClient(made, base_url="http://127.0.0.1:8080") as client:
        client.get("/")
        first = client.get("/").headers["set-cookie"]
        kept = {"cookie": first.split(";")[0], "origin": address}
        form = {"turn": 1, "i": 1}
        sent = client.post(
            f"/r/{asked.round.id.hex}", data=form, headers=kept, follow_redirects=False
        )

    assert "; Secure" in first
    assert sent.status_code == 303


def test_wrong_codes_are_limited_and_right_ones_never(folder, phones):
    cards = put_cards(folder, "Rosa")
    right = card_codes(folder, cards)[cards[0].id]
    client = phones()
    client.get("/card")
    eventually(lambda: phones().get(f"/c/{right}").status_code, 200)

    wrong = [client.get(f"/c/{number:016d}") for number in range(30)]
    scanned = {client.get(f"/c/{right}").status_code for _ in range(30)}

    assert [one.status_code for one in (wrong[0], wrong[-1])] == [404, 429]
    assert "Demasiados intentos" in text_of(wrong[-1])
    assert "Demasiados" not in text_of(wrong[0])
    assert scanned == {200}


def test_a_flood_from_one_phone_is_slowed_and_others_are_not(folder, phones):
    asked = put_open(folder)
    flooding, other = phones(), phones()
    settle(flooding, asked)
    flooding.get("/")
    other.get("/")

    codes = [
        flooding.post(address(asked), data=form(asked, i="1"), follow_redirects=False).status_code
        for _ in range(60)
    ]

    assert (codes[0], codes[-1]) == (303, 429)
    assert other.post(address(asked), data=form(asked, i="1")).status_code == 200


def test_state_is_not_sent_twice(folder, phones):
    client = phones()
    found = client.get("/state")

    again = client.get("/state", headers={"if-none-match": found.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_rounds_sealing_are_finished_by_the_server(folder, phones):
    asked = put_open(folder)
    client = phones()
    settle(client, asked)
    folder.apply(
        ChangeSet("Close", (Edit(Round, asked.round.id, {"state": State.SEALING}),)), by="ana"
    )

    def state():
        return folder.snapshot().get(Round, asked.round.id).state

    eventually(state, State.CLOSED)
