"""Small clusters by hand, for tests: records named by short words, ids that follow from names."""

from itertools import chain
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from methodology.mapping import Actor, ActorKind, ChainLink, LinkRole, Tie
from methodology.record import Record

MARRIAGES = (
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani "
    "Barbadori-Medici Bischeri-Guadagni Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi "
    "Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi Medici-Salviati "
    "Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni"
)


def made(cls: type[Record], label: str = "", /, **values: Any) -> Any:
    """Return a record whose id follows from its type and label."""
    key = label or "-".join(map(str, values.values()))
    return cls(id=uuid5(NAMESPACE_URL, cls.table + key), **values)


def actor(name: str, kind: ActorKind | None = ActorKind.PRODUCER, **values: Any) -> Actor:
    """Return an actor, a final producer unless said otherwise."""
    return made(Actor, name, **{"name": name, "kind": kind, **values})


def link(name: str, order: int = 1, role: LinkRole = LinkRole.TRANSFORMATION, **values: Any) -> Any:
    """Return a link of the chain."""
    return made(ChainLink, name, **{"name": name, "order": order, "role": role, **values})


def tie(source: Actor, target: Actor, **values: Any) -> Tie:
    """Return a relation."""
    return made(
        Tie, f"{source.name}-{target.name}-{values}", source=source.id, target=target.id, **values
    )


def florence() -> tuple[list[Actor], list[Tie]]:
    """Return the Florentine families and their marriages (Padgett and Ansell 1993), Pucci alone."""
    pairs = [pair.split("-") for pair in MARRIAGES.split()]
    families = {name: actor(name) for name in sorted({*chain(*pairs), "Pucci"})}
    return [*families.values()], [tie(families[one], families[other]) for one, other in pairs]


def ids(*actors: Actor) -> tuple[UUID, ...]:
    """Return the ids of some actors."""
    return tuple(one.id for one in actors)
