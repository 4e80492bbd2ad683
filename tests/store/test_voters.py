"""Codes of cards and keys of ballots."""

import re
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from app.store.voters import (
    CODE_SIGNS,
    SIGNS,
    code,
    codes,
    key_and_receipt,
    of_card,
    of_device,
    plain_code,
    voter_key,
)
from methodology.rounds import VoterCard
from tests.voting import key

SECRET = b"s" * 32
CARD = VoterCard(id=key(1), label="Rosa")


def test_a_code_has_eighty_bits_in_four_groups():
    found = code(SECRET, CARD)

    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", found)
    assert CODE_SIGNS * (len(SIGNS).bit_length() - 1) == 80


def test_a_code_belongs_to_card_issue_and_project():
    again = CARD.model_copy(update={"issue": 2})

    found = {code(SECRET, CARD), code(SECRET, again), code(b"t" * 32, CARD)}

    assert len(found) == 3
    assert code(SECRET, CARD) == code(SECRET, CARD.model_copy(update={"label": "Otra"}))


def test_void_cards_have_no_code():
    assert codes(SECRET, [CARD, CARD.model_copy(update={"is_void": True, "id": key(2)})]) == {
        CARD.id: code(SECRET, CARD)
    }


@given(st.sampled_from([str.lower, str.upper, lambda t: t.replace("-", " "), "\t{} ".format]))
def test_a_code_is_read_however_it_is_typed(spelled):
    found = code(SECRET, CARD)

    assert plain_code(spelled(found)) == plain_code(found)
    assert plain_code("oO-iIlL") == "001111"


@given(st.text())
def test_whatever_is_typed_is_short_and_plain(typed):
    assert len(plain_code(typed)) <= 2 * CODE_SIGNS
    assert plain_code(typed).isalnum() or not plain_code(typed)


def test_a_card_is_one_voter_on_every_phone_and_never_a_phone():
    card = uuid4()

    assert of_card(card) == of_card(card) != of_device(str(card))
    assert voter_key(SECRET, of_card(card)) != voter_key(b"t" * 32, of_card(card))
    assert len(voter_key(SECRET, of_card(card))) == 16


def test_a_receipt_is_short_and_of_one_ballot():
    voter, found = key_and_receipt(SECRET, "d:rosa", 1)

    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{6}", found)
    assert voter == voter_key(SECRET, "d:rosa")
    assert found == key_and_receipt(SECRET, "d:rosa", 1)[1]
    others = (SECRET, "d:rosa", 2), (SECRET, "d:ana", 1), (b"t" * 32, "d:rosa", 1)
    assert len({found, *(key_and_receipt(*one)[1] for one in others)}) == 4
