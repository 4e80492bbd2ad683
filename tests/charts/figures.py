"""What a figure says: every text in it, as a reader would see it."""

import re
from html import unescape

import plotly.graph_objects as go

from app.charts import Style
from app.i18n import reader
from methodology.project import Language

STYLE = Style(reader(language=Language.ENGLISH))
SPANISH = Style(reader())
ALIVE = re.compile(r"<(?!/?(?:b|span)\b|br>)")
EVIL = '<a href="http://x.example">x</a> <b>y</b> & <img src=x>'


def texts(figure: go.Figure) -> list[str]:
    """Return the texts of annotations and ticks, with the figure's own markup."""
    found = [note.text for note in figure.layout.annotations]
    for axis in ("xaxis", "yaxis"):
        found += [*(figure.layout[axis].ticktext or ())]
    return found


def seen(figure: go.Figure) -> list[str]:
    """Return the texts as they are shown, without markup."""
    spaced = (text.replace("<br>", " ") for text in texts(figure))
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in spaced]


def is_safe(figure: go.Figure) -> bool:
    """Say whether no markup but the figure's own is alive in the texts."""
    told = [note.hovertext or "" for note in figure.layout.annotations]
    return not any(ALIVE.search(text) for text in (*texts(figure), *told))
