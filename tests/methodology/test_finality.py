"""What keeps a plan from being final: nothing but what is pending and not waived."""

from datetime import date
from uuid import uuid4

import pytest

from methodology.finality import FRONT, NotFinal, obstacles
from methodology.gates import checks
from methodology.project import Project, Waiver
from methodology.snapshot import Snapshot
from methodology.stage import Stage

ALL = [check for stage in Stage for check in checks(stage)]


def project(**values):
    return Project(id=uuid4(), name="Quesos", **values)


def waived():
    return [
        Waiver(
            id=uuid4(),
            check=check.key,
            stage_waived=check.stage,
            reason="No aplica",
            waived_on=date(2026, 11, 1),
        )
        for check in ALL
    ]


def test_an_empty_project_lacks_its_front_and_most_of_its_checks():
    found = obstacles(Snapshot([project()]))

    assert len(found) > len(FRONT)
    assert found[0].where is Project
    assert {one.stage for one in found} == {one.stage for one in ALL}


def test_with_everything_waived_and_the_front_filled_in_nothing_is_in_the_way():
    filled = project(**dict.fromkeys(FRONT, "x"))

    assert obstacles(Snapshot([filled, *waived()])) == ()


@pytest.mark.parametrize("name", FRONT)
def test_what_stands_on_the_first_pages_cannot_be_empty(name):
    values = {**dict.fromkeys(FRONT, "x"), name: ""}

    [found] = obstacles(Snapshot([project(**values), *waived()]))

    assert found.where is Project
    assert str(found.action).startswith("Fill in")


def test_a_check_that_is_not_waived_is_named_with_what_to_do():
    kept = [one for one in waived() if one.check != ALL[0].key]

    [found] = obstacles(Snapshot([project(**dict.fromkeys(FRONT, "x")), *kept]))

    assert (found.stage, str(found.action)) == (ALL[0].stage, ALL[0].action)


def test_the_refusal_says_how_many_things_are_pending():
    found = obstacles(Snapshot([project()]))

    assert str(len(found)) in str(NotFinal(found))
    assert NotFinal(found).obstacles == found
