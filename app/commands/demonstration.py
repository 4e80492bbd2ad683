"""The example: a small project made by the import itself from readable tables."""

from pathlib import Path
from uuid import uuid4

from app.commands.folders import today
from app.exchange.importing import import_file
from app.exchange.planning import plan_import
from app.i18n import reader
from app.store.folder import Folder
from app.store.opening import create_folder
from methodology.project import Project
from methodology.record import REGISTRY
from methodology.text import N_, Problem

HERE = Path(__file__).resolve()
PLACES = (HERE.parents[1] / "templates" / "demo", HERE.parents[2] / "templates" / "demo")
AUTHOR = "Dínamo"


class NoExample(Problem):
    """This copy of the program comes without the example."""


def tables() -> tuple[Path, ...]:
    """Return the tables of the example in the order of import: `NUMBER-TABLE.csv`."""
    return tuple(sorted(path for place in PLACES for path in place.glob("*-*.csv")))


def build_demonstration(scratch: Path) -> Folder:
    """Make the example in a folder under `scratch` and return it open; NoExample without data."""
    files = tables()
    if not files:
        raise NoExample(N_("This copy of Dínamo comes without the example."))
    project = Project(id=uuid4(), name=AUTHOR)
    folder = create_folder(scratch / files[0].parent.name, project, by=AUTHOR)
    for file in files:
        cls = REGISTRY[file.stem.split("-", 1)[1]]
        snapshot, data = folder.snapshot(), file.read_bytes()
        _ = reader(snapshot.one(Project))
        plan = plan_import(data, file.name, snapshot, _, cls=cls)
        import_file(folder, plan, data, by=AUTHOR, on=today())
    return folder
