from datetime import UTC, datetime
from itertools import product
from uuid import UUID

import pytest

from methodology.round_steps import (
    LIVE,
    STEPS,
    NoSuchStep,
    ReasonMissing,
    RoundFixed,
    opened,
    refuse_step,
)
from methodology.rounds import RULES, Instrument, Round, Rule, State, Unit

NOW = datetime(2026, 9, 9, 10, 30, tzinfo=UTC)


def a_round(**values):
    return Round(
        id=UUID(int=1),
        name="Opciones",
        instrument=Instrument.RANKING,
        **{"question": "¿Qué opción primero?", "rule": Rule.BORDA, **values},
    )


def moved(given, **values):
    return given.model_copy(update=values)


def test_a_round_goes_from_draft_to_adopted_and_back_to_shown():
    found = a_round()
    path = (State.OPEN, State.SEALING, State.CLOSED, State.REVEALED, State.ADOPTED, State.REVEALED)

    for state in path:
        after = moved(found, state=state)
        refuse_step(found, after)
        found = after

    assert found.state is State.REVEALED


@pytest.mark.parametrize(("now", "wanted"), [*product(State, State)])
def test_every_other_step_is_refused(now, wanted):
    before = a_round(state=now)
    after = moved(before, state=wanted, void_reason="Se cortó la luz")
    is_again = wanted is State.OPEN and before.is_over

    if now is wanted or (wanted in STEPS[now] and not is_again):
        refuse_step(before, after)
    else:
        with pytest.raises(NoSuchStep, match="cannot become"):
            refuse_step(before, after)


def test_a_closed_round_opens_again_only_for_its_next_turn():
    first = a_round(state=State.REVEALED, turns=2)
    second = moved(first, **opened(first, NOW))

    refuse_step(first, second)

    assert (second.turn, second.state, second.opened_at) == (2, State.OPEN, NOW)
    with pytest.raises(NoSuchStep):
        refuse_step(moved(second, state=State.CLOSED), moved(second, turn=3))
    with pytest.raises(NoSuchStep):
        refuse_step(a_round(state=State.CLOSED), a_round(state=State.OPEN, turn=2))


def test_a_draft_opens_at_its_first_turn():
    draft = a_round(turns=2)

    assert moved(draft, **opened(draft, NOW)).turn == 1


@pytest.mark.parametrize("state", [one for one in State if one is not State.DRAFT])
@pytest.mark.parametrize(
    "change", [{"question": "Otra"}, {"rule": Rule.COPELAND}, {"unit": Unit.FIRM}, {"quorum": 3}]
)
def test_nothing_that_voters_were_told_changes_once_the_round_was_open(state, change):
    before = a_round(state=state)

    with pytest.raises(RoundFixed):
        refuse_step(before, moved(before, **change))


def test_a_draft_can_be_changed_in_every_way():
    refuse_step(a_round(), a_round(question="Otra", rule=Rule.COPELAND))


def test_the_turn_alone_cannot_be_moved():
    with pytest.raises(NoSuchStep):
        refuse_step(a_round(turns=2), a_round(turns=2, turn=2))


def test_a_round_is_void_for_a_reason_only():
    before = a_round(state=State.OPEN)

    refuse_step(before, moved(before, state=State.VOID, void_reason="Se cortó la luz"))
    with pytest.raises(ReasonMissing):
        refuse_step(before, moved(before, state=State.VOID))


def test_what_may_change_while_open_are_fields_of_a_round():
    assert set(Round.model_fields) > LIVE


def test_every_instrument_has_a_rule():
    assert set(RULES) == set(Instrument)
    assert all(RULES.values())
