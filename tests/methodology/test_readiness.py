"""What a round lacks before it opens, all of it at once and in words."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.readiness import NotReady, missing_in, refuse_unready, voters
from methodology.rounds import (
    RULES,
    Instrument,
    Roll,
    Rule,
    Secrecy,
    State,
    TieBreak,
    Unit,
    VoterCard,
)
from tests.voting import a_sheet, key

MEETING, OTHER = key(70), key(71)


def card(number=1, **values):
    given_ = {"label": f"Votante {number}", "meeting": MEETING, **values}
    return VoterCard(id=UUID(int=500 + number, version=4), **given_)


def cards(count, **values):
    return [card(number, **values) for number in range(1, count + 1)]


def is_either(instrument):
    return instrument in (Instrument.RANKING, Instrument.RATING)


def ready(instrument, **values):
    secrecy = Secrecy.NAMED if instrument is Instrument.COMMITMENT else Secrecy.SECRET
    return a_sheet(instrument, criteria=(("Hoy", "level"),), secrecy=secrecy, **values)


def said(asked, given_=()):
    return [str(one) for one in missing_in(asked, given_)]


def test_an_approval_on_an_open_roll_lacks_nothing():
    assert said(a_sheet()) == []


@pytest.mark.parametrize("instrument", [Instrument.IDEAS, Instrument.WORDS])
def test_a_free_instrument_needs_no_items(instrument):
    assert said(a_sheet(instrument, items="")) == []


@pytest.mark.parametrize(
    "instrument",
    [
        Instrument.APPROVAL,
        Instrument.RANKING,
        Instrument.POINTS,
        Instrument.PAIRWISE,
        Instrument.MULTIVOTE,
    ],
)
def test_every_other_instrument_needs_something_to_vote_on(instrument):
    asked = a_sheet(instrument, items="", can_stack=True)

    assert said(asked) == ["there is nothing to vote on"]


@pytest.mark.parametrize("instrument", [Instrument.RANKING, Instrument.PAIRWISE, Instrument.POINTS])
def test_comparing_takes_two(instrument):
    assert said(a_sheet(instrument, items="A")) == ["there have to be two items at least"]
    assert said(a_sheet(instrument, items="AB")) == []


def test_one_thing_alone_can_be_approved():
    assert said(a_sheet(items="A")) == []


@pytest.mark.parametrize("instrument", [*Instrument])
@pytest.mark.parametrize("rule", [*Rule])
def test_a_rule_counts_only_with_its_own_instruments(instrument, rule):
    asked = a_sheet(
        instrument, criteria=[("Nivel", "level")], rule=rule, secrecy=Secrecy.NAMED, amount=1
    )

    told = [text for text in said(asked) if "is no rule for" in text]

    assert told == (
        [] if rule in RULES[instrument] else [f"“{rule.label}” is no rule for “{instrument.label}”"]
    )


def test_a_rating_needs_a_criterion_on_a_scale_of_the_method():
    bare = a_sheet(Instrument.RATING)
    strange = a_sheet(Instrument.RATING, criteria=[("Nivel", "level"), ("Sabor", "estrellas")])
    sound = a_sheet(Instrument.RATING, criteria=[("Nivel", "level")])

    assert said(bare) == ["a rating needs at least one criterion"]
    assert said(strange) == ["the criterion “Sabor” has no scale"]
    assert said(sound) == []


@pytest.mark.parametrize(
    ("dots", "can_stack", "count"), [(4, False, 0), (5, False, 1), (9, True, 0)]
)
def test_dots_that_may_not_be_stacked_cannot_outnumber_the_items(dots, can_stack, count):
    asked = a_sheet(Instrument.MULTIVOTE, amount=dots, can_stack=can_stack)

    assert said(asked) == ["there are more dots than items"] * count


def test_commitments_are_never_secret():
    secret = a_sheet(Instrument.COMMITMENT)
    named = a_sheet(Instrument.COMMITMENT, secrecy=Secrecy.NAMED)

    assert said(secret) == ["commitments are public on purpose"]
    assert said(named) == []


def test_no_phone_says_whose_firm_it_is_nor_what_it_weighs():
    asked = a_sheet(unit=Unit.FIRM, is_weighted=True)

    assert said(asked) == [
        "one vote for each firm needs cards: no phone says whose it is",
        "weights need cards",
    ]


def test_a_roll_of_cards_without_cards_lets_nobody_vote():
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, quorum=5)

    assert said(asked) == ["there is no card for this meeting yet"]


@pytest.mark.parametrize(("quorum", "told"), [(3, 0), (4, 1), (None, 0)])
def test_a_quorum_beyond_the_roll_can_never_be_met(quorum, told):
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, quorum=quorum)

    assert said(asked, cards(3)) == (
        [f"the quorum of {quorum} is more than the 3 who may vote"] * told
    )


def test_an_open_roll_may_have_any_quorum():
    assert said(a_sheet(quorum=150)) == []


def test_cards_of_another_meeting_void_ones_and_those_of_firms_are_not_of_a_roll_of_persons():
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING)
    mine = card(1)

    found = voters(
        asked, [mine, card(2, meeting=OTHER), card(3, is_void=True), card(4, is_firm=True)]
    )

    assert found == (mine,)


def test_a_roll_of_firms_takes_the_cards_of_firms_alone():
    asked = a_sheet(roll=Roll.FIRMS, meeting=MEETING)
    firm = card(2, is_firm=True)

    assert voters(asked, [card(1), firm]) == (firm,)


def test_on_an_open_roll_no_card_is_asked_for():
    assert voters(a_sheet(meeting=MEETING), cards(3)) == ()


@pytest.mark.parametrize(("heavy", "told"), [(0, 0), (1, 1), (3, 1), (4, 0)])
def test_a_weight_that_few_have_would_tell_how_they_voted(heavy, told):
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, is_weighted=True)
    light = cards(6)
    weighty = [card(10 + number, weight=Decimal(2)) for number in range(heavy)]

    words = "a weight that fewer than four cards have would tell how its voter voted"

    assert said(asked, [*light, *weighty]) == [words] * told


def test_what_is_public_may_be_weighted_as_one_likes():
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, is_weighted=True, secrecy=Secrecy.NAMED)

    assert said(asked, [card(1), card(2, weight=Decimal(3))]) == []


def test_one_weight_for_all_gives_nobody_away():
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, is_weighted=True)

    assert said(asked, cards(2, weight=Decimal("0.5"))) == []


def test_one_vote_for_each_firm_needs_to_know_whose_firm_each_person_is_of():
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, unit=Unit.FIRM)
    known = card(1, actor=key(80))

    assert said(asked, [known, card(2), card(3)]) == [
        "cards without a firm: 2; choose their firms under “Cards”,"
        " or count one vote for each person"
    ]
    assert said(asked, [known, card(2, is_void=True)]) == []


def test_a_card_of_a_firm_is_a_firm_by_itself():
    asked = a_sheet(roll=Roll.FIRMS, meeting=MEETING, unit=Unit.FIRM)

    assert said(asked, cards(3, is_firm=True)) == []


def test_everything_that_is_missing_is_said_in_one_message():
    asked = a_sheet(
        Instrument.RANKING, items="A", rule=Rule.SUM, roll=Roll.PERSONS, meeting=MEETING
    )

    with pytest.raises(NotReady) as refused:
        refuse_unready(asked, [])

    assert str(refused.value) == (
        "The round cannot open yet: there have to be two items at least, "
        f"“{Rule.SUM.label}” is no rule for “{Instrument.RANKING.label}”, "
        "there is no card for this meeting yet"
    )
    assert len(refused.value.remarks) == 3


def test_what_is_missing_is_said_in_the_readers_language():
    problem = NotReady(missing_in(a_sheet(items=""), []))
    spanish = {
        "The round cannot open yet: {remarks}": "La ronda no puede abrirse: {remarks}",
        "there is nothing to vote on": "no hay nada que votar",
    }

    assert problem.text(lambda text: spanish.get(text, text)) == (
        "La ronda no puede abrirse: no hay nada que votar"
    )


@pytest.mark.parametrize("state", [state for state in State if state is not State.DRAFT])
def test_only_a_draft_is_looked_at(state):
    refuse_unready(a_sheet(items="", state=state), [])


@given(st.integers(0, 12), st.integers(1, 12))
def test_a_roll_is_ready_exactly_when_its_quorum_can_be_met(entitled, quorum):
    asked = a_sheet(roll=Roll.PERSONS, meeting=MEETING, quorum=quorum)

    assert (not said(asked, cards(entitled))) == (entitled >= quorum)


@pytest.mark.parametrize("instrument", [one for one in Instrument if not is_either(one)])
def test_no_other_rule_is_promised_where_there_is_none(instrument):
    asked = ready(instrument, tie_break=TieBreak.OTHER_RULE)

    assert said(asked) == [f"“{instrument.label}” has no other rule to decide a tie"]
    assert asked.round.other_rule is None


@pytest.mark.parametrize("instrument", [Instrument.RANKING, Instrument.RATING])
def test_rankings_and_ratings_have_another_rule_for_ties(instrument):
    assert said(ready(instrument, tie_break=TieBreak.OTHER_RULE)) == []


@pytest.mark.parametrize(
    ("amount", "lacks"), [(4, []), (5, ["more places score than there are items"])]
)
def test_no_more_places_score_than_there_are_items(amount, lacks):
    assert said(a_sheet(Instrument.RANKING, rule=Rule.BEST_PLACES, amount=amount)) == lacks
