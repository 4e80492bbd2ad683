"""Codes of projects that a plan was exported with: people quote them, so they stay as they are."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import Field

from methodology.action import PlanProject
from methodology.code_order import code_place
from methodology.record import Key, Label, Name, Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark


class PublishedCode(Record):
    """The code that a project had in the first exported plan that it stands in."""

    table = "published_code"
    title = N_("Published codes")
    about = N_("Codes of projects as exported plans have them; they are never given away.")
    stage = Stage.ACTION_PLAN
    is_internal = True

    code: Annotated[Name, Label(N_("Code")), Key()]
    about_id: Annotated[UUID, Label(N_("Project"))]
    number: Annotated[int, Field(ge=1), Label(N_("Document number"))]
    published_on: Annotated[date, Label(N_("Date"))]


def to_publish(snapshot: Snapshot, number: int, on: date) -> tuple[PublishedCode, ...]:
    """Return what has to be noted when a plan goes out under a number: codes not noted before."""
    known = {one.code for one in snapshot.all(PublishedCode)}
    return tuple(
        PublishedCode(
            id=uuid5(project.id, project.code),
            code=project.code,
            about_id=project.id,
            number=number,
            published_on=on,
        )
        for project in snapshot.all(PlanProject)
        if project.code and project.code not in known
    )


def renumbered(snapshot: Snapshot) -> tuple[Remark, ...]:
    """Return what became of published codes that do not stand as they did.

    A project that was dropped keeps its code free; one that lost it, or took another's, is told.
    """
    return tuple(_renumbered(snapshot))


def _renumbered(snapshot: Snapshot) -> Iterator[Remark]:
    holders = {project.code: project for project in snapshot.all(PlanProject) if project.code}
    for first in sorted(snapshot.all(PublishedCode), key=lambda one: code_place(one.code)):
        code = first.code
        holder, owner = holders.get(code), snapshot.get(PlanProject, first.about_id)
        if holder and holder.id != first.about_id:
            yield Remark(
                N_("{code} was another project in document {number}"),
                {"code": code, "number": first.number},
            )
        elif owner and owner.code != code:
            yield Remark(
                N_("{code} of document {number} is now {now}"),
                {"code": code, "number": first.number, "now": owner.code or "—"},
            )
