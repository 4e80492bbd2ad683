"""A whole workshop in browsers: facilitator, projector and eight phones, three rounds.

Results are shown, adopted and printed. One phone loses its connection, one reloads, one sleeps,
one has no JavaScript.
"""

import contextlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Error, Page, expect

from app.store import voting
from app.store.opening import open_folder
from methodology.diamond import Determinant, DiamondFactor
from methodology.mapping import Actor, ActorKind
from methodology.options import StrategicOption
from methodology.round_results import RoundResult, RoundSummary, View
from methodology.rounds import Round as Asked
from methodology.rounds import State, VoterCard
from methodology.snapshot import Snapshot
from methodology.vision import VisionVersion
from tests.browsing import LAPTOP, PHONE, choose, settle, trouble, visit
from tests.conftest import any_port
from tests.screens.conftest import empty_project, make_folder

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
FIRMS = [
    Actor(id=UUID(int=100 + n), name=f"Quesería {n}", kind=ActorKind.PRODUCER) for n in range(8)
]
OPTIONS = [
    StrategicOption(id=UUID(int=200 + n), code=f"O{n + 1}", name=name)
    for n, name in enumerate(("Marca de origen", "Ruta del queso", "Restaurantes"))
]
FACTORS = [
    DiamondFactor(
        id=UUID(int=300 + n), code=f"FC{n + 1}", name=name, determinant=Determinant.FACTORS
    )
    for n, name in enumerate(("Mano de obra", "Leche"))
]
WORDINGS = [
    VisionVersion(id=UUID(int=400 + n), name=f"Borrador {n}", text=f"Ser {n}") for n in range(2)
]


@dataclass
class Workshop:
    """Dínamo as people start it, with the firms' pages open."""

    folder: Path
    process: subprocess.Popen[str]
    facilitator: str = ""
    phones: str = ""

    def page(self, name: str, extra: str = "") -> str:
        base, query = self.facilitator.split("?")
        return f"{base}{name}?{query}{extra}"


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "desk"))
    records = [*empty_project(), *FIRMS, *OPTIONS, *FACTORS, *WORDINGS]
    folder = make_folder(tmp_path / "taller", Snapshot(records))
    command = [sys.executable, "-u", "-m", "app", "open", str(folder), "--no-browser"]
    command += ["--port", str(any_port()), "--host", HOST, "--phone-port", str(any_port())]
    environment = {**os.environ, "DINAMO_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*command, "--language", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    made = Workshop(folder, process)
    try:
        for line in process.stdout:
            found = re.search(r"(http://\S+)", line)
            if found and "project=" in line:
                made.facilitator = found[1]
            elif found:
                made.phones = found[1]
            if made.facilitator and made.phones:
                break
        yield made
    finally:
        process.terminate()
        process.communicate(timeout=60)


def stored(workshop, cls):
    folder = open_folder(workshop.folder)
    try:
        return folder.snapshot().all(cls)
    finally:
        folder.close()


def codes(workshop) -> list[str]:
    folder = open_folder(workshop.folder)
    try:
        cards = sorted(folder.snapshot().all(VoterCard), key=lambda one: one.label)
        found = voting.card_codes(folder, cards)
        return [found[one.id].replace("-", "") for one in cards]
    finally:
        folder.close()


def prepare(page: Page, stage: str, question: str) -> None:
    """Make a ready round of a stage, and come to its desk."""
    choose(page, "New round")
    page.get_by_role("combobox", name=re.compile("Stage")).click()
    page.get_by_role("option", name=re.compile(stage)).click()
    settle(page)
    row = page.get_by_test_id("stLayoutWrapper").filter(has_text=question)
    row.filter(has=page.get_by_role("button", name="Prepare")).last.get_by_role(
        "button", name="Prepare"
    ).click()
    expect(page.get_by_role("button", name="Open the vote")).to_be_visible()


KEYS = {
    "Close the vote": "F2",
    "Show the result": "F4",
    "Next round": "F8",
    "Open the second round": "F8",
}  # by what each step leads to


def step(page: Page, done: str) -> None:
    """Do the next step by the keyboard alone, and wait for what it leads to."""
    settle(page)
    page.locator("h1").click()
    page.keyboard.press(KEYS[done])
    expect(page.get_by_role("button", name=done)).to_be_visible()


def look(phone: Page) -> None:
    """Go to what is asked now; the page may be on its way there by itself."""
    with contextlib.suppress(Error):
        phone.goto(phone.url.split("/r/")[0])


def send(phone: Page) -> None:
    phone.locator("button.go").click()


def received(phone: Page) -> None:
    expect(phone.locator("h1")).to_have_text("Received")


def rank(phone: Page, *names: str) -> None:
    for name in names:
        phone.locator("button.tap").filter(has_text=name).click()


def question_on(phone: Page, text: str) -> None:
    expect(phone.locator("h1")).to_have_text(text)


@pytest.mark.browser
def test_a_complete_workshop(workshop, window, chromium, tmp_path):
    desk = window(LAPTOP).new_page()
    visit(desk, workshop.page("votes"))
    room = window(LAPTOP).new_page()
    visit(room, workshop.page("room", "&embed=true&embed_options=light_theme"))
    expect(room.locator("h1")).to_have_text("Vote with the phone")
    expect(room.locator("img").first).to_be_visible()

    choose(desk, "Cards")
    desk.get_by_role("button", name="Cards for 8 firms").click()
    expect(desk.get_by_role("button", name="Print 8 cards")).to_be_visible()
    prepare(desk, "Strategic options", "Which option should the plan build for first?")
    step(desk, "Close the vote")

    contexts = [window(PHONE) for _number in range(7)]
    contexts.append(chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="en-US"))
    try:
        phones = join(workshop, contexts)
        rank_the_options(phones, contexts, workshop)
        expect(desk.get_by_text("8 / 8")).to_be_visible()
        expect(room.locator("h1")).to_have_text("Which option should the plan build for first?")
        assert "Marca" not in room.locator("body").inner_text()

        step(desk, "Show the result")
        step(desk, "Next round")
        expect(room.locator("h1")).to_have_text("First: Marca de origen")
        adopt(desk, 6)

        rate_the_environment(desk, phones)
        adopt(desk, 2)
        approve_the_wording(desk, phones)
        adopt(desk, 4)
    finally:
        contexts[-1].close()

    assert trouble(desk) == trouble(room) == []
    check_what_was_kept(workshop)
    check_the_plan(workshop, tmp_path)


def join(workshop, contexts: list[BrowserContext]) -> list[Page]:
    phones = []
    for context, code in zip(contexts, codes(workshop), strict=True):
        context.set_default_timeout(30_000)
        phones.append(context.new_page())
        phones[-1].goto(f"{workshop.phones}/c/{code}")
        question_on(phones[-1], "Which option should the plan build for first?")
    return phones


def rank_the_options(phones, contexts, workshop) -> None:
    """Rank on every phone: seven prefer the brand, the one without a script prefers the route."""
    for phone in phones[:4]:
        rank(phone, "Marca", "Ruta", "Restaurantes")
        send(phone)
        received(phone)

    contexts[4].set_offline(True)
    rank(phones[4], "Marca", "Restaurantes")
    send(phones[4])
    expect(phones[4].locator("#net")).to_be_visible()
    contexts[4].set_offline(False)
    received(phones[4])

    rank(phones[5], "Marca", "Ruta")
    phones[5].reload()
    send(phones[5])
    received(phones[5])

    rank(phones[6], "Ruta")
    phones[6].close()
    phones[6] = contexts[6].new_page()
    phones[6].goto(workshop.phones)
    phones[6].get_by_role("button", name="Start again").click()
    rank(phones[6], "Marca", "Restaurantes", "Ruta")
    send(phones[6])
    received(phones[6])

    for name, place in (("Ruta", "1"), ("Marca", "2"), ("Restaurantes", "3")):
        row = phones[7].locator("label.row").filter(has_text=name)
        row.locator("select").select_option(place)
    send(phones[7])
    received(phones[7])


def adopt(desk: Page, values: int) -> None:
    choose(desk, "Adopt")
    desk.get_by_role("button", name=f"Adopt {values} values").click()
    expect(desk.get_by_text(f"{values} values are adopted")).to_be_visible()


def rate_the_environment(desk: Page, phones: list[Page]) -> None:
    prepare(desk, "diamond", "Factor conditions: what is there today?")
    step(desk, "Close the vote")
    for number, phone in enumerate(phones):
        look(phone)
        question_on(phone, "Factor conditions: what is there today?")
        for legend, score in (("Mano de obra", 4), ("Leche", 2 + number % 2)):
            field = phone.locator("fieldset").filter(has_text=legend)
            field.locator(f"input[value='{score}']").check(force=True)
        send(phone)
        received(phone)
    expect(desk.get_by_text("8", exact=True).first).to_be_visible()
    step(desk, "Show the result")
    step(desk, "Open the second round")


def approve_the_wording(desk: Page, phones: list[Page]) -> None:
    prepare(desk, "Vision", "Which wordings of the vision would you support?")
    step(desk, "Close the vote")
    for phone in phones:
        look(phone)
        question_on(phone, "Which wordings of the vision would you support?")
        phone.locator("label.row").filter(has_text="Borrador 1").locator("input").check()
        send(phone)
        received(phone)
    step(desk, "Show the result")
    step(desk, "Next round")


def check_what_was_kept(workshop) -> None:
    """Every ballot once, every result in its stage, nothing that tells who voted what."""
    rounds = {one.question: one for one in stored(workshop, Asked)}
    assert {one.state for one in rounds.values()} == {State.ADOPTED}
    declared = [one for one in stored(workshop, RoundSummary) if one.view is View.DECLARED]
    assert [one.cast for one in declared] == [8, 8, 8]
    priority = rounds["Which option should the plan build for first?"]
    results = {
        one.item: one.place
        for one in stored(workshop, RoundResult)
        if one.round == priority.id and one.view is View.DECLARED
    }
    assert sorted(results.values()) == [1, 2, 3]
    ranks = {one.name: one.rank for one in stored(workshop, StrategicOption)}
    assert ranks["Marca de origen"] == 1
    levels = {one.name: one.actual for one in stored(workshop, DiamondFactor)}
    assert levels == {"Mano de obra": 4, "Leche": 3}
    approvals = {one.name: one.approvals for one in stored(workshop, VisionVersion)}
    assert approvals == {"Borrador 0": 0, "Borrador 1": 8}


def check_the_plan(workshop, tmp_path) -> None:
    """The plan prints the rounds with their question, rule and turnout."""
    file = tmp_path / "plan.docx"
    command = [sys.executable, "-m", "app", "export", str(workshop.folder), "--to", str(file)]
    environment = {**os.environ, "DINAMO_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*command, "--language", "en"], check=True, cwd=tmp_path, env=environment, timeout=120
    )
    document = Document(str(file))
    words = "\n".join(
        [one.text for one in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "Which option should the plan build for first?" in words
    assert "Borda" in words
