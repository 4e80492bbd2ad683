"""Governance, monitoring and risks of the furniture makers."""

from tests.report.furnished import all_charts, source, table


def test_the_model_says_where_it_was_adopted():
    found = table("Model of governance")

    assert found == [
        ["Item", "Content"],
        ["Model", "Private base"],
        ["Entity", "Cámara de la Madera"],
        ["Adopted on", "Aug 12, 2026"],
        ["Adopted in the meeting", "Asamblea T7"],
    ]


def test_organs_stand_with_their_tasks():
    found = table("Organs")

    assert found == [
        ["Organ", "Type", "Members with a vote"],
        ["Asamblea", "Assembly or forum", "8"],
        ["Task: Tarea de Asamblea"],
        ["Comité directivo", "Steering or executive committee", "8"],
        ["Task: Tarea de Comité directivo"],
        ["Coordinación", "Coordination", "8"],
        ["Task: Tarea de Coordinación"],
        ["Grupo de diseño", "Thematic group", "8"],
        ["Task: Tarea de Grupo de diseño"],
        ["Mesa pública", "Public table", "8"],
        ["Task: Tarea de Mesa pública"],
    ]


def test_members_stand_organ_by_organ_the_chair_first():
    found = table("Members of the organs")

    assert found == [
        ["Organ", "Actor", "Seat"],
        ["Asamblea", "Mueblería Alerce", "Chair"],
        ["Asamblea", "Mueblería Boj", "Member"],
        ["Asamblea", "Mueblería Cedro", "Member"],
        ["Asamblea", "Mueblería Ébano", "Member"],
        ["Asamblea", "Mueblería Fresno", "Member"],
        ["Asamblea", "Mueblería Guindo", "Member"],
        ["Asamblea", "Intendencia de la Ribera", "Member"],
        ["Asamblea", "Cámara de la Madera", "Member"],
        ["Comité directivo", "Mueblería Alerce", "Chair"],
        ["Comité directivo", "Mueblería Boj", "Member"],
        ["Comité directivo", "Mueblería Cedro", "Member"],
        ["Comité directivo", "Mueblería Ébano", "Member"],
        ["Comité directivo", "Mueblería Fresno", "Member"],
        ["Comité directivo", "Mueblería Guindo", "Member"],
        ["Comité directivo", "Intendencia de la Ribera", "Member"],
        ["Comité directivo", "Cámara de la Madera", "Member"],
        ["Coordinación", "Mueblería Alerce", "Chair"],
        ["Coordinación", "Mueblería Boj", "Member"],
        ["Coordinación", "Mueblería Cedro", "Member"],
        ["Coordinación", "Mueblería Ébano", "Member"],
        ["Coordinación", "Mueblería Fresno", "Member"],
        ["Coordinación", "Mueblería Guindo", "Member"],
        ["Coordinación", "Intendencia de la Ribera", "Member"],
        ["Coordinación", "Cámara de la Madera", "Member"],
        ["Grupo de diseño", "Mueblería Alerce", "Chair"],
        ["Grupo de diseño", "Mueblería Boj", "Member"],
        ["Grupo de diseño", "Mueblería Cedro", "Member"],
        ["Grupo de diseño", "Mueblería Ébano", "Member"],
        ["Grupo de diseño", "Mueblería Fresno", "Member"],
        ["Grupo de diseño", "Mueblería Guindo", "Member"],
        ["Grupo de diseño", "Intendencia de la Ribera", "Member"],
        ["Grupo de diseño", "Cámara de la Madera", "Member"],
        ["Mesa pública", "Mueblería Alerce", "Chair"],
        ["Mesa pública", "Mueblería Boj", "Member"],
        ["Mesa pública", "Mueblería Cedro", "Member"],
        ["Mesa pública", "Mueblería Ébano", "Member"],
        ["Mesa pública", "Mueblería Fresno", "Member"],
        ["Mesa pública", "Mueblería Guindo", "Member"],
        ["Mesa pública", "Intendencia de la Ribera", "Member"],
        ["Mesa pública", "Cámara de la Madera", "Member"],
    ]


def test_three_years_of_fees_are_all_structure():
    found = table("Operating budget of three years")

    assert found == [
        ["Source of the money", "Year 1", "Year 2", "Year 3"],
        ["Members' fees", "US$ 40.000", "US$ 40.000", "US$ 40.000"],
        ["Total", "US$ 40.000", "US$ 40.000", "US$ 40.000"],
        ["of it Structure", "US$ 40.000", "US$ 40.000", "US$ 40.000"],
        ["Public share", "0%", "0%", "0%"],
    ]


def test_the_operating_budget_stands_item_by_item():
    found = table("Operating budget, item by item")

    assert found == [
        [
            "Budget item",
            "What for",
            "Source of the money",
            "Who pays",
            "Year 1",
            "Year 2",
            "Year 3",
        ],
        [
            "Gerencia",
            "Structure",
            "Members' fees",
            "Cámara de la Madera",
            *("US$ 40.000", "US$ 40.000", "US$ 40.000"),
        ],
    ]


def test_the_theory_of_change_goes_from_inputs_to_impacts():
    found = table("Theory of change")

    assert found == [
        ["Link", "Statement"],
        ["Inputs", "Paso inputs"],
        ["Activities", "Paso activities"],
        ["Products", "Paso products"],
        ["Results", "Paso results"],
        ["Impacts", "Paso impacts"],
    ]


def test_the_logical_framework_has_four_rows():
    found = table("Logical framework")

    assert found == [
        ["Row", "Summary", "Means of verification"],
        ["Goal", "Fila goal", "Informe"],
        ["Purpose", "Fila purpose", "Informe"],
        ["Outputs", "Fila outputs", "Informe"],
        ["Activities", "Fila activities", "Informe"],
    ]


def test_what_is_measured_after_the_date_of_the_plan_does_not_count_yet():
    found = table("Indicators")

    assert found == [
        ["Code", "Indicator", "Frequency", "Responsible", "Baseline", "Target", "State"],
        [
            "IOE1",
            "Avance de OE1",
            "Every year",
            "Cámara de la Madera",
            "12% (Mar 1, 2026)",
            "20% (Dec 31, 2030)",
            "Not measured yet",
        ],
        [
            (
                "Level: I – Functioning of the cluster · Strategic objective: Objetivo "
                "medible 1 · Source: Encuesta propia"
            )
        ],
        [
            "IOE2",
            "Avance de OE2",
            "Every year",
            "Cámara de la Madera",
            "12% (Mar 1, 2026)",
            "20% (Dec 31, 2030)",
            "Not measured yet",
        ],
        [
            (
                "Level: IV – Evaluation of impact · Strategic objective: Objetivo "
                "medible 2 · Source: Encuesta propia"
            )
        ],
    ]


def test_measured_values_stand_with_their_unit_and_date():
    found = table("Measured values")

    assert found == [
        ["Indicator", "Date", "Value"],
        ["Avance de OE1", "Aug 1, 2026", "17%"],
        ["Avance de OE2", "Aug 1, 2026", "17%"],
    ]


def test_the_calendar_of_monitoring_names_who_answers():
    found = table("Calendar of monitoring")

    assert found == [
        ["What is done", "Date", "Level", "Responsible"],
        [
            "Rendir cuentas del programa",
            "Jun 1, 2027",
            "II – Functioning of the program",
            "Cámara de la Madera",
        ],
        [
            "Reunir lecciones",
            "Jun 1, 2027",
            "III – Lessons and recommendations",
            "Cámara de la Madera",
        ],
    ]


def test_a_lesson_tells_its_story():
    found = table("Lessons")

    assert found == [
        ["Lesson"],
        ["Empezar por las visitas"],
        ["What happened: Se abrieron los talleres."],
    ]


def test_a_moderate_risk_of_moderate_damage_counts_4():
    found = table("Risks of the plan")

    assert found == [
        ["Code", "Risk", "Likelihood", "Damage", "Likelihood × damage"],
        ["RG1", "Cambio de gobierno", "Moderate", "Moderate", "4"],
        ["Mitigation: Convenio firmado."],
    ]


def test_public_money_is_told_year_by_year():
    found = table("Public money year by year")

    assert found == [
        ["Year of operation", "Total", "Public money", "Public share"],
        ["Year 1", "US$ 40.000", "US$ 0", "0%"],
        ["Year 2", "US$ 40.000", "US$ 0", "0%"],
        ["Year 3", "US$ 40.000", "US$ 0", "0%"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Model of governance",
    "Organs",
    "Members of the organs",
    "Operating budget of three years",
    "Operating budget, item by item",
    "Theory of change",
    "Logical framework",
    "Measured values",
    "Calendar of monitoring",
    "Lessons",
    "Risks of the plan",
    "Public money year by year",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}
    assert source("Indicators").startswith(f"{TEAM} State: progress from baseline to target")


def test_the_operating_budget_is_drawn_by_source():
    found = all_charts()[23]

    assert found.cached == [
        ["Year 3", "Year 2", "Year 1"],
        ["Members' fees", 40000.0, 40000.0, 40000.0],
    ]
    assert found.kept == found.cached
