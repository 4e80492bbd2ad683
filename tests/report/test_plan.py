"""The whole plan: its sections, nothing lost, nothing alive, equal bytes, three languages."""

import re
from typing import Annotated
from uuid import UUID

import pytest

from app.i18n import reader
from app.report.material import Material
from app.report.values import Speaker
from methodology.characterization import Statistic
from methodology.gates import checks
from methodology.mapping import Actor, ChainLink, Contact
from methodology.plan import Section, printed_number
from methodology.process import Interview, TeamMember
from methodology.project import Evidence, Language, Narrative, Project, Waiver
from methodology.record import (
    REGISTRY,
    Help,
    Key,
    Kind,
    Label,
    LongText,
    Name,
    Record,
    Text,
    fields,
)
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.report.word import (
    ON,
    charts,
    headings,
    opened,
    outline,
    parts,
    source_row,
    text_of,
    written,
)
from tests.samples import large_snapshot, random_snapshot, sentinels_in

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMPTY = Snapshot()
PRINTED = (Waiver, Evidence)  # internal types that the plan shows all the same


@pytest.fixture(scope="module")
def large() -> bytes:
    return written(large_snapshot(60, 150))


def test_every_section_of_the_method_stands_in_order_with_its_number():
    _ = reader(language=Language.ENGLISH)

    found = headings(written(EMPTY, Language.ENGLISH))

    assert found == [
        f"{printed_number(section, _)}. {_(section.label)}" if section.number else _(section.label)
        for section in Section
    ]


def test_sections_still_to_come_say_pending_and_what_they_wait_for():
    found = outline(written(EMPTY, Language.ENGLISH))

    at = found.index(("Heading 1", "6. What buyers decide on"))
    first, *_others = checks(Stage.PURCHASE_FACTORS)
    assert found[at + 1] == ("Pending", "Pending")
    assert found[at + 2][1].startswith(first.action)


def test_a_stage_with_checks_lists_what_is_missing():
    text = text_of(written(EMPTY, Language.ENGLISH))

    assert "Write the scope sentence and have it accepted" in text


def test_the_text_of_the_team_comes_first_in_each_section():
    texts = [
        Narrative(id=UUID(int=place), section=section, text=f"Words on {section.value}.\n- A point")
        for place, section in enumerate(Section, 1)
    ]

    found = outline(written(Snapshot(texts)))

    for section in Section:
        at = next(
            place for place, line in enumerate(found) if line[1] == f"Words on {section.value}."
        )
        assert found[at - 1][0] == "Heading 1"
        assert found[at + 1] == ("List Bullet", "A point")


def test_no_public_field_is_lost():
    snapshot = random_snapshot(11, sentinels=True)

    text = text_of(written(snapshot))

    assert sorted(_public_sentinels(snapshot) - sentinels_in(text)) == []


PLACES = {("purchase_factor", "order")}  # numbers that say where a row stands, and stand for it
HEADED = {("manager_task", "hours")}  # the heading of their column says the unit
WITHHELD = {  # what firms told in trust, or no reader has a use for
    ("actor", "employees"),
    ("actor", "turnover"),
    ("actor", "export_share"),
    ("actor", "figures_year"),
    ("organ", "members"),
    ("project", "language"),
}


def test_values_other_than_text_are_printed_as_the_reader_writes_them():
    snapshot = random_snapshot(12, sentinels=True)
    text = text_of(written(snapshot)).replace("−", "-")
    material = Material(snapshot, reader(snapshot.one(Project), Language.SPANISH), ON, 1)

    lost = [
        (cls.table, one.name, words)
        for cls in record_types()
        if not cls.is_internal
        for record in material.rows(cls)
        for one in Speaker(snapshot, material.reader).filled(record)
        for words in _said(material, record, one)
        if not any(all(line.strip() in text for line in way.split("\n")) for way in words)
        and (cls.table, one.name) not in PLACES | WITHHELD
    ]

    assert lost == []


def _said(material, record, one):
    """Return the ways to say each part of a value.

    Records may stand by their codes, several are joined as a chapter likes; a table can say the
    currency of its amounts once.
    """
    if one.kind in (Kind.REFERENCE, Kind.REFERENCES):
        value = getattr(record, one.name)
        keys = value if one.kind is Kind.REFERENCES else (value,)
        found = [material.snapshot.find(one.target, key) for key in keys]
        return [
            {material.speaker.name(target.id), getattr(target, "code", "") or "-"}
            for target in found
        ]
    words = material.speaker.say(record, one)
    if (record.table, one.name) in HEADED:
        return [{words, words.split()[0]}]
    return [{words, words.split()[-1]} if one.kind is Kind.MONEY else {words}]


def test_private_fields_never_appear():
    snapshot = random_snapshot(13, sentinels=True)
    private = {
        mark
        for record in snapshot
        for one in fields(type(record))
        if one.is_private and isinstance(getattr(record, one.name), str)
        for mark in sentinels_in(getattr(record, one.name))
    }

    found = written(snapshot)

    assert private
    assert private & sentinels_in(text_of(found)) == set()
    assert all(mark.encode() not in part for mark in private for part in parts(found).values())


def test_the_team_is_named_without_phone_or_email():
    member = TeamMember(
        id=UUID(int=1), name="Rosa Alva", role="lead", email="rosa@example.org", phone="976 000"
    )

    text = text_of(written(Snapshot([member])))

    assert "Rosa Alva" in text
    assert "rosa@example.org" not in text
    assert "976 000" not in text


def test_people_appear_only_by_their_consent():
    actor = Actor(id=UUID(int=1), name="Quesería Uno")
    people = [
        Contact(id=UUID(int=2), name="Ana Consiente", actor=actor.id, consent=True),
        Contact(id=UUID(int=3), name="Beto Calla", actor=actor.id),
    ]

    text = text_of(written(Snapshot([actor, *people])))

    assert "Ana Consiente" in text
    assert "Beto Calla" not in text


def test_evidence_about_a_person_without_consent_does_not_name_the_person():
    actor = Actor(id=UUID(int=1), name="Quesería Uno")
    person = Contact(id=UUID(int=2), name="Beto Calla", actor=actor.id)
    photo = Evidence(
        id=UUID(int=3), name="Foto", file="files/foto.jpg", about_id=person.id, added_on=ON
    )

    text = text_of(written(Snapshot([actor, person, photo])))

    assert "files/foto.jpg" in text
    assert "Beto Calla" not in text


@pytest.mark.parametrize("stage", [Stage.PROCESS, Stage.MAPPING, Stage.GOVERNANCE])
def test_a_record_type_declared_in_a_test_appears_without_another_edit(stage):
    class Probe(Record):
        table = "probe"
        title = "Probes"
        about = "Rows of a test."

        name: Annotated[Name, Label("Name of the probe"), Key()]
        place: Annotated[Text, Label("Place of the probe")] = ""
        words: Annotated[LongText, Label("Words of the probe"), Help("Long")] = ""

    Probe.stage = stage
    try:
        record = Probe(id=UUID(int=9), name="QPROBEQ", place="QPLACEQ", words="QWORDSQ")
        found = written(Snapshot([record]), Language.ENGLISH)
    finally:
        REGISTRY.pop("probe")
        fields.cache_clear()

    text = text_of(found)
    assert all(mark in text for mark in ("QPROBEQ", "QPLACEQ", "QWORDSQ", "Name of the probe"))
    assert any(title.endswith(" Probes") for title in headings(found, 2))


def test_equal_input_gives_equal_bytes():
    snapshot = large_snapshot(30, 60)

    assert written(snapshot) == written(snapshot)


def test_another_version_number_gives_another_cover():
    first, second = written(EMPTY, number=1), written(EMPTY, number=2)

    assert "Versión 1" in text_of(first) or "Version 1" in text_of(first)
    assert first != second


def test_nothing_of_the_template_is_left_over(large):
    text = text_of(large)

    assert re.findall(r"\[\[|\]\]|\{\{|\}\}|<\?plan", text) == []


def test_every_reference_and_line_of_the_contents_has_its_bookmark(large):
    body = parts(large)["word/document.xml"].decode()
    marks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    pointed = set(re.findall(r"(?:PAGEREF|REF) (\S+)", body))
    pointed |= set(re.findall(r'w:anchor="([^"]+)"', body))

    assert pointed
    assert pointed - marks == set()
    assert len(re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', body)) == len(
        set(re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', body))
    )


def test_drawings_have_ids_of_their_own_and_words_for_those_who_cannot_see(large):
    body = parts(large)["word/document.xml"].decode()
    drawings = re.findall(r'<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]*)"', body)

    assert len(drawings) == body.count("<wp:docPr ")
    assert len({key for key, _name, _alt in drawings}) == len(drawings)
    assert all(name and alt for _key, name, alt in drawings)


def test_captions_are_numbered_in_the_order_they_stand_in(large):
    captions = [text for style, text in outline(large) if style == "Caption"]

    for word in {caption.split()[0] for caption in captions}:
        numbers = [int(one.split()[1].rstrip(".")) for one in captions if one.startswith(word)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_table_has_a_caption_before_it_and_its_source_in_it(large):
    body = opened(large).element.body
    styles = {one.style_id: one.name for one in opened(large).styles}
    bare = []
    for table in body.findall(f"{W}tbl"):
        before = styles.get(table.getprevious().find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        if before != "Caption" or source_row(table) is None:
            bare.append(before)

    assert bare == ["Front Heading"]  # the acronyms


def test_tables_are_as_wide_as_the_page_they_stand_on(large):
    body = opened(large).element.body
    widths = {
        sum(int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid"))
        for table in body.findall(f"{W}tbl")
    }

    assert widths == {9070, 14002}


def test_charts_show_what_their_workbooks_hold(large):
    found = charts(large)

    assert found
    for chart in found:
        assert chart.cached == chart.kept


def test_the_maps_together_and_the_directories_stand_on_landscape_pages(large):
    sections = [
        (section.orientation, section.different_first_page_header_footer)
        for section in opened(large).sections
    ]

    upright, turned = (0, False), (1, False)
    assert sections == [(0, True), turned, upright, turned, upright]


def test_only_chapters_with_content_begin_a_page_of_their_own():
    found = [
        one.text
        for one in opened(written(Snapshot())).paragraphs
        if one.style.name == "Heading 1" and one.paragraph_format.page_break_before
    ]

    assert found == [
        *("Resumen ejecutivo", "1. La iniciativa y el proceso", "Anexo A1. Participantes")
    ]


def test_the_language_of_the_plan_is_marked_everywhere():
    snapshot = large_snapshot(20, 30)

    found = parts(written(snapshot, Language.PORTUGUESE))

    assert b'w:lang w:val="pt-BR"' in found["word/styles.xml"]
    assert b"<dc:language>pt-BR</dc:language>" in found["docProps/core.xml"]
    assert all(
        b'<c:lang val="pt-BR"/>' in content
        for name, content in found.items()
        if re.fullmatch(r"word/charts/[^/]+\.xml", name)
    )


def test_nasty_texts_come_out_as_they_were_typed():
    texts = [
        "Ñandú & Cía. <b>x</b>",
        "=1+1",
        "{{ 7*7 }}",
        "[[project]]",
        "[[mapping]]",
        "]]>",
        "<?plan mapping?>",
        "w" * 250,
        "👩‍🌾 queso",
        "a\tb",
    ]
    actors = [Actor(id=UUID(int=n), name=text, notes=text) for n, text in enumerate(texts, 1)]

    found = text_of(written(Snapshot(actors)))

    for text in texts:
        assert text.replace("\t", "") in found


def test_a_formula_never_comes_alive_in_a_charts_workbook():
    links = [ChainLink(id=UUID(int=n), name=f"={n}+1", order=n) for n in range(1, 4)]
    figures = [
        Statistic(id=UUID(int=90 + n), indicator="firms", link=UUID(int=n), year=2025, value=n)
        for n in range(1, 4)
    ]

    found = charts(written(Snapshot([*links, *figures])))

    assert any("=1+1" in chart.kept[0] for chart in found)
    assert sum(chart.formulas for chart in found) == 0


def test_progress_is_told_from_nothing_to_everything():
    heard: list[tuple[float, str]] = []

    written(EMPTY, notify=lambda share, words: heard.append((share, words)))

    shares = [share for share, _words in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert all(words for _share, words in heard)


@pytest.mark.parametrize("rows", [0, 2, 3, 25])
@pytest.mark.parametrize("seed", [1, 2])
def test_random_projects_of_any_size_give_a_plan(rows, seed):
    snapshot = random_snapshot(seed, rows=rows)

    found = written(snapshot)

    assert len(headings(found)) == len(Section)


def test_an_interview_is_quoted_without_its_confidential_notes():
    actor = Actor(id=UUID(int=1), name="Quesería Uno")
    interview = Interview(
        id=UUID(int=2), actor=actor.id, held_on=ON, findings="Vende fresco", confidential="Deudas"
    )

    text = text_of(written(Snapshot([actor, interview])))

    assert "Vende fresco" in text
    assert "Deudas" not in text


def test_waivers_stand_with_their_reasons():
    waiver = Waiver(
        id=UUID(int=1),
        check="scope.rule",
        stage_waived=Stage.SCOPE,
        reason="La regla se escribirá en otoño",
        waived_on=ON,
        waived_by="Rosa",
    )

    text = text_of(written(Snapshot([waiver])))

    assert "La regla se escribirá en otoño" in text


def _public_sentinels(snapshot: Snapshot) -> set[str]:
    found: set[str] = set()
    for record in snapshot:
        if type(record).is_internal and not isinstance(record, PRINTED):
            continue
        if isinstance(record, Contact) and not record.consent:
            continue
        for one in fields(type(record)):
            value = getattr(record, one.name)
            if (
                not one.is_private
                and isinstance(value, str)
                and not _is_technical(record, one.name)
            ):
                found |= sentinels_in(value)
    return found


def _is_technical(record: Record, name: str) -> bool:
    return isinstance(record, Evidence) and name in ("about_table", "digest")
