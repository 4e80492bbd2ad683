"""A believable cluster of any size: the cheese makers of Cajamarca, all names invented."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from methodology.characterization import (
    Indicator,
    Perimeter,
    Quality,
    ReferenceCluster,
    Statistic,
)
from methodology.mapping import (
    Actor,
    ActorKind,
    ChainLink,
    Contact,
    Inclusion,
    LinkRole,
    Reporter,
    Service,
    Tie,
    TieKind,
)
from methodology.plan import Section
from methodology.process import (
    Attendance,
    Interview,
    Meeting,
    MeetingKind,
    StageWindow,
    TeamMember,
    TeamRole,
)
from methodology.project import Narrative, Project
from methodology.record import Record
from methodology.scope import Answer, Orientation, Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.believable_challenges import challenge_records
from tests.believable_diamond import diamond_records

PLACES = ("Cajamarca", "Bambamarca", "Celendín", "San Miguel", "Chota", "Cutervo", "Hualgayoc")
GIVEN = ("Rosa", "María", "José", "Luis", "Carmen", "Elmer", "Nélida", "Wilder", "Flor", "Óscar")
FAMILY = ("Huamán", "Quispe", "Chávez", "Cieza", "Vásquez", "Terrones", "Núñez", "Díaz", "Alva")
BRANDS = (
    "Tongod", "El Chugur", "La Granja", "Porcón", "Los Alpes", "Santa Rosa", "El Tambo",
    "La Colpa", "Huacariz", "Chugurpampa", "Agua Blanca", "San Juan", "Las Vaquitas", "El Sauce",
    "Michiquillay", "Yanacocha", "La Encañada", "Namora", "Bella Unión", "Pingo", "El Rejo",
)  # fmt: skip

LINKS = (
    ("Insumos y genética", LinkRole.INPUTS, "Veterinaria", ActorKind.SUPPLIER, 12),
    ("Ganadería lechera", LinkRole.PRIMARY, "Fundo", ActorKind.SUPPLIER, 30),
    ("Acopio de leche", LinkRole.PRIMARY, "Acopio", ActorKind.SERVICES, 8),
    ("Quesería artesanal", LinkRole.TRANSFORMATION, "Quesería", ActorKind.PRODUCER, 34),
    ("Quesería industrial", LinkRole.TRANSFORMATION, "Lácteos", ActorKind.PRODUCER, 6),
    ("Maduración y afinado", LinkRole.TRANSFORMATION, "", ActorKind.PRODUCER, 0),
    ("Distribución mayorista", LinkRole.DISTRIBUTION, "Distribuidora", ActorKind.DISTRIBUTOR, 9),
    ("Comercio y restauración", LinkRole.BUYERS, "Tiendas", ActorKind.BUYER, 10),
    ("Envases y equipos", LinkRole.AUXILIARY, "Equipos", ActorKind.AUXILIARY, 7),
)
INSTITUTIONS = (
    ("Universidad Nacional de {place}", ActorKind.UNIVERSITY),
    ("Municipalidad Provincial de {place}", ActorKind.PUBLIC_BODY),
    ("Instituto Tecnológico {brand}", ActorKind.TRAINING),
    ("Asociación de Queseros de {place}", ActorKind.ASSOCIATION),
    ("Caja Rural {brand}", ActorKind.FINANCE),
    ("Centro de Innovación {brand}", ActorKind.SUPPORT),
    ("Radio {brand}", ActorKind.OTHER),
)


def large_snapshot(actors: int = 300, ties: int = 900, seed: int = 1) -> Snapshot:
    """Return a project of this size, the same one for the same seed."""
    return Snapshot(_Cluster(Random(seed)).records(actors, ties))


class _Cluster:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names: set[str] = set()

    def records(self, actors: int, ties: int) -> Iterator[Record]:
        links, segments = self.links(), self.segments()
        meetings, team = self.meetings(), self.team()
        found = [self.actor(place, links, segments) for place in range(actors)]
        yield self.project()
        yield from team
        yield self.made(StageWindow, planned_stage=Stage.SCOPE, first_week=1, last_week=4)
        yield from meetings
        yield from self.attendance(meetings, found)
        yield from self.interviews(found, team)
        yield self.scope(meetings)
        yield from segments
        yield from links
        yield from found
        yield from self.contacts(found)
        yield from self.ties(found, ties)
        yield from self.services(found)
        yield from self.statistics(links)
        yield from self.narratives()
        yield from diamond_records(self.made, self.rng)
        yield from challenge_records(self.made, self.rng)

    def made(self, cls: type[Record], **values: Any) -> Any:
        return cls(id=UUID(int=self.rng.getrandbits(128), version=4), **values)

    def fresh(self, pattern: str) -> str:
        for number in range(1, 1000):
            place, brand = self.rng.choice(PLACES), self.rng.choice(BRANDS)
            name = pattern.format(place=place, brand=brand)
            if number > 20:
                name = f"{name} {number - 19}"
            if name not in self.names:
                self.names.add(name)
                return name
        raise AssertionError(pattern)

    def person(self) -> str:
        pick = self.rng.choice
        return self.fresh(f"{pick(GIVEN)} {pick(FAMILY)} {pick(FAMILY)}")

    def project(self) -> Record:
        return self.made(
            Project,
            name="Quesos de Cajamarca",
            cluster="Clúster quesero de Cajamarca",
            territory="Cajamarca, Perú",
            starts_on=date(2026, 3, 2),
            promoter="Programa de Apoyo a Clústeres",
            executing_entity="Consorcio Andes Competitivo",
            public_counterpart="Gobierno Regional de Cajamarca",
            presentation="Este plan es de las empresas que lo acordaron.",
            acknowledgements="A las queserías que abrieron sus puertas.",
            acronyms="PRC: Plan de Reforzamiento de la Competitividad",
        )

    def team(self) -> list[Record]:
        return [
            self.made(TeamMember, name=self.person(), role=role, organisation="Andes Competitivo")
            for role in TeamRole
        ]

    def meetings(self) -> list[Record]:
        stages = [Stage.SCOPE, Stage.MAPPING, Stage.MAPPING, Stage.CHARACTERIZATION]
        return [
            self.made(
                Meeting,
                name=f"Taller {place}: {stage.label}",
                kind=MeetingKind.WORKSHOP if place % 2 else MeetingKind.PUBLIC_EVENT,
                about_stage=stage,
                held_on=date(2026, 3, 9) + timedelta(weeks=2 * place),
                place=self.rng.choice(PLACES),
                people=20 + 7 * place,
                minutes="Se presentó el mapa y se corrigió con las empresas.",
            )
            for place, stage in enumerate(stages, 1)
        ]

    def attendance(self, meetings: list[Any], actors: list[Any]) -> Iterator[Record]:
        for meeting in meetings:
            for actor in self.rng.sample(actors, min(len(actors), 25)):
                yield self.made(
                    Attendance, meeting=meeting.id, actor=actor.id, people=self.rng.randint(1, 3)
                )

    def interviews(self, actors: list[Any], team: list[Any]) -> Iterator[Record]:
        for actor in self.rng.sample(actors, min(len(actors), 30)):
            yield self.made(
                Interview,
                actor=actor.id,
                held_on=date(2026, 3, 16) + timedelta(days=self.rng.randrange(40)),
                interviewer=self.rng.choice(team).id,
                findings="Vende fresco en Lima y querría madurar parte de su producción.",
            )

    def scope(self, meetings: list[Any]) -> Record:
        return self.made(
            Scope,
            sector="Elaboración de productos lácteos (CIIU 1050)",
            segment="Quesos con identidad de origen",
            territory="Región Cajamarca",
            orientation=Orientation.PRODUCT,
            statement="Queserías de Cajamarca que hacen quesos frescos y maduros de leche propia "
            "o acopiada en la región, con sus proveedores y compradores.",
            rule="Dentro quien transforma o acopia leche para queso en la región.",
            left_out="La leche evaporada, que compite en otro negocio.",
            accepted_on=date(2026, 3, 23),
            accepted_in=meetings[0].id,
        )

    def segments(self) -> list[Record]:
        rows = (
            ("Queso fresco para mercados", "Queso fresco", "Mayoristas", SegmentVerdict.LATER),
            ("Queso maduro gourmet", "Queso maduro", "Restaurantes", SegmentVerdict.INSIDE),
            ("Mantecoso con marca", "Queso mantecoso", "Supermercados", SegmentVerdict.INSIDE),
            ("Leche evaporada", "Leche evaporada", "Hogares", SegmentVerdict.OUTSIDE),
        )
        return [
            self.made(
                Segment,
                name=name,
                product=product,
                customer=customer,
                verdict=verdict,
                same_customers=self.rng.choice([*Answer]),
                same_rivals=self.rng.choice([*Answer]),
                own_name=self.rng.choice([*Answer]),
                enough_firms=Answer.YES,
            )
            for name, product, customer, verdict in rows
        ]

    def links(self) -> list[Record]:
        return [
            self.made(
                ChainLink,
                name=name,
                role=role,
                order=place,
                missing="" if share else "El queso se vende fresco; nadie afina en la región.",
            )
            for place, (name, role, _, _, share) in enumerate(LINKS, 1)
        ]

    def actor(self, place: int, links: list[Any], segments: list[Any]) -> Any:
        if place % 7 == 3:
            pattern, kind = INSTITUTIONS[place // 7 % len(INSTITUTIONS)]
            return self.institution(self.fresh(pattern), kind, place)
        shares = [share for *_, share in LINKS]
        index = self.rng.choices(range(len(LINKS)), shares)[0]
        _, _, word, kind, _ = LINKS[index]
        employees = max(1, round(self.rng.lognormvariate(1.8, 1.1)))
        return self.made(
            Actor,
            name=self.fresh(f"{word} {{brand}}"),
            code=f"C-{place:04d}",
            kind=kind,
            link=links[index].id,
            segments=tuple(row.id for row in segments if self.rng.random() < 0.4),
            inclusion=self.rng.choices([*Inclusion], (8, 2, 1))[0],
            is_core=place < 12,
            place=self.rng.choice(PLACES),
            founded=self.rng.randint(1962, 2024),
            employees=employees if self.rng.random() < 0.9 else None,
            turnover=100 * employees * self.rng.randint(20_000, 120_000)
            if self.rng.random() < 0.7
            else None,
            export_share=self.rng.choice((0, 0, 0, 5, 20)),
            figures_year=2025,
            source="Censo quesero 2025",
        )

    def institution(self, name: str, kind: ActorKind, place: int) -> Any:
        return self.made(
            Actor,
            name=name,
            code=f"C-{place:04d}",
            kind=kind,
            inclusion=Inclusion.INSIDE,
            place=self.rng.choice(PLACES),
            notes="Apoya a las queserías con formación y proyectos.",
        )

    def contacts(self, actors: list[Any]) -> Iterator[Record]:
        for place, actor in enumerate(actors[::3]):
            yield self.made(
                Contact,
                name=self.person(),
                actor=actor.id,
                position="Gerente" if place % 2 else "Socia",
                is_lead=place % 10 == 0,
                email=f"contacto{place}@quesos.example",
                phone=f"+51 976 {place:06d}",
                consent=place % 4 != 0,
            )

    def ties(self, actors: list[Any], wanted: int) -> Iterator[Record]:
        """Yield relations, most of them of a few well-connected actors."""
        weights = [1 / (1 + place) ** 0.6 for place in range(len(actors))]
        seen: set[tuple[int, int]] = set()
        wanted = min(wanted, len(actors) * (len(actors) - 1) // 4)
        while len(seen) < wanted:
            source = self.rng.randrange(len(actors))
            target = self.rng.choices(range(len(actors)), weights)[0]
            if source == target or (source, target) in seen:
                continue
            seen.add((source, target))
            firm = actors[source].kind.is_in_chain and actors[target].kind.is_in_chain
            pool = (TieKind.SUPPLY, TieKind.COOPERATION) if firm else [*TieKind][1:]
            yield self.made(
                Tie,
                source=actors[source].id,
                target=actors[target].id,
                kind=self.rng.choice(pool),
                intensity=self.rng.choices((1, 2, 3), (5, 3, 1))[0],
                reported_by=self.rng.choice([*Reporter]),
                reported_on=date(2026, 4, 1),
            )

    def services(self, actors: list[Any]) -> Iterator[Record]:
        for actor in [found for found in actors if not found.kind.is_in_chain][:12]:
            yield self.made(
                Service,
                actor=actor.id,
                name=self.rng.choice(("Análisis de leche", "Cursos de maduración", "Crédito")),
                audience="Queserías artesanales",
            )

    def statistics(self, links: list[Any]) -> Iterator[Record]:
        reference = self.made(
            ReferenceCluster,
            name="Idiazabal",
            country="España",
            why="Pastores que hacen y venden queso con denominación.",
            lessons="La denominación se paga con la diferencia de precio.",
        )
        yield reference
        for indicator, total in ((Indicator.FIRMS, 420), (Indicator.EMPLOYMENT, 3_600)):
            for year in (2015, 2020, 2025):
                yield self.statistic(indicator, year, total * (year - 1995) // 30)
            for place, link in enumerate(links):
                yield self.statistic(indicator, 2025, total * (place + 1) // 45, link=link.id)
        for year in (2020, 2025):
            yield self.statistic(Indicator.TURNOVER, year, 90_000 * (year - 1990))
            yield self.statistic(Indicator.EXPORTS, year, 900 * (year - 2010))
        for perimeter in (Perimeter.REGION, Perimeter.COUNTRY):
            scale = 40 if perimeter is Perimeter.REGION else 900
            yield self.statistic(Indicator.EMPLOYMENT, 2025, 16_000 * scale, perimeter=perimeter)
        yield self.statistic(
            Indicator.FIRMS, 2025, 118, perimeter=Perimeter.REFERENCE, reference=reference.id
        )

    def statistic(self, indicator: Indicator, year: int, value: int, **others: Any) -> Record:
        return self.made(
            Statistic,
            indicator=indicator,
            year=year,
            value=Decimal(value),
            quality=Quality.DECLARED,
            source="Dirección Regional de Producción",
            **others,
        )

    def narratives(self) -> Iterator[Record]:
        for section in (Section.SCOPE, Section.MAPPING):
            yield self.made(
                Narrative,
                section=section,
                text="Lo que sigue se trabajó con las empresas en dos talleres.",
            )
