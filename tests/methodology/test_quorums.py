"""The quorum of ready rounds: half plus one of their cards, until somebody sets another."""

from itertools import count
from uuid import UUID

import pytest

from methodology.action import PlanProject
from methodology.options import StrategicOption
from methodology.quorums import entitled, quorums_after, usual_quorum
from methodology.ready_rounds import ready_rounds
from methodology.round_rules import rules
from methodology.rounds import Instrument, Roll, Round, State, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.vision import VisionVersion
from tests.votes import asked

T4 = UUID(int=4)
SNAPSHOT = Snapshot(
    [
        *(StrategicOption(id=UUID(int=40 + n), name=f"O{n}") for n in range(2)),
        *(VisionVersion(id=UUID(int=70 + n), name=f"V{n}", text="Ser…") for n in range(2)),
        PlanProject(id=UUID(int=80), name="P"),
    ]
)
PRIORITY = asked(roll=Roll.FIRMS, meeting=T4, state=State.DRAFT)


def cards(number, **values):
    given = {"meeting": T4, "is_firm": True, **values}
    return [VoterCard(id=UUID(int=100 + n), label=f"E{n}", **given) for n in range(number)]


def ready(stage, instrument) -> Round:
    found = next(one for one in ready_rounds(SNAPSHOT, stage) if one.instrument is instrument)
    numbers = count(5000)
    return found.round(lambda: UUID(int=next(numbers)), str, T4, cards(7))


@pytest.mark.parametrize(("number", "needed"), [(0, None), (1, 1), (7, 4), (22, 12), (35, 18)])
def test_half_plus_one_of_the_cards_is_needed(number, needed):
    assert usual_quorum(PRIORITY, cards(number)) == needed


def test_ready_rounds_of_the_firms_have_their_quorum_before_they_open():
    made = [ready(Stage.OPTIONS, one) for one in (Instrument.APPROVAL, Instrument.RANKING)]

    assert [one.quorum for one in made] == [4, 4]
    assert "4 ballots, abstentions included" in [str(one.text) for one in rules(made[1], 7)]


def test_commitments_and_open_rolls_have_none():
    joining = ready(Stage.ACTION_PLAN, Instrument.COMMITMENT)
    wording = ready(Stage.VISION, Instrument.APPROVAL)

    assert (joining.roll, joining.quorum) == (Roll.FIRMS, None)
    assert (wording.roll, wording.quorum) == (Roll.OPEN, None)


def test_only_valid_cards_of_the_kind_and_the_meeting_count():
    others = [*cards(1, is_void=True), *cards(1, is_firm=False), *cards(1, meeting=UUID(int=5))]

    assert entitled(PRIORITY, others) == ()
    assert usual_quorum(PRIORITY, others) is None


def test_the_quorum_follows_the_cards_until_somebody_sets_another():
    before, after = cards(3), cards(8)
    usual = PRIORITY.model_copy(update={"quorum": 2})
    kept = [PRIORITY.model_copy(update={"quorum": own}) for own in (None, 3)]
    opened = usual.model_copy(update={"state": State.OPEN})

    assert [*quorums_after([usual, *kept, opened], before, after)] == [(usual.id, 5)]
    assert [*quorums_after([PRIORITY], [], after)] == [(PRIORITY.id, 5)]
    assert [*quorums_after([usual], before, before)] == []
