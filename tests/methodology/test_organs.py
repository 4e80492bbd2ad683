"""Organs: who votes, votes needed, levels of the chart, public share of the money, by hand."""

from hypothesis import given, settings

from methodology.governance import Fund, Organ, OrganKind, Part
from methodology.organs import (
    operating_years,
    organ_tree,
    rule_votes,
    seated,
    voters,
    votes_words,
)
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.governed import BOARD, FORUM, GOVERNED, OFFICE, ORGANS, RULES, SEATS
from tests.samples import snapshots

PROJECT = Snapshot(GOVERNED)


def test_listed_members_with_a_vote_count_else_the_number_given():
    assert voters(PROJECT, BOARD) == 8  # nine seats, one observer
    assert voters(PROJECT, FORUM) == 35
    assert voters(Snapshot(ORGANS), BOARD) == 0


def test_rules_ask_for_votes_of_their_own_organ():
    found = {one.rule.name: (one.count, one.needed) for one in rule_votes(PROJECT)}

    assert found == {"Quorum": (35, 18), "Decisions": (8, 5), "Admission": (8, 6)}


def test_votes_are_said_in_words_and_so_is_what_is_not_known():
    known, *_rest = rule_votes(PROJECT)
    [nowhere, *_others] = rule_votes(Snapshot([*RULES]))
    [unknown, *_others] = rule_votes(Snapshot([*RULES, FORUM.model_copy(update={"members": None})]))

    assert votes_words(known).text(str) == "18 of 35"
    assert votes_words(unknown).text(str) == "Not known: no organ with members"
    assert votes_words(nowhere).text(str) == "Not known: the rule names no organ"


def test_each_organ_stands_one_level_below_the_one_it_reports_to():
    found = [(one.organ.name, one.level, one.parent) for one in organ_tree(PROJECT)]

    assert found == [("Forum", 0, None), ("Board", 1, FORUM.id), ("Office", 2, BOARD.id)]


def test_organs_that_report_in_a_circle_stand_on_top_and_nothing_hangs():
    one = made(Organ, name="One", kind=OrganKind.THEMATIC)
    other = made(Organ, name="Other", kind=OrganKind.THEMATIC, reports_to=one.id)
    circle = [one.model_copy(update={"reports_to": other.id}), other]

    found = organ_tree(Snapshot(circle))

    assert [(node.level, node.parent) for node in found] == [(0, None), (0, None)]


def test_an_organ_beneath_an_unknown_one_stands_on_top():
    [office] = organ_tree(Snapshot([OFFICE]))

    assert (office.level, office.parent) == (0, None)


def test_the_money_of_each_year_by_fund_and_its_public_share():
    first, second, third = operating_years(PROJECT)

    assert first.by_fund == {Fund.FEES: 200_000, Fund.PUBLIC: 600_000}
    assert (first.total, first.public_share) == (800_000, 0.75)
    assert (second.public_share, third.public_share) == (0.5, 0.0)
    assert first.by_part == {Part.STRUCTURE: 800_000}
    assert operating_years(Snapshot()) == ()


def test_a_year_without_money_has_no_public_share():
    _first, second, _third = operating_years(Snapshot([GOVERNED[-1]]))

    assert (second.total, second.public_share) == (0, None)


def test_a_person_is_named_only_by_consent_unless_the_team_reads():
    chair, secretary = SEATS[:2]

    assert seated(PROJECT, chair, named=False) == "Firm 1 · Elena"
    assert seated(PROJECT, secretary, named=False) == "Firm 2"
    assert seated(PROJECT, secretary, named=True) == "Firm 2 · Rosaura"


@settings(max_examples=30)
@given(snapshots(rows=4))
def test_no_organ_is_lost_and_money_is_conserved(snapshot):
    nodes, years = organ_tree(snapshot), operating_years(snapshot)

    assert {node.organ.id for node in nodes} == {one.id for one in snapshot.all(Organ)}
    for year in years:
        assert sum(year.by_fund.values()) == sum(year.by_part.values()) == year.total
