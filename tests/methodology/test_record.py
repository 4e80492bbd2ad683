"""The declaration of a record: the one place that everything else is derived from."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from methodology.mapping import Actor, ActorKind, Contact, MapSettings, Tie, TieKind
from methodology.process import Meeting
from methodology.record import (
    REGISTRY,
    Amount,
    Called,
    Code,
    Help,
    Key,
    Kind,
    Label,
    LongText,
    Many,
    Moment,
    Name,
    Private,
    Record,
    Ref,
    Text,
    Unit,
    Year,
    attribute,
    clean,
    clean_line,
    fields,
    key_fields,
)
from methodology.records import SUBJECTS, record_types
from methodology.scope import Scope, Segment
from methodology.stage import Stage


@pytest.fixture
def probe():
    class Probe(Record):
        table = "probe"
        title = "Probes"

        name: Annotated[Name, Label("Name"), Key(), Called("nombre", "nome")]
        code: Annotated[Text, Label("Code"), Code()] = ""
        note: Annotated[LongText, Label("Note"), Help("What for"), Private()] = ""
        bare: Annotated[str, Label("Bare")] = ""
        count: Annotated[int, Field(ge=1, le=9), Label("Count"), Unit("pieces")] = 1
        weight: Annotated[Decimal | None, Label("Weight")] = None
        price: Annotated[int | None, Field(ge=0), Label("Price"), Amount()] = None
        since: Annotated[int | None, Label("Since"), Year()] = None
        is_new: Annotated[bool, Label("New")] = False
        made_on: Annotated[date | None, Label("Made on")] = None
        seen_at: Annotated[Moment | None, Label("Seen at")] = None
        kind: Annotated[ActorKind | None, Label("Kind")] = None
        kinds: Annotated[tuple[TieKind, ...], Label("Kinds")] = ()
        actor: Annotated[UUID, Label("Actor"), Ref("actor")]
        actors: Annotated[tuple[UUID, ...], Label("Actors"), Many("actor")] = ()

    yield Probe
    REGISTRY.pop("probe")


def test_every_annotation_has_its_kind(probe):
    assert {found.name: found.kind for found in fields(probe)} == {
        "name": Kind.TEXT,
        "code": Kind.TEXT,
        "note": Kind.LONG_TEXT,
        "bare": Kind.TEXT,
        "count": Kind.INTEGER,
        "weight": Kind.NUMBER,
        "price": Kind.MONEY,
        "since": Kind.INTEGER,
        "is_new": Kind.BOOLEAN,
        "made_on": Kind.DATE,
        "seen_at": Kind.MOMENT,
        "kind": Kind.CHOICE,
        "kinds": Kind.CHOICES,
        "actor": Kind.REFERENCE,
        "actors": Kind.REFERENCES,
    }


def test_marks_become_what_other_parts_ask_for(probe):
    name, code = attribute(probe, "name"), attribute(probe, "code")
    note, count = attribute(probe, "note"), attribute(probe, "count")

    assert (name.required, name.is_key, name.called) == (True, True, ("nombre", "nome"))
    assert (code.required, code.is_code, code.default) == (False, True, "")
    assert (note.help, note.is_private) == ("What for", True)
    assert (count.least, count.most, count.unit, count.default) == (1, 9, "pieces", 1)
    assert attribute(probe, "since").is_year
    assert attribute(probe, "price").least == 0
    assert attribute(probe, "kind").choices == tuple(ActorKind)
    assert attribute(probe, "kinds").choices == tuple(TieKind)
    assert attribute(probe, "actor").target == attribute(probe, "actors").target == "actor"


def test_fields_keep_the_order_of_declaration_without_the_id():
    names = [found.name for found in fields(Contact)]

    assert names == ["name", "actor", "position", "is_lead", "email", "phone", "consent"]


def test_key_fields_are_those_people_recognise_a_row_by():
    assert [found.name for found in key_fields(Tie)] == ["source", "target", "kind"]
    assert key_fields(Scope) == ()


def test_a_field_that_does_not_exist_has_no_attribute():
    with pytest.raises(KeyError):
        attribute(Actor, "colour")


def test_a_class_is_registered_by_its_table_as_it_is_defined(probe):
    assert REGISTRY["probe"] is probe
    assert probe in record_types()


def test_a_class_without_table_is_not_registered():
    class Sketch(Record):
        name: Annotated[Name, Label("Name")]

    assert Sketch not in REGISTRY.values()


def test_a_subclass_has_its_own_fields_first(probe):
    class Larger(probe):
        table = "larger"
        size: Annotated[int, Label("Size")] = 0

    REGISTRY.pop("larger")

    assert fields(Larger) == (attribute(Larger, "size"), *fields(probe))


def test_record_types_come_in_the_order_of_the_process():
    places = [cls.__module__ for cls in record_types()]
    order = [module.__name__ for module in SUBJECTS]

    assert [module for module in order if module in places] == list(dict.fromkeys(places))


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.table)
def test_every_declaration_says_what_screens_and_documents_need(cls):
    assert cls.title
    assert cls.about.endswith(".")
    assert isinstance(cls.stage, Stage)
    assert all(found.label for found in fields(cls))
    assert all(found.target in REGISTRY for found in fields(cls) if found.target)
    if not (cls.is_single or cls.is_internal):
        assert key_fields(cls)


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.table)
def test_other_header_names_lead_to_one_field_each(cls):
    names = [name for found in fields(cls) for name in found.called]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.table)
def test_an_empty_optional_field_is_empty_text_nothing_or_an_empty_list(cls):
    for found in fields(cls):
        if found.kind in (Kind.TEXT, Kind.LONG_TEXT) and not found.required:
            assert found.default == ""
        if found.kind in (Kind.CHOICES, Kind.REFERENCES):
            assert found.default == ()


def test_a_record_cannot_be_changed():
    row = Segment(id=uuid4(), name="Maduro")

    with pytest.raises(ValidationError, match="frozen"):
        row.name = "Fresco"


def test_a_record_takes_no_field_it_does_not_declare():
    with pytest.raises(ValidationError, match="colour"):
        Segment(id=uuid4(), name="Maduro", colour="red")


def test_values_are_stored_by_value_and_read_back_the_same():
    row = MapSettings(id=uuid4(), kinds=(TieKind.SUPPLY, TieKind.TRAINING))

    dumped = row.model_dump(mode="json")

    assert dumped["kinds"] == ["supply", "training"]
    assert MapSettings.model_validate(dumped) == row


def test_a_name_is_not_empty_once_its_spaces_are_gone():
    with pytest.raises(ValidationError):
        Segment(id=uuid4(), name=" \n ")


def test_a_line_of_text_stays_on_one_line_and_a_long_text_keeps_its_lines():
    row = Meeting(
        id=uuid4(),
        name="Taller\r\n de mapa ",
        kind="workshop",
        about_stage="mapping",
        minutes="Uno\r\ndos\rtres\u2028cuatro\x0b\x00",
    )

    assert row.name == "Taller de mapa"
    assert row.minutes == "Uno\ndos\ntres\ncuatro"


@given(st.text(st.characters(codec=None), max_size=60))
def test_clean_text_fits_xml_and_stays_the_same_when_cleaned_again(value):
    cleaned = clean(value)

    assert clean(cleaned) == cleaned
    assert not any(_is_forbidden_in_xml(sign) for sign in cleaned)
    assert "\n" not in clean_line(value)


def _is_forbidden_in_xml(sign):
    code = ord(sign)
    return (
        (code < 0x20 and sign not in "\t\n") or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
    )


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060"])
def test_signs_without_width_are_no_name_and_part_of_none(sign):
    assert clean(f"Lác{sign}teos") == "Lácteos"
    with pytest.raises(ValidationError):
        Segment(id=uuid4(), name=sign)


@given(st.text(max_size=60))
def test_a_record_read_from_its_own_values_is_the_same(value):
    row = Scope(id=uuid4(), sector=value, statement=value)

    assert Scope.model_validate(row.model_dump(mode="json")) == row


@pytest.mark.parametrize("value", [3, None, datetime(2026, 6, 12), Decimal(1)])  # noqa: DTZ001
def test_only_text_is_cleaned(value):
    assert clean(value) is value
    assert clean_line(value) is value
