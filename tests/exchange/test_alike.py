"""Names that look alike, and names that only seem to."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.alike import bare_name, look_alikes


def resemble(name, *known):
    ids = {uuid4(): other for other in known}
    return [found.words for found in look_alikes([name], ids).get(name, ())]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Quesería El Molino", "QUESERIA EL MOLINO S.A.C."),
        ("Lácteos Ñusta SRL", "Lacteos Nusta"),
        ("Berries Salto SA", "Berries del Salto"),
        ("Quesería Molino", "Quesería El Molino"),
        ("Tornabuonni", "Tornabuoni"),
        ("Medicci", "Medici"),
        ("Molino, El", "El Molino"),
        ("Cooperativa Agraria La Pampa Ltda.", "Coperativa agraria La Pampa"),
        ("ElMolino del Valle", "El Molino del Valle"),
    ],
)
def test_spellings_of_one_name_are_found(name, known):
    assert resemble(name, "Otra cosa", known) == [known]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Quesería número 12 del valle", "Quesería número 13 del valle"),
        ("Granja Santa Rosa", "Granja San Rosa"),
        ("Asociación de productores de Cajamarca", "Asociación de productores de Celendín"),
        ("Ridolfi", "Rinaldi"),
    ],
)
def test_names_of_different_firms_are_not(name, known):
    assert resemble(name, known) == []


def test_the_most_alike_come_first_and_three_at_most():
    found = resemble("Lácteos Andinos", *(f"Lácteos Andino{end}" for end in ("", "x", "xs", "os")))

    assert len(found) == 3
    assert found[0] == "Lácteos Andino"


def test_a_legal_form_alone_is_a_name():
    assert bare_name("S.A.") == "s a"
    assert bare_name("Quesos S.A.C.") == "quesos"
    assert bare_name("La de Los") == "la de los"


@given(st.lists(st.text(min_size=1, max_size=12), max_size=30))
def test_blocks_make_no_difference(names):
    known = {uuid4(): name for name in names}

    together = look_alikes(names, known)

    assert together == {
        name: found for one in names for name, found in look_alikes([one], known).items()
    }
