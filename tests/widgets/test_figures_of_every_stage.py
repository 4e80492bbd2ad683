"""What every figure of every stage says: findings, titles and source lines, in three languages."""

import json
import re
from decimal import Decimal

import pytest

from app import charts
from app.i18n import reader
from app.look import PROJECTOR, WORK
from app.widgets import (
    figures_of_action_plan,
    figures_of_attractiveness,
    figures_of_chain,
    figures_of_characterization,
    figures_of_diamond,
    figures_of_governance,
    figures_of_mapping,
    figures_of_options,
    figures_of_process,
    figures_of_purchase_factors,
    figures_of_scope,
    figures_of_vision,
)
from app.widgets.figures import FIGURES
from methodology.action import Typology
from methodology.forces import Force, ForceWeight, Trend
from methodology.mapping import Actor
from methodology.options import OptionStatus
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Language
from methodology.scope import Scope, Segment, SegmentVerdict
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.vision import VisionVersion
from tests import candidates, challenges, governed, options, plans, strategy
from tests.charts.figures import EVIL, is_safe
from tests.cluster import actor, made

ENGLISH, SPANISH, PORTUGUESE = (
    reader(language=one) for one in (Language.ENGLISH, Language.SPANISH, Language.PORTUGUESE)
)
_ = ENGLISH
EMPTY = Snapshot()
CHALLENGES = Snapshot(challenges.EVERYTHING)
STRATEGY = Snapshot({one.id: one for one in strategy.strategy()}.values())
PLAN = plans.plan()
ESTIMATED = plans.plan(plans.project("P77", estimate=500_00, typology=Typology.STRUCTURING))
GOVERNED = Snapshot(governed.GOVERNED)
SELECTION = Snapshot(candidates.published())
PROJECTS = {
    "empty": EMPTY,
    "challenges": CHALLENGES,
    "strategy": STRATEGY,
    "plan": PLAN,
    "governed": GOVERNED,
    "selection": SELECTION,
}
NARROWED = {"options_factors"}  # the projector leaves out what no option wants to win on
OWN_DRAWING = {"map"}  # asks for the open project's network
DRAWN = [name for name in FIGURES if name not in OWN_DRAWING]
ALWAYS = {"calendar", "weeks"}  # the method has its weeks before the project has a day
EXPECTED = {
    "challenges": {"forces", "trends", "factors", "performance", "curves"},
    "strategy": {
        "options_matrix", "options_factors", "options_vote", "options_intentions", "options_order",
        "diamonds", "diamond", "determinants", "gaps", "success", "vision", "vision_areas",
    },
    "plan": {"plan_tree", "plan_time", "plan_orientation", "plan_years", "plan_lines", "thread"},
    "governed": {"attendance", "arrivals", "organs", "funding"},
    "selection": {"selection"},
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{7}")
every = pytest.mark.parametrize("name", DRAWN)
projects = pytest.mark.parametrize("project", PROJECTS)


def drawn(name, snapshot, words=ENGLISH, mode="light", px=WORK):
    return FIGURES[name].make(snapshot, charts.Style(words, mode, px))


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_a_title_in_three_languages(name):
    titles = {words(FIGURES[name].title) for words in (ENGLISH, SPANISH, PORTUGUESE)}

    assert all(titles)
    assert len(titles) >= 2  # Spanish and Portuguese may agree, English agrees with neither


@pytest.mark.parametrize("name", FIGURES)
def test_the_short_name_of_a_figure_fits_a_switch(name):
    shorts = [words(FIGURES[name].short) for words in (ENGLISH, SPANISH, PORTUGUESE)]

    assert all(len(one) <= 30 for one in shorts if FIGURES[name].short)


@every
def test_an_empty_project_draws_the_calendar_of_the_method_and_nothing_else(name):
    assert (drawn(name, EMPTY) is not None) == (name in ALWAYS)


@pytest.mark.parametrize(
    ("project", "name"), [(one, name) for one, names in EXPECTED.items() for name in sorted(names)]
)
def test_a_full_stage_draws_all_its_figures(project, name):
    assert drawn(name, PROJECTS[project]) is not None


@every
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_figure_is_drawn_on_either_page_and_taller_on_the_projector(name, mode):
    for project in PROJECTS.values():
        small = drawn(name, project, mode=mode)
        if small is None:
            continue
        large = drawn(name, project, mode=mode, px=PROJECTOR)
        assert json.loads(small.to_json())
        assert large.layout.height >= small.layout.height > 0 or name in NARROWED
        assert is_safe(small)


@projects
@pytest.mark.parametrize("words", [ENGLISH, SPANISH, PORTUGUESE])
def test_a_source_line_is_whole_sentences_with_nothing_left_open(project, words):
    said = {name: FIGURES[name].source(PROJECTS[project], words) for name in FIGURES}

    assert {
        name: one for name, one in said.items() if re.search(r"[{}]|  |^\s|\s$|None", one)
    } == {}


@projects
@pytest.mark.parametrize("words", [SPANISH, PORTUGUESE])
def test_a_source_line_with_words_is_translated(project, words):
    said = {name: FIGURES[name].source(PROJECTS[project], ENGLISH) for name in DRAWN}
    theirs = {name: FIGURES[name].source(PROJECTS[project], words) for name in DRAWN}

    assert [name for name in DRAWN if bool(said[name]) != bool(theirs[name])] == []
    assert [name for name in DRAWN if said[name] and said[name] == theirs[name]] == []


@projects
def test_spanish_never_says_an_article_twice(project):
    said = " ".join(FIGURES[name].source(PROJECTS[project], SPANISH) for name in FIGURES)

    assert not re.search(r"\b(el|la|los|las|de|en|a) \1\b", said)


FOUND = {
    "mapping": (figures_of_mapping.finding, CHALLENGES, (
        "2 actors, 0 relations", "2 actores, 0 relaciones", "2 atores, 0 relações")),
    "attractiveness": (figures_of_attractiveness.finding, CHALLENGES, (
        "Attractiveness from 2.8 to 2.0", "El atractivo pasa de 2.8 a 2.0", None)),
    "purchase": (figures_of_purchase_factors.finding, CHALLENGES, (
        "2 of 6 factors gain weight", "2 de 6 factores ganan peso", None)),
    "factors": (figures_of_purchase_factors.finding, STRATEGY, (
        "4 purchase-decision factors", None, "4 fatores de decisão de compra")),
    "diamond": (figures_of_diamond.finding, STRATEGY, (
        "63% of what O1 needs is there", None, "Há 63% do que O1 precisa")),
    "options": (figures_of_options.finding, STRATEGY, (
        "Chosen: O1", None, "Escolha: O1")),
    "vision": (figures_of_vision.finding, STRATEGY, (
        "5 gaps belong to no area yet", None, "5 lacunas ainda sem área")),
    "plan": (figures_of_action_plan.finding, PLAN, (
        "4 projects, PEN 4,000", "4 proyectos, S/ 4,000", "4 projetos, PEN 4.000")),
    "areas": (figures_of_vision.finding, PLAN, ("2 areas", "2 áreas", "2 áreas")),
    "process": (figures_of_process.finding, GOVERNED, (
        "1 meeting, 1 attendance", "1 reunión, 1 asistencia", "1 reunião, 1 presença")),
    "governance": (figures_of_governance.finding, GOVERNED, (
        "Private base, 3 organs", "Base privada, 3 órganos", "Base privada, 3 órgãos")),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_what_a_stage_has_found_is_said_in_three_languages(name):
    finding, snapshot, texts = FOUND[name]

    for words, text in zip((ENGLISH, SPANISH, PORTUGUESE), texts, strict=True):
        assert text is None or finding(snapshot, words) == text


@pytest.mark.parametrize("name", FOUND)
def test_an_empty_stage_has_found_nothing(name):
    finding, _snapshot, _texts = FOUND[name]

    assert finding(EMPTY, ENGLISH) == finding(EMPTY, SPANISH) == finding(EMPTY, PORTUGUESE) == ""


@pytest.mark.parametrize("name", FOUND)
@projects
def test_a_finding_is_as_short_as_a_title_and_ends_without_a_full_stop(name, project):
    for words in (ENGLISH, SPANISH, PORTUGUESE):
        found = FOUND[name][0](PROJECTS[project], words)

        assert len(found) <= 80
        assert not found.endswith(".")
        assert "{" not in found


SAID = [
    ("plan_time", PLAN, SPANISH,
     "Actividades: 5, programadas con el método de la ruta crítica; el mes 1 empieza el día "
     "siguiente a las 26 semanas. Ruta crítica: P00.1."),
    ("plan_time", PLAN, PORTUGUESE,
     "Atividades: 5, programadas pelo método do caminho crítico; o mês 1 começa em data "
     "imediatamente posterior às 26 semanas. Caminho crítico: P00.1."),
    ("plan_tree", PLAN, ENGLISH, "Project sheets of the team; ready to apply: 2 of 4."),
    ("plan_tree", PLAN, SPANISH,
     "Fichas de proyecto del equipo; listos para postular: 2 de 4."),
    ("plan_years", PLAN, ENGLISH,
     "Lines of the budgets: 8. Public PEN 2,000; each unit of it brings 1.00 of others."),
    ("plan_years", ESTIMATED, ENGLISH,
     "Lines of the budgets: 8. Public PEN 2,400; each unit of it brings 0.88 of others. "
     "Estimates, which have no years yet, are not drawn: PEN 500."),
    ("plan_lines", PLAN, PORTUGUESE,
     "Linhas dos orçamentos: 8. Público PEN 2.000; cada unidade traz 1,00 de outros."),
    ("plan_years", EMPTY, SPANISH,
     "Partidas de los presupuestos: 0. Público S/ 0; cada unidad trae s/d de otros."),
    ("arrivals", GOVERNED, SPANISH,
     "Actores en las listas de asistencia de reuniones abiertas a todos: 1."),
    ("arrivals", EMPTY, ENGLISH,
     "Actors on the lists of attendance of meetings open to all: 0."),
    ("links", EMPTY, ENGLISH, ""),
    ("organs", EMPTY, ENGLISH,
     "Organs and members as entered; not adopted yet. Persons only by their consent."),
    ("organs", GOVERNED, ENGLISH,
     "Organs and members as adopted on October 28, 2026; persons only by their consent."),
    ("options_vote", STRATEGY, ENGLISH,
     "Ballots cast: 7 of 10 entitled. Quorum: 6. Rule: Borda. Consensus: W 0.61. T4, September 9, "
     "2026."),
    ("options_vote", STRATEGY, PORTUGUESE,
     "Cédulas depositadas: 7 de 10 eleitores habilitados. Quórum: 6. Regra: Borda. Consenso: W "
     "0,61. T4, 9 de setembro de 2026."),
    ("options_intentions", STRATEGY, ENGLISH,
     "Firms that said what they will pursue: 2 of 3; several options each."),
    ("options_matrix", STRATEGY, ENGLISH,
     "Medians of 3 raters (Firm of the cluster). Scale from 1 to 5: a high score speaks for the "
     "option; axes are weighted means, bands are thirds. Area of a bubble: market size a year."),
    ("options_order", STRATEGY, ENGLISH,
     "Share of 1,000 sets of weights, drawn evenly, in which each comes first. One weight at a "
     "time: the first stays first in 16 of 16 changes. One rater left out: the first stays first "
     "in 3 of 3 cases."),
    ("vision", STRATEGY, SPANISH, "Adoptada el 9 de setiembre de 2026 en T4"),
    ("vision", STRATEGY, PORTUGUESE, "Adotada em 9 de setembro de 2026 em T4"),
    ("vision_areas", EMPTY, ENGLISH,
     "Gaps of 1 or more with priority 6 or more, in the options that the plan serves; the number "
     "is the priority: weight times gap, the highest among the options."),
    ("gaps", STRATEGY, ENGLISH,
     "13 of 13 levels adopted. Priority is weight times points missing; 2 points or more in "
     "copper."),
    ("thread", EMPTY, ENGLISH,
     "References that the team declared: 0 steps among 0 elements. Steps that a longer way tells "
     "too are not drawn; discarded options are left out."),
    ("thread", PLAN, PORTUGUESE,
     "Referências declaradas pela equipe: 4 passos entre 6 elementos. Não se desenham os passos "
     "que um caminho mais longo já conta; as opções descartadas ficam de fora."),
    ("calendar", EMPTY, ENGLISH,
     "Weeks of the method; they get dates once the first day is set."),
    ("chain", GOVERNED, SPANISH,
     "9 empresas de la base, sin los compradores ni las de fuera del ámbito."),
    ("selection", SELECTION, SPANISH,
     "Candidatos comparados: 3 de 3; criterios: 5. Valores dados por: Panel."),
    ("funnel", EMPTY, PORTUGUESE,
     "Grupo gestor, oficina T0. Um segmento passa com quatro vezes sim."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "snapshot", "words", "text"), SAID)
def test_source_lines_word_for_word(name, snapshot, words, text):
    assert FIGURES[name].source(snapshot, words) == text


def test_a_trend_is_a_finding_until_the_forces_are_scored():
    trends = [made(Trend, str(place), statement=f"T{place}") for place in range(2)]

    assert figures_of_attractiveness.finding(Snapshot(trends[:1]), _) == "1 trend"
    assert figures_of_attractiveness.finding(Snapshot(trends), _) == "2 trends"


def test_attractiveness_of_today_alone_is_said_of_five():
    today = [
        one.model_copy(update={"later": None}) if hasattr(one, "later") else one
        for one in challenges.BUSINESS
    ]

    assert figures_of_attractiveness.finding(Snapshot(today), _) == "Attractiveness 2.8 of 5"


def test_scope_counts_segments_until_it_is_accepted():
    inside = made(Segment, "a", name="A", verdict=SegmentVerdict.INSIDE)
    other = made(Segment, "b", name="B")
    scope = made(Scope, "s", sector="Dairy", accepted_on=governed.DAY)

    assert figures_of_scope.finding(EMPTY, _) == ""
    assert figures_of_scope.finding(Snapshot([inside, other]), _) == "1 of 2 segments inside"
    assert figures_of_scope.finding(Snapshot([inside, scope]), _) == "Scope accepted"


def test_options_go_from_the_table_over_the_matrix_to_the_choice():
    one, two = options.option("O1"), options.option("O2")
    chosen = [options.option(code, status=OptionStatus.CHOSEN) for code in ("O1", "O2")]
    finding = figures_of_options.finding

    assert finding(Snapshot([one]), _) == "1 option on the table"
    assert finding(Snapshot([one, two]), _) == "2 options on the table"
    assert finding(Snapshot(options.published()), _) == "O3 stands best in the matrix"
    assert finding(Snapshot(chosen), _) == "Chosen: O1 and O2"
    assert finding(Snapshot(chosen), SPANISH).endswith("O1 y O2")


def test_an_option_without_code_is_found_by_its_name():
    nameless = options.option("O1", code="", status=OptionStatus.CHOSEN)

    assert figures_of_options.finding(Snapshot([nameless]), _) == "Chosen: Option O1"


VERSION = made(VisionVersion, "A", name="Draft A", text="Be first.")
T6 = made(Meeting, "T6", name="T6", kind=MeetingKind.WORKSHOP, about_stage=Stage.VISION)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "Draft: Draft A"),
        ({"drafted_by": "Table 2"}, "Draft: Draft A, by Table 2"),
        ({"adopted_on": governed.DAY}, "Adopted on October 28, 2026"),
        ({"adopted_on": governed.DAY, "adopted_in": T6.id}, "Adopted on October 28, 2026 in T6"),
        ({"adopted_in": T6.id}, "Draft: Draft A"),  # a meeting without a day adopted nothing
    ],
)
def test_what_became_of_a_wording(values, text):
    version = VERSION.model_copy(update=values)

    assert figures_of_vision.became(Snapshot([T6, version]), version, _) == text


def test_the_vision_is_found_in_draft_then_adopted():
    adopted = VERSION.model_copy(update={"adopted_on": governed.DAY})

    assert figures_of_vision.finding(Snapshot([VERSION]), _) == "Vision in draft"
    assert figures_of_vision.finding(Snapshot([adopted]), _) == "Vision adopted"


def test_actors_are_counted_in_the_singular_and_in_the_plural():
    finding = figures_of_mapping.finding

    assert finding(Snapshot([actor("A")]), _) == "1 actor, 0 relations"
    assert finding(Snapshot([actor(f"A{place}") for place in range(1200)]), _) == (
        "1,200 actors, 0 relations"
    )


@pytest.mark.parametrize(
    ("employees", "text"),
    [((), "0 firms of the base, {} 0 gave their employees."),
     ((5, None), "2 firms of the base, {} 1 gave its employees."),
     ((5, 0, 7), "3 firms of the base, {} 3 gave their employees.")],
)  # fmt: skip
def test_the_source_of_the_firms_counts_who_gave_employees(employees, text):
    firms = [actor(f"F{place}", employees=staff) for place, staff in enumerate(employees)]

    scope = "without buyers and those outside the scope."

    assert figures_of_mapping.actors_source(Snapshot(firms), _) == text.format(scope)
    assert "employees" not in figures_of_mapping.FIGURES["chain"].source(Snapshot(firms), _)


def gatherings(count):
    """Return so many workshops with one actor on each list."""
    dairy = actor("Dairy")
    held = [
        made(Meeting, f"M{place}", name=f"M{place}", kind=MeetingKind.WORKSHOP,
             about_stage=Stage.MAPPING, held_on=governed.DAY)
        for place in range(count)
    ]  # fmt: skip
    lists = [made(Attendance, one.name, meeting=one.id, actor=dairy.id) for one in held]
    return Snapshot([dairy, *held, *lists])


@pytest.mark.parametrize("count", [1, 8])
def test_all_meetings_are_in_one_figure_while_they_can_be_read(count):
    snapshot = gatherings(count)

    assert FIGURES["attendance"].source(snapshot, _).startswith("Lists of attendance")
    assert len(drawn("attendance", snapshot).layout.yaxis.ticktext) == count


def test_of_many_meetings_the_last_are_shown_and_the_line_says_of_how_many():
    snapshot = gatherings(20)

    assert FIGURES["attendance"].source(snapshot, _) == (
        "Last 8 meetings with a list of attendance, of 20."
    )
    assert FIGURES["arrivals"].source(snapshot, _) == (
        "Actors on the lists of attendance of the last 14 meetings open to all, of 20."
    )
    assert len(drawn("attendance", snapshot).layout.yaxis.ticktext) == 8


def test_the_thread_offers_projects_first_and_trends_last():
    found = figures_of_chain.elements(Snapshot({**{one.id: one for one in plans.records()},
                                               challenges.PRESSING.id: challenges.PRESSING}
                                              .values()))  # fmt: skip

    assert [one.code for one in found][:4] == ["P00", "P01", "P02", "P10"]
    assert found[-1].code == "TE1"


def test_the_figure_of_a_project_in_time_is_titled_by_it():
    found = FIGURES["plan_time"].about(PLAN, plans.LABORATORY.id)

    assert found.title == "P01 Project P01"
    assert found.make(PLAN, charts.Style(_)).to_json() != drawn("plan_time", PLAN).to_json()


@pytest.mark.parametrize("name", ["factors", "performance", "curves"])
def test_a_figure_of_a_segment_shows_the_segment_that_is_asked_for(name):
    first = FIGURES[name].about(CHALLENGES, challenges.SHOPS.id).source(CHALLENGES, _)
    second = FIGURES[name].about(CHALLENGES, challenges.TOURISTS.id).source(CHALLENGES, _)

    assert "“Shops”" in first
    assert "“Tourists”" in second
    assert FIGURES[name].source(CHALLENGES, _) == first


def test_segments_stand_by_code_as_people_read_it():
    one, two, ten = (
        challenges.SHOPS.model_copy(update={"id": made(Actor, code, name=code).id, "code": code})
        for code in ("S1", "S2", "S10")
    )

    found = figures_of_purchase_factors.with_segments(Snapshot([ten, two, one]))

    assert [segment.code for segment in found] == ["S1", "S2", "S10"]


def test_targets_alone_are_projected_while_no_option_says_where_it_wants_to_win():
    small, large = (drawn("options_factors", CHALLENGES, px=px) for px in (WORK, PROJECTOR))

    assert len(small.layout.yaxis.ticktext) == 8  # six factors under the names of two segments
    assert [*large.layout.yaxis.ticktext] == ["F11 Constant taste", "F12 Low price", "F14 Origin"]


def test_a_link_table_has_its_place_or_there_is_no_figure():
    assert figures_of_characterization.finding(EMPTY, _) == ""
    assert drawn("links", EMPTY) is None


@pytest.mark.parametrize("name", ["trends", "curves", "chain", "organs", "plan_tree", "attendance"])
def test_names_that_people_typed_are_dead_text(name):
    snapshot = {"trends": CHALLENGES, "curves": CHALLENGES, "plan_tree": PLAN}.get(name, GOVERNED)
    renamed = Snapshot(
        one.model_copy(update={field: f"{getattr(one, field)} {EVIL}"})
        if (field := next((each for each in ("name", "statement") if hasattr(one, each)), ""))
        else one
        for table in (challenges.EVERYTHING, plans.records(), governed.GOVERNED)
        if {row.id for row in table} >= {row.id for row in snapshot.all(Actor)}
        for one in table
    )

    found = drawn(name, renamed)

    assert found is None or is_safe(found)


def test_the_source_of_the_forces_says_their_weights_unless_they_are_equal():
    heavy = made(ForceWeight, "r", force=Force.RIVALRY, weight=Decimal(4), reason="Few buyers")
    rows = [*challenges.BUSINESS, heavy]
    source = FIGURES["forces"].source

    assert "Weights" not in source(Snapshot(challenges.BUSINESS), _)
    assert "Weights: Threat of entry 1; " in (said := source(Snapshot(rows), _))
    assert "Rivalry 4" in said
