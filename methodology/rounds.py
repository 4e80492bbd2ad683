"""Rounds of votes: what is asked, of whom and under which rules."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import (
    Help,
    Key,
    Label,
    LongText,
    Moment,
    Name,
    Private,
    Record,
    Ref,
    Text,
)
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import RoundKey

Positive = Annotated[Decimal, Field(gt=0, le=1000)]


class Instrument(Choice):
    """How voters answer."""

    APPROVAL = "approval", N_("Approval: tick all that you support")
    RANKING = "ranking", N_("Ranking: put in order")
    POINTS = "points", N_("Points: distribute them")
    RATING = "rating", N_("Rating: score each")
    MULTIVOTE = "multivote", N_("Dots: place a few")
    PAIRWISE = "pairwise", N_("Pairs: choose one of two")
    IDEAS = "ideas", N_("Open ideas")
    WORDS = "words", N_("Word cloud")
    COMMITMENT = "commitment", N_("Commitment: who joins what")


class Unit(Choice):
    """Whose votes are counted: each person's, or each firm's as one."""

    PERSON = "person", N_("One person, one vote")
    FIRM = "firm", N_("One firm, one vote")


class Roll(Choice):
    """Who may vote, and how a voter is told from another."""

    OPEN = "open", N_("Open: any phone that joins")
    PERSONS = "persons", N_("One card for each person")
    FIRMS = "firms", N_("One card for each firm, used by any of its people")


class Secrecy(Choice):
    """Whether a ballot can be traced to its voter once the round is closed."""

    SECRET = "secret", N_("Secret: when the round closes, nobody can tell who voted what")
    TEAM = "team", N_("For the team: it keeps who said what, everybody else sees only how many")
    NAMED = "named", N_("Public: each answer is shown with its name")


class Rule(Choice):
    """How ballots become an order of the items."""

    APPROVALS = "approvals", N_("Share of valid ballots that approve")
    BORDA = "borda", N_("Borda: n−1 points for the first place, 0 for the last")
    COPELAND = "copeland", N_("Copeland: pairs won, ties count one half")
    BEST_PLACES = "best_places", N_("Nominal group: the best places score, the others nothing")
    SUM = "sum", N_("Sum of points")
    MEDIAN = "median", N_("Median")
    TOP_TWO = "top_two", N_("Share of scores 4 and 5")
    DOTS = "dots", N_("Number of dots")
    MENTIONS = "mentions", N_("Number of mentions")
    JOINED = "joined", N_("Number of those who join")


RULES: Mapping[Instrument, tuple[Rule, ...]] = {
    Instrument.APPROVAL: (Rule.APPROVALS,),
    Instrument.RANKING: (Rule.BORDA, Rule.COPELAND, Rule.BEST_PLACES),
    Instrument.POINTS: (Rule.SUM,),
    Instrument.RATING: (Rule.MEDIAN, Rule.TOP_TWO),
    Instrument.MULTIVOTE: (Rule.DOTS,),
    Instrument.PAIRWISE: (Rule.COPELAND,),
    Instrument.IDEAS: (Rule.MENTIONS,),
    Instrument.WORDS: (Rule.MENTIONS,),
    Instrument.COMMITMENT: (Rule.JOINED,),
}  # the first is what a new round starts with
FREE = (Instrument.IDEAS, Instrument.WORDS)  # instruments without items to choose from


class TieBreak(Choice):
    """What is done when the first place is shared; a tie is always shown."""

    ROOM = "room", N_("The room talks and decides")
    RUNOFF = "runoff", N_("A second vote among those tied")
    OTHER_RULE = "other_rule", N_("The other rule decides")


class State(Choice):
    """How far a round is."""

    DRAFT = "draft", N_("In preparation")
    OPEN = "open", N_("Open to votes")
    SEALING = "sealing", N_("Being sealed")
    CLOSED = "closed", N_("Closed")
    REVEALED = "revealed", N_("Shown")
    ADOPTED = "adopted", N_("Adopted")
    VOID = "void", N_("Void")


OTHER_RULE: Mapping[Instrument, Mapping[Rule, Rule]] = {
    Instrument.RANKING: {
        Rule.BORDA: Rule.COPELAND,
        Rule.COPELAND: Rule.BORDA,
        Rule.BEST_PLACES: Rule.BORDA,
    },
    Instrument.RATING: {Rule.MEDIAN: Rule.TOP_TWO, Rule.TOP_TWO: Rule.MEDIAN},
}  # what decides between those tied where that was agreed: other instruments count in one way


class Channel(Choice):
    """How a ballot came in."""

    PHONE = "phone", N_("Phone")
    PAPER = "paper", N_("Paper")
    HANDS = "hands", N_("Show of hands")


class Round(Record):
    """One question put to a roll of voters, with its rules and how far it is."""

    table = "round"
    title = N_("Rounds of votes")
    about = N_("Questions put to the vote, each with the rules that were fixed beforehand.")
    stage = Stage.PROCESS
    is_internal = True

    name: Annotated[Name, Label(N_("Round")), Key()]
    question: Annotated[Name, Label(N_("Question")), Help(N_("As voters read it"))]
    explanation: Annotated[LongText, Label(N_("Explanation")), Help(N_("One or two lines"))] = ""
    about_stage: Annotated[Stage, Label(N_("Stage"))] = Stage.PROCESS
    meeting: Annotated[UUID | None, Label(N_("Meeting")), Ref("meeting")] = None
    instrument: Annotated[Instrument, Label(N_("Instrument"))]
    unit: Annotated[Unit, Label(N_("What counts as one vote"))] = Unit.PERSON
    roll: Annotated[Roll, Label(N_("Who may vote"))] = Roll.OPEN
    secrecy: Annotated[Secrecy, Label(N_("Secrecy"))] = Secrecy.SECRET
    rule: Annotated[Rule, Label(N_("Rule"))]
    tie_break: Annotated[TieBreak, Label(N_("In case of a tie"))] = TieBreak.ROOM
    quorum: Annotated[
        int | None,
        Field(ge=1),
        Label(N_("Quorum")),
        Help(N_("Number of ballots needed, abstentions included")),
    ] = None
    turns: Annotated[int, Field(ge=1, le=2), Label(N_("Number of rounds"))] = 1
    amount: Annotated[
        int,
        Field(ge=1, le=1000),
        Label(N_("Points or dots for each voter")),
        Help(
            N_(
                "For ideas and words: how many each may give; "
                "for a nominal group: how many places score"
            )
        ),
    ] = 1
    can_stack: Annotated[bool, Label(N_("Several dots on the same item"))] = False
    is_partial: Annotated[bool, Label(N_("Incomplete ballots are valid"))] = True
    asks_reasons: Annotated[bool, Label(N_("Asks for reasons, without names"))] = False
    is_weighted: Annotated[bool, Label(N_("The weights of the cards count"))] = False
    seconds: Annotated[int | None, Field(ge=10, le=7200), Label(N_("Countdown in seconds"))] = None
    feeds_table: Annotated[Text, Label(N_("Adopted into table"))] = ""
    feeds_field: Annotated[Text, Label(N_("Adopted into field"))] = ""
    state: Annotated[State, Label(N_("State"))] = State.DRAFT
    turn: Annotated[int, Field(ge=1, le=2), Label(N_("Round number"))] = 1
    opened_at: Annotated[Moment | None, Label(N_("Opened"))] = None
    ends_at: Annotated[Moment | None, Label(N_("Countdown ends"))] = None
    closed_at: Annotated[Moment | None, Label(N_("Closed"))] = None
    void_reason: Annotated[LongText, Label(N_("Reason why it is void"))] = ""

    @property
    def other_rule(self) -> Rule | None:
        """The rule that decides a tie where that was agreed; None where there is no other."""
        if self.tie_break is not TieBreak.OTHER_RULE:
            return None
        return OTHER_RULE.get(self.instrument, {}).get(self.rule)

    @property
    def is_secret(self) -> bool:
        """Say whether ballots are cut from their voters when the round closes."""
        return self.secrecy is Secrecy.SECRET

    @property
    def is_public(self) -> bool:
        """Say whether the room may see who answered what."""
        return self.secrecy is Secrecy.NAMED

    @property
    def is_running(self) -> bool:
        """Say whether people vote, or what they voted is being sealed."""
        return self.state in (State.OPEN, State.SEALING)

    @property
    def is_revealed(self) -> bool:
        """Say whether the room has seen the result."""
        return self.state in (State.REVEALED, State.ADOPTED)

    @property
    def is_over(self) -> bool:
        """Say whether this turn of the round has its results."""
        return self.state is State.CLOSED or self.is_revealed


class RoundItem(Record):
    """One thing that voters decide about in a round."""

    table = "round_item"
    title = N_("Items of rounds")
    about = N_("What voters choose from in each round, as they read it.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    position: Annotated[
        int, Field(ge=1, le=999), Label(N_("Number")), Key(), Help(N_("Ballots name it so"))
    ]
    name: Annotated[Name, Label(N_("Choice"))]
    note: Annotated[Text, Label(N_("Note")), Help(N_("A line beneath it"))] = ""
    about_table: Annotated[Text, Label(N_("Table"))] = ""
    about_id: Annotated[UUID | None, Label(N_("Record"))] = None


class RoundCriterion(Record):
    """One criterion that the items of a round are rated on."""

    table = "round_criterion"
    title = N_("Criteria of rounds")
    about = N_("What items are rated on, each with its scale and the field it goes into.")
    stage = Stage.PROCESS
    is_internal = True

    round: RoundKey
    position: Annotated[int, Field(ge=1, le=9), Label(N_("Number")), Key()]
    name: Annotated[Name, Label(N_("Criterion"))]
    scale: Annotated[Name, Label(N_("Scale")), Help(N_("Key of one of the method's scales"))]
    field: Annotated[Text, Label(N_("Adopted into field"))] = ""


class VoterCard(Record):
    """The right to vote of one person or one firm in the rounds of a meeting.

    The code printed on it is not kept: the store derives it from a secret of its own and `issue`,
    so a lost card is replaced by raising that number.
    """

    table = "voter_card"
    title = N_("Voters' cards")
    about = N_("Who is entitled to vote in a meeting, as a person or as a firm.")
    stage = Stage.PROCESS
    is_internal = True
    is_person = True

    label: Annotated[Name, Label(N_("Voter")), Key(), Private()]
    meeting: Annotated[UUID | None, Label(N_("Meeting")), Ref("meeting"), Key()] = None
    is_firm: Annotated[bool, Label(N_("Votes for a firm"))] = False
    actor: Annotated[UUID | None, Label(N_("Actor")), Ref("actor")] = None
    weight: Annotated[Positive, Label(N_("Weight"))] = Decimal(1)
    issue: Annotated[int, Field(ge=1), Label(N_("Issue of the card"))] = 1
    is_void: Annotated[bool, Label(N_("Void"))] = False
