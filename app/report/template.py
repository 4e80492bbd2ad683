"""Make the plan's Word template anew: `python -m app.report.template [FILE]`.

The template is then the team's: restyled in Word, with its own texts between the anchors. Anchors
are `[[name]]`; `app.report.anchors` says which exist. Logos go in place of `[[logo]]` on the cover.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.report.anchors import BLOCKS
from app.report.markup import NAMESPACES, declared, field, paragraph, run
from app.report.template_lists import numbering
from app.report.template_styles import styles
from app.report.template_theme import theme

TEMPLATE = "plan.docx"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "endnotes": f"{_WORD}.endnotes+xml",
    "header1": f"{_WORD}.header+xml",
    "header2": f"{_WORD}.header+xml",
    "footer1": f"{_WORD}.footer+xml",
    "footer2": f"{_WORD}.footer+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "webSettings": f"{_WORD}.webSettings+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}


_COMPATIBLE = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}


def template_bytes() -> bytes:
    """Return the template as a Word file; the same bytes at each call."""
    made = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": _notes("footnote"),
        "word/endnotes.xml": _notes("endnote"),
        "word/fontTable.xml": _fonts(),
        "word/webSettings.xml": _web(),
        "word/header1.xml": _header(
            paragraph(run("[[project]] · [[title]] · [[version]] · [[status]]"), "Header")
        ),
        "word/header2.xml": _header(paragraph(run("[[logo]]"), "CoverText")),
        "word/footer1.xml": _footer(_pages()),
        "word/footer2.xml": _footer(""),
        "word/theme.xml": theme(),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, (_PROLOGUE + content).encode())
    return file.getvalue()


def main(arguments: list[str]) -> None:
    """Write the template to the named file, or to its place in the repository."""
    default = Path(__file__).parents[2] / "templates" / TEMPLATE
    Path(arguments[0] if arguments else default).write_bytes(template_bytes())


def _document() -> str:
    cover = (
        paragraph(run("[[title]]"), "Title")
        + paragraph(run("[[project]]"), "Subtitle")
        + paragraph(run("[[cluster]]"), "CoverText", '<w:spacing w:before="360" w:after="60"/>')
        + paragraph(run("[[territory]]"), "CoverText")
        + paragraph(
            run("[[version]] · [[date]] · [[status]]"),
            "CoverText",
            '<w:spacing w:before="360" w:after="2400"/>',
        )
        + paragraph(run("[[promoters]]"), "CoverData")
    )
    blocks = "".join(paragraph(run(f"[[{name}]]")) for name in BLOCKS if name != "promoters")
    spaces = declared(*NAMESPACES)
    return (
        f'<w:document {spaces} mc:Ignorable=""><w:body>{cover}{blocks}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
        '<w:footerReference w:type="first" r:id="footer2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1418"'
        ' w:left="1418" w:header="737" w:footer="624" w:gutter="0"/><w:titlePg/>'
        "</w:sectPr></w:body></w:document>"
    )


def _header(content: str) -> str:
    return f"<w:hdr {declared('w')}>{content}</w:hdr>"


def _footer(content: str) -> str:
    return f"<w:ftr {declared('w')}>{paragraph(content, 'Footer')}</w:ftr>"


def _pages() -> str:
    return field("PAGE", run("1")) + run(" / ") + field("NUMPAGES", run("1"))


def _notes(kind: str) -> str:
    notes = "".join(
        f'<w:{kind} w:type="{mark}" w:id="{key}"><w:p><w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{mark}/></w:r></w:p></w:{kind}>"
        for key, mark in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"<w:{kind}s {declared('w')}>{notes}</w:{kind}s>"


def _fonts() -> str:
    fonts = (
        ("Calibri", "020F0502020204030204", "swiss"),
        ("Times New Roman", "02020603050405020304", "roman"),
    )
    made = "".join(
        f'<w:font w:name="{name}"><w:panose1 w:val="{shape}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, shape, family in fonts
    )
    return f"<w:fonts {declared('w')}>{made}</w:fonts>"


def _web() -> str:
    return f"<w:webSettings {declared('w')}><w:optimizeForBrowser/><w:allowPNG/></w:webSettings>"


def _settings() -> str:
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in _COMPATIBLE.items()
    )
    return (
        f'<w:settings {declared("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr>'
        '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:endnotePr>'
        '<w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
        f"<w:compat>{compatible}</w:compat>"
        '<w:themeFontLang w:val="es-PE"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"'
        ' w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3"'
        ' w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def _relations() -> str:
    found = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("12")}" Target="{name}.xml"/>'
        for name in _PARTS
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/>'
        "<dc:creator>Dínamo</dc:creator></cp:coreProperties>"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
