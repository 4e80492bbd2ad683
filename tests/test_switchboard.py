from pathlib import Path

from app.switchboard import DESK, Answer, DoorState, Switchboard, Wish, switchboard


def test_a_wish_and_its_answer_reach_the_other_side(tmp_path):
    board, parent = Switchboard(tmp_path), Switchboard(tmp_path)
    wish = Wish(folder=Path("/x"), host="192.168.1.23")

    board.ask(wish)
    parent.say(Answer(number=wish.number, state=DoorState.OPEN, host=wish.host, port=8080))

    assert parent.wish() == wish
    assert board.answer().state is DoorState.OPEN
    assert board.answer().address == "http://192.168.1.23:8080"


def test_before_anybody_wrote_the_door_is_closed(tmp_path):
    board = Switchboard(tmp_path)

    assert (board.wish(), board.answer()) == (None, Answer())


def test_half_a_note_is_no_note(tmp_path):
    (tmp_path / "wish.json").write_text('{"number": "1", "is_op', encoding="utf-8")

    assert Switchboard(tmp_path).wish() is None


def test_writing_leaves_nothing_else_on_the_desk(tmp_path):
    board = Switchboard(tmp_path)

    for _time in range(3):
        board.ask(Wish())

    assert [file.name for file in tmp_path.iterdir()] == ["wish.json"]


def test_one_address_only_is_published_the_proxy_s_where_there_is_one():
    answer = Answer(host="10.0.0.1", port=8080, public_url="https://votar.example.org/")

    assert answer.address == "https://votar.example.org"


def test_pages_without_a_parent_have_no_desk(tmp_path, monkeypatch):
    monkeypatch.delenv(DESK, raising=False)
    without = switchboard()
    monkeypatch.setenv(DESK, str(tmp_path / "gone"))
    gone = switchboard()
    monkeypatch.setenv(DESK, str(tmp_path))

    assert (without, gone) == (None, None)
    assert switchboard().desk == tmp_path
