"""Maintenance: bring `es.po` and `pt.po` up to date with the messages in the code.

Run `python -m app.i18n.extract` after adding or changing a message, then translate what it counts.
"""

import ast
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.i18n.catalogue import FOLDER
from methodology.project import Language

ROOT = FOLDER.parent.parent
PACKAGES = ("app", "methodology")
KEYWORDS = {"_": None, "N_": None, "many": (1, 2)}
TRANSLATED = tuple(language for language in Language if language is not Language.ENGLISH)
HEADER = (
    "# Dínamo. Messages are English in the code; `python -m app.i18n.extract` updates this file."
)


def extract(root: Path = ROOT) -> Catalog:
    """Return every message of the packages under `root`, with the files it stands in."""
    found = Catalog()
    for package in PACKAGES:
        messages = extract_from_dir(
            str(root / package), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Note:",)
        )
        for file, _line, message, comments, context in messages:
            place = (f"{package}/{Path(file).as_posix()}", 0)
            found.add(message, locations=[place], auto_comments=comments, context=context)
        for path in sorted((root / package).rglob("*.py")):
            place = (path.relative_to(root).as_posix(), 0)
            for inner in _in_f_strings(path.read_text("utf-8")):
                found.add(inner, locations=[place])
    return found


def read(language: Language, folder: Path = FOLDER) -> Catalog:
    """Return the catalogue of a language, empty where there is none yet."""
    path = folder / f"{language}.po"
    if not path.exists():
        return Catalog(locale=str(language), project="Dínamo", version=" ", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=str(language))


def update(language: Language, template: Catalog, folder: Path = FOLDER) -> Catalog:
    """Write the catalogue of a language with exactly the messages of `template`; return it.

    Translations are kept by message; nothing is guessed from similar ones, obsolete ones go.
    """
    catalogue = read(language, folder)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER
    for message in catalogue:
        message.locations = sorted(set(message.locations))
        message.flags.discard("python-format")
    with (folder / f"{language}.po").open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    return catalogue


def pending(catalogue: Catalog) -> list[Message]:
    """Return the messages that still lack a translation, or part of one."""
    return [message for message in catalogue if message.id and not _is_translated(message)]


def main() -> None:
    """Update every catalogue and say how much is left to translate."""
    template = extract()
    for language in TRANSLATED:
        left = len(pending(update(language, template)))
        print(f"{language}.po: {len(template)} messages, {left} to translate")


def _in_f_strings(source: str) -> list[str | tuple[str, ...]]:
    """Return the messages of calls inside f-strings, which Babel takes for plain text.

    It reads tokens, and before Python 3.12 an f-string is a single one.
    """
    calls = [
        node
        for text in ast.walk(ast.parse(source))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call)
    ]
    found: list[str | tuple[str, ...]] = []
    for call in calls:
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        words = [one.value for one in call.args if isinstance(one, ast.Constant)]
        texts = tuple(word for word in words if isinstance(word, str))
        if name in KEYWORDS and texts:
            found.append(texts[:2] if KEYWORDS[name] and len(texts) > 1 else texts[0])
    return found


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings) and not message.fuzzy


if __name__ == "__main__":
    main()
