"""Who asks: a phone by its cookie, a voter by the card typed or scanned, a language."""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import Response

from app.i18n import Reader, reader
from app.i18n.computer import browser_language
from app.phone.desk import Board, Question
from app.store import voters
from methodology.project import Language
from methodology.rounds import VoterCard

DEVICE, CARD, LANGUAGE, ANSWERED = "d", "k", "l", "a"
MOST_ANSWERED = 24
TAG_SIGNS = 6
_KEPT = f"Max-Age={365 * 24 * 3600}; Path=/; HttpOnly; SameSite=Lax"
_SECURE = "; Secure"
_ANSWERED = re.compile(r"[0-9a-f]{12}\.[12]\.[0-9a-f]{6}\.[0-9A-Z]{6}")


class Visitor(NamedTuple):
    """One phone, as its cookies tell; `is_new` until it comes back with the name it was given."""

    device: str
    language: Language
    card: VoterCard | None = None
    code: str = ""
    answered: tuple[str, ...] = ()
    is_new: bool = False
    cookies: Mapping[str, str] = MappingProxyType({})

    @property
    def reader(self) -> Reader:
        """What speaks the phone's language."""
        return reader(language=self.language)

    def voter(self, question: Question) -> str | None:
        """Return what names this voter in a round; None without a card that it asks for."""
        if not question.needs_card:
            return voters.of_device(self.device)
        if self.card is None or self.card.id not in question.cards:
            return None
        return voters.of_card(self.card.id)

    def mark(self, question: Question) -> str:
        """Return what tells this voter's ballot from all others that the phone keeps.

        A phone that is passed around has one for each card, and none knows of another.
        """
        voter = (self.voter(question) or "").encode()
        tag = hashlib.blake2b(voter, digest_size=TAG_SIGNS // 2).hexdigest()
        return f"{question.mark}.{tag}"

    def receipt(self, question: Question) -> str:
        """Return the receipt of this voter's last answer, empty before the first."""
        wanted, found = self.mark(question), (one.rsplit(".", 1) for one in self.answered)
        return next((code for mark, code in found if mark == wanted), "")

    def having_answered(
        self, question: Question, code: str, voting: "Visitor | None" = None
    ) -> "Visitor":
        """Return the visitor with a receipt more, of whom the form was shown to when told."""
        mark = f"{(voting or self).mark(question)}."
        kept = [one for one in self.answered if not one.startswith(mark)]
        return self._replace(answered=(*kept[1 - MOST_ANSWERED :], mark + code))


def visitor(headers: Headers, board: Board, asked: str, default: Language) -> Visitor:
    """Return who asks; `asked` is the language chosen just now, empty otherwise."""
    cookies = _cookies(headers.get("cookie", ""))
    spoken = asked or cookies.get(LANGUAGE, "")
    device = cookies.get(DEVICE, "")
    is_known = _is_given(board, device)
    code = voters.plain_code(cookies[CARD]) if CARD in cookies else ""
    return Visitor(
        device=device if is_known else voters.device(board.phones),
        language=Language.called(spoken) or _asked_by_browser(headers) or default,
        card=board.codes.get(code),
        code=code,
        answered=_answered(cookies[ANSWERED]) if ANSWERED in cookies else (),
        is_new=not is_known,
        cookies=cookies,
    )


def with_device(found: Visitor, board: Board, device: str) -> Visitor:
    """Return the visitor a form tells of, where the browser keeps no cookies."""
    if found.is_new and _is_given(board, device):
        return found._replace(device=device, is_new=False)
    return found


def with_card(found: Visitor, board: Board, code: str) -> Visitor:
    """Return the visitor whose card a form was shown for, whichever was put in since."""
    card = board.codes.get(code) if code else None
    return found if card is None else found._replace(card=card, code=code)


def remember(response: Response, found: Visitor, *, is_secure: bool) -> Response:
    """Have the phone keep who it is, as far as it does not yet."""
    kept = (
        (DEVICE, found.device),
        (LANGUAGE, found.language.value),
        (CARD, found.code if found.card else ""),
        (ANSWERED, "_".join(found.answered)),
    )
    for name, value in kept:
        if value and value != found.cookies.get(name):
            said = f"{name}={value}; {_KEPT}{_SECURE if is_secure else ''}"
            response.raw_headers.append((b"set-cookie", said.encode("latin-1")))
    return response


def _is_given(board: Board, device: str) -> bool:
    return device.isascii() and voters.is_device(board.phones, device)


def _asked_by_browser(headers: Headers) -> Language | None:
    return browser_language(headers.get("accept-language", ""))


def _answered(told: str) -> tuple[str, ...]:
    return tuple(filter(_ANSWERED.fullmatch, told.split("_")))


def _cookies(header: str) -> dict[str, str]:
    parts = [part.strip().partition("=") for part in header[:4096].split(";")]
    return {name: value for name, _, value in parts}
