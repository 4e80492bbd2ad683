"""Connections that are held to manners: whoever sends slowly, or too much of a header, is let go.

uvicorn waits for headers as long as they take, and takes as many as come.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADER_SECONDS = 10.0
HEADER_BYTES = 16_384


class CarefulProtocol(HttpToolsProtocol):
    """uvicorn's protocol with a limit on how long and how large the head of a request may be."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._is_in_head = True
        self._head = 0
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to count the time that the first head takes."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Let the connection go when the head of its request grows too large."""
        if self._is_in_head:
            self._head += len(data)
            if self._head > HEADER_BYTES and b"\r\n\r\n" not in data[:HEADER_BYTES]:
                self.transport.close()
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        """Note that a head begins, on a connection that is used again as well."""
        super().on_message_begin()
        self._is_in_head = True
        if self._patience is None:
            self._wait_for_head()

    def on_headers_complete(self) -> None:
        """Note that the head is whole."""
        self._is_in_head, self._head = False, 0
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the time."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        self._patience = self.loop.call_later(HEADER_SECONDS, self._let_go)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _let_go(self) -> None:
        self._patience = None
        if self._is_in_head and self.transport is not None:
            self.transport.close()
