"""How the cluster was chosen: candidates with their verdicts, and what they were ranked by."""

from collections.abc import Iterable
from typing import Any

from app.report.chapters.opening import own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.candidates import CandidateCluster, CandidateScore, SelectionCriterion
from methodology.concentration import FLOOR, SPECIALISED
from methodology.record import attribute
from methodology.selection import (
    VERDICTS,
    Selection,
    Standing,
    Weighed,
    notes,
    selection,
    selection_source,
    stars_told,
)

MOST_CANDIDATES = 5  # side by side in the table of values; more stand below each other


def has_selection(material: Material) -> bool:
    """Say whether there is anything to tell of how the cluster was chosen."""
    return bool(material.rows(CandidateCluster) or material.rows(SelectionCriterion))


def selection_tables(pen: Pen, material: Material) -> None:
    """Write candidates, concentration and values, with what has to be read beside them."""
    found = selection(material.snapshot)
    if found.standings:
        _candidates(pen, material, found)
        pen.table(_concentration(pen, found), f"{own_source(pen)} {_concentration_told(pen)}")
    if found.criteria:
        source = selection_source(material.snapshot).text(pen._)
        if len(found.standings) > MOST_CANDIDATES:
            columns = ("name", "weight", "unit")
            pen.table(record_grid(material, SelectionCriterion, columns=columns), own_source(pen))
            if material.rows(CandidateScore):
                pen.table(record_grid(material, CandidateScore), source)
        else:
            pen.table(_values(pen, material, found), source)
    pen.text("\n".join(note.text(pen._) for note in notes(found)))


def _candidates(pen: Pen, material: Material, found: Selection) -> None:
    _ = pen._
    label = pen.label("Table")
    pen.sentence(
        _("{table} shows the candidate clusters by the four criteria of the method."), table=label
    )
    standing = {one.candidate.id: one for one in found.standings}

    def say(name: str) -> Any:
        return lambda candidate: _.number_if_known(getattr(standing[candidate.id], name), 2)

    extra = (
        Extra(Column(_("Location quotient"), True), say("quotient")),
        Extra(Column(_("Score"), True), say("score")),
    )
    grid = record_grid(
        material,
        CandidateCluster,
        columns=("name", *VERDICTS),
        extra=extra,
        rows=[one.candidate for one in found.standings],
    )
    pen.table(grid, own_source(pen), label)


def _concentration(pen: Pen, found: Selection) -> Grid:
    """Return what the jobs of each candidate say of its concentration."""
    _ = pen._
    columns = (
        Column(_("Candidate cluster")),
        Column(_(attribute(CandidateCluster, "cluster_jobs").label), True),
        Column(_("Location quotient"), True),
        Column(_("Symmetric quotient"), True),
        Column(_("Jobs above expectation"), True),
        Column(_("Stars")),
    )
    rows = tuple(
        Row(
            (
                one.candidate.name,
                _.number_if_known(one.candidate.cluster_jobs),
                _.number_if_known(one.quotient, 2),
                _.number_if_known(one.symmetric, 2),
                _.number_if_known(one.above),
                stars_told(one.stars).text(_),
            )
        )
        for one in found.standings
    )
    return Grid(columns, rows, _("Concentration of the candidates"))


def _concentration_told(pen: Pen) -> str:
    """Say how the measures of concentration are counted, and what gives a star."""
    _ = pen._
    return _(
        "Location quotient: share of the activity in the region ÷ its share in the country; "
        "symmetric, (quotient − 1) ÷ (quotient + 1). Stars of the European Cluster Observatory, "
        "none under {floor} jobs: one for a quotient of {quotient} or more and, where regions are "
        "compared, one each for being in the first tenth by size and by weight in the region."
    ).format(floor=_.number(FLOOR), quotient=_.number(SPECIALISED, 0))


def _values(pen: Pen, material: Material, found: Selection) -> Grid:
    """Return criteria by candidates, with who gave the values beneath, and the score below all."""
    _ = pen._
    columns = (
        Column(_("Criterion")),
        Column(_("Weight"), True),
        *(Column(one.candidate.name, True) for one in found.standings),
    )
    rows = [_by(pen, material, weighed, found.standings) for weighed in found.criteria]
    total = (
        _("Weighted score"),
        "",
        *(_.number_if_known(one.score, 2) for one in found.standings),
    )
    return Grid(columns, (*rows, Row(total, is_total=True)), _("Values by criterion"))


def _by(pen: Pen, material: Material, by: Weighed, standings: Iterable[Standing]) -> Row:
    _, one = pen._, by.criterion
    scores = [row for row in material.snapshot.all(CandidateScore) if row.criterion == one.id]
    told = {
        _(attribute(CandidateScore, name).label): ", ".join(
            dict.fromkeys(words for row in scores if (words := getattr(row, name)))
        )
        for name in ("given_by", "source")
    }
    return Row(
        (
            f"{one.name} ({one.unit})" if one.unit else one.name,
            _.percent(by.share, 1, fixed=False),
            *(
                _.number_if_known(by.values.get(each.candidate.id), by.decimals)
                for each in standings
            ),
        ),
        tuple((label, words) for label, words in told.items() if words),
    )
