"""Where figures come from: the records that name their source, the files kept as evidence."""

from methodology.project import Evidence
from methodology.record import Kind, Record, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot

SOURCE = "source"  # the field of any record type that says where a value is from


def sourced_types() -> list[type[Record]]:
    """Return the record types that say in words, for the plan to print, where a value is from."""
    return [
        cls
        for cls in record_types()
        for field in fields(cls)
        if field.name == SOURCE and field.kind is Kind.TEXT and not field.is_private
    ]


def kept_files(snapshot: Snapshot) -> list[Evidence]:
    """Return the files that say what they back; a table as it was brought in backs nothing."""
    return [
        one for one in snapshot.all(Evidence) if one.about_id or one.note or one.name != one.file
    ]


def has_sources(snapshot: Snapshot) -> bool:
    """Say whether any record names its source or any file backs one."""
    return bool(kept_files(snapshot)) or any(
        getattr(record, SOURCE) for cls in sourced_types() for record in snapshot.all(cls)
    )
