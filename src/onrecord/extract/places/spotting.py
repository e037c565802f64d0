"""Which words of a report name a place.

Reads the names the engine found, runs of words with capitals, and the atlas. A run that the atlas
knows is taken for a place only with evidence: the engine says so, a preposition of place stands
before it, a kind of place beside it ("Bucks County", "the village of ..."), a state or country
behind it, or it is a nation or region. A word that is somebody's surname elsewhere in the
report needs more. What was a place once in a report is one wherever it stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.places.atlas import Atlas
from onrecord.extract.places.lexicon import PlaceWords
from onrecord.model import Analysis, Name, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# The longest names of places: "Saint Vincent and the Grenadines".
_LONGEST = 6
# A town of this size may be named without a preposition; a smaller one is more often a surname.
_LARGE = 100_000
_MIDDLING = 15_000
# A run in which the engine saw a person has at least a given name and a surname.
_FULL_NAME = 2
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# Prepositions that hardly ever stand before a person.
_STRICT = frozenset({"in", "at", "near", "outside", "throughout", "across", "around", "via"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words that name a place.

    Attributes:
        first: Index of their first token.
        last: Index after their last token.
        span: Where they stand.
        name: The name to look up: recased, abbreviations written out.
        kinds: Kinds of place that the words beside it ask for ("province").
        embedded: The name is part of the name of a body ("Nablus Police").
    """

    first: int
    last: int
    span: Span
    name: str
    kinds: frozenset[str] = frozenset()
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """One report with what the engine says of its words."""

    analysis: Analysis
    words: PlaceWords
    atlas: Atlas
    labels: Mapping[int, Name]
    surnames: frozenset[str]

    def text(self, first: int, last: int) -> str:
        """Return the words as analysed: a report in capitals is read in sentence case."""
        tokens = self.analysis.tokens
        if not self.analysis.upper_case:
            return " ".join(self.analysis.span_of(first, last).of(self.analysis.text).split())
        parts = [tokens[first].text]
        for before, token in zip(tokens[first:last], tokens[first + 1 : last], strict=False):
            parts.append(" " if token.span.start > before.span.end else "")
            parts.append(token.text)
        return "".join(parts)

    def word(self, index: int, sentence: Sentence) -> str:
        """Return a word in small letters, or "" outside the sentence."""
        if sentence.first <= index < sentence.last:
            return self.analysis.tokens[index].text.lower()
        return ""


def spots(analysis: Analysis, words: PlaceWords, atlas: Atlas) -> tuple[Spot, ...]:
    """Return the places named, in reading order."""
    page = _Page(analysis, words, atlas, _labels(analysis), _surnames(analysis))
    found: dict[int, Spot] = {}
    waiting: list[tuple[Sentence, int, int]] = []
    for sentence in analysis.sentences:
        for first, last in _runs(page, sentence):
            kept = list(_in_run(page, sentence, first, last))
            for spot in kept:
                found[spot.first] = spot
            if not kept:
                waiting.append((sentence, first, last))
    told = {spot.name for spot in found.values() if not spot.embedded}
    for sentence, first, last in waiting:
        for spot in _again(page, sentence, (first, last), told):
            found[spot.first] = spot
    return tuple(found[index] for index in sorted(found))


def _labels(analysis: Analysis) -> dict[int, Name]:
    return {index: name for name in analysis.names for index in range(name.first, name.last)}


def _surnames(analysis: Analysis) -> frozenset[str]:
    """Return the last words of the persons named in full."""
    return frozenset(
        token.text
        for name in analysis.names
        if name.label == "PERSON"
        for tokens in [_without_possessive(analysis.tokens[name.first : name.last])]
        if len(tokens) >= _FULL_NAME
        for token in tokens[-1:]
    )


def _without_possessive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tokens[:-1] if tokens and tokens[-1].text in _POSSESSIVES else tokens


def _is_capital(page: _Page, token: Token) -> bool:
    text = token.text
    if text[0].isupper():
        return True
    # A report in capitals keeps names that are common words too in small letters: "peru".
    return page.analysis.upper_case and text.title() in page.words.known and len(text) > 3  # noqa: PLR2004 - "us"


def _runs(page: _Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Return the stretches of words with capitals, small particles between them included."""
    tokens = page.analysis.tokens
    index = sentence.first
    while index < sentence.last:
        if not (_is_capital(page, tokens[index]) or _is_article(page, index, sentence)):
            index += 1
            continue
        end = index + 1
        while end < sentence.last:
            if _is_capital(page, tokens[end]):
                end += 1
                continue
            step = _bridge(page, end, sentence)
            if not step:
                break
            end += step
        yield index, end
        index = end


def _is_article(page: _Page, index: int, sentence: Sentence) -> bool:
    """Say whether an Arabic article in small letters opens a name: "al-Qaim"."""
    tokens = page.analysis.tokens
    return (
        index + 2 < sentence.last
        and tokens[index].text in page.words.sets["particles"]
        and tokens[index + 1].text == "-"
        and tokens[index].span.end == tokens[index + 1].span.start
        and tokens[index + 2].text[:1].isupper()
    )


def _bridge(page: _Page, index: int, sentence: Sentence) -> int:
    """Return how many small words join what stands before to the next word with a capital."""
    tokens = page.analysis.tokens
    for step in (1, 2, 3):
        here = index + step - 1
        if here + 1 >= sentence.last:
            return 0
        token = tokens[here]
        glued = token.text in {"-", "–"} and token.span.start == tokens[here - 1].span.end
        if not (glued or token.text in page.words.sets["particles"]):
            return 0
        if _is_capital(page, tokens[here + 1]):
            return step
    return 0


def _in_run(page: _Page, sentence: Sentence, first: int, last: int) -> Iterator[Spot]:
    """Return the places in a run: the longest names the atlas knows, then what the engine names."""
    index = first
    while index < last:
        spot = _longest(page, sentence, index, (first, last))
        if spot is None:
            spot = _unlisted(page, sentence, index, (first, last))
        if spot is None:
            index += 1
        else:
            yield spot
            index = spot.last


def _longest(page: _Page, sentence: Sentence, index: int, run: tuple[int, int]) -> Spot | None:
    tokens = page.analysis.tokens
    for end in range(min(run[1], index + _LONGEST), index, -1):
        if not tokens[end - 1].text[0].isalpha() or not _is_capital(page, tokens[end - 1]):
            continue
        name = page.text(index, end)
        spelt = page.words.abbreviations.get(name)
        if spelt and (_behind_comma(page, index, sentence) or name.count(".") > 1):
            return _spot(page, sentence, index, end, name=spelt)
        if page.atlas.find(name) and _is_place(page, sentence, (index, end), run):
            return _spot(page, sentence, index, end, name=name)
    return None


def _behind_comma(page: _Page, index: int, sentence: Sentence) -> bool:
    return page.word(index - 1, sentence) in {",", "("}


def _spot(page: _Page, sentence: Sentence, first: int, last: int, *, name: str) -> Spot:
    follower = page.word(last, sentence)
    tokens = page.analysis.tokens
    behind = last < sentence.last and tokens[last].text[:1].isupper()
    embedded = _in_body_name(page, sentence, first, last)
    kinds = {follower} if follower in page.words.sets["kinds"] else set()
    before = page.word(first - 1, sentence)
    if before == "of":
        kinds |= {page.word(first - 2, sentence)} & page.words.sets["kinds_of"]
    if before in page.words.sets["kinds"] and not behind:
        kinds.add(before)
    return Spot(
        first=first,
        last=last,
        span=page.analysis.span_of(first, last),
        name=name,
        kinds=frozenset(kinds),
        embedded=embedded,
    )


def _in_body_name(page: _Page, sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name is part of a body's: "Nablus Police", "University of Peshawar"."""
    tokens = page.analysis.tokens
    if last < sentence.last and tokens[last].text[:1].isupper():
        word = tokens[last].text.lower()
        return word in page.words.sets["institutions"] and word not in page.words.sets["kinds"]
    if page.word(first - 1, sentence) == "of" and first - 2 >= sentence.first:
        head = tokens[first - 2]
        return head.text[:1].isupper() and head.text.lower() in page.words.sets["institutions_of"]
    return False


def _is_place(page: _Page, sentence: Sentence, here: tuple[int, int], run: tuple[int, int]) -> bool:
    """Say whether a name the atlas knows names a place here."""
    first, last = here
    name = page.text(first, last)
    label = page.labels.get(first)
    single = last - first == 1
    strong = name in page.words.known
    before = page.word(first - 1, sentence)
    if single and not strong and page.words.has("not_places", name):
        return False
    if before in page.words.sets["titles"] or _is_person(page, label, here):
        return False
    if not strong and single and name in page.surnames and before not in _STRICT:
        return False
    if here != run and not _fits_in_run(page, sentence, here, run):
        return False
    if strong:
        return _is_noun(page, first)
    return _has_evidence(page, sentence, here, label)


def _is_person(page: _Page, label: Name | None, here: tuple[int, int]) -> bool:
    """Say whether the engine sees a person's full name here."""
    if label is None or label.label != "PERSON":
        return False
    tokens = _without_possessive(page.analysis.tokens[label.first : label.last])
    return len(tokens) >= _FULL_NAME and (label.first, label.first + len(tokens)) != here


def _is_noun(page: _Page, first: int) -> bool:
    """Say whether a nation's name is a noun here, not an adjective ("U.S. officials")."""
    token = page.analysis.tokens[first]
    if "." in token.text or (token.text.isupper() and len(token.text) <= 3):  # noqa: PLR2004 - "USA"
        return token.relation not in {"amod", "compound", "nmod"}
    return True


def _fits_in_run(
    page: _Page, sentence: Sentence, here: tuple[int, int], run: tuple[int, int]
) -> bool:
    """Say whether what the run has beside the name leaves it a place."""
    tokens = page.analysis.tokens
    first, last = here
    label = page.labels.get(first)
    if label is not None and label.label in _PLACE_LABELS and label.last <= last:
        after_ok = True
    else:
        after_ok = last == run[1] or _may_follow(page, last, sentence)
    if first == run[0]:
        return after_ok
    before = tokens[first - 1].text.lower()
    if before in {"-", "–"}:
        return after_ok and last == run[1]
    if before in page.words.sets["particles"]:
        heads = page.words.sets["kinds_of"] | page.words.sets["institutions_of"]
        return after_ok and page.word(first - 2, sentence) in heads
    opens = first - 1 == sentence.first and page.words.has("not_places", before)
    return after_ok and (opens or before in page.words.sets["compass"])


def _may_follow(page: _Page, index: int, sentence: Sentence) -> bool:
    word = page.word(index, sentence)
    return (
        word in page.words.sets["institutions"]
        or word in page.words.sets["kinds"]
        or word in {"-", "–"}
    )


def _has_evidence(
    page: _Page, sentence: Sentence, here: tuple[int, int], label: Name | None
) -> bool:
    """Say whether anything beside a listed name makes it a place."""
    first, last = here
    before, after = page.word(first - 1, sentence), page.word(last, sentence)
    if label is not None and label.label in _PLACE_LABELS:
        return True
    if before in page.words.sets["locative"] or after in page.words.sets["kinds"]:
        return True
    if before == "of" and page.word(first - 2, sentence) in page.words.sets["kinds_of"]:
        return True
    if after == "," and _opens_container(page, last + 1, sentence):
        return True
    if label is not None and label.label == "PERSON":
        return False
    return _is_known_well(page, here, after)


def _is_known_well(page: _Page, here: tuple[int, int], after: str) -> bool:
    """Say whether the name is that of a town large enough to need no preposition."""
    people = max(entry.population for entry in page.atlas.find(page.text(*here)))
    beside = page.words.sets["bodies"] | page.words.sets["institutions"]
    noun = page.analysis.tokens[here[1] - 1].tag.startswith("NNP")
    return noun and people >= (_MIDDLING if after in beside else _LARGE)


def _opens_container(page: _Page, index: int, sentence: Sentence) -> bool:
    """Say whether a state or nation stands here: what holds the place named before it."""
    for end in range(min(sentence.last, index + 3), index, -1):
        name = page.text(index, end)
        if name in page.words.known or name in page.words.abbreviations:
            return True
    return False


def _unlisted(page: _Page, sentence: Sentence, index: int, run: tuple[int, int]) -> Spot | None:
    """Return a place the atlas does not know, where engine and context agree on it."""
    label = page.labels.get(index)
    tokens = page.analysis.tokens
    before = page.word(index - 1, sentence)
    kind_before = before == "of" and page.word(index - 2, sentence) in page.words.sets["kinds_of"]
    if tokens[run[1] - 1].text.lower() in page.words.sets["streets"] and index == run[0]:
        return _spot(page, sentence, *run, name=page.text(*run)) if run[1] - index > 1 else None
    if label is None or label.label not in _PLACE_LABELS or label.first > index:
        return None
    last = min(label.last, run[1])
    last -= tokens[last - 1].text in _POSSESSIVES
    name = page.text(index, last) if last > index else ""
    if len(name) < _SHORTEST or not name[0].isupper() or page.words.has("not_places", name):
        return None
    if name in page.surnames or before in page.words.sets["titles"]:
        return None
    located = before in page.words.sets["locative"] or before in {"on", "the"}
    if located or kind_before or page.word(last, sentence) in page.words.sets["kinds"]:
        return _spot(page, sentence, index, last, name=name)
    return None


_SHORTEST = 3


def _again(page: _Page, sentence: Sentence, run: tuple[int, int], told: set[str]) -> Iterator[Spot]:
    """Return a name standing alone that was a place elsewhere in the report."""
    name = page.text(*run)
    label = page.labels.get(run[0])
    if name in told and name not in page.surnames and not _is_person(page, label, run):
        before = page.word(run[0] - 1, sentence)
        if before not in page.words.sets["titles"]:
            yield _spot(page, sentence, *run, name=name)
