"""Commands that open Dínamo in the browser."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from app import recent
from app.commands.demonstration import build_demonstration
from app.commands.folders import opened
from app.i18n import Reader
from app.serve import serve
from app.store.folder import Folder
from methodology.project import Project


def open_pages(_: Reader, chosen: Namespace) -> int:
    """Serve the pages of a project, or the list of projects."""
    if chosen.folder is None:
        return _serve(_, chosen, {})
    folder = opened(_, chosen.folder, force=chosen.force)
    key = _remember(folder)
    folder.close()
    return _serve(_, chosen, {"project": key})


def open_demonstration(_: Reader, chosen: Namespace) -> int:
    """Serve the example in a copy that goes when Dínamo stops."""
    with TemporaryDirectory(prefix="dinamo-", ignore_cleanup_errors=True) as scratch:
        folder = build_demonstration(Path(scratch))
        key = _remember(folder)
        folder.close()
        print(_("This is an example with invented data. What is changed in it is not kept."))
        try:
            return _serve(_, chosen, {"project": key})
        finally:
            recent.forget(key)


def _remember(folder: Folder) -> str:
    project = folder.snapshot().one(Project)
    return recent.remember(folder.path, project.name if project else folder.path.name)


def _serve(_: Reader, chosen: Namespace, query: dict[str, str]) -> int:
    asked = {"language": chosen.language} if chosen.language else {}
    return serve(_, port=chosen.port, query={**query, **asked}, browser=not chosen.no_browser)
