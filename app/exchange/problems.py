"""What can be wrong with one cell."""

from methodology.text import N_, Problem, Remark


class CellProblem(Problem):
    """A cell that cannot be read as a value of its field."""


class MissingCell(CellProblem):
    """An empty cell where the record needs something."""


class MissingColumn(CellProblem):
    """A field that every row needs and that no column is read into; told once for all rows."""

    def __init__(self, label: str) -> None:
        super().__init__(
            N_("The column “{label}” is missing, and every row needs it."), label=Remark(label)
        )


class OtherCurrency(CellProblem):
    """An amount whose sign or code is not that of the project."""


class UnknownName(CellProblem):
    """A name in a reference that no record has; `name` is what was typed."""

    def __init__(self, message: str, *, name: str, **values: object) -> None:
        super().__init__(message, name=name, **values)
        self.name = name
