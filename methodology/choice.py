"""Closed lists of the method: stored by value, shown by their words."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A member is `value, label`: the value is stored and never renamed, the label is a message."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
