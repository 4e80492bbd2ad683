"""The random projects themselves: what other tests rely on."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import pytest
from hypothesis import given, settings

from methodology.mapping import Actor, Tie
from methodology.record import REGISTRY, Kind, Label, Record, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from tests.samples import (
    key_marks,
    large_snapshot,
    random_record,
    random_snapshot,
    sentinels_in,
    snapshots,
)


def dangling(snapshot: Snapshot) -> list[UUID]:
    return [
        key
        for record in snapshot
        for found in fields(type(record))
        if found.target
        for key in _pointed(getattr(record, found.name))
        if snapshot.find(found.target, key) is None
    ]


def _pointed(value: object) -> tuple[UUID, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


@settings(max_examples=50)
@given(snapshots(rows=3))
def test_random_projects_have_every_type_sound_references_and_unique_keys(snapshot):
    marks = [(type(record), mark) for record in snapshot for mark in key_marks(record)]

    assert all(snapshot.all(cls) for cls in record_types())
    assert dangling(snapshot) == []
    assert len(marks) == len(set(marks))


def test_the_same_seed_gives_the_same_project():
    assert list(random_snapshot(7)) == list(random_snapshot(7))
    assert list(random_snapshot(7)) != list(random_snapshot(8))


def test_sentinels_fill_every_field_and_occur_once():
    snapshot = random_snapshot(1, rows=5, sentinels=True)

    for record in snapshot:
        for found in fields(type(record)):
            assert getattr(record, found.name) not in ("", None, ()), (record.table, found.name)
    texts = [
        mark
        for record in snapshot
        for found in fields(type(record))
        if found.kind in (Kind.TEXT, Kind.LONG_TEXT)
        for mark in sentinels_in(getattr(record, found.name))
    ]
    assert len(texts) == len(set(texts)) > 100


@pytest.fixture
def probe():
    class Probe(Record):
        table = "probe"
        name: Annotated[str, Label("Name")]
        weight: Annotated[Decimal | None, Label("Weight")] = None
        seen_at: Annotated[datetime | None, Label("Seen at")] = None

    yield Probe
    REGISTRY.pop("probe")


def test_record_types_of_a_test_are_covered(probe):
    assert len(random_snapshot(3).all(probe)) == 4
    assert len(random_snapshot(3, sentinels=True, sizes={"probe": 9}).all(probe)) == 9


def test_one_more_record_fits_the_project():
    snapshot = random_snapshot(5)

    more = random_record(Tie, snapshot, 6)

    assert dangling(Snapshot([*snapshot, more])) == []


def test_the_large_project_has_the_size_asked_for_and_sound_references():
    snapshot = large_snapshot(60, 120, seed=2)

    assert (len(snapshot.all(Actor)), len(snapshot.all(Tie))) == (60, 120)
    assert dangling(snapshot) == []
    marks = [(type(record), mark) for record in snapshot for mark in key_marks(record)]
    assert len(marks) == len(set(marks))
