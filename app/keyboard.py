"""Who is at the keyboard of this computer: asked once, kept beside the list of projects."""

from pathlib import Path

from app.home import home
from app.whole_files import OWN, write
from methodology.record import SHORT, clean_line


def known_person() -> str:
    """Return the name given on this computer, empty before anybody gave one."""
    try:
        return _file().read_text(encoding="utf-8").strip()[:SHORT]
    except (OSError, UnicodeDecodeError):
        return ""


def remember_person(name: str) -> str:
    """Keep the name of the person at the keyboard; return it as it was kept."""
    kept = str(clean_line(name)).strip()[:SHORT]
    write(_file(), kept.encode(), OWN)
    return kept


def _file() -> Path:
    return home() / "person.txt"
