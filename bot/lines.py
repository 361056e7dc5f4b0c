"""Questions from a pipe: one a line, whatever bytes come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

LONGEST_LINE = 1 << 20
"""Bytes of a line that are read; what follows on the same line is passed over, so that a file
without line ends cannot fill the memory."""


def read_lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream as they arrive, without their ends.

    Bytes that are not UTF-8 become U+FFFD; a byte order mark at the beginning is dropped.
    """
    first = True
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        text = line.decode("utf-8-sig" if first else "utf-8", errors="replace")
        first = False
        yield text.rstrip("\r\n")
