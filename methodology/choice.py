"""Closed lists of the method: stored by value, shown by their words."""

from enum import StrEnum
from inspect import get_annotations
from typing import Self


class Choice(StrEnum):
    """A member is `value, label`: the value is stored and never renamed, the label is a message.

    A list that says more of its members annotates the rest, in the order of the members' values.
    """

    label: str

    def __new__(cls, value: str, label: str, *more: object) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        for name, part in zip(get_annotations(cls), more, strict=True):
            setattr(member, name, part)
        return member
