"""Settings: the project's form, this computer, the folder and its check, taking a person out."""

import pytest

from app import keyboard, recent
from app.state import today
from app.store import ChangeSet, Edit, Put
from app.store.evidence import attach_file, evidence_path
from app.store.folder_problems import DiskFull
from methodology.mapping import Actor, Contact
from methodology.process import TeamMember, TeamRole
from tests.cluster import actor, made
from tests.screens.conftest import empty_project, make_folder, show_view, texts


@pytest.fixture
def peopled(empty_folder, look_inside):
    """Give a project with a team member and a contact person."""
    folder = look_inside(empty_folder)
    firm = actor("Quesería Alva")
    rows = (
        Put(firm),
        Put(made(Contact, name="Rosa Huamán", actor=firm.id, email="rosa@alva.pe")),
        Put(made(TeamMember, name="Luis Paredes", role=TeamRole.LEAD)),
    )
    folder.apply(ChangeSet("Add", rows), by="Ana")
    folder.back_up()
    return empty_folder, folder


def persons(open_screen, path, language: str = "en"):
    page = open_screen("settings", path, language)
    return show_view(page, "settings_view", "persons")


def purge(page, typed: str):
    [field] = page.text_input
    field.set_value(typed)
    return page.button(key="purge_go").click().run()


def test_the_form_of_the_project_is_there(open_screen, empty_folder):
    page = open_screen("settings", empty_folder, "en")

    assert "Quesos & Cía." in [field.value for field in page.text_input]


def test_the_name_of_the_person_is_kept(open_screen, empty_folder):
    page = open_screen("settings", empty_folder)
    show_view(page, "settings_view", "desk")
    page.text_input(key="settings_person").set_value("Rosa Huamán")

    [save] = [button for button in page.button if button.proto.type == "primary"]
    save.click().run()

    assert keyboard.known_person() == "Rosa Huamán"


def test_the_language_goes_into_the_address(open_screen, empty_folder):
    page = open_screen("settings", empty_folder, "pt")
    show_view(page, "settings_view", "desk")

    assert page.query_params["language"] == "pt"
    assert "Idioma das telas" in texts(page)


def test_the_folder_says_where_it_is(open_screen, empty_folder):
    page = open_screen("settings", empty_folder)
    show_view(page, "settings_view", "folder")

    assert str(empty_folder) in texts(page)


def test_a_sound_folder_is_told_to_be_sound(open_screen, small_folder):
    page = open_screen("settings", small_folder, "en")
    show_view(page, "settings_view", "folder")

    page.button(key="check_go").click().run()

    assert not page.exception
    assert not page.error
    assert "whole" in page.success[0].value


def test_missing_evidence_is_found(open_screen, peopled):
    path, folder = peopled
    attached = attach_file(folder, "acta.pdf", b"x", on=today(), by="Ana", title="Acta")
    evidence_path(path, attached).unlink()
    page = open_screen("settings", path, "en")
    show_view(page, "settings_view", "folder")

    page.button(key="check_go").click().run()

    assert not page.exception
    assert any(
        "acta.pdf" in found.value.replace("\\", "").replace("\u2060", "") for found in page.warning
    )


def test_closing_the_project_leads_to_the_first_page(open_screen, small_folder):
    page = open_screen("settings", small_folder)
    show_view(page, "settings_view", "folder")

    page.button(key="folder_close").click().run()
    page.run()

    assert not page.exception
    assert "project" not in page.query_params
    assert page.title[0].value.startswith("Proyectos")
    assert [found.path for found in recent.recent()] == [small_folder]
    assert not page.warning


def test_what_could_not_follow_when_a_project_is_left_is_told_once(
    open_screen, small_folder, monkeypatch
):
    def full(path, _reason):
        raise DiskFull(path)

    page = open_screen("settings", small_folder)
    show_view(page, "settings_view", "folder")

    with monkeypatch.context() as disk:
        disk.setattr("app.store.folder.back_up_changes", full)
        page.button(key="folder_close").click().run()

    assert page.title[0].value.startswith("Proyectos")
    (notice,) = page.warning
    assert notice.value.startswith("Lo guardado se conserva")
    assert not page.run().warning


def moving(open_screen, path, place):
    page = open_screen("settings", path, "en")
    page.session_state["settings_view"] = "folder"
    page.session_state["move"] = True
    page.session_state["move_folder"] = str(place)
    return page.run()


def test_a_project_is_moved_off_a_synchronised_drive(open_screen, tmp_path):
    synced = make_folder(tmp_path / "Dropbox" / "quesos", empty_project())
    (tmp_path / "here").mkdir()
    page = moving(open_screen, synced, tmp_path / "here")

    page.button(key="move_go").click().run()

    target = tmp_path / "here" / "quesos"
    assert not page.exception
    assert not page.error
    assert (target / "project.db").is_file()
    assert not synced.exists()
    assert [found.path for found in recent.recent()] == [target]
    assert not page.warning


def test_a_move_never_overwrites_and_leaves_the_project_open_where_it_was(
    open_screen, empty_folder, tmp_path
):
    place = tmp_path / "here" / "empty"
    place.mkdir(parents=True)
    (place / "notas.txt").write_text("mío")
    page = moving(open_screen, empty_folder, place.parent)

    page.button(key="move_go").click().run()

    assert page.error
    assert [path.name for path in place.iterdir()] == ["notas.txt"]
    assert not page.run().exception
    assert (empty_folder / "project.db").is_file()


def test_a_person_is_taken_out_everywhere(open_screen, peopled):
    path, folder = peopled
    page = persons(open_screen, path)
    chosen = next(row for row in folder.snapshot().all(Contact))
    page.selectbox(key="purge_person").set_value(chosen).run()

    purge(page, "Rosa Huamán")

    assert not page.exception
    assert folder.snapshot().all(Contact) == ()
    assert page.success
    assert "Rosa" not in texts(page)
    for file in path.rglob("*"):
        if file.is_file() and file.suffix in (".db", ".csv"):
            assert b"rosa@alva.pe" not in file.read_bytes(), file


def test_parts_of_a_name_are_taken_out_of_texts_once_they_are_marked(open_screen, peopled):
    path, folder = peopled
    firm = folder.snapshot().all(Actor)[0]
    rosa = made(Contact, actor=firm.id, name="Rosa María Huamán Díaz")
    notes = {"notes": "Rosa Huamán avisa; María Díaz, no"}
    folder.apply(ChangeSet("More", (Put(rosa), Edit(Actor, firm.id, notes))), by="Ana")
    page = persons(open_screen, path)
    chosen = next(row for row in folder.snapshot().all(Contact) if row.id == rosa.id)
    page.selectbox(key="purge_person").set_value(chosen).run()
    marks = {box.label.split("**")[1]: box for box in page.checkbox}

    assert set(marks) == {"Rosa Huamán", "María Díaz"}
    assert "it could mean Rosa Huamán too" in marks["Rosa Huamán"].label
    marks["María Díaz"].check().run()
    purge(page, "Rosa María Huamán Díaz")

    assert folder.snapshot().get(Actor, firm.id).notes == "Rosa Huamán avisa; […], no"


def test_the_name_must_be_typed_before_a_person_goes(open_screen, peopled):
    path, folder = peopled
    page = persons(open_screen, path)

    purge(page, "Otra persona")

    assert page.error
    assert len(folder.snapshot().all(Contact)) == 1
    assert len(folder.snapshot().all(TeamMember)) == 1


def test_accents_and_case_do_not_matter_in_the_confirmation(open_screen, peopled):
    path, folder = peopled
    page = persons(open_screen, path)
    chosen = next(row for row in folder.snapshot().all(Contact))
    page.selectbox(key="purge_person").set_value(chosen).run()

    purge(page, "rosa huaman")

    assert folder.snapshot().all(Contact) == ()


def test_a_project_without_persons_says_so(open_screen, empty_folder):
    page = persons(open_screen, empty_folder)

    assert "This project holds no persons" in texts(page)
    assert not page.text_input
