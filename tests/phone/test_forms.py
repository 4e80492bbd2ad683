"""The ballot of every instrument as plain fields, and what was given filled in again."""

from collections import Counter
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.phone.answers import fields, read_answer
from app.phone.forms import SHOWN_TEXTS, ballot_form, in_own_order
from methodology.ballot import Answer, pairs
from methodology.project import Language
from methodology.rounds import Instrument, Roll
from methodology.scale import SCALES
from tests.phone.boards import CARD, DEVICE, LEVELS, Elements, before, question

NASTY = '"><script>alert(1)</script>&'
WITH_ITEMS = [one for one in Instrument if one not in (Instrument.IDEAS, Instrument.WORDS)]


def drawn(asked, given_fields=None, language=Language.SPANISH, device=DEVICE):
    return Elements(ballot_form(asked, device, given_fields or {}, reader(language=language)))


def names(found, tag="input"):
    return [one["name"] for one in found.of(tag)]


def checked(found):
    return [(one["name"], one["value"]) for one in found.of("input") if "checked" in one]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("instrument", Instrument)
def test_every_form_is_well_nested_in_every_language(instrument, language):
    found = drawn(question(instrument, asks_reasons=True), language=language)

    assert found.wrong == []
    assert found.found


@pytest.mark.parametrize("instrument", WITH_ITEMS)
def test_every_item_is_named_with_its_note(instrument):
    asked = question(instrument, ["Cava común", "Ruta del queso"])
    noted = asked.sheet.items[0].model_copy(update={"note": "a 3200 m"})
    asked = question_with(asked, (noted, asked.sheet.items[1]))

    told = drawn(asked).text

    assert "Cava común a 3200 m" in told
    assert "Ruta del queso" in told


def question_with(asked, items):
    """Return the question with other items."""
    made = type(asked.sheet)(asked.round, tuple(items), asked.sheet.criteria)
    return type(asked)(made, asked.cards, asked.feedback, asked.reasons)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("instrument", WITH_ITEMS)
def test_whatever_people_called_an_item_stays_text(instrument, language):
    found = drawn(question(instrument, [NASTY, "B"]), language=language)

    assert found.of("script") == []
    assert NASTY in found.text
    assert found.wrong == []


@pytest.mark.parametrize(
    ("instrument", "typed"),
    [
        (Instrument.POINTS, {"n1": [NASTY]}),
        (Instrument.IDEAS, {"t": [NASTY]}),
        (Instrument.WORDS, {"t": [NASTY]}),
        (Instrument.COMMITMENT, {"who": [NASTY], "c1": [NASTY]}),
    ],
)
def test_what_was_typed_comes_back_as_text(instrument, typed):
    found = drawn(question(instrument), typed)

    values = [one.get("value") for one in (*found.of("input"), *found.of("textarea"))]
    assert values.count(NASTY) == len(typed)
    assert found.of("script") == []


def test_an_approval_has_one_box_for_each_item_and_none_ticked():
    found = drawn(question())

    assert sorted(one["value"] for one in found.of("input", type="checkbox", name="i")) == [
        "1",
        "2",
        "3",
    ]
    assert checked(found) == []


def test_an_approval_keeps_its_ticks_and_forgets_items_that_are_not_there():
    found = drawn(question(), {"i": ["2", "9"]})

    assert checked(found) == [("i", "2")]


def test_a_ranking_offers_each_item_every_place():
    found = drawn(question(Instrument.RANKING, "ABCD"), {"p2": ["1"], "p3": ["4"], "p1": ["9"]})

    assert sorted(names(found, "select")) == ["p1", "p2", "p3", "p4"]
    assert len(found.of("option")) == 4 * (1 + 4)
    assert len([one for one in found.of("option") if "selected" in one]) == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "Distribute 3 points"),
        (Language.SPANISH, "Repartir 3 puntos"),
        (Language.PORTUGUESE, "Distribuir 3 pontos"),
    ],
)
def test_points_say_how_many_there_are(language, told):
    found = drawn(question(Instrument.POINTS), language=language)

    assert told in found.text
    assert {one["max"] for one in found.of("input", type="number")} == {"3"}
    assert {one["min"] for one in found.of("input", type="number")} == {"0"}


def test_dots_that_may_be_stacked_are_numbers_and_others_are_boxes():
    stacked = drawn(question(Instrument.MULTIVOTE, can_stack=True))
    single = drawn(question(Instrument.MULTIVOTE, can_stack=False))

    assert sorted(names(stacked)) == ["n1", "n2", "n3"]
    assert names(single) == ["i", "i", "i"]
    assert [one["data-total"] for one in stacked.of("p") + single.of("p")] == ["3", "3"]


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.key)
@pytest.mark.parametrize("language", Language)
def test_every_scale_says_its_steps_in_words_in_every_language(scale, language):
    speak = reader(language=language)
    found = drawn(question(Instrument.RATING, "A", (("Criterio", scale.key),)), language=language)

    spoken = [one["aria-labelledby"] for one in found.of("input") if "aria-labelledby" in one]
    assert spoken == [one["id"] for one in found.of("li")]
    for step, told in scale.anchors.items():
        assert found.text.count(f"{step} {speak(told)}") == 1
    assert len(found.of("input", name="s1.1")) == len(scale.anchors) + 2


def test_one_criterion_needs_no_heading_and_several_have_one_each():
    one = drawn(question(Instrument.RATING, "AB", LEVELS[:1]))
    two = drawn(question(Instrument.RATING, "AB", LEVELS))

    assert (len(one.of("h2")), len(two.of("h2"))) == (0, 2)
    assert len(two.of("fieldset")) == 4
    assert set(names(two)) == {"s1.1", "s1.2", "s2.1", "s2.2"}


@pytest.mark.parametrize("taken", ["1", "5", "nc"])
def test_a_score_given_before_is_the_only_one_checked(taken):
    found = drawn(question(Instrument.RATING, "AB"), {"s2.1": [taken]})

    assert checked(found) == [("s2.1", taken)]


@pytest.mark.parametrize("taken", ["", "0", "6", "x"])
def test_a_score_that_is_none_checks_nothing(taken):
    assert checked(drawn(question(Instrument.RATING, "AB"), {"s2.1": [taken]})) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "First round: median 3.5, half between 2 and 4.25"),
        (Language.SPANISH, "Primera ronda: mediana 3.5, la mitad entre 2 y 4.25"),
        (Language.PORTUGUESE, "3,5"),
    ],
)
def test_the_second_turn_tells_the_first_item_by_item(language, told):
    asked = question(
        Instrument.RATING, "AB", turns=2, turn=2, feedback={"2.1": before(3.5, 2, 4.25)}
    )

    found = drawn(asked, language=language)

    assert told in found.text
    assert len([one for one in found.of("span") if one.get("class") == "note"]) == 1


@pytest.mark.parametrize("count", [2, 3, 5, 9])
def test_pairs_are_asked_each_once_with_both_of_its_items(count):
    found = drawn(question(Instrument.PAIRWISE, "ABCDEFGHI"[:count], is_partial=False))

    asked = Counter(names(found))
    assert len(asked) == count * (count - 1) // 2
    assert set(asked.values()) == {2}
    for name in asked:
        values = {one["value"] for one in found.of("input", name=name)}
        assert values == set(name[1:].split("."))


def test_the_choice_in_a_pair_can_be_taken_back_where_a_part_is_enough():
    found = drawn(question(Instrument.PAIRWISE, is_partial=True), {"w1.2": ["2"]})

    assert {one["value"] for one in found.of("input", name="w1.2")} == {"1", "2", ""}
    assert checked(found) == [("w1.2", "2")]
    assert found.text.count("Sin respuesta") == 3


def test_a_pair_keeps_its_winner():
    found = drawn(question(Instrument.PAIRWISE), {"w1.3": ["3"], "w1.2": ["3"]})

    assert checked(found) == [("w1.3", "3")]


@pytest.mark.parametrize(("amount", "shown"), [(1, 1), (3, 3), (10, 10), (25, SHOWN_TEXTS)])
@pytest.mark.parametrize(
    ("instrument", "tag", "longest"),
    [(Instrument.IDEAS, "textarea", "250"), (Instrument.WORDS, "input", "40")],
)
def test_as_many_lines_as_may_be_written_are_shown_up_to_ten(
    instrument, tag, longest, amount, shown
):
    found = drawn(question(instrument, "", amount=amount))

    assert len(found.of(tag, name="t", maxlength=longest)) == shown


def test_words_typed_before_stand_in_their_lines():
    found = drawn(question(Instrument.WORDS, ""), {"t": ["pasto", "altura"]})

    assert [one["value"] for one in found.of("input")] == ["pasto", "altura", ""]


def test_a_commitment_asks_who_only_where_no_card_says_it():
    open_to_all = drawn(question(Instrument.COMMITMENT))
    by_card = drawn(question(Instrument.COMMITMENT, roll=Roll.FIRMS, cards=[CARD]))

    assert len(open_to_all.of("input", name="who")) == 1
    assert by_card.of("input", name="who") == []


def test_a_commitment_keeps_who_joins_what_and_with_what():
    found = drawn(
        question(Instrument.COMMITMENT),
        {"j": ["2"], "c2": ["dos horas"], "who": ["Rosa, Quesería 1"]},
    )

    assert checked(found) == [("j", "2")]
    assert found.of("input", name="c2")[0]["value"] == "dos horas"
    assert found.of("input", name="who")[0]["value"] == "Rosa, Quesería 1"


def test_reasons_are_asked_only_where_the_round_asks_them():
    without = drawn(question())
    asked = drawn(question(asks_reasons=True), {"q2": ["por el frío"]})

    assert names(without, "textarea") == []
    assert [one["value"] for one in asked.of("textarea")] == ["", "por el frío", ""]


def test_reasons_of_the_first_turn_stand_beneath_their_item_as_text():
    asked = question(asks_reasons=True, turn=2, turns=2, said={2: ("falta <frío>", "es caro")})

    found = drawn(asked)

    assert found.of("frío") == []
    assert "falta <frío>" in found.text
    assert len(found.of("li")) == 2


def test_a_round_without_items_has_a_form_without_fields():
    for instrument in (Instrument.APPROVAL, Instrument.RANKING, Instrument.PAIRWISE):
        found = drawn(question(instrument, ""))

        assert found.of("input") == found.of("select") == []
        assert found.wrong == []


@given(st.text("ABCab019_-", min_size=22, max_size=22), st.integers(0, 40))
def test_each_phone_has_every_item_once_in_an_order_that_stays(device, count):
    asked = question(items=[str(place) for place in range(count)])

    found = in_own_order(asked, device)

    assert sorted(one.position for one in found) == list(range(1, count + 1))
    assert found == in_own_order(asked, device)


def test_over_many_phones_no_item_stands_first_too_often():
    asked = question(items="ABCD")

    firsts = Counter(in_own_order(asked, f"phone {n}")[0].position for n in range(2000))

    assert set(firsts) == {1, 2, 3, 4}
    assert all(430 < count < 570 for count in firsts.values())


def test_the_second_turn_has_an_order_of_its_own():
    items = [str(place) for place in range(30)]
    first = in_own_order(question(items=items, turns=2), DEVICE)
    second = in_own_order(question(items=items, turns=2, turn=2), DEVICE)

    assert [one.position for one in first] != [one.position for one in second]


FILLED = [
    (question(), {"i": ["1", "3"]}),
    (question(Instrument.RANKING), {"p1": ["2"], "p2": ["1"], "p3": ["3"]}),
    (question(Instrument.POINTS), {"n1": ["1"], "n2": ["2"]}),
    (question(Instrument.MULTIVOTE), {"i": ["2", "3"]}),
    (question(Instrument.MULTIVOTE, can_stack=True), {"n3": ["3"]}),
    (question(Instrument.RATING, "AB", LEVELS), {"s1.1": ["4"], "s2.2": ["nc"]}),
    (question(Instrument.PAIRWISE), {"w1.2": ["2"], "w1.3": ["1"], "w2.3": ["3"]}),
    (question(Instrument.IDEAS, ""), {"t": ["cava", "ruta"]}),
    (question(Instrument.WORDS, ""), {"t": ["pasto"]}),
    (question(Instrument.COMMITMENT), {"j": ["1"], "c1": ["un local"], "who": ["Luis"]}),
]


@pytest.mark.parametrize(("asked", "filled"), FILLED)
def test_a_form_shown_again_sends_the_answer_it_was_filled_with(asked, filled):
    found = drawn(asked, filled)

    assert read_answer(asked.sheet, sent(found)) == read_answer(asked.sheet, filled)


def sent(found):
    """Return the fields a browser would send of a form."""
    told, name = [], ""
    for tag, values in found.found:
        if tag == "input" and values.get("type") in ("checkbox", "radio"):
            told += [(values["name"], values["value"])] if "checked" in values else []
        elif tag in ("input", "textarea"):
            told.append((values["name"], values.get("value", "")))
        elif tag == "select":
            name, place = values["name"], -1
        elif tag == "option":
            place += 1
            told += [(name, str(place))] if "selected" in values else []
    return fields(urlencode(told).encode())


@given(st.permutations([1, 2, 3, 4]), st.sampled_from([*Language]))
def test_every_complete_ranking_survives_being_shown_again(order, language):
    asked = question(Instrument.RANKING, "ABCD")
    filled = {f"p{item}": [str(place)] for place, item in enumerate(order, start=1)}

    found = drawn(asked, filled, language)

    assert read_answer(asked.sheet, sent(found)) == Answer(order=tuple(order))


@given(st.lists(st.booleans(), min_size=6, max_size=6))
def test_every_set_of_pairs_survives_being_shown_again(firsts):
    asked = question(Instrument.PAIRWISE, "ABCD")
    chosen = zip(pairs(asked.sheet.numbers), firsts, strict=True)
    filled = {f"w{a}.{b}": [str(a if is_first else b)] for (a, b), is_first in chosen}

    answer = read_answer(asked.sheet, sent(drawn(asked, filled)))

    assert answer == read_answer(asked.sheet, filled)
    assert Decimal(len(answer.wins)) == 6
