"""What buyers decide on: segments of buyers and the purchase-decision factors of each."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import (
    Called,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Record,
    Ref,
    Text,
)
from methodology.scale import IMPORTANCE, PERFORMANCE, Importance, Middle, Performance
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import FactorKey, RaterKey, ShortCode, Trends


class FactorKind(Choice):
    """What kind of reason for buying a factor is."""

    PRICE = "price", N_("Price")
    QUALITY = "quality", N_("Quality")
    VARIETY = "variety", N_("Variety")
    LEAD_TIME = "lead_time", N_("Lead time")
    SERVICE = "service", N_("Service")
    BRAND = "brand", N_("Brand")
    CERTIFICATION = "certification", N_("Certification")
    INNOVATION = "innovation", N_("Innovation")
    FINANCE = "finance", N_("Finance")
    SUSTAINABILITY = "sustainability", N_("Sustainability")
    OTHER = "other", N_("Other")


class Crosshair(Choice):
    """Where the lines between high and low run; the choice moves factors between quadrants."""

    MEANS = "means", N_("Means of the factors")
    MEDIANS = "medians", N_("Medians of the factors")
    FIXED = "fixed", N_("Fixed values")


class BuyerSegment(Record):
    """Buyers that decide in the same way."""

    table = "buyer_segment"
    title = N_("Buyer segments")
    about = N_("Groups of buyers that decide on the same factors.")
    stage = Stage.PURCHASE_FACTORS

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Buyer segment")), Key(), Called("segmento", "comprador")]
    description: Annotated[LongText, Label(N_("Description")), Called("descripción")] = ""
    advanced: Annotated[
        LongText,
        Label(N_("Who the advanced buyers are")),
        Help(N_("The most demanding ones, wherever they are: they ask today what others will ask")),
        Called("compradores avanzados", "compradores avançados"),
    ] = ""
    rival: Annotated[
        Text, Label(N_("Best rival")), Called("mejor rival", "rival", "competidor", "concorrente")
    ] = ""
    reference: Annotated[
        UUID | None,
        Label(N_("Reference cluster")),
        Ref("reference_cluster"),
        Called("clúster de referencia", "cluster de referência"),
    ] = None
    crosshair: Annotated[
        Crosshair,
        Label(N_("Lines between high and low")),
        Help(N_("Means unless there is a reason; medians can hide the widest gap")),
        Called("líneas", "cruce"),
    ] = Crosshair.MEANS
    line_importance: Annotated[
        Middle | None,
        Label(N_("Fixed line of importance")),
        Help(N_("Only with fixed values")),
        Called("línea de importancia"),
    ] = None
    line_performance: Annotated[
        Middle | None,
        Label(N_("Fixed line of performance")),
        Help(N_("Only with fixed values")),
        Called("línea de desempeño"),
    ] = None


class PurchaseFactor(Record):
    """What the buyers of a segment decide on, with the values the team works with."""

    table = "purchase_factor"
    title = N_("Purchase-decision factors")
    about = N_("What each buyer segment decides on, with the values the team works with.")
    stage = Stage.PURCHASE_FACTORS

    code: ShortCode = ""
    segment: Annotated[
        UUID, Label(N_("Buyer segment")), Ref("buyer_segment"), Key(), Called("segmento")
    ]
    name: Annotated[Name, Label(N_("Purchase-decision factor")), Key(), Called("factor", "fator")]
    kind: Annotated[FactorKind | None, Label(N_("Kind")), Called("clase", "tipo")] = None
    order: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("Order")),
        Help(N_("Place on the axis of the value curves; only the levels mean something")),
        Called("orden", "ordem"),
    ] = None
    importance_today: Annotated[
        Middle | None,
        IMPORTANCE,
        Label(N_("Importance today, adopted")),
        Called("importancia hoy", "importância hoje"),
    ] = None
    importance_advanced: Annotated[
        Middle | None,
        IMPORTANCE,
        Label(N_("Importance for advanced buyers, adopted")),
        Called("importancia avanzado", "importância avançado"),
    ] = None
    own: Annotated[
        Middle | None,
        PERFORMANCE,
        Label(N_("Performance of the cluster, adopted")),
        Called("desempeño del clúster", "desempenho do cluster"),
    ] = None
    rival: Annotated[
        Middle | None,
        PERFORMANCE,
        Label(N_("Performance of the best rival, adopted")),
        Called("desempeño del rival", "desempenho do rival"),
    ] = None
    reference: Annotated[
        Middle | None,
        PERFORMANCE,
        Label(N_("Performance of the reference cluster, adopted")),
        Called("desempeño de la referencia", "desempenho da referência"),
    ] = None
    self_image: Annotated[
        Middle | None,
        PERFORMANCE,
        Label(N_("As the firms see themselves")),
        Help(N_("Shown beside what buyers say; never used in gaps")),
        Called("autoimagen", "autoimagem"),
    ] = None
    trends: Trends = ()


class FactorScore(Record):
    """What one rater says of one factor; the rater's side says whose view it is."""

    table = "factor_score"
    title = N_("Scores of purchase-decision factors")
    about = N_("What each buyer, stand-in or firm says of each factor; sides are never pooled.")
    stage = Stage.PURCHASE_FACTORS

    rater: RaterKey
    factor: FactorKey
    importance_today: Annotated[
        Importance | None,
        Label(N_("Importance today")),
        Help(N_("To buyers as they buy today; advanced buyers leave it empty")),
        Called("importancia hoy", "importância hoje"),
    ] = None
    importance_advanced: Annotated[
        Importance | None,
        Label(N_("Importance for advanced buyers")),
        Help(N_("Answered by advanced buyers, or by experts standing in for them")),
        Called("importancia avanzado", "importância avançado"),
    ] = None
    own: Annotated[
        Performance | None,
        Label(N_("Performance of the cluster")),
        Called("desempeño del clúster", "desempenho do cluster"),
    ] = None
    rival: Annotated[
        Performance | None,
        Label(N_("Performance of the best rival")),
        Called("desempeño del rival", "desempenho do rival"),
    ] = None
    reference: Annotated[
        Performance | None,
        Label(N_("Performance of the reference cluster")),
        Called("desempeño de la referencia", "desempenho da referência"),
    ] = None
