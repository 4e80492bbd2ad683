"""The folder of this program on this computer: what belongs to the person, not to a project."""

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return the folder, made when missing; the variable DINAMO_HOME puts it elsewhere."""
    chosen = os.environ.get("DINAMO_HOME")
    found = Path(chosen) if chosen else platformdirs.user_data_path("Dinamo", appauthor=False)
    found.mkdir(parents=True, exist_ok=True)
    return found
