"""Commands that open Dínamo in the browser."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from app import recent
from app.commands.demonstration import build_demonstration
from app.commands.folders import opened
from app.i18n import Reader
from app.network import addresses
from app.serve import serve
from app.server import HOST
from app.store.folder import Folder
from app.switchboard import PHONE_PORT, Wish
from methodology.project import Language, Project


def open_pages(_: Reader, chosen: Namespace) -> int:
    """Serve the pages of a project, or the list of projects."""
    if chosen.folder is None:
        return _serve(_, chosen, {})
    folder = opened(_, chosen.folder, force=chosen.force)
    key, path = _remember(folder), folder.path
    folder.close()
    return _serve(_, chosen, {"project": key}, _wish(chosen, path))


def open_demonstration(_: Reader, chosen: Namespace) -> int:
    """Serve the example in a copy that goes when Dínamo stops."""
    with TemporaryDirectory(prefix="dinamo-", ignore_cleanup_errors=True) as scratch:
        folder = build_demonstration(Path(scratch))
        key, path = _remember(folder), folder.path
        folder.close()
        print(_("This is an example with invented data. What is changed in it is not kept."))
        try:
            return _serve(_, chosen, {"project": key}, _wish(chosen, path))
        finally:
            recent.forget(key)


def _remember(folder: Folder) -> str:
    project = folder.snapshot().one(Project)
    return recent.remember(folder.path, project.name if project else folder.path.name)


def _wish(chosen: Namespace, folder: Path) -> Wish | None:
    """Return what opens the firms' pages at once; None without one of their options."""
    if not (chosen.host or chosen.phone_port or chosen.public_url):
        return None
    found = addresses()
    return Wish(
        folder=folder,
        host=chosen.host or (found[0].ip if found else HOST),
        port=chosen.phone_port or PHONE_PORT,
        public_url=chosen.public_url or "",
        language=chosen.language or Language.SPANISH,
    )


def _serve(_: Reader, chosen: Namespace, query: dict[str, str], wish: Wish | None = None) -> int:
    asked = {"language": chosen.language} if chosen.language else {}
    return serve(
        _,
        port=chosen.port,
        query={**query, **asked},
        browser=not chosen.no_browser,
        wish=wish,
    )
