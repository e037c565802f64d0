"""What a place name does in its sentence, and the phrase it stands in.

It places something else ("close to the border with Libya"), stands for a government or a team
("Algeria has allowed"), or says where something is. The phrase may name an installation ("the
In Amenas gas field", "the workers' camp at Tiguentourine") or a part of the place ("southern
Algeria").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Analysis, PlaceUse, Span, Token

if TYPE_CHECKING:
    from onrecord.extract.places.lexicon import PlaceWords
    from onrecord.extract.places.spotting import Spot

# How far back the words of a relation may reach: "about 1,300 km (825 miles) south-west of".
_REACH = 110
# Words that may stand between a name and the installation it belongs to.
_BETWEEN = 3
# Words before an installation's noun that its phrase takes in.
_BEFORE = 4
_SUBJECTS = frozenset({"nsubj"})
_PASSIVE = frozenset({"nsubjpass"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "CD", "POS", "DT", "PRP$", "HYPH"})
_BREAKS = re.compile(r"[.;!?]\s|\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The phrase a place name stands in.

    Attributes:
        use: What the name does in its sentence.
        relation: The words that place something else by it; None where none do.
        extent: The whole phrase.
        facility: The kind of installation it names; None where it names none.
    """

    use: PlaceUse
    relation: str | None
    extent: Span
    facility: str | None


def phrase(
    analysis: Analysis, spot: Spot, words: PlaceWords, *, government: bool, taken: Span | None
) -> Phrase:
    """Return the phrase of a name.

    Args:
        analysis: The report.
        spot: The name.
        words: The lexica.
        government: The place is a country or the like, whose name may stand for its government.
        taken: The phrase of an installation named just before, which is not this place's too.
    """
    behind = _facility_behind(analysis, spot, words)
    before = _facility_before(analysis, spot, words)
    if before and taken and before[0].overlaps(taken):
        before = None
    facility = behind or before
    extent = facility[0] if facility else _part(analysis, spot, words)
    kind = facility[1] if facility else None
    related = None if behind else _relation(analysis, spot, words)
    if related is not None:
        words_of_it, start = related
        if government and words_of_it.lower().startswith("between"):
            # Talks and wars are between governments.
            return Phrase(use=PlaceUse.BODY, relation=None, extent=extent, facility=kind)
        end = max(extent.end, spot.span.end)
        whole = Span(min(start, extent.start), end)
        return Phrase(use=PlaceUse.RELATION, relation=words_of_it, extent=whole, facility=kind)
    use = PlaceUse.LOCATION
    if facility is None and (spot.embedded or _is_body(analysis, spot, words, government)):
        use = PlaceUse.BODY
    return Phrase(use=use, relation=None, extent=extent, facility=kind)


def _relation(analysis: Analysis, spot: Spot, words: PlaceWords) -> tuple[str, int] | None:
    """Return the words that place something by the name, and where they start."""
    border = _border_behind(analysis, spot, words)
    if border is not None:
        return border
    if _sorts_a_noun(analysis, spot, words) or not _may_be_related(analysis, spot, words):
        return None
    start = max(0, spot.span.start - _REACH)
    before = analysis.text[start : spot.span.start]
    breaks = [found.end() for found in _BREAKS.finditer(before)]
    if breaks:
        start, before = start + breaks[-1], before[breaks[-1] :]
    compass = words.compass.search(before)
    if compass:
        before = before[: compass.start()]
    found = words.relations.search(before)
    if found is None:
        return None
    return " ".join(found.group("words").split()), start + found.start()


def _may_be_related(analysis: Analysis, spot: Spot, words: PlaceWords) -> bool:
    """Say whether the word before a name can end a relation; most names are spared the search."""
    index = spot.first - 1
    while index >= 0 and analysis.tokens[index].text.lower() in words.sets["compass"] | {"-"}:
        index -= 1
    last = analysis.tokens[index].text.lower() if index >= 0 else ""
    return last in words.sets["endings"] or last in words.sets["kinds"]


def _sorts_a_noun(analysis: Analysis, spot: Spot, words: PlaceWords) -> bool:
    """Say whether the relation is to a noun behind the name: "outside a Lancaster bakery"."""
    if spot.last >= len(analysis.tokens):
        return False
    follower = analysis.tokens[spot.last]
    return follower.tag in {"NN", "NNS"} and follower.text.lower() not in words.sets["kinds"]


def _border_behind(analysis: Analysis, spot: Spot, words: PlaceWords) -> tuple[str, int] | None:
    """Return the words before a name that a border follows: "near the Pakistan border"."""
    if spot.last >= len(analysis.tokens):
        return None
    follower = analysis.tokens[spot.last]
    if follower.lemma not in words.sets["borders"]:
        return None
    first = spot.first
    while first > 0 and analysis.tokens[first - 1].text.lower() in {"the", "near", "to", "on"}:
        first -= 1
    start = analysis.tokens[first].span.start
    lead = " ".join(analysis.text[start : spot.span.start].split())
    return f"{lead} {follower.text}".strip(), start


def _facility_behind(analysis: Analysis, spot: Spot, words: PlaceWords) -> tuple[Span, str] | None:
    """Return extent and kind of the installation a name belongs to: "the In Amenas gas field"."""
    tokens = analysis.tokens
    for index in range(spot.last, min(len(tokens), spot.last + _BETWEEN)):
        word = tokens[index].text.lower()
        if word in words.sets["nouns"]:
            last = _end_of_noun(tokens, index, words)
            kind = _text(tokens[spot.last : last]).lower()
            first = spot.first - (spot.first > 0 and tokens[spot.first - 1].tag == "DT")
            return analysis.span_of(first, last), _kind(kind, words)
        if tokens[index].tag not in {"NN", "NNS", "NNP", "JJ"}:
            return None
    return None


def _end_of_noun(tokens: tuple[Token, ...], index: int, words: PlaceWords) -> int:
    """Return where a chain of installation nouns ends: "police station"."""
    while index + 1 < len(tokens) and tokens[index + 1].text.lower() in words.sets["nouns"]:
        index += 1
    return index + 1


def _text(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def _kind(phrase_of_it: str, words: PlaceWords) -> str:
    """Return the noun with the words that sort it: "large gas field" is a gas field."""
    parts = phrase_of_it.split()
    kept = [parts[-1]]
    for word in reversed(parts[:-1]):
        if word not in words.sets["sorts"] and word not in words.sets["nouns"]:
            break
        kept.insert(0, word)
    return " ".join(kept)


def _facility_before(analysis: Analysis, spot: Spot, words: PlaceWords) -> tuple[Span, str] | None:
    """Return extent and kind of an installation at a name: "the workers' camp at Tiguentourine"."""
    tokens = analysis.tokens
    link = spot.first - 1
    while link > 0 and (
        tokens[link].text.lower() in words.sets["compass"] or tokens[link].tag == "DT"
    ):
        link -= 1
    if link < 1 or tokens[link].text.lower() not in words.sets["links"]:
        return None
    noun = tokens[link - 1]
    if noun.text.lower() not in words.sets["nouns"] or not noun.tag.startswith("NN"):
        return None
    if noun.text[0].isupper() and not analysis.upper_case:
        # "University of Nairobi" is the name of a body.
        return None
    first = noun.index
    while first > max(0, noun.index - _BEFORE) and tokens[first - 1].tag in _NOMINAL:
        first -= 1
        if tokens[first].tag in {"DT", "PRP$"}:
            break
    kind = _kind(_text(tokens[first : noun.index + 1]).lower(), words)
    return Span(tokens[first].span.start, spot.span.end), kind


def _part(analysis: Analysis, spot: Spot, words: PlaceWords) -> Span:
    """Return the name with its direction and kind: "southern Algeria", "Kunar province"."""
    start = max(0, spot.span.start - _REACH)
    before = words.compass.search(analysis.text[start : spot.span.start])
    first = start + before.start() if before else spot.span.start
    end = spot.span.end
    if spot.last < len(analysis.tokens):
        follower = analysis.tokens[spot.last]
        if (
            not spot.embedded
            and follower.text.lower() in spot.kinds
            and follower.span.start <= end + 1
        ):
            end = follower.span.end
    return Span(first, end)


def _is_body(analysis: Analysis, spot: Spot, words: PlaceWords, government: bool) -> bool:  # noqa: FBT001
    """Say whether a name stands for a government, a people or a team."""
    tokens = analysis.tokens
    head = tokens[spot.last - 1]
    if spot.last < len(tokens):
        follower = tokens[spot.last]
        if follower.text in _POSSESSIVES:
            owned = tokens[head.head]
            return (
                owned.lemma not in words.sets["grounds"] and owned.lemma not in words.sets["nouns"]
            )
        if follower.text.lower() in words.sets["bodies"] - spot.kinds:
            return True
    if not government:
        return False
    verb = tokens[head.head]
    if head.relation in _SUBJECTS and verb.tag.startswith("VB"):
        return verb.lemma in words.sets["acting"]
    if head.relation in _PASSIVE or head.relation == "dobj":
        return verb.lemma not in words.sets["visited"]
    return head.relation in {"pobj", "agent"} and verb.lemma in words.sets["party"] - {"of", "on"}
