"""Parts of a person's name in texts: which are offered, and what taking them out leaves."""

from uuid import uuid4

from app.store import purge_person
from app.store.short_forms import short_forms
from methodology.mapping import Actor, Contact
from methodology.snapshot import Snapshot

TAMBO = Actor(
    id=uuid4(),
    name="Quesería El Tambo",
    notes="María Quispe Huamán fundó la quesería. La señora Quispe Huamán vende los jueves.",
)
PRADO = Actor(id=uuid4(), name="El Prado", notes="Compra leche a MARIA QUISPE; de María, poco.")
MARIA = Contact(id=uuid4(), name="María Quispe Huamán", actor=TAMBO.id)
OTHER = Contact(id=uuid4(), name="María Luz Quispe", actor=PRADO.id)


def test_parts_that_stand_alone_are_found_in_any_case_and_those_in_the_whole_name_are_not():
    found = {form.words: form for form in short_forms(Snapshot([TAMBO, PRADO, MARIA]), MARIA.id)}

    assert {words: form.count for words, form in found.items()} == {
        "María Quispe": 1, "Quispe Huamán": 1,
    }  # fmt: skip
    assert found["María Quispe"].sample == PRADO.notes
    assert (
        found["Quispe Huamán"].sample
        == "…fundó la quesería. La señora Quispe Huamán vende los jueves."
    )
    assert found["María Quispe"].others == ()


def test_another_person_whom_a_part_could_mean_is_told():
    found = {
        form.words: form.others
        for form in short_forms(Snapshot([TAMBO, PRADO, MARIA, OTHER]), MARIA.id)
    }

    assert found == {"María Quispe": ("María Luz Quispe",), "Quispe Huamán": ()}


def test_a_longer_part_is_found_before_those_within_it_and_particles_end_none():
    person = Contact(id=uuid4(), name="Ana María de la Cruz Rojas", actor=TAMBO.id)
    notes = Actor(id=uuid4(), name="Cava", notes="Ana de la Cruz firmó; Cruz Rojas no.")

    found = [form.words for form in short_forms(Snapshot([person, notes]), person.id)]

    assert sorted(found) == ["Ana de la Cruz", "Cruz Rojas"]


def test_a_name_of_two_words_has_no_parts_to_offer():
    person = Contact(id=uuid4(), name="Rosa Quispe", actor=TAMBO.id)
    notes = Actor(id=uuid4(), name="Cava", notes="Rosa y Quispe")

    assert short_forms(Snapshot([person, notes]), person.id) == ()


def test_parts_that_were_confirmed_go_and_the_others_stay(make_folder):
    folder = make_folder(TAMBO, PRADO, MARIA, OTHER)

    purge_person(folder, MARIA.id, by="ana", also=["Quispe Huamán"])

    after = folder.snapshot()
    notes = after.get(Actor, TAMBO.id).notes
    assert notes == "[…] fundó la quesería. La señora […] vende los jueves."
    assert after.get(Actor, PRADO.id).notes == PRADO.notes
    assert after.get(Contact, OTHER.id) == OTHER
