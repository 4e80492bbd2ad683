"""Codes in the order people count in: FC2 before FC10, those without a code last, by name."""

from hypothesis import given
from hypothesis import strategies as st

from methodology.attractiveness import outlook
from methodology.buyers import BuyerSegment
from methodology.code_order import code_order, code_place, name_place, titled
from methodology.forces import Force, ForceFactor
from methodology.options import StrategicOption
from methodology.purchase import segments
from methodology.snapshot import Snapshot
from methodology.vision import Objective
from methodology.visions import objectives
from tests.cluster import made

codes = st.from_regex(r"\A[A-Z]{1,3}[0-9]{1,3}\Z")


def option(code, name="Option"):
    return made(StrategicOption, f"{code} {name}", code=code, name=name)


def test_what_has_no_code_is_called_by_its_name_alone():
    assert titled(option("O2", "Aged cheese")) == "O2 Aged cheese"
    assert titled(option("", "Aged cheese")) == "Aged cheese"


def ordered(*given):
    return [one.code or one.name for one in sorted(given, key=code_order)]


def test_numbers_in_codes_count_as_numbers():
    assert ordered(*map(option, ("O10", "O2", "O1", "o3"))) == ["O1", "O2", "o3", "O10"]


def test_codes_with_several_numbers_are_compared_number_by_number():
    assert ordered(*map(option, ("1.10", "1.9", "1"))) == ["1", "1.9", "1.10"]


def test_records_without_a_code_come_last_by_name():
    found = ordered(option("", "Beta"), option("O1"), option("", "Alpha"))

    assert found == ["O1", "Alpha", "Beta"]


@given(st.lists(codes, unique=True))
def test_codes_of_one_word_are_in_the_order_of_their_numbers(given_codes):
    found = ordered(*map(option, given_codes))

    for word in {code.rstrip("0123456789") for code in given_codes}:
        numbers = [int(code[len(word) :]) for code in found if code.rstrip("0123456789") == word]
        assert numbers == sorted(numbers)


@given(st.lists(st.text(max_size=8), max_size=6))
def test_any_code_can_be_ordered(texts):
    records = [option(text.strip(), f"n{place}") for place, text in enumerate(texts)]

    assert len(sorted(records, key=code_order)) == len(texts)


def test_a_bare_code_stands_where_a_record_with_it_would():
    codes_ = ["TE10", "", "te2", "TE1"]

    assert sorted(codes_, key=code_place) == ["TE1", "te2", "TE10", ""]
    assert code_place("O2", "Brand") == code_order(option("O2", "Brand"))


def test_equal_codes_are_told_apart_by_their_names():
    assert code_place("R1", "Alpha") < code_place("R1", "Beta")


def test_segments_sub_factors_and_objectives_are_read_as_people_count():
    segments_ = [made(BuyerSegment, f"S{n}", code=f"S{n}", name=f"n{n}") for n in (10, 2)]
    factors = [
        made(ForceFactor, f"EN{n}", code=f"EN{n}", name=f"n{n}", force=Force.ENTRY) for n in (11, 9)
    ]
    aims = [made(Objective, f"OE{n}", code=f"OE{n}", statement=f"n{n}") for n in (10, 3)]
    snapshot = Snapshot([*segments_, *factors, *aims])

    assert [one.segment.code for one in segments(snapshot)] == ["S2", "S10"]
    assert [one.factor.code for one in outlook(snapshot).factors] == ["EN9", "EN11"]
    assert [one.code for one in objectives(snapshot)] == ["OE3", "OE10"]


def test_names_stand_as_people_look_them_up_capitals_and_accents_aside():
    names = ["Fresno", "Ébano", "abeto", "Ñandubay", "Olmo", "Nogal", "Álamo", "Eucalipto"]

    found = sorted(names, key=name_place)

    assert found == [
        "abeto", "Álamo", "Ébano", "Eucalipto", "Fresno", "Ñandubay", "Nogal", "Olmo",
    ]  # fmt: skip


def test_names_that_differ_only_by_an_accent_keep_one_order():
    names = ["Pérez", "Perez", "PEREZ"]

    found = sorted(names, key=name_place)

    turned = names[::-1]
    turned.sort(key=name_place)
    assert found == turned
    assert len({name_place(name) for name in names}) == 3


@given(st.lists(st.text(max_size=12), unique=True, max_size=8))
def test_the_order_of_names_does_not_depend_on_how_they_came_in(names):
    turned = names[::-1]

    turned.sort(key=name_place)

    assert turned == sorted(names, key=name_place)
