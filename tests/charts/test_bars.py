"""Bars: order, values at their ends, what asks for attention."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.charts import Bar, Style, actor_bars, bars, comparison_bars, link_bars
from app.look import PROJECTOR, tokens
from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.firms import LinkCount, link_counts
from methodology.mapping import ActorKind, LinkRole
from methodology.profile import comparisons, link_tables
from methodology.snapshot import Snapshot
from tests.charts.figures import EVIL, SPANISH, STYLE, is_safe, seen
from tests.cluster import actor, link, made

MILK, CHEESE = link("Milk", 1), link("Cheese", 2)


def stat(indicator, value, **values):
    return made(
        Statistic, "", **{"indicator": indicator, "value": Decimal(value), "year": 2025, **values}
    )


def test_bars_stand_in_the_order_given_from_the_top():
    found = bars([Bar("A", 1, "one"), Bar("B", 2, "two")], STYLE)

    assert [*found.data[0].x] == [1, 2]
    assert seen(found) == ["one", "two", "A", "B"]
    assert found.layout.yaxis.range[0] > found.layout.yaxis.range[1]


def test_open_bar_is_copper_and_the_others_iron():
    found = bars([Bar("A", 1, "1"), Bar("B", None, "missing", is_open=True)], STYLE)

    assert [*found.data[0].marker.color] == [tokens().iron, tokens().copper]
    assert [*found.data[0].x] == [1, 0]


@pytest.mark.parametrize("px", [16, 28])
def test_the_value_of_the_longest_bar_has_room_beside_a_long_name(px):
    name = "Elaboración y maduración de quesos"
    found = bars([Bar(name, 4.67, "467%")], replace(STYLE, px=px))

    axis = 1088 - 0.5 * px * len(name)
    room = axis * (1 - 4.67 / found.layout.xaxis.range[1])
    assert room >= found.layout.annotations[0].xshift + 2.6 * px


def test_a_long_name_takes_two_lines_and_its_row_is_taller():
    long = "Facturación · Queserías del altiplano de la región (ejemplo)"
    short, tall = (bars([Bar(name, 1, "1")] * 3, STYLE) for name in ("Facturación", long))

    assert seen(tall)[-1] == long
    assert tall.layout.yaxis.ticktext[0].count("<br>") == 1
    assert tall.layout.height > short.layout.height


@pytest.mark.parametrize(("count", "lines"), [(6, 2), (12, 1)])
def test_rows_that_share_the_projector_have_two_lines_only_where_they_fit(count, lines):
    rows = [Bar("Facturación · Queserías del altiplano de la región", 1, "1")] * count

    found = bars(rows, replace(STYLE, px=PROJECTOR + 2))

    assert found.layout.yaxis.ticktext[0].count("<br>") + 1 == lines


@pytest.mark.parametrize("rows", [[], [Bar("A", 0, "0")], [Bar("A", None, "n/d")]])
def test_bars_without_values_can_be_drawn(rows):
    assert bars(rows, STYLE).layout.xaxis.range[1] > 0


def test_figure_grows_with_its_rows_and_its_text():
    few, many = (bars([Bar(str(n), 1, "1") for n in range(rows)], STYLE) for rows in (3, 30))
    large = bars([Bar("A", 1, "1")] * 3, Style(STYLE.reader, "light", 26))

    assert few.layout.height < large.layout.height < many.layout.height


def test_names_are_dead_text():
    assert is_safe(bars([Bar(EVIL, 1, EVIL, is_open=True), Bar(EVIL, 1, EVIL)], STYLE))


def test_links_show_value_and_share():
    snapshot = Snapshot(
        [
            MILK,
            CHEESE,
            stat(Indicator.FIRMS, 1500, link=CHEESE.id),
            stat(Indicator.FIRMS, 500, link=MILK.id),
        ]
    )

    found = link_bars(link_tables(snapshot)[0], STYLE)

    assert seen(found) == ["500 · 25%", "1,500 · 75%", "Milk", "Cheese"]


def test_shares_of_the_links_add_up_to_a_hundred():
    chain = [link(name, place) for place, name in enumerate(("Milk", "Cheese", "Shops"), 1)]
    parts = [stat(Indicator.FIRMS, 20, link=one.id) for one in chain]

    found = link_bars(link_tables(Snapshot([*chain, *parts]))[0], STYLE)

    assert seen(found)[:3] == ["20 · 34%", "20 · 33%", "20 · 33%"]


def test_money_by_link_names_its_currency():
    snapshot = Snapshot([CHEESE, stat(Indicator.TURNOVER, 1500, link=CHEESE.id)])

    text = seen(link_bars(link_tables(snapshot)[0], SPANISH))[0]

    assert text.split() == ["S/", "1,500", "·", "100%"]


def test_missing_link_stands_out_among_the_actors():
    snapshot = Snapshot([MILK, CHEESE, actor("A", link=CHEESE.id), actor("B")])

    found = actor_bars(link_counts(snapshot), STYLE)

    assert seen(found) == ["missing link", "1", "1", "Milk", "Cheese", "Link not known"]
    assert [*found.data[0].marker.color] == [tokens().copper, tokens().iron, tokens().copper]


def test_the_link_of_the_buyers_is_not_missing_for_want_of_firms():
    shops = link("Shops", 3, LinkRole.BUYERS)
    shop = actor("S", link=shops.id, kind=ActorKind.BUYER)
    snapshot = Snapshot([CHEESE, shops, actor("A", link=CHEESE.id), shop])

    assert seen(actor_bars(link_counts(snapshot), STYLE)) == ["1", "Cheese"]


def test_cluster_without_links_has_no_bars():
    assert [*actor_bars([], STYLE).data[0].x] == []
    assert [*actor_bars([LinkCount(None, 3, None, None)], STYLE).data[0].x] == [3]


def test_comparison_is_in_percent_of_the_reference():
    there = made(ReferenceCluster, "r", name="Roquefort")
    theirs = {"perimeter": Perimeter.REFERENCE, "reference": there.id}
    snapshot = Snapshot(
        [
            there,
            stat(Indicator.FIRMS, 20),
            stat(Indicator.FIRMS, 80, **theirs),
            stat(Indicator.GDP, 1, **theirs),
        ]
    )

    found = seen(comparison_bars(comparisons(snapshot), STYLE))

    assert found[:3] == ["25%", "Pending", "reference"]
    assert found[3] == "Firms · Roquefort 2025"
