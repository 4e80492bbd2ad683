"""The command that writes a project out: the plan, the workbook or readable tables."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.commands.folders import leave, opened, person, today
from app.exchange.csv_tables import write_csv
from app.exchange.sharing import Share
from app.exchange.workbook import write_workbook
from app.i18n import Reader, reader
from app.publication import publish
from app.store.folder import Folder
from app.store.folder_problems import explained
from app.whole_files import safe_name, write
from methodology.finality import NotFinal, Obstacle
from methodology.project import Language, PlanStatus, Project
from methodology.text import N_, Problem

PLAN = ".docx"


@dataclass(frozen=True)
class Wanted:
    """What is to be written, where to, with what left out and as a draft or final.

    `reader` is whom the program speaks to, in the language of the computer.
    """

    target: Path
    share: Share
    status: PlanStatus
    reader: Reader


class OnlyPlansAreFinal(Problem):
    """Something else than the plan is to be final."""


class UnknownFormat(Problem):
    """Nothing is written in a format with that ending."""


def write_out(_: Reader, chosen: Namespace) -> int:
    """Write what the ending of the file asks for, and say where."""
    write_it = WRITERS.get(chosen.to.suffix.lower())
    if write_it is None:
        raise UnknownFormat(
            N_("{name} is not written: end the name with .docx, .xlsx, or nothing for a folder."),
            name=chosen.to.name,
        )
    status = PlanStatus.FINAL if chosen.final else PlanStatus.DRAFT
    if chosen.final and chosen.to.suffix.lower() != PLAN:
        raise OnlyPlansAreFinal(N_("Only the plan can be final: end the name with .docx."))
    folder = opened(_, chosen.folder)
    try:
        project = folder.snapshot().one(Project)
        spoken = reader(project, Language.called(chosen.language))
        share = Share(with_people=not chosen.no_people, with_private=not chosen.no_people)
        wanted = Wanted(chosen.to, share, status, _)
        with explained(chosen.to):
            chosen.to.absolute().parent.mkdir(parents=True, exist_ok=True)
            write_it(folder, spoken, wanted)
    finally:
        leave(_, folder)
    print(_("Written: {path}").format(path=chosen.to))
    return 0


def _tell(_: Reader, obstacles: Iterable[Obstacle]) -> None:
    """Print what keeps the plan from being final, one line for each thing."""
    for one in obstacles:
        print(f"- {_(one.stage.label)}: {one.action.text(_)}. {one.detail.text(_)}")


def _plan(folder: Folder, _: Reader, wanted: Wanted) -> None:
    """Write the plan; a numbered copy stays in the project's own documents."""
    notify = _progress if sys.stdout.isatty() else None
    try:
        made = publish(folder, _, on=today(), by=person(), status=wanted.status, notify=notify)
    except NotFinal as problem:
        _tell(wanted.reader, problem.obstacles)
        raise
    write(wanted.target, made.read_bytes())


def _workbook(folder: Folder, _: Reader, wanted: Wanted) -> None:
    write(wanted.target, write_workbook(folder.snapshot(), _, on=today(), share=wanted.share))


def _tables(folder: Folder, _: Reader, wanted: Wanted) -> None:
    wanted.target.mkdir(exist_ok=True)
    snapshot = folder.snapshot()
    for cls in wanted.share.shared_types():
        data = write_csv(cls, snapshot, _, share=wanted.share)
        write(wanted.target / f"{safe_name(_(cls.title))}.csv", data)


def _progress(share: float, what: str) -> None:
    print(f"\r{share:4.0%} {what:<60.60}", end="\n" if share == 1 else "", flush=True)


WRITERS: dict[str, Callable[[Folder, Reader, Wanted], None]] = {
    PLAN: _plan,
    ".xlsx": _workbook,
    "": _tables,
}
