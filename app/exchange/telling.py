"""What the history holds, in the reader's words, whatever became of it since."""

from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from app.exchange.cells import Names, show
from app.i18n import Reader
from app.store import Alteration
from methodology.record import Record, attribute, key_fields


def called(_: Reader, names: Names, found: Alteration) -> str:
    """Return what the altered record is called, even when it is gone by now."""
    if known := names.words(found.id):
        return known
    values = found.before or found.after or {}
    keys = (key.name for key in key_fields(found.cls) if key.name in values)
    return " · ".join(filter(None, (spoken(_, names, found.cls, key, values[key]) for key in keys)))


def spoken(_: Reader, names: Names, cls: type[Record], field: str, value: Any) -> str:
    """Return a stored value in the reader's words; as it was stored when it no longer fits."""
    if value is None:
        return ""
    try:
        read = _reader_of(cls, field).validate_python(value)
    except ValidationError:
        return str(value)
    shown = show(attribute(cls, field), read, _, names)
    return shown or ("?" if isinstance(read, UUID) else "")


@cache
def _reader_of(cls: type[Record], field: str) -> TypeAdapter[Any]:
    return TypeAdapter(cls.model_fields[field].annotation or str)
