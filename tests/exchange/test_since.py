"""What changed since the last exported plan, in the words of the plan."""

from datetime import date
from uuid import uuid4

import pytest

from app.exchange.since import since_last
from app.i18n import reader
from app.store import ChangeSet, Edit, Put, Remove, create_folder
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.mapping import Actor, Contact
from methodology.options import Intention, StrategicOption
from methodology.plan import Section
from methodology.project import Draft, Language, Narrative, PlanStatus, Project
from methodology.raters import Rater, Side
from methodology.versions import PlanVersion

_ = reader(None, Language.SPANISH)
ANDES = Actor(id=uuid4(), name="Andes")
BAMBA = Actor(id=uuid4(), name="Bambamarca")
ROUTE = StrategicOption(id=uuid4(), name="Ruta del queso")


@pytest.fixture
def folder(tmp_path):
    """Give a project whose first plan was exported."""
    opened = create_folder(tmp_path / "p", Project(id=uuid4(), name="Quesos"), by="Ana")
    write(opened, Put(ANDES), Put(BAMBA))
    write(opened, Put(version(1, opened.revision())))
    yield opened
    opened.close()


def version(number, as_of):
    return PlanVersion(
        id=uuid4(),
        number=number,
        made_on=date(2026, 9, number),
        status=PlanStatus.DRAFT,
        document=f"{number:03d} Plan.docx",
        as_of=as_of,
    )


def write(folder, *changes):
    folder.apply(ChangeSet("Edit", changes), by="Ana")


def changes(folder):
    found = since_last(folder, folder.snapshot(), _)
    assert found is not None
    return found.changes


def test_before_the_first_plan_there_is_nothing_to_compare_with(tmp_path):
    opened = create_folder(tmp_path / "q", Project(id=uuid4(), name="Quesos"), by="Ana")
    try:
        assert since_last(opened, opened.snapshot(), _) is None
    finally:
        opened.close()


def test_the_export_itself_is_no_change(folder):
    assert changes(folder) == ()


def test_records_are_told_by_table_and_by_what_happened(folder):
    write(
        folder,
        Put(ROUTE),
        Edit(Actor, ANDES.id, {"employees": 4}),
        Remove(Actor, BAMBA.id),
    )

    actors, options = changes(folder)

    assert (actors.section, actors.table) == (Section.MAPPING, "Actores")
    assert (actors.added, actors.changed, actors.removed) == ((), ("Andes",), ("Bambamarca",))
    assert (options.section, options.added) == (Section.OPTIONS, ("Ruta del queso",))


def test_the_last_version_counts(folder):
    write(folder, Put(ROUTE))
    write(folder, Put(version(2, folder.revision())))

    found = since_last(folder, folder.snapshot(), _)

    assert (found.version.number, found.changes) == (2, ())


def test_the_team_s_texts_are_told_and_the_program_s_own_notes_are_not(folder):
    write(
        folder,
        Put(Narrative(id=uuid4(), section=Section.RISKS, text="El precio")),
        Put(Draft(id=uuid4(), of_table="actor", cells="{}")),
    )

    [texts] = changes(folder)

    assert texts.added == ("Riesgos y sostenibilidad",)


def test_persons_and_confidential_keys_are_counted_and_not_named(folder):
    segment = BuyerSegment(id=uuid4(), name="Tiendas")
    factor = PurchaseFactor(id=uuid4(), name="Precio", segment=segment.id)
    rater = Rater(id=uuid4(), name="Rosa Quispe", side=Side.FIRM)
    write(
        folder,
        Put(Contact(id=uuid4(), name="Elena Ríos", actor=ANDES.id, consent=True)),
        Put(ROUTE),
        Put(Intention(id=uuid4(), firm=ANDES.id, option=ROUTE.id)),
        *map(Put, (segment, factor, rater)),
        Put(FactorScore(id=uuid4(), rater=rater.id, factor=factor.id, own=3)),
    )

    told = {one.table: one.added for one in changes(folder)}

    assert told[_(Contact.title)] == told[_(Rater.title)] == ("",)
    assert told[_(Intention.title)] == ("",)
    assert told[_(FactorScore.title)] == ("",)
    assert told[_(PurchaseFactor.title)] == ("Tiendas · Precio",)
