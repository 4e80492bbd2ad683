"""Vision, objectives and improvement areas of the furniture makers."""

from tests.report.furnished import source, table


def test_objectives_go_from_baseline_to_target():
    found = table("Objectives with baseline and target")

    assert found == [
        ["Strategic objective", "Indicator", "Unit", "Baseline", "Date", "Target", "Date"],
        [
            "OE1 Objetivo medible 1",
            "Ventas de tipo 1",
            "%",
            "12",
            "Mar 1, 2026",
            "20",
            "Dec 31, 2030",
        ],
        [("Options served: Diseño para hoteles · Source: Encuesta propia")],
        [
            "OE2 Objetivo medible 2",
            "Ventas de tipo 2",
            "%",
            "12",
            "Mar 1, 2026",
            "20",
            "Dec 31, 2030",
        ],
        [("Options served: Diseño para hoteles · Source: Encuesta propia")],
    ]


def test_versions_of_the_vision_stand_with_their_approvals():
    found = table("Versions of the vision")

    assert found == [
        ["Version", "Drafted on", "Drafted by", "Approvals", "Ballots cast", "Consent check"],
        ["Versión 1", "Jul 10, 2026", "Mesa 1", "19", "20", "No reasoned objection"],
        [
            (
                "Vision: En 2031 la Ribera Baja vende el 40\u00a0% de sus muebles con "
                "«Diseño para hoteles», hechos por talleres que trabajan "
                "juntos.\nAdopted on: Jul 15, 2026 · Adopted in the meeting: Taller T6"
            )
        ],
    ]


def test_the_vision_meets_its_five_rules():
    found = table("The vision against its rules")

    assert found == [
        ["Rule", "Met?", "What the text says"],
        ["At most 60 words", "Yes", "Words: 21."],
        ["Names every chosen option", "Yes", "Chosen options named: 1."],
        ["Says by which year", "Yes", "It names 2031."],
        ["Says something that can be measured", "Yes", "It says 40."],
        ["At most one superlative", "Yes", "There is none."],
    ]


def test_gaps_that_are_kept_name_their_area():
    found = table("Gaps that are kept, and the areas that take them up")

    assert found == [
        ["Sub-factor", "Options", "Gap", "Priority", "Improvement areas"],
        ["DC2 Parte DC2", "O2, O3", "3", "12", "A2"],
        ["FC2 Parte FC2", "O2, O3", "3", "12", "A1"],
        ["FS2 Parte FS2", "O2, O3", "2", "10", "A4"],
        ["RS1 Parte RS1", "O2, O3", "2", "10", "A3"],
        ["RS4 Parte RS4", "O2, O3", "2", "8", "A3"],
        ["DC1 Parte DC1", "O2, O3", "2", "6", "A2"],
    ]


def test_areas_pass_the_test_of_the_club_good():
    found = table("Improvement areas and the test “collective or individual?”")

    assert found == [
        ["Improvement area", "Why together", "Outcome of the test", "Options"],
        [
            "A1 Conocimiento de diseño",
            "Club good",
            "Collective: goes into the plan",
            "Diseño para hoteles",
        ],
        [
            "A2 Clientes exigentes",
            "Club good",
            "Collective: goes into the plan",
            "Diseño para hoteles",
        ],
        [
            "A3 Proveedores especializados",
            "Club good",
            "Collective: goes into the plan",
            "Diseño para hoteles",
        ],
        [
            "A4 Gestión de los talleres",
            "Club good",
            "Collective: goes into the plan",
            "Diseño para hoteles",
        ],
    ]


def test_the_sheet_of_an_area_names_its_gaps_with_their_priority():
    found = table("Sheet of area A1 Conocimiento de diseño")

    assert found == [
        ["Item", "Content"],
        ["Need", "Falta conocimiento de diseño."],
        ["Gaps it closes", "FC2 Parte FC2 (priority 12) and FC1 Parte FC1"],
        ["Options served", "Diseño para hoteles"],
        ["Key success factors", "Diseñadores propios"],
        ["Why together", "Club good"],
        ["Reason", "Ningún taller lo paga solo."],
        ["Baseline indicator", "Medida de A1"],
        ["Source", "Encuesta propia"],
        ["Baseline", "2 talleres (Mar 1, 2026)"],
    ]


def test_the_sheet_of_the_second_area_names_its_own_gaps():
    found = table("Sheet of area A2 Clientes exigentes")

    assert found == [
        ["Item", "Content"],
        ["Need", "Falta clientes exigentes."],
        ["Gaps it closes", ("DC2 Parte DC2 (priority 12) and DC1 Parte DC1 (priority 6)")],
        ["Options served", "Diseño para hoteles"],
        ["Key success factors", "Diseñadores propios"],
        ["Why together", "Club good"],
        ["Reason", "Ningún taller lo paga solo."],
        ["Baseline indicator", "Medida de A2"],
        ["Source", "Encuesta propia"],
        ["Baseline", "2 talleres (Mar 1, 2026)"],
    ]


def test_the_sheet_of_the_third_area_names_its_own_gaps():
    found = table("Sheet of area A3 Proveedores especializados")

    assert found == [
        ["Item", "Content"],
        ["Need", "Falta proveedores especializados."],
        ["Gaps it closes", ("RS1 Parte RS1 (priority 10) and RS4 Parte RS4 (priority 8)")],
        ["Options served", "Diseño para hoteles"],
        ["Key success factors", "Diseñadores propios"],
        ["Why together", "Club good"],
        ["Reason", "Ningún taller lo paga solo."],
        ["Baseline indicator", "Medida de A3"],
        ["Source", "Encuesta propia"],
        ["Baseline", "2 talleres (Mar 1, 2026)"],
    ]


def test_the_sheet_of_an_area_with_one_gap_names_that_one():
    found = table("Sheet of area A4 Gestión de los talleres")

    assert found == [
        ["Item", "Content"],
        ["Need", "Falta gestión de los talleres."],
        ["Gaps it closes", "FS2 Parte FS2 (priority 10)"],
        ["Options served", "Diseño para hoteles"],
        ["Key success factors", "Diseñadores propios"],
        ["Why together", "Club good"],
        ["Reason", "Ningún taller lo paga solo."],
        ["Baseline indicator", "Medida de A4"],
        ["Source", "Encuesta propia"],
        ["Baseline", "2 talleres (Mar 1, 2026)"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Objectives with baseline and target",
    "Versions of the vision",
    ("Improvement areas and the test “collective or individual?”"),
    "Sheet of area A1 Conocimiento de diseño",
    "Sheet of area A2 Clientes exigentes",
    "Sheet of area A3 Proveedores especializados",
    "Sheet of area A4 Gestión de los talleres",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "The vision against its rules": (
        "Source: words of the text, counted automatically; the rules are a convention of Dínamo."
    ),
    "Gaps that are kept, and the areas that take them up": (
        "Source: the dynamization team's records. Gap and priority are the "
        "highest among the options. None: no area takes it up; section 8 says "
        "what was decided on each gap."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES
