"""Editable Word shapes as strings: boxes with text, arrows, lines, and the group around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.report.markup import NAMESPACES, declared, escape, inner

CENTIMETRE = 360_000  # EMU
COLOURS = {"text2": "101923", "accent2": "B84A06", "background1": "FFFFFF"}  # without a theme


@dataclass(frozen=True)
class Place:
    """Where a shape stands within its group, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The horizontal centre."""
        return self.left + self.width // 2

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class Line:
    """A line of text in a shape: size in points."""

    text: str
    size: float = 8
    is_bold: bool = False
    colour: str = "text2"  # by its name in the theme


@dataclass(frozen=True)
class Looks:
    """Fill and outline by theme colour; empty is none. `strength` of the outline in percent."""

    fill: str = "bg1"
    outline: str = "accent1"
    is_dashed: bool = False
    weight: int = 12_700
    strength: int = 100


KNOWN = Looks(weight=19_050)
MISSING = Looks(outline="accent2", is_dashed=True)
BARE = Looks(fill="", outline="")


def box(
    place: Place, lines: Sequence[Line], key: int, name: str, looks: Looks, form: str = "roundRect"
) -> str:
    """Return a shape with centred lines of text."""
    corner = '<a:gd name="adj" fmla="val 6000"/>' if form == "roundRect" else ""
    text = "".join(_line(line) for line in lines)
    inside = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if lines else ""
    inset = 'lIns="36000" tIns="18000" rIns="36000" bIns="18000"'
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="{escape(name)}"/><wps:cNvSpPr/><wps:spPr>'
        f'{_frame(place)}<a:prstGeom prst="{form}"><a:avLst>{corner}</a:avLst></a:prstGeom>'
        f"{colour_fill(looks.fill)}{_outline(looks)}</wps:spPr>{inside}"
        f'<wps:bodyPr wrap="square" {inset} anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def line(start: tuple[int, int], end: tuple[int, int], key: int, name: str, looks: Looks) -> str:
    """Return a straight line from one point to another."""
    (x, y), (to_x, to_y) = start, end
    place = Place(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
    turned = ' flipH="1"' if (to_x < x) != (to_y < y) else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="{escape(name)}"/><wps:cNvCnPr/><wps:spPr>'
        f'{_frame(place, turned)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{_outline(looks)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def drawn_path(size: Place, path: str, key: int, name: str, looks: Looks) -> str:
    """Return one shape made of many lines or outlines, in the units of its own size."""
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="{escape(name)}"/><wps:cNvSpPr/><wps:spPr>'
        f"{_frame(size)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{size.width}" h="{size.height}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{colour_fill(looks.fill)}{_outline(looks)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def polygon(points: Sequence[tuple[int, int]], *, is_closed: bool = True) -> str:
    """Return the part of a path that joins points by straight lines."""
    (x, y), *others = points
    lines = "".join(f'<a:lnTo><a:pt x="{left}" y="{top}"/></a:lnTo>' for left, top in others)
    start = f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>'
    return f"{start}{lines}{'<a:close/>' if is_closed else ''}"


def circle(x: int, y: int, radius: int) -> str:
    """Return the part of a path that is a circle around a point."""
    around = f'<a:arcTo wR="{radius}" hR="{radius}" stAng="0" swAng="21600000"/>'
    return f'<a:moveTo><a:pt x="{x + radius}" y="{y}"/></a:moveTo>{around}<a:close/>'


def group(shapes: str, width: int, height: int) -> str:
    """Return the graphic of a group of shapes, for an inline drawing."""
    return (
        f"<a:graphic {declared('a', 'wpg', 'wps', 'w')}>"
        f'<a:graphicData uri="{NAMESPACES["wpg"]}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{width}" cy="{height}"/></a:xfrm></wpg:grpSpPr>{shapes}'
        "</wpg:wgp></a:graphicData></a:graphic>"
    )


def colour_fill(colour: str, strength: int = 100) -> str:
    """Return a fill in a colour of the theme, at so many percent of its strength."""
    if not colour:
        return "<a:noFill/>"
    paler = (
        f'<a:lumMod val="{strength * 1000}"/><a:lumOff val="{(100 - strength) * 1000}"/>'
        if strength < 100
        else ""
    )
    return f'<a:solidFill><a:schemeClr val="{colour}">{paler}</a:schemeClr></a:solidFill>'


def _frame(place: Place, turned: str = "") -> str:
    return (
        f'<a:xfrm{turned}><a:off x="{place.left}" y="{place.top}"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></a:xfrm>'
    )


def _outline(looks: Looks) -> str:
    dash = '<a:prstDash val="dash"/>' if looks.is_dashed else ""
    return f'<a:ln w="{looks.weight}">{colour_fill(looks.outline, looks.strength)}{dash}</a:ln>'


def _line(written: Line) -> str:
    size = int(written.size * 2)
    bold = "<w:b/>" if written.is_bold else ""
    colour = f'<w:color w:val="{COLOURS[written.colour]}" w:themeColor="{written.colour}"/>'
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="center"/></w:pPr><w:r><w:rPr>{bold}{colour}<w:sz w:val="{size}"/></w:rPr>'
        f"{inner(written.text)}</w:r></w:p>"
    )
