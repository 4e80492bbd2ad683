"""The business and what buyers decide on, in the plan of the furniture makers."""

from tests.report.furnished import all_charts, source, table


def test_a_trend_says_what_it_presses_on():
    found = table("Trends")

    assert found == [
        ["Code", "Trend", "Driver", "Felt by"],
        ["TE1", "Los hoteles piden series cortas", "Turismo de diseño", "2031"],
        [("Presses on: Buyer power · Evidence: Licitaciones de 2025.")],
    ]


def test_the_pressure_grows_from_3_2_to_4_and_attractiveness_falls_from_2_8_to_2():
    found = table("Pressure of the five forces")

    assert found == [
        ["Force", "Weight", "2026", "2031", "Change"],
        ["Threat of entry", "1", "4,0", "5,0", "+1,0"],
        ["Supplier power", "1", "3,0", "4,0", "+1,0"],
        ["Buyer power", "1", "4,0", "4,0", "0,0"],
        ["Substitutes", "1", "2,0", "3,0", "+1,0"],
        ["Rivalry", "1", "3,0", "4,0", "+1,0"],
        ["Pressure of all forces", "", "3,2", "4,0", "+0,8"],
        ["Attractiveness", "", "2,8", "2,0", "−0,8"],
    ]


def test_sub_factors_stand_under_their_force():
    found = table("Sub-factors of the forces")

    assert found == [
        ["Code", "Sub-factor", "2026", "IQR", "2031", "IQR"],
        ["", "Threat of entry", "", "", "", ""],
        ["SENTRY", "Presión entry", "4", "0", "5", "0"],
        ["", "Supplier power", "", "", "", ""],
        ["SSUPPLIERS", "Presión suppliers", "3", "0", "4", "0"],
        ["", "Buyer power", "", "", "", ""],
        ["SBUYERS", "Presión buyers", "4", "0", "4", "0"],
        ["", "Substitutes", "", "", "", ""],
        ["SSUBSTITUTES", "Presión substitutes", "2", "0", "3", "0"],
        ["", "Rivalry", "", "", "", ""],
        ["SRIVALRY", "Presión rivalry", "3", "0", "4", "0"],
    ]


def test_evidence_stands_force_by_force():
    found = table("Evidence of the forces")

    assert found == [
        ["Force", "Evidence", "Source", "Year"],
        ["Threat of entry", "Hecho 1 de entry", "Aduanas", "2025"],
        ["Threat of entry", "Hecho 2 de entry", "Aduanas", "2025"],
        ["Supplier power", "Hecho 1 de suppliers", "Aduanas", "2025"],
        ["Supplier power", "Hecho 2 de suppliers", "Aduanas", "2025"],
        ["Buyer power", "Hecho 1 de buyers", "Aduanas", "2025"],
        ["Buyer power", "Hecho 2 de buyers", "Aduanas", "2025"],
        ["Substitutes", "Hecho 1 de substitutes", "Aduanas", "2025"],
        ["Substitutes", "Hecho 2 de substitutes", "Aduanas", "2025"],
        ["Rivalry", "Hecho 1 de rivalry", "Aduanas", "2025"],
        ["Rivalry", "Hecho 2 de rivalry", "Aduanas", "2025"],
    ]


def test_a_challenge_says_why_and_where_it_was_validated():
    found = table("Challenges")

    assert found == [
        ["Code", "Challenge", "Validated on", "Validated in"],
        ["R1", "Dejar de competir por precio", "May 6, 2026", "Taller T1"],
        [
            (
                "Why it is one: La importación aprieta. · Trends: Los hoteles piden "
                "series cortas · Forces: Rivalry"
            )
        ],
    ]


def test_segments_name_their_best_rival():
    found = table("Buyer segments")

    assert found == [
        ["Code", "Buyer segment", "Best rival"],
        ["H", "Hoteles", "Importadores"],
        ["Lines between high and low: Means of the factors"],
        ["V", "Viviendas", "Grandes tiendas"],
        ["Lines between high and low: Means of the factors"],
    ]


def test_importance_shows_how_it_shifts_towards_advanced_buyers():
    found = table("Importance of the factors: Hoteles")

    assert found == [
        ["Code", "Factor", "Kind", "Today", "Advanced buyers", "Shift"],
        ["H1", "Diseño propio", "Quality", "5", "5", "="],
        ["Trends: Los hoteles piden series cortas"],
        ["H2", "Plazo", "Quality", "4", "4", "="],
        ["Trends: Los hoteles piden series cortas"],
        ["H3", "Precio", "Quality", "5", "3", "▼ 2"],
        ["Trends: Los hoteles piden series cortas"],
        ["H4", "Terminación", "Quality", "3", "4", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
        ["H5", "Garantía", "Quality", "2", "3", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
        ["H6", "Madera certificada", "Quality", "3", "4", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
    ]


def test_performance_carries_the_verdict_of_the_quadrant():
    found = table("Performance in the factors: Hoteles")

    assert found == [
        ["Code", "Factor", "Cluster", "Best rival", "Reference", "Verdict"],
        ["H1", "Diseño propio", "3", "4", "5", "Concentrate here"],
        ["H2", "Plazo", "4", "4", "4", "Keep it up"],
        ["H3", "Precio", "2", "5", "4", "Concentrate here"],
        ["H4", "Terminación", "4", "3", "4", "Possible overkill"],
        ["H5", "Garantía", "5", "3", "4", "Possible overkill"],
        ["H6", "Madera certificada", "3", "3", "4", "Low priority"],
    ]


def test_gaps_to_the_rival_stand_by_weighted_gap():
    found = table("Gaps to the best rival: Hoteles")

    assert found == [
        ["Code", "Factor", "Weight", "Weighted gap", "Priority"],
        ["H3", "Precio", "22,7%", "0,68", "0,68"],
        ["H1", "Diseño propio", "22,7%", "0,23", "0,23"],
        ["H2", "Plazo", "18,2%", "0,00", "0,00"],
        ["H6", "Madera certificada", "13,6%", "0,00", "0,00"],
        ["H4", "Terminación", "13,6%", "−0,14", "0,00"],
        ["H5", "Garantía", "9,1%", "−0,18", "0,00"],
    ]


def test_options_are_told_by_what_they_raise_and_reduce():
    found = table("What each option changes: Hoteles")

    assert found == [
        ["Option", "Reduce", "Raise"],
        ["O2 Montaje llave en mano", "Garantía", "Plazo; Precio; Terminación"],
        [
            "O3 Diseño para hoteles",
            "Plazo; Garantía",
            "Diseño propio; Precio; Terminación; Madera certificada",
        ],
    ]


def test_a_second_segment_has_its_own_importance():
    found = table("Importance of the factors: Viviendas")

    assert found == [
        ["Code", "Factor", "Kind", "Today", "Advanced buyers", "Shift"],
        ["V1", "Diseño propio", "Quality", "5", "5", "="],
        ["Trends: Los hoteles piden series cortas"],
        ["V2", "Plazo", "Quality", "4", "4", "="],
        ["Trends: Los hoteles piden series cortas"],
        ["V3", "Precio", "Quality", "5", "3", "▼ 2"],
        ["Trends: Los hoteles piden series cortas"],
        ["V4", "Terminación", "Quality", "3", "4", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
        ["V5", "Garantía", "Quality", "2", "3", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
        ["V6", "Madera certificada", "Quality", "3", "4", "▲▲ 1"],
        ["Trends: Los hoteles piden series cortas"],
    ]


def test_a_second_segment_has_its_own_performance():
    found = table("Performance in the factors: Viviendas")

    assert found == [
        ["Code", "Factor", "Cluster", "Best rival", "Reference", "Verdict"],
        ["V1", "Diseño propio", "3", "4", "5", "Concentrate here"],
        ["V2", "Plazo", "4", "4", "4", "Keep it up"],
        ["V3", "Precio", "2", "5", "4", "Concentrate here"],
        ["V4", "Terminación", "4", "3", "4", "Possible overkill"],
        ["V5", "Garantía", "5", "3", "4", "Possible overkill"],
        ["V6", "Madera certificada", "3", "3", "4", "Low priority"],
    ]


def test_a_second_segment_has_its_own_gaps():
    found = table("Gaps to the best rival: Viviendas")

    assert found == [
        ["Code", "Factor", "Weight", "Weighted gap", "Priority"],
        ["V3", "Precio", "22,7%", "0,68", "0,68"],
        ["V1", "Diseño propio", "22,7%", "0,23", "0,23"],
        ["V2", "Plazo", "18,2%", "0,00", "0,00"],
        ["V6", "Madera certificada", "13,6%", "0,00", "0,00"],
        ["V4", "Terminación", "13,6%", "−0,14", "0,00"],
        ["V5", "Garantía", "9,1%", "−0,18", "0,00"],
    ]


def test_seeds_are_the_factors_that_grow_by_a_point():
    found = table("Factors that advanced buyers ask more of")

    assert found == [
        ["Buyer segment", "Code", "Factor", "Today", "Advanced buyers", "Shift"],
        ["Hoteles", "H4", "Terminación", "3", "4", "▲▲ 1"],
        ["Hoteles", "H5", "Garantía", "2", "3", "▲▲ 1"],
        ["Hoteles", "H6", "Madera certificada", "3", "4", "▲▲ 1"],
        ["Viviendas", "V4", "Terminación", "3", "4", "▲▲ 1"],
        ["Viviendas", "V5", "Garantía", "2", "3", "▲▲ 1"],
        ["Viviendas", "V6", "Madera certificada", "3", "4", "▲▲ 1"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "Challenges",
    "Buyer segments",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "Trends": ("Source: the dynamization team's records. Evidence as stated for each trend."),
    "Pressure of the five forces": (
        "Source: the dynamization team's records. Force = Σ w·p of its "
        "sub-factors; attractiveness = 6 − pressure of all forces. High means "
        "strong pressure and a less attractive business: 1 weak pressure, 2 "
        "some pressure, 3 noticeable pressure, 4 strong pressure, 5 very "
        "strong pressure."
    ),
    "Sub-factors of the forces": (
        "Source: the dynamization team's records. Scores of 8 raters of 6 "
        "firms; others beside: 0. Taller T1, May 6, 2026. Adopted values: 10. "
        "High means strong pressure and a less attractive business: 1 weak "
        "pressure, 2 some pressure, 3 noticeable pressure, 4 strong pressure, "
        "5 very strong pressure. Discuss: interquartile range above 1, by "
        "linear quartiles."
    ),
    "Evidence of the forces": ("Source: as stated in each row."),
    "Importance of the factors: Hoteles": (
        "Source: the dynamization team's records. Heard of “Hoteles”: Buyer: "
        "5. Adopted values: 12. High means that buyers decide by it: 1 does "
        "not matter, 2 matters little, 3 matters, 4 matters much, 5 decides "
        "the purchase. Shift towards advanced "
        "buyers: ▲▲ a point or more up, ▲ less, ▼ down, = none."
    ),
    "Performance in the factors: Hoteles": (
        "Source: the dynamization team's records. Heard of “Hoteles”: Buyer: "
        "5. Adopted values: 18. Self-image: what firms of the cluster say of "
        "themselves; never pooled with buyers. High means that buyers are "
        "better served: 1 poor, 2 below what is asked, 3 as asked, 4 good, 5 "
        "among the best."
    ),
    "Gaps to the best rival: Hoteles": (
        "Source: the dynamization team's records. Weight: the share of a factor in the "
        "importance of all today. Gap: weight × (best rival − "
        "cluster); below zero the cluster is ahead and the priority "
        "is none. Weighted means: cluster "
        "3,27, best rival 3,86. Relative value 91,3 (Gale; 100: equal): the "
        "mean of the ratios factor by factor, which may lie off 100 at equal "
        "means."
    ),
    "What each option changes: Hoteles": (
        "Source: the dynamization team's records. Raised or reduced: the "
        "target differs by a point or more from the cluster today."
    ),
    "Importance of the factors: Viviendas": (
        "Source: the dynamization team's records. Heard of “Viviendas”: Buyer: "
        "5. Adopted values: 12. High means that buyers decide by it: 1 does "
        "not matter, 2 matters little, 3 matters, 4 matters much, 5 decides "
        "the purchase. Shift towards advanced "
        "buyers: ▲▲ a point or more up, ▲ less, ▼ down, = none."
    ),
    "Performance in the factors: Viviendas": (
        "Source: the dynamization team's records. Heard of “Viviendas”: Buyer: "
        "5. Adopted values: 18. Self-image: what firms of the cluster say of "
        "themselves; never pooled with buyers. High means that buyers are "
        "better served: 1 poor, 2 below what is asked, 3 as asked, 4 good, 5 "
        "among the best."
    ),
    "Gaps to the best rival: Viviendas": (
        "Source: the dynamization team's records. Weight: the share of a factor in the "
        "importance of all today. Gap: weight × (best rival − "
        "cluster); below zero the cluster is ahead and the priority "
        "is none. Weighted means: cluster "
        "3,27, best rival 3,86. Relative value 91,3 (Gale; 100: equal): the "
        "mean of the ratios factor by factor, which may lie off 100 at equal "
        "means."
    ),
    "Factors that advanced buyers ask more of": (
        "Source: the dynamization team's records. Their importance grows by a "
        "point or more towards advanced buyers. High means that buyers decide "
        "by it: 1 does not matter, 2 matters little, 3 matters, 4 matters "
        "much, 5 decides the purchase."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES


def test_importance_is_drawn_against_performance():
    found = all_charts()[8]

    assert found.cached == [
        ["H1", "H2", "H3", "H4", "H5", "H6"],
        [3.0, 4.0, 2.0, 4.0, 5.0, 3.0],
        [5.0, 4.0, 5.0, 3.0, 2.0, 3.0],
    ]
    assert found.kept == found.cached


def test_value_curves_show_the_targets_of_options_beside_the_rival():
    found = all_charts()[9]

    assert found.cached == [
        ["Diseño propio", "Plazo", "Precio", "Terminación", "Garantía", "Madera certificada"],
        ["Cluster", 3.0, 4.0, 2.0, 4.0, 5.0, 3.0],
        ["Importadores", 4.0, 4.0, 5.0, 3.0, 3.0, 3.0],
        ["Reference cluster", 5.0, 4.0, 4.0, 4.0, 4.0, 4.0],
        ["O2 Montaje llave en mano", 3.0, 5.0, 3.0, 5.0, 3.0, 3.0],
        ["O3 Diseño para hoteles", 5.0, 3.0, 3.0, 5.0, 3.0, 5.0],
    ]
    assert found.kept == found.cached


def test_a_segment_without_options_is_drawn_all_the_same():
    found = all_charts()[10]

    assert found.cached == [
        ["V1", "V2", "V3", "V4", "V5", "V6"],
        [3.0, 4.0, 2.0, 4.0, 5.0, 3.0],
        [5.0, 4.0, 5.0, 3.0, 2.0, 3.0],
    ]
    assert found.kept == found.cached


def test_value_curves_without_options_have_three_lines():
    found = all_charts()[11]

    assert found.cached == [
        ["Diseño propio", "Plazo", "Precio", "Terminación", "Garantía", "Madera certificada"],
        ["Cluster", 3.0, 4.0, 2.0, 4.0, 5.0, 3.0],
        ["Grandes tiendas", 4.0, 4.0, 5.0, 3.0, 3.0, 3.0],
        ["Reference cluster", 5.0, 4.0, 4.0, 4.0, 4.0, 4.0],
    ]
    assert found.kept == found.cached
