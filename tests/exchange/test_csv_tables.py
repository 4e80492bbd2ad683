"""One type as CSV: by the country's signs, safe to open, read back without loss."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.csv_tables import write_csv
from app.exchange.guessing import importable_types
from app.exchange.planning import plan_import
from app.exchange.sharing import Share
from app.i18n import reader
from methodology.mapping import Actor, Contact
from methodology.monitoring import Sustainability
from methodology.project import Country, Currency, Language, Project
from methodology.record import Kind, fields
from methodology.snapshot import Snapshot
from tests.samples import snapshots

TODAY = date(2026, 6, 12)


def project(country=Country.SPAIN):
    return Project(id=uuid4(), name="P", country=country, currency=Currency.EUR)


@settings(max_examples=6, deadline=None)
@given(snapshots(rows=2), st.sampled_from(Language), st.sampled_from(Language))
def test_every_type_survives_the_way_out_and_back_in_any_language(snapshot, out, back):
    home = snapshot.one(Project)

    for cls in importable_types():
        data = write_csv(cls, snapshot, reader(home, out))
        plan = plan_import(data, "t.csv", snapshot, reader(home, back), cls=cls)
        assert plan.is_idle, (cls, plan.rows)
        others = Snapshot(record for record in snapshot if not isinstance(record, cls))
        if not any(found.target == cls.table for found in fields(cls)):
            fresh = plan_import(data, "t.csv", others, reader(home, back), cls=cls)
            made = {change.record.id: change.record for change in fresh.change_set.changes}
            assert made == {record.id: record for record in snapshot.all(cls)}


def test_a_record_that_says_nothing_comes_back_where_it_is_not_and_is_no_change_where_it_is():
    home, blank = project(), Sustainability(id=uuid4())
    data = write_csv(Sustainability, Snapshot([home, blank]), reader(home))

    here, elsewhere = (
        plan_import(data, "t.csv", Snapshot(known), reader(home), cls=Sustainability)
        for known in ([home, blank], [home])
    )

    assert here.is_idle
    assert [change.record for change in elsewhere.change_set.changes] == [blank]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        (Country.SPAIN, "A;1.234.567,89"),
        (Country.BRAZIL, "A;1.234.567,89"),
        (Country.UNITED_STATES, 'A,"1,234,567.89"'),
    ],
)
def test_signs_and_separator_are_the_country_s(country, expected):
    actor = Actor(id=uuid4(), name="A", turnover=123_456_789)
    wanted = [found for found in fields(Actor) if found.name in ("name", "turnover")]

    class Few(Share):
        def shared_fields(self, cls):
            return tuple(found for found in super().shared_fields(cls) if found in wanted)

    data = write_csv(Actor, Snapshot([actor]), reader(project(country)), share=Few())

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[1] == (
        f"{expected};{actor.id}" if ";" in expected else f"{expected},{actor.id}"
    )


@pytest.mark.parametrize("text", ["=1+1", "+51 976", "-2+3", "@SUM(A1)", "'=x", "''+y", "'tis"])
def test_no_text_comes_alive_and_all_of_it_comes_back(text):
    actor = Actor(id=uuid4(), name=text, notes=text)
    home = project()

    data = write_csv(Actor, Snapshot([home, actor]), reader(home))

    cells = data.decode("utf-8-sig").splitlines()[1].split(";")
    assert not any(cell.lstrip('"').startswith(("=", "+", "-", "@")) for cell in cells)
    plan = plan_import(data, "a.csv", Snapshot([home]), reader(home), cls=Actor)
    assert [row.record for row in plan.rows] == [actor]


def test_private_fields_can_be_left_out():
    contact = Contact(id=uuid4(), name="A", actor=uuid4(), phone="999 000 111")

    data = write_csv(
        Contact, Snapshot([contact]), reader(project()), share=Share(with_private=False)
    )

    assert b"999 000" not in data


def test_numbers_are_not_guarded():
    numbers = [found for found in fields(Actor) if found.kind is Kind.INTEGER]

    assert numbers
    assert b"'" not in write_csv(
        Actor, Snapshot([Actor(id=uuid4(), name="A", employees=5)]), reader(project())
    )
