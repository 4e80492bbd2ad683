"""Names that look alike: «Quesería Ñusta SAC» and «Queseria Nusta»."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from uuid import UUID

import numpy as np
from rapidfuzz import fuzz, process

from app.exchange.folding import fold_title
from app.exchange.plan import Candidate

ALIKE, WORD_ALIKE, MOST = 88.0, 80.0, 3
_BLOCK = 2_000_000
_FORMS = re.compile(
    r"\b(?:s ?a ?c|s ?a ?a|s ?a|s ?r ?l|e ?i ?r ?l|s ?l|ltda?|limitada|inc|llc|corp|gmbh|s ?a ?s"
    r"|cia|sociedad anonima(?: cerrada)?|sociedade anonima|s ?p ?a|c ?por ?a|me|epp|y hijos)\b"
)
_LINKS = re.compile(r"\b(?:del?|la|el|l[ao]s|y|d[aeo]s?|the|of|and)\b")


@lru_cache(maxsize=65_536)
def bare_name(name: str) -> str:
    """Return a name folded, without legal forms, articles and the like, where more is in it."""
    folded = fold_title(name)
    return " ".join(_LINKS.sub(" ", _FORMS.sub(" ", folded)).split()) or folded


def look_alikes(
    wanted: Sequence[str], known: Mapping[UUID, str]
) -> dict[str, tuple[Candidate, ...]]:
    """Return for each wanted name the known ones it resembles, the most alike first."""
    if not wanted or not known:
        return {}
    ids, names = list(known), [bare_name(name) for name in known.values()]
    block = max(1, _BLOCK // len(names))
    found: dict[str, tuple[Candidate, ...]] = {}
    for start in range(0, len(wanted), block):
        part = wanted[start : start + block]
        scores = process.cdist(
            [bare_name(name) for name in part],
            names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=ALIKE,
            dtype=np.uint8,
        )
        for place in map(int, np.flatnonzero(scores.any(axis=1))):
            best = np.argsort(-scores[place].astype(int), kind="stable")[: 5 * MOST]
            near = [
                Candidate(ids[at], known[ids[at]], int(scores[place][at]))
                for at in map(int, best)
                if scores[place][at] and _may_be_one(bare_name(part[place]), names[at])
            ]
            if near:
                found[part[place]] = tuple(near[:MOST])
    return found


def _may_be_one(one: str, other: str) -> bool:
    """Say whether the words that differ are misspellings; numbers that differ are no such thing."""
    first, second = {*one.split()} - {*other.split()}, {*other.split()} - {*one.split()}
    if any(word.isdecimal() for word in first ^ second):
        return False
    fewer, more = sorted((first, second), key=len)
    return all(any(fuzz.ratio(word, twin) >= WORD_ALIKE for twin in more) for word in fewer)
