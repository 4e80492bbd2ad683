"""The styles of the plan's template, as a part of a Word package."""

from app.report.markup import declared
from app.report.template_latent import latent_styles
from app.report.template_lists import list_styles
from app.report.template_theme import COPPER, INK, IRON, LINE, SOFT, TINT

TEXT_WIDTH = 9070  # twips: A4 with 2.5 cm at either side

_THEMED = {
    INK: 'w:themeColor="text2"',
    IRON: 'w:themeColor="accent1"',
    COPPER: 'w:themeColor="accent2"',
}


def styles() -> str:
    """Return styles.xml: the built-in names that Word itself uses, and ours."""
    return (
        f"<w:styles {declared('w')}>{_defaults()}{_text_styles()}{_cover_styles()}{_headings()}"
        f"{_contents()}{_table_styles()}{_cell_styles()}{_small_styles()}{_character_styles()}"
        "</w:styles>"
    )


def _defaults() -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="es-PE"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>" + latent_styles()
    )


def _style(
    name: str,
    key: str,
    *,
    based: str = "Normal",
    following: str = "",
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
    rest: str = "",
) -> str:
    """Return one style; `paragraph` and `run` are finished properties in schema order."""
    custom = "" if name.lower() == name or name.startswith(_BUILT_IN) else ' w:customStyle="1"'
    default = ' w:default="1"' if name in _DEFAULTS else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based and not default else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + ("" if kind == "table" and default else "<w:qFormat/>")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + f"{rest}</w:style>"
    )


_BUILT_IN = (
    *("Normal", "Default", "Title", "Subtitle", "TOC Heading", "List", "Quote", "Intense Quote"),
    *("Hyperlink", "FollowedHyperlink", "Strong", "Emphasis", "No Spacing", "Table Grid"),
)
_BUILT_IN_TABLE = "Normal Table"
_DEFAULTS = {"Normal", "Default Paragraph Font", _BUILT_IN_TABLE, "No List"}


def _font(size: float, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    themed = f" {_THEMED[colour]}" if colour in _THEMED else ""
    return (
        ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + (f'<w:color w:val="{colour}"{themed}/>' if colour else "")
        + f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
    )


def _space(before: int, after: int, line: int = 0) -> str:
    exact = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'


def _cover_styles() -> str:
    rule = (
        f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="14" w:color="{COPPER}"'
        ' w:themeColor="accent2"/></w:pBdr>'
    )
    indent = '<w:ind w:left="284"/>'
    title, subtitle = rule + _space(3400, 0, 240) + indent, rule + _space(0, 0) + indent
    lines = _space(60, 60) + indent
    return (
        _style("Title", "Title", paragraph=title, run=_font(34, IRON, bold=True))
        + _style("Subtitle", "Subtitle", paragraph=subtitle, run=_font(20, COPPER, bold=True))
        + _style("Cover Text", "CoverText", paragraph=lines, run=_font(13, IRON))
        + _style("Cover Data", "CoverData", paragraph=lines, run=_font(11, SOFT))
    )


def _text_styles() -> str:
    close = _space(0, 60) + "<w:contextualSpacing/>"
    quoted = _space(60, 120) + '<w:ind w:left="397" w:right="397"/>'
    waiting = _pending_box() + _space(0, 60) + '<w:ind w:left="170"/>'
    return (
        _style("Normal", "Normal")
        + _style("No Spacing", "NoSpacing", based="", paragraph=_space(0, 0, 240))
        + _style("List Paragraph", "ListParagraph", paragraph='<w:ind w:left="397"/>')
        + "".join(_style(name, key, paragraph=kept + close) for name, key, kept in list_styles())
        + _style("Intense Quote", "IntenseQuote", paragraph=_beam() + quoted, run=_font(12, IRON))
        + _style("Quote", "Quote", paragraph=quoted, run=_font(10.5, SOFT, italic=True))
        + _style("Pending", "Pending", paragraph=waiting, run=_font(10.5, SOFT))
    )


def _beam() -> str:
    side = f'w:val="single" w:sz="8" w:space="8" w:color="{COPPER}" w:themeColor="accent2"'
    return f"<w:pBdr><w:top {side}/><w:bottom {side}/></w:pBdr>"


def _pending_box() -> str:
    side = f'w:val="dashed" w:sz="8" w:space="6" w:color="{LINE}"'
    return (
        f"<w:pBdr><w:left {side}/></w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}" w:themeFill="background2"/>'
    )


def _headings() -> str:
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    looks = (
        *((19, IRON, 480, 160), (14, IRON, 320, 100), (11.5, COPPER, 220, 60)),
        *((10.5, IRON, 180, 40), (10.5, SOFT, 160, 40), (10, SOFT, 160, 40)),
    )
    found = "".join(
        _style(
            f"heading {level}",
            f"Heading{level}",
            following="Normal",
            paragraph=f"<w:keepNext/><w:keepLines/>{_space(before, after, 240)}"
            f'<w:outlineLvl w:val="{level - 1}"/>',
            run=major + _font(size, colour, bold=True),
        )
        for level, (size, colour, before, after) in enumerate(looks, 1)
    )
    return found + _front_headings(major)


def _front_headings(major: str) -> str:
    kept = f"<w:keepNext/><w:keepLines/>{_space(240, 160, 240)}"
    looks = major + _font(17, IRON, bold=True)
    return _style(
        "TOC Heading", "TOCHeading", following="Normal", paragraph=kept, run=looks
    ) + _style(
        "Front Heading",
        "FrontHeading",
        following="Normal",
        paragraph=kept,
        run=looks,
    )


def _contents() -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    looks = ((40, 0, 0, True), (0, 0, 284, False), (0, 20, 567, False))
    found = "".join(
        _style(
            f"toc {level}",
            f"TOC{level}",
            following="Normal",
            paragraph=tabs + _space(before, after, 240) + f'<w:ind w:left="{indent}"/>',
            run=_font(9.5, bold=bold),
        )
        for level, (before, after, indent, bold) in enumerate(looks, 1)
    )
    return found + _style(
        "table of figures",
        "TableofFigures",
        following="Normal",
        paragraph=tabs + _space(0, 10, 240) + '<w:ind w:left="284" w:hanging="284"/>',
        run=_font(9.5),
    )


def _table_styles() -> str:
    iron = f'w:val="single" w:sz="8" w:space="0" w:color="{IRON}" w:themeColor="accent1"'
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    plain = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(108)}</w:tblPr>'
    framed = (
        '<w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        f"<w:tblBorders><w:top {iron}/><w:bottom {iron}/><w:insideH {hair}/></w:tblBorders>"
        f'{_margins(90)}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders><w:bottom {iron}/></w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}" w:themeFill="background2"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders><w:top {iron}/>'
        '<w:bottom w:val="nil"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    lined = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f"<w:tblPr><w:tblBorders>{lined}</w:tblBorders></w:tblPr>"
    return (
        _style(_BUILT_IN_TABLE, "TableNormal", kind="table", rest=plain)
        + _style("Table Grid", "TableGrid", kind="table", based="TableNormal", rest=grid)
        + _style("Plan Table", "PlanTable", kind="table", based="TableNormal", rest=framed)
    )


def _margins(side: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _cell_styles() -> str:
    right, beneath = '<w:jc w:val="right"/>', _space(0, 40, 240) + '<w:ind w:left="170"/>'
    bold, small = _font(9, IRON, bold=True), _font(8.5, SOFT)
    return (
        _style("Table Text", "TableText", paragraph=_space(30, 30, 240), run=_font(9))
        + _style("Table Number", "TableNumber", based="TableText", paragraph=right)
        + _style("Table Header", "TableHeader", based="TableText", run=bold)
        + _style("Table Detail", "TableDetail", based="TableText", paragraph=beneath, run=small)
    )


def _small_styles() -> str:
    line = f'w:val="single" w:sz="4" w:space="4" w:color="{LINE}"'
    return (
        _style(
            "caption",
            "Caption",
            following="Normal",
            run=_font(9.5, IRON, bold=True),
            paragraph="<w:keepNext/><w:keepLines/>" + _space(200, 80, 240),
        )
        + _style(
            "Source",
            "Source",
            following="Normal",
            run=_font(8.5, SOFT),
            paragraph=_space(50, 200, 240),
        )
        + _style(
            "Figure", "Figure", following="Caption", paragraph="<w:keepNext/>" + _space(60, 0, 240)
        )
        + _style(
            "header",
            "Header",
            run=_font(8.5, SOFT),
            paragraph=f"<w:pBdr><w:bottom {line}/></w:pBdr>{_space(0, 0, 240)}",
        )
        + _style(
            "footer",
            "Footer",
            run=_font(8.5, SOFT),
            paragraph=_space(0, 0, 240) + '<w:jc w:val="right"/>',
        )
        + _note_styles()
    )


def _note_styles() -> str:
    close = _space(0, 40, 240)
    names = ("footnote text", "FootnoteText"), ("endnote text", "EndnoteText")
    return "".join(_style(name, key, run=_font(8.5), paragraph=close) for name, key in names)


def _character_styles() -> str:
    raised = '<w:vertAlign w:val="superscript"/>'
    link = '<w:color w:val="A84304" w:themeColor="hyperlink"/><w:u w:val="single"/>'
    visited = '<w:color w:val="51606F" w:themeColor="followedHyperlink"/><w:u w:val="single"/>'
    looks = {
        "Hyperlink": link,
        "FollowedHyperlink": visited,
        "Strong": "<w:b/>",
        "Emphasis": "<w:i/>",
        "footnote reference": raised,
        "endnote reference": raised,
        "page number": "",
    }
    return (
        _style("Default Paragraph Font", "DefaultParagraphFont", kind="character")
        + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "</w:style>"
        + "".join(
            _style(name, _key(name), kind="character", based="DefaultParagraphFont", run=look)
            for name, look in looks.items()
        )
    )


def _key(name: str) -> str:
    """Return the id that Word gives a style of this name."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
