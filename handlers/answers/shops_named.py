"""A market, a rest stop or a house of fish sauce named by itself: "chợ Đông Ba bán gì".

Such names are made of places ("chợ Châu Đốc"), so that they would be read as goods of the place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from handlers.answers import outlets
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import as_choice, choice
from handlers.chat.reply import Outcome
from handlers.geography.shops import Shops, each_once, rank, sells_ocop, shops_of
from handlers.lists.listing import Listing
from handlers.words.places import place_name
from handlers.words.reading import is_written_in
from handlers.words.sourcing import sources_note
from handlers.words.wording import body, capitalised, fill
from knowledge.catalogue import Catalogue
from knowledge.facts import Outlet, Place
from knowledge.sellers import seller_asked
from knowledge.text.letters import fold
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import HOURS

_ASKED = frozenset({*Intent} - {Intent.COMPARE, Intent.FEEDBACK, Intent.SAVED, Intent.LANGUAGE})
_WORD = r"[A-ZĐÀ-ỸƯƠ][\w.]*"
_NAME = rf"({_WORD}(?: {_WORD})*)"
_MARKET = re.compile(
    rf"(?<!ội )(?<!iên )(?<!Ô )\b[Cc]hợ (?:(?:đêm|phiên|thị xã|làng|tình|nổi) )*{_NAME}"
)
_NIGHT = re.compile(rf"\b{_NAME} [Nn]ight [Mm]arket|[Cc]hợ đêm {_NAME}")
_STOP = re.compile(rf"(?:[Tt]rạm|[Đđ]iểm) dừng (?:nghỉ|chân) {_NAME}")
_HOUSE = re.compile(rf"[Nn]hà thùng (?:nước mắm )?{_NAME}")
_SORTS = (
    (_MARKET, "cho(?: (?:dem|phien|noi|thi xa|lang|tinh|trung tam))*", "(?:night |local )?market"),
    (_NIGHT, "cho dem", "night market"),
    (
        _STOP,
        "(?:(?:tram|diem) )?dung (?:nghi|chan)|tram dung",
        "(?:rest(?:ing)? (?:stop|area|station)|stopover)",
    ),
    (
        _HOUSE,
        "nha thung(?: nuoc mam)?",
        "(?:fish sauce )?(?:barrel|vat) (?:house|factory)|fish sauce (?:factory|house)",
    ),
)
"""How sources name outlets of a sort, and what people call the sort in either language."""
_BETWEEN = r"(?: (?:o|tai|in|at|of|the))* "
_HINT = re.compile(r"\b(?:cho|market|tram|dung|rest(?:ing)?|stopover|thung|barrel|vat|factory)\b")
"""One of the words without which none of them is named."""
_LED = re.compile(r"(?:^|\b(?:o|tai|di|ra|ve|trong|ngoai|gan|hoi|mua|den|toi|tham|dao|co|la))\s*$")
"""What stands before a "chợ" typed without marks where a place follows, and not before "cho"."""
_HOURS = re.compile(r"\b\d{1,2}(?:h|:\d\d)")
_NIGHTLY = re.compile(r"\b(?:dem|night)\b")


class _Named(Struct, frozen=True):
    """An outlet with the pattern of the ways to call it."""

    outlet: Outlet
    asked: re.Pattern[str]
    doubtful: bool
    """Whether "cho" before its name may be "for" as well."""


def named(question: Question, catalogue: Catalogue) -> list[Outlet]:
    """The outlets that a question names, each once, the best told first; none in most questions."""
    if question.intent not in _ASKED:
        return []
    if _HINT.search(question.said) is None:
        return []
    folded = " ".join(fold(question.text).split())
    if seller_asked(folded) is not None:
        return []
    words = unicodedata.normalize("NFC", question.text.casefold()).split()
    if "chợ" not in words and not {"cho", "chỗ", "chổ"}.isdisjoint(words) and not _bare(words):
        return []
    found = [
        each.outlet
        for each in _all_of(shops_of(catalogue))
        if (match := each.asked.search(folded)) is not None
        and (
            not each.doubtful
            or "chợ" in words
            or not match.group().startswith("cho ")
            or _LED.search(folded[: match.start()]) is not None
        )
    ]
    nightly = [each for each in found if _NIGHTLY.search(fold(each.name_vi))]
    if nightly and _NIGHTLY.search(folded):
        found = nightly
    found.sort(key=lambda each: (rank(each), each.location is None or not each.location.district))
    return list(each_once(found))


def answer(asked: Asked, found: Sequence[Outlet]) -> Answer:
    """What is known of the shop: where it is, what it sells, whether that is said to be OCOP."""
    t, catalogue = asked.t, asked.catalogue
    paragraphs = [outlets.entry(asked, outlet) for outlet in found]
    for outlet in found:
        if outlet.sells and not is_written_in(outlet.sells, t.locale):
            sentence = t.gettext("Sold there, in the words of the source: {goods}.")
            paragraphs.append(body(fill(sentence, goods=outlet.sells)))
    if not any(map(sells_ocop, found)):
        sentence = t.gettext("My sources do not say that it has OCOP goods; ask there.")
        paragraphs.append(body(sentence))
    if HOURS in asked.question.cues and not any(_HOURS.search(each.sells) for each in found):
        paragraphs.append(body(t.gettext("I do not know when they are open; ask before you go.")))
    paragraphs += sources_note((outlet.source for outlet in found), t)
    choices = []
    around = list(dict.fromkeys(filter(None, (_around(each, catalogue) for each in found))))
    for place in around[:2]:
        name = place_name(place, t)
        label = capitalised(t.gettext("OCOP outlets in {place}", place=name))
        choices += choice(label, Verb.OUTLETS, 0, place.key)
        label = t.gettext("OCOP products from {place}", place=name)
        choices += as_choice(label, Listing(places=(place.key,)).page(0))
    return answered(Outcome.ANSWER, paragraphs, choices, places=tuple(around[:1]))


def as_asked(question: Question, found: list[Outlet], catalogue: Catalogue) -> Question:
    """The question, of outlets and nothing else that their names may be read as."""
    return replace(
        question,
        intent=Intent.OUTLETS,
        intent_stated=True,
        products=(),
        producers=(),
        kinds=(),
        category=None,
        stars=None,
        shop=None,
        places=tuple(filter(None, (_around(each, catalogue) for each in found[:1]))),
    )


def _around(outlet: Outlet, catalogue: Catalogue) -> Place | None:
    """The district of an outlet, else its province, the former one where it is known."""
    here = outlet.location
    if here is None:
        return None
    former = here.former_province
    keys = (here.district, f"former:{former}" if former else None, f"province:{here.province}")
    return next((catalogue.places[key] for key in keys if key and key in catalogue.places), None)


def _bare(words: list[str]) -> bool:
    """Whether no word has a mark, so that "cho" may be "chợ"."""
    return all(word == fold(word) for word in words)


def _all_of(shops: Shops) -> tuple[_Named, ...]:
    """The outlets that have a name of their own beside what they are, gathered once."""
    found = _gathered.get(shops)
    if found is None:
        places = {fold(place.name) for place in shops.catalogue.facts.places}
        found = _gathered[shops] = tuple(
            _Named(outlet, pattern, doubtful=name in places or " " not in name)
            for outlet in shops.lasting
            for name, pattern in _ways_to_call(outlet)
        )
    return found


def _ways_to_call(outlet: Outlet) -> Iterator[tuple[str, re.Pattern[str]]]:
    for told, before, after in _SORTS:
        for text in dict.fromkeys((outlet.name_vi, outlet.name_en or "")):
            for match in told.finditer(text):
                name = fold(next(filter(None, match.groups())))
                called = re.escape(name)
                ways = (
                    rf"(?:{before}|{after}){_BETWEEN}{called}(?! quoc)",
                    rf"{called} (?:{after})",
                )
                yield name, re.compile(rf"\b(?:{'|'.join(ways)})\b")


_gathered: WeakKeyDictionary[Shops, tuple[_Named, ...]] = WeakKeyDictionary()
"""Goes with the shops it is of, so that a catalogue that was replaced is not kept."""
