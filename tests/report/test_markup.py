"""Strings of WordprocessingML: always well formed, and the text comes back as it went in."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.report.markup import (
    Runs,
    bookmark,
    declared,
    drawing,
    escape,
    field,
    inner,
    jump,
    link,
    paragraph,
    run,
)
from methodology.record import clean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = declared("w", "r", "wp", "a")


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:x {SPACES}>{xml}</w:x>")


def _read(xml: str) -> str:
    """Return the text of runs as Word reads it."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    found = _parsed(xml).iter(f"{W}t", f"{W}br", f"{W}tab")
    return "".join(marks.get(one.tag, one.text or "") for one in found)


@given(st.text())
def test_any_text_comes_back_as_cleaned_but_for_the_minus_of_numbers(text):
    assert _read(run(text)).replace("\u2212", "-") == clean(text).replace("\u2212", "-")


@given(st.text())
def test_any_text_is_safe_in_an_attribute(text):
    assert _parsed(f'<w:y w:val="{escape(text)}"/>')[0].get(f"{W}val") is not None


def test_line_breaks_and_tabs_become_elements():
    assert inner("a\tb\nc") == (
        '<w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">b</w:t><w:br/>'
        '<w:t xml:space="preserve">c</w:t>'
    )


def test_a_run_takes_style_and_weight():
    assert run("x", "Hyperlink", bold=True) == (
        '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:b/></w:rPr><w:t>x</w:t></w:r>'
    )


def test_spaces_at_either_end_are_kept():
    assert inner("a b") == "<w:t>a b</w:t>"
    assert [inner(" a"), inner("a ")] == [
        '<w:t xml:space="preserve"> a</w:t>',
        '<w:t xml:space="preserve">a </w:t>',
    ]


def test_finished_runs_are_not_escaped_again():
    assert run(Runs("<w:r/>")) == "<w:r/>"


def test_a_paragraph_without_style_has_no_properties():
    assert paragraph("", "") == "<w:p></w:p>"
    assert paragraph("", "Title", "<w:keepNext/>") == (
        '<w:p><w:pPr><w:pStyle w:val="Title"/><w:keepNext/></w:pPr></w:p>'
    )


def test_a_field_keeps_its_cached_text_between_its_marks():
    kinds = [
        one.get(f"{W}fldCharType") for one in _parsed(field("PAGE", run("1"))).iter(f"{W}fldChar")
    ]

    assert kinds == ["begin", "separate", "end"]
    assert _read(field("PAGE", run("1"))) == "1"


def test_a_bookmark_opens_and_closes_with_one_number():
    found = _parsed(bookmark("_Ref_1", 7, run("x")))

    assert [one.get(f"{W}id") for one in found if one.tag != f"{W}r"] == ["7", "7"]


def test_a_jump_leads_to_its_bookmark():
    assert _parsed(jump("_Toc1", run("x")))[0].get(f"{W}anchor") == "_Toc1"


def test_a_web_address_opens_and_shows_itself():
    made = link("queso.example.pe/inicio", "Hyperlink")

    assert "HYPERLINK &quot;https://queso.example.pe/inicio&quot;" in made
    assert _read(made) == "queso.example.pe/inicio"


def test_what_is_no_web_address_stays_words():
    for text in ("javascript:alert(1)", 'http://x.pe/" \\l "y', "file:///etc/passwd", "no tiene"):
        assert "HYPERLINK" not in link(text, "Hyperlink")
        assert _read(link(text, "Hyperlink")) == text


def test_a_drawing_has_name_and_description():
    made = drawing("<a:graphic/>", key=3, name='A "map"', alt="Two & three", width=10, height=20)

    found = next(one for one in _parsed(made).iter() if one.tag.endswith("docPr"))
    assert dict(found.attrib) == {
        "id": "3",
        "name": 'A "map"',
        "descr": "Two & three",
        "title": 'A "map"',
    }


def test_a_hyphen_before_a_number_is_a_minus_and_no_other_is():
    assert _read(run("-3, (-0.5) 2020-2021, co-2, -a")) == "−3, (−0.5) 2020-2021, co-2, -a"


def test_no_line_begins_with_the_sign_of_percent():
    assert inner("un 18 % más, a 5 %") == "<w:t>un 18\u00a0% más, a 5\u00a0%</w:t>"
    assert inner("%  de ventas") == "<w:t>%  de ventas</w:t>"
