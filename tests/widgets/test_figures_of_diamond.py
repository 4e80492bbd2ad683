"""The figures of the diamond: what their titles and source lines say, one option at a time."""

import pytest

from app import charts
from app.i18n import reader
from app.widgets.figures_of_diamond import FIGURES, compared, disputed, drawn, finding
from methodology.options import OptionStatus
from methodology.project import Language
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.diamonds import factor, ideal, option, published, rater, score

_ = reader(language=Language.ENGLISH)
STYLE = charts.Style(_)
O1, O2, O3 = option("O1"), option("O2", OptionStatus.PARALLEL), option("O3", OptionStatus.DISCARDED)
FULL = Snapshot(published(O1))


def with_need(other, need):
    """Return the published option beside another that needs the same everywhere."""
    rows = {row.id: row for row in published(O1)}
    parts = [row for row in rows.values() if type(row).table == "diamond_factor"]
    return Snapshot([*rows.values(), other, *(ideal(part, other, need) for part in parts)])


def test_there_is_no_finding_before_an_option_has_both_diamonds():
    assert finding(Snapshot(), _) == ""
    assert finding(Snapshot([O1, factor("FC1", actual=3)]), _) == ""


def test_one_option_alone_says_how_much_of_its_needs_is_there():
    assert finding(FULL, _) == "63% of what O1 needs is there"


@pytest.mark.parametrize(("need", "asks_most"), [(2, "O1"), (5, "O2")])
def test_of_several_options_the_one_with_least_covered_is_named(need, asks_most):
    assert finding(with_need(O2, need), _) == f"{asks_most} asks most of the environment"


def test_a_discarded_option_is_not_what_the_page_finds():
    assert finding(with_need(O3, 5), _) == "63% of what O1 needs is there"
    assert [one.option.code for one in compared(with_need(O3, 5))] == ["O1"]
    assert [one.option.code for one in drawn(with_need(O3, 5))] == ["O1", "O3"]


def test_only_options_with_all_four_axes_are_drawn():
    part = factor("FC1", actual=3)

    assert [one.option.code for one in drawn(FULL)] == ["O1"]
    assert drawn(Snapshot([O2, part, ideal(part, O2, 4)])) == ()


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_drawn_of_an_empty_project(name):
    assert FIGURES[name].make(Snapshot(), STYLE) is None


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_belongs_to_the_stage_and_has_a_title(name):
    assert FIGURES[name].stage == Stage.DIAMOND
    assert FIGURES[name].title


@pytest.mark.parametrize("name", ["diamond", "determinants", "gaps"])
def test_a_figure_about_an_option_shows_that_option(name):
    snapshot = with_need(O2, 5)
    first, second = (
        FIGURES[name].about(snapshot, one.id).make(snapshot, STYLE) for one in (O1, O2)
    )

    assert first.to_json() != second.to_json()
    assert FIGURES[name].make(snapshot, STYLE).to_json() == first.to_json()
    assert FIGURES[name].about(snapshot, O2.id).title == "Option O2"


def test_an_option_without_scores_has_no_figure():
    snapshot = Snapshot([*published(O1), O2])

    assert FIGURES["diamond"].about(snapshot, O2.id).make(snapshot, STYLE) is None


@pytest.mark.parametrize("name", ["diamonds", "diamond", "gaps", "levels"])
def test_source_lines_say_where_the_levels_come_from(name):
    people = [rater(f"F{place}") for place in range(3)]
    part = factor("FC1")
    snapshot = Snapshot([*people, part, *(score(who, part, 2) for who in people)])

    said = FIGURES[name].source(snapshot, _)

    assert said.startswith("Actual: median of raters (Firm of the cluster: 3), 0 of 1 levels")


def test_the_source_of_chance_says_scale_and_raters():
    storm, who = factor("CH1"), rater("F")
    snapshot = Snapshot([storm, who, score(who, storm, -1)])

    said = FIGURES["chance"].source(snapshot, _)

    assert said == (
        "Exposure from −2 serious threat to 2 strong tailwind; not averaged with the rest. 1 rater."
    )


def test_scores_that_lie_farthest_apart_come_first():
    people = [rater(f"F{place}", Side.FIRM) for place in range(4)]
    calm, apart = factor("FC1"), factor("FC2")
    rows = [score(who, calm, 3) for who in people]
    rows += [score(who, apart, value) for who, value in zip(people, (1, 2, 4, 5), strict=True)]

    found = disputed(Snapshot([calm, apart, *people, *rows]))

    assert [one.factor.code for one in found] == ["FC2", "FC1"]
