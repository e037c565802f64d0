"""Who says it: the words of a source, what kind of voice it is, whom a pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import SourceClass

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.model import Analysis, Sentence

PERSONAL = frozenset({"he", "she", "i"})
PLURAL = frozenset({"they", "we"})
NEUTRAL = frozenset({"it"})
PRONOUNS = PERSONAL | PLURAL | NEUTRAL
_NO_SOURCE = frozenset(
    {"there", "this", "that", "which", "what", "these", "those", "one", "you", "nothing", "who"}
)
# Words that have a capital only at the start of a sentence.
_SMALL_TAGS = frozenset("DT PRP PRP$ JJ NN NNS CD RB PDT".split())
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source as far as its own words tell.

    Attributes:
        name: The words that name it.
        kind: What kind of voice it is; None where the words do not say.
        named: It has a proper name.
        plural: It is more than one.
        person: It is a single human being.
    """

    name: str
    kind: SourceClass | None
    named: bool
    plural: bool
    person: bool


def source_range(analysis: Analysis, sentence: Sentence, head: int, verb: int) -> Range:
    """Return the words of a source: its noun phrase up to its verb or to a comma.

    Args:
        analysis: The grammar of the report.
        sentence: The sentence.
        head: Index of its noun or pronoun.
        verb: Index of the cue verb.
    """
    own = set(analysis.subtree(head))
    first, last = head, head + 1
    while first - 1 >= sentence.first and first - 1 in own and not _parts(analysis, first - 1):
        first -= 1
    end = verb if verb > head else sentence.last
    while last < end and last in own and not _parts(analysis, last):
        last += 1
    while last - 1 > head and analysis.tokens[last - 1].tag in {"RB", "MD", ":", "IN"}:
        last -= 1
    return first, last


def _parts(analysis: Analysis, index: int) -> bool:
    """Say whether a mark parts the source from what is told of it."""
    return analysis.tokens[index].text in {",", "--", "–", "—", ";", '"', "“", "”", "''", "``"}


def can_speak(analysis: Analysis, head: int) -> bool:
    """Say whether a subject can be a source at all."""
    token = analysis.tokens[head]
    if token.text.lower() in _NO_SOURCE:
        return False
    return token.tag[:2] in {"NN", "PR", "CD", "JJ", "DT", "VB"} or token.tag in {"FW", "WP"}


def voice_of(analysis: Analysis, words: Range, head: int, lexicon: CueLexicon) -> Voice:
    """Return what the words of a source say of it."""
    token = analysis.tokens[head]
    name = " ".join(analysis.span_of(*words).of(analysis.text).split())
    if _is_small(analysis, words[0]):
        name = name[0].lower() + name[1:]  # a capital that only the sentence's start gave it
    tokens = analysis.tokens[words[0] : words[1]]
    label = next((one.label for one in analysis.names if one.first <= head < one.last), None)
    lower = {other.text.lower() for other in tokens} | {other.lemma for other in tokens}
    proper = token.tag in {"NNP", "NNPS"}
    written = {other.text for other in tokens}
    kind = _listed(name, written, token.lemma, lexicon) or _kind(lower, token.lemma, lexicon)
    if kind is None and (label == "PERSON" or any(one.tag == "NNP" for one in tokens[-1:])):
        kind = SourceClass.PERSON if label == "PERSON" else None
    person = (
        kind is SourceClass.PERSON
        or (proper and label == "PERSON")
        or (token.tag == "NN" and token.lemma in _SINGLE_PEOPLE)
    )
    return Voice(
        name=name,
        kind=kind,
        named=any(one.tag in {"NNP", "NNPS"} for one in tokens),
        plural=token.tag in _PLURAL_TAGS
        or token.lemma == "police"
        or len(tokens) != len([one for one in tokens if one.relation != "conj"]),
        person=person,
    )


_SINGLE_PEOPLE = frozenset(
    "spokesman spokeswoman spokesperson official officer source witness minister governor mayor "
    "commander doctor resident man woman president colonel chief director manager survivor".split()
)


def _is_small(analysis: Analysis, index: int) -> bool:
    """Say whether a word would be written small inside a sentence."""
    token = analysis.tokens[index]
    in_name = any(name.first <= index < name.last for name in analysis.names)
    capitals = token.text.isupper() and len(token.text) > 1
    return token.tag in _SMALL_TAGS and not (in_name or capitals or analysis.upper_case)


def _listed(name: str, written: set[str], lemma: str, lexicon: CueLexicon) -> SourceClass | None:
    """Return the kind of a source whose name is in our tables."""
    bare = name.removeprefix("the ").removeprefix("The ").removeprefix("a ")
    if bare in lexicon.groups:
        return SourceClass.ARMED_GROUP
    if bare in lexicon.agencies or (written & lexicon.agencies and lemma not in lexicon.classes):
        return SourceClass.NEWS_AGENCY
    if lemma == "agency" and (written & lexicon.agencies or "news" in written):
        return SourceClass.NEWS_AGENCY
    return None


def _kind(words: set[str], lemma: str, lexicon: CueLexicon) -> SourceClass | None:
    """Return the kind that the nouns of a source tell.

    Of "company officials", "hospital sources" and "army spokesman" the first noun tells more.
    """
    kind = lexicon.classes.get(lemma)
    if kind not in {None, SourceClass.OTHER, SourceClass.OFFICIAL}:
        return kind
    told = (lexicon.classes[word] for word in sorted(words) if word in lexicon.classes)
    narrower = (one for one in told if one not in {SourceClass.OTHER, kind})
    return next(narrower, kind)
