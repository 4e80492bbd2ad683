"""Measure Dínamo against yardsticks in one run: `python -m tests.benchmarks`.

Ends with 1 when a budget is exceeded. No test asserts a time; this command is for people to read.
"""

import logging
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.cases import comparisons


def main() -> int:
    """Print every comparison as it is measured; return 1 when one is over its budget."""
    logging.disable(logging.WARNING)
    found = []
    with TemporaryDirectory(prefix="dinamo-") as scratch:
        os.environ["DINAMO_HOME"] = str(Path(scratch) / "home")
        for comparison in comparisons(Path(scratch)):
            found.append(comparison)
            print(comparison.line(), flush=True)
    return 0 if all(comparison.is_within for comparison in found) else 1


if __name__ == "__main__":
    sys.exit(main())
