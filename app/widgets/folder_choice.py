"""Choosing a folder of this computer: walk from the home folder, or type a path."""

from pathlib import Path

import streamlit as st

from app import state

SHOWN = 300  # folders offered at once


def choose_folder(label: str, *, key: str, start: Path | None = None) -> Path:
    """Draw the choice and return the folder that is chosen; a typed path may not exist yet."""
    _ = state.reader()
    name = f"{key}_folder"
    here = Path(str(st.session_state.get(name) or start or Path.home())).expanduser()
    if name not in st.session_state:
        st.session_state[name] = str(here)
    chosen = st.selectbox(
        label,
        neighbours(here),
        format_func=lambda path: spoken(Path(path)),
        key=name,
        accept_new_options=True,
        help=_("Choose a folder to enter it, or type a path and press Enter."),
    )
    return Path(str(chosen or here)).expanduser()


def neighbours(here: Path) -> list[str]:
    """Return the folder itself, the one around it and those inside, hidden ones left out."""
    try:
        inside = sorted(
            (
                path
                for path in here.iterdir()
                if path.is_dir() and not path.name.startswith((".", "$"))
            ),
            key=lambda path: path.name.casefold(),
        )[:SHOWN]
    except OSError:
        inside = []
    around = [here.parent] if here.parent != here else []
    return [str(path) for path in (here, *around, *inside)]


def spoken(path: Path) -> str:
    """Return a path as people read it: the home folder as ~."""
    try:
        return f"~/{path.relative_to(Path.home())}".removesuffix("/.")
    except ValueError:
        return str(path)
