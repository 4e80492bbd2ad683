"""Annex A3: settings, rules of calculation with their sources, scales with every step in words."""

from collections.abc import Iterator

from app.report.chapters.opening import open_section, own_source
from app.report.chapters.process import facts
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import KEEP, Column, Grid, Row
from methodology.concentration import MOST_CONCENTRATED
from methodology.network import settings_note
from methodology.plan import Section
from methodology.plan_rules import PlanRules
from methodology.record import fields
from methodology.records import record_types
from methodology.scale import SCALES, Scale

HOUSE = "–"  # no source states it: a rule of Dínamo


def method(pen: Pen, material: Material) -> None:
    """Write annex A3: what was computed how, by whom it was proposed, on which scales."""
    _ = pen._
    subheading = open_section(pen, material, Section.METHOD, new_page=False)
    subheading(_("Settings of the network"))
    pen.text(settings_note(material.settings, _))
    pen.table(_settings(pen, material), own_source(pen))
    if set_for_plan := material.snapshot.one(PlanRules):
        subheading(_(PlanRules.title))
        facts(pen, material, set_for_plan, _("What the team set for the plan"))
    subheading(_("Rules of calculation"))
    pen.bullets(rules(pen))
    source = _("the works named in each row; a dash marks a convention of Dínamo.")
    pen.table(_formulas(pen), f"{source} {_signs(pen)}")
    subheading(_("Scales of the scores"))
    pen.put(run(house_convention(pen)), "", KEEP)
    pen.table(_scales(pen), _("conventions of Dínamo, as the raters saw them."))


def house_convention(pen: Pen) -> str:
    """Return what the scales are: nobody should take them for the method's own."""
    return pen._(
        "The sources draw these instruments without a numeric scale. The scales from 1 to 5 and "
        "their words are a convention of Dínamo, the same for everybody who scored."
    )


def rules(pen: Pen) -> Iterator[str]:
    """Yield the rules that hold for every number of the plan."""
    _ = pen._
    yield _(
        "Several people's scores become one value by their median. Quartiles are taken by linear "
        "interpolation (type 7, QUARTILE.INC of spreadsheets); the interquartile range is Q3 − Q1. "
        "Above 1 the score is marked for discussion before it is adopted."
    )
    yield _(
        "Sides are never pooled: firms, buyers, advanced buyers and experts are shown apart. "
        "Experts who stand in for buyers are marked as such."
    )
    yield _(
        "A score that is missing is left out of both sums of a weighted mean, and the number of "
        "scores used is printed; nothing is filled in for it."
    )
    yield _(
        "Numbers are rounded half up, and only when they are printed; a change between two of them "
        "is the difference of both as printed."
    )
    yield _(
        "Percentages that must add up to 100 are rounded by largest remainders: what rounding "
        "down leaves goes to the largest remainders first."
    )
    yield _(
        "A negative gap is a strength. It never makes up for a gap elsewhere, and the area of a "
        "drawn diamond is never used as a measure."
    )


def _signs(pen: Pen) -> str:
    return pen._(
        "Signs: n actors, items or members; m relations or ballots; d relations of an actor; e, E "
        "jobs of the activity and all jobs, e₀, E₀ those of the country; s shares; w, W weights; "
        "x, p scores, p also the cluster's and r its best rival's; a, i actual and ideal level, "
        "g their gap; v a value, v0 and v1 baseline and target."
    )


def formulas(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of the plan with formula and reference, stage by stage."""
    yield from _of_the_selection(pen)
    yield from _of_the_map(pen)
    yield from _of_the_business(pen)
    yield from _of_the_strategy(pen)
    yield from _of_the_votes(pen)


def _of_the_selection(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of the candidate clusters; e jobs of the activity, E all jobs."""
    _ = pen._
    yield _("Location quotient"), "q = (e / E) / (e₀ / E₀)", "Isard (1960)"
    yield _("Symmetric quotient"), "(q − 1) / (q + 1)", "Dalum, Laursen & Villumsen (1998)"
    yield _("Jobs above expectation"), "e − E·e₀ / E₀", HOUSE
    yield _("Weighted score"), "Σ w·(v − min) / (max − min)", HOUSE


def _of_the_map(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of the map and the profile; n actors, m relations."""
    _ = pen._
    freeman, wasserman = "Freeman (1977, 1979)", "Wasserman & Faust (1994)"
    yield _("Density"), "2m / (n(n − 1))", wasserman
    yield _("Degree centralization"), "Σ(dmax − d) / ((n − 1)(n − 2))", freeman
    yield _("Betweenness"), "Σ g(i) / g ÷ ((n − 1)(n − 2) / 2)", freeman
    yield _("Betweenness centralization"), "Σ(Bmax − B) / ((n − 1)²(n − 2) / 2)", freeman
    yield _("Closeness"), "(r / (n − 1)) · (r / Σd)", wasserman
    yield _("Communities"), "Q = Σ(e − a²)", "Clauset, Newman & Moore (2004)"
    yield (
        _("Role as broker"),
        _("pairs without a relation that meet in i"),
        "Gould & Fernandez (1989)",
    )
    yield _("E–I index by type of actor"), "(E − I) / (E + I)", "Krackhardt & Stern (1988)"
    yield _("HHI"), f"{_.number(MOST_CONCENTRATED)} · Σs²", "Herfindahl (1950), Hirschman (1945)"
    yield _("Gini"), "2·Σ(i·x) / (n·Σx) − (n + 1) / n", "Gini (1912)"
    yield _("Yearly growth"), "(Vt / V0)^(1/t) − 1", HOUSE


def _of_the_business(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of the business and of its buyers; w weights that add up to one."""
    _ = pen._
    yield _("Intensity of a force"), "F = Σ w·p", "Porter (1979)"
    yield _("Attractiveness of the business"), "A = 6 − Σ W·F", HOUSE
    yield _("Weighted gap of a purchase factor"), "w · (r − p)", "Martilla & James (1977)"
    yield _("Relative value for the customer"), "Σ w · (p ÷ r)", "Gale (1994)"
    yield _("Place of an option on an axis"), "Σ w·x ÷ Σ w", "GE–McKinsey"


def _of_the_strategy(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of diamond, projects and monitoring."""
    _ = pen._
    yield _("Gap of a sub-factor"), "g = i − a", "Porter (1990)"
    yield _("Priority of a gap"), "w · max(0, g)", HOUSE
    yield _("Gap index of an option"), "Σ w·max(0, g) ÷ Σ w·i", HOUSE
    yield _("Coverage of an option"), "c = Σ w·min(a, i) ÷ Σ w·i", HOUSE
    yield _("Coverage as a score from 1 to 5"), "1 + 4·c", HOUSE
    yield _("Impact and effort of a project"), "Σ w·x ÷ Σ w", HOUSE
    yield _("Leverage"), _("private ÷ public"), HOUSE
    yield (
        _("Critical path"),
        _("the longest chain of activities that wait for each other"),
        "Kelley & Walker (1959)",
    )
    yield _("Progress of an indicator"), "(v − v0) ÷ (v1 − v0)", HOUSE


def _of_the_votes(pen: Pen) -> Iterator[tuple[str, str, str]]:
    """Yield the measures of votes and agreement; m ballots, n items."""
    _ = pen._
    yield _("Borda count"), "Σ (n − r)", "Borda (1781)"
    yield "Copeland", _("pairs won + ½ · pairs tied"), "Copeland (1951)"
    yield _("Kendall's W"), "12·S ÷ (m²(n³ − n) − m·ΣT)", "Kendall & Babington Smith (1939)"
    yield _("Consensus of ratings"), "1 + Σ p·log2(1 − |x − μ| ÷ d)", "Tastle & Wierman (2007)"
    yield _("Half plus one"), "⌊n ÷ 2⌋ + 1", HOUSE


def _settings(pen: Pen, material: Material) -> Grid:
    _ = pen._
    rows = tuple(
        Row((_(one.label), words))
        for one in fields(type(material.settings))
        if (words := material.speaker.say(material.settings, one))
    )
    return Grid((Column(_("Setting")), Column(_("Value"))), rows, _("Settings of the map"))


def _formulas(pen: Pen) -> Grid:
    _ = pen._
    columns = (Column(_("Measure")), Column(_("Formula")), Column(_("Reference")))
    share = pen.room // 4
    return Grid(
        columns,
        tuple(map(Row, formulas(pen))),
        _("Measures and their formulas"),
        widths=(share, pen.room - 2 * share, share),
    )


def _scales(pen: Pen) -> Grid:
    """Return every scale: which fields are scored on it, what high means, each step in words."""
    _ = pen._
    rows = tuple(
        Row(
            (
                "; ".join(used),
                _(scale.direction),
                "; ".join(f"{number} {_(words)}" for number, words in scale.anchors.items()),
            )
        )
        for scale, used in _uses(pen).items()
    )
    share = 3 * pen.room // 10
    return Grid(
        (Column(_("Used for")), Column(_("What a high number means")), Column(_("Steps"))),
        rows,
        _("Scales with their steps"),
        widths=(share, share, pen.room - 2 * share),
    )


def _uses(pen: Pen) -> dict[Scale, list[str]]:
    """Return the scales with what is scored on each: a table and its fields, named once."""
    _ = pen._
    found: dict[Scale, dict[str, list[str]]] = {scale: {} for scale in SCALES}
    for cls in record_types():
        for one in fields(cls):
            if one.scale:
                labels = found[one.scale].setdefault(_(cls.title), [])
                if _(one.label) not in labels:
                    labels.append(_(one.label))
    return {
        scale: [f"{title} ({' · '.join(labels)})" for title, labels in used.items()]
        for scale, used in found.items()
        if used
    }
