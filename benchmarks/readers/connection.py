"""HTTP/1.1 on one connection, as small as it can be: a client that costs more than the server would measure itself."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

LONGEST_WAIT = 30.0  # seconds; a reader has left by then


class Lost(Exception):
    """The server could not be reached, closed the connection within an answer, or took too long."""


@dataclass(frozen=True)
class Answer:
    """`seconds`: from the first byte asked to the last byte answered. `body` as it came, compressed or not."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


class Connection:
    """A connection that is opened when it is needed, and anew when the server has closed it in between."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Answer:
        """The answer. Raises Lost. A connection that was idle may have been closed, so that one is tried anew once."""
        started = time.perf_counter()
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                was_open = self._writer is not None
                try:
                    status, seen, content = await self._once(method, path, headers, body)
                except (OSError, EOFError):
                    self.close()
                    if not was_open:
                        raise
                    status, seen, content = await self._once(method, path, headers, body)
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            self.close()
            raise Lost(f"{method} {path}: {type(error).__name__} {error}") from error
        return Answer(status, seen, content, time.perf_counter() - started)

    async def _once(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        assert self._reader is not None
        length = {"Content-Length": str(len(body))} if method == "POST" else {}
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in {**headers, **length}.items()]
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        seen = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        content = await self._body(status, seen)
        if seen.get("connection", "").lower() == "close":
            self.close()
        return status, seen, content

    async def _body(self, status: int, headers: dict[str, str]) -> bytes:
        assert self._reader is not None
        if status in (204, 304):
            return b""
        if headers.get("transfer-encoding") != "chunked":
            return await self._reader.readexactly(int(headers["content-length"]))
        content = b""
        while size := int(await self._reader.readline(), 16):
            content += await self._reader.readexactly(size)
            await self._reader.readexactly(2)
        await self._reader.readexactly(2)
        return content

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None
