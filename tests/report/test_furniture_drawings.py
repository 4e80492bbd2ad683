"""Shapes and words for those who cannot see, in the plan of the furniture makers."""

import pytest

from tests.report.furnished import alternatives, drawings, lines, section, source, words

MAP, NETWORK, FORCES, ORGANS = range(4)


def _said(place: int) -> list[str]:
    return [line for line in drawings()[place].split("\n") if line.strip()]


def test_there_are_four_drawings_in_shapes():
    assert len(drawings()) == 4


def test_the_map_goes_from_the_mills_to_the_shops_and_then_around_the_chain():
    named = alternatives()["Map of the cluster"]
    found = [one for one in _said(MAP) if one in named and not one.isdigit()]

    assert found == [
        "Aserrado",
        "Fabricación",
        "Venta",
        "Training center",
        "Association",
        "Public body",
    ]


def test_a_box_of_the_map_counts_all_and_names_as_many_as_fit():
    found = drawings()[MAP]

    assert "6 actors" in found
    assert "… and 1 more" in found
    assert "1 actor\n" in found


def test_the_map_says_its_numbers_to_those_who_cannot_see_it():
    assert alternatives()["Map of the cluster"] == (
        "Links of the chain and institutions with their number of actors. Aserrado: 2; "
        "Fabricación: 6; Venta: 3; Training center: 1; Association: 1; Public body: 1"
    )


def test_the_network_names_its_lanes_and_ends_with_its_legend():
    found = _said(NETWORK)

    assert found[:4] == ["Training center", "Aserrado", "Fabricación", "Venta"]
    assert found[-6:] == [
        "Final producer",
        "Supplier",
        "Buyer",
        "Public body",
        "Training center",
        "Association",
    ]


def test_the_forces_stand_with_both_dates():
    assert _said(FORCES) == [
        "Threat of entry",
        "2026: 4,0",
        "2031: 5,0",
        "Supplier power",
        "2026: 3,0",
        "2031: 4,0",
        "Buyer power",
        "2026: 4,0",
        "2031: 4,0",
        "Substitutes",
        "2026: 2,0",
        "2031: 3,0",
        "Rivalry",
        "2026: 3,0",
        "2031: 4,0",
        "Attractiveness, 1 to 5",
        "2,8 → 2,0",
    ]


def test_the_forces_say_their_change_to_those_who_cannot_see_them():
    assert alternatives()["Five forces"] == (
        "Threat of entry: 4,0 → 5,0; Supplier power: 3,0 → 4,0; Buyer power: 4,0 → 4,0; "
        "Substitutes: 2,0 → 3,0; Rivalry: 3,0 → 4,0"
    )


def test_an_organ_stands_with_kind_votes_and_chair():
    assert _said(ORGANS)[:4] == [
        "Asamblea",
        "Assembly or forum",
        "8 members with a vote",
        "Mueblería Alerce",
    ]


def test_a_long_kind_of_organ_has_two_lines_in_its_box():
    assert "Steering or executive committee" in _said(ORGANS)


def test_every_drawing_says_something_to_those_who_cannot_see_it():
    found = alternatives()

    assert len(found) == 28
    assert all(told.strip() for told in found.values())


SOURCES = {
    "Calendar of the process": (
        "Source: the dynamization team's planning; stages not changed follow the method."
    ),
    "Who came for the first time": "Source: lists of attendance of 7 dated meetings.",
    "Actors by type": "Source: the dynamization team's records.",
    "Firms by size": (
        "Source: the dynamization team's records. Classes by employees; firms that have not said "
        "theirs: 0."
    ),
    "How often each option comes first, whatever the weights": (
        "Source: share of 1.000 sets of weights, drawn evenly, in which each comes first. One "
        "weight at a time: the first stays first in 16 of 16 changes. One rater left out: the "
        "first stays first in 2 of 2 cases."
    ),
    "Firms that will pursue each option": (
        "Source: firms that said what they will pursue: 6 of 8; several options each."
    ),
    "The projects in time": (
        "Source: 4 activities of the project sheets, by the critical path method; month 1 begins "
        "on the day after the 26 weeks."
    ),
}


@pytest.mark.parametrize("title", SOURCES)
def test_a_figure_says_where_it_comes_from(title):
    assert source(title) == SOURCES[title]


def test_the_summary_is_two_pages_of_sentences():
    found = [text for style, text in section("Executive summary") if style == "Normal"]

    assert found == [
        "Talleres de la Ribera Baja que hacen muebles a medida para hoteles.",
        "Diseño para hoteles",
        "Diseño para hoteles: una manera de competir.",
        "Some firms will also pursue, in parallel: Montaje llave en mano.",
        "En 2031 la Ribera Baja vende el 40\u00a0% de sus muebles con «Diseño para hoteles», "
        "hechos por talleres que trabajan juntos.",
        "Projects: 4, for US$\xa0500.000: US$\xa0322.000 of public money and "
        "US$\xa0178.000 of firms.",
        "Model: Private base (Cámara de la Madera).",
        "Organs: Asamblea, Comité directivo, Coordinación, Mesa pública, and Grupo de diseño.",
    ]


def test_the_summary_lists_challenges_objectives_and_areas():
    found = [text for style, text in section("Executive summary") if style == "List Bullet"]

    assert found == [
        "Dejar de competir por precio",
        "Objetivo medible 1: Ventas de tipo 1, from 12 to 20%",
        "Objetivo medible 2: Ventas de tipo 2, from 12 to 20%",
        "A1 Conocimiento de diseño",
        "A2 Clientes exigentes",
        "A3 Proveedores especializados",
        "A4 Gestión de los talleres",
    ]


SENTENCES = (
    "The attractiveness of the business goes from 2,8 (2026) to 2,0 (2031): −0,8 on a scale from "
    "1 (least) to 5 (most attractive).",
    "Actors interviewed: 14 of 14. Table 11 says when and what was learnt.",
    "O3 Diseño para hoteles comes first by the mean of both axes, and in 93% of all sets of "
    "weights. No change of a single weight puts another option first. One rater left out: the "
    "first stays first in 2 of 2 cases.",
    "The plan takes 10 months. Figure 24 draws the projects; Table 78 names the activities on "
    "which the end depends.",
    "Adopted on July 15, 2026 in Taller T6.",
    "Only people who agreed to be named appear here.",
    "Every check of the stages worked on is met.",
    "Dos talleres prefieren las series económicas.",
)


@pytest.mark.parametrize("said", SENTENCES)
def test_the_text_says_what_the_tables_count(said):
    assert ("Normal", said) in lines()


def test_the_cover_says_version_date_and_status():
    assert lines()[:8] == (
        ("Title", "Strategic plan"),
        ("Subtitle", "Muebles de la Ribera"),
        ("Cover Text", "Muebles de madera de la Ribera"),
        ("Cover Text", "Ribera Baja"),
        ("Cover Text", "Version 1 · June 12, 2026 · Draft"),
        ("Cover Data", "Promoter: Agencia de la Ribera"),
        ("Cover Data", "Executing entity: Cámara de la Madera"),
        ("Cover Data", "Public counterpart: Intendencia de la Ribera"),
    )


def test_only_what_nobody_has_written_is_pending():
    found = [text for style, text in lines() if style == "Pending" and text != "Pending"]

    assert found == [
        *["It is not written yet in the project's data."] * 2,
        "14. Policies and coordination",  # in the summary
        "Requests to the public sector: rules, public goods, instruments.",
    ]


@pytest.mark.parametrize("private", ["Mesa 3", "Compra 2", "Perito"])
def test_no_rater_is_named(private):
    assert private not in words().split("\n")
