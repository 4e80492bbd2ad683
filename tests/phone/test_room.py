"""The room: what it shows of the project is never older than what it showed before."""

import asyncio
import threading

from app.phone.room import Room
from app.store.voting import open_round
from tests.asynchronous import run
from tests.store.balloting import put_round


def test_an_older_board_never_takes_the_place_of_a_newer_one(folder):
    asked, read, may_answer = put_round(folder), threading.Event(), threading.Event()

    async def looked():
        room = Room(folder.path)
        board = room.desk.board

        def slow():
            found = board()
            read.set()
            assert may_answer.wait(10)
            return found

        room.desk.board = slow
        room._loop = asyncio.get_running_loop()
        room._news = room._loop.create_future()
        first = asyncio.create_task(room.look_again())
        await asyncio.to_thread(read.wait, 10)
        room.desk.board = board
        await asyncio.to_thread(open_round, folder, asked.round.id, by="ana")
        second = asyncio.create_task(room.look_again())
        await asyncio.sleep(0.2)
        may_answer.set()
        await asyncio.gather(first, second)
        room.desk.close()
        return [one.round.id for one in room.board.questions]

    assert run(looked()) == [asked.round.id]
