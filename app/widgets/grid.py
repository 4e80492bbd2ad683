"""The one editable table: every record type is typed, pasted, chosen, opened and deleted here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import streamlit as st

from app import state
from app.exchange.editing import Editor
from app.exchange.open_table import OpenTable, View
from app.exchange.pasted import spread
from app.i18n import Reader
from app.widgets.asked import ask, desk_name
from app.widgets.columns import NUMBER, columns, configuration, frame
from app.widgets.desk import Desk
from app.widgets.faults import faults_of
from app.widgets.removal import ask_removal
from app.widgets.row import open_row
from app.widgets.unsaved import tell_above
from methodology.project import Evidence
from methodology.record import Record
from methodology.snapshot import Snapshot

MANY = 8  # rows from which filter and order are worth their place
ROW, HEAD, TALLEST = 35, 41, 321
ROOM = 5  # rows that can be typed or pasted below before the table scrolls


@dataclass(frozen=True)
class _Asked:
    """The table that a page wants."""

    cls: type[Record]
    key: str
    only: frozenset[UUID] | None
    given: tuple[tuple[str, UUID], ...] = ()

    def draw(self) -> None:
        """Draw the table of the record type."""
        _draw_table(self)


@dataclass
class _Desk(Desk[OpenTable]):
    """What a grid remembers: also which row's form was asked for, and the row that was begun.

    It is drawn anew when it has outgrown the browser's table: by a block pasted into one cell.
    """

    opened: UUID | None = None
    adding: UUID | None = None
    is_outgrown: bool = False

    def report(self) -> Mapping[str, Any]:
        """Return what was typed, a block pasted into one cell spread over those it is for."""
        typed = super().report()
        blocks = spread(typed, list(self.table.columns), len(self.table))
        self.is_outgrown = self.is_outgrown or blocks is not None
        return blocks or typed

    def may_stay(self, wanted: tuple[object, ...]) -> bool:
        """Say whether the browser's table shows what is wanted, and every row of it."""
        return not self.is_outgrown and super().may_stay(wanted)


def grid(
    cls: type[Record],
    *,
    key: str,
    rows: Iterable[Record] | None = None,
    given: Mapping[str, UUID] | None = None,
) -> None:
    """Ask for the table of a record type below the page; `rows` limits it to some records.

    `given` says what all its rows point to, by field: those fields have no column, and a new row
    begins with them.
    """
    only = None if rows is None else frozenset(record.id for record in rows)
    ask(_Asked(cls, key, only, tuple((given or {}).items())))


def _draw_table(asked: _Asked) -> None:
    _ = state.reader()
    cls, key = asked.cls, asked.key
    name = desk_name(key)
    desk: _Desk | None = state.kept(name)
    if desk and desk.is_in_browser:
        desk.take()
    view, is_chosen = _toolbar(asked, desk, _)
    desk = _current(desk, cls, key, view, is_chosen, _)
    state.keep(name, desk)
    _above(desk, _)
    st.data_editor(
        desk.table,
        key=desk.widget,
        num_rows="dynamic",
        column_config=desk.columns,
        hide_index=True,
        placeholder="",
        row_height=ROW,
        height=min(TALLEST, HEAD + ROW * (len(desk.table) + 1 + ROOM)),
        alt=_(cls.title),
        on_change=desk.note_typing,
    )
    desk.tell_behind(_)
    _beside(desk, name, _)
    desk.is_typing = False


def _note_opening(name: str, click_key: str) -> None:
    desk: _Desk = state.kept(name)
    place = st.session_state[click_key]["row"]
    desk.opened = desk.sheet.rows[place] if place < len(desk.sheet.rows) else None


def _current(
    desk: _Desk | None,
    cls: type[Record],
    key: str,
    view: View,
    is_chosen: bool,
    _: Reader,
) -> _Desk:
    """Return the desk as it is while somebody types in it, else a new one where that is due."""
    wanted = (view, is_chosen, _)
    if desk and desk.may_stay(wanted):
        return desk
    return _fresh(desk, cls, key, view, is_chosen, _)


def _fresh(
    desk: _Desk | None,
    cls: type[Record],
    key: str,
    view: View,
    is_chosen: bool,
    _: Reader,
) -> _Desk:
    snapshot = state.snapshot()
    sheet = OpenTable(cls, snapshot, _, view)
    generation = desk.generation + 1 if desk else 0
    click = f"{key}_open_{generation}"
    opener = {
        "key": click,
        "on_click": _note_opening,
        "args": (desk_name(key), click),
    }
    return _Desk(
        key,
        sheet,
        frame(sheet, _attached(snapshot), _, is_chosen=is_chosen),
        configuration(
            Editor(cls, snapshot, _),
            _,
            is_chosen=is_chosen,
            opener=opener,
            hidden=view.hidden,
        ),
        (view, is_chosen, _),
        NUMBER,
        generation,
        tells_astray=bool(desk and desk.is_astray),
        opened=desk.opened if desk else None,
        adding=desk.adding if desk else None,
    )


def _attached(snapshot: Snapshot) -> Counter[UUID]:
    """Return how many files are attached to each record."""
    return Counter(each.about_id for each in snapshot.all(Evidence) if each.about_id)


def _toolbar(asked: _Asked, desk: _Desk | None, _: Reader) -> tuple[View, bool]:
    """Draw what decides which rows are shown and how they are filled in."""
    cls, key = asked.cls, asked.key
    total = desk.sheet.total if desk else len(state.snapshot().all(cls))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        search, sort, is_descending = _order(cls, key, _) if total >= MANY else ("", "", False)
        mode = st.segmented_control(
            _("Fill in by"),
            [False, True],
            default=False,
            required=True,
            format_func=lambda chosen: _("Choosing") if chosen else _("Typing and pasting"),
            key=f"{key}_mode",
            persist_state="session",
            label_visibility="collapsed",
            help=_(
                "While typing and pasting every cell takes text, as a spreadsheet does. "
                "While choosing, cells offer lists and boxes, and take no other words."
            ),
        )
        st.button(
            _("New row"),
            icon=":material/add:",
            key=f"{key}_add",
            on_click=_note_adding,
            args=(desk_name(key),),
        )
    return View(search, sort, is_descending, asked.only, asked.given), bool(mode)


def _order(cls: type[Record], key: str, _: Reader) -> tuple[str, str, bool]:
    """Ask which rows to show, and by which field to order them."""
    search = st.text_input(
        _("Filter rows"),
        key=f"{key}_search",
        width=200,
        icon=":material/filter_alt:",
        placeholder=_("Filter rows"),
        label_visibility="collapsed",
    )
    labels = {each.name: _(each.label) for each in columns(cls)}
    sort = st.selectbox(
        _("Order"),
        list(labels),
        index=None,
        format_func=lambda name: labels[name],
        placeholder=_("Order: as entered"),
        key=f"{key}_sort",
        width=230,
        label_visibility="collapsed",
    )
    is_descending = bool(sort) and st.toggle(_("Descending"), key=f"{key}_descending")
    return search.strip(), sort or "", is_descending


def _note_adding(name: str) -> None:
    """Open a row of its own, or the one that was begun and neither saved nor kept as a draft."""
    desk: _Desk = state.kept(name)
    if desk.adding is None or desk.adding in desk.sheet.lines:
        desk.adding = uuid4()
    desk.opened = desk.adding


def _above(desk: _Desk, _: Reader) -> None:
    """Say how many rows there are and what is not saved, next to where it is typed."""
    sheet = desk.sheet
    total = sheet.total + sheet.added
    count = _.many("{count} row", "{count} rows", total)
    if not total:
        count += f" · {_('Type or paste in the first line below the headings')}"
    if len(sheet.first) < sheet.total:
        shown = _.number(len(sheet.first) + sheet.added)
        count = _("{shown} of {total}").format(shown=shown, total=count)
    found = faults_of(sheet, desk.key, _)
    unsaved = _.many("{count} row not saved", "{count} rows not saved", len(found))
    tell_above(count, unsaved, found, desk.key, _, desk.astray(_))


def _beside(desk: _Desk, name: str, _: Reader) -> None:
    """Open the dialog that was asked for: rows to delete first, else the form of a row."""
    if desk.sheet.removing:
        ask_removal(desk.sheet, name, _)
    elif desk.opened:
        row, desk.opened = desk.opened, None
        open_row(desk.sheet, row, desk.key, _)
