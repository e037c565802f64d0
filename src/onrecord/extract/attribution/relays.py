"""Voices without a cue verb of their own: "according to", "quoting officials", "as saying"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, is_verb, subject, trimmed
from onrecord.extract.attribution.contents import before_speaker
from onrecord.extract.attribution.drafts import Draft, Speaker
from onrecord.extract.attribution.sources import (
    can_speak,
    noun_phrase,
    speaker_behind,
    speaker_of,
    voice_of,
    with_apposition,
)
from onrecord.extract.attribution.stances import certainty_beside
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueKind
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis, Token

_FEWEST_WORDS = 2


def according_to(page: Page) -> Iterator[Draft]:
    """Yield the attributions by "according to": the source behind it, the clause around it."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        following = token.index + 1
        if token.text.lower() != "according" or following >= page.sentence.last:
            continue
        if analysis.tokens[following].text.lower() != "to":
            continue
        speaker = _speaker_behind(page, following + 1)
        if speaker is None:
            continue
        content = _beside(page, (token.index, _after_citing(page, speaker.words[1])))
        if content:
            draft = _asserted(token.index, (token.index, following + 1), speaker, content)
            yield _as_sure_as_told(page, draft)


def per(page: Page) -> Iterator[Draft]:
    """Yield what is told "per the sheriff's office", at the end or the start of a sentence."""
    analysis, sentence = page.analysis, page.sentence
    for token in analysis.tokens_of(sentence):
        if token.lemma not in page.lexicon.words["phrases.per"] or token.tag != "IN":
            continue
        opens = token.index == sentence.first
        behind = not opens and analysis.tokens[token.index - 1].text in {",", "--", "–", "—"}
        speaker = _speaker_behind(page, token.index + 1) if opens or behind else None
        if speaker is None or voice_of(analysis, speaker, page.lexicon).kind is None:
            continue  # "per cent", "per day"
        content = _beside(page, (token.index, speaker.words[1]))
        if content:
            draft = _asserted(token.index, (token.index, token.index + 1), speaker, content)
            yield _as_sure_as_told(page, draft)


def _as_sure_as_told(page: Page, draft: Draft) -> Draft:
    """Return an attribution as certain as its content puts it."""
    certainty = certainty_beside(page.analysis, draft.content, page.lexicon)
    return replace(draft, certainty=certainty)


def _after_citing(page: Page, end: int) -> int:
    """Return where a source ends with whom it cites: "the paper, citing officials,"."""
    tokens = page.analysis.tokens
    if end + 2 >= page.sentence.last or tokens[end].text != ",":
        return end
    if tokens[end + 1].lemma not in page.lexicon.words["phrases.quoting"]:
        return end
    behind = range(end + 2, page.sentence.last)
    return next((index for index in behind if tokens[index].text == ","), end)


def _asserted(
    verb: int, cue: Range, speaker: Speaker, content: tuple[Range, ...], *, outer: int | None = None
) -> Draft:
    return Draft(
        verb=verb,
        cue=cue,
        speaker=speaker,
        content=content,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        outer=outer,
    )


def by_account(page: Page) -> Iterator[Draft]:
    """Yield what is told "by the governor's own account"."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        owner = children(analysis, token.index, "poss")
        lead = analysis.tokens[token.head]
        if token.lemma != "account" or lead.text.lower() not in {"by", "in"} or not owner:
            continue
        if not can_speak(analysis, owner[0]):
            continue
        first, last = noun_phrase(page, owner[0], token.index)
        while last - 1 > owner[0] and analysis.tokens[last - 1].tag in {"POS", "JJ"}:
            last -= 1
        speaker = Speaker(words=(first, last), core=(first, last), head=owner[0])
        content = _beside(page, (lead.index, token.index + 1))
        if content and lead.index < first:
            yield _asserted(token.index, (token.index, token.index + 1), speaker, content)


def _speaker_behind(page: Page, first: int) -> Speaker | None:
    """Return the source behind "to", up to a comma, a verb or the end."""
    analysis, sentence = page.analysis, page.sentence
    last = first
    while last < sentence.last and not _ends_source(page, last):
        last += 1
    core = trimmed(analysis, (first, last)) if last > first else None
    if core is None or core[1] - core[0] < 1:
        return None
    head = _head(analysis, core)
    words = with_apposition(page, core, sentence.last)
    return Speaker(words=words, core=core, head=head)


def _ends_source(page: Page, index: int) -> bool:
    analysis, sentence = page.analysis, page.sentence
    token = analysis.tokens[index]
    if token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"} or page.quotations.holding(index):
        return True
    if token.text in {",", ".", ";", ":", "--", "–", "—", ")", "("}:
        # "Lt. Larry Crowson": a point behind a title ends nothing.
        titled = token.text == "." and index + 1 < sentence.last
        return not (titled and analysis.tokens[index + 1].tag == "NNP")
    ahead = analysis.tokens[index + 1 : min(index + 4, sentence.last)]
    return token.text.lower() in {"and", "but"} and any(is_verb(other) for other in ahead)


def _head(analysis: Analysis, words: Range) -> int:
    """Return the noun that heads a phrase: the word whose own head lies outside it."""
    for index in range(*words):
        head = analysis.tokens[index].head
        if not words[0] <= head < words[1] and analysis.tokens[index].tag[:2] in {"NN", "PR"}:
            return index
    return words[1] - 1


def _beside(page: Page, cue: Range) -> tuple[Range, ...]:
    """Return the clause that "according to X" stands in, on both sides of it."""
    analysis, sentence = page.analysis, page.sentence
    parts = [
        trimmed(analysis, stretch)
        for stretch in ((sentence.first, cue[0]), (cue[1], before_speaker(page, cue[1])))
        if stretch[0] < stretch[1]
    ]
    found = [part for part in parts if part is not None and part[1] - part[0] >= _FEWEST_WORDS]
    found = [page.quotations.grown(part, cue[0]) for part in found]
    if len(found) > 1:
        # In mid-sentence it belongs to what stands before it, unless that is a mere opening.
        before = analysis.tokens[found[0][0] : found[0][1]]
        if any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in before):
            return (found[0],)
        if not any(is_verb(token) for token in before) and found[0][1] - found[0][0] < 4:  # noqa: PLR2004
            return (found[1],)
    return tuple(found)


def quoting(page: Page, drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the first voice behind a relay: "Jiji reported, quoting company officials"."""
    analysis = page.analysis
    for token in analysis.tokens_of(page.sentence):
        if token.tag != "VBG" or token.lemma not in page.lexicon.words["phrases.quoting"]:
            continue
        outer = _relaying(analysis, token, drafts)
        behind = [child for child in children(analysis, token.index, "dobj") if child > token.index]
        if outer is None or not behind or not _can_be_quoted(page, behind[0]):
            continue
        yield Draft(
            verb=token.index,
            cue=(token.index, token.index + 1),
            speaker=speaker_behind(page, behind[0]),
            content=outer.content,
            stance=outer.stance if outer.stance is not Stance.RELAYS else Stance.ASSERTS,
            certainty=outer.certainty,
            negated=outer.negated,
            outer=outer.verb,
        )


def _can_be_quoted(page: Page, head: int) -> bool:
    """Say whether who is cited can speak: officials can, "security reasons" cannot."""
    unable = page.lexicon.words["phrases.not_quoted"]
    return can_speak(page.analysis, head) and page.analysis.tokens[head].lemma not in unable


def _relaying(analysis: Analysis, token: Token, drafts: list[Draft]) -> Draft | None:
    """Return the statement that "quoting ..." stands in: by the tree, else the one beside it."""
    above = {token.head, *analysis.ancestors(token.index)[:2]}
    drafts = [draft for draft in drafts if draft.stance not in NON_ANSWERS]
    for draft in drafts:
        if draft.verb in above or (draft.speaker is not None and draft.speaker.head in above):
            return draft
    beside = [
        draft
        for draft in drafts
        if draft.speaker is not None
        and 0 <= token.index - max(draft.verb, draft.speaker.words[1] - 1) <= 3  # noqa: PLR2004
    ]
    return beside[-1] if beside else None


def quoted_as_saying(page: Page) -> Iterator[Draft]:
    """Yield "the radio quoted the governor as saying that ..." and its passive."""
    analysis, sentence = page.analysis, page.sentence
    for token in analysis.tokens_of(sentence):
        if token.lemma not in page.lexicon.words["phrases.quoting"] or token.tag == "VBG":
            continue
        saying = _as_saying(page, token.index)
        if saying is None:
            continue
        doing = _kind_of_doing(page, saying + 1)
        end = _end_of_content(page, saying + 2)
        content = trimmed(analysis, (saying + 2, end))
        passive = children(analysis, token.index, "nsubjpass")
        behind = passive or children(analysis, token.index, "dobj")
        if content is None or not behind:
            continue
        said = (page.quotations.grown(content, token.index),)
        relay = _relay_of(page, token, passive=bool(passive), content=said)
        if relay is not None:
            yield relay
        inner = speaker_of(page, behind[0], saying if not passive else token.index)
        outer = None if relay is None else token.index
        draft = _asserted(saying + 1, (saying, saying + 2), inner, said, outer=outer)
        if doing is not None:
            draft = replace(
                draft,
                stance=doing.stance,
                certainty=doing.certainty,
                negated=doing.stance is Stance.DENIES,
            )
        yield draft


def _kind_of_doing(page: Page, index: int) -> CueKind | None:
    """Return what one does who is quoted "as denying"; None for one who is quoted as saying."""
    token = page.analysis.tokens[index]
    if token.text.lower() in page.lexicon.words["phrases.saying"]:
        return None
    return next(iter(page.lexicon.verbs.get(token.lemma, ())), None)


def _as_saying(page: Page, verb: int) -> int | None:
    """Return where "as saying" stands behind a verb."""
    tokens = page.analysis.tokens
    for index in range(verb + 1, page.sentence.last - 1):
        following = tokens[index + 1].text.lower()
        if tokens[index].text.lower() == "as" and following in _doings(page):
            return index
    return None


def _doings(page: Page) -> frozenset[str]:
    words = page.lexicon.words
    return words["phrases.saying"] | words["phrases.as_doing"]


def _end_of_content(page: Page, start: int) -> int:
    """Return where quoted words end: at ", according to" or with their sentence."""
    tokens = page.analysis.tokens
    for index in range(start, page.sentence.last):
        if tokens[index].text == ";":
            return index
    return page.sentence.last


def _relay_of(
    page: Page, token: Token, *, passive: bool, content: tuple[Range, ...]
) -> Draft | None:
    """Return who hands the words on: the subject of "quoted", or "by the newspaper" behind it."""
    analysis = page.analysis
    if passive:
        agents = [
            child
            for agent in children(analysis, token.index, "agent", "prep")
            for child in children(analysis, agent, "pobj")
            if analysis.tokens[agent].text.lower() in {"by", "in"}
        ]
        head = agents[0] if agents else None
    else:
        head = subject(analysis, token.index)
    if head is None or not can_speak(analysis, head):
        return None
    limit = page.sentence.last if passive else token.index
    core = noun_phrase(page, head, limit)
    speaker = Speaker(words=core, core=core, head=head)
    return Draft(
        verb=token.index,
        cue=(token.index, token.index + 1),
        speaker=speaker,
        content=content,
        stance=Stance.RELAYS,
        certainty=Certainty.CERTAIN,
    )
