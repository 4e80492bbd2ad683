"""The ballot of each instrument as HTML: plain fields that work without a script."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from html import escape

from app.i18n import Reader
from app.phone.answers import UNABLE, Fields, first
from app.phone.desk import Question
from methodology.ballot import cell, pairs
from methodology.rounds import Instrument, RoundCriterion, RoundItem

SHOWN_TEXTS = 10
LONGEST = 250


def ballot_form(question: Question, device: str, given: Fields, _: Reader) -> str:
    """Return the fields of a question's ballot, with what was given so far."""
    made = _FORMS[question.round.instrument](question, device, given, _)
    return "".join(made) + "".join(_reasons(question, given, _))


def in_own_order(question: Question, device: str) -> list[RoundItem]:
    """Return the items in an order of this phone's own, the same each time it asks.

    Whatever stands first is chosen more often: the orders of all phones even that out.
    """
    salt = f"{device}:{question.mark}:"

    def place(item: RoundItem) -> bytes:
        return hashlib.sha256(f"{salt}{item.position}".encode()).digest()

    return sorted(question.sheet.items, key=place)


def _title(item: RoundItem) -> str:
    note = f'<span class="note">{escape(item.note)}</span>' if item.note else ""
    return f"{escape(item.name)}{note}"


def _ticks(
    question: Question, device: str, given: Fields, _: Reader, asked: str = ""
) -> Iterator[str]:
    chosen = set(given.get("i", ()))
    yield f"<fieldset><legend>{asked or escape(_('Tick all that apply'))}</legend>"
    for item in in_own_order(question, device):
        checked = " checked" if str(item.position) in chosen else ""
        yield (
            f'<label class="row"><input type="checkbox" name="i" value="{item.position}"{checked}>'
            f"<span>{_title(item)}</span></label>"
        )
    yield "</fieldset>"


def _order(question: Question, device: str, given: Fields, _: Reader) -> Iterator[str]:
    count = len(question.sheet.items)
    yield (
        f'<p class="hint" hidden>{escape(_("Tap in order: the first, the second…"))}</p>'
        f'<fieldset class="order" data-place="{escape(_("Place {place}: {item}"))}"'
        f' data-none="{escape(_("No place yet: {item}"))}">'
        f"<legend>{escape(_('Give each its place: 1 is the first'))}</legend>"
    )
    for item in in_own_order(question, device):
        taken = first(given, f"p{item.position}")
        options = "".join(
            f"<option{' selected' if taken == str(place) else ''}>{place}</option>"
            for place in range(1, count + 1)
        )
        yield (
            f'<label class="row" data-r><span>{_title(item)}</span>'
            f'<select name="p{item.position}"><option value=""></option>{options}</select></label>'
        )
    yield (
        f'</fieldset><button class="less again" type="button" hidden>'
        f"{escape(_('Start again'))}</button>"
    )


def _amounts(question: Question, device: str, given: Fields, _: Reader) -> Iterator[str]:
    total = question.round.amount
    is_dots = question.round.instrument is Instrument.MULTIVOTE
    told = _("Place up to {count} dots") if is_dots else _("Distribute {count} points")
    yield f"{_left(total, _)}<fieldset><legend>{escape(told.format(count=total))}</legend>"
    for item in in_own_order(question, device):
        typed = escape(first(given, f"n{item.position}"))
        yield (
            f'<label class="row"><span>{_title(item)}</span><input type="number" min="0"'
            f' max="{total}" inputmode="numeric" name="n{item.position}" value="{typed}"></label>'
        )
    yield "</fieldset>"


def _dots(question: Question, device: str, given: Fields, _: Reader) -> Iterator[str]:
    if question.round.can_stack:
        yield from _amounts(question, device, given, _)
        return
    total = question.round.amount
    yield _left(total, _)
    told = escape(_("Place up to {count} dots").format(count=total))
    yield from _ticks(question, device, given, _, told)


def _left(total: int, _: Reader) -> str:
    """Return where a script tells how many are left; without one the legend says it all."""
    left, over = escape(_("{count} left")), escape(_("{count} too many"))
    return (
        f'<p class="sum box" data-total="{total}" data-left="{left}" data-over="{over}"'
        ' aria-live="polite" hidden></p>'
    )


def _rating(question: Question, device: str, given: Fields, _: Reader) -> Iterator[str]:
    for criterion in question.sheet.criteria:
        if len(question.sheet.criteria) > 1:
            yield f"<h2>{escape(criterion.name)}</h2>"
        yield _anchors(question, criterion, _)  # named once; each step refers to its words
        for item in in_own_order(question, device):
            yield _scores(question, criterion, item, given, _)


def _anchors(question: Question, criterion: RoundCriterion, _: Reader) -> str:
    anchors = question.sheet.scale(criterion).anchors
    place = criterion.position
    steps = "".join(
        f'<li id="k{place}.{step}"><b>{step}</b> {escape(_(told))}</li>'
        for step, told in anchors.items()
    )
    return f'<ul class="k">{steps}</ul>'


def _scores(
    question: Question, criterion: RoundCriterion, item: RoundItem, given: Fields, _: Reader
) -> str:
    key = cell(item.position, criterion.position)
    name, taken = f"s{key}", first(given, f"s{key}")
    steps = "".join(
        _step(name, str(step), taken, str(step), f' aria-labelledby="k{criterion.position}.{step}"')
        for step in question.sheet.scale(criterion).anchors
    )
    unable = _step(name, UNABLE, taken, escape(_("I cannot say")))
    none = _step(name, "", taken, escape(_("No answer")))
    return (
        f"<fieldset><legend>{_title(item)}{_told_before(question, key, _)}</legend>"
        f'<div class="s">{steps}{unable}{none}</div></fieldset>'
    )


def _step(name: str, value: str, taken: str, shown: str, spoken: str = "") -> str:
    """Return one step to choose; those in words are wide, the others say theirs by reference."""
    checked = " checked" if taken and taken == value else ""
    wide = "" if spoken else ' class="w"'
    return (
        f'<label{wide}><input type="radio" name="{name}" value="{value}"{spoken}{checked}>'
        f"<span>{shown}</span></label>"
    )


def _told_before(question: Question, key: str, _: Reader) -> str:
    """Return what the first turn came to: the middle of the answers, and where half of them lie."""
    found = question.feedback.get(key)
    if found is None:
        return ""
    told = _("First round: median {median}, half between {first} and {third}").format(
        median=_.number(found.median, 2, fixed=False),
        first=_.number(found.first, 2, fixed=False),
        third=_.number(found.third, 2, fixed=False),
    )
    return f'<span class="note">{escape(told)}</span>'


def _pairs(question: Question, device: str, given: Fields, _: Reader) -> Iterator[str]:
    items = {item.position: item for item in in_own_order(question, device)}
    for one, other in pairs(question.sheet.numbers):
        name = f"w{one}.{other}"
        taken = first(given, name)
        told = {str(number): _title(items[number]) for number in items if number in (one, other)}
        if question.round.is_partial:  # a choice once made can be taken back
            told[""] = f'<span class="note">{escape(_("No answer"))}</span>'
        choices = "".join(
            f'<label class="row"><input type="radio" name="{name}" value="{value}"'
            f"{' checked' if taken and taken == value else ''}><span>{shown}</span></label>"
            for value, shown in told.items()
        )
        yield f"<fieldset><legend>{escape(_('Which of the two?'))}</legend>{choices}</fieldset>"


def _texts(question: Question, _device: str, given: Fields, _: Reader) -> Iterator[str]:
    typed = [*given.get("t", ())]
    count = min(question.round.amount, SHOWN_TEXTS)
    is_word = question.round.instrument is Instrument.WORDS
    told = _("Word {number}") if is_word else _("Idea {number}")
    for place in range(count):
        value = escape(typed[place]) if place < len(typed) else ""
        field = _long_field("t", value)
        if is_word:
            field = (
                f'<input type="text" name="t" maxlength="40" autocomplete="off" value="{value}">'
            )
        yield f'<label class="note">{escape(told.format(number=place + 1))}{field}</label>'


def _long_field(name: str, value: str) -> str:
    """Return a field for a sentence or two, whole before the eyes of whoever writes it."""
    return f'<textarea name="{name}" rows="2" maxlength="{LONGEST}">{value}</textarea>'


def _commitment(question: Question, _device: str, given: Fields, _: Reader) -> Iterator[str]:
    joined = set(given.get("j", ()))
    if not question.needs_card:
        yield (
            f'<label class="note">{escape(_("Your name and firm"))}<input type="text" name="who"'
            f' required maxlength="{LONGEST}" value="{escape(first(given, "who"))}"></label>'
        )
    for item in question.sheet.items:
        checked = " checked" if str(item.position) in joined else ""
        typed = escape(first(given, f"c{item.position}"))
        told = escape(_("With what? Hours, money, a place…"))
        yield (
            f"<fieldset><legend>{_title(item)}</legend>"
            f'<label class="row"><input type="checkbox" name="j" value="{item.position}"{checked}>'
            f"<span>{escape(_('We join'))}</span></label>"
            f'<label class="note">{told}<input type="text"'
            f' name="c{item.position}" maxlength="{LONGEST}" value="{typed}"></label></fieldset>'
        )


def _reasons(question: Question, given: Fields, _: Reader) -> Iterator[str]:
    if not question.round.asks_reasons:
        return
    yield f"<h2>{escape(_('Why? Without names'))}</h2>"
    for item in question.sheet.items:
        said = "".join(f"<li>{escape(one)}</li>" for one in question.reasons.get(item.position, ()))
        told = f'<ul class="note">{said}</ul>' if said else ""
        typed = escape(first(given, f"q{item.position}"))
        field = _long_field(f"q{item.position}", typed)
        yield f'<label class="note">{escape(item.name)}{field}</label>{told}'


Form = Callable[[Question, str, Fields, Reader], Iterator[str]]
_FORMS: Mapping[Instrument, Form] = {
    Instrument.APPROVAL: _ticks,
    Instrument.RANKING: _order,
    Instrument.POINTS: _amounts,
    Instrument.RATING: _rating,
    Instrument.MULTIVOTE: _dots,
    Instrument.PAIRWISE: _pairs,
    Instrument.IDEAS: _texts,
    Instrument.WORDS: _texts,
    Instrument.COMMITMENT: _commitment,
}
