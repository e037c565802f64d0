"""Cue verbs with their sources and contents: "the ministry said it was ...", "denied involvement".

The content of a cue is the clause or noun phrase the parser hangs on it, a quotation beside it, or
what stands before it up to its comma. Verbs joined inside the content that withhold an answer ("but
could not comment") become non-answers of the same source, and no part of what it asserts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import (
    children,
    clause_range,
    cue_range,
    is_negated,
    is_verb,
    joined,
    subject,
    trimmed,
    with_quotation_marks,
)
from onrecord.extract.attribution.drafts import Draft, Range
from onrecord.extract.attribution.nonanswers import non_answer
from onrecord.extract.attribution.sources import (
    PRONOUNS,
    can_speak,
    source_range,
    voice_of,
)
from onrecord.model import Certainty, SourceClass, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.lexicon import CueKind, CueLexicon
    from onrecord.model import Analysis, Sentence, Token

# Fewer words before ", the ministry said" are an opening ("In Tokyo"), not what it said.
_FEWEST_WORDS = 5
# How far behind its verb a that-clause may begin: "said in a statement on Sunday that".
_REACH = 9
_QUOTES = frozenset({'"', "“", "”", "``", "''"})


def spoken(analysis: Analysis, sentence: Sentence, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield the attributions of a sentence's cue verbs."""
    taken: set[int] = set()
    # The outer verb of a sentence before those inside it, which it may speak for.
    by_depth = sorted(
        analysis.tokens_of(sentence), key=lambda token: len(analysis.ancestors(token.index))
    )
    for token in by_depth:
        if not is_verb(token) or token.tag == "MD" or _is_taken(token, taken):
            continue
        stance = _own_non_answer(analysis, token, lexicon)
        if stance is not None:
            draft = _withheld(analysis, sentence, token.index, stance)
            if draft is not None:
                taken.add(token.index)
                yield draft
                continue
        yield from _asserted(analysis, sentence, token, lexicon=lexicon, taken=taken)


def _is_taken(token: Token, taken: set[int]) -> bool:
    """Say whether a verb is, or completes, one that is read already: "were trying to verify"."""
    if token.index in taken:
        return True
    return token.relation == "xcomp" and token.head in taken


def _own_non_answer(analysis: Analysis, token: Token, lexicon: CueLexicon) -> Stance | None:
    """Return the non-answer of a verb whose own subject withholds it."""
    head = subject(analysis, token.index)
    if head is None or not can_speak(analysis, head):
        return None
    if analysis.tokens[head].text.lower() in PRONOUNS and token.relation == "ccomp":
        return None  # "it was checking" inside "the ministry said ...": read with its cue
    return non_answer(analysis, token.index, lexicon)


def _withheld(
    analysis: Analysis,
    sentence: Sentence,
    verb: int,
    stance: Stance,
    *,
    speaker: tuple[int, Range] | None = None,
) -> Draft | None:
    """Return the non-answer that a verb tells, with what it does not answer as its content."""
    if speaker is None:
        head = subject(analysis, verb)
        if head is None:
            return None
        speaker = head, source_range(analysis, sentence, head, verb)
    clause = clause_range(analysis, sentence, verb)
    if clause is None:
        return None
    first, last = cue_range(analysis, verb)
    content = _unanswered(analysis, verb, clause)
    if stance is Stance.GIVES_NO_MORE and content is not None and not _asks(analysis, content):
        content = None  # "no more details": what is withheld is more of what was said
    if content is not None:
        last = max(last, min(content[0], clause[1])) if content[0] >= last else last
    else:
        last = max(last, clause[1])
    start = min(first, verb)
    return Draft(
        verb=verb,
        cue=trimmed(analysis, (start, last)) or (verb, verb + 1),
        source=speaker[1],
        head=speaker[0],
        content=() if content is None else (content,),
        stance=stance,
        certainty=Certainty.UNKNOWN,
    )


def _asks(analysis: Analysis, content: Range) -> bool:
    """Say whether a content is a question, or names what is asked for with a verb or a name."""
    words = analysis.tokens[content[0] : content[1]]
    return any(is_verb(word) or word.tag in {"NNP", "WP", "WRB"} for word in words)


def _unanswered(analysis: Analysis, verb: int, clause: Range) -> Range | None:
    """Return what a non-answer does not answer: the clause or the object behind its verb."""
    for relation in ("ccomp", "advcl", "xcomp"):
        for child in children(analysis, verb, relation):
            if child < verb:
                continue
            inner = analysis.subtree(child)
            content = trimmed(analysis, (inner[0], min(inner[-1] + 1, clause[1])))
            if content is None:
                continue
            if relation == "xcomp":
                return _unanswered(analysis, child, (child, content[1]))
            return content
    for child in (
        inner
        for prep in (verb, *children(analysis, verb, "prep", "dobj", "attr"))
        for inner in children(analysis, prep, "pobj", "dobj", "acl")
        if inner > verb
    ):
        token = analysis.tokens[child]
        if token.lemma in {"comment", "detail", "request", "information", "question"}:
            deeper = _behind(analysis, child, clause)
            if deeper is not None:
                return deeper
            continue
        whole = analysis.subtree(child)
        return trimmed(analysis, (whole[0], min(whole[-1] + 1, clause[1])))
    return None


def _behind(analysis: Analysis, noun: int, clause: Range) -> Range | None:
    """Return what a noun like "information" is about."""
    for prep in children(analysis, noun, "prep", "acl"):
        inner = analysis.subtree(prep)
        first = inner[0] + (1 if analysis.tokens[inner[0]].tag == "IN" else 0)
        found = trimmed(analysis, (first, min(inner[-1] + 1, clause[1])))
        if found is not None and analysis.tokens[inner[0]].lemma != "for":
            return found
    return None


def _asserted(
    analysis: Analysis,
    sentence: Sentence,
    token: Token,
    *,
    lexicon: CueLexicon,
    taken: set[int],
) -> Iterator[Draft]:
    head = subject(analysis, token.index)
    if head is None or not can_speak(analysis, head) or head == token.index:
        return
    if children(analysis, token.index, "auxpass", "nsubjpass"):
        return
    kind, parts = _kind_and_content(analysis, sentence, token, lexicon)
    if kind is None:
        return
    source = source_range(analysis, sentence, head, token.index)
    withheld: list[Draft] = []
    for clause in children(analysis, token.index, "ccomp"):
        for verb in joined(analysis, clause):
            draft = _inner(analysis, sentence, verb, speaker=(head, source), lexicon=lexicon)
            if draft is not None:
                withheld.append(draft)
                taken.add(verb)
    parts = _without(parts, [_clause_of(analysis, sentence, draft) for draft in withheld])
    parts = tuple(
        with_quotation_marks(analysis, sentence, part)
        for one in parts
        if (part := trimmed(analysis, one)) is not None
    )
    if parts and not (withheld and _is_scrap(analysis, parts)):
        stance, certainty, negated = _stance(analysis, token, kind, parts=parts, lexicon=lexicon)
        yield Draft(
            verb=token.index,
            cue=cue_range(analysis, token.index),
            source=source,
            head=head,
            content=parts,
            stance=stance,
            certainty=certainty,
            negated=negated,
        )
    yield from withheld


def _inner(
    analysis: Analysis,
    sentence: Sentence,
    verb: int,
    *,
    speaker: tuple[int, Range],
    lexicon: CueLexicon,
) -> Draft | None:
    """Return the non-answer a source reports of itself: "said it was gathering information"."""
    # A joined verb without a subject of its own is the source's, whatever stands before it: "said
    # there had been an incident but could give no details".
    own = children(analysis, verb, "nsubj", "nsubjpass")
    if own and analysis.tokens[own[0]].text.lower() not in PRONOUNS:
        return None
    stance = non_answer(analysis, verb, lexicon)
    if stance is None:
        return None
    return _withheld(analysis, sentence, verb, stance, speaker=speaker)


def _clause_of(analysis: Analysis, sentence: Sentence, draft: Draft) -> Range:
    found = clause_range(analysis, sentence, draft.verb) or draft.cue
    inner = children(analysis, draft.verb, "nsubj", "nsubjpass")
    first = min([found[0], draft.cue[0], *inner])
    return first, max(found[1], draft.cue[1])


def _without(parts: tuple[Range, ...], holes: list[Range]) -> tuple[Range, ...]:
    for hole in holes:
        left: list[Range] = []
        for first, last in parts:
            if hole[1] <= first or last <= hole[0]:
                left.append((first, last))
                continue
            left.extend(part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1])
        parts = tuple(left)
    return parts


def _is_scrap(analysis: Analysis, parts: tuple[Range, ...]) -> bool:
    """Say whether what non-answers left of a content is no statement: "that", "also"."""
    words = [analysis.tokens[index] for first, last in parts for index in range(first, last)]
    return not any(is_verb(word) for word in words)


def _kind_and_content(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: CueLexicon
) -> tuple[CueKind | None, tuple[Range, ...]]:
    """Return what a verb does here and what it hands over; no kind where it is no cue."""
    if token.lemma not in lexicon.verbs or _is_other_use(analysis, token, lexicon):
        return None, ()
    for kind in lexicon.verbs[token.lemma]:
        if kind.objects and not kind.objects & _object_words(analysis, token):
            continue
        parts = _content(analysis, sentence, token, kind.frame)
        if parts:
            return kind, parts
    return None, ()


def _object_words(analysis: Analysis, token: Token) -> set[str]:
    return {
        analysis.tokens[index].lemma
        for child in children(analysis, token.index, "dobj")
        for index in (child, *analysis.tokens[child].children)
    }


def _is_other_use(analysis: Analysis, token: Token, lexicon: CueLexicon) -> bool:
    """Say whether the verb's object makes it no cue: "claimed five lives", "denied bail"."""
    if any(
        analysis.tokens[child].lemma in lexicon.words["not_cues.acts"]
        for child in children(analysis, token.index, "xcomp")
    ):
        return True
    return any(
        analysis.tokens[child].lemma in lexicon.words["not_cues.objects"]
        or analysis.tokens[child].tag == "CD"
        for child in children(analysis, token.index, "dobj")
    )


def _content(analysis: Analysis, sentence: Sentence, token: Token, frame: str) -> tuple[Range, ...]:
    if frame in {"clause", "clause-or-noun"}:
        parts = _clauses(analysis, sentence, token)
        if parts or frame == "clause":
            return parts
    if frame == "infinitive":
        return _stretches(analysis, token, "xcomp")
    if frame == "of":
        return tuple(
            stretch
            for prep in children(analysis, token.index, "prep")
            if analysis.tokens[prep].lemma == "of"
            for stretch in _stretches(analysis, analysis.tokens[prep], "pobj")
        )
    return _noun(analysis, sentence, token)


def _clauses(analysis: Analysis, sentence: Sentence, token: Token) -> tuple[Range, ...]:
    found = [
        stretch
        for child in children(analysis, token.index, "ccomp", "parataxis")
        if is_verb(analysis.tokens[child]) or analysis.tokens[child].relation == "ccomp"
        if (stretch := _stretch(analysis, sentence, token.index, child)) is not None
    ]
    if any(last <= token.index for _, last in found):
        # What stands before its cue is the content; a clause behind it is somebody else's ("while
        # the union spoke of 20 dead").
        found = [stretch for stretch in found if stretch[1] <= token.index]
    if not found:
        found = [
            that for that in (_that_clause(analysis, sentence, token.index),) if that is not None
        ]
    if not found:
        found = [
            quoted
            for quoted in (_quotation(analysis, sentence, token.index),)
            if quoted is not None
        ]
    if not found and token.relation == "parataxis":
        found = list(_around(analysis, sentence, token.index))
    if not found:
        fronted = _fronted(analysis, sentence, token.index)
        found = [] if fronted is None else [fronted]
    return tuple(sorted(found))


def _stretch(analysis: Analysis, sentence: Sentence, verb: int, child: int) -> Range | None:
    """Return a clause with all joined to it, on its own side of the cue."""
    inner = analysis.subtree(child)
    first, last = inner[0], inner[-1] + 1
    if child < verb:
        first, last = max(first, sentence.first), min(last, verb)
        while last > first and last - 1 not in inner:
            last -= 1
    else:
        first = max(first, verb + 1)
    return trimmed(analysis, (first, last)) if first < last else None


def _around(analysis: Analysis, sentence: Sentence, verb: int) -> Iterator[Range]:
    """Yield what stands on both sides of a cue set between commas: "The men, police said, fled"."""
    inner = analysis.subtree(verb)
    for stretch in ((sentence.first, inner[0]), (inner[-1] + 1, sentence.last)):
        found = trimmed(analysis, stretch)
        if found is not None:
            yield found


def _that_clause(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """Return the that-clause the parser hung elsewhere: "said in a statement that ..."."""
    for index in range(verb + 1, min(verb + _REACH, sentence.last)):
        token = analysis.tokens[index]
        if token.text.lower() == "that" and token.tag == "IN":
            return trimmed(analysis, (index, sentence.last))
        if is_verb(token) or token.text in {",", ";"}:
            return None
    return None


def _fronted(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """Return what stands before a closing attribution, where the parser saw no clause in it."""
    head = subject(analysis, verb)
    following = verb + 1
    if head is None or not sentence.first < head < verb:
        return None
    ends = following >= sentence.last or analysis.tokens[following].text in {".", ",", ";"}
    first, _ = source_range(analysis, sentence, head, verb)
    if not ends or first - 1 <= sentence.first or analysis.tokens[first - 1].text != ",":
        return None
    found = trimmed(analysis, (sentence.first, first - 1))
    return found if found is not None and found[1] - found[0] >= _FEWEST_WORDS else None


def _quotation(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """Return the quotation beside a cue in its sentence."""
    marks = [
        index
        for index in range(sentence.first, sentence.last)
        if analysis.tokens[index].text in _QUOTES
    ]
    if len(marks) < 2:  # noqa: PLR2004 - a pair
        return None
    before = [mark for mark in marks if mark < verb]
    after = [mark for mark in marks if mark > verb]
    if len(before) >= 2:  # noqa: PLR2004 - a pair
        return before[0], before[-1] + 1
    return (after[0], after[-1] + 1) if len(after) >= 2 else None  # noqa: PLR2004 - a pair


def _stretches(analysis: Analysis, token: Token, *relations: str) -> tuple[Range, ...]:
    found = []
    for child in children(analysis, token.index, *relations):
        inner = analysis.subtree(child)
        stretch = trimmed(analysis, (max(inner[0], token.index + 1), inner[-1] + 1))
        if stretch is not None and child > token.index:
            found.append(stretch)
    return tuple(found)


def _noun(analysis: Analysis, sentence: Sentence, token: Token) -> tuple[Range, ...]:
    """Return what stands behind a verb that takes a noun: "denied involvement in the attack"."""
    behind = [
        child
        for child in children(analysis, token.index, "dobj", "oprd", "xcomp", "prep", "advcl")
        if child > token.index
    ]
    if not any(analysis.tokens[child].relation in {"dobj", "xcomp", "oprd"} for child in behind):
        return ()
    last = max(index for child in behind for index in analysis.subtree(child)) + 1
    for child in children(analysis, token.index, "conj"):
        last = min(last, analysis.subtree(child)[0])
    stretch = trimmed(analysis, (token.index + 1, min(last, sentence.last)))
    return () if stretch is None else (stretch,)


def _stance(
    analysis: Analysis,
    token: Token,
    kind: CueKind,
    *,
    parts: tuple[Range, ...],
    lexicon: CueLexicon,
) -> tuple[Stance, Certainty, bool]:
    """Return stance, certainty and negation of what a source says."""
    words = {analysis.tokens[index].lemma for first, last in parts for index in range(first, last)}
    if _claims_responsibility(analysis, token, lexicon):
        return Stance.CLAIMS_RESPONSIBILITY, Certainty.CERTAIN, False
    certainty = kind.certainty
    if words & lexicon.words["certainty.possible"]:
        certainty = Certainty.POSSIBLE
    elif words & lexicon.words["certainty.probable"] and certainty is Certainty.CERTAIN:
        certainty = Certainty.PROBABLE
    if is_negated(analysis, token.index):
        # "Did not say that" leaves the content open; "did not deny" does not affirm it.
        return kind.stance, Certainty.UNKNOWN, False
    return kind.stance, certainty, kind.stance is Stance.DENIES


def _claims_responsibility(analysis: Analysis, token: Token, lexicon: CueLexicon) -> bool:
    if is_negated(analysis, token.index):
        return False
    if token.lemma in lexicon.words["responsibility.verbs"]:
        return any(
            analysis.tokens[child].lemma in lexicon.words["responsibility.nouns"]
            for child in children(analysis, token.index, "dobj")
        )
    if token.lemma not in {"say", "announce", "state", "declare", "claim"}:
        return False
    deeds = _deeds_of(analysis, token.index, lexicon)
    for clause in children(analysis, token.index, "ccomp"):
        own = [analysis.tokens[child] for child in children(analysis, clause, "nsubj")]
        acts = {analysis.tokens[clause].lemma} | {
            analysis.tokens[child].lemma for child in children(analysis, clause, "prep", "advmod")
        }
        if acts & deeds and own and _is_self(analysis, own[0]):
            return not is_negated(analysis, clause)
    return False


def _is_self(analysis: Analysis, token: Token) -> bool:
    """Say whether a subject is the source itself: "it", "its fighters"."""
    return token.text.lower() in {"it", "they", "we"} or any(
        analysis.tokens[child].text.lower() in {"its", "their", "our"} for child in token.children
    )


def _deeds_of(analysis: Analysis, verb: int, lexicon: CueLexicon) -> frozenset[str]:
    """Return the deeds by whose telling a source claims responsibility.

    A force of a state that says it killed somebody reports; an armed group claims.
    """
    head = subject(analysis, verb)
    if head is None:
        return frozenset()
    words = (head, head + 1)
    first = min([head, *children(analysis, head, "compound", "amod", "det", "nummod")])
    kind = voice_of(analysis, (min(first, words[0]), words[1]), head, lexicon).kind
    if kind is SourceClass.ARMED_GROUP:
        return lexicon.words["responsibility.deeds"]
    if kind in {None, SourceClass.DOCUMENT, SourceClass.PERSON, SourceClass.OTHER}:
        return lexicon.words["responsibility.sure_deeds"]
    return frozenset()
