"""What a form says, read as an answer: field by field, and never trusted."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote_plus

from pydantic import ValidationError

from methodology.ballot import Answer, BallotInvalid, Sheet, cell, pairs, refuse_answer
from methodology.rounds import Instrument
from methodology.text import N_

MOST_FIELDS = 1500
UNABLE = "nc"
_SPOILED = N_("This answer could not be read. Look at it again and send it once more.")

OF_THE_PHONE = frozenset({"d", "k", "seq", "turn"})  # what a form says beside the answer

Fields = Mapping[str, Sequence[str]]
Said = tuple[tuple[str, ...], ...]


def fields(body: bytes) -> dict[str, list[str]]:
    """Return the fields of a form by name; BallotInvalid when it is none."""
    if body.count(b"&") >= MOST_FIELDS:
        raise BallotInvalid(_SPOILED)
    found: dict[str, list[str]] = {}
    try:
        text = body.decode("ascii")
        read = _plain if "%" in text or "+" in text else str
        for part in text.split("&"):
            name, _, value = part.partition("=")
            found.setdefault(read(name), []).append(read(value))
    except UnicodeError:
        raise BallotInvalid(_SPOILED) from None
    return found


def said(given: Fields) -> Said:
    """Return what the fields say of the answer, the same for all who answer alike."""
    return tuple((name, *told) for name, told in given.items() if name not in OF_THE_PHONE)


def _plain(text: str) -> str:
    """Return what a form wrote with signs of its own as it was typed."""
    return unquote_plus(text, errors="strict")


def read_answer(asked: Sheet, given: Fields) -> Answer:
    """Return the valid answer that a form holds; BallotInvalid says why there is none."""
    try:
        answer = Answer(**_values(asked, given))
    except (ValidationError, ValueError) as error:
        if isinstance(error, BallotInvalid):
            raise
        raise BallotInvalid(_SPOILED) from error
    refuse_answer(asked, answer)
    return answer


def first(given: Fields, name: str) -> str:
    """Return the first value of a field, empty without any."""
    found = given.get(name)
    return found[0] if found else ""


def _values(asked: Sheet, given: Fields) -> dict[str, object]:
    if first(given, "abstain"):
        return {"abstains": True}
    values: dict[str, object] = {}
    match asked.round.instrument:
        case Instrument.APPROVAL:
            values["chosen"] = tuple(map(_number, given.get("i", ())))
        case Instrument.RANKING:
            values["order"] = tuple(_order(asked, given))
        case Instrument.POINTS | Instrument.MULTIVOTE:
            values["amounts"] = _amounts(asked, given)
        case Instrument.RATING:
            values |= _scores(asked, given)
        case Instrument.PAIRWISE:
            values["wins"] = tuple(_wins(asked, given))
        case Instrument.IDEAS | Instrument.WORDS:
            values["texts"] = tuple(text for text in given.get("t", ()) if text.strip())
        case Instrument.COMMITMENT:
            joined = map(_number, given.get("j", ()))
            values["joins"] = {item: first(given, f"c{item}") for item in joined}
            values["who"] = first(given, "who")
    if asked.round.asks_reasons:
        reasons = {item: first(given, f"q{item}").strip() for item in asked.numbers}
        values["reasons"] = {item: text for item, text in reasons.items() if text}
    return values


def _order(asked: Sheet, given: Fields) -> Iterator[int]:
    places: dict[int, int] = {}
    for item in asked.numbers:
        if typed := first(given, f"p{item}"):
            if _number(typed) in places:
                raise BallotInvalid(N_("Two have the same place. Give each one its own."))
            places[_number(typed)] = item
    for place in sorted(places):
        yield places[place]


def _amounts(asked: Sheet, given: Fields) -> dict[int, int]:
    found = dict.fromkeys(map(_number, given.get("i", ())), 1)
    for item in asked.numbers:
        if typed := first(given, f"n{item}").strip():
            found[item] = _number(typed)
    return {item: amount for item, amount in found.items() if amount}


def _scores(asked: Sheet, given: Fields) -> dict[str, object]:
    scores: dict[str, int] = {}
    unable: list[str] = []
    for item in asked.numbers:
        for criterion in asked.criteria:
            key = cell(item, criterion.position)
            typed = first(given, f"s{key}")
            if typed == UNABLE:
                unable.append(key)
            elif typed:
                scores[key] = _number(typed)
    return {"scores": scores, "not_competent": tuple(unable)}


def _wins(asked: Sheet, given: Fields) -> Iterator[tuple[int, int]]:
    for one, other in pairs(asked.numbers):
        typed = first(given, f"w{one}.{other}")
        if typed:
            winner = _number(typed)
            if winner not in (one, other):
                raise BallotInvalid(_SPOILED)
            yield winner, other if winner == one else one


def _number(typed: str) -> int:
    found = typed.strip()
    digits = found.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 6):
        raise BallotInvalid(N_("A whole number goes here."))
    return int(found)
