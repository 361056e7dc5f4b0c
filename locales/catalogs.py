"""Where the gettext catalogs lie and how they are loaded.

The ``.po`` files are what people edit. A compiled ``.mo`` beside one is used while it is not older;
otherwise the ``.po`` is compiled in memory, so that a fresh clone or a read-only installation works
and nothing is ever written into the package folder.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

DOMAIN = "ocop"
FOLDER = Path(__file__).parent


def po_path(locale: str, folder: Path = FOLDER) -> Path:
    """The editable catalog of a locale."""
    return folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(locale: str, folder: Path = FOLDER) -> GNUTranslations:
    """The catalog of a locale. Raises ``FileNotFoundError`` when there is neither file."""
    source = po_path(locale, folder)
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (
        not source.exists() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns
    ):
        return GNUTranslations(BytesIO(compiled.read_bytes()))
    return GNUTranslations(BytesIO(_compile(source, locale)))


def _compile(source: Path, locale: str) -> bytes:
    # Imported here: a process that finds its .mo does not pay for the parser.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalog = read_po(file, locale=locale, domain=DOMAIN)
    target = BytesIO()
    write_mo(target, catalog)
    return target.getvalue()
