"""Codes in photos of labels."""

from __future__ import annotations

import asyncio
import io
import struct
import zlib

import pytest
import segno

from bot.label_photo import AT_ONCE, LabelReader, UnreadablePhoto


def code(text: str) -> bytes:
    file = io.BytesIO()
    segno.make(text, error="m").save(file, kind="png", scale=6)
    return file.getvalue()


def announced(side: int) -> bytes:
    """A picture of a few bytes that says it is so many pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\x00")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, content) for kind, content in ((b"IHDR", header), (b"IDAT", data))
    )


async def test_photos_that_come_together_are_all_read() -> None:
    reader = LabelReader()
    texts = [f"tra-{number}" for number in range(3 * AT_ONCE)]
    read = await asyncio.gather(*(reader.codes_in(code(text)) for text in texts))
    assert read == [(text,) for text in texts]


@pytest.mark.filterwarnings("ignore:Image size")
@pytest.mark.parametrize("side", [6000, 10_000, 20_000])
async def test_a_picture_of_too_many_pixels_is_not_decoded(side: int) -> None:
    with pytest.raises(UnreadablePhoto):
        await LabelReader().codes_in(announced(side))
