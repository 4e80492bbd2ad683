"""The theme of the plan's template: colours, fonts by script, fills, lines and effects."""

from app.report.markup import declared

INK, IRON, COPPER, SOFT, LINE, TINT = "101923", "26394D", "B84A06", "51606F", "B9C4CF", "F1F4F8"
ACCENTS = (IRON, COPPER, "238ECB", "206B5F", "B28F47", "8A3A64")
_SCRIPTS = {
    "Jpan": "游明朝", "Hang": "맑은 고딕", "Hans": "等线", "Hant": "新細明體", "Arab": "Arial",
    "Hebr": "Arial", "Thai": "Cordia New", "Ethi": "Nyala", "Beng": "Vrinda", "Gujr": "Shruti",
    "Khmr": "DaunPenh", "Knda": "Tunga", "Guru": "Raavi", "Cans": "Euphemia",
    "Cher": "Plantagenet Cherokee", "Yiii": "Microsoft Yi Baiti", "Tibt": "Microsoft Himalaya",
    "Thaa": "MV Boli", "Deva": "Mangal", "Telu": "Gautami", "Taml": "Latha",
    "Syrc": "Estrangelo Edessa", "Orya": "Kalinga", "Mlym": "Kartika", "Laoo": "DokChampa",
    "Sinh": "Iskoola Pota", "Mong": "Mongolian Baiti", "Viet": "Arial", "Uigh": "Microsoft Uighur",
    "Geor": "Sylfaen", "Armn": "Arial", "Olck": "Nirmala UI", "Nkoo": "Ebrima",
}  # fmt: skip


def theme() -> str:
    """Return theme1.xml: what tables, shapes and charts follow."""
    return (
        f'<a:theme {declared("a")} name="Dínamo"><a:themeElements>{_colours()}{_fonts()}'
        f"{_formats()}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours() -> str:
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": INK, "lt2": TINT}
    colours |= {f"accent{place}": colour for place, colour in enumerate(ACCENTS, 1)}
    colours |= {"hlink": "A84304", "folHlink": SOFT}
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items()
    )
    return f'<a:clrScheme name="Dínamo">{scheme}</a:clrScheme>'


def _fonts() -> str:
    scripts = "".join(
        f'<a:font script="{script}" typeface="{font}"/>' for script, font in _SCRIPTS.items()
    )
    latin = '<a:latin typeface="Calibri" panose="020F0502020204030204"/>'
    fonts = f'{latin}<a:ea typeface=""/><a:cs typeface=""/>{scripts}'
    return (
        f'<a:fontScheme name="Dínamo"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
    )


def _formats() -> str:
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    soft, strong = (
        _gradient(_stop(0, lumMod=110000, satMod=105000, tint=67000),
                  _stop(50000, lumMod=105000, satMod=103000, tint=73000),
                  _stop(100000, lumMod=105000, satMod=109000, tint=81000)),
        _gradient(_stop(0, satMod=103000, lumMod=102000, tint=94000),
                  _stop(50000, satMod=110000, lumMod=100000, shade=100000),
                  _stop(100000, lumMod=99000, satMod=120000, shade=78000)),
    )  # fmt: skip
    ground = _gradient(
        _stop(0, tint=93000, satMod=150000, shade=98000, lumMod=102000),
        _stop(50000, tint=98000, satMod=130000, shade=90000, lumMod=103000),
        _stop(100000, shade=63000, satMod=120000),
    )
    paper = (
        '<a:solidFill><a:schemeClr val="phClr"><a:tint val="95000"/></a:schemeClr></a:solidFill>'
    )
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{flat}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    shadow = (
        '<a:outerShdw blurRad="57150" dist="19050" dir="5400000" algn="ctr" rotWithShape="0">'
        '<a:srgbClr val="000000"><a:alpha val="63000"/></a:srgbClr></a:outerShdw>'
    )
    effects = "".join(
        f"<a:effectStyle><a:effectLst>{effect}</a:effectLst></a:effectStyle>"
        for effect in ("", "", shadow)
    )
    return (
        f'<a:fmtScheme name="Dínamo"><a:fillStyleLst>{flat}{soft}{strong}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{flat}{paper}{ground}</a:bgFillStyleLst></a:fmtScheme>"
    )


def _gradient(*stops: str) -> str:
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{"".join(stops)}</a:gsLst>'
        '<a:lin ang="5400000" scaled="0"/></a:gradFill>'
    )


def _stop(position: int, **changes: int) -> str:
    inner = "".join(f'<a:{name} val="{value}"/>' for name, value in changes.items())
    return f'<a:gs pos="{position}"><a:schemeClr val="phClr">{inner}</a:schemeClr></a:gs>'
