"""What the rules and the trained reader make of a report, put together.

Each does what it is better at. The trained reader finds the long tail of cues and draws the bounds
of contents; the rules know what no corpus teaches: voices within voices, who would not say and who
does not know, what a cue does. So an attribution both found has the reader's words and the rules'
stance, one that belongs to a chain or is a non-answer stays as the rules read it, one that only the
reader found gets its stance from the lexicon, and one that only the rules found stays if the reader
does not rule it out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, hides, is_demanded, is_negated
from onrecord.extract.attribution.drafts import Draft
from onrecord.extract.attribution.learned.decoding import settled
from onrecord.extract.attribution.nonanswers import non_answer
from onrecord.extract.attribution.quotations import MARKS
from onrecord.extract.attribution.sources import is_reflexive
from onrecord.extract.attribution.speakers import speaker_of
from onrecord.extract.attribution.speech import is_other_use
from onrecord.extract.attribution.stances import certainty_beside, weaker
from onrecord.model import NON_ANSWERS, Certainty, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.extract.attribution.drafts import Range, Speaker
    from onrecord.extract.attribution.learned.decoding import Found, Possible
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis

LEAST_ALONE = 0.5
"""Confidence from which what only the trained reader found is an attribution."""

LEAST_OF_SPEECH = 0.35
"""The same where the cue has a verb that seldom does anything but tell: "said", "told"."""

SURE_OF_DEED = 0.97
"""The same where a cue no lexicon knows may be a deed done to others."""

SURE = 0.9
"""Confidence from which the trained reader is believed against the lexicon's list of other uses."""

LEAST_TOGETHER = 0.3
"""Confidence from which what the rules found too has the trained reader's words."""

NOT_RULED_OUT = 0.15
"""Confidence from which what only the rules found stays, where its stance is not plain."""

LIKELY = 0.6
"""Confidence of the second reader from which what only the rules found stays."""

RULES = 0.95
"""How often the rules are right in what only they know, on our own stories (34 of 35)."""

UNSEEN = 0.5
"""How often the rules are right where the trained reader sees little."""

# What a source does in words that leave no doubt it does: seldom in political news, often in wires.
_PLAIN_SPEECH = frozenset(
    {
        Stance.CONFIRMS,
        Stance.DENIES,
        Stance.CLAIMS_RESPONSIBILITY,
        Stance.ACCUSES,
        Stance.ESTIMATES,
        Stance.RETRACTS,
    }
)


def merged(
    analysis: Analysis,
    drafts: Sequence[Draft],
    possible: Sequence[Possible],
    lexicon: CueLexicon,
    *,
    second: Callable[[int], float],
) -> list[Draft]:
    """Return the attributions of a report, in the order of their verbs.

    Args:
        analysis: The grammar of the report.
        drafts: What the rules read.
        possible: What the trained reader sees.
        lexicon: The words of attribution.
        second: How likely a word heads a cue to the second reader.
    """
    by_word = {index: draft for draft in drafts for index in (draft.verb, *range(*draft.cue))}
    inner: dict[int, list[int]] = {}
    for draft in drafts:
        if draft.outer is not None:
            inner.setdefault(draft.outer, []).append(draft.verb)
    marks = {token.index for token in analysis.tokens if not token.text[-1].isalnum()}
    made: dict[int, Draft] = {}
    met: set[int] = set()
    for one in settled(possible, least=LEAST_TOGETHER, marks=marks):
        found = _without_marks(analysis, one)
        other = _counterpart(found, by_word)
        if other is None:
            if _stands_alone(analysis, found, drafts, lexicon):
                made[found.head] = _read_alone(analysis, found, lexicon)
        elif other.verb not in met:
            met.add(other.verb)
            keeps = other.verb in inner or other.stance in _PLAIN_SPEECH or _is_of_rules(other)
            made[other.verb] = (
                replace(other, confidence=max(found.confidence, RULES), learned=True)
                if keeps
                else _redrawn(analysis, other, found, drafts)
            )
    likely = {one.head: one.confidence for one in possible}
    for draft in drafts:
        if second(draft.verb) >= LIKELY:
            likely[draft.verb] = max(likely.get(draft.verb, 0.0), UNSEEN)
        kept = None if draft.verb in met else _by_rules_alone(analysis, draft, likely, inner)
        if kept is not None:
            made[draft.verb] = kept
    return sorted(made.values(), key=lambda draft: draft.verb)


def _by_rules_alone(
    analysis: Analysis,
    draft: Draft,
    likely: Mapping[int, float],
    inner: Mapping[int, list[int]],
) -> Draft | None:
    """Return what only the rules read, if it stays."""
    if draft.verb in inner or _is_of_rules(draft):
        return replace(draft, confidence=RULES)
    confidence = max(likely.get(index, 0.0) for index in (draft.verb, *range(*draft.cue)))
    sure = draft.stance in _PLAIN_SPEECH or analysis.tokens[draft.verb].tag[:2] != "VB"
    if sure or confidence >= NOT_RULED_OUT:
        return replace(draft, confidence=max(confidence, UNSEEN))
    return None


def _stands_alone(
    analysis: Analysis, found: Found, drafts: Sequence[Draft], lexicon: CueLexicon
) -> bool:
    """Say whether what only the trained reader found is an attribution."""
    least = LEAST_OF_SPEECH if _is_speech(analysis, found, lexicon) else LEAST_ALONE
    if _is_deed(analysis, found, lexicon):
        least = SURE_OF_DEED
    if found.confidence < least or _is_held(analysis, found, drafts) or _is_again(found, drafts):
        return False
    return not (_is_no_telling(analysis, found, lexicon) or _is_empty(analysis, found))


def _is_empty(analysis: Analysis, found: Found) -> bool:
    """Say whether what is handed over is only called so: "gave a different account"."""
    words = [analysis.tokens[index] for part in found.content for index in range(*part)]
    return 0 < len(words) <= _SHORT and words[-1].lemma in _ACCOUNTS


_SHORT = 4
_ACCOUNTS = frozenset({"account", "statement", "version", "interview", "speech", "briefing"})


def _is_deed(analysis: Analysis, found: Found, lexicon: CueLexicon) -> bool:
    """Say whether a cue may be something done to others: "has allowed France to use its bases".

    The corpus takes such acts for attributions; a desk does not want them as something said.
    """
    token = analysis.tokens[found.head]
    if token.tag[:2] != "VB" or token.lemma in lexicon.verbs or not found.content:
        return False
    return any(
        analysis.tokens[child].tag == "VB" and bool(children(analysis, child, "nsubj"))
        for child in children(analysis, token.index, "ccomp", "xcomp")
    )


_MARKS = frozenset({",", ";", ":", "-", "--", "–", "—"})


def _without_marks(analysis: Analysis, found: Found) -> Found:
    """Return an attribution without the commas and dashes at the ends of its parts."""

    def bare(part: Range) -> Range:
        first, last = part
        while last - first > 1 and analysis.tokens[first].text in _MARKS:
            first += 1
        while last - first > 1 and analysis.tokens[last - 1].text in _MARKS:
            last -= 1
        return first, last

    return replace(
        found,
        source=None if found.source is None else bare(found.source),
        content=tuple(_to_end(analysis, bare(part)) for part in found.content),
    )


def _to_end(analysis: Analysis, part: Range) -> Range:
    """Return a quotation with the mark that ends its sentence, and the one that closes it."""
    first, last = part
    tokens = analysis.tokens
    if tokens[first].text not in MARKS or tokens[last - 1].text in MARKS:
        return part
    for ends in (frozenset({".", "!", "?"}), MARKS):
        beside = last < len(tokens) and tokens[last].span.start == tokens[last - 1].span.end
        if beside and tokens[last].text in ends:
            last += 1
    return first, last


def _is_of_rules(draft: Draft) -> bool:
    """Say whether an attribution is of a kind that only the rules know."""
    return draft.stance in NON_ANSWERS or draft.outer is not None or draft.speaker is None


def _counterpart(found: Found, by_word: dict[int, Draft]) -> Draft | None:
    """Return what the rules read at a cue; None if nothing."""
    words = (found.head, *range(*found.cue))
    return next((by_word[index] for index in words if index in by_word), None)


def _is_held(analysis: Analysis, found: Found, drafts: Sequence[Draft]) -> bool:
    """Say whether a non-answer says all: a cue inside it, or one that hands over nothing else.

    "The ministry said it was checking whether ..." is a non-answer, and no statement beside it.
    """
    told = {
        index
        for part in found.content
        for index in range(*part)
        if analysis.tokens[index].text[-1].isalnum()
    }
    held = _withheld(drafts)
    return found.head in held or len(told & held) >= _MOST * len(told)


def _is_again(found: Found, drafts: Sequence[Draft]) -> bool:
    """Say whether it is what the rules read with its cue in the source: "by his own account"."""
    first, last = found.source or (0, 0)
    return any(
        first <= draft.cue[0] and draft.cue[1] <= last and draft.content == found.content
        for draft in drafts
    )


def _withheld(drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the words of all non-answers."""
    return frozenset(
        index
        for draft in drafts
        if draft.stance in NON_ANSWERS
        for part in (draft.cue, *draft.content)
        for index in range(*part)
    )


# So much of a content is one non-answer before there is nothing else in it.
_MOST = 0.7


def _is_speech(analysis: Analysis, found: Found, lexicon: CueLexicon) -> bool:
    """Say whether a cue has a verb of speech."""
    return any(
        analysis.tokens[index].lemma in lexicon.words["phrases.sure"] for index in range(*found.cue)
    )


def _is_no_telling(analysis: Analysis, found: Found, lexicon: CueLexicon) -> bool:
    """Say whether a cue is one only in other sentences: "denied him bail", "asked about it"."""
    token = analysis.tokens[found.head]
    if token.relation == "amod" or (token.lemma in {"ask", "report"} and found.source is None):
        return True  # "confirmed cases", "asked about it", "was reported missing"
    if hides(analysis, token.index, lexicon) or _names_itself(analysis, found):
        return True  # "asked not to be named", "a group calling itself"
    if is_demanded(analysis, token.index):
        return True
    return found.confidence < SURE and is_other_use(analysis, token, lexicon)


def _names_itself(analysis: Analysis, found: Found) -> bool:
    """Say whether somebody only calls himself something: "a group calling itself the Free Men".

    One who tells himself that something is so thinks it.
    """
    if children(analysis, found.head, "ccomp"):
        return False
    return any(is_reflexive(analysis.tokens[index]) for index in range(*found.cue))


def _redrawn(analysis: Analysis, draft: Draft, found: Found, drafts: Sequence[Draft]) -> Draft:
    """Return what both read: the rules' stance, the trained reader's words.

    What another source says, or does not say, is no content of this one; what the rules read in
    other sentences (a quotation that goes on) stays.
    """
    drawn = {index for part in found.content for index in range(*part)}
    spoken = set() if draft.speaker is None else set(range(*draft.speaker.core))
    if drawn & (spoken | _of_others(draft, drafts)):
        # A reader that takes another's words for this one's has lost its way in this sentence.
        return replace(draft, confidence=found.confidence, learned=True)
    told = [
        part for part in _whole(analysis, found.content) if not _is_aside(analysis, part, draft)
    ]
    content = _mended(told, draft.content)
    found = replace(found, content=content or draft.content)
    sentence = analysis.sentence_of(draft.verb)
    beyond = [
        part
        for part in draft.content
        if not sentence.first <= part[0] < sentence.last
        and not any(part[0] < last and first < part[1] for first, last in found.content)
    ]
    speaker = _speaker_of_both(analysis, draft, found)
    return replace(
        draft,
        cue=found.cue,
        speaker=speaker,
        content=tuple(sorted([*found.content, *beyond])),
        confidence=found.confidence,
        learned=True,
    )


def _is_aside(analysis: Analysis, part: Range, draft: Draft) -> bool:
    """Say whether the report itself goes on behind a cue: ", police said, as rebels advanced"."""
    token = analysis.tokens[part[0]]
    drawn = any(first <= part[0] < last for first, last in draft.content)
    return token.text in {"as", "while"} and part[0] >= draft.cue[1] and not drawn


def _mended(parts: Sequence[Range], drawn: Sequence[Range]) -> tuple[Range, ...]:
    """Return the parts of a content with short gaps filled that the rules do not see.

    "It | of the raid" was torn where a verb of telling stands: "it was told of the raid".
    """
    found: list[Range] = []
    for part in parts:
        gap = (found[-1][1], part[0]) if found else None
        held = gap is not None and any(first <= gap[0] and gap[1] <= last for first, last in drawn)
        if gap is not None and held and gap[1] - gap[0] <= _GAP:
            found[-1] = found[-1][0], part[1]
        else:
            found.append(part)
    return tuple(found)


_GAP = 3


def _of_others(draft: Draft, drafts: Sequence[Draft]) -> set[int]:
    """Return the words of all other attributions that the rules keep out of one's content."""
    own = {index for part in draft.content for index in range(*part)}
    parts = [
        part
        for other in drafts
        if other is not draft
        for part in (other.cue, *other.content, *([other.speaker.core] if other.speaker else []))
    ]
    return {index for part in parts for index in range(*part)} - own


def _speaker_of_both(analysis: Analysis, draft: Draft, found: Found) -> Speaker | None:
    """Return the source of what both read: the trained reader's, in the fuller words of the two."""
    speaker, source = draft.speaker, found.source
    if source is None:
        return speaker
    if speaker is None or not source[0] <= speaker.head < source[1]:
        own = speaker is not None and analysis.tokens[speaker.head].head == draft.verb
        return speaker if own else speaker_of(analysis, source)
    words = speaker.words
    is_who = words[1] - words[0] == 1 and speaker.core != words
    within = words[0] <= source[0] and source[1] <= words[1]
    if is_who or within or _is_cut(analysis, source, words):
        return speaker
    core = max(speaker.core[0], source[0]), min(speaker.core[1], source[1])
    return replace(speaker, words=source, core=core)


def _is_cut(analysis: Analysis, source: Range, words: Range) -> bool:
    """Say whether a source ends within a clause on it: "a source who asked" not to be named."""
    if source[1] >= len(analysis.tokens) or source[1] <= words[1]:
        return False
    return bool(set(analysis.ancestors(source[1])) & set(range(words[1], source[1])))


def _whole(analysis: Analysis, parts: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the parts of a content that are not torn from the word that joins them: "as ..."."""
    return tuple(
        part
        for part in parts
        if part[0] == 0
        or analysis.tokens[part[0] - 1].relation != "mark"
        or not part[0] <= analysis.tokens[part[0] - 1].head < part[1]
        or analysis.tokens[part[0] - 1].text.lower() in {"that", "if", "whether"}
    )


def _read_alone(analysis: Analysis, found: Found, lexicon: CueLexicon) -> Draft:
    """Return what only the trained reader found, with the stance its cue has in the lexicon."""
    token = analysis.tokens[found.head]
    stance, certainty, negated = Stance.ASSERTS, Certainty.CERTAIN, False
    withheld = non_answer(analysis, found.head, lexicon) if token.tag[:2] == "VB" else None
    told = {analysis.tokens[index].lemma for part in found.content for index in range(*part)}
    kinds = [
        kind
        for kind in lexicon.verbs.get(token.lemma, ())
        if not kind.subjects and (not kind.objects or kind.objects & told)
    ]
    if withheld is not None:
        stance, certainty = withheld, Certainty.UNKNOWN
    elif kinds:
        stance, certainty = kinds[0].stance, kinds[0].certainty
        negated = stance is Stance.DENIES
    if withheld is None and token.tag[:2] == "VB" and is_negated(analysis, found.head):
        stance, certainty, negated = Stance.ASSERTS, Certainty.UNKNOWN, False
    if token.lemma == "tell" and found.content and _is_order(analysis, found.content[0]):
        stance, certainty = Stance.DEMANDS, Certainty.POSSIBLE
    if stance not in NON_ANSWERS:
        certainty = weaker(certainty, certainty_beside(analysis, found.content, lexicon))
    return Draft(
        verb=found.head,
        cue=found.cue,
        speaker=None if found.source is None else speaker_of(analysis, found.source),
        content=found.content,
        stance=stance,
        certainty=certainty,
        negated=negated,
        confidence=found.confidence,
        learned=True,
    )


def _is_order(analysis: Analysis, part: Range) -> bool:
    """Say whether a content is what somebody is to do: "told villagers to leave"."""
    return analysis.tokens[part[0]].tag == "TO"
