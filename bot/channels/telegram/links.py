"""Links that open the bot at a place: ``https://t.me/<bot>?start=p_<code>``.

A start parameter takes 64 letters of ``A-Za-z0-9_-`` (https://core.telegram.org/bots/features
#deep-linking): ``p_`` a product, ``q_`` a producer, ``v_`` today's province by its two digits,
``w_`` a former one.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from handlers.chat.actions import Action, Verb
from handlers.lists.listing import Listing

_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PROVINCE = re.compile(r"(province|former):(\d\d)")
_VERBS = {"p": Verb.PRODUCT, "q": Verb.PRODUCER}
_LEVELS = {"v": "province", "w": "former"}


def start_parameter(subject: str) -> str | None:
    """The start parameter that opens what an answer was about; ``None`` when there is none."""
    action = Action.parse(subject)
    if action is None:
        return None
    start = None
    for letter, verb in _VERBS.items():
        if action.verb is verb:
            start = f"{letter}_{action.argument}"
    if action.verb is Verb.LIST:
        start = _start_of_list(action)
    return start if start is not None and _START.fullmatch(start) else None


def started(parameter: str) -> Action | None:
    """The action that a start parameter stands for; ``None`` for one we never made."""
    letter, _, code = parameter.partition("_")
    if not code or not _START.fullmatch(parameter):
        return None
    if letter in _VERBS:
        action = Action(_VERBS[letter], code)
    elif letter in _LEVELS:
        action = Listing((f"{_LEVELS[letter]}:{code}",)).page(0)
    else:
        return None
    return action if action.fits else None


def deep_link(username: str, start: str) -> str:
    """The address that opens the bot with a start parameter."""
    return f"https://t.me/{username}?start={start}"


def share_link(address: str, text: str) -> str:
    """The address by which a person sends a link on to their own chats."""
    return f"https://t.me/share/url?{urlencode({'url': address, 'text': text})}"


def _start_of_list(action: Action) -> str | None:
    try:
        _, listing = Listing.parse(action)
    except ValueError:
        return None
    if listing is None or listing != Listing(listing.places) or len(listing.places) != 1:
        return None
    found = _PROVINCE.fullmatch(listing.places[0])
    if found is None:
        return None
    letter = next(letter for letter, level in _LEVELS.items() if level == found[1])
    return f"{letter}_{found[2]}"
