"""A client that costs next to nothing, so that the server is what is measured."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlsplit


def get(path: str) -> bytes:
    """A request for a path, which must be ASCII."""
    return f"GET {path} HTTP/1.1\r\nHost: ocop.test\r\n\r\n".encode()


def post(path: str, body: object) -> bytes:
    """A request with a JSON body."""
    content = json.dumps(body).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: ocop.test\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


class Client:
    """One connection that is kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @staticmethod
    async def connect(url: str) -> Client:
        """Connect to a server's address."""
        address = urlsplit(url)
        return Client(*await asyncio.open_connection(address.hostname, address.port))

    async def send(self, request: bytes) -> int:
        """Send a request and read the whole answer; its status."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        await self._reader.readexactly(length)
        return int(head[9:12])

    async def close(self) -> None:
        """Close the connection."""
        self._writer.close()
        await self._writer.wait_closed()
