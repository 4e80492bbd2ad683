"""The command that writes a project out: the plan, the workbook or readable tables."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from app.commands.folders import opened, person, today
from app.exchange.csv_tables import write_csv
from app.exchange.publishing import publish_codes
from app.exchange.sharing import Share
from app.exchange.workbook import write_workbook
from app.i18n import Reader, reader
from app.report import build, number_pages
from app.store.documents import next_number, number_of, save_document
from app.store.folder import Folder
from app.store.folder_problems import explained
from app.store.whole_files import safe_name, write
from methodology.project import Language, Project
from methodology.text import N_, Problem


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
    folder = opened(_, chosen.folder)
    try:
        project = folder.snapshot().one(Project)
        spoken = reader(project, _LANGUAGES.get(chosen.language))
        share = Share(with_people=not chosen.no_people, with_private=not chosen.no_people)
        with explained(chosen.to):
            chosen.to.absolute().parent.mkdir(parents=True, exist_ok=True)
            write_it(folder, spoken, chosen.to, share)
    finally:
        folder.close()
    print(_("Written: {path}").format(path=chosen.to))
    return 0


def _plan(folder: Folder, _: Reader, target: Path, share: Share) -> None:  # noqa: ARG001
    """Write the plan; a numbered copy stays in the project's own documents."""
    day, number = today(), next_number(folder)
    notify = _progress if sys.stdout.isatty() else None
    data = build(folder.snapshot(), _, on=day, number=number, notify=notify)
    data = number_pages(data, _, notify)
    made = save_document(folder, data, _("Plan"), day)
    publish_codes(folder, number_of(made), by=person(), on=day)
    write(target, data)


def _workbook(folder: Folder, _: Reader, target: Path, share: Share) -> None:
    write(target, write_workbook(folder.snapshot(), _, on=today(), share=share))


def _tables(folder: Folder, _: Reader, target: Path, share: Share) -> None:
    target.mkdir(exist_ok=True)
    snapshot = folder.snapshot()
    for cls in share.shared_types():
        data = write_csv(cls, snapshot, _, share=share)
        write(target / f"{safe_name(_(cls.title))}.csv", data)


def _progress(share: float, what: str) -> None:
    print(f"\r{share:4.0%} {what:<60.60}", end="\n" if share == 1 else "", flush=True)


WRITERS: dict[str, Callable[[Folder, Reader, Path, Share], None]] = {
    ".docx": _plan,
    ".xlsx": _workbook,
    "": _tables,
}
_LANGUAGES = {language.value: language for language in Language}
