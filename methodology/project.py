"""The project: one cluster's six months, its settings and what the team says about the whole."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from methodology.choice import Choice
from methodology.plan import Section
from methodology.record import (
    Called,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Private,
    Record,
    Text,
    clean,
)
from methodology.stage import Stage
from methodology.text import N_


class Country(Choice):
    """Where the cluster is: decides how numbers, money and dates are written."""

    PERU = "es-PE", N_("Peru")
    URUGUAY = "es-UY", N_("Uruguay")
    COLOMBIA = "es-CO", N_("Colombia")
    CHILE = "es-CL", N_("Chile")
    MEXICO = "es-MX", N_("Mexico")
    SPAIN = "es-ES", N_("Spain")
    ARGENTINA = "es-AR", N_("Argentina")
    BOLIVIA = "es-BO", N_("Bolivia")
    COSTA_RICA = "es-CR", N_("Costa Rica")
    DOMINICAN_REPUBLIC = "es-DO", N_("Dominican Republic")
    ECUADOR = "es-EC", N_("Ecuador")
    EL_SALVADOR = "es-SV", N_("El Salvador")
    GUATEMALA = "es-GT", N_("Guatemala")
    HONDURAS = "es-HN", N_("Honduras")
    NICARAGUA = "es-NI", N_("Nicaragua")
    PANAMA = "es-PA", N_("Panama")
    PARAGUAY = "es-PY", N_("Paraguay")
    BRAZIL = "pt-BR", N_("Brazil")
    PORTUGAL = "pt-PT", N_("Portugal")
    UNITED_STATES = "en-US", N_("United States")
    UNITED_KINGDOM = "en-GB", N_("United Kingdom")


class Currency(Choice):
    """The currency that every amount of the project is given in (ISO 4217)."""

    PEN = "PEN", N_("Peruvian sol")
    UYU = "UYU", N_("Uruguayan peso")
    COP = "COP", N_("Colombian peso")
    CLP = "CLP", N_("Chilean peso")
    MXN = "MXN", N_("Mexican peso")
    EUR = "EUR", N_("Euro")
    USD = "USD", N_("United States dollar")
    BRL = "BRL", N_("Brazilian real")
    ARS = "ARS", N_("Argentine peso")
    BOB = "BOB", N_("Bolivian boliviano")
    CRC = "CRC", N_("Costa Rican colón")
    DOP = "DOP", N_("Dominican peso")
    GTQ = "GTQ", N_("Guatemalan quetzal")
    HNL = "HNL", N_("Honduran lempira")
    NIO = "NIO", N_("Nicaraguan córdoba")
    PYG = "PYG", N_("Paraguayan guaraní")
    GBP = "GBP", N_("Pound sterling")


class Language(Choice):
    """A language that screens and documents exist in; labels are the languages' own names."""

    SPANISH = "es", "Español"
    ENGLISH = "en", "English"
    PORTUGUESE = "pt", "Português"

    @staticmethod
    def called(code: str | None) -> "Language | None":
        """Return the language with a code; None when it is none of ours, or was not said."""
        return _LANGUAGES.get(code)


_LANGUAGES: Mapping[str | None, Language] = {language.value: language for language in Language}


class PlanStatus(Choice):
    """How far the plan is: a final plan has nothing pending."""

    DRAFT = "draft", N_("Draft")
    FINAL = "final", N_("Final")


class Project(Record):
    """The settings that hold for the whole project."""

    table = "project"
    title = N_("Project")
    about = N_("Name, country, calendar and promoters of the project.")
    is_single = True

    name: Annotated[Name, Label(N_("Project name")), Key(), Called("nombre", "proyecto", "projeto")]
    cluster: Annotated[Text, Label(N_("Cluster")), Help(N_("As its firms call it"))] = ""
    territory: Annotated[Text, Label(N_("Territory")), Help(N_("Region or municipalities"))] = ""
    country: Annotated[
        Country, Label(N_("Country")), Help(N_("Decides how numbers and dates are written"))
    ] = Country.PERU
    currency: Annotated[Currency, Label(N_("Currency"))] = Currency.PEN
    language: Annotated[Language, Label(N_("Language of the plan"))] = Language.SPANISH
    starts_on: Annotated[
        date | None, Label(N_("First day")), Help(N_("Week 1 of the 26 begins on this day"))
    ] = None
    promoter: Annotated[
        Text, Label(N_("Promoter")), Help(N_("Agency that pays and supervises"))
    ] = ""
    executing_entity: Annotated[Text, Label(N_("Executing entity"))] = ""
    public_counterpart: Annotated[Text, Label(N_("Public counterpart"))] = ""
    presentation: Annotated[
        LongText, Label(N_("Presentation letter")), Help(N_("Printed after the cover"))
    ] = ""
    acknowledgements: Annotated[LongText, Label(N_("Acknowledgements"))] = ""
    acronyms: Annotated[
        LongText, Label(N_("Acronyms")), Help(N_("One on each line: acronym, colon, meaning"))
    ] = ""
    limits: Annotated[
        LongText,
        Label(N_("Limits of the process")),
        Help(N_("What the work did not reach and what to read with care: it closes section 1")),
        Called("límites", "limitaciones", "limitações"),
    ] = ""


class Narrative(Record):
    """The team's own text for a section of the plan, kept here so that every export has it."""

    table = "narrative"
    title = N_("Texts of the plan")
    about = N_("What the team writes in a section, before its tables and figures.")
    has_grid = False

    section: Annotated[Section, Label(N_("Section")), Key()]
    text: Annotated[LongText, Label(N_("Text"))] = ""


class Waiver(Record):
    """A check of a stage that the team leaves unmet on purpose."""

    table = "waiver"
    title = N_("Waivers")
    about = N_("Checks that are waived, each with its reason.")
    is_internal = True

    check: Annotated[Name, Label(N_("Check")), Key()]
    stage_waived: Annotated[Stage, Label(N_("Stage"))]
    reason: Annotated[Name, Label(N_("Reason"))]
    waived_on: Annotated[date, Label(N_("Date"))]
    waived_by: Annotated[Text, Label(N_("Waived by"))] = ""


class Evidence(Record):
    """A file of the project folder that backs a record."""

    table = "evidence"
    title = N_("Evidence")
    about = N_("Photos, minutes, letters and sources, each attached to what it backs.")
    is_internal = True

    name: Annotated[Name, Label(N_("Title"))]
    file: Annotated[Name, Label(N_("File")), Key()]
    digest: Annotated[Text, Label(N_("Fingerprint")), Help("SHA-256")] = ""
    about_table: Annotated[Text, Label(N_("Attached to table"))] = ""
    about_id: Annotated[UUID | None, Label(N_("Attached to record"))] = None
    added_on: Annotated[date, Label(N_("Date"))]
    note: Annotated[LongText, Label(N_("Note"))] = ""


class Draft(Record):
    """A row that is not complete yet, as it was typed."""

    table = "draft"
    title = N_("Drafts")
    about = N_("Rows that lack something, kept as typed until they are complete.")
    is_internal = True

    of_table: Annotated[Name, Label(N_("Table"))]
    cells: Annotated[
        str, BeforeValidator(clean), Field(max_length=200_000), Label(N_("Cells")), Private()
    ]


class ColumnMemory(Record):
    """What a heading of people's spreadsheets means in this project, as corrected by hand."""

    table = "column_memory"
    title = N_("Remembered columns")
    about = N_("Headings of imported files, each with the field it was assigned to by hand.")
    is_internal = True

    of_table: Annotated[Name, Label(N_("Table")), Key()]
    heading: Annotated[Name, Label(N_("Heading")), Key()]
    field: Annotated[Text, Label(N_("Field")), Help(N_("Empty when the column is left out"))] = ""
