"""Scripts, styles and pictures: read once, served under names that change with their content."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response

KEPT_A_YEAR = "public, max-age=31536000, immutable"
"""An address holds the same bytes for ever: other bytes come under another."""

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


class Assets:
    """The files of the ``static`` folder."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}
        self._answers: dict[str, tuple[str, bytes, bytes]] = {}
        digest = hashlib.sha256()
        for entry in sorted(files(__package__).joinpath("static").iterdir(), key=lambda e: e.name):
            path = PurePosixPath(entry.name)
            if path.suffix not in _TYPES:
                continue
            content = entry.read_bytes()
            digest.update(content)
            name = f"{path.stem}.{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"
            self._addresses[entry.name] = f"/static/{name}"
            self._answers[name] = _TYPES[path.suffix], content, gzip.compress(content, 9, mtime=0)
        self.version = digest.hexdigest()[:10]
        """Changes whenever any file does."""

    @property
    def addresses(self) -> Mapping[str, str]:
        """The path of each file by its plain name."""
        return self._addresses

    def content(self, name: str) -> bytes:
        """The bytes of a file by its plain name. Raises ``KeyError`` for one we do not have."""
        return self._answers[self._addresses[name].rpartition("/")[2]][1]

    def answer(self, name: str, request: Request) -> Response | None:
        """The file under a changing name, packed where the browser can unpack it."""
        found = self._answers.get(name)
        if found is None:
            return None
        media_type, plain, packed = found
        headers = {"Cache-Control": KEPT_A_YEAR, "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            plain = packed
        return Response(plain, media_type=media_type, headers=headers)
