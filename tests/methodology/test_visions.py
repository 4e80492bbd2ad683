"""Which wording of the vision is in force, and what objectives lack."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.options import OptionStatus
from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from methodology.vision import Objective, VisionVersion
from methodology.vision_lint import Rule
from methodology.visions import (
    MEASURED_BY,
    adopted,
    chosen_options,
    current,
    findings,
    lacking,
    versions,
)
from tests.cluster import made
from tests.options import option

WHOLE = {
    "indicator": "Sales", "baseline": Decimal(0), "baseline_on": date(2026, 1, 1),
    "target": Decimal(9), "target_on": date(2031, 1, 1), "source": "Survey",
}  # fmt: skip


def version(name, text="Text", **values):
    return made(VisionVersion, name, name=name, text=text, **values)


FIRST = version("A", drafted_on=date(2026, 9, 1))
SECOND = version("B", drafted_on=date(2026, 9, 8))


def test_before_adoption_the_latest_draft_shows():
    found = Snapshot([SECOND, FIRST])

    assert current(found) == SECOND
    assert adopted(found) is None
    assert versions(found) == (FIRST, SECOND)


def test_an_adopted_wording_shows_although_a_later_draft_is_there():
    chosen = version("C", drafted_on=date(2026, 9, 2), adopted_on=date(2026, 9, 30))
    later = version("D", drafted_on=date(2026, 12, 1))

    assert current(Snapshot([chosen, later, FIRST])) == chosen


def test_the_wording_adopted_last_is_in_force():
    old = version("C", adopted_on=date(2026, 9, 30))
    new = version("D", adopted_on=date(2028, 9, 30))

    assert adopted(Snapshot([new, old])) == new


def test_a_version_without_text_does_not_show():
    assert current(Snapshot([version("A", "", drafted_on=date(2026, 9, 9))])) is None
    assert current(Snapshot([FIRST, version("B", "", drafted_on=date(2026, 9, 9))])) == FIRST


def test_only_chosen_options_have_to_be_named():
    rows = [option(f"O{n}", status=status) for n, status in enumerate(OptionStatus)]

    assert [one.code for one in chosen_options(Snapshot(rows))] == ["O1"]


def test_the_vision_is_read_in_the_language_of_the_plan():
    project = made(Project, "p", name="P", language=Language.ENGLISH)
    text = version("A", "Two of the finest, O1, by 2031: the best.")

    found = findings(Snapshot([project, text, option(status=OptionStatus.CHOSEN)]), text)

    assert [one.rule for one in found if not one.is_met] == [Rule.MODEST]


def test_a_whole_objective_lacks_nothing_and_zero_is_a_value():
    assert lacking(made(Objective, "o", statement="Sell", **WHOLE)) == ()


@pytest.mark.parametrize("name", MEASURED_BY)
def test_each_missing_part_of_an_objective_is_named(name):
    values = {key: value for key, value in WHOLE.items() if key != name}

    assert [one.name for one in lacking(made(Objective, "o", statement="Sell", **values))] == [name]
