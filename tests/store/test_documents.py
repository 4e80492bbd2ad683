from concurrent.futures import ThreadPoolExecutor
from datetime import date

from app.store import next_number, save_document, saved_documents

ON = date(2026, 6, 12)


def test_documents_are_numbered_and_dated(make_folder):
    folder = make_folder()

    first = save_document(folder, lambda _: b"1", "Plan: quesos/Cajamarca", ON)
    second = save_document(folder, lambda _: b"2", "Plan", ON, ".xlsx")

    assert first.name == "001 Plan- quesos-Cajamarca 2026-06-12.docx"
    assert second.name == "002 Plan 2026-06-12.xlsx"
    assert first.read_bytes() == b"1"
    assert saved_documents(folder) == (second, first)
    assert next_number(folder) == 3


def test_no_document_is_ever_overwritten(make_folder):
    folder = make_folder()

    with ThreadPoolExecutor(8) as pool:
        made = list(
            pool.map(
                lambda n: save_document(folder, lambda _: str(n).encode(), "Plan", ON), range(24)
            )
        )

    assert sorted(path.read_bytes() for path in made) == sorted(str(n).encode() for n in range(24))
    assert len(set(made)) == 24


def test_numbers_go_on_after_the_highest_and_ignore_other_files(make_folder):
    folder = make_folder()
    (folder.path / "documents" / "1000 Plan.docx").touch()
    (folder.path / "documents" / "borrador.docx").touch()

    path = save_document(folder, lambda _: b"x", "Plan", ON)

    assert path.name.startswith("1001 ")
    assert len(saved_documents(folder)) == 2


def test_a_document_whose_number_was_taken_meanwhile_is_written_again(make_folder):
    folder = make_folder()
    asked = []

    def write(number):
        asked.append(number)
        if len(asked) == 1:
            save_document(folder, lambda _: b"other", "Strategic plan", ON)
        return f"number {number}".encode()

    made = save_document(folder, write, "Plan", ON)

    assert asked == [1, 2]
    assert (made.name, made.read_bytes()) == ("002 Plan 2026-06-12.docx", b"number 2")
