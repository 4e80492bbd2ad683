"""What goes out and what stays at home, for every type and field of the method."""

from itertools import product

import pytest

from app.exchange.guessing import importable_types
from app.exchange.sharing import Share
from methodology.mapping import Actor, Contact, Tie
from methodology.process import Interview, TeamMember
from methodology.record import REGISTRY, fields

EVERY_SHARE = [Share(None, *options) for options in product((True, False), repeat=2)]


def test_everything_that_people_keep_goes_out_unless_told_otherwise():
    share = Share()

    assert share.shared_types() == importable_types()
    for cls in importable_types():
        assert share.shared_fields(cls) == fields(cls)


def test_what_the_program_keeps_for_itself_never_goes_out():
    for share in EVERY_SHARE:
        assert not any(cls.is_internal for cls in share.shared_types())


def test_without_people_neither_they_nor_what_points_to_them_go_out():
    share = Share(with_people=False)

    assert {Contact, TeamMember}.isdisjoint(share.shared_types())
    assert "interviewer" not in {found.name for found in share.shared_fields(Interview)}
    for cls in share.shared_types():
        targets = (found.target for found in share.shared_fields(cls) if found.target)
        assert not any(REGISTRY[target].is_person for target in targets)


def test_without_private_fields_the_rest_stays_in_its_order():
    share = Share(with_private=False)

    assert {Contact, TeamMember} <= {*share.shared_types()}
    for cls in share.shared_types():
        assert share.shared_fields(cls) == tuple(f for f in fields(cls) if not f.is_private)


@pytest.mark.parametrize("share", EVERY_SHARE)
def test_what_people_recognise_a_row_by_always_goes_out(share):
    for cls in share.shared_types():
        shown = {found.name for found in share.shared_fields(cls)}
        assert {found.name for found in fields(cls) if found.required} <= shown


def test_chosen_types_go_out_in_the_order_chosen_and_persons_only_with_people():
    chosen = (Tie, Contact, Actor)

    assert Share(chosen).shared_types() == chosen
    assert Share(chosen, with_people=False).shared_types() == (Tie, Actor)
