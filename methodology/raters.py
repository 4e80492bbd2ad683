"""Who scores: firms of themselves, buyers, experts. Their scores are kept one by one."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Help, Key, Label, Name, Private, Record, Ref
from methodology.stage import Stage
from methodology.text import N_


class Side(Choice):
    """From which side somebody scores; the sides are never pooled."""

    FIRM = "firm", N_("Firm of the cluster")
    BUYER = "buyer", N_("Buyer")
    ADVANCED_BUYER = "advanced_buyer", N_("Advanced buyer")
    PROXY = "proxy", N_("Expert standing in for a buyer")
    EXPERT = "expert", N_("Expert")
    INSTITUTION = "institution", N_("Institution")


class Rater(Record):
    """Somebody who scores: a person or a table, with the actor it speaks for."""

    table = "rater"
    title = N_("Raters")
    about = N_("Who gave scores: people or tables, each with the side it speaks for.")
    stage = Stage.PROCESS
    is_person = True

    name: Annotated[
        Name,
        Label(N_("Rater")),
        Key(),
        Private(),
        Help(N_("A person, a table of the workshop or a code; never printed in the plan")),
        Called("evaluador", "participante", "mesa", "avaliador"),
    ]
    side: Annotated[Side, Label(N_("Scores as")), Called("lado", "tipo", "papel")]
    actor: Annotated[
        UUID | None,
        Label(N_("Actor")),
        Ref("actor"),
        Help(N_("The firm or institution it speaks for")),
        Called("empresa", "organización", "organização"),
    ] = None
