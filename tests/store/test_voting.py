"""What the facilitator does with rounds, and what may be known while they run."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.store import ChangeSet, Edit
from app.store.ballots import cast
from app.store.passphrase import (
    REMOTE,
    TooShort,
    has_passphrase,
    is_passphrase,
    set_passphrase,
)
from app.store.sealing import NoSuchRound, close_round, raw, votes_of
from app.store.voters import note_presence, of_card, of_device
from app.store.voting import (
    CardMissing,
    card_codes,
    enter_ballots,
    is_crowded,
    open_round,
    participants,
    presence,
    turnout,
)
from methodology.ballot import Answer, BallotInvalid
from methodology.readiness import NotReady
from methodology.round_results import RoundSummary
from methodology.round_steps import NoSuchStep, NotOpen
from methodology.rounds import Channel, Instrument, Roll, Rule, Secrecy, State, Unit, VoterCard
from tests.store.balloting import a_cast, put_cards, put_open, put_round
from tests.voting import key


@pytest.fixture
def folder(make_folder):
    return make_folder()


def vote_with(folder, asked, card, seq=1):
    one = a_cast(asked, "", seq, chosen=(1,))
    with folder.begin() as session:
        cast(raw(session), [one._replace(voter=of_card(card.id), card=card.id)])


def read(folder, question, *values):
    with folder.read() as session:
        return question(session, *values)


def test_opening_notes_the_moment_and_when_the_countdown_ends(folder):
    asked = put_round(folder, seconds=90)

    found = open_round(folder, asked.round.id, by="ana")

    assert found.state is State.OPEN
    assert found.ends_at - found.opened_at == timedelta(seconds=90)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"items": ""}, "nothing to vote on"),
        ({"instrument": Instrument.RANKING, "items": "A"}, "two items"),
        ({"rule": Rule.BORDA}, "no rule for"),
        ({"instrument": Instrument.RATING}, "at least one criterion"),
        ({"instrument": Instrument.MULTIVOTE, "amount": 9}, "more dots than items"),
        ({"instrument": Instrument.COMMITMENT}, "public on purpose"),
        ({"unit": Unit.FIRM}, "needs cards"),
        ({"is_weighted": True}, "weights need cards"),
        ({"roll": Roll.PERSONS}, "no card for this meeting"),
    ],
)
def test_a_round_that_lacks_something_does_not_open_and_says_what(folder, values, missing):
    asked = put_round(folder, **values)

    with pytest.raises(NotReady, match=missing):
        open_round(folder, asked.round.id, by="ana")


def test_quorum_and_weights_are_looked_at_with_the_cards(folder):
    cards = put_cards(folder, "Rosa", "Luis", weights=(5, 1))
    asked = put_round(
        folder, roll=Roll.PERSONS, meeting=cards[0].meeting, quorum=3, is_weighted=True
    )

    with pytest.raises(NotReady) as refused:
        open_round(folder, asked.round.id, by="ana")

    told = [str(remark) for remark in refused.value.remarks]
    assert told == [
        "the quorum of 3 is more than the 2 who may vote",
        "a weight that fewer than four cards have would tell how its voter voted",
    ]


def test_a_round_that_is_open_does_not_open_again_and_one_that_is_gone_says_so(folder):
    asked = put_open(folder)

    with pytest.raises(NoSuchStep):
        open_round(folder, asked.round.id, by="ana")
    with pytest.raises(NoSuchRound):
        open_round(folder, key(77), by="ana")


def test_turnout_counts_ballots_and_those_entitled(folder):
    cards = put_cards(folder, "Rosa", "Luis", "Ana")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    vote_with(folder, asked, cards[0])
    vote_with(folder, asked, cards[0], seq=2)

    found = read(folder, turnout, asked.round)

    assert (found.cast, found.eligible) == (1, 3)
    assert read(folder, turnout, put_open(folder).round).eligible is None


def test_who_has_voted_is_hidden_under_three_ballots(folder):
    cards = put_cards(folder, "Rosa", "Luis", "Ana", "Eva")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting)
    for card in cards[:2]:
        vote_with(folder, asked, card)
    assert read(folder, participants, asked.round) is None

    vote_with(folder, asked, cards[2])

    assert read(folder, participants, asked.round) == {
        card.id: card is not cards[3] for card in cards
    }


def test_a_public_round_lists_its_voters_from_the_first_and_an_open_roll_never(folder):
    cards = put_cards(folder, "Rosa", "Luis")
    named = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting, secrecy=Secrecy.NAMED)

    assert read(folder, participants, named.round) == {cards[0].id: False, cards[1].id: False}
    assert read(folder, participants, put_open(folder).round) is None


def test_ballots_on_paper_and_by_hands_are_counted_apart(folder):
    asked = put_open(folder)

    enter_ballots(folder, asked, [Answer(chosen=(1,))], Channel.PAPER)
    enter_ballots(folder, asked, [Answer(chosen=(2,))] * 3, Channel.HANDS)
    close_round(folder, asked.round.id, by="ana")

    found = folder.snapshot().one(RoundSummary)
    assert (found.cast, found.by_paper, found.by_hands) == (4, 1, 3)


def test_a_paper_ballot_takes_the_place_of_the_phone_s(folder):
    (card,) = put_cards(folder, "Rosa")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=card.meeting)
    vote_with(folder, asked, card)

    enter_ballots(folder, asked, [Answer(chosen=(3,))], Channel.PAPER, card.id)

    (found,) = read(folder, votes_of, asked)
    assert (found.answer.chosen, found.channel) == ((3,), Channel.PAPER)


def test_a_paper_ballot_needs_its_card_a_valid_answer_and_an_open_round(folder):
    (card,) = put_cards(folder, "Rosa")
    listed = put_open(folder, roll=Roll.PERSONS, meeting=card.meeting)
    draft = put_round(folder)

    with pytest.raises(CardMissing):
        enter_ballots(folder, listed, [Answer(chosen=(1,))], Channel.PAPER)
    with pytest.raises(BallotInvalid):
        enter_ballots(folder, listed, [Answer(chosen=(9,))], Channel.PAPER, card.id)
    with pytest.raises(NotOpen):
        enter_ballots(folder, draft, [Answer(chosen=(1,))], Channel.PAPER)


def test_codes_are_the_same_until_a_card_is_issued_again(folder):
    cards = put_cards(folder, "Rosa", "Luis")
    before = card_codes(folder, cards)
    folder.apply(ChangeSet("Lost", (Edit(VoterCard, cards[0].id, {"issue": 2}),)), by="ana")

    after = card_codes(folder, folder.snapshot().all(VoterCard))

    assert before == card_codes(folder, cards)
    assert before[cards[0].id] != after[cards[0].id]
    assert before[cards[1].id] == after[cards[1].id]
    folder.write_tables()
    written = "".join(path.read_text("utf-8") for path in (folder.path / "tables").glob("*"))
    assert not any(code in written for code in (*before.values(), *after.values()))


def test_far_more_ballots_than_phones_are_noticed_where_any_phone_may_vote(folder):
    asked = put_open(folder)
    casts = [a_cast(asked, f"uno {number}", number, chosen=(1,)) for number in range(14)]
    with folder.begin() as session:
        cast(raw(session), casts)
    hands = [Answer(chosen=(1,))] * 40
    enter_ballots(folder, asked, hands, Channel.HANDS)

    def note(count):
        day = datetime.now(UTC).date()
        with folder.begin() as session:
            for number in range(count):
                note_presence(raw(session), of_device(f"uno {number}"), None, day)

    found = []
    for count in (0, 2, 3):
        note(count)
        found.append(read(folder, is_crowded, asked.round))
    assert found == [True, True, False]


def test_presence_counts_each_phone_and_card_once(folder):
    (card,) = put_cards(folder, "Rosa")
    day = datetime.now(UTC).date()
    with folder.begin() as session:
        for _ in range(2):
            note_presence(raw(session), of_card(card.id), card.id, day)
            note_presence(raw(session), of_device("uno"), None, day)

    found = read(folder, presence, day)

    assert (found.count, found.cards) == (2, {card.id})
    assert read(folder, presence, date(2026, 1, 1)).count == 0


def test_a_passphrase_is_known_by_what_is_made_of_it(folder):
    with folder.begin() as session:
        connection = raw(session)
        assert not is_passphrase(connection, REMOTE, "")
        with pytest.raises(TooShort):
            set_passphrase(connection, REMOTE, "queso")
        set_passphrase(connection, REMOTE, "queso maduro azul")

    with folder.read() as session:
        assert has_passphrase(raw(session), REMOTE)
        assert is_passphrase(raw(session), REMOTE, " queso maduro azul ")
        assert not is_passphrase(raw(session), REMOTE, "queso maduro")
    assert b"queso maduro" not in (folder.path / "project.db").read_bytes()
    with folder.begin() as session:
        set_passphrase(raw(session), REMOTE, "")
        assert not has_passphrase(raw(session), REMOTE)
