"""The option that chooses one of our languages on the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from locales import LOCALES


def _spoken(given: str | None) -> str | None:
    """The language given, if any. Raises ``typer.BadParameter`` for one we do not speak."""
    if given is not None and given not in LOCALES:
        spoken = ", ".join(repr(locale) for locale in LOCALES)
        raise typer.BadParameter(f"{given!r} is not one of {spoken}.")
    return given


_ONE_OF_OURS = "|".join(LOCALES)
OutputLanguage = Annotated[
    str,
    typer.Option("--lang", metavar=_ONE_OF_OURS, callback=_spoken, help="Language of the output."),
]
ForcedLanguage = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=_ONE_OF_OURS,
        callback=_spoken,
        help="Answer in this language, whatever is asked in.",
    ),
]
