"""Forms read as answers where they are cut short, doubled, too large or not of this question."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.phone.answers import MOST_FIELDS, UNABLE, fields, first, read_answer
from methodology.ballot import Answer, BallotInvalid, pairs
from methodology.project import Language
from methodology.rounds import Instrument
from tests.voting import a_sheet

LEVEL = (("Hoy", "level"), ("Horizonte", "level"))
SPOILED = "This answer could not be read. Look at it again and send it once more."
TWICE = "The same one is named twice."
UNKNOWN = "This answer names something that is not asked."


def sheet(instrument, items="ABC", criteria=(), **values):
    return a_sheet(instrument, items, criteria, **values)


def refusal(asked, form, language=Language.ENGLISH):
    """Return why a form is no answer, in a language."""
    with pytest.raises(BallotInvalid) as caught:
        read_answer(asked, fields(form.encode()))
    return caught.value.text(reader(language=language))


def read(asked, form):
    return read_answer(asked, fields(form.encode()))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", {"": [""]}),
        (b"a", {"a": [""]}),
        (b"a=", {"a": [""]}),
        (b"=a", {"": ["a"]}),
        (b"a=1=2", {"a": ["1=2"]}),
        (b"a=1&&b=2", {"a": ["1"], "": [""], "b": ["2"]}),
        (b"a=1&a=2&a=1", {"a": ["1", "2", "1"]}),
        (b"a+b=c+d", {"a b": ["c d"]}),
        (b"a=%2B%26%3D", {"a": ["+&="]}),
        (b"%61=1&a=2", {"a": ["1", "2"]}),
        (b"a=%C3%B1%E6%97%A5", {"a": ["ñ日"]}),
        (b"a=100%", {"a": ["100%"]}),
        (b"a=%zz", {"a": ["%zz"]}),
    ],
)
def test_a_body_is_read_as_browsers_write_it(body, found):
    assert fields(body) == found


@pytest.mark.parametrize("body", [b"a=\xff", b"\xc3\xb1=1", b"a=%ff", b"%c3%28=1", b"a=%ed%a0%80"])
def test_a_body_that_is_no_text_is_refused(body):
    with pytest.raises(BallotInvalid) as caught:
        fields(body)

    assert caught.value.text(reader(language=Language.ENGLISH)) == SPOILED


@pytest.mark.parametrize(("count", "is_read"), [(MOST_FIELDS, True), (MOST_FIELDS + 1, False)])
def test_fields_are_as_many_as_the_largest_form_has(count, is_read):
    body = b"&".join([b"a=1"] * count)

    if is_read:
        assert len(fields(body)["a"]) == count
    else:
        with pytest.raises(BallotInvalid):
            fields(body)


@given(st.dictionaries(st.text(min_size=1), st.lists(st.text(), min_size=1, max_size=3)))
def test_what_a_browser_writes_is_read_as_it_was_typed(typed):
    plain = {
        _writable(name): [_writable(value) for value in values] for name, values in typed.items()
    }
    body = urlencode(plain, doseq=True).encode()

    assert fields(body) == (plain or {"": [""]})


def _writable(text):
    return text.encode("utf-8", "replace").decode()


def test_the_first_value_of_a_field_that_is_not_there_is_empty():
    assert first({}, "a") == ""
    assert first({"a": []}, "a") == ""


@pytest.mark.parametrize("instrument", Instrument)
def test_whoever_abstains_gives_no_other_answer_whatever_else_is_filled(instrument):
    asked = sheet(instrument, criteria=LEVEL, amount=3)
    form = "abstain=1&i=1&p1=1&n1=3&s1.1=5&w1.2=1&t=x&j=1&who=Rosa&q1=y"

    assert read(asked, form) == Answer(abstains=True)


def test_an_empty_abstention_is_none():
    assert read(sheet(Instrument.APPROVAL), "abstain=") == Answer()
    assert refusal(sheet(Instrument.IDEAS), "abstain=") == "Write something, or abstain."


@pytest.mark.parametrize(
    ("instrument", "form", "said"),
    [
        (Instrument.APPROVAL, "i=1&i=1", TWICE),
        (Instrument.APPROVAL, "i=4", UNKNOWN),
        (Instrument.APPROVAL, "i=0", SPOILED),
        (Instrument.APPROVAL, "i=-1", SPOILED),
        (Instrument.APPROVAL, "i=1000", SPOILED),
        (Instrument.APPROVAL, "i=", "A whole number goes here."),
        (Instrument.APPROVAL, "i=1.0", "A whole number goes here."),
        (Instrument.APPROVAL, "i=1e2", "A whole number goes here."),
        (Instrument.APPROVAL, "i=%C2%B2", "A whole number goes here."),
        (Instrument.RANKING, "", "Put at least one in its place, or abstain."),
        (Instrument.RANKING, "p9=1", "Put at least one in its place, or abstain."),
        (Instrument.RANKING, "p1=2&p3=2", "Two have the same place. Give each one its own."),
        (Instrument.RANKING, "p1=first", "A whole number goes here."),
        (
            Instrument.POINTS,
            "",
            "The points have to add up to 3; these add up to 0.",
        ),
        (
            Instrument.POINTS,
            "n1=1&n2=1",
            "The points have to add up to 3; these add up to 2.",
        ),
        (
            Instrument.POINTS,
            "n1=4&n2=-1",
            "The points have to add up to 3; these add up to 3.",
        ),
        (Instrument.POINTS, "n1=1,5", "A whole number goes here."),
        (Instrument.MULTIVOTE, "", "Place at least one, or abstain."),
        (Instrument.MULTIVOTE, "n1=0", "Place at least one, or abstain."),
        (Instrument.MULTIVOTE, "n1=2", "Only one dot goes on each."),
        (Instrument.MULTIVOTE, "n1=4", "There are 3 dots to place."),
        (Instrument.MULTIVOTE, "i=7", UNKNOWN),
        (Instrument.RATING, "", "Give at least one score, or abstain."),
        (Instrument.RATING, "s1.1=0", "One of the scores is not on the scale."),
        (Instrument.RATING, "s1.1=6", "One of the scores is not on the scale."),
        (Instrument.RATING, "s1.1=NC", "A whole number goes here."),
        (Instrument.PAIRWISE, "", "Choose in at least one pair, or abstain."),
        (Instrument.PAIRWISE, "w2.1=1", "Choose in at least one pair, or abstain."),
        (Instrument.PAIRWISE, "w1.2=3", SPOILED),
        (Instrument.IDEAS, "", "Write something, or abstain."),
        (Instrument.IDEAS, "t=+&t=%0A", "Write something, or abstain."),
        (Instrument.IDEAS, "t=a&t=b&t=c&t=d", "At most 3 go here."),
        (Instrument.WORDS, "t=a&t=b&t=c&t=d", "At most 3 go here."),
        (Instrument.COMMITMENT, "j=9", UNKNOWN),
    ],
)
def test_each_mistake_is_said_in_words_of_its_own(instrument, form, said):
    asked = sheet(instrument, criteria=LEVEL, amount=3)

    assert refusal(asked, form) == said


@pytest.mark.parametrize("language", [Language.SPANISH, Language.PORTUGUESE])
@pytest.mark.parametrize(
    ("instrument", "form"),
    [
        (Instrument.APPROVAL, "i=uno"),
        (Instrument.APPROVAL, "i=1&i=1"),
        (Instrument.RANKING, "p1=1&p2=1"),
        (Instrument.POINTS, "n1=1"),
        (Instrument.MULTIVOTE, "n1=9"),
        (Instrument.RATING, "s1.1=9"),
        (Instrument.PAIRWISE, ""),
        (Instrument.IDEAS, ""),
    ],
)
def test_mistakes_are_said_in_the_language_of_the_phone(instrument, form, language):
    asked = sheet(instrument, criteria=LEVEL, amount=3)

    said = refusal(asked, form, language)

    assert said
    assert said != refusal(asked, form)
    assert "{" not in said


@pytest.mark.parametrize(
    ("instrument", "form", "said"),
    [
        (Instrument.RANKING, "p1=1&p2=2", "All have to be put in order."),
        (Instrument.RATING, "s1.1=3&s1.2=3", "Every item needs an answer."),
        (Instrument.PAIRWISE, "w1.2=1", "Every pair needs an answer."),
    ],
)
def test_half_an_answer_counts_only_where_the_round_allows_it(instrument, form, said):
    half = sheet(instrument, criteria=LEVEL, is_partial=True)
    whole = sheet(instrument, criteria=LEVEL, is_partial=False)

    assert read(half, form) != Answer()
    assert refusal(whole, form) == said


def test_not_being_able_to_say_is_an_answer_where_all_are_needed():
    asked = sheet(Instrument.RATING, "A", LEVEL, is_partial=False)

    assert read(asked, "s1.1=4&s1.2=nc") == Answer(scores={"1.1": 4}, not_competent=("1.2",))
    assert read(asked, f"s1.1={UNABLE}&s1.2={UNABLE}") == Answer(not_competent=("1.1", "1.2"))


def test_gaps_between_places_leave_the_order_as_it_is():
    asked = sheet(Instrument.RANKING, "ABCD")

    assert read(asked, "p4=10&p2=99&p1=3") == Answer(order=(1, 4, 2))
    assert read(asked, "p4=-10&p2=0&p1=3") == Answer(order=(4, 2, 1))


def test_a_number_with_spaces_around_it_is_a_number():
    asked = sheet(Instrument.POINTS, amount=12)

    assert read(asked, "n1=+7+&n2=%095") == Answer(amounts={1: 7, 2: 5})


def test_the_first_of_two_scores_counts():
    asked = sheet(Instrument.RATING, "A", LEVEL[:1])

    assert read(asked, "s1.1=2&s1.1=5") == Answer(scores={"1.1": 2})


def test_empty_lines_between_ideas_are_left_out():
    asked = sheet(Instrument.IDEAS, "", amount=2)

    assert read(asked, "t=&t=cava&t=++&t=ruta+del+queso&t=") == Answer(
        texts=("cava", "ruta del queso")
    )


@pytest.mark.parametrize("length", [250, 251])
def test_an_idea_is_as_long_as_its_line(length):
    asked = sheet(Instrument.IDEAS, "", amount=2)

    if length <= 250:
        assert read(asked, f"t={'x' * length}") == Answer(texts=("x" * length,))
    else:
        assert refusal(asked, f"t={'x' * length}") == SPOILED


def test_reasons_are_read_only_where_they_are_asked_and_filled():
    form = "i=1&q1=+frío+&q2=&q3=++&q9=otro".replace("í", "%C3%AD")

    asked = read(sheet(Instrument.APPROVAL, asks_reasons=True), form)
    unasked = read(sheet(Instrument.APPROVAL), form)

    assert asked.reasons == {1: "frío"}
    assert unasked.reasons == {}


def test_who_joins_without_saying_with_what_joins_all_the_same():
    asked = sheet(Instrument.COMMITMENT)

    assert read(asked, "j=1&j=3&c3=un+local&who=Rosa") == Answer(
        joins={1: "", 3: "un local"}, who="Rosa"
    )
    assert read(asked, "c1=nada&who=Rosa") == Answer(who="Rosa")


@given(st.permutations([1, 2, 3, 4, 5]), st.randoms())
def test_the_order_of_fields_in_a_body_changes_nothing(order, rng):
    asked = sheet(Instrument.RANKING, "ABCDE")
    parts = [f"p{item}={place}" for place, item in enumerate(order, start=1)]
    rng.shuffle(parts)

    assert read(asked, "&".join(parts)) == Answer(order=tuple(order))


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4))
def test_points_are_taken_exactly_when_they_add_up(amounts):
    asked = sheet(Instrument.POINTS, "ABCD", amount=30)
    form = "&".join(f"n{item}={amount}" for item, amount in enumerate(amounts, start=1))

    if sum(amounts) == 30:
        assert sum(read(asked, form).amounts.values()) == 30
    else:
        assert f"these add up to {sum(amounts)}." in refusal(asked, form)


@given(st.integers(2, 6), st.data())
def test_every_pair_answered_is_one_win(count, data):
    asked = sheet(Instrument.PAIRWISE, "ABCDEF"[:count], is_partial=False)
    chosen = [(pair, data.draw(st.sampled_from(pair))) for pair in pairs(asked.numbers)]
    form = "&".join(f"w{one}.{other}={winner}" for (one, other), winner in chosen)

    wins = read(asked, form).wins

    assert {frozenset(pair) for pair in wins} == {frozenset(pair) for pair, _winner in chosen}
    assert sorted(first_of for first_of, _loser in wins) == sorted(one for _pair, one in chosen)


@given(st.lists(st.sampled_from(["1", "2", "3"]), unique=True))
def test_an_answer_written_says_the_same_in_whatever_order_boxes_were_ticked(ticked):
    asked = sheet(Instrument.APPROVAL)

    one = read(asked, "&".join(f"i={item}" for item in ticked)).written()
    other = read(asked, "&".join(f"i={item}" for item in reversed(ticked))).written()

    assert one == other
