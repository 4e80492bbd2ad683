"""The styles Word knows and the template has not written out: which of them its gallery shows.

A template without this list shows consultants every style Word has; with it, those they use.
"""

from collections.abc import Iterator

HEADINGS, TOC_LEVELS, COLOURED = range(1, 10), range(1, 10), 6
GALLERY = {
    "Normal": 0, "heading 1": 9, "Title": 10, "Subtitle": 11, "Strong": 22, "Emphasis": 20,
    "No Spacing": 1, "List Paragraph": 34, "Quote": 29, "Intense Quote": 30,
    "Subtle Emphasis": 19, "Intense Emphasis": 21, "Subtle Reference": 31,
    "Intense Reference": 32, "Book Title": 33,
}  # fmt: skip
WAITING = {
    **{f"heading {level}": 9 for level in HEADINGS if level > 1},
    "caption": 35,
    "TOC Heading": 39,
}
UNHIDDEN = {
    **{f"toc {level}": 39 for level in TOC_LEVELS},
    **{f"index {level}": 99 for level in range(1, 10)},
    "Default Paragraph Font": 1,
    "Bibliography": 37,
}
ON_USE = (
    "Normal Indent", "footnote text", "annotation text", "header", "footer", "index heading",
    "table of figures", "envelope address", "envelope return", "footnote reference",
    "annotation reference", "line number", "page number", "endnote reference", "endnote text",
    "table of authorities", "macro", "toa heading", "Closing", "Signature", "Body Text",
    "Body Text Indent", "Message Header", "Salutation", "Date", "Body Text First Indent",
    "Body Text First Indent 2", "Note Heading", "Body Text 2", "Body Text 3",
    "Body Text Indent 2", "Body Text Indent 3", "Block Text", "Hyperlink", "FollowedHyperlink",
    "Document Map", "Plain Text", "E-mail Signature", "HTML Top of Form", "HTML Bottom of Form",
    "Normal (Web)", "HTML Acronym", "HTML Address", "HTML Cite", "HTML Code", "HTML Definition",
    "HTML Keyboard", "HTML Preformatted", "HTML Sample", "HTML Typewriter", "HTML Variable",
    "Normal Table", "annotation subject", "No List", "Balloon Text", "Table Theme",
    "Table Contemporary", "Table Elegant", "Table Professional", "Mention", "Smart Hyperlink",
    "Hashtag", "Unresolved Mention", "Smart Link", "Placeholder Text", "Revision",
)  # fmt: skip
NUMBERED = {
    "List": 5, "List Bullet": 5, "List Number": 5, "List Continue": 5, "Outline List": 3,
    "Table Simple": 3, "Table Classic": 4, "Table Colorful": 3, "Table Columns": 5,
    "Table Grid": 8, "Table List": 8, "Table 3D effects": 3, "Table Subtle": 2, "Table Web": 3,
}  # fmt: skip
FROM_ONE = ("Outline List", "Table")
TABLES = {
    "Light Shading": 60, "Light List": 61, "Light Grid": 62, "Medium Shading 1": 63,
    "Medium Shading 2": 64, "Medium List 1": 65, "Medium List 2": 66, "Medium Grid 1": 67,
    "Medium Grid 2": 68, "Medium Grid 3": 69, "Dark List": 70, "Colorful Shading": 71,
    "Colorful List": 72, "Colorful Grid": 73,
    **{f"{family} {look}": 46 + place for family in ("Grid Table", "List Table")
       for place, look in enumerate(("1 Light", "2", "3", "4", "5 Dark", "6 Colorful",
                                     "7 Colorful"))},
}  # fmt: skip
PLAIN_TABLES = {
    "Table Grid": 39,
    "Grid Table Light": 40,
    **{f"Plain Table {place}": 40 + place for place in range(1, 6)},
}


def latent_styles() -> str:
    """Return the list of latent styles, as styles.xml holds it."""
    made = [*_exceptions()]
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
        f' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">{"".join(made)}</w:latentStyles>'
    )


def _exceptions() -> Iterator[str]:
    for name, priority in GALLERY.items():
        yield _exception(name, priority, is_shown=True, in_gallery=True)
    for name, priority in WAITING.items():
        yield _exception(name, priority, in_gallery=True)
    for name, priority in UNHIDDEN.items():
        yield _exception(name, priority)
    for name in ON_USE:
        yield _exception(name)
    for family, count in NUMBERED.items():
        first = 1 if family.startswith(FROM_ONE) else 2
        if first == 2:
            yield _exception(family)
        for number in range(first, count + 1):
            yield _exception(f"{family} {number}")
    for name, priority in PLAIN_TABLES.items():
        yield _exception(name, priority, is_shown=True)
    for name, priority in TABLES.items():
        for colour in ("", *(f" Accent {number}" for number in range(1, COLOURED + 1))):
            yield _exception(f"{name}{colour}", priority, is_shown=True)


def _exception(
    name: str, priority: int = 99, *, is_shown: bool = False, in_gallery: bool = False
) -> str:
    hidden = "" if is_shown else ' w:semiHidden="1" w:unhideWhenUsed="1"'
    ranked = "" if priority == 99 else f' w:uiPriority="{priority}"'
    gallery = ' w:qFormat="1"' if in_gallery else ""
    return f'<w:lsdException w:name="{name}"{hidden}{ranked}{gallery}/>'
