"""The checks of the mapping: who is on the map, who was heard, and who confirmed it."""

from collections.abc import Iterable
from uuid import UUID

from methodology.boxes import empty_links, ordered_links
from methodology.check import Check, Checks, Judgement
from methodology.firms import firms
from methodology.mapping import Actor, ActorKind, ChainLink, Tie
from methodology.process import Attendance, Interview, Meeting, MeetingKind
from methodology.project import Evidence
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

PLACED, TURNOVER, RELATIONS = 80, 25, 60  # least percentages, of actors, turnover, interviewed
VOICES = 3  # interviews wanted with buyers, and with institutions
NO_ACTORS = Remark(N_("There are no actors yet."))
NO_LINKS = Remark(N_("The chain has no links yet."))
NO_INTERVIEWS = Remark(N_("There are no interviews yet."))


def links(snapshot: Snapshot) -> Judgement:
    """Judge whether every link of the chain has an actor or says why it has none."""
    chain = ordered_links(snapshot)
    if not chain:
        return False, NO_LINKS
    empty = empty_links(snapshot)
    unexplained = tuple(link.name for link in empty if not link.missing)
    if unexplained:
        return False, Remark(N_("Links without actors: {links}."), {"links": unexplained})
    return True, Remark(
        N_("Links of the chain: {count}; marked as missing: {missing}."),
        {"count": len(chain), "missing": len(empty)},
    )


def placed(snapshot: Snapshot) -> Judgement:
    """Judge whether enough actors have a type and, firms, a link of the chain."""
    actors = snapshot.all(Actor)
    if not actors:
        return False, NO_ACTORS
    count = sum(_is_placed(actor) for actor in actors)
    return _reaches(count, len(actors), PLACED), Remark(
        N_("Actors with type and link: {count} of {total}."),
        {"count": count, "total": len(actors)},
    )


def turnover(snapshot: Snapshot) -> Judgement:
    """Judge whether the firms interviewed weigh enough; counted where turnover is not known.

    Turnover counts only when at least half of the firms have given it.
    """
    everyone = firms(snapshot)
    if not snapshot.all(Actor):
        return False, NO_ACTORS
    if not everyone:
        return False, Remark(N_("No actor inside the scope has the type of a firm yet."))
    interviewed = _heard(snapshot)
    heard = [firm for firm in everyone if firm.id in interviewed]
    sales = [firm.turnover for firm in everyone if firm.turnover is not None]
    if not any(sales) or 2 * len(sales) < len(everyone):
        return _reaches(len(heard), len(everyone), TURNOVER), Remark(
            N_("Firms interviewed: {count} of {total}; counted, as turnover is not known."),
            {"count": len(heard), "total": len(everyone)},
        )
    part = sum(firm.turnover or 0 for firm in heard)
    return _reaches(part, sum(sales), TURNOVER), Remark(
        N_("Share of the known turnover: {share}%; firms interviewed: {count}."),
        {"share": 100 * part // sum(sales), "count": len(heard)},
    )


def links_heard(snapshot: Snapshot) -> Judgement:
    """Judge whether every link with actors was heard."""
    empty = {link.id for link in empty_links(snapshot)}
    links = ordered_links(snapshot)
    chain = [link for link in links if link.id not in empty]
    if not links:
        return False, NO_LINKS
    if not chain:
        return False, Remark(N_("No link of the chain has actors yet."))
    reached = {actor.link for actor in _heard(snapshot).values()}
    silent = tuple(link.name for link in chain if link.id not in reached)
    if silent:
        return False, Remark(N_("Nobody interviewed in: {links}."), {"links": silent})
    return True, Remark(N_("Links heard: {count}."), {"count": len(chain)})


def buyers(snapshot: Snapshot) -> Judgement:
    """Judge whether enough buyers were heard."""
    found = [actor for actor in _heard(snapshot).values() if actor.kind == ActorKind.BUYER]
    return _voices(found, N_("Buyers interviewed: {count}."))


def institutions(snapshot: Snapshot) -> Judgement:
    """Judge whether enough institutions were heard."""
    found = [
        actor for actor in _heard(snapshot).values() if actor.kind and not actor.kind.is_in_chain
    ]
    return _voices(found, N_("Institutions interviewed: {count}."))


def relations(snapshot: Snapshot) -> Judgement:
    """Judge whether relations were collected from enough of the actors interviewed."""
    heard = _heard(snapshot)
    if not heard:
        return False, NO_INTERVIEWS
    tied = {end for tie in snapshot.all(Tie) for end in (tie.source, tie.target)}
    count = len(heard.keys() & tied)
    return _reaches(count, len(heard), RELATIONS), Remark(
        N_("Actors interviewed with relations: {count} of {total}."),
        {"count": count, "total": len(heard)},
    )


def validated(snapshot: Snapshot) -> Judgement:
    """Judge whether a validation meeting has date, minutes (text or file) and attendance."""
    tables = [
        meeting
        for meeting in snapshot.all(Meeting)
        if meeting.kind == MeetingKind.VALIDATION and meeting.about_stage == Stage.MAPPING
    ]
    if not tables:
        return False, Remark(N_("No validation table is recorded."))
    lacks = [_lacks(snapshot, meeting) for meeting in tables]
    best = min(range(len(tables)), key=lambda place: len(lacks[place]))
    if lacks[best]:
        return False, Remark(
            N_("{meeting} still lacks: {missing}."),
            {"meeting": tables[best].name, "missing": tuple(lacks[best])},
        )
    return True, Remark(N_("Validated in {meeting}."), {"meeting": tables[best].name})


def _lacks(snapshot: Snapshot, meeting: Meeting) -> list[Remark]:
    has_minutes = meeting.minutes or any(
        evidence.about_id == meeting.id for evidence in snapshot.all(Evidence)
    )
    attended = any(row.meeting == meeting.id for row in snapshot.all(Attendance))
    wanted = (
        (meeting.held_on, N_("date")),
        (has_minutes, N_("minutes")),
        (attended, N_("list of attendance")),
    )
    return [Remark(name) for value, name in wanted if not value]


def _heard(snapshot: Snapshot) -> dict[UUID, Actor]:
    """Return the actors interviewed at least once."""
    found = (snapshot.get(Actor, interview.actor) for interview in snapshot.all(Interview))
    return {actor.id: actor for actor in found if actor}


def _is_placed(actor: Actor) -> bool:
    return actor.kind is not None and (not actor.kind.is_in_chain or actor.link is not None)


def _voices(heard: Iterable[Actor], message: str) -> Judgement:
    count = len([*heard])
    return count >= VOICES, Remark(message, {"count": count})


def _reaches(part: int, whole: int, percent: int) -> bool:
    return 100 * part >= percent * whole


CHECKS: Checks = {
    Check(
        "mapping.links",
        Stage.MAPPING,
        N_("Every link of the chain has an actor or is marked as missing"),
        N_("Fill the links of the chain or mark them as missing"),
        ChainLink,
    ): links,
    Check(
        "mapping.placed",
        Stage.MAPPING,
        N_("Actors with a type and, firms, a link: at least 80%"),
        N_("Give the actors a type and a link of the chain"),
        Actor,
    ): placed,
    Check(
        "mapping.turnover",
        Stage.MAPPING,
        N_("Turnover of the firms interviewed: at least 25%"),
        N_("Interview more firms, the large ones first"),
        Interview,
    ): turnover,
    Check(
        "mapping.links_heard",
        Stage.MAPPING,
        N_("Somebody from every link of the chain was interviewed"),
        N_("Interview somebody from each link of the chain"),
        Interview,
    ): links_heard,
    Check(
        "mapping.buyers",
        Stage.MAPPING,
        N_("At least three buyers were interviewed"),
        N_("Interview three buyers"),
        Interview,
    ): buyers,
    Check(
        "mapping.institutions",
        Stage.MAPPING,
        N_("At least three institutions were interviewed"),
        N_("Interview three institutions"),
        Interview,
    ): institutions,
    Check(
        "mapping.relations",
        Stage.MAPPING,
        N_("Actors interviewed whose relations are known: at least 60%"),
        N_("Record the relations of the actors interviewed"),
        Tie,
    ): relations,
    Check(
        "mapping.validated",
        Stage.MAPPING,
        N_("The map was validated in a meeting with date, minutes and list of attendance"),
        N_("Hold the validation table and record who came"),
        Meeting,
    ): validated,
}
