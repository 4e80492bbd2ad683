"""The pages phones see, page by page and language by language, without a server."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape

import pytest

from app.i18n import reader
from app.phone.pages import (
    POLICY,
    SCRIPT,
    STYLE,
    Page,
    ballot_page,
    card_page,
    html,
    list_page,
    message_page,
    receipt_page,
    waiting_page,
)
from app.phone.promises import in_full, in_short
from methodology.project import Language
from methodology.round_rules import rules
from methodology.rounds import Instrument, Roll, Secrecy, TieBreak
from tests.phone.boards import CARD, DEVICE, Elements, board, question, visitor
from tests.voting import key

NASTY = "<img src=x onerror=alert(1)> & «Ñandú» \"'"


def whole(page, *questions, found=None, path="/", **values):
    return html(page, board(*questions, **values), found or visitor(), path)


def ballot(asked, found=None, given=None, error=""):
    return ballot_page(asked, found or visitor(), given or {}, error, action="/r/1")


def answered(*questions, found=None):
    """Return a phone that has a receipt of each of these questions."""
    made = found or visitor()
    for one in questions:
        made = made.having_answered(one, "7GJ2K4")
    return made


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("instrument", Instrument)
def test_a_ballot_is_a_whole_page_in_every_language(instrument, language):
    asked = question(instrument, asks_reasons=True)
    found = visitor(language)

    page = Elements(whole(ballot(asked, found), asked, found=found))

    assert page.wrong == []
    assert page.of("html") == [{"lang": language.value}]
    assert [asked.round.question] == re.findall(r"¿.*?\?", "".join(page.words[-200:]))[:1]
    assert len(page.of("form", method="post", action="/r/1")) == 1
    for word in ("Send", "Abstain"):
        assert reader(language=language)(word) in page.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("instrument", Instrument)
def test_every_field_of_a_ballot_has_words_that_name_it(instrument, language):
    asked = question(instrument)
    source = whole(ballot(asked, visitor(language)), asked)

    for field in re.findall(r"<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]*>", source):
        before, after = source.split(field, 1)
        inside = before.rfind("<label") > before.rfind("</label>")
        assert inside or "aria-label" in field, field
        label = before[before.rfind("<label") :] + after[: after.find("</label>")]
        assert re.sub(r"<[^>]+>", "", label).strip() or "aria-label" in field, field


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("instrument", Instrument)
def test_every_rule_and_promise_stands_on_the_ballot(instrument, language):
    asked, speak = question(instrument, quorum=5, turns=2), reader(language=language)

    told = Elements(whole(ballot(asked, visitor(language)), asked)).text

    for one in rules(asked.round):
        assert f"{speak(one.about)}: {one.text.text(speak)}" in told
    for sentence in (in_short(asked, speak), *in_full(asked, speak)):
        assert sentence in told


def test_dots_are_not_asked_for_as_if_everything_could_be_ticked():
    asked = question(Instrument.MULTIVOTE, amount=2)

    told = Elements(whole(ballot(asked, visitor(Language.ENGLISH)), asked)).text

    assert "Place up to 2 dots" in told
    assert "Tick all that apply" not in told


def test_what_cards_weigh_is_told_and_what_ones_own_does():
    heavy = CARD.model_copy(update={"weight": Decimal("1.5")})
    asked = question(
        cards=[heavy], weights=(Decimal("1.5"), Decimal(1)), is_weighted=True, roll=Roll.PERSONS
    )
    equal = question(cards=[heavy], weights=(Decimal("1.5"), Decimal(1)), roll=Roll.PERSONS)
    holder = visitor(Language.ENGLISH, card=heavy)

    told = Elements(whole(ballot(asked, holder), asked)).text
    without = Elements(whole(ballot(equal, holder), equal)).text

    assert "Weights: 1 (cards: 1), 1.5 (cards: 1)" in told
    assert "With this card the answer counts 1.5." in told
    assert "1.5" not in without


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (waiting_page(visitor(), NASTY), "Un momento"),
        (card_page(visitor(), NASTY, NASTY), ""),
        (message_page(NASTY, NASTY, visitor()), NASTY),
        (list_page([question(question=NASTY)], visitor(), NASTY), ""),
        (receipt_page(question(question=NASTY), answered(question()), 1), ""),
        (ballot(question(question=NASTY, explanation=NASTY), error=NASTY), NASTY),
    ],
)
def test_whatever_people_wrote_stays_text_on_every_page(page, title):
    source = whole(page, name=NASTY)

    found = Elements(source)
    assert found.of("img") == []
    assert found.wrong == []
    assert NASTY in found.text
    assert title in unescape(source.split("<title>")[1].split("</title>")[0])


def test_a_page_needs_nothing_from_outside():
    asked = question(Instrument.RANKING)

    found = Elements(whole(ballot(asked), asked))

    assert found.of("link") == found.of("iframe") == []
    assert [one for _tag, one in found.found if "src" in one] == []
    addresses = [one["href"] for one in found.of("a")]
    assert all(one.startswith(("/", "?")) for one in addresses)


def test_the_policy_names_the_one_style_and_the_one_script_there_are():
    source = whole(waiting_page(visitor()))

    assert source.count("<style>") == source.count("<script>") == 1
    assert f"<style>{STYLE}</style>" in source
    assert f"<script>{SCRIPT}</script>" in source
    assert POLICY.count("sha256-") == 2
    assert "unsafe" not in POLICY


def test_no_element_carries_a_style_or_a_script_of_its_own():
    for instrument in Instrument:
        asked = question(instrument, asks_reasons=True)

        for _tag, values in Elements(whole(ballot(asked), asked)).found:
            assert not [name for name in values if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("language", Language)
def test_languages_lead_to_the_same_page_and_the_own_one_is_marked(language):
    source = whole(waiting_page(visitor(language)), found=visitor(language), path="/card")

    links = [one for one in Elements(source).of("a") if "hreflang" in one]
    assert [one["href"] for one in links] == [f"/card?l={one}" for one in Language]
    assert [one["lang"] for one in links if "aria-current" in one] == [language.value]


def test_the_script_is_told_what_is_open_and_what_to_say_without_a_network():
    asked = question()
    [told] = Elements(whole(ballot(asked), asked)).of("body")

    assert told["data-page"] == "ballot"
    assert told["data-mark"] == asked.mark
    assert told["data-v"] == board(asked).version
    assert told["data-now"].isdecimal()
    assert told["data-waiting"]
    assert told["data-sending"] == "Enviando…"


def test_a_page_without_a_question_has_no_mark_and_the_board_says_none():
    [told] = Elements(whole(Page("Título", "<p>x</p>"))).of("body")

    assert "data-mark" not in told
    assert (told["data-page"], told["data-v"]) == ("wait", "none")


def test_a_form_carries_its_turn_and_the_phone_where_no_cookie_is_kept():
    asked = question(turns=2, turn=2)

    found = Elements(ballot(asked).body)

    assert found.of("input", type="hidden", name="turn")[0]["value"] == "2"
    assert found.of("input", type="hidden", name="d")[0]["value"] == DEVICE
    assert "Segunda ronda" in found.text


def test_the_first_turn_is_not_called_so():
    assert "Segunda ronda" not in Elements(ballot(question(turns=2)).body).text


def test_who_changes_an_answer_is_told_that_it_is_replaced_whole():
    asked = question()

    assert "Ya respondida" in Elements(ballot(asked, answered(asked)).body).text
    assert "Ya respondida" not in Elements(ballot(asked).body).text


def test_an_error_is_said_to_those_who_hear_pages_and_hidden_without_one():
    wrong = Elements(ballot(question(), error="Falta algo").body).of("p", id="error")
    right = Elements(ballot(question()).body).of("p", id="error")

    assert [("hidden" in one, one["role"]) for one in wrong + right] == [
        (False, "alert"),
        (True, "alert"),
    ]


def test_a_form_filled_again_is_not_taken_for_a_new_one():
    assert 'data-kept="1"' in ballot(question(), given={"i": ["1"]}).body
    assert "data-kept" not in ballot(question()).body


def test_a_countdown_is_there_only_while_one_runs():
    ends = datetime(2026, 9, 9, 15, 30, tzinfo=UTC)

    running = Elements(ballot(question(ends_at=ends)).body).of("b", id="clock")
    without = Elements(ballot(question()).body).of("b", id="clock")

    assert [one["data-ends"] for one in running] == [str(int(ends.timestamp()))]
    assert without == []


def test_when_a_countdown_ends_is_written_for_phones_without_a_script():
    ends = datetime(2026, 9, 9, 15, 30, tzinfo=UTC)

    told = Elements(ballot(question(ends_at=ends)).body).text

    assert f"hasta las {ends.astimezone():%H:%M}" in told


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (waiting_page(visitor()), "/"),
        (list_page([question()], visitor()), "/?all=1"),
        (receipt_page(question(), answered(question()), 0), f"/r/{key(1).hex}/done?on=1"),
        (receipt_page(question(), answered(question()), 1), ""),
        (ballot(question()), ""),
        (card_page(visitor()), ""),
    ],
)
def test_a_page_that_waits_looks_again_where_there_is_no_script(page, expected):
    found = re.findall(
        r'<noscript><meta http-equiv="refresh" content="10;url=(.*?)"></noscript></head>',
        whole(page),
    )

    assert found == [expected] * bool(expected)


def test_explanations_stand_line_by_line_without_empty_ones():
    body = ballot(question(explanation="Una línea\n\n  \nOtra & más")).body

    assert "<p>Una línea</p><p>Otra &amp; más</p>" in body


@pytest.mark.parametrize(("others", "button"), [(0, False), (1, True), (7, True)])
def test_a_receipt_leads_on_where_there_is_more_to_answer(others, button):
    asked = question()

    found = Elements(receipt_page(asked, answered(asked), others).body)

    assert "7GJ2K4" in found.text
    assert bool(found.of("a", href="/", **{"class": "go"})) is button
    assert len(found.of("a", href=f"/r/{asked.round.id.hex}")) == 1


def test_a_list_has_what_waits_first_and_says_what_was_answered():
    one, two, three = (question(number=n << 100, question=f"¿Pregunta {n}?") for n in (1, 2, 3))

    told = Elements(list_page([one, two, three], answered(one)).body).text

    places = [told.index(f"¿Pregunta {n}?") for n in (2, 3, 1)]
    assert places == sorted(places)
    assert told.count("Respondida") == 1
    assert told.count("Abierta") == 2


def test_an_empty_list_is_a_page_all_the_same():
    found = Elements(list_page([], visitor()).body)

    assert found.wrong == []
    assert found.of("a", **{"class": "row"}) == []


@pytest.mark.parametrize("language", Language)
def test_who_has_a_card_is_named_and_can_put_it_away(language):
    with_card = Elements(waiting_page(visitor(language, card=CARD)).body)
    without = Elements(waiting_page(visitor(language)).body)

    assert "Rosa Ñahui" in with_card.text
    assert len(with_card.of("form", action="/card/away")) == 1
    assert without.of("form") == []
    assert len(without.of("a", href="/card")) == 1


def test_the_code_typed_wrongly_stands_there_to_be_mended():
    [field] = Elements(card_page(visitor(), "No", "7GJ2-4K0M").body).of("input", name="code")

    assert field["value"] == "7GJ2-4K0M"
    assert field["autocapitalize"] == "characters"
    assert "required" in field


@pytest.mark.parametrize(
    ("instrument", "secrecy", "language", "told"),
    [
        (Instrument.APPROVAL, Secrecy.SECRET, Language.ENGLISH, "Secret."),
        (Instrument.APPROVAL, Secrecy.SECRET, Language.SPANISH, "secret"),
        (Instrument.APPROVAL, Secrecy.SECRET, Language.PORTUGUESE, "secret"),
        (Instrument.APPROVAL, Secrecy.NAMED, Language.ENGLISH, "Public: the answer is shown"),
        (Instrument.COMMITMENT, Secrecy.NAMED, Language.ENGLISH, "Public on purpose"),
        (Instrument.COMMITMENT, Secrecy.SECRET, Language.ENGLISH, "Public on purpose"),
    ],
)
def test_the_first_sentence_says_whether_it_is_secret(instrument, secrecy, language, told):
    asked = question(instrument, secrecy=secrecy)

    assert told.lower() in in_short(asked, reader(language=language)).lower()


def test_promises_depend_on_roll_and_secrecy_alone():
    speak = reader(language=Language.ENGLISH)
    promised = {
        (roll, secrecy): tuple(in_full(question(roll=roll, secrecy=secrecy), speak))
        for roll in Roll
        for secrecy in Secrecy
    }

    assert {pair: len(told) for pair, told in promised.items()} == {
        (Roll.OPEN, Secrecy.SECRET): 7,
        (Roll.PERSONS, Secrecy.SECRET): 8,
        (Roll.FIRMS, Secrecy.SECRET): 8,
        (Roll.OPEN, Secrecy.NAMED): 5,
        (Roll.PERSONS, Secrecy.NAMED): 5,
        (Roll.FIRMS, Secrecy.NAMED): 5,
        (Roll.OPEN, Secrecy.TEAM): 5,
        (Roll.PERSONS, Secrecy.TEAM): 5,
        (Roll.FIRMS, Secrecy.TEAM): 5,
    }
    assert "Any phone on this network" in promised[Roll.OPEN, Secrecy.NAMED][1]
    assert "Each firm answers once" in promised[Roll.FIRMS, Secrecy.NAMED][1]
    assert "Each card answers once" in promised[Roll.PERSONS, Secrecy.NAMED][1]


def test_a_named_round_never_promises_secrecy():
    speak = reader(language=Language.ENGLISH)

    told = " ".join(in_full(question(secrecy=Secrecy.NAMED), speak))

    assert "destroyed" not in told
    assert "stays with its name" in told


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tie_break", TieBreak)
def test_what_happens_in_a_tie_is_said_before_anybody_votes(tie_break, language):
    asked = question(Instrument.RANKING, tie_break=tie_break)

    told = Elements(ballot(asked, visitor(language)).body).text

    assert reader(language=language)(tie_break.label) in told


def test_the_number_of_cards_is_told_where_the_roll_has_any():
    asked = question(Instrument.RANKING, roll=Roll.PERSONS, cards=[CARD])

    told = Elements(ballot(asked, visitor(Language.ENGLISH)).body).text

    assert "One card for each person (cards: 1)" in told


def test_a_version_changes_with_what_is_open_its_turn_and_its_countdown():
    ends = datetime(2026, 9, 9, 15, 30, tzinfo=UTC)
    boards = [
        board(),
        board(question()),
        board(question(number=1 << 100)),
        board(question(turn=2, turns=2)),
        board(question(ends_at=ends)),
        board(question(), question(number=1 << 100)),
    ]

    assert len({one.version for one in boards}) == len(boards)
    assert board(question(), name="Otra").version == board(question()).version


def test_a_board_knows_open_questions_alone():
    asked = question()

    assert board(asked).question(asked.round.id.hex) is asked
    assert board().question(asked.round.id.hex) is None
