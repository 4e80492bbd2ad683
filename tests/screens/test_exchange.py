"""Import and export on the screen: a file is looked at, decided on, taken in, and undone."""

import pytest

from methodology.mapping import Actor, ChainLink, Tie
from methodology.project import ColumnMemory
from tests.screens.conftest import show_view, texts

GOOD = "Nombre;Tipo;Empleados\nQuesería Ñandú;Productor final;14\nGranja <b>;Proveedor;3\n"
BAD = GOOD + "Molino;Proveedor;catorce\nPosada;Proveedor;5\nHato;Proveedor;6\n"
TIES = "Desde;Hacia\nMedici;Strozzi\nMedici;Albizzi\n"


@pytest.fixture
def page(open_screen, empty_folder):
    """Give the page of imports of an empty project, in English."""
    return open_screen("exchange", empty_folder, "en")


def paste(page, text):
    page.text_area(key="exchange_text").set_value(text)
    button = next(one for one in page.button if "Read the table" in one.label)
    return button.click().run()


def upload(page, name, data):
    page.file_uploader(key="exchange_file").set_value((name, data, "text/csv"))
    return page.run()


def names(folder):
    return [one.name for one in folder.snapshot().all(Actor)]


def test_pasted_table_is_looked_at_before_anything_is_written(page, empty_folder, look_inside):
    paste(page, GOOD)

    assert not page.exception
    assert "Added **2**" in texts(page)
    assert page.button(key="import_go").label == "Import 2 rows"
    assert names(look_inside(empty_folder)) == []


def test_import_writes_every_row_in_one_act_and_says_how_many(page, empty_folder, look_inside):
    paste(page, GOOD)

    page.button(key="import_go").click().run()

    assert not page.exception
    assert "2 records were added, 0 changed" in texts(page)
    assert names(look_inside(empty_folder)) == ["Quesería Ñandú", "Granja <b>"]


def test_file_that_is_uploaded_goes_the_same_way(page, empty_folder, look_inside):
    upload(page, "actores.csv", GOOD.encode("utf-16"))

    page.button(key="import_go").click().run()

    assert not page.exception
    assert names(look_inside(empty_folder)) == ["Quesería Ñandú", "Granja <b>"]
    assert [path.name for path in (empty_folder / "files").iterdir()] == ["actores.csv"]


def test_invalid_row_is_shown_first_and_holds_the_import_back(page):
    paste(page, BAD)

    assert "Correct or leave out the invalid rows to import" in texts(page)
    assert page.button(key="import_go").disabled
    assert "“catorce” is not a number" in rows(page)["why"].iloc[0]


def rows(page):
    return page.dataframe[0].value


def test_file_left_is_forgotten(page, empty_folder, look_inside):
    paste(page, GOOD)

    page.button(key="import_leave").click().run()

    assert not page.exception
    assert page.text_area(key="exchange_text")
    assert names(look_inside(empty_folder)) == []


def test_same_table_again_has_nothing_to_import(page):
    paste(page, GOOD)
    page.button(key="import_go").click().run()

    paste(page, GOOD)

    assert "There is nothing to import" in texts(page)
    assert page.button(key="import_go").disabled


def test_file_imported_in_another_window_meanwhile_is_weighed_anew(
    page, open_screen, empty_folder, look_inside
):
    other = open_screen("exchange", empty_folder, "en")
    paste(page, GOOD)
    paste(other, GOOD + "Molino;Proveedor;2\n")
    page.button(key="import_go").click().run()

    other.button(key="import_go").click().run()

    assert not other.error
    assert "The project changed meanwhile" in other.warning[0].value
    assert other.button(key="import_go").label == "Import 1 row"
    assert len(names(look_inside(empty_folder))) == 2
    other.button(key="import_go").click().run()
    assert names(look_inside(empty_folder)) == ["Quesería Ñandú", "Granja <b>", "Molino"]


def test_import_is_undone_where_it_was_made(page, empty_folder, look_inside):
    paste(page, GOOD)
    page.button(key="import_go").click().run()

    undo = next(one for one in page.button if "Undo" in one.label)
    undo.click().run()

    assert not page.exception
    assert names(look_inside(empty_folder)) == []


def test_import_leads_to_the_table_it_filled(page):
    paste(page, GOOD)
    page.button(key="import_go").click().run()

    page.button(key="import_see").click().run()

    assert not page.exception
    assert page.title[0].value.startswith("2 actors")
    assert page.session_state["mapping_table"] == "actor"


def test_names_that_relations_create_are_counted_before_they_are(page, empty_folder, look_inside):
    paste(page, TIES)

    assert "3 names created" in texts(page)
    page.button(key="import_go").click().run()

    folder = look_inside(empty_folder)
    assert sorted(names(folder)) == ["Albizzi", "Medici", "Strozzi"]
    assert len(folder.snapshot().all(Tie)) == 2


def test_sheet_can_be_taken_for_something_else(page, empty_folder, look_inside):
    paste(page, "Nombre;Tipo;Empleados\nAcopio;;\nQuesería;;\n")
    chosen = page.selectbox(key="import_type_pasted")

    chosen.set_value(ChainLink).run()
    page.button(key="import_go").click().run()

    assert not page.exception
    folder = look_inside(empty_folder)
    assert [one.name for one in folder.snapshot().all(ChainLink)] == ["Acopio", "Quesería"]
    assert folder.snapshot().all(ColumnMemory) == ()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("raro.xlsx", b"nothing like a workbook", "raro.xlsx"),
        ("vacío.csv", b" \n \n", "vacío.csv"),
        ("viejo.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "viejo.csv"),
    ],
)
def test_file_that_holds_no_table_is_refused_with_its_reason(page, name, data, said):
    upload(page, name, data)

    assert not page.exception
    assert said in texts(page)
    assert [one.key for one in page.button if one.key == "import_go"] == []


def test_words_of_the_file_are_never_alive(page):
    paste(page, "Nombre;Empleados\n[x](http://a.b);=1+1\n**Y**;2\n")

    raw = "\n".join(str(piece.value) for piece in page.markdown)
    assert "](http" not in raw
    assert "**Y**" not in raw


@pytest.mark.parametrize(("language", "read"), [("es", "Importar 2 filas"), ("pt", "2 linhas")])
def test_import_speaks_the_language_of_the_page(open_screen, empty_folder, language, read):
    page = open_screen("exchange", empty_folder, language)
    page.text_area(key="exchange_text").set_value(GOOD)
    page.button[[bool(one.form_id) for one in page.button].index(True)].click().run()

    assert read in page.button(key="import_go").label


def test_export_offers_the_workbook_and_the_longest_table(open_screen, small_folder):
    page = show_view(open_screen("exchange", small_folder, "en"), "exchange_view", "export")

    assert not page.exception
    assert [one.key for one in page.get("download_button")] == ["export_workbook", "export_csv"]
    chosen, options = page.selectbox(key="export_table"), page.selectbox(key="export_table").options
    counts = [int(text.split(" · ")[1].split()[0].replace(",", "")) for text in options]
    assert counts[chosen.index] == max(counts) > 0


def test_tables_of_people_go_when_persons_are_left_out(open_screen, small_folder):
    page = show_view(open_screen("exchange", small_folder, "en"), "exchange_view", "export")
    before = page.selectbox(key="export_table").options

    page.toggle(key="export_persons").set_value(False).run()

    after = page.selectbox(key="export_table").options
    gone = {text.split(" · ")[0] for text in before} - {text.split(" · ")[0] for text in after}
    assert {"People", "Dynamization team"} <= gone
    assert "Actors" not in gone


def test_word_of_one_list_is_asked_once_for_all_its_columns(page):
    head = "Risk;Likelihood;Damage;Response"
    row = "The buyer leaves;Tremendous;Tremendous;Sign early"
    paste(page, f"{head}\n{row}\n")

    asked = [one for one in page.selectbox if one.key.startswith("import_meaning_")]
    assert [one.label for one in asked] == ["Likelihood, Damage: “Tremendous” in 2 cells"]

    asked[0].select_index(0).run()

    assert not page.exception
    assert "Added **1**" in texts(page)


def test_a_guess_stands_in_its_question_and_a_word_that_says_nothing_is_left_open(page):
    paste(page, "Name;Type\nUno;Supplier of milk\nDos;Company\nTres;company\n")

    asked = {one.label: one for one in page.selectbox if one.key.startswith("import_meaning_")}
    assert asked["Type: “Supplier of milk” in 1 cell"].value == "Supplier"
    assert asked["Type: “Company” in 2 cells"].value is None
    assert "is guessed to mean" in texts(page)
