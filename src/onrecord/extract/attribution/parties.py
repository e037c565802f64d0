"""Whether a source is a party to what it tells of: an attacker, a victim, the company that was hit.

A party knows more than others and has more to gain by what it says; a desk weighs it so. Only what
the words themselves say counts: the kind of source, and a company that speaks of people and sites
of its own. Everybody else is neither marked as a party nor cleared of being one, but for those
whose trade is to tell or to treat, who are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import SourceClass

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Draft
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.sources import Voice
    from onrecord.model import Analysis

_ONLOOKERS = frozenset({SourceClass.NEWS_AGENCY, SourceClass.EXPERT, SourceClass.MEDICAL})


def is_party(
    analysis: Analysis, draft: Draft, voice: Voice | None, lexicon: CueLexicon
) -> bool | None:
    """Say whether the source of an attribution is a party; None where its words do not tell."""
    if voice is None or draft.speaker is None:
        return None
    nouns = {analysis.tokens[index].lemma for index in range(*draft.speaker.words)}
    if voice.kind is SourceClass.ARMED_GROUP or nouns & lexicon.words["party.involved"]:
        return True
    if voice.kind in _ONLOOKERS:
        return False
    if voice.kind is SourceClass.COMPANY and _tells_of_its_own(analysis, draft, lexicon):
        return True
    return None


def _tells_of_its_own(analysis: Analysis, draft: Draft, lexicon: CueLexicon) -> bool:
    """Say whether a content tells of people or sites that are the source's: "its employees"."""
    return any(
        analysis.tokens[index].tag == "PRP$"
        and analysis.tokens[analysis.tokens[index].head].lemma in lexicon.words["party.own"]
        for first, last in draft.content
        for index in range(first, last)
    )
