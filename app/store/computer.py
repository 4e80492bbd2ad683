"""This computer: how other computers tell it apart, and which of its programs still run."""

import ctypes
import getpass
import hashlib
import os
import platform
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import getnode


def computer_name() -> str:
    """Return the name people know the computer by."""
    return platform.node() or "?"


@cache
def computer_key() -> str:
    """Return what tells this computer from another of the same name."""
    return hashlib.sha256(f"{platform.node()}/{_machine()}".encode()).hexdigest()[:16]


def user_name() -> str:
    """Return who works at the computer, as the system calls them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def today() -> date:
    """Return the day it is where the computer stands."""
    return datetime.now(UTC).astimezone().date()


def is_running(pid: int) -> bool:
    """Say whether a process of this computer is alive."""
    return _is_running_on_windows(pid) if sys.platform == "win32" else _is_running(pid)


def _is_running(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    """Ask Windows for a handle: signal 0 would interrupt the process there."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows only
    query_limited_information, still_active = 0x1000, 259
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    try:
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        return bool(known) and code.value == still_active
    finally:
        kernel.CloseHandle(handle)


def _machine() -> str:
    known = Path("/etc/machine-id")
    try:
        return known.read_text().strip()
    except OSError:
        return str(getnode())
