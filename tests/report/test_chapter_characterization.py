"""Section 4: figures with year and source, parts by link, size, concentration, comparison."""

from decimal import Decimal
from itertools import count
from uuid import UUID

import pytest

from methodology.characterization import (
    Indicator,
    Perimeter,
    Quality,
    ReferenceCluster,
    Statistic,
)
from methodology.mapping import Actor, ActorKind, ChainLink
from methodology.project import Country, Currency, Language, Project
from methodology.snapshot import Snapshot
from tests.report.word import between, charts, headings, opened, tables, text_of, written

EN = Language.ENGLISH
PROJECT = Project(
    id=UUID(int=1), name="Cheese", country=Country.UNITED_STATES, currency=Currency.USD, language=EN
)
LINKS = [ChainLink(id=UUID(int=2 + n), name=f"Link {n}", order=n) for n in (1, 2)]
NUMBERS = count(1000)


def _figure(indicator, year, value, **values):
    return Statistic(
        id=UUID(int=next(NUMBERS)),
        indicator=indicator,
        year=year,
        value=Decimal(str(value)),
        **values,
    )


def _written(*records):
    return written(Snapshot([PROJECT, *records]), EN)


def test_the_latest_total_stands_with_year_quality_growth_and_source():
    figures = [
        _figure(Indicator.FIRMS, 2020, 100, source="Census"),
        _figure(Indicator.FIRMS, 2025, 161.051, source="Survey", quality=Quality.MEASURED),
    ]

    rows = tables(_written(*figures))["Main figures of the cluster"]

    assert rows[1] == ["Firms", "161.051", "2025", "Measured", "10.0% since 2020", "Survey"]


def test_a_figure_without_source_says_pending():
    rows = tables(_written(_figure(Indicator.TURNOVER, 2025, 5_000_000)))

    name, value, *rest = rows["Main figures of the cluster"][1]
    assert (name, value.replace("\xa0", " ")) == ("Turnover", "$ 5,000,000")
    assert rest == ["2025", "Estimated", "Pending"]


def test_the_summary_shows_five_figures_at_most():
    figures = [_figure(indicator, 2025, 10) for indicator in Indicator]

    data = _written(*figures)

    lines = between(data, "Executive summary", "1. The initiative")
    assert any("Main figures of the cluster" in text for _style, text in lines)
    first = next(table for table in opened(data).tables if table.cell(0, 0).text == "Indicator")
    assert len(first.rows) == 1 + 5 + 1  # header and source line


def test_the_weight_of_the_cluster_is_a_share_of_the_same_year():
    figures = [
        _figure(Indicator.EMPLOYMENT, 2025, 50),
        _figure(Indicator.EMPLOYMENT, 2025, 1000, perimeter=Perimeter.REGION),
        _figure(Indicator.EMPLOYMENT, 2024, 10, perimeter=Perimeter.COUNTRY),
    ]

    rows = tables(_written(*figures))["Weight of the cluster"]

    assert [[row[0], row[1], row[2]] for row in rows[1:]] == [["Employment", "Region", "2025"]]
    assert rows[1][3].startswith("5")


def test_parts_by_link_are_drawn_and_set_against_the_total():
    figures = [
        _figure(Indicator.FIRMS, 2025, 30, link=LINKS[0].id),
        _figure(Indicator.FIRMS, 2025, 12, link=LINKS[1].id),
        _figure(Indicator.FIRMS, 2025, 50),
    ]

    data = _written(*LINKS, *figures)

    assert [["Link 2", "Link 1"], ["Firms", 12.0, 30.0]] in [one.cached for one in charts(data)]
    assert tables(data)["Parts and totals"][1:] == [["Firms", "2025", "42", "50", "No"]]


def test_parts_and_totals_of_money_bear_their_currency_and_their_cents():
    figures = [
        _figure(Indicator.TURNOVER, 2025, Decimal("1200.5"), link=LINKS[0].id),
        _figure(Indicator.TURNOVER, 2025, 1200),
    ]

    data = _written(*LINKS, *figures)
    row = tables(data)["Parts and totals"][1]

    assert "Turnover by link, 2025 ($)" in text_of(data)
    assert [amount.replace("\xa0", " ") for amount in row[2:4]] == ["$ 1,200.5", "$ 1,200"]


def test_parts_that_add_up_agree():
    figures = [
        _figure(Indicator.FIRMS, 2025, 30, link=LINKS[0].id),
        _figure(Indicator.FIRMS, 2025, 30),
    ]

    assert tables(_written(*LINKS, *figures))["Parts and totals"][1][-1] == "Yes"


def _firm(number, **values):
    return Actor(id=UUID(int=100 + number), name=f"F{number}", kind=ActorKind.PRODUCER, **values)


def test_firms_by_size_count_firms_and_employees_the_largest_on_top():
    staff = [2, 5, 20, 300]
    firms = [_firm(number, employees=one) for number, one in enumerate(staff)]

    data = _written(*firms, _firm(9))

    assert tables(data)["Firms and employees by size"][1:] == [
        ["Large (250+)", "1", "300"],
        ["Medium (50–249)", "0", "0"],
        ["Small (10–49)", "1", "20"],
        ["Micro (0–9)", "2", "7"],
    ]
    assert "firms that have not said theirs: 1" in text_of(data)


def test_ratios_come_with_mean_and_median():
    firms = [_firm(number, employees=one) for number, one in enumerate((1, 2, 9))]

    rows = tables(_written(*firms))["Size and productivity"]

    assert rows[1] == ["Employees per firm", "n/d", "4.00", "2.00", "3"]


def test_a_ratio_of_money_is_written_as_money_and_a_share_as_a_percentage():
    firms = [
        _firm(1, employees=10, turnover=100_000, export_share=20),
        _firm(2, employees=10, turnover=100_000, export_share=40),
    ]

    rows = {row[0]: row for row in tables(_written(*firms))["Size and productivity"]}

    assert "$" in rows["Turnover per employee"][2]
    assert rows["Exports over turnover"][2] == "30.0%"


def test_concentration_is_computed_on_the_firms_that_gave_the_number():
    firms = [_firm(number, employees=one) for number, one in enumerate((50, 30, 20))]

    rows = tables(_written(*firms, _firm(9)))["Concentration"]

    assert rows[1][:2] == ["Employees", "3"]
    assert rows[1][-2] == "3,800"


@pytest.mark.parametrize("year", [2024, 2025])
def test_reference_clusters_are_set_beside_the_cluster(year):
    reference = ReferenceCluster(
        id=UUID(int=50), name="Idiazabal", country="Spain", why="Sheep", lessons="A label pays."
    )
    figures = [
        _figure(Indicator.FIRMS, 2025, 60),
        _figure(Indicator.FIRMS, year, 120, perimeter=Perimeter.REFERENCE, reference=reference.id),
    ]

    found = tables(_written(reference, *figures))

    assert found["Reference clusters"][1:] == [
        ["Idiazabal", "Spain"],
        ["Why it is a reference: Sheep · Lessons: A label pays."],
    ]
    assert found["Comparison with reference clusters"][1] == [
        "Firms",
        "Idiazabal",
        "120",
        str(year),
        "60",
        "2025",
        "0.50",
    ]


def test_all_figures_come_by_indicator_perimeter_and_year():
    figures = [
        _figure(Indicator.EMPLOYMENT, 2025, 1),
        _figure(Indicator.FIRMS, 2025, 2, note="Counted twice."),
        _figure(Indicator.FIRMS, 2020, 3),
        _figure(Indicator.FIRMS, 2010, 4, perimeter=Perimeter.COUNTRY),
    ]

    rows = tables(_written(*figures))["All figures"]

    assert [(row[0], row[2]) for row in rows[1:] if len(row) > 1] == [
        ("Firms", "2020"),
        ("Firms", "2025"),
        ("Firms", "2010"),
        ("Employment", "2025"),
    ]
    assert ["Note: Counted twice."] in rows


def test_firms_that_have_not_said_their_size_make_no_heading_without_content():
    firm = Actor(id=UUID(int=500), name="Dairy", kind=ActorKind.PRODUCER)

    bare, told = (
        headings(_written(one), 2) for one in (firm, firm.model_copy(update={"employees": 4}))
    )

    assert not any("Size of the firms" in title for title in bare)
    assert "4.1 Size of the firms" in told
