"""The command that opens Dínamo in the browser."""

from argparse import Namespace

from app import recent
from app.command_line import called
from app.commands.folders import leave, opened
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


class NoFolder(Problem):
    """The firms' pages are to open, and of no project."""


class NoPassphrase(Problem):
    """The pages would answer other computers without asking who is there."""


def open_pages(_: Reader, chosen: Namespace) -> int:
    """Serve the pages of a project, or the list of projects."""
    outside, wished = outside_of(chosen), wish(chosen)
    if chosen.folder is None:
        if wished:
            raise NoFolder(N_("The firms' pages are of one project: name its folder as well."))
        return serve_pages(_, chosen, {}, outside=outside)
    folder = opened(_, chosen.folder, force=chosen.force)
    key = remember(folder)
    leave(_, folder)
    return serve_pages(_, chosen, {"project": key}, wished and wished.at(folder.path), outside)


def remember(folder: Folder) -> str:
    """Put a project on the list of recent ones and return its key there."""
    project = folder.snapshot().one(Project)
    return recent.remember(folder.path, project.name if project else folder.path.name)


def wish(chosen: Namespace) -> Wish | None:
    """Return what opens the firms' pages at once; None without one of their options.

    What cannot be is refused here, before a project is opened or the example built.
    """
    if not (chosen.host or chosen.phone_port or chosen.public_url):
        return None
    found = addresses()
    return Wish(
        host=chosen.host or (found[0].ip if found else HOST),
        port=chosen.phone_port or PHONE_PORT,
        public_url=phones_address(chosen.public_url) if chosen.public_url else "",
        language=chosen.language or Language.SPANISH,
    )


def outside_of(chosen: Namespace) -> ProxyAddress | None:
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


def serve_pages(
    _: Reader,
    chosen: Namespace,
    query: dict[str, str],
    wished: Wish | None = None,
    outside: ProxyAddress | None = None,
) -> int:
    """Serve the facilitator's pages, opened at what `query` says; return the exit code."""
    asked = {"language": chosen.language} if chosen.language else {}
    return serve(
        _,
        port=chosen.port,
        query={**query, **asked},
        browser=not chosen.no_browser,
        wish=wished,
        outside=outside,
    )
