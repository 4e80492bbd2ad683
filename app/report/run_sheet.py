"""The run sheet of one meeting as a Word file to print: by the clock, on one table."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.shared import Cm, Pt

from app.i18n import Reader
from methodology.agenda import Slot, minutes_of
from methodology.process import Meeting
from methodology.record import clean_line

MARGIN = Cm(1.8)
WIDTHS = (Cm(2.6), Cm(1.8), Cm(7.2), Cm(2.8), Cm(3.2))
LETTERS = Pt(11)


def run_sheet(meeting: Meeting, slots: Sequence[Slot], _: Reader) -> bytes:
    """Return the sheet: heading, place and date, a row for each block, the end."""
    document = Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = MARGIN
    document.styles["Normal"].font.size = LETTERS
    document.add_heading(str(clean_line(meeting.name)), level=1)
    day = _.date(meeting.held_on) if meeting.held_on else ""
    document.add_paragraph(" · ".join(filter(None, (day, meeting.starts_at, meeting.place))))
    heads = (_("Time of day"), _("Duration"), _("What happens"), _("Who leads"), _("Material"))
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for slot in slots:
        words = (
            f"{slot.begins}–{slot.ends}" if slot.begins else _.number(slot.minute),
            _("{count} min").format(count=_.number(slot.block.minutes)),
            slot.block.name,
            slot.block.leads,
            slot.block.material,
        )
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = width
    document.add_paragraph(
        _("{minutes} minutes in all").format(minutes=_.number(minutes_of(slots)))
    )
    file = BytesIO()
    document.save(file)
    return file.getvalue()
