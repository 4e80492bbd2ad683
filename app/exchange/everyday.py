"""Everyday words for the members of closed lists, as people's spreadsheets say them."""

import re
from collections.abc import Mapping

from app.exchange.folding import fold
from methodology.action import FirstTag, Orientation
from methodology.areas import Failure
from methodology.buyers import FactorKind
from methodology.choice import Choice
from methodology.forces import Force
from methodology.mapping import ActorKind, TieKind
from methodology.record import Record

_WORDS: Mapping[type[Choice], Mapping[Choice, tuple[str, ...]]] = {
    ActorKind: {
        ActorKind.PRODUCER: ("productor", "productora", "produtor", "produtora", "producer"),
        ActorKind.SERVICES: ("servicio", "serviço", "service"),
        ActorKind.DISTRIBUTOR: ("distribuidora", "comercializador", "comercializadora"),
        ActorKind.PUBLIC_BODY: (
            *("gobierno", "institución pública", "entidad pública", "governo"),
            *("instituição pública", "entidade pública", "government", "public institution"),
        ),
        ActorKind.UNIVERSITY: ("universidad", "universidade", "university", "centro tecnológico"),
        ActorKind.TRAINING: ("training centre",),
        ActorKind.ASSOCIATION: (
            "gremio",
            "gremial",
            "cámara",
            "câmara",
            "cooperativa",
            "cooperative",
        ),
        ActorKind.FINANCE: ("banco", "entidad financiera", "entidade financeira", "bank"),
    },
    FactorKind: {FactorKind.LEAD_TIME: ("plazo de entrega", "prazo de entrega", "delivery")},
    Failure: {Failure.CLUB_GOOD: ("bien club",)},
    FirstTag: {FirstTag.TRUST: ("confianza", "confiança", "trust")},
    Force: {
        Force.ENTRY: ("nuevos competidores", "competidores potenciales", "novos concorrentes"),
        Force.SUPPLIERS: ("proveedores", "fornecedores", "suppliers"),
        Force.BUYERS: ("compradores", "clientes", "buyers", "customers"),
        Force.SUBSTITUTES: ("sustitutos", "substitutos"),
    },
    Orientation: {Orientation.PEOPLE: ("RRHH", "RR. HH.", "RH")},
    TieKind: {
        TieKind.SUPPLY: (
            *("comercial", "comercio", "compra", "venta", "suministro", "comércio", "venda"),
            *("fornecimento", "commercial", "trade", "supply"),
        ),
        TieKind.KNOWLEDGE: ("asistencia técnica", "assistência técnica", "technical assistance"),
        TieKind.FINANCE: ("financiera", "financeira", "crédito", "credit"),
        TieKind.COOPERATION: ("cooperación", "colaboración", "cooperação", "cooperation"),
    },
}


def everyday_words(member: Choice) -> tuple[str, ...]:
    """Return what people's spreadsheets call a member, besides its label."""
    return _WORDS.get(type(member), {}).get(member, ())


def names_any_row(cls: type[Record], typed: str) -> bool:
    """Say whether a word says of a row what every row of its table is: «empresa» of an actor."""
    return fold(typed) in map(fold, cls.row_called)


def singular(folded: str) -> str:
    """Return a single word without its plural ending, and so without that of its singular."""
    return folded if " " in folded else re.sub(r"(?<=[a-z]{3})(?:es|s|e)$", "", folded)
