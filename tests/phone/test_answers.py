"""Forms read as answers."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.phone.answers import MOST_FIELDS, fields, first, read_answer, said
from app.phone.desk import Question
from methodology.ballot import Answer, BallotInvalid, refuse_answer
from methodology.rounds import Instrument
from tests.voting import a_sheet

LEVEL = (("Hoy", "level"), ("Horizonte", "level"))
READ = [
    (a_sheet(), "i=1&i=3", Answer(chosen=(1, 3))),
    (a_sheet(), "", Answer()),
    (a_sheet(), "abstain=1&i=1", Answer(abstains=True)),
    (a_sheet(Instrument.RANKING), "p1=2&p2=1&p3=&p4=7", Answer(order=(2, 1, 4))),
    (a_sheet(Instrument.POINTS, amount=9), "n1=4&n2=&n3=5&n4=0", Answer(amounts={1: 4, 3: 5})),
    (a_sheet(Instrument.MULTIVOTE, amount=2), "i=1&i=2", Answer(amounts={1: 1, 2: 1})),
    (
        a_sheet(Instrument.MULTIVOTE, amount=3, can_stack=True),
        "n1=2&n2=1",
        Answer(amounts={1: 2, 2: 1}),
    ),
    (
        a_sheet(Instrument.RATING, "AB", LEVEL),
        "s1.1=5&s1.2=nc&s2.1=",
        Answer(scores={"1.1": 5}, not_competent=("1.2",)),
    ),
    (a_sheet(Instrument.PAIRWISE, "ABC"), "w1.2=2&w1.3=1", Answer(wins=((2, 1), (1, 3)))),
    (
        a_sheet(Instrument.IDEAS, "", amount=3),
        "t=Cava+com%C3%BAn&t=+&t=Ruta",
        Answer(texts=("Cava común", "Ruta")),
    ),
    (
        a_sheet(Instrument.COMMITMENT, "AB"),
        "j=2&c2=dos+horas&c1=nada&who=Rosa",
        Answer(joins={2: "dos horas"}, who="Rosa"),
    ),
    (
        a_sheet(Instrument.APPROVAL, "AB", asks_reasons=True),
        "i=1&q1=+porque+s%C3%AD+&q2=",
        Answer(chosen=(1,), reasons={1: "porque sí"}),
    ),
]
REFUSED = [
    (a_sheet(), "i=uno"),
    (a_sheet(), "i=9"),
    (a_sheet(), "i=99999999999999999999"),
    (a_sheet(), "i=%D9%A1"),
    (a_sheet(Instrument.RANKING), "p1=1&p2=1"),
    (a_sheet(Instrument.POINTS, amount=9), "n1=-9&n2=18"),
    (a_sheet(Instrument.RATING, criteria=LEVEL), "s1.1=6"),
    (a_sheet(Instrument.PAIRWISE, "ABC"), "w1.2=3"),
    (a_sheet(Instrument.IDEAS, "", amount=3), "t=" + "x" * 300),
]


@pytest.mark.parametrize(("asked", "form", "answer"), READ)
def test_a_form_is_read(asked, form, answer):
    assert read_answer(asked, fields(form.encode())) == answer


@pytest.mark.parametrize(("asked", "form"), REFUSED)
def test_a_form_that_says_nonsense_is_refused(asked, form):
    with pytest.raises(BallotInvalid):
        read_answer(asked, fields(form.encode()))


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"a=%ff%fe", b"&".join([b"i=1"] * (MOST_FIELDS + 2))]
)
def test_what_is_no_form_is_refused(body):
    with pytest.raises(BallotInvalid):
        fields(body)


def test_the_first_of_several_values_counts():
    assert first({"a": ["1", "2"]}, "a") == "1"
    assert first({}, "a") == ""


@pytest.mark.parametrize("instrument", Instrument)
@given(st.binary(max_size=300))
def test_no_body_at_all_breaks_the_reading(instrument, body):
    asked = a_sheet(instrument, "AB", LEVEL, amount=3)

    try:
        answer = read_answer(asked, fields(body))
    except BallotInvalid:
        return

    refuse_answer(asked, answer)


names = st.sampled_from(["i", "p1", "n2", "s1.1", "w1.2", "t", "j", "c1", "q1", "who", "abstain"])
values = st.one_of(st.integers(-3, 12).map(str), st.text(max_size=12))


@pytest.mark.parametrize("instrument", Instrument)
@given(st.lists(st.tuples(names, values), max_size=12))
def test_whatever_passes_is_a_valid_answer(instrument, pairs):
    asked = a_sheet(instrument, "ABC", LEVEL, amount=3)

    try:
        answer = read_answer(asked, fields(urlencode(pairs, errors="replace").encode()))
    except BallotInvalid:
        return

    refuse_answer(asked, answer)
    assert Answer.model_validate_json(answer.written()) == answer


@pytest.mark.parametrize(("asked", "form", "answer"), READ)
def test_of_phones_that_answer_alike_one_is_read_and_all_are_kept_alike(asked, form, answer):
    question = Question(asked)

    one, other = (
        question.read(said(fields(f"turn=1&d={phone}&k=&seq={phone}&{form}".encode())))
        for phone in (1, 2)
    )

    assert one == other == answer.written()
    assert question.read.cache_info().misses == 1


def test_an_answer_that_is_refused_is_refused_each_time():
    question = Question(a_sheet())

    for _ in range(2):
        with pytest.raises(BallotInvalid):
            question.read(said(fields(b"i=9")))
