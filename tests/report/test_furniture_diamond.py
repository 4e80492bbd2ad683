"""The diamond of the furniture makers: coverage of 63.2 %, worked by hand."""

from tests.report.furnished import all_charts, source, table


def test_a_success_factor_stands_against_every_option():
    found = table("Key success factors by option")

    assert found == [
        ["Key success factor", "Level", "O1", "O2", "O3", "Present level"],
        ["FE1 Diseñadores propios", "Cluster", "Necessary", "Necessary", "Necessary", "2"],
        ["Sub-factors of the diamond: Parte FC2"],
    ]


def test_what_is_necessary_and_weak_names_the_projects_that_answer():
    found = table("Necessary in a chosen option, and of level 2 or less")

    assert found == [
        ["Key success factor", "Present level", "Answered by"],
        [
            "FE1 Diseñadores propios",
            "2",
            ("P01 Proyecto P01, P02 Proyecto P02, P03 Proyecto P03, and P04 Proyecto P04"),
        ],
    ]


def test_the_scale_is_printed_in_words():
    found = table("What the scores from 1 to 5 mean")

    assert found == [
        ["Score", "Actual level", "Ideal", "Weight"],
        ["1", "absent", "irrelevant", "hardly weighs"],
        ["2", "isolated, weak, depends on persons", "helps a little", "weighs little"],
        ["3", "exists but generic or uneven", "needed at a usual level", "weighs"],
        ["4", "specialized and accessible to most firms", "needed, specialized", "weighs much"],
        [
            "5",
            "world reference, a reason to locate here",
            "critical, at world level",
            "weighs most",
        ],
    ]


def test_levels_stand_with_evidence_and_raters():
    found = table("Actual diamond: levels and evidence")

    assert found == [
        ["Sub-factor", "Determinant", "Actual level", "Raters", "Median", "Interquartile range"],
        ["FC1 Parte FC1", "Factor conditions", "3", "8", "3", "0"],
        ["Evidence: Prueba de FC1."],
        ["FC2 Parte FC2", "Factor conditions", "2", "8", "2", "0"],
        ["Evidence: Prueba de FC2."],
        ["FC3 Parte FC3", "Factor conditions", "4", "8", "4", "0"],
        ["Evidence: Prueba de FC3."],
        ["FC4 Parte FC4", "Factor conditions", "3", "8", "3", "0"],
        ["Evidence: Prueba de FC4."],
        ["DC1 Parte DC1", "Demand conditions", "2", "8", "2", "0"],
        ["Evidence: Prueba de DC1."],
        ["DC2 Parte DC2", "Demand conditions", "2", "8", "2", "0"],
        ["Evidence: Prueba de DC2."],
        ["DC3 Parte DC3", "Demand conditions", "3", "8", "3", "0"],
        ["Evidence: Prueba de DC3."],
        ["RS1 Parte RS1", "Related and supporting industries", "3", "8", "3", "0"],
        ["Evidence: Prueba de RS1."],
        ["RS2 Parte RS2", "Related and supporting industries", "3", "8", "3", "0"],
        ["Evidence: Prueba de RS2."],
        ["RS4 Parte RS4", "Related and supporting industries", "2", "8", "2", "0"],
        ["Evidence: Prueba de RS4."],
        ["FS1 Parte FS1", "Strategy, structure and rivalry", "4", "8", "4", "0"],
        ["Evidence: Prueba de FS1."],
        ["FS2 Parte FS2", "Strategy, structure and rivalry", "2", "8", "2", "0"],
        ["Evidence: Prueba de FS2."],
        ["FS4 Parte FS4", "Strategy, structure and rivalry", "3", "8", "3", "0"],
        ["Evidence: Prueba de FS4."],
    ]


def test_options_stand_side_by_side():
    found = table("The options side by side")

    assert found == [
        [
            "Strategic option",
            "Status",
            "Coverage",
            "Worst determinant",
            "Gaps of 2 or more",
            "Sub-factors used",
            "Cost class",
        ],
        [
            "O2 Montaje llave en mano",
            "Parallel",
            "63,2%",
            "Demand conditions",
            "6",
            "13 of 13",
            "Pending",
        ],
        [
            "O3 Diseño para hoteles",
            "Chosen",
            "63,2%",
            "Demand conditions",
            "6",
            "13 of 13",
            "Pending",
        ],
    ]


def test_determinants_of_the_chosen_option_are_unweighted_means():
    found = table("Determinants of O3, unweighted means")

    assert found == [
        ["Determinant", "Sub-factors", "Actual", "Ideal", "Points missing", "Coverage"],
        ["Factor conditions", "4", "3,00", "4,25", "1,25", "70,6%"],
        ["Demand conditions", "3", "2,33", "4,33", "2,00", "53,8%"],
        ["Related and supporting industries", "3", "2,67", "4,33", "1,67", "61,5%"],
        ["Strategy, structure and rivalry", "3", "3,00", "4,00", "1,00", "75,0%"],
    ]


def test_gaps_of_the_chosen_option_stand_by_priority():
    found = table("Gaps of O3 and what was decided")

    assert found == [
        ["Sub-factor", "Actual", "Ideal", "Weight", "Gap", "Priority", "Decision"],
        ["DC2 Parte DC2", "2", "5", "4", "3", "12", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["FC2 Parte FC2", "2", "5", "4", "3", "12", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["FS2 Parte FS2", "2", "4", "5", "2", "10", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["RS1 Parte RS1", "3", "5", "5", "2", "10", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["RS4 Parte RS4", "2", "4", "4", "2", "8", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["DC1 Parte DC1", "2", "4", "3", "2", "6", "Taken on together"],
        [("Why this ideal: Lo pide el diseño. · Why this decision: Nadie puede solo.")],
        ["FC1 Parte FC1", "3", "4", "5", "1", "5", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["FS4 Parte FS4", "3", "4", "4", "1", "4", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["RS2 Parte RS2", "3", "4", "3", "1", "3", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["DC3 Parte DC3", "3", "4", "2", "1", "2", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["FC4 Parte FC4", "3", "4", "2", "1", "2", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["FC3 Parte FC3", "4", "4", "3", "0", "0", ""],
        ["Why this ideal: Lo pide el diseño."],
        ["FS1 Parte FS1", "4", "4", "3", "0", "0", ""],
        ["Why this ideal: Lo pide el diseño."],
    ]


def test_determinants_of_the_parallel_option_are_told_too():
    found = table("Determinants of O2, unweighted means")

    assert found == [
        ["Determinant", "Sub-factors", "Actual", "Ideal", "Points missing", "Coverage"],
        ["Factor conditions", "4", "3,00", "4,25", "1,25", "70,6%"],
        ["Demand conditions", "3", "2,33", "4,33", "2,00", "53,8%"],
        ["Related and supporting industries", "3", "2,67", "4,33", "1,67", "61,5%"],
        ["Strategy, structure and rivalry", "3", "3,00", "4,00", "1,00", "75,0%"],
    ]


SOURCES = {
    "Key success factors by option": (
        "Source: agreed by the team with the firms. Present level: High means "
        "a better environment today: 1 absent, 2 isolated, weak, depends on "
        "persons, 3 exists but generic or uneven, 4 specialized and accessible "
        "to most firms, 5 world reference, a reason to locate here."
    ),
    "Necessary in a chosen option, and of level 2 or less": (
        "Source: success factors and projects of this plan."
    ),
    "What the scores from 1 to 5 mean": (
        "Source: scale of Dínamo; the authors of the method print none."
    ),
    "Actual diamond: levels and evidence": (
        "Source: actual: median of raters (Firm of the cluster: 8), 13 of 13 "
        "levels adopted, settled in Taller T5, July 1, 2026. Scale of Dínamo "
        "from 1 to 5."
    ),
    "The options side by side": (
        "Source: actual: median of raters (Firm of the cluster: 8), 13 of 13 "
        "levels adopted, settled in Taller T5, July 1, 2026. Scale of Dínamo "
        "from 1 to 5. Coverage is the weighted share of what the option needs "
        "that is there; what is in excess never makes up for what is missing."
    ),
    "Determinants of O3, unweighted means": (
        "Source: actual: median of raters (Firm of the cluster: 8), 13 of 13 "
        "levels adopted, settled in Taller T5, July 1, 2026; ideal agreed for "
        "the option. Scale of Dínamo from 1 to 5. Points missing are the mean "
        "of what each sub-factor lacks: one that has more than its ideal makes "
        "up for no other, and so they may be more than ideal minus actual."
    ),
    "Gaps of O3 and what was decided": (
        "Source: actual: median of raters (Firm of the cluster: 8), 13 of 13 "
        "levels adopted, settled in Taller T5, July 1, 2026; ideal agreed for "
        "the option. Scale of Dínamo from 1 to 5."
    ),
    "Determinants of O2, unweighted means": (
        "Source: actual: median of raters (Firm of the cluster: 8), 13 of 13 "
        "levels adopted, settled in Taller T5, July 1, 2026; ideal agreed for "
        "the option. Scale of Dínamo from 1 to 5. Points missing are the mean "
        "of what each sub-factor lacks: one that has more than its ideal makes "
        "up for no other, and so they may be more than ideal minus actual."
    ),
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES


def test_gaps_are_drawn_by_priority():
    found = all_charts()[18]

    assert found.cached == [
        [
            "FC4 Parte FC4",
            "DC3 Parte DC3",
            "RS2 Parte RS2",
            "FS4 Parte FS4",
            "FC1 Parte FC1",
            "DC1 Parte DC1",
            "RS4 Parte RS4",
            "RS1 Parte RS1",
            "FS2 Parte FS2",
            "FC2 Parte FC2",
            "DC2 Parte DC2",
        ],
        ["Priority", 2.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 10.0, 12.0, 12.0],
    ]
    assert found.kept == found.cached
