"""What every section shares: its heading, the team's text, leftover records, what is pending."""

from collections.abc import Callable

from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from methodology.plan import Section, first_section, printed_number
from methodology.record import Record
from methodology.records import is_of_the_method, record_types
from methodology.sections import lacks

Subheading = Callable[[str], None]


def title_of(section: Section, pen: Pen) -> str:
    """Return the heading of a section with its number."""
    words = pen._(section.label)
    number = printed_number(section, pen._)
    return f"{number}. {words}" if number else words


def open_section(
    pen: Pen, material: Material, section: Section, *, new_page: bool = True
) -> Subheading:
    """Write heading and text of a section; return what writes its numbered subheadings."""
    pen.heading(1, title_of(section, pen), new_page=new_page)
    pen.text(material.narrative(section))
    count = 0

    def subheading(text: str) -> None:
        nonlocal count
        count += 1
        prefix = f"{section.number}.{count} " if section.number else ""
        pen.heading(2, prefix + text)

    return subheading


def close_section(pen: Pen, material: Material, section: Section, subheading: Subheading) -> None:
    """Write the tables that no chapter gives a form of its own, and what the stage still lacks."""
    for cls in other_types(section):
        if material.rows(cls):
            subheading(pen._(cls.title))
            pen.table(record_grid(material, cls), own_source(pen))
    write_lacks(pen, material, section)


def write_lacks(pen: Pen, material: Material, section: Section) -> None:
    """Write what a section still lacks; nothing when it is complete."""
    found = lacks(material.snapshot, section)
    if found:
        pen.pending(one.sentence.text(pen._) for one in found)


def other_types(section: Section) -> list[type[Record]]:
    """Return the record types that appear in this section in the general form.

    Those of the method all have a form of their own in a chapter.
    """
    if section != first_section(section.stage):
        return []
    return [
        cls
        for cls in record_types()
        if cls.stage == section.stage and not cls.is_internal and not is_of_the_method(cls)
    ]


def own_source(pen: Pen) -> str:
    """Return the source line of what the team itself collected."""
    _ = pen._
    return _("the dynamization team's records.")
