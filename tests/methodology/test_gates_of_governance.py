"""The gate of governance: organs with names, rules, profile, money of the first year, minutes."""

import pytest

from methodology.gates import verdicts
from methodology.governance import Fund, GovernanceRule, RuleKind
from methodology.project import Evidence
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import made
from tests.governed import (
    ASSEMBLY,
    BOARD,
    CAME,
    DAY,
    FORUM,
    GOVERNED,
    MANAGER,
    MODEL,
    MONEY,
    RULES,
    SEATS,
    costs,
)


def judged(*records):
    found = verdicts(Snapshot(records), Stage.GOVERNANCE)
    return {
        one.check.key.removeprefix("governance."): (one.is_met, one.detail.text(str))
        for one in found
    }


def without(*taken, adding=()):
    return judged(*(one for one in GOVERNED if one not in taken), *adding)


def test_a_whole_governance_meets_its_gate():
    assert {key: met for key, (met, _words) in judged(*GOVERNED).items()} == dict.fromkeys(
        ("model", "organs", "committee", "rules", "manager", "budget", "minutes"), True
    )


def test_an_empty_project_says_what_is_missing_of_each():
    assert judged() == {
        "model": (False, "No model is chosen yet."),
        "organs": (
            False,
            "Organs still missing: Assembly or forum, Steering or executive committee, "
            "Coordination.",
        ),
        "committee": (False, "There is no committee yet."),
        "rules": (False, "There are no rules yet."),
        "manager": (
            False,
            "Still to write: functions of the manager, how the person is chosen.",
        ),
        "budget": (False, "The first year has no amount yet."),
        "minutes": (
            False,
            "Meetings on governance: 0, none with day, minutes and list of attendance.",
        ),
    }


def test_a_model_counts_once_it_is_adopted():
    draft = MODEL.model_copy(update={"adopted_on": None})

    assert without(MODEL, adding=[draft])["model"] == (False, "Private base, not adopted yet.")


def test_an_organ_needs_names_but_an_assembly_may_give_its_number():
    office_seat = SEATS[-1]
    nameless = FORUM.model_copy(update={"members": None})

    assert without(office_seat)["organs"] == (False, "Nobody is named in: Office.")
    assert without(FORUM, adding=[nameless])["organs"] == (False, "Nobody is named in: Forum.")


@pytest.mark.parametrize(("count", "is_met"), [(7, False), (8, True), (15, True), (16, False)])
def test_a_committee_has_eight_to_fifteen_votes(count, is_met):
    counted = BOARD.model_copy(update={"members": count})

    assert judged(counted)["committee"] == (is_met, f"Members with a vote: {count}.")


def test_quorum_and_decisions_need_a_formula_and_every_rule_its_day():
    quorum = RULES[0]
    words = quorum.model_copy(update={"majority": None})
    open_rule = made(GovernanceRule, name="Term", kind=RuleKind.TERM)

    assert without(quorum, adding=[words])["rules"] == (
        False,
        "Rules without a majority: Quorum.",
    )
    assert without(adding=[open_rule])["rules"] == (False, "Rules adopted: 3 of 4.")


def test_the_manager_needs_functions_and_a_way_of_hiring():
    half = MANAGER.model_copy(update={"selection": ""})

    assert without(MANAGER, adding=[half])["manager"] == (
        False,
        "Still to write: how the person is chosen.",
    )


def test_every_amount_of_the_first_year_has_somebody_who_pays_fees_pay_themselves():
    unpaid = costs(1, Fund.OTHER, 100)

    assert without(adding=[unpaid])["budget"] == (
        False,
        "Amounts of the first year with somebody who pays: 2 of 3.",
    )
    assert without(*MONEY, adding=[costs(2, Fund.FEES, 5)])["budget"][0] is False


def test_minutes_may_be_text_or_a_file_and_need_a_list():
    bare = ASSEMBLY.model_copy(update={"minutes": ""})
    scan = made(Evidence, "scan", name="Scan", file="files/a.pdf", about_id=bare.id, added_on=DAY)

    assert without(ASSEMBLY, adding=[bare])["minutes"][0] is False
    assert without(ASSEMBLY, adding=[bare, scan])["minutes"] == (True, "Minutes of T7.")
    assert without(CAME)["minutes"][0] is False
