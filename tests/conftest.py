"""What tests of every part share: a home of their own, a browser, an office, a running program."""

import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import hypothesis
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from app import recent
from app.facilitator import settings
from app.serve import facilitator
from app.server import Server
from tests.browsing import LAPTOP, PATIENCE, STILLNESS

hypothesis.settings.register_profile("dinamo", deadline=None)  # no test asserts a time
hypothesis.settings.load_profile("dinamo")

START_SECONDS = 60
MISSING = "is not installed"
OFFICE_SECONDS = 180
MEMORY, ROOM = Path("/dev/shm"), 4 << 30
SELDOM = (5_000, 20, 20)  # new objects, and rounds of each kind, until Python looks for litter


def write_into_memory() -> None:
    """Lead temporary files of tests and of what they start past the disk, where there is room.

    A disk that several processes write to keeps each of them waiting; no test pulls its plug.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


write_into_memory()
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each program started would compile all of it


def program(*names: str) -> str:
    """Give the path of a program; the test is skipped without it."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} {MISSING}")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count as failed, where CI is set, a test that is skipped for want of a program."""
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and MISSING in str(report.longrepr):
        report.outcome = "failed"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no processor waits for another at the end."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def pytest_collection_finish() -> None:
    """Look for litter seldom, and never among what stays: the tests, modules and libraries."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory) -> Iterator[Path]:
    """Keep tests away from the data of the person who runs them, in Spanish whoever that is."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("DINAMO_HOME", str(home))
        patch.setenv("DINAMO_LANGUAGE", "es")
        patch.setenv("DINAMO_OFFICE", "")  # an export waits for it; its own tests name it
        yield home


@pytest.fixture(scope="session", autouse=True)
def own_settings() -> Iterator[None]:
    """Run pages under test as the program does, without looking anew for what cannot change.

    Streamlit's `AppTest` would compile every script at every run, and search every installed
    package for components at every page.
    """
    for name, value in settings(0).items():
        if name.startswith(("runner.", "browser.")):
            config.set_option(name, value)
    compiled, components = ScriptCache(), manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "ScriptCache", lambda: compiled)
        patch.setattr(local_script_runner, "require_widgets_deltas", await_script)
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: components)
        yield


def await_script(runner: LocalScriptRunner, timeout: float) -> None:
    """Wait for a page under test; `AppTest` would look a thousand times a second, and slow it."""
    runner._script_thread.join(timeout)
    if runner._script_thread.is_alive():
        runner.request_stop()
        pytest.fail(f"the page took more than {timeout} seconds")


@pytest.fixture(autouse=True)
def own_main(monkeypatch) -> None:
    """Put the main module back after each test: a page under test takes its place.

    Processes that a later test starts would run that page again before their own work.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give a headless Chromium for the whole run."""
    path = program("chromium", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Windows:
    """Browser windows of each size and colours, emptied after a test and lent to the next.

    A window keeps the program's scripts, which a new one would fetch and compile again; so does
    the process of its first page, in which the others are opened.
    """

    browser: Browser
    free: defaultdict[tuple[int, int, str], list[BrowserContext]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @contextmanager
    def lending(self) -> Iterator[Callable[..., BrowserContext]]:
        """Give what opens a window that nobody else has: `window(PHONE, "dark")`."""
        lent: list[tuple[list[BrowserContext], BrowserContext]] = []

        def open_window(size: ViewportSize = LAPTOP, colours: str = "light") -> BrowserContext:
            free = self.free[size["width"], size["height"], colours]
            lent.append((free, free.pop() if free else self._new(size, colours)))
            return lent[-1][1]

        yield open_window
        for free, each in lent:
            empty(each)
            free.append(each)

    def _new(self, size: ViewportSize, colours: str) -> BrowserContext:
        made = self.browser.new_context(viewport=size, color_scheme=colours)
        made.set_default_timeout(PATIENCE)
        made.add_init_script(path=STILLNESS)
        first = made.new_page()  # stays: a window with no page left is closed
        made.new_page = partial(page_beside, first)
        return made


def page_beside(first: Page) -> Page:
    """Open an empty page in the process of another one: it has compiled the program's scripts."""
    with first.context.expect_page() as opened:
        first.evaluate("() => { open('about:blank') }")
    return opened.value


def empty(window: BrowserContext) -> None:
    """Close the pages of a window but its first, and forget what they kept and were allowed."""
    for page in window.pages[1:]:
        with suppress(Error):  # a page that shows nothing of ours keeps nothing
            page.evaluate("localStorage.clear()")
        page.close()
    window.clear_cookies()
    window.clear_permissions()
    window.set_offline(False)


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """Give the browser windows that the tests of a run take turns with."""
    return Windows(chromium)


@pytest.fixture
def window(windows: Windows) -> Iterator[Callable[..., BrowserContext]]:
    """Give what opens a browser window for a test alone: `window(PHONE, "dark")`."""
    with windows.lending() as open_window:
        yield open_window


@pytest.fixture
def page(window: Callable[..., BrowserContext]) -> Page:
    """Give a page in a browser window of its own."""
    return window().new_page()


@pytest.fixture
def soffice(tmp_path_factory) -> Callable[[Path, str], Path]:
    """Give what converts a document with LibreOffice: `soffice(file, "pdf")` returns the result."""
    path = program("soffice", "libreoffice")

    def convert(file: Path, suffix: str) -> Path:
        folder = tmp_path_factory.mktemp("office")
        command = [path, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", suffix, "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS)
        return folder / f"{file.stem}.{suffix.split(':')[0]}"

    return convert


@dataclass(frozen=True)
class RunningApp:
    """The facilitator's pages, served from a home of their own."""

    port: int
    home: Path
    process: subprocess.Popen[bytes]

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Have the server stand still, as on a computer that has too much to do."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def address(self, folder: Path | None = None, page: str = "", **query: str) -> str:
        """Return the address of a page, with the project in `folder` open."""
        if folder is not None:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("DINAMO_HOME", str(self.home))
                query = {"project": recent.remember(folder, folder.name), **query}
        return f"http://127.0.0.1:{self.port}/{page}" + (f"?{urlencode(query)}" if query else "")


@pytest.fixture(scope="session")
def app_of_all(tmp_path_factory) -> Iterator[RunningApp]:
    """Serve the facilitator's pages on a free port for all tests of a process."""
    home = tmp_path_factory.mktemp("running")
    server = facilitator(any_port(), "es")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DINAMO_HOME", str(home))
            server.start()
            await_server(server)
        port = int(server.health.split(":")[2].split("/")[0])
        yield RunningApp(port, home, server.process)
    finally:
        server.stop()


@pytest.fixture(scope="module")
def running_app(app_of_all: RunningApp) -> RunningApp:
    """Give the facilitator's pages as on a new computer, to the tests of a module."""
    for kept in app_of_all.home.iterdir():
        if kept.suffix != ".log":
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    return app_of_all


def any_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_server(server: Server) -> None:
    """Wait until a server answers; fail with its log when it does not."""
    end = time.monotonic() + START_SECONDS
    while not server.is_ready():
        if time.monotonic() > end or not server.is_running():
            pytest.fail(f"the server did not start: {server.log.read_text(errors='replace')}")
        time.sleep(0.1)
