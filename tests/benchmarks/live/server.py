"""The firms' server as it is, with a route beside it that does nothing: the yardstick.

`python -m tests.benchmarks.live.server FOLDER PORT [SECONDS]`: the last adds so long to every
commit, as a disk that is slower than this computer's would.
"""

import contextlib
import sys
import time
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.phone import room
from app.phone.__main__ import serve
from app.phone.server import application
from app.store.ballots import BallotWriter
from methodology.project import Language


async def do_nothing(request: Request) -> Response:
    """Read the body and answer as a ballot is answered, without one."""
    await request.body()
    return RedirectResponse("/", status_code=303)


class SlowDisk(BallotWriter):
    """A writer whose commits take longer."""

    seconds = 0.0

    def _commit(self, connection, given):
        found = super()._commit(connection, given)
        time.sleep(self.seconds)
        return found


def main() -> None:
    """Serve until told to stop."""
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    if len(sys.argv) > 3:
        SlowDisk.seconds = float(sys.argv[3])
        room.BallotWriter = SlowDisk
    app = application(folder, language=Language.SPANISH)
    app.router.routes.insert(0, Route("/nothing", do_nothing, methods=["POST"]))
    with contextlib.suppress(KeyboardInterrupt):
        serve(app, "127.0.0.1", port)


if __name__ == "__main__":
    main()
