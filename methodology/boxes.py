"""Where actors stand on the map: the links of the chain, and institutions in bands around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from methodology.choice import Choice
from methodology.code_order import name_place
from methodology.mapping import Actor, ActorKind, ChainLink, Inclusion, LinkRole
from methodology.snapshot import Snapshot
from methodology.text import N_


class Side(Choice):
    """The part of the map that a box belongs to."""

    ABOVE = "above", N_("Above the chain")
    CHAIN = "chain", N_("In the chain")
    BENEATH = "beneath", N_("Auxiliaries")
    BELOW = "below", N_("Below the chain")


BANDS = {
    ActorKind.TRAINING: Side.ABOVE,
    ActorKind.UNIVERSITY: Side.ABOVE,
    ActorKind.FINANCE: Side.BELOW,
    ActorKind.ASSOCIATION: Side.BELOW,
    ActorKind.PUBLIC_BODY: Side.BELOW,
    ActorKind.SUPPORT: Side.BELOW,
    ActorKind.OTHER: Side.BELOW,
}
UNPLACED = N_("Link not known")


@dataclass(frozen=True)
class Box:
    """A group of actors drawn together: a link of the chain, or institutions of one kind.

    `title` is the name that people gave to the link, else empty: then `label`, a message, says it.
    """

    key: str
    side: Side
    title: str
    label: str
    actors: tuple[Actor, ...]
    link: ChainLink | None = None
    kind: ActorKind | None = None

    @property
    def is_missing(self) -> bool:
        """Say whether the chain has this link and the cluster nobody in it."""
        return self.link is not None and not self.actors


def ordered_links(snapshot: Snapshot) -> tuple[ChainLink, ...]:
    """Return the links from inputs to the buyer, auxiliaries last; equal ones as entered."""
    roles = [*LinkRole]
    links = snapshot.all(ChainLink)
    return tuple(
        sorted(
            links,
            key=lambda link: (
                link.role == LinkRole.AUXILIARY,
                link.order,
                roles.index(link.role),
            ),
        )
    )


def boxes(snapshot: Snapshot, actors: Iterable[Actor] | None = None) -> tuple[Box, ...]:
    """Return every link of the chain, even an empty one, then the bands that have actors.

    Institutions stand in the band of their kind, also when a link is given; a firm without a
    link stands in a box of its own. `actors` restricts the boxes to some of the actors.
    """
    shown = snapshot.all(Actor) if actors is None else tuple(actors)
    by_key: dict[str, list[Actor]] = {}
    for actor in sorted(shown, key=by_name):
        by_key.setdefault(box_key(snapshot, actor), []).append(actor)
    found = [_link_box(link, by_key.get(str(link.id), [])) for link in ordered_links(snapshot)]
    if "" in by_key:
        found.append(Box("", Side.CHAIN, "", UNPLACED, tuple(by_key[""])))
    found += [
        Box(kind.value, side, "", kind.label, tuple(by_key[kind.value]), kind=kind)
        for kind, side in BANDS.items()
        if kind.value in by_key
    ]
    return tuple(found)


def box_key(snapshot: Snapshot, actor: Actor) -> str:
    """Return the key of the box an actor stands in, empty for a firm without a link."""
    if actor.kind in BANDS:
        return str(actor.kind)
    link = snapshot.get(ChainLink, actor.link)
    return str(link.id) if link else ""


def empty_links(snapshot: Snapshot) -> tuple[ChainLink, ...]:
    """Return the links of the chain in which no actor works, those outside the scope left aside."""
    filled: set[UUID | None] = {
        actor.link for actor in snapshot.all(Actor) if actor.inclusion != Inclusion.OUTSIDE
    }
    return tuple(link for link in ordered_links(snapshot) if link.id not in filled)


def by_name(actor: Actor) -> tuple[str, str]:
    """Return what actors are sorted by: the name, so that results do not hang on random ids."""
    return name_place(actor.name)


def _link_box(link: ChainLink, actors: list[Actor]) -> Box:
    side = Side.BENEATH if link.role == LinkRole.AUXILIARY else Side.CHAIN
    return Box(str(link.id), side, link.name, "", tuple(actors), link=link)
