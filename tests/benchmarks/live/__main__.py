"""Measure the live workshop in one run: `python -m tests.benchmarks.live`.

Server on one core, load from the other. Prints figures and ratios; ends with 1 when a budget is
exceeded. With `--peers` also the same vote as a Streamlit page, in a browser, and in oTree.
"""

import json
import logging
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from app.home import home
from app.store import create_folder, voters
from app.store.folder import Folder
from app.store.sealing import raw
from app.store.voting import open_round, turnout
from methodology.ballot import Sheet
from methodology.project import Project
from tests.benchmarks.live.otree_peer import otree_times, our_times
from tests.benchmarks.live.streamlit_page import streamlit_voters
from tests.conftest import any_port
from tests.store.balloting import put_open, put_round

ROOT = Path(__file__).resolve().parents[3]
OWN = home()  # before the run gets a home of its own: what is installed stays
MILLISECONDS = 1000
PHONES = 2000
CONNECTIONS = 64


class Bench:
    """One folder, one server, one round; figures are printed as they are measured."""

    def __init__(self, scratch: Path) -> None:
        self.folder: Folder = create_folder(
            scratch / "project", Project(id=uuid4(), name="Carga"), by="benchmark"
        )
        self.is_within = True

    @contextmanager
    def serving(self, *extra: str) -> Iterator[int]:
        """Serve the folder on the first core."""
        port = any_port()
        self.start(port, *extra)
        try:
            yield port
        finally:
            self.server.send_signal(signal.SIGINT)
            self.server.wait()

    def start(self, port: int, *extra: str) -> None:
        """Start the server and wait until it answers."""
        command = [sys.executable, "-m", "tests.benchmarks.live.server", str(self.folder.path)]
        self.server = subprocess.Popen([*command, str(port), *extra], cwd=ROOT)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(self.server.pid, {0})
        wait_for(port)

    def question(self) -> Sheet:
        """Return an open round."""
        return put_open(self.folder)

    @cached_property
    def key(self) -> str:
        """The key that seals the names of phones; the server has made it by its first answer."""
        with self.folder.read() as session:
            return (voters.known_secret(raw(session), voters.PHONES) or b"").hex()

    def kept(self, asked: Sheet) -> int:
        """Return how many ballots the round holds."""
        with self.folder.read() as session:
            return turnout(session, asked.round).cast

    def tell(self, what: str, found: str, budget: str = "", is_within: bool = True) -> None:
        """Print a figure with its budget."""
        self.is_within &= is_within
        print(f"{what:<58}{found:<44}{budget}{'' if is_within else '  OVER'}", flush=True)


def wait_for(port: int) -> None:
    """Wait until a server answers."""
    import urllib.request  # slow: only here

    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/alive", timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(port)


def load(way: str, port: int, **told: object) -> subprocess.Popen[str]:
    """Begin a load from a process on the other core."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.live.load"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps({"way": way, "port": port, "core": 1, **told}) + "\n")
    process.stdin.flush()
    return process


def result(process: subprocess.Popen[str]) -> dict:
    """Return what a load came to."""
    assert process.stdout
    found = json.loads(process.stdout.readline())
    process.wait()
    return found


def quantile(times: list[float], share: float) -> float:
    """Return a quantile in milliseconds."""
    found = sorted(times)
    return MILLISECONDS * found[min(len(found) - 1, int(share * len(found)))]


def cpu(pid: int) -> float:
    """Return the seconds of processor that a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def path_of(asked: Sheet) -> str:
    """Return the address of a round."""
    return f"/r/{asked.round.id.hex}"


def the_room(bench: Bench) -> float:
    """Measure 2,000 phones within ten seconds and their ballots within one; return CPU each."""
    with bench.serving() as port:
        asked = bench.question()
        time.sleep(0.3)
        before = cpu(bench.server.pid)
        found = result(load("voters", port, path=path_of(asked), phones=PHONES, seconds=10))
        each = (cpu(bench.server.pid) - before) / PHONES
        p50, p99 = quantile(found["times"], 0.5), quantile(found["times"], 0.99)
        bench.tell(
            f"{PHONES} phones in 10 s: page, listener, ballot",
            f"{found['kept']} kept, p50 {p50:.1f}, p99 {p99:.1f} ms",
            "all, p99 ≤ 50 ms",
            found["kept"] == bench.kept(asked) == PHONES and p99 <= 50,
        )
        bench.tell("server's processor for each of them", f"{each * MILLISECONDS:.2f} ms")
    with bench.serving() as port:
        asked = bench.question()
        time.sleep(0.3)
        found = result(load("burst", port, path=path_of(asked), phones=PHONES, seconds=1))
        p99 = quantile(found["times"], 0.99)
        bench.tell(
            f"{PHONES} ballots within 1 s",
            f"{found['kept']} kept, p99 {p99:.1f} ms",
            "all, p99 ≤ 250 ms",
            found["kept"] == bench.kept(asked) == PHONES and p99 <= 250,
        )
    return each


def storm(bench: Bench, port: int, path: str, seconds: float) -> dict:
    """Send as many as go through to an address, and return what came of it."""
    told = {"path": path, "connections": CONNECTIONS, "seconds": seconds, "key": bench.key}
    return result(load("storm", port, **told))


def the_limit(bench: Bench, seconds: float = 2) -> None:
    """Compare durable ballots with a route that does nothing, in turns on one server.

    Each turn has a question of its own, with some thousands of ballots as the largest rooms have.
    """
    with bench.serving() as port:
        ratios, rates = [], []
        for _ in range(7):
            asked = bench.question()
            time.sleep(0.3)
            idle = storm(bench, port, "/nothing", seconds)
            durable = storm(bench, port, path_of(asked), seconds)
            rates.append(durable["rate"])
            ratios.append(durable["rate"] / idle["rate"])
        bench.tell(
            "durable ballots against a route that does nothing",
            f"{statistics.median(ratios):.2f}× ({statistics.median(rates):.0f}/s)",
            "≥ 0.60×",
            statistics.median(ratios) >= 0.6,
        )
    with bench.serving("0.005") as port:
        asked = bench.question()
        time.sleep(0.3)
        slow = storm(bench, port, path_of(asked), seconds)
        bench.tell(
            "ballots with 5 ms more for each commit",
            f"{slow['rate']:.0f}/s, p99 {quantile(slow['times'], 0.99):.0f} ms",
            "≥ 3000/s",
            slow["rate"] >= 3000,
        )


def the_news(bench: Bench, phones: int = 1000) -> None:
    """Measure how long it takes until the last of many phones hears of a new question."""
    with bench.serving() as port:
        taken = []
        for _ in range(5):
            asked = put_round(bench.folder)
            waiting = load("listeners", port, phones=phones)
            assert waiting.stdout
            waiting.stdout.readline()
            open_round(bench.folder, asked.round.id, by="benchmark")
            begin = time.time()
            taken.append(result(waiting)["heard"][-1] - begin)
        last = MILLISECONDS * statistics.median(taken)
        bench.tell(
            f"last of {phones} listeners hears of a question",
            f"{last:.0f} ms (worst of 5: {MILLISECONDS * max(taken):.0f})",
            "≤ 300 ms",
            last <= 300,
        )


def the_kill(bench: Bench, phones: int = 1000) -> None:
    """Kill the server in the middle of voting, and see who comes back and what is kept."""
    port = any_port()
    bench.start(port)
    asked = bench.question()
    time.sleep(0.3)
    coming = load("returning", port, path=path_of(asked), phones=phones, seconds=4, key=bench.key)
    time.sleep(2)
    bench.server.kill()
    bench.server.wait()
    time.sleep(0.2)
    bench.start(port)
    back = result(coming)["back"]
    late = quantile(back, 0.99) / MILLISECONDS
    bench.tell(
        f"{phones} phones, server killed with -9 while they vote",
        f"{bench.kept(asked)} kept, 99 % back after {late:.1f} s",
        "all, ≤ 5 s",
        bench.kept(asked) == phones and late <= 5,
    )
    bench.server.send_signal(signal.SIGINT)
    bench.server.wait()


def the_facilitator(bench: Bench) -> None:
    """Measure ballots while a process beside them computes without a pause."""
    with bench.serving() as port:
        asked = bench.question()
        busy = subprocess.Popen([sys.executable, "-c", "while True: sum(range(100_000))"])
        try:
            time.sleep(0.3)
            found = result(load("voters", port, path=path_of(asked), phones=800, seconds=8))
        finally:
            busy.kill()
            busy.wait()
        p99 = quantile(found["times"], 0.99)
        bench.tell(
            "ballots while the facilitator's pages compute",
            f"{found['kept']} kept, p99 {p99:.1f} ms",
            "p99 ≤ 25 ms",
            found["kept"] == 800 and p99 <= 25,
        )


def the_peer(bench: Bench, each: float) -> None:
    """Compare with the same vote as a Streamlit page, in a browser."""
    found = streamlit_voters()
    if found is None:
        bench.tell("the same vote as a Streamlit page", "not measured: no Chromium here")
        return
    bench.tell(
        "processor for each voter: Streamlit page against ours",
        f"{found / each:.0f}× ({found * MILLISECONDS:.0f} ms against {each * MILLISECONDS:.2f})",
        "≥ 100×",
        found >= 100 * each,
    )


def the_outside_peer(bench: Bench) -> None:
    """Compare the time of a ballot with oTree's, both asked in the same way."""
    with bench.serving() as port:
        asked = bench.question()
        time.sleep(0.3)
        ours = our_times(port, path_of(asked))
    theirs = otree_times(OWN)
    one, other = quantile(ours, 0.95), quantile(theirs, 0.95)
    bench.tell(
        f"p95 of a ballot, {len(ours)} voters in 5 s: oTree against ours",
        f"{other / one:.1f}× ({other:.1f} ms against {one:.1f})",
        "> 1×",
        other > one,
    )


def main() -> int:
    """Print every figure as it is measured; return 1 when one is over its budget."""
    logging.disable(logging.WARNING)
    with TemporaryDirectory(prefix="dinamo-") as scratch:
        os.environ["DINAMO_HOME"] = str(Path(scratch) / "home")
        bench = Bench(Path(scratch))
        try:
            each = the_room(bench)
            the_limit(bench)
            the_news(bench)
            the_kill(bench)
            the_facilitator(bench)
            if "--peers" in sys.argv:
                the_peer(bench, each)
                the_outside_peer(bench)
        finally:
            bench.folder.close()
    return 0 if bench.is_within else 1


if __name__ == "__main__":
    sys.exit(main())
