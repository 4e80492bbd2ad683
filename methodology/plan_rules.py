"""The parameters of the action plan: public share, orientation of each category, weights."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from methodology.action import Category, Orientation, Typology
from methodology.record import NOBODY, Called, Help, Label, Record, Unit
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

Rate = Annotated[int, Field(ge=0, le=100)]
Weighting = Annotated[int, Field(ge=0, le=100)]


class PlanRules(Record):
    """House defaults that the team may change; the sources give no percentages."""

    table = "plan_rules"
    title = N_("Parameters of the plan")
    about = N_("Public share by typology, orientation of each category, weights of the priority.")
    stage = Stage.ACTION_PLAN
    is_single = True

    begins_on: Annotated[
        date | None,
        Label(N_("First day of the plan")),
        Help(N_("Month 1 begins here; empty: when the 26 weeks are over")),
        Called("primer día del plan", "primeiro dia do plano"),
    ] = None
    structuring: Annotated[
        Rate, Label(N_("Public share: structuring projects")), Unit("%"), Called("estructuradores")
    ] = 80
    open_network: Annotated[
        Rate, Label(N_("Public share: open networks")), Unit("%"), Called("redes abiertas")
    ] = 50
    closed_network: Annotated[
        Rate, Label(N_("Public share: closed networks")), Unit("%"), Called("redes cerradas")
    ] = 50
    inter_cluster: Annotated[
        Rate, Label(N_("Public share: inter-cluster")), Unit("%"), Called("intercluster")
    ] = 70
    innovation: Annotated[
        Orientation, Label(N_("Orientation of product and process innovation"))
    ] = Orientation.RESEARCH
    efficiency: Annotated[Orientation, Label(N_("Orientation of operational efficiency"))] = (
        Orientation.PRODUCTION
    )
    business: Annotated[
        Orientation, Label(N_("Orientation of business development and internationalization"))
    ] = Orientation.MARKETS
    training: Annotated[Orientation, Label(N_("Orientation of specialized training"))] = (
        Orientation.PEOPLE
    )
    knowledge: Annotated[Orientation, Label(N_("Orientation of market and consumer knowledge"))] = (
        Orientation.MARKETS
    )
    suppliers: Annotated[Orientation, Label(N_("Orientation of supplier improvement"))] = (
        Orientation.PRODUCTION
    )
    regulation: Annotated[Orientation, Label(N_("Orientation of the regulatory framework"))] = (
        Orientation.ORGANISATION
    )
    institutions: Annotated[Orientation, Label(N_("Orientation of institutionality"))] = (
        Orientation.ORGANISATION
    )
    finance: Annotated[Orientation, Label(N_("Orientation of finance"))] = Orientation.ORGANISATION
    contribution: Annotated[
        Weighting, Label(N_("Weight: contribution to the options")), Unit("%")
    ] = 25
    gap_closed: Annotated[Weighting, Label(N_("Weight: gap closed")), Unit("%")] = 25
    reach: Annotated[Weighting, Label(N_("Weight: reach among beneficiaries")), Unit("%")] = 25
    externality: Annotated[Weighting, Label(N_("Weight: externality")), Unit("%")] = 25
    cost: Annotated[Weighting, Label(N_("Weight: cost")), Unit("%")] = 25
    time: Annotated[Weighting, Label(N_("Weight: time")), Unit("%")] = 25
    complexity: Annotated[Weighting, Label(N_("Weight: complexity")), Unit("%")] = 25
    dependence: Annotated[
        Weighting, Label(N_("Weight: dependence on third parties")), Unit("%")
    ] = 25

    @property
    def rates(self) -> Mapping[Typology, int]:
        """The public share of each typology, in percent."""
        return {each: getattr(self, each.value) for each in Typology}

    @property
    def orientations(self) -> Mapping[Category, Orientation]:
        """The orientation that each category's money counts under."""
        return {each: getattr(self, each.value) for each in Category}


def rules_of(snapshot: Snapshot) -> PlanRules:
    """Return the team's parameters; the defaults of the house while it set none."""
    return snapshot.one(PlanRules) or PlanRules(id=NOBODY)
