"""Every table and figure of the plan has its caption above and its source line beneath."""

import re

import pytest
from docx.oxml.ns import qn

from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import opened, source_row, written
from tests.samples import large_snapshot, random_snapshot

PLANS = {
    "empty": Snapshot(),
    "large": large_snapshot(60, 150),
    "random": random_snapshot(3, rows=6),
    "sentinels": random_snapshot(4, sentinels=True),
}
FORM = re.compile(r"Fuente: (?!Fuente).*\w")
CAPTION, SOURCE, FIGURE = "Caption", "Source", "Figure"


def style_of(names, block) -> str:
    """Return the name of a paragraph's style; empty for other blocks."""
    if block.tag != qn("w:p"):
        return ""
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return names.get(style.get(qn("w:val")), "") if style is not None else ""


def description_of(block) -> str:
    """Return what a table is called for those who do not see it."""
    found = block.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
    return "" if found is None else found.get(qn("w:val"))


def text_of(block) -> str:
    return "".join(one.text or "" for one in block.iter(qn("w:t")))


@pytest.fixture(scope="module", params=PLANS)
def plan(request):
    return opened(written(PLANS[request.param], Language.SPANISH))


def told(body):
    """Yield the blocks of a body, and after each table the source line that is its last row."""
    for block in body:
        yield block
        if block.tag == qn("w:tbl") and (row := source_row(block)) is not None:
            yield from row.iter(qn("w:p"))


def walk(document):
    """Yield what goes wrong from top to bottom: a caption closes with a source line.

    Several tables may stand under one caption, as the parts of a project's sheet do.
    """
    names = {one.style_id: one.name for one in document.styles}
    caption, is_filled = "", False
    for block in told(document.element.body):
        style = style_of(names, block)
        is_drawn = style == FIGURE or block.tag == qn("w:tbl")
        if style in (CAPTION, SOURCE) or style.startswith("Heading"):
            if caption and not is_filled:
                yield f"nothing under {caption}"
            if caption and style != SOURCE:
                yield f"no source under {caption}"
            if style == SOURCE and not FORM.match(text_of(block)):
                yield f"no source in the one form under {caption}: {text_of(block)}"
            caption, is_filled = (text_of(block), False) if style == CAPTION else ("", False)
        elif is_drawn and not caption and description_of(block) != "Siglas":
            yield f"no caption over {description_of(block) or 'a figure'}"
        is_filled = is_filled or is_drawn


def test_everything_drawn_has_a_caption_and_every_caption_a_source_line(plan):
    assert [*walk(plan)] == []
