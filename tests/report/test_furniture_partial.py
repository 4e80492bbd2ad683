"""The furniture makers' plan with a part missing: what is left still stands, the rest is told."""

import pytest

from methodology.action import PlanProject
from methodology.buyers import FactorScore, PurchaseFactor
from methodology.diamond import DiamondFactor, Ideal
from methodology.forces import ForceFactor, ForceScore
from methodology.governance import Organ
from methodology.mapping import Actor, Tie
from methodology.monitoring import MonitoringIndicator, Risk
from methodology.options import OptionScore, StrategicOption
from methodology.plan import Section
from methodology.process import Meeting
from methodology.project import Language
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.vision import VisionVersion
from tests.furniture import furniture
from tests.report.word import charts, headings, outline, tables, written

RESTING_ON = {ForceFactor: (ForceScore,)}  # a store never keeps one without the other
WHOLE = {
    Scope: "From sector to segment",
    Tie: "Relations",
    ForceFactor: "Sub-factors of the forces",
    PurchaseFactor: "Importance of the factors: Hoteles",
    StrategicOption: "Options and their status",
    DiamondFactor: "Actual diamond: levels and evidence",
    VisionVersion: "Versions of the vision",
    PlanProject: "Projects of the plan",
    Organ: "Organs",
    MonitoringIndicator: "Indicators",
    Risk: "Risks of the plan",
    Meeting: "Meetings",
    Actor: "Actors of the cluster",
}


def _without(*types):
    return Snapshot([record for record in furniture() if not isinstance(record, types)])


@pytest.mark.parametrize("cls", WHOLE, ids=lambda cls: cls.table)
def test_a_plan_without_a_table_keeps_all_its_sections_and_says_what_is_pending(cls):
    data = written(_without(cls, *RESTING_ON.get(cls, ())), Language.ENGLISH)

    assert len(headings(data)) == len(Section)
    assert WHOLE[cls] not in tables(data)
    assert ("Pending", "Pending") in outline(data)
    assert all(chart.cached == chart.kept for chart in charts(data))


def test_without_scores_adopted_values_stand_all_the_same():
    found = tables(written(_without(ForceScore, FactorScore, OptionScore), Language.ENGLISH))

    assert found["Pressure of the five forces"][-1] == ["Attractiveness", "", "2,8", "2,0", "−0,8"]
    assert "Importance of the factors: Hoteles" in found


def test_without_ideals_there_are_levels_and_no_gaps():
    found = tables(written(_without(Ideal), Language.ENGLISH))

    assert len(found["Actual diamond: levels and evidence"]) == 27
    assert not [title for title in found if title.startswith("Determinants of")]
