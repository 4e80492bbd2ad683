"""The colours and sizes of every figure: read from the theme, so that screens and figures agree."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from methodology.mapping import ActorKind

Mode = Literal["light", "dark"]

THEME = Path(__file__).parent / "theme.toml"
FONT = "Archivo, 'Source Sans', 'Segoe UI', sans-serif"
WORK, PROJECTOR = 16, 26  # px of text in figures
FAINT: Mapping[Mode, str] = {"light": "#8592A0", "dark": "#7C8A98"}  # marks to come: never text

SHAPES = (
    "circle", "rect", "diamond", "triangle", "roundRect", "arrow",
    "rect", "diamond", "triangle", "roundRect", "circle", "arrow", "pin",
)  # fmt: skip


@dataclass(frozen=True)
class Tokens:
    """The colours of one mode, by what they mean: iron is what is, copper what is asked for."""

    background: str
    ink: str
    iron: str
    soft: str
    faint: str
    line: str
    grid: str
    tint: str
    copper: str
    copper_text: str
    ok: str
    attention: str
    error: str
    categorical: tuple[str, ...]
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]


@cache
def tokens(mode: Mode = "light") -> Tokens:
    """Return the colours of a mode."""
    theme = _theme()[mode]
    categorical = tuple(theme["chartCategoricalColors"])
    return Tokens(
        background=theme["backgroundColor"],
        ink=theme["textColor"],
        iron=categorical[0],
        soft=theme["grayTextColor"],
        faint=FAINT[mode],
        line=theme["borderColor"],
        grid=theme["dataframeBorderColor"],
        tint=theme["secondaryBackgroundColor"],
        copper=theme["orangeColor"],
        copper_text=theme["orangeTextColor"],
        ok=theme["greenTextColor"],
        attention=theme["yellowTextColor"],
        error=theme["redTextColor"],
        categorical=categorical,
        sequential=tuple(theme["chartSequentialColors"]),
        diverging=tuple(theme["chartDivergingColors"]),
    )


def mark(kind: ActorKind | None, mode: Mode = "light") -> tuple[str, str]:
    """Return the colour and the shape of a type of actor; no two types share both."""
    look = tokens(mode)
    if kind is None:
        return look.faint, "circle"
    place = [*ActorKind].index(kind)
    return look.categorical[place % len(look.categorical)], SHAPES[place % len(SHAPES)]


@cache
def _theme() -> dict[str, Any]:
    with THEME.open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)["theme"]
    return found
