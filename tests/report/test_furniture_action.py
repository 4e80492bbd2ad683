"""The action plan of the furniture makers: 322 000 public of 500 000, ten months."""

from tests.report.furnished import all_charts, source, table


def test_lines_gather_the_areas():
    found = table("Action lines")

    assert found == [
        ["Code", "Action line", "Improvement areas"],
        ["L1", "Diseño y clientes", "Conocimiento de diseño and Clientes exigentes"],
        ["L2", "Proveedores y gestión", "Proveedores especializados and Gestión de los talleres"],
    ]


def test_projects_stand_line_by_line_and_add_up():
    found = table("Projects of the plan")

    assert found == [
        ["Code", "Project", "Line", "Typology", "Readiness", "Leader", "Amount"],
        [
            "P01",
            "Proyecto P01",
            "L1",
            "Structuring project",
            "Ready to apply",
            "Mueblería Alerce",
            "US$ 200.000",
        ],
        [
            "P02",
            "Proyecto P02",
            "L1",
            "Open network",
            "Ready to apply",
            "Mueblería Boj",
            "US$ 90.000",
        ],
        [
            "P03",
            "Proyecto P03",
            "L2",
            "Closed network",
            "Ready to apply",
            "Mueblería Cedro",
            "US$ 150.000",
        ],
        [
            "P04",
            "Proyecto P04",
            "L2",
            "Inter-cluster",
            "Ready to apply",
            "Mueblería Ébano",
            "US$ 60.000",
        ],
        ["", "Total", "", "", "", "", "US$ 500.000"],
    ]


def test_the_first_project_says_why_it_is_first():
    found = table("First projects")

    assert found == [
        [
            "Code",
            "Project",
            "First project because",
            "Readiness",
            "Months",
            "Leader",
            "Instrument or fund targeted",
        ],
        [
            "P01",
            "Proyecto P01",
            "Builds trust",
            "Ready to apply, Early lane",
            "1–3",
            "Mueblería Alerce",
            "Fondo de clústeres",
        ],
    ]


def test_impact_and_effort_have_a_verdict():
    found = table("Impact and effort of the projects")

    assert found == [
        ["Code", "Project", "Impact", "Effort", "Verdict", "Value"],
        ["P01", "Proyecto P01", "3,50", "2,00", "Quick win", "Adopted"],
        ["P02", "Proyecto P02", "3,50", "2,00", "Quick win", "Adopted"],
        ["P03", "Proyecto P03", "3,50", "2,00", "Quick win", "Adopted"],
        ["P04", "Proyecto P04", "3,50", "2,00", "Quick win", "Adopted"],
    ]


def test_the_critical_path_leaves_out_the_project_with_slack():
    found = table("Critical path")

    assert found == [
        ["Code", "Activity", "Project", "Begins in month", "Ends in month"],
        ["P01.1", "Trabajo de P01", "P01 Proyecto P01", "1", "3"],
        ["P02.1", "Trabajo de P02", "P02 Proyecto P02", "4", "7"],
        ["P04.1", "Trabajo de P04", "P04 Proyecto P04", "8", "10"],
    ]


def test_the_budget_adds_up_by_line():
    found = table("Budget by line and source")

    assert found == [
        ["Action line", "Public", "Firms", "Others", "Total"],
        ["L1 Diseño y clientes", "US$ 205.000", "US$ 85.000", "US$ 0", "US$ 290.000"],
        ["L2 Proveedores y gestión", "US$ 117.000", "US$ 93.000", "US$ 0", "US$ 210.000"],
        ["Total", "US$ 322.000", "US$ 178.000", "US$ 0", "US$ 500.000"],
    ]


def test_the_budget_adds_up_by_year():
    found = table("Budget by year and source")

    assert found == [
        ["Year", "Public", "Firms", "Others", "Total"],
        ["2027", "US$ 322.000", "US$ 178.000", "US$ 0", "US$ 500.000"],
        ["Total", "US$ 322.000", "US$ 178.000", "US$ 0", "US$ 500.000"],
    ]


def test_no_project_asks_for_more_than_the_share_of_its_typology():
    found = table("Co-financing of the projects")

    assert found == [
        ["Code", "Project", "Typology", "Total", "Public", "Public part", "Share of the typology"],
        ["P01", "Proyecto P01", "Structuring project", "US$ 200.000", "US$ 160.000", "80%", "80%"],
        ["P02", "Proyecto P02", "Open network", "US$ 90.000", "US$ 45.000", "50%", "50%"],
        ["P03", "Proyecto P03", "Closed network", "US$ 150.000", "US$ 75.000", "50%", "50%"],
        ["P04", "Proyecto P04", "Inter-cluster", "US$ 60.000", "US$ 42.000", "70%", "70%"],
    ]


def test_money_by_orientation_adds_up_to_everything():
    found = table("Amounts by orientation")

    assert found == [
        ["Orientation", "Amount", "Exact share", "Percent"],
        ["R&D and innovation", "US$ 500.000", "100,0%", "100%"],
        ["Total", "US$ 500.000", "100,0%", "100%"],
    ]


def test_the_sheet_of_the_structuring_project_is_complete():
    found = table("Sheet of project P01 Proyecto P01")

    assert found == [
        ["Item", "Content"],
        ["Objective", "Objetivo de P01"],
        ["Description", "Descripción de P01"],
        ["Deliverables", "Un centro abierto."],
        ["Beneficiaries", "Los talleres."],
        ["Action line", "Diseño y clientes"],
        ["Improvement areas", "Conocimiento de diseño"],
        ["Gaps it closes", "Parte FC1 and Parte FC2"],
        ["Key success factors", "Diseñadores propios"],
        ["Category", ("Product and process innovation · Orientation: R&D and innovation")],
        ["Typology", "Structuring project (low appropriability)"],
        ["Leader", "Mueblería Alerce (Private)"],
        ["Actors", ("Mueblería Fresno, Mueblería Guindo, and Escuela de Carpintería")],
        ["Readiness", "Ready to apply · First project because: Builds trust · Early lane"],
        ["Months", "1–3"],
        ["Amount", "US$ 200.000, 80% public"],
        ["Instrument or fund targeted", "Fondo de clústeres"],
        ["Priority", "Quick win (impact 3,50, effort 2,00)"],
    ]


def test_the_sheet_of_the_open_network_is_complete():
    found = table("Sheet of project P02 Proyecto P02")

    assert found == [
        ["Item", "Content"],
        ["Objective", "Objetivo de P02"],
        ["Description", "Descripción de P02"],
        ["Deliverables", "Un centro abierto."],
        ["Beneficiaries", "Los talleres."],
        ["Action line", "Diseño y clientes"],
        ["Improvement areas", "Clientes exigentes"],
        ["Gaps it closes", "Parte DC1 and Parte DC2"],
        ["Key success factors", "Diseñadores propios"],
        ["Category", ("Product and process innovation · Orientation: R&D and innovation")],
        ["Typology", "Open network (medium to high appropriability)"],
        ["Leader", "Mueblería Boj (Private)"],
        ["Actors", ("Mueblería Fresno, Mueblería Guindo, and Escuela de Carpintería")],
        ["Readiness", "Ready to apply"],
        ["Months", "4–7"],
        ["Amount", "US$ 90.000, 50% public"],
        ["Instrument or fund targeted", "Fondo de clústeres"],
        ["Priority", "Quick win (impact 3,50, effort 2,00)"],
    ]


def test_the_sheet_of_the_closed_network_is_complete():
    found = table("Sheet of project P03 Proyecto P03")

    assert found == [
        ["Item", "Content"],
        ["Objective", "Objetivo de P03"],
        ["Description", "Descripción de P03"],
        ["Deliverables", "Un centro abierto."],
        ["Beneficiaries", "Los talleres."],
        ["Action line", "Proveedores y gestión"],
        ["Improvement areas", "Proveedores especializados"],
        ["Gaps it closes", "Parte RS1 and Parte RS4"],
        ["Key success factors", "Diseñadores propios"],
        ["Category", ("Product and process innovation · Orientation: R&D and innovation")],
        ["Typology", "Closed network (medium to high appropriability)"],
        ["Leader", "Mueblería Cedro (Private)"],
        ["Actors", ("Mueblería Fresno, Mueblería Guindo, and Escuela de Carpintería")],
        ["Readiness", "Ready to apply"],
        ["Months", "4–5"],
        ["Amount", "US$ 150.000, 50% public"],
        ["Instrument or fund targeted", "Fondo de clústeres"],
        ["Priority", "Quick win (impact 3,50, effort 2,00)"],
    ]


def test_the_sheet_of_the_inter_cluster_project_is_complete():
    found = table("Sheet of project P04 Proyecto P04")

    assert found == [
        ["Item", "Content"],
        ["Objective", "Objetivo de P04"],
        ["Description", "Descripción de P04"],
        ["Deliverables", "Un centro abierto."],
        ["Beneficiaries", "Los talleres."],
        ["Action line", "Proveedores y gestión"],
        ["Improvement areas", "Gestión de los talleres"],
        ["Gaps it closes", "Parte FS2"],
        ["Key success factors", "Diseñadores propios"],
        ["Category", ("Product and process innovation · Orientation: R&D and innovation")],
        ["Typology", "Inter-cluster (low appropriability)"],
        ["Leader", "Mueblería Ébano (Private)"],
        ["Actors", ("Mueblería Fresno, Mueblería Guindo, and Escuela de Carpintería")],
        ["Readiness", "Ready to apply"],
        ["Months", "8–10"],
        ["Amount", "US$ 60.000, 70% public"],
        ["Instrument or fund targeted", "Fondo de clústeres"],
        ["Priority", "Quick win (impact 3,50, effort 2,00)"],
    ]


def test_activities_of_the_last_project_say_what_they_wait_for():
    found = table("Activities")

    assert found == [
        ["Code", "Activity", "Months", "Waits for", "Slack"],
        ["P04.1", "Trabajo de P04", "8–10", "P02.1, P03.1", "0"],
    ]


def test_the_budget_of_a_project_adds_up():
    found = table("Budget (US$)")

    assert found == [
        ["Budget item", "2027", "Public", "Firms", "Others", "Total"],
        ["Todo", "60.000", "42.000", "18.000", "–", "60.000"],
        ["Total", "60.000", "42.000", "18.000", "–", "60.000"],
    ]


def test_the_indicator_of_a_project_has_dates_for_baseline_and_target():
    found = table("Indicators of the project")

    assert found == [
        ["Indicator", "Unit", "Baseline", "Date of the baseline", "Target", "Date of the target"],
        ["Talleres en P04", "talleres", "0", "Sep 1, 2026", "6", "Sep 1, 2028"],
        ["Means of verification: Lista"],
    ]


def test_the_risk_of_a_project_has_its_response():
    found = table("Risks of the project")

    assert found == [
        ["Risk", "Likelihood", "Damage"],
        ["Riesgo de P04", "Low", "Moderate"],
        ["Response: Empezar por poco."],
    ]


def test_a_commitment_is_told_in_hours_a_month():
    found = table("Commitments")

    assert found == [
        ["Actor", "Contribution", "Hours a month"],
        ["Mueblería Guindo", "Horas de taller", "40 h"],
    ]


def test_the_manager_has_a_plan_in_hours():
    found = table("Work plan of the manager, month by month")

    assert found == [
        ["Activity", "Monthly target", "Hours a month"],
        ["Visitas a talleres", "8", "32"],
        ["Total", "", "32"],
    ]


def test_the_post_of_the_manager_has_its_conditions():
    found = table("Conditions of the post")

    assert found == [
        ["Item", "Content"],
        ["Reports to", "Comité"],
        ["Dedication", "100%"],
        ["Cost a year", "US$ 30.000"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Action lines",
    "Projects of the plan",
    "First projects",
    "Sheet of project P01 Proyecto P01",
    "Sheet of project P02 Proyecto P02",
    "Sheet of project P03 Proyecto P03",
    "Sheet of project P04 Proyecto P04",
    "Work plan of the manager, month by month",
    "Conditions of the post",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "Impact and effort of the projects": (
        "Source: adopted values; scale of 1 to 5, weighted means, ties to the high side."
    ),
    "Critical path": (
        "Source: 4 activities of the project sheets, by the critical path "
        "method; month 1 begins on the day after the 26 weeks."
    ),
    "Budget by line and source": (
        "Source: budgets of the project sheets; estimates where there is no budget yet."
    ),
    "Budget by year and source": "Source: budgets of the project sheets.",
    "Co-financing of the projects": (
        "Source: budgets of the project sheets; estimates where there is no budget yet."
    ),
    "Amounts by orientation": (
        "Source: budgets of the project sheets; estimates where there is no "
        "budget yet. Percentages by largest remainder; HHI of the mix: "
        "10.000."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES


def test_projects_are_drawn_as_points():
    found = all_charts()[19]

    assert found.cached == [
        ["P01", "P02", "P03", "P04"],
        [2.0, 2.0, 2.0, 2.0],
        [3.5, 3.5, 3.5, 3.5],
    ]
    assert found.kept == found.cached


def test_the_gantt_tells_the_critical_projects_from_the_other():
    found = all_charts()[20]

    assert found.cached == [
        ["P04 Proyecto P04", "P03 Proyecto P03", "P02 Proyecto P02", "P01 Proyecto P01"],
        ["\xa0", 7.0, 3.0, 3.0, 0.0],
        ["Other projects", None, 2.0, None, None],
        ["With activities of the critical path", 3.0, None, 4.0, 3.0],
    ]
    assert found.kept == found.cached


def test_the_budget_is_drawn_by_year_and_source():
    found = all_charts()[21]

    assert found.cached == [
        ["2027"],
        ["Public", 322000.0],
        ["Firms", 178000.0],
    ]
    assert found.kept == found.cached


def test_money_is_drawn_by_orientation():
    found = all_charts()[22]

    assert found.cached == [
        ["R&D and innovation"],
        ["Amount", 500000.0],
    ]
    assert found.kept == found.cached
