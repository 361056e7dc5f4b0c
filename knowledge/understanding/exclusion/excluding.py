"""What a list is to leave out: "nước mắm không phải Phú Quốc", "souvenirs from Hue, not food"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import fields, replace

from knowledge.facts import Category
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.exclusion.denials import asks_whether, corrects, denies, is_of_a_name
from knowledge.understanding.exclusion.diets import (
    NO_VEGETARIAN_EATS,
    VEGETARIAN,
    is_vegetarian,
    with_what_holds,
)
from knowledge.understanding.exclusion.ingredients import (
    asked_within,
    avoided,
    is_told_behind,
    of_diet,
)
from knowledge.understanding.exclusion.taken_off import taken_off
from knowledge.understanding.question import Certainty, Without
from knowledge.understanding.vocabulary.phrases import NO_MARKS_ALONE, PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    AVOID,
    CATEGORY,
    EXCEPT,
    EXCEPT_GOODS,
    FILLER,
    INTRODUCING,
    LISTED,
    MAKER_WHO,
    ORG,
    OTHER_MAKERS,
    SMALL,
    SORTS_OF_MAKERS,
    STARS,
    WHICH,
)
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Lexicon

_BETWEEN = INTRODUCING | {SMALL, FILLER, "goods", "country"}
"""Words that may stand between "không phải" and what is not wanted."""
_EXCLUDING = frozenset({EXCEPT, EXCEPT_GOODS, AVOID})
_OF_NAMES = frozenset({EXCEPT, AVOID})
"""Senses behind which words of a name are not wanted."""
_WHO_ELSE = SORTS_OF_MAKERS | {MAKER_WHO, OTHER_MAKERS, LISTED, WHICH}
"""Words for makers or goods, before which those named are left out."""
_CLOSING = frozenset({"ra", "con"})
"""Folded words that close an exclusion."""
MOST_WORDS = 4
"""Words of a name that can be left out at once."""
_WISHING = frozenset(
    (
        *("cho", "xem", "coi", "lay", "chon", "mua", "tim", "kiem", "muon", "goi", "show", "give"),
        *("any", "what", "which", "find", "want", "recommend", "suggest", "list", "buy", "please"),
        *("i", "can", "could", "do", "so", "vay", "thi", "the", "help", "where", "looking"),
    )
)
"""Folded words behind a break that ask for what stands there: "không ăn cá, cho xem thịt"."""
_OF_STARS = frozenset({STARS, "rating"})
_STARS = frozenset("12345")


def wanted(
    draft: Draft, decision: Decision, lexicon: Lexicon, *, contents_told: bool = False
) -> tuple[Decision, Without]:
    """A decision without what is not wanted, and that by itself: it takes out what stands right
    behind a word of exclusion.

    ``contents_told`` means that what is asked to be in something was taken out before.
    """
    without, taken = of_diet(draft, decision), frozenset[int]()
    may_be_within = not contents_told and (draft.asides or len(decision.kinds) > 1)
    within = asked_within(draft, decision) if may_be_within else ()
    if within:
        others = [span for span in decision.kinds if span.start not in within]
        decision = replace(decision, kinds=others)
    for kinds_told, words in avoided(draft):
        without = without.joined(Without(kinds=with_what_holds(kinds_told)))
        taken = taken.union(words)
    off = taken_off(draft)
    if off is not None:
        without = without.joined(Without(kinds=off[0]))
        taken = taken.union(off[1])
    for cue in draft.resolved:
        # The "not" of "duong thot not" is in the name
        in_name = not decision.consumed.isdisjoint(range(cue.start, cue.end))
        avoids = cue.meaning.sense == AVOID or is_told_behind(cue, draft)
        excludes = (
            avoids
            or cue.meaning.sense in _EXCLUDING
            or (denies(cue, draft) and not is_of_a_name(cue, draft, decision, lexicon.table))
        )
        if excludes and cue.penalty <= NO_MARKS_ALONE and not in_name:
            if not avoids and (asks_whether(cue, draft) or corrects(cue, draft)):
                continue
            for named, words in _listed_behind(cue, draft, decision, lexicon.in_names):
                if avoids:
                    without = without.joined(Without(kinds=with_what_holds(named.kinds)))
                without = without.joined(named)
                taken = taken.union(words)
    if is_vegetarian(decision, draft):
        without = without.joined(Without(kinds=NO_VEGETARIAN_EATS))
        others = [span for span in decision.kinds if span.meaning.key != VEGETARIAN]
        decision = replace(decision, kinds=others)
    if not without:
        return decision, without
    # "nước mắm không phải Phú Quốc" is about none that is called so
    denied = any(not taken.isdisjoint(found.verdict.positions) for found in decision.products[:1])
    # Guesses at the kind beside a name left out: "ngoài Nga Biên còn ai làm hạt điều"
    denied = denied or bool(without.names and decision.certainty is Certainty.WEAK)
    # A name denied hid the kind and place in it: "nước mắm Phan Thiết không phải Khải Hoàn"
    kinds = [span for span in decision.kinds if span.start not in taken]
    kinds = kinds or [span for span in draft.kinds if denied and span.start not in taken]
    hidden = [span for span in draft.places if not span.is_short and not span.penalty]
    places = decision.places or (hidden if denied else ())
    left = replace(
        decision,
        certainty=Certainty.CLEAR if denied else decision.certainty,
        products=[
            found
            for found in decision.products
            if not denied and taken.isdisjoint(found.verdict.positions)
        ],
        consumed=taken if denied else decision.consumed,
        places=[span for span in places if span.start not in taken],
        kinds=kinds,
    )
    return left, _telling(without, left)


def _telling(without: Without, wanted_too: Decision) -> Without:
    """What of all left out tells anything: not the kind that is asked for, and no place outside
    those asked for."""
    kinds = {span.meaning.key for span in wanted_too.kinds}
    there = {code for span in wanted_too.places for code in span.places[0].provinces}
    return replace(
        without,
        kinds=tuple(kind for kind in without.kinds if kind not in kinds),
        places=tuple(
            place for place in without.places if not there or not there.isdisjoint(place.provinces)
        ),
    )


def _listed_behind(
    cue: PhraseSpan[Cue], draft: Draft, decision: Decision, in_names: Collection[int]
) -> Iterator[tuple[Without, range]]:
    """What is named behind a cue, one by one ("trừ trà, cà phê và gạo"), with its words."""
    here, first = cue.end, None
    sense = cue.meaning.sense if cue.meaning.sense in _EXCLUDING else EXCEPT
    at_place = any(place.start == here for place in decision.places)
    of_names = sense in _OF_NAMES or (not at_place and _asks_who_else(cue, draft))
    while True:
        found = _named_at(here, draft, decision, sense)
        if of_names and (found is None or _may_begin_a_name(found, here, draft, decision)):
            called = _words_of_a_name(here, draft, decision, in_names)
            if called is not None and (found is None or called[1] > found[1]):
                found = called
        if found is None:
            return
        named, end = found
        if first is not None and not (_are_of_one_sort(first, named) and _closes(end, draft)):
            return  # "trừ Hà Nội, trà ở đâu ngon", "dị ứng lạc, kẹo nào ăn được"
        first = first or named
        yield named, range(here, end)
        here = end
        joint = _joint_at(end, draft)
        if joint is not None:
            here = joint.end
        elif not _goes_on(end, draft):
            return


def _goes_on(end: int, draft: Draft) -> bool:
    """Whether more that is not wanted may be told behind a comma, rather than what is."""
    if end == len(draft.words):
        return False
    behind = draft.words[end]
    return behind.follows_break and behind.marks.folded not in _WISHING


def _asks_who_else(cue: PhraseSpan[Cue], draft: Draft) -> bool:
    """Whether others are asked for behind it: "ngoài Lê Gia ra còn ai làm mắm tôm"."""
    return any(
        aside.start >= cue.end and aside.meaning.sense in _WHO_ELSE for aside in draft.asides
    )


def _joint_at(here: int, draft: Draft) -> PhraseSpan[Cue] | None:
    """An "and" or "or" at a word."""
    joints = (span for span in draft.resolved if span.meaning.sense in {"and", "or"})
    return next((span for span in joints if span.start == here), None)


def _closes(end: int, draft: Draft) -> bool:
    """Whether what is named ends there, rather than begins a question."""
    at_end = end == len(draft.words) or draft.words[end].follows_break
    return at_end or draft.words[end].marks.folded == "thi" or _joint_at(end, draft) is not None


def _are_of_one_sort(one: Without, other: Without) -> bool:
    return all(
        bool(getattr(one, each.name)) == bool(getattr(other, each.name)) for each in fields(one)
    )


def _named_at(
    here: int, draft: Draft, decision: Decision, sense: str
) -> tuple[Without, int] | None:
    """What is named at a word, perhaps behind small words, and where that ends."""
    for cue in draft.resolved:
        if cue.start == here and cue.meaning.sense in _BETWEEN:
            here = cue.end
    for cue in draft.resolved:
        if cue.start == here and cue.meaning.sense.startswith(CATEGORY):
            category = Category(cue.meaning.sense.removeprefix(CATEGORY))
            return Without(categories=(category,)), cue.end
        told = draft.words[here].text if here < len(draft.words) else ""
        if cue.start == here and cue.meaning.sense in _OF_STARS and told in _STARS:
            return Without(stars=(int(told),)), cue.end
    meant = [*decision.kinds, *(() if sense == EXCEPT_GOODS else (*draft.kinds, *draft.denied))]
    kinds = [span for span in meant if span.start == here]
    places = [span for span in decision.places if sense == EXCEPT or _ends_it(draft, span.end)]
    if kinds:
        end = max(span.end for span in kinds)
        keys = tuple(dict.fromkeys(span.meaning.key for span in kinds))
        behind = next((span for span in decision.places if span.start == end), None)
        again = any(span.meaning.key in keys for span in decision.kinds if span not in kinds)
        if behind is not None and again:
            # "cà phê trừ cà phê Đắk Lắk"
            return Without(places=behind.places), behind.end
        return Without(kinds=keys), end
    for place in places:
        if place.start == here:
            return Without(places=place.places), place.end
    return None


def _may_begin_a_name(
    found: tuple[Without, int], here: int, draft: Draft, decision: Decision
) -> bool:
    """Whether a kind may be but the beginning of a name: the "lê" of "không phải Lê Gia", or that
    of a product typed as it is called."""
    named, end = found
    of_place = any(span.start == end for span in draft.places)
    short = end == here + 1 or bool(decision.products and end in decision.consumed)
    return bool(named.kinds) and short and not of_place


def _words_of_a_name(
    here: int, draft: Draft, decision: Decision, in_names: Collection[int]
) -> tuple[Without, int] | None:
    """Words that are in some name, by which products can be left out, and where they end."""
    for cue in draft.resolved:
        if cue.start == here and (cue.meaning.sense in _BETWEEN or cue.meaning.sense == ORG):
            here = cue.end
    end = here
    while end < len(draft.words):
        word = draft.words[end]
        if (word.follows_break and end > here) or not word.is_known:
            break
        # The "gia" of Lê Gia asks for no price
        if end not in decision.consumed and (
            end in draft.soft or word.readings[0][0] not in in_names
        ):
            break
        end += 1
    telling = any(
        place in decision.consumed or place not in draft.everyday for place in range(here, end)
    )
    if not telling or end - here > MOST_WORDS:
        return None
    return Without(names=(" ".join(word.text for word in draft.words[here:end]),)), end


def _ends_it(draft: Draft, here: int) -> bool:
    """Whether a "ra" or "còn" closes the exclusion: "ngoài Hà Nội ra", for in the south "ngoài Hà
    Nội" means up there in Hà Nội."""
    return here < len(draft.words) and draft.words[here].marks.folded in _CLOSING
