"""Tests of what is forbidden, also where they run as the administrator, whom nothing stops."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VERSION = 0x20080522  # of the capabilities' structures: two words of 32 each
OVERRIDES = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@contextmanager
def few_rights() -> Iterator[None]:
    """Take from this thread the right to pass over what a file forbids; skip where it cannot be."""
    if os.name == "nt":
        pytest.skip("Windows forbids in another way")
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(VERSION, 0)
    before = (ctypes.c_uint32 * 6)()
    if not hasattr(libc, "capget") or libc.capget(head, before):
        pytest.skip("the administrator's rights cannot be taken here")
    fewer = (ctypes.c_uint32 * 6)(*before)
    fewer[0] &= ~OVERRIDES
    libc.capset(head, fewer)
    try:
        yield
    finally:
        libc.capset(head, before)
