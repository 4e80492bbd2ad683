"""WordprocessingML as strings: runs, paragraphs, fields, bookmarks, links; all text escaped."""

import re
from html import escape as _entities

from methodology.record import clean

_WEB = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:/[\w./?&=%#~+,:;@-]*)?", re.IGNORECASE)

_SPECIAL = re.compile("[&<>\"'\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_MINUS = re.compile(r"(?<![^\s(])-(?=\d)")  # a hyphen would let the number end its line
_SHARE = re.compile(r"(?<=\d) (?=%)")  # nor may a line begin with the sign of percent

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}


def declared(*prefixes: str) -> str:
    """Return namespace declarations for the start of an element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


class Runs(str):
    """Finished runs: put into a paragraph as they are."""

    __slots__ = ()


def cut(text: str, letters: int) -> str:
    """Return a text of at most so many letters, with what shows that it was cut."""
    return text if len(text) <= letters else text[: max(1, letters - 1)].rstrip() + "…"


def escape(text: object) -> str:
    """Return text safe between tags and in attributes, without what XML cannot hold."""
    words = str(text)
    return _entities(str(clean(words))) if _SPECIAL.search(words) else words


def inner(text: object) -> str:
    """Return the content of a run: text with its line breaks and tabs kept."""
    words = str(text)
    if "-" in words:
        words = _MINUS.sub("\u2212", words)
    if "%" in words:
        words = _SHARE.sub("\u00a0", words)
    if not _SPECIAL.search(words):
        kept = "" if words.strip(" ") == words else ' xml:space="preserve"'
        return f"<w:t{kept}>{words}</w:t>"
    safe = escape(words)
    parts = safe.replace("\t", "\x00<w:tab/>\x00").replace("\n", "\x00<w:br/>\x00").split("\x00")
    return "".join(
        part if part in ("<w:tab/>", "<w:br/>") else f'<w:t xml:space="preserve">{part}</w:t>'
        for part in parts
        if part
    )


def run(text: object, style: str = "", *, bold: bool = False) -> str:
    """Return a run of text, in a character style when its id is given; finished runs as such."""
    if isinstance(text, Runs):
        return text
    if not style and not bold:
        return f"<w:r>{inner(text)}</w:r>"
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner(text)}</w:r>"


def paragraph(runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph around finished runs; `properties` follow the style in schema order."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    head = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p>{head}{runs}</w:p>"


def field(instruction: str, cached: str) -> str:
    """Return a field with the runs shown until Word computes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{cached}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, key: int, runs: str) -> str:
    """Return runs inside a bookmark that references and contents point to."""
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{key}"/>'


def link(address: str, style: str) -> str:
    """Return an address that opens in the browser, plain words when it is not a web address."""
    target = address if "://" in address else f"https://{address}"
    if not _WEB.fullmatch(target):
        return run(address)
    return field(f'HYPERLINK "{target}"', run(address, style))


def jump(name: str, runs: str) -> str:
    """Return runs that lead to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'


def drawing(graphic: str, *, key: int, name: str, alt: str, width: int, height: int) -> str:
    """Return an inline drawing around finished `a:graphic` content; sizes in EMU."""
    title = escape(name)
    return (
        f'<w:drawing {declared("wp", "a")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{key}" name="{title}" descr="{escape(alt)}" title="{title}"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing>"
    )


def inline_chart(relation: str) -> str:
    """Return the graphic that shows a chart part."""
    return (
        f"<a:graphic {declared('a', 'c', 'r')}>"
        f'<a:graphicData uri="{NAMESPACES["c"]}"><c:chart r:id="{relation}"/></a:graphicData>'
        "</a:graphic>"
    )
