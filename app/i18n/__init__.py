"""The reader's language and country: messages from the catalogues, numbers and dates by Babel."""

from app.i18n.reader import Reader, reader

__all__ = ["Reader", "reader"]
