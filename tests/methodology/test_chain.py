"""The strategic thread: from any project back to the market, and forward from anything."""

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methodology.chain import Rung, areas_of, chain, element
from methodology.mapping import Actor
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from methodology.success import Relevance
from tests.methodology.thread import (
    AREA,
    BRAND,
    FACTOR,
    IDEALS,
    LINE,
    MILK,
    NEED,
    PEOPLE,
    SCHOOL,
    SUCCESS,
    THREAD,
    TREND,
    VOLUME,
    key,
    torn,
)
from tests.samples import random_snapshot

WHOLE = chain(Snapshot(THREAD))
PLACE = {rung: place for place, rung in enumerate(Rung)}


def codes(elements):
    return [one.code for one in elements]


def test_a_project_leads_back_to_gap_success_factor_option_purchase_factor_and_trend():
    found = WHOLE.rests_on(SCHOOL.id)

    assert codes(found) == ["TE1", "F11", "O1", "FE1", "FC1", "A4"]


def test_a_trend_leads_forward_to_the_projects():
    assert codes(WHOLE.follows(TREND.id)) == ["F11", "O1", "FE1", "FC1", "A4", "P01"]


@pytest.mark.parametrize(
    ("record", "back", "forward"),
    [
        (FACTOR, ["TE1"], ["O1", "FE1", "FC1", "A4", "P01"]),
        (BRAND, ["TE1", "F11"], ["FE1", "FC1", "A4", "P01"]),
        (SUCCESS, ["TE1", "F11", "O1"], ["FC1", "A4", "P01"]),
        (PEOPLE, ["TE1", "F11", "O1", "FE1"], ["A4", "P01"]),
        (AREA, ["TE1", "F11", "O1", "FE1", "FC1"], ["P01"]),
    ],
)
def test_every_element_leads_both_ways(record, back, forward):
    assert codes(WHOLE.rests_on(record.id)) == back
    assert codes(WHOLE.follows(record.id)) == forward


def test_what_there_is_enough_of_is_no_gap_of_the_option():
    assert MILK.id not in {one.id for one in WHOLE.follows(BRAND.id)}


def test_a_discarded_option_is_no_part_of_it():
    assert VOLUME.id not in WHOLE.elements
    again = chain(torn(VOLUME.model_copy(update={"status": OptionStatus.PARALLEL})))
    assert codes(again.rests_on(VOLUME.id)) == ["TE1", "F11"]


def test_a_factor_that_is_not_relevant_to_an_option_is_no_step():
    found = chain(
        torn(
            NEED.model_copy(update={"relevance": Relevance.NOT_RELEVANT}),
            AREA.model_copy(update={"options": (), "gaps": ()}),
            without=IDEALS,
        )
    )

    assert codes(found.follows(BRAND.id)) == []


def test_a_project_of_a_line_serves_the_areas_of_its_line_unless_it_names_its_own():
    snapshot = Snapshot(THREAD)
    own = SCHOOL.model_copy(update={"areas": (key(99),)})

    assert areas_of(snapshot, SCHOOL) == LINE.areas
    assert areas_of(snapshot, own) == (key(99),)
    assert areas_of(snapshot, SCHOOL.model_copy(update={"line": None})) == ()


def test_a_project_can_name_gaps_and_success_factors_itself():
    found = chain(
        torn(SCHOOL.model_copy(update={"line": None, "gaps": (PEOPLE.id,)}), without=(AREA,))
    )

    assert codes(found.rests_on(SCHOOL.id)) == ["TE1", "F11", "O1", "FE1", "FC1"]


def test_what_points_to_something_that_is_gone_is_no_step():
    assert codes(chain(torn(without=(FACTOR,))).rests_on(BRAND.id)) == []


def test_elements_of_one_kind_stand_by_their_codes():
    more = [
        PEOPLE.model_copy(
            update={"id": key(100 + number), "code": f"FC{number}", "name": str(number)}
        )
        for number in (10, 2)
    ]

    assert codes(chain(torn(*more)).on(Rung.GAP)) == ["FC1", "FC2", "FC10", "RS1"]


def test_steps_among_chosen_elements_are_direct():
    steps = WHOLE.steps([FACTOR.id, BRAND.id, AREA.id, SCHOOL.id])

    assert steps == [(FACTOR.id, BRAND.id), (BRAND.id, AREA.id), (AREA.id, SCHOOL.id)]


def test_a_step_that_a_longer_way_tells_too_is_not_essential():
    keys = [FACTOR.id, BRAND.id, PEOPLE.id, AREA.id, SCHOOL.id]

    assert (BRAND.id, AREA.id) in WHOLE.steps(keys)
    assert WHOLE.essential(keys) == [
        (FACTOR.id, BRAND.id),
        (BRAND.id, PEOPLE.id),
        (PEOPLE.id, AREA.id),
        (AREA.id, SCHOOL.id),
    ]


ROUTE = BRAND.model_copy(update={"id": key(32), "code": "O2", "name": "Ruta"})
MISSED_TOO = IDEALS[0].model_copy(update={"id": key(58), "option": ROUTE.id})


def test_an_area_that_says_which_options_it_serves_rests_on_these_alone():
    found = chain(torn(ROUTE, MISSED_TOO))

    assert codes(found.rests_on(PEOPLE.id)) == ["TE1", "F11", "O1", "O2", "FE1"]
    assert codes(found.rests_on(SCHOOL.id)) == ["TE1", "F11", "O1", "FE1", "FC1", "A4"]
    assert SCHOOL.id not in {one.id for one in found.follows(ROUTE.id)}


def test_an_area_that_names_no_option_rests_on_all_that_miss_what_it_closes():
    silent = AREA.model_copy(update={"options": ()})

    found = chain(torn(ROUTE, MISSED_TOO, silent))

    assert codes(found.rests_on(SCHOOL.id)) == ["TE1", "F11", "O1", "O2", "FE1", "FC1", "A4"]


def test_an_area_that_names_its_success_factors_does_not_rest_on_others_of_the_same_gap():
    credit = SUCCESS.model_copy(update={"id": key(51), "code": "FE7", "name": "Crédito"})
    need = NEED.model_copy(update={"id": key(59), "factor": credit.id})

    named = chain(torn(credit, need))
    silent = chain(torn(credit, need, AREA.model_copy(update={"success_factors": ()})))

    assert codes(named.rests_on(AREA.id)) == ["TE1", "F11", "O1", "FE1", "FC1"]
    assert codes(silent.rests_on(AREA.id)) == ["TE1", "F11", "O1", "FE1", "FE7", "FC1"]


def test_only_elements_of_the_thread_can_be_one():
    with pytest.raises(ValueError, match="Andes"):
        element(Actor(id=key(1), name="Andes"))


def test_an_element_is_called_by_code_and_name():
    found = element(SCHOOL)

    assert (found.title, found.short) == ("P01 Escuela quesera", "P01")
    assert element(SCHOOL.model_copy(update={"code": ""})).short == "Escuela quesera"


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_back_and_forward_are_each_other_s_mirror_and_always_lead_on(seed):
    found = chain(random_snapshot(seed, rows=5))

    for one in found.elements.values():
        for other in found.follows(one.id):
            assert PLACE[other.rung] > PLACE[one.rung]
            assert one in found.rests_on(other.id)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_what_is_essential_reaches_whatever_all_steps_reach(seed):
    found = chain(random_snapshot(seed, rows=5))

    assert _reach(found.essential(found.elements)) == _reach(found.steps(found.elements))


def _reach(steps):
    graph = networkx.DiGraph(steps)
    return {(one, other) for one in graph for other in networkx.descendants(graph, one)}
