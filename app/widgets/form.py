"""One record as a form: every field of its declaration, each with the input that suits it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID, uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import state
from app.exchange.cells import parse, show
from app.exchange.editing import Editor, Fault, Line, Overtaken, Waiting
from app.i18n import Reader
from app.widgets.columns import label
from app.words import literal
from methodology.project import Country
from methodology.record import LONG, SHORT, Attribute, Kind, Record, attribute, fields
from methodology.text import N_, Problem

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)


@dataclass
class _Desk:
    """What a form remembers between two runs of the page."""

    line: Line
    is_row: bool = False  # whether a row of a grid stands for it before it is a record
    generation: int = 0
    faults: tuple[Fault, ...] = ()
    is_begun: bool = False


def record_form(
    cls: type[Record],
    record: Record | None,
    *,
    key: str,
    only: Sequence[str] | None = None,
    columns: int = 2,
    row: UUID | None = None,
    given: Mapping[str, str] | None = None,
) -> None:
    """Draw the form of a record, new when None, with its save button.

    `only` names the fields to show; `row` is the row of the grid whose typed cells it goes on with.
    `given` says, by field, what a new record has without being asked.
    What is typed stays until it is saved or forgotten, on other pages too.
    """
    _ = state.reader()
    editor = Editor(cls, state.snapshot(), _)
    desk = _desk(editor, row or (record.id if record else None), key)
    asked = only or [each.name for each in fields(cls) if each.name not in (given or {})]
    cells, spots = _inputs(editor, desk, key, asked, columns, _)
    whole = st.container()
    with st.container(horizontal=True):
        is_sent = st.button(
            _("Save changes"),
            type="primary",
            icon=":material/save:",
            key=f"{key}_{desk.generation}_save",
        )
        if desk.is_begun:
            st.button(
                _("Forget what was typed"),
                type="tertiary",
                icon=":material/undo:",
                key=f"{key}_{desk.generation}_forget",
                on_click=_begin_anew,
                args=(desk,),
            )
    if is_sent:
        begun = {} if desk.line.record else dict(given or {})
        _save(editor, desk, {**begun, **_changed(editor, desk, cells, _)})
    _offer(Editor(cls, state.snapshot(), _), desk, key, _)
    for fault in desk.faults:
        with spots.get(fault.field, whole):
            _complain(cls, fault, is_named=fault.field not in (*spots, ""))


def _note_typing(desk: _Desk) -> None:
    """Remember that something is typed: the form is found again as it was left."""
    desk.is_begun = True


def _begin_anew(desk: _Desk) -> None:
    """Have the form drawn anew from what is stored."""
    desk.generation += 1
    desk.is_begun = False


def _desk(editor: Editor, row: UUID | None, key: str) -> _Desk:
    """Return what the form began with, while it stands on the page or holds what is not saved."""
    name = f"form_{state.key()}_{key}"
    desk: _Desk | None = state.kept(name)
    is_standing = desk and (desk.is_begun or f"{key}_{desk.generation}_save" in st.session_state)
    is_other = desk and (desk.line.id != row if row else desk.line.record is not None)
    if desk is None or is_other or not is_standing:
        desk = _Desk(_line(editor, row), bool(row), desk.generation + 1 if desk else 0)
        desk.faults = editor.doubts(desk.line) if desk.line.typed else ()
        state.keep(name, desk)
    return desk


def _line(editor: Editor, row: UUID | None) -> Line:
    found = {line.id: line for line in editor.lines()}
    return found[row] if row in found else Line(row or uuid4())


def _inputs(
    editor: Editor,
    desk: _Desk,
    key: str,
    only: Sequence[str],
    columns: int,
    _: Reader,
) -> tuple[dict[str, str], dict[str, DeltaGenerator]]:
    """Draw the inputs, short ones side by side; return what each holds, and the place under it."""
    texts = _begun(editor, desk, _)
    cells: dict[str, str] = {}
    spots: dict[str, DeltaGenerator] = {}
    chosen = [each for each in fields(editor.cls) if each.name in only]
    for is_wide, group in groupby(chosen, lambda each: each.kind.is_wide):
        waiting = list(group)
        step = 1 if is_wide else columns
        for start in range(0, len(waiting), step):
            places = st.columns(step) if step > 1 else [st.container()]
            for place, each in zip(places, waiting[start : start + step], strict=False):
                with place:
                    wires = _wires(desk, f"{key}_{desk.generation}_{each.name}")
                    text = texts[each.name]
                    cells[each.name] = _INPUTS[each.kind](editor, each, text, wires, _)
                    spots[each.name] = st.container()
    return cells, spots


def _begun(editor: Editor, desk: _Desk, _: Reader) -> dict[str, str]:
    """Return the text of every input as the form began: a new record begins with the defaults."""
    texts = editor.shown(desk.line)
    if desk.line.record is None:
        for each in fields(editor.cls):
            if not texts[each.name] and each.default is not None:
                texts[each.name] = show(each, each.default, _, editor.names)
    return texts


def _complain(cls: type[Record], fault: Fault, *, is_named: bool) -> None:
    """Say why something is not saved; the field is named where the form does not ask for it."""
    _ = state.reader()
    said = fault.problem.text(_)
    if is_named:
        said = f"{_(attribute(cls, fault.field).label)}: {said}"
    st.markdown(f":red[:material/error: {literal(said)}]")


def _wires(desk: _Desk, key: str) -> dict[str, Any]:
    """Return what every input is wired with: what is typed stays, on other pages too."""
    return {
        "key": key,
        "persist_state": "session",
        "on_change": _note_typing,
        "args": (desk,),
    }


def _shape(each: Attribute, _: Reader) -> dict[str, Any]:
    mark = " *" if each.required else ""
    return {"label": label(each, _) + mark, "help": each.explained(_) or None}


def _line_input(
    _editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader
) -> str:
    limit = SHORT if each.kind is Kind.TEXT else None
    typed: str = st.text_input(
        **_shape(each, _), value=text, **wires, max_chars=limit, placeholder=_hint(each, _)
    )
    return typed


def _hint(each: Attribute, _: Reader) -> str | None:
    if each.least is None or each.most is None or each.is_year:
        return None
    return _("From {least} to {most}").format(least=_.number(each.least), most=_.number(each.most))


def _long_input(
    _editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader
) -> str:
    typed: str = st.text_area(**_shape(each, _), value=text, **wires, max_chars=LONG, height=160)
    return typed


def _box(_editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader) -> str:
    is_on = st.checkbox(**_shape(each, _), value=text == _("Yes"), **wires)
    return _("Yes") if is_on else _("No")


def _day(editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader) -> str:
    """Ask for a day on a calendar; text that is no day is asked for as text, so it is not lost."""
    try:
        day = parse(each, text, _, editor.names) if text else None
    except Problem:
        return _line_input(editor, each, text, wires, _)
    written = "MM/DD/YYYY" if _.country is Country.UNITED_STATES else "DD/MM/YYYY"
    chosen = st.date_input(
        **_shape(each, _),
        value=day,
        min_value=EARLIEST,
        max_value=LATEST,
        format=written,
        **wires,
    )
    return show(each, chosen, _, editor.names)


def _choice(editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader) -> str:
    words = editor.words(each)
    options = words if not text or text in words else [text, *words]
    chosen = st.selectbox(
        **_shape(each, _),
        options=options,
        index=options.index(text) if text else None,
        placeholder=_("Nothing chosen"),
        **wires,
    )
    return chosen or ""


def _choices(editor: Editor, each: Attribute, text: str, wires: dict[str, Any], _: Reader) -> str:
    try:
        value = parse(each, text, _, editor.names)
    except Problem:
        return _line_input(editor, each, text, wires, _)
    options = _options(editor, each)
    chosen = st.multiselect(
        **_shape(each, _),
        options=options,
        default=list(value),
        format_func=lambda part: show(each, (part,), _, editor.names),
        placeholder=_("Nothing chosen"),
        **wires,
    )
    return show(each, tuple(chosen), _, editor.names)


def _options(editor: Editor, each: Attribute) -> list[Any]:
    if each.choices:
        return list(each.choices)
    named = editor.names.all(each.target)
    return [editor.names.find(each.target, name) for name in named]


_INPUTS: dict[Kind, Callable[[Editor, Attribute, str, dict[str, Any], Reader], str]] = {
    Kind.TEXT: _line_input,
    Kind.LONG_TEXT: _long_input,
    Kind.INTEGER: _line_input,
    Kind.NUMBER: _line_input,
    Kind.MONEY: _line_input,
    Kind.BOOLEAN: _box,
    Kind.DATE: _day,
    Kind.MOMENT: _line_input,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.REFERENCE: _choice,
    Kind.REFERENCES: _choices,
}


def _changed(editor: Editor, desk: _Desk, cells: dict[str, str], _: Reader) -> dict[str, str]:
    """Return the inputs that differ from what the form began with."""
    seen = _begun(editor, desk, _)
    return {name: text for name, text in cells.items() if text.strip() != seen[name].strip()}


def _save(editor: Editor, desk: _Desk, changed: dict[str, str], *, insist: bool = False) -> None:
    """Write what was filled in and draw anew; what cannot be used stays in the form with its fault.

    A dialog that is drawn anew with its page closes: with a fault, only the fault is drawn.
    """
    _ = state.reader()
    amended = editor.amend(desk.line, changed, insist=insist)
    faults = amended.faults or editor.lacks(amended.line)
    if faults and desk.line.record is None and not desk.is_row:
        desk.faults, desk.is_begun = faults, True
        return
    if amended.changes:
        try:
            state.folder().apply(
                editor.change_set([amended]),
                by=state.person(),
                expected=editor.snapshot.revision,
            )
        except Problem as problem:
            state.tell(problem, N_("Not saved; what was typed is still in the form"))
            return
    desk.line, desk.faults, desk.is_begun = amended.line, faults, False
    if not faults:
        _begin_anew(desk)
        state.tell_done(_("Saved"))
        st.rerun(scope="app")


def _offer(editor: Editor, desk: _Desk, key: str, _: Reader) -> None:
    """Where another person was faster, show both values and offer to take either."""
    if any(isinstance(fault.problem, Overtaken | Waiting) for fault in desk.faults):
        with st.container(horizontal=True):
            if st.button(_("Save mine"), key=f"{key}_mine"):
                _save(editor, desk, {}, insist=True)
            if st.button(_("Keep what is stored"), key=f"{key}_theirs"):
                amended = editor.discard(desk.line)
                state.apply(editor.change_set([amended]))
                _begin_anew(desk)
                st.rerun()
    elif desk.line.record and desk.line.record != editor.snapshot.find_any(desk.line.id):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_(":material/group: This was changed elsewhere meanwhile."))
            if st.button(_("Show the changes"), key=f"{key}_renew"):
                _begin_anew(desk)
                st.rerun()
