"""The checks of the characterization: figures that are complete, sourced and add up."""

from methodology.characterization import Indicator, Statistic
from methodology.check import Check, Checks, Judgement
from methodology.profile import headlines, tyings
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

WANTED = (Indicator.FIRMS, Indicator.EMPLOYMENT, Indicator.TURNOVER)


def headlines_known(snapshot: Snapshot) -> Judgement:
    """Judge whether the three totals that every cluster is known by are there."""
    known = {headline.statistic.indicator for headline in headlines(snapshot)}
    missing = tuple(indicator for indicator in WANTED if indicator not in known)
    if missing:
        return False, Remark(N_("Totals still missing: {missing}."), {"missing": missing})
    return True, Remark(N_("Totals of the cluster: {count}."), {"count": len(known)})


def sourced(snapshot: Snapshot) -> Judgement:
    """Judge whether every figure has a source; year and quality it cannot be without."""
    figures = snapshot.all(Statistic)
    if not figures:
        return False, Remark(N_("There are no figures yet."))
    count = sum(bool(figure.source) for figure in figures)
    return count == len(figures), Remark(
        N_("Figures with a source: {count} of {total}."), {"count": count, "total": len(figures)}
    )


def tied(snapshot: Snapshot) -> Judgement:
    """Judge whether parts by link add up to their totals."""
    found = tyings(snapshot)
    if not found:
        return False, Remark(N_("There are no figures by link yet."))
    open_ones = tuple(
        Remark(N_("{indicator} {year}"), {"indicator": one.indicator, "year": one.year})
        for one in found
        if not one.ties
    )
    if open_ones:
        return False, Remark(N_("They do not tie in: {figures}."), {"figures": open_ones})
    return True, Remark(N_("Totals that tie: {count}."), {"count": len(found)})


CHECKS: Checks = {
    Check(
        "characterization.headlines",
        Stage.CHARACTERIZATION,
        N_("Firms, employment and turnover of the cluster are known"),
        N_("Enter the totals of firms, employment and turnover"),
        Statistic,
    ): headlines_known,
    Check(
        "characterization.sourced",
        Stage.CHARACTERIZATION,
        N_("Every figure has a year, a source and a quality"),
        N_("Give every figure its source"),
        Statistic,
    ): sourced,
    Check(
        "characterization.ties",
        Stage.CHARACTERIZATION,
        N_("Totals tie with their parts by link"),
        N_("Make totals and parts by link agree"),
        Statistic,
    ): tied,
}
