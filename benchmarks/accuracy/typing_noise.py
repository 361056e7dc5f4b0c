"""The ways people type: one small function for each, the same for the same random generator.

Each takes a whole text and gives it back as somebody would have typed it. ``NOISES`` names them;
the names are the classes in the benchmark's table.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

from benchmarks.accuracy.keystrokes import Habit, Method, ToneAt, keystrokes
from benchmarks.accuracy.short_forms import respell, shorten
from benchmarks.accuracy.slips import slip
from benchmarks.folding import strip_marks

Noise = Callable[[str, random.Random], str]

_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_GLIDES = ("oa", "oe", "uy")
_CALLS = (
    "shop ơi",
    "ad ơi",
    "add ơi",
    "bạn ơi",
    "cho em hỏi",
    "e hỏi xíu",
    "hi shop",
    "alo",
    "chị ơi",
)
_PICTURES = ("😊", "🙏", "❤️", "😍", "🥰", "👍", "🤔", "😅", "🎁", "🍵")
_ENDINGS = ("ạ", "nha", "nhé", "z", "vậy", "với", "giùm em", "với ạ", "dợ", "nhaaa")


def clean(text: str, _: random.Random) -> str:
    """As written."""
    return text


def lower(text: str, _: random.Random) -> str:
    """All small letters, no closing mark."""
    return text.lower().rstrip("?!. ")


def upper(text: str, rng: random.Random) -> str:
    """Shouted."""
    return text.upper() + rng.choice(("", "!", "!!!", "???"))


def no_marks(text: str, rng: random.Random) -> str:
    """Without tones and shapes, mostly in small letters."""
    bare = strip_marks(text)
    return bare.lower() if rng.random() < 0.8 else bare


def nfd(text: str, _: random.Random) -> str:
    """Decomposed, as Apple's systems send file names and some keyboards send text."""
    return unicodedata.normalize("NFD", text)


def tone_place(text: str, _: random.Random) -> str:
    """The tone on the other vowel of oa, oe, uy at a word's end: hoà for hòa, thúy for thuý."""
    return re.sub(r"[^\W\d_]+", lambda match: _move_tone(match.group()), _nfc(text))


def _move_tone(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = [mark for mark in decomposed if mark in _TONE_MARKS]
    bare = "".join(mark for mark in decomposed if mark not in _TONE_MARKS)
    # In "quý" the u belongs to the consonant: there is only one place for the tone.
    if len(tones) != 1 or bare[-2:].lower() not in _GLIDES or bare[-3:-2].lower() == "q":
        return word
    on_last = decomposed[-1] in _TONE_MARKS
    moved = bare[:-1] + tones[0] + bare[-1] if on_last else bare + tones[0]
    return _nfc(moved)


def look_alikes(text: str, rng: random.Random) -> str:
    """Letters that look the same: Ð U+00D0, ɖ, full width, unseen characters, hard spaces."""
    changes = rng.sample(("eth", "wide", "unseen", "spaces", "soft"), k=rng.randint(1, 3))
    if "eth" in changes:
        text = text.replace("Đ", rng.choice("ÐƉ")).replace("đ", rng.choice("ɖð"))
    if "wide" in changes:
        words = text.split(" ")
        chosen = rng.randrange(len(words))
        words[chosen] = "".join(
            chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter
            for letter in words[chosen]
        )
        text = " ".join(words)
    if "unseen" in changes:
        for _ in range(2):
            position = rng.randint(0, len(text))
            text = text[:position] + rng.choice("\u200b\u200c\u2060\ufeff") + text[position:]
    if "soft" in changes and len(text) > 6:
        position = rng.randint(2, len(text) - 2)
        text = text[:position] + "\u00ad" + text[position:]
    if "spaces" in changes:
        text = text.replace(" ", rng.choice("\u00a0\u202f\u2009\u3000"))
    return text


def telex(text: str, rng: random.Random) -> str:
    """Raw Telex throughout, in one person's habit."""
    return keystrokes(_mostly_lower(text, rng), _telex_habit(rng))


def telex_part(text: str, rng: random.Random) -> str:
    """Raw Telex in some of the words."""
    return keystrokes(text.lower(), _telex_habit(rng), lambda _: rng.random() < 0.5)


def vni(text: str, rng: random.Random) -> str:
    """Raw VNI throughout, in one person's habit."""
    return keystrokes(_mostly_lower(text, rng), _vni_habit(rng))


def vni_part(text: str, rng: random.Random) -> str:
    """Raw VNI in some of the words."""
    return keystrokes(text.lower(), _vni_habit(rng), lambda _: rng.random() < 0.5)


def teen(text: str, rng: random.Random) -> str:
    """Short forms and teen code."""
    text = shorten(text.lower(), rng)
    if rng.random() < 0.4:
        text = respell(text, rng)
    if rng.random() < 0.3:
        text = f"{text} {rng.choice(('z', 'ạ', 'nè', 'ak', 'hen', 'vậy tr'))}"
    return text


def one_slip(text: str, rng: random.Random) -> str:
    """One slip of the finger."""
    return slip(text, rng)


def two_slips(text: str, rng: random.Random) -> str:
    """Two slips of the finger."""
    return slip(slip(text, rng), rng)


def no_marks_slip(text: str, rng: random.Random) -> str:
    """No marks and a slip."""
    return slip(strip_marks(text).lower(), rng)


def messy(text: str, rng: random.Random) -> str:
    """Everything at once: a call, short forms, a slip, letters drawn out, pictures, no commas."""
    text = shorten(text.lower().replace("?", "").replace(",", " "), rng, 0.5)
    if rng.random() < 0.75:
        text = strip_marks(text)
    text = slip(text, rng)
    if rng.random() < 0.6:
        call = rng.choice(_CALLS)
        text = f"{call if rng.random() < 0.5 else strip_marks(call)} {text}"
    if rng.random() < 0.5:
        text = f"{text} {rng.choice(_ENDINGS)}"
    if rng.random() < 0.4:
        text = text + text[-1] * rng.randint(1, 3)
    if rng.random() < 0.3:
        text = text.replace(" ", "  ", rng.randint(1, 2))
    text = text + rng.choice(("", " ", "??", "...", "!!")) + rng.choice((*_PICTURES, ""))
    return text.upper() if rng.random() < 0.07 else text


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _mostly_lower(text: str, rng: random.Random) -> str:
    return text.lower() if rng.random() < 0.7 else text


def _telex_habit(rng: random.Random) -> Habit:
    return Habit(
        Method.TELEX,
        rng.choice((ToneAt.END, ToneAt.END, ToneAt.VOWEL)),
        short_uo=rng.random() < 0.7,
        w_alone=rng.random() < 0.2,
    )


def _vni_habit(rng: random.Random) -> Habit:
    tone_at = rng.choice((ToneAt.END, ToneAt.END, ToneAt.VOWEL))
    if rng.random() < 0.25:
        return Habit(Method.VNI, tone_at, shapes_at_end=True)
    return Habit(Method.VNI, tone_at, short_uo=rng.random() < 0.5)


NOISES: Mapping[str, Noise] = {
    "clean": clean,
    "lower": lower,
    "upper": upper,
    "no_marks": no_marks,
    "nfd": nfd,
    "tone_place": tone_place,
    "look_alikes": look_alikes,
    "telex": telex,
    "telex_part": telex_part,
    "vni": vni,
    "vni_part": vni_part,
    "teen": teen,
    "one_slip": one_slip,
    "two_slips": two_slips,
    "no_marks_slip": no_marks_slip,
    "messy": messy,
}
"""Ways of typing a whole text, by class."""
