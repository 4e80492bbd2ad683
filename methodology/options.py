"""Strategic options: distinct ways of competing in the segment."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import (
    Amount,
    Called,
    Help,
    Key,
    Label,
    LongText,
    Many,
    Name,
    Private,
    Record,
    Ref,
    Text,
    Unit,
)
from methodology.scale import MERIT, Merit
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import CriterionKey, Day, OptionKey, RaterKey, ShortCode

Percentage = Annotated[Decimal, Field(ge=-100, le=1000, max_digits=7, decimal_places=2), Unit("%")]


class OptionStatus(Choice):
    """What became of an option."""

    CANDIDATE = "candidate", N_("Candidate")
    CHOSEN = "chosen", N_("Chosen")
    PARALLEL = "parallel", N_("Parallel")
    DISCARDED = "discarded", N_("Discarded")


class Axis(Choice):
    """The axis of the matrix that a criterion counts on."""

    ATTRACTIVENESS = "attractiveness", N_("Attractiveness")
    CAPACITY = "capacity", N_("Capacity")


class VotingUnit(Choice):
    """Whose ballots a vote counts: fixed before it opens, since it can change the winner."""

    FIRM = "firm", N_("One ballot for each firm")
    PERSON = "person", N_("One ballot for each person")


class StrategicOption(Record):
    """One way of competing, defined by the purchase factors it serves."""

    table = "strategic_option"
    title = N_("Strategic options")
    about = N_("Distinct ways of competing, each with its sheet; three to five of them.")
    stage = Stage.OPTIONS

    code: ShortCode = ""
    name: Annotated[
        Name, Label(N_("Strategic option")), Key(), Called("opción", "opção", "opción estratégica")
    ]
    definition: Annotated[
        LongText, Label(N_("Definition")), Help(N_("One sentence")), Called("definición")
    ] = ""
    segments: Annotated[
        tuple[UUID, ...], Label(N_("Buyer segments")), Many("buyer_segment"), Called("segmentos")
    ] = ()
    purchase_factors: Annotated[
        tuple[UUID, ...],
        Label(N_("Purchase-decision factors")),
        Many("purchase_factor"),
        Help(N_("The factors on which the option wants to win")),
        Called("factores de compra"),
    ] = ()
    proposition: Annotated[
        LongText,
        Label(N_("Value proposition")),
        Help(N_("Why these buyers would choose it")),
        Called("propuesta de valor", "proposta de valor"),
    ] = ""
    played_at: Annotated[
        LongText,
        Label(N_("Where it is played today")),
        Help(N_("Firms and clusters that already compete like this")),
        Called("dónde se juega", "referentes", "onde se joga"),
    ] = ""
    market_size: Annotated[
        int | None,
        Field(ge=0),
        Amount(),
        Label(N_("Market size a year")),
        Help(N_("What buyers of the option spend in a year")),
        Called("tamaño de mercado", "tamanho do mercado"),
    ] = None
    market_growth: Annotated[
        Percentage | None,
        Label(N_("Market growth a year")),
        Called("crecimiento del mercado", "crescimento do mercado"),
    ] = None
    margin: Annotated[
        Percentage | None,
        Label(N_("Margin")),
        Help(N_("Margin on sales of those who play it")),
        Called("margen", "margem"),
    ] = None
    market_source: Annotated[
        Text, Label(N_("Source of the market figures")), Called("fuente", "fonte")
    ] = ""
    chain: Annotated[
        LongText,
        Label(N_("Chain required")),
        Help(N_("Links and activities it cannot do without")),
        Called("cadena necesaria", "cadena requerida", "cadeia necessária"),
    ] = ""
    minimum_scale: Annotated[
        Text, Label(N_("Minimum scale")), Called("escala mínima", "tamaño mínimo")
    ] = ""
    firms: Annotated[
        tuple[UUID, ...],
        Label(N_("Firms already there")),
        Many("actor"),
        Called("empresas que ya están", "empresas"),
    ] = ()
    investment: Annotated[
        int | None,
        Field(ge=0),
        Amount(),
        Label(N_("Investment of a firm")),
        Help(N_("What a typical firm puts in to play it")),
        Called("inversión", "investimento"),
    ] = None
    risks: Annotated[LongText, Label(N_("Risks")), Called("riesgos", "riscos")] = ""
    horizon: Annotated[
        int | None,
        Field(ge=1, le=30),
        Label(N_("Horizon")),
        Unit(N_("years")),
        Help(N_("Years until it carries itself")),
        Called("horizonte", "plazo"),
    ] = None
    stops: Annotated[
        LongText,
        Label(N_("What we stop doing")),
        Called("qué se deja de hacer", "lo que se deja de hacer", "o que se deixa de fazer"),
    ] = ""
    rank: Annotated[
        int | None,
        Field(ge=1, le=99),
        Label(N_("Place in the vote")),
        Help(N_("Which the plan should build for first; equal places for a tie")),
        Called("puesto", "lugar", "prioridad"),
    ] = None
    points: Annotated[
        Decimal | None,
        Field(ge=0, max_digits=12, decimal_places=4),
        Label(N_("Points in the vote")),
        Called("puntos", "votos", "pontos"),
    ] = None
    status: Annotated[OptionStatus, Label(N_("Status")), Called("estado", "situação")] = (
        OptionStatus.CANDIDATE
    )
    status_reason: Annotated[
        LongText, Label(N_("Reason for the status")), Called("motivo", "razón")
    ] = ""


class OptionCriterion(Record):
    """What options are judged by, on one of the two axes."""

    table = "option_criterion"
    title = N_("Criteria")
    about = N_("What options are judged by, with the weight of each on its axis.")
    stage = Stage.OPTIONS

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Criterion")), Key(), Called("criterio", "critério")]
    axis: Annotated[Axis, Label(N_("Axis")), Called("eje", "eixo")]
    weight: Annotated[
        Decimal,
        Field(ge=0, le=1000, max_digits=8, decimal_places=4),
        Label(N_("Weight")),
        Help(N_("Any numbers: each counts by its share of its axis")),
        Called("peso", "ponderación", "ponderação"),
    ] = Decimal(1)
    question: Annotated[
        LongText,
        Label(N_("Question")),
        Help(N_("Put so that a high score speaks for the option")),
        Called("pregunta", "pergunta"),
    ] = ""
    is_coverage: Annotated[
        bool,
        Label(N_("Taken from the diamond")),
        Help(N_("The option's coverage, from 0 to 100%, set on the scale from 1 to 5")),
        Called("cobertura del diamante", "cobertura do diamante"),
    ] = False


class OptionScore(Record):
    """What one rater thinks of one option by one criterion."""

    table = "option_score"
    title = N_("Scores of the options")
    about = N_("One rater's score of one option by one criterion.")
    stage = Stage.OPTIONS

    rater: RaterKey
    option: OptionKey
    criterion: CriterionKey
    score: Annotated[Merit, Label(N_("Score")), Called("puntaje", "nota", "puntuación")]


class OptionMerit(Record):
    """The score adopted for an option by a criterion, where the raters' median does not stand."""

    table = "option_merit"
    title = N_("Adopted scores")
    about = N_("Scores agreed in the room or taken from a vote, in place of the raters' median.")
    stage = Stage.OPTIONS

    option: OptionKey
    criterion: CriterionKey
    merit: Annotated[
        Decimal,
        Field(ge=1, le=5, max_digits=5, decimal_places=4),
        MERIT,
        Label(N_("Adopted score")),
        Called("puntaje adoptado", "valor adoptado"),
    ]


class Intention(Record):
    """One firm that will pursue one option: told to the team, never printed by name."""

    table = "intention"
    title = N_("Intentions of the firms")
    about = N_("Which options each firm will pursue; the plan prints only how many.")
    stage = Stage.OPTIONS

    firm: Annotated[
        UUID, Label(N_("Firm")), Ref("actor"), Key(), Private(), Called("empresa", "quesería")
    ]
    option: OptionKey


class PriorityVote(Record):
    """How the cluster voted on what to build for first: turnout, rule, consensus, dissent."""

    table = "priority_vote"
    title = N_("Vote on the priority")
    about = N_("The vote on which option the plan should build for first, as it was announced.")
    stage = Stage.OPTIONS
    is_single = True

    question: Annotated[LongText, Label(N_("Question")), Called("pregunta", "pergunta")] = ""
    rule: Annotated[
        Text,
        Label(N_("Rule")),
        Help(N_("As announced before opening: ranking, points, tie-break")),
        Called("regla", "regra"),
    ] = ""
    unit: Annotated[VotingUnit, Label(N_("Unit")), Called("unidad", "unidade")] = VotingUnit.FIRM
    meeting: Annotated[
        UUID | None, Label(N_("Meeting")), Ref("meeting"), Called("reunión", "reunião")
    ] = None
    held_on: Day = None
    eligible: Annotated[
        int | None, Field(ge=0), Label(N_("Entitled to vote")), Called("padrón", "habilitados")
    ] = None
    voted: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("Ballots cast")),
        Help(N_("Abstentions included")),
        Called("votaron", "cédulas", "votos emitidos"),
    ] = None
    quorum: Annotated[
        int | None,
        Field(ge=1),
        Label(N_("Quorum")),
        Help(N_("Ballots needed; empty for more than half of those entitled")),
        Called("quórum"),
    ] = None
    consensus_measure: Annotated[
        Text,
        Label(N_("Measure of consensus")),
        Help(N_("Such as Kendall's W for rankings")),
        Called("medida de consenso"),
    ] = ""
    consensus: Annotated[
        Decimal | None,
        Field(ge=0, le=100, max_digits=9, decimal_places=4),
        Label(N_("Consensus")),
        Called("consenso"),
    ] = None
    dissent: Annotated[
        LongText,
        Label(N_("Dissent")),
        Help(N_("What those who thought otherwise said, without names")),
        Called("disenso", "desacuerdos", "dissenso"),
    ] = ""


class OptionSettings(Record):
    """How hard the order of the options is shaken to see whether it holds."""

    table = "option_settings"
    title = N_("Settings of the matrix")
    about = N_("How hard the weights are shaken to see whether the order of the options holds.")
    stage = Stage.OPTIONS
    is_single = True

    swing: Annotated[
        int,
        Field(ge=1, le=100),
        Unit("%"),
        Label(N_("Swing of a weight")),
        Help(N_("Each weight in turn is raised and lowered by so much")),
        Called("variación de un peso", "variação de um peso"),
    ] = 25
    samples: Annotated[
        int,
        Field(ge=100, le=10_000),
        Label(N_("Sets of weights drawn")),
        Called("muestras", "amostras"),
    ] = 1000
    seed: Annotated[
        int,
        Field(ge=0, le=1_000_000),
        Label(N_("Seed")),
        Help(N_("The same seed draws the same weights on every computer")),
        Called("semilla", "semente"),
    ] = 1
