"""A database for properties that write thousands of times: it does not wait for the disk."""

from pathlib import Path

from sqlalchemy import Engine, event

from app.store import create_tables, open_engine, writing


def quick_engine(folder: Path) -> Engine:
    """Return the engine of a new project database in a folder."""
    engine = open_engine(folder / "project.db")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF").close())
    with writing(engine) as session:
        create_tables(session.connection())
    return engine
