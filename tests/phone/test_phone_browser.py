"""The firms' pages in a real browser, as small as phones are, with all that happens to phones."""

import os
import re
import signal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.store import ChangeSet, Edit, Put
from app.store.passphrase import REMOTE, set_passphrase
from app.store.sealing import close_round, raw
from app.store.voting import card_codes, open_round
from methodology.ballot import Answer, Sheet
from methodology.project import Project
from methodology.rounds import Instrument, Roll, RoundCriterion, RoundItem, Secrecy
from tests.browsing import PATIENCE, PHONE, eventually
from tests.phone.conftest import serving
from tests.store.balloting import put_cards, put_open, put_round
from tests.voting import key

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 640}
LEVELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # what is right need not be written out
}


def put_rating(folder, **values):
    asked = put_round(folder, Instrument.RATING, "AB", **values)
    judged = tuple(
        RoundCriterion(
            id=key(900 + place), round=asked.round.id, position=place, name=name, scale="level"
        )
        for place, name in ((1, "Hoy"), (2, "Horizonte"))
    )
    folder.apply(ChangeSet("Ask", tuple(map(Put, judged))), by="ana")
    return Sheet(open_round(folder, asked.round.id, by="ana"), asked.items, judged)


def put_any(folder, instrument):
    if instrument is Instrument.RATING:
        return put_rating(folder, asks_reasons=True)
    secrecy = Secrecy.NAMED if instrument is Instrument.COMMITMENT else Secrecy.SECRET
    return put_open(folder, instrument, "ABC", amount=3, secrecy=secrecy)


def faults(page):
    found = Axe().run(page, options=LEVELS).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def faults_by_day_and_night(page):
    found = {}
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        found[colours] = faults(page)
    return found


def is_narrow_enough(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def path(asked):
    return f"/r/{asked.round.id.hex}"


@pytest.fixture
def spanish(chromium):
    """Give what opens a browser of its own that speaks Spanish."""
    opened = []

    def open_context(size=PHONE, colours="light", **options):
        made = chromium.new_context(
            viewport=size, color_scheme=colours, locale="es-PE", has_touch=True, **options
        )
        made.set_default_timeout(PATIENCE)
        opened.append(made)
        return made

    yield open_context
    for each in opened:
        each.close()


@pytest.fixture
def phone(spanish):
    """Give a maker of phones."""
    return lambda *size_and_colours: spanish(*size_and_colours).new_page()


@pytest.fixture
def plain_phone(spanish):
    """Give a phone without JavaScript."""
    return spanish(java_script_enabled=False).new_page()


@pytest.mark.parametrize("instrument", Instrument)
def test_every_ballot_is_accessible_and_fits_the_smallest_phone(folder, served, phone, instrument):
    asked = put_any(folder, instrument)
    page = phone(SMALL)
    page.goto(served + "/state")
    eventually(lambda: asked.round.id.hex[:12] in page.request.get(served + "/state").text(), True)

    page.goto(served + path(asked))

    assert faults_by_day_and_night(page) == {"light": [], "dark": []}
    assert is_narrow_enough(page)
    page.locator("summary").click()
    assert faults_by_day_and_night(page) == {"light": [], "dark": []}


def test_the_other_pages_are_accessible_too(folder, served, phone):
    cards = put_cards(folder, "Rosa")
    with folder.begin() as session:
        set_passphrase(raw(session), REMOTE, "queso maduro azul")
    page = phone(SMALL)
    page.goto(served)
    assert faults(page) == []
    page.goto(served + "/card")
    assert faults(page) == []
    page.goto(f"{served}/c/{card_codes(folder, cards)[cards[0].id]}")
    assert faults(page) == []
    page.goto("about:blank")  # the page of a card would go to the rounds by itself meanwhile
    first, second = put_open(folder), put_open(folder)
    eventually(lambda: second.round.id.hex[:12] in page.request.get(served + "/state").text(), True)
    page.goto(served + "/?all=1")
    expect(page.get_by_role("link", name="¿Qué opción primero?")).to_have_count(2)
    assert faults(page) == []
    page.goto(served + path(first))
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert faults(page) == []
    page.goto(served + "/remote")
    assert faults(page) == []
    page.get_by_label("Contraseña").fill("queso maduro azul")
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("button", name="Cerrar").first).to_be_visible()
    assert faults(page) == []
    assert is_narrow_enough(page)


def test_the_bar_at_the_foot_covers_nothing_that_the_keyboard_comes_to(folder, served, phone):
    asked = put_any(folder, Instrument.RANKING)
    page = phone({"width": 640, "height": 300})
    page.goto(served + path(asked))
    page.locator("summary").focus()

    for _tap in asked.items:
        page.keyboard.press("Tab")
        reached, bar = page.locator(":focus").bounding_box(), page.locator(".send").bounding_box()
        assert reached["y"] + reached["height"] <= bar["y"]


def test_the_chosen_score_is_seen_in_the_colours_of_the_system(folder, served, phone):
    asked = put_any(folder, Instrument.RATING)
    page = phone()
    page.emulate_media(forced_colors="active")
    page.goto(served + path(asked))
    score = page.locator(".s label").nth(1)
    score.scroll_into_view_if_needed()
    before = score.screenshot()

    score.click()

    assert score.screenshot() != before


def test_the_head_of_a_page_leaves_the_smallest_phone_to_the_question(folder, served, phone):
    long = folder.snapshot().one(Project)
    name = "Quesos de leche cruda de la Sierra Alta y de sus valles vecinos"
    folder.apply(ChangeSet("Name", (Edit(Project, long.id, {"name": name}),)), by="ana")
    page = phone({"width": 320, "height": 568})
    page.goto(served)

    assert page.locator("header").bounding_box()["height"] <= 60
    assert page.locator("header svg").bounding_box()["width"] >= 24
    assert is_narrow_enough(page)


def test_a_new_question_appears_by_itself_and_goes_when_it_closes(folder, served, phone):
    page = phone()
    page.goto(served)
    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()

    asked = put_open(folder)
    expect(page.get_by_role("heading", name="¿Qué opción primero?")).to_be_visible()
    close_round(folder, asked.round.id, by="ana")

    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()


def test_nothing_is_asked_of_other_computers(folder, served, phone):
    put_open(folder)
    page = phone()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))

    page.goto(served)
    expect(page.get_by_role("heading", name="¿Qué opción primero?")).to_be_visible()

    assert all(url.startswith(served) for url in asked)
    assert [one for one in troubles if "Content Security" in one] == []


def test_a_ranking_is_tapped_in_order(folder, served, phone, votes):
    asked = put_open(folder, Instrument.RANKING, "ABC")
    page = phone()
    page.goto(served)
    for name in ("Opción C", "Opción A", "Opción B", "Opción A"):
        page.get_by_role("button", name=name).click()

    expect(page.get_by_role("button", name="Puesto 2: Opción B")).to_be_visible()
    page.get_by_role("button", name="Enviar").click()

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(order=(3, 2))]


def test_a_note_stands_apart_from_the_name_to_tap(folder, served, phone):
    asked = put_round(folder, Instrument.RANKING, "AB")
    folder.apply(
        ChangeSet("Note", (Edit(RoundItem, asked.items[0].id, {"note": "a 3200 m"}),)), by="ana"
    )
    open_round(folder, asked.round.id, by="ana")
    page = phone()
    page.goto(served)
    button = page.get_by_role("button", name="Sin puesto: Opción A, a 3200 m")

    expect(button).to_have_text(re.compile("Opción A.*a 3200 m"))
    assert button.locator(".note").evaluate("one => getComputedStyle(one).display") == "block"


def test_points_tell_what_is_left(folder, served, phone, votes):
    asked = put_open(folder, Instrument.POINTS, "AB", amount=10)
    page = phone()
    page.goto(served)
    page.get_by_label("Opción A").fill("7")
    expect(page.get_by_text("Quedan 3")).to_be_visible()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("alert")).to_contain_text("tienen que sumar 10")
    page.get_by_label("Opción B").fill("3")
    page.get_by_role("button", name="Enviar").click()

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(amounts={1: 7, 2: 3})]


def test_more_points_than_there_are_is_told_while_they_are_typed(folder, served, phone):
    put_open(folder, Instrument.POINTS, "AB", amount=10)
    page = phone()
    page.goto(served)
    page.get_by_label("Opción A").fill("7")
    page.get_by_label("Opción B").fill("8")

    expect(page.locator(".sum")).to_have_text("Sobran 5")
    expect(page.locator(".sum")).to_have_class("sum box bad")


@pytest.mark.parametrize("has_script", [True, False])
def test_the_keyboards_enter_sends_what_was_typed(folder, served, spanish, votes, has_script):
    asked = put_open(folder, Instrument.POINTS, "AB", amount=10)
    page = spanish(java_script_enabled=has_script).new_page()
    eventually(lambda: asked.round.id.hex[:12] in page.request.get(served + "/state").text(), True)
    page.goto(served)
    page.get_by_label("Opción A").fill("7")
    page.get_by_label("Opción B").fill("3")
    page.get_by_label("Opción B").press("Enter")

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(amounts={1: 7, 2: 3})]


def test_a_long_idea_is_seen_whole_while_it_is_written(folder, served, phone, votes):
    asked = put_open(folder, Instrument.IDEAS, (), amount=1)
    idea = "Que el camión refrigerado pase dos veces por semana por las comunidades de arriba"
    page = phone(SMALL)
    page.goto(served)
    field = page.get_by_label("Idea 1")
    field.press_sequentially(idea[:30])
    field.press("Enter")
    field.press_sequentially(idea[30:])

    assert field.evaluate("one => one.scrollHeight <= one.clientHeight")
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(texts=(f"{idea[:30].strip()} {idea[30:].strip()}",))]


@pytest.mark.parametrize("instrument", [Instrument.IDEAS, Instrument.COMMITMENT, Instrument.POINTS])
def test_no_field_is_so_small_that_a_phone_enlarges_the_page(folder, served, phone, instrument):
    asked = put_any(folder, instrument)
    page = phone()
    eventually(lambda: asked.round.id.hex[:12] in page.request.get(served + "/state").text(), True)
    page.goto(served + path(asked))

    fields = page.locator("input[type=text], input[type=number], textarea")
    sizes = fields.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")

    assert sizes
    assert min(sizes) >= 16


def test_an_address_that_is_none_leads_back(served, phone):
    page = phone()

    page.goto(served + "/votar")
    expect(page.get_by_role("heading", name="Esta página no existe")).to_be_visible()
    page.get_by_role("link", name="Seguir").click()

    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()


@pytest.mark.parametrize("instrument", ["approval", "ranking", "points", "rating", "dots", "ideas"])
def test_without_a_script_every_basic_instrument_works(
    folder, served, plain_phone, votes, instrument
):
    page, visit = (
        plain_phone,
        {
            "approval": (Instrument.APPROVAL, {}, Answer(chosen=(2,))),
            "ranking": (Instrument.RANKING, {}, Answer(order=(2, 1))),
            "points": (Instrument.POINTS, {"amount": 10}, Answer(amounts={1: 4, 2: 6})),
            "rating": (Instrument.RATING, {}, Answer(scores={"1.1": 4}, not_competent=("2.2",))),
            "dots": (Instrument.MULTIVOTE, {"amount": 1}, Answer(amounts={2: 1})),
            "ideas": (Instrument.IDEAS, {"amount": 2}, Answer(texts=("Cava común",))),
        }[instrument],
    )
    kind, values, expected = visit
    asked = put_rating(folder) if instrument == "rating" else put_open(folder, kind, "AB", **values)
    eventually(lambda: asked.round.id.hex[:12] in page.request.get(served + "/state").text(), True)
    page.goto(served)

    match instrument:
        case "approval" | "dots":
            page.get_by_label("Opción B").check()
        case "ranking":
            page.get_by_label("Opción A").select_option("2")
            page.get_by_label("Opción B").select_option("1")
        case "points":
            page.get_by_label("Opción A").fill("4")
            page.get_by_label("Opción B").fill("6")
        case "rating":
            page.locator('input[name="s1.1"][value="4"]').check(force=True)
            page.locator('input[name="s2.2"][value="nc"]').check(force=True)
        case "ideas":
            page.get_by_label("Idea 1").fill("Cava común")
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    page.reload()

    assert votes(asked) == [expected]


def test_a_phone_that_loses_the_network_keeps_its_answer_and_sends_it_later(
    folder, served, spanish, votes
):
    asked = put_open(folder)
    context = spanish()
    page = context.new_page()
    page.goto(served)
    page.get_by_label("Opción B").check()
    context.set_offline(True)
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("status")).to_contain_text("Guardado en este teléfono")
    assert votes(asked) == []
    page.get_by_label("Opción C").check()
    page.get_by_role("button", name="Enviar").click()

    context.set_offline(False)

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(chosen=(2, 3))]


def test_that_an_answer_waits_is_seen_at_the_end_of_a_long_ballot(folder, served, spanish):
    asked = put_open(folder, items="ABCDEFGHIJKL")
    context = spanish(SMALL)
    page = context.new_page()
    page.goto(served + path(asked))
    page.get_by_role("button", name="Abstenerse").scroll_into_view_if_needed()
    context.set_offline(True)
    page.get_by_role("button", name="Enviar").click()

    expect(page.get_by_role("status")).to_contain_text("Guardado en este teléfono")
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)


def test_a_page_that_is_closed_in_between_sends_its_answer_when_it_is_opened_again(
    folder, served, spanish, votes
):
    asked = put_open(folder)
    context = spanish()
    context.new_page()  # stays: the browser would close a window without any
    page = context.new_page()
    page.goto(served)
    page.get_by_label("Opción A").check()
    context.set_offline(True)
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(served)

    eventually(lambda: votes(asked), [Answer(chosen=(1,))])
    expect(again.get_by_role("main")).to_contain_text(re.compile("Recibido|Respondida"))


def test_what_was_filled_in_survives_a_reload(folder, served, phone):
    put_open(folder)
    page = phone()
    page.goto(served)
    page.get_by_label("Opción B").check()

    page.reload()

    expect(page.get_by_label("Opción B")).to_be_checked()
    expect(page.get_by_label("Opción A")).not_to_be_checked()


def test_a_double_tap_is_one_ballot(folder, served, phone, votes):
    asked = put_open(folder)
    page = phone()
    page.goto(served)
    page.get_by_label("Opción A").check()
    page.get_by_role("button", name="Enviar").dblclick()

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(chosen=(1,))]


def test_a_killed_server_loses_nothing_and_phones_come_back_by_themselves(folder, phone, votes):
    asked = put_open(folder)
    with serving(folder.path) as (server, address):
        page = phone()
        page.goto(address)
        page.get_by_label("Opción A").check()
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        page.get_by_role("button", name="Enviar").click()
        expect(page.get_by_role("status")).to_contain_text("Guardado en este teléfono")
        server.start()

        expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
        assert votes(asked) == [Answer(chosen=(1,))]
        other = put_open(folder)
        expect(page.get_by_role("heading", name="¿Qué opción primero?")).to_be_visible()
        assert other.round.id.hex in page.url


def test_a_network_that_buffers_streams_is_asked_again_and_again_instead(folder, served, phone):
    page = phone()
    page.route("**/live", lambda _route: None)  # never answered
    page.goto(served)
    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()

    put_open(folder)

    expect(page.get_by_role("heading", name="¿Qué opción primero?")).to_be_visible()


def test_a_stream_that_is_answered_with_an_error_is_given_up_for_asking(folder, served, phone):
    page = phone()
    page.route("**/live", lambda route: route.fulfill(status=502, body="Bad gateway"))
    page.goto(served)
    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()

    put_open(folder)

    expect(page.get_by_role("heading", name="¿Qué opción primero?")).to_be_visible()


def test_what_a_hotel_s_own_page_answers_neither_takes_nor_drops_a_ballot(
    folder, served, phone, votes
):
    asked = put_open(folder)
    page, status = phone(), iter([200, 403, 511])

    def portal(route):
        found = next(status, None)
        if found is None:
            route.continue_()
        else:
            route.fulfill(status=found, content_type="text/html", body="<h1>Hotel</h1>")

    page.goto(served)
    page.route(served + path(asked), portal)
    page.get_by_label("Opción B").check()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("status")).to_contain_text("Guardado en este teléfono")

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(chosen=(2,))]


def test_an_answer_that_comes_too_late_is_told_until_it_is_read(folder, served, spanish, votes):
    asked = put_open(folder)
    context = spanish()
    page = context.new_page()
    page.goto(served)
    page.get_by_label("Opción B").check()
    context.set_offline(True)
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("status")).to_contain_text("Guardado en este teléfono")
    close_round(folder, asked.round.id, by="ana")
    context.set_offline(False)

    expect(page.get_by_role("heading", name="Un momento")).to_be_visible()
    expect(page.get_by_role("alert").first).to_contain_text("llegó después del cierre")
    page.reload()
    page.get_by_role("button", name="Leído").click()
    expect(page.get_by_text("llegó después del cierre")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("llegó después del cierre")).to_have_count(0)


def test_an_answer_is_changed_from_the_last_one_and_another_card_starts_anew(
    folder, served, phone, votes
):
    cards = put_cards(folder, "Rosa", "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    codes = card_codes(folder, cards)
    page = phone()
    page.goto(f"{served}/c/{codes[cards[0].id]}")
    page.get_by_label("Opción C").check()
    page.get_by_role("button", name="Enviar").click()
    page.get_by_role("link", name="Cambiar la respuesta").click()
    expect(page.get_by_label("Opción C")).to_be_checked()
    page.get_by_label("Opción A").check()

    page.goto(f"{served}/c/{codes[cards[1].id]}")
    for name in ("Opción A", "Opción C"):
        expect(page.get_by_label(name)).not_to_be_checked()
    page.goto(f"{served}/c/{codes[cards[0].id]}")
    page.goto(served + path(asked))
    page.get_by_role("button", name="Enviar").click()

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(chosen=(1, 3))]


def test_a_card_is_scanned_and_votes(folder, served, phone, votes):
    cards = put_cards(folder, "Rosa", "Luis")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    page = phone()
    page.goto(served)
    expect(page.get_by_role("heading", name="Código de la tarjeta")).to_be_visible()

    page.goto(f"{served}/c/{card_codes(folder, cards)[cards[1].id]}")
    page.get_by_label("Opción C").check()
    page.get_by_role("button", name="Enviar").click()

    expect(page.get_by_role("heading", name="Recibido")).to_be_visible()
    assert votes(asked) == [Answer(chosen=(3,))]


def test_the_countdown_runs(folder, served, phone):
    put_open(folder, seconds=600)
    page = phone()

    page.goto(served)

    eventually(lambda: page.get_by_role("timer").inner_text()[:2] in ("9:", "10"), True)
