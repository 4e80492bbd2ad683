"""Attendance: one circle for each meeting and type, sized and numbered by people."""

from app.charts import Style, attendance_matrix
from methodology.attendance import attendance
from methodology.mapping import ActorKind
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.charts.figures import EVIL, STYLE, is_safe, seen
from tests.cluster import actor, made

DAIRY, BANK = actor("Dairy"), actor("Bank", ActorKind.FINANCE)


def meeting(name, **values):
    return made(
        Meeting, name, name=name, kind=MeetingKind.WORKSHOP, about_stage=Stage.MAPPING, **values
    )


def came(where, who, people=1):
    return made(Attendance, where.name + who.name, meeting=where.id, actor=who.id, people=people)


def drawn(*records, style=STYLE):
    return attendance_matrix(attendance(Snapshot(records)), style)


def test_numbers_types_and_totals_are_shown():
    one = meeting("T1", people=9)

    found = seen(drawn(one, DAIRY, BANK, came(one, DAIRY, 4), came(one, BANK, 1)))

    assert found == ["4", "1", "9", "Final producer", "Finance", "People", "T1"]


def test_area_of_a_circle_follows_the_people():
    one, other = meeting("T1"), meeting("T2")

    found = drawn(one, other, DAIRY, came(one, DAIRY, 4), came(other, DAIRY, 1))
    large, small = found.data[0].marker.size

    assert large == 2 * small


def test_types_beyond_the_room_are_counted_together():
    one = meeting("T1")
    crowd = [actor(kind.value, kind) for kind in ActorKind]
    rows = [came(one, who, 20 - number) for number, who in enumerate(crowd)]

    found = drawn(one, *crowd, *rows)

    assert len(found.data) == 7
    assert sum(int(note.text) for note in found.layout.annotations[:-1]) == sum(
        row.people for row in rows
    )
    assert "Other types" in " ".join(found.layout.xaxis.ticktext).replace("<br>", " ")


def test_larger_type_leaves_room_for_fewer_columns():
    one = meeting("T1")
    crowd = [actor(kind.value, kind) for kind in ActorKind]
    rows = [came(one, who) for who in crowd]

    assert len(drawn(one, *crowd, *rows, style=Style(STYLE.reader, "light", 26)).data) == 4


def test_people_without_a_type_have_a_column():
    one, stranger = meeting("T1"), actor("Stranger", None)

    assert "No type" in seen(drawn(one, stranger, came(one, stranger)))


def test_a_long_name_of_a_meeting_has_two_lines():
    one = meeting("Presentación pública II: Estrategia del clúster")

    names = drawn(one, DAIRY, came(one, DAIRY)).layout.yaxis.ticktext

    assert [name.replace("<br>", " ") for name in names] == [one.name]


def test_names_of_meetings_are_dead_text():
    assert is_safe(drawn(meeting(EVIL)))


def test_meetings_that_nobody_came_to_can_be_drawn():
    assert seen(drawn(meeting("T1"))) == ["0", "People", "T1"]
    assert seen(drawn()) == ["People"]
