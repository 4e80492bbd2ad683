"""Names that a file spells in its own way: is it the same one, and what is to be created."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import cycle
from typing import TypeVar

import pandas as pd
import streamlit as st

from app import state
from app.exchange.editing import Editor, likely
from app.exchange.everyday import names_any_row
from app.exchange.folding import fold
from app.exchange.plan import NewName, Plan, RowPlan
from app.exchange.planning import confirm_match, give_meaning, settle_name
from app.i18n import Reader
from methodology.choice import Choice
from methodology.record import REGISTRY, Kind, attribute

T = TypeVar("T")
MANY, FEW = 60, 24
Place = tuple[str, str, str]  # table, field and the word in plain letters
Own = tuple[str, int]  # a word of the file and in how many rows it stands


def show_doubts(plan: Plan, _: Reader) -> Plan:
    """Ask, for each row and name that looks like a known record, whether it is that one."""
    asked = [*_decided(plan), *plan.doubts][:MANY]
    if not asked:
        st.caption(_("No name looks like one that the project already has."))
        return plan
    same, other = _("The same"), _("Another one")
    table = _doubts_table(plan, asked, (same, other, _("To be decided")), _)
    st.markdown(_("**These names look like ones that exist.** Undecided ones count as new."))
    st.data_editor(
        table,
        key="import_doubts",
        hide_index=True,
        row_height=35,
        height=min(321, 41 + 35 * len(table)),
        alt=_("Names that look like known ones"),
        column_config={
            "name": st.column_config.TextColumn(_("In the file"), disabled=True, width=330),
            "where": st.column_config.TextColumn(_("Where"), disabled=True),
            "like": st.column_config.TextColumn(_("In the project"), disabled=True, width="medium"),
            "likeness": st.column_config.ProgressColumn(
                _("Alike"), min_value=0, max_value=100, format="%d"
            ),
            "answer": st.column_config.SelectboxColumn(
                _("Is it"), options=[_("To be decided"), same, other], required=True, width=200
            ),
        },
    )
    for place, cells in st.session_state["import_doubts"]["edited_rows"].items():
        if cells.get("answer") in (same, other):
            plan = _answered(plan, asked[int(place)], is_same=cells["answer"] == same)
    return plan


def _doubts_table(
    plan: Plan, asked: list[RowPlan | NewName], answers: tuple[str, str, str], _: Reader
) -> pd.DataFrame:
    """Return what the file says, where, what it looks like and what was answered."""
    return pd.DataFrame(
        [
            {
                "name": doubt.words if isinstance(doubt, RowPlan) else doubt.name,
                "where": _where(doubt, _),
                "like": doubt.candidates[0].words,
                "likeness": doubt.candidates[0].likeness,
                "answer": _answer(plan, doubt, answers),
            }
            for doubt in asked
        ]
    )


def _answered(plan: Plan, doubt: RowPlan | NewName, *, is_same: bool) -> Plan:
    if _answer(plan, doubt, (True, False, None)) == is_same:
        return plan
    return _settle(plan, doubt, is_same=is_same)


def _decided(plan: Plan) -> Iterable[RowPlan | NewName]:
    """Return what was asked and answered already, so that the answer can be changed."""
    rows = (row for row in plan.rows if row.candidates and row.place in plan.decisions.same)
    names = (name for name in plan.names if name.candidates and name.is_decided)
    return (*rows, *names)


def _answer(plan: Plan, doubt: RowPlan | NewName, answers: tuple[T, T, T]) -> T:
    same, other, undecided = answers
    if isinstance(doubt, NewName):
        if not doubt.is_decided:
            return undecided
        return same if doubt.meant == doubt.candidates[0].id else other
    if doubt.place not in plan.decisions.same:
        return undecided
    return same if plan.decisions.same[doubt.place] == doubt.candidates[0].id else other


def _settle(plan: Plan, doubt: RowPlan | NewName, *, is_same: bool) -> Plan:
    meant = doubt.candidates[0].id if is_same else None
    if isinstance(doubt, NewName):
        return settle_name(plan, doubt.table, doubt.name, meant)
    return confirm_match(plan, doubt.place, meant)


def _where(doubt: RowPlan | NewName, _: Reader) -> str:
    if isinstance(doubt, RowPlan):
        return _("Row {row}").format(row=doubt.place.row)
    rows = ", ".join(str(place.row) for place in doubt.rows[:3])
    return _("Rows {rows}").format(rows=rows + (" …" if len(doubt.rows) > 3 else ""))


def unknown_words(plan: Plan) -> Counter[tuple[str, str, str]]:
    """Return people's own categories, by table and field, with how many rows say each."""
    return Counter(
        (row.cls.table, complaint.field, complaint.typed)
        for row in plan.rows
        for complaint in row.complaints
        if complaint.typed
        and complaint.field
        and attribute(row.cls, complaint.field).kind is Kind.CHOICE
    )


def guessed_words(plan: Plan) -> Counter[tuple[str, str, str]]:
    """Return the shortened words that were guessed, by table and field, with their rows."""
    return Counter(
        {(one.table, one.field, one.typed): count for one, count in plan.guessed.items()}
    )


def show_meanings(plan: Plan, _: Reader) -> Plan:
    """Ask what people's own categories mean where the method has a closed list.

    What was answered stays on the page, so that it can be corrected.
    """
    asked = _asked(plan)
    if not asked:
        return plan
    st.markdown(_("**These words are not on the method's lists.** Say once what each means."))
    for places, column in zip(of_one_list(asked), cycle(st.columns(2)), strict=False):
        own = asked[places[0]][0], sum(asked[place][1] for place in places)
        with column:
            chosen = _meaning(plan, places, own, _)
        for place in places:
            if chosen and chosen != plan.decisions.meanings.get(place, _guess(plan, place, _)):
                plan = give_meaning(plan, *place, chosen)
    return plan


def of_one_list(asked: Iterable[Place]) -> list[list[Place]]:
    """Return the places together where one word is not on one list, whatever the table."""
    found: dict[tuple[tuple[Choice, ...], str], list[Place]] = {}
    for place in asked:
        table, field, typed = place
        found.setdefault((attribute(REGISTRY[table], field).choices, typed), []).append(place)
    return list(found.values())


def _asked(plan: Plan) -> dict[tuple[str, str, str], Own]:
    """Return the words to ask about, the most frequent first, those answered included."""
    name = f"words_{plan.seed}"
    met: dict[tuple[str, str, str], Own] = dict(state.kept(name, {}))
    counts: Counter[Place] = Counter()
    told: dict[Place, str] = {}
    for (table, field, typed), count in (unknown_words(plan) + guessed_words(plan)).most_common():
        place = (table, field, fold(typed))
        counts[place] += count
        told.setdefault(place, typed)
    for place, count in counts.most_common():
        if place in met or len(met) < FEW:
            met[place] = (told[place], count)
    state.keep(name, met)
    return met


def _meaning(plan: Plan, places: list[Place], own: Own, _: Reader) -> str | None:
    """Ask what a word means; the one of the list that it may be stands there already."""
    place = places[0]
    cls = REGISTRY[place[0]]
    labels = dict.fromkeys(_(attribute(REGISTRY[one[0]], one[1]).label) for one in places)
    each = attribute(cls, place[1])
    typed, count = own
    words = Editor(cls, plan.snapshot, _).words(each)
    given = plan.decisions.meanings.get(place) or _may_be(plan, place, words, _)
    return st.selectbox(
        _("{field}: “{typed}” in {rows}").format(
            field=", ".join(labels),
            typed=typed,
            rows=_.many("{count} cell", "{count} cells", count),
        ),
        words,
        index=words.index(given) if given in words else None,
        placeholder=_("Nothing chosen"),
        key=f"import_meaning_{'_'.join(place)}",
    )


def _may_be(plan: Plan, place: Place, words: Sequence[str], _: Reader) -> str:
    """Return what a word is guessed to mean, else the one of the list that it is most like."""
    table, _field, typed = place
    if guess := _guess(plan, place, _):
        return guess
    is_empty = names_any_row(REGISTRY[table], typed)
    return "" if is_empty else likely(words, typed, is_part_enough=True)


def _guess(plan: Plan, place: Place, _: Reader) -> str:
    """Return what the import guesses of a word, empty where it guesses nothing."""
    told = {(one.table, one.field, fold(one.typed)): one.choice for one in plan.guessed}
    return _(told[place].label) if place in told else ""


def show_new_names(plan: Plan, _: Reader) -> None:
    """List the records that are created because rows point to them."""
    made = [name for name in plan.names if name.record and name.meant is None]
    if not made:
        return
    st.markdown(_("**These are created, because rows point to them:**"))
    rows = [(_(REGISTRY[name.table].title), name.name, _where(name, _)) for name in made]
    st.dataframe(
        pd.DataFrame(rows, columns=[_("Table"), _("Name"), _("Where")]),
        hide_index=True,
        row_height=35,
        height=min(321, 41 + 35 * len(rows)),
        key="import_created",
    )
