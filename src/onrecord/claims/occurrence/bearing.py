"""What speaks for and against a time or a place as that of an incident: its sentence, its clause.

Each hint has a name; how much it counts is settled where it is used. A hint is 1 where it holds and
0 where it does not, but "weight", which says how much the sentence tells of the incident.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.claims.occurrence.telling import Telling
    from onrecord.model import Mention, Sentence, Span

# Sentences further off tell of something else as a rule.
_FAR = 2
_LEAD = 2
# Words that make what follows them an end of a stretch, not a point in it.
_ENDS = frozenset({"since", "until", "till", "by", "from", "before", "after"})
# "The attack took place", "was carried out": verbs that say no more than that it happened.
_HAPPENS = frozenset({"occur", "happen", "perpetrate", "commit"})
_LIGHT = frozenset({"take", "carry"})
_PARTICLES = frozenset({"place", "out"})
_TO_COME = frozenset({"will", "would", "shall", "should", "may", "must", "to"})


def by_place(telling: Telling, sentence: Sentence) -> dict[str, float]:
    """Return what the place of a sentence among those of the incident says."""
    number = sentence.number
    gap = telling.gap(sentence)
    before = number - 1 in telling.weights
    top = telling.analysis.sentences[telling.top - 1] if telling.top else None
    beside = top is not None and top.number != number and top.paragraph == sentence.paragraph
    deeds = [telling.deeds[one] for one in telling.deeds if sentence.first <= one < sentence.last]
    return {
        "weight": telling.weights.get(number, 0.0),
        "told here": float(gap == 0),
        "told next to it": float(gap == 1),
        "right behind": float(gap > 0 and before),
        "far off": float(gap > _FAR),
        "first sentence": float(number == 1),
        "before all": float(number < min(telling.weights, default=0)),
        "first told here": float(number == min(telling.weights, default=0)),
        "in the lead": float(number <= _LEAD),
        "in the fullest": float(top is not None and top.number == number),
        "beside the fullest": float(beside),
        "its type in the sentence": float(any(code in telling.kinds for code in deeds)),
    }


def by_order(telling: Telling, rivals: Iterable[Span]) -> dict[Span, dict[str, float]]:
    """Return what the order of some mentions and the words of the incident says of each mention.

    Args:
        telling: The incident.
        rivals: The mentions of one kind.
    """
    spans = sorted(rivals)
    if not telling.top:
        return {span: {} for span in spans}
    top = telling.analysis.sentences[telling.top - 1]
    words = telling.words_in(top)
    start = telling.analysis.tokens[words[0]].span.start if words else top.span.start
    before = max((span for span in spans if span.start < start), default=None)
    after = min((span for span in spans if span.start >= start), default=None)
    inside = {span for span in spans if top.span.covers(span)}
    return {
        span: {
            "last before it": float(span == before),
            "first behind it": float(span == after),
            "others in the fullest": float(bool(inside) and span not in inside),
            "alone in the fullest": float(inside == {span}),
        }
        for span in spans
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
        **_by_type(telling, told, {verb, *chain}),
        "of a deed's own word": float(verb in telling.deeds or bool(nouns)),
        **_by_verb(telling, verb, elsewhere=telling.gap(sentence) > 0),
        "in brackets": float(_in_brackets(telling, mention, sentence)),
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


def _by_type(telling: Telling, told: Iterable[int], above: set[int]) -> dict[str, float]:
    """Return what the types of the deeds told in a clause say.

    Args:
        telling: The incident.
        told: The words that tell the deeds.
        above: The words that the mention hangs on.
    """
    of_type = {deed for deed in told if telling.deeds[deed] in telling.kinds}
    return {
        "deed of its type": float(bool(of_type)),
        "its type's own word": float(bool(of_type & above)),
    }


def _by_verb(telling: Telling, verb: int, *, elsewhere: bool) -> dict[str, float]:
    """Return what the verb above a mention says.

    Args:
        telling: The incident.
        verb: Index of the verb.
        elsewhere: Its sentence does not tell of the incident.
    """
    token = telling.analysis.tokens[verb]
    particles = {telling.analysis.tokens[child].text.lower() for child in token.children}
    happens = token.lemma in _HAPPENS or (token.lemma in _LIGHT and bool(particles & _PARTICLES))
    return {
        "happens": float(happens),
        "happens elsewhere": float(happens and elsewhere),
    }


def _in_brackets(telling: Telling, mention: Mention, sentence: Sentence) -> bool:
    """Say whether a mention stands in what a translator or a clock added: "[0230 GMT today]"."""
    before = telling.analysis.text[sentence.span.start : mention.span.start]
    return before.rfind("[") > before.rfind("]")


def _chain(telling: Telling, index: int, verb: int) -> list[int]:
    """Return the words between a word and the verb above it, that word and verb left out."""
    chain = []
    while index != verb:
        index = telling.analysis.tokens[index].head
        if index != verb:
            chain.append(index)
    return chain
