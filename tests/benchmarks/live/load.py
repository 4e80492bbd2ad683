"""Phones by the thousand, from one process of their own: `python -m tests.benchmarks.live.load`.

Reads one JSON line on its input and writes one on its output. Times are those of the ballot's
POST, from the first byte sent to the last received, on a connection of its own that has been
opened and has fetched the page before. Where that would take longer than the load itself, phones
begin with the name that a page would have given them, sealed with the project's own key.
"""

import asyncio
import contextlib
import hashlib
import json
import os
import re
import secrets
import sys
import time

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # of what a server makes
READY_NAMES = 1000  # for each connection of a storm: more than it gets to use
FORM = "application/x-www-form-urlencoded"
_COOKIE = re.compile(rb"set-cookie: ([^;]+)")


class Phone:
    """One connection, kept alive."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies = ""

    async def connect(self) -> None:
        """Open the connection."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, method: str, path: str, body: str = "", accept: str = "*/*"):
        """Send a request and return status and body."""
        head = f"{method} {path} HTTP/1.1\r\nhost: sala\r\naccept: {accept}\r\n"
        if self.cookies:
            head += f"cookie: {self.cookies}\r\n"
        if method == "POST":
            head += f"content-type: {FORM}\r\ncontent-length: {len(body)}\r\n"
        self.writer.write(f"{head}\r\n{body}".encode())
        told = await self.reader.readuntil(b"\r\n\r\n")
        size = re.search(rb"content-length: (\d+)", told)
        found = await self.reader.readexactly(int(size[1]) if size else 0)
        self.cookies = self.cookies or b"; ".join(_COOKIE.findall(told)).decode()
        return int(told[9:12]), found

    def be(self, device: str) -> None:
        """Keep what a phone keeps that has fetched the page."""
        self.cookies = f"d={device}; l=es"

    async def page(self, path: str) -> int:
        """Fetch the page as a new phone; return its size."""
        _, found = await self.ask("GET", path)
        return len(found)

    async def vote(self, path: str, item: int) -> tuple[bool, float]:
        """Send a ballot; return whether it was acknowledged, and after how many seconds."""
        begin = time.perf_counter()
        status, _ = await self.ask("POST", path, f"turn=1&i={item}", "application/json")
        return status == 200, time.perf_counter() - begin

    def close(self) -> None:
        """Hang up."""
        self.writer.close()


class Listener:
    """A phone that waits for news."""

    async def connect(self, port: int) -> None:
        """Open the stream and read what is asked now."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        self.writer.write(b"GET /live HTTP/1.1\r\nhost: sala\r\n\r\n")
        await self.reader.readuntil(b"data: ")
        await self.reader.readline()

    async def hear(self) -> float:
        """Return the moment at which something new arrived."""
        await self.reader.readuntil(b"data: ")
        return time.time()


async def voters(port, path, phones, seconds, listen=True):
    """Have phones arrive over some seconds; each fetches the page, votes, and goes on listening."""
    listeners: list[Listener] = []

    async def come(number):
        await asyncio.sleep(seconds * number / phones)
        one = Phone(port)
        try:
            await one.connect()
            await one.page(path)
            if listen:
                waiting = Listener()
                await waiting.connect(port)
                listeners.append(waiting)
            return await one.vote(path, number % 3 + 1)
        except (OSError, asyncio.IncompleteReadError, TypeError):
            return False, 0.0
        finally:
            with contextlib.suppress(AttributeError):
                one.close()

    found = await asyncio.gather(*(come(number) for number in range(phones)))
    for waiting in listeners:
        waiting.writer.close()
    return {"kept": sum(kept for kept, _ in found), "times": [taken for _, taken in found]}


async def burst(port, path, phones, seconds):
    """Have phones that are ready send their ballots within so many seconds."""
    ready = [Phone(port) for _ in range(phones)]
    for one in ready:
        await one.connect()
        await one.page(path)

    async def send(number, one):
        await asyncio.sleep(seconds * number / phones)
        return await one.vote(path, number % 3 + 1)

    found = await asyncio.gather(*(send(number, one) for number, one in enumerate(ready)))
    for one in ready:
        one.close()
    return {"kept": sum(kept for kept, _ in found), "times": [taken for _, taken in found]}


def named(key: str) -> str:
    """Return the name of a phone that has fetched the page of the project with this key.

    Made here as the server makes it: to import that would delay the load by seconds.
    """
    made = secrets.token_urlsafe(9)
    seal = hashlib.blake2b(made.encode(), key=bytes.fromhex(key), digest_size=10).digest()
    return made + "".join(SIGNS[one % 32] for one in seal)


async def storm(port, path, connections, seconds, key):
    """Send as many as go through on some connections; each request is another phone's."""
    ready = [[named(key) for _ in range(READY_NAMES)] for _ in range(connections)]
    end, total, times = time.perf_counter() + seconds, 0, []

    async def send(names):
        nonlocal total
        one, number = Phone(port), 0
        await one.connect()
        while time.perf_counter() < end:
            number += 1
            one.be(names.pop() if names else named(key))
            begin = time.perf_counter()
            status, _ = await one.ask("POST", path, f"turn=1&i={number % 3 + 1}")
            times.append(time.perf_counter() - begin)
            total += status == 303
        one.close()

    await asyncio.gather(*map(send, ready))
    return {"rate": total / seconds, "times": times}


async def listeners(port, phones):
    """Wait with many phones; return when the last of them heard the news, by the clock."""
    waiting = [Listener() for _ in range(phones)]
    for one in waiting:
        await one.connect(port)
    print("ready", flush=True)
    heard = await asyncio.gather(*(one.hear() for one in waiting))
    return {"heard": sorted(heard)}


async def returning(port, path, phones, seconds, key):
    """Vote over some seconds while the server dies in between; keep at it as pages do."""

    async def come(number):
        await asyncio.sleep(seconds * number / phones)
        lost, pause = 0.0, 0.5
        device = named(key)
        while True:
            one = Phone(port)
            one.be(device)
            try:
                await one.connect()
                kept, _ = await asyncio.wait_for(one.vote(path, number % 3 + 1), 5)
                if kept:
                    return time.time() - lost if lost else 0.0
            except (OSError, asyncio.IncompleteReadError, TimeoutError):
                lost = lost or time.time()
            finally:
                with contextlib.suppress(AttributeError):
                    one.close()
            await asyncio.sleep(pause)
            pause = min(2 * pause, 3)

    back = await asyncio.gather(*(come(number) for number in range(phones)))
    return {"back": sorted(back)}


WAYS = {one.__name__: one for one in (voters, burst, storm, listeners, returning)}


def main() -> None:
    """Do what the line says."""
    told = json.loads(sys.stdin.readline())
    if told.pop("core", None) is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {os.cpu_count() - 1})
    way = WAYS[told.pop("way")]
    print(json.dumps(asyncio.run(way(**told))), flush=True)


if __name__ == "__main__":
    main()
