"""The computer that a project is open on: which day it is there."""

import os
import time

import pytest

from app.store.computer import today


@pytest.mark.skipif(os.name == "nt", reason="Windows has one time zone for all programs")
def test_today_is_the_day_where_the_computer_stands(monkeypatch):
    found = []
    for zone in ("Etc/GMT-14", "Etc/GMT+12"):  # 26 hours apart: never the same day
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.append(today())
    monkeypatch.undo()
    time.tzset()

    assert found[0] > found[1]
