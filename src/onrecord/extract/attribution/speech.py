"""Cue verbs with their sources and contents: "the ministry said it was ...", "denied involvement".

Verbs joined inside the content by which the source withholds an answer ("but could not comment") or
takes a stand of its own ("and denied any role") become attributions of the same source, and no part
of what it asserts. What a source believes by its own words ("said he thought") is its statement,
less certain, not a second one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.attribution import complements
from onrecord.extract.attribution.clauses import (
    children,
    clause_range,
    cue_range,
    is_verb,
    joined,
    subject,
    trimmed,
)
from onrecord.extract.attribution.contents import clause_content
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.nonanswers import non_answer
from onrecord.extract.attribution.pronouns import fits
from onrecord.extract.attribution.quotations import MARKS
from onrecord.extract.attribution.sources import (
    PRONOUNS,
    can_speak,
    is_first_person,
    noun_phrase,
    speaker_of,
    voice_of,
)
from onrecord.extract.attribution.stances import stance_of, weaker
from onrecord.extract.attribution.withheld import withheld
from onrecord.model import Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.attribution.drafts import Range, Speaker
    from onrecord.extract.attribution.lexicon import CueKind, CueLexicon
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis, Token

# A quotation that withholds an answer does so in its first words.
_OPENING_WORDS = 8
_OWN_STANDS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.ACCUSES})


def spoken(page: Page) -> Iterator[Draft]:
    """Yield the attributions of a sentence's cue verbs."""
    analysis = page.analysis
    taken: set[int] = set()
    verbs = [token for token in analysis.tokens_of(page.sentence) if _may_hand_over(token)]
    # The outer verb of a sentence before those inside it, which it may speak for.
    for token in sorted(verbs, key=lambda token: len(analysis.ancestors(token.index))):
        if token.index in taken or (token.relation == "xcomp" and token.head in taken):
            continue
        head = subject(analysis, token.index)
        if head is None or head == token.index or not can_speak(analysis, head):
            continue
        if is_first_person(analysis, head) or _is_quoted_pronoun(page, token, head):
            continue
        speaker = speaker_of(page, head, token.index)
        drafts = _withheld_alone(page, token, speaker) or _handed_over(page, token, speaker)
        taken.update(draft.verb for draft in drafts)
        yield from drafts


def _is_quoted_pronoun(page: Page, token: Token, head: int) -> bool:
    """Say whether a subject is a pronoun in a quotation: nobody can say whom it stands for."""
    quoted = page.quotations.holding(token.index) is not None
    return quoted and page.analysis.tokens[head].tag == "PRP"


def _may_hand_over(token: Token) -> bool:
    return is_verb(token) and token.tag != "MD"


def _withheld_alone(page: Page, token: Token, speaker: Speaker) -> list[Draft]:
    """Return the non-answer of a verb whose own subject withholds it."""
    pronoun = page.analysis.tokens[speaker.head].text.lower()
    if pronoun in PRONOUNS and token.relation == "ccomp":
        return []  # "it was checking" inside "the ministry said ...": read with its cue
    stance = non_answer(page.analysis, token.index, page.lexicon)
    if stance is None:
        return []
    draft = withheld(page, token.index, stance, speaker=speaker)
    return [] if draft is None else [draft]


def _handed_over(page: Page, token: Token, speaker: Speaker) -> list[Draft]:
    """Return what a cue verb hands over, and what its source withholds in the same breath."""
    if not _is_cue(page, token):
        return []
    found = _kind_and_content(page, token, speaker)
    if found is None:
        return []
    kind, parts, last = found
    inner, certainty = _own_words(page, token, speaker)
    inner.extend(_withheld_in_quotation(page, parts, speaker, inner))
    # A quotation stays whole, whatever its speaker withholds in it.
    holes = [_clause_of(page, one) for one in inner if page.quotations.holding(one.verb) is None]
    parts = _without(parts, holes)
    kept = [part for one in parts if (part := trimmed(page.analysis, one)) is not None]
    made = list(inner)
    if kept and not (inner and _is_scrap(page, kept)):
        stance, own_certainty, negated = stance_of(
            page, token, kind, parts=tuple(kept), speaker=speaker
        )
        first, end = cue_range(page.analysis, token.index)
        made.insert(
            0,
            Draft(
                verb=token.index,
                cue=(first, max(end, last)),
                speaker=speaker,
                content=tuple(kept),
                stance=stance,
                certainty=weaker(own_certainty, certainty),
                negated=negated,
            ),
        )
    return made


def _is_cue(page: Page, token: Token) -> bool:
    """Say whether a verb tells that something is said, not that it may be or should be."""
    analysis = page.analysis
    if children(analysis, token.index, "auxpass", "nsubjpass"):
        return False
    quoting = token.lemma in page.lexicon.words["phrases.quoting"] and token.tag == "VBG"
    # "Asked whether", "identified as": said to or of the subject, not by it.
    if quoting or (token.tag == "VBN" and token.relation in {"advcl", "acl"}):
        return False
    helpers = {
        analysis.tokens[child].lemma for child in children(analysis, token.index, "aux", "mark")
    }
    if helpers & (page.lexicon.words["not_cues.modals"] | page.lexicon.words["not_cues.marks"]):
        return False
    if token.tag == "VB" and "to" in helpers:
        above = analysis.tokens[token.head].lemma
        return token.relation == "xcomp" and above in page.lexicon.words["phrases.going_on"]
    return True


def _kind_and_content(
    page: Page, token: Token, speaker: Speaker
) -> tuple[CueKind, tuple[Range, ...], int] | None:
    """Return what a verb does here, what it hands over and where its cue ends; None: no cue."""
    if token.lemma not in page.lexicon.verbs or is_other_use(page.analysis, token, page.lexicon):
        return None
    for kind in page.lexicon.verbs[token.lemma]:
        if kind.objects and not kind.objects & _object_words(page, token):
            continue
        if kind.subjects and not _is_one_of(page, speaker, kind):
            continue
        if kind.frame == "phrase":
            phrase = complements.phrase_content(page, token, kind.words)
            if phrase is not None:
                return kind, (phrase[1],), phrase[0] + 1
            continue
        parts = _content(page, token, speaker, kind)
        end = _end_of_verb(page, token, kind)
        parts = tuple(
            (end if first == token.index + 1 else first, last)
            for first, last in parts
            if last > end or last <= token.index
        )
        if not parts and kind.stance is Stance.DENIES and token.relation == "relcl":
            parts = (noun_phrase(page, token.head, min(speaker.words[0], token.index)),)
        if parts:
            return kind, parts, end
    return None


def _end_of_verb(page: Page, token: Token, kind: CueKind) -> int:
    """Return where a cue ends that a word behind its verb completes: "made it clear"."""
    if kind.frame != "clause" or not kind.objects:
        return token.index + 1
    ahead = page.analysis.tokens[token.index + 1 : min(token.index + 4, page.sentence.last)]
    return next(
        (other.index + 1 for other in ahead if other.lemma in kind.objects), token.index + 1
    )


def _is_one_of(page: Page, speaker: Speaker, kind: CueKind) -> bool:
    return voice_of(page.analysis, speaker, page.lexicon).kind in kind.subjects


def _content(page: Page, token: Token, speaker: Speaker, kind: CueKind) -> tuple[Range, ...]:
    match kind.frame:
        case "clause":
            return clause_content(page, token, speaker)
        case "clause-or-noun":
            clause = clause_content(page, token, speaker)
            return clause or complements.noun_content(page, token)
        case "infinitive":
            return complements.infinitive_content(page, token)
        case "order":
            return complements.order_content(page, token)
        case "naming":
            return complements.naming_content(page, token, kind.words)
        case _:
            return complements.noun_content(page, token)


def _object_words(page: Page, token: Token) -> set[str]:
    analysis = page.analysis
    return {
        analysis.tokens[index].lemma
        for child in children(analysis, token.index, "dobj", "acomp", "oprd", "ccomp")
        for index in (child, *analysis.tokens[child].children)
        if index > token.index
    }


def is_other_use(analysis: Analysis, token: Token, lexicon: CueLexicon) -> bool:
    """Say whether the verb's object makes it no cue: "claimed five lives", "denied bail"."""
    words = lexicon.words
    if token.lemma in {"deny", "refuse"} and children(analysis, token.index, "dative"):
        return True  # "denied the group a permit"
    above = analysis.tokens[token.head]
    if token.lemma == "deny" and token.relation == "conj" and above.lemma == "confirm":
        return True  # "neither confirm nor deny"
    if any(
        analysis.tokens[child].lemma in words["not_cues.acts"]
        for child in children(analysis, token.index, "xcomp")
    ):
        return True
    return any(
        analysis.tokens[child].lemma in words["not_cues.objects"]
        or analysis.tokens[child].tag == "CD"
        for child in children(analysis, token.index, "dobj")
    )


def _own_words(page: Page, token: Token, speaker: Speaker) -> tuple[list[Draft], Certainty]:
    """Return what a source withholds or takes a stand on inside its content.

    Returns:
        The attributions to be read instead of that part of the content, and how certain its own
        "he believed" leaves the rest.
    """
    own: list[Draft] = []
    certainty = Certainty.CERTAIN
    for clause in children(page.analysis, token.index, "ccomp"):
        for verb in joined(page.analysis, clause):
            if not _speaks_of_itself(page, verb, clause, speaker):
                continue
            draft = _inner(page, verb, speaker)
            if draft is not None:
                own.append(draft)
                continue
            kinds = page.lexicon.verbs.get(page.analysis.tokens[verb].lemma, ())
            minds = [kind.certainty for kind in kinds if kind.certainty is Certainty.PROBABLE]
            certainty = weaker(certainty, minds[0]) if minds else certainty
    return own, certainty


def _withheld_in_quotation(
    page: Page, parts: tuple[Range, ...], speaker: Speaker, known: list[Draft]
) -> list[Draft]:
    """Return the non-answer a quotation opens with: "We don't know how many are inside"."""
    analysis = page.analysis
    for first, last in parts:
        if analysis.tokens[first].text not in MARKS:
            continue
        for verb in range(first + 1, min(last, first + _OPENING_WORDS)):
            own = children(analysis, verb, "nsubj")
            if (
                not own
                or not is_first_person(analysis, own[0])
                or not is_verb(analysis.tokens[verb])
            ):
                continue
            stance = non_answer(analysis, verb, page.lexicon)
            if stance is None or any(draft.verb == verb for draft in known):
                return []
            draft = withheld(page, verb, stance, speaker=speaker)
            return [] if draft is None else [draft]
    return []


def _inner(page: Page, verb: int, speaker: Speaker) -> Draft | None:
    """Return the non-answer or the stand of a source inside its own content."""
    stance = non_answer(page.analysis, verb, page.lexicon)
    if stance is not None:
        return withheld(page, verb, stance, speaker=speaker)
    token = page.analysis.tokens[verb]
    if not _is_cue(page, token):
        return None
    found = _kind_and_content(page, token, speaker)
    if found is None or found[0].stance not in _OWN_STANDS:
        return None
    kind, parts, _ = found
    stance, certainty, negated = stance_of(page, token, kind, parts=parts, speaker=speaker)
    return Draft(
        verb=verb,
        cue=cue_range(page.analysis, verb),
        speaker=speaker,
        content=parts,
        stance=stance,
        certainty=certainty,
        negated=negated,
    )


def _speaks_of_itself(page: Page, verb: int, clause: int, speaker: Speaker) -> bool:
    """Say whether the subject of a verb inside a content is the source itself.

    A joined verb without a subject of its own is the source's, whatever stands before it: "said
    there had been an incident but could give no details".
    """
    own = children(page.analysis, verb, "nsubj", "nsubjpass", "expl")
    if not own:
        return verb != clause
    pronoun = page.analysis.tokens[own[0]].text.lower()
    if pronoun not in PRONOUNS:
        return False
    if pronoun == "it" and children(page.analysis, verb, "auxpass"):
        return False  # "it was not known if"
    head = page.analysis.tokens[speaker.head].text.lower()
    if head in PRONOUNS or is_first_person(page.analysis, own[0]):
        return head == pronoun or is_first_person(page.analysis, own[0])
    return fits(pronoun, voice_of(page.analysis, speaker, page.lexicon))


def _clause_of(page: Page, draft: Draft) -> Range:
    found = clause_range(page.analysis, page.sentence, draft.verb) or draft.cue
    inner = children(page.analysis, draft.verb, "nsubj", "nsubjpass")
    first = min([found[0], draft.cue[0], *inner])
    return first, max([found[1], draft.cue[1], *(last for _, last in draft.content)])


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


def _is_scrap(page: Page, parts: list[Range]) -> bool:
    """Say whether what non-answers left of a content is no statement: "that", "also"."""
    words = [page.analysis.tokens[index] for first, last in parts for index in range(first, last)]
    return not any(is_verb(word) for word in words)
