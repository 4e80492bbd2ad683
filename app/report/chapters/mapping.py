"""Section 3: the chain, the actors, the institutions and the network between them."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from app.report.chapters.network import drawing, has_drawing, network
from app.report.chapters.opening import close_section, open_section, own_source
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Label, Pen
from app.report.porter_shapes import draw_map, undrawn
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.boxes import BANDS, ordered_links
from methodology.code_order import name_place
from methodology.firms import in_chain
from methodology.mapping import Actor, ActorKind, ChainLink, Service, Tie
from methodology.network import settings_note
from methodology.plan import Section
from methodology.porter import PorterMap, porter_map
from methodology.record import attribute

DIRECTORY = ("name", "kind", "link", "place", "inclusion", "is_core")
LISTED = 25  # with more actors than this the core group alone is listed before the annex


def mapping(pen: Pen, material: Material) -> None:
    """Write the section on the map of the cluster."""
    _ = pen._
    begun = bool(material.rows(ChainLink) or material.rows(Actor))
    subheading = open_section(pen, material, Section.MAPPING, new_page=begun)
    if material.rows(ChainLink):
        subheading(_("The value chain"))
        _chain(pen, material)
    if material.rows(Actor):
        subheading(_("Actors"))
        _actors(pen, material)
    if any(actor.kind in BANDS for actor in material.snapshot.all(Actor)) or material.rows(Service):
        subheading(_("Institutions and their services"))
        _institutions(pen, material)
    kinds = pen.label("Figure") if material.rows(Tie) else None
    if kinds:
        subheading(_("The network"))
    maps = _announced(pen, material)
    if kinds:
        network(pen, material, kinds)
    close_section(pen, material, Section.MAPPING, subheading)
    if maps.chain or maps.ties:
        _maps(pen, material, maps)


@dataclass(frozen=True)
class _Maps:
    """The drawings that end the section: of the chain and of the network, where there are any."""

    chain: Label | None
    ties: Label | None


def _announced(pen: Pen, material: Material) -> _Maps:
    """Say which drawings end the section, ahead of them: a page of its own takes no sentence."""
    _ = pen._
    maps = _Maps(
        pen.label("Figure") if material.rows(ChainLink) else None,
        pen.label("Figure") if has_drawing(material) else None,
    )
    if maps.chain:
        words = _("{figure} draws the links of the chain with the institutions.")
        pen.sentence(words, figure=maps.chain)
    if maps.ties:
        pen.sentence(_("{figure} draws every actor and every relation."), figure=maps.ties)
    return maps


def _maps(pen: Pen, material: Material, maps: _Maps) -> None:
    """Write the drawings that need a page turned, together: each turn begins a new page."""
    pen.turn()
    if maps.chain:
        drawn = porter_map(material.snapshot, graph=material.graph)
        pen.caption(maps.chain, pen._("Map of the cluster"))
        draw_map(pen, drawn)
        pen.source(_map_source(pen, material, drawn))
    if maps.ties:
        drawing(pen, material, maps.ties)
    pen.turn()


def _chain(pen: Pen, material: Material) -> None:
    _ = pen._
    table = pen.label("Table")
    pen.sentence(
        _("{table} lists the links of the chain; a map at the end of this section draws them."),
        table=table,
    )
    counts = Counter(actor.link for actor in in_chain(material.snapshot))
    counted = Extra(Column(_("Firms and buyers"), True), lambda link: _.number(counts[link.id]))
    columns = ("order", "name", "role", "missing")
    pen.table(
        record_grid(
            material,
            ChainLink,
            columns=columns,
            extra=[counted],
            rows=ordered_links(material.snapshot),
        ),
        _firms_source(pen),
        table,
    )
    _by_link(pen, material)


def _map_source(pen: Pen, material: Material, drawn: PorterMap) -> str:
    _ = pen._
    parts = (
        _("the dynamization team's map."),
        _(
            "Arrows and lines are the largest flows, from a quarter of the largest on; their "
            "numbers are the relations between actors of both boxes."
        ),
        undrawn(pen, drawn),
        ""
        if material.settings.inside_only
        else _("Boxes count every actor on the map, of any type and also outside the scope."),
        settings_note(material.settings, _),
    )
    return " ".join(filter(None, parts))


def _actors(pen: Pen, material: Material) -> None:
    _ = pen._
    actors = material.snapshot.all(Actor)
    counts = Counter(actor.kind for actor in actors)
    kinds = [kind for kind, _count in counts.most_common() if kind]
    figure = Figure(
        Shape.BARS,
        [_(kind.label) for kind in kinds],
        [Series(_("Actors"), [counts[kind] for kind in kinds])],
    )
    pen.chart(
        figure, _("Actors by type"), own_source(pen), height=min(9.0, 1.5 + 0.65 * len(kinds))
    )
    is_whole = len(actors) <= LISTED
    listed = actors if is_whole else [actor for actor in actors if actor.is_core]
    title = _("Actors of the cluster") if is_whole else _("Core group")
    shown = [attribute(Actor, name) for name in DIRECTORY if is_whole or name != "is_core"]
    rows = []
    for actor in sorted(listed, key=lambda actor: name_place(actor.name)):
        said = dict(material.speaker.told(actor, shown))
        rows.append(Row(tuple(said.get(one, "") for one in shown)))
    heads = tuple(Column(_(one.label)) for one in shown)
    pen.table(Grid(heads, tuple(rows), title), _directory_note(pen))


def _by_link(pen: Pen, material: Material) -> None:
    """Write how many firms and buyers stand in each link, and of which types."""
    _ = pen._
    placed: dict[UUID | None, Counter[ActorKind]] = {}
    for actor in in_chain(material.snapshot):
        if actor.kind:
            placed.setdefault(actor.link, Counter())[actor.kind] += 1
    links: list[tuple[UUID | None, str]] = [
        (link.id, link.name) for link in ordered_links(material.snapshot)
    ]
    links.append((None, _("Link not known")))
    rows = tuple(
        Row((name, _.number(placed[key].total()), _types(pen, placed[key])))
        for key, name in links
        if key in placed
    )
    columns = (
        Column(_("Link of the chain")),
        Column(_("Firms and buyers"), True),
        Column(_("Types")),
    )
    pen.table(Grid(columns, rows, _("Firms and buyers by link and type")), _firms_source(pen))


def _firms_source(pen: Pen) -> str:
    _ = pen._
    return own_source(pen) + " " + _("Firms outside the scope are not counted.")


def _types(pen: Pen, counts: Counter[ActorKind]) -> str:
    _ = pen._
    return "; ".join(f"{_(kind.label)}: {_.number(count)}" for kind, count in counts.most_common())


def _directory_note(pen: Pen) -> str:
    _ = pen._
    return _("the dynamization team's records. Annex A1 has every actor with all its data.")


def _institutions(pen: Pen, material: Material) -> None:
    _ = pen._
    by_kind: dict[ActorKind, list[str]] = {}
    for actor in material.snapshot.all(Actor):
        if actor.kind in BANDS:
            by_kind.setdefault(actor.kind, []).append(actor.name)
    rows = tuple(
        Row((_(kind.label), _.number(len(names)), "; ".join(sorted(names, key=name_place))))
        for kind in BANDS
        if (names := by_kind.get(kind))
    )
    columns = (Column(_("Type")), Column(_("Number"), True), Column(_("Institutions")))
    pen.table(Grid(columns, rows, _("Institutions around the chain")), own_source(pen))
    if material.rows(Service):
        columns_of_services = ("actor", "name", "audience")
        pen.table(record_grid(material, Service, columns=columns_of_services), own_source(pen))
