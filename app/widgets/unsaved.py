"""The line above an editable table: how much there is, what was not saved and the ways on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import streamlit as st

from app.i18n import Reader
from app.words import literal

LINE, WIDE = 52, 940  # pixels: two lines of text; what the table's own buttons leave free
LISTED, ALONE = (550, 65), (380, 44)  # pixels and signs of a line, beside each kind of button
SENTENCES, MOST = 2, 20  # told at once; rows listed
CUT = " …"


@dataclass(frozen=True)
class Sentence:
    """Why something is not saved, with the icon before it."""

    text: str
    icon: str = "red[:material/error:]"

    def markdown(self, most: int | None = None) -> str:
        """Return the sentence, of `most` signs where it has to fit."""
        text = shorten(self.text, most, placeholder=CUT) if most else self.text
        return f":{self.icon} {literal(text)}"


@dataclass(frozen=True)
class Unsaved:
    """A row or cell that is not saved: why, and what draws its buttons."""

    sentences: Sequence[Sentence]
    ways_on: Callable[[], None]


def tell_above(
    said: str,
    unsaved: str,
    found: Sequence[Unsaved],
    key: str,
    _: Reader,
    refused: Sequence[Unsaved] = (),
) -> None:
    """Draw the line, of one height whatever it says: a table that moves is typed into wrongly.

    `said` is how much there is, `unsaved` how much is not saved, `found` what, newest first;
    `refused` is what was not even taken in, told before all else.
    """
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        gap="small",
        height=LINE,
        width=WIDE,
        border=False,
    ):
        counted = f":gray[{said}]" + (f" · :red[{unsaved}]" if found else "")
        st.markdown(counted, width="content")
        if refused or found:
            _tell([*refused, *found], key, _)


def _tell(found: Sequence[Unsaved], key: str, _: Reader) -> None:
    """Draw the newest sentences, cut to the height of the line, and the way to all of them."""
    sentences = [each for row in found for each in row.sentences]
    is_alone = len(found) == 1 and _lines(sentences, ALONE[1]) == _lines(sentences)
    width, signs = ALONE if is_alone else LISTED
    if is_alone:
        found[0].ways_on()
    else:
        _list(found, key, _)
    st.markdown("  \n".join(_lines(sentences, signs)), width=width)


def _lines(sentences: Sequence[Sentence], signs: int = 0) -> list[str]:
    """Return sentences whole, or the first ones cut to lines of so many signs."""
    if not signs:
        return [each.markdown() for each in sentences]
    told = sentences[:SENTENCES]
    return [each.markdown(signs * SENTENCES // len(told)) for each in told]


def ways_on(
    key: str,
    insist: Callable[..., None],
    forget: Callable[..., None],
    args: tuple[Any, ...],
    _: Reader,
    *,
    is_overtaken: bool,
) -> None:
    """Offer to write over what another person wrote, where one did, or to forget what was typed."""
    if is_overtaken:
        st.button(_("Save mine"), key=f"{key}_insist", on_click=insist, args=args)
    st.button(
        _("Forget what was typed"),
        key=f"{key}_forget",
        type="tertiary",
        icon=":material/undo:",
        on_click=forget,
        args=args,
    )


def _list(found: Sequence[Unsaved], key: str, _: Reader) -> None:
    """Offer all that is not saved, each with its ways on."""
    with st.popover(_("See all"), type="tertiary", key=f"{key}_unsaved"):
        for row in found[:MOST]:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown("  \n".join(each.markdown() for each in row.sentences))
                row.ways_on()
        if len(found) > MOST:
            st.caption(_.many("and {count} more", "and {count} more", len(found) - MOST))
