"""What rounds would change in their stages."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from methodology.action import PlanProject
from methodology.adopting_rounds import priority_vote, round_proposals
from methodology.adoption import Basis
from methodology.buyers import PurchaseFactor
from methodology.diamond import Determinant, DiamondFactor
from methodology.forces import Force, ForceFactor
from methodology.options import PriorityVote, StrategicOption, VotingUnit
from methodology.round_results import RoundPledge
from methodology.rounds import Instrument, RoundItem, State, Unit
from methodology.snapshot import Snapshot
from methodology.vision import VisionVersion
from tests import votes


def tied(made, records, table, **values):
    """Return a project in which the items of a round stand for these records, in this order."""
    of, rows = made
    of = of.model_copy(update={"feeds_table": table, **values})
    waiting = iter(records)
    after = []
    for row in rows:
        if isinstance(row, RoundItem) and (record := next(waiting, None)):
            row = row.model_copy(update={"about_table": table, "about_id": record.id})
        after.append(of if row.id == of.id else row)
    return of, Snapshot([*after, *records])


def rated(field, record_of, scale="level", rows=(("A", 4, 3, 4.25), ("B", 2.5, 2, 3))):
    of, rows_made = votes.rating(rows, criteria=("Nivel",), scale=scale)
    records = [record_of(place) for place in range(len(rows))]
    rows_made = [
        row.model_copy(update={"field": field}) if hasattr(row, "scale") else row
        for row in rows_made
    ]
    return tied((of, rows_made), records, records[0].table)


def diamond(place):
    return DiamondFactor(
        id=UUID(int=50 + place), name=f"FC{place}", determinant=Determinant.FACTORS, actual=1
    )


def force(place):
    return ForceFactor(id=UUID(int=60 + place), force=Force.ENTRY, name=f"EN{place}")


def test_medians_go_where_the_criterion_says_with_everything_about_the_round():
    of, snapshot = rated("actual", diamond)

    first, second = round_proposals(snapshot, of)

    assert (first.field, first.before, first.value) == ("actual", 1, 4)
    assert (first.basis, first.round_id, first.count) == (Basis.ROUND, of.id, 12)
    assert (first.question, first.rule, first.turn) == (of.question, "Median", 1)
    assert (first.consensus_measure, first.consensus) == ("Interquartile range", Decimal("1.25"))
    assert (second.value, second.rule) == (3, "Median, rounded half up")


def test_a_field_that_takes_halves_gets_them():
    of, snapshot = rated("today", force, "intensity")

    values = [one.value for one in round_proposals(snapshot, of)]

    assert values == [Decimal("4"), Decimal("2.5")]


def test_every_proposal_can_be_written():
    for field, record_of, scale in (("actual", diamond, "level"), ("later", force, "intensity")):
        of, snapshot = rated(field, record_of, scale)
        for one in round_proposals(snapshot, of):
            made = type(one.record).model_validate({**dict(one.record), one.field: one.value})
            assert getattr(made, one.field) == one.value


def options():
    return [StrategicOption(id=UUID(int=40 + n), name=f"O{n}") for n in range(3)]


def test_options_get_place_and_points():
    of, snapshot = tied(votes.ranking(), options(), "strategic_option", feeds_field="rank")

    made = [(one.record.name, one.field, one.value) for one in round_proposals(snapshot, of)]

    assert made == [
        ("O0", "rank", 1),
        ("O0", "points", Decimal(29)),
        ("O1", "rank", 4),
        ("O1", "points", Decimal(24)),
        ("O2", "rank", 7),
        ("O2", "points", Decimal(21)),
    ]


def test_the_vote_on_the_priority_is_told_whole():
    of, snapshot = tied(
        votes.ranking(), options(), "strategic_option", feeds_field="rank", unit=Unit.FIRM, quorum=5
    )

    vote = priority_vote(snapshot, of, UUID(int=1), date(2026, 9, 9), str)

    assert vote == PriorityVote(
        id=UUID(int=1),
        question=of.question,
        rule="Borda: n−1 points for the first place, 0 for the last",
        unit=VotingUnit.FIRM,
        held_on=date(2026, 9, 9),
        eligible=8,
        voted=5,
        quorum=5,
        consensus_measure="W",
        consensus=Decimal("0.0768"),
    )


def test_what_the_team_wrote_about_dissent_stays():
    of, snapshot = tied(votes.ranking(), options(), "strategic_option", feeds_field="rank")
    kept = PriorityVote(id=UUID(int=9), dissent="Dos querían O1")

    vote = priority_vote(Snapshot([*snapshot, kept]), of, UUID(int=1), None, str)

    assert (vote.id, vote.dissent) == (kept.id, "Dos querían O1")


def test_no_other_round_is_the_vote_on_the_priority():
    of, records = votes.approval()

    assert priority_vote(Snapshot(records), of, UUID(int=1), None, str) is None


def test_wordings_get_their_approvals_and_the_ballots_cast():
    versions = [VisionVersion(id=UUID(int=70 + n), name=f"V{n}", text="Ser") for n in range(2)]
    of, snapshot = tied(votes.approval(), versions, "vision_version", feeds_field="approvals")

    made = [(one.record.name, one.field, one.value) for one in round_proposals(snapshot, of)]

    assert made == [
        ("V0", "approvals", 18),
        ("V0", "voters", 32),
        ("V1", "approvals", 24),
        ("V1", "voters", 32),
    ]


def test_who_joins_a_project_is_added_to_its_actors_once():
    there, new = UUID(int=1), UUID(int=2)
    project = PlanProject(id=UUID(int=80), name="Sello", actors=(there,))
    of, (_round, item, *_rest, summary) = votes.approval()
    of = of.model_copy(update={"instrument": Instrument.COMMITMENT})
    pledges = [
        RoundPledge(id=votes.identity(n), round=of.id, item=item.id, who=f"Q{n}", actor=actor)
        for n, actor in enumerate([there, new, new, None])
    ]
    of, snapshot = tied(
        (of, [of, item, summary, *pledges]), [project], "plan_project", feeds_field="actors"
    )

    (one,) = round_proposals(snapshot, of)

    assert (one.field, one.value, one.count) == ("actors", (there, new), 3)


@pytest.mark.parametrize("state", [State.DRAFT, State.OPEN, State.SEALING, State.VOID])
def test_nothing_is_proposed_before_a_round_is_over(state):
    of, snapshot = rated("actual", diamond)

    assert round_proposals(snapshot, of.model_copy(update={"state": state})) == ()


def test_items_that_stand_for_nothing_propose_nothing():
    of, records = votes.approval()

    assert round_proposals(Snapshot(records), of) == ()
    fed = of.model_copy(update={"feeds_table": "vision_version", "feeds_field": "approvals"})
    assert round_proposals(Snapshot(records), fed) == ()


def purchase(place):
    return PurchaseFactor(
        id=UUID(int=70 + place), segment=UUID(int=79), name=f"F{place}", own=Decimal(2)
    )


def test_what_firms_vote_of_themselves_leaves_what_buyers_said():
    of, snapshot = rated("self_image", purchase, "performance", (("A", 4.5, 4, 5),))
    (image,) = round_proposals(snapshot, of)

    after = image.record.model_copy(update={image.field: image.value})

    assert (after.self_image, after.own) == (Decimal("4.5"), Decimal(2))
