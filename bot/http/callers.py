"""Whose request it is: the address it came from, also through proxies of ours."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

from starlette.requests import HTTPConnection

Network = IPv4Network | IPv6Network

_NOBODY = "unknown"
_HOUSEHOLD = 64
"""Bits of an IPv6 address that one subscriber is given; within them each device takes any."""


class Callers:
    """Tells requests apart by address. ``X-Forwarded-For`` counts only from the proxies named."""

    def __init__(self, proxies: Sequence[Network] = ()) -> None:
        self._proxies = tuple(proxies)

    def address(self, connection: HTTPConnection) -> str:
        """The address to hold a limit against: an IPv4 address or the /64 of an IPv6 one.

        Of a chain of proxies the last address that is none of ours: what stands before it was
        written by the caller and may be made up.
        """
        nearest = connection.client.host if connection.client else ""
        if not self._is_ours(nearest):
            return _grouped(nearest)
        forwarded = ",".join(connection.headers.getlist("x-forwarded-for")).split(",")
        for written in reversed([each.strip() for each in forwarded]):
            if written and not self._is_ours(written):
                return _grouped(written)
        return _grouped(nearest)

    def is_secure(self, connection: HTTPConnection) -> bool:
        """Whether the person's side of the line is HTTPS."""
        if self._is_ours(connection.client.host if connection.client else ""):
            given = connection.headers.get("x-forwarded-proto", "").split(",")[0].strip()
            if given:
                return given == "https"
        return connection.url.scheme == "https"

    def _is_ours(self, written: str) -> bool:
        try:
            address = ip_address(written)
        except ValueError:
            return False
        return any(address in network for network in self._proxies)


def _grouped(written: str) -> str:
    try:
        address = ip_address(written)
    except ValueError:
        return _NOBODY
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(IPv6Network((int(address), _HOUSEHOLD), strict=False))
    return str(address)
