"""Rounds that are ready for each stage, made from its records."""

from itertools import count
from uuid import UUID

import pytest

from methodology.action import ActionLine, PlanProject
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.diamond import Determinant, DiamondFactor
from methodology.forces import Force, ForceFactor
from methodology.mapping import ChainLink
from methodology.options import OptionStatus, StrategicOption
from methodology.ready_rounds import ready_rounds
from methodology.record import REGISTRY, attribute
from methodology.rounds import RULES, Instrument, Roll, RoundCriterion, RoundItem, Secrecy, Unit
from methodology.scale import SCALES
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import SuccessFactor, SuccessLevel
from methodology.vision import VisionVersion

LINE, SEGMENT = UUID(int=900), UUID(int=901)
RECORDS = [
    *(ChainLink(id=UUID(int=n), name=f"Eslabón {n}") for n in range(1, 7)),
    *(
        ForceFactor(id=UUID(int=10 + n), code=f"EN{n}", force=Force.ENTRY, name=f"F{n}")
        for n in (10, 2)
    ),
    BuyerSegment(id=SEGMENT, name="Tiendas"),
    *(PurchaseFactor(id=UUID(int=30 + n), segment=SEGMENT, name=f"P{n}") for n in range(3)),
    StrategicOption(id=UUID(int=40), code="O1", name="Marca", definition="Una\nmarca"),
    StrategicOption(id=UUID(int=41), code="O2", name="Ruta"),
    StrategicOption(id=UUID(int=42), code="O3", name="Volumen", status=OptionStatus.DISCARDED),
    *(
        DiamondFactor(id=UUID(int=50 + n), code=code, name=code, determinant=Determinant(code[:2]))
        for n, code in enumerate(("FC1", "FC2", "DC1"))
    ),
    DiamondFactor(id=UUID(int=59), code="CH1", name="CH1", determinant=Determinant.CHANCE),
    *(
        SuccessFactor(id=UUID(int=60 + n), name=f"S{n}", level=SuccessLevel.CLUSTER)
        for n in range(3)
    ),
    *(VisionVersion(id=UUID(int=70 + n), name=f"Borrador {n}", text="Ser…") for n in range(2)),
    VisionVersion(id=UUID(int=79), name="Sin texto"),
    ActionLine(id=LINE, name="Mercados"),
    *(
        PlanProject(id=UUID(int=80 + n), code=f"P0{n}", name=f"Proyecto {n}", line=LINE)
        for n in range(2)
    ),
]
SNAPSHOT = Snapshot(RECORDS)
STAGES = [stage for stage in Stage if ready_rounds(SNAPSHOT, stage)]
EVERY = [(stage, one) for stage in STAGES for one in ready_rounds(SNAPSHOT, stage)]


def new_id():
    numbers = count(5000)
    return lambda: UUID(int=next(numbers))


def titles(stage):
    return [str(one.title) for one in ready_rounds(SNAPSHOT, stage)]


def test_the_stages_that_vote_have_their_rounds():
    assert STAGES == [
        Stage.MAPPING,
        Stage.ATTRACTIVENESS,
        Stage.PURCHASE_FACTORS,
        Stage.OPTIONS,
        Stage.DIAMOND,
        Stage.VISION,
        Stage.ACTION_PLAN,
    ]


def test_an_empty_project_has_none():
    assert [one for stage in Stage for one in ready_rounds(Snapshot(), stage)] == []


@pytest.mark.parametrize(("stage", "ready"), EVERY)
def test_every_ready_round_is_a_valid_draft_whose_rule_fits_its_instrument(stage, ready):
    made = ready.round(new_id(), str)
    records = ready.records(made, new_id(), str)

    assert made.about_stage == stage
    assert made.rule in RULES[made.instrument]
    assert [one.position for one in records if isinstance(one, RoundItem)] == [
        *range(1, len(ready.items) + 1)
    ]


@pytest.mark.parametrize(("stage", "ready"), EVERY)
def test_what_a_round_feeds_exists_and_is_on_the_scale_that_voters_see(stage, ready):
    made = ready.round(new_id(), str)
    for one in ready.records(made, new_id(), str):
        if isinstance(one, RoundCriterion):
            field = attribute(REGISTRY[made.feeds_table], one.field)
            assert one.scale in {scale.key for scale in SCALES}
            assert field.scale is None or field.scale.key == one.scale
    if made.feeds_field:
        assert attribute(REGISTRY[made.feeds_table], made.feeds_field)
    assert all(item.record is None or SNAPSHOT.find_any(item.record.id) for item in ready.items)


def test_no_round_of_a_workshop_gives_the_performance_that_buyers_give():
    """The trap of the self-image: what firms vote of themselves has a field of its own."""
    fed = {
        criterion.field
        for one in ready_rounds(SNAPSHOT, Stage.PURCHASE_FACTORS)
        for criterion in one.criteria
    }

    assert fed == {"importance_today", "importance_advanced", "self_image"}


def test_intention_and_priority_are_two_ballots_and_discarded_options_in_neither():
    intention, priority = ready_rounds(SNAPSHOT, Stage.OPTIONS)

    assert (intention.instrument, priority.instrument) == (Instrument.APPROVAL, Instrument.RANKING)
    assert {intention.unit, priority.unit} == {Unit.FIRM}
    assert {intention.roll, priority.roll} == {Roll.FIRMS}
    assert [item.name for item in priority.items] == ["Marca", "Ruta"]
    assert priority.items[0].note == "Una marca"


def test_commitments_are_public_intentions_for_the_team_and_everything_else_is_secret():
    kinds = {(one.instrument, one.feeds[0], one.secrecy) for _stage, one in EVERY}

    assert {(of, to) for of, to, secrecy in kinds if secrecy is Secrecy.NAMED} == {
        (Instrument.COMMITMENT, "plan_project")
    }
    assert {(of, to) for of, to, secrecy in kinds if secrecy is Secrecy.TEAM} == {
        (Instrument.APPROVAL, "intention")
    }


def test_chance_is_not_scored_with_the_levels_and_scores_are_asked_twice():
    made = ready_rounds(SNAPSHOT, Stage.DIAMOND)

    names = [item.name for one in made for item in one.items]
    assert "CH1" not in names
    assert {one.turns for one in made if one.instrument == Instrument.RATING} == {2}


def test_items_stand_by_their_codes_as_people_count():
    (forces,) = ready_rounds(SNAPSHOT, Stage.ATTRACTIVENESS)

    assert [item.name for item in forces.items] == ["F2", "F10"]


def test_wordings_without_text_are_not_voted_on():
    (vision,) = ready_rounds(SNAPSHOT, Stage.VISION)

    assert [item.name for item in vision.items] == ["Borrador 0", "Borrador 1"]


def test_projects_are_asked_about_line_by_line():
    assert titles(Stage.ACTION_PLAN) == [
        "Impact: Mercados",
        "Effort: Mercados",
        "Commitments: Mercados",
    ]


@pytest.mark.parametrize(("length", "kept"), [(250, 250), (251, 250), (900, 250)])
def test_a_long_wording_is_cut_to_a_line_that_fits_under_its_name(length, kept):
    drafts = [
        VisionVersion(id=UUID(int=800 + n), name=f"Borrador {n}", text="v" * length) for n in (1, 2)
    ]

    (vision,) = ready_rounds(Snapshot(drafts), Stage.VISION)

    note = vision.items[0].note
    assert len(note) == kept
    assert note.endswith("…") is (length > 250)


def test_a_wording_over_several_lines_is_shown_on_one():
    drafts = [
        VisionVersion(id=UUID(int=800 + n), name=f"Borrador {n}", text="En 2030,\n\n  la sierra")
        for n in (1, 2)
    ]

    (vision,) = ready_rounds(Snapshot(drafts), Stage.VISION)

    assert vision.items[0].note == "En 2030, la sierra"


def test_one_wording_alone_is_not_put_to_the_vote():
    only = VisionVersion(id=UUID(int=801), name="Borrador", text="En 2030…")

    assert ready_rounds(Snapshot([only]), Stage.VISION) == ()


@pytest.mark.parametrize(("links_", "dots"), [(2, 1), (3, 2), (4, 3), (9, 3), (12, 4), (60, 8)])
def test_dots_are_a_third_of_the_links_and_never_as_many_as_there_are(links_, dots):
    links = [ChainLink(id=UUID(int=900 + n), name=f"Eslabón {n}") for n in range(links_)]

    (weakest,) = ready_rounds(Snapshot(links), Stage.MAPPING)

    assert weakest.amount == dots
