"""What is protected, from whom and until when: in plain words, before anybody answers."""

from collections.abc import Iterator

from app.i18n import Reader
from app.phone.desk import Question
from methodology.rounds import Instrument, Roll


def in_short(question: Question, _: Reader) -> str:
    """Return the one sentence that stands above every ballot."""
    if question.round.instrument is Instrument.COMMITMENT:
        return _("Public on purpose: it is shown who joins what.")
    if question.round.is_secret:
        return _("Secret. It can be changed until the question closes.")
    if not question.round.is_public:
        return _("For the team: never shown by name. It can be changed until the question closes.")
    return _("Public: the answer is shown with its name. It can be changed until it closes.")


def in_full(question: Question, _: Reader) -> Iterator[str]:
    """Yield what holds for this question, one sentence after another."""
    given = question.round
    yield _("Question, items and rules were fixed when it opened; nobody can change them now.")
    if given.roll is Roll.OPEN:
        yield _("Any phone on this network can answer, once. Nobody asks whose it is.")
    elif given.roll is Roll.FIRMS:
        yield _("Each firm answers once, from any phone with its card; its last answer counts.")
    else:
        yield _("Each card answers once; its last answer counts.")
    yield _("While it is open nobody sees how it is going, only how many have answered.")
    yield _("This phone remembers the last answer until it closes, to show it when it is changed.")
    if given.is_secret:
        yield from _secret(question, _)
    elif not given.is_public:
        yield _(
            "When it closes, the project's file keeps who answered what, for the team alone:"
            " screens and plan show only how many."
        )
    else:
        yield _("When it closes, each answer stays with its name, also in the project's file.")


def _secret(question: Question, _: Reader) -> Iterator[str]:
    yield _(
        "Until it closes, the answer is kept under a scrambled number, so that it can be changed."
        " Whoever runs the computer of this room could unscramble it: until then it is a matter"
        " of trust."
    )
    yield _(
        "When it closes, whatever ties answers to phones, cards and times is destroyed, in every"
        " copy. Afterwards nobody can find out, not even with the computer in hand."
    )
    if question.needs_card:
        yield _("It is kept that this card took part, never what it answered.")
    yield _("The network is not encrypted: do not write here what no one may overhear.")
