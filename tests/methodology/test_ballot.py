"""What makes an answer valid, instrument by instrument."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from methodology.ballot import Answer, BallotInvalid, cell, pairs, refuse_answer
from methodology.rounds import Instrument
from tests.voting import a_sheet

LEVELS = (("Hoy", "level"), ("Horizonte", "level"))

VALID = {
    "approves": (a_sheet(), {"chosen": (1, 3)}),
    "approves nothing": (a_sheet(), {}),
    "ranks some": (a_sheet(Instrument.RANKING), {"order": (4, 2)}),
    "ranks all": (a_sheet(Instrument.RANKING, is_partial=False), {"order": (4, 2, 1, 3)}),
    "points": (a_sheet(Instrument.POINTS, amount=100), {"amounts": {1: 60, 4: 40}}),
    "rates": (
        a_sheet(Instrument.RATING, criteria=LEVELS),
        {"scores": {"1.1": 5, "1.2": 1}, "not_competent": ("2.1",)},
    ),
    "dots": (a_sheet(Instrument.MULTIVOTE, amount=3), {"amounts": {1: 1, 2: 1}}),
    "stacked dots": (
        a_sheet(Instrument.MULTIVOTE, amount=3, can_stack=True),
        {"amounts": {1: 3}},
    ),
    "pairs": (a_sheet(Instrument.PAIRWISE, "ABC"), {"wins": ((1, 2), (3, 1))}),
    "ideas": (a_sheet(Instrument.IDEAS, "", amount=2), {"texts": ("Cava común", "")}),
    "joins": (a_sheet(Instrument.COMMITMENT), {"joins": {2: "dos horas"}, "who": "Rosa"}),
    "reasons": (
        a_sheet(Instrument.RATING, criteria=LEVELS, asks_reasons=True),
        {"scores": {"1.1": 5}, "reasons": {1: "hay escuela"}},
    ),
    "abstains": (a_sheet(Instrument.POINTS, amount=100), {"abstains": True}),
}
INVALID = {
    "unknown item": (a_sheet(), {"chosen": (9,)}),
    "another instrument's answer": (a_sheet(), {"order": (1,)}),
    "abstains and answers": (a_sheet(), {"abstains": True, "chosen": (1,)}),
    "approves twice": (a_sheet(), {"chosen": (1, 1)}),
    "reasons nobody asked for": (a_sheet(), {"reasons": {1: "porque sí"}}),
    "empty order": (a_sheet(Instrument.RANKING), {}),
    "one place twice": (a_sheet(Instrument.RANKING), {"order": (1, 1)}),
    "incomplete order": (a_sheet(Instrument.RANKING, is_partial=False), {"order": (1,)}),
    "99 points": (a_sheet(Instrument.POINTS, amount=100), {"amounts": {1: 99}}),
    "debts": (a_sheet(Instrument.POINTS, amount=100), {"amounts": {1: 200, 2: -100}}),
    "off the scale": (a_sheet(Instrument.RATING, criteria=LEVELS), {"scores": {"1.1": 6}}),
    "unknown criterion": (a_sheet(Instrument.RATING, criteria=LEVELS), {"scores": {"1.3": 3}}),
    "score and not competent": (
        a_sheet(Instrument.RATING, criteria=LEVELS),
        {"scores": {"1.1": 3}, "not_competent": ("1.1",)},
    ),
    "no score": (a_sheet(Instrument.RATING, criteria=LEVELS), {}),
    "incomplete scores": (
        a_sheet(Instrument.RATING, criteria=LEVELS, is_partial=False),
        {"scores": {"1.1": 3}},
    ),
    "too many dots": (a_sheet(Instrument.MULTIVOTE, amount=1), {"amounts": {1: 1, 2: 1}}),
    "stacked where not allowed": (
        a_sheet(Instrument.MULTIVOTE, amount=3),
        {"amounts": {1: 2}},
    ),
    "no dot": (a_sheet(Instrument.MULTIVOTE, amount=3), {"amounts": {1: 0}}),
    "a pair twice": (a_sheet(Instrument.PAIRWISE), {"wins": ((1, 2), (2, 1))}),
    "against itself": (a_sheet(Instrument.PAIRWISE), {"wins": ((1, 1),)}),
    "no pair": (a_sheet(Instrument.PAIRWISE), {}),
    "some pairs": (a_sheet(Instrument.PAIRWISE, is_partial=False), {"wins": ((1, 2),)}),
    "no idea": (a_sheet(Instrument.IDEAS, ""), {"texts": (" ",)}),
    "too many ideas": (a_sheet(Instrument.IDEAS, ""), {"texts": ("a", "b")}),
    "joins nothing known": (a_sheet(Instrument.COMMITMENT), {"joins": {7: ""}}),
}


@pytest.mark.parametrize("name", VALID)
def test_valid(name):
    asked, values = VALID[name]

    refuse_answer(asked, Answer(**values))


@pytest.mark.parametrize("name", INVALID)
def test_invalid(name):
    asked, values = INVALID[name]

    with pytest.raises(BallotInvalid) as refused:
        refuse_answer(asked, Answer(**values))

    assert "{" not in str(refused.value)


@pytest.mark.parametrize(
    "values",
    [
        {"chosen": (0,)},
        {"chosen": tuple(range(1, 2000))},
        {"texts": ("x" * 251,)},
        {"amounts": {1: "many"}},
        {"unknown": 1},
    ],
)
def test_what_is_no_answer_at_all_is_refused_by_its_shape(values):
    with pytest.raises(ValidationError):
        Answer(**values)


def test_an_answer_is_written_short_and_read_back():
    answer = Answer(amounts={2: 60, 1: 40}, reasons={1: "línea\nnueva"})

    assert answer.written() == '{"amounts":{"1":40,"2":60},"reasons":{"1":"línea nueva"}}'
    assert Answer.model_validate_json(answer.written()) == answer
    assert Answer().written() == "{}"


def test_names_of_cells_and_pairs():
    assert cell(3, 1) == "3.1"
    assert pairs((1, 2, 3)) == ((1, 2), (1, 3), (2, 3))


@given(st.dictionaries(st.integers(1, 4), st.integers(-5, 105), max_size=4))
def test_points_pass_exactly_when_they_add_up(amounts):
    asked = a_sheet(Instrument.POINTS, amount=100)
    is_right = sum(amounts.values()) == 100 and min(amounts.values(), default=0) >= 0

    try:
        refuse_answer(asked, Answer(amounts=amounts))
        passed = True
    except BallotInvalid:
        passed = False

    assert passed is is_right


def test_an_answer_says_nothing_of_the_order_in_which_a_phone_showed_the_items():
    assert Answer(chosen=(3, 1)).written() == Answer(chosen=(1, 3)).written()
    assert Answer(scores={"2.1": 4, "1.1": 5}).written() == '{"scores":{"1.1":5,"2.1":4}}'
    assert Answer(order=(3, 1)).order == (3, 1)
