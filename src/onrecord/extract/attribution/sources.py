"""Who says it: the words of a source, and what kind of voice they tell of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.attribution.clauses import children, is_verb, relative
from onrecord.extract.attribution.drafts import Speaker
from onrecord.extract.attribution.quotations import MARKS
from onrecord.model import SourceClass

if TYPE_CHECKING:
    from onrecord.extract.attribution.drafts import Range
    from onrecord.extract.attribution.lexicon import CueLexicon
    from onrecord.extract.attribution.pages import Page
    from onrecord.model import Analysis, Name, Token

PERSONAL = frozenset({"he", "she", "i"})
PLURAL = frozenset({"they", "we"})
NEUTRAL = frozenset({"it"})
PRONOUNS = PERSONAL | PLURAL | NEUTRAL
_OF_NO_ONE = frozenset({"i", "we", "you", "me", "us"})
# Words that have a capital only at the start of a sentence.
_SMALL_TAGS = frozenset("DT PRP PRP$ JJ NN NNS CD RB PDT CC".split())
# A name in the plural ("Halden Tankers") is one body.
_PLURAL_TAGS = frozenset({"NNS"})
_PARTING = frozenset({",", "--", "–", "—", ";", ":"}) | MARKS
_STOPS = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB"})
# What is said of a source beside its name is seldom longer.
_LONGEST_APPOSITION = 18
# So many names before or behind, a name may stand in full.
_FAR = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source as far as its own words tell.

    Attributes:
        name: The words that name it.
        kind: What kind of voice it is; None where the words do not say.
        named: It has a proper name.
        plural: It is more than one.
        person: It is a single human being.
        gender: "female" or "male" where a word tells; else None.
    """

    name: str
    kind: SourceClass | None
    named: bool
    plural: bool
    person: bool
    gender: str | None = None


def speaker_of(page: Page, head: int, verb: int) -> Speaker:
    """Return a source with its words, by the noun that heads it and the verb of its cue."""
    core = noun_phrase(page, head, verb)
    who = relative(page.analysis, verb)
    if who is not None:
        return Speaker(words=(who, who + 1), core=core, head=head)
    core = _with_role_before(page, core)
    words = with_apposition(page, core, verb)
    return Speaker(words=words, core=core, head=head)


def speaker_behind(page: Page, head: int) -> Speaker:
    """Return a source that stands behind its cue ("quoting officials"), by its head noun."""
    core = noun_phrase(page, head, page.sentence.last)
    return Speaker(words=with_apposition(page, core, page.sentence.last), core=core, head=head)


def noun_phrase(page: Page, head: int, verb: int) -> Range:
    """Return the words of a noun phrase up to its verb or to a comma.

    Args:
        page: The sentence.
        head: Index of its noun or pronoun.
        verb: Index of the verb it may not reach.
    """
    analysis, sentence = page.analysis, page.sentence
    own = set(analysis.subtree(head))
    first, last = head, head + 1
    while (
        first - 1 >= sentence.first
        and first - 1 in own
        and not (first - 1 == verb or _parts(analysis, first - 1))
    ):
        first -= 1
    end = verb if verb > head else sentence.last
    while last < end and last in own and not _ends(analysis, last):
        last += 1
    if last < end and analysis.tokens[last - 1].tag == "IN":
        last = _to_verb(analysis, last, end)
    while last - 1 > head and analysis.tokens[last - 1].tag in {"RB", "MD", ":", "IN", "_SP"}:
        last -= 1
    return _with_title(analysis, (first, last), sentence.first)


def _to_verb(analysis: Analysis, last: int, verb: int) -> int:
    """Return where a noun phrase ends whose last noun the parser gave to the verb."""
    for index in range(last, verb):
        if analysis.tokens[index].tag[:2] not in {"DT", "NN", "JJ", "CD", "PR", "PO"}:
            return last
    return verb


def _with_title(analysis: Analysis, words: Range, start: int) -> Range:
    """Return a name with the title the parser cut off: "Mr.", "Gen."."""
    first, last = words
    while (
        first - 1 >= start
        and analysis.tokens[first].tag == "NNP"
        and analysis.tokens[first - 1].tag == "NNP"
        and analysis.tokens[first - 1].text.endswith(".")
    ):
        first -= 1
    return first, last


def _parts(analysis: Analysis, index: int) -> bool:
    """Say whether a mark parts the source from what is told of it."""
    token = analysis.tokens[index]
    return token.text in _PARTING and not (token.text == "," and _in_name(analysis, index))


def _ends(analysis: Analysis, index: int) -> bool:
    """Say whether a noun phrase ends before a word: a comma, or a clause on it."""
    token = analysis.tokens[index]
    return _parts(analysis, index) or token.tag in {"WP", "WDT", "WRB"}


def _in_name(analysis: Analysis, index: int) -> bool:
    return any(name.first < index < name.last - 1 for name in names_at(analysis, index))


def names_at(analysis: Analysis, index: int) -> list[Name]:
    """Return the name a word stands in, as a list of one or none."""
    place = bisect_right(analysis.names, index, key=_first_of)
    return [name for name in analysis.names[max(0, place - 1) : place] if index < name.last]


def _first_of(name: Name) -> int:
    return name.first


def with_apposition(page: Page, core: Range, verb: int) -> Range:
    """Return a source with what is said of it between commas: "John Smith, the governor of X".

    A clause on it ("who was at the scene", "speaking by telephone") is no part of it.
    """
    analysis = page.analysis
    after = core[1]
    if after + 1 >= page.sentence.last or analysis.tokens[after].text != ",":
        return core
    end = after + 1
    limit = min(page.sentence.last, after + _LONGEST_APPOSITION)
    while end < limit and not _stops(analysis.tokens[end], verb):
        end += 1
    closes = end < page.sentence.last and analysis.tokens[end].text in {",", ".", ";"}
    closes = closes or end >= page.sentence.last or end == verb
    before = analysis.tokens[end - 1].text == "," and end == verb
    last = end - 1 if before else end
    if not closes or last <= after + 1 or not _is_apposition(analysis, core, (after + 1, last)):
        return core
    return core[0], last


def _with_role_before(page: Page, core: Range) -> Range:
    """Return a name with the role before it: "the head of the hospital, Dr. Ayesha Khan"."""
    analysis, first = page.analysis, core[0]
    if first - 3 < page.sentence.first or analysis.tokens[first - 1].text != ",":
        return core
    if analysis.tokens[first].tag != "NNP":
        return core
    start = first - 2
    while start > page.sentence.first and analysis.tokens[start - 1].text != ",":
        start -= 1
    role = analysis.tokens[start : first - 1]
    single = page.lexicon.words["people.single"]
    opens = start == page.sentence.first or analysis.tokens[start].text.lower() in {
        "the",
        "a",
        "an",
    }
    told = any(token.tag in _STOPS | {"IN"} for token in role[:2])
    named = bool(role) and role[0].tag == "DT" and any(token.lemma in single for token in role[:4])
    plain = not any(token.tag in _STOPS for token in role)
    return (start, core[1]) if opens and named and plain and not told else core


def _stops(token: Token, verb: int) -> bool:
    return (
        token.index == verb
        or token.text in {",", ".", ";", "--", "–", "—", ":"}
        or token.text in MARKS
        or token.tag in _STOPS
    )


def _is_apposition(analysis: Analysis, core: Range, words: Range) -> bool:
    """Say whether words behind a comma name the same person or body once more."""
    first = analysis.tokens[words[0]]
    if first.tag == "CD":
        return words[1] - words[0] == 1
    if first.tag in {"VBG", "VBN", "IN", "TO", "CC", "RB"} or first.text.lower() in PRONOUNS:
        return False
    names = {name.label for name in names_at(analysis, words[0]) if name.first == words[0]}
    if names & {"DATE", "TIME", "GPE"} and words[1] - words[0] <= len(names) + 1:
        return False
    heads = [
        index
        for index in range(*words)
        if analysis.tokens[index].tag[:2] == "NN"
        and not words[0] <= analysis.tokens[index].head < words[1]
    ]
    if any(core[0] <= analysis.tokens[index].head < core[1] for index in heads):
        return True
    return bool(heads) and (first.tag in {"DT", "PRP$"} or not names)


def can_speak(analysis: Analysis, head: int) -> bool:
    """Say whether a subject can be a source at all."""
    token = analysis.tokens[head]
    if token.text.lower() in _NO_SOURCE:
        return False
    return token.tag[:2] in {"NN", "PR", "CD", "JJ", "DT"} or token.tag == "FW"


_NO_SOURCE = frozenset(
    {"there", "this", "that", "which", "what", "these", "you", "nothing", "who", "whom", "whose"}
)


def is_first_person(analysis: Analysis, head: int) -> bool:
    """Say whether a subject is one who can only speak inside another's words."""
    return analysis.tokens[head].text.lower() in _OF_NO_ONE


def voice_of(analysis: Analysis, speaker: Speaker, lexicon: CueLexicon) -> Voice:
    """Return what the words of a source say of it."""
    token = analysis.tokens[speaker.head]
    words = speaker.core
    tokens = analysis.tokens[words[0] : words[1]]
    aside = analysis.tokens[max(words[1], speaker.words[0]) : speaker.words[1]]
    names_it = _names_role(token, aside)
    name = _written(analysis, (words[0], speaker.words[1]) if names_it else words)
    labels = {one.label for one in names_at(analysis, speaker.head)}
    kind = _kind_of(_written(analysis, words), token, tokens, lexicon)
    if kind in {None, SourceClass.PERSON} and aside:
        kind = _kind({one.lemma for one in aside}, "", lexicon) or kind
    is_name = token.tag == "NNP" and "PERSON" in labels and _is_full_name(analysis, token)
    if kind is None and is_name:
        kind = SourceClass.PERSON
    if kind is None and "GPE" in labels and token.tag == "NNP":
        kind = SourceClass.OFFICIAL  # "Turkey said": its government
    single = token.tag in {"NN", "NNP"} and token.lemma in lexicon.words["people.single"]
    bodies = {SourceClass.ARMED_GROUP, SourceClass.NEWS_AGENCY, SourceClass.COMPANY}
    return Voice(
        name=name,
        kind=kind,
        named=any(one.tag in {"NNP", "NNPS"} for one in (*tokens, *(aside if names_it else ()))),
        plural=_is_plural(analysis, token),
        person=single or (is_name and kind not in bodies) or names_it,
        gender=_gender({one.text.lower() for one in (*tokens, *aside)}, lexicon),
    )


def _is_full_name(analysis: Analysis, token: Token) -> bool:
    """Say whether a name of a person stands in full near by: a word alone may be a company."""
    place = bisect_right(analysis.names, token.index, key=_first_of)
    return any(
        name.label == "PERSON"
        and name.last - name.first > 1
        and any(token.text == other.text for other in analysis.tokens[name.first : name.last])
        for name in analysis.names[max(0, place - _FAR) : place + _FAR]
    )


def _names_role(token: Token, aside: tuple[Token, ...]) -> bool:
    """Say whether a role is named beside it: "the governor, Babagana Zulum"."""
    return (
        token.tag in {"NN", "NNS"}
        and bool(aside)
        and all(one.tag in {"NNP", "NNPS", ","} for one in aside)
        and any(one.tag == "NNP" for one in aside)
    )


def _written(analysis: Analysis, words: Range) -> str:
    """Return a name as it would be written inside a sentence."""
    name = " ".join(analysis.span_of(*words).of(analysis.text).split())
    if name and _is_small(analysis, words[0]):
        return name[0].lower() + name[1:]
    return name


def _is_small(analysis: Analysis, index: int) -> bool:
    """Say whether a word would be written small inside a sentence."""
    token = analysis.tokens[index]
    if analysis.upper_case or (index and not _starts_sentence(analysis, index)):
        return False
    names = [name for name in names_at(analysis, index) if name.label != "CARDINAL"]
    article = token.tag == "DT" and not any(name.label == "WORK_OF_ART" for name in names)
    capitals = token.text[1:] != token.text[1:].lower() or token.text == "I"
    return token.tag in _SMALL_TAGS and not ((names and not article) or capitals)


def _starts_sentence(analysis: Analysis, index: int) -> bool:
    """Say whether a word has its capital from its place."""
    before = analysis.tokens[index - 1]
    first = analysis.sentence_at(analysis.tokens[index].span).first
    return index == first or before.tag == ":"


def _is_plural(analysis: Analysis, token: Token) -> bool:
    several = any(
        analysis.tokens[child].tag[:2] in {"NN", "PR"}
        for child in children(analysis, token.index, "conj")
    )
    return token.tag in _PLURAL_TAGS or token.lemma == "police" or several


def _gender(words: set[str], lexicon: CueLexicon) -> str | None:
    female = bool(words & lexicon.words["people.female"])
    male = bool(words & lexicon.words["people.male"])
    if female == male:
        return None
    return "female" if female else "male"


def _kind_of(
    name: str, token: Token, tokens: tuple[Token, ...], lexicon: CueLexicon
) -> SourceClass | None:
    """Return the kind of voice a noun phrase names, by our tables of names or by its nouns."""
    written = {other.text for other in tokens}
    lower = {other.text.lower() for other in tokens} | {other.lemma for other in tokens}
    return _listed(name, written, token.lemma, lexicon) or _kind(lower, token.lemma, lexicon)


def _listed(name: str, written: set[str], lemma: str, lexicon: CueLexicon) -> SourceClass | None:
    """Return the kind of a source whose name is in our tables."""
    bare = name.casefold().replace("-", " ")
    for article in ("the ", "a "):
        bare = bare.removeprefix(article)
    if bare in lexicon.groups:
        return SourceClass.ARMED_GROUP
    if bare in lexicon.agencies or (written & lexicon.agency_words and lemma == "agency"):
        return SourceClass.NEWS_AGENCY
    if written & lexicon.agency_words and lemma not in lexicon.classes:
        return SourceClass.NEWS_AGENCY
    return SourceClass.NEWS_AGENCY if lemma == "agency" and "news" in written else None


def _kind(words: set[str], lemma: str, lexicon: CueLexicon) -> SourceClass | None:
    """Return the kind that the nouns of a source tell.

    Of "company officials", "hospital sources" and "army spokesman" the first noun tells more.
    """
    kind = lexicon.classes.get(lemma)
    if "group" in words and words & lexicon.words["people.unarmed"]:
        words, kind = words - {"group"}, SourceClass.OTHER if lemma == "group" else kind
    if kind not in {None, SourceClass.OTHER, SourceClass.OFFICIAL, SourceClass.PERSON}:
        return kind
    told = [lexicon.classes[word] for word in sorted(words) if word in lexicon.classes]
    narrower = (one for one in told if one not in {SourceClass.OTHER, SourceClass.PERSON, kind})
    first = next(narrower, kind)
    return told[0] if first is None and told else first


def is_reflexive(token: Token) -> bool:
    """Say whether a word points back to its subject: "itself"."""
    return token.tag == "PRP" and token.text.lower().endswith(("self", "selves"))


def has_finite_verb(analysis: Analysis, words: Range) -> bool:
    """Say whether a stretch tells something, rather than only naming a time or a place."""
    return any(is_verb(token) and token.tag != "VBG" for token in analysis.tokens[slice(*words)])
