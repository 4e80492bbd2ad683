"""What of the cluster the map shows, for the filters that somebody chose."""

from app.charts import Style
from app.i18n import reader
from app.widgets.map_view import MapView, map_option, projected, shown_actors, stored_view
from methodology.mapping import ActorKind, Inclusion, MapSettings, Measure, TieKind
from methodology.network import NetworkMeasures, build_graph, kinds_of, measure, settings_of
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, made, tie
from tests.samples import large_snapshot

STYLE = Style(reader(None, Language.ENGLISH))
ANDES = actor("Andes", employees=30)
BAMBA = actor("Bamba", employees=5)
CITE = actor("CITE", kind=ActorKind.SUPPORT)
OUT = actor("Fuera", inclusion=Inclusion.OUTSIDE)
ROWS = (
    ANDES,
    BAMBA,
    CITE,
    OUT,
    tie(ANDES, BAMBA, kind=TieKind.SUPPLY),
    tie(BAMBA, CITE, kind=TieKind.TRAINING),
)
SNAPSHOT = Snapshot(ROWS)


def measured(snapshot: Snapshot) -> NetworkMeasures:
    graph = build_graph(snapshot, settings_of(snapshot))
    return measure(graph, kinds_of(graph))


def names(snapshot: Snapshot, view: MapView) -> list[str]:
    return [found.name for found in shown_actors(snapshot, view)]


def drawn(view: MapView, snapshot: Snapshot = SNAPSHOT) -> dict:
    return map_option(snapshot, measured(snapshot), view, STYLE)["series"][0]


def marks(view: MapView) -> dict[str, float]:
    return {node["name"]: node["symbolSize"] for node in drawn(view)["data"] if "category" in node}


def relations(view: MapView) -> int:
    found = drawn(view)
    known = {node["id"] for node in found["data"] if "category" in node}
    return sum(each["source"] in known and each["target"] in known for each in found["links"])


def test_everything_shows_when_nothing_is_chosen():
    assert names(SNAPSHOT, MapView()) == ["Andes", "Bamba", "CITE", "Fuera"]
    assert relations(MapView()) == 2


def test_a_type_narrows_actors_and_relations():
    view = MapView(kinds=(ActorKind.PRODUCER,))

    assert names(SNAPSHOT, view) == ["Andes", "Bamba", "Fuera"]
    assert relations(view) == 1


def test_a_kind_of_relation_narrows_relations_alone():
    view = MapView(ties=(TieKind.TRAINING,))

    assert len(names(SNAPSHOT, view)) == 4
    assert relations(view) == 1


def test_the_settings_decide_who_counts():
    inside = made(MapSettings, "settings", inside_only=True, keep_isolates=True)
    rows = [
        each.model_copy(update={"inclusion": Inclusion.INSIDE}) if each in (ANDES, BAMBA) else each
        for each in ROWS
    ]
    snapshot = Snapshot([*rows, inside])

    assert names(snapshot, stored_view(snapshot)) == ["Andes", "Bamba"]


def test_the_size_follows_the_measure():
    by_staff = marks(MapView(size_by=Measure.EMPLOYEES))
    by_degree = marks(MapView(size_by=Measure.DEGREE))

    assert by_staff["Andes"] > by_staff["Bamba"] > by_staff["CITE"]
    assert by_degree["Bamba"] > by_degree["Andes"]


def test_the_stored_size_is_the_one_to_begin_with():
    stored = made(MapSettings, "settings", size_by=Measure.BETWEENNESS)

    assert stored_view(Snapshot([stored])).size_by is Measure.BETWEENNESS
    assert stored_view(Snapshot()).size_by is settings_of(Snapshot()).size_by


def test_hiding_a_type_leaves_the_measures_of_the_rest_as_they_are():
    whole = marks(MapView())
    narrowed = marks(MapView(kinds=(ActorKind.PRODUCER,)))

    assert narrowed["Bamba"] == whole["Bamba"]


def test_the_projector_has_a_taller_canvas_and_the_same_actors():
    view = MapView(kinds=(ActorKind.SUPPORT,), size_by=Measure.CLOSENESS)

    tall = projected(view)

    assert (tall.kinds, tall.size_by) == (view.kinds, view.size_by)
    assert (tall.width, tall.height > view.height) == (view.width, True)


def test_a_large_cluster_is_drawn_whole():
    snapshot = large_snapshot(300, 900)

    found = drawn(MapView(), snapshot)

    assert sum("category" in node for node in found["data"]) == 300


def test_the_same_view_draws_the_same_map():
    assert drawn(MapView()) == drawn(MapView())


def test_a_link_that_a_filter_empties_does_not_pass_for_a_missing_one():
    milk, glass = link("Acopio"), link("Vidrio", 2)
    farm = actor("Granja", ActorKind.SUPPLIER, link=milk.id)
    rows = Snapshot([milk, glass, farm, ANDES])

    titles = [
        node["name"]
        for node in drawn(MapView(kinds=(ActorKind.PRODUCER,)), rows)["data"]
        if str(node["id"]).startswith("title")
    ]

    assert titles == ["0 Vidrio", "1 Link not known"]
