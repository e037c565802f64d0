"""Claims of the older version that the newer one no longer has: denials, refusals, whole sources.

A denial, a refusal to comment or a claim of responsibility that is gone is a query: without it the
story says something else. A source of whom nothing is left is worth a note: it may have been
trimmed. What is told in other words, by a pronoun or beside another sentence, is still there; who
refused and now answers has not been dropped. A story's own open questions are left alone.

Known limits: a source is known by the last word of its name; a claim dropped from a source who
still speaks elsewhere is told only if it is one of those above.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.checks.against._versions import Versions, cited_in, stem, words_of
from onrecord.model import NON_ANSWERS, Query, Severity, SourceClass, Stance
from onrecord.registry import Comparison

if TYPE_CHECKING:
    from onrecord.checks.against._versions import Sentence
    from onrecord.model import Attribution, Span
    from onrecord.registry import ReadReport

NAME = "dropped-claims"

_REFUSALS = NON_ANSWERS - {Stance.OPEN_QUESTION}

# Below, it is not sure that these words are an attribution at all.
_SURE = 0.6

# So many telling words in the place of a refusal are an answer.
_ANSWER = 2

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


def compare(older: ReadReport, newer: ReadReport) -> tuple[Query, ...]:
    """Return a result for each denial, refusal, claim of responsibility and source that is gone."""
    versions = Versions.of(older, newer)
    found: list[Query] = []
    sources: set[str] = set()
    for said in older.reading.mentions.attributions:
        sentence = _sentence_of(versions, said)
        if sentence is None or not _is_sure(said):
            continue
        query = _dropped(versions, said, sentence)
        key = _key(said)
        if query is None and key is not None and key not in sources:
            query = _source_gone(versions, said, sentence, key)
            if query is not None:
                sources.add(key)
        if query is not None and not any(query.before == other.before for other in found):
            found.append(query)
    return tuple(found)


def _is_sure(said: Attribution) -> bool:
    """Say whether somebody who can be told apart says something: no "who", no "you"."""
    words = (said.source_name or "").lower().split()
    return said.confidence >= _SURE and not set(words) <= words_of("dropped", "nobody")


def _dropped(versions: Versions, said: Attribution, sentence: Sentence) -> Query | None:
    """Return a query on a denial, a refusal or a claim that the new version has no more."""
    name = said.source_name or ""
    name += "," if "," in name else ""  # "the dam operator, Hydra, ..."
    match said.stance:
        case Stance.DENIES:
            words, gone = "denials", f"The denial by {name} is gone."
        case Stance.DECLINES:
            words, gone = "refusals", f"The refusal by {name} to answer is gone."
        case Stance.NOT_REACHED:
            words, gone = "refusals", f"That {name} could not be reached is gone."
        case Stance.CLAIMS_RESPONSIBILITY:
            words, gone = "responsibility", f"The claim of responsibility by {name} is gone."
        case _:
            return None
    if _stands_still(versions, said, sentence, words_of("dropped", words)):
        return None
    if said.stance in _REFUSALS and _answers_now(versions, said, sentence):
        return None
    suggestion = "Ask whether it still holds; if it does, put it back."
    return _query(Severity.QUERY, gone, suggestion, _before(said))


def _stands_still(
    versions: Versions, said: Attribution, sentence: Sentence, words: frozenset[str]
) -> bool:
    """Say whether the new version tells such a thing of a source, or where it stood."""
    pair = versions.pair_of_old(sentence.span)
    if pair is not None and pair.new.has_any(words):
        return True
    key = _key(said)
    telling = [one for one in versions.new if one.has_any(words)]
    if key is None:
        return bool(telling)
    return any(
        any(_names(other, key) for other in versions.new[max(one.number - 3, 0) : one.number])
        for one in telling
    ) or any(
        other.stance is said.stance and _key(other) == key
        for other in versions.newer.reading.mentions.attributions
    )


def _answers_now(versions: Versions, said: Attribution, sentence: Sentence) -> bool:
    """Say whether a source that refused says more in the new version than in the old one."""
    pair = versions.pair_of_old(sentence.span)
    if pair is not None and (pair.new.stems - pair.old.stems).total() >= _ANSWER:
        return True
    key = _key(said)
    if key is None:
        return False
    counts = [
        sum(
            other.stance not in NON_ANSWERS and _key(other) == key
            for other in read.reading.mentions.attributions
        )
        for read in (versions.older, versions.newer)
    ]
    return counts[1] > counts[0]


def _source_gone(
    versions: Versions, said: Attribution, sentence: Sentence, key: str
) -> Query | None:
    """Return what there is to say of a source of whom nothing is left in the new version."""
    known = said.named or said.source_class not in {None, SourceClass.OTHER}
    if said.stance in NON_ANSWERS or not known:
        return None
    if any(_names(one, key) for one in versions.new):
        return None
    pair = versions.pair_of_old(sentence.span)
    if pair is None:
        told = f"Nothing is left of what {said.source_name} said."
        return _query(
            Severity.NOTE, told, "Make sure that it was left out on purpose.", _before(said)
        )
    if _has_voice(versions, pair.new) or said.source_class is SourceClass.NEWS_AGENCY:
        return None
    told = f"What {said.source_name} said is now told in the report's own voice."
    suggestion = "Put the source back, or name the one that stands for it now."
    query = _query(Severity.QUERY, told, suggestion, _before(said))
    evidence = (pair.new.span,)
    return replace(query, evidence=evidence, cited=cited_in(versions.new, evidence))


def _has_voice(versions: Versions, sentence: Sentence) -> bool:
    """Say whether anybody is named for a sentence of the new version, in it or around it."""
    return any(
        one.span.overlaps(sentence.span)
        or any(part.overlaps(sentence.span) for part in (*one.content, *one.cue, *one.source))
        for one in versions.newer.reading.mentions.attributions
    ) or sentence.has_any(words_of("hedges", "said"))


def _sentence_of(versions: Versions, said: Attribution) -> Sentence | None:
    """Return the old sentence in which somebody says something."""
    at = said.cue[0] if said.cue else said.span
    return next((one for one in versions.old if one.span.overlaps(at)), None)


def _key(said: Attribution) -> str | None:
    """Return the word by which a source is known: the last of its name, else of its role."""
    words = _WORD.findall(said.source_name or "")
    capitalised = [word for word in words if word[0].isupper()]
    chosen = (capitalised or words)[-1:]
    return stem(chosen[0].lower().removesuffix("'s").removesuffix("’s")) if chosen else None


def _names(sentence: Sentence, key: str) -> bool:
    return any(stem(text) == key for text in sentence.texts)


def _before(said: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*said.source, *said.cue)))


def _query(severity: Severity, message: str, suggestion: str, before: tuple[Span, ...]) -> Query:
    return Query(
        check=NAME,
        severity=severity,
        message=message,
        suggestion=suggestion,
        evidence=(),
        cited=(),
        before=before,
    )


COMPARISON = Comparison(
    name=NAME,
    summary="No denial, refusal, claim of responsibility or source of the older version is gone.",
    run=compare,
)
"""Its row in the table of comparisons."""
