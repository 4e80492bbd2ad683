"""Who a phone is, by what it sends along."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from app.phone.desk import Board, Question
from app.phone.visitor import MOST_ANSWERED, Visitor, visitor, with_device
from app.store import voters
from app.store.voters import of_card, of_device
from methodology.project import Language
from methodology.rounds import Roll, VoterCard
from tests.benchmarks.live.load import named
from tests.voting import a_sheet, key

DEVICE, OTHER = voters.device(b""), voters.device(b"")
CARD = VoterCard(id=key(5), label="Rosa")
BOARD = Board(codes={"7GJ24K0M9XWZ3ABC": CARD})


def seen(cookie="", language="", asked=""):
    headers = Headers({"cookie": cookie, "accept-language": language})
    return visitor(headers, BOARD, asked, Language.SPANISH)


def question(number=1, **values):
    made = a_sheet(**values)
    named = made.round.model_copy(update={"id": UUID(int=number << 100)})
    return Question(replace(made, round=named), frozenset({CARD.id}))


def test_a_phone_keeps_its_name_and_a_new_one_gets_one():
    assert seen(f"d={DEVICE}").device == DEVICE
    assert not seen(f"d={DEVICE}").is_new
    assert seen().is_new
    assert len(seen("d=short").device) == 22
    assert seen().device != seen().device


def test_a_browser_without_cookies_is_known_by_its_form():
    assert with_device(seen(), BOARD, DEVICE).device == DEVICE
    assert with_device(seen(), BOARD, "<script>").device != "<script>"
    assert with_device(seen(f"d={OTHER}"), BOARD, DEVICE).device == OTHER


def test_a_name_that_was_not_given_here_is_none():
    made_up = ("A" * 22, DEVICE[:-1] + ("A" if DEVICE[-1] != "A" else "B"), voters.device(b"else"))

    for name in made_up:
        assert seen(f"d={name}").is_new
        assert seen(f"d={name}").device != name
        assert with_device(seen(), BOARD, name).is_new


@pytest.mark.parametrize(
    ("cookie", "header", "asked", "expected"),
    [
        ("", "pt-BR,pt;q=0.9,en;q=0.8", "", Language.PORTUGUESE),
        ("", "fr-FR, en;q=0.7", "", Language.ENGLISH),
        ("", "qu", "", Language.SPANISH),
        ("l=en", "pt", "", Language.ENGLISH),
        ("l=en", "pt", "es", Language.SPANISH),
        ("l=xx", "", "yy", Language.SPANISH),
    ],
)
def test_the_language_is_the_phone_s_unless_another_was_chosen(cookie, header, asked, expected):
    assert seen(cookie, header, asked).language is expected


def test_a_card_is_known_by_its_code_however_it_is_written():
    found = seen("k=7gj2-4k0m-9xwz-3abc")

    assert found.card is CARD
    assert seen("k=7GJ24K0M9XWZ3ABD").card is None


def test_a_voter_is_the_phone_or_the_card_as_the_round_asks():
    with_card = Visitor(DEVICE, Language.SPANISH, CARD, "X")

    assert with_card.voter(question()) == of_device(DEVICE)
    assert with_card.voter(question(roll=Roll.PERSONS)) == of_card(CARD.id)
    assert with_card._replace(card=None).voter(question(roll=Roll.PERSONS)) is None
    stranger = CARD.model_copy(update={"id": key(6)})
    assert with_card._replace(card=stranger).voter(question(roll=Roll.FIRMS)) is None


def test_a_phone_keeps_one_receipt_for_each_card_in_it():
    asked = question(roll=Roll.PERSONS)
    other = VoterCard(id=key(6), label="Luis")
    asked = replace(asked, cards=frozenset({CARD.id, other.id}))
    first = Visitor(DEVICE, Language.SPANISH, CARD, "X").having_answered(asked, "ABC123")
    second = first._replace(card=other)

    assert (first.receipt(asked), second.receipt(asked)) == ("ABC123", "")
    both = second.having_answered(asked, "XYZ789")
    assert (both.receipt(asked), both._replace(card=CARD).receipt(asked)) == ("XYZ789", "ABC123")


def test_receipts_are_kept_for_each_turn_and_the_oldest_go():
    found = Visitor(DEVICE, Language.SPANISH)
    asked = [question(number=number) for number in range(1, MOST_ANSWERED + 3)]
    for one in asked:
        found = found.having_answered(one, "ABC123")

    assert found.having_answered(asked[-1], "XYZ789").receipt(asked[-1]) == "XYZ789"
    assert (found.receipt(asked[0]), found.receipt(asked[-1])) == ("", "ABC123")
    again = seen(f"d={DEVICE}; a={'_'.join(found.answered)}")
    assert again.answered == found.answered
    second = asked[-1].round.model_copy(update={"turn": 2, "turns": 2})
    assert found.receipt(Question(replace(asked[-1].sheet, round=second))) == ""


def test_phones_of_the_load_have_names_as_given_here():
    assert voters.is_device(b"key", named(b"key".hex()))


@given(st.text(max_size=200), st.text(max_size=100))
def test_no_header_breaks_it(cookie, language):
    raw = [(b"cookie", cookie.encode()), (b"accept-language", language.encode())]

    found = visitor(Headers(raw=raw), BOARD, language, Language.SPANISH)

    assert len(found.device) == 22
    assert found.language in Language
