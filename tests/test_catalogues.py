"""Both catalogues say everything the code says, and nothing else."""

import re
from string import Formatter

import pytest

from app.i18n.extract import FOLDER, TRANSLATED, extract, pending, read, update
from methodology.project import Language

TEMPLATE = extract()
FOREIGN = {  # words that the other of the two languages has, and this one has not
    Language.SPANISH: "ao aos até com em já mas não ou pela pelo seu também um uma",
    Language.PORTUGUESE: "con del el hay los muy otra otro pero según sin su sus también una y ya",
}


def identities(catalogue):
    return {message.id for message in catalogue if message.id}


def placeholders(text):
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}


def strings(message):
    return message.string if isinstance(message.string, tuple | list) else (message.string,)


def originals(message):
    return message.id if isinstance(message.id, tuple | list) else (message.id,)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_code_is_in_the_catalogue_and_no_other(language):
    catalogue = identities(read(language))

    assert (identities(TEMPLATE) - catalogue, catalogue - identities(TEMPLATE)) == (set(), set())


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language):
    assert [message.id for message in pending(read(language))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_speaks_the_neighbours_language(language):
    words = re.compile(rf"(?<![-\w])(?:{FOREIGN[language].replace(' ', '|')})(?!\w)")

    said = [text for message in read(language) for text in strings(message)]

    assert [text for text in said if words.search(text)] == []


@pytest.mark.parametrize(
    ("language", "signs"), [(Language.SPANISH, "“”"), (Language.PORTUGUESE, "«»")]
)
def test_no_message_quotes_as_the_neighbour_does(language, signs):
    said = [text for message in read(language) for text in strings(message)]

    assert [text for text in said if {*signs} & {*text}] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_obsolete_message_is_kept(language):
    assert list(read(language).obsolete) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_name_the_same_values_as_the_original(language):
    for message in read(language):
        expected = set.union(*(placeholders(text) for text in originals(message)))
        optional = {"count"} & expected if message.pluralizable else set()
        for string in filter(None, strings(message)) if message.id else ():
            assert expected - optional <= placeholders(string) <= expected, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_begin_and_end_like_the_original(language):
    for message in read(language):
        for string in filter(None, strings(message)) if message.id else ():
            original = originals(message)[-1]
            assert string == string.strip() or original != original.strip(), message.id
            is_sentence = " " in original
            assert string.endswith(".") == original.endswith(".") or not is_sentence, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_is_written_as_the_extraction_command_writes_it(language, tmp_path):
    name = f"{language}.po"
    (tmp_path / name).write_bytes((FOLDER / name).read_bytes())

    update(language, TEMPLATE, tmp_path)

    assert _words(tmp_path / name) == _words(FOLDER / name)


def test_no_message_of_the_code_shouts_or_begs():
    for message in TEMPLATE:
        for text in originals(message) if message.id else ():
            assert "!" not in text
            assert not re.search(r"\bplease\b", text, re.IGNORECASE), text


def _words(path):
    """The file without its comments, which name the places of each message."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(("#", '"Generated-By'))]
