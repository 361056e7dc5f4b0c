"""Codes in the photo of a label, read on this machine. Nothing a code names is fetched."""

from __future__ import annotations

import asyncio
import io

import zxingcpp
from PIL import Image

LARGEST_BYTES = 8_000_000
"""A phone's photo as platforms pass it on is under 1 MB; a scan sent as a file may be larger."""
LARGEST_PIXELS = 25_000_000
"""Decoded, 25 million grey pixels take 25 MB."""
LONGEST_SIDE = 2200
"""Pixels: a code that is unreadable at this size is unreadable."""
CODES_READ = 5
LONGEST_TEXT = 500
"""Characters of one code that are looked at."""
AT_ONCE = 2
"""Photos decoded side by side: they take a processor each."""

_FORMATS = ("JPEG", "PNG", "WEBP")


class UnreadablePhoto(Exception):  # noqa: N818 - named after what it is
    """It is no picture, too large, or damaged."""


class LabelReader:
    """Reads photos of labels, a few side by side."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(AT_ONCE)

    async def codes_in(self, photo: bytes) -> tuple[str, ...]:
        """The texts of the QR codes and barcodes in a photo, without holding up the event loop.

        Raises :class:`UnreadablePhoto`.
        """
        async with self._room:
            return await asyncio.to_thread(decode, photo)


def decode(photo: bytes) -> tuple[str, ...]:
    """The texts of the codes in a photo. Raises :class:`UnreadablePhoto`."""
    if len(photo) > LARGEST_BYTES:
        raise UnreadablePhoto("too many bytes")
    try:
        image = Image.open(io.BytesIO(photo), formats=_FORMATS)
        if image.width * image.height > LARGEST_PIXELS:
            raise UnreadablePhoto("too many pixels")
        image.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        grey = image.convert("L")
        grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    except UnreadablePhoto:
        raise
    except Exception as error:  # the decoders of picture formats raise nearly anything
        raise UnreadablePhoto(type(error).__name__) from error
    found = zxingcpp.read_barcodes(grey)
    texts = dict.fromkeys(code.text[:LONGEST_TEXT] for code in found if code.text.strip())
    return tuple(texts)[:CODES_READ]
