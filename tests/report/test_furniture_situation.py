"""Scope, mapping and characterization of the furniture makers, counted by hand."""

from tests.report.furnished import all_charts, source, table


def test_the_scope_goes_from_sector_to_options():
    found = table("From sector to options")

    assert found == [
        ["Item", "Content"],
        ["Sector", "Industria de la madera"],
        ["Business segment", "Muebles a medida"],
        ["Territory covered", "Ribera Baja"],
        ["Orientation", "Customer or market"],
        ["Accepted on", "Mar 11, 2026"],
        ["Accepted in", "Taller T0"],
        [
            "Strategic options",
            "O1 Series económicas (Discarded); O2 Montaje llave en mano (Parallel); "
            "O3 Diseño para hoteles (Chosen)",
        ],
    ]


def test_actors_are_counted_by_the_rule_and_add_up():
    found = table("Actors by the rule for inclusion")

    assert found == [
        ["In scope", "Actors", "Share"],
        ["Inside", "11", "79%"],
        ["Periphery", "3", "21%"],
        ["Outside", "0", "0%"],
        ["Total", "14", "100%"],
    ]


def test_a_segment_with_four_times_yes_passes():
    found = table("Candidate segments")

    assert found == [
        [
            "Segment",
            "Same customers?",
            "Same rivals?",
            "Do firms name themselves by it?",
            "Are there enough firms?",
            "Verdict",
            "Outcome",
        ],
        [
            "Muebles a medida",
            "Yes",
            "Yes",
            "Yes",
            "Yes",
            "Inside the scope",
            "Passes the four tests",
        ],
    ]


def test_links_stand_in_the_order_of_the_chain():
    found = table("Links of the chain")

    assert found == [
        ["Order", "Link", "Place in the chain", "Firms and buyers"],
        ["1", "Aserrado", "Primary production", "2"],
        ["2", "Fabricación", "Transformation", "6"],
        ["3", "Venta", "Buyers", "3"],
    ]


def test_firms_are_counted_by_link_and_type():
    found = table("Firms and buyers by link and type")

    assert found == [
        ["Link of the chain", "Firms and buyers", "Types"],
        ["Aserrado", "2", "Supplier: 2"],
        ["Fabricación", "6", "Final producer: 6"],
        ["Venta", "3", "Buyer: 3"],
    ]


def test_actors_stand_by_name_as_people_look_them_up():
    found = table("Actors of the cluster")

    assert found == [
        ["Name", "Type", "Link of the chain", "In scope", "Core group"],
        ["Aserradero Norte", "Supplier", "Aserrado", "Inside", ""],
        ["Aserradero Sur", "Supplier", "Aserrado", "Inside", ""],
        ["Cámara de la Madera", "Association", "", "Inside", ""],
        ["Escuela de Carpintería", "Training center", "", "Inside", ""],
        ["Intendencia de la Ribera", "Public body", "", "Inside", ""],
        ["Mueblería Alerce", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Boj", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Cedro", "Final producer", "Fabricación", "Inside", "Yes"],
        ["Mueblería Ébano", "Final producer", "Fabricación", "Inside", ""],
        ["Mueblería Fresno", "Final producer", "Fabricación", "Inside", ""],
        ["Mueblería Guindo", "Final producer", "Fabricación", "Inside", ""],
        ["Tienda Faro", "Buyer", "Venta", "Periphery", ""],
        ["Tienda Galería", "Buyer", "Venta", "Periphery", ""],
        ["Tienda Hogar", "Buyer", "Venta", "Periphery", ""],
    ]


def test_institutions_are_counted_by_type():
    found = table("Institutions around the chain")

    assert found == [
        ["Type", "Number", "Institutions"],
        ["Training center", "1", "Escuela de Carpintería"],
        ["Association", "1", "Cámara de la Madera"],
        ["Public body", "1", "Intendencia de la Ribera"],
    ]


def test_a_star_has_full_centralisation_and_no_triangle():
    found = table("The network in numbers")

    assert found == [
        ["Measure", "Value"],
        ["Actors", "14"],
        ["Related pairs", "13"],
        ["Density", "0,143"],
        ["Degree centralization", "1,000"],
        ["Betweenness centralization", "1,000"],
        ["Connected pieces", "1"],
        ["Actors without relations", "0"],
        ["Communities", "1"],
        ["Modularity (Q)", "0,000"],
        ["Transitivity", "0,000"],
        ["Diameter of the largest piece", "2"],
        ["Mean path in the largest piece", "1,857"],
        ["E–I index by type of actor", "1,000"],
    ]


def test_the_centre_of_a_star_is_best_connected():
    found = table("Best connected actors")

    assert found == [
        ["Actor", "Type", "Relations", "Betweenness", "Closeness"],
        ["Cámara de la Madera", "Association", "13", "1,000", "1,000"],
        ["Aserradero Norte", "Supplier", "1", "0,000", "0,520"],
        ["Aserradero Sur", "Supplier", "1", "0,000", "0,520"],
        ["Escuela de Carpintería", "Training center", "1", "0,000", "0,520"],
        ["Intendencia de la Ribera", "Public body", "1", "0,000", "0,520"],
        ["Mueblería Alerce", "Final producer", "1", "0,000", "0,520"],
        ["Mueblería Boj", "Final producer", "1", "0,000", "0,520"],
        ["Mueblería Cedro", "Final producer", "1", "0,000", "0,520"],
        ["Mueblería Ébano", "Final producer", "1", "0,000", "0,520"],
        ["Mueblería Fresno", "Final producer", "1", "0,000", "0,520"],
    ]


def test_only_the_centre_of_a_star_brokers():
    found = table("Brokers of the network")

    assert found == [
        ["Actor", "Type", "Relations", "Betweenness", "Closeness", "Role as broker"],
        ["Cámara de la Madera", "Association", "13", "1,000", "1,000", "Liaison 59, Itinerant 19"],
    ]  # of 78 pairs: 15 of six makers, 3 of three shops, 1 of two mills are of one type


def test_a_star_is_one_community():
    found = table("Communities of the network")

    assert found == [
        ["Community", "Actors", "Best connected in it"],
        [
            "1",
            "14",
            (
                "Cámara de la Madera; Aserradero Norte; Aserradero Sur; Escuela de "
                "Carpintería; Intendencia de la Ribera; Mueblería Alerce; 8 more"
            ),
        ],
    ]


def test_links_add_up_to_the_totals():
    found = table("Parts and totals")

    assert found == [
        ["Indicator", "Year", "Sum of the links", "Total", "Do they agree?"],
        ["Firms", "2025", "11", "11", "Yes"],
        ["Employment", "2025", "155", "155", "Yes"],
        ["Turnover", "2025", "US$ 1.000.000", "US$ 1.000.000", "Yes"],
    ]


def test_firms_are_counted_by_size():
    found = table("Firms and employees by size")

    assert found == [
        ["Size", "Firms", "Employees"],
        ["Large (250+)", "0", "0"],
        ["Medium (50–249)", "0", "0"],
        ["Small (10–49)", "8", "140"],
        ["Micro (0–9)", "0", "0"],
    ]


def test_ratios_come_from_totals_and_from_firms():
    found = table("Size and productivity")

    assert found == [
        ["Ratio", "From the totals", "Mean of the firms", "Median of the firms", "Firms"],
        ["Employees per firm", "14,09", "17,50", "20,00", "8"],
        ["Turnover per firm", "US$ 90.909", "US$ 87.500", "US$ 100.000", "8"],
        ["Turnover per employee", "US$ 6.452", "US$ 5.000", "US$ 5.000", "8"],
    ]


def test_concentration_is_measured_three_ways():
    found = table("Concentration")

    assert found == [
        [
            "Of what",
            "Firms",
            "Share of the 3 largest",
            "Share of the 5 largest",
            "Share of the 10 largest",
            "HHI",
            "Gini",
        ],
        ["Employees", "8", "43%", "71%", "100%", "1.327", "0,11"],
        ["Turnover", "8", "43%", "71%", "100%", "1.327", "0,11"],
    ]


def test_every_figure_stands_with_quality_and_source():
    found = table("All figures")

    assert found == [
        ["Indicator", "Of what", "Link of the chain", "Year", "Value", "Quality", "Source"],
        ["Firms", "Cluster", "", "2025", "11", "Measured", "Encuesta propia"],
        ["Firms", "Cluster", "Aserrado", "2025", "2", "Measured", "Encuesta propia"],
        ["Firms", "Cluster", "Fabricación", "2025", "6", "Measured", "Encuesta propia"],
        ["Firms", "Cluster", "Venta", "2025", "3", "Measured", "Encuesta propia"],
        ["Employment", "Cluster", "", "2025", "155", "Measured", "Encuesta propia"],
        ["Employment", "Cluster", "Aserrado", "2025", "20", "Measured", "Encuesta propia"],
        ["Employment", "Cluster", "Fabricación", "2025", "120", "Measured", "Encuesta propia"],
        ["Employment", "Cluster", "Venta", "2025", "15", "Measured", "Encuesta propia"],
        ["Turnover", "Cluster", "", "2025", "US$ 1.000.000", "Measured", "Encuesta propia"],
        ["Turnover", "Cluster", "Aserrado", "2025", "US$ 100.000", "Measured", "Encuesta propia"],
        [
            "Turnover",
            "Cluster",
            "Fabricación",
            "2025",
            "US$ 600.000",
            "Measured",
            "Encuesta propia",
        ],
        ["Turnover", "Cluster", "Venta", "2025", "US$ 300.000", "Measured", "Encuesta propia"],
    ]


TEAM = "Source: the dynamization team's records."
OWN = (
    "From sector to options",
    "Actors by the rule for inclusion",
    "Candidate segments",
    "Institutions around the chain",
    "Firms and employees by size",
)


def test_what_the_team_wrote_down_itself_says_so():
    found = {source(title) for title in OWN}

    assert found == {TEAM}


SOURCES = {
    "Links of the chain": (
        "Source: the dynamization team's records. Firms outside the scope are not counted."
    ),
    "Firms and buyers by link and type": (
        "Source: the dynamization team's records. Firms outside the scope are not counted."
    ),
    "Actors of the cluster": (
        "Source: the dynamization team's records. Annex A1 has every actor with all its data."
    ),
    "The network in numbers": (
        "Source: relations recorded by the team. A relation counts when either "
        "side reports it, or the team. All kinds of relation are counted. "
        "Actors without relations are counted."
    ),
    "Best connected actors": (
        "Source: relations recorded by the team. A relation counts when either "
        "side reports it, or the team. All kinds of relation are counted. "
        "Actors without relations are counted."
    ),
    "Brokers of the network": (
        "Source: relations recorded by the team. A relation counts when either "
        "side reports it, or the team. All kinds of relation are counted. "
        "Actors without relations are counted. Role as broker: pairs that are not related to each "
        "other and meet in the actor, by the types of the three (Gould and Fernandez): "
        "Coordinator (all three of one type), Representative (its own type and another), "
        "Itinerant (two of one type that is not its own), Liaison (three different types)."
    ),
    "Communities of the network": (
        "Source: relations recorded by the team. A relation counts when either "
        "side reports it, or the team. All kinds of relation are counted. "
        "Actors without relations are counted."
    ),
    "Parts and totals": ("Source: each figure's own, in the table of all figures of this section."),
    "Size and productivity": (
        "Source: totals of the cluster and the firms' own data. A few large firms can pull the "
        "mean up: the median is that of the firm in the middle."
    ),
    "Concentration": (
        "Source: the firms' own data. HHI from 0 to 10.000; Gini from 0 (equal) to 1, "
        "not corrected for few firms."
    ),
    "All figures": "Source: as stated in each row.",
}


def test_every_other_table_says_who_how_many_when_or_from_where():
    found = {title: source(title) for title in SOURCES}

    assert found == SOURCES


def test_types_are_drawn_by_number():
    found = all_charts()[2]

    assert found.cached == [
        ["Public body", "Association", "Training center", "Supplier", "Buyer", "Final producer"],
        ["Actors", 1.0, 1.0, 1.0, 2.0, 3.0, 6.0],
    ]
    assert found.kept == found.cached


def test_kinds_of_relation_are_drawn():
    found = all_charts()[3]

    assert found.cached == [
        ["Joint project"],
        ["Relations", 13.0],
    ]
    assert found.kept == found.cached


def test_firms_are_drawn_by_link():
    found = all_charts()[4]

    assert found.cached == [
        ["Venta", "Fabricación", "Aserrado"],
        ["Firms", 3.0, 6.0, 2.0],
    ]
    assert found.kept == found.cached


def test_employment_is_drawn_by_link():
    found = all_charts()[5]

    assert found.cached == [
        ["Venta", "Fabricación", "Aserrado"],
        ["Employment", 15.0, 120.0, 20.0],
    ]
    assert found.kept == found.cached


def test_turnover_is_drawn_by_link():
    found = all_charts()[6]

    assert found.cached == [
        ["Venta", "Fabricación", "Aserrado"],
        ["Turnover", 300000.0, 600000.0, 100000.0],
    ]
    assert found.kept == found.cached


def test_sizes_are_drawn_even_where_nobody_is():
    found = all_charts()[7]

    assert found.cached == [
        ["Micro (0–9)", "Small (10–49)", "Medium (50–249)", "Large (250+)"],
        ["Firms", 0.0, 8.0, 0.0, 0.0],
    ]
    assert found.kept == found.cached
