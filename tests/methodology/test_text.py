"""Sentences of the method: English in the code, spoken in the reader's language."""

from datetime import UTC, datetime

import pytest

from app.i18n import reader
from methodology.mapping import ActorKind
from methodology.text import N_, Problem, Remark

SPANISH = {
    "Still to name: {missing}.": "Falta nombrar: {missing}.",
    "Bank {name}": "Banco {name}",
    "promoter": "promotor",
    "Finance": "Finanzas",
}


def spanish(message):
    return SPANISH.get(message, message)


def test_marking_a_message_leaves_it_as_it_is():
    assert N_("Save {name}") == "Save {name}"


def test_moments_among_values_are_written_as_the_reader_writes_them():
    at = datetime(2026, 11, 27, 14, 51, tzinfo=UTC).astimezone()
    said = Problem("Open since {since}", since=at)

    assert said.text(reader()) == f"Open since {reader().moment(at)}"
    assert str(said) == f"Open since {at:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    "made", [Remark("Bank {name}", {"name": "Norte"}), Problem("Bank {name}", name="Norte")]
)
def test_values_are_filled_in_after_translation(made):
    assert str(made) == "Bank Norte"
    assert made.text(spanish) == "Banco Norte"


def test_people_s_words_are_not_translated():
    assert Remark("Bank {name}", {"name": "Finance"}).text(spanish) == "Banco Finance"


def test_labels_among_the_values_are_translated():
    assert Remark("Bank {name}", {"name": ActorKind.FINANCE}).text(spanish) == "Banco Finanzas"


def test_several_values_are_listed():
    missing = (Remark("promoter"), ActorKind.FINANCE, "Rosa")

    found = Remark("Still to name: {missing}.", {"missing": missing}).text(spanish)

    assert found == "Falta nombrar: promotor, Finanzas, Rosa."


def test_braces_that_people_type_stay_as_they_are():
    assert Remark("Bank {name}", {"name": "{0} {x}"}).text(spanish) == "Banco {0} {x}"


def test_equal_sentences_are_equal():
    assert Remark("A", {"b": 1}) == Remark("A", {"b": 1})
    assert Remark("A") != Remark("B")


def test_problem_knows_its_message_and_its_values():
    found = Problem("Bank {name}", name="Norte")

    assert (found.message, found.values) == ("Bank {name}", {"name": "Norte"})
    assert isinstance(found, ValueError)
