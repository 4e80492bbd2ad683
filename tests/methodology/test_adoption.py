"""Adopted values: what they were, and one sentence that says where each comes from."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from app.i18n import reader
from methodology.adoption import (
    Adoption,
    Basis,
    Proposal,
    adoption_of,
    provenance,
    taken_from,
    written,
)
from methodology.choice import Choice
from methodology.diamond import Determinant, DiamondFactor
from methodology.options import OptionStatus, StrategicOption
from methodology.process import Meeting, MeetingKind
from methodology.project import Language
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage

ON = date(2026, 9, 9)
OPTION = StrategicOption(id=uuid4(), name="Ruta del queso", status=OptionStatus.CHOSEN)
T4 = Meeting(id=uuid4(), name="Taller T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS)


def proposal(**values) -> Proposal:
    base = {
        "record": OPTION,
        "field": "status",
        "value": OptionStatus.CHOSEN,
        "basis": Basis.RATERS,
        "rule": "Median",
        "count": 12,
    }
    return Proposal(**{**base, **values})


def said(made: Proposal, *records) -> str:
    return str(provenance(made.adoption(ON), Snapshot([OPTION, *records])))


def test_a_median_of_raters_says_how_many_and_when():
    assert said(proposal()) == "Median of 12 raters, adopted on 2026-09-09"


def test_the_side_that_spoke_is_told():
    assert said(proposal(count=5, unit=Side.PROXY.label)) == (
        "Median of 5 raters (Expert standing in for a buyer), adopted on 2026-09-09"
    )


def test_one_rater_is_not_several():
    assert said(proposal(count=1)).startswith("Median of one rater,")


def test_a_round_says_what_was_asked_where_how_and_how_many_voted():
    made = proposal(
        basis=Basis.ROUND,
        rule="Approval of half",
        instrument="Approval",
        question="¿Qué opción primero?",
        count=23,
        eligible=35,
        turn=2,
        meeting=T4.id,
        consensus_measure="Kendall's W",
        consensus=Decimal("0.55"),
    )

    assert said(made, T4) == (
        "Round “¿Qué opción primero?” of Taller T4, round number 2, Approval, Approval of half, "
        "23 of 35 voted, Kendall's W 0.55, adopted on 2026-09-09"
    )


def test_an_agreement_names_its_meeting():
    made = proposal(basis=Basis.MEETING, rule="Consensus", count=18, meeting=T4.id)

    assert said(made, T4) == ("Agreed in Taller T4, Consensus, votes: 18, adopted on 2026-09-09")


@pytest.mark.parametrize("basis", Basis)
def test_a_meeting_or_round_that_is_gone_leaves_a_sentence(basis):
    made = proposal(basis=basis, meeting=uuid4(), round_id=uuid4(), rule="", count=0)

    assert said(made).endswith(", adopted on 2026-09-09")


def test_it_is_said_in_the_reader_s_language_with_its_dates():
    spanish = reader(None, Language.SPANISH)

    told = provenance(proposal().adoption(ON), Snapshot([OPTION])).text(spanish)

    assert told == "Mediana de 12 evaluadores, adoptado el 9 de setiembre de 2026"


@pytest.mark.parametrize("text", ["{0}", "{x} %s", "{{ 7*7 }}"])
def test_what_people_wrote_is_shown_as_they_wrote_it(text):
    made = proposal(basis=Basis.ROUND, rule=text, instrument=text, question=text)

    assert said(made).count(text) == 3


def test_an_adoption_belongs_to_one_field_of_one_record():
    one, again = proposal().adoption(ON), proposal(count=15).adoption(ON)
    other = proposal(field="name", value="x").adoption(ON)

    assert one.id == again.id != other.id


def test_a_value_changed_by_hand_since_is_not_adopted_any_more():
    kept = proposal().adoption(ON)
    changed = OPTION.model_copy(update={"status": OptionStatus.DISCARDED})

    assert adoption_of(Snapshot([OPTION, kept]), OPTION, "status") == kept
    assert adoption_of(Snapshot([changed, kept]), changed, "status") is None


@pytest.mark.parametrize("value", [None, 3, Decimal("2.5"), "texto", OptionStatus.CHOSEN])
def test_values_are_kept_as_they_are_written(value):
    kept = written(value)

    assert kept == ("" if value is None else str(value))
    if isinstance(value, Choice):
        assert kept == value.value


def test_a_proposal_knows_what_stands_now():
    factor = DiamondFactor(id=uuid4(), name="Agua", determinant=Determinant.FACTORS)

    assert proposal(record=factor, field="name", value="Riego").before == "Agua"


def test_the_adoption_keeps_every_word_of_the_proposal():
    made = proposal(question="q", unit="u", instrument="i", eligible=40, round_id=T4.id)

    kept = made.adoption(ON)

    assert isinstance(kept, Adoption)
    assert (kept.about_table, kept.about_id, kept.value) == (
        "strategic_option",
        OPTION.id,
        "chosen",
    )
    for name in ("basis", "rule", "count", "eligible", "unit", "question", "instrument", "turn"):
        assert getattr(kept, name) == getattr(made, name)


ROUND = {
    "basis": Basis.ROUND,
    "round_id": uuid4(),
    "question": "¿Qué hay hoy?",
    "instrument": "Rating",
    "meeting": T4.id,
    "eligible": 35,
    "consensus_measure": "IQR",
    "consensus": Decimal(1),
}


def adopted(*made: tuple[Proposal, date]) -> Snapshot:
    """Return a project in which these values were adopted, each on its day."""
    records = {one.record.id: one.record for one, _on in made}
    return Snapshot([T4, *records.values(), *(one.adoption(on) for one, on in made)])


def factors(*levels: int) -> list[DiamondFactor]:
    return [
        DiamondFactor(id=uuid4(), name=f"FC{n}", determinant=Determinant.FACTORS, actual=level)
        for n, level in enumerate(levels)
    ]


def level(factor: DiamondFactor, **values) -> Proposal:
    return proposal(record=factor, field="actual", value=factor.actual, **values)


def told(snapshot: Snapshot, *records) -> str:
    return str(taken_from(snapshot, [(one, "actual") for one in records]))


def test_values_of_one_round_share_a_sentence_whatever_of_them_differs():
    first, second, third = factors(4, 3, 2)
    snapshot = adopted(
        (level(first, **{**ROUND, "count": 23}), ON),
        (level(second, **{**ROUND, "count": 25, "rule": "Median, rounded half up"}), ON),
        (level(third, **{**ROUND, "count": 24, "consensus": Decimal(2)}), ON),
    )

    assert told(snapshot, first, second, third) == (
        "Round “¿Qué hay hoy?” of Taller T4, Rating, Median, Median, rounded half up, "
        "23–25 of 35 voted, adopted on 2026-09-09."
    )


def test_one_value_is_told_as_its_provenance_tells_it():
    (only,) = factors(4)
    made = level(only, **{**ROUND, "count": 23})

    said = told(adopted((made, ON)), only)

    assert said == f"{provenance(made.adoption(ON), Snapshot([T4]))}."


def test_medians_adopted_on_one_day_share_a_sentence_with_the_range_of_raters():
    first, second = factors(4, 3)
    snapshot = adopted((level(first, count=8), ON), (level(second, count=12), ON))

    assert told(snapshot, first, second) == "Median of 8–12 raters, adopted on 2026-09-09."


def test_several_origins_stand_one_after_the_other_the_most_used_first():
    first, second, third = factors(4, 3, 2)
    snapshot = adopted(
        (level(first, **{**ROUND, "count": 20}), ON),
        (level(second), ON),
        (level(third), ON),
    )

    said = told(snapshot, first, second, third)

    assert said.startswith("Median of 12 raters, adopted on 2026-09-09. Round “¿Qué hay hoy?”")


def test_beyond_three_origins_the_rest_is_counted():
    made = factors(1, 2, 3, 4, 5)
    snapshot = adopted(*((level(one), date(2026, 9, n)) for n, one in enumerate(made, 1)))

    said = told(snapshot, *made)

    assert said.count("adopted on") == 3
    assert said.endswith("Further origins, in the annex of the plan: 2.")


def test_values_typed_changed_since_or_not_asked_about_tell_of_no_origin():
    kept, changed, typed = factors(4, 3, 2)
    snapshot = adopted((level(kept), ON), (level(changed), ON))
    now = changed.model_copy(update={"actual": 5})

    assert told(snapshot, now, typed) == ""
    assert told(Snapshot(), kept) == ""
    assert str(taken_from(snapshot, [(kept, "exposure")])) == ""
