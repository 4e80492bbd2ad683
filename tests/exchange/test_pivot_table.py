"""A pivot table: each cell reaches the real store once, or stays as typed and says why."""

from uuid import uuid4

import pytest

from app.exchange.editing import Editor
from app.exchange.pivot_table import Layout, PivotTable, layout_of
from app.i18n import Reader
from app.store import ChangeSet, Edit, Folder, Put, Remove, create_folder, undo
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.diamond import Determinant, DiamondFactor, DiamondScore, Ideal
from methodology.mapping import Contact, Tie
from methodology.options import Axis, OptionCriterion, OptionMerit, OptionScore, StrategicOption
from methodology.process import Attendance
from methodology.project import Country, Currency, Draft, Language, Project
from methodology.raters import Rater, Side

_ = Reader(Language.SPANISH, Country.COLOMBIA, Currency.COP)
FACTORS = tuple(
    DiamondFactor(id=uuid4(), name=name, code=code, determinant=Determinant.FACTORS)
    for name, code in (("Personas", "FC1"), ("Investigación", "FC2"))
)
OPTIONS = tuple(StrategicOption(id=uuid4(), name=name) for name in ("Marca", "Ruta"))
NEEDS = Layout(Ideal, "factor", "option", "need")
WEIGHTS = Layout(Ideal, "factor", "option", "weight")


@pytest.fixture
def folder(tmp_path):
    project = Project(id=uuid4(), name="Quesos", country=Country.COLOMBIA)
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    opened.apply(ChangeSet("Start", tuple(map(Put, (*FACTORS, *OPTIONS)))), by="Ana")
    yield opened
    opened.close()


def table(folder: Folder, layout: Layout = NEEDS, **shown) -> PivotTable:
    return PivotTable(layout, folder.snapshot(), _, **shown)


def type_in(sheet: PivotTable, folder: Folder, *cells: tuple[int, int, str | None], by="Ana"):
    """Report cells as the browser does: row number, and by column its text."""
    edited: dict[int, dict[str, str | None]] = {}
    for row, column, text in cells:
        edited.setdefault(row, {})[str(sheet.columns[column].id)] = text
    sheet.take({"edited_rows": edited, "added_rows": [], "deleted_rows": []}, folder, by, _)


def stored(folder: Folder) -> dict[tuple[str, str], tuple[int, int]]:
    snapshot = folder.snapshot()
    return {
        (
            snapshot.get(DiamondFactor, one.factor).name,
            snapshot.get(StrategicOption, one.option).name,
        ): (
            one.need,
            one.weight,
        )
        for one in snapshot.all(Ideal)
    }


def said(sheet: PivotTable) -> list[str]:
    return [type(fault.problem).__name__ for fault in sheet.faults.values()]


def put(folder: Folder, **values) -> Ideal:
    base = {"factor": FACTORS[0].id, "option": OPTIONS[0].id, "need": 3}
    record = Ideal(id=uuid4(), **{**base, **values})
    folder.apply(ChangeSet("Put", (Put(record),)), by="Eva")
    return record


def test_a_typed_cell_makes_a_record_with_the_type_s_defaults(folder):
    type_in(table(folder), folder, (0, 0, "4"))

    assert stored(folder) == {("Personas", "Marca"): (4, 3)}


def test_every_cell_of_a_report_is_one_act_and_counts_once(folder):
    sheet, before = table(folder), folder.revision()

    for _again in range(3):
        type_in(sheet, folder, (0, 0, "4"), (0, 1, "5"), (1, 0, "2"), (1, 1, "1"))

    assert folder.revision() == before + 1
    assert [need for need, _weight in stored(folder).values()] == [4, 5, 2, 1]
    assert sheet.filled == 4


def test_reports_that_grow_write_only_what_is_new(folder):
    sheet = table(folder)

    type_in(sheet, folder, (0, 0, "4"))
    type_in(sheet, folder, (0, 0, "4"), (1, 1, "2"))

    assert stored(folder) == {("Personas", "Marca"): (4, 3), ("Investigación", "Ruta"): (2, 3)}


def test_other_fields_of_an_existing_record_are_kept(folder):
    put(folder, weight=5, reason="Por el contrato")

    type_in(table(folder), folder, (0, 0, "4"))

    [kept] = folder.snapshot().all(Ideal)
    assert (kept.need, kept.weight, kept.reason) == (4, 5, "Por el contrato")


@pytest.mark.parametrize("text", [None, "", "  "])
def test_an_emptied_cell_removes_its_record(folder, text):
    put(folder)
    sheet = table(folder)

    type_in(sheet, folder, (0, 0, text))

    assert stored(folder) == {}
    assert sheet.filled == 0


def test_emptying_what_was_empty_writes_nothing(folder):
    before = folder.revision()

    type_in(table(folder), folder, (0, 0, ""))

    assert folder.revision() == before


def test_a_removed_cell_comes_back_with_undo_and_can_be_typed_again(folder):
    sheet = table(folder)
    type_in(sheet, folder, (0, 0, "4"))
    type_in(sheet, folder, (0, 0, ""))
    with folder.begin() as session:
        undo(session, folder.revision(), by="Ana")
    assert stored(folder) == {("Personas", "Marca"): (4, 3)}

    again = table(folder)
    type_in(again, folder, (0, 0, ""))
    type_in(again, folder, (0, 0, "2"))

    assert stored(folder) == {("Personas", "Marca"): (2, 3)}


def test_a_value_that_is_not_all_of_a_record_is_emptied_alone(folder):
    rater = Rater(id=uuid4(), name="Comprador 01", side=Side.BUYER)
    segment = BuyerSegment(id=uuid4(), name="Tiendas")
    factor = PurchaseFactor(id=uuid4(), segment=segment.id, name="Precio")
    score = FactorScore(id=uuid4(), rater=rater.id, factor=factor.id, importance_today=4, own=2)
    folder.apply(ChangeSet("Put", tuple(map(Put, (rater, segment, factor, score)))), by="Ana")
    layout = Layout(FactorScore, "factor", "rater", "importance_today")
    sheet = table(folder, layout)

    type_in(sheet, folder, (0, 0, ""))

    [kept] = folder.snapshot().all(FactorScore)
    assert (kept.importance_today, kept.own) == (None, 2)
    own = table(folder, Layout(FactorScore, "factor", "rater", "own"))
    type_in(own, folder, (0, 0, ""))
    assert folder.snapshot().all(FactorScore) == ()


def test_decimal_commas_of_the_country_are_read(folder):
    criterion = OptionCriterion(id=uuid4(), name="Mercado", axis=Axis.ATTRACTIVENESS)
    folder.apply(ChangeSet("Put", (Put(criterion),)), by="Ana")

    type_in(
        table(folder, Layout(OptionMerit, "option", "criterion", "merit")),
        folder,
        (0, 0, "2,5"),
        (1, 0, "3,25"),
    )

    assert [str(one.merit) for one in folder.snapshot().all(OptionMerit)] == ["2.5", "3.25"]


@pytest.mark.parametrize("text", ["cuatro", "7", "2,5", "-1"])
def test_a_bad_cell_is_kept_as_typed_and_the_others_are_stored(folder, text):
    sheet = table(folder)

    type_in(sheet, folder, (0, 0, text), (1, 1, "2"))

    assert stored(folder) == {("Investigación", "Ruta"): (2, 3)}
    assert [*sheet.faults] == [(FACTORS[0].id, OPTIONS[0].id)]
    [draft] = folder.snapshot().all(Draft)
    assert text in draft.cells


def test_a_bad_cell_is_still_there_when_the_table_is_opened_again(folder):
    type_in(table(folder), folder, (0, 0, "cuatro"))

    again = table(folder)

    assert again.first[0][str(OPTIONS[0].id)] == "cuatro"
    assert len(again.faults) == 1
    type_in(again, folder, (0, 0, "4"))
    assert stored(folder) == {("Personas", "Marca"): (4, 3)}
    assert (folder.snapshot().all(Draft), again.faults) == ((), {})


def test_a_bad_cell_over_a_stored_value_leaves_that_value(folder):
    put(folder, need=3)

    type_in(table(folder), folder, (0, 0, "mucho"))

    assert stored(folder) == {("Personas", "Marca"): (3, 3)}
    assert table(folder).first[0][str(OPTIONS[0].id)] == "mucho"


def test_what_is_not_stored_shows_in_the_list_of_the_type_too(folder):
    type_in(table(folder), folder, (0, 0, "cuatro"))

    [line] = Editor(Ideal, folder.snapshot(), _).lines()

    assert line.record is None
    assert dict(line.typed) == {"factor": "Personas", "option": "Marca", "need": "cuatro"}


def test_what_was_typed_can_be_forgotten(folder):
    sheet = table(folder)
    type_in(sheet, folder, (0, 0, "cuatro"))

    sheet.discard((FACTORS[0].id, OPTIONS[0].id), folder, "Ana", _)

    assert sheet.faults == {}
    assert folder.snapshot().all(Draft) == ()


def test_two_people_in_different_cells_both_keep_theirs(folder):
    mine, theirs = table(folder), table(folder)

    type_in(theirs, folder, (0, 0, "4"), by="Eva")
    type_in(mine, folder, (1, 1, "2"))

    assert stored(folder) == {("Personas", "Marca"): (4, 3), ("Investigación", "Ruta"): (2, 3)}
    assert mine.is_behind


@pytest.mark.parametrize("begin", [None, 3])
def test_the_same_cell_is_not_written_over_unasked(folder, begin):
    if begin:
        put(folder, need=begin)
    mine, theirs = table(folder), table(folder)
    type_in(theirs, folder, (0, 0, "4"), by="Eva")

    type_in(mine, folder, (0, 0, "2"))

    assert [need for need, _weight in stored(folder).values()] == [4]
    assert said(mine) == ["Overtaken"]
    place = (FACTORS[0].id, OPTIONS[0].id)
    assert "“4”" in str(mine.faults[place].problem)
    mine.insist(place, folder, "Ana", _)
    assert [need for need, _weight in stored(folder).values()] == [2]
    assert (mine.faults, folder.snapshot().all(Draft)) == ({}, ())


def test_the_same_value_from_two_people_is_no_conflict(folder):
    mine, theirs = table(folder), table(folder)
    type_in(theirs, folder, (0, 0, "4"), by="Eva")

    type_in(mine, folder, (0, 0, "4"))

    assert mine.faults == {}


def test_a_cell_emptied_meanwhile_is_not_filled_unasked(folder):
    record = put(folder)
    mine = table(folder)
    folder.apply(ChangeSet("Gone", (Remove(Ideal, record.id),)), by="Eva")

    type_in(mine, folder, (0, 0, "5"))

    assert (stored(folder), said(mine)) == ({}, ["Overtaken"])
    mine.insist((FACTORS[0].id, OPTIONS[0].id), folder, "Ana", _)
    assert stored(folder) == {("Personas", "Marca"): (5, 3)}


def test_a_cell_changed_meanwhile_is_not_emptied_unasked(folder):
    record = put(folder)
    mine = table(folder)
    folder.apply(ChangeSet("Edit", (Edit(Ideal, record.id, {"need": 5}),)), by="Eva")

    type_in(mine, folder, (0, 0, ""))

    assert stored(folder) == {("Personas", "Marca"): (5, 3)}
    mine.insist((FACTORS[0].id, OPTIONS[0].id), folder, "Ana", _)
    assert stored(folder) == {}


def test_another_field_of_the_record_changed_meanwhile_is_merged(folder):
    record = put(folder)
    mine = table(folder)
    folder.apply(ChangeSet("Edit", (Edit(Ideal, record.id, {"weight": 5}),)), by="Eva")

    type_in(mine, folder, (0, 0, "4"))

    assert stored(folder) == {("Personas", "Marca"): (4, 5)}


def test_a_column_that_is_gone_meanwhile_keeps_what_is_typed(folder):
    mine = table(folder)
    folder.apply(ChangeSet("Gone", (Remove(StrategicOption, OPTIONS[0].id),)), by="Eva")

    type_in(mine, folder, (0, 0, "4"), (0, 1, "5"))

    assert stored(folder) == {("Personas", "Ruta"): (5, 3)}
    assert [*mine.faults] == [(FACTORS[0].id, OPTIONS[0].id)]


def test_a_required_field_beyond_the_cell_is_asked_for(folder):
    sheet = table(folder, WEIGHTS)

    type_in(sheet, folder, (0, 0, "4"))

    assert stored(folder) == {}
    assert len(sheet.faults) == 1


def test_only_some_rows_and_columns_show(folder):
    sheet = table(folder, rows=[FACTORS[1]], columns=[OPTIONS[1]])

    type_in(sheet, folder, (0, 0, "4"))

    assert stored(folder) == {("Investigación", "Ruta"): (4, 3)}


def test_a_third_key_is_fixed_and_tells_tables_apart(folder):
    rater = Rater(id=uuid4(), name="Experto 01", side=Side.EXPERT)
    one, other = (
        OptionCriterion(id=uuid4(), name=name, axis=Axis.ATTRACTIVENESS)
        for name in ("Mercado", "Riesgo")
    )
    folder.apply(ChangeSet("Put", tuple(map(Put, (rater, one, other)))), by="Ana")
    layouts = [
        Layout(OptionScore, "option", "rater", "score", {"criterion": criterion.id})
        for criterion in (one, other)
    ]

    type_in(table(folder, layouts[0]), folder, (0, 0, "4"))
    type_in(table(folder, layouts[1]), folder, (0, 0, "2"))

    assert [(row.criterion, row.score) for row in folder.snapshot().all(OptionScore)] == [
        (one.id, 4),
        (other.id, 2),
    ]
    assert table(folder, layouts[0]).filled == 1


@pytest.mark.parametrize(
    ("cls", "found"),
    [
        (Ideal, ("factor", "option", ())),
        (DiamondScore, ("factor", "rater", ())),
        (OptionScore, ("option", "rater", ("criterion",))),
        (Attendance, ("meeting", "actor", ())),
        (Tie, None),
        (Contact, None),
        (DiamondFactor, None),
    ],
)
def test_a_type_known_by_what_it_points_to_has_a_layout(cls, found):
    assert layout_of(cls) == found
