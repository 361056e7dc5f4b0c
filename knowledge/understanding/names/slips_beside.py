"""Whether all that stands beside a name is talk with slips in it: then nothing else was named."""

from __future__ import annotations

from knowledge.search.judgement import Verdict
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.vocabulary.vocabularies import Vocabularies


def is_slipped_talk(
    named: Verdict, draft: Draft, vocabularies: Vocabularies, *, or_noise: bool = False
) -> bool:
    """Whether all that a name leaves out are slips of talk that are in nobody's name: "sen ếch là
    củ ia"; with ``or_noise`` also a few letters that mean nothing.

    Right behind the name brands stand: "thịt trâu gác bếp Xyz".
    """
    beside = draft.astray - named.positions
    if max(named.positions, default=0) + 1 in beside:
        return False
    in_names, talk = vocabularies.lexicon.in_names, vocabularies.talk
    return all(
        (or_noise and draft.is_noise(place))
        or (
            in_names.isdisjoint(draft.words[place].surely)
            and any(talk.near(draft.words[place].marks.folded))
        )
        for place in beside
    )
