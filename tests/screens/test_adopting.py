"""The panel where values are adopted: before and after, all of them or those chosen."""

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from app import keyboard, recent
from app.store import ChangeSet, Edit
from methodology.adoption import Adoption
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot
from tests.screens.conftest import AUTHOR, empty_project, make_folder, texts

OPTIONS = [
    StrategicOption(id=UUID(int=100 + number), name=name)
    for number, name in enumerate(("Marca", "Ruta"))
]


def page() -> None:
    """Draw the panel alone: a proposal for each option, all of the same round."""
    from app import state
    from app.widgets.adopting import adoption_panel
    from methodology.adoption import Basis, Proposal
    from methodology.options import OptionStatus, StrategicOption

    state.begin()
    proposals = [
        Proposal(one, "status", OptionStatus.CHOSEN, Basis.ROUND, "Median", 23, 35)
        for one in state.snapshot().all(StrategicOption)
    ]
    adoption_panel(proposals, "test")
    state.end()


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "p", Snapshot([*empty_project(), *OPTIONS]))


@pytest.fixture
def panel(folder, own_desk):
    keyboard.remember_person(AUTHOR)
    opened = AppTest.from_function(page, default_timeout=60)
    opened.query_params["project"] = recent.remember(folder, "p")
    return opened.run()


def test_each_proposal_shows_what_stands_now_and_what_would(panel):
    table = panel.dataframe[0].value

    assert not panel.exception
    assert list(table["Registro"]) == ["Marca", "Ruta"]
    assert set(table["Ahora"]) == {"Candidata"}
    assert set(table["Propuesto"]) == {"Elegida"}
    assert all("votaron 23 de 35" in told for told in table["Tomado de"])


def test_all_are_adopted_where_none_is_chosen(panel, folder, look_inside):
    panel.button(key="test_adopt").click().run()

    snapshot = look_inside(folder).snapshot()
    assert {one.status for one in snapshot.all(StrategicOption)} == {OptionStatus.CHOSEN}
    assert len(snapshot.all(Adoption)) == 2
    assert not panel.exception
    assert "2 valores adoptados" in texts(panel)


def test_without_proposals_the_panel_says_so(own_desk, tmp_path):
    keyboard.remember_person(AUTHOR)
    opened = AppTest.from_function(page, default_timeout=60)
    folder = make_folder(tmp_path / "q", empty_project())
    opened.query_params["project"] = recent.remember(folder, "q")
    opened.run()

    assert "no hay nada que adoptar" in texts(opened)


def test_values_that_stand_as_proposed_are_not_urged_but_their_origin_can_be_noted(
    panel, folder, look_inside
):
    changes = [Edit(StrategicOption, one.id, {"status": OptionStatus.CHOSEN}) for one in OPTIONS]
    look_inside(folder).apply(ChangeSet("As proposed", tuple(changes)), by=AUTHOR)
    panel.run()

    assert not panel.dataframe
    assert "2 valores ya son los propuestos" in texts(panel)
    assert [each.key for each in panel.button] == ["test_note"]

    panel.button(key="test_note").click().run()

    assert len(look_inside(folder).snapshot().all(Adoption)) == 2
    assert "2 valores adoptados" in texts(panel)
