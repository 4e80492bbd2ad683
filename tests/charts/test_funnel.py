"""The funnel of the scope: what is known is solid, what is missing dashed."""

from app.charts import Style, scope_funnel
from methodology.options import StrategicOption
from methodology.scope import Scope, Segment, SegmentVerdict
from methodology.segments import funnel
from methodology.snapshot import Snapshot
from tests.charts.figures import EVIL, STYLE, is_safe, seen, texts
from tests.cluster import made


def drawn(*records, style=STYLE):
    return scope_funnel(funnel(Snapshot(records)), style)


def segment(name, verdict=None):
    return made(Segment, name, name=name, verdict=verdict)


def test_empty_scope_is_pending_at_every_level():
    found = drawn()

    assert seen(found).count("Pending") == 4
    assert {shape.line.dash for shape in found.layout.shapes} == {"dash"}


def test_levels_narrow_from_sector_to_options():
    found = seen(
        drawn(
            made(Scope, "s", sector="Dairy"),
            segment("Fresh"),
            segment("Mature", SegmentVerdict.INSIDE),
        )
    )

    assert found[::2] == [
        "Sector",
        "Candidate segments",
        "Segment of the cluster",
        "Strategic options",
    ]
    assert found[1::2] == ["Dairy", "Fresh and Mature", "Mature", "Pending"]


def test_options_stand_at_the_end_of_the_funnel():
    found = seen(drawn(made(StrategicOption, name="Own name")))

    assert found[-2:] == ["Strategic options", "Own name"]


def test_segment_of_the_statement_stands_in_before_verdicts():
    assert "Cheese" in seen(drawn(made(Scope, "s", segment="Cheese")))


def test_many_candidates_are_counted():
    found = seen(drawn(*(segment(f"S{number}") for number in range(6))))

    assert "S0, S1, S2 … (6)" in found


def test_long_names_go_on_on_a_second_line():
    names = ("Quesos madurados para tiendas", "Queso fresco de consumo diario", "Manjar blanco")

    text = texts(drawn(*map(segment, names)))[3]

    assert text.count("<br>") == 1
    assert text.endswith("Manjar blanco</b>")


def test_long_texts_are_cut_to_their_level():
    long = made(Scope, "s", sector="x" * 250)
    work, projector = drawn(long), drawn(long, style=Style(STYLE.reader, "light", 26))

    shown = [seen(found)[1] for found in (work, projector)]
    assert all(20 < len(text) < 80 for text in shown)
    for found in (work, projector):
        (cut,) = (note for note in found.layout.annotations if note.hovertext)
        assert cut.hovertext == "x" * 250


def test_people_s_words_are_dead_text():
    assert is_safe(drawn(made(Scope, "s", sector=EVIL), segment(EVIL, SegmentVerdict.INSIDE)))
