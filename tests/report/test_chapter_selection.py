"""Section 2.1: candidates with four verdicts, quotient and score, and what they were ranked by."""

from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.candidates import JUDGED, candidate, criterion, published, regions, value
from tests.report.word import headings, source_of, tables, text_of, written

EN = Language.ENGLISH
CHEESE = candidate(
    "Quesos", 4_200, 120_000, 60_000, 5_000_000, source="Census", is_chosen=True, **JUDGED
)


def test_without_candidates_there_is_nothing_of_it():
    data = written(Snapshot(), EN)

    assert not [title for title in headings(data, 2) if "Selection" in title]
    assert "Candidate clusters" not in tables(data)


def test_candidates_show_verdicts_quotient_score_and_evidence():
    data = written(Snapshot([CHEESE, candidate("Café")]), EN)
    rows = tables(data)["Candidate clusters"]

    assert "2.1 Selection of the cluster" in headings(data, 2)
    assert rows[1] == ["Quesos", *["Yes"] * 4, "2.92", "n/d"]
    assert "Evidence of the critical mass: Evidence of mass" in rows[2][0]
    assert rows[3] == ["Café", *[""] * 4, "n/d", "n/d"]
    assert tables(data)["Concentration of the candidates"][1] == [
        "Quesos", "4,200", "2.92", "0.49", "2,760", "1 of 1 assessable",
    ]  # fmt: skip


def test_what_gives_a_star_is_said_beneath_the_stars():
    said = source_of(written(Snapshot([CHEESE]), EN), "Concentration of the candidates")

    assert "none under 1,000 jobs: one for a quotient of 2 or more" in said


def test_values_stand_by_criterion_with_who_gave_them_and_the_score_below():
    data = written(Snapshot(published()), EN)
    rows = tables(data)["Values by criterion"]

    assert rows[0] == ["Criterion", "Weight", "Café", "Turismo", "Quesos"]
    assert rows[1] == ["K1", "25%", "120", "210", "60"]
    assert rows[2] == ["Given by: Panel"]
    assert rows[-1] == ["Weighted score", "", "0.78", "0.57", "0.15"]
    assert "can turn round when a candidate is added or taken out" in text_of(data)
    assert "candidates compared: 3 of 3; criteria: 5. Values given by: Panel." in text_of(data)


def test_units_stand_with_the_criterion_and_missing_values_are_said():
    firms = criterion("Firms", unit="firms")
    rows = tables(written(Snapshot([firms, CHEESE, value(CHEESE, firms, "294")]), EN))

    assert rows["Values by criterion"][1] == ["Firms (firms)", "100%", "294"]
    assert rows["Values by criterion"][-1] == ["Weighted score", "", "n/d"]


def test_the_values_of_a_criterion_have_the_same_decimals():
    share = criterion("Share")
    named = [candidate(name) for name in ("Cheese", "Coffee", "Yarn")]
    rows = zip(named, ("2.56", "1.2", "3"), strict=True)
    values = [value(one, share, written) for one, written in rows]

    found = tables(written(Snapshot([share, *named, *values]), EN))["Values by criterion"]

    assert sorted(found[1][2:]) == ["1.20", "2.56", "3.00"]


def test_a_weight_has_a_decimal_where_it_is_no_whole_percentage():
    rows = tables(written(Snapshot([CHEESE, *(criterion(name) for name in "ABC")]), EN))

    assert [row[1] for row in rows["Values by criterion"][1:4]] == ["33.3%"] * 3


def test_many_candidates_have_their_values_below_each_other():
    found = regions()
    firms = criterion("Firms", unit="firms")
    data = written(
        Snapshot([firms, *found, *(value(one, firms, "3", given_by="Panel") for one in found)]), EN
    )
    rows = tables(data)

    assert "Values by criterion" not in rows
    assert len(rows["Values of the candidates"]) == 11
    assert rows["Criteria of prioritization"][1] == ["Firms", "1", "firms"]
    assert rows["Candidate clusters"][1][-1] == "0.50"
