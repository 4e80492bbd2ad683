"""Synchronised drives: told by the names that their folders bear."""

import re
from pathlib import Path

from app.store.packing import is_free

_SERVICES = {
    "OneDrive": r"onedrive( .*|-.*)?|.* - onedrive",
    "Dropbox": r"dropbox( .*|-.*)?",
    "Google Drive": r"google ?drive.*|googledrive.*|my drive|mi unidad|meu drive|drivefs",
    "iCloud": r"icloud.*|com~apple~clouddocs|mobile documents",
    "Box": r"box( sync|-box)?",
    "Nextcloud": r"nextcloud|owncloud",
    "MEGA": r"mega(sync)?",
}


def service(path: Path) -> str:
    """Return the name of the service that synchronises the folder, empty when none shows."""
    for part in path.absolute().parts:
        for name, pattern in _SERVICES.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return name
    return ""


def safer_place(path: Path) -> Path | None:
    """Return a free folder of the same name that no service synchronises, None without one."""
    home = Path.home() / "Dinamo"
    if service(home):
        return None
    names = (path.name, *(f"{path.name}-{number}" for number in range(2, 100)))
    return next((home / name for name in names if is_free(home / name)), None)
