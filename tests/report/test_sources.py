"""Every table and figure of the plan has its caption above and its source line beneath."""

import pytest
from docx.oxml.ns import qn

from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import opened, written
from tests.samples import large_snapshot, random_snapshot

PLANS = {
    "empty": Snapshot(),
    "large": large_snapshot(60, 150),
    "random": random_snapshot(3, rows=6),
    "sentinels": random_snapshot(4, sentinels=True),
}
CAPTION, SOURCE, FIGURE = "Caption", "Source", "Figure"


def style_of(document, block) -> str:
    """Return the name of a paragraph's style; empty for other blocks."""
    if block is None or block.tag != qn("w:p"):
        return ""
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    names = {one.style_id: one.name for one in document.styles}
    return names.get(style.get(qn("w:val")), "") if style is not None else ""


def text_of(block) -> str:
    return "".join(one.text or "" for one in block.iter(qn("w:t")))


def beneath(document, block):
    """Return the block after this one, drawings that belong together passed over."""
    after = block.getnext()
    while after is not None and style_of(document, after) == FIGURE:
        after = after.getnext()
    return after


@pytest.fixture(scope="module", params=PLANS)
def plan(request):
    return opened(written(PLANS[request.param], Language.SPANISH))


def captioned(document):
    """Return each caption with the block beneath what it names."""
    body = document.element.body
    found = [one for one in body.iter(qn("w:p")) if style_of(document, one).lower() == "caption"]
    return [(text_of(one), beneath(document, one.getnext())) for one in found]


def test_every_caption_stands_over_something_with_its_source_beneath(plan):
    found = captioned(plan)

    without = [
        caption
        for caption, after in found
        if style_of(plan, after) != SOURCE or not text_of(after).strip()
    ]
    assert found
    assert without == []


def test_every_figure_stands_under_a_caption(plan):
    figures = [
        one
        for one in plan.element.body.iter(qn("w:p"))
        if style_of(plan, one) == FIGURE and style_of(plan, one.getprevious()) != FIGURE
    ]

    assert all(style_of(plan, one.getprevious()).lower() == "caption" for one in figures)


def test_every_table_stands_under_a_caption_but_for_the_acronyms(plan):
    tables = plan.element.body.findall(qn("w:tbl"))
    bare = [one for one in tables if style_of(plan, one.getprevious()).lower() != "caption"]

    named = [one.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val")) for one in bare]
    assert named in ([], ["Siglas"])
