"""The example is made by the import itself; everything else works without it."""

import csv
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app import demonstration
from app.demonstration import NoExample, build_demonstration, tables
from app.store.checking import check_folder
from methodology.gates import StageState, progress, verdicts
from methodology.mapping import Actor, ChainLink, Tie
from methodology.option_votes import ballot
from methodology.outcomes import outcome
from methodology.plan import Section
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Draft, Narrative, Project
from methodology.record import REGISTRY
from methodology.rounds import Round, State
from methodology.selection import selection, stars_told
from methodology.stage import Stage
from tests.needed import NO_EXAMPLE

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 6, 12)

SITUATION = (Stage.PROCESS, Stage.SCOPE, Stage.MAPPING, Stage.CHARACTERIZATION)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    if not tables():
        pytest.skip(NO_EXAMPLE)
    folder = build_demonstration(tmp_path_factory.mktemp("example"), TODAY)
    snapshot = folder.snapshot()
    folder.close()
    return folder.path, snapshot


def test_the_example_is_whole_and_marked_as_an_example(example):
    path, snapshot = example

    assert "ejemplo" in snapshot.one(Project).name
    assert len(snapshot.all(Actor)) >= 60
    assert len(snapshot.all(Tie)) >= 120
    assert len(snapshot.all(ChainLink)) == 7
    assert snapshot.all(Draft) == ()
    assert [finding.remark.text(str) for finding in check_folder(path)] == []


def test_every_table_of_the_example_is_one_of_the_method_and_all_its_rows_arrive(example):
    _path, snapshot = example

    for file in tables():
        cls = REGISTRY[file.stem.split("-", 1)[1]]
        with file.open(encoding="utf-8", newline="") as text:
            rows = [*csv.reader(text, delimiter=";")][1:]
        assert len(snapshot.all(cls)) == len(rows), file.name


def test_every_section_of_the_examples_plan_opens_with_the_teams_own_text(example):
    _path, snapshot = example
    texts = {one.section: one.text for one in snapshot.all(Narrative)}

    for section in [Section.SUMMARY, *(one for one in Section if one.number.isdecimal())]:
        assert len(texts[section].split()) > 50, section


@pytest.mark.parametrize("stage", SITUATION)
def test_the_situation_of_the_example_is_settled_without_a_waiver(example, stage):
    _path, snapshot = example

    states = {row.stage: row.state for row in progress(snapshot)}

    assert [one.check.key for one in verdicts(snapshot, stage) if not one.is_met] == []
    assert states[stage] == StageState.DONE


def test_the_cheeses_of_the_example_were_chosen_by_numbers_worked_by_hand(example):
    """Cheese: 1094/96000 over 24000/5400000; .25·200/316 + .2 + .2·2/2.44 + .2 + .15."""
    _path, snapshot = example
    found = selection(snapshot)

    assert [one.name for one in found.chosen] == ["Quesos artesanales de la Sierra Alta"]
    assert [round(one.quotient, 4) for one in found.standings] == [2.5641, 0.5625, 1.2, 3.0]
    assert [round(one.above) for one in found.standings] == [667, -1260, 384, 480]
    assert [round(one.score, 4) for one in found.standings] == [0.8722, 0.4387, 0.4086, 0.2333]
    assert [str(stars_told(one.stars)) for one in found.standings] == [
        "1 of 1 assessable",
        *["0 of 1 assessable"] * 3,
    ]


def test_at_least_fifteen_actors_came_to_every_workshop_of_the_example(example):
    _path, snapshot = example
    came = [row.meeting for row in snapshot.all(Attendance)]
    workshops = [one for one in snapshot.all(Meeting) if one.kind == MeetingKind.WORKSHOP]

    assert len(workshops) == 8
    assert min(came.count(one.id) for one in workshops) >= 15


def test_the_options_of_the_example_were_voted_on_and_their_places_come_from_the_ballots(example):
    """The orders of the table counted by hand: 12 firms put O1 first and 6 second, 48 points."""
    _path, snapshot = example
    [asked] = snapshot.all(Round)
    vote = ballot(snapshot)

    assert asked.state is State.ADOPTED
    assert (vote.eligible, vote.voted, vote.needed) == (28, 18, 15)
    assert [(one.option.code, one.rank, one.points) for one in vote.results] == [
        ("O1", 1, 48),
        ("O3", 2, 29),
        ("O2", 3, 28),
        ("O4", 4, 3),
    ]
    assert vote.consensus == Decimal("0.6309")  # 12·1022 / (18²·60)
    assert outcome(snapshot, asked).summary.by_paper == 2


def test_without_its_tables_the_example_says_that_it_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(demonstration, "PLACES", (tmp_path,))

    with pytest.raises(NoExample):
        build_demonstration(tmp_path, TODAY)


def test_the_command_line_works_with_the_example_deleted(tmp_path):
    copied = tmp_path / "dínamo"
    for package in ("app", "methodology"):
        shutil.copytree(ROOT / package, copied / package)
    command = [sys.executable, "-m", "app", "new", str(tmp_path / "nuevo")]

    done = subprocess.run(command, cwd=copied, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
