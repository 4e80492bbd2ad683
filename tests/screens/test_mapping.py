"""The map on the screen: filters, the clicked actor, the table beside it, measures and settings."""

import json

import pytest

from methodology.mapping import ActorKind, Inclusion, MapSettings, Measure, TieKind
from methodology.network import settings_note
from methodology.record import NOBODY
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, tie
from tests.screens.conftest import empty_project, make_folder, show_view, texts

MILK = link("Acopio")
ANDES = actor("Quesería Andes", link=MILK.id, employees=30)
BAMBA = actor(
    "Quesería Bamba",
    link=MILK.id,
    employees=5,
    position="Quiere vender la marca",
    turnover=150_000,
    export_share=40,
)
CITE = actor("CITE Lácteo", kind=ActorKind.SUPPORT)
ALONE = actor("Quesería Sola")
TIES = (tie(ANDES, BAMBA, kind=TieKind.SUPPLY), tie(BAMBA, CITE, kind=TieKind.TRAINING))


@pytest.fixture
def folder(tmp_path):
    rows = [*empty_project(), MILK, ANDES, BAMBA, CITE, ALONE, *TIES]
    return make_folder(tmp_path / "mapped", Snapshot(rows))


@pytest.fixture
def page(open_screen, folder):
    return open_screen("mapping", folder, "en")


def option(page) -> dict:
    """Return what ECharts draws."""
    [chart] = page.get("echarts_chart")
    return json.loads(chart.proto.spec)


def marks(page) -> dict[str, dict]:
    """Return the actors on the map by name."""
    nodes = option(page)["series"][0]["data"]
    return {node["name"]: node for node in nodes if "category" in node}


def lines(page) -> set[frozenset[str]]:
    """Return the relations on the map by the names of their ends."""
    series = option(page)["series"][0]
    names = {node["id"]: node["name"] for node in series["data"] if "category" in node}
    found = [(each["source"], each["target"]) for each in series["links"]]
    return {frozenset(names[end] for end in ends) for ends in found if set(ends) <= set(names)}


def test_the_title_counts_actors_and_relations(page):
    assert page.title[0].value.replace("\\", "") == "4 actors, 2 relations"


def test_the_map_shows_every_actor_and_relation(page):
    assert set(marks(page)) == {"Quesería Andes", "Quesería Bamba", "CITE Lácteo", "Quesería Sola"}
    assert lines(page) == {
        frozenset({"Quesería Andes", "Quesería Bamba"}),
        frozenset({"Quesería Bamba", "CITE Lácteo"}),
    }


def test_the_types_shown_can_be_narrowed(page):
    page.multiselect(key="map_kinds").set_value([ActorKind.PRODUCER]).run()

    assert set(marks(page)) == {"Quesería Andes", "Quesería Bamba", "Quesería Sola"}
    assert lines(page) == {frozenset({"Quesería Andes", "Quesería Bamba"})}


def test_the_relations_shown_can_be_narrowed(page):
    page.multiselect(key="map_ties").set_value([TieKind.TRAINING]).run()

    assert len(marks(page)) == 4
    assert lines(page) == {frozenset({"Quesería Bamba", "CITE Lácteo"})}


def test_only_types_and_relations_that_occur_are_offered(page):
    assert len(page.multiselect(key="map_kinds").options) == 2
    assert len(page.multiselect(key="map_ties").options) == 2


def test_marks_are_sized_by_the_chosen_measure(page):
    by_degree = marks(page)
    page.selectbox(key="map_size_degree").set_value(Measure.EMPLOYEES).run()
    by_staff = marks(page)

    assert by_degree["Quesería Bamba"]["symbolSize"] > by_degree["Quesería Andes"]["symbolSize"]
    assert by_staff["Quesería Andes"]["symbolSize"] > by_staff["Quesería Bamba"]["symbolSize"]


def test_the_settings_are_printed_under_the_map(page):
    note = settings_note(MapSettings(id=ANDES.id))

    assert note in texts(page)


def test_the_map_is_the_same_every_time(open_screen, folder):
    first, second = (option(open_screen("mapping", folder, "en")) for _turn in range(2))

    assert first == second


def click(page, name: str):
    """Choose a mark, as a click does."""
    place = [*marks(page)].index(name)
    [chart] = page.get("echarts_chart")
    key = next(
        key
        for key in page.session_state.to_dict()
        if str(key).startswith("map_") and str(key)[4:].isdigit()
    )
    page.session_state[key] = {
        "selection": {"selected": [{"data_type": "node", "data_indices": [place]}], "areas": []}
    }
    assert chart
    return page.run()


def test_a_clicked_actor_shows_its_card(page):
    click(page, "Quesería Bamba")

    said = texts(page)
    assert not page.exception
    assert [one.proto.dialog.title for one in page.get("dialog")] == ["Quesería Bamba"]
    assert "Works with" in said
    assert "Turnover S/ 1,500" in said.replace(":gray[Turnover]", "Turnover")
    assert "40 % of sales" in said
    assert "Quesería Andes\nCITE Lácteo" in said


def test_the_card_tells_nothing_private(page):
    click(page, "Quesería Bamba")

    assert "Quiere vender la marca" not in texts(page)


def test_the_table_says_what_the_map_shows(page):
    show_view(page, "mapping_figure", "table")

    table = page.dataframe[0].value.set_index("Name")

    assert next(iter(table.index)) == "Quesería Bamba"
    assert table.loc["Quesería Bamba", "Relations"] == 2
    assert table.loc["Quesería Bamba", "Works with"] == "Quesería Andes; CITE Lácteo"
    assert table.loc["Quesería Sola", "Relations"] == 0


def test_two_actors_have_nobody_between_them(open_screen, tmp_path):
    rows = [*empty_project(), MILK, ANDES, BAMBA, TIES[0]]
    page = open_screen("mapping", make_folder(tmp_path / "two", Snapshot(rows)), "en")
    show_view(page, "mapping_figure", "table")

    table = page.dataframe[0].value

    assert [*table["Betweenness"]] == ["n/d", "n/d"]
    assert [*table["Closeness"]] == ["1.0000", "1.0000"]


def test_measures_are_those_of_the_settings(page):
    show_view(page, "mapping_figure", "measures")

    values = dict(page.dataframe[0].value.itertuples(index=False))

    assert values["Actors"] == "4"
    assert values["Related pairs"] == "2"
    assert values["Density"] == "0.3333"
    assert values["Without relations"] == "1: Quesería Sola"
    assert values["Would split the network"] == "Quesería Bamba"


def test_leaving_out_isolates_changes_the_measures_and_is_printed(open_screen, folder, look_inside):
    page = open_screen("mapping", folder, "en")
    show_view(page, "mapping_figure", "measures")
    assert page.checkbox[0].value is True
    page.checkbox[0].set_value(False)

    [save] = [button for button in page.button if button.label == "Save changes"]
    save.click().run()

    stored = look_inside(folder).snapshot().one(MapSettings)
    values = dict(page.dataframe[0].value.itertuples(index=False))
    assert not page.exception
    assert stored.keep_isolates is False
    assert (values["Actors"], values["Density"]) == ("3", "0.6667")
    assert "Actors without relations are left out." in texts(page)


def test_the_firms_of_each_link_are_drawn(page):
    show_view(page, "mapping_figure", "chain")

    assert len(page.get("plotly_chart")) == 1


def test_names_with_markup_stay_words(open_screen, tmp_path):
    wild = actor("<img src=x onerror=alert(1)> **x** :red[y]")
    folder = make_folder(
        tmp_path / "wild", Snapshot([*empty_project(), wild, CITE, tie(wild, CITE)])
    )
    page = open_screen("mapping", folder, "en")
    click(page, wild.name)

    [shown] = [one.proto.dialog.title for one in page.get("dialog")]
    assert "onerror" in shown
    assert all(f"\\{sign}" in shown for sign in "<*[")


def test_firms_by_link_say_what_is_missing_while_no_actor_has_a_type(open_screen, tmp_path):
    rows = [*empty_project(), MILK, actor("Quesería Nueva", kind=None)]
    page = open_screen("mapping", make_folder(tmp_path / "untyped", Snapshot(rows)), "en")

    show_view(page, "mapping_figure", "chain")

    assert not page.get("plotly_chart")
    assert "No actor inside the scope has the type of a firm yet" in texts(page)


def test_measures_name_nobody_where_nobody_is_without_relations(open_screen, tmp_path):
    rows = [*empty_project(), MILK, ANDES, BAMBA, TIES[0]]
    page = open_screen("mapping", make_folder(tmp_path / "tied", Snapshot(rows)), "en")
    show_view(page, "mapping_figure", "measures")

    values = dict(page.dataframe[0].value[["Measure", "Value"]].to_numpy())

    assert values["Without relations"] == "0"


def test_a_map_that_its_settings_empty_says_so_and_leads_to_them(open_screen, tmp_path):
    away = actor("Quesería Lejana", link=MILK.id, inclusion=Inclusion.OUTSIDE)
    rows = [*empty_project(), MILK, away, MapSettings(id=NOBODY, inside_only=True)]
    page = open_screen("mapping", make_folder(tmp_path / "alone", Snapshot(rows)))
    assert "Los ajustes del mapa dejan fuera a todos los actores" in texts(page)
    page = show_view(page, "mapping_figure", "table")
    assert not page.dataframe

    page.button(key="mapping_settings").click().run()

    assert not page.exception
    assert page.session_state["mapping_figure"] == "measures"


def test_an_empty_table_says_where_to_begin(open_screen, empty_folder, folder):
    for where, is_empty in ((empty_folder, True), (folder, False)):
        page = show_view(open_screen("mapping", where, "en"), "mapping_view", "data")

        assert not page.exception
        assert ("Type or paste in the first line" in texts(page)) is is_empty
