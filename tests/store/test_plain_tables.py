import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from uuid import UUID

from hypothesis import given

from app.i18n import reader
from app.store.plain_tables import DICTIONARY, dictionary_text, table_text
from methodology.characterization import Indicator, Statistic
from methodology.mapping import Actor, ActorKind, ChainLink, LinkRole, Tie
from methodology.process import Meeting, MeetingKind
from methodology.project import Country, Currency, Language, Project
from methodology.record import Kind, fields
from methodology.records import record_types
from methodology.scope import Segment
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.samples import random_snapshot, sentinels_in, snapshots


def key(number):
    return UUID(int=number, version=4)


PROJECT = Project(
    id=key(1),
    name="Quesos",
    country=Country.PERU,
    currency=Currency.PEN,
    language=Language.SPANISH,
)
LINK = ChainLink(id=key(2), name="Acopio", role=LinkRole.PRIMARY)
SEGMENTS = (Segment(id=key(3), name="Fresco"), Segment(id=key(4), name="Maduro"))
TAMBO = Actor(
    id=key(5),
    name="=HYPERLINK(1)",
    kind=ActorKind.PRODUCER,
    link=LINK.id,
    segments=(key(3), key(4)),
    is_core=True,
    turnover=123456,
    notes='-2 y más,\n"comillas"',
)


def rows(cls, *records, project=PROJECT):
    snapshot = Snapshot([project, LINK, *SEGMENTS, *records])
    text = table_text(snapshot, cls, reader(snapshot.one(Project)))
    assert text.startswith("\ufeffid,")
    return list(csv.DictReader(StringIO(text[1:], newline="")))


def test_values_stand_as_iso_writes_them_and_references_by_their_words():
    (row,) = rows(Actor, TAMBO)

    assert row["id"] == str(TAMBO.id)
    assert row["kind"] == "producer"
    assert (row["link"], row["link:id"]) == ("Acopio", str(LINK.id))
    assert (row["segments"], row["segments:id"]) == ("Fresco; Maduro", f"{key(3)} {key(4)}")
    assert row["is_core"] == "true"
    assert row["turnover"] == "1234.56"
    assert row["employees"] == ""


def test_money_is_written_in_whole_units_with_its_hundredths_whatever_the_currency():
    pesos = PROJECT.model_copy(update={"currency": Currency.CLP})

    (row,) = rows(Actor, TAMBO, project=pesos)

    assert row["turnover"] == "1234.56"


def test_cells_that_a_spreadsheet_would_run_are_made_harmless():
    named = [
        TAMBO.model_copy(update={"id": key(10 + number), "name": name})
        for number, name in enumerate(["=1+1", "+51 9", "-2", "@SUM(A1)", "a=b", " =1", "'x"])
    ]

    found = rows(Actor, *named)

    assert [row["name"] for row in found] == [
        "'=1+1",
        "'+51 9",
        "'-2",
        "'@SUM(A1)",
        "a=b",
        "' =1",
        "'x",
    ]
    assert found[0]["notes"] == '\'-2 y más,\n"comillas"'


def test_words_of_references_are_harmless_too():
    tie = Tie(id=key(20), source=TAMBO.id, target=key(6))

    (row,) = rows(Tie, TAMBO, Actor(id=key(6), name="CITE"), tie)

    assert (row["source"], row["target"]) == ("'=HYPERLINK(1)", "CITE")


def test_numbers_stay_numbers_even_when_negative():
    figure = Statistic(
        id=key(30), indicator=Indicator.EXPORTS, year=2025, value=Decimal("-1234.5000")
    )
    meeting = Meeting(
        id=key(31),
        name="Taller 1",
        kind=MeetingKind.WORKSHOP,
        about_stage=Stage.MAPPING,
        held_on=date(2026, 6, 12),
    )

    assert rows(Statistic, figure)[0]["value"] == "-1234.5000"
    assert rows(Statistic, figure)[0]["year"] == "2025"
    assert rows(Meeting, meeting)[0]["held_on"] == "2026-06-12"


def test_every_text_of_a_project_is_in_its_tables(make_folder):
    sample = random_snapshot(3, sentinels=True)
    folder = make_folder(*(record for record in sample if record.table != "project"))

    folder.write_tables()

    text = "".join(
        path.read_text("utf-8-sig") for path in sorted((folder.path / "tables").glob("*.csv"))
    )
    typed = "".join(
        record.model_dump_json() for record in sample if not isinstance(record, Project)
    )
    assert sentinels_in(typed) <= sentinels_in(text)
    assert sentinels_in(typed)


@given(snapshots(rows=2))
def test_no_cell_of_any_project_comes_alive_and_no_row_is_lost(snapshot):
    for cls in record_types():
        text = table_text(snapshot, cls, reader(snapshot.one(Project)))
        found = list(csv.DictReader(StringIO(text[1:], newline="")))
        typed = {field.name for field in fields(cls) if field.kind in (Kind.TEXT, Kind.LONG_TEXT)}
        assert [row["id"] for row in found] == [str(record.id) for record in snapshot.all(cls)]
        for row in found:
            assert not [name for name in typed if row[name].lstrip().startswith(tuple("=+-@"))]


def test_the_dictionary_says_what_every_column_means_in_the_projects_language():
    text = dictionary_text(reader(PROJECT))

    found = list(csv.DictReader(StringIO(text[1:], newline="")))

    assert {(row["table"], row["column"]) for row in found} == {
        (cls.table, field.name) for cls in record_types() for field in fields(cls)
    }
    links = {row["column"]: row["points to"] for row in found if row["table"] == "tie"}
    assert links["source"] == "actor"


def test_only_tables_that_changed_are_written_again(make_folder):
    folder = make_folder(TAMBO.model_copy(update={"link": None, "segments": ()}))
    folder.write_tables()
    kept = {path: path.stat().st_mtime_ns for path in (folder.path / "tables").iterdir()}

    skipped = folder.write_tables()

    assert skipped == ()
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert (folder.path / "tables" / DICTIONARY).is_file()
