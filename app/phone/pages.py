"""The pages that phones see: HTML made here, every word of people's escaped."""

import base64
import hashlib
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path

from app.i18n import Reader
from app.phone.answers import Fields
from app.phone.desk import Board, Question
from app.phone.forms import ballot_form
from app.phone.packing import Packing
from app.phone.promises import in_full, in_short
from app.phone.visitor import Visitor
from methodology.project import Language
from methodology.round_rules import rules
from methodology.rounds import State

LOOK_SECONDS = 10
ON = "on=1"  # in an address: whatever comes next may take the place of this page
HERE = Path(__file__).parent
STYLE = (HERE / "page.css").read_text("utf-8").replace("\n", "")
SCRIPT = "\n".join(map(str.strip, (HERE / "page.js").read_text("utf-8").splitlines()))
PACKED = Packing(STYLE, SCRIPT)
MARK = (
    '<svg viewBox="0 0 64 64" width="26" height="26" aria-hidden="true"><g stroke="#fff"'
    ' stroke-width="6.5"><path id="p" d="M36.6 8.1 55.9 27.4"/><use href="#p"'
    ' transform="rotate(90 32 32)"/><use href="#p" transform="rotate(180 32 32)"/><use href="#p"'
    ' transform="rotate(270 32 32)"/></g><path fill="#F59A4A" d="M21.5 21.5h21v21h-21z"'
    ' transform="rotate(22 32 32)"/></svg>'
)


def _sha(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{_sha(STYLE)}'",
        f"script-src 'sha256-{_sha(SCRIPT)}'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


@dataclass(frozen=True)
class Page:
    """One page: its title, what it holds, and what the script has to know of it."""

    title: str
    body: str
    kind: str = "wait"
    mark: str = ""
    next: str = ""  # what a phone without a script looks at after a while, and again


def html(page: Page, board: Board, found: Visitor, path: str) -> str:
    """Return a whole page, with style and script in it: one request, and nothing from outside."""
    _ = found.reader
    told = {
        "page": page.kind,
        "mark": page.mark,
        "v": board.version,
        "now": str(int(time.time() * 1000)),
        "waiting": _("Kept on this phone. It is sent by itself when the network is back."),
        "sending": _("Sending…"),
        "read": _("I have read it"),
    }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in told.items() if value)
    return (
        f'<!doctype html><html lang="{found.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">'
        '<meta name="theme-color" content="#101923"><meta name="robots" content="noindex">'
        f"<title>{escape(page.title)} · Dínamo</title><style>{STYLE}</style>"
        f"{_looking(page)}</head><body{data}>"
        f"<header>{MARK}<span>{escape(board.name)}</span>{_languages(found, path, _)}</header>"
        f'<main><p id="net" class="box" role="status" hidden></p>{page.body}</main>'
        f"<script>{SCRIPT}</script></body></html>"
    )


def _looking(page: Page) -> str:
    """Return what has a phone without a script come back for news; others are told of it."""
    if not page.next:
        return ""
    told = f'<meta http-equiv="refresh" content="{LOOK_SECONDS};url={page.next}">'
    return f"<noscript>{told}</noscript>"


def _languages(found: Visitor, path: str, _: Reader) -> str:
    current = {found.language: ' aria-current="true"'}
    links = "".join(
        f'<a href="{path}?l={one}" lang="{one}" hreflang="{one}" aria-label="{one}: {one.label}"'
        f"{current.get(one, '')}>{one.value}</a>"
        for one in Language
    )
    return f'<nav aria-label="{escape(_("Language"))}">{links}</nav>'


def ballot_page(
    question: Question, found: Visitor, given: Fields, error: str = "", *, action: str
) -> Page:
    """Return the page that asks a question; `given` fills it again after an error."""
    _, asked = found.reader, question.round
    kept = ' data-kept="1"' if given else ""
    turn = _("Second round") if asked.turn > 1 else ""
    body = (
        f'<p id="more" class="box" hidden><a href="/?all=1">{escape(_("There are more questions"))}'
        f"</a></p>{_error(error)}"
        f'<form method="post" action="{action}" data-mark="{found.mark(question)}"{kept}>'
        f'<input type="hidden" name="turn" value="{asked.turn}">'
        f'<input type="hidden" name="d" value="{found.device}">{_whose(question, found)}'
        f"{_small(turn)}<h1>{escape(asked.question)}</h1>{_paragraphs(asked.explanation)}"
        f"{_small(_weight(question, found))}{_small(_again(question, found))}{_clock(question, _)}"
        f"{question.once(found.language, lambda: _terms(question, _))}"
        f"{ballot_form(question, found.device, given, _)}"
        f'<div class="send"><button class="go">{escape(_("Send"))}</button></div>'
        f"{_abstain(_)}</form>"
    )
    return Page(asked.question, body, "ballot", question.mark)


def _abstain(_: Reader) -> str:
    """Return the button that abstains, after Send: Enter in a field presses the first."""
    told = escape(_("Abstain"))
    return f'<button class="less" name="abstain" value="1" formnovalidate>{told}</button>'


def _whose(question: Question, found: Visitor) -> str:
    """Return the card a ballot is for: it may be sent when the phone has another one in."""
    if not question.needs_card:
        return ""
    return f'<input type="hidden" name="k" value="{escape(found.code)}">'


def _weight(question: Question, found: Visitor) -> str:
    """Return what this voter's ballot weighs, where cards do not all count the same."""
    _ = found.reader
    if not question.round.is_weighted or found.card is None:
        return ""
    weight = _.number(found.card.weight, 2, fixed=False)
    return _("With this card the answer counts {weight}.").format(weight=weight)


def _again(question: Question, found: Visitor) -> str:
    _ = found.reader
    if not found.receipt(question):
        return ""
    return _("Already answered. What is sent now takes the place of the whole earlier answer.")


def receipt_page(question: Question, found: Visitor, others: int) -> Page:
    """Return the page that says an answer was received, and how to change it."""
    _, code = found.reader, found.receipt(question)
    more = (
        f'<div class="send"><a class="go" href="/">{escape(_("Next question"))}</a></div>'
        if others
        else f"<p>{escape(_('The next question appears here by itself.'))}</p>"
    )
    body = (
        f'<h1>{escape(_("Received"))}</h1><p class="box ok">{escape(question.round.question)}</p>'
        f'<p>{escape(_("Receipt"))}</p><p class="code">{escape(code)}</p>'
        f'<p><a class="less" href="/r/{question.round.id.hex}">{escape(_("Change the answer"))}</a>'
        f' <span class="soft">{escape(_("until the question closes"))}</span></p>{more}'
    )
    again = "" if others else f"/r/{question.round.id.hex}/done?{ON}"
    return Page(_("Received"), body, "done", question.mark, again)


def list_page(questions: list[Question], found: Visitor, note: str = "") -> Page:
    """Return the page that lists open questions, those not answered yet first."""
    _ = found.reader
    rows = "".join(
        _question_line(one, found)
        for one in sorted(questions, key=lambda one: bool(found.receipt(one)))
    )
    body = f"<h1>{escape(_('Questions'))}</h1>{_error(note)}{rows}{_card_line(found, _)}"
    return Page(_("Questions"), body, "list", next="/?all=1")


def _question_line(question: Question, found: Visitor) -> str:
    _ = found.reader
    state = _("Answered") if found.receipt(question) else _(State.OPEN.label)
    return (
        f'<p><a class="row" href="/r/{question.round.id.hex}"><span>'
        f'{escape(question.round.question)}<span class="note">{escape(state)}'
        "</span></span></a></p>"
    )


def waiting_page(found: Visitor, note: str = "") -> Page:
    """Return the page for when nothing is asked."""
    _ = found.reader
    body = (
        f"<h1>{escape(_('Wait a moment'))}</h1>{_error(note)}"
        f"<p>{escape(_('The next question appears here by itself.'))}</p>"
        f'<p class="soft">{escape(_("The phone may be put away meanwhile."))}</p>'
        f"{_card_line(found, _)}"
    )
    return Page(_("Wait a moment"), body, "wait", next="/")


def card_page(found: Visitor, error: str = "", typed: str = "") -> Page:
    """Return the page that asks for the code of a card."""
    _ = found.reader
    told = _("Scan the code on the card, or type the 16 letters and digits under it.")
    none = _("No card? Ask the facilitator for one.")
    body = (
        f"<h1>{escape(_('Code of the card'))}</h1>{_error(error)}<p>{escape(told)}</p>"
        f"{_small(none)}"
        f'<form method="post" action="/card"><label class="note">{escape(_("Code"))}'
        f'<input type="text" name="code" required maxlength="40" autocomplete="off"'
        f' autocapitalize="characters" spellcheck="false" value="{escape(typed)}"></label>'
        f'<input type="hidden" name="d" value="{found.device}">'
        f'<div class="send"><button class="go">{escape(_("Enter"))}</button></div></form>'
    )
    return Page(_("Code of the card"), body, "card")


def message_page(title: str, text: str, found: Visitor) -> Page:
    """Return a page that says one thing, and leads back."""
    _ = found.reader
    body = (
        f'<h1>{escape(title)}</h1><p class="box">{escape(text)}</p>'
        f'<div class="send"><a class="go" href="/">{escape(_("Go on"))}</a></div>'
    )
    return Page(title, body, "done")


def _card_line(found: Visitor, _: Reader) -> str:
    if found.card is None:
        return f'<p><a class="less" href="/card">{escape(_("I have a card"))}</a></p>'
    told = _("With the card of {name}").format(name=found.card.label)
    return (
        f'<form method="post" action="/card/away"><p class="note">{escape(told)}'
        f'</p><button class="less">{escape(_("It is not me: put the card away"))}</button></form>'
    )


def _error(text: str) -> str:
    hidden = "" if text else " hidden"
    return f'<p id="error" class="box bad" role="alert" tabindex="-1"{hidden}>{escape(text)}</p>'


def _clock(question: Question, _: Reader) -> str:
    ends = question.round.ends_at
    if ends is None:
        return ""
    told = _("Time left, until {time}").format(time=f"{ends.astimezone():%H:%M}")
    return (
        f'<p class="soft">{escape(told)} <b id="clock" role="timer"'
        f' data-ends="{int(ends.timestamp())}"></b></p>'
    )


def _terms(question: Question, _: Reader) -> str:
    """Return what is promised of the answers, and every rule that was fixed at the opening."""
    told = "".join(f"<p>{escape(one)}</p>" for one in in_full(question, _))
    summary = escape(in_short(question, _))
    return f"<details><summary>{summary}</summary>{told}{_rules(question, _)}</details>"


def _rules(question: Question, _: Reader) -> str:
    eligible = len(question.cards) if question.needs_card else None
    rows = "".join(
        f"<li>{escape(_(told.about))}: {escape(told.text.text(_))}</li>"
        for told in rules(question.round, eligible, weights=question.weights)
    )
    return f"<ul>{rows}</ul>"


def _small(text: str) -> str:
    return f'<p class="soft">{escape(text)}</p>' if text else ""


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
