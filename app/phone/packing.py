"""Pages as short as phones take them: what is alike in all of them is compressed once."""

import struct
import zlib

_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"  # of a gzip file without name and time: RFC 1952


class Packing:
    """Compresses pages that hold the same long texts, in this order, each once."""

    def __init__(self, *alike: str) -> None:
        self._alike = [(text, _squeezed(text)) for text in alike]

    def __call__(self, page: str) -> bytes:
        """Return a page as gzip; one without these texts as well, only with more work."""
        parts, rest = [_HEAD], page
        for text, squeezed in self._alike:
            before, found, after = rest.partition(text)
            if found:
                parts += (_squeezed(before), squeezed)
                rest = after
        whole = page.encode()
        parts += (_squeezed(rest, zlib.Z_FINISH), struct.pack("<LL", zlib.crc32(whole), len(whole)))
        return b"".join(parts)


def is_taken(accepted: str) -> bool:
    """Say whether a phone that accepts these encodings takes gzip."""
    offers = (offer.replace(" ", "").partition(";") for offer in accepted.lower().split(","))
    return any(name == "gzip" and weight not in ("q=0", "q=0.0") for name, _, weight in offers)


def _squeezed(text: str, end: int = zlib.Z_FULL_FLUSH) -> bytes:
    """Return a text compressed by itself, so that others can stand before and behind it."""
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return made.compress(text.encode()) + made.flush(end)
