"""The language of an utterance, told from its words and from the phrases found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.facts import Locale
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import ASKING_ONE, PRODUCT, SHOP
from knowledge.understanding.vocabulary.vocabularies import Cue, Vocabularies
from knowledge.understanding.words.languages import LOANWORDS, language_of

_OTHER_LETTERS = re.compile("[\u0370-\u1dff\u2e80-\uffef]{2}")
"""Letters of Korean, Japanese, Chinese, Thai, Russian and others, side by side."""
_LODGING = frozenset(("homestay", "farmstay", "resort", "tour", "shop"))
"""Loanwords that stand behind the name of a place in English, and before it in Vietnamese."""
_SURELY_ENGLISH = frozenset(("market", "markets", "sunday", "saturday"))
"""Words that nobody types among Vietnamese: "dong ba market"."""
_BRANDS = frozenset(("mega", "mm", "big", "fresh", "mini"))
"""Words before the market of a shop's name."""
_ASKING = ASKING_ONE | {PRODUCT}
"""Senses with which somebody asks in English of a name in Vietnamese: "Trà hoa vàng price"."""


def language_spoken(
    draft: Draft, cues: Sequence[PhraseSpan[Cue]], vocabularies: Vocabularies
) -> tuple[Locale, bool]:
    """The language of a draft with the cues that no name took, and whether there is no doubt."""
    if _OTHER_LETTERS.search(draft.text):
        return "en", False  # whoever writes so reads English rather than Vietnamese
    # In "tra giam can" all may be Vietnamese without its marks, "can" too
    unmarked = all(is_syllable(word.text) for word in draft.words)
    # Nor is the "my" of "banh trang my long" English
    in_vietnamese = _is_all_vietnamese(draft)
    in_english = _stand_in_english(draft, vocabularies)
    phrases = [
        (span.meaning.language, span.length)
        for span in cues
        # "Shopee" is said in both languages
        if span.meaning.sense != SHOP
        and not (
            span.meaning.language == "vi"
            and (span.start in in_english or _is_slip_of_english(span, draft, vocabularies))
        )
        and (
            span.length > 1
            or not (
                (in_vietnamese and span.meaning.language == "en")
                or _is_of_both(draft.words[span.start].text, span.meaning, unmarked, vocabularies)
            )
        )
    ]
    # "nước mắm" is a name in English too: only a name that is English alone tells anything
    vietnamese = {span.start for span in draft.kinds if span.meaning.language == "vi"}
    phrases += [
        ("en", 1)
        for span in draft.kinds
        if span.meaning.language == "en"
        and span.start not in vietnamese
        and not (span.length == 1 and draft.words[span.start].text in LOANWORDS)
    ]
    told, sure = language_of(draft.words, phrases, vocabularies.english_words)
    if told == "en" and _has_but_a_loanword(draft, cues, phrases):
        return "vi", False
    if (
        not sure
        and told == "vi"
        and (
            _may_be_english(draft)
            or _cannot_be_vietnamese(draft, vocabularies)
            or _stands_as_in_english(draft, cues, vocabularies)
        )
    ):
        return "en", False
    return told, sure


def _stand_in_english(draft: Draft, vocabularies: Vocabularies) -> frozenset[int]:
    """Places of English words that are Vietnamese without marks as well, where no word beside them
    can be: the "no" of "no nuts" is no "nó"."""
    places = covered(draft.places, ())
    of_both = [
        place
        for place, word in enumerate(draft.words)
        if place not in places and (word.marks.is_marked or is_syllable(word.text))
    ]
    beside = len(draft.words) - len(of_both) - len(places)
    if not beside or len(of_both) > beside:
        return frozenset()
    english = all(
        not draft.words[place].marks.is_marked
        and draft.words[place].text in vocabularies.english_talk
        for place in of_both
    )
    return frozenset(of_both if english else ())


def _is_slip_of_english(span: PhraseSpan[Cue], draft: Draft, vocabularies: Vocabularies) -> bool:
    """Whether a cue was read into a word of English with a slip: the "trong" of "strong"."""
    word = draft.words[span.start].text
    slipped = span.length == 1 and span.penalty > 0 and word in vocabularies.english_talk
    return slipped and not is_syllable(word)


def _cannot_be_vietnamese(draft: Draft, vocabularies: Vocabularies) -> bool:
    """Whether several words are told beside places, of which none can be Vietnamese and one is
    English talk: "exchange rate". One alone may be a name that Vietnamese say too."""
    named = {
        place
        for span in draft.resolved
        if span.meaning.sense == SHOP
        for place in range(span.start, span.end)
    }
    named |= covered(draft.places, ())
    beside = [word for place, word in enumerate(draft.words) if place not in named]
    talk = vocabularies.english_talk - LOANWORDS
    return (
        len(beside) > 1
        and any(word.text in talk for word in beside)
        and not any(
            word.marks.is_marked or word.origin == "short" or is_syllable(word.text)
            for word in beside
        )
    )


def _stands_as_in_english(
    draft: Draft, cues: Sequence[PhraseSpan[Cue]], vocabularies: Vocabularies
) -> bool:
    """Whether, without any marks, words of English alone stand beside a place ("market day dong
    van"), two before a name ("hemp cloth lung tam"), or a loanword behind a place as it stands in
    English alone: "ba be homestay", where Vietnamese say "homestay ba be"."""
    if not draft.words or any(word.marks.is_marked for word in draft.words):
        return False
    if any(
        word.text in _SURELY_ENGLISH and before.text not in _BRANDS
        for before, word in zip(draft.words, draft.words[1:], strict=False)
    ):
        return True
    places = covered(draft.places, ())
    rest = [
        word
        for place, word in enumerate(draft.words)
        if place not in places and word.text not in LOANWORDS
    ]
    if not rest:
        last = len(draft.words) - 1
        while last and draft.words[last].text == "ocop":
            last -= 1
        before = [span for span in draft.places if span.end == last]
        return bool(before) and draft.words[last].text in _LODGING
    english = [
        word
        for word in rest
        if word.text in vocabularies.english_talk
        and word.origin == "typed"
        and not is_syllable(word.text)
    ]
    if not english:
        return False
    if len(english) > 1 and not any(cue.meaning.language == "vi" for cue in cues):
        return True
    return bool(places) and all(word.text in vocabularies.english_talk for word in rest)


def _has_but_a_loanword(
    draft: Draft, cues: Sequence[PhraseSpan[Cue]], phrases: Sequence[tuple[Locale, int]]
) -> bool:
    """Whether a single word of English stands beside goods named with the marks of Vietnamese, and
    asks nothing of one thing: "best trà thái nguyên", "snack đậu phộng"."""
    named = any(
        span.meaning.language == "vi"
        and any(word.marks.is_marked for word in draft.words[span.start : span.end])
        for span in draft.kinds
    )
    english = [length for language, length in phrases if language == "en"]
    if not named or sum(english) > 1 or not draft.writes_marks:
        return False
    asks = any(cue.meaning.language == "en" and cue.meaning.sense in _ASKING for cue in cues)
    syllables = sum(is_syllable(word.text) or word.marks.is_marked for word in draft.words)
    return not asks and syllables >= len(draft.words) - max(1, sum(english))


def _is_all_vietnamese(draft: Draft) -> bool:
    """Whether a kind is named in Vietnamese alone, and every word may be Vietnamese."""
    named_in = {span.start: set[str]() for span in draft.kinds if span.length > 1}
    for span in draft.kinds:
        if span.start in named_in:
            named_in[span.start].add(span.meaning.language)
    return {"vi"} in named_in.values() and all(is_syllable(word.text) for word in draft.words)


def _may_be_english(draft: Draft) -> bool:
    """Whether a kind is named in English, though Vietnamese say so too, and but for places no word
    beside it is Vietnamese: "highlands coffee"."""
    kinds = covered((), [span for span in draft.kinds if span.meaning.language == "en"])
    places = covered(draft.places, ())
    return bool(kinds) and not any(
        word.marks.is_marked or is_syllable(word.text)
        for place, word in enumerate(draft.words)
        if place not in places
    )


def _is_of_both(word: str, cue: Cue, unmarked: bool, vocabularies: Vocabularies) -> bool:
    """Whether a cue of one word is said in both languages; ``unmarked`` tells that all words
    beside it may be Vietnamese without marks."""
    if word in LOANWORDS:
        return True
    written = vocabularies.everyday.get(word, ())
    return unmarked and cue.language == "en" and any(marks.is_marked for marks in written)
