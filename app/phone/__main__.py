"""Serve the firms' pages of a project: `python -m app.phone FOLDER --host 192.168.1.23`."""

import argparse
import contextlib
import gc
import importlib.util
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from app.phone.connection import CarefulProtocol
from app.phone.server import application
from app.store.lock import acquire
from methodology.project import Language

PORT = 8080
BACKLOG = 2048
FILES = 16_384
BETWEEN_SEARCHES = 50_000  # objects made and still there; Python's own number is 700
GRACE_SECONDS = 3
KEEP_ALIVE_SECONDS = 20


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until told to stop."""
    chosen = _parser().parse_args(arguments)
    if chosen.with_parent:
        threading.Thread(target=_stop_with_parent, daemon=True).start()
    _allow_many_phones()
    folder = chosen.folder.expanduser().absolute()
    lock, is_over = acquire(folder), threading.Event()
    keeper = threading.Thread(target=lock.keep, args=(is_over,), daemon=True)
    keeper.start()
    try:
        with contextlib.suppress(KeyboardInterrupt):
            serve(_application(chosen, folder), *_place(chosen))
    finally:
        is_over.set()
        keeper.join()
        lock.release()


def serve(made: Starlette, host: str, port: int) -> None:
    """Serve until told to stop, without searching for garbage what lives as long as the server.

    A ballot leaves none behind; looked for as often as Python does by itself, it takes a sixth
    of the server's time, and a full search keeps every phone waiting.
    """
    gc.freeze()
    gc.set_threshold(BETWEEN_SEARCHES)
    uvicorn.Server(server_config(made, host, port)).run()


def server_config(made: Starlette, host: str, port: int) -> uvicorn.Config:
    """Return how these pages are served: the quick parser and loop, no log of who asked what."""
    return uvicorn.Config(
        made,
        host=host,
        port=port,
        http=CarefulProtocol,
        loop="uvloop" if importlib.util.find_spec("uvloop") else "asyncio",
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def _application(chosen: argparse.Namespace, folder: Path) -> Starlette:
    return application(folder, language=chosen.language, public_url=chosen.public_url)


def _place(chosen: argparse.Namespace) -> tuple[str, int]:
    return chosen.host, chosen.port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app.phone")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--public-url", default="")
    parser.add_argument(
        "--language", type=Language.called, choices=[*Language], default=Language.SPANISH
    )
    parser.add_argument("--with-parent", action="store_true")
    return parser


def _stop_with_parent() -> None:
    """Stop this process when the pipe from its parent closes, however the parent ended."""
    sys.stdin.buffer.read()
    signal.raise_signal(signal.SIGINT)


def _allow_many_phones() -> None:
    """Raise the number of connections that the system allows, where it has one to raise."""
    if importlib.util.find_spec("resource") is None:
        return
    import resource  # slow to find a place at the top: Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


if __name__ == "__main__":
    main()
