"""The annexes of the furniture makers: who, from where, by which rule."""

from tests.report.furnished import source, table


def test_the_directory_stands_by_name():
    found = table("Actors of the cluster and around it")

    assert found == [
        ["Name", "Type", "Link of the chain", "In scope", "Core group"],
        ["Aserradero Norte", "Supplier", "Aserrado", "Inside", "No"],
        ["Aserradero Sur", "Supplier", "Aserrado", "Inside", "No"],
        ["Cámara de la Madera", "Association", "", "Inside", "No"],
        ["Escuela de Carpintería", "Training center", "", "Inside", "No"],
        ["Intendencia de la Ribera", "Public body", "", "Inside", "No"],
        ["Mueblería Alerce", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Boj", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Cedro", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Ébano", "Final producer", "Fabricación", "Inside", "No"],
        ["Mueblería Fresno", "Final producer", "Fabricación", "Inside", "No"],
        ["Mueblería Guindo", "Final producer", "Fabricación", "Inside", "No"],
        ["Tienda Faro", "Buyer", "Venta", "Periphery", "No"],
        ["Tienda Galería", "Buyer", "Venta", "Periphery", "No"],
        ["Tienda Hogar", "Buyer", "Venta", "Periphery", "No"],
    ]


def test_people_who_agreed_stand_with_their_actor():
    found = table("People")

    assert found == [
        ["Person", "Actor", "Lead entrepreneur"],
        ["Nora Vidal", "Mueblería Alerce", "Yes"],
    ]


def test_relations_stand_with_who_reported_them():
    found = table("Relations")

    assert found == [
        ["From", "To", "Relation", "Intensity", "Reported by"],
        ["Mueblería Alerce", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Mueblería Boj", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Mueblería Cedro", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Mueblería Ébano", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Mueblería Fresno", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Mueblería Guindo", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Aserradero Norte", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Aserradero Sur", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Tienda Faro", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Tienda Galería", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Tienda Hogar", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Escuela de Carpintería", "Cámara de la Madera", "Joint project", "2", "Both sides"],
        ["Intendencia de la Ribera", "Cámara de la Madera", "Joint project", "2", "Both sides"],
    ]


def test_the_settings_of_the_map_are_printed():
    found = table("Settings of the map")

    assert found == [
        ["Setting", "Value"],
        ["Count actors without relations", "Yes"],
        ["A relation exists when", "Reported by either side"],
        ["Only actors inside the scope or at its periphery", "No"],
        ["Size by", "Relations"],
    ]


def test_every_measure_has_formula_and_reference():
    found = table("Measures and their formulas")

    assert found == [
        ["Measure", "Formula", "Reference"],
        ["Location quotient", "q = (e / E) / (e₀ / E₀)", "Isard (1960)"],
        ["Symmetric quotient", "(q − 1) / (q + 1)", "Dalum, Laursen & Villumsen (1998)"],
        ["Jobs above expectation", "e − E·e₀ / E₀", "–"],
        ["Weighted score", "Σ w·(v − min) / (max − min)", "–"],
        ["Density", "2m / (n(n − 1))", "Wasserman & Faust (1994)"],
        ["Degree centralization", "Σ(dmax − d) / ((n − 1)(n − 2))", "Freeman (1977, 1979)"],
        ["Betweenness", "Σ g(i) / g ÷ ((n − 1)(n − 2) / 2)", "Freeman (1977, 1979)"],
        [
            "Betweenness centralization",
            "Σ(Bmax − B) / ((n − 1)²(n − 2) / 2)",
            "Freeman (1977, 1979)",
        ],
        ["Closeness", "(r / (n − 1)) · (r / Σd)", "Wasserman & Faust (1994)"],
        ["Communities", "Q = Σ(e − a²)", "Clauset, Newman & Moore (2004)"],
        [
            "Role as broker",
            "pairs without a relation that meet in i",
            "Gould & Fernandez (1989)",
        ],
        ["E–I index by type of actor", "(E − I) / (E + I)", "Krackhardt & Stern (1988)"],
        ["HHI", "10.000 · Σs²", "Herfindahl (1950), Hirschman (1945)"],
        ["Gini", "2·Σ(i·x) / (n·Σx) − (n + 1) / n", "Gini (1912)"],
        ["Yearly growth", "(Vt / V0)^(1/t) − 1", "–"],
        ["Intensity of a force", "F = Σ w·p", "Porter (1979)"],
        ["Attractiveness of the business", "A = 6 − Σ W·F", "–"],
        ["Weighted gap of a purchase factor", "w · (r − p)", "Martilla & James (1977)"],
        ["Relative value for the customer", "Σ w · (p ÷ r)", "Gale (1994)"],
        ["Place of an option on an axis", "Σ w·x ÷ Σ w", "GE–McKinsey"],
        ["Gap of a sub-factor", "g = i − a", "Porter (1990)"],
        ["Priority of a gap", "w · max(0, g)", "–"],
        ["Gap index of an option", "Σ w·max(0, g) ÷ Σ w·i", "–"],
        ["Coverage of an option", "c = Σ w·min(a, i) ÷ Σ w·i", "–"],
        ["Coverage as a score from 1 to 5", "1 + 4·c", "–"],
        ["Impact and effort of a project", "Σ w·x ÷ Σ w", "–"],
        ["Leverage", "private ÷ public", "–"],
        [
            "Critical path",
            "the longest chain of activities that wait for each other",
            "Kelley & Walker (1959)",
        ],
        ["Progress of an indicator", "(v − v0) ÷ (v1 − v0)", "–"],
        ["Borda count", "Σ (n − r)", "Borda (1781)"],
        ["Copeland", "pairs won + ½ · pairs tied", "Copeland (1951)"],
        ["Kendall's W", "12·S ÷ (m²(n³ − n) − m·ΣT)", "Kendall & Babington Smith (1939)"],
        ["Consensus of ratings", "1 + Σ p·log2(1 − |x − μ| ÷ d)", "Tastle & Wierman (2007)"],
        ["Half plus one", "⌊n ÷ 2⌋ + 1", "–"],
    ]


def test_sources_are_counted_where_they_are_named():
    found = table("Sources")

    assert found == [
        ["Source", "Where it is named, and how often"],
        ["Aduanas", "Evidence of the forces (10)"],
        [
            "Encuesta propia",
            (
                "Actors (6); Figures (12); Strategic objectives (2); Improvement areas "
                "(4); Indicators (2)"
            ),
        ],
    ]


def test_every_project_rests_on_a_trend():
    found = table("What each project rests on")

    assert found == [
        ["Projects", "Areas", "Gaps", "Success factors", "Options", "Purchase factors", "Trends"],
        ["P01 Proyecto P01", "A1", "FC1, FC2", "FE1", "O3", "H1, H4, H6", "TE1"],
        ["P02 Proyecto P02", "A2", "DC1, DC2", "FE1", "O3", "H1, H4, H6", "TE1"],
        ["P03 Proyecto P03", "A3", "RS1, RS4", "FE1", "O3", "H1, H4, H6", "TE1"],
        ["P04 Proyecto P04", "A4", "FS2", "FE1", "O3", "H1, H4, H6", "TE1"],
    ]


def test_loose_ends_are_counted_and_named():
    found = table("Loose ends of the strategic thread")

    assert found == [
        ["Loose end", "Number", "Elements"],
        [
            "Purchase factors that no option wants to win on, or only a discarded one",
            "8",
            (
                "H3 Precio, H5 Garantía, V1 Diseño propio, V2 Plazo, V3 Precio, V4 "
                "Terminación, V5 Garantía, and V6 Madera certificada"
            ),
        ],
    ]


def test_the_first_version_is_this_document():
    found = table("Versions of the plan")

    assert found == [
        ["Version", "Date", "Status", "File"],
        ["1", "Jun 12, 2026", "Draft", "This document"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Actors of the cluster and around it",
    "People",
    "Relations",
    "Settings of the map",
    "Sources",
    "Versions of the plan",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "Measures and their formulas": (
        "Source: the works named in each row; a dash marks a convention of Dínamo. Signs: n "
        "actors, items or members; m relations or ballots; d relations of an actor; e, E jobs of "
        "the activity and all jobs, e₀, E₀ those of the country; s shares; w, W weights; x, p "
        "scores, p also the cluster's and r its best rival's; a, i actual and ideal level, g "
        "their gap; v a value, v0 and v1 baseline and target."
    ),
    "What each project rests on": (
        "Source: references that the team declared from trend to project."
    ),
    "Loose ends of the strategic thread": (
        "Source: references that the team declared from trend to project."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES
