"""Words compared as people compare them: case, accents, spaces and punctuation aside."""

import re
import unicodedata
from functools import lru_cache

from app.store.spelling import INVISIBLE


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` without accents, capitals, doubled spaces and invisible signs."""
    signs = unicodedata.normalize("NFKD", INVISIBLE.sub("", text))
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return " ".join(plain.casefold().split())


@lru_cache(maxsize=65_536)
def fold_title(text: str) -> str:
    """Return a heading folded, with everything but letters and digits made a space."""
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())
