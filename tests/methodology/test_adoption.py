"""Adopted values: what they were, and one sentence that says where each comes from."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from app.i18n import reader
from methodology.adoption import Adoption, Basis, Proposal, adoption_of, provenance, written
from methodology.choice import Choice
from methodology.diamond import Determinant, DiamondFactor
from methodology.options import OptionStatus, StrategicOption
from methodology.process import Meeting, MeetingKind
from methodology.project import Language
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
