"""The command that opens the example: apart, because what builds it is slow to import."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from app import recent
from app.commands.folders import today
from app.commands.pages import outside_of, remember, serve_pages, wish
from app.demonstration import build_demonstration
from app.i18n import Reader


def open_demonstration(_: Reader, chosen: Namespace) -> int:
    """Serve the example in a copy that goes when Dínamo stops."""
    outside, wished = outside_of(chosen), wish(chosen)
    print(_("This is an example with invented data. What is changed in it is not kept."))
    print(_("It is being prepared…"), flush=True)
    with TemporaryDirectory(prefix="dinamo-", ignore_cleanup_errors=True) as scratch:
        folder = build_demonstration(Path(scratch), today())
        key = remember(folder)
        folder.close()
        try:
            wished = wished and wished.at(folder.path)
            return serve_pages(_, chosen, {"project": key}, wished, outside)
        finally:
            recent.forget(key)
