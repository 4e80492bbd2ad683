"""The strategic thread: what an element rests on and what follows, and where ends are loose."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.table import show_rows
from app.words import literal
from methodology.chain import Chain, Element, Rung, chain
from methodology.loose_ends import Loose, loose_ends
from methodology.record import Record

PAGE, ELEMENT = "screens/thread.py", "thread_element"
NAMED = 4  # elements named in one line of the loose ends


def the_chain() -> Chain:
    """Return the thread of the open project."""
    return chain(state.snapshot())


def the_loose_ends() -> tuple[Loose, ...]:
    """Return the loose ends of the open project."""
    return loose_ends(state.snapshot())


def is_element(record: Record | None) -> bool:
    """Say whether a record is part of the thread."""
    return record is not None and record.id in the_chain().elements


def thread_button(record: Record, key: str) -> None:
    """Offer the way from a record to its thread."""
    _ = state.reader()
    if st.button(_("Strategic thread"), icon=":material/account_tree:", key=key):
        show_thread(record.id)


def show_thread(element: UUID) -> None:
    """Open the page of the thread with one element chosen."""
    st.session_state[ELEMENT] = element
    st.switch_page(PAGE)


def chosen_element() -> Element | None:
    """Return the element that the page is about: the chosen one, else the first tied project."""
    found = {one.id: one for one in _choices()}
    chosen: UUID | None = st.session_state.get(ELEMENT)
    if chosen not in found:
        chosen = next((key for key in found if _is_tied(key)), next(iter(found), None))
        st.session_state[ELEMENT] = chosen
    return found.get(chosen) if chosen else None


def _is_tied(key: UUID) -> bool:
    """Say whether an element has a place in the thread, before or behind another one."""
    thread = the_chain()
    return bool(thread.before.get(key) or thread.after.get(key))


def choose_element() -> Element:
    """Ask which element the page is about, projects first."""
    _ = state.reader()
    found = {one.id: one for one in _choices()}
    chosen = st.selectbox(
        _("Element"),
        [*found],
        format_func=lambda key: f"{_(found[key].rung.label)} · {found[key].title}",
        key=ELEMENT,
        label_visibility="collapsed",
    )
    return found[chosen]


def _choices() -> list[Element]:
    return [one for rung in reversed(Rung) for one in the_chain().on(rung)]


def thread_table(about: Element, _: Reader) -> None:
    """Draw what an element rests on and what follows from it, kind by kind."""
    found = the_chain()
    rows = [
        *_rows(found.rests_on(about.id), _("Rests on"), _),
        *_rows(found.follows(about.id), _("Followed by"), _),
    ]
    if not rows:
        st.info(_("It rests on nothing, and nothing follows from it."))
        return
    show_rows(
        rows,
        key="thread_table",
        row=38,
        most=420,
        widths={_("Direction"): 120, _("Kind"): 190, _("Code"): 80},
    )


def _rows(elements: Sequence[Element], direction: str, _: Reader) -> list[dict[str, str]]:
    return [
        {
            _("Direction"): direction,
            _("Kind"): _(one.rung.label),
            _("Code"): one.code,
            _("Name"): one.name,
        }
        for one in elements
    ]


def loose_list(key: str) -> None:
    """Draw every loose end with the elements it is about, each leading to its thread."""
    _ = state.reader()
    for loose in the_loose_ends():
        with st.container(border=False, gap="xsmall"):
            st.markdown(f"**{_(loose.end.label)}** :gray[{_.number(len(loose.elements))}]")
            with st.container(horizontal=True, gap="small"):
                for one in loose.elements:
                    if st.button(
                        literal(one.title),
                        type="tertiary",
                        icon=":material/account_tree:",
                        key=f"{key}_{loose.end}_{one.id}",
                    ):
                        show_thread(one.id)


def loose_note() -> None:
    """Draw, folded, what is loose in the thread; nothing before the thread has begun."""
    _ = state.reader()
    found = the_loose_ends()
    if not found:
        return
    count = sum(len(one.elements) for one in found)
    title = _.many("{count} loose end", "{count} loose ends", count)
    with st.popover(title, icon=":material/account_tree:"):
        st.markdown(f"**{_('Loose ends of the strategic thread')}**")
        lines = [
            f"- {_(one.end.label)}: {literal(_.join(_named(one.elements, _)))}" for one in found
        ]
        st.markdown("\n".join(lines))
        st.page_link(PAGE, label=_("Go to the strategic thread"), icon=":material/arrow_forward:")


def _named(elements: Sequence[Element], _: Reader) -> list[str]:
    names = [one.short for one in elements[:NAMED]]
    rest = len(elements) - len(names)
    return [*names, _.many("{count} more", "{count} more", rest)] if rest else names
