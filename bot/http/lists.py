"""Settings that are lists, written on one line with commas between."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, ip_network

_ORIGIN = re.compile(r"https?://[a-z0-9*.-]+(:(\d{1,5}|\*))?", re.IGNORECASE)
_KEY = re.compile(r"([\w.-]{1,64})=([0-9a-f]{64})(?::([1-9]\d{0,5}))?", re.IGNORECASE)


def split(written: object) -> object:
    """The entries of a written list, blanks around them left out."""
    if isinstance(written, str):
        return tuple(each for each in re.split(r"[\s,]+", written) if each)
    return written


def networks(entries: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    """Addresses and networks (``10.0.0.0/8``). Raises ``ValueError`` for anything else."""
    return tuple(ip_network(each, strict=False) for each in entries)


def origins(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Checked origins (``https://portal.example.vn``); ``*`` alone is every one.

    Raises ``ValueError`` for anything else.
    """
    for each in entries:
        if each != "*" and not _ORIGIN.fullmatch(each):
            raise ValueError("must be origins such as https://portal.example.vn")
    return entries


def key_entries(entries: tuple[str, ...]) -> tuple[tuple[str, str, int | None], ...]:
    """Keys as ``name=sha256`` or ``name=sha256:requests a minute``.

    Raises ``ValueError`` for anything else.
    """
    found = [_KEY.fullmatch(each) for each in entries]
    if None in found:
        raise ValueError("must be name=SHA-256 of the key, perhaps with :requests a minute")
    return tuple(
        (each[1], each[2].lower(), int(each[3]) if each[3] else None) for each in found if each
    )
