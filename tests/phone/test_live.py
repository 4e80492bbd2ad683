"""The stream of news: the whole on every connect, then each change, until the phone is gone."""

import asyncio

from app.phone.live import MOST_LISTENERS, stream
from tests.asynchronous import run
from tests.phone.boards import board, question


class Hall:
    """As much of a room as the stream sees."""

    def __init__(self, listeners: int = 0) -> None:
        self.board, self.listeners = board(), listeners
        self.next_news = asyncio.get_running_loop().create_future()

    def tell(self, *questions) -> None:
        self.board = board(*questions)
        told, self.next_news = self.next_news, asyncio.get_running_loop().create_future()
        told.set_result(None)


class Phone:
    """The other end of a connection: what it was sent, and when it goes."""

    def __init__(self, answer) -> None:
        self.heard: asyncio.Queue[dict] = asyncio.Queue()
        self._said: asyncio.Queue[dict] = asyncio.Queue()
        self._said.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        self.answered = asyncio.ensure_future(answer({}, self._said.get, self.heard.put))

    async def hears(self) -> str:
        return (await asyncio.wait_for(self.heard.get(), 10))["body"].decode()

    def goes(self) -> None:
        self._said.put_nowait({"type": "http.disconnect"})


def test_a_phone_hears_what_is_asked_and_then_each_change_until_it_goes():
    async def told():
        hall, asked = Hall(), question()
        phone = Phone(stream(hall))
        start = await phone.heard.get()
        first = await phone.hears()
        present = hall.listeners
        hall.tell(asked)
        second = await phone.hears()
        phone.goes()
        await asyncio.wait_for(phone.answered, 10)
        return start, first, second, asked.mark, (present, hall.listeners)

    start, first, second, mark, listeners = run(told())

    assert dict(start["headers"])[b"content-type"].startswith(b"text/event-stream")
    assert b"content-length" not in dict(start["headers"])
    assert first == "retry: 1000\nid: 7\ndata: none\n\n"
    assert f"data: {mark}." in second
    assert listeners == (1, 0)


def test_the_room_forgets_a_phone_whose_answer_is_cut_off():
    async def cut():
        hall = Hall()
        phone = Phone(stream(hall))
        await phone.heard.get()
        await phone.hears()
        phone.answered.cancel()
        await asyncio.wait([phone.answered])
        return hall.listeners, hall.next_news.cancelled()

    assert run(cut()) == (0, False)


def test_one_too_many_is_told_to_come_for_the_news():
    async def asked():
        return stream(Hall(MOST_LISTENERS)).status_code

    assert run(asked()) == 204
