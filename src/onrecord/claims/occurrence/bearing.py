"""What speaks for and against a time or a place as that of an incident: its sentence, its clause.

Each hint has a name; how much it counts is settled where it is used. A hint is 1 where it holds and
0 where it does not, but "weight", which says how much the sentence tells of the incident.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.claims.occurrence.telling import Telling
    from onrecord.model import Mention, Sentence

# Sentences further off tell of something else as a rule.
_FAR = 2
_LEAD = 2
# Words that make what follows them an end of a stretch, not a point in it.
_ENDS = frozenset({"since", "until", "till", "by", "from", "before", "after"})
_TO_COME = frozenset({"will", "would", "shall", "should", "may", "must", "to"})


def by_place(telling: Telling, sentence: Sentence) -> dict[str, float]:
    """Return what the place of a sentence among those of the incident says."""
    number = sentence.number
    gap = telling.gap(sentence)
    before = number - 1 in telling.weights
    top = telling.analysis.sentences[telling.top - 1] if telling.top else None
    beside = top is not None and top.number != number and top.paragraph == sentence.paragraph
    return {
        "weight": telling.weights.get(number, 0.0),
        "told here": float(gap == 0),
        "told next to it": float(gap == 1),
        "right behind": float(gap > 0 and before),
        "far off": float(gap > _FAR),
        "first told here": float(number == min(telling.weights, default=0)),
        "in the lead": float(number <= _LEAD),
        "beside the fullest": float(beside),
    }


def by_grammar(telling: Telling, mention: Mention, sentence: Sentence) -> dict[str, float]:
    """Return what the clause of a mention says."""
    tokens = telling.analysis.tokens
    own = telling.words_in(sentence)
    index = next(
        token.index
        for token in telling.analysis.tokens_of(sentence)
        if token.span.end > mention.span.start
    )
    verb, clause = telling.verb(index), telling.clause(index)
    chain = _chain(telling, index, verb)
    deeds = [
        deed
        for deed in telling.deeds
        if sentence.first <= deed < sentence.last and telling.clause(deed) == clause
    ]
    nouns = [word for word in chain if word in telling.deeds]
    told = [*deeds, *nouns]
    clauses = {telling.clause(word) for word in own}
    said = verb in telling.cues and not nouns
    above = telling.analysis.ancestors(verb)
    before = tokens[index - 1].text.lower() if index > sentence.first else ""
    helpers = {tokens[child].text.lower() for child in tokens[verb].children}
    deed_near = bool(told) and telling.gap(sentence)
    return {
        "of its verb": float(verb in telling.words),
        "of its noun": float(any(word in telling.words for word in chain)),
        "in its clause": float(clause in clauses),
        "below its clause": float(clause not in clauses and bool(clauses.intersection(above))),
        "a deed": float(bool(told)),
        "the same deed": float(any(telling.deeds[word] in telling.codes for word in told)),
        "another deed": float(
            bool(told) and not any(telling.deeds[word] in telling.codes for word in told)
        ),
        "no deed": float(not told),
        "deed here": float(bool(told) and not telling.gap(sentence)),
        "deed nearby": float(0 < deed_near <= _FAR),
        "deed far off": float(deed_near > _FAR),
        "of what is said": float(said),
        "of what is said of it": float(said and bool(own)),
        "only an end": float(before in _ENDS),
        "to come": float(bool(helpers & _TO_COME)),
        "lasting": float(tokens[verb].tag in {"VBP", "VBZ", "VBG"}),
    }


def _chain(telling: Telling, index: int, verb: int) -> list[int]:
    """Return the words between a word and the verb above it, that word and verb left out."""
    chain = []
    while index != verb:
        index = telling.analysis.tokens[index].head
        if index != verb:
            chain.append(index)
    return chain
