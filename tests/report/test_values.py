"""Values in words: exact, with unit and currency, as the country writes them."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.i18n import Reader
from app.report.values import Speaker
from methodology.characterization import Statistic
from methodology.mapping import Actor, ActorKind, ChainLink, MapSettings, TieKind
from methodology.project import Country, Currency, Language
from methodology.record import attribute
from methodology.scope import Segment
from methodology.snapshot import Snapshot

COLOMBIA = Reader(Language.SPANISH, Country.COLOMBIA, Currency.PEN)
LINK = ChainLink(id=UUID(int=1), name="Quesería")
SEGMENTS = [Segment(id=UUID(int=n), name=f"Segmento {n}") for n in (2, 3, 4)]
SPEAKER = Speaker(Snapshot([LINK, *SEGMENTS]), COLOMBIA)


def _actor(**values):
    return Actor(id=UUID(int=9), name="Uno", **values)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("kind", ActorKind.PRODUCER, "Productor final"),
        ("link", LINK.id, "Quesería"),
        (
            "segments",
            (UUID(int=2), UUID(int=3), UUID(int=4)),
            "Segmento 2, Segmento 3 y Segmento 4",
        ),
        ("employees", 12345, "12.345"),
        ("founded", 1998, "1998"),
        ("export_share", 40, "40% de las ventas"),
        ("is_core", True, "Sí"),
        ("place", "Chota", "Chota"),
        ("place", "", ""),
        ("employees", None, ""),
        ("employees", 0, "0"),
    ],
)
def test_a_field_is_said_in_the_readers_words(name, value, words):
    said = SPEAKER.say(_actor(**{name: value}), attribute(Actor, name))

    assert said.replace("\xa0", " ") == words


def test_money_shows_cents_only_where_there_are_any():
    whole, odd = SPEAKER.money(1_234_500), SPEAKER.money(1_234_567)

    assert whole.endswith("12.345")
    assert odd.endswith("12.345,67")


def test_a_figure_in_money_keeps_every_decimal_it_was_given_with():
    figure = Statistic(id=UUID(int=5), indicator="turnover", year=2025, value=Decimal("1234.5678"))

    assert SPEAKER.say(figure, attribute(Statistic, "value")).endswith("1.234,5678")


def test_a_figure_that_counts_has_no_currency():
    figure = Statistic(id=UUID(int=5), indicator="firms", year=2025, value=Decimal("120.0"))

    assert SPEAKER.figure(figure) == "120"


def test_a_reference_to_nothing_is_empty():
    assert SPEAKER.name(None) == ""
    assert SPEAKER.name(UUID(int=77)) == ""


def test_choices_are_listed_in_words():
    settings = MapSettings(id=UUID(int=6), kinds=(TieKind.SUPPLY, TieKind.FINANCE))

    assert SPEAKER.say(settings, attribute(MapSettings, "kinds")) == "Compraventa y Finanzas"


def test_private_and_unticked_fields_do_not_count_as_filled():
    actor = _actor(position="Quiere crecer", is_core=False, place="Chota")

    assert [one.name for one in SPEAKER.filled(actor)] == ["name", "place"]


def test_dates_are_written_in_the_readers_language():
    assert SPEAKER.day(date(2026, 6, 12)) == "12/06/2026"
