"""What holds for every figure: text that is large enough, the theme's colours, dead words."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts import (
    Bar,
    Style,
    actor_bars,
    attendance_matrix,
    bars,
    chance_bars,
    comparison_bars,
    determinant_bars,
    diamond_card,
    diamond_poster,
    gap_bars,
    link_bars,
    option_poster,
    scope_funnel,
    size_pyramid,
    spread_ranges,
    stage_calendar,
    success_chart,
)
from app.charts.template import template
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.attendance import attendance
from methodology.calendar import calendar
from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.firms import firms, link_counts
from methodology.gaps import option_diamond, option_diamonds
from methodology.gates import progress
from methodology.levels import readings
from methodology.mapping import ActorKind, Inclusion
from methodology.options import StrategicOption
from methodology.process import Attendance, Meeting, MeetingKind, StageWindow
from methodology.profile import comparisons, link_tables
from methodology.project import Language, Project
from methodology.scope import Scope, Segment, SegmentVerdict
from methodology.segments import funnel
from methodology.sizes import pyramid
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from methodology.success_matrix import success_matrix
from tests.charts.figures import EVIL, is_safe, seen, texts
from tests.cluster import actor, link, made
from tests.diamonds import factor, option, published, rater, score

PX = PROJECTOR + 2  # what the page of the projector asks for
START = date(2026, 1, 5)
MILK, CHEESE = link(EVIL, 1), link("Cheese", 2)
ROQUEFORT = made(ReferenceCluster, "r", name=f"Roquefort {EVIL}")
DAIRY = actor("Dairy", link=CHEESE.id, employees=4, inclusion=Inclusion.INSIDE)
BANK = actor("Bank", ActorKind.FINANCE, inclusion=Inclusion.PERIPHERY)
TABLE = made(
    Meeting, "t", name=EVIL, kind=MeetingKind.WORKSHOP, about_stage=Stage.MAPPING, held_on=START
)
EVENT = made(
    Meeting, "e", name="Retos", kind=MeetingKind.PUBLIC_EVENT,
    about_stage=Stage.ATTRACTIVENESS, held_on=START,
)  # fmt: skip
OPTION = option("O1").model_copy(update={"name": EVIL})
STORM = factor("CH1", exposure=-2).model_copy(update={"name": EVIL})
TASTE = made(SuccessFactor, "s", name=EVIL, level=SuccessLevel.FIRM, present=1)
VOICE = rater("Voice")
DIAMOND = [
    *published(OPTION), STORM, TASTE, VOICE, score(VOICE, factor("FC1"), 2),
    made(SuccessNeed, "n", factor=TASTE.id, option=OPTION.id, relevance=Relevance.NECESSARY),
]  # fmt: skip


def of_option(draw):
    """Return what draws the first option of a project, without one an empty diamond."""

    def make(snapshot, style):
        found = option_diamonds(snapshot)
        return draw(found[0] if found else option_diamond(OPTION, [], {}, []), style)

    return make


def stat(indicator, value, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(value), year=2025, **values)


FULL = Snapshot(
    [
        made(Project, "p", name="Quesos", starts_on=START),
        made(Scope, "s", sector=EVIL, statement="Cheese", rule="Makes it", accepted_on=START),
        made(Segment, "g", name=EVIL, verdict=SegmentVerdict.INSIDE),
        made(StageWindow, "w", planned_stage=Stage.SCOPE, first_week=1, last_week=2),
        MILK, CHEESE, ROQUEFORT, DAIRY, BANK, TABLE, EVENT,
        made(Attendance, "a", meeting=TABLE.id, actor=DAIRY.id, people=3),
        made(Attendance, "b", meeting=TABLE.id, actor=BANK.id),
        stat(Indicator.TURNOVER, 900, link=CHEESE.id),
        stat(Indicator.TURNOVER, 100, link=MILK.id),
        stat(Indicator.FIRMS, 20),
        stat(Indicator.FIRMS, 80, perimeter=Perimeter.REFERENCE, reference=ROQUEFORT.id),
        stat(Indicator.GDP, 1, perimeter=Perimeter.REFERENCE, reference=ROQUEFORT.id),
        *DIAMOND,
    ]
)  # fmt: skip
EMPTY = Snapshot()
FIGURES = {
    "calendar": lambda snapshot, style: stage_calendar(
        calendar(snapshot, START), progress(snapshot), style, {Stage.SCOPE: EVIL}
    ),
    "funnel": lambda snapshot, style: scope_funnel(funnel(snapshot), style),
    "attendance": lambda snapshot, style: attendance_matrix(attendance(snapshot), style),
    "pyramid": lambda snapshot, style: size_pyramid(pyramid(firms(snapshot)), style),
    "actors": lambda snapshot, style: actor_bars(link_counts(snapshot), style),
    "comparison": lambda snapshot, style: comparison_bars(comparisons(snapshot), style),
    "links": lambda snapshot, style: (
        link_bars(found[0], style) if (found := link_tables(snapshot)) else bars([], style)
    ),
    "diamonds": lambda snapshot, style: diamond_poster(option_diamonds(snapshot), style),
    "diamond card": of_option(diamond_card),
    "diamond poster": of_option(option_poster),
    "determinants": of_option(determinant_bars),
    "gaps": of_option(gap_bars),
    "success": lambda snapshot, style: success_chart(success_matrix(snapshot), style),
    "chance": lambda snapshot, style: chance_bars(
        [one for one in readings(snapshot) if one.factor.is_chance], style
    ),
    "scores": lambda snapshot, style: spread_ranges(
        [(EVIL, one.spread) for one in readings(snapshot) if one.spread], style
    ),
}
every = pytest.mark.parametrize("name", FIGURES)
COLOUR, WORD = re.compile(r"#[0-9a-fA-F]{6}"), re.compile(r"[^\W\d_]{7}")


def drawn(name, snapshot=FULL, mode="light", px=PX, language=Language.ENGLISH):
    return FIGURES[name](snapshot, Style(reader(language=language), mode, px))


def sizes(figure):
    """Return the sizes of all text that a figure shows."""
    base = figure.layout.template.layout
    found = [base.font.size, base.annotationdefaults.font.size]
    found += [note.font.size for note in figure.layout.annotations if note.font.size]
    for axis in ("xaxis", "yaxis"):
        found += [base[axis].tickfont.size, figure.layout[axis].tickfont.size]
    return [size for size in found if size]


@every
@pytest.mark.parametrize("snapshot", [FULL, EMPTY], ids=["full", "empty"])
def test_no_text_on_the_projector_is_smaller_than_26_px(name, snapshot):
    assert min(sizes(drawn(name, snapshot))) >= PROJECTOR == 26


@every
def test_no_text_at_work_is_smaller_than_15_px(name):
    assert min(sizes(drawn(name, px=16))) >= 15


@every
@pytest.mark.parametrize("snapshot", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_colour_is_one_of_the_theme(name, snapshot, mode):
    look = tokens(mode)
    known = {value.upper() for value in vars(look).values() if isinstance(value, str)}
    known |= {value.upper() for value in look.categorical}

    plain = json.dumps(drawn(name, snapshot, mode).to_plotly_json(), default=str)
    used = set(COLOUR.findall(plain))

    assert {colour.upper() for colour in used} <= known


@every
def test_dark_and_light_share_no_colour_of_text(name):
    light, dark = (drawn(name, mode=mode).layout.template.layout for mode in ("light", "dark"))

    assert light.font.color != dark.font.color
    assert light.hoverlabel.bgcolor != dark.hoverlabel.bgcolor


@every
def test_what_people_typed_is_dead_text(name):
    assert is_safe(drawn(name))


@every
@pytest.mark.parametrize("language", [*Language])
def test_figure_speaks_one_language(name, language):
    other, here = (
        {text for text in seen(drawn(name, language=spoken)) if WORD.search(text)}
        for spoken in (Language.ENGLISH, language)
    )
    typed = {text for text in here if "href" in text or text in ("Cheese", "Retos")}

    if language == Language.ENGLISH:
        assert here == other
    else:
        assert here & other <= typed


@every
@pytest.mark.parametrize("snapshot", [FULL, EMPTY], ids=["full", "empty"])
def test_figure_is_plain_json_of_a_height_that_follows_its_text(name, snapshot):
    work, projector = drawn(name, snapshot, px=16), drawn(name, snapshot)

    assert json.loads(projector.to_json())["layout"]["height"] == projector.layout.height
    assert projector.layout.height > work.layout.height >= 32


@every
def test_nothing_can_be_dragged_and_nothing_explains_itself_by_a_legend(name):
    layout = drawn(name).layout.template.layout

    assert (layout.dragmode, layout.showlegend) == (False, False)
    assert (layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (True, True)


@every
def test_same_project_is_drawn_the_same(name):
    assert drawn(name).to_json() == drawn(name).to_json()


@given(
    st.lists(
        st.tuples(
            st.text(max_size=60),
            st.none() | st.integers(0, 10**9),
            st.text(max_size=15),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_bars_keep_every_row_in_its_place_with_room_for_its_value(told):
    style = Style(reader(), "light", PX)
    rows = [Bar(*one) for one in told]

    found = bars(rows, style)

    lengths = [value or 0 for _, value, _, _ in told]
    assert [*found.data[0].x] == lengths
    assert [*found.data[0].y] == [*found.layout.yaxis.tickvals] == [*range(len(rows))]
    assert [note.x for note in found.layout.annotations] == lengths
    assert found.layout.xaxis.range[1] >= max(lengths, default=0)
    copper = [is_open for *_, is_open in told]
    assert [one == style.look.copper for one in found.data[0].marker.color] == copper


def test_link_bars_are_as_long_as_their_values_and_say_their_share():
    found = drawn("links", px=16)

    assert [*found.data[0].x] == [100, 900]
    assert [text.split(" · ")[1] for text in seen(found)[:2]] == ["10%", "90%"]
    assert [text.split("·")[0].strip().endswith(("100", "900")) for text in seen(found)[:2]] == [
        True,
        True,
    ]


def test_comparison_marks_the_reference_itself_at_one_hundred_percent():
    found = drawn("comparison")
    (line,) = found.layout.shapes

    assert (line.x0, line.x1, line.line.color) == (1, 1, tokens().copper)
    assert [*found.data[0].x] == [0.25, 0]


def test_pyramid_mirrors_firms_and_people_around_the_names_of_the_classes():
    found = drawn("pyramid")
    left, right = found.layout.xaxis.domain, found.layout.xaxis2.domain

    assert left[0] == 0
    assert right[1] == 1
    assert left[1] + right[0] == pytest.approx(1)
    assert found.layout.xaxis.range[0] <= -1
    assert found.layout.xaxis2.range[1] >= 4


def test_funnel_narrows_level_by_level():
    paths = [shape.path for shape in drawn("funnel").layout.shapes]
    lefts = [float(path.split()[1]) for path in paths]

    assert len(paths) == 4
    assert lefts == sorted(lefts)
    assert lefts[0] == 0


def test_level_of_the_funnel_is_dashed_exactly_while_it_is_pending():
    waiting = Snapshot(one for one in FULL if not isinstance(one, StrategicOption))

    def dashes(snapshot):
        return [shape.line.dash for shape in drawn("funnel", snapshot).layout.shapes]

    assert dashes(FULL) == ["solid", "solid", "solid", "solid"]
    assert dashes(waiting) == ["solid", "solid", "solid", "dash"]


def test_attendance_counts_people_in_the_row_of_their_meeting():
    notes = drawn("attendance").layout.annotations

    assert [(note.text, note.y) for note in notes] == [
        ("3", 0),
        ("1", 0),
        ("<b>4</b>", 0),
        ("<b>0</b>", 1),
    ]


def test_calendar_places_each_bar_in_the_weeks_of_its_stage():
    shapes = [shape for shape in drawn("calendar").layout.shapes if shape.type == "rect"]
    spans = {(shape.x0, shape.x1) for shape in shapes}

    planned = calendar(FULL, START).stages
    assert {(row.first_week - 1, row.last_week) for row in planned} <= spans


def test_milestone_held_is_filled_and_its_line_iron():
    found = drawn("calendar")
    below = [shape for shape in found.layout.shapes if shape.layer == "below"]
    lines = [shape for shape in below if shape.type == "line"]

    assert [shape.line.color for shape in lines].count(tokens().iron) == 1
    assert sum("◆" in text for text in texts(found)) == 1
    assert sum("◇" in text for text in texts(found)) == 2


@pytest.mark.parametrize("px", [16, 26, PX])
def test_template_gives_the_axis_a_quieter_size_than_its_text(px):
    found = template(Style(reader(), "light", px)).layout

    assert found.font.size == px
    assert found.xaxis.tickfont.size == px - 1
