"""Telegram's side of the wire, in a process of its own: delivers updates and takes messages.

Speaks just enough HTTP to cost next to nothing beside the bot that is measured. Commands come as
JSON lines on standard input, answers go as JSON lines to standard output; the first is the port.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import Any
from urllib.parse import parse_qs

DELIVERIES = 40
"""Deliveries at once: what the bot asks Telegram for (``max_connections``)."""

_ME = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}


class Peer:
    """The Bot API, and the people who write."""

    def __init__(self) -> None:
        self._answered: dict[int, asyncio.Future[float]] = {}
        self._hanging: int | None = None
        self._held = 0
        self._released = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the bot's calls on one connection."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                method = head.split(b" ", 2)[1].rsplit(b"/", 1)[1].decode()
                body = await reader.readexactly(_length(head))
                result = await self._result(method, body)
                content = json.dumps({"ok": True, "result": result}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + str(len(content)).encode()
                    + b"\r\n\r\n"
                    + content
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run(self, command: dict[str, Any]) -> dict[str, object]:
        """Let as many chats as asked for talk; each asks again when it is answered.

        ``chats``, ``rounds``, ``texts``; ``port``, ``path`` and ``secret`` of the webhook;
        ``hanging``: one more chat writes, to which nothing gets through until all is over. The
        waits are in milliseconds, from the delivery of a question to the arrival of its answer.

        Raises ``RuntimeError`` when that chat did not hang all the while.
        """
        chats, rounds, texts = command["chats"], command["rounds"], command["texts"]
        self._hanging = chats + 1 if command["hanging"] else None
        self._released.clear()
        lines: asyncio.Queue[Line] = asyncio.Queue()
        for _ in range(DELIVERIES):
            await lines.put(await Line.opened(command["port"], command["path"], command["secret"]))

        async def deliver(number: int, chat: int) -> None:
            line = await lines.get()
            try:
                question = texts[(number - command["first"]) % len(texts)]
                await line.post(_update(number, chat, question))
            finally:
                lines.put_nowait(line)

        async def talk(chat: int) -> list[float]:
            waits = []
            for turn in range(rounds):
                answered = asyncio.get_running_loop().create_future()
                self._answered[chat] = answered
                began = time.perf_counter()
                await deliver(command["first"] + chat * rounds + turn, chat)
                waits.append((await answered - began) * 1000)
            return waits

        if self._hanging is not None:
            await deliver(command["first"] - 1, self._hanging)
        began = time.perf_counter()
        talks = await asyncio.gather(*(talk(chat) for chat in range(1, chats + 1)))
        seconds = time.perf_counter() - began
        if self._held != (self._hanging is not None):
            raise RuntimeError(f"{self._held} calls hung")
        self._released.set()
        while not lines.empty():
            lines.get_nowait().close()
        return {
            "seconds": seconds,
            "waits": [each for waits in talks for each in waits],
        }

    async def _result(self, method: str, body: bytes) -> object:
        if method == "sendMessage":
            chat = int(parse_qs(body.decode())["chat_id"][0])
            if chat == self._hanging:
                self._held += 1
                await self._released.wait()
                self._held -= 1
            waiting = self._answered.pop(chat, None)
            if waiting is not None:
                waiting.set_result(time.perf_counter())
            return {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "text": ""}
        return {"getMe": _ME, "getWebhookInfo": _NO_WEBHOOK}.get(method, True)


class Line:
    """One connection to the bot's webhook."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: str
    ) -> None:
        self._reader, self._writer, self._head = reader, writer, head

    @staticmethod
    async def opened(port: int, path: str, secret: str) -> Line:
        """A connection to a webhook on this machine."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = (
            f"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        )
        return Line(reader, writer, head)

    def close(self) -> None:
        """Hang up."""
        self._writer.close()

    async def post(self, update: dict[str, Any]) -> None:
        """Deliver an update. Raises ``RuntimeError`` when it is not accepted."""
        body = json.dumps(update).encode()
        self._writer.write(f"{self._head}{len(body)}\r\n\r\n".encode() + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        await self._reader.readexactly(_length(head))
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise RuntimeError(f"not accepted: {head!r}")


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0


def _update(number: int, chat: int, text: str) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "An", "language_code": "vi"}
    where = {"id": chat, "type": "private", "first_name": "An"}
    message = {"message_id": number, "date": 0, "chat": where, "from": person, "text": text}
    return {"update_id": number, "message": message}


async def main() -> None:
    """Serve until standard input ends."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    peer = Peer()
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(await peer.run(json.loads(line))), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
