"""Non-answers in their sentence: whose they are, and what they leave unanswered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, clause_range, cue_range, trimmed
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.nonanswers import without_telling
from onrecord.extract.attribution.sources import can_speak, noun_phrase, speaker_of
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis


def withheld(page: Page, verb: int, stance: Stance, *, speaker: Speaker) -> Draft | None:
    """Return the non-answer that a verb tells, with what it does not answer as its content."""
    analysis = page.analysis
    clause = clause_range(analysis, page.sentence, verb)
    if clause is None:
        return None
    first, last = cue_range(analysis, verb)
    content = _unanswered(page, verb, clause)
    if content is None:
        last = max(last, clause[1])
    elif content[0] >= last:
        last = max(last, min(content[0], clause[1]))
    return Draft(
        verb=verb,
        cue=trimmed(analysis, (min(first, verb), last)) or (verb, verb + 1),
        speaker=speaker,
        content=() if content is None else (content,),
        stance=stance,
        certainty=Certainty.UNKNOWN,
    )


def _unanswered(page: Page, verb: int, clause: Range) -> Range | None:
    """Return what a non-answer does not answer: the clause or the object behind its verb."""
    analysis = page.analysis
    for relation in ("ccomp", "advcl", "xcomp", "acomp"):
        for child in children(analysis, verb, relation):
            purpose = analysis.tokens[child].tag == "VB"
            if child < verb or (relation == "advcl" and not (purpose or _asks(page, child))):
                continue
            inner = analysis.subtree(child)
            content = trimmed(analysis, (inner[0], min(inner[-1] + 1, clause[1])))
            if content is None:
                continue
            if (purpose or relation in {"xcomp", "acomp"}) and not _asks(page, child):
                return _unanswered(page, child, (child, content[1]))
            return content
    return _object(page, verb, clause)


def _asks(page: Page, verb: int) -> bool:
    """Say whether a clause opens with a word that asks: "whether", "how"."""
    inner = page.analysis.subtree(verb)
    marks = page.lexicon.non_answers["open.marks"]
    opening = page.analysis.tokens[inner[0]]
    if opening.tag == "IN" and len(inner) > 1 and opening.text.lower() not in marks:
        opening = page.analysis.tokens[inner[1]]  # "about who"
    return opening.text.lower() in marks


def _object(page: Page, verb: int, clause: Range) -> Range | None:
    analysis = page.analysis
    sure = analysis.tokens[verb].lemma in page.lexicon.non_answers["does_not_know.negated"]
    empty = frozenset() if sure else page.lexicon.non_answers["open.empty_nouns"]
    joined_verbs = children(analysis, verb, "conj") if not children(analysis, verb, "dobj") else []
    for prep in (verb, *children(analysis, verb, "prep", "dobj", "attr"), *joined_verbs):
        if analysis.tokens[prep].lemma in page.lexicon.non_answers["open.circumstances"]:
            continue
        for child in children(analysis, prep, "pobj", "dobj", "acl"):
            token = analysis.tokens[child]
            if child <= verb or token.tag in {"VBG", "VBN"}:
                continue
            if token.lemma in empty:
                deeper = _behind(analysis, child, clause)
                if deeper is not None:
                    return deeper
                continue
            whole = analysis.subtree(child)
            end = whole[-1] + 1 if prep in joined_verbs else min(whole[-1] + 1, clause[1])
            return trimmed(analysis, (whole[0], end))
    return None


def _behind(analysis: Analysis, noun: int, clause: Range) -> Range | None:
    """Return what a noun like "information" is about."""
    for prep in children(analysis, noun, "prep", "acl", "ccomp", "relcl", "advcl"):
        inner = analysis.subtree(prep)
        first = inner[0] + (1 if analysis.tokens[inner[0]].tag == "IN" else 0)
        found = trimmed(analysis, (first, min(inner[-1] + 1, clause[1])))
        if found is not None and analysis.tokens[inner[0]].lemma not in {"for", "from", "by"}:
            return found
    return None


def added(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the non-answers that hang on a statement: "said on Monday, without elaborating"."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        if token.text.lower() != "without":
            continue
        verb = without_telling(analysis, token.index, page.lexicon)
        if verb is None:
            continue
        above = {token.head, *analysis.ancestors(token.index)}
        spoke = [draft for draft in drafts if draft.verb in above and draft.speaker is not None]
        head = spoke[-1].speaker.head if spoke and spoke[-1].speaker else None
        if head is None or not can_speak(analysis, head):
            continue
        speaker = spoke[-1].speaker or speaker_of(page, head, verb)
        end = max(analysis.subtree(verb)) + 1
        cue = trimmed(analysis, (token.index, min(end, page.sentence.last)))
        yield Draft(
            verb=verb,
            cue=cue or (token.index, verb + 1),
            speaker=speaker,
            content=(),
            stance=Stance.GIVES_NO_MORE,
            certainty=Certainty.UNKNOWN,
        )


def unanswered_calls(page: Page) -> Iterator[Draft]:
    """Yield somebody who was not reached: "calls to the governor's office went unanswered"."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        if token.relation not in _SUBJECTS:
            continue
        verb = token.head
        whom = _called(page, token.index, verb) or _sought(page, token.index, verb)
        clause = clause_range(analysis, page.sentence, verb)
        if whom is None or clause is None:
            continue
        core = noun_phrase(page, whom, verb)
        yield Draft(
            verb=verb,
            cue=(core[1], clause[1]) if core[1] < clause[1] else (verb, verb + 1),
            speaker=Speaker(words=core, core=core, head=whom),
            content=(),
            stance=Stance.NOT_REACHED,
            certainty=Certainty.UNKNOWN,
        )


def _called(page: Page, noun: int, verb: int) -> int | None:
    """Return to whom a call went that was not answered; None if it is no such call."""
    analysis, words = page.analysis, page.lexicon.non_answers
    if analysis.tokens[noun].lemma not in words["not_reached.calls"]:
        return None
    told = {analysis.tokens[child].lemma for child in children(analysis, verb, "acomp", "neg")}
    passive = analysis.tokens[verb].lemma in words["not_reached.respond"] and "not" in told
    if not (told & words["not_reached.unanswered"] or passive):
        return None
    whom = (
        child
        for prep in children(analysis, noun, "prep")
        for child in children(analysis, prep, "pobj")
        if analysis.tokens[prep].text.lower() in {"to", "with"} and can_speak(analysis, child)
    )
    return next(whom, None)


def _sought(page: Page, noun: int, verb: int) -> int | None:
    """Return whom somebody failed to reach: "efforts to contact the mayor were unsuccessful"."""
    analysis, words = page.analysis, page.lexicon.non_answers
    if analysis.tokens[noun].lemma not in words["not_reached.attempts"]:
        return None
    told = {analysis.tokens[child].lemma for child in children(analysis, verb, "acomp")}
    if not {*told, analysis.tokens[verb].lemma} & words["not_reached.failed"]:
        return None
    whom = (
        child
        for act in children(analysis, noun, "acl", "relcl")
        for child in children(analysis, act, "dobj")
        if analysis.tokens[act].lemma in words["not_reached.reach"] and can_speak(analysis, child)
    )
    return next(whom, None)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
