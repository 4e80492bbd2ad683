import pytest

from app.i18n import extract
from methodology.project import Language

CODE = """
from methodology.text import N_, Problem

TITLE = N_("Actors")


def show(_, number):
    print(_("Save " "rating"), _(TITLE), _.many("{count} actor", "{count} actors", number))
    raise Problem(N_("The folder {path} is missing."), path=number)
"""


@pytest.fixture
def code(tmp_path):
    for package in extract.PACKAGES:
        (tmp_path / package).mkdir()
    (tmp_path / "app" / "screen.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def ids(catalogue):
    return {message.id for message in catalogue if message.id}


def test_marked_translated_and_counted_messages_are_found(code):
    template = extract.extract(code)

    assert ids(template) == {
        "Actors",
        "Save rating",
        ("{count} actor", "{count} actors"),
        "The folder {path} is missing.",
    }


def test_each_message_says_which_file_it_stands_in(code):
    template = extract.extract(code)

    assert template.get("Actors").locations == [("app/screen.py", 0)]


def test_an_update_keeps_translations_and_drops_what_the_code_no_longer_says(code):
    template = extract.extract(code)
    catalogue = extract.update(Language.SPANISH, template, code)
    catalogue["Actors"].string = "Actores"
    with (code / "es.po").open("wb") as file:
        extract.write_po(file, catalogue)
    (code / "app" / "screen.py").write_text('N_("Actors")\nN_("Actor")\n', encoding="utf-8")

    updated = extract.update(Language.SPANISH, extract.extract(code), code)

    assert ids(updated) == {"Actors", "Actor"}
    assert updated["Actors"].string == "Actores"
    assert [message.id for message in extract.pending(updated)] == ["Actor"]


def test_a_second_update_changes_nothing(code):
    template = extract.extract(code)
    extract.update(Language.PORTUGUESE, template, code)
    first = (code / "pt.po").read_bytes()

    extract.update(Language.PORTUGUESE, template, code)

    assert (code / "pt.po").read_bytes() == first


def test_percentages_in_words_are_no_format(code):
    (code / "app" / "screen.py").write_text('N_("% of sales")\n', encoding="utf-8")

    catalogue = extract.update(Language.SPANISH, extract.extract(code), code)

    assert catalogue["% of sales"].flags == set()


def test_half_translated_plurals_are_pending(code):
    template = extract.extract(code)
    catalogue = extract.update(Language.SPANISH, template, code)
    catalogue["{count} actor"].string = ("{count} actor", "")

    pending = {message.id for message in extract.pending(catalogue)}

    assert ("{count} actor", "{count} actors") in pending


def test_messages_inside_f_strings_are_found(code):
    (code / "app" / "bold.py").write_text(
        "def bold(_, reader, n):\n"
        "    return f\"**{_('Next step')}** {reader(N_('today'))} {n:{n}}\", "
        "f\"{_.many('{count} firm', '{count} firms', n)}\"\n",
        encoding="utf-8",
    )

    assert {"Next step", "today", ("{count} firm", "{count} firms")} <= ids(extract.extract(code))
