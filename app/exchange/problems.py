"""What can be wrong with one cell."""

from methodology.text import Problem


class CellProblem(Problem):
    """A cell that cannot be read as a value of its field."""


class MissingCell(CellProblem):
    """An empty cell where the record needs something."""


class OtherCurrency(CellProblem):
    """An amount whose sign or code is not that of the project."""


class UnknownName(CellProblem):
    """A name in a reference that no record has; `name` is what was typed."""

    def __init__(self, message: str, *, name: str, **values: object) -> None:
        super().__init__(message, name=name, **values)
        self.name = name
