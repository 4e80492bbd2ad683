"""Which record a row is."""

from uuid import uuid4

import pytest

from app.exchange.identity import (
    Index,
    can_be_created_by_name,
    is_named_by_text,
    is_plain,
    marks,
)
from methodology.characterization import ReferenceCluster, Statistic
from methodology.mapping import Actor, ChainLink, Contact, Tie, TieKind
from methodology.process import Interview, Meeting, TeamMember
from methodology.project import Project
from methodology.scope import Scope, Segment


def actor(name, code=""):
    return Actor(id=uuid4(), name=name, code=code)


@pytest.mark.parametrize("cls", [Actor, ChainLink, Segment, ReferenceCluster])
def test_types_that_need_a_name_alone_are_created_by_name(cls):
    assert can_be_created_by_name(cls)


@pytest.mark.parametrize("cls", [TeamMember, Meeting, Contact, Tie, Statistic, Interview, Scope])
def test_types_that_need_more_are_not(cls):
    assert not can_be_created_by_name(cls)


def test_types_are_told_by_their_key():
    assert is_named_by_text(Meeting)
    assert not is_named_by_text(Contact)
    assert is_plain(Actor)
    assert not is_plain(Tie)


def test_a_key_is_found_as_written_first_and_accents_aside_when_only_one_fits():
    plain, tilde, other = actor("Cana"), actor("Caña"), actor("Ñandú")
    index = Index(Actor, [plain, tilde, other])

    assert index.by_key({"name": "CAÑA"}) == tilde.id
    assert index.by_key({"name": "cana"}) == plain.id
    assert index.by_key({"name": "CÁNA"}) is None
    assert index.by_key({"name": "  nandu "}) == other.id
    assert index.by_key({"name": "nadie"}) is None
    assert index.by_key({}) is None


def test_a_code_is_found_whatever_its_capitals_and_an_empty_one_never():
    coded = actor("A", "VC-1")
    index = Index(Actor, [coded, actor("B")])

    assert index.by_code({"code": "vc-1"}) == coded.id
    assert index.by_code({"code": ""}) is None
    assert index.by_code({}) is None


def test_a_key_of_several_fields_takes_what_is_missing_by_default():
    one, two = uuid4(), uuid4()
    tie = Tie(id=uuid4(), source=one, target=two)
    index = Index(Tie, [tie])

    assert index.by_key({"source": one, "target": two}) == tie.id
    assert index.by_key({"source": one, "target": two, "kind": TieKind.SUPPLY}) is None
    assert index.by_key({"source": two, "target": one}) is None
    assert index.by_key({"source": one}) is None


def test_the_first_of_two_alike_keeps_its_place():
    first = actor("A", "1")
    index = Index(Actor, [first])

    index.add(uuid4(), {"name": "A", "code": "1"})

    assert index.by_code({"code": "1"}) == index.by_key({"name": "A"}) == first.id


def test_a_type_without_key_is_never_found():
    assert Index(Scope, [Scope(id=uuid4())]).by_key({"sector": "x"}) is None


def test_what_must_be_unique_is_key_and_code_and_the_only_row():
    found = [field for field, _mark in marks(actor("A", "1"))]

    assert found == ["name", "code"]
    assert [field for field, _mark in marks(actor("A"))] == ["name"]
    assert [*marks(actor("A "))] == [*marks(actor(" a"))]
    assert [*marks(Scope(id=uuid4()))] == [*marks(Scope(id=uuid4(), sector="x"))]
    assert [*marks(Project(id=uuid4(), name="A"))] == [("", ("project",))]
