"""Rounds ready for each stage: question, instrument, rule and items, made from its records.

The instruments follow the method's table (rate what has a level, rank what competes, approve what
may go together, commit in public); what a phone shows stays within ten items where it can.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.action import ActionLine, PlanProject
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.code_order import code_order
from methodology.diamond import Determinant, DiamondFactor
from methodology.forces import Force, ForceFactor
from methodology.mapping import ChainLink
from methodology.options import Intention, OptionStatus, StrategicOption
from methodology.quorums import usual_quorum
from methodology.record import SHORT, Record, attribute
from methodology.rounds import (
    RULES,
    Instrument,
    Roll,
    Round,
    RoundCriterion,
    RoundItem,
    Secrecy,
    Unit,
    VoterCard,
)
from methodology.scale import EFFORT, IMPACT, IMPORTANCE, INTENSITY, LEVEL, PERFORMANCE, Scale
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import SuccessFactor
from methodology.text import N_, Remark, Translate
from methodology.vision import VisionVersion
from methodology.votes import default_dots

ON_A_PHONE = 10  # items from which people get lost on a small screen

NewId = Callable[[], UUID]
Named = ForceFactor | PurchaseFactor | StrategicOption | DiamondFactor | SuccessFactor | PlanProject


@dataclass(frozen=True)
class Criterion:
    """What items are rated on: a message, a scale, and the field that the median goes into."""

    name: str
    scale: Scale
    field: str = ""


@dataclass(frozen=True)
class Item:
    """One thing to decide about, with the record it stands for."""

    name: str
    note: str = ""
    record: Record | None = None


@dataclass(frozen=True)
class Ready:
    """A round that only has to be looked over: everything about it that voters are told."""

    stage: Stage
    title: Remark
    question: Remark
    instrument: Instrument
    items: tuple[Item, ...]
    criteria: tuple[Criterion, ...] = ()
    explanation: str = ""
    unit: Unit = Unit.PERSON
    roll: Roll = Roll.OPEN
    secrecy: Secrecy = Secrecy.SECRET
    turns: int = 1
    asks_reasons: bool = False
    amount: int = 1
    feeds: tuple[str, str] = ("", "")

    def round(
        self,
        new_id: NewId,
        translate: Translate,
        meeting: UUID | None = None,
        cards: Iterable[VoterCard] = (),
    ) -> Round:
        """Return the round in preparation, in the language of the reader.

        Of `cards`, those entitled to vote give its quorum.
        """
        table, name = self.feeds
        made = Round(
            id=new_id(),
            name=self.title.text(translate)[:SHORT],
            question=self.question.text(translate)[:SHORT],
            explanation=translate(self.explanation) if self.explanation else "",
            about_stage=self.stage,
            meeting=meeting,
            instrument=self.instrument,
            unit=self.unit,
            roll=self.roll,
            secrecy=self.secrecy,
            rule=RULES[self.instrument][0],
            turns=self.turns,
            asks_reasons=self.asks_reasons,
            amount=self.amount,
            feeds_table=table,
            feeds_field=name,
        )
        return made.model_copy(update={"quorum": usual_quorum(made, cards)})

    def records(self, made: Round, new_id: NewId, translate: Translate) -> tuple[Record, ...]:
        """Return what goes with the round: its items in order and its criteria."""
        items = (
            RoundItem(
                id=new_id(),
                round=made.id,
                position=place,
                name=item.name[:SHORT],
                note=item.note[:SHORT],
                about_table=item.record.table if item.record else "",
                about_id=item.record.id if item.record else None,
            )
            for place, item in enumerate(self.items, 1)
        )
        criteria = (
            RoundCriterion(
                id=new_id(),
                round=made.id,
                position=place,
                name=translate(one.name),
                scale=one.scale.key,
                field=one.field,
            )
            for place, one in enumerate(self.criteria, 1)
        )
        return (made, *items, *criteria)


def ready_rounds(snapshot: Snapshot, stage: Stage) -> tuple[Ready, ...]:
    """Return the rounds that are ready for a stage, those without anything to vote on left out."""
    makers: dict[Stage, Callable[[Snapshot], Iterator[Ready]]] = {
        Stage.MAPPING: _mapping,
        Stage.ATTRACTIVENESS: _forces,
        Stage.PURCHASE_FACTORS: _factors,
        Stage.OPTIONS: _options,
        Stage.DIAMOND: _diamond,
        Stage.VISION: _vision,
        Stage.ACTION_PLAN: _projects,
    }
    made = makers[stage](snapshot) if stage in makers else iter(())
    return tuple(one for one in made if len(one.items) >= _least(one.instrument))


def _least(instrument: Instrument) -> int:
    """Return how many items there must be: one can be scored or joined, but not preferred."""
    return 1 if instrument in (Instrument.RATING, Instrument.COMMITMENT) else 2


def _mapping(snapshot: Snapshot) -> Iterator[Ready]:
    links = tuple(Item(link.name, record=link) for link in snapshot.all(ChainLink))
    yield Ready(
        Stage.MAPPING,
        Remark(N_("Weakest links of the chain")),
        Remark(N_("Which links of the chain are weakest here?")),
        Instrument.MULTIVOTE,
        links,
        explanation=N_("Place the dots on the links that hold the others back."),
        amount=min(default_dots(len(links)), max(1, len(links) - 1)),
    )


def _forces(snapshot: Snapshot) -> Iterator[Ready]:
    for force in Force:
        factors = [one for one in snapshot.all(ForceFactor) if one.force == force]
        yield Ready(
            Stage.ATTRACTIVENESS,
            Remark(N_("Force: {force}"), {"force": force}),
            Remark(N_("{force}: how strong is the pressure?"), {"force": force}),
            Instrument.RATING,
            _named(factors),
            (
                Criterion(N_("Today"), INTENSITY, "today"),
                Criterion(N_("At the horizon"), INTENSITY, "later"),
            ),
            explanation=N_("Score what there is, not what one would like."),
            turns=2,
            asks_reasons=True,
            feeds=(ForceFactor.table, ""),
        )


def _factors(snapshot: Snapshot) -> Iterator[Ready]:
    for segment in snapshot.all(BuyerSegment):
        factors = [one for one in snapshot.all(PurchaseFactor) if one.segment == segment.id]
        named = {"segment": segment.name}
        yield Ready(
            Stage.PURCHASE_FACTORS,
            Remark(N_("Importance for {segment}"), named),
            Remark(N_("How much does each factor count for {segment}?"), named),
            Instrument.RATING,
            _named(factors),
            (
                Criterion(N_("Importance today"), IMPORTANCE, "importance_today"),
                Criterion(N_("Importance for advanced buyers"), IMPORTANCE, "importance_advanced"),
            ),
            explanation=N_("Answer as the buyer decides, not as the seller would like."),
            feeds=(PurchaseFactor.table, ""),
        )
        yield Ready(
            Stage.PURCHASE_FACTORS,
            Remark(N_("Self-image before {segment}"), named),
            Remark(N_("How well do the firms here serve {segment}?"), named),
            Instrument.RATING,
            _named(factors),
            (Criterion(N_("As the firms see themselves"), PERFORMANCE, "self_image"),),
            explanation=N_("The firms' own view: it stands beside what buyers say, apart."),
            feeds=(PurchaseFactor.table, ""),
        )


def _options(snapshot: Snapshot) -> Iterator[Ready]:
    candidates = [
        one for one in snapshot.all(StrategicOption) if one.status != OptionStatus.DISCARDED
    ]
    options = tuple(
        Item(one.name, _line(one.definition), one) for one in sorted(candidates, key=code_order)
    )
    yield Ready(
        Stage.OPTIONS,
        Remark(N_("Intention of the firms")),
        Remark(N_("Which options will your firm pursue?")),
        Instrument.APPROVAL,
        options,
        explanation=N_("Every option the firm would put work into; several if it is so."),
        unit=Unit.FIRM,
        roll=Roll.FIRMS,
        secrecy=Secrecy.TEAM,
        feeds=(Intention.table, ""),
    )
    yield Ready(
        Stage.OPTIONS,
        Remark(N_("Priority of the cluster")),
        Remark(N_("Which option should the plan build for first?")),
        Instrument.RANKING,
        options,
        explanation=N_("Think of the cluster as a whole, not of one firm."),
        unit=Unit.FIRM,
        roll=Roll.FIRMS,
        feeds=(StrategicOption.table, "rank"),
    )


def _diamond(snapshot: Snapshot) -> Iterator[Ready]:
    for determinant in Determinant:
        if determinant is Determinant.CHANCE:
            continue
        factors = [one for one in snapshot.all(DiamondFactor) if one.determinant == determinant]
        yield Ready(
            Stage.DIAMOND,
            Remark(N_("Actual diamond: {determinant}"), {"determinant": determinant}),
            Remark(N_("{determinant}: what is there today?"), {"determinant": determinant}),
            Instrument.RATING,
            _named(factors),
            (Criterion(N_("Level today"), LEVEL, "actual"),),
            explanation=N_("The cluster's environment today, the same for every option."),
            turns=2,
            asks_reasons=True,
            feeds=(DiamondFactor.table, ""),
        )
    yield Ready(
        Stage.DIAMOND,
        Remark(N_("Present level of the success factors")),
        Remark(N_("How much of each success factor is there today?")),
        Instrument.RATING,
        _named(snapshot.all(SuccessFactor)),
        (Criterion(N_("Level today"), LEVEL, "present"),),
        turns=2,
        asks_reasons=True,
        feeds=(SuccessFactor.table, ""),
    )
    yield Ready(
        Stage.DIAMOND,
        Remark(N_("Order of the success factors")),
        Remark(N_("Which success factors decide most?")),
        Instrument.RANKING,
        _named(snapshot.all(SuccessFactor)),
    )


def _vision(snapshot: Snapshot) -> Iterator[Ready]:
    versions = [one for one in snapshot.all(VisionVersion) if one.text]
    yield Ready(
        Stage.VISION,
        Remark(N_("Wording of the vision")),
        Remark(N_("Which wordings of the vision would you support?")),
        Instrument.APPROVAL,
        tuple(Item(one.name, _line(one.text), one) for one in versions),
        explanation=N_("Several may be approved at once."),
        feeds=(VisionVersion.table, "approvals"),
    )


def _projects(snapshot: Snapshot) -> Iterator[Ready]:
    lines: list[ActionLine | None] = [*snapshot.all(ActionLine)]
    for line in [*lines, None]:
        projects = [
            one for one in snapshot.all(PlanProject) if one.line == (line.id if line else None)
        ]
        if not projects:
            continue
        named = {"line": line.name if line else Remark(N_("other projects"))}
        yield _scored(projects, Remark(N_("Impact: {line}"), named), IMPACT, named)
        yield _scored(projects, Remark(N_("Effort: {line}"), named), EFFORT, named)
        yield Ready(
            Stage.ACTION_PLAN,
            Remark(N_("Commitments: {line}"), named),
            Remark(N_("{line}: who joins which project, and with what?"), named),
            Instrument.COMMITMENT,
            _named(projects),
            explanation=N_("This one is public on purpose: names are shown."),
            unit=Unit.FIRM,
            roll=Roll.FIRMS,
            secrecy=Secrecy.NAMED,
            feeds=(PlanProject.table, "actors"),
        )


def _scored(
    projects: list[PlanProject], title: Remark, scale: Scale, named: Mapping[str, object]
) -> Ready:
    """Return the round that rates projects by what they achieve or by what they take."""
    question, names = {
        IMPACT.key: (N_("{line}: what would each project achieve?"), ("contribution", "reach")),
        EFFORT.key: (N_("{line}: what would each project take?"), ("cost", "complexity")),
    }[scale.key]
    criteria = (Criterion(attribute(PlanProject, name).label, scale, name) for name in names)
    return Ready(
        Stage.ACTION_PLAN,
        title,
        Remark(question, named),
        Instrument.RATING,
        _named(projects),
        tuple(criteria),
        feeds=(PlanProject.table, ""),
    )


def _named(records: Iterable[Named]) -> tuple[Item, ...]:
    return tuple(Item(one.name, record=one) for one in sorted(records, key=code_order))


def _line(text: str) -> str:
    """Return a text as one line that fits under an item."""
    joined = " ".join(text.split())
    return joined if len(joined) <= SHORT else joined[: SHORT - 1].rstrip() + "…"
