import pytest

from methodology.choice import Choice


def test_a_member_carries_what_its_list_annotates_beyond_value_and_label():
    class Speed(Choice):
        SLOW = "slow", "Slow", 10, "by foot"
        FAST = "fast", "Fast", 90, "by train"

        kilometres: int
        way: str

    assert [(one, one.label, one.kilometres, one.way) for one in Speed] == [
        ("slow", "Slow", 10, "by foot"),
        ("fast", "Fast", 90, "by train"),
    ]


@pytest.mark.parametrize("values", [("slow", "Slow"), ("slow", "Slow", 10, "by foot")])
def test_a_member_that_says_less_or_more_than_its_list_annotates_is_refused(values):
    with pytest.raises(ValueError, match="zip"):

        class Speed(Choice):
            SLOW = values

            kilometres: int
