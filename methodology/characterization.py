"""Characterization: the size and profile that give the cluster a public identity."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import Called, Help, Key, Label, LongText, Name, Record, Ref, Text, Year
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import NoteText, SourceText


class Indicator(Choice):
    """What a statistic measures; its unit is fixed."""

    FIRMS = "firms", N_("Firms")
    EMPLOYMENT = "employment", N_("Employment")
    TURNOVER = "turnover", N_("Turnover")
    EXPORTS = "exports", N_("Exports")
    VALUE_ADDED = "value_added", N_("Value added")
    INVESTMENT = "investment", N_("Investment")
    RD_SPENDING = "rd_spending", N_("R&D spending")
    CERTIFIED_FIRMS = "certified_firms", N_("Certified firms")
    EXPORTING_FIRMS = "exporting_firms", N_("Exporting firms")
    GDP = "gdp", N_("Gross domestic product")

    @property
    def is_money(self) -> bool:
        """Say whether values are in the project's currency (major units)."""
        return self in MONETARY


MONETARY = frozenset(
    {
        Indicator.TURNOVER,
        Indicator.EXPORTS,
        Indicator.VALUE_ADDED,
        Indicator.INVESTMENT,
        Indicator.RD_SPENDING,
        Indicator.GDP,
    }
)


class Perimeter(Choice):
    """What a statistic is about."""

    CLUSTER = "cluster", N_("Cluster")
    REGION = "region", N_("Region")
    COUNTRY = "country", N_("Country")
    REFERENCE = "reference", N_("Reference cluster")


class Quality(Choice):
    """How a number came to be."""

    MEASURED = "measured", N_("Measured")
    DECLARED = "declared", N_("Declared")
    ESTIMATED = "estimated", N_("Estimated")


class ReferenceCluster(Record):
    """A cluster elsewhere that this one compares itself with."""

    table = "reference_cluster"
    title = N_("Reference clusters")
    about = N_("Clusters elsewhere to compare with, and why.")
    stage = Stage.CHARACTERIZATION

    name: Annotated[Name, Label(N_("Cluster")), Key(), Called("clúster", "nombre", "nome")]
    country: Annotated[Text, Label(N_("Country")), Called("país")] = ""
    why: Annotated[LongText, Label(N_("Why it is a reference")), Called("por qué", "motivo")] = ""
    lessons: Annotated[
        LongText, Label(N_("Lessons")), Called("lecciones", "aprendizajes", "lições")
    ] = ""


class Statistic(Record):
    """One number about the cluster, its region or a reference, with year and source."""

    table = "statistic"
    title = N_("Figures")
    about = N_("Totals and parts by link, each with year, source and quality.")
    stage = Stage.CHARACTERIZATION

    indicator: Annotated[Indicator, Label(N_("Indicator")), Key(), Called("indicador", "variable")]
    perimeter: Annotated[Perimeter, Label(N_("Of what")), Key(), Called("perímetro", "de qué")] = (
        Perimeter.CLUSTER
    )
    link: Annotated[
        UUID | None,
        Label(N_("Link of the chain")),
        Help(N_("Empty for the total")),
        Ref("chain_link"),
        Key(),
        Called("eslabón", "elo"),
    ] = None
    reference: Annotated[
        UUID | None,
        Label(N_("Reference cluster")),
        Ref("reference_cluster"),
        Key(),
        Called("clúster de referencia", "cluster de referência"),
    ] = None
    year: Annotated[
        int, Field(ge=1900, le=2100), Label(N_("Year")), Year(), Key(), Called("año", "ano")
    ]
    value: Annotated[
        Decimal,
        Field(max_digits=18, decimal_places=4),
        Label(N_("Value")),
        Help(N_("Whole units; money in the project's currency")),
        Called("valor", "cantidad", "monto"),
    ]
    quality: Annotated[Quality, Label(N_("Quality")), Called("calidad", "qualidade")] = (
        Quality.ESTIMATED
    )
    source: SourceText = ""
    note: NoteText = ""
