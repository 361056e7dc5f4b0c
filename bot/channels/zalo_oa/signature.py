"""Whether a delivery is the platform's: its signature, over the body as it came, and its age.

The signature is the plain SHA-256 of the application's id, the raw body, the timestamp in the body
and the account's secret key, in hexadecimal, with or without ``mac=`` before it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

HEADER = "X-ZEvent-Signature"
OLDEST_SECONDS = 3 * 3600.0
"""A delivery that was not taken comes again for two hours at most (after 30 s, 5, 15, 30 and 60
minutes); what is older was recorded by somebody."""
NEWEST_SECONDS = 300.0
"""How far the platform's clock may be ahead of ours."""


def signed_event(
    body: bytes, signature: str, *, app_id: str, secret: str, now: float
) -> Mapping[str, Any] | None:
    """The event of a delivery; ``None`` when it is not the platform's, not ours or too old.

    ``now`` in seconds since 1970.
    """
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        event = {}
    event = event if isinstance(event, dict) else {}
    timestamp = str(event.get("timestamp", ""))
    # Signed over our own id, not the body's, so that another application's events do not pass
    expected = hashlib.sha256(
        app_id.encode() + body + timestamp.encode(errors="replace") + secret.encode()
    ).hexdigest()
    given = signature.strip()
    given = given[4:] if given[:4].lower() == "mac=" else given
    if not hmac.compare_digest(given.strip().lower().encode(errors="replace"), expected.encode()):
        return None
    if not timestamp.isascii() or not timestamp.isdecimal():
        return None
    age = now - int(timestamp[:20]) / 1000
    return event if -NEWEST_SECONDS <= age <= OLDEST_SECONDS else None
