"""The summary of the furniture makers: the few lines that a minister reads."""

from tests.report.furnished import source, table


def test_the_summary_shows_the_main_figures_with_year_quality_and_source():
    found = table("Main figures of the cluster")

    assert found == [
        ["Indicator", "Value", "Year", "Quality", "Source"],
        ["Firms", "11", "2025", "Measured", "Encuesta propia"],
        ["Employment", "155", "2025", "Measured", "Encuesta propia"],
        ["Turnover", "US$ 1.000.000", "2025", "Measured", "Encuesta propia"],
    ]


def test_the_summary_names_the_projects_to_begin_with_who_leads_and_what_they_cost():
    found = table("Projects to begin with")

    assert found == [
        ["Project", "First project because", "Leader", "Amount"],
        ["P01 Proyecto P01", "Builds trust", "Mueblería Alerce", "US$ 200.000"],
        ["Total", "", "", "US$ 200.000"],
    ]


SOURCES = {
    "Projects to begin with": ("Source: sheets and budgets of the projects."),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES
