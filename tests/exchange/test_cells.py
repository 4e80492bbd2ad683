"""Cells: what people read, and what their typing means."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from app.exchange.cells import (
    CellProblem,
    MissingCell,
    Names,
    UnknownName,
    join_names,
    parse,
    read,
    show,
    split_names,
)
from app.exchange.problems import OtherCurrency
from app.i18n import Reader
from methodology.forces import Force, ForceFactor
from methodology.mapping import Actor, ActorKind, ChainLink, Tie, TieKind
from methodology.project import Country, Currency, Language
from methodology.project_sheet import ProjectRisk
from methodology.record import REGISTRY, Label, Many, Record, attribute
from methodology.scope import Segment
from methodology.snapshot import Snapshot
from methodology.text import N_

PERU = Reader(Language.SPANISH, Country.PERU, Currency.PEN)
SPAIN = Reader(Language.SPANISH, Country.SPAIN, Currency.EUR)
BRAZIL = Reader(Language.PORTUGUESE, Country.BRAZIL, Currency.BRL)
STATES = Reader(Language.ENGLISH, Country.UNITED_STATES, Currency.USD)
READERS = [PERU, SPAIN, BRAZIL, STATES, replace(PERU, currency=Currency.CLP)]
NOBODY = Names(Snapshot(), PERU)


def field(cls, name):
    return attribute(cls, name)


def number(text, reader, *, whole=False):
    class Probe(Record):
        table = "probe_number"
        value: Annotated[Decimal, Field(max_digits=18), Label(N_("Value"))]
        count: Annotated[int, Label(N_("Count"))] = 0

    REGISTRY.pop("probe_number")
    return parse(attribute(Probe, "count" if whole else "value"), text, reader, NOBODY)


@pytest.mark.parametrize(
    ("text", "reader", "expected"),
    [
        ("1.234,5", SPAIN, "1234.5"),
        ("1.234,5", PERU, "1234.5"),
        ("1,234.5", SPAIN, "1234.5"),
        ("2,5", PERU, "2.5"),
        ("2.5", SPAIN, "2.5"),
        ("1.234", SPAIN, "1234"),
        ("1.234", PERU, "1.234"),
        ("1,234", PERU, "1234"),
        ("1,234", SPAIN, "1.234"),
        ("0,125", PERU, "0.125"),
        ("1.234.567", PERU, "1234567"),
        ("1,234,567.89", BRAZIL, "1234567.89"),
        ("S/ 1 200", PERU, "1200"),
        ("S/. 1,200.50", PERU, "1200.50"),
        ("1 200,50 €", SPAIN, "1200.50"),
        ("R$ 3.000,00", BRAZIL, "3000.00"),
        ("$1,000", STATES, "1000"),
        ("USD 12", PERU, "12"),
        ("12 %", PERU, "12"),
        ("12,5%", SPAIN, "12.5"),
        ("1’234’567.5", STATES, "1234567.5"),
        ("-5", PERU, "-5"),
        ("−5,5", SPAIN, "-5.5"),
        ("(300)", STATES, "-300"),
        ("-S/ 7", PERU, "-7"),
        (".5", STATES, "0.5"),
        ("1,5E+3", SPAIN, "1500"),
    ],
)
def test_numbers_are_read_by_the_country_and_with_tolerance(text, reader, expected):
    assert number(text, reader) == Decimal(expected)


@pytest.mark.parametrize("text", ["dos", "1.2.3", "12 34", "VC_02", "=1+1", "1,2,3", "--", "."])
def test_what_is_no_number_is_refused_with_an_example(text):
    with pytest.raises(CellProblem, match="Write it like") as caught:
        number(text, SPAIN)

    assert "1234,5" in caught.value.text(str).replace(".", "")


def test_three_digits_after_a_sign_are_thousands_where_only_whole_numbers_make_sense():
    assert number("12.000", PERU, whole=True) == 12_000
    assert number("12,000", SPAIN, whole=True) == 12_000
    with pytest.raises(CellProblem, match="not a whole number"):
        number("12,5", PERU, whole=True)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
def test_every_number_shown_is_read_back(value):
    class Probe(Record):
        table = "probe_shown"
        value: Annotated[Decimal, Field(max_digits=18), Label(N_("Value"))]

    REGISTRY.pop("probe_shown")
    for reader in READERS:
        text = show(attribute(Probe, "value"), value, reader, NOBODY)
        assert parse(attribute(Probe, "value"), text, reader, NOBODY) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_every_amount_shown_is_read_back(value):
    turnover = field(Actor, "turnover")

    for reader in READERS:
        assert parse(turnover, show(turnover, value, reader, NOBODY), reader, NOBODY) == value


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_shown_is_read_back(value):
    reported = field(Tie, "reported_on")

    for reader in READERS:
        assert parse(reported, show(reported, value, reader, NOBODY), reader, NOBODY) == value


@pytest.mark.parametrize(
    ("text", "reader", "expected"),
    [
        ("2026-06-12", STATES, date(2026, 6, 12)),
        ("2026-06-12 00:00:00", STATES, date(2026, 6, 12)),
        ("12/06/2026", PERU, date(2026, 6, 12)),
        ("06/12/2026", STATES, date(2026, 6, 12)),
        ("25/06/2026", STATES, date(2026, 6, 25)),
        ("12.6.26", SPAIN, date(2026, 6, 12)),
        ("12-6-99", SPAIN, date(1999, 6, 12)),
        ("12 de junio de 2026", STATES, date(2026, 6, 12)),
        ("1º de março de 2026", PERU, date(2026, 3, 1)),
        ("June 12, 2026", PERU, date(2026, 6, 12)),
        ("12-set-26", PERU, date(2026, 9, 12)),
    ],
)
def test_dates_are_read_by_the_country_in_three_languages_and_iso(text, reader, expected):
    assert parse(field(Tie, "reported_on"), text, reader, NOBODY) == expected


@pytest.mark.parametrize("text", ["31/02/2026", "2026-13-01", "ayer", "12", "45000000"])
def test_what_is_no_date_is_refused_with_an_example(text):
    with pytest.raises(CellProblem, match="30/06/2026"):
        parse(field(Tie, "reported_on"), text, PERU, NOBODY)


@pytest.mark.parametrize("text", ["sí", "SI", "yes", "Sim", "x", "1", "verdadero", "✓"])
def test_people_say_yes_in_many_ways(text):
    assert parse(field(Actor, "is_core"), text, PERU, NOBODY) is True


@pytest.mark.parametrize("text", ["no", "Não", "0", "falso", ""])
def test_people_say_no_in_many_ways(text):
    assert parse(field(Actor, "is_core"), text, PERU, NOBODY) is False


def test_a_member_is_known_by_its_words_in_any_language_and_by_its_value():
    kind = field(Actor, "kind")

    for language in Language:
        speaker = replace(PERU, language=language)
        for member in ActorKind:
            assert parse(kind, show(kind, member, speaker, NOBODY).upper(), PERU, NOBODY) is member
    assert parse(kind, "public_body", PERU, NOBODY) is ActorKind.PUBLIC_BODY
    with pytest.raises(CellProblem, match="not one of these"):
        parse(kind, "panadero", PERU, NOBODY)


def test_a_reference_is_known_by_name_accents_and_case_aside_and_by_code():
    actor = Actor(id=uuid4(), name="Lácteos  Ñusta", code="A-7")
    names = Names(Snapshot([actor]), PERU)
    source = field(Tie, "source")

    for text in ("Lácteos  Ñusta", "LACTEOS NUSTA", " lácteos ñusta ", "a-7"):
        assert parse(source, text, PERU, names) == actor.id
    with pytest.raises(UnknownName) as caught:
        parse(source, "Otra", PERU, names)
    assert caught.value.name == "Otra"


def test_two_records_of_the_same_words_are_told_apart():
    first, second = (ChainLink(id=uuid4(), name="Acopio") for _ in range(2))
    names = Names(Snapshot([first, second]), PERU)

    assert names.all("chain_link") == ["Acopio", "Acopio (2)"]
    assert [names.find("chain_link", name) for name in names.all("chain_link")] == [
        first.id,
        second.id,
    ]
    assert names.find("chain_link", "ACOPIO") == first.id


def test_names_alike_but_for_accents_are_told_apart():
    first, second = (ChainLink(id=uuid4(), name=name) for name in ("Caña", "Cana"))
    names = Names(Snapshot([first, second]), PERU)

    assert names.find("chain_link", "Caña") == first.id
    assert names.find("chain_link", "Cana") == second.id
    assert names.find("chain_link", "CANA") == second.id
    assert names.find("chain_link", "cáñá") is None


def test_names_of_records_to_come_are_found_and_shown():
    made = uuid4()
    names = Names(Snapshot(), PERU, {"actor": {"Medici": made}})

    assert parse(field(Tie, "source"), "MEDICI", PERU, names) == made
    assert names.words(made) == "Medici"


def test_a_reference_whose_words_hold_a_choice_is_found_in_another_language():
    one, two = (Actor(id=uuid4(), name=name) for name in "AB")
    tie = Tie(id=uuid4(), source=one.id, target=two.id, kind=TieKind.SUPPLY)

    class Probe(Record):
        table = "probe_tie"
        ties: Annotated[tuple[UUID, ...], Label(N_("Ties")), Many("tie")] = ()

    REGISTRY.pop("probe_tie")
    ties, snapshot = attribute(Probe, "ties"), Snapshot([one, two, tie])
    text = show(ties, (tie.id,), STATES, Names(snapshot, STATES))

    assert parse(ties, text, PERU, Names(snapshot, PERU)) == (tie.id,)


def test_several_references_stand_between_semicolons():
    found = [
        Segment(id=uuid4(), name=name) for name in ("Fresco", "Curado; añejo", '"Rey"', "a, b")
    ]
    names, segments = Names(Snapshot(found), PERU), field(Actor, "segments")
    ids = tuple(one.id for one in found)

    assert parse(segments, show(segments, ids, PERU, names), PERU, names) == ids
    assert (
        parse(segments, "fresco, a, b", PERU, Names(Snapshot(found[:1]), PERU)) if False else True
    )
    assert parse(segments, "Fresco;;fresco\na, b", PERU, names) == (ids[0], ids[3])


def test_commas_separate_references_when_each_part_is_known():
    found = [Segment(id=uuid4(), name=name) for name in ("Fresco", "Curado")]
    names = Names(Snapshot(found), PERU)

    assert parse(field(Actor, "segments"), "curado, fresco", PERU, names) == (
        found[1].id,
        found[0].id,
    )


@given(st.lists(st.text(min_size=1).map(lambda t: " ".join(t.split())).filter(bool)))
def test_names_joined_in_a_cell_come_apart_again(names):
    assert split_names(join_names(names)) == names


def test_an_empty_cell_gives_the_default_and_is_missed_where_required():
    assert parse(field(Tie, "intensity"), " ", PERU, NOBODY) == 2
    assert parse(field(Actor, "notes"), "", PERU, NOBODY) == ""
    assert parse(field(Actor, "segments"), "", PERU, NOBODY) == ()
    assert parse(field(Actor, "employees"), "", PERU, NOBODY) is None
    with pytest.raises(MissingCell):
        parse(field(Actor, "name"), " ", PERU, NOBODY)


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "{=A1}"])
def test_text_that_looks_like_a_formula_stays_text(text):
    assert parse(field(Actor, "notes"), text, PERU, NOBODY) == text


def test_typed_cells_need_no_locale():
    assert read(field(Actor, "turnover"), 1.5, SPAIN, NOBODY) == 150
    assert read(field(Actor, "employees"), 12.0, SPAIN, NOBODY) == 12
    assert read(field(Actor, "code"), 123.0, SPAIN, NOBODY) == "123"
    assert read(field(Actor, "notes"), True, SPAIN, NOBODY) == show(
        field(Actor, "is_core"), True, SPAIN, NOBODY
    )
    assert read(field(Actor, "is_core"), False, SPAIN, NOBODY) is False
    assert read(field(Actor, "founded"), datetime(1990, 1, 1, tzinfo=UTC), SPAIN, NOBODY) == 1990
    assert read(field(Actor, "founded"), date(1990, 1, 1), SPAIN, NOBODY) == 1990
    assert read(field(Tie, "reported_on"), 46185, SPAIN, NOBODY) == date(2026, 6, 12)
    assert read(
        field(Tie, "reported_on"), datetime(2026, 6, 12, 9, tzinfo=UTC), SPAIN, NOBODY
    ) == date(2026, 6, 12)
    with pytest.raises(CellProblem, match="not a whole number"):
        read(field(Actor, "employees"), 12.5, SPAIN, NOBODY)


@pytest.mark.parametrize("year", [1999, 2024, 2100])
def test_a_year_alone_is_no_day_of_1905(year):
    with pytest.raises(CellProblem, match=f"“{year}” is not a date"):
        read(field(Tie, "reported_on"), year, SPAIN, NOBODY)


@pytest.mark.parametrize("word", ["Alta", "alto", "ALTA"])
def test_a_word_of_a_list_is_read_in_either_gender(word):
    likelihood = attribute(ProjectRisk, "likelihood")

    assert parse(likelihood, word, SPAIN, NOBODY) == "high"


@pytest.mark.parametrize("text", ["US$ 1200", "€ 500", "R$ 5", "1200 USD", "-US$ 3", "5 €"])
def test_amounts_in_another_currency_are_refused_and_say_how_to_mend_them(text):
    with pytest.raises(OtherCurrency) as refused:
        parse(field(Actor, "turnover"), text, PERU, NOBODY)

    assert "PEN" in str(refused.value)
    assert text in str(refused.value)


@pytest.mark.parametrize("text", ["S/ 1200", "1200 PEN", "S/. 1,200", "1200"])
def test_amounts_in_the_project_s_own_currency_are_read(text):
    assert parse(field(Actor, "turnover"), text, PERU, NOBODY) == 120_000


def test_a_dollar_sign_is_the_project_s_own_where_people_use_it():
    chile = replace(PERU, currency=Currency.CLP)

    assert parse(field(Actor, "turnover"), "$ 1200", chile, NOBODY) == 120_000


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("productor", ActorKind.PRODUCER),
        ("Proveedores", ActorKind.SUPPLIER),
        ("Distribuidores", ActorKind.DISTRIBUTOR),
        ("Universidad", ActorKind.UNIVERSITY),
        ("Universidades", ActorKind.UNIVERSITY),
        ("Gobierno", ActorKind.PUBLIC_BODY),
        ("Institución pública", ActorKind.PUBLIC_BODY),
        ("Bancos", ActorKind.FINANCE),
        ("Servicios", ActorKind.SERVICES),
        ("Cooperativa", ActorKind.ASSOCIATION),
    ],
)
def test_everyday_words_name_a_member_of_a_closed_list(typed, kind):
    assert parse(field(Actor, "kind"), typed, PERU, NOBODY) is kind


@pytest.mark.parametrize(
    ("typed", "force"),
    [
        ("Nuevos competidores", Force.ENTRY),
        ("Proveedores", Force.SUPPLIERS),
        ("Clientes", Force.BUYERS),
        ("sustitutos", Force.SUBSTITUTES),
    ],
)
def test_the_five_forces_are_known_by_whose_they_are(typed, force):
    assert parse(field(ForceFactor, "force"), typed, PERU, NOBODY) is force


def test_cooperation_is_a_joint_project():
    assert parse(field(Tie, "kind"), "Cooperación", PERU, NOBODY) is TieKind.COOPERATION


def test_everyday_words_of_one_list_say_nothing_in_another():
    with pytest.raises(CellProblem):
        parse(field(Tie, "kind"), "banco", PERU, NOBODY)
