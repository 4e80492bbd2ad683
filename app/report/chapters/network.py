"""The network of section 3: measures, the best connected, brokers and communities."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from app.report.graph import Figure, Series, Shape
from app.report.lane_shapes import MOST_ACTORS, draw_network
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Label, Pen
from app.report.table import Column, Grid, Row
from methodology.brokerage import roles_explained, roles_told
from methodology.mapping import Actor, Tie, TieKind
from methodology.network import NOT_DEFINED, settings_note

TOP = 10
NAMED = 6


def network(pen: Pen, material: Material, label: Label) -> None:
    """Write what the relations between actors say; `label` is of the figure that counts them."""
    _ = pen._
    counts = Counter(tie.kind for tie in material.snapshot.all(Tie))
    kinds = [kind for kind in TieKind if counts[kind]]
    figure = Figure(
        Shape.BARS,
        [_(kind.label) for kind in kinds],
        [Series(_("Relations"), [counts[kind] for kind in kinds])],
    )
    source = _source(pen, material)
    height = min(7.0, 1.5 + 0.65 * len(kinds))
    pen.chart(figure, _("Relations by kind"), source, height=height, label=label)
    pen.table(_measures(pen, material), source)
    found = material.measures
    pen.table(_ranking(pen, material, found.top(TOP), _("Best connected actors")), source)
    _cuts(pen, material)
    pen.table(_brokers(pen, material), f"{source} {roles_explained().text(_)}")
    pen.table(_communities(pen, material), source)


def has_drawing(material: Material) -> bool:
    """Say whether the network is drawn: it has relations, and its actors find room on a page."""
    return bool(material.rows(Tie)) and 0 < len(material.graph) <= MOST_ACTORS


def drawing(pen: Pen, material: Material, figure: Label) -> None:
    """Write the network actor by actor."""
    _ = pen._
    pen.caption(figure, _("Network of the cluster"))
    draw_network(pen, material)
    marks = _(
        "Larger marks have more relations; the best connected actors are named where their name "
        "has room."
    )
    pen.source(f"{_source(pen, material)} {marks}")


def _source(pen: Pen, material: Material) -> str:
    _ = pen._
    return _("relations recorded by the team.") + " " + settings_note(material.settings, _)


def _measures(pen: Pen, material: Material) -> Grid:
    _, found = pen._, material.measures
    rows = (
        (_("Actors"), _.number(found.actors)),
        (_("Related pairs"), _.number(found.relations)),
        (_("Density"), _decimal(pen, found.density)),
        (_("Degree centralization"), _decimal(pen, found.degree_centralisation)),
        (_("Betweenness centralization"), _decimal(pen, found.betweenness_centralisation)),
        (_("Connected pieces"), _.number(len(found.components))),
        (_("Actors without relations"), _.number(len(found.isolates))),
        (_("Communities"), _.number(len(found.communities))),
        (_("Modularity (Q)"), _decimal(pen, found.modularity)),
        (_("Transitivity"), _decimal(pen, found.transitivity)),
        (_("Diameter of the largest piece"), _whole(pen, found.diameter)),
        (_("Mean path in the largest piece"), _decimal(pen, found.mean_path)),
        (_("E–I index by type of actor"), _decimal(pen, found.ei_index)),
    )
    columns = (Column(_("Measure")), Column(_("Value"), True))
    share = pen.room * 3 // 4
    return Grid(
        columns,
        tuple(map(Row, rows)),
        _("The network in numbers"),
        widths=(share, pen.room - share),
    )


def _ranking(pen: Pen, material: Material, actors: Iterable[UUID], title: str) -> Grid:
    _ = pen._
    by_actor = material.measures.by_actor
    columns = (
        Column(_("Actor")),
        Column(_("Type")),
        Column(_("Relations"), True),
        Column(_("Betweenness"), True),
        Column(_("Closeness"), True),
    )
    rows = tuple(
        Row(
            (
                material.speaker.name(key),
                _kind(pen, material, key),
                _.number(by_actor[key].degree),
                _decimal(pen, by_actor[key].betweenness),
                _decimal(pen, by_actor[key].closeness),
            )
        )
        for key in actors
    )
    return Grid(columns, rows, title)


def _brokers(pen: Pen, material: Material) -> Grid:
    _, found = pen._, material.measures
    actors = found.brokers(TOP)
    grid = _ranking(pen, material, actors, _("Brokers of the network"))
    roles = (roles_told(found.by_actor[key].roles).text(_) for key in actors)
    return replace(
        grid,
        columns=(*grid.columns, Column(_("Role as broker"))),
        rows=tuple(Row((*row.cells, told)) for row, told in zip(grid.rows, roles, strict=True)),
    )


def _kind(pen: Pen, material: Material, key: UUID) -> str:
    actor = material.snapshot.get(Actor, key)
    return pen._(actor.kind.label) if actor and actor.kind else ""


def _communities(pen: Pen, material: Material) -> Grid:
    _ = pen._
    groups = [group for group in material.measures.communities if len(group) > 1]
    columns = (Column(_("Community")), Column(_("Actors"), True), Column(_("Best connected in it")))
    rows = tuple(
        Row((_.number(place), _.number(len(group)), _members(pen, material, group)))
        for place, group in enumerate(groups, 1)
    )
    return Grid(columns, rows, _("Communities of the network"))


def _members(pen: Pen, material: Material, group: Iterable[UUID]) -> str:
    _ = pen._
    by_actor = material.measures.by_actor
    ranked = sorted(group, key=lambda key: -by_actor[key].degree)
    named = [material.speaker.name(key) for key in ranked[:NAMED]]
    rest = len(ranked) - len(named)
    more = _.many("{count} more", "{count} more", rest) if rest else ""
    return "; ".join(filter(None, (*named, more)))


def _cuts(pen: Pen, material: Material) -> None:
    """Name the actors whose leaving would cut the network, when there are any."""
    _ = pen._
    points = material.measures.articulation_points
    if points:
        pen.put(run(_("Actors whose absence would split the network:")), "", "<w:keepNext/>")
        ranked = sorted(points, key=lambda key: -material.measures.by_actor[key].degree)
        pen.text("; ".join(material.speaker.name(key) for key in ranked) + ".")


def _decimal(pen: Pen, value: float | None) -> str:
    return pen._(NOT_DEFINED) if value is None else pen._.number(value, 3)


def _whole(pen: Pen, value: int | None) -> str:
    return pen._(NOT_DEFINED) if value is None else pen._.number(value)
