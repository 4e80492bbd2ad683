"""A whole process that is not the example's: furniture makers of a river bank, every stage filled.

Numbers are those of published or hand-worked cases, so that the plan's figures are known: forces
2.8 → 2.0, coverage 63.2 %, leverage 0.55, critical path of ten months.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from methodology.action import (
    ActionLine,
    Category,
    FirstTag,
    Leadership,
    Orientation,
    PlanProject,
    Readiness,
    Typology,
)
from methodology.agreements import ChangeNote, ChangeStep, Decision, DecisionWay
from methodology.areas import Failure, ImprovementArea
from methodology.buyers import BuyerSegment, FactorKind, FactorScore, PurchaseFactor
from methodology.characterization import Indicator, Perimeter, Quality, Statistic
from methodology.diamond import (
    Decision as GapChoice,
)
from methodology.diamond import (
    Determinant,
    DiamondFactor,
    DiamondScore,
    GapDecision,
    Ideal,
)
from methodology.forces import (
    Business,
    Challenge,
    Force,
    ForceEvidence,
    ForceFactor,
    ForceScore,
    Trend,
)
from methodology.governance import (
    Base,
    Fund,
    Governance,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganKind,
    OrganMember,
    RuleKind,
    Seat,
)
from methodology.majority import Counted, Majority
from methodology.mapping import (
    ActorKind,
    Contact,
    Inclusion,
    LinkRole,
    Reporter,
)
from methodology.monitoring import (
    ChangeLink,
    FollowUp,
    Frequency,
    Lesson,
    Level,
    LogframeLevel,
    LogframeRow,
    Measurement,
    Sustainability,
    TheoryStep,
)
from methodology.monitoring import MonitoringIndicator as Gauge
from methodology.monitoring import Risk as ClusterRisk
from methodology.options import (
    Axis,
    Intention,
    OptionCriterion,
    OptionScore,
    OptionStatus,
    PriorityVote,
    StrategicOption,
    VotingUnit,
)
from methodology.process import Attendance, Interview, Meeting, MeetingKind, TeamMember, TeamRole
from methodology.project import Country, Currency, Language, Project
from methodology.project_sheet import (
    Activity,
    BudgetItem,
    Commitment,
    Degree,
    MoneySource,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.raters import Rater, Side
from methodology.record import Record
from methodology.scope import Answer, Scope, Segment, SegmentVerdict
from methodology.scope import Orientation as Aim
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from methodology.targets import OptionTarget
from methodology.vision import Consent, Objective, VisionVersion
from tests.candidates import JUDGED, candidate, criterion, value
from tests.cluster import actor, link, made, tie

PROJECT = made(
    Project,
    "furniture",
    name="Muebles de la Ribera",
    cluster="Muebles de madera de la Ribera",
    territory="Ribera Baja",
    country=Country.URUGUAY,
    currency=Currency.USD,
    language=Language.SPANISH,
    starts_on=date(2026, 3, 2),
    promoter="Agencia de la Ribera",
    executing_entity="Cámara de la Madera",
    public_counterpart="Intendencia de la Ribera",
)

SAW = link("Aserrado", 1, LinkRole.PRIMARY)
MAKE = link("Fabricación", 2, LinkRole.TRANSFORMATION)
SELL = link("Venta", 3, LinkRole.BUYERS)
LINKS = (SAW, MAKE, SELL)

MAKERS = tuple(
    actor(
        f"Mueblería {name}",
        link=MAKE.id,
        inclusion=Inclusion.INSIDE,
        employees=20,
        turnover=100_000_00,
        figures_year=2025,
        source="Encuesta propia",
        is_core=place < 3,
    )
    for place, name in enumerate(("Alerce", "Boj", "Cedro", "Ébano", "Fresno", "Guindo"))
)
MILLS = tuple(
    actor(
        f"Aserradero {name}",
        ActorKind.SUPPLIER,
        link=SAW.id,
        inclusion=Inclusion.INSIDE,
        employees=10,
        turnover=50_000_00,
    )
    for name in ("Norte", "Sur")
)
SHOPS = tuple(
    actor(f"Tienda {name}", ActorKind.BUYER, link=SELL.id, inclusion=Inclusion.PERIPHERY)
    for name in ("Faro", "Galería", "Hogar")
)
SCHOOL = actor("Escuela de Carpintería", ActorKind.TRAINING, inclusion=Inclusion.INSIDE)
GUILD = actor("Cámara de la Madera", ActorKind.ASSOCIATION, inclusion=Inclusion.INSIDE)
TOWN = actor("Intendencia de la Ribera", ActorKind.PUBLIC_BODY, inclusion=Inclusion.INSIDE)
ACTORS = (*MAKERS, *MILLS, *SHOPS, SCHOOL, GUILD, TOWN)


def _meeting(name: str, kind: MeetingKind, stage: Stage, day: date) -> Meeting:
    return made(
        Meeting,
        name,
        name=name,
        kind=kind,
        about_stage=stage,
        held_on=day,
        place="Salón de la cámara",
        minutes=f"Acta de «{name}».",
    )


T0 = _meeting("Taller T0", MeetingKind.WORKSHOP, Stage.SCOPE, date(2026, 3, 11))
TABLE = _meeting("Mesa de validación", MeetingKind.VALIDATION, Stage.MAPPING, date(2026, 4, 15))
T1 = _meeting("Taller T1", MeetingKind.WORKSHOP, Stage.ATTRACTIVENESS, date(2026, 5, 6))
T4 = _meeting("Taller T4", MeetingKind.WORKSHOP, Stage.OPTIONS, date(2026, 6, 17))
T5 = _meeting("Taller T5", MeetingKind.WORKSHOP, Stage.DIAMOND, date(2026, 7, 1))
T6 = _meeting("Taller T6", MeetingKind.WORKSHOP, Stage.VISION, date(2026, 7, 15))
T7 = _meeting("Asamblea T7", MeetingKind.ASSEMBLY, Stage.GOVERNANCE, date(2026, 8, 12))
MEETINGS = (T0, TABLE, T1, T4, T5, T6, T7)


def _process() -> Iterator[Record]:
    yield from (
        made(TeamMember, "Alba Ríos", name="Alba Ríos", role=TeamRole.LEAD),
        made(TeamMember, "Iker Sole", name="Iker Sole", role=TeamRole.INTERNATIONAL_EXPERT),
    )
    yield from MEETINGS
    for meeting in MEETINGS:
        for guest in ACTORS:
            yield made(
                Attendance,
                f"{meeting.name} {guest.name}",
                meeting=meeting.id,
                actor=guest.id,
                people=2,
            )
    for guest in ACTORS:
        yield made(
            Interview,
            guest.name,
            actor=guest.id,
            held_on=date(2026, 3, 20),
            findings=f"Hallazgo de {guest.name}.",
        )
    yield made(
        Contact, "Nora Vidal", name="Nora Vidal", actor=MAKERS[0].id, is_lead=True, consent=True
    )
    yield made(
        Decision,
        "Se elige la opción O3",
        meeting=T4.id,
        text="Se elige la opción O3",
        way=DecisionWay.BALLOT,
        in_favour=18,
        against=4,
        decided_on=T4.held_on,
    )
    yield made(
        ChangeNote,
        "Los talleres se visitan",
        name="Los talleres se visitan",
        about_stage=Stage.MAPPING,
        step=ChangeStep.OPENED,
        noted_on=date(2026, 4, 20),
        evidence="Seis visitas entre talleres en un mes.",
    )


def _choice() -> Iterator[Record]:
    makers = candidate("Muebles", 2_000, 50_000, 20_000, 1_500_000, is_chosen=True, **JUDGED)
    growers, firms = candidate("Cítricos", **JUDGED), criterion("Empresas")
    yield from (makers, growers, firms)
    yield from (value(makers, firms, "90"), value(growers, firms, "40"))


def _situation() -> Iterator[Record]:
    yield from (*LINKS, *ACTORS)
    yield from _choice()
    yield made(
        Scope,
        "scope",
        sector="Industria de la madera",
        segment="Muebles a medida",
        territory="Ribera Baja",
        orientation=Aim.CUSTOMER,
        statement="Talleres de la Ribera Baja que hacen muebles a medida para hoteles.",
        rule="Están dentro los talleres que diseñan y fabrican.",
        left_out="Los importadores de muebles armados.",
        accepted_on=T0.held_on,
        accepted_in=T0.id,
    )
    yield made(
        Segment,
        "Muebles a medida",
        name="Muebles a medida",
        same_customers=Answer.YES,
        same_rivals=Answer.YES,
        own_name=Answer.YES,
        enough_firms=Answer.YES,
        verdict=SegmentVerdict.INSIDE,
    )
    for one in ACTORS:
        if one is not GUILD:
            yield tie(one, GUILD, reported_by=Reporter.BOTH, intensity=2)
    for indicator, parts in (
        (Indicator.FIRMS, (2, 6, 3)),
        (Indicator.EMPLOYMENT, (20, 120, 15)),
        (Indicator.TURNOVER, (100_000, 600_000, 300_000)),
    ):
        for place, count in zip((None, *LINKS), (sum(parts), *parts), strict=True):
            yield made(
                Statistic,
                f"{indicator} {place.name if place else ''}",
                indicator=indicator,
                perimeter=Perimeter.CLUSTER,
                link=place.id if place else None,
                year=2025,
                value=Decimal(count),
                quality=Quality.MEASURED,
                source="Encuesta propia",
            )


FIRM_RATERS = tuple(
    made(Rater, f"Mesa {n}", name=f"Mesa {n}", side=Side.FIRM, actor=MAKERS[n % 6].id)
    for n in range(8)
)
BUYER_RATERS = tuple(
    made(Rater, f"Compra {n}", name=f"Compra {n}", side=Side.BUYER, actor=SHOPS[n % 3].id)
    for n in range(5)
)
EXPERT = made(Rater, "Perito", name="Perito", side=Side.EXPERT)

NYLON = made(
    Trend,
    "TE1",
    code="TE1",
    statement="Los hoteles piden series cortas",
    driver="Turismo de diseño",
    horizon=2031,
    forces=(Force.BUYERS,),
    evidence="Licitaciones de 2025.",
)
TODAY = {"ENTRY": 4, "SUPPLIERS": 3, "BUYERS": 4, "SUBSTITUTES": 2, "RIVALRY": 3}
LATER = {"ENTRY": 5, "SUPPLIERS": 4, "BUYERS": 4, "SUBSTITUTES": 3, "RIVALRY": 4}


def _forces() -> Iterator[Record]:
    """Give the five forces of the hand-worked case: attractiveness 2.8 today, 2.0 later."""
    yield from (*FIRM_RATERS, *BUYER_RATERS, EXPERT, NYLON)
    yield made(
        Business,
        "business",
        what="Muebles a medida para hoteles",
        year=2026,
        horizon=2031,
        scored_in=T1.id,
    )
    for force in Force:
        factor = made(
            ForceFactor,
            f"factor {force}",
            code=f"S{force.name}",
            force=force,
            name=f"Presión {force.name.lower()}",
            today=Decimal(TODAY[force.name]),
            later=Decimal(LATER[force.name]),
        )
        yield factor
        for rater in FIRM_RATERS:
            yield made(
                ForceScore,
                f"{force} {rater.name}",
                rater=rater.id,
                factor=factor.id,
                today=TODAY[force.name],
                later=LATER[force.name],
            )
        for n in (1, 2):
            yield made(
                ForceEvidence,
                f"{force} hecho {n}",
                force=force,
                statement=f"Hecho {n} de {force.name.lower()}",
                source="Aduanas",
                year=2025,
            )
    yield made(
        Challenge,
        "R1",
        code="R1",
        statement="Dejar de competir por precio",
        why="La importación aprieta.",
        trends=(NYLON.id,),
        forces=(Force.RIVALRY,),
        validated_on=T1.held_on,
        validated_in=T1.id,
    )


HOTELS = made(BuyerSegment, "H", code="H", name="Hoteles", rival="Importadores")
HOMES = made(BuyerSegment, "V", code="V", name="Viviendas", rival="Grandes tiendas")
NAMES = ("Diseño propio", "Plazo", "Precio", "Terminación", "Garantía", "Madera certificada")
FACTORS = tuple(
    made(
        PurchaseFactor,
        f"{segment.code}{n}",
        code=f"{segment.code}{n}",
        segment=segment.id,
        name=name,
        kind=FactorKind.QUALITY,
        order=n,
        importance_today=Decimal((5, 4, 5, 3, 2, 3)[n - 1]),
        importance_advanced=Decimal((5, 4, 3, 4, 3, 4)[n - 1]),
        own=Decimal((3, 4, 2, 4, 5, 3)[n - 1]),
        rival=Decimal((4, 4, 5, 3, 3, 3)[n - 1]),
        reference=Decimal((5, 4, 4, 4, 4, 4)[n - 1]),
        trends=(NYLON.id,),
    )
    for segment in (HOTELS, HOMES)
    for n, name in enumerate(NAMES, start=1)
)


def _buyers() -> Iterator[Record]:
    yield from (HOTELS, HOMES, *FACTORS)
    for factor in FACTORS:
        for rater in BUYER_RATERS:
            yield made(
                FactorScore,
                f"{factor.code} {rater.name}",
                rater=rater.id,
                factor=factor.id,
                importance_today=int(factor.importance_today),
                importance_advanced=int(factor.importance_advanced),
                own=int(factor.own),
                rival=int(factor.rival),
                reference=int(factor.reference),
            )


def _option(
    code: str, name: str, factors: tuple[int, ...], status: OptionStatus
) -> StrategicOption:
    return made(
        StrategicOption,
        code,
        code=code,
        name=name,
        definition=f"{name}: una manera de competir.",
        segments=(HOTELS.id,),
        purchase_factors=tuple(FACTORS[n].id for n in factors),
        proposition="Muebles que nadie más hace.",
        played_at="Friuli.",
        market_size=1_000_000_00,
        market_growth=Decimal(4),
        margin=Decimal(18),
        market_source="Estimación propia",
        chain="Diseño, fabricación y montaje.",
        minimum_scale="Seis talleres",
        firms=tuple(one.id for one in MAKERS[:3]),
        investment=50_000_00,
        risks="Copia.",
        horizon=5,
        stops="Se dejan los muebles en serie.",
        rank={"O3": 1, "O2": 2, "O1": 3}[code],
        status=status,
        status_reason=f"Motivo de {code}.",
    )


O1 = _option("O1", "Series económicas", (2, 4), OptionStatus.DISCARDED)
O2 = _option("O2", "Montaje llave en mano", (1, 3), OptionStatus.PARALLEL)
O3 = _option("O3", "Diseño para hoteles", (0, 3, 5), OptionStatus.CHOSEN)
OPTIONS = (O1, O2, O3)
WEIGHTS = (0.25, 0.25, 0.20, 0.30)
MERITS = {  # attractiveness and capacity of the hand-worked case: O3 4.05 and 3.70
    "O1": ((2, 3, 3, 2), (4, 4, 3, 5)),
    "O2": ((4, 5, 4, 4), (3, 2, 3, 3)),
    "O3": ((5, 4, 3, 4), (4, 4, 4, 3)),
}


def _options() -> Iterator[Record]:
    yield from OPTIONS
    for place, axis in enumerate((Axis.ATTRACTIVENESS, Axis.CAPACITY)):
        for n, weight in enumerate(WEIGHTS):
            criterion = made(
                OptionCriterion,
                f"{axis} {n}",
                code=f"{axis.name[0]}{n + 1}",
                name=f"Criterio {axis.name.lower()} {n + 1}",
                axis=axis,
                weight=Decimal(str(weight)),
            )
            yield criterion
            for option in OPTIONS:
                for rater in (*FIRM_RATERS[:2], EXPERT):
                    yield made(
                        OptionScore,
                        f"{option.code} {criterion.code} {rater.name}",
                        rater=rater.id,
                        option=option.id,
                        criterion=criterion.id,
                        score=MERITS[option.code][place][n],
                    )
    for firm in MAKERS:
        yield made(Intention, f"{firm.name} O3", firm=firm.id, option=O3.id)
    yield made(
        PriorityVote,
        "vote",
        question="¿Para qué opción construye primero el plan?",
        rule="Borda",
        unit=VotingUnit.FIRM,
        meeting=T4.id,
        held_on=T4.held_on,
        eligible=22,
        voted=20,
        quorum=12,
        consensus_measure="W",
        consensus=Decimal("0.72"),
        dissent="Dos talleres prefieren las series económicas.",
    )
    for option, best in zip(OPTIONS, (2, 1, 0), strict=True):
        for n, factor in enumerate(FACTORS[:6]):
            target = 5 if n == best or factor.id in option.purchase_factors else 3
            yield made(
                OptionTarget,
                f"{option.code} {factor.code}",
                option=option.id,
                factor=factor.id,
                target=target,
            )


CASE = {  # the hand-worked diamond: actual, ideal, weight; coverage .6318
    "FC1": (3, 4, 5),
    "FC2": (2, 5, 4),
    "FC3": (4, 4, 3),
    "FC4": (3, 4, 2),
    "DC1": (2, 4, 3),
    "DC2": (2, 5, 4),
    "DC3": (3, 4, 2),
    "RS1": (3, 5, 5),
    "RS2": (3, 4, 3),
    "RS4": (2, 4, 4),
    "FS1": (4, 4, 3),
    "FS2": (2, 4, 5),
    "FS4": (3, 4, 4),
}
SUBFACTORS = {
    code: made(
        DiamondFactor,
        code,
        code=code,
        name=f"Parte {code}",
        determinant=Determinant(code[:2]),
        actual=actual,
        evidence=f"Prueba de {code}.",
        agreed_in=T5.id,
    )
    for code, (actual, _need, _weight) in CASE.items()
}
SUCCESS = made(
    SuccessFactor,
    "FE1",
    code="FE1",
    name="Diseñadores propios",
    level=SuccessLevel.CLUSTER,
    subfactors=(SUBFACTORS["FC2"].id,),
    present=2,
)


def _diamond() -> Iterator[Record]:
    yield from (*SUBFACTORS.values(), SUCCESS)
    for code, (actual, need, weight) in CASE.items():
        for rater in FIRM_RATERS:
            yield made(
                DiamondScore,
                f"{code} {rater.name}",
                rater=rater.id,
                factor=SUBFACTORS[code].id,
                level=actual,
            )
        for option in (O2, O3):
            yield made(
                Ideal,
                f"{code} {option.code}",
                factor=SUBFACTORS[code].id,
                option=option.id,
                need=need,
                weight=weight,
                reason="Lo pide el diseño.",
            )
            if need - actual >= 2:
                yield made(
                    GapDecision,
                    f"{code} {option.code}",
                    factor=SUBFACTORS[code].id,
                    option=option.id,
                    decision=GapChoice.TAKE_ON,
                    reason="Nadie puede solo.",
                )
    for option in OPTIONS:
        yield made(
            SuccessNeed,
            f"FE1 {option.code}",
            factor=SUCCESS.id,
            option=option.id,
            relevance=Relevance.NECESSARY,
        )


GROUPS = {
    "A1": ("Conocimiento de diseño", ("FC1", "FC2")),
    "A2": ("Clientes exigentes", ("DC1", "DC2")),
    "A3": ("Proveedores especializados", ("RS1", "RS4")),
    "A4": ("Gestión de los talleres", ("FS2",)),
}
AREAS = tuple(
    made(
        ImprovementArea,
        code,
        code=code,
        name=name,
        need=f"Falta {name.lower()}.",
        gaps=tuple(SUBFACTORS[gap].id for gap in gaps),
        options=(O3.id,),
        success_factors=(SUCCESS.id,),
        failure=Failure.CLUB_GOOD,
        failure_reason="Ningún taller lo paga solo.",
        indicator=f"Medida de {code}",
        unit="talleres",
        baseline=Decimal(2),
        baseline_on=date(2026, 3, 1),
        source="Encuesta propia",
    )
    for code, (name, gaps) in GROUPS.items()
)
OBJECTIVES = tuple(
    made(
        Objective,
        f"OE{n}",
        code=f"OE{n}",
        statement=f"Objetivo medible {n}",
        options=(O3.id,),
        indicator=f"Ventas de tipo {n}",
        unit="%",
        baseline=Decimal(12),
        baseline_on=date(2026, 3, 1),
        target=Decimal(20),
        target_on=date(2030, 12, 31),
        source="Encuesta propia",
    )
    for n in (1, 2)
)


def _vision() -> Iterator[Record]:
    yield made(
        VisionVersion,
        "V1",
        name="Versión 1",
        text=(
            "En 2031 la Ribera Baja vende el 40 % de sus muebles con «Diseño para hoteles», "
            "hechos por talleres que trabajan juntos."
        ),
        drafted_on=date(2026, 7, 10),
        drafted_by="Mesa 1",
        approvals=19,
        voters=20,
        consent=Consent.CONSENT,
        adopted_on=T6.held_on,
        adopted_in=T6.id,
    )
    yield from (*OBJECTIVES, *AREAS)


LINES = tuple(
    made(ActionLine, f"L{n}", code=f"L{n}", name=name, areas=tuple(one.id for one in areas))
    for n, name, areas in (
        (1, "Diseño y clientes", AREAS[:2]),
        (2, "Proveedores y gestión", AREAS[2:]),
    )
)
MONEY = {  # the hand-worked co-financing: 322 000 public of 500 000, leverage .5528
    "P01": (Typology.STRUCTURING, 200_000, 160_000),
    "P02": (Typology.OPEN_NETWORK, 90_000, 45_000),
    "P03": (Typology.CLOSED_NETWORK, 150_000, 75_000),
    "P04": (Typology.INTER_CLUSTER, 60_000, 42_000),
}
SCHEDULE = {"P01": (3, ()), "P02": (4, ("P01",)), "P03": (2, ("P01",)), "P04": (3, ("P02", "P03"))}
PROJECTS = {
    code: made(
        PlanProject,
        code,
        code=code,
        name=f"Proyecto {code}",
        line=LINES[place // 2].id,
        category=Category.INNOVATION,
        typology=typology,
        orientation=Orientation.RESEARCH,
        readiness=Readiness.READY,
        tags=(FirstTag.TRUST,) if place == 0 else (),
        is_early=place == 0,
        leader=MAKERS[place].id,
        leadership=Leadership.PRIVATE,
        areas=(AREAS[place].id,),
        gaps=AREAS[place].gaps,
        success_factors=(SUCCESS.id,),
        actors=(MAKERS[4].id, MAKERS[5].id, SCHOOL.id),
        objective=f"Objetivo de {code}",
        description=f"Descripción de {code}",
        deliverables="Un centro abierto.",
        beneficiaries="Los talleres.",
        fund="Fondo de clústeres",
        contribution=4,
        gap_closed=4,
        reach=3,
        externality=3,
        cost=2,
        time=2,
        complexity=2,
        dependence=2,
    )
    for place, (code, (typology, _total, _public)) in enumerate(MONEY.items())
}
STEPS = {
    code: made(
        Activity,
        code,
        project=PROJECTS[code].id,
        code=f"{code}.1",
        name=f"Trabajo de {code}",
        months=months,
        after=(),
    )
    for code, (months, _after) in SCHEDULE.items()
}


def _action() -> Iterator[Record]:
    yield from (*LINES, *PROJECTS.values())
    for code, step in STEPS.items():
        yield step.model_copy(update={"after": tuple(STEPS[one].id for one in SCHEDULE[code][1])})
    for code, (_typology, total, public) in MONEY.items():
        owner = PROJECTS[code]
        for source, amount in ((MoneySource.PUBLIC, public), (MoneySource.FIRMS, total - public)):
            yield made(
                BudgetItem,
                f"{code} {source}",
                project=owner.id,
                item="Todo",
                year=2027,
                source=source,
                amount=amount * 100,
            )
        yield made(
            ProjectIndicator,
            code,
            project=owner.id,
            name=f"Talleres en {code}",
            unit="talleres",
            baseline=Decimal(0),
            baseline_on=date(2026, 9, 1),
            target=Decimal(6),
            target_on=date(2028, 9, 1),
            verification="Lista",
        )
        yield made(
            ProjectRisk,
            code,
            project=owner.id,
            name=f"Riesgo de {code}",
            likelihood=Degree.LOW,
            damage=Degree.MEDIUM,
            response="Empezar por poco.",
        )
        yield made(
            Commitment,
            code,
            project=owner.id,
            actor=MAKERS[5].id,
            contribution="Horas de taller",
            hours=40,
        )
    yield made(
        ManagerTask, "Visitas", name="Visitas a talleres", monthly_target=Decimal(8), hours=32
    )
    yield made(
        ManagerProfile,
        "profile",
        mission="Que los talleres trabajen juntos.",
        functions="Visitas y proyectos.",
        training="Diseño o ingeniería.",
        experience="Cinco años.",
        competences="Escuchar.",
        reports_to="Comité",
        dedication=100,
        yearly_cost=30_000_00,
        selection="Concurso abierto.",
    )


def _closing() -> Iterator[Record]:
    yield made(
        Governance,
        "governance",
        base=Base.PRIVATE,
        entity="Cámara de la Madera",
        why="Los talleres confían en ella.",
        public_link="Mesa con la intendencia.",
        is_not="No es un gremio.",
        adopted_on=T7.held_on,
        adopted_in=T7.id,
    )
    for name, kind in (
        ("Asamblea", OrganKind.ASSEMBLY),
        ("Comité directivo", OrganKind.COMMITTEE),
        ("Coordinación", OrganKind.COORDINATION),
        ("Mesa pública", OrganKind.PUBLIC_TABLE),
        ("Grupo de diseño", OrganKind.THEMATIC),
    ):
        organ = made(Organ, name, name=name, kind=kind, task=f"Tarea de {name}", members=9)
        yield organ
        for place, member in enumerate((*MAKERS, TOWN, GUILD)):
            yield made(
                OrganMember,
                f"{name} {member.name}",
                organ=organ.id,
                actor=member.id,
                seat=Seat.MEMBER if place else Seat.CHAIR,
            )
    for kind in (RuleKind.QUORUM, RuleKind.DECISION):
        yield made(
            GovernanceRule,
            kind,
            name=f"Regla {kind.name.lower()}",
            kind=kind,
            majority=Majority.HALF_PLUS_ONE,
            counted=Counted.MEMBERS,
            text="La mitad más uno.",
            adopted_on=T7.held_on,
            adopted_in=T7.id,
        )
    for year in (1, 2, 3):
        yield made(
            OperatingCost,
            str(year),
            name="Gerencia",
            year=year,
            fund=Fund.FEES,
            amount=40_000_00,
            payer=GUILD.id,
        )
    for step in ChangeLink:
        yield made(TheoryStep, step, link=step, name=f"Paso {step.name.lower()}")
    for objective, level in zip(OBJECTIVES, (Level.CLUSTER, Level.IMPACT), strict=True):
        gauge = made(
            Gauge,
            objective.code,
            code=f"I{objective.code}",
            name=f"Avance de {objective.code}",
            objective=objective.id,
            unit="%",
            baseline=Decimal(12),
            baseline_on=date(2026, 3, 1),
            target=Decimal(20),
            target_on=date(2030, 12, 31),
            source="Encuesta propia",
            responsible=GUILD.id,
            frequency=Frequency.YEARLY,
            level=level,
        )
        yield gauge
        yield made(
            Measurement,
            objective.code,
            indicator=gauge.id,
            measured_on=date(2026, 8, 1),
            value=Decimal(17),
        )
    for level in LogframeLevel:
        yield made(
            LogframeRow, level, level=level, name=f"Fila {level.name.lower()}", means="Informe"
        )
    for name, level in (
        ("Rendir cuentas del programa", Level.PROGRAMME),
        ("Reunir lecciones", Level.LESSONS),
    ):
        yield made(
            FollowUp,
            name,
            name=name,
            due_on=date(2027, 6, 1),
            level=level,
            responsible=GUILD.id,
        )
    yield made(Lesson, "L1", name="Empezar por las visitas", story="Se abrieron los talleres.")
    yield made(
        Sustainability,
        "exit",
        path="Cuotas de los talleres desde el tercer año.",
        public_share=60,
        ends_on=date(2029, 12, 31),
        what_remains="El centro de diseño.",
    )
    yield made(
        ClusterRisk,
        "R1",
        code="RG1",
        name="Cambio de gobierno",
        likelihood=Degree.MEDIUM,
        damage=Degree.MEDIUM,
        mitigation="Convenio firmado.",
    )


def furniture() -> Snapshot:
    """Return the whole project."""
    parts = (
        _process,
        _situation,
        _forces,
        _buyers,
        _options,
        _diamond,
        _vision,
        _action,
        _closing,
    )
    return Snapshot([PROJECT, *(record for part in parts for record in part())])
