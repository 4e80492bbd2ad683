"""The tables of ballots, which no record type declares: in no history, CSV or backup while linked.

`ballot` holds one row for each voter's key and turn of a round while the round is open; it and
`ballot_key` are ordered by key, not by time, and are emptied when the round is sealed. What stays
is `sealed_ballot`, without voter in a secret round, and `seal`, the chain that shows tampering.
`participation` says who took part and never what; `presence` who joined on which day.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

LINKED = ("ballot", "ballot_key")  # while they hold anything, ballots can be traced

Kinds = Mapping[str, type[TypeEngine[Any]]]
_TURN: Kinds = {"round": Text, "turn": Integer}
_KEYED: Mapping[str, tuple[Kinds, Kinds]] = {  # columns of the key, other columns
    "ballot": (
        {**_TURN, "voter": LargeBinary},
        {"seq": Integer, "channel": Text, "content": Text},
    ),
    "ballot_key": (_TURN, {"key": LargeBinary}),
    "participation": ({**_TURN, "card": Text}, {}),
    "presence": ({"day": Text, "voter": LargeBinary}, {"card": Text}),
    "sealed_ballot": ({**_TURN, "place": Integer}, {"who": Text, "content": Text}),
    "seal": (
        {"number": Integer},
        {**_TURN, "at": Text, "count": Integer, "digest": Text, "told": Text, "chain": Text},
    ),
    "voting_secret": ({"name": Text}, {"value": LargeBinary}),
}
_CAN_BE_EMPTY = ("presence.card",)


def add_ballot_tables(metadata: MetaData) -> None:
    """Declare the tables of ballots beside those of the records, ordered by their keys alone."""
    for name, (keys, others) in _KEYED.items():
        made = [Column(key, kind, primary_key=True) for key, kind in keys.items()]
        for other, kind in others.items():
            made.append(Column(other, kind, nullable=f"{name}.{other}" in _CAN_BE_EMPTY))
        Table(name, metadata, *made, sqlite_with_rowid=False)
