"""Names of records: shown apart, found as typed."""

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.cells import CellProblem, read
from app.exchange.naming import Names, told_apart
from app.i18n import reader
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.mapping import Actor, ChainLink, Contact
from methodology.project import Language, Project
from methodology.record import attribute, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from tests.samples import random_snapshot, snapshots

SPANISH = reader(None, Language.SPANISH)


@given(st.lists(st.sampled_from(["A", "A (2)", "a", "B", ""]), max_size=12))
def test_names_told_apart_are_all_different_and_the_first_keeps_its_own(names):
    shown = told_apart([(uuid4(), name) for name in names])

    assert len({*shown.values()}) == len(names)
    assert [*shown.values()][:1] == names[:1]


@settings(max_examples=30)
@given(snapshots(rows=3))
def test_every_record_is_found_by_the_name_it_shows(snapshot):
    names = Names(snapshot, reader(snapshot.one(Project), Language.PORTUGUESE))

    for cls in record_types():
        for record in snapshot.all(cls):
            assert names.find(cls.table, names.words(record.id)) == record.id


def test_every_record_is_found_by_the_name_another_language_shows():
    snapshot = random_snapshot(5)
    here = Names(snapshot, SPANISH)
    targets = {found.target for cls in record_types() for found in fields(cls) if found.target}

    for language in Language:
        there = Names(snapshot, reader(None, language))
        for table in targets:
            for name in there.all(table):
                assert here.words(here.find(table, name)) == here.words(there.find(table, name))


def test_a_name_wins_over_another_record_s_code():
    coded, named = Actor(id=uuid4(), name="A", code="B"), Actor(id=uuid4(), name="B")

    assert Names(Snapshot([coded, named]), SPANISH).find("actor", "B") == named.id
    assert Names(Snapshot([coded]), SPANISH).find("actor", "b") == coded.id


def test_nothing_is_found_by_nothing():
    names = Names(Snapshot([Actor(id=uuid4(), name="A")]), SPANISH)

    assert names.find("actor", "") is None
    assert names.find("actor", "B") is None
    assert not names.knows("actor", "B")
    assert names.words(uuid4()) == ""


def test_a_record_called_by_another_has_both_names():
    actor = Actor(id=uuid4(), name="Molino")
    person = Contact(id=uuid4(), name="Ana", actor=actor.id)

    assert Names(Snapshot([actor, person]), SPANISH).all("contact") == ["Ana · Molino"]


def test_added_names_go_before_those_of_the_project():
    old, new = Actor(id=uuid4(), name="A"), uuid4()

    names = Names(Snapshot([old]), SPANISH, {"actor": {"A": new, "C": old.id}})

    assert names.find("actor", "A") == new
    assert names.find("actor", "c") == old.id


def test_among_names_that_differ_by_an_accent_capitals_do_not_matter():
    twins = [Actor(id=uuid4(), name=name) for name in ("Peña", "Pena")]
    names = Names(Snapshot(twins), reader())

    assert names.find("actor", "PEÑA") == twins[0].id
    assert names.find("actor", "pena ") == twins[1].id
    assert names.find("actor", "péna") is None


def test_a_record_is_found_by_its_id_in_its_own_table_alone():
    rows = [Actor(id=uuid4(), name="Lácteos"), ChainLink(id=uuid4(), name="Acopio")]
    names = Names(Snapshot(rows), reader())

    assert names.find("actor", str(rows[0].id)) == rows[0].id
    assert names.find("actor", str(rows[1].id)) is None
    assert names.find("actor", str(uuid4())) is None


def test_what_stands_below_another_is_found_by_its_own_name_while_no_other_has_it():
    one, other = (BuyerSegment(id=uuid4(), name=name) for name in ("Tiendas", "Hoteles"))
    taste = PurchaseFactor(id=uuid4(), segment=one.id, name="Sabor")
    prices = [PurchaseFactor(id=uuid4(), segment=each.id, name="Precio") for each in (one, other)]
    names = Names(Snapshot([one, other, taste, *prices]), SPANISH)

    assert names.find("purchase_factor", "sabor") == taste.id
    assert names.find("purchase_factor", "Hoteles · Precio") == prices[1].id
    assert names.find("purchase_factor", "Precio") is None
    with pytest.raises(CellProblem, match="Tiendas · Precio, Hoteles · Precio"):
        read(attribute(FactorScore, "factor"), "Precio", reader(), names)
