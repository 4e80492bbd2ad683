"""The lists of the plan's template: bullets and numbers, nine levels each, tied to their styles."""

from app.report.markup import declared

STYLED = 3  # levels that have a list style of their own
INDENT = 284  # twips from one level to the next
BULLETS = ("•", "–", "▪")
NUMBERS = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}."))
LEVELS = 9
STYLES = ("List Bullet", "List Number")


def numbering() -> str:
    """Return numbering.xml: one list of bullets and one of numbers, each with its levels."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(_level(name, level) for level in range(LEVELS))
        + "</w:abstractNum>"
        for place, name in enumerate(STYLES)
    )
    numbers = "".join(
        f'<w:num w:numId="{place + 1}"><w:abstractNumId w:val="{place}"/></w:num>'
        for place in range(len(STYLES))
    )
    return f"<w:numbering {declared('w')}>{made}{numbers}</w:numbering>"


def list_styles() -> list[tuple[str, str, str]]:
    """Return name, id and numbering properties of every list style."""
    return [
        (_named(name, level), _key(name, level), _properties(place + 1, level))
        for place, name in enumerate(STYLES)
        for level in range(STYLED)
    ]


def _properties(number: int, level: int) -> str:
    deeper = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{deeper}<w:numId w:val="{number}"/></w:numPr>'


def _level(name: str, level: int) -> str:
    if name == "List Bullet":
        kind, sign = "bullet", BULLETS[level % len(BULLETS)]
    else:
        kind, sign = NUMBERS[level % len(NUMBERS)]
        sign = sign.format(level + 1)
    styled = f'<w:pStyle w:val="{_key(name, level)}"/>' if level < STYLED else ""
    left = 397 + level * INDENT
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{styled}'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def _named(name: str, level: int) -> str:
    return f"{name} {level + 1}" if level else name


def _key(name: str, level: int) -> str:
    return _named(name, level).replace(" ", "")
