"""The process of the furniture makers: calendar, team, meetings, people moved."""

from tests.report.furnished import all_charts, source, table


def test_the_initiative_is_told_in_short():
    found = table("The initiative in short")

    assert found == [
        ["Item", "Content"],
        ["Project name", "Muebles de la Ribera"],
        ["Cluster", "Muebles de madera de la Ribera"],
        ["Territory", "Ribera Baja"],
        ["Country", "Uruguay"],
        ["Currency", "United States dollar"],
        ["First day", "Mar 2, 2026"],
        ["Promoter", "Agencia de la Ribera"],
        ["Executing entity", "Cámara de la Madera"],
        ["Public counterpart", "Intendencia de la Ribera"],
    ]


def test_every_stage_has_its_weeks_and_their_dates():
    found = table("Weeks of each stage")

    assert found == [
        ["Stage", "First week", "Last week", "Starts on", "Ends on"],
        ["1. Scope of intervention", "1", "3", "Mar 2, 2026", "Mar 22, 2026"],
        ["2. Mapping", "2", "9", "Mar 9, 2026", "May 3, 2026"],
        ["3. Characterization", "2", "9", "Mar 9, 2026", "May 3, 2026"],
        ["4. Business attractiveness", "6", "10", "Apr 6, 2026", "May 10, 2026"],
        ["5. Purchase-decision factors", "9", "14", "Apr 27, 2026", "Jun 7, 2026"],
        ["6. Strategic options", "12", "17", "May 18, 2026", "Jun 28, 2026"],
        ["7. Key success factors and diamond", "15", "19", "Jun 8, 2026", "Jul 12, 2026"],
        ["8. Vision and improvement areas", "17", "20", "Jun 22, 2026", "Jul 19, 2026"],
        ["9. Action plan", "19", "24", "Jul 6, 2026", "Aug 16, 2026"],
        ["10. Governance", "19", "25", "Jul 6, 2026", "Aug 23, 2026"],
        ["11. Monitoring and evaluation", "23", "26", "Aug 3, 2026", "Aug 30, 2026"],
    ]


def test_the_team_stands_with_its_roles():
    found = table("Dynamization team")

    assert found == [
        ["Name", "Role"],
        ["Alba Ríos", "Team lead"],
        ["Iker Sole", "International expert"],
    ]


def test_meetings_stand_by_date_each_with_its_minutes():
    found = table("Meetings")

    assert found == [
        ["Meeting", "Type", "Stage", "Date", "Place"],
        ["Taller T0", "Workshop", "Scope of intervention", "Mar 11, 2026", "Salón de la cámara"],
        ["Minutes: Acta de «Taller T0»."],
        ["Mesa de validación", "Validation table", "Mapping", "Apr 15, 2026", "Salón de la cámara"],
        ["Minutes: Acta de «Mesa de validación»."],
        ["Taller T1", "Workshop", "Business attractiveness", "May 6, 2026", "Salón de la cámara"],
        ["Minutes: Acta de «Taller T1»."],
        ["Taller T4", "Workshop", "Strategic options", "Jun 17, 2026", "Salón de la cámara"],
        ["Minutes: Acta de «Taller T4»."],
        [
            "Taller T5",
            "Workshop",
            "Key success factors and diamond",
            "Jul 1, 2026",
            "Salón de la cámara",
        ],
        ["Minutes: Acta de «Taller T5»."],
        [
            "Taller T6",
            "Workshop",
            "Vision and improvement areas",
            "Jul 15, 2026",
            "Salón de la cámara",
        ],
        ["Minutes: Acta de «Taller T6»."],
        ["Asamblea T7", "Assembly", "Governance", "Aug 12, 2026", "Salón de la cámara"],
        ["Minutes: Acta de «Asamblea T7»."],
    ]


def test_attendance_is_counted_by_type_of_actor():
    found = table("Attendance by type of actor")

    assert found == [
        ["Meeting", "Listed by type of actor", "People listed"],
        [
            "Taller T0",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Mesa de validación",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Taller T1",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Taller T4",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Taller T5",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Taller T6",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
        [
            "Asamblea T7",
            (
                "Final producer: 12; Supplier: 4; Buyer: 6; Public body: 2; Training "
                "center: 2; Association: 2"
            ),
            "28",
        ],
    ]


def test_a_decision_says_how_it_was_decided():
    found = table("Decisions")

    assert found == [
        ["Date", "Meeting", "Decision", "How it was decided"],
        [
            "Jun 17, 2026",
            "Taller T4",
            "Se elige la opción O3",
            "By secret ballot: 18 in favor, 4 against",
        ],
    ]


def test_people_moved_are_counted_stage_by_stage():
    found = table("People moved")

    assert found == [
        ["Stage", "Actors that came", "Lead entrepreneurs", "Changes noted"],
        ["Scope of intervention", "14", "1", "0"],
        ["Mapping", "14", "1", "1"],
        ["Business attractiveness", "14", "1", "0"],
        ["Strategic options", "14", "1", "0"],
        ["Key success factors and diamond", "14", "1", "0"],
        ["Vision and improvement areas", "14", "1", "0"],
        ["Governance", "14", "1", "0"],
    ]


def test_what_changed_says_how_it_shows():
    found = table("What changed")

    assert found == [
        ["What changed", "Stage", "How far people came", "Date"],
        [
            "Los talleres se visitan",
            "Mapping",
            "Minds opened, clichés of the sector broke",
            "Apr 20, 2026",
        ],
        ["How it shows: Seis visitas entre talleres en un mes."],
    ]


def test_interviews_stand_with_their_findings():
    found = table("Interviews")

    assert found == [
        ["Actor", "Date"],
        ["Mueblería Alerce", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Alerce."],
        ["Mueblería Boj", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Boj."],
        ["Mueblería Cedro", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Cedro."],
        ["Mueblería Ébano", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Ébano."],
        ["Mueblería Fresno", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Fresno."],
        ["Mueblería Guindo", "Mar 20, 2026"],
        ["Findings: Hallazgo de Mueblería Guindo."],
        ["Aserradero Norte", "Mar 20, 2026"],
        ["Findings: Hallazgo de Aserradero Norte."],
        ["Aserradero Sur", "Mar 20, 2026"],
        ["Findings: Hallazgo de Aserradero Sur."],
        ["Tienda Faro", "Mar 20, 2026"],
        ["Findings: Hallazgo de Tienda Faro."],
        ["Tienda Galería", "Mar 20, 2026"],
        ["Findings: Hallazgo de Tienda Galería."],
        ["Tienda Hogar", "Mar 20, 2026"],
        ["Findings: Hallazgo de Tienda Hogar."],
        ["Escuela de Carpintería", "Mar 20, 2026"],
        ["Findings: Hallazgo de Escuela de Carpintería."],
        ["Cámara de la Madera", "Mar 20, 2026"],
        ["Findings: Hallazgo de Cámara de la Madera."],
        ["Intendencia de la Ribera", "Mar 20, 2026"],
        ["Findings: Hallazgo de Intendencia de la Ribera."],
    ]


def test_raters_are_shown_by_side_and_actor_never_by_name():
    found = table("Raters")

    assert found == [
        ["Scores as", "Raters", "Actors"],
        [
            "Firm of the cluster",
            "8",
            "Mueblería Alerce (2); Mueblería Boj (2); Mueblería Cedro; Mueblería Ébano; "
            "Mueblería Fresno; Mueblería Guindo",
        ],
        ["Buyer", "5", "Tienda Faro (2); Tienda Galería (2); Tienda Hogar"],
        ["Expert", "1", "1 without an actor"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "The initiative in short",
    "Weeks of each stage",
    "Dynamization team",
    "Meetings",
    "Attendance by type of actor",
    "Decisions",
    "People moved",
    "What changed",
    "Interviews",
    "Raters",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


def test_the_calendar_is_drawn_from_the_last_stage_up():
    found = all_charts()[0]

    assert found.cached == [
        [
            "11. Monitoring and evaluation",
            "10. Governance",
            "9. Action plan",
            "8. Vision and improvement areas",
            "7. Key success factors and diamond",
            "6. Strategic options",
            "5. Purchase-decision factors",
            "4. Business attractiveness",
            "3. Characterization",
            "2. Mapping",
            "1. Scope of intervention",
        ],
        ["\xa0", 22.0, 18.0, 18.0, 16.0, 14.0, 11.0, 8.0, 5.0, 1.0, 1.0, 0.0],
        ["Planned", 4.0, 7.0, 6.0, 4.0, 5.0, 6.0, 6.0, 5.0, 8.0, 8.0, 3.0],
    ]
    assert found.kept == found.cached


def test_newcomers_are_told_from_those_who_came_before():
    found = all_charts()[1]

    assert found.cached == [
        [
            "Asamblea T7",
            "Taller T6",
            "Taller T5",
            "Taller T4",
            "Taller T1",
            "Mesa de validación",
            "Taller T0",
        ],
        ["Came before", 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, None],
        ["For the first time", None, None, None, None, None, None, 14.0],
    ]
    assert found.kept == found.cached
