"""The run sheet to print: reopened, it says what is on screen, markup dead."""

from datetime import date
from io import BytesIO

from docx import Document

from app.i18n import reader
from app.report.run_sheet import run_sheet
from methodology.agenda import AgendaBlock, agenda
from methodology.process import Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import made

_ = reader()
MEETING = made(
    Meeting,
    name="Taller T5: <b>diamante</b> & más",
    kind=MeetingKind.WORKSHOP,
    about_stage=Stage.DIAMOND,
    held_on=date(2026, 9, 23),
    starts_at="09:00",
    place="Universidad",
)


def block(order, minutes, **values):
    return made(
        AgendaBlock,
        meeting=MEETING.id,
        order=order,
        name=f"Bloque {order}",
        minutes=minutes,
        **values,
    )


def reopened(*blocks):
    slots = agenda(Snapshot([MEETING, *blocks]), MEETING)
    return Document(BytesIO(run_sheet(MEETING, slots, _)))


def test_the_sheet_has_a_row_for_each_block_with_its_times():
    document = reopened(block(1, 20, leads="Ana"), block(2, 40, material="Rúbrica {{ x }}"))

    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert rows[1:] == [
        ["09:00–09:20", "20 min", "Bloque 1", "Ana", ""],
        ["09:20–10:00", "40 min", "Bloque 2", "", "Rúbrica {{ x }}"],
    ]
    assert document.paragraphs[-1].text == "60 minutos en total"


def test_the_heading_says_meeting_day_start_and_place_as_typed():
    heading, where, *_rest = reopened(block(1, 5)).paragraphs

    assert heading.text == "Taller T5: <b>diamante</b> & más"
    assert where.text == "23 de setiembre de 2026 · 09:00 · Universidad"


def test_without_a_start_the_sheet_counts_minutes():
    undated = MEETING.model_copy(update={"starts_at": "", "held_on": None})
    slots = agenda(Snapshot([undated, block(1, 20), block(2, 10)]), undated)

    document = Document(BytesIO(run_sheet(undated, slots, _)))

    assert [row.cells[0].text for row in document.tables[0].rows][1:] == ["0", "20"]
