"""The page of a stage: tables from the declarations, texts, checks with waivers, guide."""

from collections.abc import Iterator
from typing import Annotated
from uuid import uuid4

import pytest

from app import state
from app.store import ChangeSet, Edit, Put, acts
from app.store.evidence import attach_file
from methodology.gates import checks
from methodology.guides import GUIDES
from methodology.mapping import Actor
from methodology.plan import Section
from methodology.project import Narrative, Waiver
from methodology.record import REGISTRY, Key, Label, Name, Record, Text
from methodology.records import stage_types
from methodology.stage import Stage
from tests.screens.conftest import empty_project, make_folder, show_view, texts

STAGES = [
    Stage.PROCESS,
    Stage.SCOPE,
    Stage.MAPPING,
    Stage.CHARACTERIZATION,
    Stage.ACTION_PLAN,
]


@pytest.fixture
def probe() -> Iterator[type[Record]]:
    """Give a record type that only this test declares."""

    class Probe(Record):
        table = "probe"
        title = "Probes of the moon"
        about = "One probe a row."
        stage = Stage.SCOPE

        name: Annotated[Name, Label("Probe"), Key()]
        colour: Annotated[Text, Label("Colour")] = ""

    yield Probe
    REGISTRY.pop("probe")


def views_of(page, key: str) -> list[str]:
    """Return the labels of a choice of views: side by side, or in a list where they are many."""
    found = [each for each in page.get("button_group") if each.key == key]
    if not found:
        return page.selectbox(key=key).options
    return [option.content for option in found[0].proto.options]


@pytest.mark.parametrize("stage", STAGES)
def test_every_record_type_of_the_stage_has_its_table(open_screen, small_folder, stage):
    page = open_screen(stage.value, small_folder, "en")
    show_view(page, f"{stage}_view", "data")

    assert views_of(page, f"{stage}_table") == [cls.title for cls in stage_types(stage)]


@pytest.mark.parametrize("language", ["es", "en", "pt"])
@pytest.mark.parametrize(
    ("stage", "is_list"), [("mapping", False), ("process", True), ("action_plan", True)]
)
def test_tables_that_take_more_than_a_row_are_chosen_from_a_list(
    open_screen, small_folder, stage, is_list, language
):
    page = open_screen(stage, small_folder, language)
    show_view(page, f"{stage}_view", "data")

    assert (f"{stage}_table" in [each.key for each in page.selectbox]) is is_list


@pytest.mark.parametrize("stage", STAGES)
def test_every_table_of_the_stage_draws(open_screen, small_folder, stage):
    page = open_screen(stage.value, small_folder)
    show_view(page, f"{stage}_view", "data")

    for cls in stage_types(stage):
        show_view(page, f"{stage}_table", cls.table)
        assert not page.exception, cls.table


def test_a_record_type_that_a_test_declares_gets_its_table_without_edit(
    probe, open_screen, tmp_path
):
    folder = make_folder(tmp_path / "probed", empty_project())
    page = open_screen("scope", folder, "en")
    show_view(page, "scope_view", "data")
    show_view(page, "scope_table", "probe")

    assert not page.exception
    assert "Probes of the moon" in views_of(page, "scope_table")
    assert "One probe a row." in texts(page)


@pytest.mark.parametrize(
    ("stage", "cls"),
    [
        ("scope", "segment"),
        ("mapping", "actor"),
        ("characterization", "statistic"),
        ("process", "meeting"),
    ],
)
def test_an_empty_stage_says_what_to_do_and_leads_there(open_screen, empty_folder, stage, cls):
    page = open_screen(stage, empty_folder)

    page.button(key=f"begin_{cls}").click().run()

    assert not page.exception
    assert page.session_state[f"{stage}_view"] == "data"
    assert page.session_state[f"{stage}_table"] == cls


def test_an_empty_stage_leads_to_the_import_too(open_screen, empty_folder):
    page = open_screen("mapping", empty_folder)

    page.button(key="import_actor").click().run()

    assert not page.exception
    assert page.title[0].value.startswith("Importar")


def test_an_empty_stage_shows_no_figure(open_screen, empty_folder):
    page = open_screen("mapping", empty_folder)

    assert not page.get("echarts_chart")
    assert not page.get("plotly_chart")


def test_a_view_stays_chosen_on_other_pages(open_screen, small_folder):
    page = open_screen("mapping", small_folder)
    show_view(page, "mapping_view", "guide")

    page.switch_page("screens/scope.py").run()
    page.switch_page("screens/mapping.py").run()

    assert GUIDES[Stage.MAPPING].agenda
    assert page.expander


@pytest.mark.parametrize("stage", STAGES)
def test_the_guide_has_the_minutes_of_the_workshop(open_screen, small_folder, stage):
    page = open_screen(stage.value, small_folder, "en")
    show_view(page, f"{stage}_view", "guide")

    guide = GUIDES[stage]
    [agenda] = page.table

    assert guide.purpose in texts(page)
    assert [*agenda.value["What happens"]] == [*(step.what for step in guide.agenda), "End"]
    assert agenda.value["Minute"].iloc[-1] == str(guide.minutes)


def test_every_check_of_the_stage_is_listed(open_screen, small_folder):
    page = open_screen("mapping", small_folder, "en")
    show_view(page, "mapping_view", "closing")

    said = texts(page)

    assert all(check.label in said for check in checks(Stage.MAPPING))


def waive(page, reason: str):
    page.session_state["waive_process_team"] = True
    page.run()
    page.text_input(key="waive_reason_process_team").set_value(reason)
    return page.button(key="waive_go_process_team").click().run()


def test_a_check_is_waived_with_a_reason(open_screen, empty_folder, look_inside):
    page = open_screen("process", empty_folder)
    show_view(page, "process_view", "closing")

    waive(page, "El equipo se contrata en mayo")

    [waiver] = look_inside(empty_folder).snapshot().all(Waiver)
    assert not page.exception
    assert (waiver.check, waiver.reason) == ("process.team", "El equipo se contrata en mayo")
    assert (waiver.waived_by, waiver.waived_on) == ("Ana", state.today())
    assert "El equipo se contrata en mayo" in texts(page)


def test_a_waiver_without_a_reason_is_refused(open_screen, empty_folder, look_inside):
    page = open_screen("process", empty_folder)
    show_view(page, "process_view", "closing")

    waive(page, "   ")

    assert page.error
    assert look_inside(empty_folder).snapshot().all(Waiver) == ()


def test_a_waiver_is_taken_back(open_screen, empty_folder, look_inside):
    page = open_screen("process", empty_folder)
    show_view(page, "process_view", "closing")
    waive(page, "El equipo se contrata en mayo")

    page.button(key="unwaive_process_team").click().run()

    assert not page.exception
    assert look_inside(empty_folder).snapshot().all(Waiver) == ()


def test_evidence_of_the_stage_is_listed(open_screen, small_folder, look_inside):
    folder = look_inside(small_folder)
    actor = folder.snapshot().all(Actor)[0]
    attach_file(
        folder, "carta.pdf", b"x", on=state.today(), by="Ana", about=actor, title="Carta de apoyo"
    )
    page = open_screen("mapping", small_folder)
    show_view(page, "mapping_view", "closing")

    [listed] = [table.value for table in page.dataframe if "carta.pdf" in str(table.value)]

    assert listed.iloc[0, 0] == "Carta de apoyo"
    assert listed.iloc[0, 1] == actor.name


@pytest.mark.parametrize(
    ("screen", "view", "figure"),
    [
        ("process", "attendance", "attendance"),
        ("process", "weeks", "weeks"),
        ("process", "agenda", "calendar"),
        ("mapping", "chain", "chain"),
        ("mapping", "table", "map"),
        ("governance", "funding", "funding"),
        ("monitoring", "risks", "risks"),
        ("monitoring", "theory", "theory"),
    ],
)
def test_the_projector_shows_the_figure_on_the_page(
    open_screen, small_folder, screen, view, figure
):
    page = open_screen(screen, small_folder)
    show_view(page, f"{screen}_figure", view)

    [link] = page.get("link_button")

    assert f"figure={figure}&" in link.proto.url


def written(folder, section: Section) -> list[str]:
    return [row.text for row in folder.snapshot().all(Narrative) if row.section == section]


def test_the_text_of_a_section_is_written_and_kept(open_screen, empty_folder, look_inside):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")
    page.text_area[0].set_value("El clúster vive de la leche.\nY de su queso.")

    page.button(key="mapping_mapping_save").click().run()

    folder = look_inside(empty_folder)
    assert not page.exception
    assert written(folder, Section.MAPPING) == ["El clúster vive de la leche.\nY de su queso."]
    assert page.text_area[0].value == "El clúster vive de la leche.\nY de su queso."


def test_a_text_that_is_emptied_goes(open_screen, empty_folder, look_inside):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")
    page.text_area[0].set_value("Algo")
    page.button(key="mapping_mapping_save").click().run()
    page.text_area[0].set_value("")
    page.button(key="mapping_mapping_save").click().run()

    assert written(look_inside(empty_folder), Section.MAPPING) == []


def test_an_empty_text_saves_nothing(open_screen, empty_folder, look_inside):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")

    page.button(key="mapping_mapping_save").click().run()

    with look_inside(empty_folder).read() as session:
        assert len(acts(session)) == 1


def test_what_somebody_else_wrote_shows_while_nothing_is_typed(
    open_screen, empty_folder, look_inside
):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")
    text = Narrative(id=uuid4(), section=Section.MAPPING, text="De otro")
    look_inside(empty_folder).apply(ChangeSet("Write", (Put(text),)), by="José")

    page.run()

    assert page.text_area[0].value == "De otro"


def test_a_text_that_somebody_else_changed_meanwhile_is_not_overwritten(
    open_screen, empty_folder, look_inside
):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")
    page.text_area[0].set_value("Primera versión")
    page.button(key="mapping_mapping_save").click().run()
    other = look_inside(empty_folder)
    page.text_area[0].set_value("Versión mía")
    page.run()
    [row] = other.snapshot().all(Narrative)
    other.apply(ChangeSet("Write", (Edit(Narrative, row.id, {"text": "Versión suya"}),)), by="José")

    page.button(key="mapping_mapping_save").click().run()

    assert page.error
    assert written(other, Section.MAPPING) == ["Versión suya"]
    assert page.text_area[0].value == "Versión mía"


def test_typing_survives_a_change_of_page(open_screen, empty_folder):
    page = open_screen("mapping", empty_folder)
    show_view(page, "mapping_view", "text")
    page.text_area[0].set_value("A medias")
    page.run()

    page.switch_page("screens/scope.py").run()
    page.switch_page("screens/mapping.py").run()

    assert page.text_area[0].value == "A medias"
