"""Which strings can be a Vietnamese syllable at all.

A written syllable is an onset, a rhyme and a tone; both sets are closed. The check tells raw
keystrokes (``nuowcs``) from words and foreign words from Vietnamese ones.
"""

from __future__ import annotations

from functools import lru_cache

from knowledge.text.letters import STOPS, marks_of

_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *"bcdđghklmnpqrstvx",
    "",
)
_WRITTEN_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu
    im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt
    oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc ue uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up ut
    uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưp ươc ươi ươm ươn ương ươp
    ươt ươu ưt ưu y yêm yên yêng yêt yêu
    ak ăk âk ek êk ok ôk uk ưk
"""
"""The last line is of the Central Highlands: Đắk Lắk, Krông Pắk."""
_RHYMES = frozenset(_WRITTEN_RHYMES.split())
_FOLDED_RHYMES = frozenset(marks_of(rhyme).folded for rhyme in _RHYMES)


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether a clean word, with its marks, is a possible Vietnamese syllable."""
    marks = marks_of(word)
    rhymes = _RHYMES if not marks.quality.isascii() else _FOLDED_RHYMES
    for onset in _ONSETS:
        if not marks.quality.startswith(onset):
            continue
        rhyme = marks.quality[len(onset) :]
        if rhyme in rhymes or (onset in {"gi", "qu"} and marks.quality[len(onset) - 1 :] in rhymes):
            # Syllables closed by a stop carry only sắc or nặng; unmarked typing leaves tone 0
            return not (rhyme.endswith(STOPS) and marks.tone in {2, 3, 4})
    return False
