"""How often one phone may ask: never by address, since a whole room has one."""

import time
from collections import OrderedDict
from collections.abc import Callable

REMEMBERED = 20_000


class Budget:
    """So many at once, and one more every so many seconds, for each key."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most, self.seconds, self._clock = most, seconds, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def takes(self, key: str) -> bool:
        """Say whether one more is within the budget of a key, and count it if so."""
        left, now = self._now(key)
        is_within = left >= 1
        self._left[key] = (left - is_within, now)
        self._left.move_to_end(key)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return is_within

    def _now(self, key: str) -> tuple[float, float]:
        now = self._clock()
        if key not in self._left:
            return self.most, now
        left, at = self._left[key]
        return min(self.most, left + (now - at) / self.seconds), now
