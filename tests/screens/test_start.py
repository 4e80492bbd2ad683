"""Start: what comes next, what is missing, where the weeks stand."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app import state
from app.store import ChangeSet, Put
from methodology.gates import checks
from methodology.process import TeamMember, TeamRole
from methodology.project import PlanStatus, Project, Waiver
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.versions import PlanVersion
from tests.screens.conftest import empty_project, make_folder, texts


@pytest.fixture
def started(tmp_path):
    """Give what makes a project that began so many days ago."""

    def make(days: int | None):
        starts_on = None if days is None else state.today() - timedelta(days=days)
        project = Project(id=UUID(int=1), name="Quesos", starts_on=starts_on)
        return make_folder(tmp_path / f"begun{days}", Snapshot([project]))

    return make


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "semana 1 de 26"),
        (6, "semana 1 de 26"),
        (7, "semana 2 de 26"),
        (181, "semana 26 de 26"),
        (182, r"26 \+ 1 semanas"),
        (210, r"26 \+ 5 semanas"),
    ],
)
def test_the_title_says_the_week(open_screen, started, days, said):
    page = open_screen("start", started(days))

    assert said in page.title[0].value


def test_a_project_without_a_first_day_has_no_week(open_screen, started):
    page = open_screen("start", started(None))

    assert page.title[0].value == "Quesos"


def test_a_project_that_begins_later_says_when(open_screen, started):
    page = open_screen("start", started(-10))

    assert "semana" not in page.title[0].value
    assert str((state.today() + timedelta(days=10)).year) in page.title[0].value


def test_an_empty_project_begins_with_its_first_day(open_screen, empty_folder):
    page = open_screen("start", empty_folder)

    assert page.header[0].value == "Fijar el primer día del proyecto"
    assert "Proyecto" in page.button(key="start_go").label


def test_the_next_step_leads_to_the_table_where_it_is_done(open_screen, empty_folder):
    page = open_screen("start", empty_folder)

    page.button(key="start_go").click().run()

    assert not page.exception
    assert page.session_state["process_view"] == "data"
    assert page.session_state["process_table"] == "project"


def test_the_checks_lead_to_the_closing_of_the_stage(open_screen, empty_folder):
    page = open_screen("start", empty_folder)

    page.button(key="start_closing").click().run()

    assert not page.exception
    assert page.session_state["process_view"] == "closing"


def test_a_met_check_makes_way_for_the_next(open_screen, started):
    page = open_screen("start", started(3))

    assert page.header[0].value != "Fijar el primer día del proyecto"


def settled() -> list[Waiver]:
    """Waive every check there is."""
    return [
        Waiver(id=uuid4(), check=check.key, stage_waived=stage, reason="x", waived_on=state.today())
        for stage in Stage
        for check in checks(stage)
    ]


def test_when_everything_is_settled_the_plan_is_the_next_step(open_screen, tmp_path):
    folder = make_folder(tmp_path / "done", Snapshot([*empty_project(), *settled()]))
    page = open_screen("start", folder)

    [go] = [button for button in page.button if button.proto.type == "primary"]
    go.click().run()

    assert not page.exception
    assert page.title[0].value.startswith("Plan")


def test_after_the_final_plan_the_next_step_is_to_carry_it_out_until_something_changes(
    open_screen, tmp_path, look_inside
):
    folder = make_folder(tmp_path / "final", Snapshot([*empty_project(), *settled()]))
    opened = look_inside(folder)
    version = PlanVersion(
        id=uuid4(),
        number=1,
        made_on=state.today(),
        status=PlanStatus.FINAL,
        document="001 Plan.docx",
        as_of=opened.revision(),
    )
    opened.apply(ChangeSet("Export", (Put(version),)), by="Ana")

    page = open_screen("start", folder)
    assert page.header[0].value == "Poner en marcha el plan y anotar lo que se mide"

    opened.apply(
        ChangeSet("Edit", (Put(TeamMember(id=uuid4(), name="Eva", role=TeamRole.LEAD)),)), by="Ana"
    )
    page.run()
    assert page.header[0].value == "Exportar el plan y darlo a leer"


def test_the_calendar_is_drawn(open_screen, small_folder):
    page = open_screen("start", small_folder)

    assert len(page.get("plotly_chart")) == 1


def test_who_works_is_asked_until_it_is_known(open_screen, small_folder):
    page = open_screen("start", small_folder, person="")
    page.text_input(key="start_person").set_value("Ana").run()
    page.run()

    assert not page.text_input


def test_a_project_on_a_synchronised_drive_says_so(open_screen, tmp_path):
    folder = make_folder(tmp_path / "Dropbox" / "quesos", empty_project())
    page = open_screen("start", folder)

    assert "Dropbox" in page.warning[0].value


def test_the_projector_link_carries_project_and_language(open_screen, small_folder):
    page = open_screen("start", small_folder, "en")

    [link] = page.get("link_button")
    address = link.proto.url
    assert address.startswith("projector?")
    for part in ("project=", "language=en", "figure=calendar", "embed=true", "light_theme"):
        assert part in address


def test_the_start_speaks_three_languages(open_screen, empty_folder):
    said = {
        language: texts(open_screen("start", empty_folder, language))
        for language in ("es", "en", "pt")
    }

    assert len(set(said.values())) == 3
    assert "Next step" in said["en"]
