"""What a project takes over to begin with: shipped sub-factors, seeds that become options."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import streamlit as st

from app import state
from app.i18n import reader
from app.store import ChangeSet, Put
from methodology.buyers import BuyerSegment
from methodology.force_factors import SHIPPED, shipped_factors
from methodology.options import StrategicOption
from methodology.purchase import FactorReading
from methodology.record import SHORT
from methodology.snapshot import Snapshot
from methodology.text import N_

PREFIX = "O"


def offer_force_factors(*, key: str) -> None:
    """Draw the button that takes over the shipped sub-factors, in the language of the plan."""
    _ = state.reader()
    count = sum(map(len, SHIPPED.values()))
    label = _("Begin with the {count} sub-factors of the method").format(count=count)
    if st.button(label, type="primary", icon=":material/playlist_add:", key=key):
        spoken = reader(state.project())
        rows = tuple(Put(one) for one in shipped_factors(spoken, uuid4))
        if state.apply(ChangeSet(N_("Take over the sub-factors of the method"), rows)):
            st.rerun()


def offer_option(segment: BuyerSegment, seeds: Sequence[FactorReading], *, key: str) -> None:
    """Draw the choice of seeds and the button that makes a draft option of them."""
    _ = state.reader()
    names = {one.factor.id: one.factor.name for one in seeds}
    chosen = st.multiselect(
        _("Factors of the new option"),
        [*names],
        default=[*names],
        format_func=lambda one: names[one],
        key=f"{key}_chosen",
        placeholder=_("Choose factors"),
    )
    if st.button(
        _("Draft an option from these factors"),
        type="primary",
        icon=":material/add:",
        key=key,
        disabled=not chosen,
    ):
        name = " + ".join(names[one] for one in chosen)
        option = drafted_option(state.snapshot(), segment, chosen, name)
        if state.apply(ChangeSet(N_("Draft an option from seeds"), (Put(option),))):
            st.rerun()


def drafted_option(
    snapshot: Snapshot, segment: BuyerSegment, factors: Sequence[UUID], name: str
) -> StrategicOption:
    """Return a candidate that carries the factors, under a free code and a name not yet taken."""
    known = snapshot.all(StrategicOption)
    codes, names = ({getattr(one, field).casefold() for one in known} for field in ("code", "name"))
    numbers = range(1, len(known) + 2)
    code = next(f"{PREFIX}{n}" for n in numbers if f"{PREFIX}{n}".casefold() not in codes)
    wanted = name[: SHORT - 10]
    if wanted.casefold() in names:
        wanted = f"{wanted} ({code})"
    return StrategicOption(
        id=uuid4(), code=code, name=wanted, segments=(segment.id,), purchase_factors=tuple(factors)
    )
