"""People's words on the screen: always text, never Markdown, links or pictures."""

import re

from app.i18n import Reader
from methodology.text import Problem
from methodology.validation import Invalid

JOINER = "\u2060"  # invisible: keeps addresses and `:name:` from turning into links and pictures
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
_ALIVE = re.compile(r"([:@./])(?=[^\s])|(?<=\w)([-])(?=>)")


def literal(text: str) -> str:
    """Return Markdown that shows `text` as it was typed."""
    escaped = _SIGNS.sub(r"\\\1", _ALIVE.sub(lambda found: f"{found.group()}{JOINER}", text))
    return escaped.replace("\n", "  \n")


def problem_text(_: Reader, problem: Problem) -> str:
    """Return what a person has to know, in their language, as Markdown that is only text."""
    if isinstance(problem, Invalid) and len(problem.complaints) > 1:
        lines = (complaint.problem.text(_) for complaint in problem.complaints)
        return "\n".join(f"- {literal(line)}" for line in dict.fromkeys(lines))
    return literal(problem.text(_))
