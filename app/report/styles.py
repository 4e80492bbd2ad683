"""The styles the plan is set in, found in any template by their English built-in names."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

STYLES = (
    "Title",
    "Subtitle",
    "Cover Text",
    "Cover Data",
    "heading 1",
    "heading 2",
    "heading 3",
    "Front Heading",
    "toc 1",
    "toc 2",
    "toc 3",
    "table of figures",
    "caption",
    "Source",
    "Figure",
    "Pending",
    "Quote",
    "List Bullet",
    "Plan Table",
    "Table Text",
    "Table Number",
    "Table Header",
    "Table Detail",
    "Hyperlink",
    "header",
    "footer",
    "footnote text",
    "footnote reference",
)


def style_ids(document: WordDocument) -> dict[str, str]:
    """Return the id of every style by its name in lower case: Word translates ids, not names."""
    styles: Iterable[Any] = document.styles.element.iter(qn("w:style"))
    return {
        style.find(qn("w:name")).get(qn("w:val")).lower(): style.get(qn("w:styleId"))
        for style in styles
    }
