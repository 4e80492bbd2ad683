"""Improvement areas on screen: one sheet each, and the gaps that could become one."""

from collections.abc import Mapping
from typing import Literal
from uuid import UUID, uuid4

import streamlit as st

from app import state
from app.i18n import Reader, reader
from app.store import ChangeSet, Put
from app.words import literal
from methodology.areas import ImprovementArea
from methodology.code_order import titled
from methodology.needs import Outcome, Proposal, in_areas, needs_of, outcome, proposals
from methodology.text import N_
from methodology.words import words

COLUMNS = 2
BADGES: Mapping[Outcome, Literal["green", "orange", "gray"]] = {
    Outcome.COLLECTIVE: "green",
    Outcome.INDIVIDUAL: "orange",
    Outcome.OPEN: "gray",
}


def area_cards() -> None:
    """Draw a card for each area: need, gaps, why together, whom it serves, where it starts."""
    found = in_areas(state.snapshot())
    for start in range(0, len(found), COLUMNS):
        places = st.columns(COLUMNS)
        for place, area in zip(places, found[start : start + COLUMNS], strict=False):
            with place, st.container(border=True, height="stretch"):
                _card(area)


def proposal_list() -> None:
    """Draw the kept gaps of each determinant, with a button where no area takes them all up."""
    _ = state.reader()
    found = [one for one in proposals(state.snapshot()) if not one.is_taken_up]
    if not found:
        return
    st.markdown(f"**{_('Gaps that belong together and to no area yet')}**")
    for proposal in found:
        taken = {key for area in proposal.areas for key in area.gaps}
        free = [need for need in proposal.needs if need.factor.id not in taken]
        names = _.join([need.factor.name for need in free])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"**{_(proposal.determinant.label)}** · :gray[{literal(names)}]", width="stretch"
            )
            if st.button(
                _("Make an area of it"),
                icon=":material/add:",
                key=f"area_of_{proposal.determinant}",
            ):
                make_area(proposal, [need.factor.id for need in free])


def make_area(proposal: Proposal, gaps: list[UUID]) -> None:
    """Write an area of some gaps; people then name it as a need."""
    spoken = reader(state.project())
    name = _free_name(spoken(proposal.determinant.label))
    made = ImprovementArea(
        id=uuid4(),
        name=name,
        gaps=tuple(gaps),
        options=tuple(one.id for one in proposal.options),
        success_factors=tuple(
            one.id for one in proposal.success_factors if {*one.subfactors} & {*gaps}
        ),
    )
    if state.apply(ChangeSet(N_("Make an improvement area of gaps"), (Put(made),))):
        st.rerun()


def _free_name(name: str) -> str:
    taken = {one.name for one in state.snapshot().all(ImprovementArea)}
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _card(area: ImprovementArea) -> None:
    _, snapshot = state.reader(), state.snapshot()
    found = outcome(area)
    st.markdown(f"**{literal(titled(area))}**")
    st.badge(_(area.failure.label) if area.failure else _(found.label), color=BADGES[found])
    st.text(area.need or _("Pending"))
    for label, told in _lines(area, _):
        st.markdown(f":gray[{label}:] {literal(told)}")
    if lost := [need for need in area.gaps if need not in _kept(area)]:
        names = _.join([words(snapshot, one, _) for key in lost if (one := snapshot.find_any(key))])
        st.caption(literal(_("Below the rule for gaps: {names}").format(names=names)))


def _kept(area: ImprovementArea) -> set[UUID]:
    return {need.factor.id for need in needs_of(state.snapshot(), area)}


def _lines(area: ImprovementArea, _: Reader) -> list[tuple[str, str]]:
    """Return what a card says beneath the need, label by label."""
    snapshot = state.snapshot()
    gaps = [
        _("{factor} (priority {priority})").format(
            factor=titled(need.factor),
            priority=_.number(need.priority, 1, fixed=False),
        )
        for need in needs_of(snapshot, area)
    ]
    served = [one for key in area.options if (one := snapshot.find_any(key))]
    baseline = ""
    if area.indicator and area.baseline is not None:
        value = _.measured(area.baseline, 2, area.unit)
        day = f" ({_.date(area.baseline_on, 'medium')})" if area.baseline_on else ""
        baseline = f"{area.indicator}: {value}{day}"
    return [
        (_("Gaps"), _.join(gaps) or _("Pending")),
        (_("Options"), _.join([words(snapshot, one, _) for one in served]) or _("Pending")),
        (_("Baseline"), baseline or area.indicator or _("Pending")),
    ]
