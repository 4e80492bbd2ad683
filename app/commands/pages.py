"""Commands that open Dínamo in the browser."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from app import recent
from app.commands.folders import called, leave, opened, today
from app.demonstration import build_demonstration
from app.i18n import Reader
from app.network import addresses
from app.proxy_address import ProxyAddress, phones_address, proxy_address
from app.serve import serve
from app.server import HOST
from app.store import own_passphrase
from app.store.folder import Folder
from app.switchboard import PHONE_PORT, Wish
from methodology.project import Language, Project
from methodology.text import N_, Problem


class NoPassphrase(Problem):
    """The pages would answer other computers without asking who is there."""


def open_pages(_: Reader, chosen: Namespace) -> int:
    """Serve the pages of a project, or the list of projects."""
    outside = _outside(chosen)
    if chosen.folder is None:
        return _serve(_, chosen, {}, outside=outside)
    folder = opened(_, chosen.folder, force=chosen.force)
    key, path = _remember(folder), folder.path
    leave(_, folder)
    return _serve(_, chosen, {"project": key}, _wish(chosen, path), outside)


def open_demonstration(_: Reader, chosen: Namespace) -> int:
    """Serve the example in a copy that goes when Dínamo stops."""
    outside = _outside(chosen)
    with TemporaryDirectory(prefix="dinamo-", ignore_cleanup_errors=True) as scratch:
        folder = build_demonstration(Path(scratch), today())
        key, path = _remember(folder), folder.path
        folder.close()
        print(_("This is an example with invented data. What is changed in it is not kept."))
        try:
            return _serve(_, chosen, {"project": key}, _wish(chosen, path), outside)
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
        public_url=phones_address(chosen.public_url) if chosen.public_url else "",
        language=chosen.language or Language.SPANISH,
    )


def _outside(chosen: Namespace) -> ProxyAddress | None:
    """Return where a proxy shows the facilitator's pages; refused while no passphrase is set."""
    if not chosen.facilitator_url:
        return None
    found = proxy_address(chosen.facilitator_url)
    if not own_passphrase.kept():
        raise NoPassphrase(
            N_(
                "Behind a proxy the facilitator's pages need a passphrase, and none is set yet."
                " Set one first: {command}"
            ),
            command=f"{called()} passphrase",
        )
    return found


def _serve(
    _: Reader,
    chosen: Namespace,
    query: dict[str, str],
    wish: Wish | None = None,
    outside: ProxyAddress | None = None,
) -> int:
    asked = {"language": chosen.language} if chosen.language else {}
    return serve(
        _,
        port=chosen.port,
        query={**query, **asked},
        browser=not chosen.no_browser,
        wish=wish,
        outside=outside,
    )
