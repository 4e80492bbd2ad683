"""The activities that project 0 begins with: in the reader's language, once."""

import pytest

from app.i18n import reader
from methodology.project import Language
from methodology.project_zero import ManagerTask
from methodology.snapshot import Snapshot
from methodology.standard_project_zero import STANDARD, monthly_hours, standard_tasks

FULL_TIME = 160


def test_the_list_of_the_method_is_complete():
    """Methodology 1.10: governance, review, promotion, public goods … visits to firms."""
    assert len(STANDARD) == 11
    assert STANDARD[0].name == "Visits to firms"


def test_targets_fit_into_a_month_of_one_person():
    assert monthly_hours(standard_tasks(Snapshot(), str)) == FULL_TIME


@pytest.mark.parametrize("language", Language)
def test_tasks_speak_the_readers_language(language):
    tasks = standard_tasks(Snapshot(), reader(None, language))

    assert len({task.name for task in tasks}) == len(STANDARD)
    assert all(task.monthly_target and task.product and task.indicator for task in tasks)
    assert (tasks[0].name == "Visits to firms") is (language is Language.ENGLISH)


def test_taken_over_twice_they_are_still_once_there():
    spanish = standard_tasks(Snapshot(), reader(None, Language.SPANISH))

    assert standard_tasks(Snapshot(spanish), reader(None, Language.PORTUGUESE)) == ()


def test_what_the_team_wrote_by_the_same_name_is_not_doubled():
    own = ManagerTask(id=standard_tasks(Snapshot(), str)[3].id, name="Own")
    by_name = ManagerTask(id=own.id.__class__(int=7), name="visits to FIRMS")

    names = {task.name for task in standard_tasks(Snapshot([own, by_name]), str)}

    assert len(names) == len(STANDARD) - 2
    assert "Visits to firms" not in names
