"""Ask pref-voting, a library of its own authors, about random elections and write its answers down.

It needs an older numpy than this program, so it is not among the tests' libraries: run
`python -m tests.methodology.pref_voting_answers` in an environment that has it. The tests compare
our counts with the answers kept beside this file.
"""

import json
from itertools import permutations
from pathlib import Path
from random import Random

ANSWERS = Path(__file__).with_name("pref_voting_answers.json")
ELECTIONS = 80


def elections(seed: int = 20261125):
    """Yield orders and how many voters gave each, for elections of three to seven items."""
    rng = Random(seed)
    for _ in range(ELECTIONS):
        items = rng.randint(3, 7)
        orders = [rng.sample(range(items), items) for _ in range(rng.randint(1, 9))]
        yield items, orders, [rng.randint(1, 12) for _ in orders]


def answered(items, orders, counts):
    """Return what pref-voting says of one election."""
    from pref_voting.profiles import Profile  # slow, and only here
    from pref_voting.voting_methods import borda, copeland, plurality

    profile = Profile(orders, rcounts=counts)
    return {
        "items": items,
        "orders": orders,
        "counts": counts,
        "support": [
            [one, other, int(profile.support(one, other))]
            for one, other in permutations(range(items), 2)
        ],
        "copeland": {
            str(one): float(score)
            for one, score in profile.copeland_scores(scores=(1, 0.5, 0)).items()
        },
        "plurality": {str(one): int(n) for one, n in profile.plurality_scores().items()},
        "condorcet": profile.condorcet_winner(),
        "borda_winners": [int(one) for one in borda(profile)],
        "copeland_winners": [int(one) for one in copeland(profile)],
        "plurality_winners": [int(one) for one in plurality(profile)],
    }


def main() -> None:
    """Write the answers beside this file."""
    found = [answered(*election) for election in elections()]
    ANSWERS.write_text("[\n" + ",\n".join(map(json.dumps, found)) + "\n]\n", encoding="utf-8")
    print(f"{len(found)} elections")


if __name__ == "__main__":
    main()
