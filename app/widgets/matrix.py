"""A table of pairs as a matrix: records known by what they point to, in rows and columns."""

import streamlit as st

from app import state
from app.exchange.cells import Names
from app.exchange.pivot_table import layout_of
from app.widgets.columns import columns
from app.widgets.pivot import called, pivot, say_first
from methodology.record import REGISTRY, Attribute, Record, attribute

MOST_COLUMNS = 12


def has_matrix(cls: type[Record]) -> bool:
    """Say whether a record type can be filled in as a matrix: two or three pointers are its key."""
    found = layout_of(cls)
    return found is not None and len(found[2]) <= 1 and bool(values(cls))


def values(cls: type[Record]) -> list[Attribute]:
    """Return the fields that can stand in the cells of the matrix."""
    return [each for each in columns(cls) if not each.is_key]


def matrix(cls: type[Record], key: str) -> None:
    """Ask for the matrix of a record type; where there are several, choose which value it shows."""
    found = layout_of(cls)
    if found is None:
        return
    _ = state.reader()
    row, column, others = found
    row, column = _sides(cls, row, column)
    if lacking := [each for each in others if not _pointed(cls, each)]:
        for name in lacking:
            say_first(REGISTRY[attribute(cls, name).target])
        return
    offered = {each.name: _(each.label) for each in values(cls)}
    with st.container(horizontal=True, gap="small"):
        fixed = {name: _chosen(cls, name, key) for name in others}
        value = next(iter(offered))
        if len(offered) > 1:
            value = st.selectbox(
                _("In the cells"),
                [*offered],
                format_func=offered.__getitem__,
                key=f"{key}_value",
                width=320,
            )
    ids = {name: chosen.id for name, chosen in fixed.items()}
    place = "_".join(map(str, (key, value, *ids.values())))
    pivot(cls, row=row, column=column, value=value, key=place, fixed=ids)


def _sides(cls: type[Record], row: str, column: str) -> tuple[str, str]:
    """Return rows and columns, exchanged where there would be more columns than a screen holds."""
    tall, wide = (len(_pointed(cls, name)) for name in (row, column))
    return (column, row) if wide > MOST_COLUMNS and tall < wide else (row, column)


def _pointed(cls: type[Record], name: str) -> tuple[Record, ...]:
    """Return the records that a field of a record type can point to."""
    return state.snapshot().all(REGISTRY[attribute(cls, name).target])


def _chosen(cls: type[Record], name: str, key: str) -> Record:
    """Ask about which record the matrix is, of those a further key field points to."""
    _, snapshot = state.reader(), state.snapshot()
    each = attribute(cls, name)
    names = Names(snapshot, _)
    return st.selectbox(
        _(each.label),
        _pointed(cls, name),
        format_func=lambda record: called(record, names),
        key=f"{key}_{name}",
        width=320,
    )
