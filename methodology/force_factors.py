"""The sub-factors of the five forces to begin with; a project edits its own copy of them.

Subjects after Porter (1979, 2008). Each is worded so that 5 is strong pressure on the firms of the
cluster: «scale» alone would not say whether much of it keeps newcomers out or lets them in.
"""

from collections.abc import Callable, Iterator
from uuid import UUID

from methodology.forces import Force, ForceFactor
from methodology.text import N_, Translate

PREFIXES = {
    Force.ENTRY: "EN",
    Force.SUPPLIERS: "PR",
    Force.BUYERS: "CO",
    Force.SUBSTITUTES: "SU",
    Force.RIVALRY: "RI",
}
SHIPPED = {
    Force.ENTRY: (
        N_("One can start small: scale matters little"),
        N_("Little capital is needed to enter"),
        N_("Sales channels are open to newcomers"),
        N_("Regulation hardly stops newcomers"),
        N_("Brands and reputation protect little"),
        N_("The know-how is easy to get"),
    ),
    Force.SUPPLIERS: (
        N_("Supply is in the hands of few suppliers"),
        N_("Changing suppliers is costly"),
        N_("Suppliers could make the product themselves"),
        N_("What suppliers deliver cannot be replaced"),
        N_("Skilled labor is scarce"),
    ),
    Force.BUYERS: (
        N_("Few buyers take most of the sales"),
        N_("Each buyer buys large volumes"),
        N_("Buyers change suppliers easily"),
        N_("Buyers could make the product themselves"),
        N_("Buyers look at the price above all"),
    ),
    Force.SUBSTITUTES: (
        N_("Substitutes give more for the same money"),
        N_("Moving to a substitute is easy"),
        N_("Buyers are inclined to try substitutes"),
    ),
    Force.RIVALRY: (
        N_("Many rivals of similar size compete"),
        N_("The market grows little or shrinks"),
        N_("High fixed costs push firms to sell at any price"),
        N_("Products hardly differ"),
        N_("Leaving the business is hard"),
    ),
}


def shipped_factors(translate: Translate, new_id: Callable[[], UUID]) -> Iterator[ForceFactor]:
    """Yield the sub-factors to begin with, in the language of the project, with stable codes."""
    for force, names in SHIPPED.items():
        for place, name in enumerate(names, 1):
            code = f"{PREFIXES[force]}{place}"
            yield ForceFactor(id=new_id(), code=code, force=force, name=translate(name))
