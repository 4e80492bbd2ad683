"""Votes: the rounds of the live workshop, how phones come in, cards and the run sheet."""

from app import state
from app.widgets.agenda_desk import agenda_desk
from app.widgets.card_desk import card_desk
from app.widgets.joining_desk import joining_desk
from app.widgets.round_desk import round_desk
from app.widgets.round_list import round_list
from app.widgets.round_start import round_start
from app.widgets.round_state import (
    AGENDA,
    CARDS,
    JOINING,
    ROUNDS,
    START,
    VIEW,
    chosen_round,
    settle_view,
)
from app.widgets.title import title_row
from app.widgets.views import choose_view
from methodology.rounds import Round, State

_ = state.reader()
running = [one for one in state.snapshot().all(Round) if one.state is State.OPEN]
note = _.many("{count} open", "{count} open", len(running)) if running else ""
settle_view()
asked = chosen_round()
views = {
    ROUNDS: _("Rounds"),
    START: _("New round"),
    JOINING: _("Way in"),
    CARDS: _("Cards"),
    AGENDA: _("Run sheet"),
}
with title_row(asked.name if asked else _("Votes"), note):
    view = choose_view(views, key=VIEW)
match view:
    case "start":
        round_start()
    case "joining":
        joining_desk()
    case "cards":
        card_desk()
    case "agenda":
        agenda_desk()
    case _:
        if asked:
            round_desk(asked)
        else:
            round_list()
