"""What this computer remembers beside the projects: small files in the program's own folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.home import home
from app.whole_files import OWN, write

T = TypeVar("T")


class Memory(Generic[T]):
    """One value kept in one file, readable by this account alone."""

    def __init__(self, name: str, shape: TypeAdapter[T], nothing: T) -> None:
        self._name, self._shape, self._nothing = name, shape, nothing

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return home() / self._name

    def read(self) -> T:
        """Return what is kept; nothing when there is no file, or none that can be read."""
        try:
            return self._shape.validate_json(self.file.read_bytes())
        except (OSError, ValidationError):
            return self._nothing

    def change(self, make: Callable[[T], T]) -> None:
        """Put what `make` returns in the place of what is kept, which it is given.

        A file that another program holds is left as it is; one that says nothing sensible is set
        aside, for whoever wants to look at it.
        """
        try:
            known = self._shape.validate_json(self.file.read_bytes())
        except FileNotFoundError:
            known = self._nothing
        except ValidationError:
            self.file.replace(self.file.with_suffix(".damaged"))
            known = self._nothing
        except OSError:
            return
        write(self.file, self._shape.dump_json(make(known), indent=1), OWN)
