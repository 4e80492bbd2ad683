"""What is measured: screens, the plan, the import and the map, each against a yardstick."""

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import networkx
from docx import Document
from streamlit.testing.v1 import AppTest

from app import recent
from app.demonstration import build_demonstration
from app.exchange.importing import import_file
from app.exchange.planning import plan_import
from app.i18n import reader
from app.report import build, default_template
from app.store import ChangeSet, Put
from app.store.opening import create_folder
from methodology.boxes import boxes
from methodology.lanes import lane_map
from methodology.mapping import Actor
from methodology.network import build_graph, settings_of
from methodology.project import Project
from methodology.project_sheet import Activity
from methodology.snapshot import Snapshot
from methodology.timetable import timetable
from tests.benchmarks.timing import Comparison, compare
from tests.plans import activity, project
from tests.samples import large_snapshot, random_snapshot

APP = Path(__file__).resolve().parents[2] / "app"
ACTORS, TIES, ROWS = 300, 900, 1000
PROJECTS, ACTIVITIES = 40, 10  # a large plan
CROWD = {  # rows of each table in the largest plan that the screens are to bear
    "actor": ACTORS, "tie": TIES, "contact": 100, "chain_link": 10, "statistic": 60,
    "meeting": 12, "attendance": 400, "rater": 64, "force_factor": 40, "force_score": 1600,
    "purchase_factor": 40, "factor_score": 1600, "strategic_option": 6, "option_criterion": 10,
    "option_score": 1000, "option_merit": 30, "diamond_factor": 40, "diamond_score": 1600,
    "ideal": 240, "gap_decision": 100, "success_factor": 12, "success_need": 40,
    "improvement_area": 10, "plan_project": 40, "activity": 400, "budget_item": 200,
    "project_indicator": 80, "project_rating": 1200, "commitment": 100,
}  # fmt: skip
SCREEN_TIMES, SCREEN_EXTRA_MS, PLAN_TIMES = 3.0, 30.0, 10.0
FIGURE_EXTRA_MS = 60.0
TIMETABLE_TIMES = 12.0
DAY = date(2026, 11, 23)


def comparisons(scratch: Path) -> Iterator[Comparison]:
    """Yield every comparison, one at a time; `scratch` is a folder to work in."""
    snapshot = large_snapshot(ACTORS, TIES)
    yield from screens(stored(snapshot, scratch / "project"))
    yield from figures(stored(random_snapshot(sizes=CROWD), scratch / "crowded"))
    yield from the_plan("the demonstration", demonstrated(scratch), PLAN_TIMES)
    yield from the_plan(f"{ACTORS} actors", snapshot)
    yield from the_import(scratch)
    yield from the_map(snapshot)
    yield the_timetable()


def stored(snapshot: Snapshot, path: Path) -> Path:
    """Write a snapshot to a project folder and return it."""
    folder = create_folder(path, snapshot.one(Project), by="benchmark")
    puts = tuple(Put(record) for record in snapshot if not isinstance(record, Project))
    folder.apply(ChangeSet("Import", puts), by="benchmark")
    folder.close()
    return folder.path


def screens(path: Path) -> Iterator[Comparison]:
    """Compare a rerun of each screen with a rerun of an empty script."""
    for name, page in pages(path):
        yield against_nothing(f"rerun of screen {name}, {ACTORS} actors", page, SCREEN_EXTRA_MS)


def figures(path: Path) -> Iterator[Comparison]:
    """Compare a rerun of each figure of each screen with a rerun of an empty script."""
    for name, page in pages(path):
        page.run()
        choices = [one for one in page.button_group if str(one.key).endswith("_figure")]
        for key, option in [(one.key, option) for one in choices for option in one.options]:
            page.button_group(key).set_value(option)
            page.run()
            yield against_nothing(f"rerun of {name}, {option}, crowded", page, FIGURE_EXTRA_MS)


def pages(path: Path) -> Iterator[tuple[str, AppTest]]:
    """Yield the name of each screen, and the page turned to it."""
    key = recent.remember(path, path.name)
    for script in sorted((APP / "screens").glob("*.py")):
        page = AppTest.from_file(str(APP / "main.py"), default_timeout=120)
        page.query_params["project"] = key
        page.run()
        page.switch_page(f"screens/{script.name}")
        yield script.stem, page


def against_nothing(what: str, page: AppTest, extra: float) -> Comparison:
    """Compare a rerun of a page with a rerun of an empty script."""
    empty = AppTest.from_string("", default_timeout=120)
    return compare(what, page.run, "an empty script", empty.run, times=SCREEN_TIMES, extra=extra)


def demonstrated(scratch: Path) -> Snapshot:
    """Return the project of the demonstration."""
    folder = build_demonstration(scratch / "demonstration", DAY)
    folder.close()
    return folder.snapshot()


def the_plan(whose: str, snapshot: Snapshot, times: float | None = None) -> Iterator[Comparison]:
    """Compare the export of a plan with opening and saving its template, and an empty document."""
    template, spoken = default_template(), reader(snapshot.one(Project))

    def export() -> bytes:
        return build(Snapshot(snapshot), spoken, on=DAY, number=1)  # as nobody read it before

    def open_and_save() -> None:
        Document(str(template)).save(BytesIO())

    def empty() -> None:
        Document().save(BytesIO())

    what = f"export of the plan, {whose}"
    yield compare(
        what, export, "open and save of its template", open_and_save, turns=9, times=times
    )
    yield compare(what, export, "an empty document of python-docx", empty, turns=9)


def the_import(scratch: Path) -> Iterator[Comparison]:
    """Compare the import of many rows, from bytes to disk, with reading them as CSV."""
    rows = [[f"Quesería {number}", "Productor final", number] for number in range(ROWS)]
    text = StringIO()
    csv.writer(text, delimiter=";").writerows([["Nombre", "Tipo", "Empleados"], *rows])
    data, numbers = text.getvalue().encode("utf-8"), iter(range(1000))

    def take_in() -> None:
        project = Project(id=large_snapshot(2, 1).one(Project).id, name="Import")
        folder = create_folder(scratch / f"import-{next(numbers)}", project, by="benchmark")
        snapshot = folder.snapshot()
        plan = plan_import(data, "actores.csv", snapshot, reader(project), cls=Actor)
        import_file(folder, plan, data, by="benchmark", on=DAY)
        folder.close()

    def read() -> None:
        list(csv.reader(StringIO(text.getvalue()), delimiter=";"))

    yield compare(f"import of {ROWS} rows, backup included", take_in, "csv.reader", read, turns=3)


def the_map(snapshot: Snapshot) -> Iterator[Comparison]:
    """Compare our layout with networkx's spring and, where it is installed, graphviz' sfdp."""
    graph = build_graph(snapshot, settings_of(snapshot))

    def layout() -> object:
        return lane_map(boxes(snapshot), graph.edges)

    what = f"layout of the map, {ACTORS} actors, {TIES} relations"
    yield compare(what, layout, "networkx spring_layout", lambda: spring(graph), turns=5)
    if shutil.which("sfdp"):
        yield compare(what, layout, "graphviz sfdp", sfdp(graph), turns=5)


def the_timetable() -> Comparison:
    """Compare the schedule of a large plan with networkx's longest path over the same activities.

    Ours makes both passes and names the slack of each activity; theirs finds the path alone.
    """
    owners = [project(f"P{place:02d}") for place in range(PROJECTS)]
    work: list[Activity] = []
    for owner in owners:
        for place in range(ACTIVITIES):
            after = (work[-1].id,) if place else ()
            work.append(activity(owner, f"{owner.code}.{place}", 3, after=after))
    records, graph = [*owners, *work], networkx.DiGraph()
    graph.add_weighted_edges_from((before, one.id, 3) for one in work for before in one.after)
    return compare(
        f"timetable of {PROJECTS} projects, {len(work)} activities",
        lambda: timetable(Snapshot(records)),  # as nobody read it before
        "networkx dag_longest_path",
        lambda: networkx.dag_longest_path(graph),
        times=TIMETABLE_TIMES,
    )


def spring(graph: networkx.Graph) -> object:
    """Return networkx's own layout, with its seed fixed as ours is."""
    return networkx.spring_layout(graph, seed=1)


def sfdp(graph: networkx.Graph) -> Callable[[], object]:
    """Return what has graphviz lay the graph out."""
    numbers = {node: number for number, node in enumerate(graph)}
    edges = "".join(f"{numbers[one]}--{numbers[other]};" for one, other in graph.edges)
    dot = f"graph {{{edges}}}".encode()
    return lambda: subprocess.run(["sfdp", "-Tplain"], input=dot, capture_output=True, check=True)
