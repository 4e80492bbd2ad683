"""Tables of the profile: each number with its year, growth, quality and source."""

from decimal import Decimal

from app.i18n import reader
from app.widgets.profile_tables import concentration_rows, headline_rows, tying_rows
from methodology.characterization import Indicator, Perimeter, Quality, Statistic
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, made

_ = reader(None, Language.ENGLISH)
MILK, CHEESE = link("Milk", 1), link("Cheese", 2)


def number(indicator: Indicator, year: int, value: str, **values) -> Statistic:
    return made(
        Statistic,
        indicator=indicator,
        year=year,
        value=Decimal(value),
        **{"perimeter": Perimeter.CLUSTER, "quality": Quality.DECLARED, **values},
    )


def test_a_headline_has_year_growth_quality_and_source():
    rows = [
        number(Indicator.EMPLOYMENT, 2020, "1000", source="Census"),
        number(Indicator.EMPLOYMENT, 2025, "1610.51", source="Census"),
    ]

    [row], note = headline_rows(_, Snapshot(rows))

    assert row["Indicator"] == "Employment"
    assert (row["Value"], row["Year"]) == ("1,611", "2025")
    assert row["Growth a year"] == "10.0% since 2020"
    assert (row["Quality"], row["Source"]) == ("Declared", "Census")
    assert note


def test_a_headline_without_source_is_pending():
    [row], _note = headline_rows(_, Snapshot([number(Indicator.FIRMS, 2025, "420")]))

    assert (row["Growth a year"], row["Source"]) == ("", "Pending")


def test_money_is_written_with_its_currency():
    [row], _note = headline_rows(_, Snapshot([number(Indicator.TURNOVER, 2025, "3150000")]))

    assert "3,150,000" in row["Value"]
    assert row["Value"] != "3,150,000"


def test_parts_that_add_up_tie():
    rows = [
        MILK,
        CHEESE,
        number(Indicator.FIRMS, 2025, "100"),
        number(Indicator.FIRMS, 2025, "60", link=MILK.id),
        number(Indicator.FIRMS, 2025, "40", link=CHEESE.id),
    ]

    [row], _note = tying_rows(_, Snapshot(rows))

    assert (row["Total"], row["Parts by link"], row["Verdict"]) == ("100", "100", "Ties")


def test_parts_that_do_not_add_up_are_told():
    rows = [
        MILK,
        number(Indicator.FIRMS, 2025, "100"),
        number(Indicator.FIRMS, 2025, "60", link=MILK.id),
    ]

    [row], _note = tying_rows(_, Snapshot(rows))

    assert (row["Parts by link"], row["Verdict"]) == ("60", "Does not tie")


def test_parts_without_a_total_are_pending():
    rows = [MILK, number(Indicator.FIRMS, 2025, "60", link=MILK.id)]

    [row], _note = tying_rows(_, Snapshot(rows))

    assert (row["Total"], row["Verdict"]) == ("Pending", "Does not tie")


def test_without_parts_the_note_says_what_is_missing():
    rows, note = tying_rows(_, Snapshot())

    assert rows == []
    assert "yet" in note


def test_concentration_follows_from_the_firms():
    firms = [actor(f"F{number}", employees=staff) for number, staff in enumerate((50, 30, 20))]

    rows, _note = concentration_rows(_, Snapshot(firms))

    staff = next(row for row in rows if row["Of what"] == "Employees")
    assert staff["Firms"] == "3"
    assert staff["HHI (0–10 000)"] == "3,800"


def test_no_firms_make_no_concentration():
    rows, _note = concentration_rows(_, Snapshot())

    assert all(row["HHI (0–10 000)"] == "n/d" for row in rows)
