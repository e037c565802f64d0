"""What nobody knows: "it was unclear if", "no group has claimed responsibility", "no word on"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import (
    children,
    clause_range,
    is_negated,
    is_verb,
    subject,
    trimmed,
)
from onrecord.extract.attribution.contents import speaks_at
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.sources import can_speak, noun_phrase, speaker_of
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Token

# "Clear" may stand so far behind "it was not immediately", and "if" so far behind "clear".
_LEAD = 6
_GAP = 4
_ENDINGS = frozenset({"but", "although", "though", "while", "according"})


def open_questions(page: Page) -> Iterator[Draft]:
    """Yield what nobody knows."""
    for token in page.analysis.tokens_of(page.sentence):
        draft = (
            _unclear(page, token)
            or _remains(page, token)
            or _nobody(page, token)
            or _nothing_on(page, token)
            or _none_available(page, token)
            or _unverified(page, token)
            or _yet_to(page, token)
        )
        if draft is not None:
            yield draft


def _open(cue: Range, content: Range | None, verb: int) -> Draft:
    return Draft(
        verb=verb,
        cue=cue,
        speaker=None,
        content=() if content is None else (content,),
        stance=Stance.OPEN_QUESTION,
        certainty=Certainty.UNKNOWN,
    )


def _unclear(page: Page, token: Token) -> Draft | None:
    """Return "it was (not) clear if ...": an adjective of knowing before a question."""
    analysis, words = page.analysis, page.lexicon.non_answers
    known = token.text.lower()
    if known not in words["open.adjectives"] or token.tag in {"NNP", "NN"}:
        return None
    window = range(max(page.sentence.first, token.index - _LEAD), token.index)
    lead = [analysis.tokens[index].text.lower() for index in window]
    if known in words["open.needs_negation"] and not {"not", "n't", "n’t"} & set(lead):
        return None
    mark = _mark_behind(page, token.index)
    if mark is None:
        return _thing_unknown(page, token)
    content = trimmed(analysis, (mark, _end(page, mark)))
    start = next((index for index in window if analysis.tokens[index].text.lower() == "it"), None)
    if start is None:
        if token.relation not in {"acomp", "ROOT", "oprd"}:
            return None  # "the police, unclear who to trust"
        start = token.index
    return _open((start, mark), content, token.index)


def _mark_behind(page: Page, index: int) -> int | None:
    """Return the word that opens a question shortly behind another: "clear on Monday whether"."""
    tokens = page.analysis.tokens
    for mark in range(index + 1, min(page.sentence.last, index + 1 + _GAP)):
        if tokens[mark].text.lower() in page.lexicon.non_answers["open.marks"]:
            return mark
        if tokens[mark].text in {",", ";"}:
            return None
    return None


def _thing_unknown(page: Page, token: Token) -> Draft | None:
    """Return "the whereabouts of the ship were unknown"."""
    analysis = page.analysis
    predicate = token.relation in {"acomp", "oprd", "attr"}
    passive = token.tag == "VBN" and bool(
        children(analysis, token.index, "nsubjpass", "csubjpass", "csubj")
    )
    if not (predicate or passive):
        return None
    verb = token.head if predicate else token.index
    heads = children(analysis, verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if not heads or analysis.tokens[heads[0]].text.lower() in _VAGUE:
        return None
    head = heads[0]
    if any(analysis.tokens[child].lemma == "also" for child in children(analysis, verb, "advmod")):
        return None  # "the group was not known, also called"
    clausal = analysis.tokens[head].relation.startswith("csubj")
    whole = analysis.subtree(head)
    content = (whole[0], whole[-1] + 1) if clausal else noun_phrase(page, head, verb)
    if not clausal and not page.lexicon.non_answers["open.things"] & {
        analysis.tokens[index].lemma for index in range(*content)
    }:
        return None
    start = max(content[1], verb if predicate else content[1])
    return _open((min(start, token.index), token.index + 1), content, token.index)


_VAGUE = frozenset({"it", "that", "this", "which", "who", "he", "she", "they"})


def _remains(page: Page, token: Token) -> Draft | None:
    """Return "it remains to be seen whether ..."."""
    analysis = page.analysis
    if token.lemma != "remain" or not is_verb(token):
        return None
    words = [other.text.lower() for other in analysis.tokens[token.index + 1 : token.index + 4]]
    mark = _mark_behind(page, token.index + 3)
    if words != ["to", "be", "seen"] or mark is None:
        return None
    head = subject(analysis, token.index)
    start = token.index if head is None or head > token.index else head
    return _open((start, mark), trimmed(analysis, (mark, _end(page, mark))), token.index)


def _end(page: Page, start: int) -> int:
    """Return where a question ends: with its sentence, or at what says who speaks."""
    tokens = page.analysis.tokens
    for index in range(start + 1, page.sentence.last):
        if tokens[index].text == ";":
            return index
        behind = tokens[index + 1].text.lower() if index + 1 < page.sentence.last else ""
        if tokens[index].text == "," and (behind in _ENDINGS or speaks_at(page, index + 1)):
            return index
    return page.sentence.last


def _nobody(page: Page, token: Token) -> Draft | None:
    """Return "no group has claimed responsibility": nobody says who did it."""
    analysis, lexicon = page.analysis, page.lexicon
    if token.lemma not in lexicon.words["responsibility.verbs"] or not is_verb(token):
        return None
    objects = {analysis.tokens[child].lemma for child in children(analysis, token.index, "dobj")}
    claimed = lexicon.words["responsibility.nouns"] | lexicon.words["responsibility.attacks"]
    nobody = any(_is_nobody(page, head) for head in children(analysis, token.index, "nsubj"))
    if not objects & claimed or not nobody:
        return None
    clause = clause_range(analysis, page.sentence, token.index)
    if clause is None:
        return None
    behind = max(children(analysis, token.index, "dobj")) + 1
    heads = children(analysis, token.index, "nsubj")
    start = min(analysis.subtree(heads[0]))
    return _open((start, behind), trimmed(analysis, (start, clause[1])), token.index)


def nobody_said(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the attributions of a sentence, what nobody says made the open question that it is.

    "No group has said it was behind the raid" is a statement of no group. Of thoughts that nobody
    has ("no one believes that") nothing is left.
    """
    found = []
    for draft in drafts:
        nobody = draft.speaker is not None and _is_nobody(page, draft.speaker.head)
        if not nobody or draft.stance in NON_ANSWERS:
            found.append(draft)
        elif page.analysis.tokens[draft.verb].lemma in page.lexicon.words["phrases.sure"]:
            before = draft.speaker is not None and draft.speaker.words[1] <= draft.cue[0]
            start = draft.speaker.words[0] if draft.speaker and before else draft.cue[0]
            found.append(
                replace(
                    draft,
                    speaker=None,
                    cue=(start, draft.cue[1]),
                    stance=Stance.OPEN_QUESTION,
                    certainty=Certainty.UNKNOWN,
                    negated=False,
                )
            )
    return found


def _is_nobody(page: Page, head: int) -> bool:
    analysis = page.analysis
    empty = page.lexicon.non_answers["open.nobody"]
    words = {analysis.tokens[head].text.lower(), analysis.tokens[head].lemma}
    words |= {analysis.tokens[child].text.lower() for child in analysis.tokens[head].children}
    return bool(words & empty)


def _nothing_on(page: Page, token: Token) -> Draft | None:
    """Return "there was no word on the crew", "there was no claim of responsibility"."""
    analysis, words = page.analysis, page.lexicon.non_answers
    if token.lemma not in words["open.none_of"] or token.tag[:2] != "NN":
        return None
    verb = analysis.tokens[token.head]
    none = [child for child in token.children if analysis.tokens[child].text.lower() == "no"]
    there = children(analysis, verb.index, "expl")
    if not none or verb.lemma != "be" or not there:
        return None
    whole = analysis.subtree(token.index)
    if token.lemma in words["open.reactions"]:
        return _no_reaction(page, token, there[0])
    parts = children(analysis, token.index, "prep", "acl", "relcl", "ccomp", "advcl")
    behind = [child for child in parts if child > token.index]
    claim = token.lemma == "claim"
    content = None
    if behind and not claim:
        inner = [index for child in behind for index in analysis.subtree(child)]
        first = min(inner) + (1 if analysis.tokens[min(inner)].tag == "IN" else 0)
        content = trimmed(analysis, (first, max(inner) + 1))
    if content is None:
        content = trimmed(analysis, (none[0], whole[-1] + 1))
    end = content[0] if content is not None and content[0] > token.index else token.index + 1
    return _open((there[0], end), content, token.index)


def _none_available(page: Page, token: Token) -> Draft | None:
    """Return "no details were available on the second blast"."""
    analysis, words = page.analysis, page.lexicon.non_answers
    if token.lemma not in words["not_reached.available"] or token.relation != "acomp":
        return None
    heads = children(analysis, token.head, "nsubj")
    if not heads or analysis.tokens[heads[0]].lemma not in words["open.none_of"]:
        return None
    if not any(
        analysis.tokens[child].text.lower() == "no" for child in children(analysis, heads[0], "det")
    ):
        return None
    behind = [
        child
        for verb in (token.index, token.head)
        for child in children(analysis, verb, "prep", "advcl")
        if child > token.index
        and analysis.tokens[child].text.lower() in {"on", "about", "of", "as"}
    ]
    first = min(analysis.subtree(heads[0]))
    if not behind:
        return _open((first, token.index + 1), None, token.index)
    inner = analysis.subtree(behind[0])
    content = trimmed(analysis, (inner[0] + 1, inner[-1] + 1))
    return _open((first, inner[0] + 1), content, token.index)


def _no_reaction(page: Page, token: Token, start: int) -> Draft | None:
    """Return "there was no immediate comment from the government": it declined to comment."""
    analysis = page.analysis
    for prep in children(analysis, token.index, "prep"):
        for head in children(analysis, prep, "pobj"):
            if analysis.tokens[prep].text.lower() in {"from", "by"} and can_speak(analysis, head):
                core = noun_phrase(page, head, page.sentence.last)
                return Draft(
                    verb=token.index,
                    cue=(start, prep + 1),
                    speaker=Speaker(words=core, core=core, head=head),
                    content=(),
                    stance=Stance.DECLINES,
                    certainty=Certainty.UNKNOWN,
                )
    return None


def _unverified(page: Page, token: Token) -> Draft | None:
    """Return "the claim could not be independently verified"."""
    analysis = page.analysis
    if token.lemma not in {"verify", "confirm"} or token.tag != "VBN":
        return None
    passive = children(analysis, token.index, "nsubjpass")
    if not passive or not is_negated(analysis, token.index):
        return None
    content = noun_phrase(page, passive[0], token.index)
    if content[1] > token.index:
        return None
    return _open((content[1], token.index + 1), content, token.index)


def _yet_to_be(page: Page, done: int, above: int) -> Draft | None:
    """Return "a motive has yet to be determined"; of one "yet to be briefed": does not know."""
    analysis, words = page.analysis, page.lexicon.non_answers
    lemma = analysis.tokens[done].lemma
    heads = [
        child
        for verb in (done, above, analysis.tokens[above].head)
        for child in children(analysis, verb, "nsubj", "nsubjpass")
        if child < above
    ]
    if not heads:
        return None
    head = heads[0]
    if lemma in words["open.yet_to_hear"]:
        about = children(analysis, done, "prep")
        inner = analysis.subtree(about[0]) if about else ()
        content = trimmed(analysis, (inner[0] + 1, inner[-1] + 1)) if inner else None
        return Draft(
            verb=above,
            cue=(above, inner[0] + 1 if inner else done + 1),
            speaker=speaker_of(page, head, above),
            content=() if content is None else (content,),
            stance=Stance.DOES_NOT_KNOW,
            certainty=Certainty.UNKNOWN,
        )
    if lemma not in words["open.yet_to"] | words["does_not_know.negated"]:
        return None
    return _open((above, done + 1), noun_phrase(page, head, above), above)


def _yet_to(page: Page, token: Token) -> Draft | None:
    """Return "officials have yet to make a link": somebody who does not know, or does not say."""
    analysis = page.analysis
    infinitive = token.index + 1
    if token.text.lower() != "yet" or infinitive + 1 >= page.sentence.last:
        return None
    above = token.index - 1
    helper = above >= page.sentence.first and analysis.tokens[above].lemma in {"have", "be"}
    if analysis.tokens[infinitive].text.lower() != "to" or not helper:
        return None
    act = analysis.tokens[infinitive + 1]
    head = subject(analysis, above)
    if act.lemma == "be" and infinitive + 2 < page.sentence.last:  # noqa: SIM102 - one question each
        if analysis.tokens[infinitive + 2].tag == "VBN":
            return _yet_to_be(page, infinitive + 2, above)
    if head is None or not can_speak(analysis, head):
        return None
    if act.lemma not in page.lexicon.non_answers["open.yet_to"]:
        return None
    content = trimmed(analysis, (infinitive + 1, _end(page, infinitive)))
    return Draft(
        verb=above,
        cue=(above, infinitive + 1),
        speaker=speaker_of(page, head, above),
        content=() if content is None else (content,),
        stance=Stance.DOES_NOT_KNOW,
        certainty=Certainty.UNKNOWN,
    )
