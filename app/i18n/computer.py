"""The language of the computer, for what is said before a project says its own."""

import os

from babel import default_locale

from methodology.project import Language

_LANGUAGES = {language.value: language for language in Language}


def computer_language() -> Language:
    """Return the language that this computer speaks; Spanish when it is none of ours."""
    asked = os.environ.get("DINAMO_LANGUAGE") or default_locale("LC_MESSAGES") or ""
    if asked.endswith("POSIX"):  # Babel's word for a computer that was told no language
        return Language.SPANISH
    return _LANGUAGES.get(asked[:2].lower(), Language.SPANISH)
