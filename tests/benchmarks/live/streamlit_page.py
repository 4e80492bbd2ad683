"""The same vote made as a Streamlit page, as many would make it: what it costs its server."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect, sync_playwright

from tests.conftest import any_port

VOTERS = 6
PAGE = """
import sqlite3
import streamlit as st

@st.cache_resource
def ballots():
    made = sqlite3.connect("ballots.db", check_same_thread=False)
    made.execute("PRAGMA journal_mode=WAL")
    made.execute("CREATE TABLE IF NOT EXISTS ballot (content TEXT)")
    return made

st.title("¿Qué opción primero?")
with st.form("ballot"):
    chosen = [name for name in ("Opción A", "Opción B", "Opción C") if st.checkbox(name)]
    sent = st.form_submit_button("Enviar")
if sent:
    with ballots() as connection:
        connection.execute("INSERT INTO ballot VALUES (?)", (str(chosen),))
    st.success("Recibido")
"""


def streamlit_voters() -> float | None:
    """Return the seconds of processor that each voter costs; None without a browser."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        return None
    port = any_port()
    with TemporaryDirectory() as scratch:
        (Path(scratch) / "page.py").write_text(PAGE, encoding="utf-8")
        command = [sys.executable, "-m", "streamlit", "run", "page.py", "--server.headless=true"]
        command += [f"--server.port={port}", "--server.address=127.0.0.1"]
        command += ["--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
        server = subprocess.Popen(
            command, cwd=scratch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            return _voted(path, port, server.pid)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)


def _voted(path: str, port: int, pid: int) -> float:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        _vote(browser, port, patience=60)  # the first visit warms the server up
        before = _processor(pid)
        for _ in range(VOTERS):
            _vote(browser, port)
        found = (_processor(pid) - before) / VOTERS
        browser.close()
        return found


def _vote(browser, port: int, patience: int = 1) -> None:
    context = browser.new_context()
    page = context.new_page()
    for _ in range(patience):
        try:
            page.goto(f"http://127.0.0.1:{port}/")
            break
        except Exception:
            time.sleep(0.5)
    page.get_by_text("Opción B").click()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_text("Recibido")).to_be_visible(timeout=30_000)
    context.close()


def _processor(pid: int) -> float:
    parts = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
