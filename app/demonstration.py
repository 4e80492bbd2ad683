"""The example: a project made by the import itself from readable tables, and one vote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

from app.example_vote import hold_vote
from app.exchange.book import Book
from app.exchange.importing import import_file
from app.exchange.planning import plan_book
from app.exchange.reading_csv import read_csv
from app.i18n import reader
from app.store.folder import Folder
from app.store.opening import create_folder
from methodology.project import Project
from methodology.record import REGISTRY
from methodology.text import N_, Problem

HERE = Path(__file__).resolve()
PLACES = (HERE.parents[0] / "templates" / "demo", HERE.parents[1] / "templates" / "demo")
AUTHOR = "Dínamo"
VOTE = "ballots.csv"
DECIDED = "45"  # tables from this number on tell what came after the vote


class NoExample(Problem):
    """This copy of the program comes without the example."""


def tables() -> tuple[Path, ...]:
    """Return the tables of the example in the order of import: `NUMBER-TABLE.csv`."""
    return tuple(sorted(path for place in PLACES for path in place.glob("*-*.csv")))


def build_demonstration(scratch: Path, on: date) -> Folder:
    """Make the example in a folder under `scratch` and return it open; NoExample without data.

    `on` is the day its tables are brought in.

    The project's own table goes first: its country decides how the numbers of the others are read.
    The vote on the options is held in between: its result stands for no table.
    """
    files = tables()
    if not files:
        raise NoExample(N_("This copy of Dínamo comes without the example."))
    project = Project(id=uuid4(), name=AUTHOR)
    folder = create_folder(scratch / files[0].parent.name, project, by=AUTHOR)
    _bring(folder, "demo-1.zip", files[:1], on)
    _bring(folder, "demo-2.zip", [file for file in files[1:] if file.name < DECIDED], on)
    vote = files[0].with_name(VOTE)
    if vote.exists():
        hold_vote(folder, vote, by=AUTHOR)
    _bring(folder, "demo-3.zip", [file for file in files[1:] if file.name >= DECIDED], on)
    return folder


def _bring(folder: Folder, name: str, files: Sequence[Path], on: date) -> None:
    """Import some tables as the sheets of one book of a name that the history tells, as one act."""
    sheets = [replace(read_csv(file.read_bytes(), file.name), name=file.stem) for file in files]
    wanted = {sheet.name: REGISTRY[sheet.name.split("-", 1)[1]] for sheet in sheets}
    snapshot = folder.snapshot()
    book = Book(name, tuple(sheets))
    plan = plan_book(book, wanted, snapshot, reader(snapshot.one(Project)))
    import_file(folder, plan, _packed(files), by=AUTHOR, on=on)


def _packed(files: Sequence[Path]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for file in files:
            archive.write(file, file.name)
    return packed.getvalue()
