"""One small cluster counted by hand: every number of its plan, in three countries."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from methodology.characterization import Indicator, Perimeter, Quality, ReferenceCluster, Statistic
from methodology.mapping import ActorKind, Contact, Inclusion, LinkRole, TieKind
from methodology.process import (
    Attendance,
    Interview,
    Meeting,
    MeetingKind,
    StageWindow,
    TeamMember,
    TeamRole,
)
from methodology.project import Country, Currency, Language, Project, Waiver
from methodology.scope import Answer, Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, link, made, tie
from tests.report.word import charts, tables, text_of, written

EN, ES, PT = Language.ENGLISH, Language.SPANISH, Language.PORTUGUESE
START, HELD = date(2026, 1, 5), date(2026, 3, 2)
MILK, CHEESE = link("Milk", 1, LinkRole.PRIMARY), link("Cheese", 2)
AGING = link("Aging", 3, missing="Done in Lima")

FARM = actor("Farm", ActorKind.SUPPLIER, link=MILK.id, employees=3, turnover=100_000_00)
RANCH = actor("Ranch", ActorKind.SUPPLIER, link=MILK.id, employees=12)
DAIRY = actor("Dairy", link=CHEESE.id, employees=45, turnover=900_000_00, export_share=20)
PRESS = actor("Press", link=CHEESE.id, employees=60, turnover=1_000_000_00, export_share=40)
SHOP = actor("Shop", ActorKind.BUYER, employees=300)
BANK = actor("Bank", ActorKind.FINANCE)
FAR = actor("Far", link=CHEESE.id, employees=999, inclusion=Inclusion.OUTSIDE)
FIRMS = tuple(
    one.model_copy(update={"inclusion": Inclusion.INSIDE}) for one in (FARM, RANCH, DAIRY, PRESS)
)
ACTORS = (*FIRMS, SHOP, BANK, FAR)
TIES = (
    tie(FARM, DAIRY, kind=TieKind.SUPPLY),
    tie(RANCH, DAIRY, kind=TieKind.SUPPLY),
    tie(DAIRY, SHOP, kind=TieKind.SUPPLY),
    tie(BANK, DAIRY, kind=TieKind.FINANCE),
)
IDIAZABAL = made(ReferenceCluster, "r", name="Idiazabal", country="Spain")
TABLE = made(
    Meeting, "t", name="Mesa", kind=MeetingKind.VALIDATION, about_stage=Stage.MAPPING,
    held_on=HELD, minutes="Corrected", people=9,
)  # fmt: skip


def stat(indicator, value, year=2025, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(value), year=year, **values)


RECORDS = (
    MILK, CHEESE, AGING, *ACTORS, *TIES, IDIAZABAL, TABLE,
    made(Scope, "s", sector="Dairy", statement="Cheese", rule="Makes it", accepted_on=HELD),
    made(Segment, "g", name="Mature", same_customers=Answer.YES, same_rivals=Answer.YES,
         own_name=Answer.YES, enough_firms=Answer.NO, verdict=SegmentVerdict.OUTSIDE),
    made(TeamMember, "m", name="Ana", role=TeamRole.LEAD),
    made(Contact, "c", name="Rosa", actor=DAIRY.id, is_lead=True, consent=True),
    made(Attendance, "a1", meeting=TABLE.id, actor=DAIRY.id, people=2),
    made(Attendance, "a2", meeting=TABLE.id, actor=BANK.id, people=1),
    made(Interview, "i1", actor=DAIRY.id, held_on=HELD),
    made(Interview, "i2", actor=DAIRY.id, held_on=date(2026, 4, 1)),
    made(Interview, "i3", actor=FARM.id, held_on=HELD),
    made(StageWindow, "w", planned_stage=Stage.SCOPE, first_week=1, last_week=2,
         closed_on=date(2026, 1, 23)),
    made(Waiver, "v", check="mapping.buyers", stage_waived=Stage.MAPPING,
         reason="One buyer only", waived_on=HELD),
    stat(Indicator.FIRMS, 40, source="Census", quality=Quality.MEASURED),
    stat(Indicator.FIRMS, 32, 2023, source="Census"),
    stat(Indicator.FIRMS, 30, link=MILK.id, source="Census"),
    stat(Indicator.FIRMS, 10, link=CHEESE.id, source="Census"),
    stat(Indicator.EMPLOYMENT, 1200),
    stat(Indicator.EMPLOYMENT, 48_000, perimeter=Perimeter.REGION, source="Census"),
    stat(Indicator.FIRMS, 160, 2024, perimeter=Perimeter.REFERENCE, reference=IDIAZABAL.id),
)  # fmt: skip
PLACES = {
    EN: (Country.UNITED_STATES, Currency.USD),
    ES: (Country.URUGUAY, Currency.UYU),
    PT: (Country.BRAZIL, Currency.BRL),
}


@cache
def plan(language=EN):
    country, currency = PLACES[language]
    project = made(
        Project, "p", name="Quesos", country=country, currency=currency, starts_on=START,
        promoter="CITE", public_counterpart="Region",
    )  # fmt: skip
    return written(Snapshot([project, *RECORDS]), language)


def table(title):
    """Return a table of the English plan without its header and the lines beneath its rows."""
    found = tables(plan())[title]
    return [row for row in found[1:] if len(row) == len(found[0])]


def test_weeks_of_a_stage_become_days_and_the_plan_of_the_team_counts():
    rows = {row[0]: row[1:] for row in table("Weeks of each stage")}

    assert rows["1. Scope of intervention"] == [
        "1",
        "2",
        "Jan 5, 2026",
        "Jan 18, 2026",
        "Jan 23, 2026",
        "Weeks late: 1",
    ]
    assert rows["2. Mapping"] == ["2", "9", "Jan 12, 2026", "Mar 8, 2026", "", ""]
    assert rows["11. Monitoring and evaluation"][:4] == ["23", "26", "Jun 8, 2026", "Jul 5, 2026"]


def test_people_listed_at_a_meeting_stand_by_type_beside_the_head_count():
    assert table("Attendance by type of actor") == [
        ["Mesa", "Final producer: 2; Finance: 1", "3", "9"]
    ]


def test_actor_interviewed_twice_was_heard_once():
    assert "Actors interviewed: 2 of 7." in text_of(plan())


def test_rule_of_the_scope_is_counted_over_every_actor():
    assert table("Actors by the rule for inclusion") == [
        ["Inside", "4", "57%"],
        ["Periphery", "0", "0%"],
        ["Outside", "1", "14%"],
        ["Not decided yet", "2", "29%"],
        ["Total", "7", "100%"],
    ]


def test_one_no_fails_a_segment_whatever_was_decided_about_it():
    (row,) = table("Candidate segments")

    assert row == ["Mature", "Yes", "Yes", "Yes", "No", "Outside the scope", "Fails a test"]


def test_links_are_counted_by_the_firms_inside_and_the_missing_one_is_explained():
    assert table("Links of the chain") == [
        ["1", "Milk", "Primary production", "", "2"],
        ["2", "Cheese", "Transformation", "", "2"],
        ["3", "Aging", "Transformation", "Done in Lima", "0"],
    ]
    assert table("Firms and buyers by link and type") == [
        ["Milk", "2", "Supplier: 2"],
        ["Cheese", "2", "Final producer: 2"],
        ["Link not known", "1", "Buyer: 1"],
    ]


def test_measures_are_those_of_a_star_of_five_with_two_alone():
    assert dict(table("The network in numbers")) == {
        "Actors": "7",
        "Related pairs": "4",
        "Density": "0.190",
        "Degree centralization": "0.667",
        "Betweenness centralization": "0.400",
        "Connected pieces": "3",
        "Actors without relations": "2",
        "Communities": "3",
        "Modularity (Q)": "0.000",
        "Transitivity": "0.000",
        "Diameter of the largest piece": "2",
        "Mean path in the largest piece": "1.600",
        "E–I index by type of actor": "1.000",
    }


def test_dairy_stands_in_the_middle_of_everybody():
    first, *others = table("Best connected actors")

    assert first == ["Dairy", "Final producer", "4", "0.400", "0.667"]
    assert {row[2] for row in others} == {"1", "0"}
    roles = "Liaison 5, Itinerant 1"  # of six pairs, only farm and ranch are of one type
    assert table("Brokers of the network") == [[*first, roles]]


def test_relations_are_drawn_by_kind_and_actors_by_type():
    drawn = [one.cached for one in charts(plan())]

    assert [["Finance", "Buys and sells"], ["Relations", 1.0, 3.0]] in drawn
    assert any(
        set(zip(names, values[1:], strict=True))
        == {("Final producer", 3.0), ("Supplier", 2.0), ("Buyer", 1.0), ("Finance", 1.0)}
        for names, values in (one for one in drawn if len(one) == 2)
    )


def test_headlines_grow_from_their_first_year():
    assert table("Main figures of the cluster") == [
        ["Firms", "40", "2025", "Measured", "11.8% since 2023", "Census"],
        ["Employment", "1,200", "2025", "Estimated", "", "Pending"],
    ]


def test_weight_in_the_region_is_one_in_forty():
    (row,) = table("Weight of the cluster")

    assert row[:3] == ["Employment", "Region", "2025"]
    assert row[3].startswith("2.5")


def test_parts_of_the_chain_add_up():
    assert table("Parts and totals") == [["Firms", "2025", "40", "40", "Yes"]]


def test_firms_are_put_in_their_classes_and_those_outside_left_out():
    assert table("Firms and employees by size") == [
        ["Large (250+)", "0", "0"],
        ["Medium (50–249)", "1", "60"],
        ["Small (10–49)", "2", "57"],
        ["Micro (0–9)", "1", "3"],
    ]


def test_size_of_firms_is_drawn_as_it_is_tabled():
    drawn = [dict(zip(one.cached[0], one.cached[1][1:], strict=True)) for one in charts(plan())]

    assert {
        "Large (250+)": 0.0,
        "Medium (50–249)": 1.0,
        "Small (10–49)": 2.0,
        "Micro (0–9)": 1.0,
    } in drawn


def test_ratios_say_from_what_they_come():
    rows = {row[0]: row[1:] for row in table("Size and productivity")}

    assert rows["Employees per firm"] == ["30.00", "30.00", "28.50", "4"]
    assert [one.replace("\xa0", " ") for one in rows["Turnover per firm"]] == [
        "n/d",
        "$ 666,667",
        "$ 900,000",
        "3",
    ]
    assert rows["Exports over turnover"][0] == "n/d"
    assert [one.rstrip("%0.") for one in rows["Exports over turnover"][1:]] == ["3", "3", "2"]


def test_concentration_of_turnover_is_that_of_one_nine_and_ten():
    rows = {row[0]: row[1:] for row in table("Concentration")}

    assert rows["Turnover"][0] == "3"
    assert rows["Turnover"][-2:] == ["4,550", "0.30"]
    assert rows["Employees"][0] == "4"


def test_reference_cluster_is_four_times_as_large():
    assert table("Comparison with reference clusters") == [
        ["Firms", "Idiazabal", "160", "2024", "40", "2025", "0.25"]
    ]


def test_waived_check_stands_with_its_reason():
    found = text_of(plan())

    assert "One buyer only" in found
    assert "At least three buyers were interviewed" in found


@pytest.mark.parametrize(
    ("language", "thousand", "share", "money"),
    [(EN, "1,200", "57%", "$ 666,667"), (ES, "1.200", "57%", "$ 666.667"),
     (PT, "1.200", "57%", "R$ 666.667")],
)  # fmt: skip
def test_same_numbers_are_written_as_each_country_does(language, thousand, share, money):
    found = text_of(plan(language)).replace("\xa0", " ")

    assert {thousand, share, money} <= {*found.split("\n")}


@pytest.mark.parametrize("language", [ES, PT])
def test_translation_changes_no_number(language):
    def numbers(spoken):
        figures = re.findall(r"\d+(?:[.,]\d+)*", "\n".join(chart_values(spoken)))
        return sorted(figures)

    assert numbers(language) == numbers(EN)


def chart_values(language):
    return [str(value) for one in charts(plan(language)) for column in one.kept for value in column]


def test_every_chart_shows_what_its_workbook_holds():
    for one in charts(plan()):
        assert one.cached == one.kept
        assert one.formulas == 0
