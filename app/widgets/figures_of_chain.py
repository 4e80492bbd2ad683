"""The strategic thread on screen: the figure of one element, and how many steps it shows."""

from collections.abc import Mapping, Sequence

from app import charts
from app.i18n import Reader
from app.widgets.figure import WHOLE, Figure, Make, Subjects
from methodology.chain import Element, Rung, chain
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

TITLE = N_("Strategic thread")


def elements(snapshot: Snapshot) -> list[Element]:
    """Return the elements to choose from: projects first, then back to the trends."""
    found = chain(snapshot)
    return [one for rung in reversed(Rung) for one in found.on(rung)]


def _records(snapshot: Snapshot) -> Sequence[Record]:
    found = (snapshot.get(one.rung.cls, one.id) for one in elements(snapshot))
    return [record for record in found if record]


def _about(record: Record) -> Figure:
    def make(snapshot: Snapshot, style: charts.Style) -> object:
        return charts.thread_figure(chain(snapshot), record.id, style)

    return _figure(make)


def _first(snapshot: Snapshot, style: charts.Style) -> object:
    found = elements(snapshot)
    return charts.thread_figure(chain(snapshot), found[0].id, style) if found else None


def _source(snapshot: Snapshot, _: Reader) -> str:
    found = chain(snapshot)
    steps = _.number(len(found.steps(found.elements)))
    return _(
        "References that the team declared: {steps} steps among {elements} elements. Steps that a "
        "longer way tells too are not drawn; discarded options are left out."
    ).format(steps=steps, elements=_.number(len(found.elements)))


def _figure(make: Make) -> Figure:
    subjects = Subjects(_records, _about)
    return Figure(Stage.ACTION_PLAN, TITLE, make, _source, subjects=subjects, least=WHOLE)


FIGURES: Mapping[str, Figure] = {"thread": _figure(_first)}
