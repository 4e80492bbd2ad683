"""The page that asks the facilitator for the passphrase: one request, nothing from outside."""

import base64
import hashlib
import re
from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers

from app.i18n import Reader, reader
from app.i18n.computer import browser_language
from app.phone.pages import MARK, STYLE
from methodology.project import Language

ENTER = "/enter"
LONGEST_WAY = 300
POLICY = (
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src"
    f" 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
)
_PAGE = re.compile(r"/[A-Za-z0-9_-]*")
_QUERY = re.compile(r"[\x21-\x7e]*")


def way_back(path: str, query: str) -> str:
    """Return the page to show after the passphrase: one of ours, else the first."""
    is_page = _PAGE.fullmatch(path) and _QUERY.fullmatch(query) and path != ENTER
    back = path + (f"?{query}" if query else "")
    return back if is_page and len(back) <= LONGEST_WAY else "/"


def spoken(headers: Headers, back: str, default: Language) -> Language:
    """Return the reader's language: the address's, else the browser's, else the program's."""
    asked = dict(parse_qsl(back.partition("?")[2])).get("language", "")
    browser = headers.get("accept-language", "")
    return Language.called(asked) or browser_language(browser) or default


def login_page(language: Language, back: str, error: str, hours: int) -> str:
    """Return the page; `error` is a message that says why the last try failed."""
    _ = reader(language=language)
    title = _("Facilitator's pages")
    told = f'<p class="box bad" role="alert">{escape(_(error))}</p>' if error else ""
    rest = _.many(
        "It is asked for again after {count} hour.",
        "It is asked for again after {count} hours.",
        hours,
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(title)} · Dínamo</title><style>{STYLE}</style></head><body>"
        f"<header>{MARK}<span>Dínamo</span>{_languages(language, back, _)}</header>"
        f'<main><h1>{escape(title)}</h1>{told}<form method="post" action="{ENTER}">'
        f'<input type="hidden" name="back" value="{escape(back)}">'
        f'<p><label class="note">{escape(_("Passphrase"))}<input type="password" name="phrase"'
        ' required autofocus maxlength="200" autocomplete="current-password"></label></p>'
        f'<p><button class="go">{escape(_("Enter"))}</button></p></form>'
        f'<p class="soft">{escape(rest)}</p></main></body></html>'
    )


def _languages(language: Language, back: str, _: Reader) -> str:
    path, _mark, query = back.partition("?")
    rest = [pair for pair in parse_qsl(query) if pair[0] != "language"]
    current = {language: ' aria-current="true"'}
    ways = {one: f"{path}?{urlencode([*rest, ('language', one.value)])}" for one in Language}
    links = "".join(
        f'<a href="{escape(ways[one])}"'
        f' lang="{one}" hreflang="{one}" aria-label="{one}: {one.label}"'
        f"{current.get(one, '')}>{one.value}</a>"
        for one in Language
    )
    return f'<nav aria-label="{escape(_("Language"))}">{links}</nav>'
