"""What each section of the plan lacks: its own reasons, never those of its stage's others."""

from datetime import date
from uuid import UUID

import pytest

from methodology.action import PlanProject
from methodology.gates import verdicts
from methodology.mapping import Actor
from methodology.options import PriorityVote, StrategicOption
from methodology.plan import Section
from methodology.policies import PolicyKind, PolicyRequest
from methodology.project import Waiver
from methodology.sections import lacks, section_of, waiting
from methodology.snapshot import Snapshot
from methodology.stage import Stage

EMPTY = Snapshot()
WRITES_ITSELF = {Section.METHOD, Section.OPEN_ISSUES}


def told(section, *records):
    """Return what a section of a project with these records lacks, in English."""
    return [one.told.text(str) for one in lacks(Snapshot(records), section)]


def row(cls, **values):
    return cls(id=UUID(int=1), **values)


def test_only_what_writes_itself_is_complete_in_an_empty_project():
    assert {one for one in Section if not lacks(EMPTY, one)} == WRITES_ITSELF


@pytest.mark.parametrize(
    ("section", "first"),
    [
        (Section.VISION, "Write the vision by its rules"),
        (Section.AREAS, "Group the gaps into four to seven improvement areas"),
        (Section.ACTION_PLAN, "Give each improvement area a project"),
        (Section.PROJECT_ZERO, "Write the work plan of the cluster manager"),
        (Section.GOVERNANCE, "Choose the model of governance and have it adopted"),
        (Section.MONITORING, "Write the theory of change, link by link"),
        (Section.RISKS, "Judge the risks of the plan and write what is done"),
        (
            Section.POLICIES,
            "Requests to the public sector: rules, public goods, instruments.",
        ),
        (Section.PARTICIPANTS, "There are no actors yet."),
        (Section.BALLOTS, "No round of votes has been held in Dínamo yet."),
        (Section.SOURCES, "Nothing names its source yet."),
        (Section.SUMMARY, "Sums up the other sections, once they are complete"),
    ],
)
def test_each_section_gives_its_own_reason(section, first):
    assert told(section)[0] == first


def test_every_open_check_is_told_in_one_section():
    checks = [one.check for stage in Stage for one in verdicts(EMPTY, stage) if not one.is_settled]
    actions = [action for section in Section for action in told(section)]

    assert [actions.count(check.action) for check in checks] == [1] * len(checks)
    assert {section_of(check) for check in checks} <= {*waiting(EMPTY)}


def test_the_profile_of_the_manager_is_wanted_where_it_is_printed():
    wanted = "Write the manager's profile and how the person is chosen"

    assert wanted in told(Section.PROJECT_ZERO)
    assert wanted not in told(Section.GOVERNANCE)


def test_what_fills_a_section_without_checks_completes_it():
    actor = row(Actor, name="La Colina")
    request = row(PolicyRequest, name="Norma", kind=PolicyKind.REGULATION)
    figure = row(Actor, name="La Colina", source="INEI")

    assert told(Section.PARTICIPANTS, actor) == []
    assert told(Section.POLICIES, request) == []
    assert told(Section.SOURCES, figure) == []
    assert told(Section.SOURCES, actor) == ["Nothing names its source yet."]


def test_a_vote_that_was_held_elsewhere_completes_the_annex_of_votes_once_it_has_a_result():
    vote = row(PriorityVote, question="Which first?", voted=7)
    option = row(StrategicOption, code="O1", name="Lots")

    assert told(Section.BALLOTS, vote, option) != []
    assert told(Section.BALLOTS, vote, option.model_copy(update={"rank": 1})) == []


def test_what_was_waived_is_lacking_no_more():
    waived = [
        Waiver(
            id=UUID(int=place),
            check=f"monitoring.{key}",
            stage_waived=Stage.MONITORING,
            reason="Later",
            waived_on=date(2026, 6, 1),
            waived_by="Eva",
        )
        for place, key in enumerate(("risks", "exit"), 1)
    ]

    assert told(Section.RISKS, *waived) == []
    assert told(Section.MONITORING, *waived) == told(Section.MONITORING)


def test_how_a_lack_stands_is_told_in_a_sentence_of_its_own():
    [first, *_others] = lacks(EMPTY, Section.VISION)

    assert first.sentence.text(str) == "Write the vision by its rules. No version has a text yet."
    assert told(Section.ACTION_PLAN, row(PlanProject, name="Lab"))[0] == (
        "Give each improvement area a project"
    )
