"""The strategic options of the furniture makers: O3 at 4.05 by 3.70."""

from tests.report.furnished import all_charts, plan, source, table, words
from tests.report.word import parts


def test_options_stand_with_status_and_reason():
    found = table("Options and their status")

    assert found == [
        ["Option", "Definition", "Status", "Reason for the status"],
        [
            "O1 Series económicas",
            "Series económicas: una manera de competir.",
            "Discarded",
            "Motivo de O1.",
        ],
        [
            "O2 Montaje llave en mano",
            "Montaje llave en mano: una manera de competir.",
            "Parallel",
            "Motivo de O2.",
        ],
        [
            "O3 Diseño para hoteles",
            "Diseño para hoteles: una manera de competir.",
            "Chosen",
            "Motivo de O3.",
        ],
    ]


def test_a_dot_marks_the_factors_an_option_wants_to_win_on():
    found = table("Options against the purchase-decision factors")

    assert found == [
        ["Buyer segment", "Purchase-decision factor", "O1", "O2", "O3"],
        ["Hoteles", "H1 Diseño propio", "3", "3", "● 5"],
        ["Hoteles", "H2 Plazo", "3", "● 5", "3"],
        ["Hoteles", "H3 Precio", "● 5", "3", "3"],
        ["Hoteles", "H4 Terminación", "3", "● 5", "● 5"],
        ["Hoteles", "H5 Garantía", "● 5", "3", "3"],
        ["Hoteles", "H6 Madera certificada", "3", "3", "● 5"],
    ]


def test_both_axes_are_weighted_means_with_their_thirds():
    found = table("Place of the options; bands begin at 2,33 and 3,67")

    assert found == [
        ["Option", "Attractiveness", "Band", "Capacity", "Band", "Mean"],
        ["O1 Series económicas", "2,45", "Middle third", "4,10", "High third", "3,28"],
        ["O2 Montaje llave en mano", "4,25", "High third", "2,75", "Middle third", "3,50"],
        ["O3 Diseño para hoteles", "4,05", "High third", "3,70", "High third", "3,88"],
    ]


def test_scores_stand_by_criterion_with_their_range():
    found = table("Scores by criterion; in brackets the interquartile range")

    assert found == [
        ["Criterion", "Axis", "Weight", "O1", "O2", "O3"],
        ["A1 Criterio attractiveness 1", "Attractiveness", "0,25", "2 (0)", "4 (0)", "5 (0)"],
        ["A2 Criterio attractiveness 2", "Attractiveness", "0,25", "3 (0)", "5 (0)", "4 (0)"],
        ["A3 Criterio attractiveness 3", "Attractiveness", "0,2", "3 (0)", "4 (0)", "3 (0)"],
        ["A4 Criterio attractiveness 4", "Attractiveness", "0,3", "2 (0)", "4 (0)", "4 (0)"],
        ["C1 Criterio capacity 1", "Capacity", "0,25", "4 (0)", "3 (0)", "4 (0)"],
        ["C2 Criterio capacity 2", "Capacity", "0,25", "4 (0)", "2 (0)", "4 (0)"],
        ["C3 Criterio capacity 3", "Capacity", "0,2", "3 (0)", "3 (0)", "4 (0)"],
        ["C4 Criterio capacity 4", "Capacity", "0,3", "5 (0)", "3 (0)", "3 (0)"],
    ]


def test_criteria_that_ask_nothing_have_no_table():
    assert "What each criterion asks" not in words()


def test_the_vote_gives_the_order():
    found = table("Result of the vote on the priority")

    assert found == [
        ["Place", "Option", "Status"],
        ["1", "O3 Diseño para hoteles", "Chosen"],
        ["2", "O2 Montaje llave en mano", "Parallel"],
        ["3", "O1 Series económicas", "Discarded"],
    ]


def test_how_the_vote_was_held_is_told_with_its_quorum():
    found = table("How the vote was held")

    assert found == [
        ["Item", "Content"],
        ["Question", "¿Para qué opción construye primero el plan?"],
        ["Rule", "Borda"],
        ["Unit", "One ballot for each firm"],
        ["Meeting", "Taller T4"],
        ["Date", "Jun 17, 2026"],
        ["Entitled to vote", "22"],
        ["Ballots cast", "20 (91%)"],
        ["Quorum", "12: met"],
        ["Consensus", "W 0,72"],
    ]


def test_the_sheet_of_the_discarded_option_says_why():
    found = table("Sheet of option O1 Series económicas")

    assert found == [
        ["Item", "Content"],
        ["Definition", "Series económicas: una manera de competir."],
        ["Buyer segments", "Hoteles"],
        ["Purchase-decision factors", "H3 Precio and H5 Garantía"],
        ["Value proposition", "Muebles que nadie más hace."],
        ["Where it is played today", "Friuli."],
        [
            "Market",
            (
                "Market size a year: US$ 1.000.000; Market growth a year: 4%; Margin: "
                "18%; Source of the market figures: Estimación propia"
            ),
        ],
        ["Chain required", "Diseño, fabricación y montaje."],
        ["Minimum scale", "Seis talleres"],
        ["Firms already there", "Mueblería Alerce, Mueblería Boj, and Mueblería Cedro"],
        ["Investment of a firm", "US$ 50.000"],
        ["Risks", "Copia."],
        ["Horizon", "5 years"],
        ["What we stop doing", "Se dejan los muebles en serie."],
        ["Status", "Discarded"],
        ["Reason for the status", "Motivo de O1."],
    ]


def test_the_sheet_of_the_parallel_option_is_complete():
    found = table("Sheet of option O2 Montaje llave en mano")

    assert found == [
        ["Item", "Content"],
        ["Definition", "Montaje llave en mano: una manera de competir."],
        ["Buyer segments", "Hoteles"],
        ["Purchase-decision factors", "H2 Plazo and H4 Terminación"],
        ["Value proposition", "Muebles que nadie más hace."],
        ["Where it is played today", "Friuli."],
        [
            "Market",
            (
                "Market size a year: US$ 1.000.000; Market growth a year: 4%; Margin: "
                "18%; Source of the market figures: Estimación propia"
            ),
        ],
        ["Chain required", "Diseño, fabricación y montaje."],
        ["Minimum scale", "Seis talleres"],
        ["Firms already there", "Mueblería Alerce, Mueblería Boj, and Mueblería Cedro"],
        ["Investment of a firm", "US$ 50.000"],
        ["Risks", "Copia."],
        ["Horizon", "5 years"],
        ["What we stop doing", "Se dejan los muebles en serie."],
        ["Status", "Parallel"],
        ["Reason for the status", "Motivo de O2."],
    ]


def test_the_sheet_of_the_chosen_option_is_complete():
    found = table("Sheet of option O3 Diseño para hoteles")

    assert found == [
        ["Item", "Content"],
        ["Definition", "Diseño para hoteles: una manera de competir."],
        ["Buyer segments", "Hoteles"],
        [
            "Purchase-decision factors",
            ("H1 Diseño propio, H4 Terminación, and H6 Madera certificada"),
        ],
        ["Value proposition", "Muebles que nadie más hace."],
        ["Where it is played today", "Friuli."],
        [
            "Market",
            (
                "Market size a year: US$ 1.000.000; Market growth a year: 4%; Margin: "
                "18%; Source of the market figures: Estimación propia"
            ),
        ],
        ["Chain required", "Diseño, fabricación y montaje."],
        ["Minimum scale", "Seis talleres"],
        ["Firms already there", "Mueblería Alerce, Mueblería Boj, and Mueblería Cedro"],
        ["Investment of a firm", "US$ 50.000"],
        ["Risks", "Copia."],
        ["Horizon", "5 years"],
        ["What we stop doing", "Se dejan los muebles en serie."],
        ["Status", "Chosen"],
        ["Reason for the status", "Motivo de O3."],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Options and their status",
    "How the vote was held",
    "Sheet of option O1 Series económicas",
    "Sheet of option O2 Montaje llave en mano",
    "Sheet of option O3 Diseño para hoteles",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "Options against the purchase-decision factors": (
        "Source: the dynamization team's records. ●: the option wants to win "
        "on it; the number is the performance it aims at, from 1 to 5. Factors "
        "that no option has to do with are left out: 6."
    ),
    "Place of the options; bands begin at 2,33 and 3,67": (
        "Source: medians of 2 raters (Firm of the cluster). Raters of other sides, whose "
        "scores do not count here: 1. Scale from 1 to 5: a high score speaks for the option; "
        "axes are weighted means, bands are thirds."
    ),
    "Scores by criterion; in brackets the interquartile range": (
        "Source: medians of 2 raters (Firm of the cluster). Raters of other sides, whose "
        "scores do not count here: 1. Scale from 1 to 5. "
        "High speaks for the option."
    ),
    "Result of the vote on the priority": (
        "Source: ballots cast: 20 of 22 entitled. Quorum: 12. Rule: Borda. "
        "Consensus: W 0,72. Taller T4, June 17, 2026."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES


def test_how_often_each_option_is_best_by_any_weights_is_drawn():
    """A flat Dirichlet for each axis, 200,000 draws by numpy: 0.033, 0.035 and 0.932."""
    found = all_charts()[13]

    assert found.cached == [
        ["O1 Series económicas", "O2 Montaje llave en mano", "O3 Diseño para hoteles"],
        ["Comes first", 0.03, 0.04, 0.93],
    ]
    assert found.kept == found.cached


def test_firms_are_counted_by_what_they_will_pursue():
    found = all_charts()[14]

    assert found.cached == [
        ["O3 Diseño para hoteles", "O2 Montaje llave en mano", "O1 Series económicas"],
        ["Firms", 6.0, 0.0, 0.0],
    ]
    assert found.kept == found.cached


def test_the_matrix_says_the_state_of_each_option_in_words():
    drawn = "".join(
        data.decode() for name, data in parts(plan()).items() if name.startswith("word/charts/plan")
    )

    for said in ("O1 (Discarded)", "O2 (Parallel)", "O3 (Chosen)"):
        assert said in drawn
