"""What raters say of the diamond today: sides apart, adopted values, who has to talk."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from methodology.diamond import Determinant, DiamondScore
from methodology.levels import RATERS, levels, levels_source, proposals, readings
from methodology.process import Meeting, MeetingKind
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.standard_diamond import STANDARD, standard_factors
from tests.cluster import made
from tests.diamonds import factor, rater, score

FC1, CH1 = factor("FC1"), factor("CH1")
FIRMS = [rater(f"F{place}") for place in range(1, RATERS + 1)]
BUYERS = [rater(f"B{place}", Side.BUYER) for place in (1, 2, 3)]
EXPERT = rater("X", Side.EXPERT)
TABLE = made(
    Meeting, "t", name="T5", kind=MeetingKind.WORKSHOP, about_stage=Stage.DIAMOND
)  # fmt: skip


def scores(people, values, of=FC1):
    return [row for who, value in zip(people, values, strict=True) for row in
            (who, score(who, of, value))]  # fmt: skip


def reading(*records, of=FC1):
    (found,) = [one for one in readings(Snapshot([of, *records])) if one.factor.id == of.id]
    return found


def test_the_median_of_the_raters_stands_in_until_a_value_is_adopted():
    given = scores(FIRMS[:3], [2, 3, 5])

    assert reading(*given).value == 3
    adopted = FC1.model_copy(update={"actual": 4})
    assert reading(*given, of=adopted).value == 4
    assert reading(*given).adopted is None


def test_trap_18_sides_are_never_pooled():
    found = reading(*scores(FIRMS[:4], [4, 4, 5, 5]), *scores(BUYERS, [1, 1, 1]))

    assert found.value == 4.5
    assert {side: one.median for side, one in found.spreads.items()} == {
        Side.FIRM: 4.5, Side.BUYER: 1,
    }  # fmt: skip


def test_raters_who_lie_apart_should_talk_first():
    apart, together = scores(FIRMS[:4], [1, 2, 4, 5]), scores(FIRMS[:4], [2, 3, 3, 3])

    assert reading(*apart).is_disputed
    assert not reading(*together).is_disputed


@pytest.mark.parametrize(("count", "is_settled"), [(RATERS - 1, False), (RATERS, True)])
def test_eight_people_settle_a_sub_factor(count, is_settled):
    found = reading(*scores(FIRMS[:count], [3] * count))

    assert found.is_settled == is_settled


def test_a_table_settles_it_with_an_expert_who_scored_it():
    agreed = FC1.model_copy(update={"actual": 3, "agreed_in": TABLE.id})

    assert reading(TABLE, *scores([EXPERT], [3]), of=agreed).is_settled
    assert not reading(TABLE, of=agreed).is_settled
    assert not reading(TABLE, *scores([EXPERT], [3])).is_settled


def test_chance_is_read_as_exposure_and_stays_out_of_the_levels():
    found = reading(*scores(FIRMS[:3], [-2, -1, 2], of=CH1), of=CH1)

    assert found.value == -1
    assert levels(Snapshot([CH1, *scores(FIRMS[:3], [-2, -1, 2], of=CH1)])) == {}


def test_a_level_given_to_chance_and_an_exposure_given_to_the_rest_do_not_count():
    wrong = made(DiamondScore, "w", rater=EXPERT.id, factor=CH1.id, level=5)
    other = made(DiamondScore, "o", rater=EXPERT.id, factor=FC1.id, exposure=-2)

    assert reading(EXPERT, wrong, of=CH1).value is None
    assert reading(EXPERT, other).value is None


def test_readings_follow_the_method_whatever_the_order_of_entry():
    rows = [factor(code) for code in ("CH1", "FS1", "DC2", "FC2", "FC1", "GOV1", "RS1")]

    codes = [one.factor.code for one in readings(Snapshot(rows))]

    assert codes == ["FC1", "FC2", "DC2", "RS1", "FS1", "GOV1", "CH1"]


def test_the_standard_list_has_every_code_of_the_method_in_its_order():
    wanted = {"FC": 7, "DC": 6, "RS": 5, "FS": 6, "GOV": 4, "CH": 3}
    codes = [f"{group}{number}" for group, most in wanted.items() for number in range(1, most + 1)]

    assert [one.code for one in STANDARD] == codes
    assert all(one.code.startswith(one.determinant.value) for one in STANDARD)
    assert [*wanted] == [group.value for group in Determinant]


def test_standard_sub_factors_are_named_in_one_language():
    ids = [rater(f"id {place}").id for place in range(len(STANDARD))]

    found = standard_factors(ids, str.upper)

    assert [one.name for one in found] == [one.name.upper() for one in STANDARD]
    assert len({one.id for one in found}) == len(STANDARD)


def told(*records):
    return str(levels_source(Snapshot(records)))


def test_source_says_who_and_how_many():
    given = scores(FIRMS[:3], [2, 3, 5])

    assert told(FC1, *given) == (
        "Actual: median of raters (Firm of the cluster: 3), 0 of 1 levels adopted"
    )


def test_source_gives_the_range_where_sub_factors_had_different_numbers_of_raters():
    people, other = FIRMS[:3], factor("FC2")
    second = [score(who, other, 3) for who in people[:2]]

    said = told(FC1, other, *scores(people, [2, 3, 5]), *second)

    assert "(Firm of the cluster: 2–3)" in said


def test_source_names_the_meeting_that_settled_the_levels():
    agreed = FC1.model_copy(update={"actual": 3, "agreed_in": TABLE.id})

    assert told(TABLE, agreed) == "1 of 1 levels adopted, settled in T5"
    held = TABLE.model_copy(update={"held_on": date(2026, 9, 23)})
    assert told(held, agreed) == "1 of 1 levels adopted, settled in T5, 2026-09-23"


def test_source_names_no_meeting_while_it_settled_nothing():
    open_still = FC1.model_copy(update={"agreed_in": TABLE.id})

    assert told(TABLE, open_still, *scores(FIRMS[:3], [2, 3, 5])) == (
        "Actual: median of raters (Firm of the cluster: 3), 0 of 1 levels adopted"
    )


def test_source_says_when_the_last_median_was_adopted():
    given = scores(FIRMS[:3], [2, 3, 5])
    [proposal] = proposals(Snapshot([FC1, *given]))
    adopted = FC1.model_copy(update={"actual": proposal.value})

    said = told(adopted, *given, proposal.adoption(date(2026, 9, 24)))

    assert said.endswith("1 of 1 levels adopted, last on 2026-09-24")


def test_medians_are_proposed_with_their_spread_halves_rounded_up():
    [found] = proposals(Snapshot([FC1, *scores(FIRMS[:4], [2, 2, 3, 3])]))

    assert (found.record, found.field, found.value, found.count) == (FC1, "actual", 3, 4)
    assert (found.consensus_measure, found.consensus) == ("Interquartile range", Decimal("1.0"))


def test_exposures_are_proposed_for_chance():
    [found] = proposals(Snapshot([CH1, *scores(FIRMS[:3], [-2, -1, -1], of=CH1)]))

    assert (found.field, found.value) == ("exposure", -1)


def test_what_a_meeting_agreed_on_with_the_same_result_is_not_proposed_again():
    given = scores(FIRMS[:3], [3, 3, 3])
    agreed = FC1.model_copy(update={"actual": 3, "agreed_in": TABLE.id})
    other = agreed.model_copy(update={"actual": 4})

    assert proposals(Snapshot([TABLE, agreed, *given])) == ()
    assert [one.value for one in proposals(Snapshot([TABLE, other, *given]))] == [3]


@hypothesis_given(st.lists(st.integers(1, 5), min_size=1, max_size=RATERS))
def test_what_is_proposed_lies_within_the_scores(values):
    [found] = proposals(Snapshot([FC1, *scores(FIRMS[: len(values)], values)]))

    assert min(values) <= found.value <= max(values)
    assert found.count == len(values)
