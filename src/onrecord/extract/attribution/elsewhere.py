"""Attributions without a cue verb: "according to", "quoting", hearsay, open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import (
    children,
    clause_range,
    is_negated,
    is_verb,
    subject,
    trimmed,
)
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.sources import source_range
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Sentence, Token

_WITHOUT_SUBJECT = frozenset({"no", "nobody", "none"})


def according_to(analysis: Analysis, sentence: Sentence, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield the attributions by "according to": the source behind it, the clause around it."""
    del lexicon
    for token in analysis.tokens_of(sentence):
        following = token.index + 1
        if token.text.lower() != "according" or following >= sentence.last:
            continue
        if analysis.tokens[following].text.lower() != "to":
            continue
        source = _source_behind(analysis, sentence, following + 1)
        if source is None:
            continue
        content = _beside(analysis, sentence, (token.index, source[1]))
        if content:
            yield Draft(
                verb=token.index,
                cue=(token.index, following + 1),
                source=source,
                head=_head(analysis, source),
                content=content,
                stance=Stance.ASSERTS,
                certainty=Certainty.CERTAIN,
            )


def _source_behind(analysis: Analysis, sentence: Sentence, first: int) -> Range | None:
    """Return the words behind "to", up to a comma, a verb or the end."""
    last = first
    while last < sentence.last:
        token = analysis.tokens[last]
        if token.text in {",", ".", ";", "--", "–", "—", ")", '"', "”"} or (
            token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"}
        ):
            break
        if token.text.lower() in {"and", "but"} and last + 1 < sentence.last:
            ahead = analysis.tokens[last + 1 : last + 4]
            if any(is_verb(other) for other in ahead):
                break
        last += 1
    return trimmed(analysis, (first, last)) if last > first else None


def _head(analysis: Analysis, words: Range) -> int:
    """Return the noun that heads a phrase: the word whose own head lies outside it."""
    for index in range(*words):
        head = analysis.tokens[index].head
        if not words[0] <= head < words[1] and analysis.tokens[index].tag[:2] in {"NN", "PR"}:
            return index
    return words[1] - 1


def _beside(analysis: Analysis, sentence: Sentence, cue: Range) -> tuple[Range, ...]:
    """Return the clause that "according to X" stands in, on both sides of it."""
    parts = [
        trimmed(analysis, stretch)
        for stretch in ((sentence.first, cue[0]), (cue[1], sentence.last))
        if stretch[0] < stretch[1]
    ]
    found = [part for part in parts if part is not None and part[1] - part[0] > 1]
    if len(found) == 2 and cue[0] > sentence.first:  # noqa: PLR2004 - both sides
        # In mid-sentence it belongs to what stands before it, unless that is a mere opening.
        before = analysis.tokens[found[0][0] : found[0][1]]
        if any(is_verb(token) for token in before):
            return (found[0],)
    return tuple(found)


def quoting(
    analysis: Analysis, sentence: Sentence, drafts: list[Draft], lexicon: CueLexicon
) -> Iterator[Draft]:
    """Yield the first voice behind a relay: "Jiji reported, quoting company officials"."""
    for token in analysis.tokens_of(sentence):
        if token.tag != "VBG" or token.lemma not in lexicon.words["phrases.quoting"]:
            continue
        outer = next((draft for draft in drafts if _governs(analysis, draft.verb, token)), None)
        behind = children(analysis, token.index, "dobj")
        if outer is None or not behind:
            continue
        yield Draft(
            verb=token.index,
            cue=(token.index, token.index + 1),
            source=source_range(analysis, sentence, behind[0], sentence.last),
            head=behind[0],
            content=outer.content,
            stance=outer.stance if outer.stance is not Stance.RELAYS else Stance.ASSERTS,
            certainty=outer.certainty,
            negated=outer.negated,
            outer=outer.verb,
        )


def _governs(analysis: Analysis, verb: int, token: Token) -> bool:
    return verb == token.head or verb in analysis.ancestors(token.index)[:2]


def quoted_as_saying(
    analysis: Analysis, sentence: Sentence, lexicon: CueLexicon
) -> Iterator[Draft]:
    """Yield "the radio quoted the governor as saying that ..." and its passive."""
    for token in analysis.tokens_of(sentence):
        if token.lemma not in lexicon.words["phrases.quoting"] or token.tag == "VBG":
            continue
        saying = next(
            (
                index
                for index in range(token.index + 1, sentence.last - 1)
                if analysis.tokens[index].text.lower() == "as"
                and analysis.tokens[index + 1].text.lower() in {"saying", "telling"}
            ),
            None,
        )
        if saying is None:
            continue
        content = trimmed(analysis, (saying + 2, sentence.last))
        passive = children(analysis, token.index, "nsubjpass")
        behind = passive or children(analysis, token.index, "dobj")
        if content is None or not behind:
            continue
        inner = Draft(
            verb=saying + 1,
            cue=(saying, saying + 2),
            source=source_range(analysis, sentence, behind[0], saying),
            head=behind[0],
            content=(content,),
            stance=Stance.ASSERTS,
            certainty=Certainty.CERTAIN,
            outer=None if passive else token.index,
        )
        head = None if passive else subject(analysis, token.index)
        if head is not None:
            yield Draft(
                verb=token.index,
                cue=(token.index, token.index + 1),
                source=source_range(analysis, sentence, head, token.index),
                head=head,
                content=(content,),
                stance=Stance.RELAYS,
                certainty=Certainty.CERTAIN,
            )
        yield inner


def hearsay(analysis: Analysis, sentence: Sentence, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield what is "reportedly" or "allegedly" so: another's words, nobody's name."""
    for token in analysis.tokens_of(sentence):
        word = token.text.lower()
        if word in lexicon.words["hearsay.possible"]:
            certainty = Certainty.POSSIBLE
        elif word in lexicon.words["hearsay.probable"]:
            certainty = Certainty.PROBABLE
        else:
            continue
        verb = token.head
        clause = clause_range(analysis, sentence, verb) if is_verb(analysis.tokens[verb]) else None
        content = tuple(
            part
            for stretch in (
                () if clause is None else ((clause[0], token.index), (token.index + 1, clause[1]))
            )
            if stretch[0] < stretch[1] and (part := trimmed(analysis, stretch)) is not None
        )
        if content:
            yield Draft(
                verb=token.index,
                cue=(token.index, token.index + 1),
                source=None,
                head=None,
                content=content,
                stance=Stance.ASSERTS,
                certainty=certainty,
            )


def open_questions(analysis: Analysis, sentence: Sentence, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield what nobody knows: "it was unclear if ...", "no group has claimed responsibility"."""
    for token in analysis.tokens_of(sentence):
        draft = (
            _unclear(analysis, sentence, token, lexicon)
            or _nobody(analysis, sentence, token)
            or _unverified(analysis, sentence, token)
        )
        if draft is not None:
            yield draft
        yield from _yet_to(analysis, sentence, token)


def _open(cue: Range, content: Range | None, verb: int) -> Draft:
    return Draft(
        verb=verb,
        cue=cue,
        source=None,
        head=None,
        content=() if content is None else (content,),
        stance=Stance.OPEN_QUESTION,
        certainty=Certainty.UNKNOWN,
    )


def _unclear(
    analysis: Analysis, sentence: Sentence, token: Token, lexicon: CueLexicon
) -> Draft | None:
    """Return "it was (not) clear if ...": an adjective of knowing before a question."""
    words = lexicon.non_answers
    if (
        token.lemma not in words["open.adjectives"]
        and token.text.lower() not in (words["open.adjectives"])
    ):
        return None
    first = token.index
    window = range(max(sentence.first, first - 5), first)
    lead = [analysis.tokens[index].text.lower() for index in window]
    if token.text.lower() in words["open.needs_negation"] and not {"not", "n't"} & set(lead):
        return None
    mark = token.index + 1
    while mark < min(sentence.last, token.index + 5) and (
        analysis.tokens[mark].text.lower() not in words["open.marks"]
    ):
        mark += 1
    if mark >= sentence.last or analysis.tokens[mark].text.lower() not in words["open.marks"]:
        return _thing_unknown(analysis, sentence, token)
    content = trimmed(analysis, (mark, _end(analysis, sentence, mark)))
    start = next((index for index in window if analysis.tokens[index].text.lower() == "it"), first)
    return _open((start, mark), content, token.index)


def _thing_unknown(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """Return "the whereabouts of the ship were unknown"."""
    if token.text.lower() not in {"unknown", "unclear"} or token.relation not in {"acomp", "oprd"}:
        return None
    head = subject(analysis, token.head)
    if head is None or analysis.tokens[head].text.lower() in {"it", "that", "this", "which"}:
        return None
    content = source_range(analysis, sentence, head, token.head)
    return _open((token.head, token.index + 1), content, token.index)


def _end(analysis: Analysis, sentence: Sentence, start: int) -> int:
    """Return where a question ends: at the end of its sentence, or at what says who speaks."""
    for index in range(start + 1, sentence.last):
        if analysis.tokens[index].text == ";":
            return index
        if (
            analysis.tokens[index].text == ","
            and index + 1 < sentence.last
            and (
                analysis.tokens[index + 1].text.lower() in {"but", "although", "while", "according"}
            )
        ):
            return index
    return sentence.last


def _nobody(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """Return "no group has claimed responsibility": nobody says who did it."""
    if token.lemma not in {"claim", "take", "admit"} or not is_verb(token):
        return None
    objects = [analysis.tokens[child].lemma for child in children(analysis, token.index, "dobj")]
    subjects = children(analysis, token.index, "nsubj")
    passive = children(analysis, token.index, "nsubjpass")
    if passive:
        return None
    nobody = any(
        analysis.tokens[head].lemma in _WITHOUT_SUBJECT
        or analysis.tokens[head].text.lower() in _WITHOUT_SUBJECT
        or any(analysis.tokens[child].lemma == "no" for child in analysis.tokens[head].children)
        for head in subjects
    )
    if "responsibility" not in objects or not nobody:
        return None
    clause = clause_range(analysis, sentence, token.index)
    if clause is None:
        return None
    behind = max(children(analysis, token.index, "dobj")) + 1
    return _open((clause[0], behind), trimmed(analysis, (clause[0], clause[1])), token.index)


def _unverified(analysis: Analysis, sentence: Sentence, token: Token) -> Draft | None:
    """Return "the claim could not be independently verified"."""
    if token.lemma not in {"verify", "confirm"} or token.tag != "VBN":
        return None
    passive = children(analysis, token.index, "nsubjpass")
    if not passive or not is_negated(analysis, token.index):
        return None
    content = source_range(analysis, sentence, passive[0], token.index)
    return _open((content[1], token.index + 1), content, token.index)


def _yet_to(analysis: Analysis, sentence: Sentence, token: Token) -> Iterator[Draft]:
    """Yield "officials have yet to make a link": somebody who does not know, or does not say."""
    if token.text.lower() != "yet" or token.index + 2 >= sentence.last:
        return
    infinitive = token.index + 1
    if analysis.tokens[infinitive].text.lower() != "to":
        return
    above = token.index - 1
    if above < sentence.first or analysis.tokens[above].lemma not in {"have", "be"}:
        return
    head = subject(analysis, above)
    act = analysis.tokens[infinitive + 1].lemma
    if head is None or act not in _SAYING_ACTS:
        return
    content = trimmed(analysis, (infinitive + 1, _end(analysis, sentence, infinitive)))
    yield Draft(
        verb=above,
        cue=(above, infinitive + 1),
        source=source_range(analysis, sentence, head, above),
        head=head,
        content=() if content is None else (content,),
        stance=Stance.DOES_NOT_KNOW,
        certainty=Certainty.UNKNOWN,
    )


_SAYING_ACTS = frozenset(
    "make say confirm establish identify determine comment name release announce verify give "
    "explain issue find provide disclose rule reveal link attribute".split()
)
