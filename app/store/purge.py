"""Taking a person out of a project: records, texts, history, tables and backups.

What the program keeps it rewrites, so that the bytes are gone. What people put there themselves,
documents and files, is searched and listed: that is for the team to handle by hand.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from app.store import history, sqlite_file, writer
from app.store.changes import Change, ChangeSet, Edit, Remove
from app.store.evidence import evidence_about, evidence_path
from app.store.expunging import Target, expunge, make_nameless
from app.store.folder import Folder
from app.store.folder_problems import explained
from app.store.layout import BACKUPS, DAMAGED_PREFIX, DOCUMENTS, FILES, TABLES
from app.store.mentions import mentions
from app.store.references import with_consequences
from app.store.scrubbing import LEAST_DIGITS, Scrubber
from app.store.short_forms import names_of
from app.store.tables import ID, as_record
from app.store.traces import owe, settle
from app.whole_files import free_name, replace, temporary
from methodology.project import Evidence
from methodology.record import Attribute, Kind, Record, fields
from methodology.text import N_, Problem

_LEAST_LETTERS = 2


class NotAPerson(Problem):
    """The record to purge is not a person, or not there any more."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "There is no such person in this project, so nothing was changed. Look for the"
                " name again: it may have been taken out already."
            )
        )


@dataclass(frozen=True)
class PurgeReport:
    """What a purge did, and what it leaves to the team.

    `cells` counts the texts rewritten in the project, `backups` the copies rewritten. `by_hand`
    are files that still speak of the person, `unread` files that no program can search, such as
    photos; `namesakes` are other persons of the same name, who were left alone. `is_wiped` is
    False while another program keeps old bytes of the database from being rewritten: they are the
    next time that the project is opened.
    """

    cells: int
    backups: int
    by_hand: tuple[Path, ...]
    unread: tuple[Path, ...]
    namesakes: tuple[Record, ...]
    is_wiped: bool = True


def purge_person(folder: Folder, key: UUID, *, by: str, also: Iterable[str] = ()) -> PurgeReport:
    """Take a person out of the whole project folder; NotAPerson when the record is none.

    `also` are parts of the name that mean this person here: see `short_forms`.
    Backups and file names come first. Interrupted until then, the person is still listed, and
    purging again completes the work; interrupted later, opening the project does. FileBusy when a
    file that is named for the person is in use. It cannot be undone.
    """
    snapshot = folder.snapshot()
    with folder.read() as session:
        person = snapshot.find_any(key) or _removed(session, key)
        if person is None or not type(person).is_person:
            raise NotAPerson
        scrubber = Scrubber([*_words(session, person), *also])
    namesakes = tuple(_namesakes(snapshot, person, scrubber))
    target = Target(person, scrubber, frozenset(str(other.id) for other in namesakes))
    renamed = _new_names(folder.path, scrubber, snapshot.all(Evidence))
    with explained(folder.path):
        rewritten, failed = _purge_backups(folder.path, target)
        with _named_anew(folder.path, renamed):
            owe(folder.path)
            cells = _purge_project(folder, target, renamed, by)
        folder.forget_snapshot()
        is_wiped = settle(folder.path)
        folder.write_tables()
    found = mentions(_own_files(folder.path), scrubber)
    attached = (renamed.get(one, one) for one in evidence_about(snapshot, person))
    by_hand = {*found.found, *(evidence_path(folder.path, one) for one in attached)}
    unread = {*found.unread, *failed} - by_hand
    left = (tuple(sorted(by_hand)), tuple(sorted(unread)))
    return PurgeReport(cells, rewritten, *left, namesakes, is_wiped)


def _removed(session: Session, key: UUID) -> Record | None:
    """Return a record that somebody removed, as it was: history and backups still have it."""
    for _, altered in history.record_history(session, key):
        if altered.before and altered.after is None:
            return as_record(altered.cls, {ID: key, **altered.before})
    return None


def _words(session: Session, person: Record) -> Iterable[str]:
    """Yield what the person can be recognised by: name, addresses and numbers, past ones too."""
    for field in _personal(type(person)):
        yield from _telling(field, getattr(person, field.name), is_past=False)
    for _, altered in history.record_history(session, person.id):
        for values in (altered.before or {}, altered.after or {}):
            for field in _personal(type(person)):
                yield from _telling(field, values.get(field.name), is_past=True)


def _personal(cls: type[Record]) -> tuple[Attribute, ...]:
    texts = (field for field in fields(cls) if field.kind is Kind.TEXT)
    return tuple(field for field in texts if field.is_key or field.is_private)


def _telling(field: Attribute, value: object, *, is_past: bool) -> Iterable[str]:
    """Yield a value when it points to the person: not a dash, nor a first name typed in passing."""
    if not isinstance(value, str) or not value:
        return
    if field.is_key:
        is_telling = len(value.split()) > 1 if is_past else len(value) >= _LEAST_LETTERS
    else:
        is_telling = "@" in value or sum(map(str.isdigit, value)) >= LEAST_DIGITS
    if is_telling:
        yield value


def _namesakes(snapshot: Iterable[Record], person: Record, scrubber: Scrubber) -> Iterable[Record]:
    for record in snapshot:
        is_other = type(record).is_person and record.id != person.id
        if is_other and any(map(scrubber.finds, names_of(record))):
            yield record


Renamed = Mapping[Evidence, Evidence]


def _purge_project(folder: Folder, target: Target, renamed: Renamed, by: str) -> int:
    snapshot, person = folder.snapshot(), target.person
    changes: list[Change] = [Remove(type(person), person.id)]
    changes += [Edit(Evidence, new.id, {"file": new.file}) for new in renamed.values()]
    changes += [
        Edit(Evidence, found.id, {"about_table": "", "about_id": None})
        for found in evidence_about(snapshot, person)
    ]
    removal = with_consequences(snapshot, ChangeSet(N_("Take a person out"), tuple(changes)))
    with folder.begin() as session:
        raw = session.connection().connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError(type(raw))
        raw.execute("PRAGMA secure_delete = ON")
        act = writer.apply(session, removal, by=by)
        if not act.count:
            history.enter(session, act, ())
        return expunge(raw, target)


def _purge_backups(folder: Path, target: Target) -> tuple[int, list[Path]]:
    """Rewrite every backup; return how many, and those that cannot be read."""
    rewritten, failed = 0, []
    for path in (*(folder / BACKUPS).glob("*.db"), *folder.glob(f"{DAMAGED_PREFIX}-*.db")):
        try:
            is_sound = sqlite_file.is_sound(path)
        except sqlite3.DatabaseError:  # somebody holds it
            is_sound = False
        if is_sound:
            _purge_copy(path, target)
            rewritten += 1
        else:
            failed.append(path)
    return rewritten, failed


def _purge_copy(path: Path, target: Target) -> None:
    """Rewrite a copy without the person, whose row stays nameless so that nothing dangles."""
    draft = temporary(path)
    try:
        sqlite_file.copy(path, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN")
            make_nameless(connection, target.person)
            expunge(connection, target)
            counts = sqlite_file.row_counts(connection)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            sqlite_file.verify(connection, counts)
        replace(draft, path)
    finally:
        sqlite_file.remove(draft)


def _new_names(folder: Path, scrubber: Scrubber, known: Collection[Evidence]) -> Renamed:
    """Return the evidence whose file is named for the person, each with a free name without her."""
    kept = folder / FILES
    taken = {path.name for path in kept.iterdir()} if kept.is_dir() else set()
    pointed = {evidence.file for evidence in known}
    found: dict[Evidence, Evidence] = {}
    for evidence in known:
        if (scrubbed := scrubber.scrub(evidence.file)) != evidence.file:
            was_renamed = evidence.file not in taken and scrubbed in taken - pointed
            name = scrubbed if was_renamed else free_name(scrubbed, taken)
            taken.add(name)
            found[evidence] = evidence.model_copy(update={"file": name})
    return found


@contextmanager
def _named_anew(folder: Path, renamed: Renamed) -> Iterator[None]:
    """Give files their new names; they get the old ones back when the block fails."""
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in renamed.items():
            path, target = evidence_path(folder, old), evidence_path(folder, new)
            if path.is_file():
                path.rename(target)
                done.append((path, target))
        yield
    except BaseException:
        for path, target in reversed(done):
            with suppress(OSError):
                target.rename(path)
        raise


def _own_files(folder: Path) -> list[Path]:
    """Return what people put into the folder: in `backups` all but the copies kept there."""
    parts = (FILES, DOCUMENTS, TABLES, BACKUPS)
    found = (path for part in parts for path in sorted((folder / part).rglob("*")))
    copies = {*(folder / BACKUPS).glob("*.db")}
    return [path for path in found if path.is_file() and path not in copies]
