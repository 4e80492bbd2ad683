"""What the ballots of a round came to: results, turnout and consensus, texts, commitments."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.mapping import ActorKind
from methodology.record import Help, Key, Label, LongText, Name, Private, Record, Ref, Text
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import RoundKey

Count = Annotated[int, Field(ge=0)]


class View(Choice):
    """Whose votes a result counts: as declared, or what it would be otherwise."""

    DECLARED = "declared", N_("As declared")
    PER_PERSON = "per_person", N_("If every person counted the same")
    PER_FIRM = "per_firm", N_("If every firm counted the same")
    WITHOUT_FIRM = "without_firm", N_("Without one firm")
    GROUP = "group", N_("By kind of actor")


class Measure(Choice):
    """How the agreement among voters is measured."""

    KENDALL = "kendall", "W"
    TASTLE_WIERMAN = "tastle_wierman", N_("Agreement (Tastle & Wierman)")


TIMES = "×"  # between a weight and how many cards have it


def weights_written(weights: Iterable[Decimal]) -> str:
    """Return how many cards have each weight, from the least, as a summary keeps it."""
    counted = sorted(Counter(weights).items())
    return " ".join(f"{weight.normalize():f}{TIMES}{cards}" for weight, cards in counted)


OfTurn = Annotated[int, Field(ge=1), Label(N_("Round number")), Key()]
SeenAs = Annotated[View, Label(N_("View")), Key()]
LeftOut = Annotated[UUID | None, Label(N_("Without")), Ref("actor"), Key()]
OfKind = Annotated[
    ActorKind | None,
    Label(N_("Kind of actor")),
    Help(N_("Empty: all, or those of the other kinds")),
    Key(),
]


class RoundResult(Record):
    """What the ballots of one turn come to for one item, on one criterion, in one view."""

    table = "round_result"
    title = N_("Results of rounds")
    about = N_("What the ballots came to, item by item, computed when the round closed.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    turn: OfTurn = 1
    view: SeenAs = View.DECLARED
    without: LeftOut = None
    group: OfKind = None
    item: Annotated[UUID, Label(N_("Choice")), Ref("round_item"), Key()]
    criterion: Annotated[UUID | None, Label(N_("Criterion")), Ref("round_criterion"), Key()] = None
    place: Annotated[int | None, Field(ge=1), Label(N_("Place")), Help(N_("Ties share it"))] = None
    score: Annotated[Decimal | None, Label(N_("Score by the rule"))] = None
    share: Annotated[Decimal | None, Label(N_("Share"))] = None
    count: Annotated[Count, Label(N_("Number of votes"))] = 0
    abstained: Annotated[Count, Label(N_("Abstentions"))] = 0
    not_competent: Annotated[Count, Label(N_("Not competent"))] = 0
    mean: Annotated[Decimal | None, Label(N_("Mean"))] = None
    median: Annotated[Decimal | None, Label(N_("Median"))] = None
    first_quartile: Annotated[Decimal | None, Label(N_("First quartile"))] = None
    third_quartile: Annotated[Decimal | None, Label(N_("Third quartile"))] = None
    variation: Annotated[Decimal | None, Label(N_("Coefficient of variation"))] = None
    top_two: Annotated[Decimal | None, Label(N_("Share of scores 4 and 5"))] = None
    bottom_two: Annotated[Decimal | None, Label(N_("Share of scores 1 and 2"))] = None
    within_one: Annotated[Decimal | None, Label(N_("Share within one of the median"))] = None
    agreement: Annotated[Decimal | None, Label(N_("Agreement (Tastle & Wierman)"))] = None
    borda: Annotated[Decimal | None, Label("Borda")] = None
    copeland: Annotated[Decimal | None, Label("Copeland")] = None
    counts: Annotated[
        Text,
        Label(N_("Distribution")),
        Help(N_("Votes for each step of the scale, or for each place, from the first")),
    ] = ""


class RoundSummary(Record):
    """One turn of a round as a whole: who took part, whether it counts, how far they agree."""

    table = "round_summary"
    title = N_("Turnout and consensus")
    about = N_("For each round, the ballots by how they came in, the quorum and the agreement.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    turn: OfTurn = 1
    view: SeenAs = View.DECLARED
    without: LeftOut = None
    group: OfKind = None
    cast: Annotated[Count, Label(N_("Ballots"))] = 0
    valid: Annotated[Count, Label(N_("Ballots without abstentions"))] = 0
    eligible: Annotated[Count | None, Label(N_("Entitled to vote"))] = None
    firms: Annotated[Count | None, Label(N_("Firms that took part"))] = None
    weights: Annotated[
        Text,
        Label(N_("Weights of the cards")),
        Help(N_("Each weight with how many cards had it when the round closed: 1×12 2×3")),
    ] = ""
    kinds: Annotated[Count | None, Label(N_("Types of actors that took part"))] = None
    largest_share: Annotated[
        Decimal | None,
        Label(N_("Largest share of one firm")),
        Help(N_("Of the votes, from 0 to 1")),
    ] = None
    by_paper: Annotated[Count, Label(N_("On paper"))] = 0
    by_hands: Annotated[Count, Label(N_("By show of hands"))] = 0
    has_quorum: Annotated[bool | None, Label(N_("Quorum reached"))] = None
    winner: Annotated[UUID | None, Label(N_("First")), Ref("round_item")] = None
    is_tied: Annotated[bool, Label(N_("Tie in the first place"))] = False
    condorcet: Annotated[
        UUID | None, Label(N_("Beats every other one to one")), Ref("round_item")
    ] = None
    measure: Annotated[Measure | None, Label(N_("Measure of consensus"))] = None
    consensus: Annotated[Decimal | None, Label(N_("Consensus"))] = None
    chi_square: Annotated[Decimal | None, Label("χ²")] = None
    probability: Annotated[Decimal | None, Label("p")] = None

    @property
    def cards_by_weight(self) -> dict[Decimal, int]:
        """How many cards had each weight; empty where weights did not count."""
        pairs = (one.split(TIMES) for one in self.weights.split())
        return {Decimal(weight): int(cards) for weight, cards in pairs}


class RoundPair(Record):
    """How many prefer one item to another, in the declared view."""

    table = "round_pair"
    title = N_("Pairs")
    about = N_("How many voters prefer one item to another.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    turn: OfTurn = 1
    item: Annotated[UUID, Label(N_("Choice")), Ref("round_item"), Key()]
    other: Annotated[UUID, Label(N_("Other choice")), Ref("round_item"), Key()]
    votes: Annotated[Decimal, Label(N_("Number of votes"))] = Decimal(0)


class RoundText(Record):
    """Something voters wrote: an idea, a word, a reason; in no order and without a name."""

    table = "round_text"
    title = N_("What voters wrote")
    about = N_("Ideas, words and reasons from rounds, grouped and moderated by the team.")
    stage = Stage.PROCESS
    is_internal = True

    round: Annotated[UUID, Label(N_("Round")), Ref("round")]
    turn: Annotated[int, Field(ge=1), Label(N_("Round number"))] = 1
    item: Annotated[UUID | None, Label(N_("Choice")), Ref("round_item")] = None
    text: Annotated[Name, Label(N_("Text"))]
    count: Annotated[int, Field(ge=1), Label(N_("Mentions"))] = 1
    group: Annotated[Text, Label(N_("Group"))] = ""
    is_hidden: Annotated[bool, Label(N_("Hidden"))] = False


class RoundPledge(Record):
    """Who joins an item in public, and with what."""

    table = "round_pledge"
    title = N_("Commitments")
    about = N_("Who joins which project, and what each contributes; public on purpose.")
    stage = Stage.PROCESS
    is_internal = True

    round: Annotated[UUID, Label(N_("Round")), Ref("round")]
    item: Annotated[UUID, Label(N_("Choice")), Ref("round_item")]
    who: Annotated[Name, Label(N_("Who"))]
    actor: Annotated[UUID | None, Label(N_("Actor")), Ref("actor")] = None
    contribution: Annotated[LongText, Label(N_("Contribution"))] = ""


class RoundChoice(Record):
    """What one firm approves in a round that keeps it for the team: never shown or printed."""

    table = "round_choice"
    title = N_("Answers by firm")
    about = N_("What each firm answered where it was agreed that the team keeps it; not printed.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    turn: OfTurn = 1
    firm: Annotated[UUID, Label(N_("Firm")), Ref("actor"), Key(), Private()]
    item: Annotated[
        UUID | None, Label(N_("Choice")), Help(N_("Empty: none of them")), Ref("round_item"), Key()
    ] = None
