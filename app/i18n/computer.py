"""The language of the computer or the browser, for what is said before anybody chooses one."""

import os

from babel import default_locale

from methodology.project import Language


def computer_language() -> Language:
    """Return the language that this computer speaks; Spanish when it is none of ours."""
    asked = os.environ.get("DINAMO_LANGUAGE") or default_locale("LC_MESSAGES") or ""
    if asked.endswith("POSIX"):  # Babel's word for a computer that was told no language
        return Language.SPANISH
    return Language.called(asked[:2].lower()) or Language.SPANISH


def browser_language(accepted: str) -> Language | None:
    """Return the first of ours that a browser asks for in `Accept-Language`."""
    if not accepted:
        return None
    asked = (part.strip()[:2].lower() for part in accepted[:200].split(","))
    return next((found for code in asked if (found := Language.called(code))), None)
