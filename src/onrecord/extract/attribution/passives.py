"""Cues in the passive: "was claimed by", "are believed to be", "was told by police that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, cue_range, is_negated, trimmed
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.sources import can_speak, names_at, noun_phrase, speaker_behind
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Token


def passives(page: Page) -> Iterator[Draft]:
    """Yield the attributions of a sentence's passive cues."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        if token.tag != "VBN" or is_negated(analysis, token.index):
            continue
        full = bool(children(analysis, token.index, "auxpass"))
        draft = _suspected(page, token) if full or token.lemma == "blame" else None
        if full and draft is None:
            draft = _by_agent(page, token) or _by_nobody(page, token)
        if draft is not None:
            yield draft


def _by_agent(page: Page, token: Token) -> Draft | None:
    """Return what is said by somebody named behind "by"."""
    analysis, words = page.analysis, page.lexicon.words
    agents = [
        (agent, child)
        for agent in children(analysis, token.index, "agent")
        for child in children(analysis, agent, "pobj")
        if can_speak(analysis, child)
    ]
    told = children(analysis, token.index, "nsubjpass")
    if not agents or not told or token.lemma in words["phrases.quoting"]:
        return None
    kinds = [
        kind
        for kind in page.lexicon.verbs.get(token.lemma, ())
        if kind.frame not in {"infinitive", "phrase"}
        and (not kind.objects or analysis.tokens[told[0]].lemma in kind.objects)
        and not kind.subjects
    ]
    agent, head = agents[0]
    claimed = token.lemma == "claim" and bool(
        {analysis.tokens[told[0]].lemma}
        & (words["responsibility.nouns"] | words["responsibility.attacks"])
    )
    if not kinds or (token.lemma == "claim" and not claimed):
        return None
    content = _told(page, token, told[0], agent)
    if not content:
        return None
    cue = cue_range(page.analysis, token.index)
    between = any(cue[1] <= first < agent for first, _ in content)
    return Draft(
        verb=token.index,
        cue=cue if between else (cue[0], agent + 1),
        speaker=_agent(page, head, token),
        content=content,
        stance=Stance.CLAIMS_RESPONSIBILITY if claimed else kinds[0].stance,
        certainty=kinds[0].certainty,
        negated=kinds[0].stance is Stance.DENIES,
    )


def _agent(page: Page, head: int, token: Token) -> Speaker:
    """Return the source behind "by", without whom it blames: "by officials on rebels"."""
    speaker = speaker_behind(page, head)
    analysis = page.analysis
    if token.lemma != "blame":
        return speaker
    cut = next(
        (i for i in range(head + 1, speaker.core[1]) if analysis.tokens[i].lemma == "on"), None
    )
    return (
        speaker
        if cut is None
        else Speaker(words=(speaker.core[0], cut), core=(speaker.core[0], cut), head=head)
    )


def _told(page: Page, token: Token, subject: int, agent: int) -> tuple[Range, ...]:
    """Return what a passive hands over: its clause, else its subject and what is said of it."""
    analysis = page.analysis
    if token.lemma == "tell":
        clauses = children(analysis, token.index, "ccomp")
        inner = analysis.subtree(clauses[0]) if clauses else ()
        found = trimmed(analysis, (inner[0], inner[-1] + 1)) if inner else None
        return () if found is None else (found,)
    parts = [noun_phrase(page, subject, token.index)]
    of_whom = _on_whom(page, agent) if token.lemma == "blame" else None
    parts.extend([] if of_whom is None else [of_whom])
    for child in children(analysis, token.index, "prep", "oprd", "xcomp"):
        inner = analysis.subtree(child)
        about = analysis.tokens[child].text.lower() in {"as", "on", "for", "of", "at"}
        if child > token.index and agent not in inner and about and not _tells_when(page, inner):
            found = trimmed(analysis, (inner[0], inner[-1] + 1))
            parts.extend([] if found is None else [found])
    return tuple(sorted(parts))


def _on_whom(page: Page, agent: int) -> Range | None:
    """Return "on the rebels" behind "by officials", where the parser took it for theirs."""
    inner = page.analysis.subtree(agent)
    start = next((index for index in inner if page.analysis.tokens[index].lemma == "on"), None)
    return None if start is None else trimmed(page.analysis, (start, inner[-1] + 1))


def _tells_when(page: Page, words: tuple[int, ...]) -> bool:
    return any(
        name.label in {"DATE", "TIME"} and name.first in words
        for index in words[:3]
        for name in names_at(page.analysis, index)
    )


def _suspected(page: Page, token: Token) -> Draft | None:
    """Return "is suspected of carrying out", "was blamed on": an accusation, nobody's name."""
    analysis, words = page.analysis, page.lexicon.words
    wanted = words["hearsay.accusing"]
    preps = [
        child
        for child in children(analysis, token.index, "prep")
        if child > token.index
        and token.lemma in wanted
        and analysis.tokens[child].text.lower() in {"of", "on", "for"}
    ]
    heads = children(analysis, token.index, "nsubjpass")
    if token.relation == "acl" and token.head < token.index:
        heads = [token.head]
    if not preps or not heads or children(analysis, token.index, "agent"):
        return None
    inner = analysis.subtree(preps[0])
    found = trimmed(analysis, (inner[0], inner[-1] + 1))
    if found is None or _tells_when(page, inner):
        return None
    return Draft(
        verb=token.index,
        cue=cue_range(analysis, token.index),
        speaker=None,
        content=(noun_phrase(page, heads[0], token.index), found),
        stance=Stance.ACCUSES,
        certainty=Certainty.POSSIBLE,
    )


def _by_nobody(page: Page, token: Token) -> Draft | None:
    """Return what is "believed" or "reported" to be so: somebody's words, nobody's name."""
    analysis, words = page.analysis, page.lexicon.words
    if token.lemma in words["hearsay.passives_probable"]:
        certainty = Certainty.PROBABLE
    elif token.lemma in words["hearsay.passives_possible"]:
        certainty = Certainty.POSSIBLE
    else:
        return None
    heads = children(analysis, token.index, "nsubjpass", "nsubj")
    if not heads or heads[0] > token.index or token.relation in {"acl", "amod"}:
        return None
    cue = cue_range(analysis, token.index)
    for child in children(analysis, token.index, "xcomp", "ccomp", "oprd", "advcl", "acomp"):
        inner = analysis.subtree(child)
        if child < token.index or inner[0] < token.index:
            continue
        found = trimmed(analysis, (inner[0], inner[-1] + 1))
        if found is None:
            continue
        empty = analysis.tokens[heads[0]].text.lower() == "it" and found[0] > token.index
        clause = analysis.tokens[child].relation == "ccomp" and empty
        infinitive = analysis.tokens[found[0]].text.lower() == "to"
        result = analysis.tokens[child].relation in {"oprd", "acomp"}
        if not (clause or infinitive or result) or (
            result and token.lemma in words["hearsay.needs_clause"]
        ):
            continue
        subject = () if clause else (noun_phrase(page, heads[0], token.index),)
        return Draft(
            verb=token.index,
            cue=cue,
            speaker=None,
            content=(*subject, found),
            stance=Stance.ASSERTS,
            certainty=certainty,
        )
    return None
