from tests.benchmarks.timing import Comparison, compare, seconds


def test_a_budget_is_a_multiple_of_the_yardstick_and_something_more():
    kept = Comparison("ours", "theirs", ours=59, theirs=10, times=3, extra=30)
    broken = Comparison("ours", "theirs", ours=61, theirs=10, times=3, extra=30)

    assert (kept.is_within, broken.is_within) == (True, False)
    assert "OVER" in broken.line()
    assert "≤ 3× + 30 ms" in kept.line()


def test_without_a_budget_only_the_ratio_is_told():
    told = Comparison("ours", "theirs", ours=50, theirs=10)

    assert told.is_within
    assert "5.00×" in told.line()


def test_both_sides_take_turns():
    turns = []

    compare("a", lambda: turns.append("a"), "b", lambda: turns.append("b"), turns=2)

    assert turns == ["a", "b"] * 3


def test_time_is_measured_forwards():
    assert seconds(lambda: None) >= 0
