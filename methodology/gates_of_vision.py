"""The checks of vision and areas: a text adopted, objectives that can be measured."""

from methodology import gates_of_areas
from methodology.check import Check, Checks, Judgement
from methodology.process import Meeting
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark
from methodology.vision import Consent, Objective, VisionVersion
from methodology.visions import adopted, current, findings, lacking

FEWEST, MOST = 2, 4  # objectives
NO_TEXT = Remark(N_("No version has a text yet."))


def written(snapshot: Snapshot) -> Judgement:
    """Judge whether the text that shows passes every rule for a vision."""
    version = current(snapshot)
    if version is None:
        return False, NO_TEXT
    found = findings(snapshot, version)
    failed = tuple(one.rule for one in found if not one.is_met)
    if failed:
        return False, Remark(N_("Not yet: {rules}."), {"rules": failed})
    return True, Remark(N_("Rules passed: {count}."), {"count": len(found)})


def consented(snapshot: Snapshot) -> Judgement:
    """Judge whether nobody objected with a reason to the text that shows."""
    version = current(snapshot)
    if version is None:
        return False, NO_TEXT
    if version.consent == Consent.CONSENT:
        return True, Remark(N_("Nobody objected with a reason."))
    if version.consent == Consent.OBJECTIONS:
        return False, Remark(N_("There are reasoned objections to meet."))
    return False, Remark(N_("It has not been asked yet."))


def in_force(snapshot: Snapshot) -> Judgement:
    """Judge whether a text was adopted, on a date."""
    version = adopted(snapshot)
    if version is None:
        return False, Remark(N_("No version is adopted yet."))
    meeting = snapshot.get(Meeting, version.adopted_in)
    values = {"version": version.name, "day": version.adopted_on}
    if meeting is None:
        return True, Remark(N_("“{version}”, adopted on {day}."), values)
    return True, Remark(
        N_("“{version}”, adopted on {day} in “{meeting}”."), {**values, "meeting": meeting.name}
    )


def number(snapshot: Snapshot) -> Judgement:
    """Judge whether the objectives are few enough to follow, and enough."""
    count = len(snapshot.all(Objective))
    return FEWEST <= count <= MOST, Remark(N_("Objectives: {count}."), {"count": count})


def measured(snapshot: Snapshot) -> Judgement:
    """Judge whether every objective has indicator, baseline and target, with dates and source."""
    objectives = snapshot.all(Objective)
    if not objectives:
        return False, Remark(N_("There are no objectives yet."))
    open_ones = tuple(
        Remark(
            N_("{objective} ({missing})"),
            {"objective": one.code or one.statement, "missing": lacking(one)},
        )
        for one in objectives
        if lacking(one)
    )
    if open_ones:
        return False, Remark(N_("Still lacking: {objectives}."), {"objectives": open_ones})
    return True, Remark(N_("Objectives that can be measured: {count}."), {"count": len(objectives)})


CHECKS: Checks = {
    Check(
        "vision.written",
        Stage.VISION,
        N_("The vision is short, dated, measurable and names what was chosen"),
        N_("Write the vision by its rules"),
        VisionVersion,
    ): written,
    Check(
        "vision.consent",
        Stage.VISION,
        N_("Nobody objects to the vision with a reason"),
        N_("Ask whether anybody objects with a reason"),
        VisionVersion,
    ): consented,
    Check(
        "vision.adopted",
        Stage.VISION,
        N_("The vision is adopted, with its date"),
        N_("Have the vision adopted and note date and meeting"),
        VisionVersion,
    ): in_force,
    Check(
        "vision.objectives",
        Stage.VISION,
        N_("There are two to four strategic objectives"),
        N_("Set two to four strategic objectives"),
        Objective,
    ): number,
    Check(
        "vision.measured",
        Stage.VISION,
        N_("Every objective has indicator, baseline and target, dated and sourced"),
        N_("Give every objective its indicator, baseline, target, dates and source"),
        Objective,
    ): measured,
    **gates_of_areas.CHECKS,
}
