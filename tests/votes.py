"""Rounds that are over, with what they came to, for tests of whatever shows them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID, uuid5

from methodology.mapping import ActorKind
from methodology.record import Record
from methodology.round_results import (
    Measure,
    RoundPair,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
)
from methodology.rounds import RULES, Instrument, Round, RoundCriterion, RoundItem, State
from methodology.snapshot import Snapshot

SPACE = UUID(int=77)
AT = datetime(2026, 9, 9, 10, 30, tzinfo=UTC)
TEN = "ABCDEFGHIJ"


def identity(*words: object) -> UUID:
    """Return the same id for the same words."""
    return uuid5(SPACE, " ".join(map(str, words)))


def asked(name: str = "Prioridad", instrument: Instrument = Instrument.RANKING, **values) -> Round:
    """Return a round that has been shown, whose question is its name."""
    given = {
        "id": identity("round", name),
        "name": name,
        "question": f"¿{name}?",
        "instrument": instrument,
        "rule": RULES[instrument][0],
        "state": State.REVEALED,
        "opened_at": AT,
        "closed_at": AT,
        **values,
    }
    return Round(**given)


def items(of: Round, names: Iterable[str]) -> list[RoundItem]:
    """Return the items of a round in the order of their names."""
    return [
        RoundItem(id=identity(of.name, name), round=of.id, position=place, name=name)
        for place, name in enumerate(names, 1)
    ]


def ranking() -> tuple[Round, list[Record]]:
    """Return the ten projects of the weighted multivote, ranked by five people (method, S34).

    The same ballots make A first by Borda and D by Copeland, and agreement is none: W = 0.0768.
    """
    of = asked("Prioridad del clúster")
    made = items(of, [f"Opción {letter}" for letter in TEN])
    borda = {"A": 29, "D": 27, "G": 25, "B": 24, "E": 24, "I": 22, "C": 21, "F": 20, "H": 18}
    copeland = {"D": 7, "A": 6, "E": 6, "G": 6, "B": 5, "I": 5, "C": 4, "F": 4, "H": 1, "J": 1}
    borda["J"] = 15
    order = sorted(borda.values(), reverse=True)
    results = [
        RoundResult(
            id=identity("result", of.name, letter),
            round=of.id,
            item=item.id,
            place=order.index(borda[letter]) + 1,
            score=Decimal(borda[letter]),
            borda=Decimal(borda[letter]),
            copeland=Decimal(copeland[letter]),
            count=5,
        )
        for letter, item in zip(TEN, made, strict=True)
    ]
    summary = RoundSummary(
        id=identity("summary", of.name),
        round=of.id,
        cast=5,
        valid=5,
        eligible=8,
        winner=made[0].id,
        condorcet=made[3].id,
        measure=Measure.KENDALL,
        consensus=Decimal("0.0768"),
        chi_square=Decimal("3.46"),
        probability=Decimal("0.94"),
    )
    return of, [of, *made, *results, summary]


def rating(
    rows: Sequence[tuple[str, float, float, float]] = (
        ("Mano de obra", 4, 3, 4.25),
        ("Asistencia técnica", 2, 1.5, 2.25),
        ("Frío compartido", 1.5, 1, 2),
        ("Financiación", 3, 2, 4.5),
    ),
    *,
    turn: int = 1,
    criteria: Sequence[str] = ("Nivel hoy",),
    scale: str = "level",
    name: str = "Diamante actual",
) -> tuple[Round, list[Record]]:
    """Return items with the median and the quartiles of their scores, on each criterion alike."""
    of = asked(name, Instrument.RATING, turns=2, turn=turn)
    made = items(of, [row[0] for row in rows])
    asked_for = [
        RoundCriterion(
            id=identity(of.name, "criterion", title),
            round=of.id,
            position=place,
            name=title,
            scale=scale,
        )
        for place, title in enumerate(criteria, 1)
    ]
    results = [
        RoundResult(
            id=identity("result", of.name, turn, item.name, criterion.name),
            round=of.id,
            turn=turn,
            item=item.id,
            criterion=criterion.id,
            median=Decimal(str(middle)),
            first_quartile=Decimal(str(low)),
            third_quartile=Decimal(str(high)),
            score=Decimal(str(middle)),
            count=12,
            agreement=Decimal("0.5607"),
        )
        for item, (_name, middle, low, high) in zip(made, rows, strict=True)
        for criterion in asked_for
    ]
    summary = RoundSummary(
        id=identity("summary", of.name, turn),
        round=of.id,
        turn=turn,
        cast=12,
        valid=12,
        measure=Measure.TASTLE_WIERMAN,
        consensus=Decimal("0.5607"),
    )
    return of, [of, *made, *asked_for, *results, summary]


def approval() -> tuple[Round, list[Record]]:
    """Return four wordings approved by 18, 24, 9 and 21 of 30 (method, 3.2)."""
    of = asked("Redacción de la visión", Instrument.APPROVAL)
    made = items(of, ["Borrador A", "Borrador B", "Borrador C", "Borrador D"])
    counts = [18, 24, 9, 21]
    order = sorted(counts, reverse=True)
    results = [
        RoundResult(
            id=identity("result", of.name, item.name),
            round=of.id,
            item=item.id,
            place=order.index(count) + 1,
            score=Decimal(count),
            share=Decimal(count) / 30,
            count=count,
        )
        for item, count in zip(made, counts, strict=True)
    ]
    summary = RoundSummary(
        id=identity("summary", of.name),
        round=of.id,
        cast=32,
        valid=30,
        eligible=40,
        has_quorum=True,
        winner=made[1].id,
        by_paper=3,
    )
    return of, [of, *made, *results, summary]


def approval_by_kind() -> tuple[Round, list[Record]]:
    """Return the wordings as makers, buyers and the others of those 30 approved them.

    Makers put the third draft first, buyers and the others the second, as the whole room does.
    """
    of, records = approval()
    made = [one for one in records if isinstance(one, RoundItem)]
    approved = {
        ActorKind.PRODUCER: (14, [4, 8, 9, 7]),
        ActorKind.BUYER: (8, [7, 8, 0, 6]),
        None: (8, [7, 8, 0, 8]),
    }
    for kind, (cast, counts) in approved.items():
        order = sorted(counts, reverse=True)
        own = {"round": of.id, "view": View.GROUP, "group": kind}
        records.append(RoundSummary(id=identity("kind", kind), **own, cast=cast, valid=cast))
        records += [
            RoundResult(
                id=identity("result", kind, item.name),
                **own,
                item=item.id,
                place=order.index(number) + 1,
                score=Decimal(number),
                share=round(Decimal(number) / cast, 4),
                count=number,
            )
            for item, number in zip(made, counts, strict=True)
        ]
    return of, records


def ideas(instrument: Instrument = Instrument.IDEAS) -> tuple[Round, list[Record]]:
    """Return what nine people wrote, most of it grouped, one thing hidden."""
    of = asked("Ideas para vender más", instrument)
    rows = [
        ("Marca colectiva", 4, "Imagen"),
        ("Feria del queso", 2, "Imagen"),
        ("Sello de origen", 3, "Imagen"),
        ("Camión frigorífico compartido", 2, "Frío"),
        ("Cámara de maduración", 1, "Frío"),
        ("Curso de cata", 1, ""),
        ("Insulto", 1, ""),
    ]
    texts = [
        RoundText(
            id=identity("text", of.name, text),
            round=of.id,
            text=text,
            count=count,
            group=group,
            is_hidden=text == "Insulto",
        )
        for text, count, group in rows
    ]
    summary = RoundSummary(id=identity("summary", of.name), round=of.id, cast=9, valid=9)
    return of, [of, *texts, summary]


def pairs(of: Round, made: Sequence[RoundItem], votes: Sequence[Sequence[int]]) -> list[RoundPair]:
    """Return how many prefer the item of each row to that of each column."""
    return [
        RoundPair(
            id=identity("pair", of.name, one.name, other.name),
            round=of.id,
            item=one.id,
            other=other.id,
            votes=Decimal(votes[row][column]),
        )
        for row, one in enumerate(made)
        for column, other in enumerate(made)
        if row != column
    ]


def snapshot_of(*rounds: tuple[Round, list[Record]]) -> Snapshot:
    """Return a project that holds these rounds."""
    return Snapshot(record for _of, records in rounds for record in records)
