import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import ChangeSet, Put, Reason, back_up, backups, open_folder
from app.store.backup import KEPT_LATEST, Backup, back_up_changes, back_up_database, outdated
from app.store.sqlite_file import CopyFailed, connected, is_sound, row_counts, verify
from methodology.mapping import Actor
from tests.samples import random_snapshot

NOON = datetime(2026, 6, 12, 12, tzinfo=UTC)


def made(at):
    return Backup(at, 1, Path(f"{at:%Y%m%d%H%M%S}.db"), Reason.OPENING)


def test_a_backup_holds_every_row_and_needs_no_other_file(make_folder):
    records = [record for record in random_snapshot(1) if record.table != "project"]
    folder = make_folder(*records)

    path = back_up(folder, Reason.IMPORT)

    assert path.parent == folder.path / "backups"
    assert path.name.endswith("-before-import.db") or "-before-import-" in path.name
    with connected(path) as copy, connected(folder.path / "project.db") as original:
        assert row_counts(copy) == row_counts(original)
    assert [found.name for found in path.parent.glob("*-wal")] == []


def test_backups_of_one_second_sort_by_age(make_folder):
    folder = make_folder()

    made_in_order = [back_up_database(folder.path, reason, NOON) for reason in list(Reason)]

    listed = [backup.path for backup in backups(folder.path) if backup.at == NOON]
    assert listed == made_in_order[::-1]


def test_nothing_new_needs_no_new_backup(make_folder):
    folder = make_folder()
    first = back_up_changes(folder.path, Reason.OPENING)

    again = back_up_changes(folder.path, Reason.CLOSING)
    folder.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name="A")),)), by="ana")
    changed = back_up_changes(folder.path, Reason.CLOSING)

    assert again == first
    assert changed != first


def test_opening_and_closing_keep_a_backup_of_what_was_done(make_folder):
    folder = make_folder()
    folder.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name="A")),)), by="ana")
    folder.close()

    newest = backups(folder.path)[0]

    assert newest.reason is Reason.CLOSING
    with closing(sqlite3.connect(newest.path)) as copy:
        assert copy.execute("SELECT name FROM actor").fetchall() == [("A",)]
    open_folder(folder.path).close()
    assert backups(folder.path)[0] == newest


def test_a_copy_that_lacks_rows_is_refused(tmp_path):
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute("CREATE TABLE actor (name)")

        with pytest.raises(CopyFailed):
            verify(copy, {"actor": 1})


def test_files_that_people_put_among_the_backups_are_left_alone(make_folder):
    folder = make_folder()
    own = folder.path / "backups" / "antes de la reunión.db"
    own.write_bytes(b"mine")

    for _ in range(KEPT_LATEST + 3):
        back_up_database(folder.path, Reason.DEMAND)

    assert own.read_bytes() == b"mine"
    assert own not in [backup.path for backup in backups(folder.path)]
    assert len(backups(folder.path)) == KEPT_LATEST


def test_the_last_ten_and_one_for_each_day_and_month_are_kept():
    hourly = [made(NOON - timedelta(hours=hour)) for hour in range(24 * 100)]

    gone = set(outdated(hourly, NOON))
    kept = [backup for backup in hourly if backup not in gone]

    last_of_days = {NOON.replace(hour=23) - timedelta(days=day) for day in range(1, 14)}
    last_of_months = {
        datetime(2026, 3, 31, 23, tzinfo=UTC),
        datetime(2026, 4, 30, 23, tzinfo=UTC),
        datetime(2026, 5, 31, 23, tzinfo=UTC),
    }
    last_ten = {NOON - timedelta(hours=hour) for hour in range(10)}
    fourteen_days_ago = {NOON.replace(hour=23) - timedelta(days=14)}
    assert {backup.at for backup in kept} == (
        last_ten | last_of_days | fourteen_days_ago | last_of_months
    )


@given(st.lists(st.integers(0, 400 * 24 * 60), unique=True, max_size=60))
def test_rotation_keeps_the_newest_and_settles(minutes):
    all_made = [made(NOON - timedelta(minutes=minute)) for minute in minutes]

    gone = set(outdated(all_made, NOON))
    kept = [backup for backup in all_made if backup not in gone]

    assert len(kept) >= min(len(all_made), KEPT_LATEST)
    assert set(outdated(kept, NOON)) == set()
    if all_made:
        assert max(all_made) in kept
    assert all(later.at != earlier.at for later, earlier in pairwise(kept))


def test_every_backup_in_the_folder_is_sound(make_folder):
    folder = make_folder()
    back_up(folder)
    folder.close()

    assert all(is_sound(backup.path) for backup in backups(folder.path))
